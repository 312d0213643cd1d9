//! KML and KMZ as they stand in a file: each placemark is handed on as a feature of
//! GeoJSON would be, so that the same checks hold for both.
//!
//! The file is read event by event and not as a tree: folders may be nested as deep
//! as anybody likes, and one bad placemark is no reason to refuse the others. Styles,
//! pictures laid over the ground and links to other files are passed over.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use serde_json::Value;

use super::coordinates::{Coordinates, Position, Positions};
use super::json::{Listener, RawFeature, RawGeometry};
use super::problem::TheatreError;
use super::whole::MAX_FILE_BYTES;

/// What a file that is no placemark itself may begin with.
const ROOTS: &[&[u8]] = &[b"kml", b"Document", b"Folder", b"Placemark"];

/// Hands on the placemarks of a KML file; how many there were.
pub(super) fn read_placemarks(
    file: &str,
    bytes: &[u8],
    listener: &mut impl Listener,
) -> Result<usize, TheatreError> {
    let mut reader = Reader::from_reader(bytes);
    // `<Point/>` is `<Point></Point>`.
    reader.config_mut().expand_empty_elements = true;
    let bad = |at: u64| bad_xml(file, bytes, at as usize);
    let mut walk = Walk::default();
    loop {
        let here = reader.buffer_position();
        let event = reader.read_event().map_err(|_| bad(reader.error_position()))?;
        match event {
            Event::Start(start) => {
                if walk.open.is_empty() && !ROOTS.contains(&start.local_name().as_ref()) {
                    return Err(TheatreError::NotKml { file: file.into() });
                }
                walk.begin(&start);
            }
            Event::End(_) => {
                if let Some(feature) = walk.end() {
                    listener.hear(walk.count, Some(feature));
                }
            }
            Event::Text(text) => walk.hear(&text.decode().map_err(|_| bad(here))?),
            Event::CData(text) => walk.hear(&text.decode().map_err(|_| bad(here))?),
            Event::GeneralRef(reference) => walk.hear(&resolved(&reference)),
            Event::Eof if walk.open.is_empty() && walk.had_root => return Ok(walk.count),
            Event::Eof if !walk.had_root => {
                return Err(TheatreError::NotKml { file: file.into() });
            }
            Event::Eof => return Err(bad(bytes.len() as u64)),
            // Empty elements come as two events.
            Event::Empty(_) => {}
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// The first KML file of a KMZ, which is a ZIP.
pub(super) fn unzipped(file: &str, bytes: &[u8]) -> Result<Vec<u8>, TheatreError> {
    let not_kml = || TheatreError::NotKml { file: file.into() };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| not_kml())?;
    let is_kml = |name: &[u8]| name.to_ascii_lowercase().ends_with(b".kml");
    let number = archive.file_names_raw().position(is_kml).ok_or_else(not_kml)?;
    let entry = archive.by_index(number).map_err(|_| not_kml())?;
    let mut text = Vec::new();
    // What it says of its own size may be anything.
    entry.take(MAX_FILE_BYTES).read_to_end(&mut text).map_err(|_| not_kml())?;
    Ok(text)
}

/// `&amp;`, `&#233;`; nothing for entities that only a document type would define.
fn resolved(reference: &BytesRef) -> String {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return letter.to_string();
    }
    let name = reference.decode().unwrap_or_default();
    resolve_predefined_entity(&name).unwrap_or_default().to_owned()
}

fn bad_xml(file: &str, bytes: &[u8], at: usize) -> TheatreError {
    let before = &bytes[..at.min(bytes.len())];
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    TheatreError::BadXml { file: file.into(), line, column: before.len() - start + 1 }
}

/// The elements that mean something here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Element {
    Placemark,
    Name,
    /// `<Data name="…"><value>` and `<SimpleData name="…">`.
    Data,
    Value,
    Point,
    /// Also a ring that is no part of a polygon, and a track of a `gx:Track`.
    Line,
    Polygon,
    Inner,
    Coordinates,
    /// One position of a track: `<gx:coord>2.1 13.5 0</gx:coord>`.
    Step,
    Other,
}

impl Element {
    fn of(start: &BytesStart) -> Element {
        match start.local_name().as_ref() {
            b"Placemark" => Element::Placemark,
            b"name" => Element::Name,
            b"Data" | b"SimpleData" => Element::Data,
            b"value" => Element::Value,
            b"Point" => Element::Point,
            b"LineString" | b"LinearRing" | b"Track" => Element::Line,
            b"Polygon" => Element::Polygon,
            b"innerBoundaryIs" => Element::Inner,
            b"coordinates" => Element::Coordinates,
            b"coord" => Element::Step,
            _ => Element::Other,
        }
    }
}

/// Where the reader is, and what it has gathered.
#[derive(Default)]
struct Walk {
    open: Vec<Element>,
    had_root: bool,
    /// How many placemarks were closed.
    count: usize,
    feature: Option<RawFeature>,
    geometries: Vec<Option<RawGeometry>>,
    /// The outer ring and the holes of the polygon that is read.
    rings: (Vec<Coordinates>, Vec<Coordinates>),
    positions: Positions,
    /// The name of the property that is read.
    key: String,
    text: String,
}

