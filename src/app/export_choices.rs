//! What a person chose for an export, and the request that makes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::view::View;
use crate::calendar::{DateSpan, Day, Moment};
use crate::draw::{Furniture, Theme};
use crate::export::{Ask, FilmOptions, Format, KINDS, Kind, Paper, Request, Table, rates};
use crate::film::{Script, camera_in};
use crate::geo::Camera;
use crate::i18n::Lang;
use crate::plan::PhaseId;
use crate::schedule::Track;

/// Kept for the sitting, so that the next export begins where the last one was.
#[derive(Clone)]
pub struct ExportChoices {
    pub kind: &'static Kind,
    /// The format, by its ending: one of those of the kind.
    pub ending: &'static str,
    /// None: the moment the playhead stands at.
    pub day: Option<Day>,
    /// All of the theatre, rather than what the window shows of it.
    pub whole: bool,
    pub track: Track,
    pub lang: Lang,
    pub theme: Theme,
    pub problems: bool,
    pub furniture: Furniture,
    pub size: PictureSize,
    /// Pixels to the point.
    pub scale: f32,
    pub table: Table,
    pub paper: Paper,
    pub film: FilmChoices,
}

/// How large a picture is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PictureSize {
    /// As large as the map in the window.
    Window,
    /// Width and height in points.
    Points(u32, u32),
}

#[derive(Clone)]
pub struct FilmChoices {
    pub days: FilmDays,
    /// None: what suits the format.
    pub frames_per_second: Option<u32>,
    pub days_per_second: f64,
}

/// Which days a film shows.
#[derive(Clone, Debug, PartialEq)]
pub enum FilmDays {
    Chapters,
    /// All days of the plan.
    Horizon,
    /// Those that are played again and again.
    Loop,
    Phase(PhaseId),
    Typed(Day, Day),
}

/// What the window shows of the map: its camera and its size in points.
#[derive(Clone, Copy)]
pub struct Shown {
    pub camera: Option<Camera>,
    pub size: (f64, f64),
}

/// A size by its name: width and height in points, and pixels to the point.
pub struct Preset {
    /// The message `export-size-WORD`.
    pub word: &'static str,
    pub size: PictureSize,
    pub scale: f32,
}

/// Screens are counted in pixels, paper in points of 1/72 of an inch.
pub const PRESETS: &[Preset] = &[
    Preset { word: "hd", size: PictureSize::Points(1280, 720), scale: 1.0 },
    Preset { word: "full-hd", size: PictureSize::Points(1920, 1080), scale: 1.0 },
    Preset { word: "4k", size: PictureSize::Points(1920, 1080), scale: 2.0 },
    Preset { word: "a4", size: PictureSize::Points(842, 595), scale: 2.0 },
    Preset { word: "window", size: PictureSize::Window, scale: 2.0 },
];

impl ExportChoices {
    /// The first ones of a sitting: a picture of what the window shows.
    pub fn beginning(view: &View, theme: Theme) -> ExportChoices {
        ExportChoices {
            kind: &KINDS[0],
            ending: KINDS[0].endings[0],
            day: None,
            whole: false,
            track: view.track,
            lang: view.words.lang(),
            theme,
            problems: false,
            furniture: Furniture::ALL,
            size: PictureSize::Points(1920, 1080),
            scale: 1.0,
            table: Table::Activities,
            paper: Paper::default(),
            film: FilmChoices {
                days: FilmDays::Horizon,
                frames_per_second: None,
                days_per_second: view.state.playback.speed(),
            },
        }
    }

    /// Adopts the format of a path, where it has the ending of one.
    pub fn follow(&mut self, path: &Path) {
        let Some(ending) = Format::of_path(path).map(|format| format.ending) else { return };
        if !self.kind.endings.contains(&ending)
            && let Some(kind) = Kind::of_ending(ending)
        {
            self.kind = kind;
        }
        if self.kind.endings.contains(&ending) {
            self.ending = ending;
        }
    }

    /// A path with the ending of the format: in the place of that of another one, or
    /// after the name.
    pub fn with_ending(&self, path: &Path) -> PathBuf {
        match Format::of_path(path) {
            Some(format) if format.ending == self.ending => return path.to_owned(),
            Some(_) => return path.with_extension(self.ending),
            None => {}
        }
        let mut name = path.as_os_str().to_owned();
        name.push(".");
        name.push(self.ending);
        name.into()
    }

    /// Width and height in points.
    pub fn points(&self, shown: Shown) -> (f64, f64) {
        match self.size {
            PictureSize::Window => shown.size,
            PictureSize::Points(width, height) => (width.into(), height.into()),
        }
    }

