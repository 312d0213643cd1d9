//! The first lines of what a command prints about a plan.

use super::output::harmless;
use crate::i18n::Lang;
use crate::plan::Plan;

/// The marking and title of a plan, then other lines; without those that are empty.
pub fn of(plan: &Plan, lines: &[String], lang: Lang) -> String {
    let marking = harmless(plan.header().marking.in_language(lang.tag()));
    let title = harmless(plan.header().title.in_language(lang.tag()));
    let all = [marking, title].into_iter().chain(lines.iter().cloned());
    all.filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
}
