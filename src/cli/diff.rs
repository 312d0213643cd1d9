//! `decamp diff`: what differs between two plans, and what follows from it.

use super::args;
use super::diff_json;
use super::open::Ready;
use super::output::{DONE, Fault, PLANS_DIFFER, Report, harmless};
use super::sides::{self, Side};
use crate::compare::{Change, Diff, ItemDiff, Outcome};
use crate::i18n::{CompareText, Lang, problem_message, severity_word, words};
use crate::plan::Plan;
use crate::schedule::{Problem, Track};

/// Two plans side by side.
pub struct Comparison {
    pub from: Ready,
    pub to: Ready,
    pub track: Track,
    pub diff: Diff,
    pub outcome: Outcome,
}

pub fn run(args: &args::Diff, lang: Lang) -> Result<Report, Fault> {
    let first = Side {
        source: &args.first,
        branch: args.branch1.as_deref(),
        baseline: args.baseline1.as_deref(),
    };
    let second = Side {
        source: args.second.as_ref().unwrap_or(&args.first),
        branch: args.branch2.as_deref(),
        baseline: args.baseline2.as_deref(),
    };
    let picks = [first.branch, first.baseline, second.branch, second.baseline];
    if args.second.is_none() && picks.iter().all(Option::is_none) {
        return Err(Fault::line(words(lang).text("cli-one-plan")));
    }
    let ([from, to], notes) = sides::ready([first, second], lang)?;
    let track = args.track.track;
    let diff = Diff::of(&from.plan, &to.plan);
    let outcome = Outcome::of(&from.schedule, &to.schedule, track);
    let found = Comparison { from, to, track, diff, outcome };
    let is_same = found.diff.is_empty() && found.outcome.is_empty();
    let text = if args.json { diff_json::print(&found, lang) } else { found.text(lang) };
    Ok(Report { text, notes, status: if is_same { DONE } else { PLANS_DIFFER } })
}

impl Comparison {
    fn text(&self, lang: Lang) -> String {
        let mut page = Page {
            found: self,
            say: CompareText::new(&self.from.plan, &self.to.plan, lang).on(&self.to.theatre),
            lang,
            lines: Vec::new(),
        };
        page.differences();
        page.consequences();
        if page.lines.is_empty() {
            page.lines.push(words(lang).text("compare-same"));
        }
        page.lines.iter().map(|line| harmless(line) + "\n").collect()
    }
}

/// A comparison for people: headings, and lines set in below them.
struct Page<'a> {
    found: &'a Comparison,
    say: CompareText<'a>,
    lang: Lang,
    lines: Vec<String>,
}

impl Page<'_> {
    fn differences(&mut self) {
        let diff = &self.found.diff;
        self.section(words(self.lang).text("compare-header"), diff.header.len(), |page| {
            let lines = diff.header.iter().flat_map(|it| page.say.member_lines(None, it));
            lines.collect()
        });
        let of = |is: fn(&Change) -> bool| -> Vec<&ItemDiff> {
            diff.items.iter().filter(|item| is(&item.change)).collect()
        };
        for (title, items) in [
            ("compare-count-added", of(|change| matches!(change, Change::Added(_)))),
            ("compare-count-gone", of(|change| matches!(change, Change::Gone(_)))),
            ("compare-count-changed", of(|change| matches!(change, Change::Changed { .. }))),
        ] {
            self.section(self.counted(title, items.len()), items.len(), |page| {
                items.iter().flat_map(|item| page.item(item)).collect()
            });
        }
        for order in diff.orders.iter().filter(|order| order.reordered) {
            let list = words(self.lang).word("compare-list", order.kind.list());
            let line = words(self.lang).fill("compare-order", &[("list", list.into())]);
            self.lines.push(line);
        }
    }

    fn item(&self, item: &ItemDiff) -> Vec<String> {
        let name = self.say.name_and_id(&item.id);
        let Change::Changed { members, .. } = &item.change else { return vec![name] };
        let members = members.iter().flat_map(|it| self.say.member_lines(Some(item.kind), it));
        [name].into_iter().chain(members.map(|line| format!("  {line}"))).collect()
    }

    fn consequences(&mut self) {
        let Comparison { outcome, from, to, track, .. } = self.found;
        if outcome.is_empty() {
            return;
        }
        let words = words(self.lang);
        let track = words.word("track", track.as_word());
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.push(words.fill("compare-follows", &[("track", track.into())]));
        self.section(
            self.counted("compare-moved", outcome.moved.len()),
            outcome.moved.len(),
            |p| outcome.moved.iter().map(|moved| p.say.moved(moved)).collect(),
        );
        self.section(words.text("compare-peaks"), outcome.peaks.len(), |page| {
            outcome.peaks.iter().map(|peak| page.say.peak(peak)).collect()
        });
        self.section(words.text("compare-deadlines"), outcome.deadlines.len(), |page| {
            let line = |it: &crate::compare::DeadlineDiff| {
                let args = [
                    ("member", page.say.name_and_id(&it.id).into()),
                    ("from", page.say.deadline(it.from).into()),
                    ("to", page.say.deadline(it.to).into()),
                ];
                words.fill("compare-member", &args)
            };
            outcome.deadlines.iter().map(line).collect()
        });
        for (title, problems, plan) in [
            ("compare-gained", &outcome.gained, &to.plan),
            ("compare-lost", &outcome.lost, &from.plan),
        ] {
            self.section(self.counted(title, problems.len()), problems.len(), |page| {
                problems.iter().map(|problem| page.problem(problem, plan)).collect()
            });
        }
    }

    fn problem(&self, problem: &Problem, plan: &Plan) -> String {
        let severity = severity_word(problem.severity, self.lang);
        let code = problem.code.as_word();
        format!("{severity} [{code}] {}", problem_message(problem, plan, self.lang))
    }

    fn counted(&self, title: &str, count: usize) -> String {
        words(self.lang).fill(title, &[("count", count.into())])
    }

    /// A heading with lines below it; nothing where there is nothing to list.
    fn section(&mut self, title: String, count: usize, lines: impl Fn(&Self) -> Vec<String>) {
        if count > 0 {
            let lines = lines(self);
            self.lines.push(title);
            self.lines.extend(lines.into_iter().map(|line| format!("  {line}")));
        }
    }
}
