//! A presentation: which chapter, moment and camera it shows after what its speaker
//! asked for.

use super::{Flight, Frame, STAGE, Shot};
use crate::calendar::Moment;
use crate::geo::Camera;

/// A wish of whoever presents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Next,
    Back,
    First,
    Last,
    /// To a chapter, counted from 0.
    To(usize),
    /// A digit of the number of a chapter, counted from 1.
    Digit(u8),
    /// To the chapter whose number was typed or that is chosen; else to the next.
    Enter,
    /// Covers the picture, or shows it again.
    Cover(Cover),
    /// Plays the days of the chapter, or holds them.
    Play,
    /// Shows all chapters, or the one again.
    Overview,
    /// So many chapters on among all of them.
    Choose(isize),
    /// Back from all chapters to the one, or out of the presentation.
    Leave,
}

/// What stands in place of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    Black,
    White,
}

/// A presentation under way. It has at least one chapter. Cameras are for the stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Show {
    shots: Vec<Shot>,
    at: usize,
    moment: Moment,
    is_playing: bool,
    /// The way of the camera to this chapter, and the seconds it has been on it.
    flight: Option<(Flight, f64)>,
    /// Whether cameras travel at all.
    flies: bool,
    cover: Option<Cover>,
    typed: Option<usize>,
    chosen: Option<usize>,
    is_over: bool,
}

/// More digits than this are no number of a chapter.
const MOST_TYPED: usize = 9_999;

impl Show {
    /// A presentation that begins with the chapter `at`. `flies`: cameras travel from
    /// one chapter to the next. None without chapters.
    pub fn of(shots: Vec<Shot>, at: usize, flies: bool) -> Option<Show> {
        let at = at.min(shots.len().checked_sub(1)?);
        Some(Show {
            moment: shots[at].first,
            shots,
            at,
            is_playing: false,
            flight: None,
            flies,
            cover: None,
            typed: None,
            chosen: None,
            is_over: false,
        })
    }

    /// What the picture shows.
    pub fn frame(&self) -> Frame {
        let shot = self.shot();
        Frame { moment: self.moment, camera: self.camera(), chapter: shot.chapter.clone() }
    }

    fn camera(&self) -> Camera {
        match &self.flight {
            Some((flight, seconds)) => flight.after(*seconds),
            None => self.shot().camera,
        }
    }

    fn shot(&self) -> &Shot {
        &self.shots[self.at]
    }

    /// The chapter that is shown, counted from 0.
    pub fn at(&self) -> usize {
        self.at
    }

    /// How many chapters there are.
    pub fn count(&self) -> usize {
        self.shots.len()
    }

    pub fn cover(&self) -> Option<Cover> {
        self.cover
    }

    /// The number that is being typed.
    pub fn typed(&self) -> Option<usize> {
        self.typed
    }

    /// The chapter that is chosen among all, while all are shown.
    pub fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    pub fn is_playing(&self) -> bool {
        self.is_playing
    }

    /// Whether something moves by itself: camera or days.
    pub fn is_moving(&self) -> bool {
        self.is_playing || self.flight.is_some()
    }

    pub fn is_over(&self) -> bool {
        self.is_over
    }

    pub fn step(&mut self, step: Step) {
        let typed = self.typed.take();
        match step {
            Step::Digit(digit) => {
                let number = typed.unwrap_or(0) * 10 + usize::from(digit);
                self.typed = (1..=MOST_TYPED).contains(&number).then_some(number);
            }
            Step::Enter => self.enter(typed),
            Step::To(chapter) => self.go_to(chapter),
            Step::First => self.go_to(0),
            Step::Last => self.go_to(self.count() - 1),
            Step::Choose(by) => self.choose(by),
            // A digit is taken back before a chapter is.
            Step::Back if typed.is_some_and(|number| number > 9) => {
                self.typed = typed.map(|number| number / 10);
            }
            Step::Back if typed.is_some() => {}
            Step::Next | Step::Back if self.chosen.is_some() => {
                self.choose(if step == Step::Next { 1 } else { -1 });
            }
            // Whoever covered the picture wants to see it before it goes on.
            Step::Next | Step::Back | Step::Play if self.cover.is_some() => self.cover = None,
            Step::Next => self.go_to(self.at + 1),
            Step::Back => self.go_to(self.at.saturating_sub(1)),
            Step::Play => self.play(),
            Step::Cover(cover) => {
                self.cover = (self.cover != Some(cover)).then_some(cover);
                self.hold();
            }
            Step::Overview => {
                self.chosen = if self.chosen.is_some() { None } else { Some(self.at) };
                self.cover = None;
                self.hold();
            }
            Step::Leave => match self.chosen {
                Some(_) => self.chosen = None,
                None => self.is_over = true,
            },
        }
    }

    fn enter(&mut self, typed: Option<usize>) {
        match typed.map(|number| number - 1).or(self.chosen) {
            Some(chapter) => self.go_to(chapter),
            None => self.step(Step::Next),
        }
    }

    fn choose(&mut self, by: isize) {
        if let Some(chosen) = &mut self.chosen {
            let last = self.shots.len() - 1;
            *chosen = chosen.saturating_add_signed(by).min(last);
        }
    }

    /// To the beginning of a chapter; one that is not there changes nothing.
    fn go_to(&mut self, chapter: usize) {
        let Some(shot) = self.shots.get(chapter) else { return };
        let before = self.camera();
        let flies = self.flies && before != shot.camera;
        let side = STAGE.0.max(STAGE.1);
        self.flight = flies.then(|| (Flight::between(before, shot.camera, side), 0.0));
        self.moment = shot.first;
        self.at = chapter;
        (self.is_playing, self.cover, self.chosen) = (false, None, None);
    }

