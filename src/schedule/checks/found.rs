//! Problems with what found them, in the order in which they are told.

use std::cmp::Ordering;

use crate::schedule::problem::Problem;

/// What found a problem: a check by its place in the table, and the number of what
/// it was looking at, 0 for a check of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::schedule) struct Finder {
    pub check: usize,
    pub number: usize,
}

/// Problems, each with what found it.
#[derive(Clone, Debug, Default)]
pub(in crate::schedule) struct Found {
    pub problems: Vec<Problem>,
    finders: Vec<Finder>,
}

impl Found {
    pub fn note(&mut self, check: usize, number: usize, found: impl FnOnce(&mut Vec<Problem>)) {
        found(&mut self.problems);
        self.finders.resize(self.problems.len(), Finder { check, number });
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Problem, &Finder)> {
        self.problems.iter().zip(&self.finders)
    }

    pub fn sorted(self) -> Found {
        let mut all: Vec<(Problem, Finder)> = self.problems.into_iter().zip(self.finders).collect();
        all.sort_by(|(a, a_by), (b, b_by)| order(a, *a_by, b, *b_by));
        let (problems, finders) = all.into_iter().unzip();
        Found { problems, finders }
    }

    /// Both lists in one; each is sorted already, and no finder is in both.
    pub fn merged(kept: impl Iterator<Item = (Problem, Finder)>, new: Found) -> Found {
        let mut merged = Found::default();
        let mut put = |(problem, finder)| {
            merged.problems.push(problem);
            merged.finders.push(finder);
        };
        let mut new = new.problems.into_iter().zip(new.finders).peekable();
        for (problem, finder) in kept {
            let is_before = |(other, by): &(Problem, Finder)| {
                order(other, *by, &problem, finder) == Ordering::Less
            };
            while let Some(before) = new.next_if(is_before) {
                put(before);
            }
            put((problem, finder));
        }
        new.for_each(put);
        merged
    }
}

/// The worst first, then by date and items.
fn order(a: &Problem, a_by: Finder, b: &Problem, b_by: Finder) -> Ordering {
    // Undated problems stand last.
    let key = |p: &Problem| (p.severity, p.date.is_none(), p.date, p.code);
    let by_key = key(a).cmp(&key(b)).then_with(|| a.items.cmp(&b.items));
    by_key.then(a_by.cmp(&b_by))
}
