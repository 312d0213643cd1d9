//! What can be wrong with the files of a theatre. Words for it come from `i18n`.

use std::fmt;
use std::path::PathBuf;

use crate::disk::{DiskError, DiskFault};

/// Why a theatre cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub enum TheatreError {
    /// No theatre of this name comes with the program.
    NotBundled { name: String },
    /// No file of the folder has the name of a role ([`super::Role::file_names`]).
    NoFiles { folder: PathBuf },
    /// The plan names something on another machine, which is not looked for.
    OnNetwork { path: String },
    /// A file is there and cannot be read.
    Disk(DiskError),
    /// The file is no JSON from this place on; both count from 1.
    BadJson { file: String, line: usize, column: usize },
    /// The file is no XML from this place on; both count from 1.
    BadXml { file: String, line: usize, column: usize },
    /// The file is no KML, or a KMZ without any.
    NotKml { file: String },
    /// The file is no GeoPackage.
    NotGeoPackage { file: String },
    /// A GeoPackage of pictures or tables without places.
    NoFeatureTables { file: String },
    /// A GeoPackage without the table that the plan names.
    NoTable { file: String, table: String },
    /// The database of a GeoPackage, or one of its tables, cannot be read to its end.
    BrokenTable { file: String },
    /// The file is JSON, but its outermost object is no FeatureCollection;
    /// `found` is its `type`, if it has one.
    NotACollection { file: String, found: Option<String> },
    /// The file names a coordinate system other than WGS 84.
    OtherCrs { file: String, crs: String },
    /// A position is no longitude and latitude. `feature` counts from 1.
    OutOfRange { file: String, feature: usize, position: [f64; 2], advice: Advice },
}

/// What would mend positions that are out of range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// They look like metres: reproject the file to WGS 84 (EPSG:4326).
    Reproject,
    /// Latitude stands first: exchange the two numbers.
    SwapAxes,
    /// Longitudes run to 360: cut the file at the 180th meridian and count
    /// western longitudes as negative.
    CutAtAntimeridian,
}

/// Something a file of a theatre has that was put right or left out.
///
/// There is one note for each kind and file, however often it happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TheatreNote {
    pub file: String,
    pub kind: NoteKind,
    /// The first feature concerned, counting from 1.
    pub feature: usize,
    /// How many features are concerned, at least 1.
    pub count: usize,
}

/// What was put right or left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// The list of features is empty; `feature` is 0 here.
    NoFeatures,
    /// An entry of the list is no feature; left out.
    NotAFeature,
    /// There is no geometry, or nothing of it could be used; the feature was left
    /// out.
    NoGeometry,
    /// The geometry is of a kind the layer does not show; it was left out.
    WrongGeometry,
    /// Coordinates have the wrong depth or are no numbers; left out.
    BadCoordinates,
    /// A ring of fewer than three different points was left out.
    ShortRing,
    /// A line of fewer than two different points was left out.
    ShortLine,
    /// A ring whose last point is not its first was closed.
    OpenRing,
    /// A hole that lies outside of its polygon was left out.
    HoleOutside,
    /// What runs over the 180th meridian was cut there.
    Antimeridian,
    /// No name of the feature is in letters the map can write: it shows a box.
    UnreadableName,
    /// A height was dropped.
    Altitude,
    /// Of several points of one feature, all but the first were left out.
    ManyPoints,
    /// There was no id: one was made from the name or the number.
    MissingId,
    /// The id was rewritten in the letters of ids: `[a-z0-9][a-z0-9-]*`.
    RewrittenId,
    /// Another feature has the id: a number was added.
    DuplicateId,
    /// A table of several is in another coordinate system; left out. `feature` is 0
    /// here.
    OtherSystem,
    /// Another program has the file open, and has not written all of it: what it holds
    /// back is missing; `feature` is 0 here.
    OpenElsewhere,
}

impl TheatreError {
    /// Whether a file is not where it was looked for.
    pub fn is_missing_file(&self) -> bool {
        matches!(self, TheatreError::Disk(error) if error.fault == DiskFault::NotFound)
    }

    /// A stable name, by which words and tests find the error.
    pub fn code(&self) -> &'static str {
        match self {
            TheatreError::NotBundled { .. } => "not-bundled",
            TheatreError::NoFiles { .. } => "no-files",
            TheatreError::OnNetwork { .. } => "on-network",
            TheatreError::Disk(error) => error.fault.code(),
            TheatreError::BadJson { .. } => "bad-json",
            TheatreError::BadXml { .. } => "bad-xml",
            TheatreError::NotKml { .. } => "not-kml",
            TheatreError::NotGeoPackage { .. } => "not-geopackage",
            TheatreError::NoFeatureTables { .. } => "no-feature-tables",
            TheatreError::NoTable { .. } => "no-table",
            TheatreError::BrokenTable { .. } => "broken-table",
            TheatreError::NotACollection { .. } => "not-a-collection",
            TheatreError::OtherCrs { .. } => "other-crs",
            TheatreError::OutOfRange { .. } => "out-of-range",
        }
    }
}

/// For logs; what users read comes from [`crate::i18n`].
impl fmt::Display for TheatreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.code())?;
        match self {
            TheatreError::NotBundled { name: text } | TheatreError::OnNetwork { path: text } => {
                f.write_str(text)
            }
            TheatreError::NoFiles { folder } => write!(f, "{}", folder.display()),
            TheatreError::Disk(error) => write!(f, "{}", error.path.display()),
            TheatreError::BadJson { file, line, column }
            | TheatreError::BadXml { file, line, column } => write!(f, "{line}:{column} {file}"),
            TheatreError::NotACollection { file, .. }
            | TheatreError::NoTable { file, .. }
            | TheatreError::NotKml { file }
            | TheatreError::NotGeoPackage { file }
            | TheatreError::NoFeatureTables { file }
            | TheatreError::BrokenTable { file }
            | TheatreError::OtherCrs { file, .. } => f.write_str(file),
            TheatreError::OutOfRange { file, feature, .. } => write!(f, "feature {feature} {file}"),
        }
    }
}

impl std::error::Error for TheatreError {}

impl From<DiskError> for TheatreError {
    fn from(error: DiskError) -> TheatreError {
        TheatreError::Disk(error)
    }
}

/// Gathers the notes on one file.
#[derive(Debug)]
pub(super) struct Notes {
    file: String,
    notes: Vec<TheatreNote>,
    /// The last feature that each note counted.
    counted: Vec<usize>,
}

impl Notes {
    pub(super) fn on(file: &str) -> Notes {
        Notes { file: file.into(), notes: Vec::new(), counted: Vec::new() }
    }

    pub(super) fn file(&self) -> &str {
        &self.file
    }

    pub(super) fn add(&mut self, kind: NoteKind, feature: usize) {
        let Some(i) = self.notes.iter().position(|note| note.kind == kind) else {
            let file = self.file.clone();
            self.notes.push(TheatreNote { file, kind, feature, count: 1 });
            self.counted.push(feature);
            return;
        };
        if self.counted[i] != feature {
            self.counted[i] = feature;
            self.notes[i].count += 1;
        }
    }

    pub(super) fn into_list(self) -> Vec<TheatreNote> {
        self.notes
    }
}
