//! `too-fast`: a trip does not fit into the span of its movement.

use super::Context;
use crate::calendar::Span;
use crate::schedule::problem::{Code, Detail, Fix, Problem, Severity};

pub(super) fn check(context: &Context) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (movement, span) in context.index.movements.iter().zip(&context.spans.movements) {
        let Some(span) = span.and_then(Span::closed) else { continue };
        let Some(trip_days) = movement.trip_days.map(i64::from) else { continue };
        let span_days = span.days();
        if trip_days <= span_days {
            continue;
        }
        let longer = Span::new(Some(span.start()), Some(span.start() + (trip_days - 1)));
        let fix = Fix { item: (*movement.id).clone(), planned: longer };
        problems.push(Problem {
            site: Some(movement.from.clone()),
            date: Some(span.start()),
            excess: Some(trip_days - span_days),
            detail: Detail::Trip { trip_days, span_days },
            fix: context.can_fix().then_some(fix),
            ..Problem::new(Code::TooFast, Severity::Error, vec![(*movement.id).clone()])
        });
    }
    problems
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn a_trip_fits_into_its_span() {
        let two = "site gao\nsite kidal\n";
        for (movement, expect) in [
            ("move m gao>kidal 3..5 trip=3", ""),
            ("move m gao>kidal 3..5", ""),
            ("move m gao>kidal 3.. trip=9", ""),
            (
                "move m gao>kidal 3..5 trip=5",
                "error too-fast m at gao on 3 by 2: 5 in 3; fix m 3..7",
            ),
        ] {
            check_problems("too-fast", &[(&format!("{two}{movement}"), expect)]);
        }
    }
}
