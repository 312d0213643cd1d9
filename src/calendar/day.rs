//! One whole day of the Gregorian calendar.

use std::fmt;
use std::ops::{Add, Sub};
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

/// A whole day of the proleptic Gregorian calendar, without time zone.
///
/// Always a day of the years 1 to 9999, so that it has an ISO 8601 form of ten
/// characters. Arithmetic that would leave this range stops at its ends.
///
/// ```
/// use decamp::calendar::Day;
/// let end: Day = "2023-12-31".parse().unwrap();
/// assert_eq!((end + 1).to_string(), "2024-01-01");
/// assert_eq!(end + 1 - end, 1);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// Why a text is not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseDayError {
    /// The text is not of the form `2023-10-31`.
    NotIso,
    /// The form is right, but the calendar has no such day.
    NoSuchDay,
}

impl Day {
    /// 1 January of the year 1.
    pub const MIN: Day = Day(-719_162);
    /// 31 December of the year 9999.
    pub const MAX: Day = Day(2_932_896);

    /// The day of a year, month (1 to 12) and day of the month, if there is one.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        (1..=9999).contains(&year).then(|| Day::from_chrono(date))
    }

    /// The day that lies `number` days after 1 January 1970.
    pub fn from_number(number: i64) -> Day {
        Day(number.clamp(i64::from(Day::MIN.0), i64::from(Day::MAX.0)) as i32)
    }

    /// How many days this day lies after 1 January 1970; negative before it.
    pub fn number(self) -> i64 {
        i64::from(self.0)
    }

    pub fn year(self) -> i32 {
        self.to_chrono().year()
    }

    /// 1 for January to 12 for December.
    pub fn month(self) -> u32 {
        self.to_chrono().month()
    }

    pub fn day_of_month(self) -> u32 {
        self.to_chrono().day()
    }

    pub fn weekday(self) -> Weekday {
        use Weekday::*;
        // 1 January 1970 was a Thursday.
        match (self.0 + 3).rem_euclid(7) {
            0 => Monday,
            1 => Tuesday,
            2 => Wednesday,
            3 => Thursday,
            4 => Friday,
            5 => Saturday,
            _ => Sunday,
        }
    }

    pub fn first_of_month(self) -> Day {
        self + (1 - i64::from(self.day_of_month()))
    }

    pub fn first_of_next_month(self) -> Day {
        // 31 days after the first always lies in the next month.
        (self.first_of_month() + 31).first_of_month()
    }

    fn from_chrono(date: NaiveDate) -> Day {
        Day(date.num_days_from_ce() - 719_163)
    }

    fn to_chrono(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0 + 719_163)
            .expect("a Day stays within the years 1 to 9999")
    }
}

impl Add<i64> for Day {
    type Output = Day;
    fn add(self, days: i64) -> Day {
        Day::from_number(self.number().saturating_add(days))
    }
}

impl Sub<i64> for Day {
    type Output = Day;
    fn sub(self, days: i64) -> Day {
        Day::from_number(self.number().saturating_sub(days))
    }
}

/// The number of days from `earlier` to this day; negative when it lies before.
impl Sub<Day> for Day {
    type Output = i64;
    fn sub(self, earlier: Day) -> i64 {
        self.number() - earlier.number()
    }
}

impl FromStr for Day {
    type Err = ParseDayError;
    fn from_str(text: &str) -> Result<Day, ParseDayError> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| match i {
                4 | 7 => *b == b'-',
                _ => b.is_ascii_digit(),
            });
        if !shaped {
            return Err(ParseDayError::NotIso);
        }
        let number = |range: std::ops::Range<usize>| {
            text[range].parse::<u32>().expect("only digits stand there")
        };
        Day::from_ymd(number(0..4) as i32, number(5..7), number(8..10))
            .ok_or(ParseDayError::NoSuchDay)
    }
}

/// ISO 8601: `2023-10-31`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.to_chrono();
        write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_iso_days() {
        for (text, expect) in [
            ("2023-10-31", Ok("2023-10-31")),
            ("2024-02-29", Ok("2024-02-29")),
            ("0001-01-01", Ok("0001-01-01")),
            ("9999-12-31", Ok("9999-12-31")),
            ("2023-02-29", Err(ParseDayError::NoSuchDay)),
            ("2023-13-01", Err(ParseDayError::NoSuchDay)),
            ("2023-00-10", Err(ParseDayError::NoSuchDay)),
            ("0000-01-01", Err(ParseDayError::NoSuchDay)),
            ("2023-1-1", Err(ParseDayError::NotIso)),
            ("31/10/2023", Err(ParseDayError::NotIso)),
            ("2023-10-31T00:00", Err(ParseDayError::NotIso)),
            ("", Err(ParseDayError::NotIso)),
            ("٢٠٢٣-١٠", Err(ParseDayError::NotIso)),
        ] {
            let read = text.parse::<Day>().map(|d| d.to_string());
            assert_eq!(read.as_deref(), expect.as_ref().map(|s| *s), "{text:?}");
        }
    }

    #[test]
    fn knows_the_ends_of_its_range() {
        assert_eq!(Day::MIN.to_string(), "0001-01-01");
        assert_eq!(Day::MAX.to_string(), "9999-12-31");
        assert_eq!(Day::MAX + 1, Day::MAX);
        assert_eq!(Day::MIN - i64::MAX, Day::MIN);
    }

    #[test]
    fn knows_weekdays_and_months() {
        let day: Day = "2023-10-31".parse().unwrap();
        assert_eq!(day.weekday(), Weekday::Tuesday);
        assert_eq!(day.first_of_month().to_string(), "2023-10-01");
        assert_eq!(day.first_of_next_month().to_string(), "2023-11-01");
        let new_year: Day = "2024-01-01".parse().unwrap();
        assert_eq!(new_year.weekday(), Weekday::Monday);
        assert_eq!((new_year - 1).first_of_next_month(), new_year);
    }
}
