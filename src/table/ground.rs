//! What the cells of a table are made from.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::lookup::Lookup;
use crate::i18n::{MemberText, Names, Words};
use crate::plan::{Id, Plan};
use crate::schedule::{Problem, Schedule, Snapshot};
use crate::theatre::Theatre;

/// The plan and what follows from it, in one language.
pub struct Ground<'a> {
    pub plan: &'a Plan,
    pub theatre: &'a Theatre,
    pub schedule: &'a Schedule,
    pub problems: &'a [Arc<Problem>],
    /// The moment and the track that are shown.
    pub snapshot: &'a Snapshot,
    pub words: &'static Words,
    lookup: OnceCell<Lookup>,
    problem_counts: OnceCell<BTreeMap<Id, usize>>,
}

impl<'a> Ground<'a> {
    pub fn new(
        plan: &'a Plan,
        theatre: &'a Theatre,
        schedule: &'a Schedule,
        problems: &'a [Arc<Problem>],
        snapshot: &'a Snapshot,
        words: &'static Words,
    ) -> Ground<'a> {
        let (lookup, problem_counts) = (OnceCell::new(), OnceCell::new());
        Ground { plan, theatre, schedule, problems, snapshot, words, lookup, problem_counts }
    }

    pub(super) fn names(&self) -> Names<'a> {
        Names::new(self.plan, self.words.lang())
    }

    pub(super) fn text(&self) -> MemberText<'a> {
        MemberText::new(self.plan, self.words.lang())
    }

    /// Which items have which names. Made once, for thousands of cells.
    pub(super) fn lookup(&self) -> &Lookup {
        self.lookup.get_or_init(|| Lookup::of(self.plan))
    }

    /// How many problems an item has.
    pub(super) fn problem_count(&self, id: &Id) -> usize {
        let counts = self.problem_counts.get_or_init(|| {
            let mut counts = BTreeMap::new();
            for id in self.problems.iter().flat_map(|problem| &problem.items) {
                *counts.entry(id.clone()).or_default() += 1;
            }
            counts
        });
        counts.get(id).copied().unwrap_or(0)
    }

    /// What a sector is called.
    pub(super) fn sector_name(&self, id: &str) -> String {
        let name = self.theatre.sector_name(id, self.words.lang().tag());
        name.unwrap_or(id).to_owned()
    }
}
