//! Sees to it that a merged plan points at nothing that is not there.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Conflict, Merge, Place, Side, Why, Work};
use crate::compare::MemberPath;
use crate::file;
use crate::plan::{Id, Item, Reference};

type Items = BTreeMap<Id, Item>;

impl Work<'_> {
    /// Brings back what one side took out and the other needs. What still points
    /// at nothing is taken as a side has it that does not, or left out.
    ///
    /// Ends: an item is brought back once, and what was left out stays so.
    pub(super) fn close(&mut self, items: &mut Items) {
        let mut settled: BTreeSet<Id> = BTreeSet::new();
        while let Some((by, reference)) = first_loose(items) {
            let back = self.versions(&reference.id).into_iter().flatten();
            let back = back.filter(|item| reference.target.accepts(item.kind()));
            let back = back.into_iter().next();
            match back {
                Some(item)
                    if !items.contains_key(&reference.id) && !settled.contains(&reference.id) =>
                {
                    settled.insert(reference.id.clone());
                    self.note(&reference.id, Why::Needed(by));
                    items.insert(reference.id, item);
                }
                _ => {
                    self.note(&by, Why::PointsNowhere(reference.id.clone()));
                    let first_time = settled.insert(by.clone());
                    let other = self.versions(&by).into_iter().flatten();
                    let mut other = other.filter(|_| first_time).filter(|item| {
                        item.references().iter().all(|reference| !is_loose(items, reference))
                    });
                    match other.next() {
                        Some(other) => items.insert(by, other),
                        None => items.remove(&by),
                    };
                }
            }
        }
    }

    /// What is taken out because the side that did so was chosen, even where the
    /// other side points at it.
    pub(super) fn chosen_gone(&self) -> BTreeSet<Id> {
        let Merge { base, mine, theirs, choices, .. } = self.merge;
        let is_gone = |(place, side): (&Place, &Side)| match place {
            Place::Item(id, path) if path.is_empty() => {
                let is_there = [base, mine, theirs][*side as usize].kind_of(id).is_some();
                (!is_there).then(|| id.clone())
            }
            _ => None,
        };
        choices.iter().filter_map(is_gone).collect()
    }

    /// An item as each plan has it: in mine, in theirs, in the base.
    fn versions(&self, id: &Id) -> [Option<Item>; 3] {
        let Merge { base, mine, theirs, .. } = self.merge;
        [mine, theirs, base].map(|plan| plan.item(id))
    }

    fn note(&mut self, id: &Id, why: Why) {
        let place = Place::Item(id.clone(), MemberPath::default());
        // One conflict of an item as a whole is enough to look at it.
        if self.conflicts.iter().any(|conflict| conflict.place == place) {
            return;
        }
        let value = |item: &Option<Item>| {
            item.as_ref().map(|item| Value::Object(file::object::of_item(item)))
        };
        let [mine, theirs, base] = self.versions(id).each_ref().map(value);
        let choice: Option<Side> = self.choice(&place);
        self.conflicts.push(Conflict { place, why, base, mine, theirs, choice });
    }
}

/// The first reference that leads nowhere, and the item it stands in.
fn first_loose(items: &Items) -> Option<(Id, Reference)> {
    items.values().find_map(|item| {
        let loose = item.references().into_iter().find(|reference| is_loose(items, reference));
        loose.map(|reference| (item.id().clone(), reference))
    })
}

fn is_loose(items: &Items, reference: &Reference) -> bool {
    let target = items.get(&reference.id).map(Item::kind);
    !target.is_some_and(|kind| reference.target.accepts(kind))
}
