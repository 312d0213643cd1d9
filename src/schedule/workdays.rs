//! Counting days of a working calendar.

use crate::calendar::{DateSpan, Day, Weekday};
use crate::plan::{WeekdayWord, WorkCalendar};

/// Lags beyond this many working days, over a hundred years, are taken as this.
const MAX_LAG: i64 = 40_000;

/// The days on which work goes on.
#[derive(Clone, Debug)]
pub(super) struct Workdays {
    /// By weekday, Monday first; at least one is true.
    week: [bool; 7],
    /// Days of the week on which work goes on: 1 to 7.
    a_week: i64,
    /// In order; only those that would be working days.
    holidays: Vec<Day>,
}

impl Workdays {
    /// None for a calendar without a working weekday: no day would ever come.
    pub fn of(calendar: &WorkCalendar) -> Option<Workdays> {
        let mut week = [true; 7];
        for day in calendar.weekend.iter().filter_map(weekday) {
            week[day as usize] = false;
        }
        let a_week = week.iter().filter(|works| **works).count() as i64;
        let dates = calendar.holidays.iter().filter_map(|holiday| holiday.date);
        let mut holidays: Vec<Day> = dates.filter(|day| week[day.weekday() as usize]).collect();
        holidays.sort_unstable();
        holidays.dedup();
        (a_week > 0).then_some(Workdays { week, a_week, holidays })
    }

    pub fn contains(&self, day: Day) -> bool {
        self.week[day.weekday() as usize] && self.holidays.binary_search(&day).is_err()
    }

    /// How many working days there are in a span.
    pub fn count(&self, span: DateSpan) -> i64 {
        let weeks = span.days() / 7;
        let rest = (weeks * 7..span.days()).map(|n| span.start() + n);
        let in_rest = rest.filter(|day| self.week[day.weekday() as usize]).count() as i64;
        let before = |day: Day| self.holidays.partition_point(|holiday| *holiday < day);
        let past = self.holidays.partition_point(|holiday| *holiday <= span.end());
        weeks * self.a_week + in_rest - (past - before(span.start())) as i64
    }

    /// The day from which on `lag` working days have passed since the beginning
    /// of `day`; with a negative lag, the day from which on that many pass until
    /// the beginning of `day`.
    pub fn after(&self, day: Day, lag: i64) -> Day {
        let mut left = lag.clamp(-MAX_LAG, MAX_LAG);
        let mut at = day;
        while left > 0 && at < Day::MAX {
            // Whole weeks at once; holidays among them are still to be made up for.
            let weeks = left / self.a_week;
            let to = at + (weeks * 7).max(1);
            left -= DateSpan::new(at, to - 1).map_or(0, |passed| self.count(passed));
            at = to;
        }
        while left < 0 && at > Day::MIN {
            let weeks = -left / self.a_week;
            let to = at - (weeks * 7).max(1);
            left += DateSpan::new(to, at - 1).map_or(0, |passed| self.count(passed));
            at = to;
        }
        // Whole weeks may end in days on which nobody works.
        match lag {
            0 => at,
            1.. => at.min(self.previous(at - 1) + 1),
            _ => at.max(self.next(at)),
        }
    }

    /// The last of `days` working days, at least 1, that begin with the first one
    /// on or after `start`.
    pub fn end_of(&self, start: Day, days: i64) -> Day {
        self.after(start, days.max(1)) - 1
    }

    /// The first of `days` working days, at least 1, of which the last one is on
    /// or before `end`.
    pub fn start_of(&self, end: Day, days: i64) -> Day {
        self.after(end + 1, -days.max(1))
    }

    /// The first working day on or after a day.
    pub fn next(&self, day: Day) -> Day {
        let mut at = day;
        while !self.contains(at) && at < Day::MAX {
            at = at + 1;
        }
        at
    }

    /// The last working day on or before a day.
    pub fn previous(&self, day: Day) -> Day {
        let mut at = day;
        while !self.contains(at) && at > Day::MIN {
            at = at - 1;
        }
        at
    }

    /// The latest day whose [`Workdays::after`] is not later than `limit`.
    pub fn latest_before(&self, limit: Day, lag: i64) -> Day {
        match lag {
            0 => limit,
            1.. => self.after(limit, -lag),
            _ => self.after(limit + 1, lag.saturating_neg()) - 1,
        }
    }
}

/// None for a word that is not known.
pub fn weekday(word: &WeekdayWord) -> Option<Weekday> {
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
    fn spans_and_their_ends_are_counted_like_one_day_after_the_other() {
        use WeekdayWord::{Friday, Saturday, Sunday};
        let all = &["2023-09-22", "2023-09-25", "2023-09-26", "2023-10-01"];
        for weekend in [&[Saturday, Sunday][..], &[Friday], &[]] {
            let days = Workdays::of(&calendar(weekend, all)).unwrap();
            let first: Day = "2023-09-14".parse().unwrap();
            for (start, length) in (0..16).flat_map(|s| (1..30).map(move |l| (first + s, l))) {
                let span = DateSpan::new(start, start + (length - 1)).unwrap();
                let works = |n: &i64| days.contains(start + *n);
                let counted = (0..length).filter(works).count() as i64;
                assert_eq!(days.count(span), counted, "{span:?}");
                let end = days.end_of(start, length);
                let whole = DateSpan::new(start, end).unwrap();
                assert!(days.contains(end) && days.count(whole) == length, "{start} {length}");
                assert_eq!(days.start_of(end, length), days.next(start));
                for lag in [-length, 0, length] {
                    let latest = days.latest_before(start, lag);
                    assert!(days.after(latest, lag) <= start, "{start} {lag}");
                    assert!(days.after(latest + 1, lag) > start, "{start} {lag}");
                }
            }
        }
    }

    #[test]
    fn a_calendar_without_working_days_is_none() {
        assert!(Workdays::of(&calendar(WeekdayWord::KNOWN, &[])).is_none());
    }
}
