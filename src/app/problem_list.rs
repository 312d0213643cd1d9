//! The list of problems as a person looks at it: filtered, grouped, with one chosen.

use std::collections::BTreeSet;

use crate::i18n::without_accents;
use crate::plan::Id;
use crate::schedule::{Code, Problem, Problems, Severity};

/// How the list is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProblemList {
    pub filter: Filter,
    /// The groups of which only the head is shown.
    pub folded: BTreeSet<(Severity, Code)>,
    /// Which of the listed problems is chosen, counted without heads and folds. A
    /// problem that was mended leaves the choice to the next one.
    pub chosen: Option<usize>,
    /// Whether the chosen one is brought into view and gets the focus.
    pub reveal: bool,
}

/// Which problems are listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub hidden: BTreeSet<Severity>,
    pub code: Option<Code>,
    /// Part of the message, whatever the accents.
    pub text: String,
    /// Only what is about selected items.
    pub only_selected: bool,
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Head {
        severity: Severity,
        code: Code,
        count: usize,
        folded: bool,
    },
    /// The place of a problem among all, and its number among those listed.
    One {
        place: usize,
        number: usize,
    },
}

impl Filter {
    /// The places of the problems that are listed, by severity and code; within
    /// these in the order of the problems. `texts` are their messages.
    pub fn places(
        &self,
        problems: &Problems,
        texts: &[String],
        selected: &BTreeSet<Id>,
    ) -> Vec<usize> {
        let wanted = without_accents(self.text.trim());
        let all = problems.all().iter().enumerate();
        let fits = |(place, problem): &(usize, &Problem)| {
            let about = || problem.items.iter().chain(problem.site.as_deref());
            !self.hidden.contains(&problem.severity)
                && self.code.is_none_or(|code| code == problem.code)
                && (!self.only_selected || about().any(|id| selected.contains(id)))
                && (wanted.is_empty() || without_accents(&texts[*place]).contains(&wanted))
        };
        let mut found: Vec<(usize, &Problem)> = all.filter(fits).collect();
        found.sort_by_key(|(_, problem)| (problem.severity, problem.code));
        found.into_iter().map(|(place, _)| place).collect()
    }
}

impl ProblemList {
    /// The lines for the problems that are listed: heads for groups of several.
    pub fn lines(&self, problems: &Problems, places: &[usize]) -> Vec<Line> {
        let group = |place: &usize| {
            let problem = &problems.all()[*place];
            (problem.severity, problem.code)
        };
        let mut lines = Vec::new();
        let mut number = 0;
        for members in places.chunk_by(|a, b| group(a) == group(b)) {
            let (severity, code) = group(&members[0]);
            let folded = self.folded.contains(&(severity, code));
            lines.push(Line::Head { severity, code, count: members.len(), folded });
            for place in members {
                if !folded {
                    lines.push(Line::One { place: *place, number });
                }
                number += 1;
            }
        }
        lines
    }

    /// The number of the next or the last problem, round and round.
    pub fn step(&self, direction: i64, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        Some(match (self.chosen, direction > 0) {
            (None, true) => 0,
            (None, false) => last,
            (Some(now), true) => {
                if now >= last {
                    0
                } else {
                    now + 1
                }
            }
            (Some(now), false) => now.min(count).checked_sub(1).unwrap_or(last),
        })
    }
}
