//! Files made of a plan: pictures of the map, tables and map layers.
//!
//! A file shows what the window shows, from the same scene. The same job gives
//! the same bytes.

mod csv;
mod error;
mod founding;
mod geojson;
mod picture;
mod png;
mod svg;
mod tables;

use std::path::Path;
use std::sync::Arc;

use crate::calendar::Moment;
use crate::disk;
use crate::draw::{Furniture, Theme};
use crate::geo::Camera;
use crate::i18n::Lang;
use crate::plan::Plan;
use crate::schedule::{Routes, Schedule, Track};
use crate::theatre::Theatre;

pub use error::{ExportError, ExportFault, error_message};

/// What is to be written. A format uses what it can show.
#[derive(Clone, Copy)]
pub struct Job<'a> {
    pub plan: &'a Arc<Plan>,
    pub schedule: &'a Schedule,
    pub routes: &'a Routes,
    pub theatre: &'a Theatre,
    pub track: Track,
    pub moment: Moment,
    /// None: all of the theatre.
    pub camera: Option<Camera>,
    /// Width and height of a picture in points.
    pub size: (f64, f64),
    /// Pixels to the point.
    pub scale: f32,
    pub theme: Theme,
    pub lang: Lang,
    pub furniture: Furniture,
    /// What a table lists; None: activities.
    pub table: Option<Table>,
}

/// What a table lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Table {
    #[default]
    Activities,
    Movements,
    Tasks,
    Mandate,
    Risks,
    Funds,
}

/// A kind of file.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The ending of its file names, in small letters.
    pub ending: &'static str,
    write: fn(&Job) -> Result<Vec<u8>, ExportFault>,
}

/// All formats, the usual one first. A new one is a new file and a line here and
/// in [`ENDINGS`].
pub const FORMATS: &[Format] = &[
    Format { ending: "png", write: png::write },
    Format { ending: "svg", write: svg::write },
    Format { ending: "csv", write: csv::write },
    Format { ending: "geojson", write: geojson::write },
];

/// The endings of all formats, in their order.
pub const ENDINGS: &[&str] = &["png", "svg", "csv", "geojson"];

impl Format {
    /// The format a file name asks for by its ending; None without a known one.
    pub fn of_path(path: &Path) -> Option<&'static Format> {
        let ending = path.extension()?.to_str()?;
        FORMATS.iter().find(|format| format.ending.eq_ignore_ascii_case(ending))
    }
}

/// Writes a file in the format of its ending. On a fault what was there stays as
/// it was, and nothing else is left.
pub fn to_file(path: &Path, job: &Job) -> Result<(), ExportError> {
    let failed = |fault| ExportError { path: path.into(), fault };
    let format = Format::of_path(path).ok_or_else(|| failed(ExportFault::UnknownEnding))?;
    let bytes = to_bytes(format, job).map_err(failed)?;
    disk::write_atomically(path, &bytes).map_err(|error| failed(ExportFault::Disk(error)))
}

/// The bytes of a file.
pub fn to_bytes(format: &Format, job: &Job) -> Result<Vec<u8>, ExportFault> {
    (format.write)(job)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_its_ending() {
        let endings: Vec<_> = FORMATS.iter().map(|format| format.ending).collect();
        assert_eq!(endings, ENDINGS);
        for (path, expect) in [
            ("map.png", Some("png")),
            ("a.b/Karte.GeoJSON", Some("geojson")),
            ("png", None),
            ("map.pdf", None),
            ("folder.svg/map", None),
        ] {
            let format = Format::of_path(Path::new(path)).map(|format| format.ending);
            assert_eq!(format, expect, "{path}");
        }
    }
}
