//! `after-deadline`: people are in the theatre after a deadline.

use super::Context;
use super::whom::Whom;
use crate::plan::{Id, Limit, LimitKind};
use crate::schedule::problem::{Code, Detail, Problem, Severity};
use crate::schedule::tick::Tick;

/// At the close of its date and of every later day nobody selected and not
/// excepted is present or moving.
pub(super) fn check(context: &Context) -> Vec<Problem> {
    let limits = context.plan.limits().iter();
    let deadlines = limits.filter(|limit| limit.kind == LimitKind::Deadline);
    deadlines.flat_map(|limit| check_one(context, limit)).collect()
}

fn check_one(context: &Context, limit: &Limit) -> Vec<Problem> {
    let Some(date) = limit.date else { return Vec::new() };
    let whom = Whom::of(context, limit);
    let people = whom.together();
    let problem = |breach: crate::schedule::steps::Breach| {
        let close = Tick::close_of(breach.first);
        let units = whom.there(close).map(|unit| (**unit).clone());
        let items: Vec<Id> = [(*limit.id).clone()].into_iter().chain(units).collect();
        Problem {
            date: Some(breach.first),
            excess: Some(breach.excess),
            detail: Detail::Remaining { people: people.at(close) },
            ..Problem::new(Code::AfterDeadline, Severity::Error, items)
        }
    };
    people.breaches(0, date, None).into_iter().map(problem).collect()
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn nobody_is_there_after_the_deadline() {
        let plan = "site gao\nexit out\nunit a gao 100\nunit g gao 20 role=guard\n\
                    unit p gao 30 category=police\nunit x out 50\n";
        let all = "move m gao>out 3..9 a:* g:* p:*";
        for (items, expect) in [
            (format!("limit d deadline date=9\n{all}"), ""),
            // Still moving at the close of its date.
            (
                format!("limit d deadline date=8\n{all}"),
                "error after-deadline d a g p on 8 by 150: 150 people",
            ),
            (
                "limit d deadline date=8".into(),
                "error after-deadline d a g p on 8 by 150: 150 people",
            ),
            (
                "limit d deadline date=8 who=military".into(),
                "error after-deadline d a g on 8 by 120: 120 people",
            ),
            (
                "limit d deadline date=8 who=military except=guard".into(),
                "error after-deadline d a on 8 by 100: 100 people",
            ),
            // An exception that names nothing excepts nobody.
            (
                "limit d deadline date=8 who=police except=".into(),
                "error after-deadline d p on 8 by 30: 30 people",
            ),
            (format!("limit d deadline\n{all}"), ""),
            // Somebody comes later.
            (
                format!(
                    "limit d deadline date=9\n{all}\nmove n out>gao 20..22 kind=deployment x:10"
                ),
                "error after-deadline d x on 20 by 10: 10 people",
            ),
            ("limit d deadline date=9 where=elsewhere\nsite elsewhere".into(), ""),
        ] {
            check_problems("after-deadline", &[(&format!("{plan}{items}"), expect)]);
        }
    }
}
