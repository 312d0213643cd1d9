//! `leaves-after-handover`: a movement leaves a site that is handed over.

use super::Context;
use super::site_ends::id_of;
use crate::calendar::{Day, Span};
use crate::plan::Movement;
use crate::schedule::SiteState;
use crate::schedule::batches::Batching;
use crate::schedule::problem::{Code, Detail, Fix, Problem, Severity};
use crate::schedule::tick::Tick;

/// Batches may leave up to the last day of the handover. One problem for each
/// movement: the first batch that leaves too late, and by how many days the last
/// one does.
pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    let Context { index, ledger, ends, .. } = *context;
    let movement = &index.movements[number];
    let from = index.from[number].and_then(|from| Some((from, ends[from].handed_over?)));
    let Some((site, end)) = from else { return };
    let departures = ledger.batches(number).iter().map(|batch| batch.departs);
    let is_over = |day| context.states.at(site, Tick::begin_of(day)) == SiteState::HandedOver;
    let late: Vec<_> = departures.filter(|day| *day > end.day && is_over(*day)).collect();
    let (Some(first), Some(last)) = (late.first(), late.last()) else { return };
    let fix = context.spans.movements[number].and_then(|span| in_time(movement, span, end.day));
    let fix = fix.filter(|_| context.can_fix());
    let items = vec![(*movement.id).clone(), id_of(context, end)];
    problems.push(Problem {
        site: Some(movement.from.clone()),
        date: Some(*first),
        excess: Some(*last - end.day),
        detail: Detail::Since { last: end.day },
        fix: fix.map(|planned| Fix { item: (*movement.id).clone(), planned }),
        ..Problem::new(Code::LeavesAfterHandover, Severity::Error, items)
    });
}

/// The span whose last batch leaves on a day: cut where some leave by then anyway,
/// moved where none do.
fn in_time(movement: &Movement, span: Span, day: Day) -> Option<Span> {
    let span = span.closed()?;
    let batching = Batching::of(span, movement.trip_days);
    let late = batching.departure(batching.count) - day;
    if batching.departure(1) <= day {
        return Some(Span::new(Some(span.start()), Some(span.end() - late)));
    }
    Some(span.moved(-late).into())
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn everything_has_left_by_the_handover() {
        let plan = "site gao\nsite kidal\nunit a kidal 100\nact h handover kidal 3..6\n";
        for (items, expect) in [
            ("move m kidal>gao 6..9 a:*", ""),
            ("move m kidal>gao 3..7 trip=2 a:*", ""),
            ("move m kidal>gao 8..9", ""),
            (
                "move m kidal>gao 8..9 a:*",
                "error leaves-after-handover m h at kidal on 8 by 2: until 6; fix m 6..7",
            ),
            (
                "move m kidal>gao 4..10 trip=2 a:*",
                "error leaves-after-handover m h at kidal on 7 by 3: until 6; fix m 4..7",
            ),
            // A second handover is not over yet.
            ("act i handover kidal 3..9\nmove m kidal>gao 8..9 a:*", ""),
            ("act i handover kidal 3..\nmove m kidal>gao 8..9 a:*", ""),
            ("act o opening kidal 7..9\nmove m kidal>gao 8..9 a:*", ""),
        ] {
            check_problems("leaves-after-handover", &[(&format!("{plan}{items}"), expect)]);
        }
    }
}
