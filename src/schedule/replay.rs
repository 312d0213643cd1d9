//! Carries out all movements of one unit day by day, and writes its book while
//! doing so. No unit has anything to do with the balances of another.

mod books;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::course::{Course, Place, Trip};
use super::steps::Steps;
use super::tick::Tick;
use crate::calendar::Day;

pub(super) use books::{Carried, Short, StockBook, UnitBook};

struct Replay<'a> {
    course: &'a Course,
    stocks: Vec<StockBook>,
    in_theatre: Steps,
    carried: Vec<Carried>,
    shortages: Vec<Short>,
    /// For each stock what of it is out of the theatre and can come in.
    outside: Vec<Outside>,
    /// By ask of the course.
    asked: Vec<Asked>,
    /// What is under way: when it arrives, on which leg, which stock and how much.
    arriving: BinaryHeap<Reverse<(Day, usize, usize, i64)>>,
}

/// What became of an ask so far.
#[derive(Clone, Copy, Debug, Default)]
struct Asked {
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

/// The book of a unit.
pub(super) fn book_of(course: Course) -> UnitBook {
    let mut replay = Replay::opened(&course);
    replay.run();
    let Replay { stocks, in_theatre, carried, shortages, .. } = replay;
    UnitBook { course, stocks, in_theatre, carried, shortages }
}

/// The people come first among the stocks of a unit.
const PEOPLE: usize = 0;

impl<'a> Replay<'a> {
    /// Before the first day: a unit is wholly at its site. What opens at an exit, or
    /// without a site, is elsewhere.
    fn opened(course: &'a Course) -> Replay<'a> {
        let figures = course.figures();
        let mut stocks = vec![StockBook::default(); figures.len()];
        let mut outside = vec![Outside::default(); figures.len()];
        for (stock, figure) in figures.iter().enumerate() {
            match course.home() {
                Place::Site(site) => {
                    stocks[stock].held.push((site, Steps::opening_with(*figure)));
                }
                Place::Exit(exit) => outside[stock].at_exit(exit).elsewhere = *figure,
                Place::Nowhere => outside[stock].nowhere = *figure,
            }
        }
        let opening = stocks[PEOPLE].held.first().map(|(_, people)| people.clone());
        Replay {
            course,
            in_theatre: opening.unwrap_or_default(),
            stocks,
            carried: Vec::new(),
            shortages: Vec::new(),
            outside,
            asked: vec![Asked::default(); course.count_of_asks()],
            arriving: BinaryHeap::new(),
        }
    }

    fn run(&mut self) {
        let legs = self.course.legs();
        let mut next = self.next_event(None);
        while let Some(today) = next {
            self.arrive_before(today);
            for (number, leg) in legs.iter().enumerate() {
                if let Some(batch) = leg.trip.batching.leaving_on(today) {
                    self.depart(number, &leg.trip, today, batch);
                }
            }
            next = self.next_event(Some(today));
        }
        while let Some(Reverse((day, leg, stock, amount))) = self.arriving.pop() {
            self.put(leg, stock, amount, Tick::close_of(day));
        }
        self.note_shortages();
    }

    /// The next day on which a batch takes something, or might after an arrival. In
    /// between nothing changes, however long movements are.
    fn next_event(&self, after: Option<Day>) -> Option<Day> {
        let takes = self.course.legs().iter().enumerate().filter_map(|(number, leg)| {
            let earliest = leg.trip.batching.number_after(after);
            let asks = self.course.asks(number);
            let batches = asks.filter_map(|(at, ask)| match (ask.amount, ask.stock) {
                (Some(amount), _) => {
                    leg.trip.batching.next_of_amount(amount, earliest, self.asked[at].gone)
                }
                (None, Some(stock)) => {
                    leg.trip.batching.next_of_all(self.present(&leg.trip, stock), earliest)
                }
                (None, None) => None,
            });
            batches.min().map(|batch| leg.trip.batching.departure(batch))
        });
        let arrival = self.arriving.peek().and_then(|Reverse(next)| {
            let arrived = after.map_or(next.0, |after| next.0.max(after));
            let legs = self.course.legs().iter();
            legs.filter_map(|leg| leg.trip.batching.next_departure(arrived)).min()
        });
        takes.chain(arrival).min()
    }

    fn arrive_before(&mut self, today: Day) {
        while self.arriving.peek().is_some_and(|Reverse(next)| next.0 < today) {
            if let Some(Reverse((day, leg, stock, amount))) = self.arriving.pop() {
                self.put(leg, stock, amount, Tick::close_of(day));
            }
        }
    }

    fn depart(&mut self, leg: usize, trip: &Trip, today: Day, number: i64) {
        let batching = trip.batching;
        let course = self.course;
        for (at, ask) in course.asks(leg) {
            let present = ask.stock.map_or(0, |stock| self.present(trip, stock));
            let asked = &mut self.asked[at];
            let part = match ask.amount {
                Some(amount) => {
                    let part = batching.part_of_amount(amount, number, asked.gone);
                    if part > present {
                        let missing = part - present;
                        let (first, most) = asked.short.unwrap_or((today, missing));
                        asked.short = Some((first, most.max(missing)));
                    }
                    part.min(present)
                }
                // Nothing there is by far the most frequent case, and dividing is slow.
                None if present == 0 => 0,
                None => batching.part_of_all(present, number),
            };
            if let Some(stock) = ask.stock.filter(|_| part > 0) {
                asked.gone += part;
                self.take(trip, stock, part, Tick::begin_of(today));
                let movement = trip.movement;
                self.carried.push(Carried { movement, number, stock, amount: part });
                self.arriving.push(Reverse((batching.arrival(number), leg, stock, part)));
            }
        }
    }

    /// How much of a stock a trip finds where it starts.
    fn present(&self, trip: &Trip, stock: usize) -> i64 {
        let outside = &self.outside[stock];
        let here = match trip.from {
            Place::Site(site) => self.stocks[stock].at(site).map_or(0, Steps::last),
            Place::Exit(exit) => {
                let at = outside.at.iter().find(|(known, _)| *known == exit);
                at.map_or(0, |(_, at)| at.elsewhere + at.departed)
            }
            Place::Nowhere => 0,
        };
        here + if trip.can_enter { outside.nowhere } else { 0 }
    }

    /// Takes some of a stock from where a trip starts and sets it moving; there
    /// is as much as that.
    fn take(&mut self, trip: &Trip, stock: usize, amount: i64, tick: Tick) {
        let book = &mut self.stocks[stock];
        let outside = &mut self.outside[stock];
        let (mut here, mut back) = (0, 0);
        match trip.from {
            Place::Exit(exit) => {
                // Those who left the theatre come back before others come in.
                let at_exit = outside.at_exit(exit);
                back = amount.min(at_exit.departed);
                at_exit.departed -= back;
                let new = (amount - back).min(at_exit.elsewhere);
                at_exit.elsewhere -= new;
                outside.nowhere -= amount - back - new;
            }
            Place::Site(site) => {
                let held = book.at_mut(site);
                here = amount.min(held.last());
                held.add(tick, -here);
                outside.nowhere -= amount - here;
            }
            Place::Nowhere => {}
        }
        book.departed.add(tick, -back);
        book.entered.add(tick, amount - here - back);
        book.moving.add(tick, amount);
        if stock == PEOPLE {
            self.in_theatre.add(tick, amount - here);
        }
    }

    /// Ends the way of some of a stock.
    fn put(&mut self, leg: usize, stock: usize, amount: i64, tick: Tick) {
        let book = &mut self.stocks[stock];
        let mut departed = 0;
        match self.course.legs()[leg].trip.to {
            Some(Place::Site(site)) => book.at_mut(site).add(tick, amount),
            Some(Place::Exit(exit)) => {
                departed = amount;
                self.outside[stock].at_exit(exit).departed += amount;
            }
            Some(Place::Nowhere) | None if stock == PEOPLE => departed = amount,
            Some(Place::Nowhere) | None => book.disposed.add(tick, amount),
        }
        book.moving.add(tick, -amount);
        book.departed.add(tick, departed);
        if stock == PEOPLE {
            self.in_theatre.add(tick, -departed);
        }
    }

    fn note_shortages(&mut self) {
        for (number, leg) in self.course.legs().iter().enumerate() {
            for (at, ask) in self.course.asks(number) {
                let Some((first, missing)) = self.asked[at].short else { continue };
                let (movement, column) = (leg.trip.movement, ask.column);
                self.shortages.push(Short { movement, column, first, missing });
            }
        }
    }
}
