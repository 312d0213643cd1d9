//! Members made of several values: places, points of a route, figures and dates by
//! name.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::ids::read_id;
use super::member::Member;
use super::problem::{Expected, ProblemKind};
use super::reader::Reader;
use super::shape::Shape;
use crate::calendar::Span;
use crate::geo::{LonLat, LonLatError};
use crate::plan::{Id, Opaque, Quantities, RoutePoint, SiteId};

impl Member for LonLat {
    fn read(value: &Value, at: &mut Reader) -> Option<LonLat> {
        let numbers: Option<Vec<f64>> =
            value.as_array().and_then(|list| list.iter().map(Value::as_f64).collect());
        let (lon, lat) = match numbers.as_deref() {
            Some([lon, lat]) => (*lon, *lat),
            Some([lon, lat, _altitude]) => {
                at.note(ProblemKind::AltitudeDropped);
                (*lon, *lat)
            }
            _ => return at.expected(Expected::Coordinates),
        };
        let problem = match LonLat::new(lon, lat) {
            Ok(place) => return Some(place),
            Err(LonLatError::Longitude) => ProblemKind::LongitudeRange { value: lon },
            Err(LonLatError::Latitude) => {
                let exchanged = LonLat::new(lat, lon).is_ok();
                ProblemKind::LatitudeRange { value: lat, exchanged }
            }
        };
        at.problem(problem);
        None
    }
    fn write(&self) -> Value {
        Value::Array(vec![self.lon().write(), self.lat().write()])
    }
    fn shape() -> Shape {
        Shape::Coordinates
    }
}

impl Member for RoutePoint {
    fn read(value: &Value, at: &mut Reader) -> Option<RoutePoint> {
        match value {
            Value::String(_) => SiteId::read(value, at).map(RoutePoint::Site),
            Value::Array(_) => LonLat::read(value, at).map(RoutePoint::Place),
            _ => at.expected(Expected::RoutePoint),
        }
    }
    fn write(&self) -> Value {
        match self {
            RoutePoint::Site(site) => site.write(),
            RoutePoint::Place(place) => place.write(),
        }
    }
    fn shape() -> Shape {
        Shape::RoutePoint
    }
}

/// JSON that is kept as it is; always an object.
impl Member for Opaque {
    fn read(value: &Value, at: &mut Reader) -> Option<Opaque> {
        at.object(value).map(|_| Opaque::new(value.clone()))
    }
    fn write(&self) -> Value {
        self.value().clone()
    }
    fn shape() -> Shape {
        Shape::Opaque
    }
}

/// A zero is not the same as nothing: nobody may leave, nobody was reported.
impl Member for Quantities {
    fn read(value: &Value, at: &mut Reader) -> Option<Quantities> {
        read_map(value, at, |kind, value, at| Some((kind.into(), u64::read(value, at)?)))
    }
    fn write(&self) -> Value {
        write_map(self)
    }
    fn shape() -> Shape {
        Shape::Quantities
    }
    fn absent() -> Option<Quantities> {
        Some(Quantities::new())
    }
}

/// The planned dates of a baseline.
impl Member for BTreeMap<Id, Span> {
    fn read(value: &Value, at: &mut Reader) -> Option<BTreeMap<Id, Span>> {
        read_map(value, at, |id, value, at| {
            let (id, span) = (read_id(id, None, at), Span::read(value, at));
            Some((id?, span?))
        })
    }
    fn write(&self) -> Value {
        write_map(self)
    }
    fn shape() -> Shape {
        Shape::SpanById
    }
    fn absent() -> Option<BTreeMap<Id, Span>> {
        Some(BTreeMap::new())
    }
}

fn read_map<K: Ord, V>(
    value: &Value,
    at: &mut Reader,
    mut read: impl FnMut(&str, &Value, &mut Reader) -> Option<(K, V)>,
) -> Option<BTreeMap<K, V>> {
    let object: &Map<String, Value> = at.object(value)?;
    let members = object.iter().filter(|(_, value)| !value.is_null());
    let read: Vec<Option<(K, V)>> =
        members.map(|(name, value)| at.inside(name, |at| read(name, value, at))).collect();
    read.into_iter().collect()
}

fn write_map<K: ToString, V: Member>(map: &BTreeMap<K, V>) -> Value {
    Value::Object(map.iter().map(|(name, value)| (name.to_string(), value.write())).collect())
}
