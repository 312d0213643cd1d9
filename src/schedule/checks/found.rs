//! Problems with what found them, in the order in which they are told.

use std::cmp::Ordering;
use std::sync::Arc;

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
    pub problems: Vec<Arc<Problem>>,
    finders: Vec<Finder>,
}

impl Found {
    pub fn note(&mut self, check: usize, number: usize, found: impl FnOnce(&mut Vec<Problem>)) {
        let mut problems = Vec::new();
        found(&mut problems);
        self.problems.extend(problems.into_iter().map(Arc::new));
        self.finders.resize(self.problems.len(), Finder { check, number });
    }

    /// Changes all of them; they are not shared yet.
    pub fn change(&mut self, how: impl Fn(&mut Problem)) {
        self.problems.iter_mut().for_each(|problem| how(Arc::make_mut(problem)));
    }

    /// These and others, which are shared.
    pub fn with(mut self, others: &Found) -> Found {
        self.problems.extend(others.problems.iter().cloned());
        self.finders.extend(&others.finders);
        self
    }

    pub fn sorted(self) -> Found {
        let mut all: Vec<(Arc<Problem>, Finder)> =
            self.problems.into_iter().zip(self.finders).collect();
        all.sort_by(|(a, a_by), (b, b_by)| order(a, *a_by, b, *b_by));
        let (problems, finders) = all.into_iter().unzip();
        Found { problems, finders }
    }

    /// What stays of an earlier list, and a new one; each is sorted already, and no
    /// finder is in both.
    pub fn merged(earlier: &Found, stays: impl Fn(&Finder) -> bool, new: Found) -> Found {
        let count = earlier.problems.len() + new.problems.len();
        let mut merged =
            Found { problems: Vec::with_capacity(count), finders: Vec::with_capacity(count) };
        let mut put = |(problem, finder): (Arc<Problem>, Finder)| {
            merged.problems.push(problem);
            merged.finders.push(finder);
        };
        let mut new = new.problems.into_iter().zip(new.finders).peekable();
        let kept = earlier.problems.iter().zip(&earlier.finders);
        for (problem, finder) in kept.filter(|(_, finder)| stays(finder)) {
            let is_before = |(other, by): &(Arc<Problem>, Finder)| {
                order(other, *by, problem, *finder) == Ordering::Less
            };
            while let Some(before) = new.next_if(is_before) {
                put(before);
            }
            put((problem.clone(), *finder));
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
