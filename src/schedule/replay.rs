//! Carries out all movements day by day, and writes the ledger while doing so.

use std::collections::{BTreeMap, BTreeSet};

use super::holdings::is_people;
use super::index::{Index, figure};
use super::ledger::{Cargo, Destination, Ledger, Shortage, Trip, entry, find};
use super::order::movement_ranks;
use super::tick::Tick;
use super::tracks::Spans;
use crate::calendar::Day;
use crate::plan::{Load, MovementKind};

pub(super) fn run(index: &Index, spans: &Spans, mut trips: Vec<Trip>, ledger: Ledger) -> Ledger {
    let ranks = movement_ranks(index, spans);
    // From here on the place of a trip in the list is its turn on a day.
    trips.sort_unstable_by_key(|trip| ranks[trip.movement]);
    let mut replay = Replay {
        index,
        demands: trips.iter().map(|trip| demands_of(index, trip.movement)).collect(),
        outside: outside_at_the_opening(index),
        trips,
        ledger,
        arriving: BTreeMap::new(),
        cargo: Vec::new(),
    };
    replay.run();
    replay.ledger
}

struct Replay<'a> {
    index: &'a Index,
    /// In the order in which they take on one day.
    trips: Vec<Trip>,
    /// What each trip asks for.
    demands: Vec<Vec<Demand>>,
    /// For each stock what of it is out of the theatre and can come in.
    outside: Vec<Outside>,
    ledger: Ledger,
    /// Batches under way by the day at whose close they arrive, with their trip.
    arriving: BTreeMap<Day, Vec<(usize, usize)>>,
    /// What the batch that is being put together carries.
    cargo: Vec<Cargo>,
}

/// What a trip asks of one stock.
#[derive(Clone, Debug)]
struct Demand {
    unit: usize,
    column: usize,
    /// None: the unit has none of this kind.
    stock: Option<usize>,
    /// None: all that is there.
    amount: Option<i64>,
    gone: i64,
    /// The day of the first batch that fell short, and by how much at most.
    short: Option<(Day, i64)>,
}

#[derive(Clone, Debug, Default)]
struct Outside {
    /// Not yet in the theatre, and at no exit: can come in at any.
    nowhere: i64,
    /// By exit.
    at: Vec<(usize, AtExit)>,
}

#[derive(Clone, Copy, Debug, Default)]
struct AtExit {
    /// Has never been in the theatre.
    elsewhere: i64,
    /// Was in the theatre, and left it here.
    departed: i64,
}

impl Outside {
    fn at_exit(&mut self, exit: usize) -> &mut AtExit {
        let at = self.at.iter().position(|(known, _)| *known == exit).unwrap_or_else(|| {
            self.at.push((exit, AtExit::default()));
            self.at.len() - 1
        });
        &mut self.at[at].1
    }
}

fn outside_at_the_opening(index: &Index) -> Vec<Outside> {
    let of_stock = |stock: &super::index::Stock| {
        let mut outside = Outside::default();
        match index.units[stock.unit].site.as_ref().map(|site| index.site(site)) {
            Some(Some(site)) if index.sites[site].is_exit() => {
                outside.at_exit(site).elsewhere = stock.figure;
            }
            Some(Some(_)) => {}
            Some(None) | None => outside.nowhere = stock.figure,
        }
        outside
    };
    index.stocks.iter().map(of_stock).collect()
}

fn demands_of(index: &Index, movement: usize) -> Vec<Demand> {
    let mut demands = Vec::new();
    for load in &index.movements[movement].loads {
        if let Some(unit) = index.unit(&load.unit) {
            add_demands(index, unit, load, &mut demands);
        }
    }
    demands
}

fn add_demands(index: &Index, unit: usize, load: &Load, demands: &mut Vec<Demand>) {
    let mut ask = |column: usize, stock: Option<usize>, amount: Option<i64>| {
        // Nothing asked for is nothing to do.
        if amount != Some(0) {
            demands.push(Demand { unit, column, stock, amount, gone: 0, short: None });
        }
    };
    let people = index.people_of(unit);
    ask(index.stocks[people].column, Some(people), load.personnel.map(figure));
    match &load.materiel {
        None => {
            for stock in index.stocks_of(unit).skip(1) {
                ask(index.stocks[stock].column, Some(stock), None);
            }
        }
        Some(asked) => {
            for (kind, amount) in asked {
                let column = index.kinds.column(kind).expect("the kinds of all loads are listed");
                ask(column, index.stock(unit, column), Some(figure(*amount)));
            }
        }
    }
}

