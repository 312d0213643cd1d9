//! The plan file as a whole: its header and lists.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::json::Tree;
use super::member::Member;
use super::problem::{Expected, Problem, ProblemKind};
use super::reader::Reader;
use super::record::{Record, write_extra};
use super::records::{check_type, site_schema};
use super::schema::{Definitions, ObjectSchema, of_shape};
use super::shape::Shape;
use crate::plan::*;

pub(super) const FORMAT: &str = "decamp-plan";
/// The version that is read and written. A later one may mean other things by
/// the same words, and is refused.
pub(super) const VERSION: u64 = 1;

/// Calls the functions of [`Member`] on items by their kind.
macro_rules! kinds {
    ($($kind:ident),*) => {
        pub(super) fn read_item(kind: Kind, value: &Value, at: &mut Reader) -> Option<Item> {
            match kind {
                $(Kind::$kind => $kind::read(value, at).map(Item::from),)*
            }
        }

        pub(super) fn write_item(item: &Item) -> Value {
            match item {
                $(Item::$kind(item) => item.write(),)*
            }
        }

        pub(super) fn shape_of_item(kind: Kind) -> Shape {
            match kind {
                $(Kind::$kind => $kind::shape(),)*
            }
        }
    };
}

kinds! {
    Source, Objective, Phase, Site, Unit, Activity, Movement, Event, Limit, Restriction, Report,
    Count, Mandate, Task, Fund, Risk, WorkCalendar, Layer, Chapter, Baseline, Branch
}

/// A plan and its notes, or all problems.
pub(super) fn read(tree: &Tree) -> Result<(Plan, Vec<Problem>), Vec<Problem>> {
    let object = recognised(&tree.value).map_err(|what| vec![Problem::of_file(what)])?;
    let mut at = Reader::default();
    for path in &tree.duplicates {
        at.problem_at(path.clone(), ProblemKind::DuplicateMember);
    }
    at.uncounted(tree.more_duplicates);
    let parts = read_parts(object, &mut at);
    let (problems, notes) = at.finish();
    match parts {
        Some((header, items)) if problems.is_empty() => {
            let plan = Plan::from_parts(header, items);
            Ok((plan.expect("an id that occurs twice is a problem"), notes))
        }
        _ => Err(problems),
    }
}

/// The object of a plan file of this version, or the one reason to look no further.
fn recognised(value: &Value) -> Result<&Map<String, Value>, ProblemKind> {
    let Some(object) = value.as_object() else {
        return Err(ProblemKind::NotAPlan { format: None });
    };
    let version = object.get("version");
    match object.get("format") {
        Some(Value::String(format)) if format == FORMAT => {}
        Some(Value::String(format)) => {
            return Err(ProblemKind::NotAPlan { format: Some(format.clone()) });
        }
        // With a version, it is a plan that lacks its name; that is found later.
        None | Some(Value::Null) if version.is_some() => {}
        _ => return Err(ProblemKind::NotAPlan { format: None }),
    }
    match version.and_then(Value::as_u64) {
        Some(version) if version > VERSION => {
            Err(ProblemKind::LaterVersion { version, known: VERSION })
        }
        _ => Ok(object),
    }
}

fn read_parts(object: &Map<String, Value>, at: &mut Reader) -> Option<(Header, Vec<Item>)> {
    let _: Option<String> = at.member(object, "format", None, None);
    let version: Option<u64> = at.member(object, "version", None, None);
    if version == Some(0) {
        let only = VERSION as f64;
        let what = ProblemKind::BadNumber { value: 0.0, least: only, most: only, whole: true };
        at.inside("version", |at| at.problem(what));
    }
    let lists: Vec<&'static str> = Kind::ALL.iter().map(|kind| kind.list()).collect();
    let also_known = [&["format", "version"], &lists[..]].concat();
    let header = Header::read_members(object, &also_known, at);
    let mut items = Vec::new();
    let mut sites_extra = Extra::default();
    for kind in Kind::ALL.iter().copied() {
        match object.get(kind.list()) {
            None | Some(Value::Null) => {}
            Some(value) => at.inside(kind.list(), |at| match kind {
                Kind::Site => read_features(value, &mut items, &mut sites_extra, at),
                _ => read_list(kind, value, &mut items, at),
            }),
        }
    }
    Some((Header { sites_extra, ..header? }, items))
}

