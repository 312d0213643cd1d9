//! Spans of whole days.

use super::Day;

/// Whole days from `start` to `end`, both included; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateSpan {
    start: Day,
    end: Day,
}

/// A span as a plan writes it: either end may be unknown or open.
///
/// Where both ends are there, `start` ≤ `end` holds in every plan that was read
/// from a file; [`Span::closed`] gives None for one that breaks it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    pub start: Option<Day>,
    pub end: Option<Day>,
}

impl DateSpan {
    /// None when `end` lies before `start`.
    pub fn new(start: Day, end: Day) -> Option<DateSpan> {
        (start <= end).then_some(DateSpan { start, end })
    }

    pub fn single(day: Day) -> DateSpan {
        DateSpan { start: day, end: day }
    }

    pub fn start(self) -> Day {
        self.start
    }

    pub fn end(self) -> Day {
        self.end
    }

    /// The number of days, at least 1.
    pub fn days(self) -> i64 {
        self.end - self.start + 1
    }

    pub fn contains(self, day: Day) -> bool {
        self.start <= day && day <= self.end
    }

    /// The nearest day that lies within the span.
    pub fn clamp(self, day: Day) -> Day {
        day.clamp(self.start, self.end)
    }

    /// The same length, `days` later.
    pub fn moved(self, days: i64) -> DateSpan {
        DateSpan { start: self.start + days, end: self.end + days }
    }

    /// The smallest span that holds both.
    pub fn union(self, other: DateSpan) -> DateSpan {
        DateSpan { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl Span {
    pub fn new(start: Option<Day>, end: Option<Day>) -> Span {
        Span { start, end }
    }

    /// Both ends known and in order.
    pub fn closed(self) -> Option<DateSpan> {
        DateSpan::new(self.start?, self.end?)
    }

    /// Whether the day lies within, an open end reaching to infinity.
    pub fn contains(self, day: Day) -> bool {
        self.start.is_none_or(|start| start <= day) && self.end.is_none_or(|end| day <= end)
    }

    /// Both ends moved, as far as they are known.
    pub fn moved(self, days: i64) -> Span {
        Span { start: self.start.map(|d| d + days), end: self.end.map(|d| d + days) }
    }
}

impl From<DateSpan> for Span {
    fn from(span: DateSpan) -> Span {
        Span { start: Some(span.start), end: Some(span.end) }
    }
}
