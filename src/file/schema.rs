//! The building blocks of the JSON Schema of the plan file.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::member::Member;
use super::rule::Rule;

/// Schemas by name, each described once and referred to.
#[derive(Default)]
pub(super) struct Definitions(BTreeMap<&'static str, Value>);

impl Definitions {
    /// A reference to a schema, which is described at the first time.
    pub fn refer(
        &mut self,
        name: &'static str,
        describe: impl FnOnce(&mut Definitions) -> Value,
    ) -> Value {
        if !self.0.contains_key(name) {
            // It may refer to itself.
            self.0.insert(name, Value::Null);
            let schema = describe(self);
            self.0.insert(name, schema);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    pub fn into_value(self) -> Value {
        Value::Object(self.0.into_iter().map(|(name, schema)| (name.into(), schema)).collect())
    }
}

/// The schema of an object, member by member.
#[derive(Default)]
pub(super) struct ObjectSchema {
    properties: Map<String, Value>,
    required: Vec<Value>,
}

impl ObjectSchema {
    /// Adds the member that `_get` gets from a record, if only to name its type.
    pub fn member<R, T: Member>(
        &mut self,
        name: &str,
        _get: fn(&R) -> &T,
        has_default: bool,
        rule: Option<Rule>,
        definitions: &mut Definitions,
    ) {
        let mut schema = T::schema(definitions);
        if let (Some(rule), Some(schema)) = (rule, schema.as_object_mut()) {
            rule.narrow(schema);
        }
        self.add(name, schema, !has_default && T::absent().is_none());
    }

    pub fn add(&mut self, name: &str, schema: Value, required: bool) {
        let schema = if required { schema } else { nullable(schema) };
        self.properties.insert(name.into(), schema);
        if required {
            self.required.push(name.into());
        }
    }

    pub fn into_value(self) -> Value {
        let mut schema = json!({ "type": "object", "properties": self.properties });
        if !self.required.is_empty() {
            schema["required"] = self.required.into();
        }
        schema
    }
}

/// Absent and null mean the same, so what may be absent may be null.
pub(super) fn nullable(mut schema: Value) -> Value {
    match schema["type"].take() {
        Value::String(one) => {
            schema["type"] = json!([one, "null"]);
            schema
        }
        _ => {
            let object = schema.as_object_mut().expect("every schema is an object");
            object.shift_remove("type");
            json!({ "anyOf": [schema, { "type": "null" }] })
        }
    }
}
