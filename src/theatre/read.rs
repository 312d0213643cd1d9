//! One GeoJSON file -> features, with everything wrong about it put right, noted
//! or refused.

use serde::Deserialize;
use serde_json::Value;

use super::data::{Properties, text_of};
use super::detail::Path;
use super::feature::Names;
use super::ids::Ids;
use super::json::{Coordinates, RawCollection, RawFeature, RawGeometry};
use super::problem::{Advice, NoteKind, Notes, TheatreError};
use crate::geo::{LonLat, WorldBounds, WorldPoint};

/// What a file holds.
#[derive(Debug)]
pub(super) struct Collection {
    pub features: Vec<Plain>,
    /// The rectangle the file says it covers.
    pub bbox: Option<WorldBounds>,
    /// Whom the file names as its makers.
    pub attribution: Option<String>,
    pub notes: Notes,
}

/// A feature of any kind. At least one of its three lists is not empty.
#[derive(Debug)]
pub(super) struct Plain {
    /// Its number in the file, from 1.
    pub number: usize,
    pub id: String,
    pub names: Names,
    pub properties: Properties,
    /// Lists of rings, the outer one first; never empty.
    pub polygons: Vec<Vec<Path>>,
    pub lines: Vec<Path>,
    pub points: Vec<LonLat>,
}

/// Reads the bytes of a file; `file` is how errors and notes call it.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Collection, TheatreError> {
    let json = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let raw = serde_json::from_slice(json).map_err(|error| bad_json(file, &error))?;
    collect(file, raw)
}

/// Reads JSON that is already there, as in a plan.
pub(super) fn read_value(file: &str, value: &Value) -> Result<Collection, TheatreError> {
    let raw = RawCollection::deserialize(value).map_err(|error| bad_json(file, &error))?;
    collect(file, raw)
}

fn bad_json(file: &str, error: &serde_json::Error) -> TheatreError {
    TheatreError::BadJson {
        file: file.into(),
        line: error.line().max(1),
        column: error.column().max(1),
    }
}

fn collect(file: &str, raw: RawCollection) -> Result<Collection, TheatreError> {
    let features = match raw.features {
        Some(features) if raw.kind.as_deref() == Some("FeatureCollection") => features,
        _ => return Err(TheatreError::NotACollection { file: file.into(), found: raw.kind }),
    };
    if let Some(crs) = other_crs(&raw.crs) {
        return Err(TheatreError::OtherCrs { file: file.into(), crs });
    }
    let mut notes = Notes::on(file);
    if features.is_empty() {
        notes.add(NoteKind::NoFeatures, 0);
    }
    let mut ids = Ids::of_file(file);
    let mut plain = Vec::with_capacity(features.len());
    for (i, feature) in features.into_iter().enumerate() {
        let is_feature = |feature: &RawFeature| feature.kind.as_deref() == Some("Feature");
        let Some(feature) = feature.filter(is_feature) else {
            notes.add(NoteKind::NotAFeature, i + 1);
            continue;
        };
        plain.extend(read_feature(i + 1, feature, &mut ids, &mut notes)?);
    }
    let bbox = raw.bbox.and_then(|bbox| bounds_of(&bbox));
    Ok(Collection { features: plain, bbox, attribution: raw.attribution, notes })
}

/// The name of a coordinate system that is not the one of GeoJSON. Files from
/// before RFC 7946 name theirs.
fn other_crs(crs: &Value) -> Option<String> {
    if crs.is_null() {
        return None;
    }
    let properties = &crs["properties"];
    let name = text_of(&properties["name"]).or(text_of(&properties["code"]));
    let name = name.unwrap_or_else(|| crs.to_string());
    let is_wgs_84 = name.to_uppercase().contains("CRS84") || name.ends_with("4326");
    (!is_wgs_84).then_some(name)
}

/// A bounding box of two or three dimensions.
fn bounds_of(bbox: &[f64]) -> Option<WorldBounds> {
    let (west, south, east, north) = match *bbox {
        [west, south, east, north] | [west, south, _, east, north, _] => (west, south, east, north),
        _ => return None,
    };
    let corner = |lon, lat| LonLat::new(lon, lat).ok().map(WorldPoint::from);
    WorldBounds::around([corner(west, south)?, corner(east, north)?])
}

fn read_feature(
    number: usize,
    feature: RawFeature,
    ids: &mut Ids,
    notes: &mut Notes,
) -> Result<Option<Plain>, TheatreError> {
    let properties = Properties(feature.properties);
    let names = Names {
        fallback: properties.text("name"),
        fr: properties.text("name_fr"),
        en: properties.text("name_en"),
    };
    let mut parts = Parts { number, notes, polygons: vec![], lines: vec![], points: vec![] };
    match &feature.geometry {
        Some(geometry) => parts.add(geometry)?,
        None => parts.note(NoteKind::NoGeometry),
    }
    let Parts { polygons, lines, points, .. } = parts;
    if polygons.is_empty() && lines.is_empty() && points.is_empty() {
        notes.add(NoteKind::NoGeometry, number);
        return Ok(None);
    }
    let given = text_of(&feature.id).or_else(|| properties.text("id"));
    let id = ids.make(given.as_deref(), names.name("en"), number, notes);
    Ok(Some(Plain { number, id, names, properties, polygons, lines, points }))
}

