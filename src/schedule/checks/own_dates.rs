//! `not-before` and `misses-own-deadline`: an item starts before it may, or ends
//! after its own deadline.

use super::Context;
use super::window::{moved_into, outside};
use crate::calendar::Span;
use crate::schedule::problem::{Code, Detail, Fix, Problem, Severity};

pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    let item = context.index.timed(number);
    let (not_before, deadline) = (item.timing.not_before, item.timing.deadline);
    let span = context.spans.timed(number).filter(|_| not_before.or(deadline).is_some());
    let Some(span) = span else { return };
    // One change serves both.
    let window = Span::new(not_before, deadline);
    let fix = moved_into(span, window, item.least_days).filter(|_| context.can_fix());
    let problem = |code, allowed| {
        let outside = outside(span, allowed)?;
        Some(Problem {
            site: item.site.cloned(),
            date: Some(outside.first),
            excess: Some(outside.days),
            detail: Detail::Window { is: span, allowed },
            fix: fix.map(|planned| Fix { item: item.id.clone(), planned }),
            ..Problem::new(code, Severity::Error, vec![item.id.clone()])
        })
    };
    problems.extend(problem(Code::NotBefore, Span::new(not_before, None)));
    problems.extend(problem(Code::MissesOwnDeadline, Span::new(None, deadline)));
}

#[cfg(test)]
mod tests {
    use crate::schedule::Track;
    use crate::schedule::testing::{check_problems, check_problems_on};

    #[test]
    fn an_item_keeps_its_own_dates() {
        for (item, early, late) in [
            ("act a closure gao 3..9 not-before=3 deadline=9", "", ""),
            ("act a closure gao - not-before=3 deadline=9", "", ""),
            (
                "act a closure gao 2..6 not-before=5",
                "error not-before a at gao on 2 by 3: 2..6 in 5..; fix a 5..9",
                "",
            ),
            (
                "act a closure gao 2..6 deadline=4",
                "",
                "error misses-own-deadline a at gao on 5 by 2: 2..6 in ..4; fix a 0..4",
            ),
            (
                "move m gao>gao 2..9 trip=3 not-before=4 deadline=7",
                "error not-before m at gao on 2 by 2: 2..9 in 4..; fix m 4..7",
                "error misses-own-deadline m at gao on 8 by 2: 2..9 in ..7; fix m 4..7",
            ),
        ] {
            let plan = format!("site gao\n{item}");
            check_problems("not-before", &[(&plan, early)]);
            check_problems("misses-own-deadline", &[(&plan, late)]);
        }
    }

    #[test]
    fn in_the_forecast_it_is_a_warning_without_a_fix() {
        let plan = "site gao\nact a closure gao 2..6 deadline=6 actual=2..8";
        let expect = "warning misses-own-deadline a at gao on 7 by 2: 2..8 in ..6";
        check_problems_on(Track::Forecast, "misses-own-deadline", &[(plan, expect)]);
        check_problems("misses-own-deadline", &[(plan, "")]);
    }
}
