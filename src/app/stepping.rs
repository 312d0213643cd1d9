//! The playhead from event to event and from phase to phase.

use super::Window;
use crate::calendar::{Day, Moment, Span};

impl Window {
    pub(super) fn step_event(&mut self, direction: i64) {
        let derived = self.derived();
        let track = self.view.track;
        let days = self.cache.event_days(self.plan_key(), &derived.plan, &derived.schedule, track);
        let now = self.view.playback.moment().day();
        let next = if direction > 0 {
            days.iter().find(|day| **day > now)
        } else {
            days.iter().rev().find(|day| **day < now)
        };
        if let Some(day) = next {
            self.view.playback.seek_day(*day);
        }
    }

    /// To the first day of the next or the last phase.
    pub(super) fn step_phase(&mut self, direction: i64) {
        let now = self.view.playback.moment().day();
        let mut starts: Vec<Day> =
            self.document.plan().phases().iter().filter_map(|phase| phase.span.start).collect();
        starts.sort();
        let next = if direction > 0 {
            starts.iter().find(|day| **day > now)
        } else {
            starts.iter().rev().find(|day| **day < now)
        };
        if let Some(day) = next {
            self.view.playback.seek(Moment::close_of(*day));
            self.reveal_phase(now);
        }
    }

    /// Brings the rows of a phase into view that began since `before`.
    pub(super) fn reveal_phase(&mut self, before: Day) {
        let now = self.view.playback.moment().day();
        let phases = self.document.plan().phases();
        // The last one in the list is the innermost of those that begin together.
        let begins = |span: Span| span.contains(now) && !span.contains(before);
        let entered = phases.iter().filter(|phase| begins(phase.span)).last();
        if let Some(phase) = entered {
            self.view.next_reveal = Some((*phase.id).clone());
        }
    }
}
