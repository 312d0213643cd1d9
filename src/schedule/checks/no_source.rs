//! `no-source`: an item does not say where it comes from.

use super::PlanContext;
use crate::plan::{Basis, Item};
use crate::schedule::problem::{Code, Problem, Severity};

pub(super) fn check(context: &PlanContext) -> Vec<Problem> {
    let unfounded = |item: &Item| basis(item).is_some_and(<[Basis]>::is_empty);
    let note = |item: Item| Problem::new(Code::NoSource, Severity::Note, vec![item.id().clone()]);
    context.plan.items().filter(unfounded).map(note).collect()
}

/// None for items that need no basis: they are sources, or about the plan itself.
fn basis(item: &Item) -> Option<&[Basis]> {
    Some(match item {
        Item::Objective(it) => &it.basis,
        Item::Phase(it) => &it.basis,
        Item::Site(it) => &it.basis,
        Item::Unit(it) => &it.basis,
        Item::Activity(it) => &it.basis,
        Item::Movement(it) => &it.basis,
        Item::Event(it) => &it.basis,
        Item::Limit(it) => &it.basis,
        Item::Restriction(it) => &it.basis,
        Item::Report(it) => &it.basis,
        Item::Count(it) => &it.basis,
        Item::Mandate(it) => &it.basis,
        Item::Task(it) => &it.basis,
        Item::Fund(it) => &it.basis,
        Item::Risk(it) => &it.basis,
        Item::Source(_)
        | Item::WorkCalendar(_)
        | Item::Layer(_)
        | Item::Chapter(_)
        | Item::Baseline(_)
        | Item::Branch(_) => return None,
    })
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
