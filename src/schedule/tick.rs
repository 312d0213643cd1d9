//! The instants at which a schedule can change.

use crate::calendar::{Day, Moment};

/// An instant at which something can change: twice a day, just after the day
/// begins (departures, starts) and at its close (arrivals, ends).
///
/// The state at a moment is the state after the last tick that is not later than
/// [`Tick::of`] that moment. Comparing ticks is comparing whole numbers, and
/// gives exactly what [`Moment::has_begun`] and [`Moment::is_over`] give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tick(i32);

impl Tick {
    /// Earlier than every moment.
    pub const BEFORE_ALL: Tick = Tick(i32::MIN);
    /// Later than every moment.
    pub const NEVER: Tick = Tick(i32::MAX);

    /// Just after the day begins.
    pub fn begin_of(day: Day) -> Tick {
        Tick(2 * day.number() as i32 + 1)
    }

    pub fn close_of(day: Day) -> Tick {
        Tick(2 * day.number() as i32 + 2)
    }

    pub fn of(moment: Moment) -> Tick {
        let whole = moment.days().floor();
        Tick(2 * whole as i32 + i32::from(moment.days() > whole))
    }

    /// How many ticks this is later than another that is not later.
    pub fn since(self, earlier: Tick) -> usize {
        self.0.abs_diff(earlier.0) as usize
    }

    pub fn later(self, ticks: i32) -> Tick {
        Tick(self.0 + ticks)
    }

    /// The day that begins or closes here.
    pub fn day(self) -> Day {
        Day::from_number(i64::from((self.0 - 1).div_euclid(2)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_order_as_moments_do() {
        for number in [-3, 0, 19_539] {
            let day = Day::from_number(number);
            for moment in [
                Moment::beginning_of(day),
                Moment::beginning_of(day).plus(0.001),
                Moment::beginning_of(day).plus(0.999),
                Moment::close_of(day),
                Moment::close_of(day).plus(0.5),
            ] {
                let tick = Tick::of(moment);
                assert_eq!(tick >= Tick::begin_of(day), moment.has_begun(day), "{moment}");
                assert_eq!(tick >= Tick::close_of(day), moment.is_over(day), "{moment}");
                assert_eq!(tick.day(), moment.day(), "{moment}");
            }
        }
    }
}
