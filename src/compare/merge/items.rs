//! The items of three plans made one list, each by its members.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::three::{Clash, Three};
use super::{Conflict, Merge, Place, Side, Why, Work};
use crate::compare::MemberPath;
use crate::compare::shape::Grain;
use crate::file;
use crate::plan::{Id, Item};

type Object = Map<String, Value>;

impl Work<'_> {
    pub(super) fn items(&mut self) -> BTreeMap<Id, Item> {
        let Merge { base, mine, theirs, .. } = self.merge;
        let plans = [base, mine, theirs];
        let ids = plans.iter().flat_map(|plan| plan.items()).map(|item| item.id().clone());
        let mut merged = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for id in ids {
            if seen.insert(id.clone()) {
                let item = self.item(&id, plans.map(|plan| plan.item(&id)));
                merged.extend(item.map(|item| (id, item)));
            }
        }
        merged
    }

    fn item(&mut self, id: &Id, versions: [Option<Item>; 3]) -> Option<Item> {
        let [base, mine, theirs] = &versions;
        if mine == theirs || base == theirs {
            return mine.clone();
        }
        if base == mine {
            return theirs.clone();
        }
        let objects = versions.clone().map(|item| item.map(|item| file::object::of_item(&item)));
        let place = |path| Place::Item(id.clone(), path);
        let why = match (base, mine, theirs) {
            (Some(base), Some(mine), Some(theirs)) => {
                let kind = base.kind();
                if mine.kind() == kind && theirs.kind() == kind {
                    let read = |object| file::object::item(kind, object).ok();
                    let objects = objects.each_ref().map(|it| it.clone().unwrap_or_default());
                    if let Some(item) = self.members(&objects, &place, read) {
                        return Some(item);
                    }
                    let side = self.whole(place(MemberPath::default()), &objects);
                    return versions[side as usize].clone();
                }
                Why::BothChanged
            }
            (None, ..) => Why::BothAdded,
            _ => Why::GoneAndChanged,
        };
        let [base, mine, theirs] = objects.map(|object| object.map(Value::Object));
        let place = place(MemberPath::default());
        let choice = self.choice(&place);
        self.conflicts.push(Conflict { place, why, base, mine, theirs, choice });
        versions[choice.unwrap_or(Side::Mine) as usize].clone()
    }

    /// Merges the members of something that both sides changed: part by part or,
    /// where that makes nothing sound, member by member. None where neither does.
    pub(super) fn members<T>(
        &mut self,
        objects: &[Object; 3],
        place: &dyn Fn(MemberPath) -> Place,
        read: impl Fn(Object) -> Option<T>,
    ) -> Option<T> {
        let values = objects.each_ref().map(|object| Value::Object(object.clone()));
        let choice = |path: &MemberPath| self.choice(&place(path.clone())).unwrap_or(Side::Mine);
        for grain in [Grain::Word, Grain::Member] {
            let mut three = Three { grain, choice: &choice, clashes: Vec::new() };
            let merged = three.merge(&MemberPath::default(), values.each_ref().map(Some));
            let Some(Value::Object(merged)) = merged else { continue };
            if let Some(read) = read(merged) {
                let clashes = three.clashes;
                self.clashes(clashes, place);
                return Some(read);
            }
        }
        None
    }

    fn clashes(&mut self, clashes: Vec<Clash>, place: &dyn Fn(MemberPath) -> Place) {
        for Clash { path, values: [base, mine, theirs] } in clashes {
            let place = place(path);
            let choice = self.choice(&place);
            let why = Why::BothChanged;
            self.conflicts.push(Conflict { place, why, base, mine, theirs, choice });
        }
    }

    /// Notes that changes do not go together, and whose is taken.
    pub(super) fn whole(&mut self, place: Place, objects: &[Object; 3]) -> Side {
        let [base, mine, theirs] = objects.each_ref().map(|it| Some(Value::Object(it.clone())));
        let choice = self.choice(&place);
        let why = Why::NotTogether;
        self.conflicts.push(Conflict { place, why, base, mine, theirs, choice });
        choice.unwrap_or(Side::Mine)
    }
}
