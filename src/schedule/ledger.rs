//! Who and what is where: whole-number balances over time.

mod made;
mod sums;

use std::ops::Range;
use std::sync::Arc;

use super::course::Trip;
use super::index::Index;
use super::replay::{StockBook, UnitBook};
use super::steps::Steps;
use super::tick::Tick;
use crate::calendar::Day;

/// The balances of one track.
///
/// A day is its opening balance, then departures, then arrivals, then its
/// closing balance: what arrives on a day leaves on the next at the earliest. On
/// every day and for each column, opening + entered = present + moving +
/// departed + disposed.
///
/// Units have nothing to do with each other, so there is a book for each; those of
/// sites and movements and the totals are made up of them. Books are shared with
/// the ledger of an earlier revision of the plan where they did not change.
#[derive(Clone, Debug)]
pub(super) struct Ledger {
    /// The day before whose first departure every unit is wholly at its site:
    /// the earlier of the start of the horizon and the first movement.
    pub opening_day: Day,
    pub units: Vec<Arc<UnitBook>>,
    pub sites: Vec<Arc<SiteBook>>,
    pub movements: Vec<Arc<MovementBook>>,
    pub totals: Totals,
    pub shortages: Vec<Shortage>,
    /// For each movement its turn among those that leave on the same day.
    pub turns: Arc<Vec<usize>>,
    /// What moves of each movement; None: nothing.
    trips: Arc<Vec<Option<Trip>>>,
}

/// What is at a site.
#[derive(Clone, Debug, Default)]
pub(super) struct SiteBook {
    /// By column; unsorted, and only columns of which something is ever there.
    pub columns: Vec<(usize, Steps)>,
    /// The stocks of which some is ever there, in order.
    pub stocks: Vec<usize>,
}

/// What goes with a movement.
#[derive(Clone, Debug, Default)]
pub(super) struct MovementBook {
    /// In the order in which they leave.
    pub batches: Vec<Batch>,
    cargo: Vec<Cargo>,
}

/// A part of a movement that travels together; never empty.
#[derive(Clone, Debug)]
pub(super) struct Batch {
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

impl Ledger {
    /// What becomes of a stock.
    pub fn stock(&self, index: &Index, stock: usize) -> &StockBook {
        let unit = index.stocks[stock].unit;
        &self.units[unit].stocks[stock - index.stocks_of(unit).start]
    }

    /// How much of a stock is at a site over time; None: none ever is.
    pub fn at(&self, index: &Index, stock: usize, site: usize) -> Option<&Steps> {
        self.stock(index, stock).at(site)
    }

    /// The units that have something at a site at a tick, in order.
    pub fn units_at(&self, index: &Index, site: usize, tick: Tick) -> Vec<usize> {
        let is_there =
            |s: &&usize| self.at(index, **s, site).is_some_and(|steps| steps.at(tick) > 0);
        let there = self.sites[site].stocks.iter().filter(is_there);
        let mut units: Vec<usize> = there.map(|stock| index.stocks[*stock].unit).collect();
        units.dedup();
        units
    }

    /// The batches of a movement, in the order in which they leave.
    pub fn batches(&self, movement: usize) -> &[Batch] {
        &self.movements[movement].batches
    }
}

impl UnitBook {
    /// What becomes of the people of the unit.
    pub fn people(&self) -> &StockBook {
        &self.stocks[0]
    }
}

impl MovementBook {
    pub fn cargo(&self, batch: &Batch) -> &[Cargo] {
        &self.cargo[batch.cargo.clone()]
    }

    /// All that goes with any batch.
    pub fn all_cargo(&self) -> &[Cargo] {
        &self.cargo
    }

    /// The batches that are on their way at a tick.
    pub fn under_way(&self, tick: Tick) -> &[Batch] {
        let all = &self.batches;
        // All trips of a movement take as long, so they arrive as they left.
        let left = all.partition_point(|batch| Tick::begin_of(batch.departs) <= tick);
        let arrived = all.partition_point(|batch| Tick::close_of(batch.arrives) <= tick);
        &all[arrived.min(left)..left]
    }
}

#[cfg(test)]
mod tests;
