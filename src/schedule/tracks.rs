//! When each activity and movement happens, by track.

use std::sync::Arc;

use super::changed::Changed;
use super::index::Index;
use crate::calendar::{Day, Span};
use crate::plan::{Id, Plan, Timing};

/// Which dates are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Track {
    /// The dates of the plan.
    #[default]
    Planned,
    /// What has happened, and the plan for the rest.
    Forecast,
}

impl Track {
    pub const ALL: [Track; 2] = [Track::Planned, Track::Forecast];

    pub fn as_word(self) -> &'static str {
        match self {
            Track::Planned => "planned",
            Track::Forecast => "forecast",
        }
    }

    pub fn from_word(word: &str) -> Option<Track> {
        Track::ALL.into_iter().find(|track| track.as_word() == word)
    }
}

impl serde::Serialize for Track {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_word())
    }
}

/// The span of an item on a track; None: it is absent from it.
///
/// `as_of` is the day up to which actual dates are known. Without it nothing
/// planned is moved.
pub fn span_of(timing: &Timing, track: Track, as_of: Option<Day>) -> Option<Span> {
    match track {
        Track::Planned => timing.planned,
        Track::Forecast => forecast(timing, as_of),
    }
}

fn forecast(timing: &Timing, as_of: Option<Day>) -> Option<Span> {
    let planned = timing.planned;
    let actual = timing.actual.as_ref();
    if actual.is_some_and(|actual| actual.cancelled.is_some()) {
        return None;
    }
    let (start, end) = actual.map_or((None, None), |actual| (actual.start, actual.end));
    match (start, end) {
        (Some(start), Some(end)) => Some(Span::new(Some(start), Some(end))),
        (None, Some(end)) => {
            // Without a planned start it is known for the day of its end alone.
            let start = planned.and_then(|p| p.start).map_or(end, |start| start.min(end));
            Some(Span::new(Some(start), Some(end)))
        }
        (Some(start), None) => {
            let length = planned.and_then(Span::closed).map(|p| p.days());
            let end = length.map(|days| start + (days - 1));
            // What is not reported to be over lasts at least until the report.
            let end = end.map(|end| as_of.map_or(end, |as_of| end.max(as_of)));
            Some(Span::new(Some(start), end))
        }
        (None, None) => planned.map(|planned| not_yet_begun(planned, as_of)),
    }
}

/// A planned span moved as a whole, so that it does not start on or before the
/// last day of which reports are known.
fn not_yet_begun(planned: Span, as_of: Option<Day>) -> Span {
    // An open start lies on the known end at the latest.
    let (Some(as_of), Some(first)) = (as_of, planned.start.or(planned.end)) else {
        return planned;
    };
    if first <= as_of { planned.moved(as_of + 1 - first) } else { planned }
}

/// The spans of all activities and movements on one track.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spans {
    pub activities: Arc<Vec<Option<Span>>>,
    pub movements: Arc<Vec<Option<Span>>>,
}

impl Spans {
    pub fn of(plan: &Plan, index: &Index, track: Track) -> Spans {
        let as_of = plan.header().as_of;
        let span = |timing: &Timing| span_of(timing, track, as_of);
        Spans {
            activities: Arc::new(index.activities.iter().map(|a| span(&a.timing)).collect()),
            movements: Arc::new(index.movements.iter().map(|m| span(&m.timing)).collect()),
        }
    }

    /// Those of the plan after items changed.
    pub fn after(&self, plan: &Plan, index: &Index, track: Track, changed: &Changed) -> Spans {
        let as_of = plan.header().as_of;
        let mut spans = self.clone();
        for number in &changed.activities {
            let span = span_of(&index.activities[*number].timing, track, as_of);
            put(&mut spans.activities, *number, span);
        }
        for number in &changed.movements {
            let span = span_of(&index.movements[*number].timing, track, as_of);
            put(&mut spans.movements, *number, span);
        }
        spans
    }

    /// The span of an activity or movement by its number among both.
    pub fn timed(&self, number: usize) -> Option<Span> {
        match number.checked_sub(self.activities.len()) {
            None => self.activities[number],
            Some(movement) => self.movements[movement],
        }
    }

