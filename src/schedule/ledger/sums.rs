//! The balances of sites and movements and the totals, summed up from the books of
//! units: as far as these are new.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Batch, Cargo, Ledger, MovementBook, Shortage, SiteBook, Totals};
use crate::schedule::course::Trip;
use crate::schedule::index::Index;
use crate::schedule::replay::UnitBook;
use crate::schedule::steps::{Steps, Sum};

/// Which books of units are new.
#[derive(Default)]
pub(super) struct Changes<'a> {
    /// None: all are.
    pub earlier: Option<&'a Ledger>,
    /// In order.
    pub units: Vec<usize>,
}

/// The books that are new, and those of the earlier ledger in place of which they
/// stand.
pub(super) struct NewBooks<'a> {
    earlier: Option<&'a Ledger>,
    new: Vec<(usize, &'a UnitBook)>,
    old: Vec<(usize, &'a UnitBook)>,
}

impl<'a> Changes<'a> {
    pub fn with_books(self, units: &'a [Arc<UnitBook>]) -> NewBooks<'a> {
        let Changes { earlier, units: changed } = self;
        let Some(known) = earlier else {
            let new = units.iter().enumerate().map(|(unit, book)| (unit, &**book)).collect();
            return NewBooks { earlier: None, new, old: Vec::new() };
        };
        let new = changed.iter().map(|unit| (*unit, &*units[*unit])).collect();
        let old = changed.iter().map(|unit| (*unit, &*known.units[*unit])).collect();
        NewBooks { earlier, new, old }
    }
}

impl<'a> NewBooks<'a> {
    fn is_new(&self, unit: usize) -> bool {
        self.new.binary_search_by_key(&unit, |(unit, _)| *unit).is_ok()
    }

    fn both(&self) -> impl Iterator<Item = &'a UnitBook> {
        self.new.iter().chain(&self.old).map(|(_, book)| *book)
    }

    pub fn totals(&self, index: &Index) -> Totals {
        let mut sums = Sums::default();
        sums.resize(index.columns());
        if let Some(earlier) = self.earlier {
            sums.start_with(&earlier.totals);
        }
        for (unit, book) in &self.old {
            sums.count(index, *unit, book, Sum::take_out);
        }
        for (unit, book) in &self.new {
            sums.count(index, *unit, book, Sum::add);
        }
        sums.totals()
    }

    pub fn shortages(&self) -> Vec<Shortage> {
        let known = self.earlier.map_or(&[][..], |ledger| &ledger.shortages);
        let mut all: Vec<Shortage> =
            known.iter().filter(|short| !self.is_new(short.unit)).cloned().collect();
        for (unit, book) in &self.new {
            all.extend(book.shortages.iter().map(|short| Shortage {
                movement: short.movement,
                unit: *unit,
                column: short.column,
                first: short.first,
                missing: short.missing,
            }));
        }
        all.sort_by_key(|s| (s.first, s.movement, s.unit, s.column));
        all
    }
}

/// The totals while they are added up: present, moving, departed, disposed and
/// entered, each by column.
#[derive(Default)]
struct Sums([Vec<Sum>; 5]);

impl Sums {
    fn resize(&mut self, columns: usize) {
        self.0.iter_mut().for_each(|account| account.resize(columns, Sum::default()));
    }

    fn start_with(&mut self, totals: &Totals) {
        for (sums, balances) in self.0.iter_mut().zip(totals.all()) {
            sums.iter_mut().zip(balances).for_each(|(sum, balance)| sum.add(balance));
        }
    }

    fn count(&mut self, index: &Index, unit: usize, book: &UnitBook, how: fn(&mut Sum, &Steps)) {
        let [present, moving, departed, disposed, entered] = &mut self.0;
        for (stock, book) in index.stocks[index.stocks_of(unit)].iter().zip(&book.stocks) {
            let column = stock.column;
            book.held.iter().for_each(|(_, steps)| how(&mut present[column], steps));
            how(&mut moving[column], &book.moving);
            how(&mut departed[column], &book.departed);
            how(&mut disposed[column], &book.disposed);
            how(&mut entered[column], &book.entered);
        }
    }

    fn totals(self) -> Totals {
        let [present, moving, departed, disposed, entered] =
            self.0.map(|account| account.into_iter().map(Sum::steps).collect());
        Totals { present, moving, departed, disposed, entered }
    }
}

pub(super) fn sites(
    index: &Index,
    units: &[Arc<UnitBook>],
    changes: &NewBooks,
) -> Vec<Arc<SiteBook>> {
    // The stocks of those units whose books are not new stay where they were.
    let mut sites = match changes.earlier {
        Some(earlier) => earlier.sites.clone(),
        None => vec![Arc::default(); index.sites.len()],
    };
    let held = changes.both().flat_map(|book| &book.stocks).flat_map(|stock| &stock.held);
    let touched: BTreeSet<usize> = held.map(|(site, _)| *site).collect();
    let mut stocks: Vec<Vec<usize>> = vec![Vec::new(); index.sites.len()];
    for site in &touched {
        let known = sites[*site].stocks.iter();
        let stays = |stock: &&usize| !changes.is_new(index.stocks[**stock].unit);
        stocks[*site].extend(known.filter(stays));
    }
    for (unit, book) in &changes.new {
        for (stock, book) in index.stocks_of(*unit).zip(&book.stocks) {
            book.held.iter().for_each(|(site, _)| stocks[*site].push(stock));
        }
    }
    for site in touched {
        let mut stocks = std::mem::take(&mut stocks[site]);
        stocks.sort_unstable();
        let columns = columns(index, units, site, &stocks);
        sites[site] = Arc::new(SiteBook { columns, stocks });
    }
    sites
}

/// What of some stocks is at a site, by column.
fn columns(
    index: &Index,
    units: &[Arc<UnitBook>],
    site: usize,
    stocks: &[usize],
) -> Vec<(usize, Steps)> {
    let mut sums: Vec<(usize, Sum)> = Vec::new();
    for number in stocks {
        let stock = index.stocks[*number];
        let book = &units[stock.unit].stocks[number - index.stocks_of(stock.unit).start];
        let Some(held) = book.at(site) else { continue };
        match sums.iter_mut().find(|(column, _)| *column == stock.column) {
            Some((_, sum)) => sum.add(held),
            None => {
                let mut sum = Sum::default();
                sum.add(held);
                sums.push((stock.column, sum));
            }
        }
    }
    sums.into_iter().map(|(column, sum)| (column, sum.steps())).collect()
}

pub(super) fn movements(
    index: &Index,
    units: &[Arc<UnitBook>],
    trips: &[Option<Trip>],
    changes: &NewBooks,
) -> Vec<Arc<MovementBook>> {
    let mut movements = match changes.earlier {
        Some(earlier) => earlier.movements.clone(),
        None => vec![Arc::default(); index.movements.len()],
    };
    let mut touched = vec![false; index.movements.len()];
    for leg in changes.both().flat_map(|book| book.course.legs()) {
        touched[leg.trip.movement] = true;
    }
    // The units whose books are not new may go with the same movements.
    let touching = touched.iter().enumerate().filter(|(_, touched)| **touched);
    let loads = touching.flat_map(|(movement, _)| &index.movements[movement].loads);
    let loading: BTreeSet<usize> = loads.filter_map(|load| index.unit(&load.unit)).collect();
    let mut loaded: Vec<Vec<(i64, Cargo)>> = vec![Vec::new(); index.movements.len()];
    for unit in loading {
        let book = &units[unit];
        let first = index.stocks_of(unit).start;
        for carried in book.carried.iter().filter(|carried| touched[carried.movement]) {
            let cargo = Cargo { stock: first + carried.stock, amount: carried.amount };
            loaded[carried.movement].push((carried.number, cargo));
        }
    }
    for (movement, loaded) in loaded.into_iter().enumerate() {
        if touched[movement] {
            let book = trips[movement].map(|trip| parted(&trip, loaded)).unwrap_or_default();
            movements[movement] = Arc::new(book);
        }
    }
    movements
}

/// The batches of a movement, from what goes with each.
fn parted(trip: &Trip, mut loaded: Vec<(i64, Cargo)>) -> MovementBook {
    loaded.sort_by_key(|(number, _)| *number);
    let mut book = MovementBook::default();
    for batch in loaded.chunk_by(|a, b| a.0 == b.0) {
        let number = batch[0].0;
        let first = book.cargo.len();
        book.cargo.extend(batch.iter().map(|(_, cargo)| *cargo));
        book.batches.push(Batch {
            number,
            departs: trip.batching.departure(number),
            arrives: trip.batching.arrival(number),
            cargo: first..book.cargo.len(),
        });
    }
    book
}
