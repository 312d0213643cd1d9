//! `outside-phase`: an item is planned for days outside of its phase.

use super::PlanContext;
use super::window::{moved_into, outside};
use crate::schedule::problem::{Code, Detail, Fix, Problem, Severity};

/// Only a warning: phases are named by their main work, and some of it may run over.
pub(super) fn check(context: &PlanContext, number: usize, problems: &mut Vec<Problem>) {
    problems.extend(check_one(context, number));
}

fn check_one(context: &PlanContext, number: usize) -> Option<Problem> {
    let item = context.index.timed(number);
    let phase = context.plan.phases().get(item.phase?)?;
    let planned = item.timing.planned?;
    let outside = outside(planned, phase.span)?;
    let fix = moved_into(planned, phase.span, item.least_days);
    let items = vec![item.id.clone(), (*phase.id).clone()];
    Some(Problem {
        site: item.site.cloned(),
        date: Some(outside.first),
        excess: Some(outside.days),
        detail: Detail::Window { is: planned, allowed: phase.span },
        fix: fix.map(|planned| Fix { item: item.id.clone(), planned }),
        ..Problem::new(Code::OutsidePhase, Severity::Warning, items)
    })
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn items_lie_within_their_phase() {
        let plan = "site gao\nsite kidal\nphase p 5..20\nphase q 5..\n";
        for (item, expect) in [
            ("act a closure gao 5..20 phase=p", ""),
            ("act a closure gao 1..4", ""),
            ("act a closure gao - actual=1..2 phase=p", ""),
            ("act a closure gao 30..40 phase=q", ""),
            (
                "act a closure gao 1..9 phase=p",
                "warning outside-phase a p at gao on 1 by 4: 1..9 in 5..20; fix a 5..13",
            ),
            (
                "act a closure gao 15..24 phase=p",
                "warning outside-phase a p at gao on 21 by 4: 15..24 in 5..20; fix a 11..20",
            ),
            (
                "act a closure gao 3..24 phase=p",
                "warning outside-phase a p at gao on 3 by 6: 3..24 in 5..20; fix a 5..20",
            ),
            (
                "move m gao>kidal 3..4 phase=q",
                "warning outside-phase m q at gao on 3 by 2: 3..4 in 5..; fix m 5..6",
            ),
            // No room for a trip.
            (
                "move m gao>kidal 18..40 trip=6 phase=p",
                "warning outside-phase m p at gao on 21 by 20: 18..40 in 5..20",
            ),
        ] {
            check_problems("outside-phase", &[(&format!("{plan}{item}"), expect)]);
        }
    }
}