    /// The span of an activity or movement by its id.
    pub fn by_id(&self, index: &Index, id: &Id) -> Option<Span> {
        self.timed(index.number_of_timed(id)?)
    }

    /// Every day on which something begins or ends, in no order.
    pub fn days(&self) -> impl Iterator<Item = Day> {
        let spans = self.activities.iter().chain(&*self.movements).flatten();
        spans.flat_map(|span| [span.start, span.end]).flatten()
    }

    /// The dates of the other end of a link; an event starts and ends on its date.
    pub fn link_end(&self, plan: &Plan, index: &Index, id: &Id) -> Option<Span> {
        self.by_id(index, id).or_else(|| {
            let date = plan.events().find(id)?.date;
            date.map(|date| Span::new(Some(date), Some(date)))
        })
    }
}

fn put(spans: &mut Arc<Vec<Option<Span>>>, number: usize, span: Option<Span>) {
    if spans[number] != span {
        Arc::make_mut(spans)[number] = span;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Actual;
    use crate::schedule::testing::{day, read_span, show_span};

    fn timing(planned: &str, actual: &str, cancelled: Option<i64>) -> Timing {
        let actual = read_span(actual).unwrap_or_default();
        let actual = Actual {
            start: actual.start,
            end: actual.end,
            cancelled: cancelled.map(day),
            ..Actual::default()
        };
        Timing { planned: read_span(planned), actual: Some(actual), ..Timing::default() }
    }

    #[test]
    fn the_planned_track_is_what_the_plan_says() {
        for (planned, actual, cancelled) in
            [("5..9", "7..8", None), ("5..9", "", Some(6)), ("5..", "", None), ("-", "7..8", None)]
        {
            let timing = timing(planned, actual, cancelled);
            let span = span_of(&timing, Track::Planned, Some(day(20)));
            assert_eq!(show_span(span), planned);
        }
    }

    #[test]
    fn the_forecast_is_what_happened_and_the_plan_for_the_rest() {
        for (planned, actual, as_of, expect) in [
            // Both actual dates.
            ("5..9", "7..8", None, "7..8"),
            ("-", "7..8", Some(20), "7..8"),
            // Only the end: from the earlier of planned start and actual end.
            ("5..9", "..7", None, "5..7"),
            ("5..9", "..3", None, "3..3"),
            ("..9", "..7", None, "7..7"),
            ("-", "..7", None, "7..7"),
            // Only the start: as long as planned, and not over before `as_of`.
            ("5..9", "7..", None, "7..11"),
            ("5..9", "7..", Some(8), "7..11"),
            ("5..9", "7..", Some(20), "7..20"),
            ("5..", "7..", Some(20), "7.."),
            ("-", "7..", Some(20), "7.."),
            // Neither: moved as a whole to after `as_of`.
            ("5..9", "", None, "5..9"),
            ("5..9", "", Some(4), "5..9"),
            ("5..9", "", Some(5), "6..10"),
            ("5..9", "", Some(20), "21..25"),
            ("5..", "", Some(20), "21.."),
            ("..9", "", Some(20), "..21"),
            ("..", "", Some(20), ".."),
            ("-", "", Some(20), "-"),
        ] {
            let span = span_of(&timing(planned, actual, None), Track::Forecast, as_of.map(day));
            assert_eq!(show_span(span), expect, "{planned:?} {actual:?} {as_of:?}");
        }
    }

    #[test]
    fn what_is_cancelled_is_absent_from_the_forecast() {
        for actual in ["", "7..", "7..8"] {
            let timing = timing("5..9", actual, Some(6));
            assert_eq!(span_of(&timing, Track::Forecast, None), None, "{actual}");
        }
    }

    #[test]
    fn without_actual_dates_the_forecast_is_the_plan() {
        let timing = Timing { planned: read_span("5..9"), ..Timing::default() };
        assert_eq!(show_span(span_of(&timing, Track::Forecast, None)), "5..9");
    }
}
