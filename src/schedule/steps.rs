//! A whole number that changes now and then.

use super::tick::Tick;
use crate::calendar::Day;

/// A balance over time: its opening value and the value after each change.
/// Ticks never fall from change to change.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Steps {
    opening: i64,
    /// After every change, kept here because it is asked for most.
    last: i64,
    changes: Vec<(Tick, i64)>,
}

impl Steps {
    pub fn opening_with(opening: i64) -> Steps {
        Steps { opening, last: opening, changes: Vec::new() }
    }

    /// The sum of balances.
    pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Steps>) -> Steps {
        let mut sum = Sum::default();
        for part in parts {
            sum.add(part);
        }
        sum.steps()
    }

    /// What follows from this and another balance at each time.
    pub fn with(&self, other: &Steps, of: impl Fn(i64, i64) -> i64) -> Steps {
        let mut result = Steps::opening_with(of(self.opening, other.opening));
        let (mut a, mut b) = (self.opening, other.opening);
        let mut left = self.changes.iter().peekable();
        let mut right = other.changes.iter().peekable();
        while let Some(tick) = [left.peek(), right.peek()].iter().flatten().map(|c| c.0).min() {
            a = left.next_if(|change| change.0 == tick).map_or(a, |change| change.1);
            b = right.next_if(|change| change.0 == tick).map_or(b, |change| change.1);
            result.add(tick, of(a, b) - result.last());
        }
        result
    }

    pub fn opening(&self) -> i64 {
        self.opening
    }

    /// Changes the balance; `tick` is not before the last change.
    pub fn add(&mut self, tick: Tick, delta: i64) {
        if delta == 0 {
            return;
        }
        self.last += delta;
        let value = self.last;
        if self.changes.capacity() == 0 {
            // Most balances that change do so for some batches.
            self.changes.reserve(8);
        }
        match self.changes.last_mut() {
            Some(last) if last.0 == tick => last.1 = value,
            last => {
                debug_assert!(last.is_none_or(|last| last.0 < tick), "changes come in order");
                self.changes.push((tick, value));
            }
        }
    }

    pub fn at(&self, tick: Tick) -> i64 {
        match self.changes.partition_point(|(t, _)| *t <= tick) {
            0 => self.opening,
            n => self.changes[n - 1].1,
        }
    }

    /// The balance after every change.
    pub fn last(&self) -> i64 {
        self.last
    }

    /// The days with a change, in order, and the balance at their close.
    pub fn closes(&self) -> impl Iterator<Item = (Day, i64)> {
        let next = self.changes.iter().skip(1).map(|(tick, _)| Some(tick.day())).chain([None]);
        let changes = self.changes.iter().map(|(tick, value)| (tick.day(), *value));
        changes.zip(next).filter(|((day, _), next)| Some(*day) != *next).map(|(close, _)| close)
    }

    /// How much more there is after each change than before it.
    fn deltas(&self) -> impl Iterator<Item = (Tick, i64)> {
        let before = std::iter::once(self.opening).chain(self.changes.iter().map(|c| c.1));
        self.changes.iter().zip(before).map(|((tick, value), before)| (*tick, value - before))
    }
}

/// A sum of balances that is being added up.
///
/// What comes out does not tell how it was added up: it has changes where the sum
/// really changes, and nowhere else.
#[derive(Clone, Debug, Default)]
pub(super) struct Sum {
    opening: i64,
    deltas: Vec<(Tick, i64)>,
}

impl Sum {
    pub fn add(&mut self, part: &Steps) {
        self.opening += part.opening;
        self.deltas.extend(part.deltas());
    }

    /// Takes out a balance that was added before, perhaps to an earlier sum.
    pub fn take_out(&mut self, part: &Steps) {
        self.opening -= part.opening;
        self.deltas.extend(part.deltas().map(|(tick, delta)| (tick, -delta)));
    }

    pub fn steps(mut self) -> Steps {
        let mut sum = Steps::opening_with(self.opening);
        for (tick, delta) in self.by_tick() {
            sum.add(tick, delta);
        }
        sum
    }

    /// One delta for each tick, in order.
    fn by_tick(&mut self) -> Vec<(Tick, i64)> {
        let ticks = self.deltas.iter().map(|(tick, _)| *tick);
        let (Some(first), Some(last)) = (ticks.clone().min(), ticks.max()) else {
            return Vec::new();
        };
        let width = last.since(first) + 1;
        // Most changes of a large plan fall on the same few hundred days: then
        // adding to a slot for each is much faster than sorting.
        if width <= 2 * self.deltas.len() {
            let mut slots = vec![0; width];
            for (tick, delta) in &self.deltas {
                slots[tick.since(first)] += delta;
            }
            return slots.into_iter().zip(0..).map(|(delta, n)| (first.later(n), delta)).collect();
        }
        self.deltas.sort_unstable_by_key(|(tick, _)| *tick);
        self.deltas.dedup_by(|next, sum| {
            let same = next.0 == sum.0;
            if same {
                sum.1 += next.1;
            }
            same
        });
        std::mem::take(&mut self.deltas)
    }
}

