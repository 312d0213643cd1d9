//! `report-differs`: what was reported of the strength on a day, and what the
//! forecast has.

use std::collections::BTreeSet;

use super::Context;
use crate::calendar::Day;
use crate::plan::{Category, Measure, Report, SiteId};
use crate::schedule::Track;
use crate::schedule::holdings::{PEOPLE_COLUMNS, category_column, is_people};
use crate::schedule::index::figure;
use crate::schedule::problem::{Code, Detail, Problem, Reported, Severity};
use crate::schedule::steps::Steps;
use crate::schedule::tick::Tick;

/// One note for each report of which any figure differs, with all of them. On the
/// planned track nothing is compared: a report tells what has happened.
pub(super) fn check(context: &Context) -> Vec<Problem> {
    if context.track != Track::Forecast {
        return Vec::new();
    }
    context.plan.reports().iter().filter_map(|report| differing(context, report)).collect()
}

fn differing(context: &Context, report: &Report) -> Option<Problem> {
    let date = report.date?;
    let given = report.personnel.iter().chain(&report.materiel);
    let figures = given.filter_map(|(of, amount)| {
        let computed = computed(context, report, date, &columns(context, of)?)?;
        Some(Reported { of: of.clone(), reported: figure(*amount), computed })
    });
    let figures: Vec<Reported> = figures.collect();
    // The figure that is farthest off stands for the report.
    let worst = figures.iter().max_by_key(|it| (it.computed - it.reported).abs())?;
    let excess = worst.computed - worst.reported;
    (excess != 0).then(|| Problem {
        date: Some(date),
        excess: Some(excess),
        detail: Detail::Reported { measure: report.measure.clone(), figures },
        ..Problem::new(Code::ReportDiffers, Severity::Note, vec![(*report.id).clone()])
    })
}

/// What a word of a report counts; None for something the plan does not count.
fn columns(context: &Context, of: &str) -> Option<Vec<usize>> {
    let category = |category| category_column(&category);
    Some(match of {
        "total" | "personnel" => (0..PEOPLE_COLUMNS).collect(),
        "uniformed" => vec![category(Category::Military), category(Category::Police)],
        "military" => vec![category(Category::Military)],
        "police" => vec![category(Category::Police)],
        "civilian" => vec![category(Category::Civilian)],
        kind => vec![context.index.kinds.column(kind)?],
    })
}

/// What the track has at the close of a day.
fn computed(context: &Context, report: &Report, day: Day, columns: &[usize]) -> Option<i64> {
    let (totals, tick) = (&context.ledger.totals, Tick::close_of(day));
    let sum = |some: &[Steps]| -> i64 { columns.iter().map(|column| some[*column].at(tick)).sum() };
    match (&report.measure, report.sites.is_empty()) {
        (Measure::Present, true) => Some(sum(&totals.present) + sum(&totals.moving)),
        (Measure::Departed, true) => Some(sum(&totals.departed)),
        (Measure::Present, false) => {
            let sites = report.sites.iter().filter_map(|site| context.index.site(site));
            let at = |site: usize, column: &usize| {
                let columns = &context.ledger.sites[site].columns;
                let of_column = columns.iter().find(|(known, _)| known == column);
                of_column.map_or(0, |(_, steps)| steps.at(tick))
            };
            Some(sites.flat_map(|site| columns.iter().map(move |c| at(site, c))).sum())
        }
        (Measure::Departed, false) => Some(left_from(context, &report.sites, columns, tick)),
        (Measure::Unknown(_), _) => None,
    }
}

/// How many went from these sites to an exit, or ended their service there.
fn left_from(context: &Context, sites: &[SiteId], columns: &[usize], tick: Tick) -> i64 {
    let (index, ledger) = (context.index, context.ledger);
    let sites: BTreeSet<usize> = sites.iter().filter_map(|site| index.site(site)).collect();
    let at_any = sites.iter().flat_map(|site| {
        let there = index.movements_at[*site].iter().copied();
        there.filter(move |movement| index.from[*movement] == Some(*site))
    });
    let mut left = 0;
    for number in at_any {
        let exit = index.to[number];
        // What goes to a site that the plan does not have goes nowhere.
        if exit.is_some_and(|site| !index.sites[site].is_exit()) {
            continue;
        }
        let book = &ledger.movements[number];
        let arrived = book.batches.iter().filter(|it| Tick::close_of(it.arrives) <= tick);
        let carried = arrived.flat_map(|batch| book.cargo(batch)).filter(|cargo| {
            let column = index.stocks[cargo.stock].column;
            // Materiel that is given up in place has not departed.
            columns.contains(&column) && (is_people(column) || exit.is_some())
        });
        left += carried.map(|cargo| cargo.amount).sum::<i64>();
    }
    left
}

#[cfg(test)]
mod tests {
    use crate::schedule::Track;
    use crate::schedule::testing::check_problems_on;

    #[test]
    fn reports_are_compared_with_the_forecast() {
        let plan = "asof 30\nsite gao\nsite ber\nexit out\nunit a gao 100 vehicles=5\n\
                    unit p ber 40 category=police\n\
                    move m gao>out 3..5 trip=1 actual=3..5 a:60,vehicles=2\n\
                    move n ber>out 8..8 trip=1 actual=8..8 p:*\n";
        let note = |text: &str| format!("note report-differs r {text}");
        for (report, expect) in [
            ("report r 6 departed military=60 vehicles=2", String::new()),
            (
                "report r 6 departed military=50 vehicles=2",
                note("on 6 by 10: departed military 50 60, vehicles 2 2"),
            ),
            ("report r 9 departed uniformed=100 total=100", String::new()),
            ("report r 9 present total=41", note("on 9 by -1: present total 41 40")),
            ("report r 9 departed police=40 where=ber", String::new()),
            ("report r 9 departed military=1 where=ber", note("on 9 by -1: departed military 1 0")),
            ("report r 9 present vehicles=3 where=gao", String::new()),
            // Nothing is known of these.
            ("report r 9 departed kites=3", String::new()),
        ] {
            check_problems_on(
                Track::Forecast,
                "report-differs",
                &[(&format!("{plan}{report}"), &expect)],
            );
            check_problems_on(
                Track::Planned,
                "report-differs",
                &[(&format!("{plan}{report}"), "")],
            );
        }
    }
}
