//! How a movement is parted into batches.

use crate::calendar::{DateSpan, Day};

/// The batches of a movement: one leaves on each day on which a whole trip still
/// fits into the span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Batching {
    first: Day,
    /// How many days one trip takes, from 1 to the length of the span.
    pub trip_days: i64,
    /// How many batches there are, at least 1.
    pub count: i64,
}

impl Batching {
    /// A trip that is not given takes the whole span; one that is longer than
    /// the span is taken to be as long.
    pub fn of(span: DateSpan, trip_days: Option<u32>) -> Batching {
        let length = span.days();
        let trip_days = trip_days.map_or(length, |days| i64::from(days).clamp(1, length));
        Batching { first: span.start(), trip_days, count: length - trip_days + 1 }
    }

    /// The day on which batch `number` leaves; the first batch has number 1.
    pub fn departure(self, number: i64) -> Day {
        self.first + (number - 1)
    }

    /// The number of the batch that leaves on a day.
    pub fn leaving_on(self, day: Day) -> Option<i64> {
        let number = day - self.first + 1;
        (1..=self.count).contains(&number).then_some(number)
    }

    /// The first day after another on which a batch leaves.
    pub fn next_departure(self, after: Day) -> Option<Day> {
        let next = self.first.max(after + 1);
        // The last day of the calendar has no next one.
        (next > after && next <= self.departure(self.count)).then_some(next)
    }

    /// The number of the first batch that leaves after a day; it may be beyond the
    /// last one.
    pub fn number_after(self, day: Option<Day>) -> i64 {
        day.map_or(1, |day| (day - self.first + 2).max(1))
    }

    /// The first batch from `earliest` on with which something goes of a load that
    /// gives its amount.
    pub fn next_of_amount(self, amount: i64, earliest: i64, gone: i64) -> Option<i64> {
        if amount <= gone {
            return None;
        }
        // The smallest number with amount · number ≥ (gone + 1) · count.
        let number = ((gone + 1) * self.count - 1) / amount + 1;
        Some(number.max(earliest)).filter(|number| *number <= self.count)
    }

    /// The first batch from `earliest` on with which something goes of a load that
    /// takes all that is there.
    pub fn next_of_all(self, present: i64, earliest: i64) -> Option<i64> {
        let number = (self.count - present + 1).max(earliest);
        Some(number).filter(|number| present > 0 && *number <= self.count)
    }

    /// The day at whose close batch `number` arrives.
    pub fn arrival(self, number: i64) -> Day {
        self.departure(number) + (self.trip_days - 1)
    }

    /// How much goes with batch `number` of a load that gives its amount, when
    /// `gone` went with earlier batches: the amount is spread evenly over all
    /// batches, and what was missing earlier is caught up.
    pub fn part_of_amount(self, amount: i64, number: i64, gone: i64) -> i64 {
        amount * number / self.count - gone
    }

    /// How much goes with batch `number` of a load that takes all that is there:
    /// an even share for each batch to come, so that the last one takes all.
    pub fn part_of_all(self, present: i64, number: i64) -> i64 {
        present / (self.count - number + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::testing::{day, read_span};

    fn batching(span: &str, trip_days: Option<u32>) -> Batching {
        Batching::of(read_span(span).unwrap().closed().unwrap(), trip_days)
    }

    #[test]
    fn the_next_batch_with_something_is_found_without_trying_each() {
        for span in ["3..3", "3..9", "3..40"] {
            let batching = batching(span, Some(1));
            for amount in [1, 2, 5, 7, 30, 100] {
                for earliest in 1..=batching.count + 1 {
                    for gone in [0, 1, 4, amount] {
                        let tried = (earliest..=batching.count)
                            .find(|number| batching.part_of_amount(amount, *number, gone) > 0);
                        let found = batching.next_of_amount(amount, earliest, gone);
                        assert_eq!(found, tried, "{span} {amount} {earliest} {gone}");
                    }
                    let tried = (earliest..=batching.count)
                        .find(|number| batching.part_of_all(amount, *number) > 0);
                    assert_eq!(batching.next_of_all(amount, earliest), tried);
                    assert_eq!(batching.next_of_all(0, earliest), None);
                }
            }
        }
    }

    #[test]
    fn a_batch_leaves_each_day_on_which_a_trip_fits() {
        for (span, trip_days, t, n, first, last) in [
            ("3..3", None, 1, 1, "3..3", "3..3"),
            ("3..9", None, 7, 1, "3..9", "3..9"),
            ("3..9", Some(7), 7, 1, "3..9", "3..9"),
            ("3..9", Some(3), 3, 5, "3..5", "7..9"),
            ("3..9", Some(1), 1, 7, "3..3", "9..9"),
            // A trip never takes longer than the span, nor less than a day.
            ("3..9", Some(8), 7, 1, "3..9", "3..9"),
            ("3..9", Some(0), 1, 7, "3..3", "9..9"),
        ] {
            let batching = batching(span, trip_days);
            let told = |k| {
                let number = |d: Day| d - day(1) + 1;
                format!("{}..{}", number(batching.departure(k)), number(batching.arrival(k)))
            };
            assert_eq!((batching.trip_days, batching.count), (t, n), "{span} {trip_days:?}");
            assert_eq!((told(1), told(n)), (first.into(), last.into()), "{span} {trip_days:?}");
        }
    }

    #[test]
    fn an_amount_is_spread_evenly() {
        for (amount, n, expect) in
            [(10, 5, "2 2 2 2 2"), (7, 5, "1 1 2 1 2"), (2, 5, "0 0 1 0 1"), (0, 2, "0 0")]
        {
            let batching = batching(&format!("1..{n}"), Some(1));
            let mut gone = 0;
            let mut parts = Vec::new();
            for k in 1..=n {
                let part = batching.part_of_amount(amount, k, gone);
                gone += part;
                parts.push(part.to_string());
            }
            assert_eq!(parts.join(" "), expect);
            assert_eq!(gone, amount);
        }
    }

    #[test]
    fn the_last_batch_takes_all_that_is_left() {
        for (present, n, expect) in [(10, 4, "2 2 3 3"), (3, 4, "0 1 1 1"), (0, 2, "0 0")] {
            let batching = batching(&format!("1..{n}"), Some(1));
            let mut left = present;
            let mut parts = Vec::new();
            for k in 1..=n {
                let part = batching.part_of_all(left, k);
                left -= part;
                parts.push(part.to_string());
            }
            assert_eq!(parts.join(" "), expect);
            assert_eq!(left, 0);
        }
    }
}
