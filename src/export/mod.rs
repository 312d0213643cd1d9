//! Files made of a plan: pictures of the map, tables and map layers.
//!
//! A file shows what the window shows, from the same scene. The same request
//! gives the same bytes.

mod ahead;
mod csv;
mod error;
mod film;
mod form;
mod founding;
mod geojson;
mod html;
mod kinds;
mod pack;
mod pdf;
mod picture;
mod png;
mod pptx;
mod svg;
mod tables;

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use crate::calendar::Moment;
use crate::disk;
use crate::draw::{Furniture, Theme};
use crate::geo::Camera;
use crate::i18n::Lang;
use crate::job::{Control, Job};
use crate::plan::{BaselineId, Plan};
use crate::schedule::{Problems, Routes, Schedule, Track};
use crate::theatre::Theatre;

pub use crate::draw::sheet::{Paper, PaperSize, SIZES};
pub use film::{FilmOptions, Rates, film_of, rates};
pub use form::Form;
pub use kinds::{Ask, KINDS, Kind};

use error::Broken;
pub use error::{ExportError, ExportFault, error_message, panic_message};

/// What is to be written. A format uses what it can show. It shares what it is made
/// from, so that it can be carried out while the plan is edited further.
#[derive(Clone)]
pub struct Request {
    pub plan: Arc<Plan>,
    pub schedule: Arc<Schedule>,
    pub routes: Arc<Routes>,
    pub theatre: Arc<Theatre>,
    pub track: Track,
    pub moment: Moment,
    pub form: Form,
    /// Of a sheet or a pack.
    pub paper: Paper,
    /// Of a picture of the size below; None: all of the theatre.
    pub camera: Option<Camera>,
    /// Width and height of a picture in points.
    pub size: (f64, f64),
    /// Pixels to the point.
    pub scale: f32,
    pub theme: Theme,
    /// The layers of the map that are seen; None: all.
    pub layers: Option<Vec<String>>,
    pub lang: Lang,
    pub furniture: Furniture,
    /// The problems whose marks a picture shows; None: no marks.
    pub problems: Option<Arc<Problems>>,
    /// What a table lists; None: activities.
    pub table: Option<Table>,
    /// What slips are counted from; None: the baseline taken last.
    pub baseline: Option<BaselineId>,
    pub film: FilmOptions,
}

/// What a table lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Table {
    #[default]
    Activities,
    Movements,
    /// How far activities and movements have moved since a baseline.
    Slips,
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
    write: Writer,
}

/// How a format is written.
#[derive(Clone, Copy, Debug)]
enum Writer {
    File(fn(&Request, &Control, &mut dyn Write) -> Result<(), Broken>),
    /// A folder of files.
    Folder(fn(&Path, &Request, &Control) -> Result<(), Broken>),
}

/// All formats, the usual one first. A new one is a new file and a line here, and its
/// ending in a line of [`KINDS`].
pub const FORMATS: &[Format] = &[
    Format { ending: "png", write: Writer::File(png::write) },
    Format { ending: "svg", write: Writer::File(svg::write) },
    Format { ending: "pdf", write: Writer::File(pdf::write) },
    Format { ending: "mp4", write: Writer::File(film::mp4) },
    Format { ending: "gif", write: Writer::File(film::gif) },
    Format { ending: "apng", write: Writer::File(film::apng) },
    Format { ending: "frames", write: Writer::Folder(film::sequence) },
    Format { ending: "html", write: Writer::File(html::write) },
    Format { ending: "pptx", write: Writer::File(pptx::write) },
    Format { ending: "csv", write: Writer::File(csv::write) },
    Format { ending: "geojson", write: Writer::File(geojson::write) },
];

/// The endings of all formats, in their order.
pub const ENDINGS: &[&str] = &{
    let mut endings = [""; FORMATS.len()];
    let mut i = 0;
    // In a constant there are no iterators.
    while i < FORMATS.len() {
        endings[i] = FORMATS[i].ending;
        i += 1;
    }
    endings
};

impl Table {
    pub const ALL: [Table; 7] = [
        Table::Activities,
        Table::Movements,
        Table::Slips,
        Table::Tasks,
        Table::Mandate,
        Table::Risks,
        Table::Funds,
    ];

    pub fn as_word(self) -> &'static str {
        match self {
            Table::Activities => "activities",
            Table::Movements => "movements",
            Table::Slips => "slips",
            Table::Tasks => "tasks",
            Table::Mandate => "mandate",
            Table::Risks => "risks",
            Table::Funds => "funds",
        }
    }
}

impl Format {
    /// The format a file name asks for by its ending; None without a known one.
    pub fn of_path(path: &Path) -> Option<&'static Format> {
        let ending = path.extension()?.to_str()?;
        FORMATS.iter().find(|format| format.ending.eq_ignore_ascii_case(ending))
    }
}

/// Width and height in pixels of the picture or film a request asks for in a format;
/// a fault where the format cannot be as large.
pub fn pixels(request: &Request, ending: &str) -> Result<[u32; 2], ExportFault> {
    if ending == "mp4" { film::even_size(request) } else { png::check_size(request) }
}

/// Writes a file in the format of its ending. On a fault, and when it is cancelled,
/// what was there stays as it was, and nothing else is left.
pub fn to_file(path: &Path, request: &Request, control: &Control) -> Result<(), ExportError> {
    let format = Format::of_path(path).ok_or(ExportFault::UnknownEnding);
    format
        .and_then(|format| {
            form::check(request, format)?;
            write_to(path, format, request, control)
        })
        .map_err(|fault| ExportError { path: path.into(), fault })
}

fn write_to(
    path: &Path,
    format: &Format,
    request: &Request,
    control: &Control,
) -> Result<(), ExportFault> {
    match format.write {
        Writer::Folder(write) => write(path, request, control).map_err(|broken| match broken {
            Broken::Making(fault) => fault,
            Broken::Writing(error) => ExportFault::Other { message: error.to_string() },
        }),
        Writer::File(write) => {
            let mut fault = None;
            let written = disk::write_atomically_with(path, |out| {
                // What is made in one go hears at its end that it shall stop.
                let made = write(request, control, out).and_then(|()| Ok(control.go_on()?));
                made.map_err(|broken| match broken {
                    Broken::Writing(error) => error,
                    Broken::Making(making) => {
                        fault = Some(making);
                        io::ErrorKind::Other.into()
                    }
                })
            });
            match fault {
                Some(fault) => Err(fault),
                None => written.map_err(ExportFault::Disk),
            }
        }
    }
}

/// Writes a file on a thread of its own.
pub fn start(path: &Path, request: Request) -> Job<Result<(), ExportError>> {
    let path = path.to_owned();
    Job::start(move |control| to_file(&path, &request, control))
}

#[cfg(test)]
mod tests;
