//! GeoJSON as nearly all files have it, straight from its bytes.
//!
//! Positions are most of a large file, and a general reader of JSON takes several
//! times as long for them as this. It reads nothing but what it fully understands:
//! anything unusual in a feature is left to `json`, and a file that is no JSON too, so
//! that what is told of it is the same.

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess};
use serde_json::Deserializer;

use super::coordinates::{Coordinates, Position, Positions};
use super::json::{Members, Object, RawCollection, RawFeature, RawGeometry};
use super::number::decimal;

/// A place in the bytes of a file.
#[derive(Clone)]
pub(super) struct Cursor<'a> {
    bytes: &'a [u8],
    pub at: usize,
    /// How many positions the list before had: lines of one file are alike.
    usual: usize,
}

/// Lists in lists: of polygons, rings, positions.
const DEEPEST: usize = 3;

impl<'a> Cursor<'a> {
    pub fn at(bytes: &'a [u8], at: usize) -> Cursor<'a> {
        Cursor { bytes, at, usual: 0 }
    }

    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The next byte that is no white space; None at the end.
    #[inline]
    pub fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            if !matches!(byte, b' ' | b'\n' | b'\t' | b'\r') {
                return Some(byte);
            }
            self.at += 1;
        }
    }

    /// The same, and goes past it.
    #[inline]
    pub fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    /// Goes past a byte that must come next.
    #[inline]
    pub fn take(&mut self, byte: u8) -> Option<()> {
        (self.next()? == byte).then_some(())
    }

    /// The outermost object of a file; `features` reads the list of its features, and
    /// says how many there are.
    pub fn collection(
        mut self,
        mut features: impl FnMut(&mut Cursor<'a>) -> Option<usize>,
    ) -> Option<RawCollection> {
        let mut collection = RawCollection::default();
        self.object(|key, cursor| match key {
            // A second list is something for `json`.
            "features" if collection.features.is_some() => None,
            "features" => {
                collection.features = Some(features(cursor)?);
                Some(())
            }
            key => collection.read(key, &mut Value(cursor)).ok(),
        })?;
        self.peek().is_none().then_some(collection)
    }

    /// An entry of the list of features; None inside where it is no object.
    pub fn feature(&mut self) -> Option<Option<RawFeature>> {
        let start = self.at;
        let mut feature = RawFeature::default();
        let read = self.object(|key, cursor| match key {
            "geometry" => {
                feature.geometry = Some(cursor.geometry()?);
                Some(())
            }
            key => feature.read(key, &mut Value(cursor)).ok(),
        });
        match read {
            Some(()) => Some(Some(feature)),
            None => {
                self.at = start;
                Value(self).next_value::<Object<RawFeature>>().ok().map(|object| object.0)
            }
        }
    }

    fn geometry(&mut self) -> Option<RawGeometry> {
        let mut geometry = RawGeometry::default();
        self.object(|key, cursor| match key {
            "coordinates" => {
                geometry.coordinates = Some(cursor.coordinates(0)?);
                Some(())
            }
            key => geometry.read(key, &mut Value(cursor)).ok(),
        })?;
        Some(geometry)
    }

    /// Hands each member of an object on, with the cursor at its value.
    fn object(
        &mut self,
        mut member: impl FnMut(&str, &mut Cursor<'a>) -> Option<()>,
    ) -> Option<()> {
        self.take(b'{')?;
        if self.peek()? == b'}' {
            self.at += 1;
            return Some(());
        }
        loop {
            let key = self.key()?;
            self.take(b':')?;
            member(key, self)?;
            match self.next()? {
                b',' => (),
                b'}' => return Some(()),
                _ => return None,
            }
        }
    }

    /// The name of a member, if it stands there without escapes.
    fn key(&mut self) -> Option<&'a str> {
        self.take(b'"')?;
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..b' '))?;
        self.at += length;
        self.take(b'"')?;
        str::from_utf8(&rest[..length]).ok()
    }

    fn coordinates(&mut self, depth: usize) -> Option<Coordinates> {
        self.take(b'[')?;
        if self.peek()? != b'[' {
            return self.rest_of_position().map(Coordinates::Position);
        }
        let mut ahead = self.clone();
        ahead.at += 1;
        if ahead.peek()? != b'[' {
            return self.rest_of_positions().map(Coordinates::Positions);
        }
        if depth == DEEPEST {
            return None;
        }
        let mut list = Vec::new();
        loop {
            list.push(self.coordinates(depth + 1)?);
            match self.next()? {
                b',' => (),
                b']' => return Some(Coordinates::List(list)),
                _ => return None,
            }
        }
    }

    fn rest_of_positions(&mut self) -> Option<Positions> {
        // `[0,0]`, and no file is asked to hold more of them than it can.
        const SHORTEST: usize = 5;
        let room = self.usual.min((self.bytes.len() - self.at) / SHORTEST);
        let mut positions = Positions { degrees: Vec::with_capacity(room), ..Positions::default() };
        loop {
            self.take(b'[')?;
            positions.add(self.rest_of_position()?);
            match self.next()? {
                b',' => (),
                b']' => break,
                _ => return None,
            }
        }
        self.usual = positions.degrees.len();
        Some(positions)
    }

    /// Two or three numbers, and the end of their list.
    fn rest_of_position(&mut self) -> Option<Position> {
        let lon = self.number()?;
        self.take(b',')?;
        let lat = self.number()?;
        match self.next()? {
            b']' => Some(Position { lon, lat, has_altitude: false }),
            b',' => {
                self.number()?;
                self.take(b']')?;
                Some(Position { lon, lat, has_altitude: true })
            }
            _ => None,
        }
    }

    fn number(&mut self) -> Option<f64> {
        self.peek()?;
        let (number, length) = decimal(&self.bytes[self.at..])?;
        self.at += length;
        Some(number)
    }
}

/// The value at a cursor, read as `json` reads it.
struct Value<'c, 'a>(&'c mut Cursor<'a>);

impl<'a> MapAccess<'a> for Value<'_, 'a> {
    type Error = serde_json::Error;

    fn next_key_seed<K: DeserializeSeed<'a>>(
        &mut self,
        _: K,
    ) -> Result<Option<K::Value>, Self::Error> {
        Err(Self::Error::custom("the cursor is at a value"))
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, Self::Error> {
        let mut json = Deserializer::from_slice(&self.0.bytes[self.0.at..]);
        let value = seed.deserialize(&mut json)?;
        self.0.at += json.into_iter::<IgnoredAny>().byte_offset();
        Ok(value)
    }
}