/// The parts of a feature's geometry, as they are found.
struct Parts<'a> {
    number: usize,
    notes: &'a mut Notes,
    polygons: Vec<Vec<Path>>,
    lines: Vec<Path>,
    points: Vec<LonLat>,
}

impl Parts<'_> {
    fn note(&mut self, kind: NoteKind) {
        self.notes.add(kind, self.number);
    }

    fn add(&mut self, geometry: &RawGeometry) -> Result<(), TheatreError> {
        let kind = geometry.kind.as_deref().unwrap_or("");
        if kind == "GeometryCollection" {
            return geometry.geometries.iter().flatten().try_for_each(|member| self.add(member));
        }
        let Some(coordinates) = &geometry.coordinates else {
            self.note(NoteKind::NoGeometry);
            return Ok(());
        };
        match kind {
            "Point" => self.add_point(coordinates),
            "MultiPoint" => self.each(coordinates, Self::add_point),
            "LineString" => self.add_line(coordinates),
            "MultiLineString" => self.each(coordinates, Self::add_line),
            "Polygon" => self.add_polygon(coordinates),
            "MultiPolygon" => self.each(coordinates, Self::add_polygon),
            _ => {
                self.note(NoteKind::WrongGeometry);
                Ok(())
            }
        }
    }

    fn each(
        &mut self,
        coordinates: &Coordinates,
        add: impl Fn(&mut Self, &Coordinates) -> Result<(), TheatreError>,
    ) -> Result<(), TheatreError> {
        let list = self.list(coordinates);
        list.iter().try_for_each(|member| add(self, member))
    }

    fn add_point(&mut self, coordinates: &Coordinates) -> Result<(), TheatreError> {
        let place = self.place(coordinates)?;
        self.points.extend(place);
        Ok(())
    }

    fn add_line(&mut self, coordinates: &Coordinates) -> Result<(), TheatreError> {
        let points = self.world_points(coordinates)?;
        match Path::line(points) {
            Some(line) => self.lines.push(line),
            None => self.note(NoteKind::ShortLine),
        }
        Ok(())
    }

    fn add_polygon(&mut self, coordinates: &Coordinates) -> Result<(), TheatreError> {
        let mut polygon = Vec::new();
        for (i, ring) in self.list(coordinates).iter().enumerate() {
            let points = self.world_points(ring)?;
            let is_open = points.first() != points.last();
            match Path::ring(points) {
                Some(ring) => {
                    if is_open {
                        self.note(NoteKind::OpenRing);
                    }
                    polygon.push(ring);
                }
                None => {
                    self.note(NoteKind::ShortRing);
                    if i == 0 {
                        // Its holes are holes in nothing.
                        return Ok(());
                    }
                }
            }
        }
        if !polygon.is_empty() {
            self.polygons.push(polygon);
        }
        Ok(())
    }

    fn world_points(&mut self, coordinates: &Coordinates) -> Result<Vec<WorldPoint>, TheatreError> {
        let mut points = Vec::new();
        for position in self.list(coordinates) {
            points.extend(self.place(position)?.map(WorldPoint::from));
        }
        Ok(points)
    }

    fn list<'c>(&mut self, coordinates: &'c Coordinates) -> &'c [Coordinates] {
        match coordinates {
            Coordinates::List(list) => list,
            _ => {
                self.note(NoteKind::BadCoordinates);
                &[]
            }
        }
    }

    /// None where the coordinates are no position.
    fn place(&mut self, coordinates: &Coordinates) -> Result<Option<LonLat>, TheatreError> {
        let &Coordinates::Position { lon, lat, has_altitude } = coordinates else {
            // An empty point is an empty geometry, which has its own note.
            if !matches!(coordinates, Coordinates::List(list) if list.is_empty()) {
                self.note(NoteKind::BadCoordinates);
            }
            return Ok(None);
        };
        if has_altitude {
            self.note(NoteKind::Altitude);
        }
        place(lon, lat).map(Some).map_err(|advice| TheatreError::OutOfRange {
            file: self.notes.file().into(),
            feature: self.number,
            position: [lon, lat],
            advice,
        })
    }
}

fn place(lon: f64, lat: f64) -> Result<LonLat, Advice> {
    // A decimetre beyond the range is rounding.
    const ROUNDING: f64 = 1e-6;
    let rounded = |x: f64, limit: f64| {
        if x.abs() <= limit + ROUNDING { x.clamp(-limit, limit) } else { x }
    };
    LonLat::new(rounded(lon, 180.0), rounded(lat, 90.0)).map_err(|_| {
        if lon.abs() <= 90.0 && lat.abs() <= 180.0 {
            Advice::SwapAxes
        } else if lon.abs() <= 360.0 && lat.abs() <= 90.0 {
            Advice::CutAtAntimeridian
        } else {
            Advice::Reproject
        }
    })
}
