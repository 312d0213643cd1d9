//! Words for what is wrong with a plan file.

use super::disk_error;
use crate::file::{OpenError, OpenProblem, Problem};
use crate::i18n::Lang;

/// The place, where there is one, and what is wrong there.
pub fn file_problem(problem: &Problem, _lang: Lang) -> String {
    problem.to_string()
}

/// That the file could not be opened, then a line for each problem.
pub fn open_error(error: &OpenError, lang: Lang) -> Vec<String> {
    match &error.problem {
        OpenProblem::Disk(error) => vec![disk_error(error, lang)],
        OpenProblem::File(problems) => problems.iter().map(|p| file_problem(p, lang)).collect(),
    }
}
