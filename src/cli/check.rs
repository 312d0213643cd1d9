//! `decamp check`: what is wrong with a plan.

use serde::Serialize;

use super::args;
use super::open::{self, Ready};
use super::output::{self, DONE, Fault, PLAN_HAS_ERRORS, Report, harmless};
use crate::calendar::{Day, Span};
use crate::geo::decimal;
use crate::i18n::{
    Lang, Names, file_problem, fix_text, problem_message, severity_word, theatre_note, words,
};
use crate::plan::{Id, SiteId};
use crate::schedule::{Detail, Problem, Severity, Track};

pub fn run(args: &args::Check, lang: Lang) -> Result<Report, Fault> {
    let ready = open::ready(&args.plan.source, lang)?;
    let findings = Findings::of(&ready, args.track.track, lang);
    let text = if args.json { output::json(&findings) } else { findings.text(lang) };
    let status = if findings.counts.error > 0 { PLAN_HAS_ERRORS } else { DONE };
    Ok(Report { text, notes: Vec::new(), status })
}

/// All that was found, the worst first. Written as JSON this is what
/// `decamp check --json` prints.
#[derive(Serialize)]
struct Findings {
    track: Track,
    problems: Vec<Finding>,
    counts: Counts,
}

#[derive(Serialize)]
struct Counts {
    error: usize,
    warning: usize,
    note: usize,
}

#[derive(Serialize)]
struct Finding {
    code: &'static str,
    #[serde(serialize_with = "as_word")]
    severity: Severity,
    items: Vec<Id>,
    site: Option<SiteId>,
    #[serde(serialize_with = "as_date")]
    date: Option<Day>,
    excess: Option<i64>,
    message: String,
    fix: Option<Remedy>,
}

/// A change that mends a problem: of planned dates or of a place.
#[derive(Serialize)]
struct Remedy {
    describe: String,
    item: Id,
    #[serde(skip_serializing_if = "Option::is_none")]
    planned: Option<Dates>,
    #[serde(skip_serializing_if = "Option::is_none")]
    coordinates: Option<[f64; 2]>,
}

#[derive(Serialize)]
struct Dates {
    #[serde(serialize_with = "as_date")]
    start: Option<Day>,
    #[serde(serialize_with = "as_date")]
    end: Option<Day>,
}

impl Findings {
    fn of(ready: &Ready, track: Track, lang: Lang) -> Findings {
        let of_plan = ready.problems(track);
        let of_file = ready.notes.iter();
        let of_theatre = ready.theatre.notes().iter().chain(ready.theatre.overlays().notes());
        let mut problems: Vec<Finding> = of_plan
            .all()
            .iter()
            .map(|problem| Finding::of_problem(problem, ready, lang))
            .chain(of_file.map(|note| Finding::note(note.what.code(), file_problem(note, lang))))
            .chain(of_theatre.map(|note| Finding::note("theatre-file", theatre_note(note, lang))))
            .collect();
        // Stable: what is equally bad keeps the order of the schedule.
        problems.sort_by_key(|finding| finding.severity);
        let count = |severity| problems.iter().filter(|found| found.severity == severity).count();
        let counts = Counts {
            error: count(Severity::Error),
            warning: count(Severity::Warning),
            note: count(Severity::Note),
        };
        Findings { track, problems, counts }
    }

    /// A line for each problem, a second one for what would mend it, and the
    /// counts.
    fn text(&self, lang: Lang) -> String {
        let words = words(lang);
        let mut text = String::new();
        for found in &self.problems {
            let date = found.date.map_or_else(String::new, |date| format!(" {date}"));
            let severity = severity_word(found.severity, lang);
            let message = harmless(&found.message);
            text += &format!("{severity}{date} [{}] {message}\n", found.code);
            if let Some(fix) = &found.fix {
                let args = [("fix", harmless(&fix.describe).into())];
                text += &format!("    {}\n", words.fill("cli-fix", &args));
            }
        }
        text += &match self.problems.is_empty() {
            true => words.text("cli-no-problems"),
            false => {
                let count = |id: &str, count: usize| words.fill(id, &[("count", count.into())]);
                let args = [
                    ("errors", count("count-errors", self.counts.error).into()),
                    ("warnings", count("count-warnings", self.counts.warning).into()),
                    ("notes", count("count-notes", self.counts.note).into()),
                ];
                words.fill("cli-counts", &args)
            }
        };
        text.push('\n');
        text
    }
}

impl Finding {
    fn of_problem(problem: &Problem, ready: &Ready, lang: Lang) -> Finding {
        Finding {
            code: problem.code.as_word(),
            severity: problem.severity,
            items: problem.items.clone(),
            site: problem.site.clone(),
            date: problem.date,
            excess: problem.excess,
            message: problem_message(problem, &ready.plan, lang),
            fix: Remedy::of(problem, ready, lang),
        }
    }

    /// A note on a file, which is about no item.
    fn note(code: &'static str, message: String) -> Finding {
        Finding {
            code,
            severity: Severity::Note,
            items: Vec::new(),
            site: None,
            date: None,
            excess: None,
            message,
            fix: None,
        }
    }
}

impl Remedy {
    fn of(problem: &Problem, ready: &Ready, lang: Lang) -> Option<Remedy> {
        if let Some(fix) = &problem.fix {
            let Span { start, end } = fix.planned;
            return Some(Remedy {
                describe: fix_text(fix, &ready.plan, lang),
                item: fix.item.clone(),
                planned: Some(Dates { start, end }),
                coordinates: None,
            });
        }
        let Detail::Outside { swapped: Some(place), .. } = problem.detail else { return None };
        let item = problem.items.first()?.clone();
        let name = Names::new(&ready.plan, lang).item(&item);
        let args = [("item", name.into()), ("place", decimal(place).into())];
        Some(Remedy {
            describe: words(lang).fill("cli-swap", &args),
            item,
            planned: None,
            coordinates: Some([place.lon(), place.lat()]),
        })
    }
}

fn as_word<S: serde::Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(severity.as_word())
}

fn as_date<S: serde::Serializer>(day: &Option<Day>, serializer: S) -> Result<S::Ok, S::Error> {
    day.map(|day| day.to_string()).serialize(serializer)
}
