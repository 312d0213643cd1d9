//! The items of a plan numbered, so that no loop looks anything up by its name.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::holdings::{Kinds, PEOPLE_COLUMNS, category_column};
use crate::plan::{Activity, Id, Kind, Movement, Plan, Site, Unit};

/// Figures above this are counted as this, so that sums of them, and their
/// products with numbers of days, stay within 64 bits.
pub(super) const MAX_FIGURE: u64 = 1_000_000_000_000;

/// What a unit has of one kind: its people, or one kind of its materiel.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stock {
    pub unit: usize,
    /// Where it is counted: see [`super::holdings`].
    pub column: usize,
    pub figure: i64,
}

/// Numbers for sites, units, activities and movements, in the order of their ids.
#[derive(Clone, Debug)]
pub(super) struct Index {
    pub sites: Vec<Arc<Site>>,
    pub units: Vec<Arc<Unit>>,
    pub activities: Vec<Arc<Activity>>,
    pub movements: Vec<Arc<Movement>>,
    pub kinds: Kinds,
    pub stocks: Vec<Stock>,
    stocks_of: Vec<Range<usize>>,
    /// Ids are unique over all kinds of items.
    numbers: HashMap<Id, (Kind, usize)>,
}

impl Index {
    pub fn of(plan: &Plan) -> Index {
        let mut index = Index {
            sites: plan.sites().iter().cloned().collect(),
            units: plan.units().iter().cloned().collect(),
            activities: plan.activities().iter().cloned().collect(),
            movements: plan.movements().iter().cloned().collect(),
            kinds: kinds_of(plan),
            stocks: Vec::new(),
            stocks_of: Vec::new(),
            numbers: HashMap::new(),
        };
        index.number_all();
        for (unit, it) in index.units.iter().enumerate() {
            let first = index.stocks.len();
            let people = category_column(&it.category);
            index.stocks.push(Stock { unit, column: people, figure: figure(it.personnel) });
            for (kind, amount) in &it.materiel {
                let column = index.kinds.column(kind).expect("the kinds of all units are listed");
                index.stocks.push(Stock { unit, column, figure: figure(*amount) });
            }
            index.stocks_of.push(first..index.stocks.len());
        }
        index
    }

    fn number_all(&mut self) {
        let sites = self.sites.iter().map(|it| &*it.id).enumerate();
        let units = self.units.iter().map(|it| &*it.id).enumerate();
        let activities = self.activities.iter().map(|it| &*it.id).enumerate();
        let movements = self.movements.iter().map(|it| &*it.id).enumerate();
        let of = |kind: Kind| move |(number, id): (usize, &Id)| (id.clone(), (kind, number));
        let all = sites.map(of(Kind::Site)).chain(units.map(of(Kind::Unit)));
        let all = all.chain(activities.map(of(Kind::Activity)));
        self.numbers = all.chain(movements.map(of(Kind::Movement))).collect();
    }

    pub fn site(&self, id: &Id) -> Option<usize> {
        self.number(Kind::Site, id)
    }

    pub fn unit(&self, id: &Id) -> Option<usize> {
        self.number(Kind::Unit, id)
    }

    pub fn activity(&self, id: &Id) -> Option<usize> {
        self.number(Kind::Activity, id)
    }

    pub fn movement(&self, id: &Id) -> Option<usize> {
        self.number(Kind::Movement, id)
    }

    fn number(&self, kind: Kind, id: &Id) -> Option<usize> {
        self.numbers.get(id).filter(|(known, _)| *known == kind).map(|(_, number)| *number)
    }

    /// All a unit has: first its people, then its kinds of materiel.
    pub fn stocks_of(&self, unit: usize) -> Range<usize> {
        self.stocks_of[unit].clone()
    }

    /// The people of a unit.
    pub fn people_of(&self, unit: usize) -> usize {
        self.stocks_of[unit].start
    }

    /// What a unit has in a column, if it has anything there.
    pub fn stock(&self, unit: usize, column: usize) -> Option<usize> {
        self.stocks_of(unit).find(|stock| self.stocks[*stock].column == column)
    }

    /// Numbers of people count in the first columns, materiel in all others.
    pub fn columns(&self) -> usize {
        PEOPLE_COLUMNS + self.kinds.names().len()
    }
}

/// A figure of the plan as a balance.
pub(super) fn figure(amount: u64) -> i64 {
    amount.min(MAX_FIGURE) as i64
}

/// The kinds of materiel that units have or movements ask for.
fn kinds_of(plan: &Plan) -> Kinds {
    let had = plan.units().iter().flat_map(|unit| unit.materiel.keys());
    let loads = plan.movements().iter().flat_map(|movement| &movement.loads);
    let asked = loads.flat_map(|load| load.materiel.iter().flat_map(|m| m.keys()));
    // Most plans name the same few kinds over and over.
    Kinds::new(had.chain(asked).map(String::as_str).collect::<BTreeSet<&str>>())
}