fn read_list(kind: Kind, value: &Value, items: &mut Vec<Item>, at: &mut Reader) {
    let Some(list) = value.as_array() else {
        at.expected::<()>(Expected::List);
        return;
    };
    for (i, value) in list.iter().enumerate() {
        at.inside_nth(i, |at| {
            at.define(kind, value);
            items.extend(read_item(kind, value, at));
        });
    }
}

/// The sites stand in a GeoJSON FeatureCollection.
fn read_features(value: &Value, items: &mut Vec<Item>, extra: &mut Extra, at: &mut Reader) {
    let Some(object) = at.object(value) else { return };
    check_type(object, "FeatureCollection", at);
    *extra = at.unknown_members(object, &[&["type", "features"]]);
    match object.get("features") {
        None | Some(Value::Null) => {}
        Some(list) => at.inside("features", |at| read_list(Kind::Site, list, items, at)),
    }
}

pub(super) fn write(plan: &Plan) -> Value {
    let mut lists: BTreeMap<Kind, Vec<Value>> = BTreeMap::new();
    for item in plan.items() {
        lists.entry(item.kind()).or_default().push(write_item(&item));
    }
    let mut object = Map::new();
    object.insert("format".into(), FORMAT.into());
    object.insert("version".into(), VERSION.into());
    plan.header().write_members(&mut object);
    for kind in Kind::ALL.iter().copied() {
        let list = lists.remove(&kind).unwrap_or_default();
        let value = match kind {
            Kind::Site => write_features(list, &plan.header().sites_extra),
            _ => (!list.is_empty()).then(|| list.into()),
        };
        object.extend(value.map(|value| (kind.list().to_string(), value)));
    }
    write_extra(&plan.header().extra, &mut object);
    object.into()
}

fn write_features(list: Vec<Value>, extra: &Extra) -> Option<Value> {
    if list.is_empty() && extra.members().is_empty() {
        return None;
    }
    let mut collection = Map::new();
    collection.insert("type".into(), "FeatureCollection".into());
    collection.insert("features".into(), list.into());
    write_extra(extra, &mut collection);
    Some(collection.into())
}

pub(super) fn schema() -> Value {
    let mut definitions = Definitions::default();
    let mut file = ObjectSchema::default();
    file.add("format", json!({ "const": FORMAT }), true);
    file.add("version", json!({ "const": VERSION }), true);
    file.fields(Header::fields(), &mut definitions);
    for kind in Kind::ALL.iter().copied() {
        let item = match kind {
            Kind::Site => site_schema(&mut definitions),
            _ => of_shape(&shape_of_item(kind), &mut definitions),
        };
        let list = json!({ "type": "array", "items": item });
        let list = if kind == Kind::Site { features(list) } else { list };
        file.add(kind.list(), list, false);
    }
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Decamp plan, version 1",
    });
    let members = file.into_value();
    for (name, value) in members.as_object().into_iter().flatten() {
        schema[name] = value.clone();
    }
    schema["$defs"] = definitions.into_value();
    schema
}

fn features(list: Value) -> Value {
    let mut collection = ObjectSchema::default();
    collection.add("type", json!({ "const": "FeatureCollection" }), true);
    collection.add("features", list, false);
    collection.into_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The room of the plan lists references as well, for everything that edits
    /// plans. Both must know the same ones.
    #[test]
    fn references_are_those_the_plan_lists() {
        let text = include_bytes!("../../tests/data/full.decamp");
        let tree = super::super::json::parse(text).unwrap();
        let mut at = Reader::default();
        let (header, items) = read_parts(tree.value.as_object().unwrap(), &mut at).unwrap();
        let mut met: Vec<String> =
            at.references().map(|(place, target, id)| format!("{place} {target:?} {id}")).collect();
        let plan = Plan::from_parts(header, items).unwrap();
        let mut listed = Vec::new();
        for kind in Kind::ALL {
            let items = plan.items().filter(|item| item.kind() == *kind);
            let list = if *kind == Kind::Site { "sites.features" } else { kind.list() };
            // Written by this program, so the order of the file is that of the plan.
            for (i, item) in items.enumerate() {
                let references = item.references().into_iter();
                listed.extend(
                    references.map(|r| format!("{list}[{i}].{} {:?} {}", r.member, r.target, r.id)),
                );
            }
        }
        met.sort();
        listed.sort();
        assert_eq!(met, listed);
        assert!(met.len() > 50, "{}", met.len());
    }
}
