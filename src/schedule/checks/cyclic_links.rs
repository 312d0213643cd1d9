//! `cyclic-links`: items depend on each other in a circle.

use super::PlanContext;
use crate::plan::Id;
use crate::schedule::order::components;
use crate::schedule::problem::{Code, Problem, Severity};

/// One problem for each set of items that all depend on each other; events depend
/// on nothing.
pub(super) fn check(context: &PlanContext) -> Vec<Problem> {
    let index = context.index;
    let next = &index.links;
    let is_cycle =
        |members: &Vec<usize>| members.len() > 1 || next[members[0]].contains(&members[0]);
    components(next)
        .into_iter()
        .filter(is_cycle)
        .map(|members| {
            let id = |member: usize| -> Id { index.timed(member).id.clone() };
            let items = members.into_iter().map(id).collect();
            Problem::new(Code::CyclicLinks, Severity::Error, items)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn circles_are_told_once() {
        check_problems(
            "cyclic-links",
            &[
                ("site gao\nact a closure gao 3..4\nact b closure gao 5..6 after=a:FS", ""),
                ("site gao\nact a closure gao 3..4 after=a:FS", "error cyclic-links a"),
                (
                    "site gao\nact a closure gao 3..4 after=m:FS\nmove m gao>gao 5..6 after=a:FS",
                    "error cyclic-links a m",
                ),
                (
                    "site gao\nact a closure gao 3..4 after=b:SS\nact b closure gao 3..4 after=c:SS\n\
                     act c closure gao 3..4 after=b:SS",
                    "error cyclic-links b c",
                ),
            ],
        );
    }
}
