//! `ledger-residual`: balances do not add up. That never happens: it would be a
//! fault of the ledger, and then no figure of this program can be trusted.

use super::Context;
use crate::schedule::ledger::Totals;
use crate::schedule::problem::{Code, Detail, Problem, Severity};
use crate::schedule::steps::Steps;

pub(super) fn check(context: &Context) -> Vec<Problem> {
    let Totals { present, moving, departed, disposed, entered } = &context.ledger.totals;
    let mut problems = Vec::new();
    for column in 0..context.index.columns() {
        let there =
            Steps::sum([&present[column], &moving[column], &departed[column], &disposed[column]]);
        let opening = there.opening();
        let known = &entered[column];
        let mut days = there.closes().map(|(day, _)| day).chain(known.closes().map(|(day, _)| day));
        let residual = |day| {
            let close = crate::schedule::tick::Tick::close_of(day);
            there.at(close) - opening - known.at(close)
        };
        if let Some(day) = days.find(|day| residual(*day) != 0) {
            problems.push(Problem {
                date: Some(day),
                excess: Some(residual(day)),
                detail: Detail::Short { what: context.what(column) },
                ..Problem::new(Code::LedgerResidual, Severity::Error, Vec::new())
            });
        }
    }
    problems
}
