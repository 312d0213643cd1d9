//! The playback clock.

use crate::calendar::{DateSpan, Day, Moment};

/// Days a second that can be chosen.
pub const SPEEDS: [f64; 5] = [1.0, 2.0, 5.0, 10.0, 30.0];

/// Where the playhead is and how it moves. It never leaves the horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct Playback {
    moment: Moment,
    horizon: DateSpan,
    /// 0 while paused; else how many times the chosen speed, backwards if negative.
    pace: i32,
    speed: usize,
    loop_mode: LoopMode,
    loop_from: Option<Day>,
    loop_to: Option<Day>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoopMode {
    Off,
    Range,
    All,
}

impl Playback {
    pub fn new(moment: Moment, horizon: DateSpan) -> Playback {
        let mut playback = Playback {
            moment,
            horizon,
            pace: 0,
            speed: 2,
            loop_mode: LoopMode::Off,
            loop_from: None,
            loop_to: None,
        };
        playback.seek(moment);
        playback
    }

    pub fn moment(&self) -> Moment {
        self.moment
    }

    pub fn is_playing(&self) -> bool {
        self.pace != 0
    }

    /// Days a second, without the pace of J and L.
    pub fn speed(&self) -> f64 {
        SPEEDS[self.speed]
    }

    pub fn pace(&self) -> i32 {
        self.pace
    }

    pub fn loop_mode(&self) -> LoopMode {
        self.loop_mode
    }

    /// The days that are played again and again.
    pub fn loop_range(&self) -> DateSpan {
        let within = |day: Option<Day>, open: Day| day.map_or(open, |day| self.horizon.clamp(day));
        let from = within(self.loop_from, self.horizon.start());
        let to = within(self.loop_to, self.horizon.end());
        DateSpan::new(from, to).unwrap_or(self.horizon)
    }

    /// The loop range, while it is played.
    pub fn shown_loop(&self) -> Option<DateSpan> {
        (self.loop_mode == LoopMode::Range).then(|| self.loop_range())
    }

    pub fn set_horizon(&mut self, horizon: DateSpan) {
        self.horizon = horizon;
        self.seek(self.moment);
    }

    /// Moves the playhead; beyond the horizon it stops at its end.
    pub fn seek(&mut self, moment: Moment) {
        let first = first_of(self.horizon).days();
        let last = Moment::close_of(self.horizon.end()).days();
        self.moment = Moment::from_days(moment.days().clamp(first, last));
    }

    /// Parks the playhead at the close of a day.
    pub fn seek_day(&mut self, day: Day) {
        self.seek(Moment::close_of(self.horizon.clamp(day)));
    }

    /// Plays or pauses; at the end it starts again.
    pub fn toggle(&mut self) {
        if self.pace != 0 {
            self.pause();
        } else {
            if self.moment >= Moment::close_of(self.horizon.end()) {
                self.seek(first_of(self.horizon));
            }
            self.pace = 1;
        }
    }

    /// Pauses, and parks the playhead at the close of its day.
    pub fn pause(&mut self) {
        if self.pace != 0 {
            self.pace = 0;
            self.seek_day(self.moment.day());
        }
    }

    /// Plays in a direction (1 or −1); asked again, two, four and eight times as fast.
    pub fn shuttle(&mut self, direction: i8) {
        let direction = i32::from(direction.signum());
        let same_way = self.pace.signum() == direction;
        self.pace = if same_way { (self.pace * 2).clamp(-8, 8) } else { direction };
    }

    pub fn change_speed(&mut self, steps: i64) {
        let index = self.speed as i64 + steps;
        self.speed = index.clamp(0, SPEEDS.len() as i64 - 1) as usize;
    }

    pub fn loop_from(&mut self) {
        let day = self.moment.day();
        self.loop_from = Some(day);
        // An end that lies before the new beginning is dropped.
        self.loop_to = self.loop_to.filter(|to| *to >= day);
        self.loop_mode = LoopMode::Range;
    }

    pub fn loop_to(&mut self) {
        let day = self.moment.day();
        self.loop_to = Some(day);
        self.loop_from = self.loop_from.filter(|from| *from <= day);
        self.loop_mode = LoopMode::Range;
    }

    pub fn set_loop_range(&mut self, range: DateSpan) {
        let within =
            DateSpan::new(self.horizon.clamp(range.start()), self.horizon.clamp(range.end()));
        if let Some(range) = within {
            self.loop_from = Some(range.start());
            self.loop_to = Some(range.end());
            self.loop_mode = LoopMode::Range;
        }
    }

    pub fn cycle_loop(&mut self) {
        self.loop_mode = match self.loop_mode {
            LoopMode::Off => LoopMode::Range,
            LoopMode::Range => LoopMode::All,
            LoopMode::All => LoopMode::Off,
        };
    }

    /// Lets `seconds` pass.
    pub fn advance(&mut self, seconds: f64) {
        if self.pace == 0 {
            return;
        }
        let days = seconds * self.speed() * f64::from(self.pace);
        let next = self.moment.plus(days);
        let range = match self.loop_mode {
            LoopMode::Off => self.horizon,
            LoopMode::Range => self.loop_range(),
            LoopMode::All => self.horizon,
        };
        let (first, last) = (first_of(range), Moment::close_of(range.end()));
        let beyond = if days > 0.0 { next >= last } else { next <= first };
        if !beyond {
            self.seek(next);
        } else if self.loop_mode == LoopMode::Off {
            self.seek(if days > 0.0 { last } else { first });
            self.pause();
        } else {
            self.seek(if days > 0.0 { first } else { last });
        }
    }
}

/// The first moment that belongs to a span: the instant at which a day begins
/// still belongs to the day before.
fn first_of(span: DateSpan) -> Moment {
    Moment::beginning_of(span.start()).plus(1e-6)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn playback() -> Playback {
        let horizon = DateSpan::new(day("2023-07-01"), day("2023-12-31")).unwrap();
        Playback::new(Moment::close_of(day("2023-07-01")), horizon)
    }

    #[test]
    fn the_playhead_stays_within_the_horizon() {
        let mut playback = playback();
        playback.seek_day(day("2030-01-01"));
        assert_eq!(playback.moment().day(), day("2023-12-31"));
        playback.seek_day(day("2020-01-01"));
        assert_eq!(playback.moment().day(), day("2023-07-01"));
    }

    #[test]
    fn playing_ends_at_the_end_and_begins_again() {
        let mut playback = playback();
        playback.seek_day(day("2023-12-30"));
        playback.toggle();
        playback.advance(10.0);
        assert!(!playback.is_playing());
        assert_eq!(playback.moment(), Moment::close_of(day("2023-12-31")));
        playback.toggle();
        playback.advance(0.1);
        assert_eq!(playback.moment().day(), day("2023-07-01"));
        playback.pause();
        assert!(playback.moment().is_close());
    }

    #[test]
    fn the_shuttle_doubles_and_turns() {
        let mut playback = playback();
        for (direction, expect) in [(1, 1), (1, 2), (1, 4), (1, 8), (1, 8), (-1, -1), (-1, -2)] {
            playback.shuttle(direction);
            assert_eq!(playback.pace(), expect);
        }
    }

    #[test]
    fn a_loop_goes_back_to_its_beginning() {
        let mut playback = playback();
        let range = DateSpan::new(day("2023-08-01"), day("2023-08-03")).unwrap();
        playback.set_loop_range(range);
        playback.seek_day(day("2023-08-03"));
        playback.toggle();
        playback.advance(0.5);
        assert_eq!(playback.moment().day(), day("2023-08-01"));
        assert!(playback.is_playing());
    }
}
