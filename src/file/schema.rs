//! The JSON Schema of the plan file, made of the shapes of its members.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::member::Member;
use super::shape::{Field, Shape};

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

/// A schema of what the reader accepts for a shape.
pub(super) fn of_shape(shape: &Shape, definitions: &mut Definitions) -> Value {
    match shape {
        Shape::Text => json!({ "type": "string" }),
        Shape::Localised => definitions.refer("text", |_| {
            let texts =
                json!({ "type": "object", "additionalProperties": { "type": ["string", "null"] } });
            json!({ "anyOf": [{ "type": "string" }, texts] })
        }),
        Shape::Color => json!({ "type": "string", "pattern": "^#[0-9a-fA-F]{6}$" }),
        Shape::Bool => json!({ "type": "boolean" }),
        Shape::Whole { least, most } => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Shape::Number { least, most } => {
            let mut schema = json!({ "type": "number" });
            for (word, bound) in [("minimum", least), ("maximum", most)] {
                if bound.is_finite() {
                    schema[word] = bound.write();
                }
            }
            schema
        }
        Shape::Date => definitions.refer("date", |_| {
            let pattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
            json!({ "type": "string", "format": "date", "pattern": pattern })
        }),
        // Words of later versions are kept; editors offer the known ones.
        Shape::Word(list) => json!({ "anyOf": [{ "enum": list.known }, { "type": "string" }] }),
        Shape::Id | Shape::Reference(_) | Shape::Sector => definitions
            .refer("id", |_| json!({ "type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$" })),
        Shape::List(item) => json!({ "type": "array", "items": of_shape(item, definitions) }),
        Shape::Record { name, fields } => definitions.refer(name, |definitions| {
            let mut schema = ObjectSchema::default();
            schema.fields(fields, definitions);
            schema.into_value()
        }),
        Shape::Quantities => definitions.refer("quantities", |definitions| {
            let count = nullable(of_shape(&u64::shape(), definitions));
            json!({ "type": "object", "additionalProperties": count })
        }),
        Shape::Coordinates => definitions.refer("coordinates", |_| {
            let degrees =
                |most: i32| json!({ "type": "number", "minimum": -most, "maximum": most });
            json!({
                "type": "array",
                "prefixItems": [degrees(180), degrees(90)],
                "items": { "type": "number" },
                "minItems": 2,
                "maxItems": 3,
            })
        }),
        Shape::RoutePoint => {
            let kinds = [Shape::Id, Shape::Coordinates];
            json!({ "anyOf": kinds.map(|shape| of_shape(&shape, definitions)) })
        }
        Shape::SpanById => {
            let id = of_shape(&Shape::Id, definitions);
            let span = nullable(of_shape(&crate::calendar::Span::shape(), definitions));
            json!({ "type": "object", "propertyNames": id, "additionalProperties": span })
        }
        Shape::Opaque => json!({ "type": "object" }),
    }
}

/// The schema of an object, member by member.
#[derive(Default)]
pub(super) struct ObjectSchema {
    properties: Map<String, Value>,
    required: Vec<Value>,
}

impl ObjectSchema {
    pub fn fields(&mut self, fields: &[Field], definitions: &mut Definitions) {
        for field in fields {
            self.add(field.name, of_shape(&field.shape, definitions), field.required);
        }
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
fn nullable(mut schema: Value) -> Value {
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
