//! How many are where, day by day, for curves.

use std::collections::BTreeSet;

use super::ledger::Totals;
use super::snapshot::TotalsNow;
use super::tick::Tick;
use super::{Schedule, Track};
use crate::calendar::Day;

impl Schedule {
    /// The totals at the close of days: of the first day of the horizon, and of
    /// every later one of the horizon on which they change.
    pub fn strength(&self, track: Track) -> Vec<(Day, TotalsNow)> {
        let horizon = self.plan.horizon();
        let totals = &self.on(track).ledger.totals;
        let mut days = BTreeSet::from([horizon.start()]);
        for steps in totals.all().into_iter().flatten() {
            days.extend(steps.closes().map(|(day, _)| day).filter(|day| horizon.contains(*day)));
        }
        days.into_iter().map(|day| (day, self.totals_at(track, Tick::close_of(day)))).collect()
    }

    /// The totals before anything has moved.
    pub fn opening(&self, track: Track) -> TotalsNow {
        self.totals_at(track, Tick::BEFORE_ALL)
    }

    /// Units are wholly at their sites up to the beginning of this day: the
    /// earlier of the start of the horizon and the first movement.
    pub fn opening_day(&self, track: Track) -> Day {
        self.on(track).ledger.opening_day
    }

    pub(super) fn totals_at(&self, track: Track, tick: Tick) -> TotalsNow {
        TotalsNow::at(&self.on(track).ledger.totals, &self.index.kinds, tick)
    }
}

impl Totals {
    /// Present, moving, departed, disposed and entered, each by column.
    pub fn all(&self) -> [&Vec<super::steps::Steps>; 5] {
        [&self.present, &self.moving, &self.departed, &self.disposed, &self.entered]
    }
}
