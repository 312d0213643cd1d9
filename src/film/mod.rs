//! Films of a plan: which moment and which part of the map each frame shows.
//!
//! One source for the presenter, films and slides. Frames are counted from 0 and
//! depend on nothing but what the film was made from.

#![deny(clippy::disallowed_methods)]

mod flight;
mod phases;
mod show;
mod stage;
mod told;

use crate::calendar::{DateSpan, Moment};
use crate::geo::Camera;
use crate::plan::{Chapter, ChapterId, Plan};

pub use flight::Flight;
pub use phases::chapters_of_phases;
pub use show::{Cover, Show, Step};
pub use stage::{STAGE, camera_for, camera_in, camera_of};
pub use told::{Told, told};

/// How long the first and the last picture stand, in seconds.
const STILL_SECONDS: f64 = 1.0;
/// How long a chapter of a single moment stands, in seconds.
const MOMENT_SECONDS: f64 = 3.0;

/// How fast a film runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// At least 1.
    pub frames_per_second: u32,
    /// Days of the plan in a second of the film; more than 0.
    pub days_per_second: f64,
}

/// What a film shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Script {
    /// These days, from the close of the first to the close of the last.
    Span(DateSpan),
    /// The chapters of the plan, in their order.
    Chapters,
}

/// What a frame shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    pub moment: Moment,
    pub camera: Camera,
    /// The chapter it belongs to, also while the camera is on its way there.
    pub chapter: Option<ChapterId>,
}

/// A part of a film: a camera and the days that pass before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shot {
    pub first: Moment,
    pub last: Moment,
    pub camera: Camera,
    pub chapter: Option<ChapterId>,
}

/// A film, ready to be asked for its frames.
#[derive(Clone, Debug, PartialEq)]
pub struct Film {
    parts: Vec<Part>,
    frames_per_second: u32,
    frames: u64,
}

#[derive(Clone, Debug, PartialEq)]
struct Part {
    shot: Shot,
    flight: Option<Flight>,
    /// When it begins, in seconds of the film.
    begins: f64,
    flight_seconds: f64,
    still_before: f64,
    play_seconds: f64,
}

impl Shot {
    /// A chapter for a view of `size` points in which `whole` shows all.
    pub fn of_chapter(chapter: &Chapter, whole: Camera, size: (f64, f64), start: Moment) -> Shot {
        let first = chapter.moment.map_or(start, Moment::close_of);
        let last = chapter.until.map_or(first, Moment::close_of);
        let camera = chapter.camera.as_ref().map(|camera| camera_for(camera, size));
        Shot {
            first,
            last: if last < first { first } else { last },
            camera: camera.unwrap_or(whole),
            chapter: Some(chapter.id.clone()),
        }
    }
}

impl Film {
    /// A film for pictures of `size` points; `whole` shows all of the theatre there.
    pub fn of(plan: &Plan, script: &Script, pace: Pace, whole: Camera, size: (f64, f64)) -> Film {
        let shots = match script {
            Script::Span(days) => vec![Shot {
                first: Moment::close_of(days.start()),
                last: Moment::close_of(days.end()),
                camera: whole,
                chapter: None,
            }],
            Script::Chapters => {
                let start = Moment::close_of(plan.horizon().start());
                let chapters = plan.chapters().iter();
                chapters.map(|chapter| Shot::of_chapter(chapter, whole, size, start)).collect()
            }
        };
        Film::of_shots(shots, pace, size)
    }

    fn of_shots(shots: Vec<Shot>, pace: Pace, size: (f64, f64)) -> Film {
        let mut parts: Vec<Part> = Vec::with_capacity(shots.len());
        let (mut begins, count) = (0.0, shots.len());
        for (i, shot) in shots.into_iter().enumerate() {
            let before = parts.last().map(|part| part.shot.camera);
            let flight = before
                .filter(|before| *before != shot.camera)
                .map(|before| Flight::between(before, shot.camera, size.0.max(size.1)));
            let flight_seconds = flight.as_ref().map_or(0.0, Flight::seconds);
            let days = shot.last.days() - shot.first.days();
            let play_seconds =
                if days > 0.0 { days / pace.days_per_second } else { MOMENT_SECONDS };
            let still_before = if i == 0 && days > 0.0 { STILL_SECONDS } else { 0.0 };
            let still_after = if i + 1 == count && days > 0.0 { STILL_SECONDS } else { 0.0 };
            let part = Part { shot, flight, begins, flight_seconds, still_before, play_seconds };
            begins += flight_seconds + still_before + play_seconds + still_after;
            parts.push(part);
        }
        let rate = pace.frames_per_second.max(1);
        // Half a frame more or less is no frame.
        let frames = (begins * f64::from(rate)).round() as u64;
        Film { parts, frames_per_second: rate, frames: frames.max(u64::from(count > 0)) }
    }

