//! `no-source`: an item does not say where it comes from.

use super::PlanContext;
use crate::plan::{Basis, Item};
use crate::schedule::problem::{Code, Problem, Severity};

pub(super) fn check(_: &PlanContext, item: &Item, problems: &mut Vec<Problem>) {
    if item.basis().is_some_and(<[Basis]>::is_empty) {
        problems.push(Problem::new(Code::NoSource, Severity::Note, vec![item.id().clone()]));
    }
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn what_has_a_basis_is_founded() {
        check_problems(
            "no-source",
            &[
                ("site gao", ""),
                ("site gao\nbare gao", "note no-source gao"),
                ("site gao\nunit a gao 10\nbare a", "note no-source a"),
            ],
        );
    }
}
