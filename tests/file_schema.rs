//! The JSON Schema says what the reader does.

use std::collections::BTreeSet;

use decamp::file;
use serde_json::{Value, json};

fn full() -> Value {
    serde_json::from_str(include_str!("data/full.decamp")).unwrap()
}

/// Follows `$ref` within the schema.
fn resolved<'a>(schema: &'a Value, root: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(path) => root.pointer(path.trim_start_matches('#')).expect("it is defined"),
        None => schema,
    }
}

/// Whether a value fits, by the few words of JSON Schema that are used here
/// (except `pattern`, `if` and `then`). Every member met is put into `met`.
fn fits(value: &Value, schema: &Value, root: &Value, met: &mut BTreeSet<String>) -> bool {
    let schema = resolved(schema, root);
    let types = match &schema["type"] {
        Value::String(one) => vec![one.as_str()],
        Value::Array(several) => several.iter().map(|t| t.as_str().unwrap()).collect(),
        _ => vec![],
    };
    let is = |name: &str| match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "number" => value.is_number(),
        other => panic!("{other}"),
    };
    let right_type = types.is_empty() || types.into_iter().any(is);
    let any_of = schema["anyOf"].as_array();
    // All are tried, so that what is met in each is known.
    let any_of = any_of
        .is_none_or(|several| several.iter().filter(|one| fits(value, one, root, met)).count() > 0);
    let constant = schema.get("const").is_none_or(|one| one == value);
    let word = schema["enum"].as_array().is_none_or(|words| words.contains(value));
    let number = value.as_f64();
    let least = schema["minimum"].as_f64().is_none_or(|least| number.is_none_or(|n| n >= least));
    let most = schema["maximum"].as_f64().is_none_or(|most| number.is_none_or(|n| n <= most));
    let required = schema["required"].as_array().into_iter().flatten();
    let complete = value.as_object().is_none_or(|object| {
        required.into_iter().all(|name| object.contains_key(name.as_str().unwrap()))
    });
    let members = value.as_object().into_iter().flatten().all(|(name, value)| {
        let part = match schema["properties"].get(name) {
            Some(part) => part,
            None => match schema.get("additionalProperties") {
                Some(part) => part,
                None => return true,
            },
        };
        let address = part as *const Value;
        met.insert(format!("{address:?}"));
        fits(value, part, root, met)
    });
    let list = value.as_array().into_iter().flatten().enumerate().all(|(i, value)| {
        let part = schema["prefixItems"].get(i).or(schema.get("items"));
        part.is_none_or(|part| fits(value, part, root, met))
    });
    right_type && any_of && constant && word && least && most && complete && members && list
}

/// The path and the address of every member a schema describes.
fn members_of(schema: &Value, path: &str, into: &mut Vec<(String, String)>) {
    match schema {
        Value::Object(object) => {
            for (name, part) in object {
                let path = format!("{path}/{name}");
                // The site's member `properties` is no list of properties.
                if path.ends_with(&format!("/properties/{name}")) && name != "$ref" {
                    into.push((path.clone(), format!("{:?}", part as *const Value)));
                }
                // What holds under a condition repeats what stands elsewhere.
                if name != "if" && name != "then" {
                    members_of(part, &path, into);
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|part| members_of(part, path, into)),
        _ => {}
    }
}

#[test]
fn it_describes_a_plan_with_every_member() {
    let schema = file::schema();
    let mut met = BTreeSet::new();
    assert!(fits(&full(), &schema, &schema, &mut met));
    let mut members = Vec::new();
    members_of(&schema, "", &mut members);
    assert!(members.len() > 200, "{}", members.len());
    let unmet: Vec<&String> =
        members.iter().filter(|(_, part)| !met.contains(part)).map(|(path, _)| path).collect();
    assert!(unmet.is_empty(), "add these to tests/data/full.decamp: {unmet:#?}");
}

#[test]
fn what_it_refuses_the_reader_refuses() {
    let schema = file::schema();
    for (path, value) in [
        ("/version", json!(2)),
        ("/horizon", json!("2023")),
        ("/sites/features/0/type", json!("Point")),
        ("/sites/features/0/geometry/coordinates", json!([200, 0])),
        ("/sites/features/0/properties/kind", json!(null)),
        ("/units/0/id", json!(null)),
        ("/units/0/personnel", json!(-1)),
        ("/units/0/personnel", json!(0.5)),
        ("/movements/0/trip_days", json!(0)),
        ("/movements/0/needs", json!("escort")),
        ("/risks/0/impact", json!(6)),
        ("/chapters/0/camera/zoom", json!(40)),
    ] {
        let mut plan = full();
        *plan.pointer_mut(path).expect(path) = value;
        assert!(!fits(&plan, &schema, &schema, &mut BTreeSet::new()), "{path}");
        assert!(file::read(plan.to_string().as_bytes()).is_err(), "{path}");
    }
}

#[test]
fn it_allows_null_for_what_may_be_absent() {
    let schema = file::schema();
    let mut plan = full();
    let Value::Object(members) = &mut plan else { panic!() };
    for (name, value) in members.iter_mut() {
        if name != "format" && name != "version" {
            *value = Value::Null;
        }
    }
    assert!(fits(&plan, &schema, &schema, &mut BTreeSet::new()));
    assert!(file::read(plan.to_string().as_bytes()).is_ok());
}