    /// Plays to the end of the chapter; at its end once more from the beginning.
    fn play(&mut self) {
        if self.is_playing {
            return self.hold();
        }
        let (first, last) = (self.shot().first, self.shot().last);
        self.is_playing = first < last;
        if self.moment >= last {
            self.moment = first;
        }
    }

    /// Holds at the close of the day.
    fn hold(&mut self) {
        if std::mem::take(&mut self.is_playing) {
            let close = Moment::close_of(self.moment.day());
            self.moment = if close < self.shot().last { close } else { self.shot().last };
        }
    }

    /// Lets time pass. The camera travels before the days go on.
    pub fn advance(&mut self, seconds: f64, days_per_second: f64) {
        let mut left = seconds;
        if let Some((flight, gone)) = &mut self.flight {
            *gone += seconds;
            left = (*gone - flight.seconds()).max(0.0);
            if *gone >= flight.seconds() {
                self.flight = None;
            }
        }
        if self.is_playing {
            let next = self.moment.plus(left * days_per_second);
            let last = self.shot().last;
            self.is_playing = next < last;
            self.moment = if self.is_playing { next } else { last };
        }
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

    fn shot(first: &str, last: &str, lon: f64) -> Shot {
        let camera = Camera::new(LonLat::new(lon, 17.0).unwrap(), 6.0);
        Shot { first: moment(first), last: moment(last), camera, chapter: None }
    }

    fn show() -> Show {
        let shots = vec![
            shot("2023-07-01", "2023-07-01", -8.0),
            shot("2023-07-15", "2023-08-31", 0.0),
            shot("2023-09-01", "2023-11-30", 2.0),
        ];
        Show::of(shots, 0, false).unwrap()
    }

    #[test]
    fn steps_lead_from_chapter_to_chapter() {
        use Step::*;
        for (steps, at) in [
            ([Next].as_slice(), 1),
            (&[Next, Next], 2),
            (&[Next, Next, Next], 2),
            (&[Back], 0),
            (&[Last, Back], 1),
            (&[Last, First], 0),
            (&[To(2)], 2),
            (&[To(7)], 0),
            (&[Enter], 1),
            (&[Digit(3), Enter], 2),
            // A number without a chapter, and one that is given up.
            (&[Digit(4), Enter], 0),
            (&[Digit(0), Enter], 1),
            (&[Digit(3), Play, Enter], 1),
            // The last digit is taken back: 31 becomes 3.
            (&[Digit(3), Digit(1), Back, Enter], 2),
            (&[Digit(3), Back, Enter], 1),
            // A covered picture is uncovered first.
            (&[Cover(super::Cover::Black), Next], 0),
            (&[Cover(super::Cover::Black), Next, Next], 1),
            (&[Cover(super::Cover::White), Digit(3), Enter], 2),
            // Among all chapters.
            (&[Overview, Choose(2), Enter], 2),
            (&[Overview, Next, Next, Back, Enter], 1),
            (&[Overview, Choose(-4), Next, Overview, Next], 1),
            (&[Overview, Digit(2), Enter], 1),
            (&[Overview, Choose(1), Leave, Next, Next], 2),
        ] {
            let mut show = show();
            steps.iter().for_each(|step| show.step(*step));
            assert_eq!((show.at(), show.is_over()), (at, false), "{steps:?}");
            assert_eq!(show.frame().moment, show.shots[at].first, "{steps:?}");
        }
    }

    #[test]
    fn a_cover_is_taken_off_by_asking_again() {
        let mut show = show();
        for (step, expect) in [
            (Cover::Black, Some(Cover::Black)),
            (Cover::White, Some(Cover::White)),
            (Cover::White, None),
        ] {
            show.step(Step::Cover(step));
            assert_eq!(show.cover(), expect);
        }
    }

    #[test]
    fn a_chapter_plays_to_its_end_and_again() {
        let mut show = show();
        show.step(Step::Play);
        assert!(!show.is_playing(), "a moment does not play");
        show.step(Step::Next);
        show.step(Step::Play);
        show.advance(1.5, 5.0);
        assert_eq!(show.frame().moment, moment("2023-07-15").plus(7.5));
        show.step(Step::Play);
        assert_eq!(show.frame().moment, moment("2023-07-23"), "held at the close of a day");
        show.step(Step::Play);
        show.advance(100.0, 5.0);
        assert_eq!((show.frame().moment, show.is_moving()), (moment("2023-08-31"), false));
        show.step(Step::Play);
        assert_eq!(show.frame().moment, moment("2023-07-15"));
        show.step(Step::Next);
        assert!(!show.is_playing());
    }

    #[test]
    fn the_camera_travels_before_the_days_go_on() {
        let mut show = Show { flies: true, ..show() };
        let (from, to) = (show.shots[0].camera, show.shots[1].camera);
        show.step(Step::Next);
        show.step(Step::Play);
        assert_eq!(show.frame().camera, from);
        show.advance(0.3, 5.0);
        let on_the_way = show.frame();
        assert!(on_the_way.camera != from && on_the_way.camera != to);
        assert_eq!(on_the_way.moment, moment("2023-07-15"));
        // Turning back begins where the camera is.
        let mut back = show.clone();
        back.step(Step::Back);
        assert_eq!(back.frame().camera, on_the_way.camera);
        show.advance(5.0, 1.0);
        assert_eq!(show.frame().camera, to);
        assert!(show.frame().moment > moment("2023-07-17"));
    }

    #[test]
    fn leaving_ends_it_but_for_all_chapters() {
        let mut show = show();
        show.step(Step::Overview);
        show.step(Step::Leave);
        assert!(!show.is_over() && show.chosen().is_none());
        show.step(Step::Leave);
        assert!(show.is_over());
        assert_eq!(Show::of(Vec::new(), 0, true), None);
    }
}
