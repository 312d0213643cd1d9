//! The problems of a plan on a track, found again by the items they are about.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::problem::{Code, Problem, Severity};
use crate::plan::{Id, SiteId};

/// A list of problems, indexed once: pictures ask for every bar and site.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    all: Vec<Arc<Problem>>,
    /// The places in the list of those that name an item, or happen at it.
    of_item: HashMap<Id, Vec<usize>>,
    /// How many there are of each severity.
    counts: [usize; 3],
}

impl Problems {
    /// The worst first; what is equally bad keeps its order.
    pub fn of(mut all: Vec<Arc<Problem>>) -> Problems {
        all.sort_by_key(|problem| problem.severity);
        let mut of_item: HashMap<Id, Vec<usize>> = HashMap::new();
        for (place, problem) in all.iter().enumerate() {
            for id in problem.items.iter().chain(problem.site.as_deref()) {
                let places = of_item.entry(id.clone()).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        let mut counts = [0; 3];
        all.iter().for_each(|problem| counts[problem.severity as usize] += 1);
        Problems { all, of_item, counts }
    }

    /// All of them, the worst first.
    pub fn all(&self) -> &[Arc<Problem>] {
        &self.all
    }

    /// Those that name an item, or happen at it if it is a site; the worst first.
    pub fn of_item(&self, id: &Id) -> impl Iterator<Item = &Problem> {
        self.places_of(id).iter().map(|place| &*self.all[*place])
    }

    /// Where in the list they stand.
    pub fn places_of(&self, id: &Id) -> &[usize] {
        self.of_item.get(id).map_or(&[], Vec::as_slice)
    }

    /// How bad it is with an item; None: nothing is wrong.
    pub fn worst(&self, id: &Id) -> Option<Severity> {
        self.of_item(id).next().map(|problem| problem.severity)
    }

    /// How bad it is with the worst of some items.
    pub fn worst_of<'a>(&self, ids: impl Iterator<Item = &'a Id>) -> Option<Severity> {
        let mut worst = None;
        for severity in ids.filter_map(|id| self.worst(id)) {
            if severity == Severity::Error {
                return Some(severity);
            }
            worst = worst.into_iter().chain([severity]).min();
        }
        worst
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.counts[severity as usize]
    }
}

/// The problems of one list that the other lacks: the same rule broken by the
/// same items is the same problem, on whatever day and by whatever measure.
pub fn only_in(of: &[Arc<Problem>], others: &[Arc<Problem>]) -> Vec<Arc<Problem>> {
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for problem in others {
        *known.entry(key(problem)).or_default() += 1;
    }
    let mut new = Vec::new();
    for problem in of {
        match known.get_mut(&key(problem)) {
            Some(left) if *left > 0 => *left -= 1,
            _ => new.push(problem.clone()),
        }
    }
    new
}

/// By which a problem is known.
fn key(problem: &Problem) -> (Code, &[Id], Option<&SiteId>) {
    (problem.code, &problem.items, problem.site.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_are_found_by_their_items() {
        let id = |text: &str| Id::new(text).unwrap();
        let ids = |text: &str| text.split(' ').map(id).collect::<Vec<_>>();
        let problem = |severity, items: &str, site: Option<&str>| {
            Arc::new(Problem {
                site: site.map(|site| SiteId::new(site).unwrap()),
                ..Problem::new(Code::Late, severity, ids(items))
            })
        };
        let problems = Problems::of(vec![
            problem(Severity::Note, "a", Some("gao")),
            problem(Severity::Error, "b a", Some("b")),
            problem(Severity::Warning, "c c", None),
        ]);
        for (item, expect, worst) in [
            ("a", vec![0, 2], Some(Severity::Error)),
            ("b", vec![0], Some(Severity::Error)),
            ("c", vec![1], Some(Severity::Warning)),
            ("gao", vec![2], Some(Severity::Note)),
            ("kidal", vec![], None),
        ] {
            assert_eq!(problems.places_of(&id(item)), expect, "{item}");
            assert_eq!(problems.worst(&id(item)), worst, "{item}");
        }
        assert_eq!(problems.count(Severity::Error), 1);
        for (items, worst) in [
            ("gao c", Some(Severity::Warning)),
            ("c b gao", Some(Severity::Error)),
            ("kidal", None),
        ] {
            assert_eq!(problems.worst_of(ids(items).iter()), worst, "{items}");
        }
    }

    #[test]
    fn a_problem_is_known_by_its_rule_and_items() {
        let problem = |code, ids: &[&str], excess| {
            Arc::new(Problem {
                code,
                severity: Severity::Error,
                items: ids.iter().map(|id| Id::new(id).unwrap()).collect(),
                site: None,
                date: None,
                excess,
                detail: crate::schedule::Detail::None,
                fix: None,
            })
        };
        let late = |ids: &[&str], excess| problem(Code::Late, ids, Some(excess));
        let early = problem(Code::Early, &["a"], None);
        let before = [late(&["a"], 1), late(&["b"], 1)];
        let after = [late(&["a"], 9), late(&["a"], 2), early.clone()];
        // The second of two alike is new.
        assert_eq!(only_in(&after, &before), [late(&["a"], 2), early]);
        assert_eq!(only_in(&before, &after), [late(&["b"], 1)]);
    }
}
