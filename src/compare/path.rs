//! Where a member of an item stands: through objects by name, through lists by
//! what an element is known by.

use std::fmt;

use serde_json::{Map, Value};

use super::shape;

/// From an object or list to something within it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// To a member of an object.
    Member(String),
    /// To the element of a list that is known by this: the unit of a load.
    Element(String),
}

/// The way from an item to one of its members; empty for the item itself.
///
/// Shown as `planned`, `properties.capacity.personnel` or `loads[sen-coy].personnel`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MemberPath(Vec<Step>);

impl MemberPath {
    pub fn member(name: &str) -> MemberPath {
        MemberPath::default().to_member(name)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The name of the member, or of the list an element is in.
    pub fn name(&self) -> &str {
        let names = self.0.iter().rev().filter_map(|step| match step {
            Step::Member(name) => Some(name.as_str()),
            Step::Element(_) => None,
        });
        names.into_iter().next().unwrap_or_default()
    }

    pub fn to_member(&self, name: &str) -> MemberPath {
        self.then(Step::Member(name.into()))
    }

    pub fn to_element(&self, key: &str) -> MemberPath {
        self.then(Step::Element(key.into()))
    }

    fn then(&self, step: Step) -> MemberPath {
        MemberPath(self.0.iter().cloned().chain([step]).collect())
    }

    /// What stands there among the members of an item; None: nothing.
    pub fn get<'a>(&self, members: &'a Map<String, Value>) -> Option<&'a Value> {
        let (first, rest) = self.0.split_first()?;
        let Step::Member(name) = first else { return None };
        let mut name = name.as_str();
        let mut value = members.get(name)?;
        for step in rest {
            value = match step {
                Step::Member(inner) => {
                    name = inner;
                    value.as_object()?.get(inner)?
                }
                Step::Element(key) => {
                    value.as_array()?.iter().find(|it| shape::is_known_by(name, it, key))?
                }
            };
        }
        Some(value)
    }

    /// Puts a value there, or takes away what is there. Objects and lists on the
    /// way come about where they are missing. False where something else stands
    /// in the way; the members are then as they were.
    #[must_use]
    pub fn set(&self, members: &mut Map<String, Value>, value: Option<Value>) -> bool {
        match self.0.split_first() {
            Some((Step::Member(name), rest)) => set_member(members, name, rest, value),
            _ => false,
        }
    }
}

fn set_member(
    object: &mut Map<String, Value>,
    name: &str,
    rest: &[Step],
    value: Option<Value>,
) -> bool {
    let Some((next, further)) = rest.split_first() else {
        match value {
            Some(value) => object.insert(name.into(), value),
            None => object.shift_remove(name),
        };
        return true;
    };
    if object.get(name).is_none_or(Value::is_null) {
        if value.is_none() {
            return true;
        }
        let empty = match next {
            Step::Member(_) => Value::Object(Map::new()),
            Step::Element(_) => Value::Array(Vec::new()),
        };
        object.insert(name.into(), empty);
    }
    match (next, &mut object[name]) {
        (Step::Member(inner), Value::Object(within)) => set_member(within, inner, further, value),
        (Step::Element(key), Value::Array(list)) => set_element(list, name, key, further, value),
        _ => false,
    }
}

fn set_element(
    list: &mut Vec<Value>,
    name: &str,
    key: &str,
    rest: &[Step],
    value: Option<Value>,
) -> bool {
    let at = list.iter().position(|element| shape::is_known_by(name, element, key));
    match (rest.split_first(), at, value) {
        (None, Some(at), Some(value)) => list[at] = value,
        (None, None, Some(value)) => list.push(value),
        (None, Some(at), None) => drop(list.remove(at)),
        (None, None, None) => {}
        // A member of an element that is no longer there.
        (Some(_), None, value) => return value.is_none(),
        (Some((Step::Member(inner), further)), Some(at), value) => match &mut list[at] {
            Value::Object(within) => return set_member(within, inner, further, value),
            _ => return false,
        },
        (Some((Step::Element(_), _)), ..) => return false,
    }
    true
}

impl fmt::Display for MemberPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Member(name) if at == 0 => f.write_str(name)?,
                Step::Member(name) => write!(f, ".{name}")?,
                Step::Element(key) => write!(f, "[{key}]")?,
            }
        }
        Ok(())
    }
}

impl serde::Serialize for MemberPath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn members_are_found_set_and_taken_away() {
        let path = |text: &str| {
            text.split('.').fold(MemberPath::default(), |path, part| match part.split_once('[') {
                Some((name, key)) => path.to_member(name).to_element(key.trim_end_matches(']')),
                None => path.to_member(part),
            })
        };
        let before = json!({ "a": { "b": 1 }, "t": "text", "loads": [{ "unit": "u" }] });
        for (at, value, done, expect) in [
            ("a.b", Some(json!(2)), true, json!(2)),
            ("a.b", None, true, json!(null)),
            ("a.c", Some(json!(3)), true, json!(3)),
            ("n.c", Some(json!(3)), true, json!(3)),
            ("n.c", None, true, json!(null)),
            ("t.fr", Some(json!("texte")), false, json!(null)),
            ("loads[u].personnel", Some(json!(7)), true, json!(7)),
            ("loads[v]", Some(json!({ "unit": "v" })), true, json!({ "unit": "v" })),
            ("loads[v].personnel", Some(json!(7)), false, json!(null)),
            ("loads[u]", None, true, json!(null)),
            ("after[x]", Some(json!({ "id": "x" })), true, json!({ "id": "x" })),
        ] {
            let mut members = before.as_object().unwrap().clone();
            let path = path(at);
            assert_eq!(path.set(&mut members, value), done, "{at}");
            assert_eq!(path.get(&members).cloned().unwrap_or_default(), expect, "{at}");
            assert_eq!(path.to_string(), at);
            if !done {
                assert_eq!(Value::Object(members), before);
            }
        }
    }
}
