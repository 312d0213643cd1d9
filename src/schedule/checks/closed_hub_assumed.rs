//! `closed-hub-assumed`: the plan counts on a hub that is handed over by then.

use super::Context;
use crate::calendar::{Day, Span};
use crate::plan::{ActivityKind, Id, Timing};
use crate::schedule::problem::{Code, Problem, Severity};

/// One problem for each hub, with all that counts on it: liquidations there, and
/// what arrives or leaves, after the last day of its handover.
///
/// What was given up counts with its planned dates if it was to begin after the
/// handover: most likely it was given up for that.
pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    let site = &context.index.sites[number];
    let Some(end) = context.ends[number].handed_over.filter(|_| site.is_hub()) else { return };
    let closed = end.day;
    let mut uses = liquidations(context, number, closed);
    uses.extend(movements(context, number, closed));
    uses.retain(|(_, last)| *last > closed);
    let Some(last) = uses.iter().map(|(_, last)| *last).max() else { return };
    let items = uses.into_iter().map(|(id, _)| id.clone());
    problems.push(Problem {
        site: Some(site.id.clone()),
        date: Some(closed),
        excess: Some(last - closed),
        ..Problem::new(
            Code::ClosedHubAssumed,
            Severity::Error,
            std::iter::once((*site.id).clone()).chain(items).collect(),
        )
    });
}

/// The liquidations at a site, each with its last day.
fn liquidations<'a>(context: &Context<'a>, site: usize, closed: Day) -> Vec<(&'a Id, Day)> {
    let there = context.index.activities_at[site].iter();
    let last = |number: &usize| {
        let activity = &context.index.activities[*number];
        let last = match context.spans.activities[*number] {
            Some(span) => span.end.or(span.start),
            None => given_up(&activity.timing, closed),
        };
        last.filter(|_| activity.kind == ActivityKind::Liquidation)
            .map(|last| (&*activity.id, last))
    };
    there.filter_map(last).collect()
}

/// The movements from and to a site, each with the last day on which it counts on it
/// that lies after the handover; one that begins and ends there counts as it begins.
fn movements<'a>(context: &Context<'a>, site: usize, closed: Day) -> Vec<(&'a Id, Day)> {
    let index = context.index;
    let last = |number: &usize| {
        let movement = &index.movements[*number];
        let last = context.ledger.batches(*number).last();
        let is_absent = context.spans.movements[*number].is_none();
        let planned = || given_up(&movement.timing, closed).filter(|_| is_absent);
        let left = (index.from[*number] == Some(site)).then(|| last.map(|it| it.departs));
        let came = (index.to[*number] == Some(site)).then(|| last.map(|it| it.arrives));
        let days = [left, came].into_iter().flatten();
        let day = days.filter_map(|day| day.or_else(planned)).find(|day| *day > closed)?;
        Some((&*movement.id, day))
    };
    index.movements_at[site].iter().filter_map(last).collect()
}

/// The last planned day of what is absent from the track and was to begin after a
/// day.
fn given_up(timing: &Timing, day: Day) -> Option<Day> {
    let Span { start, end } = timing.planned?;
    start.filter(|start| *start > day)?;
    end.or(start)
}

#[cfg(test)]
mod tests {
    use crate::schedule::Track;
    use crate::schedule::testing::{check_problems, check_problems_on};

    const HUB: &str = "site gao\nsite timbuktu roles=receiving-hub,liquidation-hub\nunit a gao 100\n\
                       unit b timbuktu 10\n";

    #[test]
    fn a_hub_is_used_until_it_is_handed_over() {
        for (items, expect) in [
            ("act l liquidation timbuktu 10..40", ""),
            ("act l liquidation timbuktu 10..40\nact h handover timbuktu 40..41", ""),
            ("act l liquidation gao 10..40\nact h handover gao 3..5", ""),
            ("act h handover timbuktu 3..5\nmove m gao>timbuktu 3..5 a:*", ""),
            ("act h handover timbuktu 3..5\nmove m timbuktu>gao 5..9 b:*", ""),
            (
                "act l liquidation timbuktu 10..40\nact h handover timbuktu 3..5\n\
                 move m gao>timbuktu 4..9 a:*",
                "error closed-hub-assumed timbuktu l m at timbuktu on 5 by 35",
            ),
            (
                "act h handover timbuktu 3..5\nmove m timbuktu>gao 6..9 b:*",
                "error closed-hub-assumed timbuktu m at timbuktu on 5 by 1",
            ),
        ] {
            check_problems("closed-hub-assumed", &[(&format!("{HUB}{items}"), expect)]);
        }
    }

    #[test]
    fn what_was_given_up_for_the_handover_is_named() {
        for (items, expect) in [
            (
                "act h handover timbuktu - actual=..5\n\
                 act l liquidation timbuktu 10..40 cancelled=5\n\
                 move m timbuktu>gao 12..40 cancelled=5 b:*",
                "warning closed-hub-assumed timbuktu l m at timbuktu on 5 by 35",
            ),
            // It had served its time.
            (
                "act h handover timbuktu - actual=..20\n\
                 act l liquidation timbuktu 10..40 actual=10..20",
                "",
            ),
            (
                "act h handover timbuktu - actual=..20\n\
                 act l liquidation timbuktu 10..40 cancelled=15",
                "",
            ),
        ] {
            let plan = format!("{HUB}{items}");
            check_problems_on(Track::Forecast, "closed-hub-assumed", &[(&plan, expect)]);
            check_problems("closed-hub-assumed", &[(&plan, "")]);
        }
    }
}
