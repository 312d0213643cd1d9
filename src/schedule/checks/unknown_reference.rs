//! `unknown-reference`: an edited plan points at something it does not have.

use super::PlanContext;
use crate::plan::{Item, Target};
use crate::schedule::problem::{Code, Detail, Problem, Severity};

pub(super) fn check(context: &PlanContext, item: &Item, problems: &mut Vec<Problem>) {
    for reference in item.references() {
        let kind = context.plan.kind_of(&reference.id);
        if kind.is_some_and(|kind| reference.target.accepts(kind)) {
            continue;
        }
        let items = vec![item.id().clone()];
        problems.push(Problem {
            detail: Detail::Reference {
                member: reference.member,
                to: reference.id,
                target: reference.target,
            },
            ..Problem::new(Code::UnknownReference, Severity::Error, items)
        });
    }
    if let Item::Baseline(baseline) = item {
        // It tells of days gone by: what is gone since is worth a note, no more.
        let gone = baseline.planned.keys().filter(|id| {
            context.plan.kind_of(id).is_none_or(|kind| !Target::LinkEnd.accepts(kind))
        });
        problems.extend(gone.map(|id| Problem {
            detail: Detail::Reference {
                member: format!("planned.{id}"),
                to: id.clone(),
                target: Target::LinkEnd,
            },
            ..Problem::new(Code::UnknownReference, Severity::Note, vec![item.id().clone()])
        }));
    }
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn what_is_pointed_at_must_be_there() {
        check_problems(
            "unknown-reference",
            &[
                ("site gao\nunit a gao 10", ""),
                ("unit a gao 10", "error unknown-reference a: site -> gao"),
                // Of the wrong kind.
                ("unit gao - 10\nunit a gao 10", "error unknown-reference a: site -> gao"),
                (
                    "site gao\nmove m gao>kidal 3..4 x:*",
                    "error unknown-reference m: to -> kidal\n\
                     error unknown-reference m: loads[0].unit -> x",
                ),
                (
                    "site gao\nact c closure gao 3..4 after=d:FS",
                    "error unknown-reference c: after[0].id -> d",
                ),
            ],
        );
    }
}