    /// What is to be written. The marks of problems are for whoever carries it out:
    /// those of a track that is not shown have yet to be worked out.
    pub fn request(&self, view: &View, shown: Shown) -> Request {
        // What this kind does not ask was chosen for an earlier export, of another one.
        let asks = |ask| self.kind.asks(ask);
        let size = self.points(shown);
        let camera = shown.camera.filter(|_| !self.whole && asks(Ask::View));
        let day = self.day.filter(|_| asks(Ask::Moment));
        let furniture = if asks(Ask::Furniture) { self.furniture } else { Furniture::ALL };
        let script = if asks(Ask::Film) { self.film.script(view) } else { Script::Chapters };
        Request {
            plan: view.plan.clone(),
            schedule: Arc::clone(view.schedule),
            routes: Arc::clone(view.routes),
            theatre: Arc::clone(view.theatre),
            track: self.track,
            moment: day.map_or(view.moment, Moment::close_of),
            camera: camera.map(|camera| camera_in(camera, shown.size, size)),
            size,
            scale: self.scale,
            form: self.kind.form,
            paper: self.paper,
            theme: self.theme,
            layers: None,
            lang: self.lang,
            furniture,
            problems: None,
            table: Some(self.table),
            baseline: None,
            film: FilmOptions {
                script,
                frames_per_second: self.frames_per_second(),
                days_per_second: self.film.days_per_second,
            },
        }
    }

    /// As many as were asked for, where the format can have them.
    fn frames_per_second(&self) -> Option<u32> {
        let most = rates(self.ending)?.most;
        self.film.frames_per_second.map(|rate| rate.min(most))
    }
}

impl FilmChoices {
    fn script(&self, view: &View) -> Script {
        match &self.days {
            FilmDays::Chapters => Script::Chapters,
            days => Script::Span(days.span(view).unwrap_or(view.horizon)),
        }
    }
}

impl FilmDays {
    /// The days, first to last; None for chapters, and for a phase that is gone or
    /// open at an end.
    pub fn span(&self, view: &View) -> Option<DateSpan> {
        match self {
            FilmDays::Chapters => None,
            FilmDays::Horizon => Some(view.horizon),
            FilmDays::Loop => Some(view.state.playback.loop_range()),
            FilmDays::Phase(id) => {
                let phase = view.plan.phases().iter().find(|phase| phase.id == *id)?;
                phase.span.closed()
            }
            FilmDays::Typed(from, until) => DateSpan::new(*from, *until),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices(ending: &'static str) -> ExportChoices {
        ExportChoices {
            kind: Kind::of_ending(ending).unwrap(),
            ending,
            day: None,
            whole: false,
            track: Track::Planned,
            lang: Lang::Fr,
            theme: Theme::Light,
            problems: false,
            furniture: Furniture::ALL,
            size: PictureSize::Window,
            scale: 1.0,
            table: Table::Activities,
            paper: Paper::default(),
            film: FilmChoices {
                days: FilmDays::Horizon,
                frames_per_second: None,
                days_per_second: 5.0,
            },
        }
    }

    #[test]
    fn the_ending_follows_the_format() {
        for (ending, path, expect) in [
            ("mp4", "a/plan.png", "a/plan.mp4"),
            ("mp4", "a/plan.MP4", "a/plan.MP4"),
            ("mp4", "a/plan", "a/plan.mp4"),
            ("mp4", "plan v1.2", "plan v1.2.mp4"),
            ("csv", "2023.12.31.svg", "2023.12.31.csv"),
        ] {
            let path = choices(ending).with_ending(Path::new(path));
            assert_eq!(path, Path::new(expect));
        }
    }

    #[test]
    fn a_typed_path_chooses_the_format() {
        for (path, expect) in [
            ("a.gif", ("film", "gif")),
            ("a.csv", ("table", "csv")),
            ("a.SVG", ("picture", "svg")),
            // No format: all stays as it was.
            ("a.bmp", ("picture", "png")),
            ("a", ("picture", "png")),
        ] {
            let mut choices = choices("png");
            choices.follow(Path::new(path));
            assert_eq!((choices.kind.word, choices.ending), expect, "{path}");
        }
    }

    #[test]
    fn a_format_has_no_more_frames_than_it_can() {
        let mut choices = choices("gif");
        choices.film.frames_per_second = Some(60);
        assert_eq!(choices.frames_per_second(), Some(50));
        choices.ending = "mp4";
        assert_eq!(choices.frames_per_second(), Some(60));
    }
}
