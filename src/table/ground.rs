//! What the cells of a table are made from.

use std::cell::OnceCell;

use super::lookup::Lookup;
use crate::i18n::{MemberText, Names, Words};
use crate::plan::{Id, Plan};
use crate::schedule::{Now, Problems, Schedule};
use crate::theatre::Theatre;

/// The plan and what follows from it, in one language.
pub struct Ground<'a> {
    pub plan: &'a Plan,
    pub theatre: &'a Theatre,
    pub schedule: &'a Schedule,
    pub problems: &'a Problems,
    /// The moment and the track that are shown.
    pub now: Now<'a>,
    pub words: &'static Words,
    lookup: OnceCell<Lookup>,
}

impl<'a> Ground<'a> {
    pub fn new(
        plan: &'a Plan,
        theatre: &'a Theatre,
        schedule: &'a Schedule,
        problems: &'a Problems,
        now: Now<'a>,
        words: &'static Words,
    ) -> Ground<'a> {
        let lookup = OnceCell::new();
        Ground { plan, theatre, schedule, problems, now, words, lookup }
    }

    pub(super) fn names(&self) -> Names<'a> {
        Names::new(self.plan, self.words.lang())
    }

    pub(super) fn text(&self) -> MemberText<'a> {
        MemberText::new(self.plan, self.words.lang()).on(self.theatre)
    }

    /// Which items have which names. Made once, for thousands of cells.
    pub(super) fn lookup(&self) -> &Lookup {
        self.lookup.get_or_init(|| Lookup::of(self.plan))
    }

    /// How many problems name an item, or happen at it.
    pub(super) fn problem_count(&self, id: &Id) -> usize {
        self.problems.places_of(id).len()
    }
}
