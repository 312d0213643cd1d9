//! `unit-elsewhere`: a movement takes nothing of a unit, which is somewhere else.

use super::Context;
use crate::calendar::Span;
use crate::plan::{Load, SiteId};
use crate::schedule::problem::{Code, Detail, Problem, Severity};
use crate::schedule::tick::Tick;

/// One problem for each load that takes all there is, which is nothing, while
/// others go along. Who asks for figures is told by `more-than-present`, and a
/// movement that is empty as a whole by `carries-nothing`. Units that went before
/// went by other ways, and nothing is wrong with that.
pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    let movement = &context.index.movements[number];
    let Some(span) = context.spans.movements[number].and_then(Span::closed) else { return };
    if context.ledger.batches(number).is_empty() {
        return;
    }
    for load in movement.loads.iter().filter(|load| load.personnel.is_none()) {
        let Some(unit) = context.index.unit(&load.unit) else { continue };
        if !asks_for_something(context, unit, load) || goes_along(context, number, unit) {
            continue;
        }
        let tick = Tick::begin_of(span.start());
        let at = places(context, unit, tick);
        if at.contains(&movement.from) || (at.is_empty() && has_left(context, unit, tick)) {
            continue;
        }
        let items = vec![(*movement.id).clone(), (*load.unit).clone()];
        problems.push(Problem {
            site: Some(movement.from.clone()),
            date: Some(span.start()),
            detail: Detail::Elsewhere { at },
            ..Problem::new(Code::UnitElsewhere, Severity::Warning, items)
        });
    }
}

/// Whether the unit has what the load takes all of.
fn asks_for_something(context: &Context, unit: usize, load: &Load) -> bool {
    let index = context.index;
    let people = index.stocks[index.people_of(unit)].figure > 0;
    let stocks = || index.stocks_of(unit).skip(1).map(|stock| &index.stocks[stock]);
    people || load.materiel.is_none() && stocks().any(|stock| stock.figure > 0)
}

fn goes_along(context: &Context, movement: usize, unit: usize) -> bool {
    let cargo = context.ledger.movements[movement].all_cargo().iter();
    cargo.map(|cargo| context.index.stocks[cargo.stock].unit).any(|carried| carried == unit)
}

/// Whether a unit was in the theatre and has left it, or was given up there.
fn has_left(context: &Context, unit: usize, tick: Tick) -> bool {
    let book = &context.ledger.units[unit];
    let moving = book.people().moving.at(tick) > 0;
    let was_there = book
        .stocks
        .iter()
        .flat_map(|stock| &stock.held)
        .map(|(_, steps)| steps)
        .any(|steps| steps.opening() > 0);
    was_there && !moving
}

/// The sites at which some of a unit is.
fn places(context: &Context, unit: usize, tick: Tick) -> Vec<SiteId> {
    let held = context.ledger.units[unit].stocks.iter().flat_map(|stock| &stock.held);
    let mut sites: Vec<usize> =
        held.filter(|(_, steps)| steps.at(tick) > 0).map(|(site, _)| *site).collect();
    sites.sort_unstable();
    sites.dedup();
    sites.into_iter().map(|site| context.index.sites[site].id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn a_load_is_where_its_movement_starts() {
        let plan = "site ber\nsite gao\nsite kidal\nunit a gao 100 vehicles=5\nunit b kidal 20\n\
                    unit c - 30\nunit d gao 5\nexit out\nunit s kidal 0 containers=4\n";
        for (movements, expect) in [
            ("move m gao>kidal 3..5 a:*", ""),
            ("move m gao>ber 3..5 a:* b:*", "warning unit-elsewhere m b at gao on 3: kidal"),
            ("move m gao>ber 3..5 a:* c:*", "warning unit-elsewhere m c at gao on 3"),
            ("move m gao>ber 3..5 a:* s:*", "warning unit-elsewhere m s at gao on 3: kidal"),
            // Told by another check.
            ("move m gao>ber 3..5 b:*", ""),
            ("move m gao>ber 3..5 a:* b:7", ""),
            // A unit cannot be at two places: the second movement finds nobody.
            (
                "move m gao>ber 3..5 a:*\nmove n kidal>ber 3..5 a:* b:*",
                "warning unit-elsewhere n a at kidal on 3",
            ),
            // It has gone home by another way.
            ("move m gao>out 1..1 a:*\nmove n gao>ber 3..5 a:* d:*", ""),
            // It comes in time for the last batch.
            ("move m kidal>gao 1..2 b:*\nmove n gao>ber 3..5 trip=1 a:* b:*", ""),
        ] {
            check_problems("unit-elsewhere", &[(&format!("{plan}{movements}"), expect)]);
        }
    }
}
