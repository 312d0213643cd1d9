//! `over-lift`: more leaves on a day than can be lifted.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Context, whom};
use crate::calendar::Day;
use crate::plan::{Id, Limit, LimitKind};
use crate::schedule::holdings::PEOPLE_COLUMNS;
use crate::schedule::index::figure;
use crate::schedule::problem::{Code, Detail, Problem, Severity};
use crate::schedule::steps::{Breach, Steps};
use crate::schedule::tick::Tick;

/// Counts what leaves on a day in the limit's mode from its places.
pub(super) fn check(context: &Context) -> Vec<Problem> {
    let limits = context.plan.limits().iter();
    let lifts = limits.filter(|limit| limit.kind == LimitKind::Lift);
    lifts.flat_map(|limit| check_one(context, limit)).collect()
}

fn check_one(context: &Context, limit: &Limit) -> Vec<Problem> {
    let index = context.index;
    let lifted = lifted(context, limit);
    let mut problems = Vec::new();
    for (kind, per_day) in &limit.per_day {
        let Some(columns) = columns(context, kind) else { continue };
        let what = context.what(columns.start);
        let by_day = leaving_by_day(context, limit, &lifted, &columns);
        let per_day = figure(*per_day);
        for breach in breaches(&by_day, per_day) {
            let leaving = by_day[&breach.first].1.iter();
            let leaving = leaving.map(|movement| (*index.movements[*movement].id).clone());
            let items: Vec<Id> = [(*limit.id).clone()].into_iter().chain(leaving).collect();
            problems.push(Problem {
                site: single_site(limit),
                date: Some(breach.first),
                excess: Some(breach.excess),
                detail: Detail::Lift { what: what.clone(), per_day },
                ..Problem::new(Code::OverLift, Severity::Error, items)
            });
        }
    }
    problems
}

fn single_site(limit: &Limit) -> Option<crate::plan::SiteId> {
    match limit.place.as_ref()?.sites.as_slice() {
        [site] => Some(site.clone()),
        _ => None,
    }
}

/// The movements that the limit counts, by their mode and where they start. A
/// movement from nowhere moves nothing.
fn lifted(context: &Context, limit: &Limit) -> Vec<usize> {
    let index = context.index;
    let holds = |site: &usize| limit.place.as_ref().is_none_or(|p| p.holds(&index.sites[*site]));
    let starts_at = |movement: usize, site: usize| index.from[movement] == Some(site);
    let is_lifted =
        |movement: &usize| limit.mode.is_none() || limit.mode == index.movements[*movement].mode;
    let inside = (0..index.sites.len()).filter(holds);
    let there = inside.flat_map(|site| {
        let there = index.movements_at[site].iter().copied();
        there.filter(move |movement| starts_at(*movement, site))
    });
    let mut lifted: Vec<usize> = there.filter(is_lifted).collect();
    lifted.sort_unstable();
    lifted
}

/// The columns a kind of `per_day` is counted in.
fn columns(context: &Context, kind: &str) -> Option<Range<usize>> {
    if kind == "personnel" {
        return Some(0..PEOPLE_COLUMNS);
    }
    context.index.kinds.column(kind).map(|column| column..column + 1)
}

/// How much leaves on each day, and with which movements.
type ByDay = BTreeMap<Day, (i64, Vec<usize>)>;

fn leaving_by_day(
    context: &Context,
    limit: &Limit,
    lifted: &[usize],
    columns: &Range<usize>,
) -> ByDay {
    let index = context.index;
    let within = limit.span.unwrap_or_default();
    let mut by_day = ByDay::new();
    let counts = |stock: usize| {
        let stock = &index.stocks[stock];
        columns.contains(&stock.column) && whom::is_meant(limit, &index.units[stock.unit])
    };
    for movement in lifted {
        let book = &context.ledger.movements[*movement];
        for batch in book.batches.iter().filter(|batch| within.contains(batch.departs)) {
            let cargo = book.cargo(batch).iter().filter(|cargo| counts(cargo.stock));
            let amount: i64 = cargo.map(|cargo| cargo.amount).sum();
            if amount > 0 {
                let day = by_day.entry(batch.departs).or_default();
                day.0 += amount;
                day.1.push(*movement);
            }
        }
    }
    for (_, movements) in by_day.values_mut() {
        // As they take what is there.
        movements.sort_by_key(|movement| context.ledger.turns[*movement]);
    }
    by_day
}

fn breaches(by_day: &ByDay, per_day: i64) -> Vec<Breach> {
    let Some((first, _)) = by_day.first_key_value() else { return Vec::new() };
    let mut steps = Steps::default();
    for (day, (amount, _)) in by_day {
        steps.add(Tick::begin_of(*day), *amount);
        // The next day starts from nothing.
        steps.add(Tick::begin_of(*day + 1), -amount);
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
