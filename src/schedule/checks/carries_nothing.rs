//! `carries-nothing`: a movement moves nobody and nothing.

use super::Context;
use crate::calendar::Span;
use crate::schedule::problem::{Code, Problem, Severity};

/// A movement without loads may yet get some, so that is only noted.
pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    let movement = &context.index.movements[number];
    let Some(span) = context.spans.movements[number].and_then(Span::closed) else { return };
    if !context.ledger.batches(number).is_empty() {
        return;
    }
    let severity = if movement.loads.is_empty() { Severity::Note } else { Severity::Warning };
    problems.push(Problem {
        site: Some(movement.from.clone()),
        date: Some(span.start()),
        ..Problem::new(Code::CarriesNothing, severity, vec![(*movement.id).clone()])
    });
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn a_movement_moves_something() {
        let plan = "site gao\nsite kidal\nunit a gao 100\nunit b kidal 20\n";
        for (movement, expect) in [
            ("move m gao>kidal 3..5 a:*", ""),
            ("move m gao>kidal 3..5 b:* a:1", ""),
            ("move m gao>kidal 3..5 b:*", "warning carries-nothing m at gao on 3"),
            ("move m gao>kidal 3..5 b:7", "warning carries-nothing m at gao on 3"),
            ("move m gao>kidal 3..5", "note carries-nothing m at gao on 3"),
            ("move m gao>kidal 3.. a:*", ""),
            ("move m gao>kidal - a:*", ""),
        ] {
            check_problems("carries-nothing", &[(&format!("{plan}{movement}"), expect)]);
        }
    }
}
