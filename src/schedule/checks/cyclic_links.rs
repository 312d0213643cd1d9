//! `cyclic-links`: items depend on each other in a circle.

use super::PlanContext;
use crate::schedule::problem::{Code, Problem, Severity};

/// One problem for each set of items that all depend on each other; events depend
/// on nothing.
pub(super) fn check(context: &PlanContext) -> Vec<Problem> {
    let index = context.index;
    let problem = |members: &Vec<usize>| {
        let items = members.iter().map(|member| index.timed(*member).id.clone());
        Problem::new(Code::CyclicLinks, Severity::Error, items.collect())
    };
    index.dependencies.circles.iter().map(problem).collect()
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
