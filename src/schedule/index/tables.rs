//! The tables of the index, each made of the lists of items.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::{Index, Stock, figure};
use crate::plan::{Activity, Id, Kind, Movement, Plan};
use crate::schedule::convoys::Convoys;
use crate::schedule::dependencies::Dependencies;
use crate::schedule::holdings::{Kinds, category_column};
use crate::schedule::timed::Timed;

impl Index {
    /// Nothing but the items.
    pub(super) fn of_lists(plan: &Plan) -> Index {
        Index {
            sites: Arc::new(plan.sites().iter().cloned().collect()),
            units: Arc::new(plan.units().iter().cloned().collect()),
            activities: Arc::new(plan.activities().iter().cloned().collect()),
            movements: Arc::new(plan.movements().iter().cloned().collect()),
            kinds: Kinds::new([]),
            stocks: Arc::default(),
            stocks_of: Arc::default(),
            site_of: Arc::default(),
            from: Arc::default(),
            to: Arc::default(),
            activities_at: Arc::default(),
            movements_at: Arc::default(),
            dependencies: Arc::default(),
            convoys: Arc::default(),
            loads_of: Arc::default(),
            numbers: Arc::default(),
        }
    }

    pub(super) fn numbers_of_all(&self) -> HashMap<Id, (Kind, usize)> {
        let sites = self.sites.iter().map(|it| &*it.id).enumerate();
        let units = self.units.iter().map(|it| &*it.id).enumerate();
        let activities = self.activities.iter().map(|it| &*it.id).enumerate();
        let movements = self.movements.iter().map(|it| &*it.id).enumerate();
        let of = |kind: Kind| move |(number, id): (usize, &Id)| (id.clone(), (kind, number));
        let all = sites.map(of(Kind::Site)).chain(units.map(of(Kind::Unit)));
        let all = all.chain(activities.map(of(Kind::Activity)));
        all.chain(movements.map(of(Kind::Movement))).collect()
    }

    /// The kinds of materiel that units have or movements ask for.
    pub(super) fn list_kinds(&mut self) {
        let had = self.units.iter().flat_map(|unit| unit.materiel.keys());
        let loads = self.movements.iter().flat_map(|movement| &movement.loads);
        let asked = loads.flat_map(|load| load.materiel.iter().flat_map(|m| m.keys()));
        // Most plans name the same few kinds over and over.
        let kinds = had.chain(asked).map(String::as_str).collect::<BTreeSet<&str>>();
        self.kinds = Kinds::new(kinds);
    }

    pub(super) fn list_stocks(&mut self) {
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

    pub(super) fn find_sites_of_activities(&mut self) {
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

    pub(super) fn find_ends_of_movements(&mut self) {
        let from = self.movements.iter().map(|it| self.site(&it.from));
        let from: Vec<Option<usize>> = from.collect();
        let to = |it: &Arc<Movement>| self.site(it.to.as_ref()?);
        let to: Vec<Option<usize>> = self.movements.iter().map(to).collect();
        let mut movements_at = vec![Vec::new(); self.sites.len()];
        for (movement, (from, to)) in from.iter().zip(&to).enumerate() {
            // It may end where it starts.
            for site in from.iter().chain(to.iter().filter(|_| from != to)) {
                movements_at[*site].push(movement);
            }
        }
        (self.from, self.to) = (Arc::new(from), Arc::new(to));
        self.movements_at = Arc::new(movements_at);
    }

    pub(super) fn find_dependencies(&mut self) {
        let links = |timed: Timed| {
            timed.timing.after.iter().filter_map(|link| self.number_of_timed(&link.other)).collect()
        };
        let links = (0..self.count_of_timed()).map(|number| links(self.timed(number))).collect();
        self.dependencies = Arc::new(Dependencies::of(links, self.timed_movement(0)));
    }

    pub(super) fn find_convoys(&mut self) {
        self.convoys = Arc::new(Convoys::of(&self.movements));
    }

    pub(super) fn find_loads(&mut self) {
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
}
