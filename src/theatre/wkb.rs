//! The geometries of a GeoPackage: a header, and then well-known binary of the ISO.
//!
//! Read here and not by a library: those there are follow collections within
//! collections as deep as a file nests them, which ends a program that does.
//!
//! <https://www.geopackage.org/spec131/#gpb_format>

use super::coordinates::{Coordinates, Position, Positions};
use super::json::RawGeometry;

/// Deeper than anybody nests collections.
const DEEPEST: usize = 32;

/// A geometry as it stands in a table. None where it says that it is empty. What
/// cannot be read is a geometry whose coordinates are none, and told as such.
pub(super) fn read_blob(blob: &[u8]) -> Option<RawGeometry> {
    let unread = |kind: &str| geometry(kind, Coordinates::Other);
    let Some((is_empty, wkb)) = after_header(blob) else { return Some(unread("Point")) };
    if is_empty {
        return None;
    }
    Some(match (Bytes { left: wkb, is_little: true }).geometry(0) {
        Ok(geometry) => geometry,
        Err(Fault::OtherKind) => unread("of another kind"),
        Err(Fault::Broken) => unread("Point"),
    })
}

/// Whether the header says that there is nothing, and what comes after it.
fn after_header(blob: &[u8]) -> Option<(bool, &[u8])> {
    let flags = *blob.strip_prefix(b"GP")?.get(1)?;
    // None, two dimensions, three with height or measure, four.
    let envelope = [0, 32, 48, 48, 64].get(usize::from(flags >> 1 & 7))?;
    // Magic, version, flags and the number of the coordinate system.
    let wkb = blob.get(8 + envelope..)?;
    Some((flags & 0x10 != 0, wkb))
}

fn geometry(kind: &str, coordinates: Coordinates) -> RawGeometry {
    let coordinates = Some(coordinates);
    RawGeometry { kind: Some(kind.into()), coordinates, geometries: Vec::new() }
}

enum Fault {
    /// Bytes are missing, or say what they cannot.
    Broken,
    /// A curve, a solid or anything else that GeoJSON does not have.
    OtherKind,
}

/// What is left to read.
struct Bytes<'a> {
    left: &'a [u8],
    is_little: bool,
}

/// Which numbers a position has.
#[derive(Clone, Copy)]
struct Dimensions {
    has_altitude: bool,
    /// Of how many numbers it is.
    count: usize,
}

