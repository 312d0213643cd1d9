//! Items as their members, for forms and tables: what each kind has, an item taken
//! apart, and put together again by the very reader of files.
//!
//! Members have the names and values of the plan file, with one difference: those
//! of a site stand side by side, and its place is `geometry` as bare coordinates.
//! Members this version does not know are not among them, and stay as they are.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use super::member::Member;
use super::plan::{read_item, shape_of_item, write_item};
use super::problem::{Place, Problem, ProblemKind};
use super::reader::Reader;
use super::record::{self, Record};
use super::records::{GEOMETRY, PROPERTIES};
use super::shape::{Field, Shape};
use crate::geo::LonLat;
use crate::plan::{BasisStatus, Header, Id, Item, Kind, Plan, Target, basis_of, decided};

const BASIS: &str = "basis";
/// What an item is called and what planners note about it: no source is asked for these.
const UNSOURCED: &[&str] = &["id", "name", "title", "note", "notes", "tags"];

/// Members by name. One that is absent means the same as one that is null.
pub type Members = Map<String, Value>;

/// The members of a kind of item, in the order of the file; the first is its id.
pub fn fields(kind: Kind) -> &'static [Field] {
    static FIELDS: LazyLock<Vec<Vec<Field>>> = LazyLock::new(|| {
        let of_kind = |kind: &Kind| {
            let mut fields = shape_of_item(*kind).fields().to_vec();
            fields[0].shape = Shape::Id;
            fields
        };
        Kind::ALL.iter().map(of_kind).collect()
    });
    let position = Kind::ALL.iter().position(|other| *other == kind);
    &FIELDS[position.expect("all kinds are among all kinds")]
}

/// The members of the plan itself.
pub fn header_fields() -> &'static [Field] {
    Header::fields()
}

/// The name of a kind, as in the schema: `site`.
pub fn kind_name(kind: Kind) -> &'static str {
    match shape_of_item(kind) {
        Shape::Record { name, .. } => name,
        _ => kind.list(),
    }
}

/// An item as its members, without those that say nothing.
pub fn members(item: &Item) -> Members {
    let mut file = write_item(item);
    let kind = item.kind();
    let member = |field: &Field| {
        let value = match (kind, field.name) {
            (Kind::Site, GEOMETRY) => file[GEOMETRY]["coordinates"].take(),
            (Kind::Site, name) if field.shape != Shape::Id => file[PROPERTIES][name].take(),
            (_, name) => file[name].take(),
        };
        (!value.is_null()).then(|| (field.name.to_string(), value))
    };
    fields(kind).iter().filter_map(member).collect()
}

pub fn header_members(header: &Header) -> Members {
    let mut members = Members::new();
    header.write_members(&mut members);
    members
}

/// Reads an item from all its members, in a plan that it may point into. Where the
/// plan has this item, what no member says is taken from there.
pub fn item(kind: Kind, members: Members, plan: &Plan) -> Result<Item, Vec<Problem>> {
    let id = members.get("id").and_then(Value::as_str).and_then(|id| Id::new(id).ok());
    let known = id.and_then(|id| plan.item(&id)).filter(|item| item.kind() == kind);
    let mut file = known.map_or_else(|| nothing_of(kind), |item| write_item(&item));
    for field in fields(kind) {
        put(kind, &mut file, field.name, members.get(field.name).cloned().unwrap_or_default());
    }
    read_back(kind, &file, plan)
}

/// The same item with other values of some members; null takes one out. With
/// another id, it is another item.
pub fn with(item: &Item, changes: Members, plan: &Plan) -> Result<Item, Vec<Problem>> {
    let kind = item.kind();
    let mut file = write_item(item);
    for (name, value) in changes {
        put(kind, &mut file, &name, value);
    }
    read_back(kind, &file, plan)
}

/// As [`with`], for an edit by the planner: where sources said what a changed member
/// was, the basis says from now on that the planner decided it; of a value that was
/// taken away it says nothing.
pub fn decide(item: &Item, changes: Members, plan: &Plan) -> Result<Item, Vec<Problem>> {
    let names: Vec<String> = changes.keys().cloned().collect();
    let edited = with(item, changes, plan)?;
    // Who edits the basis says it by that.
    let says_it = names.iter().any(|name| name == BASIS);
    let Some(basis) = item.basis().filter(|_| !says_it) else { return Ok(edited) };
    let (before, after) = (members(item), members(&edited));
    let is_sourced = |name: &String| {
        let about = basis_of(basis, name);
        about.iter().any(|entry| entry.status != BasisStatus::Planner)
    };
    let is_decided = |name: &&String| {
        !UNSOURCED.contains(&name.as_str())
            && before.get(*name) != after.get(*name)
            && (is_sourced(name) || !after.contains_key(*name))
    };
    let now = names
        .iter()
        .filter(is_decided)
        .fold(basis.to_vec(), |basis, name| decided(&basis, name, after.contains_key(name)));
    if now == basis {
        return Ok(edited);
    }
    with(&edited, Members::from_iter([(BASIS.to_owned(), now.write())]), plan)
}

