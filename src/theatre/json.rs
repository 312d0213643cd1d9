//! GeoJSON as it stands in a file: typed, but with everything that may be wrong.
//!
//! Members of an unexpected kind are read as absent, so that the only errors
//! here are those of JSON itself, and what is wrong can be told feature by
//! feature. Coordinates are read without an intermediate tree of JSON values:
//! files may have millions of them.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// The outermost object of a file.
#[derive(Debug, Default)]
pub(super) struct RawCollection {
    pub kind: Option<String>,
    /// None: there is no list of features. An entry that is no object is None.
    pub features: Option<Vec<Option<RawFeature>>>,
    pub bbox: Option<Vec<f64>>,
    pub crs: Value,
    /// Whom to name as its makers: no member of GeoJSON, but a usual one.
    pub attribution: Option<String>,
}

#[derive(Debug, Default)]
pub(super) struct RawFeature {
    pub kind: Option<String>,
    pub id: Value,
    pub properties: Map<String, Value>,
    pub geometry: Option<RawGeometry>,
}

#[derive(Debug, Default)]
pub(super) struct RawGeometry {
    pub kind: Option<String>,
    pub coordinates: Option<Coordinates>,
    /// The members of a GeometryCollection.
    pub geometries: Vec<Option<RawGeometry>>,
}

/// The `coordinates` of a geometry, of any depth.
#[derive(Debug)]
pub(super) enum Coordinates {
    Position {
        lon: f64,
        lat: f64,
        has_altitude: bool,
    },
    List(Vec<Coordinates>),
    /// A number outside of a position; seen only while reading one.
    Number(f64),
    Other,
}

impl<'de> Deserialize<'de> for RawCollection {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Object::<RawCollection>::deserialize(deserializer)?.0.unwrap_or_default())
    }
}

/// Something that is read from the members of an object.
trait Members: Default {
    fn read<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error>;
}

impl Members for RawCollection {
    fn read<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "type" => self.kind = text(map)?,
            "features" => self.features = map.next_value::<List<RawFeature>>()?.0,
            "bbox" => {
                let bbox: Value = map.next_value()?;
                self.bbox =
                    bbox.as_array().and_then(|list| list.iter().map(Value::as_f64).collect());
            }
            "crs" => self.crs = map.next_value()?,
            "attribution" => self.attribution = text(map)?,
            _ => ignore(map)?,
        }
        Ok(())
    }
}

impl Members for RawFeature {
    fn read<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "type" => self.kind = text(map)?,
            "id" => self.id = map.next_value()?,
            "properties" => {
                if let Value::Object(properties) = map.next_value()? {
                    self.properties = properties;
                }
            }
            "geometry" => self.geometry = map.next_value::<Object<RawGeometry>>()?.0,
            _ => ignore(map)?,
        }
        Ok(())
    }
}

impl Members for RawGeometry {
    fn read<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "type" => self.kind = text(map)?,
            "coordinates" => self.coordinates = Some(map.next_value()?),
            "geometries" => {
                self.geometries = map.next_value::<List<RawGeometry>>()?.0.unwrap_or_default();
            }
            _ => ignore(map)?,
        }
        Ok(())
    }
}

fn text<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Option<String>, A::Error> {
    let value: Value = map.next_value()?;
    Ok(value.as_str().map(String::from))
}

fn ignore<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<IgnoredAny>().map(|_| ())
}

/// Reads an object; anything else is None.
struct Object<T>(Option<T>);

/// Reads a list of objects; anything else is None.
struct List<T>(Option<Vec<Option<T>>>);

/// A visitor that takes scalars as a given value.
macro_rules! scalars_are {
    ($value:expr) => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("any JSON")
        }
        fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
            Ok($value)
        }
        fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
            Ok($value)
        }
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok($value)
        }
    };
}

/// A visitor that takes numbers as a given value.
macro_rules! numbers_are {
    ($value:expr) => {
        fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
            Ok($value(number as f64))
        }
        fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
            Ok($value(number as f64))
        }
        fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
            Ok($value(number))
        }
    };
}

impl<'de, T: Members> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ObjectVisitor<T>(PhantomData<T>);
        impl<'de, T: Members> Visitor<'de> for ObjectVisitor<T> {
            type Value = Object<T>;
            scalars_are!(Object(None));
            numbers_are!(|_: f64| Object(None));

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                drain(&mut seq).map(|_| Object(None))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut object = T::default();
                while let Some(key) = map.next_key::<String>()? {
                    object.read(&key, &mut map)?;
                }
                Ok(Object(Some(object)))
            }
        }
        deserializer.deserialize_any(ObjectVisitor(PhantomData))
    }
}

impl<'de, T: Members> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListVisitor<T>(PhantomData<T>);
        impl<'de, T: Members> Visitor<'de> for ListVisitor<T> {
            type Value = List<T>;
            scalars_are!(List(None));
            numbers_are!(|_: f64| List(None));

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut list = Vec::new();
                while let Some(Object(object)) = seq.next_element()? {
                    list.push(object);
                }
                Ok(List(Some(list)))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(List(None))
            }
        }
        deserializer.deserialize_any(ListVisitor(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Coordinates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CoordinatesVisitor;
        impl<'de> Visitor<'de> for CoordinatesVisitor {
            type Value = Coordinates;
            scalars_are!(Coordinates::Other);
            numbers_are!(Coordinates::Number);

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut list = match seq.next_element()? {
                    None => return Ok(Coordinates::List(Vec::new())),
                    Some(Coordinates::Number(lon)) => return position(lon, &mut seq),
                    Some(first) => vec![first],
                };
                while let Some(next) = seq.next_element()? {
                    list.push(next);
                }
                Ok(Coordinates::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Coordinates::Other)
            }
        }
        deserializer.deserialize_any(CoordinatesVisitor)
    }
}

fn position<'de, A: SeqAccess<'de>>(lon: f64, seq: &mut A) -> Result<Coordinates, A::Error> {
    let second = seq.next_element()?;
    let has_altitude = drain(seq)? > 0;
    Ok(match second {
        Some(Coordinates::Number(lat)) => Coordinates::Position { lon, lat, has_altitude },
        _ => Coordinates::Other,
    })
}

/// How many elements there were left.
fn drain<'de, A: SeqAccess<'de>>(seq: &mut A) -> Result<usize, A::Error> {
    let mut count = 0;
    while seq.next_element::<IgnoredAny>()?.is_some() {
        count += 1;
    }
    Ok(count)
}
