//! `early` and `late`: a closure or handover turns out otherwise than planned.

use super::Context;
use crate::calendar::{Day, Span};
use crate::plan::{Activity, ActivityKind};
use crate::schedule::Track;
use crate::schedule::problem::{Code, Detail, Problem, Severity};

/// In the forecast alone: the plan is never early or late.
pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    if context.track == Track::Forecast {
        let span = context.spans.activities[number];
        problems.extend(span.and_then(|span| check_one(&context.index.activities[number], span)));
    }
}

/// Early is what was over before it was to begin. Late is what is over after its
/// planned end, or will be at the earliest by the forecast.
fn check_one(activity: &Activity, forecast: Span) -> Option<Problem> {
    if !matches!(activity.kind, ActivityKind::Closure | ActivityKind::Handover) {
        return None;
    }
    let planned = activity.timing.planned?;
    let actual_end = activity.timing.actual.as_ref().and_then(|actual| actual.end);
    let before = |end: Day| planned.start.map(|start| start - end).filter(|days| *days > 0);
    let after = |end: Day| planned.end.map(|planned| end - planned).filter(|days| *days > 0);
    let (code, severity, end, days) = if let Some(found) =
        actual_end.and_then(|end| Some((Code::Early, Severity::Note, end, before(end)?)))
    {
        found
    } else {
        let end = forecast.end?;
        (Code::Late, Severity::Warning, end, after(end)?)
    };
    Some(Problem {
        site: activity.site.clone(),
        date: Some(end),
        excess: Some(days),
        detail: Detail::Window { is: forecast, allowed: planned },
        ..Problem::new(code, severity, vec![(*activity.id).clone()])
    })
}

#[cfg(test)]
mod tests {
    use crate::schedule::Track;
    use crate::schedule::testing::{check_problems, check_problems_on};

    #[test]
    fn closures_and_handovers_are_compared_with_the_plan() {
        for (item, early, late) in [
            ("act c closure gao 10..15", "", ""),
            ("act c closure gao 10..15 actual=..12", "", ""),
            ("act c closure gao 10..15 actual=..15", "", ""),
            ("act c closure gao - actual=..15", "", ""),
            (
                "act c closure gao 10..15 actual=..4",
                "note early c at gao on 4 by 6: 4..4 in 10..15",
                "",
            ),
            (
                "act h handover gao 10..15 actual=..18",
                "",
                "warning late h at gao on 18 by 3: 10..18 in 10..15",
            ),
            // Not reported on day 20: it begins on day 21 at the earliest.
            (
                "asof 20\nact h handover gao 10..15",
                "",
                "warning late h at gao on 26 by 11: 21..26 in 10..15",
            ),
            ("act c inventory gao 10..15 actual=..4", "", ""),
        ] {
            let plan = format!("site gao\n{item}");
            check_problems_on(Track::Forecast, "early", &[(&plan, early)]);
            check_problems_on(Track::Forecast, "late", &[(&plan, late)]);
            check_problems("early", &[(&plan, "")]);
            check_problems("late", &[(&plan, "")]);
        }
    }
}
