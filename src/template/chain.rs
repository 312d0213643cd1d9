//! When the steps of a closure happen.

use super::steps::StepKind;
use crate::calendar::{DateSpan, Day};
use crate::plan::Id;

/// What the dates of a chain are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The last step ends on this day.
    Ends(Day),
    /// The first step starts on this day.
    Starts(Day),
}

/// A step before it has dates.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    pub kind: StepKind,
    /// At least 1.
    pub days: i64,
    pub lag_days: i64,
    /// The activity the plan has for this step already, with its dates: they stay.
    pub existing: Option<(Id, DateSpan)>,
}

/// A step of the chain with its dates.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedStep {
    pub kind: StepKind,
    pub span: DateSpan,
    /// Its activity: a new one, unless `is_there`.
    pub id: Id,
    /// The plan had it already; its dates are as they were.
    pub is_there: bool,
}

/// The span of each step, in the same order.
///
/// What is there already often spans more than its step, as a closure announced
/// as a whole month does: the steps before it end by its end, those after it
/// start after its end.
pub(super) fn spans(steps: &[Pending], anchor: Anchor) -> Vec<DateSpan> {
    match anchor {
        Anchor::Ends(day) => backwards(steps, day),
        Anchor::Starts(day) => forwards(steps, day),
    }
}

fn backwards(steps: &[Pending], last: Day) -> Vec<DateSpan> {
    // The day by which the step in question ends.
    let mut by = last;
    let mut spans = Vec::with_capacity(steps.len());
    for step in steps.iter().rev() {
        match &step.existing {
            Some((_, span)) => {
                by = by.min(span.end());
                spans.push(*span);
            }
            None => {
                let span = lasting(by - (step.days - 1), step.days);
                by = span.start() - 1 - step.lag_days;
                spans.push(span);
            }
        }
    }
    spans.reverse();
    spans
}

fn forwards(steps: &[Pending], first: Day) -> Vec<DateSpan> {
    // The day after the step before.
    let mut from = first;
    let mut spans = Vec::with_capacity(steps.len());
    for (number, step) in steps.iter().enumerate() {
        // The anchor is the first day itself.
        let lag = if number == 0 { 0 } else { step.lag_days };
        let (span, next) = match &step.existing {
            Some((_, span)) => (*span, from.max(span.end() + 1)),
            None => {
                let span = lasting(from + lag, step.days);
                (span, span.end() + 1)
            }
        };
        from = next;
        spans.push(span);
    }
    spans
}

fn lasting(start: Day, days: i64) -> DateSpan {
    DateSpan::new(start, start + (days - 1)).unwrap_or(DateSpan::single(start))
}
