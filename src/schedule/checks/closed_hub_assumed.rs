//! `closed-hub-assumed`: the plan counts on a hub that is handed over by then.

use super::Context;
use crate::calendar::{Day, Span};
use crate::plan::{ActivityKind, Id, Site, SiteRole, Timing};
use crate::schedule::problem::{Code, Problem, Severity};

/// One problem for each hub, with all that counts on it: liquidations there, and
/// what arrives or leaves, after the last day of its handover.
///
/// What was given up counts with its planned dates if it was to begin after the
/// handover: most likely it was given up for that.
pub(super) fn check(context: &Context) -> Vec<Problem> {
    let index = context.index;
    let is_hub = |site: &Site| {
        let roles = [SiteRole::LiquidationHub, SiteRole::ReceivingHub];
        roles.iter().any(|role| site.roles.contains(role))
    };
    if !index.sites.iter().any(|site| is_hub(site)) {
        return Vec::new();
    }
    let closed: Vec<Option<Day>> = index
        .sites
        .iter()
        .zip(context.ends)
        .map(|(site, ends)| ends.handed_over.filter(|_| is_hub(site)).map(|end| end.day))
        .collect();
    let mut uses: Vec<Vec<(Id, Day)>> = vec![Vec::new(); index.sites.len()];
    let mut note = |site: Option<usize>, id: &Id, last: &dyn Fn(Day) -> Option<Day>| {
        let Some((site, closed)) = site.and_then(|site| Some((site, closed[site]?))) else {
            return;
        };
        // A movement may begin and end at the same hub.
        let is_known = uses[site].last().is_some_and(|(known, _)| known == id);
        let last = last(closed).filter(|last| *last > closed && !is_known);
        uses[site].extend(last.map(|last| (id.clone(), last)));
    };
    for (number, activity) in index.activities.iter().enumerate() {
        if activity.kind != ActivityKind::Liquidation {
            continue;
        }
        note(
            index.site_of[number],
            &activity.id,
            &|closed| match context.spans.activities[number] {
                Some(span) => span.end.or(span.start),
                None => given_up(&activity.timing, closed),
            },
        );
    }
    for (number, movement) in index.movements.iter().enumerate() {
        let (from, to) = (index.from[number], index.to[number]);
        let last = context.ledger.batches(number).last();
        let is_absent = context.spans.movements[number].is_none();
        let planned = |closed| given_up(&movement.timing, closed).filter(|_| is_absent);
        note(from, &movement.id, &|closed| last.map(|it| it.departs).or(planned(closed)));
        note(to, &movement.id, &|closed| last.map(|it| it.arrives).or(planned(closed)));
    }
    let problem = |(number, uses): (usize, Vec<(Id, Day)>)| {
        let closed = closed[number]?;
        let last = uses.iter().map(|(_, last)| *last).max()?;
        let site = &index.sites[number];
        let items = std::iter::once((*site.id).clone()).chain(uses.into_iter().map(|(id, _)| id));
        Some(Problem {
            site: Some(site.id.clone()),
            date: Some(closed),
            excess: Some(last - closed),
            ..Problem::new(Code::ClosedHubAssumed, Severity::Error, items.collect())
        })
    };
    uses.into_iter().enumerate().filter_map(problem).collect()
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
