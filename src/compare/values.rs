//! The difference of two JSON values, part by part.

use serde_json::{Map, Value};

use super::shape::{Grain, Shape, keys, shape_of};
use super::{MemberDiff, MemberPath};

/// Whether two values are the same down to the order of their members, which
/// files keep.
pub(super) fn same(a: Option<&Value>, b: Option<&Value>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => is_same(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            let same =
                |((k, v), (l, w)): ((&String, &Value), (&String, &Value))| k == l && is_same(v, w);
            a.len() == b.len() && a.iter().zip(b).all(same)
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b))
        }
        (a, b) => a == b,
    }
}

/// How the members of an item differ.
pub(super) fn differences(
    a: &Map<String, Value>,
    b: &Map<String, Value>,
    grain: Grain,
) -> Vec<MemberDiff> {
    let (a, b) = (Value::Object(a.clone()), Value::Object(b.clone()));
    let mut found = Vec::new();
    compare(&MemberPath::default(), Some(&a), Some(&b), grain, &mut found);
    found
}

fn compare(
    path: &MemberPath,
    a: Option<&Value>,
    b: Option<&Value>,
    grain: Grain,
    found: &mut Vec<MemberDiff>,
) {
    if same(a, b) {
        return;
    }
    let before = found.len();
    let parts_tell_all = match shape_of(path, &[a, b], grain) {
        Shape::Whole => false,
        Shape::Object => {
            for name in names(&[a, b]) {
                let (a, b) = (member(a, &name), member(b, &name));
                compare(&path.to_member(&name), a, b, grain, found);
            }
            found.len() > before
        }
        Shape::List => {
            let [keys_a, keys_b] =
                [a, b].map(|it| keys(path.name(), it, grain).unwrap_or_default());
            for key in keys_a.iter().chain(keys_b.iter().filter(|key| !keys_a.contains(key))) {
                let (a, b) = (element(a, &keys_a, key), element(b, &keys_b, key));
                compare(&path.to_element(key), a, b, grain, found);
            }
            // An order that changed is a change of the list.
            let kept_a = keys_a.iter().filter(|key| keys_b.contains(key));
            let kept_b = keys_b.iter().filter(|key| keys_a.contains(key));
            found.len() > before && kept_a.eq(kept_b)
        }
    };
    if !parts_tell_all {
        found.truncate(before);
        found.push(MemberDiff { path: path.clone(), from: a.cloned(), to: b.cloned() });
    }
}

/// The names of the members of objects: those of the first in its order, then
/// what others have besides, sorted.
pub(super) fn names(objects: &[Option<&Value>]) -> Vec<String> {
    let mut objects = objects.iter().filter_map(|value| value.and_then(Value::as_object));
    let mut names: Vec<String> = objects.next().into_iter().flat_map(Map::keys).cloned().collect();
    let of_first = names.len();
    for object in objects {
        names.extend(object.keys().cloned());
    }
    let (first, others) = names.split_at(of_first);
    let mut others: Vec<String> = others.iter().filter(|it| !first.contains(it)).cloned().collect();
    others.sort();
    others.dedup();
    names.truncate(of_first);
    names.extend(others);
    names
}

pub(super) fn member<'a>(object: Option<&'a Value>, name: &str) -> Option<&'a Value> {
    object?.as_object()?.get(name)
}

/// The element of a list that is known by a key; `keys` are those of the list.
pub(super) fn element<'a>(
    list: Option<&'a Value>,
    keys: &[String],
    key: &str,
) -> Option<&'a Value> {
    list?.as_array()?.get(keys.iter().position(|own| own == key)?)
}
