//! What differs between two plans, as sections of rows in words.

use std::sync::Arc;

use crate::calendar::Day;
use crate::compare::{Change, Diff, ItemDiff, MemberDiff, Outcome, Pick};
use crate::i18n::{CompareText, Lang, problem_message, severity_word, words};
use crate::plan::{Id, Plan};
use crate::schedule::Problem;

/// Rows of one sort below a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub kind: SectionKind,
    pub title: String,
    pub rows: Vec<Row>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionKind {
    Dates,
    Added,
    Gone,
    Members,
    Header,
    Orders,
    /// Dates that follow, beyond those that were changed themselves.
    Follows,
    Peaks,
    Deadlines,
    Gained,
    Lost,
}

/// A difference, or what follows from all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is about.
    pub name: String,
    pub text: String,
    /// The item that a click selects.
    pub item: Option<Id>,
    /// The day that a click goes to.
    pub day: Option<Day>,
    /// The change, where it can be taken over by itself.
    pub pick: Option<Pick>,
}

/// The members of an item that are its dates.
const DATES: &[&str] =
    &["planned", "start", "end", "cancelled", "date", "until", "span", "not_before", "deadline"];

/// All that differs from the first of two plans to the second; sections without
/// rows are left out.
pub fn sections(
    diff: &Diff,
    outcome: &Outcome,
    (from, to): (&Plan, &Plan),
    say: CompareText,
    lang: Lang,
) -> Vec<Section> {
    let words = words(lang);
    let items = |is: fn(&Change) -> bool| {
        let items = diff.items.iter().filter(move |item| is(&item.change));
        items.map(|item| whole_item(item, say)).collect::<Vec<Row>>()
    };
    let (dates, members): (Vec<_>, Vec<_>) =
        member_rows(diff, say).partition(|(is_date, _)| *is_date);
    let rows = |of: Vec<(bool, Row)>| of.into_iter().map(|(_, row)| row).collect::<Vec<Row>>();
    let dates = rows(dates);
    let moved = |id: &Id| dates.iter().any(|row| row.item.as_ref() == Some(id));
    let follows = outcome.moved.iter().filter(|it| !moved(&it.id));
    let follows = follows.map(|it| row(say.name(&it.id), say.moved_dates(it), Some(&it.id)));
    let header = diff.header.iter().map(|member| Row {
        pick: Some(Pick::Header(member.path.clone())),
        ..row(words.text("compare-header"), say.member_line(None, member), None)
    });
    let orders = diff.orders.iter().filter(|order| order.reordered).map(|order| {
        let list = words.word("compare-list", order.kind.list());
        let text = words.fill("compare-order", &[("list", list.clone().into())]);
        Row { pick: Some(Pick::Order(order.kind)), ..row(list, text, None) }
    });
    let deadlines = outcome.deadlines.iter().map(|it| {
        let text = format!("{} → {}", say.deadline(it.from), say.deadline(it.to));
        row(say.name(&it.id), text, Some(&it.id))
    });
    let peaks = outcome.peaks.iter().map(|peak| {
        let line = say.peak(peak);
        Row { day: Some(peak.to.date), ..row(String::new(), line, None) }
    });
    let problems = |problems: &[Arc<Problem>], plan: &Plan| {
        let one = |it: &Arc<Problem>| Row {
            day: it.date,
            ..row(
                severity_word(it.severity, lang),
                problem_message(it, plan, lang),
                it.items.first().or(it.site.as_deref()),
            )
        };
        problems.iter().map(one).collect::<Vec<Row>>()
    };
    let all: [(SectionKind, &str, Vec<Row>); 11] = [
        (SectionKind::Dates, "compare-moved", dates.clone()),
        (SectionKind::Added, "compare-count-added", items(|it| matches!(it, Change::Added(_)))),
        (SectionKind::Gone, "compare-count-gone", items(|it| matches!(it, Change::Gone(_)))),
        (SectionKind::Members, "compare-members", rows(members)),
        (SectionKind::Header, "compare-of-header", header.collect()),
        (SectionKind::Orders, "compare-orders", orders.collect()),
        (SectionKind::Follows, "compare-dates-follow", follows.collect()),
        (SectionKind::Peaks, "compare-peaks-count", peaks.collect()),
        (SectionKind::Deadlines, "compare-deadlines-count", deadlines.collect()),
        (SectionKind::Gained, "compare-gained", problems(&outcome.gained, to)),
        (SectionKind::Lost, "compare-lost", problems(&outcome.lost, from)),
    ];
    let filled = all.into_iter().filter(|(_, _, rows)| !rows.is_empty());
    let section = |(kind, title, rows): (SectionKind, &str, Vec<Row>)| {
        let title = words.fill(title, &[("count", rows.len().into())]);
        Section { kind, title, rows }
    };
    filled.map(section).collect()
}

fn row(name: String, text: String, item: Option<&Id>) -> Row {
    Row { name, text, item: item.cloned(), day: None, pick: None }
}

/// An item that is there in one of the plans alone.
fn whole_item(item: &ItemDiff, say: CompareText) -> Row {
    let pick = Some(Pick::Item(item.id.clone()));
    Row { pick, ..row(say.name(&item.id), item.id.to_string(), Some(&item.id)) }
}

/// The members that differ, and whether each is a date of its item.
fn member_rows(diff: &Diff, say: CompareText) -> impl Iterator<Item = (bool, Row)> {
    diff.items.iter().flat_map(move |item| {
        let members: &[MemberDiff] = match &item.change {
            Change::Changed { members, .. } => members,
            Change::Added(_) | Change::Gone(_) => &[],
        };
        members.iter().map(move |member| {
            let text = say.member_line(Some(item.kind), member);
            let pick = Some(Pick::Member(item.id.clone(), member.path.clone()));
            let is_date = DATES.contains(&member.path.name());
            (is_date, Row { pick, ..row(say.name(&item.id), text, Some(&item.id)) })
        })
    })
}