impl Walk {
    fn begin(&mut self, start: &BytesStart) {
        let element = Element::of(start);
        self.had_root = true;
        let attribute = |name: &str| {
            let found = start.try_get_attribute(name).ok().flatten()?;
            let text = String::from_utf8_lossy(&found.value).into_owned();
            Some(quick_xml::escape::unescape(&text).map_or(text.clone(), |it| it.into_owned()))
        };
        match element {
            // None stands within another.
            Element::Placemark => {
                let id = attribute("id").map_or(Value::Null, Value::String);
                let kind = Some("Feature".to_owned());
                self.feature = Some(RawFeature { kind, id, ..RawFeature::default() });
                self.geometries.clear();
            }
            Element::Data => self.key = attribute("name").unwrap_or_default(),
            Element::Point | Element::Line => self.positions = Positions::default(),
            Element::Polygon => self.rings = Default::default(),
            _ => {}
        }
        self.text.clear();
        self.open.push(element);
    }

    fn hear(&mut self, text: &str) {
        // What stands between elements that mean nothing may be long.
        if self.open.last().is_some_and(|element| *element != Element::Other) {
            self.text.push_str(text);
        }
    }

    /// Ends the element that was opened last; a feature where that was a placemark.
    fn end(&mut self) -> Option<RawFeature> {
        let element = self.open.pop()?;
        let around = self.open.last().copied();
        match element {
            Element::Placemark => return self.placemark(),
            Element::Name if around == Some(Element::Placemark) => self.property("name"),
            // Without a value of its own it is a `SimpleData`.
            Element::Value | Element::Data if !self.text.trim().is_empty() => {
                let key = std::mem::take(&mut self.key);
                self.property(&key);
            }
            Element::Coordinates => read_tuples(&self.text, &mut self.positions),
            Element::Step => read_step(&self.text, &mut self.positions),
            Element::Point => {
                let at = self.positions.degrees.first().copied();
                let position = at.map(|[lon, lat]| Position { lon, lat, has_altitude: false });
                let unread = self.positions.has_others.then_some(Coordinates::Other);
                let coordinates = position.map(Coordinates::Position).or(unread);
                self.geometry("Point", coordinates);
            }
            Element::Line => {
                let positions = std::mem::take(&mut self.positions);
                let coordinates = Coordinates::Positions(positions);
                if self.open.contains(&Element::Polygon) {
                    let is_hole = self.open.contains(&Element::Inner);
                    let (outer, holes) = &mut self.rings;
                    if is_hole { holes.push(coordinates) } else { outer.push(coordinates) }
                } else {
                    self.geometry("LineString", Some(coordinates));
                }
            }
            Element::Polygon => {
                let (outer, holes) = std::mem::take(&mut self.rings);
                // Holes in nothing are none.
                let rings = match outer.is_empty() {
                    true => Vec::new(),
                    false => outer.into_iter().chain(holes).collect(),
                };
                self.geometry("Polygon", Some(Coordinates::List(rings)));
            }
            _ => {}
        }
        self.text.clear();
        None
    }

    fn property(&mut self, key: &str) {
        let text = std::mem::take(&mut self.text).trim().to_owned();
        if let Some(feature) = self.feature.as_mut().filter(|_| !key.is_empty()) {
            feature.properties.insert(key.to_owned(), text.into());
        }
    }

    fn geometry(&mut self, kind: &str, coordinates: Option<Coordinates>) {
        let kind = Some(kind.to_owned());
        self.geometries.push(Some(RawGeometry { kind, coordinates, geometries: Vec::new() }));
    }

    fn placemark(&mut self) -> Option<RawFeature> {
        self.count += 1;
        let mut feature = self.feature.take()?;
        let geometries = std::mem::take(&mut self.geometries);
        feature.geometry = (!geometries.is_empty()).then(|| RawGeometry {
            kind: Some("GeometryCollection".into()),
            coordinates: None,
            geometries,
        });
        Some(feature)
    }
}

/// `2.1,13.5,0 2.2,13.6,0`: heights say nothing on a map, and nearly all KML has them.
fn read_tuples(text: &str, into: &mut Positions) {
    for tuple in text.split_whitespace() {
        add(tuple.split(','), into);
    }
}

/// `2.1 13.5 0`
fn read_step(text: &str, into: &mut Positions) {
    add(text.split_whitespace(), into);
}

fn add<'a>(mut numbers: impl Iterator<Item = &'a str>, into: &mut Positions) {
    let mut number = || numbers.next()?.parse::<f64>().ok().filter(|number| number.is_finite());
    match (number(), number()) {
        (Some(lon), Some(lat)) => into.degrees.push([lon, lat]),
        _ => into.has_others = true,
    }
}
