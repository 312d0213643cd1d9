//! The difference of two plans, by item id and member.

use std::collections::BTreeSet;

use serde_json::Value;

use super::MemberPath;
use super::shape::Grain;
use super::values::differences;
use crate::calendar::{Day, Span};
use crate::file;
use crate::plan::{Id, Item, Kind, Plan};

/// What has to be done to one plan for it to be another.
///
/// [`Diff::command`] makes commands of it, of all or of single changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diff {
    pub header: Vec<MemberDiff>,
    /// In the order of the file; an id that changed its kind is gone and added.
    pub items: Vec<ItemDiff>,
    /// Lists whose order means something and whose ids are not the same in both.
    pub orders: Vec<OrderDiff>,
    /// The header of the second plan.
    pub(super) header_to: crate::plan::Header,
}

/// An item that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemDiff {
    pub id: Id,
    pub kind: Kind,
    pub change: Change,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    Added(Item),
    Gone(Item),
    /// At least one member differs.
    Changed {
        from: Item,
        to: Item,
        members: Vec<MemberDiff>,
    },
}

/// A member that differs. Spans, estimates and lists whose elements are known by
/// nothing are one value; None is an absent one. An empty path is the whole item:
/// only the order of members that this version does not know differs.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberDiff {
    pub path: MemberPath,
    pub from: Option<Value>,
    pub to: Option<Value>,
}

/// How many days the two ends of something moved; None where an end is open or
/// was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    pub start: Option<i64>,
    pub end: Option<i64>,
}

/// The ids of a list whose order means something.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderDiff {
    pub kind: Kind,
    pub from: Vec<Id>,
    pub to: Vec<Id>,
    /// Whether items that both plans have stand in another order.
    pub reordered: bool,
}

impl Diff {
    /// What leads from one plan to another.
    pub fn of(from: &Plan, to: &Plan) -> Diff {
        let mut diff = Diff { header_to: to.header().clone(), ..Diff::default() };
        if from.header() != to.header() {
            let members = [from.header(), to.header()].map(file::object::of_header);
            diff.header = differences(&members[0], &members[1], Grain::Part);
        }
        for kind in Kind::ALL {
            diff.compare_lists(*kind, from, to);
        }
        diff
    }

    pub fn is_empty(&self) -> bool {
        self.header.is_empty() && self.items.is_empty() && self.orders.is_empty()
    }

    /// What changed of the item that has this id, where anything did.
    pub fn item(&self, id: &Id) -> Option<&ItemDiff> {
        self.items.iter().find(|item| item.id == *id)
    }

    fn compare_lists(&mut self, kind: Kind, from: &Plan, to: &Plan) {
        let there = |plan: &Plan, id: &Id| plan.item(id).filter(|item| item.kind() == kind);
        let (mut changed, mut added) = (Vec::new(), Vec::new());
        for id in from.differing(to, kind) {
            let (change, list) = match (there(from, id), there(to, id)) {
                (Some(old), None) => (Change::Gone(old), &mut changed),
                (None, Some(new)) => (Change::Added(new), &mut added),
                (Some(old), Some(new)) => {
                    let members = item_differences(&old, &new, Grain::Part);
                    (Change::Changed { from: old, to: new, members }, &mut changed)
                }
                (None, None) => continue,
            };
            list.push(ItemDiff { id: id.clone(), kind, change });
        }
        if kind.is_listed() {
            let [ids_from, ids_to] = [from, to].map(|plan| plan.ids(kind));
            let place = |ids: &[Id], id: &Id| ids.iter().position(|other| other == id);
            changed.sort_by_key(|item| place(&ids_from, &item.id));
            added.sort_by_key(|item| place(&ids_to, &item.id));
            self.compare_orders(kind, ids_from, ids_to);
        }
        self.items.extend(changed.into_iter().chain(added));
    }

