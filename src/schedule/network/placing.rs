//! Where an item of a length can lie.

use std::sync::Arc;

use crate::calendar::{DateSpan, Day, Span};
use crate::schedule::links::{LinkEnd, Requirement};
use crate::schedule::workdays::Workdays;

/// How many times an item is moved past closed days before it is left there.
const MAX_WINDOWS: usize = 1_000;

/// How long an item lasts, on which days, and when it cannot be.
#[derive(Clone, Debug)]
pub(in crate::schedule) struct Placing {
    /// At least 1: working days where a calendar counts, else calendar days. None
    /// where one of its dates is not known.
    pub length: Option<i64>,
    pub workdays: Option<Arc<Workdays>>,
    /// Days on which a movement's way is closed, in order.
    closed: Vec<DateSpan>,
}

impl Placing {
    pub fn new(workdays: Option<Arc<Workdays>>, mut closed: Vec<DateSpan>) -> Placing {
        closed.sort_by_key(|window| (window.start(), window.end()));
        Placing { length: None, workdays, closed }
    }

    /// The same with the length of a span. One without a working day lasts one.
    pub fn lasting(self, span: Option<Span>) -> Placing {
        let days = span.and_then(Span::closed).map(|span| match &self.workdays {
            Some(workdays) => workdays.count(span).max(1),
            None => span.days(),
        });
        Placing { length: days, ..self }
    }

    /// The last day of what starts on a day.
    pub fn end_of(&self, start: Day, length: i64) -> Day {
        match &self.workdays {
            Some(workdays) => workdays.end_of(start, length),
            None => start + (length - 1),
        }
    }

    /// The latest day to start for what is over on a day.
    pub fn start_of(&self, end: Day, length: i64) -> Day {
        match &self.workdays {
            Some(workdays) => workdays.start_of(end, length),
            None => end - (length - 1),
        }
    }

    /// The earliest start that a requirement allows.
    pub fn start_for(&self, asked: Requirement, length: i64) -> Day {
        match (asked.end, &self.workdays) {
            (LinkEnd::Start, _) => asked.earliest,
            (LinkEnd::End, None) => self.start_of(asked.earliest, length),
            (LinkEnd::End, Some(workdays)) => self.start_of(workdays.next(asked.earliest), length),
        }
    }

    /// The first place from a day on: it starts on a working day, and no day of it
    /// is closed.
    pub fn first_from(&self, start: Day, length: i64) -> DateSpan {
        let mut at = start;
        for _ in 0..MAX_WINDOWS {
            at = self.workdays.as_ref().map_or(at, |workdays| workdays.next(at));
            let end = self.end_of(at, length);
            match self.closed_within(at, end) {
                Some(window) if window.end() < Day::MAX => at = window.end() + 1,
                _ => break,
            }
        }
        DateSpan::new(at, self.end_of(at, length)).unwrap_or(DateSpan::single(at))
    }

    /// The latest start of a place that starts and ends no later than two days.
    pub fn latest(&self, start: Day, end: Day, length: i64) -> Day {
        let mut at = start.min(self.start_of(end, length));
        for _ in 0..MAX_WINDOWS {
            at = self.workdays.as_ref().map_or(at, |workdays| workdays.previous(at));
            match self.closed_within(at, self.end_of(at, length)) {
                Some(window) if at > Day::MIN => {
                    at = at.min(self.start_of(window.start() - 1, length));
                }
                _ => break,
            }
        }
        at
    }

    fn closed_within(&self, start: Day, end: Day) -> Option<DateSpan> {
        self.closed.iter().find(|w| w.start() <= end && start <= w.end()).copied()
    }
}
