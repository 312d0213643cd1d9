//! Sites: each is a GeoJSON feature, so that every map program can show them.

use serde_json::{Map, Value, json};

use super::super::member::Member;
use super::super::problem::{Expected, ProblemKind};
use super::super::reader::Reader;
use super::super::record::{record, write_extra};
use super::super::rule::DISTANCE;
use super::super::schema::{Definitions, ObjectSchema};
use crate::geo::LonLat;
use crate::plan::{Basis, Extra, Quantities, SectorId, Site, SiteId, SiteKind, SiteRole, Text};

const MEMBERS: &[&str] = &["type", "id", "geometry", "properties"];

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
    fn schema(definitions: &mut Definitions) -> Value {
        definitions.refer("point", |definitions| {
            let mut schema = ObjectSchema::default();
            schema.add("type", json!({ "const": "Point" }), true);
            schema.add("coordinates", LonLat::schema(definitions), true);
            schema.into_value()
        })
    }
}

impl Member for Site {
    fn read(value: &Value, at: &mut Reader) -> Option<Site> {
        let object = at.object(value)?;
        check_type(object, "Feature", at);
        let id = at.member(object, "id", None, None);
        let point: Option<Option<Point>> = at.member(object, "geometry", Some(None), None);
        let properties: Option<Properties> = at.member(object, "properties", None, None);
        let feature_extra = at.unknown_members(object, &[MEMBERS]);
        let (id, point, properties) = (id?, point?, properties?);
        // A kind of a later version may do without a place as well.
        if point.is_none() && properties.kind.is_known() && properties.kind != SiteKind::Exit {
            at.problem(ProblemKind::Missing { member: "geometry" });
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
        feature.insert("geometry".into(), self.place.map(Point).write());
        feature.insert("properties".into(), properties.write());
        write_extra(&self.feature_extra, &mut feature);
        feature.into()
    }

    fn schema(definitions: &mut Definitions) -> Value {
        definitions.refer("site", |definitions| {
            let mut schema = ObjectSchema::default();
            schema.add("type", json!({ "const": "Feature" }), true);
            schema.add("id", SiteId::schema(definitions), true);
            schema.add("geometry", Point::schema(definitions), false);
            schema.add("properties", Properties::schema(definitions), true);
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
