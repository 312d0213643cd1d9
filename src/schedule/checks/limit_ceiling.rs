//! `over-ceiling`: more people are in the theatre than a ceiling allows.

use super::Context;
use super::whom::Whom;
use crate::plan::{Limit, LimitKind};
use crate::schedule::index::figure;
use crate::schedule::problem::{Code, Detail, Problem, Severity};

/// Counts who is present or moving at the close of each day.
pub(super) fn check(context: &Context) -> Vec<Problem> {
    let limits = context.plan.limits().iter();
    let ceilings = limits.filter(|limit| limit.kind == LimitKind::Ceiling);
    ceilings.flat_map(|limit| check_one(context, limit)).collect()
}

fn check_one(context: &Context, limit: &Limit) -> Vec<Problem> {
    let Some(max) = limit.max.map(figure) else { return Vec::new() };
    let span = limit.span.unwrap_or_default();
    let opening = context.ledger.opening_day;
    let first = span.start.map_or(opening, |start| start.max(opening));
    let people = Whom::of(context, limit).together();
    let breaches = people.breaches(max, first, span.end);
    let problem = |breach: crate::schedule::steps::Breach| Problem {
        date: Some(breach.first),
        excess: Some(breach.excess),
        detail: Detail::Ceiling { max },
        ..Problem::new(Code::OverCeiling, Severity::Error, vec![(*limit.id).clone()])
    };
    breaches.into_iter().map(problem).collect()
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn no_more_are_there_than_the_ceiling_allows() {
        let plan = "horizon 1..30\nsite gao\nsite kidal\nexit out\nunit a gao 100\n\
                    unit b out 50\nunit p gao 30 category=police\n\
                    move m out>kidal 3..6 kind=deployment b:*\nmove n gao>out 8..9 a:40\n";
        for (limit, expect) in [
            ("limit c ceiling max=180", ""),
            ("limit c ceiling max=150", "error over-ceiling c on 3 by 30: 150"),
            // From the opening; the most it is ever above.
            ("limit c ceiling max=90 who=military", "error over-ceiling c on 1 by 60: 90"),
            ("limit c ceiling max=30 who=police", ""),
            ("limit c ceiling max=120 who=military", "error over-ceiling c on 3 by 30: 120"),
            (
                "limit c ceiling max=120 who=military span=5..7",
                "error over-ceiling c on 5 by 30: 120",
            ),
            ("limit c ceiling max=120 who=military span=9..", ""),
            ("limit c ceiling max=100 where=gao", "error over-ceiling c on 1 by 30: 100"),
            ("limit c ceiling", ""),
        ] {
            check_problems("over-ceiling", &[(&format!("{plan}{limit}"), expect)]);
        }
    }
}
