//! `more-than-present`: a movement asks for more than there is.

use super::Context;
use crate::schedule::ledger::Shortage;
use crate::schedule::problem::{Code, Detail, Problem, Severity};

/// One problem for each unit and kind: from the first batch that fell short, by
/// as much as the movement ever was behind.
pub(super) fn check(context: &Context) -> Vec<Problem> {
    let problem = |shortage: &Shortage| {
        let movement = &context.index.movements[shortage.movement];
        let unit = &context.index.units[shortage.unit];
        Problem {
            site: Some(movement.from.clone()),
            date: Some(shortage.first),
            excess: Some(shortage.missing),
            detail: Detail::Short { what: context.what(shortage.column) },
            ..Problem::new(
                Code::MoreThanPresent,
                Severity::Error,
                vec![(*movement.id).clone(), (*unit.id).clone()],
            )
        }
    };
    context.ledger.shortages.iter().map(problem).collect()
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn no_more_goes_than_there_is() {
        let plan = "site gao\nsite kidal\nunit a gao 100 vehicles=5\n";
        for (movements, expect) in [
            ("move m gao>kidal 3..5 a:100,vehicles=5", ""),
            ("move m gao>kidal 3..5 a:*", ""),
            (
                "move m gao>kidal 3..5 a:130",
                "error more-than-present m a at gao on 3 by 30: people",
            ),
            // Told once: from the first batch that fell short, by the most.
            (
                "move m gao>kidal 3..6 trip=1 a:160",
                "error more-than-present m a at gao on 5 by 60: people",
            ),
            (
                "move m gao>kidal 3..5 a:100,vehicles=9,tonnes=3",
                "error more-than-present m a at gao on 3 by 4: vehicles\n\
                 error more-than-present m a at gao on 3 by 3: tonnes",
            ),
            // What comes in on the way is caught up with, the lack stays noted.
            (
                "move l gao>kidal 1..1 a:*\nmove m gao>kidal 3..6 trip=1 a:80\nmove n kidal>gao 3..3 a:*",
                "error more-than-present m a at gao on 3 by 20: people",
            ),
        ] {
            check_problems("more-than-present", &[(&format!("{plan}{movements}"), expect)]);
        }
    }
}
