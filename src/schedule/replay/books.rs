//! What becomes of a unit and of what it has: the outcome of a replay.

use crate::calendar::Day;
use crate::schedule::course::Course;
use crate::schedule::steps::Steps;

/// What becomes of a unit.
#[derive(Clone, Debug)]
pub(in crate::schedule) struct UnitBook {
    /// What all else follows from.
    pub course: Course,
    /// First its people, then its kinds of materiel.
    pub stocks: Vec<StockBook>,
    /// Its people present at a site or moving.
    pub in_theatre: Steps,
    /// All that ever went, in the order in which it left.
    pub carried: Vec<Carried>,
    /// In the order in which movements take.
    pub shortages: Vec<Short>,
}

/// What becomes of one stock of a unit.
#[derive(Clone, Debug, Default)]
pub(in crate::schedule) struct StockBook {
    /// What is at each site of the theatre where some ever is.
    pub held: Vec<(usize, Steps)>,
    pub moving: Steps,
    pub departed: Steps,
    pub disposed: Steps,
    /// Came into the theatre from elsewhere for the first time.
    pub entered: Steps,
}

impl StockBook {
    /// What is at a site over time; None: nothing ever is.
    pub fn at(&self, site: usize) -> Option<&Steps> {
        self.held.iter().find(|(known, _)| *known == site).map(|(_, steps)| steps)
    }

    pub fn at_mut(&mut self, site: usize) -> &mut Steps {
        let at = self.held.iter().position(|(known, _)| *known == site).unwrap_or_else(|| {
            self.held.push((site, Steps::default()));
            self.held.len() - 1
        });
        &mut self.held[at].1
    }
}

/// What a batch of a movement carries of one stock; at least 1.
#[derive(Clone, Copy, Debug)]
pub(in crate::schedule) struct Carried {
    pub movement: usize,
    /// Of the batch.
    pub number: i64,
    /// Its place among the stocks of the unit.
    pub stock: usize,
    pub amount: i64,
}

/// A movement asked for more than there was.
#[derive(Clone, Copy, Debug)]
pub(in crate::schedule) struct Short {
    pub movement: usize,
    pub column: usize,
    /// The day on which the first batch left with less than it should have.
    pub first: Day,
    /// By how much the movement was behind, at most.
    pub missing: i64,
}
