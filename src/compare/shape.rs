//! Which values are compared part by part, and which as a whole.

use serde_json::Value;

use super::MemberPath;

/// How far into an item a comparison goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grain {
    /// Members of the item; those of a site stand in its `properties`.
    Member,
    /// Also members within members, and the elements of lists of objects.
    Part,
    /// Also single words of lists of words.
    Word,
}

/// How values that stand at one place can be taken apart together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// They are compared as a whole.
    Whole,
    /// They are objects: member by member.
    Object,
    /// They are lists: element by element.
    List,
}

/// What the elements of a list of objects are known by.
const KEYS: &[(&str, &str)] =
    &[("loads", "unit"), ("after", "id"), ("stops", "site"), ("holidays", "date")];

/// Lists in which each element has its meaning from where it stands, or which
/// say something else when empty than when absent.
const WHOLE_LISTS: &[&str] = &["route", "coordinates", "center", "layers"];

/// Objects whose members make sense only together: half of one span and half of
/// another is a bar that nobody planned.
const WHOLE_OBJECTS: &[&[&str]] = &[&["start", "end"], &["low", "likely", "high"]];

/// How values at a place can be taken apart; an absent list is an empty one.
pub(super) fn shape_of(path: &MemberPath, values: &[Option<&Value>], grain: Grain) -> Shape {
    if values.iter().all(|value| value.is_some_and(Value::is_object)) {
        return match is_open(path, values, grain) {
            true => Shape::Object,
            false => Shape::Whole,
        };
    }
    let is_list = |value: &Option<&Value>| value.is_none_or(Value::is_array);
    let is_some = values.iter().any(Option::is_some);
    let keyed = || values.iter().all(|value| keys(path.name(), *value, grain).is_some());
    match is_some && grain > Grain::Member && values.iter().all(is_list) && keyed() {
        true => Shape::List,
        false => Shape::Whole,
    }
}

fn is_open(path: &MemberPath, values: &[Option<&Value>], grain: Grain) -> bool {
    if grain == Grain::Member {
        return path.is_empty() || path.to_string() == "properties";
    }
    let is_made_of = |names: &&[&str]| {
        let mut members = values.iter().flatten().filter_map(|value| value.as_object());
        members.all(|object| object.keys().all(|name| names.contains(&name.as_str())))
    };
    // What has happened is reported bit by bit.
    path.is_empty() || path.name() == "actual" || !WHOLE_OBJECTS.iter().any(is_made_of)
}

/// What the elements of a list are known by, in its order. None where they are
/// not known by anything, or two of them by the same.
pub(super) fn keys(name: &str, list: Option<&Value>, grain: Grain) -> Option<Vec<String>> {
    let Some(list) = list.and_then(Value::as_array) else { return Some(Vec::new()) };
    if WHOLE_LISTS.contains(&name) {
        return None;
    }
    let keys = list.iter().map(|element| key_of(name, element, grain));
    let keys: Vec<String> = keys.collect::<Option<_>>()?;
    let mut sorted: Vec<&String> = keys.iter().collect();
    sorted.sort();
    let is_unique = sorted.windows(2).all(|two| two[0] != two[1]);
    is_unique.then_some(keys)
}

/// Whether an element of the list `name` is the one known by `key`.
pub(super) fn is_known_by(name: &str, element: &Value, key: &str) -> bool {
    key_of(name, element, Grain::Word).is_some_and(|own| own == key)
}

fn key_of(name: &str, element: &Value, grain: Grain) -> Option<String> {
    let word = match KEYS.iter().find(|(list, _)| *list == name) {
        Some((_, member)) => element.as_object()?.get(*member)?,
        None if grain == Grain::Word => element,
        None => return None,
    };
    word.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_are_taken_apart_where_their_parts_mean_something() {
        use Grain::*;
        use Shape::*;
        let span = json!({ "start": "2023-08-01", "end": "2023-08-02" });
        let loads = json!([{ "unit": "a" }, { "unit": "b" }]);
        for (name, grain, value, expect) in [
            ("planned", Part, &span, Whole),
            ("actual", Part, &span, Object),
            ("actual", Member, &span, Whole),
            ("properties", Member, &json!({}), Object),
            ("materiel", Part, &json!({ "vehicles": 3 }), Object),
            ("loads", Part, &loads, List),
            ("loads", Member, &loads, Whole),
            ("loads", Part, &json!([{ "unit": "a" }, { "unit": "a" }]), Whole),
            ("sites", Part, &json!(["gao"]), Whole),
            ("sites", Word, &json!(["gao"]), List),
            ("sites", Word, &json!(["gao", "gao"]), Whole),
            ("route", Word, &json!(["gao"]), Whole),
            ("basis", Word, &json!([{ "status": "planner" }]), Whole),
            ("title", Part, &json!("Plan"), Whole),
        ] {
            let path = MemberPath::member(name);
            assert_eq!(shape_of(&path, &[Some(value), Some(value)], grain), expect, "{name}");
        }
        let path = MemberPath::member("loads");
        assert_eq!(shape_of(&path, &[None, Some(&loads)], Part), List);
        assert_eq!(shape_of(&path, &[None, Some(&json!("text"))], Part), Whole);
    }
}
