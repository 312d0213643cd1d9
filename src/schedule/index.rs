//! The items of a plan numbered, so that no loop looks anything up by its name.

mod tables;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::changed::Changed;
use super::convoys::Convoys;
use super::dependencies::Dependencies;
use super::holdings::{Kinds, PEOPLE_COLUMNS};
use super::timed::Timed;
use crate::plan::{Activity, Id, Item, Kind, MAX_FIGURE, Movement, Plan, Site, Unit};

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
    pub sites: Arc<Vec<Arc<Site>>>,
    pub units: Arc<Vec<Arc<Unit>>>,
    pub activities: Arc<Vec<Arc<Activity>>>,
    pub movements: Arc<Vec<Arc<Movement>>>,
    pub kinds: Kinds,
    pub stocks: Arc<Vec<Stock>>,
    stocks_of: Arc<Vec<Range<usize>>>,
    /// The site of each activity.
    pub site_of: Arc<Vec<Option<usize>>>,
    /// Where each movement starts.
    pub from: Arc<Vec<Option<usize>>>,
    /// Where each movement ends; None as well where it ends at no site.
    pub to: Arc<Vec<Option<usize>>>,
    /// For each site the activities there, in order.
    pub activities_at: Arc<Vec<Vec<usize>>>,
    /// For each site the movements that start or end there, in order.
    pub movements_at: Arc<Vec<Vec<usize>>>,
    pub dependencies: Arc<Dependencies>,
    pub convoys: Arc<Convoys>,
    /// For each unit the loads that name it, by movement and place in its list.
    pub loads_of: Arc<Vec<Vec<(usize, usize)>>>,
    /// Ids are unique over all kinds of items.
    numbers: Arc<HashMap<Id, (Kind, usize)>>,
}

impl Index {
    pub fn of(plan: &Plan) -> Index {
        let mut index = Index::of_lists(plan);
        index.numbers = Arc::new(index.numbers_of_all());
        index.list_kinds();
        index.list_stocks();
        index.find_sites_of_activities();
        index.find_ends_of_movements();
        index.find_dependencies();
        index.find_convoys();
        index.find_loads();
        index
    }

    /// The index of the plan after items changed, while none came or went: they keep
    /// their numbers, and tables are shared that are the same.
    pub fn renewed(&self, changed: &Changed) -> Index {
        let mut index = self.clone();
        for (_, item) in &changed.items {
            match item {
                Item::Site(it) => put(&mut index.sites, self.site(&it.id), it),
                Item::Unit(it) => put(&mut index.units, self.unit(&it.id), it),
                Item::Activity(it) => {
                    put(&mut index.activities, self.number(Kind::Activity, &it.id), it);
                }
                Item::Movement(it) => put(&mut index.movements, self.movement(&it.id), it),
                _ => {}
            }
        }
        let Changed { units, activities, movements, .. } = changed;
        let of_units = Pairs(units, &index.units, &self.units);
        let of_activities = Pairs(activities, &index.activities, &self.activities);
        let of_movements = Pairs(movements, &index.movements, &self.movements);
        let other_loads = of_movements.differ_in(|it| &it.loads);
        let other_units = of_units.differ_in(|it| &it.materiel)
            || of_units.differ_in(|it| &it.personnel)
            || of_units.differ_in(|it| &it.category);
        let other_sites = of_activities.differ_in(|it| &it.site);
        let other_ends =
            of_movements.differ_in(|it| &it.from) || of_movements.differ_in(|it| &it.to);
        let other_links = of_activities.differ_in(|it| &it.timing.after)
            || of_movements.differ_in(|it| &it.timing.after);
        let other_convoys =
            of_movements.differ_in(|it| &it.convoy) || of_movements.differ_in(|it| &it.needs);
        if other_loads || other_units {
            index.list_kinds();
            index.list_stocks();
        }
        for (is_other, find) in [
            (other_loads, Index::find_loads as fn(&mut Index)),
            (other_sites, Index::find_sites_of_activities),
            (other_ends, Index::find_ends_of_movements),
            (other_links, Index::find_dependencies),
            (other_convoys, Index::find_convoys),
        ] {
            if is_other {
                find(&mut index);
            }
        }
        index
    }

    /// Whether the units have the same kinds of things, whatever the figures: then
    /// the stocks of both have the same numbers.
    pub fn has_stocks_of(&self, other: &Index) -> bool {
        let same = |(a, b): (&Stock, &Stock)| (a.unit, a.column) == (b.unit, b.column);
        // The columns mean something by their kinds alone.
        Arc::ptr_eq(&self.stocks, &other.stocks)
            || self.kinds == other.kinds
                && self.stocks.len() == other.stocks.len()
                && self.stocks.iter().zip(&*other.stocks).all(same)
    }

    pub fn site(&self, id: &Id) -> Option<usize> {
        self.number(Kind::Site, id)
    }

    pub fn unit(&self, id: &Id) -> Option<usize> {
        self.number(Kind::Unit, id)
    }

    pub fn movement(&self, id: &Id) -> Option<usize> {
        self.number(Kind::Movement, id)
    }

    pub fn number(&self, kind: Kind, id: &Id) -> Option<usize> {
        self.numbers.get(id).filter(|(known, _)| *known == kind).map(|(_, number)| *number)
    }

    /// Activities and movements, numbered together: activities come first.
    pub fn timed(&self, number: usize) -> Timed<'_> {
        match number.checked_sub(self.activities.len()) {
            None => Timed::activity(&self.activities[number]),
            Some(movement) => Timed::movement(&self.movements[movement]),
        }
    }

    pub fn count_of_timed(&self) -> usize {
        self.activities.len() + self.movements.len()
    }

    /// The number of a movement among the timed items.
    pub fn timed_movement(&self, movement: usize) -> usize {
        self.activities.len() + movement
    }

    /// The number of an activity or movement among the timed items.
    pub fn number_of_timed(&self, id: &Id) -> Option<usize> {
        match self.numbers.get(id)? {
            (Kind::Activity, number) => Some(*number),
            (Kind::Movement, number) => Some(self.timed_movement(*number)),
            _ => None,
        }
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

/// Items that changed, by their numbers in the lists before and after.
struct Pairs<'a, T>(&'a [usize], &'a [Arc<T>], &'a [Arc<T>]);

impl<T> Pairs<'_, T> {
    /// Whether any of them has another of something.
    fn differ_in<U: PartialEq>(&self, of: impl Fn(&T) -> &U) -> bool {
        let Pairs(numbers, now, earlier) = self;
        numbers.iter().any(|number| of(&now[*number]) != of(&earlier[*number]))
    }
}

fn put<T>(list: &mut Arc<Vec<Arc<T>>>, number: Option<usize>, item: &Arc<T>) {
    if let Some(number) = number {
        Arc::make_mut(list)[number] = item.clone();
    }
}

/// A figure of the plan as a balance.
pub(super) fn figure(amount: u64) -> i64 {
    amount.min(MAX_FIGURE) as i64
}
