//! One GeoJSON file -> features, with everything wrong about it put right, noted
//! or refused.

use serde::de::DeserializeSeed;
use serde_json::Value;

use super::data::{Data, Properties, text_of};
use super::detail::Path;
use super::feature::Names;
use super::ids::{Ids, Wanted};
use super::json::{Listener, RawCollection, RawFeature, ReadCollection};
use super::parts::{OutOfRange, Parts};
use super::problem::{NoteKind, Notes, TheatreError, TheatreNote};
use super::quick::Cursor;
use super::split;
use crate::geo::{LonLat, WorldBounds, WorldPoint};

/// What a file holds.
#[derive(Debug)]
pub(super) struct Collection<D> {
    pub features: Vec<Plain<D>>,
    /// The rectangle the file says it covers.
    pub bbox: Option<WorldBounds>,
    /// Whom the file names as its makers.
    pub attribution: Option<String>,
    pub notes: Notes,
}

/// What a file holds that may have several tables.
pub(super) struct Held<D> {
    /// The names of its tables of features; none where its format has no tables.
    pub tables: Vec<String>,
    /// The features of those that were asked for, each table with notes of its own.
    pub parts: Vec<Collection<D>>,
    /// What is to be told of the file as a whole.
    pub notes: Vec<TheatreNote>,
}

/// A feature of any kind. At least one of its three lists is not empty.
#[derive(Debug)]
pub(super) struct Plain<D> {
    /// Its number in the file, from 1.
    pub number: usize,
    /// Empty where [`Data::HAS_IDS`] is not.
    pub id: String,
    pub names: Names,
    pub data: D,
    /// Lists of rings, the outer one first; never empty.
    pub polygons: Vec<Vec<Path>>,
    pub lines: Vec<Path>,
    pub points: Vec<LonLat>,
}

/// An entry of the list of features: all that can be said of it without those before.
enum Entry<D> {
    NotAFeature,
    /// Without anything to show.
    Nowhere(Vec<NoteKind>),
    Feature(Box<Draft<D>>),
    OutOfRange(OutOfRange),
}

/// A feature that has neither number nor id yet.
struct Draft<D> {
    /// None where [`Data::HAS_IDS`] is not.
    wanted: Option<Wanted>,
    names: Names,
    data: D,
    parts: Parts,
}

/// Reads the bytes of a file; `file` is how errors and notes call it.
pub(super) fn read<D: Data>(file: &str, bytes: &[u8]) -> Result<Collection<D>, TheatreError> {
    let json = crate::disk::without_mark(bytes);
    let mut reader = Reader::of(file);
    let raw = Cursor::at(json, 0).collection(|cursor| {
        let entries = split::features(cursor, Entry::of)?;
        let count = entries.len();
        (1..).zip(entries).for_each(|(number, entry)| reader.take(number, entry));
        Some(count)
    });
    if let Some(raw) = raw {
        return reader.finish(raw);
    }
    // Something is wrong with the JSON, or it is not as that expects.
    reader = Reader::of(file);
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let raw = ReadCollection(&mut reader).deserialize(&mut deserializer);
    let raw = raw.and_then(|raw| deserializer.end().map(|()| raw));
    reader.finish(raw.map_err(|error| bad_json(file, &error))?)
}

/// Reads features that are told one by one, with the checks that hold for GeoJSON;
/// `tell` returns how many there were.
pub(super) fn read_told<D: Data>(
    file: &str,
    tell: impl FnOnce(&mut Reader<D>) -> Result<usize, TheatreError>,
) -> Result<Collection<D>, TheatreError> {
    let mut reader = Reader::of(file);
    let count = tell(&mut reader)?;
    let kind = Some("FeatureCollection".to_owned());
    reader.finish(RawCollection { kind, features: Some(count), ..RawCollection::default() })
}

/// Reads JSON that is already there, as in a plan.
pub(super) fn read_value<D: Data>(
    file: &str,
    value: &Value,
) -> Result<Collection<D>, TheatreError> {
    let mut reader = Reader::of(file);
    let raw = ReadCollection(&mut reader).deserialize(value);
    reader.finish(raw.map_err(|error| bad_json(file, &error))?)
}

