//! GeoJSON as it stands in a file: typed, but with everything that may be wrong.
//!
//! Members of an unexpected kind are read as absent, so that the only errors
//! here are those of JSON itself, and what is wrong can be told feature by
//! feature. Files may have millions of positions: each feature is handed on as
//! soon as it is read, and its coordinates are read without an intermediate tree
//! of JSON values (`coordinates`).

use std::marker::PhantomData;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::{Map, Value};

use super::coordinates::{Coordinates, drain};
use super::visit::{numbers_are, scalars_are};

/// The outermost object of a file, without its features.
#[derive(Debug, Default)]
pub(super) struct RawCollection {
    pub kind: Option<String>,
    /// How many features its list has; None: there is no list.
    pub features: Option<usize>,
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

/// Hears of each feature as it is read, with its number, from 1; an entry that is
/// no object is None.
pub(super) trait Listener {
    fn hear(&mut self, number: usize, feature: Option<RawFeature>);
}

/// Reads the outermost object of a file. Its features go to the listener.
pub(super) struct ReadCollection<'l, L>(pub &'l mut L);

impl<'de, L: Listener> DeserializeSeed<'de> for ReadCollection<'_, L> {
    type Value = RawCollection;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<RawCollection, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, L: Listener> Visitor<'de> for ReadCollection<'_, L> {
    type Value = RawCollection;
    scalars_are!(RawCollection::default());
    numbers_are!(|_: f64| RawCollection::default());

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawCollection, A::Error> {
        drain(&mut seq).map(|_| RawCollection::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawCollection, A::Error> {
        let mut collection = RawCollection::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "features" => collection.features = map.next_value_seed(Features(self.0))?,
                key => collection.read(key, &mut map)?,
            }
        }
        Ok(collection)
    }
}

/// Reads the list of features; anything else is None.
struct Features<'l, L>(&'l mut L);

impl<'de, L: Listener> DeserializeSeed<'de> for Features<'_, L> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, L: Listener> Visitor<'de> for Features<'_, L> {
    type Value = Option<usize>;
    scalars_are!(None);
    numbers_are!(|_: f64| None);

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut count = 0;
        while let Some(Object(feature)) = seq.next_element::<Object<RawFeature>>()? {
            count += 1;
            self.0.hear(count, feature);
        }
        Ok(Some(count))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}

/// Something that is read from the members of an object.
pub(super) trait Members: Default {
    fn read<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error>;
}

impl Members for RawCollection {
    fn read<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "type" => self.kind = text(map)?,
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
pub(super) struct Object<T>(pub Option<T>);

/// Reads a list of objects; anything else is None.
struct List<T>(Option<Vec<Option<T>>>);

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
