//! `over-lift`: more leaves on a day than can be lifted.

use std::collections::BTreeMap;

use super::Context;
use crate::calendar::Day;
use crate::plan::{Id, Limit, SiteId};
use crate::schedule::lifts::{Leaving, Lift};
use crate::schedule::problem::{Code, Detail, Problem, Severity};
use crate::schedule::steps::{Breach, Steps};
use crate::schedule::tick::Tick;

/// One problem for each run of days on which more leaves in the limit's mode from its
/// places than it allows.
pub(super) fn check(context: &Context) -> Vec<Problem> {
    context.lifts.all.iter().flat_map(|lift| check_one(context, lift)).collect()
}

fn check_one(context: &Context, lift: &Lift) -> Vec<Problem> {
    let Lift { limit, per_day, days, .. } = lift;
    let what = context.what(lift.column);
    let problem = |breach: Breach| {
        let leaving = days[&breach.first].movements.iter();
        let leaving = leaving.map(|part| (*context.index.movements[part.movement].id).clone());
        let items: Vec<Id> = [(*limit.id).clone()].into_iter().chain(leaving).collect();
        Problem {
            site: single_site(limit),
            date: Some(breach.first),
            excess: Some(breach.excess),
            detail: Detail::Lift { what: what.clone(), per_day: *per_day },
            ..Problem::new(Code::OverLift, Severity::Error, items)
        }
    };
    breaches(days, *per_day).into_iter().map(problem).collect()
}

fn single_site(limit: &Limit) -> Option<SiteId> {
    match limit.place.as_ref()?.sites.as_slice() {
        [site] => Some(site.clone()),
        _ => None,
    }
}

fn breaches(days: &BTreeMap<Day, Leaving>, per_day: i64) -> Vec<Breach> {
    let Some((first, _)) = days.first_key_value() else { return Vec::new() };
    let mut steps = Steps::default();
    for (day, leaving) in days {
        steps.add(Tick::begin_of(*day), leaving.amount);
        // The next day starts from nothing.
        steps.add(Tick::begin_of(*day + 1), -leaving.amount);
    }
    steps.breaches(per_day, *first, None)
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn no_more_leaves_than_can_be_lifted() {
        let plan = "site gao\nsite kidal\nunit a gao 100 vehicles=60\nunit b gao 80 vehicles=30\n\
                    move m gao>kidal 3..5 mode=road trip=1 a:*\n\
                    move n gao>kidal 4..6 mode=road b:*\nmove o kidal>gao 9..9 mode=road a:1,vehicles=40\n";
        for (limit, expect) in [
            ("limit l lift mode=road vehicles=50", ""),
            ("limit l lift mode=air vehicles=1", ""),
            (
                "limit l lift mode=road vehicles=45 where=gao",
                "error over-lift l m n at gao on 4 by 5: vehicles 45",
            ),
            // Days in a row are one breach; a day without is its end.
            (
                "limit l lift mode=road vehicles=15",
                "error over-lift l m on 3 by 35: vehicles 15\nerror over-lift l o on 9 by 25: vehicles 15",
            ),
            (
                "limit l lift mode=road vehicles=15 span=6..",
                "error over-lift l o on 9 by 25: vehicles 15",
            ),
            ("limit l lift personnel=100", "error over-lift l m n on 4 by 13: people 100"),
            ("limit l lift aircraft=0", ""),
        ] {
            check_problems("over-lift", &[(&format!("{plan}{limit}"), expect)]);
        }
    }
}
