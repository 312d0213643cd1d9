//! Sites: each is a GeoJSON feature, so that every map program can show them.

use std::sync::OnceLock;

use serde_json::{Map, Value, json};

use super::super::member::Member;
use super::super::problem::{Expected, ProblemKind};
use super::super::reader::Reader;
use super::super::record::{Record, record, write_extra};
use super::super::rule::DISTANCE;
use super::super::schema::{Definitions, ObjectSchema, of_shape};
use super::super::shape::{Field, Shape};
use crate::geo::LonLat;
use crate::plan::{Basis, Extra, Quantities, SectorId, Site, SiteId, SiteKind, SiteRole, Text};

/// Where the place of a site stands in its feature, and all the rest but its id.
pub(in crate::file) const GEOMETRY: &str = "geometry";
pub(in crate::file) const PROPERTIES: &str = "properties";
const MEMBERS: &[&str] = &["type", "id", GEOMETRY, PROPERTIES];

/// What a feature says of a site in its `properties`.
#[derive(PartialEq)]
struct Properties {
    name: Text,
    aliases: Vec<String>,
    kind: SiteKind,
    sector: Option<SectorId>,
    part_of: Option<SiteId>,
    roles: Vec<SiteRole>,
    tags: Vec<String>,
    accuracy_km: Option<f64>,
    capacity: Quantities,
    basis: Vec<Basis>,
    extra: Extra,
}

record! {
    Properties "site-properties" {
        "name" => name;
        "aliases" => aliases;
        "kind" => kind;
        "sector" => sector;
        "part_of" => part_of;
        "roles" => roles;
        "tags" => tags;
        "accuracy_km" => accuracy_km, like DISTANCE;
        "capacity" => capacity;
        "basis" => basis;
        ..extra;
    }
}

/// A point geometry; GeoJSON's other geometries are no sites.
#[derive(PartialEq)]
struct Point(LonLat);

impl Member for Point {
    fn read(value: &Value, at: &mut Reader) -> Option<Point> {
        let object = at.object(value)?;
        check_type(object, "Point", at);
        at.not_kept(object, &[&["type", "coordinates"]]);
        at.member(object, "coordinates", None, None).map(Point)
    }
    fn write(&self) -> Value {
        json!({ "type": "Point", "coordinates": self.0.write() })
    }
    fn shape() -> Shape {
        Shape::Coordinates
    }
}

impl Member for Site {
    fn read(value: &Value, at: &mut Reader) -> Option<Site> {
        let object = at.object(value)?;
        check_type(object, "Feature", at);
        let id = at.member(object, "id", None, None);
        let point: Option<Option<Point>> = at.member(object, GEOMETRY, Some(None), None);
        let properties: Option<Properties> = at.member(object, PROPERTIES, None, None);
        let feature_extra = at.unknown_members(object, &[MEMBERS]);
        let (id, point, properties) = (id?, point?, properties?);
        // A kind of a later version may do without a place as well.
        if point.is_none() && properties.kind.is_known() && properties.kind != SiteKind::Exit {
            at.problem(ProblemKind::Missing { member: GEOMETRY });
        }
        let Properties { name, aliases, kind, sector, part_of, roles, tags, .. } = properties;
        let Properties { accuracy_km, capacity, basis, extra, .. } = properties;
        let place = point.map(|point| point.0);
        Some(Site {
            id,
            place,
            name,
            aliases,
            kind,
            sector,
            part_of,
            roles,
            tags,
            accuracy_km,
            capacity,
            basis,
            extra,
            feature_extra,
        })
    }

    fn write(&self) -> Value {
        let site = self.clone();
        let properties = Properties {
            name: site.name,
            aliases: site.aliases,
            kind: site.kind,
            sector: site.sector,
            part_of: site.part_of,
            roles: site.roles,
            tags: site.tags,
            accuracy_km: site.accuracy_km,
            capacity: site.capacity,
            basis: site.basis,
            extra: site.extra,
        };
        // GeoJSON wants the geometry to be there, even when there is none.
        let mut feature = Map::new();
        feature.insert("type".into(), "Feature".into());
        feature.insert("id".into(), self.id.write());
        feature.insert(GEOMETRY.into(), self.place.map(Point).write());
        feature.insert(PROPERTIES.into(), properties.write());
        write_extra(&self.feature_extra, &mut feature);
        feature.into()
    }

    /// As people see it: that it is a feature with properties is the business of
    /// the file alone.
    fn shape() -> Shape {
        static FIELDS: OnceLock<Vec<Field>> = OnceLock::new();
        let fields = FIELDS.get_or_init(|| {
            let id = Field::of("id", |site: &Site| &site.id, None, None);
            let place = Field::of(GEOMETRY, |site: &Site| &site.place, None, None);
            [&[id, place], Properties::fields()].concat()
        });
        Shape::Record { name: "site", fields }
    }
}

/// How a site stands in the file.
pub(in crate::file) fn site_schema(definitions: &mut Definitions) -> Value {
    definitions.refer("site", |definitions| {
        let mut schema = ObjectSchema::default();
        schema.add("type", json!({ "const": "Feature" }), true);
        schema.add("id", of_shape(&SiteId::shape(), definitions), true);
        schema.add(GEOMETRY, point_schema(definitions), false);
        schema.add(PROPERTIES, of_shape(&Properties::shape(), definitions), true);
        let mut schema = schema.into_value();
        let placed: Vec<&str> = SiteKind::KNOWN
            .iter()
            .filter(|kind| **kind != SiteKind::Exit)
            .map(SiteKind::as_word)
            .collect();
        let kind = json!({ "properties": { "kind": { "enum": placed } }, "required": ["kind"] });
        schema["if"] = json!({ "properties": { "properties": kind } });
        schema["then"] =
            json!({ "properties": { "geometry": { "type": "object" } }, "required": ["geometry"] });
        schema
    })
}

fn point_schema(definitions: &mut Definitions) -> Value {
    definitions.refer("point", |definitions| {
        let mut schema = ObjectSchema::default();
        schema.add("type", json!({ "const": "Point" }), true);
        schema.add("coordinates", of_shape(&Shape::Coordinates, definitions), true);
        schema.into_value()
    })
}

/// Every object of GeoJSON names its type.
pub(in crate::file) fn check_type(
    object: &Map<String, Value>,
    word: &'static str,
    at: &mut Reader,
) {
    if object.get("type").and_then(Value::as_str) != Some(word) {
        at.inside("type", |at| at.expected::<()>(Expected::Word(word)));
    }
}