pub fn header_with(header: &Header, changes: Members) -> Result<Header, Vec<Problem>> {
    let mut file = record::write(header);
    for (name, value) in changes {
        set(&mut file, &name, value);
    }
    let mut at = Reader::default();
    let read = Header::read(&file, &mut at);
    match (read, at.finish().0) {
        (Some(read), problems) if problems.is_empty() => {
            Ok(Header { sites_extra: header.sites_extra.clone(), ..read })
        }
        (_, problems) => Err(problems.into_iter().map(named).collect()),
    }
}

/// A new item with what an item of its kind must have. None where it must point at
/// an item, and the plan has none to point at.
pub fn blank(kind: Kind, id: &Id, plan: &Plan) -> Option<Item> {
    let mut members = Members::new();
    for field in fields(kind) {
        if field.shape == Shape::Id {
            members.insert(field.name.into(), id.as_str().into());
        } else if field.required || field.name == GEOMETRY {
            members.insert(field.name.into(), blank_value(&field.shape, plan)?);
        }
    }
    item(kind, members, plan).ok()
}

/// The simplest value of a shape that stands for something. None where there is
/// nothing to point at.
pub fn blank_value(shape: &Shape, plan: &Plan) -> Option<Value> {
    Some(match shape {
        Shape::Text | Shape::Localised => "".into(),
        Shape::Color => "#808080".into(),
        Shape::Bool => false.into(),
        Shape::Whole { least, most } => 0.clamp(*least, *most).into(),
        Shape::Number { least, most } => 0.0_f64.clamp(*least, *most).write(),
        Shape::Date => plan.d_day().write(),
        Shape::Word(list) => (*list.known.first()?).into(),
        Shape::Id => return None,
        Shape::Reference(target) => first_of(*target, plan)?.as_str().into(),
        Shape::Sector => plan.sites().iter().find_map(|site| site.sector.as_ref())?.write(),
        Shape::List(_) => json!([]),
        Shape::Record { fields, .. } => {
            let mut members = Members::new();
            for field in fields.iter().filter(|field| field.required) {
                members.insert(field.name.into(), blank_value(&field.shape, plan)?);
            }
            members.into()
        }
        Shape::Quantities | Shape::SpanById | Shape::Opaque => json!({}),
        Shape::Coordinates => middle(plan).write(),
        Shape::RoutePoint => first_of(Target::One(Kind::Site), plan)?.as_str().into(),
    })
}

fn first_of(target: Target, plan: &Plan) -> Option<Id> {
    plan.kinds().find(|(_, kind)| target.accepts(*kind)).map(|(id, _)| id.clone())
}

/// The middle of all sites that have a place.
fn middle(plan: &Plan) -> LonLat {
    let places: Vec<LonLat> = plan.sites().iter().filter_map(|site| site.place).collect();
    let count = places.len().max(1) as f64;
    let mean = |of: fn(&LonLat) -> f64| places.iter().map(of).sum::<f64>() / count;
    let middle = LonLat::new(mean(|place| place.lon()), mean(|place| place.lat()));
    middle.expect("a mean lies between what it is the mean of").rounded()
}

/// How the file of an item begins.
fn nothing_of(kind: Kind) -> Value {
    match kind {
        Kind::Site => json!({ "type": "Feature", GEOMETRY: null, PROPERTIES: {} }),
        _ => json!({}),
    }
}

fn put(kind: Kind, file: &mut Value, name: &str, value: Value) {
    match (kind, name) {
        (Kind::Site, GEOMETRY) if !value.is_null() => {
            file[GEOMETRY] = json!({ "type": "Point", "coordinates": value });
        }
        (Kind::Site, GEOMETRY) => file[GEOMETRY] = Value::Null,
        (Kind::Site, name) if name != "id" => set(&mut file[PROPERTIES], name, value),
        (_, name) => set(file, name, value),
    }
}

fn set(object: &mut Value, name: &str, value: Value) {
    match object.as_object_mut() {
        Some(object) if value.is_null() => {
            object.shift_remove(name);
        }
        _ => object[name] = value,
    }
}

fn read_back(kind: Kind, file: &Value, plan: &Plan) -> Result<Item, Vec<Problem>> {
    let mut at = Reader::knowing(plan);
    let id = file["id"].as_str().and_then(|id| Id::new(id).ok());
    if id.and_then(|id| plan.kind_of(&id)) != Some(kind) {
        at.define(kind, file);
    }
    let item = read_item(kind, file, &mut at);
    match (item, at.finish().0) {
        (Some(item), problems) if problems.is_empty() => Ok(item),
        (_, problems) => Err(problems.into_iter().map(named).collect()),
    }
}

/// A problem at the member as people know it.
fn named(problem: Problem) -> Problem {
    let Problem { place, what } = problem;
    let path = match &place {
        Place::Member(path) => path.as_str(),
        Place::File | Place::Line { .. } => "",
    };
    let path = path.strip_prefix(PROPERTIES).map_or(path, |rest| rest.trim_start_matches('.'));
    let path = if path.starts_with(GEOMETRY) { GEOMETRY } else { path };
    let place = match (&what, path) {
        (ProblemKind::Missing { member }, "") => Place::Member((*member).into()),
        (_, "") => Place::File,
        (_, path) => Place::Member(path.into()),
    };
    Problem { place, what }
}
