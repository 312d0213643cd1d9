//! A moment of the playback clock.

use std::fmt;
use std::str::FromStr;

use super::{DateSpan, Day, ParseDayError};

/// A point in time, in days since the beginning of 1 January 1970.
///
/// A moment belongs to the day it closes or lies within: the moments after the
/// beginning of a day up to and including its close are moments of that day.
/// So the close of 31 August is a moment of 31 August, although it is also the
/// instant at which 1 September begins. This one convention gives all of the
/// rules for days: see [`Moment::has_begun`] and [`Moment::is_over`].
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Moment(f64);

/// Why a text is not a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseMomentError {
    Day(ParseDayError),
    /// The part behind the date is not of the form `T14:30`.
    Time,
}

impl Moment {
    /// The close of a day: what a parked playhead and a snapshot of a date show.
    pub fn close_of(day: Day) -> Moment {
        Moment((day.number() + 1) as f64)
    }

    /// The instant at which a day begins; it belongs to the day before.
    pub fn beginning_of(day: Day) -> Moment {
        Moment(day.number() as f64)
    }

    /// A moment by its days since the beginning of 1 January 1970.
    /// What is not a number is taken as 0.
    pub fn from_days(days: f64) -> Moment {
        let (low, high) = (Day::MIN.number() as f64, Day::MAX.number() as f64);
        Moment(if days.is_nan() { 0.0 } else { days.clamp(low, high) })
    }

    /// Days since the beginning of 1 January 1970.
    pub fn days(self) -> f64 {
        self.0
    }

    /// The day this moment belongs to.
    pub fn day(self) -> Day {
        Day::from_number(self.0.ceil() as i64 - 1)
    }

    /// Whether this is the close of a day, and not a moment within one.
    pub fn is_close(self) -> bool {
        self.0 == self.0.ceil()
    }

    pub fn plus(self, days: f64) -> Moment {
        Moment::from_days(self.0 + days)
    }

    /// Something that starts on `start` has begun: `start` ≤ the moment's day.
    pub fn has_begun(self, start: Day) -> bool {
        (start.number() as f64) < self.0
    }

    /// Something whose last day is `end` is over: at a close, `end` ≤ the
    /// moment's day; within a day, `end` < that day.
    pub fn is_over(self, end: Day) -> bool {
        ((end.number() + 1) as f64) <= self.0
    }

    /// How much of a span has passed, from 0 to 1.
    pub fn share_of(self, span: DateSpan) -> f64 {
        let passed = self.0 - span.start().number() as f64;
        (passed / span.days() as f64).clamp(0.0, 1.0)
    }
}

/// `2023-10-31` is the close of that day, `2023-10-31T14:30` a moment within it.
impl FromStr for Moment {
    type Err = ParseMomentError;
    fn from_str(text: &str) -> Result<Moment, ParseMomentError> {
        let Some((date, time)) = text.split_once(['T', ' ']) else {
            let day = text.parse().map_err(ParseMomentError::Day)?;
            return Ok(Moment::close_of(day));
        };
        let day: Day = date.parse().map_err(ParseMomentError::Day)?;
        let minutes = minutes_of(time).ok_or(ParseMomentError::Time)?;
        Ok(Moment::beginning_of(day).plus(f64::from(minutes) / 1440.0))
    }
}

fn minutes_of(time: &str) -> Option<u32> {
    let (hours, minutes) = time.split_once(':')?;
    let two_digits = |s: &str| {
        let shaped = s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit());
        shaped.then(|| s.parse::<u32>().ok()).flatten()
    };
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// The date, with the time of day where it is not the close of a day.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_close() {
            return write!(f, "{}", self.day());
        }
        let minutes = ((self.0 - self.0.floor()) * 1440.0).round() as u32;
        let minutes = minutes.min(1439);
        write!(f, "{}T{:02}:{:02}", self.day(), minutes / 60, minutes % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_owns_the_moments_up_to_its_close() {
        let day: Day = "2023-08-31".parse().unwrap();
        for (moment, begun, over) in [
            (Moment::beginning_of(day), false, false),
            (Moment::beginning_of(day).plus(0.5), true, false),
            (Moment::close_of(day), true, true),
        ] {
            assert_eq!(moment.has_begun(day), begun, "{moment}");
            assert_eq!(moment.is_over(day), over, "{moment}");
        }
        assert_eq!(Moment::close_of(day).day(), day);
        assert_eq!(Moment::beginning_of(day).plus(0.5).day(), day);
        assert_eq!(Moment::beginning_of(day).day(), day - 1);
    }

    #[test]
    fn reads_dates_and_times() {
        for (text, expect) in [
            ("2023-08-20", Some("2023-08-20")),
            ("2023-08-20T06:30", Some("2023-08-20T06:30")),
            ("2023-08-20 18:00", Some("2023-08-20T18:00")),
            ("2023-08-20T24:00", None),
            ("2023-08-20T6:30", None),
            ("20 August", None),
        ] {
            let read = text.parse::<Moment>().ok().map(|m| m.to_string());
            assert_eq!(read.as_deref(), expect, "{text}");
        }
    }
}
