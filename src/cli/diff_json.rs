//! What `decamp diff --json` prints.

use serde_json::{Value, json};

use super::diff::Comparison;
use super::output;
use crate::calendar::Span;
use crate::compare::{Change, ItemDiff, MemberDiff};
use crate::i18n::{Lang, problem_message};
use crate::plan::{Category, Plan};
use crate::schedule::Problem;

pub fn print(found: &Comparison, lang: Lang) -> String {
    let Comparison { diff, outcome, from, to, track } = found;
    let of = |is: fn(&Change) -> bool| {
        let items = diff.items.iter().filter(move |item| is(&item.change));
        items.map(|it| json!({ "id": it.id, "list": it.kind.list() })).collect::<Vec<_>>()
    };
    let changed: Vec<Value> = diff.items.iter().flat_map(changes).collect();
    let header = diff.header.iter().flat_map(MemberDiff::parts).map(|part| member(&part));
    let orders = diff.orders.iter().filter(|order| order.reordered).map(|it| it.kind.list());
    let moved = outcome
        .moved
        .iter()
        .map(|it| json!({ "id": it.id, "from": span(it.from), "to": span(it.to) }));
    let peak = |peak: crate::compare::Peak| json!({ "people": peak.people, "date": peak.date.to_string() });
    let peaks = outcome.peaks.iter().map(|it| {
        let category = it.category.as_ref().map(Category::as_word);
        json!({ "category": category, "from": peak(it.from), "to": peak(it.to) })
    });
    let met = |met: Option<bool>| met.map(|met| if met { "met" } else { "missed" });
    let deadlines = outcome
        .deadlines
        .iter()
        .map(|it| json!({ "id": it.id, "from": met(it.from), "to": met(it.to) }));
    let problems = |problems: &[Problem], plan: &Plan| -> Vec<Value> {
        problems.iter().map(|it| problem(it, plan, lang)).collect()
    };
    let whole = json!({
        "track": track,
        "header": header.collect::<Vec<_>>(),
        "changed": changed,
        "added": of(|change| matches!(change, Change::Added(_))),
        "removed": of(|change| matches!(change, Change::Gone(_))),
        "reordered": orders.collect::<Vec<_>>(),
        "moved": moved.collect::<Vec<_>>(),
        "peaks": peaks.collect::<Vec<_>>(),
        "deadlines": deadlines.collect::<Vec<_>>(),
        "problems_gained": problems(&outcome.gained, &to.plan),
        "problems_lost": problems(&outcome.lost, &from.plan),
    });
    output::json(&whole)
}

/// The smallest parts that differ of an item that changed.
fn changes(item: &ItemDiff) -> Vec<Value> {
    let Change::Changed { members, .. } = &item.change else { return Vec::new() };
    let of_item = |part: MemberDiff| {
        let mut change = json!({ "id": item.id, "list": item.kind.list() });
        if let (Some(change), Value::Object(member)) = (change.as_object_mut(), member(&part)) {
            change.extend(member);
        }
        change
    };
    members.iter().flat_map(MemberDiff::parts).map(of_item).collect()
}

fn member(part: &MemberDiff) -> Value {
    json!({ "member": part.path, "from": part.from, "to": part.to })
}

fn span(span: Option<Span>) -> Value {
    let day = |day: Option<crate::calendar::Day>| day.map(|day| day.to_string());
    span.map_or(Value::Null, |span| json!({ "start": day(span.start), "end": day(span.end) }))
}

fn problem(problem: &Problem, plan: &Plan, lang: Lang) -> Value {
    json!({
        "code": problem.code.as_word(),
        "severity": problem.severity.as_word(),
        "items": problem.items,
        "date": problem.date.map(|date| date.to_string()),
        "message": problem_message(problem, plan, lang),
    })
}
