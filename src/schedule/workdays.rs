//! Counting days of a working calendar.

use std::collections::BTreeSet;

use crate::calendar::{Day, Weekday};
use crate::plan::{WeekdayWord, WorkCalendar};

/// Lags beyond this many working days, over a hundred years, are taken as this,
/// so that counting them day by day is bounded.
const MAX_LAG: i64 = 40_000;

/// The days on which work goes on.
#[derive(Clone, Debug)]
pub(super) struct Workdays {
    weekend: Vec<Weekday>,
    holidays: BTreeSet<Day>,
}

impl Workdays {
    /// None for a calendar without a working weekday: no day would ever come.
    pub fn of(calendar: &WorkCalendar) -> Option<Workdays> {
        let mut weekend: Vec<Weekday> = calendar.weekend.iter().filter_map(weekday).collect();
        weekend.sort_by_key(|day| *day as u8);
        weekend.dedup();
        let holidays = calendar.holidays.iter().filter_map(|holiday| holiday.date).collect();
        (weekend.len() < 7).then_some(Workdays { weekend, holidays })
    }

    pub fn contains(&self, day: Day) -> bool {
        !self.weekend.contains(&day.weekday()) && !self.holidays.contains(&day)
    }

    /// The day from which on `lag` working days have passed since the beginning
    /// of `day`; with a negative lag, the day from which on that many pass until
    /// the beginning of `day`.
    pub fn after(&self, day: Day, lag: i64) -> Day {
        let mut left = lag.clamp(-MAX_LAG, MAX_LAG);
        let mut at = day;
        while left > 0 && at < Day::MAX {
            left -= i64::from(self.contains(at));
            at = at + 1;
        }
        while left < 0 && at > Day::MIN {
            at = at - 1;
            left += i64::from(self.contains(at));
        }
        at
    }
}

fn weekday(word: &WeekdayWord) -> Option<Weekday> {
    Some(match word {
        WeekdayWord::Monday => Weekday::Monday,
        WeekdayWord::Tuesday => Weekday::Tuesday,
        WeekdayWord::Wednesday => Weekday::Wednesday,
        WeekdayWord::Thursday => Weekday::Thursday,
        WeekdayWord::Friday => Weekday::Friday,
        WeekdayWord::Saturday => Weekday::Saturday,
        WeekdayWord::Sunday => Weekday::Sunday,
        WeekdayWord::Unknown(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Holiday;

    fn calendar(weekend: &[WeekdayWord], holidays: &[&str]) -> WorkCalendar {
        let holiday = |date: &&str| Holiday {
            date: date.parse().ok(),
            name: None,
            extra: Default::default(),
        };
        WorkCalendar {
            id: crate::plan::CalendarId::new("working").unwrap(),
            name: None,
            weekend: weekend.to_vec(),
            holidays: holidays.iter().map(holiday).collect(),
            modes: Vec::new(),
            extra: Default::default(),
        }
    }

    #[test]
    fn weekends_and_holidays_do_not_count() {
        use WeekdayWord::{Saturday, Sunday};
        // 22 September 2023 was a Friday.
        let calendar = calendar(&[Saturday, Sunday], &["2023-09-22"]);
        let days = Workdays::of(&calendar).unwrap();
        for (day, lag, expect) in [
            ("2023-09-20", 0, "2023-09-20"),
            ("2023-09-20", 2, "2023-09-22"),
            ("2023-09-20", 3, "2023-09-26"),
            ("2023-09-23", 1, "2023-09-26"),
            ("2023-09-26", -1, "2023-09-25"),
            ("2023-09-26", -2, "2023-09-21"),
        ] {
            let day: Day = day.parse().unwrap();
            assert_eq!(days.after(day, lag).to_string(), expect, "{day} {lag}");
        }
        assert!(days.after(Day::MAX - 3, i64::MAX) == Day::MAX);
        assert!(days.after(Day::MIN + 3, i64::MIN) == Day::MIN);
    }

    #[test]
    fn a_calendar_without_working_days_is_none() {
        assert!(Workdays::of(&calendar(WeekdayWord::KNOWN, &[])).is_none());
    }
}