fn bad_json(file: &str, error: &serde_json::Error) -> TheatreError {
    TheatreError::BadJson {
        file: file.into(),
        line: error.line().max(1),
        column: error.column().max(1),
    }
}

/// Makes features of what it hears.
pub(super) struct Reader<D> {
    features: Vec<Plain<D>>,
    ids: Ids,
    notes: Notes,
    /// The first fault for which the whole file is refused. Told after what else
    /// is wrong with the file as a whole, which only its end may say.
    fault: Option<TheatreError>,
}

impl<D: Data> Listener for Reader<D> {
    fn hear(&mut self, number: usize, feature: Option<RawFeature>) {
        if self.fault.is_none() {
            self.take(number, Entry::of(feature));
        }
    }
}

impl<D: Data> Entry<D> {
    fn of(feature: Option<RawFeature>) -> Entry<D> {
        let is_feature = |feature: &RawFeature| feature.kind.as_deref() == Some("Feature");
        let Some(feature) = feature.filter(is_feature) else { return Entry::NotAFeature };
        let properties = Properties(feature.properties);
        let names = Names {
            fallback: properties.text("name"),
            fr: properties.text("name_fr"),
            en: properties.text("name_en"),
        };
        let mut parts = Parts::default();
        let added = feature.geometry.map_or(Ok(()), |geometry| parts.add(geometry));
        if let Err(fault) = added {
            return Entry::OutOfRange(fault);
        }
        if parts.is_empty() {
            parts.notes.push(NoteKind::NoGeometry);
            return Entry::Nowhere(parts.notes);
        }
        if names.is_unreadable() {
            parts.notes.push(NoteKind::UnreadableName);
        }
        let wanted = D::HAS_IDS.then(|| {
            let given = text_of(&feature.id).or_else(|| properties.text("id"));
            Wanted::of(given.as_deref(), names.any("en"))
        });
        Entry::Feature(Box::new(Draft { wanted, names, data: D::of(properties), parts }))
    }
}

impl<D: Data> Reader<D> {
    fn of(file: &str) -> Reader<D> {
        Reader {
            features: Vec::new(),
            ids: Ids::of_file(file),
            notes: Notes::on(file),
            fault: None,
        }
    }

    fn finish(mut self, raw: RawCollection) -> Result<Collection<D>, TheatreError> {
        let file = self.notes.file().to_owned();
        let count = match raw.features {
            Some(count) if raw.kind.as_deref() == Some("FeatureCollection") => count,
            _ => return Err(TheatreError::NotACollection { file, found: raw.kind }),
        };
        if let Some(crs) = other_crs(&raw.crs) {
            return Err(TheatreError::OtherCrs { file, crs });
        }
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        if count == 0 {
            self.notes.add(NoteKind::NoFeatures, 0);
        }
        let bbox = raw.bbox.and_then(|bbox| bounds_of(&bbox));
        let (features, notes) = (self.features, self.notes);
        Ok(Collection { features, bbox, attribution: raw.attribution, notes })
    }

    /// The next entry of the list, with its number.
    fn take(&mut self, number: usize, entry: Entry<D>) {
        if self.fault.is_some() {
            return;
        }
        match entry {
            Entry::NotAFeature => self.notes.add(NoteKind::NotAFeature, number),
            Entry::Nowhere(notes) => self.note(notes, number),
            Entry::Feature(draft) => {
                let Draft { wanted, names, data, parts } = *draft;
                let Parts { notes, polygons, lines, points } = parts;
                self.note(notes, number);
                let id = wanted.map(|wanted| self.ids.make(wanted, number, &mut self.notes));
                let id = id.unwrap_or_default();
                self.features.push(Plain { number, id, names, data, polygons, lines, points });
            }
            Entry::OutOfRange(OutOfRange { position, advice }) => {
                let file = self.notes.file().into();
                let fault = TheatreError::OutOfRange { file, feature: number, position, advice };
                self.fault = Some(fault);
            }
        }
    }

    fn note(&mut self, kinds: Vec<NoteKind>, number: usize) {
        kinds.into_iter().for_each(|kind| self.notes.add(kind, number));
    }
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
