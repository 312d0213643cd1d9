//! What state a site is in, and when that changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::index::Index;
use super::tick::Tick;
use super::tracks::Spans;
use crate::calendar::Span;
use crate::plan::ActivityKind;

/// The state of a site: the first of these that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SiteState {
    /// It has an opening that is not over.
    Planned,
    /// It has a handover, and every one is over.
    HandedOver,
    /// A closure is over, or every liquidation is.
    Closed,
    /// A liquidation has begun.
    Liquidating,
    /// Something that leads to its closure has begun.
    Closing,
    /// A reduction is under way.
    Reducing,
    /// A reduction is over.
    Reduced,
    Open,
}

impl SiteState {
    pub const ALL: [SiteState; 8] = [
        SiteState::Planned,
        SiteState::HandedOver,
        SiteState::Closed,
        SiteState::Liquidating,
        SiteState::Closing,
        SiteState::Reducing,
        SiteState::Reduced,
        SiteState::Open,
    ];

    /// Whether it is closed for good.
    pub fn is_over(self) -> bool {
        matches!(self, SiteState::Closed | SiteState::HandedOver)
    }

    pub fn as_word(self) -> &'static str {
        match self {
            SiteState::Planned => "planned",
            SiteState::HandedOver => "handed-over",
            SiteState::Closed => "closed",
            SiteState::Liquidating => "liquidating",
            SiteState::Closing => "closing",
            SiteState::Reducing => "reducing",
            SiteState::Reduced => "reduced",
            SiteState::Open => "open",
        }
    }
}

impl serde::Serialize for SiteState {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_word())
    }
}

/// When a span has begun and when it is over, as far as that is known.
///
/// It has begun on its end at the latest, and is never over before it has begun.
pub(super) fn begun_and_over(span: Span) -> (Tick, Tick) {
    let begun = span.start.or(span.end).map_or(Tick::NEVER, Tick::begin_of);
    let over = span.end.map_or(Tick::NEVER, Tick::close_of);
    (begun, over.max(begun))
}

/// The states of every site over time; cheap to clone.
#[derive(Clone, Debug)]
pub(super) struct SiteStates(Vec<Arc<StateSteps>>);

/// The first state and every later one with the tick from which it holds.
#[derive(Clone, Debug)]
struct StateSteps {
    first: SiteState,
    changes: Vec<(Tick, SiteState)>,
}

impl SiteStates {
    pub fn of(index: &Index, spans: &Spans) -> SiteStates {
        let sites = 0..index.sites.len();
        SiteStates(sites.map(|site| Arc::new(steps_of(index, spans, site))).collect())
    }

    /// Works out some sites anew.
    pub fn renew(&mut self, index: &Index, spans: &Spans, sites: &BTreeSet<usize>) {
        for site in sites {
            self.0[*site] = Arc::new(steps_of(index, spans, *site));
        }
    }

    pub fn at(&self, site: usize, tick: Tick) -> SiteState {
        let steps = &self.0[site];
        match steps.changes.partition_point(|(t, _)| *t <= tick) {
            0 => steps.first,
            n => steps.changes[n - 1].1,
        }
    }
}

fn steps_of(index: &Index, spans: &Spans, site: usize) -> StateSteps {
    let mut facts = Facts::default();
    for activity in &index.activities_at[site] {
        if let Some(span) = spans.activities[*activity] {
            facts.note(&index.activities[*activity].kind, span);
        }
    }
    facts.steps()
}

/// What decides about the state of one site: each of these is a tick.
#[derive(Clone, Debug, Default)]
struct Facts {
    /// All openings are over.
    opened: Option<Tick>,
    /// All handovers are over.
    handed_over: Option<Tick>,
    /// A closure is over.
    closed: Option<Tick>,
    /// All liquidations are over.
    liquidated: Option<Tick>,
    liquidating: Option<Tick>,
    closing: Option<Tick>,
    /// A reduction is over.
    reduced: Option<Tick>,
    /// When each reduction begins and is over.
    reductions: Vec<(Tick, Tick)>,
}

fn earliest(of: &mut Option<Tick>, tick: Tick) {
    *of = Some(of.map_or(tick, |known| known.min(tick)));
}

fn latest(of: &mut Option<Tick>, tick: Tick) {
    *of = Some(of.map_or(tick, |known| known.max(tick)));
}

impl Facts {
    fn note(&mut self, kind: &ActivityKind, span: Span) {
        use ActivityKind::*;
        let (begun, over) = begun_and_over(span);
        if kind.leads_to_closure() {
            earliest(&mut self.closing, begun);
        }
        match kind {
            Opening => latest(&mut self.opened, over),
            Handover => latest(&mut self.handed_over, over),
            Closure => earliest(&mut self.closed, over),
            Liquidation => {
                earliest(&mut self.liquidating, begun);
                latest(&mut self.liquidated, over);
            }
            Reduction => {
                self.reductions.push((begun, over));
                earliest(&mut self.reduced, over);
            }
            _ => {}
        }
    }

    fn state(&self, tick: Tick) -> SiteState {
        let holds = |since: Option<Tick>| since.is_some_and(|since| since <= tick);
        if self.opened.is_some() && !holds(self.opened) {
            SiteState::Planned
        } else if holds(self.handed_over) {
            SiteState::HandedOver
        } else if holds(self.closed) || holds(self.liquidated) {
            SiteState::Closed
        } else if holds(self.liquidating) {
            SiteState::Liquidating
        } else if holds(self.closing) {
            SiteState::Closing
        } else if self.reductions.iter().any(|(begun, over)| *begun <= tick && tick < *over) {
            SiteState::Reducing
        } else if holds(self.reduced) {
            SiteState::Reduced
        } else {
            SiteState::Open
        }
    }