/// Days in a row on which a balance is above a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Breach {
    pub first: Day,
    /// The largest amount above the limit on any of these days.
    pub excess: i64,
}

impl Steps {
    /// Every run of days, from `first` to `last` where it is given, at whose
    /// close the balance is above `limit`.
    pub fn breaches(&self, limit: i64, first: Day, last: Option<Day>) -> Vec<Breach> {
        let mut breaches = Vec::new();
        let mut run: Option<Breach> = None;
        let mut look = |day: Day, value: i64| {
            let excess = value - limit;
            if excess <= 0 {
                breaches.extend(run.take());
            } else {
                let run = run.get_or_insert(Breach { first: day, excess });
                run.excess = run.excess.max(excess);
            }
        };
        if last.is_none_or(|last| first <= last) {
            look(first, self.at(Tick::close_of(first)));
        }
        for (day, value) in self.closes() {
            if day > first && last.is_none_or(|last| day <= last) {
                look(day, value);
            }
        }
        breaches.extend(run);
        breaches
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: i64) -> Day {
        Day::from_number(n)
    }

    fn steps(opening: i64, closes: &[(i64, i64)]) -> Steps {
        let mut steps = Steps::opening_with(opening);
        for &(n, value) in closes {
            steps.add(Tick::close_of(day(n)), value - steps.last());
        }
        steps
    }

    #[test]
    fn values_hold_until_the_next_change() {
        let mut steps = Steps::opening_with(10);
        steps.add(Tick::begin_of(day(3)), -4);
        steps.add(Tick::close_of(day(3)), 1);
        steps.add(Tick::close_of(day(5)), 2);
        for (tick, expect) in [
            (Tick::close_of(day(2)), 10),
            (Tick::begin_of(day(3)), 6),
            (Tick::close_of(day(3)), 7),
            (Tick::begin_of(day(5)), 7),
            (Tick::NEVER, 9),
        ] {
            assert_eq!(steps.at(tick), expect, "{tick:?}");
        }
        assert_eq!(steps.closes().collect::<Vec<_>>(), [(day(3), 7), (day(5), 9)]);
        let sum = Steps::sum([&steps, &steps]);
        assert_eq!((sum.opening(), sum.at(Tick::begin_of(day(3))), sum.last()), (20, 12, 18));
    }

    #[test]
    fn a_sum_changes_only_where_it_changes() {
        let (a, b) = (steps(5, &[(3, 9), (9, 0)]), steps(1, &[(3, -3), (7, 4)]));
        // Far apart and close together are added up in two ways.
        for days in [1, 1000] {
            let far = steps(2, &[(3 + days, 6), (4 + days, 2)]);
            let mut sum = Sum::default();
            [&a, &b, &far].into_iter().for_each(|part| sum.add(part));
            sum.take_out(&far);
            assert_eq!(sum.steps(), steps(6, &[(7, 13), (9, 4)]));
        }
    }

    #[test]
    fn two_balances_make_a_third() {
        let (a, b) = (steps(1, &[(3, 5), (6, 2)]), steps(10, &[(2, 20), (6, 40)]));
        let sum = a.with(&b, |a, b| a + b);
        assert_eq!(sum.opening(), 11);
        let closes: Vec<_> = sum.closes().collect();
        assert_eq!(closes, [(day(2), 21), (day(3), 25), (day(6), 42)]);
    }

    #[test]
    fn a_breach_is_told_once() {
        let check = |opening, closes: &[(i64, i64)], first, last: Option<i64>, expect: &[_]| {
            let breaches = steps(opening, closes).breaches(100, day(first), last.map(day));
            let told: Vec<_> = breaches.iter().map(|b| (b.first.number(), b.excess)).collect();
            assert_eq!(told, expect, "{opening} {closes:?} {first} {last:?}");
        };
        check(100, &[(3, 90)], 1, None, &[]);
        check(101, &[], 1, None, &[(1, 1)]);
        check(110, &[(3, 105), (4, 120), (9, 100)], 1, None, &[(1, 20)]);
        check(110, &[(3, 100), (6, 130)], 1, None, &[(1, 10), (6, 30)]);
        check(110, &[(3, 100), (6, 130)], 2, Some(5), &[(2, 10)]);
        check(110, &[(3, 100), (6, 130)], 7, None, &[(7, 30)]);
        check(110, &[], 7, Some(6), &[]);
    }
}