    /// How many frames there are; none only where there is no chapter.
    pub fn frames(&self) -> u64 {
        self.frames
    }

    pub fn frames_per_second(&self) -> u32 {
        self.frames_per_second
    }

    /// What a frame shows; a number beyond the last one shows the last.
    pub fn frame(&self, number: u64) -> Option<Frame> {
        let number = number.min(self.frames.checked_sub(1)?);
        // The last frame is the end itself: the close of the last day is seen.
        let seconds = number as f64 / f64::from(self.frames_per_second);
        let after = self.parts.partition_point(|part| part.begins <= seconds);
        let part = self.parts.get(after.saturating_sub(1))?;
        Some(part.at(seconds - part.begins))
    }
}

impl Part {
    fn at(&self, seconds: f64) -> Frame {
        let Shot { first, last, camera, ref chapter } = self.shot;
        let camera = match &self.flight {
            Some(flight) if seconds < self.flight_seconds => flight.after(seconds),
            _ => camera,
        };
        let played = seconds - self.flight_seconds - self.still_before;
        let share = (played / self.play_seconds).clamp(0.0, 1.0);
        let moment = match share {
            0.0 => first,
            1.0 => last,
            share => first.plus(share * (last.days() - first.days())),
        };
        Frame { moment, camera, chapter: chapter.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;
    use crate::geo::LonLat;

    fn moment(text: &str) -> Moment {
        Moment::close_of(text.parse::<Day>().unwrap())
    }

    fn camera(lon: f64, zoom: f64) -> Camera {
        Camera::new(LonLat::new(lon, 17.0).unwrap(), zoom)
    }

    fn shot(first: &str, last: &str, camera: Camera) -> Shot {
        Shot { first: moment(first), last: moment(last), camera, chapter: None }
    }

    const PACE: Pace = Pace { frames_per_second: 10, days_per_second: 5.0 };
    const SIZE: (f64, f64) = (1280.0, 720.0);

    #[test]
    fn a_span_plays_from_the_close_of_its_first_day_to_that_of_its_last() {
        let film =
            Film::of_shots(vec![shot("2023-07-01", "2023-07-11", camera(0.0, 5.0))], PACE, SIZE);
        // A second still, ten days in two seconds, a second still.
        assert_eq!(film.frames(), 40);
        for (frame, expect) in [
            (0, "2023-07-01"),
            (10, "2023-07-01"),
            (12, "2023-07-02"),
            (20, "2023-07-06"),
            (30, "2023-07-11"),
            (39, "2023-07-11"),
            (900, "2023-07-11"),
        ] {
            assert_eq!(film.frame(frame).unwrap().moment, moment(expect), "frame {frame}");
        }
        assert_eq!(film.frame(11).unwrap().moment, moment("2023-07-01").plus(0.5));
    }

    #[test]
    fn the_camera_travels_before_the_days_go_on() {
        let (here, there) = (camera(-3.0, 5.0), camera(1.5, 8.0));
        let shots = vec![
            shot("2023-07-01", "2023-07-06", here),
            shot("2023-09-01", "2023-09-01", there),
            shot("2023-09-01", "2023-09-11", there),
        ];
        let film = Film::of_shots(shots, PACE, SIZE);
        let frames: Vec<Frame> = (0..film.frames()).map(|k| film.frame(k).unwrap()).collect();
        assert_eq!((frames[0].camera, frames[frames.len() - 1].camera), (here, there));
        let on_the_way =
            frames.iter().filter(|f| f.camera != here && f.camera != there).collect::<Vec<_>>();
        assert!((5..=20).contains(&on_the_way.len()), "{}", on_the_way.len());
        assert!(on_the_way.iter().all(|frame| frame.moment == moment("2023-09-01")));
        // A moment stands for three seconds, and no camera moves between the last two.
        let standing = frames.iter().filter(|f| f.moment == moment("2023-09-01")).count();
        assert!(standing >= 30 + on_the_way.len());
        assert_eq!(frames.last().unwrap().moment, moment("2023-09-11"));
    }

    #[test]
    fn a_film_without_shots_has_no_frames() {
        let film = Film::of_shots(Vec::new(), PACE, SIZE);
        assert_eq!((film.frames(), film.frame(0)), (0, None));
    }
}
