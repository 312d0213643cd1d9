//! Ids for new items.

use std::collections::BTreeSet;

use crate::plan::{Id, Plan};

/// Hands out ids that neither the plan nor an earlier call has.
pub(super) struct FreeIds<'a> {
    plan: &'a Plan,
    given: BTreeSet<Id>,
}

impl<'a> FreeIds<'a> {
    pub fn of(plan: &'a Plan) -> FreeIds<'a> {
        FreeIds { plan, given: BTreeSet::new() }
    }

    /// `site-word`, or with a number where that is taken.
    pub fn make(&mut self, site: &Id, word: &str) -> Id {
        let numbered = |number: usize| match number {
            1 => format!("{site}-{word}"),
            _ => format!("{site}-{word}-{number}"),
        };
        let id = (1..)
            .map(|number| Id::new(&numbered(number)).expect("an id with letters and a hyphen"))
            .find(|id| self.plan.kind_of(id).is_none() && !self.given.contains(id))
            .expect("numbers do not end");
        self.given.insert(id.clone());
        id
    }
}
