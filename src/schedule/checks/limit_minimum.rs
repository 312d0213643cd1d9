//! `liquidation-too-short`, `too-short`: an activity lasts less long than it has
//! to.

use super::Context;
use crate::calendar::Span;
use crate::plan::{Activity, ActivityKind, Limit, LimitKind};
use crate::schedule::problem::{Code, Detail, Fix, Problem, Severity};

/// Looks at every activity of the limit's kind at its places.
pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    let activity = &context.index.activities[number];
    let span = context.spans.activities[number];
    for limit in context.plan.limits().iter().filter(|limit| limit.kind == LimitKind::Minimum) {
        let (Some(kind), Some(at_least)) = (&limit.activity, limit.days) else { continue };
        if activity.kind == *kind && is_inside(context, limit, activity) {
            problems.extend(too_short(context, limit, activity, span, i64::from(at_least)));
        }
    }
}

fn is_inside(context: &Context, limit: &Limit, activity: &Activity) -> bool {
    let site = activity.site.as_ref().and_then(|site| context.plan.sites().get(site));
    limit.place.as_ref().is_none_or(|place| site.is_some_and(|site| place.holds(site)))
}

fn too_short(
    context: &Context,
    limit: &Limit,
    activity: &Activity,
    span: Option<Span>,
    at_least_days: i64,
) -> Option<Problem> {
    let span = span?.closed()?;
    let days = span.days();
    let longer = Span::new(Some(span.start()), Some(span.start() + (at_least_days - 1)));
    let fix = Fix { item: (*activity.id).clone(), planned: longer };
    let code = match activity.kind {
        ActivityKind::Liquidation => Code::LiquidationTooShort,
        _ => Code::TooShort,
    };
    let items = vec![(*activity.id).clone(), (*limit.id).clone()];
    (days < at_least_days).then(|| Problem {
        site: activity.site.clone(),
        date: Some(span.end()),
        excess: Some(at_least_days - days),
        detail: Detail::Minimum { at_least_days, days },
        fix: context.can_fix().then_some(fix),
        ..Problem::new(code, Severity::Error, items)
    })
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn a_liquidation_lasts_long_enough() {
        let plan = "site gao\nsite kidal\nact l liquidation gao 3..9\nact c clearance gao 3..4\n";
        for (limit, expect) in [
            ("limit m minimum activity=liquidation days=7", ""),
            (
                "limit m minimum activity=liquidation days=10",
                "error liquidation-too-short l m at gao on 9 by 3: 7 of 10; fix l 3..12",
            ),
            ("limit m minimum activity=liquidation days=10 where=kidal", ""),
            ("limit m minimum activity=closure days=10", ""),
        ] {
            check_problems("liquidation-too-short", &[(&format!("{plan}{limit}"), expect)]);
        }
        check_problems(
            "too-short",
            &[(
                &format!("{plan}limit m minimum activity=clearance days=5"),
                "error too-short c m at gao on 4 by 3: 2 of 5; fix c 3..7",
            )],
        );
    }
}
