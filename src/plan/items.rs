//! A list of items of one kind.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::id::{Id, TypedId};

/// What every kind of item has.
pub trait PlanItem: Clone + PartialEq + 'static {
    type Id: TypedId;

    /// Whether the order of the list means something; else it is sorted by id.
    const LISTED: bool;

    fn id(&self) -> &Self::Id;
}

/// All items of one kind, in the order in which they are shown and written.
///
/// Ids are unique. Cloning is cheap: the items are shared.
#[derive(Clone, Debug, PartialEq)]
pub struct Items<T> {
    by_id: BTreeMap<Id, Arc<T>>,
    /// The order, where it means something; else empty.
    order: Vec<Id>,
}

impl<T> Default for Items<T> {
    fn default() -> Items<T> {
        Items { by_id: BTreeMap::new(), order: Vec::new() }
    }
}

impl<T: PlanItem> Items<T> {
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    pub fn get(&self, id: &T::Id) -> Option<&Arc<T>> {
        self.by_id.get(&**id)
    }

    /// The item of this kind that has an id of unknown kind, if there is one.
    pub fn find(&self, id: &Id) -> Option<&Arc<T>> {
        self.by_id.get(id)
    }

    pub fn contains(&self, id: &T::Id) -> bool {
        self.by_id.contains_key(&**id)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Arc<T>> {
        // One of the two is empty: a listed kind follows `order`.
        let sorted = self.by_id.values().take(if T::LISTED { 0 } else { usize::MAX });
        sorted.chain(self.order.iter().map(|id| &self.by_id[id]))
    }

    /// The items that are not shared with another list, with their places. None where
    /// the lists do not have the same ids in the same order.
    pub(in crate::plan) fn changed_since(&self, other: &Items<T>) -> Option<Vec<(usize, &Arc<T>)>> {
        if self.len() != other.len() {
            return None;
        }
        let mut changed = Vec::new();
        for (place, (now, before)) in self.iter().zip(other.iter()).enumerate() {
            if !Arc::ptr_eq(now, before) {
                if now.id() != before.id() {
                    return None;
                }
                changed.push((place, now));
            }
        }
        Some(changed)
    }

    /// Where an item stands in the order.
    pub fn position(&self, id: &Id) -> Option<usize> {
        if T::LISTED {
            self.order.iter().position(|other| other == id)
        } else {
            self.by_id.contains_key(id).then(|| self.by_id.range(..id.clone()).count())
        }
    }

    /// Puts an item in place of the one with its id, or adds it: at `position`,
    /// where order means something, or at the end. Returns the item it replaced.
    pub(in crate::plan) fn put(&mut self, item: Arc<T>, position: Option<usize>) -> Option<Arc<T>> {
        let id: Id = (**item.id()).clone();
        let old = self.by_id.insert(id.clone(), item);
        if T::LISTED && old.is_none() {
            let end = self.order.len();
            self.order.insert(position.map_or(end, |p| p.min(end)), id);
        }
        old
    }

    /// Takes an item out and tells where it stood.
    pub(in crate::plan) fn take(&mut self, id: &Id) -> Option<(Arc<T>, usize)> {
        let position = self.position(id)?;
        if T::LISTED {
            self.order.remove(position);
        }
        self.by_id.remove(id).map(|item| (item, position))
    }
}
