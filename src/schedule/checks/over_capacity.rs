//! `over-capacity`: more people or materiel are at a site than it can hold.

use super::Context;
use crate::plan::Site;
use crate::schedule::holdings::is_people;
use crate::schedule::problem::{Code, Detail, Problem, Severity};
use crate::schedule::steps::Breach;
use crate::schedule::{What, capacity};

/// One problem for each run of days on which a site holds too much of one kind.
pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    let site = &context.index.sites[number];
    for capacity in capacity::of_site(context.index, context.ledger, number) {
        let what = match is_people(capacity.columns.start) {
            true => What::People,
            false => context.what(capacity.columns.start),
        };
        let breaches = capacity.held().breaches(capacity.max, context.ledger.opening_day, None);
        let problem = |breach| problem(site, &what, capacity.max, breach);
        problems.extend(breaches.into_iter().map(problem));
    }
}

fn problem(site: &Site, what: &What, max: i64, breach: Breach) -> Problem {
    Problem {
        site: Some(site.id.clone()),
        date: Some(breach.first),
        excess: Some(breach.excess),
        detail: Detail::Capacity { what: what.clone(), max },
        ..Problem::new(Code::OverCapacity, Severity::Error, vec![(*site.id).clone()])
    }
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn a_site_holds_no_more_than_it_can() {
        let units = "unit a gao 100 vehicles=5\nunit b gao 30 category=police\n\
                     move m gao>kidal 3..5 trip=1 a:*\n";
        for (sites, expect) in [
            ("site gao\nsite kidal", ""),
            ("site gao personnel=130\nsite kidal personnel=100 vehicles=5 tents=0", ""),
            // From the first day on, until enough have left.
            (
                "site gao personnel=120\nsite kidal",
                "error over-capacity gao at gao on 1 by 10: people 120",
            ),
            (
                "site gao\nsite kidal personnel=50",
                "error over-capacity kidal at kidal on 4 by 50: people 50",
            ),
            (
                "site gao\nsite kidal vehicles=2",
                "error over-capacity kidal at kidal on 4 by 3: vehicles 2",
            ),
        ] {
            check_problems("over-capacity", &[(&format!("{sites}\n{units}"), expect)]);
        }
    }
}
