//! A GeoJSON file as a table: its features in rows, their properties in columns.

use std::path::Path;

use serde_json::{Map, Value};

use super::data::{Properties, text_of};
use super::problem::{TheatreError, TheatreNote};
use super::read::read;
use super::whole::MAX_FILE_BYTES;
use crate::disk::read_limited;
use crate::geo::LonLat;

/// The features of a file, whatever it is for.
#[derive(Clone, Debug, PartialEq)]
pub struct FeatureTable {
    /// How errors and notes call the file.
    pub file: String,
    /// Without features that have no geometry; the notes tell of those.
    pub rows: Vec<FeatureRow>,
    pub notes: Vec<TheatreNote>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FeatureRow {
    /// Its number in the file, from 1.
    pub number: usize,
    /// The first point, where it has one.
    pub point: Option<LonLat>,
    pub has_area: bool,
    pub properties: Map<String, Value>,
}

impl FeatureTable {
    /// Reads a GeoJSON file; its bytes as well, for what the table has no room for.
    pub fn open(path: &Path) -> Result<(FeatureTable, Vec<u8>), TheatreError> {
        let bytes = read_limited(path, MAX_FILE_BYTES)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Ok((FeatureTable::read(&name, &bytes)?, bytes))
    }

    /// Reads the bytes of a GeoJSON file.
    pub fn read(file: &str, bytes: &[u8]) -> Result<FeatureTable, TheatreError> {
        let collection = read::<Properties>(file, bytes)?;
        let rows = collection.features.into_iter().map(|plain| FeatureRow {
            number: plain.number,
            point: plain.points.first().copied(),
            has_area: !plain.polygons.is_empty(),
            properties: plain.data.0,
        });
        let rows = rows.collect();
        Ok(FeatureTable { file: file.into(), rows, notes: collection.notes.into_list() })
    }

    /// The names of all properties that have a text or a number somewhere, by name.
    pub fn columns(&self) -> Vec<&str> {
        let properties = self.rows.iter().flat_map(|row| &row.properties);
        let told = properties.filter(|(_, value)| text_of(value).is_some());
        let mut names: Vec<&str> = told.map(|(name, _)| name.as_str()).collect();
        names.sort();
        names.dedup();
        names
    }
}

impl FeatureRow {
    /// A property that says something; a number as its digits.
    pub fn text(&self, property: &str) -> Option<String> {
        text_of(self.properties.get(property)?)
    }
}
