//! The moments a page has pictures of.

use crate::calendar::Moment;
use crate::export::Request;

/// Pictures of a day on which something moves.
const A_DAY: i64 = 2;
/// Of a longer plan only every second day has pictures, or every third, and so on.
const MOST_DAYS: u64 = 1500;

/// A moment that is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawn {
    pub at: Moment,
    /// The close of a day; else a moment within it, when only what travels is drawn.
    pub is_close: bool,
}

/// All of them, in order; the last is the close of the horizon.
pub fn moments(request: &Request) -> Vec<Drawn> {
    let horizon = request.plan.horizon();
    let stride = horizon.days().unsigned_abs().div_ceil(MOST_DAYS);
    let mut moments = Vec::new();
    let mut moved_before = false;
    for number in numbers(horizon.days(), stride) {
        let at = Moment::close_of(horizon.start() + number);
        let now = request.schedule.now(request.track, at);
        let goes = |movement: &usize| !now.movement_at(*movement).batches.is_empty();
        let moves = now.under_way().iter().any(goes);
        if (moves || moved_before) && number > 0 && stride == 1 {
            let part = |i: i64| at.plus((i - A_DAY) as f64 / A_DAY as f64);
            moments.extend((1..A_DAY).map(|i| Drawn { at: part(i), is_close: false }));
        }
        moments.push(Drawn { at, is_close: true });
        moved_before = moves;
    }
    moments
}

/// The days that are drawn, counted from 0: evenly chosen, and always the last one.
fn numbers(days: i64, stride: u64) -> impl Iterator<Item = i64> {
    let last = days - 1;
    (0..last).step_by(stride as usize).chain([last])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_the_last_day_are_among_those_of_a_long_plan() {
        for (days, stride, count) in
            [(1, 1, 1), (300, 1, 300), (1500, 1, 1500), (1501, 2, 751), (3001, 3, 1001)]
        {
            assert_eq!((days as u64).div_ceil(MOST_DAYS), stride, "{days}");
            let numbers: Vec<i64> = numbers(days, stride).collect();
            assert_eq!((numbers[0], numbers[numbers.len() - 1]), (0, days - 1));
            assert_eq!(numbers.len(), count, "{days}");
            assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
