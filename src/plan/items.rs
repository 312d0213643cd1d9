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
/// Ids are unique. Cloning is cheap: all of it is shared until one of the two
/// changes, and then still the items.
#[derive(Clone, Debug)]
pub struct Items<T> {
    by_id: Arc<BTreeMap<Id, Arc<T>>>,
    /// The order, where it means something; else empty.
    order: Arc<Vec<Id>>,
}

impl<T> Default for Items<T> {
    fn default() -> Items<T> {
        Items { by_id: Arc::default(), order: Arc::default() }
    }
}

/// What is shared is not looked into.
impl<T: PartialEq> PartialEq for Items<T> {
    fn eq(&self, other: &Items<T>) -> bool {
        let same_items = || {
            let mut both = self.by_id.iter().zip(&*other.by_id);
            self.by_id.len() == other.by_id.len()
                && both.all(|((id, item), (other_id, other))| id == other_id && same(item, other))
        };
        self.order == other.order && (Arc::ptr_eq(&self.by_id, &other.by_id) || same_items())
    }
}

/// Whether two items are equal; those that are shared are, without a look.
pub(in crate::plan) fn same<T: PartialEq>(one: &Arc<T>, other: &Arc<T>) -> bool {
    Arc::ptr_eq(one, other) || one == other
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

    /// The items that are other than in another list, with their places. None where
    /// the lists do not have the same ids in the same order.
    pub(in crate::plan) fn changed_since(&self, other: &Items<T>) -> Option<Vec<(usize, &Arc<T>)>> {
        if self.len() != other.len() || self.order != other.order {
            return None;
        }
        let mut changed = Vec::new();
        if Arc::ptr_eq(&self.by_id, &other.by_id) {
            return Some(changed);
        }
        for (place, (now, before)) in self.iter().zip(other.iter()).enumerate() {
            if now.id() != before.id() {
                return None;
            }
            if !same(now, before) {
                changed.push((place, now));
            }
        }
        Some(changed)
    }

    /// The ids under which another list has another item, or only one of the two has
    /// any, in the order of the ids.
    pub fn differing<'a>(&'a self, other: &'a Items<T>) -> Vec<&'a Id> {
        let mut differing = Vec::new();
        if Arc::ptr_eq(&self.by_id, &other.by_id) {
            return differing;
        }
        let (mut ours, mut theirs) = (self.by_id.iter().peekable(), other.by_id.iter().peekable());
        loop {
            let (mine, other) = match (ours.peek(), theirs.peek()) {
                (None, None) => return differing,
                (Some((mine, _)), Some((other, _))) => (mine <= other, other <= mine),
                (mine, other) => (mine.is_some(), other.is_some()),
            };
            let mine = ours.next_if(|_| mine);
            let other = theirs.next_if(|_| other);
            match (mine, other) {
                (Some((_, item)), Some((_, other))) if same(item, other) => {}
                (mine, other) => differing.extend(mine.or(other).map(|(id, _)| id)),
            }
        }
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
        let old = Arc::make_mut(&mut self.by_id).insert(id.clone(), item);
        if T::LISTED && old.is_none() {
            let end = self.order.len();
            Arc::make_mut(&mut self.order).insert(position.map_or(end, |p| p.min(end)), id);
        }
        old
    }

    /// Takes an item out and tells where it stood.
    pub(in crate::plan) fn take(&mut self, id: &Id) -> Option<(Arc<T>, usize)> {
        let position = self.position(id)?;
        if T::LISTED {
            Arc::make_mut(&mut self.order).remove(position);
        }
        Arc::make_mut(&mut self.by_id).remove(id).map(|item| (item, position))
    }
}