    fn compare_orders(&mut self, kind: Kind, from: Vec<Id>, to: Vec<Id>) {
        if from == to {
            return;
        }
        let in_from: BTreeSet<&Id> = from.iter().collect();
        let in_to: BTreeSet<&Id> = to.iter().collect();
        let kept = from.iter().filter(|id| in_to.contains(id));
        let reordered = !kept.eq(to.iter().filter(|id| in_from.contains(id)));
        self.orders.push(OrderDiff { kind, from, to, reordered });
    }
}

/// How two items of one kind differ.
pub(super) fn item_differences(from: &Item, to: &Item, grain: Grain) -> Vec<MemberDiff> {
    let mut found = differences(&file::object::of_item(from), &file::object::of_item(to), grain);
    if found.is_empty() && from != to {
        // What is written alike is read alike, so this cannot be told in members.
        let whole = |item: &Item| Some(Value::Object(file::object::of_item(item)));
        let path = MemberPath::default();
        found.push(MemberDiff { path, from: whole(from), to: whole(to) });
    }
    found
}

impl MemberDiff {
    /// How far dates moved, where the member is a date or a span.
    pub fn moved(&self) -> Option<Moved> {
        let days = |from: Option<Day>, to: Option<Day>| Some(to? - from?);
        let (from, to) = (self.from.as_ref()?, self.to.as_ref()?);
        let (a, b) = (span_in(from)?, span_in(to)?);
        let moved = Moved { start: days(a.start, b.start), end: days(a.end, b.end) };
        (moved != Moved::default()).then_some(moved)
    }

    /// The change in its smallest parts: a span that moved is two dates.
    pub fn parts(&self) -> Vec<MemberDiff> {
        let end_of = |value: &Option<Value>, end: &str| value.as_ref()?.get(end).cloned();
        let is_span = |value: &Option<Value>| match value {
            Some(value) => value.is_object() && span_in(value).is_some(),
            None => true,
        };
        if !(is_span(&self.from) && is_span(&self.to)) {
            return vec![self.clone()];
        }
        let part = |end| MemberDiff {
            path: self.path.to_member(end),
            from: end_of(&self.from, end),
            to: end_of(&self.to, end),
        };
        let parts = ["start", "end"].map(part).into_iter();
        parts.filter(|part| part.from != part.to).collect()
    }
}

/// A date or a span as the file writes it; a date starts and ends on its day.
fn span_in(value: &Value) -> Option<Span> {
    let day = |value: Option<&Value>| match value {
        None | Some(Value::Null) => Some(None),
        Some(value) => value.as_str()?.parse::<Day>().ok().map(Some),
    };
    match value {
        Value::String(text) => {
            let day = text.parse().ok()?;
            Some(Span::new(Some(day), Some(day)))
        }
        Value::Object(members) => {
            let is_end = |name: &String| name == "start" || name == "end";
            let is_span = members.keys().all(is_end) && !members.is_empty();
            is_span.then_some(())?;
            Some(Span::new(day(members.get("start"))?, day(members.get("end"))?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn spans_are_told_by_their_ends_and_days() {
        let span = |start: &str, end: &str| json!({ "start": start, "end": end });
        let (a, b) = (span("2023-08-01", "2023-08-10"), span("2023-08-04", "2023-08-10"));
        for (from, to, moved, parts) in [
            (Some(a.clone()), Some(b), Some((Some(3), Some(0))), "planned.start"),
            (
                Some(a.clone()),
                Some(json!({ "start": "2023-07-31" })),
                Some((Some(-1), None)),
                "planned.start planned.end",
            ),
            (None, Some(a), None, "planned.start planned.end"),
            (
                Some(json!("2023-08-01")),
                Some(json!("2023-08-03")),
                Some((Some(2), Some(2))),
                "planned",
            ),
            (Some(json!(3)), Some(json!(4)), None, "planned"),
        ] {
            let diff = MemberDiff { path: MemberPath::member("planned"), from, to };
            let expect = moved.map(|(start, end)| Moved { start, end });
            assert_eq!(diff.moved(), expect);
            let paths: Vec<_> = diff.parts().iter().map(|part| part.path.to_string()).collect();
            assert_eq!(paths.join(" "), parts);
        }
    }
}
