//! Words for what is wrong with a plan, and for what would mend it.

use crate::i18n::{Lang, Names, words};
use crate::plan::Plan;
use crate::schedule::{Code, Fix, Problem, Severity};

/// A sentence on one problem of a plan.
pub fn problem_message(problem: &Problem, _plan: &Plan, _lang: Lang) -> String {
    problem.code.as_word().into()
}

/// The short name of a kind of problem.
pub fn problem_title(code: Code, _lang: Lang) -> String {
    code.as_word().into()
}

/// What a fix would do.
pub fn fix_text(fix: &Fix, plan: &Plan, lang: Lang) -> String {
    let names = Names::new(plan, lang);
    format!("{} {}", names.item(&fix.item), names.span(fix.planned))
}

pub fn severity_word(severity: Severity, lang: Lang) -> String {
    words(lang).word("severity", severity.as_word())
}
