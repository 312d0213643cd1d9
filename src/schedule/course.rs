//! What decides about the balances of one unit: where it opens, and the movements
//! that load it.

use super::batches::Batching;
use super::index::{Index, figure};
use super::tracks::Spans;
use crate::plan::{Load, MovementKind};

/// All that the book of a unit follows from: equal courses give equal books.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Course {
    home: Place,
    /// How much it has: its people, then its kinds of materiel.
    figures: Vec<i64>,
    /// In the order in which they take on one day.
    legs: Vec<Leg>,
    asks: Vec<Ask>,
}

/// A movement that loads the unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Leg {
    pub trip: Trip,
    asks: std::ops::Range<usize>,
}

/// What a movement asks of one stock of the unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ask {
    pub column: usize,
    /// Its place among the stocks of the unit. None: the unit has none of this kind.
    pub stock: Option<usize>,
    /// None: all that is there.
    pub amount: Option<i64>,
}

/// A movement that moves: both its dates and its places are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Trip {
    pub movement: usize,
    pub batching: Batching,
    pub from: Place,
    /// None: staff end their service and materiel is given up, in place.
    pub to: Option<Place>,
    /// Whether it brings in units that are not yet anywhere.
    pub can_enter: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Site(usize),
    /// Out of the theatre.
    Exit(usize),
    Nowhere,
}

impl Place {
    fn of(index: &Index, site: Option<usize>) -> Place {
        match site {
            Some(site) if index.sites[site].is_exit() => Place::Exit(site),
            Some(site) => Place::Site(site),
            None => Place::Nowhere,
        }
    }
}

impl Trip {
    /// None for a movement that moves nothing, for a date or place of it is unknown.
    pub fn of(index: &Index, spans: &Spans, number: usize) -> Option<Trip> {
        let movement = &index.movements[number];
        let span = spans.movements[number]?.closed()?;
        let from = Place::of(index, Some(index.from[number]?));
        let to = match &movement.to {
            Some(_) => Some(Place::of(index, Some(index.to[number]?))),
            None => None,
        };
        let comes_in = movement.kind == MovementKind::Deployment;
        Some(Trip {
            movement: number,
            batching: Batching::of(span, movement.trip_days),
            from,
            to,
            can_enter: comes_in || matches!(from, Place::Exit(_)),
        })
    }
}

impl Course {
    /// `trips` and `turns` of all movements.
    pub fn of(index: &Index, trips: &[Option<Trip>], turns: &[usize], unit: usize) -> Course {
        let site = index.units[unit].site.as_ref().and_then(|site| index.site(site));
        let stocks = &index.stocks[index.stocks_of(unit)];
        let mut course = Course {
            home: Place::of(index, site),
            figures: stocks.iter().map(|stock| stock.figure).collect(),
            legs: Vec::new(),
            asks: Vec::new(),
        };
        let mut loads = index.loads_of[unit].clone();
        loads.retain(|(movement, _)| trips[*movement].is_some());
        loads.sort_by_key(|(movement, _)| turns[*movement]);
        for loads in loads.chunk_by(|a, b| a.0 == b.0) {
            let first = course.asks.len();
            let movement = loads[0].0;
            for (_, load) in loads {
                course.ask(index, unit, &index.movements[movement].loads[*load]);
            }
            let asks = first..course.asks.len();
            course.legs.extend(trips[movement].map(|trip| Leg { trip, asks }));
        }
        course
    }

    fn ask(&mut self, index: &Index, unit: usize, load: &Load) {
        let stocks = index.stocks_of(unit);
        let mut ask = |column: usize, stock: Option<usize>, amount: Option<i64>| {
            // Nothing asked for is nothing to do.
            if amount != Some(0) {
                let stock = stock.map(|stock| stock - stocks.start);
                self.asks.push(Ask { column, stock, amount });
            }
        };
        let people = stocks.start;
        ask(index.stocks[people].column, Some(people), load.personnel.map(figure));
        match &load.materiel {
            None => {
                for stock in stocks.clone().skip(1) {
                    ask(index.stocks[stock].column, Some(stock), None);
                }
            }
            Some(asked) => {
                for (kind, amount) in asked {
                    let column =
                        index.kinds.column(kind).expect("the kinds of all loads are listed");
                    ask(column, index.stock(unit, column), Some(figure(*amount)));
                }
            }
        }
    }

    /// Whether its movements still take in this order.
    pub fn is_in_order(&self, turns: &[usize]) -> bool {
        self.legs.is_sorted_by_key(|leg| turns[leg.trip.movement])
    }

    pub fn home(&self) -> Place {
        self.home
    }

    pub fn figures(&self) -> &[i64] {
        &self.figures
    }

    pub fn legs(&self) -> &[Leg] {
        &self.legs
    }

    /// What a leg asks for, with its numbers among the asks of the course.
    pub fn asks(&self, leg: usize) -> impl Iterator<Item = (usize, &Ask)> {
        let asks = self.legs[leg].asks.clone();
        asks.clone().zip(&self.asks[asks])
    }

    pub fn count_of_asks(&self) -> usize {
        self.asks.len()
    }
}
