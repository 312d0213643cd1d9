//! How often each day came up.

use std::collections::BTreeMap;

use crate::calendar::Day;

/// Days further than this from the first expected one are counted in a map.
const NEAR: i64 = 8_192;

/// A histogram of days.
#[derive(Clone, Debug, PartialEq)]
pub struct Days {
    /// The first day counted in `near`.
    base: Day,
    near: Vec<u32>,
    far: BTreeMap<Day, u32>,
}

impl Days {
    /// Nothing counted yet; days from `base` on are expected.
    pub(super) fn from(base: Day) -> Days {
        Days { base, near: Vec::new(), far: BTreeMap::new() }
    }

    pub(super) fn add(&mut self, day: Day, times: u32) {
        match day - self.base {
            at @ 0..NEAR => {
                let at = at as usize;
                if at >= self.near.len() {
                    self.near.resize(at + 1, 0);
                }
                self.near[at] += times;
            }
            _ => *self.far.entry(day).or_default() += times,
        }
    }

    pub(super) fn merge(&mut self, other: &Days) {
        for (day, times) in other.iter() {
            self.add(day, times);
        }
    }

    pub(super) fn repeat(&mut self, times: u32) {
        self.near.iter_mut().chain(self.far.values_mut()).for_each(|count| *count *= times);
    }

    /// The days that came up and how often, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Day, u32)> {
        let near = self.near.iter().zip(0..).map(|(count, at)| (self.base + at, *count));
        let split = self.base + self.near.len() as i64;
        let far = |range| self.far.range::<Day, _>(range).map(|(day, count)| (*day, *count));
        let before = far((std::ops::Bound::Unbounded, std::ops::Bound::Excluded(self.base)));
        let after = far((std::ops::Bound::Included(split), std::ops::Bound::Unbounded));
        before.chain(near.filter(|(_, count)| *count > 0)).chain(after)
    }

    /// How often any day came up.
    pub fn total(&self) -> u64 {
        self.iter().map(|(_, count)| u64::from(count)).sum()
    }

    /// The first day by which at least this percentage has come up.
    pub fn percentile(&self, percent: u64) -> Option<Day> {
        let needed = self.total() * percent.min(100);
        let mut so_far = 0;
        self.iter().find_map(|(day, count)| {
            so_far += u64::from(count) * 100;
            (so_far >= needed).then_some(day)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::testing::{day, number};

    #[test]
    fn percentiles_are_the_first_days_that_reach_them() {
        let mut days = Days::from(day(10));
        assert_eq!(days.percentile(50), None);
        for n in [12, 10, 4, 12, 9_999, 11, 12, 13, 14, 15] {
            days.add(day(n), 1);
        }
        assert_eq!(days.total(), 10);
        for (percent, expect) in [(1, 4), (10, 4), (11, 10), (50, 12), (80, 14), (100, 9_999)] {
            assert_eq!(days.percentile(percent).map(number), Some(expect), "{percent}");
        }
        let mut twice = Days::from(day(10));
        twice.merge(&days);
        twice.merge(&days);
        days.repeat(2);
        assert!(twice.iter().eq(days.iter()));
    }
}