impl Replay<'_> {
    fn run(&mut self) {
        let mut by_start: Vec<usize> = (0..self.trips.len()).collect();
        by_start.sort_by_key(|trip| self.trips[*trip].batching.departure(1));
        let mut by_start = by_start.into_iter().peekable();
        // Trips with batches still to leave, by their turn.
        let mut active = BTreeSet::new();
        let mut today = self.ledger.opening_day;
        loop {
            if active.is_empty() {
                let Some(next) = by_start.peek() else { break };
                today = self.trips[*next].batching.departure(1);
            }
            while let Some(trip) =
                by_start.next_if(|trip| self.trips[*trip].batching.departure(1) == today)
            {
                active.insert(trip);
            }
            self.arrive_before(today);
            for trip in &active {
                self.depart(*trip, today);
            }
            active.retain(|trip| {
                let batching = self.trips[*trip].batching;
                batching.departure(batching.count) > today
            });
            today = today + 1;
        }
        while let Some((day, batches)) = self.arriving.pop_first() {
            self.arrive(day, &batches);
        }
        self.note_shortages();
    }

    fn arrive_before(&mut self, today: Day) {
        while let Some(next) = self.arriving.first_entry().filter(|next| *next.key() < today) {
            let (day, batches) = next.remove_entry();
            self.arrive(day, &batches);
        }
    }

    fn depart(&mut self, trip: usize, today: Day) {
        let batching = self.trips[trip].batching;
        let number = today - batching.departure(1) + 1;
        let mut demands = std::mem::take(&mut self.demands[trip]);
        self.cargo.clear();
        for demand in &mut demands {
            let present = demand.stock.map_or(0, |stock| self.present(trip, stock));
            let part = match demand.amount {
                Some(amount) => {
                    let asked = batching.part_of_amount(amount, number, demand.gone);
                    if asked > present {
                        let missing = asked - present;
                        let (first, most) = demand.short.unwrap_or((today, missing));
                        demand.short = Some((first, most.max(missing)));
                    }
                    asked.min(present)
                }
                // Nothing there is by far the most frequent case, and dividing is slow.
                None if present == 0 => 0,
                None => batching.part_of_all(present, number),
            };
            if let Some(stock) = demand.stock.filter(|_| part > 0) {
                demand.gone += part;
                self.take(trip, stock, part, Tick::begin_of(today));
                self.cargo.push(Cargo { stock, amount: part });
            }
        }
        self.demands[trip] = demands;
        let cargo = std::mem::take(&mut self.cargo);
        if let Some(batch) = self.ledger.note_batch(&self.trips[trip], number, &cargo) {
            self.arriving.entry(batching.arrival(number)).or_default().push((batch, trip));
        }
        self.cargo = cargo;
    }

    /// How much of a stock a trip finds where it starts.
    fn present(&self, trip: usize, stock: usize) -> i64 {
        let trip = &self.trips[trip];
        let here = find(&self.ledger.held[stock], trip.from).map_or(0, |steps| steps.last());
        let outside = &self.outside[stock];
        let at_exit = outside.at.iter().find(|(exit, _)| *exit == trip.from);
        let at_exit = at_exit.map_or(0, |(_, at)| at.elsewhere + at.departed);
        here + at_exit + if self.can_enter(trip) { outside.nowhere } else { 0 }
    }

    /// Whether a trip brings in units that are not yet anywhere.
    fn can_enter(&self, trip: &Trip) -> bool {
        self.index.sites[trip.from].is_exit()
            || self.index.movements[trip.movement].kind == MovementKind::Deployment
    }

    /// Takes some of a stock from where a trip starts and sets it moving; there
    /// is as much as that.
    fn take(&mut self, trip: usize, stock: usize, amount: i64, tick: Tick) {
        let from = self.trips[trip].from;
        let column = self.index.stocks[stock].column;
        let totals = &mut self.ledger.totals;
        let (mut here, mut back) = (0, 0);
        if self.index.sites[from].is_exit() {
            // Those who left the theatre come back before others come in.
            let at_exit = self.outside[stock].at_exit(from);
            back = amount.min(at_exit.departed);
            at_exit.departed -= back;
            let new = (amount - back).min(at_exit.elsewhere);
            at_exit.elsewhere -= new;
            self.outside[stock].nowhere -= amount - back - new;
        } else {
            let held = entry(&mut self.ledger.held[stock], from);
            here = amount.min(held.last());
            held.add(tick, -here);
            entry(&mut self.ledger.sites[from], column).add(tick, -here);
            self.outside[stock].nowhere -= amount - here;
        }
        totals.present[column].add(tick, -here);
        totals.departed[column].add(tick, -back);
        totals.entered[column].add(tick, amount - here - back);
        totals.moving[column].add(tick, amount);
        if is_people(column) {
            let people = &mut self.ledger.people[self.index.stocks[stock].unit];
            people.departed.add(tick, -back);
            people.moving.add(tick, amount);
            people.in_theatre.add(tick, amount - here);
        }
    }

    fn arrive(&mut self, day: Day, batches: &[(usize, usize)]) {
        let tick = Tick::close_of(day);
        for &(batch, trip) in batches {
            let to = self.trips[trip].to;
            for at in 0..self.ledger.cargo(batch).len() {
                let cargo = self.ledger.cargo(batch)[at];
                self.put(to, cargo, tick);
            }
        }
    }

    /// Ends the way of some of a stock.
    fn put(&mut self, to: Destination, Cargo { stock, amount }: Cargo, tick: Tick) {
        let column = self.index.stocks[stock].column;
        let totals = &mut self.ledger.totals;
        let (mut present, mut departed) = (0, 0);
        match to {
            Destination::Site(site) if !self.index.sites[site].is_exit() => {
                present = amount;
                entry(&mut self.ledger.held[stock], site).add(tick, amount);
                entry(&mut self.ledger.sites[site], column).add(tick, amount);
            }
            Destination::Site(exit) => {
                departed = amount;
                self.outside[stock].at_exit(exit).departed += amount;
            }
            Destination::Ended if is_people(column) => departed = amount,
            Destination::Ended => totals.disposed[column].add(tick, amount),
        }
        totals.moving[column].add(tick, -amount);
        totals.present[column].add(tick, present);
        totals.departed[column].add(tick, departed);
        if is_people(column) {
            let people = &mut self.ledger.people[self.index.stocks[stock].unit];
            people.moving.add(tick, -amount);
            people.departed.add(tick, departed);
            people.in_theatre.add(tick, -departed);
        }
    }

    fn note_shortages(&mut self) {
        for (trip, demands) in self.trips.iter().zip(&self.demands) {
            for demand in demands {
                let Some((first, missing)) = demand.short else { continue };
                let Demand { unit, column, .. } = *demand;
                let movement = trip.movement;
                self.ledger.shortages.push(Shortage { movement, unit, column, first, missing });
            }
        }
        self.ledger.shortages.sort_by_key(|s| (s.first, s.movement, s.unit, s.column));
    }
}