impl Bytes<'_> {
    /// A geometry with all that is in it; `depth` is that of the collections around.
    fn geometry(&mut self, depth: usize) -> Result<RawGeometry, Fault> {
        if depth > DEEPEST {
            return Err(Fault::Broken);
        }
        self.is_little = match self.bytes()? {
            [0] => false,
            [1] => true,
            _ => return Err(Fault::Broken),
        };
        let (kind, of) = Dimensions::of(self.number()?)?;
        Ok(match kind {
            1 => geometry("Point", self.point(of)?),
            2 => geometry("LineString", Coordinates::Positions(self.positions(of)?)),
            3 => {
                let count = self.count(4)?;
                let ring = |_| Ok(Coordinates::Positions(self.positions(of)?));
                geometry(
                    "Polygon",
                    Coordinates::List((0..count).map(ring).collect::<Result<_, _>>()?),
                )
            }
            // Several points, lines, polygons, or anything: each is a whole geometry.
            4..=7 => {
                let count = self.count(5)?;
                let member = |_| self.geometry(depth + 1).map(Some);
                let geometries = (0..count).map(member).collect::<Result<_, _>>()?;
                RawGeometry {
                    kind: Some("GeometryCollection".into()),
                    coordinates: None,
                    geometries,
                }
            }
            _ => return Err(Fault::OtherKind),
        })
    }

    /// An empty one has no numbers.
    fn point(&mut self, of: Dimensions) -> Result<Coordinates, Fault> {
        let [lon, lat] = self.position(of)?;
        Ok(match (lon.is_finite(), lat.is_finite()) {
            (true, true) => {
                Coordinates::Position(Position { lon, lat, has_altitude: of.has_altitude })
            }
            _ if lon.is_nan() && lat.is_nan() => Coordinates::List(Vec::new()),
            _ => Coordinates::Other,
        })
    }

    fn positions(&mut self, of: Dimensions) -> Result<Positions, Fault> {
        let count = self.count(8 * of.count)?;
        let mut positions =
            Positions { degrees: Vec::with_capacity(count), ..Positions::default() };
        positions.has_altitude = of.has_altitude && count > 0;
        for _ in 0..count {
            let at = self.position(of)?;
            match at.iter().all(|degrees| degrees.is_finite()) {
                true => positions.degrees.push(at),
                false => positions.has_others = true,
            }
        }
        Ok(positions)
    }

    fn position(&mut self, of: Dimensions) -> Result<[f64; 2], Fault> {
        let at = [self.float()?, self.float()?];
        for _ in 2..of.count {
            self.float()?;
        }
        Ok(at)
    }

    /// How many of something follow, each of at least so many bytes: not more than
    /// there is room for.
    fn count(&mut self, least: usize) -> Result<usize, Fault> {
        let count = self.number()? as usize;
        let has_room = count <= self.left.len() / least;
        has_room.then_some(count).ok_or(Fault::Broken)
    }

    fn number(&mut self) -> Result<u32, Fault> {
        let bytes = self.bytes()?;
        Ok(if self.is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn float(&mut self) -> Result<f64, Fault> {
        let bytes = self.bytes()?;
        Ok(if self.is_little { f64::from_le_bytes(bytes) } else { f64::from_be_bytes(bytes) })
    }

    fn bytes<const N: usize>(&mut self) -> Result<[u8; N], Fault> {
        let (bytes, left) = self.left.split_first_chunk().ok_or(Fault::Broken)?;
        self.left = left;
        Ok(*bytes)
    }
}

impl Dimensions {
    /// The kind of a geometry, 1 for a point, and the dimensions of its positions: of
    /// the ISO a thousand more is a height, and two a measure; older programs set a
    /// bit for each.
    fn of(code: u32) -> Result<(u32, Dimensions), Fault> {
        let bit = |bit: u32| code >> bit & 1 == 1;
        let iso = code & 0x0fff_ffff;
        let thousands = iso / 1000;
        if thousands > 3 || bit(29) {
            return Err(Fault::Broken);
        }
        let has_altitude = bit(31) || thousands & 1 == 1;
        let has_measure = bit(30) || thousands & 2 == 2;
        let count = 2 + usize::from(has_altitude) + usize::from(has_measure);
        Ok((iso % 1000, Dimensions { has_altitude, count }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::parts::Parts;
    use super::super::problem::NoteKind;
    use super::*;

    /// A blob without an envelope around some numbers: bytes as they are, 32 bits for
    /// what ends in `u`, else floats; all of the little end first.
    fn blob(text: &str) -> Vec<u8> {
        let mut bytes = b"GP\0\x01\xe6\x10\0\0".to_vec();
        for word in text.split_whitespace() {
            match word.strip_suffix('u') {
                Some(number) => bytes.extend(number.parse::<u32>().unwrap().to_le_bytes()),
                None if word == "<" => bytes.push(1),
                None => bytes.extend(word.parse::<f64>().unwrap().to_le_bytes()),
            }
        }
        bytes
    }

    /// How many polygons, lines and points a blob has, and what is noted of it.
    fn parts(blob: &[u8]) -> ([usize; 3], Vec<NoteKind>) {
        let mut parts = Parts::default();
        if let Some(geometry) = read_blob(blob) {
            parts.add(geometry).unwrap();
        }
        let Parts { notes, polygons, lines, points } = parts;
        ([polygons.len(), lines.len(), points.len()], notes)
    }

    const SQUARE: &str = "< 3u 1u 5u 0 0 2 0 2 2 0 2 0 0";

    #[test]
    fn all_kinds_of_geojson_are_read() {
        use NoteKind::*;
        for (text, expect, notes) in [
            ("< 1u 1 2", [0, 0, 1], vec![]),
            ("< 1u NaN NaN", [0, 0, 0], vec![]),
            ("< 1u 1 NaN", [0, 0, 0], vec![BadCoordinates]),
            ("< 1u inf 2", [0, 0, 0], vec![BadCoordinates]),
            ("< 1001u 1 2 3", [0, 0, 1], vec![Altitude]),
            ("< 2001u 1 2 3", [0, 0, 1], vec![]),
            ("< 3001u 1 2 3 4", [0, 0, 1], vec![Altitude]),
            ("< 2147483649u 1 2 3", [0, 0, 1], vec![Altitude]),
            ("< 3221225473u 1 2 3 4", [0, 0, 1], vec![Altitude]),
            ("< 2u 2u 0 0 1 1", [0, 1, 0], vec![]),
            ("< 2u 3u 0 0 NaN 1 1 1", [0, 1, 0], vec![BadCoordinates]),
            ("< 2u 1u 0 0", [0, 0, 0], vec![ShortLine]),
            ("< 2u 0u", [0, 0, 0], vec![ShortLine]),
            (SQUARE, [1, 0, 0], vec![]),
            ("< 3u 1u 4u 0 0 2 0 2 2 0 2", [1, 0, 0], vec![OpenRing]),
            ("< 3u 0u", [0, 0, 0], vec![]),
            (&format!("< 6u 2u {SQUARE} {SQUARE}"), [2, 0, 0], vec![]),
            ("< 4u 2u < 1u 0 0 < 1u 1 1", [0, 0, 2], vec![]),
            ("< 5u 1u < 2u 2u 0 0 1 1", [0, 1, 0], vec![]),
            (&format!("< 7u 2u {SQUARE} < 7u 1u < 1u 0 0"), [1, 0, 1], vec![]),
            // Curves and surfaces, alone and among others.
            ("< 8u 3u 0 0 1 1 2 0", [0, 0, 0], vec![WrongGeometry]),
            ("< 7u 1u < 15u 0u", [0, 0, 0], vec![WrongGeometry]),
        ] {
            assert_eq!(parts(&blob(text)), (expect, notes), "{text}");
        }
    }

    #[test]
    fn the_big_end_may_come_first() {
        let mut bytes = b"GP\0\0\0\0\x10\xe6\0\0\0\0\x01".to_vec();
        bytes.extend([1.5_f64, -2.5].map(f64::to_be_bytes).concat());
        let geometry = read_blob(&bytes).unwrap();
        let Some(Coordinates::Position(at)) = geometry.coordinates else { panic!() };
        assert_eq!((at.lon, at.lat), (1.5, -2.5));
    }

    #[test]
    fn the_header_may_have_an_envelope_or_say_that_there_is_nothing() {
        for (flags, envelope, expect) in
            [(1, 0, 1), (3, 32, 1), (5, 48, 1), (7, 48, 1), (9, 64, 1), (0x11, 0, 0), (0x13, 32, 0)]
        {
            let mut bytes = blob("< 1u 1 2");
            bytes[3] = flags;
            bytes.splice(8..8, vec![0; envelope]);
            assert_eq!(parts(&bytes), ([0, 0, expect], vec![]), "{flags}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_noted() {
        let bad = ([0, 0, 0], vec![NoteKind::BadCoordinates]);
        let deep = |levels| format!("{}< 1u 0 0", "< 7u 1u ".repeat(levels));
        assert_eq!(parts(&blob(&deep(DEEPEST))).0, [0, 0, 1]);
        for text in [
            "",
            "<",
            "< 1u",
            "< 1u 1",
            "< 5000u 1 2",
            // Far more than there is room for.
            "< 2u 4294967295u 0 0 1 1",
            "< 3u 4294967295u 1u 0 0",
            "< 7u 4294967295u < 1u 0 0",
            // Three points announced and two there.
            "< 2u 3u 0 0 1 1",
            "< 3u 2u 4u 0 0 1 0 1 1 0 0",
            &deep(DEEPEST + 1),
            &deep(100_000),
        ] {
            assert_eq!(parts(&blob(text)), bad, "{}", &text[..text.len().min(60)]);
        }
        let good = blob(SQUARE);
        for end in 0..good.len() {
            assert_eq!(parts(&good[..end]), bad, "{end}");
        }
        // Neither of the header's bytes nor of the order of bytes is anything else known.
        for (at, byte) in [(0, b'g'), (1, b'p'), (3, 0x0b), (8, 2)] {
            let mut bytes = blob("< 1u 1 2");
            bytes[at] = byte;
            assert_eq!(parts(&bytes), bad, "{at}");
        }
    }
}
