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
        let all = problems.all().iter().map(|problem| &**problem).enumerate();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::{Routes, Schedule, Track};
    use std::sync::Arc;

    /// Two movements without dates and an event without a basis.
    fn problems() -> Problems {
        let movement = |id: &str| {
            serde_json::json!({ "id": id, "kind": "redeployment", "from": "gao", "to": "ber",
                "basis": [ { "status": "planner" } ] })
        };
        let site = |id: &str| {
            serde_json::json!({ "type": "Feature", "id": id,
                "geometry": { "type": "Point", "coordinates": [0, 16] },
                "properties": { "name": id, "kind": "camp", "basis": [ { "status": "planner" } ] } })
        };
        let plan = serde_json::json!({ "format": "decamp-plan", "version": 1,
            "sites": { "type": "FeatureCollection", "features": [ site("gao"), site("ber") ] },
            "movements": [ movement("m"), movement("n") ],
            "events": [ { "id": "e", "kind": "report", "name": "e", "date": "2023-07-01" } ] });
        let plan = crate::file::read(plan.to_string().as_bytes()).unwrap().plan;
        let schedule = Schedule::of(&Arc::new(plan), &Routes::default());
        Problems::of(schedule.problems(Track::Planned).to_vec())
    }

    #[test]
    fn the_filter_keeps_what_fits_in_all_ways() {
        let problems = problems();
        let texts: Vec<String> =
            problems.all().iter().map(|p| format!("Échu : {}", p.items[0])).collect();
        let listed = |filter: Filter| -> Vec<String> {
            let selected = BTreeSet::from([Id::new("n").unwrap()]);
            let places = filter.places(&problems, &texts, &selected);
            places.into_iter().map(|place| problems.all()[place].items[0].to_string()).collect()
        };
        let all = Filter::default();
        assert_eq!(listed(all.clone()), ["m", "n", "e"]);
        let only_selected = Filter { only_selected: true, ..all.clone() };
        assert_eq!(listed(only_selected.clone()), ["n"]);
        let code = Some(Code::NoSource);
        assert_eq!(listed(Filter { code, ..all.clone() }), ["e"]);
        assert_eq!(listed(Filter { code, ..only_selected }), [""; 0]);
        assert_eq!(listed(Filter { text: "echu : M".into(), ..all.clone() }), ["m"]);
        let hidden = BTreeSet::from([Severity::Note]);
        assert_eq!(listed(Filter { hidden, ..all }), [""; 0]);
    }

    #[test]
    fn equal_codes_are_one_group() {
        let problems = problems();
        let places = [0, 1, 2];
        let mut list = ProblemList::default();
        let shown = |list: &ProblemList| -> Vec<String> {
            let line = |line: Line| match line {
                Line::Head { code, count, .. } => format!("{} {count}", code.as_word()),
                Line::One { place, number } => format!("{number}:{place}"),
            };
            list.lines(&problems, &places).into_iter().map(line).collect()
        };
        let open = ["undated 2", "0:0", "1:1", "no-source 1", "2:2"];
        assert_eq!(shown(&list), open);
        list.folded.insert((Severity::Note, Code::Undated));
        assert_eq!(shown(&list), ["undated 2", "no-source 1", "2:2"]);
    }

    #[test]
    fn steps_go_round() {
        for (chosen, direction, count, expect) in [
            (None, 1, 3, Some(0)),
            (None, -1, 3, Some(2)),
            (Some(1), 1, 3, Some(2)),
            (Some(2), 1, 3, Some(0)),
            (Some(0), -1, 3, Some(2)),
            // The last ones were mended meanwhile.
            (Some(9), -1, 3, Some(2)),
            (Some(9), 1, 3, Some(0)),
            (Some(0), 1, 0, None),
        ] {
            let list = ProblemList { chosen, ..ProblemList::default() };
            assert_eq!(list.step(direction, count), expect, "{chosen:?} {direction}");
        }
    }
}
