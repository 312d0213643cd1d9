//! Who and what is where: whole-number balances over time.

use std::ops::Range;

use super::batches::Batching;
use super::holdings::is_people;
use super::index::Index;
use super::replay;
use super::steps::Steps;
use super::tick::Tick;
use super::tracks::Spans;
use crate::calendar::{DateSpan, Day};

/// The balances of one track.
///
/// A day is its opening balance, then departures, then arrivals, then its
/// closing balance: what arrives on a day leaves on the next at the earliest. On
/// every day and for each column, opening + entered = present + moving +
/// departed + disposed.
#[derive(Clone, Debug)]
pub(super) struct Ledger {
    /// The day before whose first departure every unit is wholly at its site:
    /// the earlier of the start of the horizon and the first movement.
    pub opening_day: Day,
    /// For each stock of the index what of it is at each site of the theatre
    /// where some of it ever is.
    pub held: Vec<Vec<(usize, Steps)>>,
    /// What becomes of the people of each unit.
    pub people: Vec<PeopleBook>,
    /// For each site what is present there, by column; unsorted, and only
    /// columns of which something is ever there.
    pub sites: Vec<Vec<(usize, Steps)>>,
    /// For each site the stocks of which some is ever there, in order.
    pub stocks_at: Vec<Vec<usize>>,
    pub totals: Totals,
    /// In the order in which they leave.
    pub batches: Vec<Batch>,
    /// For each movement its batches, in order.
    pub batches_of: Vec<Vec<usize>>,
    cargo: Vec<Cargo>,
    pub shortages: Vec<Shortage>,
}

/// What becomes of the people of a unit, besides being at sites.
#[derive(Clone, Debug, Default)]
pub(super) struct PeopleBook {
    pub moving: Steps,
    pub departed: Steps,
    /// Present at a site or moving.
    pub in_theatre: Steps,
}

/// The sums over all units, by column.
#[derive(Clone, Debug)]
pub(super) struct Totals {
    pub present: Vec<Steps>,
    pub moving: Vec<Steps>,
    pub departed: Vec<Steps>,
    pub disposed: Vec<Steps>,
    /// Came into the theatre from elsewhere for the first time.
    pub entered: Vec<Steps>,
}

/// A part of a movement that travels together; never empty.
#[derive(Clone, Debug)]
pub(super) struct Batch {
    pub movement: usize,
    /// From 1.
    pub number: i64,
    pub departs: Day,
    pub arrives: Day,
    cargo: Range<usize>,
}

/// How much of one stock a batch carries; at least 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cargo {
    pub stock: usize,
    pub amount: i64,
}

/// A movement asked for more than there was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shortage {
    pub movement: usize,
    pub unit: usize,
    pub column: usize,
    /// The day on which the first batch left with less than it should have.
    pub first: Day,
    /// By how much the movement was behind, at most.
    pub missing: i64,
}

/// A movement that moves: both its dates and its places are known.
#[derive(Clone, Debug)]
pub(super) struct Trip {
    pub movement: usize,
    pub batching: Batching,
    pub from: usize,
    pub to: Destination,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    Site(usize),
    /// Staff end their service and materiel is given up, in place.
    Ended,
}

impl Ledger {
    pub fn of(index: &Index, spans: &Spans, horizon: DateSpan) -> Ledger {
        let trips = trips_of(index, spans);
        let first = trips.iter().map(|trip| trip.batching.departure(1)).min();
        let opening_day = first.map_or(horizon.start(), |first| first.min(horizon.start()));
        let ledger = Ledger::opened(index, opening_day);
        let mut ledger = replay::run(index, spans, trips, ledger);
        for (stock, held) in ledger.held.iter().enumerate() {
            for (site, _) in held {
                ledger.stocks_at[*site].push(stock);
            }
        }
        ledger
    }

    /// How much of a stock is at a site over time; None: none ever is.
    pub fn at(&self, stock: usize, site: usize) -> Option<&Steps> {
        find(&self.held[stock], site)
    }

