//! How the ledger is made: a book for each unit, and all else summed up from these.
//! After an edit it is made from the one before.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Ledger;
use super::sums::{Changes, movements, sites};
use crate::calendar::{DateSpan, Day};
use crate::schedule::changed::Since;
use crate::schedule::course::{Course, Trip};
use crate::schedule::index::Index;
use crate::schedule::order::{movement_ranks, start_of};
use crate::schedule::replay::{UnitBook, book_of};
use crate::schedule::tracks::Spans;

impl Ledger {
    pub fn of(index: &Index, spans: &Spans, horizon: DateSpan) -> Ledger {
        let turns = Arc::new(movement_ranks(index, spans));
        let trips = (0..index.movements.len()).map(|number| Trip::of(index, spans, number));
        let trips: Arc<Vec<Option<Trip>>> = Arc::new(trips.collect());
        let book = |unit| Arc::new(book_of(Course::of(index, &trips, &turns, unit)));
        let units = (0..index.units.len()).map(book).collect();
        Ledger::made(index, horizon, Base { turns, trips, units }, Changes::default())
    }

    /// The same as [`Ledger::of`] after items changed: all that is as it was is shared
    /// with the ledger before, and where all is, that is the ledger.
    pub fn after(
        earlier: &Arc<Ledger>,
        index: &Index,
        spans: &Spans,
        since: &Since,
    ) -> Arc<Ledger> {
        let turns = earlier.turns_after(index, spans, since);
        let trips = earlier.trips_after(index, spans, since);
        let mut units = earlier.units.clone();
        let mut changes = Changes { earlier: Some(earlier), ..Changes::default() };
        for unit in earlier.doubtful(index, since, &turns, &trips) {
            let course = Course::of(index, &trips, &turns, unit);
            if course != units[unit].course {
                units[unit] = Arc::new(book_of(course));
                changes.units.push(unit);
            }
        }
        let opening_day = opening_day(&trips, since.horizon);
        let same = changes.units.is_empty() && opening_day == earlier.opening_day;
        if same && Arc::ptr_eq(&turns, &earlier.turns) && Arc::ptr_eq(&trips, &earlier.trips) {
            return earlier.clone();
        }
        Arc::new(Ledger::made(index, since.horizon, Base { turns, trips, units }, changes))
    }

    fn made(index: &Index, horizon: DateSpan, base: Base, changes: Changes) -> Ledger {
        let Base { turns, trips, units } = base;
        let changes = changes.with_books(&units);
        Ledger {
            opening_day: opening_day(&trips, horizon),
            sites: sites(index, &units, &changes),
            movements: movements(index, &units, &trips, &changes),
            totals: changes.totals(index),
            shortages: changes.shortages(),
            units,
            turns,
            trips,
        }
    }

    fn turns_after(&self, index: &Index, spans: &Spans, since: &Since) -> Arc<Vec<usize>> {
        let same_links = Arc::ptr_eq(&index.dependencies, &since.index.dependencies);
        let starts = |number: &usize| {
            start_of(spans.movements[*number]) == start_of(since.on.spans.movements[*number])
        };
        if same_links && since.changed.movements.iter().all(starts) {
            return self.turns.clone();
        }
        let turns = movement_ranks(index, spans);
        if turns == *self.turns { self.turns.clone() } else { Arc::new(turns) }
    }

    fn trips_after(&self, index: &Index, spans: &Spans, since: &Since) -> Arc<Vec<Option<Trip>>> {
        let mut trips = self.trips.clone();
        let mut renew = |number: usize| {
            let trip = Trip::of(index, spans, number);
            if trip != trips[number] {
                Arc::make_mut(&mut trips)[number] = trip;
            }
        };
        since.changed.movements.iter().copied().for_each(&mut renew);
        for site in since.new_exits(index) {
            index.movements_at[site].iter().copied().for_each(&mut renew);
        }
        trips
    }

    /// The units that may have another course than before.
    fn doubtful(
        &self,
        index: &Index,
        since: &Since,
        turns: &Arc<Vec<usize>>,
        trips: &Arc<Vec<Option<Trip>>>,
    ) -> BTreeSet<usize> {
        if since.new_exits(index).next().is_some() {
            return (0..self.units.len()).collect();
        }
        let mut units: BTreeSet<usize> = since.changed.units.iter().copied().collect();
        for number in &since.changed.movements {
            let both = [&index.movements[*number], &since.index.movements[*number]];
            if trips[*number] != self.trips[*number] || both[0].loads != both[1].loads {
                let loads = both.into_iter().flat_map(|movement| &movement.loads);
                units.extend(loads.filter_map(|load| index.unit(&load.unit)));
            }
        }
        if !Arc::ptr_eq(turns, &self.turns) {
            let books = self.units.iter().enumerate();
            let out_of_order = books.filter(|(_, book)| !book.course.is_in_order(turns));
            units.extend(out_of_order.map(|(unit, _)| unit));
        }
        units
    }
}

/// What the books of sites and movements and the totals are made of.
struct Base {
    turns: Arc<Vec<usize>>,
    trips: Arc<Vec<Option<Trip>>>,
    units: Vec<Arc<UnitBook>>,
}

/// The earlier of the start of the horizon and the first departure.
fn opening_day(trips: &[Option<Trip>], horizon: DateSpan) -> Day {
    let departures = trips.iter().flatten().map(|trip| trip.batching.departure(1));
    departures.fold(horizon.start(), |first, day| first.min(day))
}
