//! `undated`: a movement without dates moves nothing.

use super::Context;
use crate::plan::Movement;
use crate::schedule::problem::{Code, Problem, Severity};

pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    let movement = &context.index.movements[number];
    let is_undated = match context.spans.movements[number] {
        Some(span) => span.start.is_none() || span.end.is_none(),
        None => has_no_date_at_all(movement),
    };
    if is_undated {
        problems.push(Problem {
            site: Some(movement.from.clone()),
            ..Problem::new(Code::Undated, Severity::Note, vec![(*movement.id).clone()])
        });
    }
}

/// It is on no track, and that is because nobody knows when, not because it was
/// given up or has happened outside of the plan.
fn has_no_date_at_all(movement: &Movement) -> bool {
    let known = |actual: &crate::plan::Actual| {
        [actual.start, actual.end, actual.cancelled].iter().any(Option::is_some)
    };
    movement.timing.planned.is_none() && !movement.timing.actual.as_ref().is_some_and(known)
}

#[cfg(test)]
mod tests {
    use crate::schedule::Track::{self, Forecast, Planned};
    use crate::schedule::testing::check_problems_on;

    #[test]
    fn a_movement_needs_both_dates() {
        for (track, dates, expect) in [
            (Planned, "3..5", false),
            (Planned, "3..", true),
            (Planned, "..5", true),
            (Planned, "..", true),
            (Planned, "-", true),
            (Forecast, "-", true),
            // It happened, but not as planned.
            (Planned, "- actual=3..5", false),
            (Forecast, "- actual=3..5", false),
            (Forecast, "- actual=..5", false),
            (Forecast, "- actual=3..", true),
        ] as [(Track, &str, bool); 10]
        {
            let plan = format!("site gao\nsite kidal\nmove m gao>kidal {dates}");
            let expect = if expect { "note undated m at gao" } else { "" };
            check_problems_on(track, "undated", &[(&plan, expect)]);
        }
    }
}