    /// The units that have something at a site at a tick, in order.
    pub fn units_at(&self, index: &Index, site: usize, tick: Tick) -> Vec<usize> {
        let is_there = |s: &&usize| self.at(**s, site).is_some_and(|steps| steps.at(tick) > 0);
        let there = self.stocks_at[site].iter().filter(is_there);
        let mut units: Vec<usize> = there.map(|stock| index.stocks[*stock].unit).collect();
        units.dedup();
        units
    }

    /// Every unit wholly at its site. What opens at an exit, or without a site,
    /// is elsewhere.
    fn opened(index: &Index, opening_day: Day) -> Ledger {
        let columns = || vec![Steps::default(); index.columns()];
        let mut ledger = Ledger {
            opening_day,
            held: vec![Vec::new(); index.stocks.len()],
            people: vec![PeopleBook::default(); index.units.len()],
            sites: vec![Vec::new(); index.sites.len()],
            stocks_at: vec![Vec::new(); index.sites.len()],
            totals: Totals {
                present: columns(),
                moving: columns(),
                departed: columns(),
                disposed: columns(),
                entered: columns(),
            },
            batches: Vec::new(),
            batches_of: vec![Vec::new(); index.movements.len()],
            cargo: Vec::new(),
            shortages: Vec::new(),
        };
        for (number, stock) in index.stocks.iter().enumerate() {
            let site = index.units[stock.unit].site.as_ref().and_then(|site| index.site(site));
            let Some(site) = site.filter(|site| !index.sites[*site].is_exit()) else {
                continue;
            };
            ledger.held[number].push((site, Steps::opening_with(stock.figure)));
            if is_people(stock.column) {
                ledger.people[stock.unit].in_theatre = Steps::opening_with(stock.figure);
            }
            ledger.totals.present[stock.column].open_more(stock.figure);
            entry(&mut ledger.sites[site], stock.column).open_more(stock.figure);
        }
        ledger
    }

    pub fn cargo(&self, batch: usize) -> &[Cargo] {
        &self.cargo[self.batches[batch].cargo.clone()]
    }

    /// The batches of a movement that are on their way at a tick.
    pub fn under_way(&self, movement: usize, tick: Tick) -> &[usize] {
        let all = &self.batches_of[movement];
        // All trips of a movement take as long, so they arrive as they left.
        let left = all.partition_point(|b| Tick::begin_of(self.batches[*b].departs) <= tick);
        let arrived = all.partition_point(|b| Tick::close_of(self.batches[*b].arrives) <= tick);
        &all[arrived.min(left)..left]
    }

    /// Adds a batch of what was taken; nothing is noted of an empty one.
    pub(super) fn note_batch(
        &mut self,
        trip: &Trip,
        number: i64,
        cargo: &[Cargo],
    ) -> Option<usize> {
        if cargo.is_empty() {
            return None;
        }
        let first = self.cargo.len();
        self.cargo.extend_from_slice(cargo);
        let batch = self.batches.len();
        self.batches.push(Batch {
            movement: trip.movement,
            number,
            departs: trip.batching.departure(number),
            arrives: trip.batching.arrival(number),
            cargo: first..self.cargo.len(),
        });
        self.batches_of[trip.movement].push(batch);
        Some(batch)
    }
}

/// The balance of a site or column in a short list, made where it is missing.
pub(super) fn entry(list: &mut Vec<(usize, Steps)>, key: usize) -> &mut Steps {
    let at = list.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
        list.push((key, Steps::default()));
        list.len() - 1
    });
    &mut list[at].1
}

/// The balance of a site or column in a short list, if it is there.
pub(super) fn find(list: &[(usize, Steps)], key: usize) -> Option<&Steps> {
    list.iter().find(|(known, _)| *known == key).map(|(_, steps)| steps)
}

/// The movements that move something: with both dates, and places that exist.
fn trips_of(index: &Index, spans: &Spans) -> Vec<Trip> {
    let trip = |number: usize| {
        let movement = &index.movements[number];
        let span = spans.movements[number]?.closed()?;
        let to = match &movement.to {
            Some(site) => Destination::Site(index.site(site)?),
            None => Destination::Ended,
        };
        Some(Trip {
            movement: number,
            batching: Batching::of(span, movement.trip_days),
            from: index.site(&movement.from)?,
            to,
        })
    };
    (0..index.movements.len()).filter_map(trip).collect()
}

#[cfg(test)]
mod tests;
