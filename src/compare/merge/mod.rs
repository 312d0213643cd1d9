//! Two people's edits of one plan made one plan, by item id and member.
//!
//! What one side changed is taken; what both changed alike is taken once; what
//! both changed differently is a conflict, which stands as in mine until it is
//! settled. Whatever is chosen, the plan can be written and opened: nothing in it
//! points at what is not there.

mod closing;
mod items;
#[cfg(test)]
mod tests;
mod three;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use super::{MemberPath, order};
use crate::file;
use crate::plan::edit::Removal;
use crate::plan::{Header, Id, Item, Kind, Plan};

pub use super::order::Side;

/// Three plans made one, with the conflicts that are left to people.
#[derive(Clone, Debug)]
pub struct Merge {
    base: Arc<Plan>,
    mine: Arc<Plan>,
    theirs: Arc<Plan>,
    choices: BTreeMap<Place, Side>,
    plan: Arc<Plan>,
    conflicts: Vec<Conflict>,
}

/// What two people changed differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    pub place: Place,
    pub why: Why,
    /// What stands there in each plan; None: nothing.
    pub base: Option<Value>,
    pub mine: Option<Value>,
    pub theirs: Option<Value>,
    /// Whose is taken; None: not settled yet, and taken from mine.
    pub choice: Option<Side>,
}

/// Where a conflict is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Header(MemberPath),
    /// A member of an item; the item as a whole where the path is empty.
    Item(Id, MemberPath),
    /// The order of a list.
    Order(Kind),
}

/// Why something is a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Both changed it, differently.
    BothChanged,
    /// One side took it out, the other changed it.
    GoneAndChanged,
    /// Both added an item with this id.
    BothAdded,
    /// Each change is sound by itself, but not the two together: it would end
    /// before it starts.
    NotTogether,
    /// One side took it out, and this item of the other points at it. It is kept
    /// unless that side is chosen; then what points at it does without it, or goes
    /// as well where it cannot.
    Needed(Id),
    /// It points at this item, which is not there as it has to be: it is left as
    /// some side has it, or out, whatever is chosen.
    PointsNowhere(Id),
}

impl Merge {
    /// Merges two plans that both come from `base`.
    pub fn of(base: &Plan, mine: &Plan, theirs: &Plan) -> Merge {
        let shared = |plan: &Plan| Arc::new(plan.clone());
        let mut merge = Merge {
            base: shared(base),
            mine: shared(mine),
            theirs: shared(theirs),
            choices: BTreeMap::new(),
            plan: Arc::default(),
            conflicts: Vec::new(),
        };
        merge.work_out();
        merge
    }

    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// All conflicts, settled and not, in the order of the file.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    pub fn is_settled(&self) -> bool {
        self.conflicts.iter().all(|conflict| conflict.choice.is_some())
    }

    /// Settles one conflict. Two choices that do not go together bring a new
    /// conflict of the item as a whole. False where there is no such conflict.
    pub fn choose(&mut self, place: &Place, side: Side) -> bool {
        if !self.conflicts.iter().any(|conflict| conflict.place == *place) {
            return false;
        }
        self.choices.insert(place.clone(), side);
        self.work_out();
        true
    }

    /// Settles all conflicts that are not settled yet, also those that come of it.
    pub fn choose_all(&mut self, side: Side) {
        while !self.is_settled() {
            let open = self.conflicts.iter().filter(|conflict| conflict.choice.is_none());
            let open: Vec<Place> = open.map(|conflict| conflict.place.clone()).collect();
            self.choices.extend(open.into_iter().map(|place| (place, side)));
            self.work_out();
        }
    }

    fn work_out(&mut self) {
        let mut work = Work { merge: self, conflicts: Vec::new() };
        let header = work.header();
        let mut items = work.items();
        work.close(&mut items);
        let gone = work.chosen_gone();
        let orders = work.orders(&items);
        let conflicts = work.conflicts;
        let listed = orders.into_iter().flatten().filter_map(|id| items.remove(&id));
        let listed: Vec<Item> = listed.collect();
        let plan = Plan::from_parts(header, listed.into_iter().chain(items.into_values()));
        let mut plan = plan.expect("each id is there once");
        let removal = Removal::of(&plan, &gone);
        plan.apply(removal.command).expect("a removal is of what is there");
        self.plan = Arc::new(plan);
        self.conflicts = conflicts;
    }
}

/// One working out of a merge.
struct Work<'a> {
    merge: &'a Merge,
    conflicts: Vec<Conflict>,
}

impl Work<'_> {
    fn choice(&self, place: &Place) -> Option<Side> {
        self.merge.choices.get(place).copied()
    }

    fn header(&mut self) -> Header {
        let Merge { base, mine, theirs, .. } = self.merge;
        let [base, mine, theirs] = [base, mine, theirs].map(|plan| plan.header());
        if mine == theirs || base == theirs {
            return mine.clone();
        }
        if base == mine {
            return theirs.clone();
        }
        let objects = [base, mine, theirs].map(file::object::of_header);
        match self.members(&objects, &Place::Header, |object| file::object::header(object).ok()) {
            Some(header) => header,
            None => match self.whole(Place::Header(MemberPath::default()), &objects) {
                Side::Base => base.clone(),
                Side::Mine => mine.clone(),
                Side::Theirs => theirs.clone(),
            },
        }
    }

    /// For each list whose order means something, the ids that are in it.
    fn orders(&mut self, items: &BTreeMap<Id, Item>) -> Vec<Vec<Id>> {
        let mut orders = Vec::new();
        for kind in Kind::ALL.iter().copied().filter(|kind| kind.is_listed()) {
            let kept = items.values().filter(|item| item.kind() == kind);
            let kept: BTreeSet<Id> = kept.map(|item| item.id().clone()).collect();
            let Merge { base, mine, theirs, .. } = self.merge;
            let ids = [base, mine, theirs].map(|plan| plan.ids(kind));
            let place = Place::Order(kind);
            let choice = self.choice(&place);
            let prefer = choice.unwrap_or(Side::Mine);
            let merged = order::merge(&ids[0], &ids[1], &ids[2], &kept, prefer);
            if merged.conflict {
                let list = |ids: &[Id]| Some(ids.iter().map(|id| id.as_str()).collect());
                let [base, mine, theirs] = [0, 1, 2].map(|at| list(&ids[at]));
                let why = Why::BothChanged;
                self.conflicts.push(Conflict { place, why, base, mine, theirs, choice });
            }
            orders.push(merged.order);
        }
        orders
    }
}
