//! `left-behind`: people or materiel are at a site when it is closed and handed
//! over.

use super::Context;
use crate::calendar::Day;
use crate::plan::{ActivityKind, Id};
use crate::schedule::now::at_site;
use crate::schedule::problem::{Code, Detail, Problem, Severity};
use crate::schedule::tick::Tick;

/// Looks at the close of the later of closure and handover.
pub(super) fn check(context: &Context, site: usize, problems: &mut Vec<Problem>) {
    let Some((Some(day), activity)) = given_up(context, site) else { return };
    let tick = Tick::close_of(day);
    let left = at_site(context.ledger, &context.index.kinds, site, tick);
    if left.is_empty() {
        return;
    }
    let people = left.personnel.total() as i64;
    let mut items: Vec<Id> = vec![(*context.index.activities[activity].id).clone()];
    let units = context.ledger.units_at(context.index, site, tick);
    items.extend(units.into_iter().map(|unit| (*context.index.units[unit].id).clone()));
    problems.push(Problem {
        site: Some(context.index.sites[site].id.clone()),
        date: Some(day),
        excess: (people > 0).then_some(people),
        detail: Detail::LeftBehind { people, materiel: left.materiel },
        ..Problem::new(Code::LeftBehind, Severity::Error, items)
    });
}

/// The day after which a site is given up, with the activity that ends then; the
/// day is None where one of the activities has no end.
fn given_up(context: &Context, site: usize) -> Option<(Option<Day>, usize)> {
    let mut last = None;
    for &number in &context.index.activities_at[site] {
        let kind = &context.index.activities[number].kind;
        let gives_up = matches!(kind, ActivityKind::Closure | ActivityKind::Handover);
        let span = context.spans.activities[number].filter(|_| gives_up);
        let Some(span) = span else { continue };
        last = Some(match (last, span.end) {
            (None, end) => (end, number),
            (Some((None, known)), _) => (None, known),
            (Some(_), None) => (None, number),
            (Some((Some(day), _)), Some(end)) if day < end => (Some(end), number),
            (Some(known), Some(_)) => known,
        });
    }
    last
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn nobody_and_nothing_stays_at_a_site_given_up() {
        let plan = "site gao\nsite kidal\nunit a kidal 100 vehicles=5\n";
        for (items, expect) in [
            ("act c closure kidal 3..6\nmove m kidal>gao 5..6 a:*", ""),
            (
                "act c closure kidal 3..6\nmove m kidal>gao 7..9 a:*",
                "error left-behind c a at kidal on 6 by 100: 100 people, vehicles 5",
            ),
            // The later of closure and handover.
            ("act c closure kidal 3..6\nact h handover kidal 8..8\nmove m kidal>gao 7..9 a:*", ""),
            (
                "act c closure kidal 3..6\nact h handover kidal 2..2\nmove m kidal>gao 6..9 a:100,vehicles=2",
                "error left-behind c a at kidal on 6: 0 people, vehicles 3",
            ),
            ("act c closure kidal 3..6\nact h handover kidal 8..", ""),
            ("act r reduction kidal 3..6", ""),
            ("act c closure gao 3..6", ""),
            // Who arrives on that day is there at its close.
            (
                "act c closure gao 3..6\nmove m kidal>gao 6..6 a:1,vehicles=0",
                "error left-behind c a at gao on 6 by 1: 1 people",
            ),
        ] {
            check_problems("left-behind", &[(&format!("{plan}{items}"), expect)]);
        }
    }
}
