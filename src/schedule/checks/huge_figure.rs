//! `huge-figure`: a figure that no mission has, and that counts as less.

use super::PlanContext;
use crate::plan::{Item, MAX_FIGURE, Quantities};
use crate::schedule::index::figure;
use crate::schedule::problem::{Code, Detail, Problem, Severity};

/// One problem for each item, about its largest figure.
pub(super) fn check(_: &PlanContext, item: &Item, problems: &mut Vec<Problem>) {
    let most = figures_of(item).into_iter().max().filter(|most| *most > MAX_FIGURE);
    problems.extend(most.map(|most| Problem {
        detail: Detail::Huge { figure: most, counts_as: figure(most) },
        ..Problem::new(Code::HugeFigure, Severity::Error, vec![item.id().clone()])
    }));
}

/// The figures of people and materiel that an item gives.
fn figures_of(item: &Item) -> Vec<u64> {
    fn all(some: &Quantities) -> impl Iterator<Item = u64> {
        some.values().copied()
    }
    match item {
        Item::Site(site) => all(&site.capacity).collect(),
        Item::Unit(unit) => all(&unit.materiel).chain([unit.personnel]).collect(),
        Item::Movement(movement) => {
            let loads = movement.loads.iter();
            let asked = |load: &crate::plan::Load| {
                let materiel: Vec<u64> = load.materiel.iter().flat_map(all).collect();
                materiel.into_iter().chain(load.personnel)
            };
            loads.flat_map(asked).collect()
        }
        Item::Limit(limit) => all(&limit.per_day).chain(limit.max).collect(),
        Item::Report(report) => all(&report.personnel).chain(all(&report.materiel)).collect(),
        Item::Count(count) => count.value.into_iter().collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn figures_have_a_measure() {
        check_problems(
            "huge-figure",
            &[
                ("site gao\nunit a gao 1000000000000", ""),
                ("site gao\nunit a gao 1000000000001", "error huge-figure a: 1000000000001"),
                (
                    "site gao\nunit a gao 9 vehicles=18446744073709551615",
                    "error huge-figure a: 18446744073709551615",
                ),
                (
                    "site gao\nsite ber\nunit a gao 9\nmove m gao>ber 1..2 a:2000000000000",
                    "error huge-figure m: 2000000000000",
                ),
                ("count n military 2000000000000", "error huge-figure n: 2000000000000"),
            ],
        );
    }
}
