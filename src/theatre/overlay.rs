//! Layers that a plan brings along: files of features of any kind, which lie over the
//! map of its theatre.

use std::sync::Arc;

use super::data::{Data, Properties, into_text};
use super::detail::Frame;
use super::feature::{Area, Feature, Line, Names, Spot};
use super::geopackage::read_geopackage;
use super::kml::{read_placemarks, unzipped};
use super::layer::Layer;
use super::problem::{TheatreError, TheatreNote};
use super::read::{Held, Plain, read, read_told};
use super::script::readable;
use super::shape::{AreaShape, LineShape, PointShape};
use super::weighed::{weigh_lines, weighed};
use crate::geo::WorldBounds;

/// The endings of the files that can be laid over a map, the usual one first.
pub const OVERLAY_ENDINGS: &[&str] = &["geojson", "json", "gpkg", "kml", "kmz"];

/// The features of a file, each indexed, and simplified by zoom, as those of a
/// theatre are.
#[derive(Debug, Default)]
pub struct Overlay {
    pub areas: Layer<Area<Attributes>>,
    pub lines: Layer<Line<Attributes>>,
    /// One for each point of a feature that has several.
    pub spots: Layer<Spot<Attributes>>,
    /// The names of the tables of the file, where it has any; not all may be read.
    pub tables: Vec<String>,
    /// What was put right or left out.
    pub notes: Vec<TheatreNote>,
    /// Whom the file names as its makers.
    pub(super) attribution: Option<String>,
}

/// A feature of any kind.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'a> {
    Area(&'a Area<Attributes>),
    Line(&'a Line<Attributes>),
    Spot(&'a Spot<Attributes>),
}

/// The properties of a feature that are texts or numbers, as texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attributes(Arc<[(String, String)]>);

impl Attributes {
    fn keys(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(name, _)| name)
    }

    /// Each with its name, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The same, with a box for what no map can write.
    pub fn readable(&self) -> impl Iterator<Item = (&str, &str)> {
        self.iter().map(move |(name, text)| (readable(name), readable(text)))
    }

    pub fn text(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, text)| text.as_str())
    }
}

impl Data for Attributes {
    const HAS_IDS: bool = false;

    fn of(properties: Properties) -> Attributes {
        let text = |(name, value)| Some((name, into_text(value)?));
        Attributes(properties.0.into_iter().filter_map(text).collect())
    }
}

impl Overlay {
    /// Reads the bytes of a file; the ending of its name says what it is: `.gpkg`,
    /// `.kml`, `.kmz`, and GeoJSON for all others. `file` is how errors and notes call
    /// it.
    pub fn of_bytes(file: &str, bytes: &[u8]) -> Result<Overlay, TheatreError> {
        Overlay::of_table(file, None, bytes)
    }

    /// The same with one table of a GeoPackage alone.
    pub fn of_table(
        file: &str,
        table: Option<&str>,
        bytes: &[u8],
    ) -> Result<Overlay, TheatreError> {
        held(file, table, bytes).map(Overlay::of)
    }

    /// How many features there are, of all kinds.
    pub fn count(&self) -> usize {
        self.areas.len() + self.lines.len() + self.spots.len()
    }

    /// The feature of a number, from 0: areas come first, and points last.
    pub fn piece(&self, number: usize) -> Option<Piece<'_>> {
        let Overlay { areas, lines, spots, .. } = self;
        if let Some(area) = areas.features().get(number) {
            return Some(Piece::Area(area));
        }
        let number = number - areas.len();
        if let Some(line) = lines.features().get(number) {
            return Some(Piece::Line(line));
        }
        spots.features().get(number - lines.len()).map(Piece::Spot)
    }

    /// The number of a line among all features, by its place among the lines.
    pub fn number_of_line(&self, place: usize) -> usize {
        self.areas.len() + place
    }

    /// The same of a point.
    pub fn number_of_spot(&self, place: usize) -> usize {
        self.areas.len() + self.lines.len() + place
    }

    /// The properties that the features have, as far as the first of them tell.
    pub fn properties(&self) -> Vec<&str> {
        /// Features of one file are alike.
        const ASKED: usize = 50;
        let areas = self.areas.iter().take(ASKED).map(|it| &it.data);
        let lines = self.lines.iter().take(ASKED).map(|it| &it.data);
        let spots = self.spots.iter().take(ASKED).map(|it| &it.data);
        let mut found = Vec::new();
        for key in areas.chain(lines).chain(spots).flat_map(Attributes::keys) {
            if !found.contains(&key) {
                found.push(key);
            }
        }
        found
    }

    /// Of what a file holds, indexed and weighed: the most part of the work, for which its
    /// bytes need not be there any more.
    pub(super) fn of(held: Held<Attributes>) -> Overlay {
        let Held { tables, parts, notes: of_file } = held;
        let (mut features, mut notes, mut makers) = (Vec::new(), Vec::new(), Vec::new());
        for part in parts {
            features.extend(part.features);
            notes.extend(part.notes.into_list());
            makers.extend(part.attribution);
        }
        notes.extend(of_file);
        weigh_lines(&mut features);
        let (mut areas, mut lines, mut spots) = (Vec::new(), Vec::new(), Vec::new());
        for Plain { names, data, polygons, lines: paths, points, .. } in features {
            let known = Known { names, data };
            areas.extend(AreaShape::new(polygons, Frame::default()).map(|it| known.shaped(it)));
            lines.extend(LineShape::new(paths, Frame::default()).map(|it| known.shaped(it)));
            spots.extend(points.into_iter().map(|place| known.shaped(PointShape(place))));
        }
        Overlay {
            areas: weighed(Layer::new(areas)),
            lines: Layer::new(lines),
            spots: Layer::new(spots),
            tables,
            notes,
            attribution: makers.into_iter().next(),
        }
    }
}

/// What the bytes of a file hold: all of it, or one of its tables.
pub(super) fn held(
    file: &str,
    table: Option<&str>,
    bytes: &[u8],
) -> Result<Held<Attributes>, TheatreError> {
    let kml = |bytes: &[u8]| read_told(file, |reader| read_placemarks(file, bytes, reader));
    let ending = file.rsplit('.').next().unwrap_or_default().to_lowercase();
    let part = match ending.as_str() {
        "gpkg" => return read_geopackage(file, bytes, table),
        "kml" => kml(bytes)?,
        "kmz" => kml(&unzipped(file, bytes)?)?,
        _ => read(file, bytes)?,
    };
    Ok(Held { tables: Vec::new(), parts: vec![part], notes: Vec::new() })
}

impl<'a> Piece<'a> {
    /// What it is called in a language.
    pub fn name(self, lang: &str) -> Option<&'a str> {
        match self {
            Piece::Area(area) => area.name(lang),
            Piece::Line(line) => line.name(lang),
            Piece::Spot(spot) => spot.name(lang),
        }
    }

    pub fn data(self) -> &'a Attributes {
        match self {
            Piece::Area(area) => &area.data,
            Piece::Line(line) => &line.data,
            Piece::Spot(spot) => &spot.data,
        }
    }

    pub fn bounds(self) -> WorldBounds {
        match self {
            Piece::Area(area) => area.bounds(),
            Piece::Line(line) => line.bounds(),
            Piece::Spot(spot) => spot.bounds(),
        }
    }
}

/// What the parts of a feature have in common.
struct Known {
    names: Names,
    data: Attributes,
}

impl Known {
    fn shaped<S>(&self, shape: S) -> Feature<Attributes, S> {
        let Known { names, data } = self;
        Feature { id: String::new(), names: names.clone(), data: data.clone(), shape }
    }
}
