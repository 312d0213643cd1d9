//! Which of many spans hold at a tick, found without looking at all of them.

use std::ops::Range;

use super::tick::Tick;

/// Numbered spans of ticks, each from its first tick to the one before its end.
///
/// Sorted by their beginnings they are a tree: the one in the middle of a part of the
/// list has those before it on one side, and those after it on the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Intervals {
    spans: Vec<Numbered>,
    /// For the middle of each part of the list, when the last span of that part ends.
    latest: Vec<Tick>,
}

#[derive(Clone, Copy, Debug)]
struct Numbered {
    begin: Tick,
    end: Tick,
    number: usize,
}

impl Intervals {
    /// Of spans in the order of their numbers; those that are empty hold at no tick.
    pub fn of(spans: impl Iterator<Item = Option<(Tick, Tick)>>) -> Intervals {
        let numbered = |(number, span): (usize, Option<(Tick, Tick)>)| {
            let (begin, end) = span.filter(|(begin, end)| begin < end)?;
            Some(Numbered { begin, end, number })
        };
        let mut spans: Vec<Numbered> = spans.enumerate().filter_map(numbered).collect();
        spans.sort_unstable_by_key(|span| span.begin);
        let mut latest = vec![Tick::BEFORE_ALL; spans.len()];
        fill(&spans, &mut latest, 0..spans.len());
        Intervals { spans, latest }
    }

    /// The numbers of the spans that hold at a tick, in order.
    pub fn at(&self, tick: Tick) -> Vec<usize> {
        let mut found = Vec::new();
        self.visit(0..self.spans.len(), tick, &mut found);
        found.sort_unstable();
        found
    }

    fn visit(&self, part: Range<usize>, tick: Tick, found: &mut Vec<usize>) {
        let Some(middle) = middle(&part).filter(|middle| self.latest[*middle] > tick) else {
            return;
        };
        self.visit(part.start..middle, tick, found);
        let span = self.spans[middle];
        // Those after it begin no earlier.
        if span.begin <= tick {
            found.extend((span.end > tick).then_some(span.number));
            self.visit(middle + 1..part.end, tick, found);
        }
    }
}

/// None of an empty part.
fn middle(part: &Range<usize>) -> Option<usize> {
    (!part.is_empty()).then(|| part.start + part.len() / 2)
}

/// Notes when the last span of each part ends; returns it for the whole part.
fn fill(spans: &[Numbered], latest: &mut [Tick], part: Range<usize>) -> Tick {
    let Some(middle) = middle(&part) else { return Tick::BEFORE_ALL };
    let before = fill(spans, latest, part.start..middle);
    let after = fill(spans, latest, middle + 1..part.end);
    latest[middle] = spans[middle].end.max(before).max(after);
    latest[middle]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn tick(n: i64) -> Tick {
        Tick::begin_of(Day::from_number(n))
    }

    proptest! {
        #[test]
        fn spans_that_hold_are_found(
            spans in vec(proptest::option::of((0..40_i64, 0..40_i64)), 0..60),
            asked in 0..40_i64,
        ) {
            let ticks = |span: (i64, i64)| (tick(span.0), tick(span.1));
            let intervals = Intervals::of(spans.iter().map(|span| span.map(ticks)));
            let holds = |span: &Option<(i64, i64)>| {
                span.is_some_and(|(begin, end)| begin <= asked && asked < end)
            };
            let expect: Vec<usize> =
                (0..spans.len()).filter(|number| holds(&spans[*number])).collect();
            prop_assert_eq!(intervals.at(tick(asked)), expect);
        }
    }
}
