//! Files made of a plan: pictures of the map, tables and map layers.
//!
//! A file shows what the window shows, from the same scene. The same request
//! gives the same bytes.

mod chapters;
mod csv;
mod error;
mod film;
mod founding;
mod geojson;
mod html;
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

pub use film::FilmOptions;

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
    /// None: all of the theatre.
    pub camera: Option<Camera>,
    /// Width and height of a picture in points.
    pub size: (f64, f64),
    /// Pixels to the point.
    pub scale: f32,
    pub theme: Theme,
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

/// All formats, the usual one first. A new one is a new file and a line here and
/// in [`ENDINGS`].
pub const FORMATS: &[Format] = &[
    Format { ending: "png", write: Writer::File(png::write) },
    Format { ending: "svg", write: Writer::File(svg::write) },
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
pub const ENDINGS: &[&str] =
    &["png", "svg", "mp4", "gif", "apng", "frames", "html", "pptx", "csv", "geojson"];

impl Format {
    /// The format a file name asks for by its ending; None without a known one.
    pub fn of_path(path: &Path) -> Option<&'static Format> {
        let ending = path.extension()?.to_str()?;
        FORMATS.iter().find(|format| format.ending.eq_ignore_ascii_case(ending))
    }
}

/// Writes a file in the format of its ending. On a fault, and when it is cancelled,
/// what was there stays as it was, and nothing else is left.
pub fn to_file(path: &Path, request: &Request, control: &Control) -> Result<(), ExportError> {
    let format = Format::of_path(path).ok_or(ExportFault::UnknownEnding);
    format
        .and_then(|format| write_to(path, format, request, control))
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
                write(request, control, out).map_err(|broken| match broken {
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

    fn request() -> Request {
        let plan = Arc::new(crate::file::bundled_plan().1.plan);
        let theatre = Theatre::world();
        let routes = Arc::new(Routes::of(&plan, &theatre));
        let schedule = Arc::new(Schedule::of(&plan, &routes));
        Request {
            moment: Moment::close_of(plan.horizon().start()),
            plan,
            schedule,
            routes,
            theatre,
            track: Track::Planned,
            camera: None,
            size: (64.0, 64.0),
            scale: 1.0,
            theme: Theme::Light,
            lang: Lang::En,
            furniture: Furniture::ALL,
            problems: None,
            table: None,
            baseline: None,
            film: FilmOptions::default(),
        }
    }

    /// Writes three parts, each after a step.
    fn three_parts(_: &Request, control: &Control, out: &mut dyn Write) -> Result<(), Broken> {
        for part in 0..3 {
            control.step(part, 3)?;
            out.write_all(b"part")?;
            // The test stops it at the step that its name says.
            if part == STOP_AT.with(|stop| stop.get()) {
                control.cancel();
            }
        }
        Ok(control.step(3, 3)?)
    }

    thread_local! {
        static STOP_AT: std::cell::Cell<u64> = const { std::cell::Cell::new(9) };
    }

    #[test]
    fn an_export_that_is_stopped_leaves_what_was_there() {
        let request = request();
        let format = Format { ending: "parts", write: Writer::File(three_parts) };
        for old in [None, Some("old")] {
            for stop in [0, 1, 2, 9] {
                let folder = tempfile::tempdir().unwrap();
                let path = folder.path().join("a.parts");
                if let Some(old) = old {
                    std::fs::write(&path, old).unwrap();
                }
                STOP_AT.set(stop);
                let result = write_to(&path, &format, &request, &Control::unattended());
                let (expect, now) = match stop {
                    9 => (Ok(()), Some("partpartpart")),
                    _ => (Err(ExportFault::Cancelled), old),
                };
                assert_eq!(result, expect, "stopped at {stop}");
                assert_eq!(std::fs::read_to_string(&path).ok().as_deref(), now);
                let files = std::fs::read_dir(folder.path()).unwrap().count();
                assert_eq!(files, usize::from(now.is_some()), "nothing else is left");
            }
        }
    }

    #[test]
    fn a_panic_in_an_exporter_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.parts");
        let (to, request) = (path.clone(), request());
        let job = Job::start(move |control| {
            let write = |_: &Request, _: &Control, out: &mut dyn Write| {
                out.write_all(b"part")?;
                panic!("a bug")
            };
            write_to(
                &to,
                &Format { ending: "parts", write: Writer::File(write) },
                &request,
                control,
            )
        });
        assert_eq!(job.wait(), crate::job::Outcome::Panicked("a bug".into()));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_full_disk_is_named() {
        let format = Format { ending: "parts", write: Writer::File(three_parts) };
        let path = Path::new("/dev/full");
        let result = write_to(path, &format, &request(), &Control::unattended());
        let Err(ExportFault::Disk(error)) = result else { panic!("it was written: {result:?}") };
        assert_eq!(error.fault, disk::DiskFault::Full);
    }
}
