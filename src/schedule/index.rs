//! The items of a plan numbered, so that no loop looks anything up by its name.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::holdings::{Kinds, PEOPLE_COLUMNS, category_column};
use crate::plan::{
    Activity, CalendarId, Id, Kind, Movement, PhaseId, Plan, Site, SiteId, Timing, Unit,
};

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

/// What activities and movements have in common.
#[derive(Clone, Copy)]
pub(super) struct Timed<'a> {
    pub id: &'a Id,
    /// Where it is, or starts.
    pub site: Option<&'a SiteId>,
    pub timing: &'a Timing,
    pub phase: Option<&'a PhaseId>,
    pub calendar: Option<&'a CalendarId>,
    /// It cannot last less long than this.
    pub least_days: i64,
}

impl<'a> Timed<'a> {
    fn activity(activity: &'a Activity) -> Timed<'a> {
        Timed {
            id: &activity.id,
            site: activity.site.as_ref(),
            timing: &activity.timing,
            phase: activity.phase.as_ref(),
            calendar: activity.calendar.as_ref(),
            least_days: 1,
        }
    }

    fn movement(movement: &'a Movement) -> Timed<'a> {
        Timed {
            id: &movement.id,
            site: Some(&movement.from),
            timing: &movement.timing,
            phase: movement.phase.as_ref(),
            calendar: None,
            least_days: movement.trip_days.map_or(1, i64::from),
        }
    }
}

/// Numbers for sites, units, activities and movements, in the order of their ids.
#[derive(Clone, Debug)]
pub(super) struct Index {
    pub sites: Vec<Arc<Site>>,
    pub units: Vec<Arc<Unit>>,
    pub activities: Vec<Arc<Activity>>,
    pub movements: Vec<Arc<Movement>>,
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
    /// For each timed item the timed items it depends on; events are not among them.
    pub links: Arc<Vec<Vec<usize>>>,
    /// For each unit the loads that name it, by movement and place in its list.
    pub loads_of: Arc<Vec<Vec<(usize, usize)>>>,
    /// Ids are unique over all kinds of items.
    numbers: Arc<HashMap<Id, (Kind, usize)>>,
}

impl Index {
    pub fn of(plan: &Plan) -> Index {
        let mut index = Index { kinds: kinds_of(plan), ..Index::of_lists(plan) };
        index.numbers = Arc::new(index.numbers_of_all());
        index.list_stocks();
        index.find_sites_of_activities();
        index.find_ends_of_movements();
        index.find_links();
        index.find_loads();
        index
    }

    /// The index of a plan that has sites, units, activities and movements of the
    /// same ids: they keep their numbers, and tables are shared that are the same.
    pub fn renewed(&self, plan: &Plan) -> Index {
        let Index { sites, units, activities, movements, .. } = Index::of_lists(plan);
        let mut index = Index { sites, units, activities, movements, ..self.clone() };
        let same_loads = all_same(&index.movements, &self.movements, |it| &it.loads);
        let same_units = all_same(&index.units, &self.units, |it| &it.materiel)
            && all_same(&index.units, &self.units, |it| &it.personnel)
            && all_same(&index.units, &self.units, |it| &it.category);
        if !same_loads || !same_units {
            index.kinds = kinds_of(plan);
            index.list_stocks();
        }
        if !same_loads {
            index.find_loads();
        }
        if !all_same(&index.activities, &self.activities, |it| &it.site) {
            index.find_sites_of_activities();
        }
        let same_from = all_same(&index.movements, &self.movements, |it| &it.from);
        if !same_from || !all_same(&index.movements, &self.movements, |it| &it.to) {
            index.find_ends_of_movements();
        }
        let same_links = all_same(&index.activities, &self.activities, |it| &it.timing.after);
        if !same_links || !all_same(&index.movements, &self.movements, |it| &it.timing.after) {
            index.find_links();
        }
        index
    }

    /// Nothing but the items.
    fn of_lists(plan: &Plan) -> Index {
        Index {
            sites: plan.sites().iter().cloned().collect(),
            units: plan.units().iter().cloned().collect(),
            activities: plan.activities().iter().cloned().collect(),
            movements: plan.movements().iter().cloned().collect(),
            kinds: Kinds::new([]),
            stocks: Arc::default(),
            stocks_of: Arc::default(),
            site_of: Arc::default(),
            from: Arc::default(),
            to: Arc::default(),
            activities_at: Arc::default(),
            links: Arc::default(),
            loads_of: Arc::default(),
            numbers: Arc::default(),
        }
    }

    fn numbers_of_all(&self) -> HashMap<Id, (Kind, usize)> {
        let sites = self.sites.iter().map(|it| &*it.id).enumerate();
        let units = self.units.iter().map(|it| &*it.id).enumerate();
        let activities = self.activities.iter().map(|it| &*it.id).enumerate();
        let movements = self.movements.iter().map(|it| &*it.id).enumerate();
        let of = |kind: Kind| move |(number, id): (usize, &Id)| (id.clone(), (kind, number));
        let all = sites.map(of(Kind::Site)).chain(units.map(of(Kind::Unit)));
        let all = all.chain(activities.map(of(Kind::Activity)));
        all.chain(movements.map(of(Kind::Movement))).collect()
    }

    fn list_stocks(&mut self) {
        let (mut stocks, mut stocks_of) = (Vec::new(), Vec::new());
        for (unit, it) in self.units.iter().enumerate() {
            let first = stocks.len();
            let people = category_column(&it.category);
            stocks.push(Stock { unit, column: people, figure: figure(it.personnel) });
            for (kind, amount) in &it.materiel {
                let column = self.kinds.column(kind).expect("the kinds of all units are listed");
                stocks.push(Stock { unit, column, figure: figure(*amount) });
            }
            stocks_of.push(first..stocks.len());
        }
        (self.stocks, self.stocks_of) = (Arc::new(stocks), Arc::new(stocks_of));
    }

    fn find_sites_of_activities(&mut self) {
        let site_of = |it: &Arc<Activity>| self.site(it.site.as_ref()?);
        let site_of: Vec<Option<usize>> = self.activities.iter().map(site_of).collect();
        let mut activities_at = vec![Vec::new(); self.sites.len()];
        for (activity, site) in site_of.iter().enumerate() {
            if let Some(site) = site {
                activities_at[*site].push(activity);
            }
        }
        (self.site_of, self.activities_at) = (Arc::new(site_of), Arc::new(activities_at));
    }

    fn find_ends_of_movements(&mut self) {
        let from = self.movements.iter().map(|it| self.site(&it.from)).collect();
        let to = |it: &Arc<Movement>| self.site(it.to.as_ref()?);
        let to = self.movements.iter().map(to).collect();
        (self.from, self.to) = (Arc::new(from), Arc::new(to));
    }

    fn find_links(&mut self) {
        let links = |timed: Timed| {
            timed.timing.after.iter().filter_map(|link| self.number_of_timed(&link.other)).collect()
        };
        let links = (0..self.count_of_timed()).map(|number| links(self.timed(number))).collect();
        self.links = Arc::new(links);
    }

    fn find_loads(&mut self) {
        let mut loads_of = vec![Vec::new(); self.units.len()];
        for (number, movement) in self.movements.iter().enumerate() {
            for (place, load) in movement.loads.iter().enumerate() {
                if let Some(unit) = self.unit(&load.unit) {
                    loads_of[unit].push((number, place));
                }
            }
        }
        self.loads_of = Arc::new(loads_of);
    }

    /// Whether the units have the same kinds of things, whatever the figures: then
    /// the stocks of both have the same numbers.
    pub fn has_stocks_of(&self, other: &Index) -> bool {
        let same = |(a, b): (&Stock, &Stock)| (a.unit, a.column) == (b.unit, b.column);
        // The columns mean something by their kinds alone.
        self.kinds == other.kinds
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

    fn number(&self, kind: Kind, id: &Id) -> Option<usize> {
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

/// Whether all items of two lists of the same ids have the same of something.
fn all_same<T, U: PartialEq>(now: &[Arc<T>], earlier: &[Arc<T>], of: impl Fn(&T) -> &U) -> bool {
    let mut both = now.iter().zip(earlier);
    both.all(|(now, earlier)| Arc::ptr_eq(now, earlier) || of(now) == of(earlier))
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
