//! The `coordinates` of a geometry, of any depth, without a tree of JSON values.

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::visit::{numbers_are, scalars_are};

/// What stands in `coordinates`.
#[derive(Debug)]
pub(super) enum Coordinates {
    /// One position.
    Position(Position),
    /// A list that begins with a position.
    Positions(Positions),
    List(Vec<Coordinates>),
    /// A number outside of a position; seen only while reading one.
    Number(f64),
    Other,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    pub lon: f64,
    pub lat: f64,
    pub has_altitude: bool,
}

/// A list of positions: longitudes and latitudes as they stand in the file.
#[derive(Debug, Default)]
pub(super) struct Positions {
    pub degrees: Vec<[f64; 2]>,
    /// Whether one of them has a height.
    pub has_altitude: bool,
    /// Whether an entry is no position, nor an empty one.
    pub has_others: bool,
}

/// An entry of a list of positions.
enum Entry {
    Position(Position),
    Empty,
    Other,
}

/// A number; None for anything else.
struct Number(Option<f64>);

impl Positions {
    pub fn add(&mut self, position: Position) {
        self.degrees.push([position.lon, position.lat]);
        self.has_altitude |= position.has_altitude;
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
                    Some(Coordinates::Number(lon)) => {
                        let position = position(lon, &mut seq)?;
                        return Ok(position.map_or(Coordinates::Other, Coordinates::Position));
                    }
                    Some(Coordinates::Position(first)) => {
                        return positions(first, &mut seq).map(Coordinates::Positions);
                    }
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

/// The rest of a list of positions.
fn positions<'de, A: SeqAccess<'de>>(first: Position, seq: &mut A) -> Result<Positions, A::Error> {
    let mut positions = Positions::default();
    positions.add(first);
    while let Some(entry) = seq.next_element()? {
        match entry {
            Entry::Position(position) => positions.add(position),
            Entry::Empty => (),
            Entry::Other => positions.has_others = true,
        }
    }
    Ok(positions)
}

/// The rest of a position. None where the second number is none.
fn position<'de, A: SeqAccess<'de>>(lon: f64, seq: &mut A) -> Result<Option<Position>, A::Error> {
    let second = seq.next_element::<Number>()?;
    let has_altitude = drain(seq)? > 0;
    let lat = second.and_then(|second| second.0);
    Ok(lat.map(|lat| Position { lon, lat, has_altitude }))
}

/// How many elements there were left.
pub(super) fn drain<'de, A: SeqAccess<'de>>(seq: &mut A) -> Result<usize, A::Error> {
    let mut count = 0;
    while seq.next_element::<IgnoredAny>()?.is_some() {
        count += 1;
    }
    Ok(count)
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntryVisitor;
        impl<'de> Visitor<'de> for EntryVisitor {
            type Value = Entry;
            scalars_are!(Entry::Other);
            numbers_are!(|_: f64| Entry::Other);

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Entry, A::Error> {
                match seq.next_element::<Number>()? {
                    None => Ok(Entry::Empty),
                    Some(Number(Some(lon))) => {
                        Ok(position(lon, &mut seq)?.map_or(Entry::Other, Entry::Position))
                    }
                    Some(Number(None)) => drain(&mut seq).map(|_| Entry::Other),
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entry, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Entry::Other)
            }
        }
        deserializer.deserialize_any(EntryVisitor)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberVisitor;
        impl<'de> Visitor<'de> for NumberVisitor {
            type Value = Number;
            scalars_are!(Number(None));
            numbers_are!(|number: f64| Number(Some(number)));

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Number, A::Error> {
                drain(&mut seq).map(|_| Number(None))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Number, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Number(None))
            }
        }
        deserializer.deserialize_any(NumberVisitor)
    }
}