    fn steps(&self) -> StateSteps {
        let once = [
            self.opened,
            self.handed_over,
            self.closed,
            self.liquidated,
            self.liquidating,
            self.closing,
        ];
        let reductions = self.reductions.iter().flat_map(|(begun, over)| [*begun, *over]);
        let mut ticks: Vec<Tick> = once.into_iter().flatten().chain(reductions).collect();
        ticks.retain(|tick| *tick != Tick::NEVER);
        ticks.sort_unstable();
        ticks.dedup();
        let first = self.state(Tick::BEFORE_ALL);
        let mut before = first;
        let mut changes = Vec::new();
        for tick in ticks {
            let state = self.state(tick);
            if state != before {
                changes.push((tick, state));
                before = state;
            }
        }
        StateSteps { first, changes }
    }
}

#[cfg(test)]
mod tests {
    use crate::plan::SiteId;
    use crate::schedule::Track;
    use crate::schedule::testing::{close, schedule};

    /// The states of the site at the close of each day from 1 on, told as
    /// `open 3` for three days of being open.
    fn states(activities: &str, track: Track, days: i64) -> String {
        let schedule = schedule(&format!("horizon 1..60\nsite gao\n{activities}"));
        let gao = SiteId::new("gao").unwrap();
        let mut runs: Vec<(&str, i64)> = Vec::new();
        for n in 1..=days {
            let state = schedule.site_state(track, &gao, close(n)).unwrap().as_word();
            match runs.last_mut() {
                Some(run) if run.0 == state => run.1 += 1,
                _ => runs.push((state, 1)),
            }
        }
        runs.iter().map(|(state, n)| format!("{state} {n}")).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_site_is_in_the_first_state_that_holds() {
        for (activities, expect) in [
            ("", "open 20"),
            // It has an opening that is not over.
            ("act o opening gao 3..6", "planned 5, open 15"),
            ("act o opening gao 3..6\nact p opening gao 5..9", "planned 8, open 12"),
            ("act o opening gao 3..", "planned 20"),
            ("act o opening gao 3..6\nact c closure gao 1..2", "planned 5, closed 15"),
            // Every handover is over.
            ("act h handover gao 3..6", "open 5, handed-over 15"),
            ("act h handover gao 3..6\nact i handover gao 9..9", "open 8, handed-over 12"),
            ("act h handover gao 3..6\nact i handover gao ..", "open 20"),
            ("act h handover gao 3..6\nact i handover gao -", "open 5, handed-over 15"),
            // A closure is over, or every liquidation.
            ("act c closure gao 3..6", "open 2, closing 3, closed 15"),
            ("act c closure gao 3..6\nact d closure gao 8..9", "open 2, closing 3, closed 15"),
            (
                "act l liquidation gao 3..6\nact m liquidation gao 9..10",
                "open 2, liquidating 7, closed 11",
            ),
            (
                "act c closure gao 3..6\nact h handover gao 8..9",
                "open 2, closing 3, closed 3, handed-over 12",
            ),
            // A liquidation stands before what else leads to the closure.
            (
                "act c closure gao 3..9\nact l liquidation gao 5..12",
                "open 2, closing 2, liquidating 4, closed 12",
            ),
            // What leads to a closure.
            ("act x drawdown gao 3..6", "open 2, closing 18"),
            ("act x people-out gao 3..6", "open 2, closing 18"),
            ("act x coe-out gao 3..6", "open 2, closing 18"),
            ("act x unoe-disposal gao 3..6", "open 2, closing 18"),
            ("act x clearance gao 3..6", "open 2, closing 18"),
            ("act x inventory gao 3..6", "open 2, closing 18"),
            ("act x dismantling gao 3..6", "open 2, closing 18"),
            ("act x other gao 3..6", "open 20"),
            ("act x no-such-kind gao 3..6", "open 20"),
            // Reductions.
            ("act r reduction gao 3..6", "open 2, reducing 3, reduced 15"),
            (
                "act r reduction gao 3..6\nact s reduction gao 9..10",
                "open 2, reducing 3, reduced 3, reducing 1, reduced 11",
            ),
            ("act r reduction gao 3..", "open 2, reducing 18"),
            ("act r reduction gao ..6", "open 5, reduced 15"),
            (
                "act r reduction gao 3..9\nact x clearance gao 5..6",
                "open 2, reducing 2, closing 16",
            ),
        ] {
            assert_eq!(states(activities, Track::Planned, 20), expect, "{activities}");
        }
    }

    #[test]
    fn a_cancelled_handover_holds_nothing_up() {
        let schedule =
            schedule("site gao\nact h handover gao 3..6\nact i handover gao 9..9 cancelled=2");
        let gao = SiteId::new("gao").unwrap();
        for (track, expect) in [(Track::Planned, "open"), (Track::Forecast, "handed-over")] {
            assert_eq!(schedule.site_state(track, &gao, close(6)).unwrap().as_word(), expect);
        }
    }

    #[test]
    fn within_a_day_nothing_that_ends_on_it_is_over() {
        let schedule = schedule("horizon 1..60\nsite gao\nact c closure gao 3..6");
        let gao = SiteId::new("gao").unwrap();
        for (moment, expect) in [
            (close(2), "open"),
            (close(2).plus(0.01), "closing"),
            (close(5).plus(0.99), "closing"),
            (close(6), "closed"),
        ] {
            let state = schedule.site_state(Track::Planned, &gao, moment).unwrap();
            assert_eq!(state.as_word(), expect, "{moment}");
        }
    }
}
