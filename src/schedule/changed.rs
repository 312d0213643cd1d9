//! What of a plan is other than in an earlier revision with the same items.

use std::collections::BTreeSet;

use super::OnTrack;
use super::index::Index;
use crate::calendar::DateSpan;
use crate::plan::{Item, Kind};

/// The items that changed, and the numbers of those that have numbers.
#[derive(Clone, Debug)]
pub(super) struct Changed {
    /// With their places among all items of the plan, in order.
    pub items: Vec<(usize, Item)>,
    pub sites: Vec<usize>,
    pub units: Vec<usize>,
    pub activities: Vec<usize>,
    pub movements: Vec<usize>,
}

impl Changed {
    pub fn of(items: Vec<(usize, Item)>, index: &Index) -> Changed {
        let numbers = |kind: Kind| {
            let of_kind = items.iter().filter(|(_, item)| item.kind() == kind);
            of_kind.filter_map(|(_, item)| index.number(kind, item.id())).collect()
        };
        Changed {
            sites: numbers(Kind::Site),
            units: numbers(Kind::Unit),
            activities: numbers(Kind::Activity),
            movements: numbers(Kind::Movement),
            items,
        }
    }

    /// Whether any item of a kind changed.
    pub fn has(&self, kind: Kind) -> bool {
        self.items.iter().any(|(_, item)| item.kind() == kind)
    }
}

/// What is known from before on a track, and what changed since.
#[derive(Clone, Copy)]
pub(super) struct Since<'a> {
    pub changed: &'a Changed,
    pub index: &'a Index,
    pub on: &'a OnTrack,
    /// The horizon of the plan as it is now.
    pub horizon: DateSpan,
}

impl Since<'_> {
    /// The sites that became exits or are none any more.
    pub fn new_exits(&self, index: &Index) -> impl Iterator<Item = usize> {
        let is_exit = |index: &Index, site: usize| index.sites[site].is_exit();
        let sites = self.changed.sites.iter().copied();
        sites.filter(move |site| is_exit(index, *site) != is_exit(self.index, *site))
    }

    /// The sites whose activities changed, or have other dates than before.
    pub fn sites_of_activities(&self, index: &Index) -> BTreeSet<usize> {
        let activities = self.changed.activities.iter();
        let both = activities.flat_map(|n| [index.site_of[*n], self.index.site_of[*n]]);
        both.flatten().collect()
    }
}
