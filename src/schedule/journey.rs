//! How far a batch is on its way.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Lines;
use crate::calendar::{Moment, Span};
use crate::geo::{LonLat, Polyline, distance_km};
use crate::plan::{Movement, Plan};

/// A rest on the way, at a share of the route's length, in days of the playback
/// clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rest {
    share: f64,
    from: f64,
    to: f64,
}

/// The rests of movements that have any.
pub(super) type Rests = BTreeMap<usize, Vec<Rest>>;

/// `lines` of all movements.
pub(super) fn all_rests(plan: &Plan, movements: &[Arc<Movement>], lines: &Lines) -> Rests {
    let rests = |(number, movement): (usize, &Arc<Movement>)| {
        let rests = rests_of(plan, movement, lines[number].as_deref());
        (!rests.is_empty()).then_some((number, rests))
    };
    movements.iter().enumerate().filter_map(rests).collect()
}

/// The rests of a movement, by time. A stop without a date, off the map or
/// without a line to stand on is none.
fn rests_of(plan: &Plan, movement: &Movement, line: Option<&Polyline>) -> Vec<Rest> {
    let Some(line) = line else { return Vec::new() };
    let rest = |stop: &crate::plan::Stop| {
        // Of one known date it is known that the batch is there on that day.
        let span = Span::new(stop.start.or(stop.end), stop.end.or(stop.start)).closed()?;
        let place = plan.sites().get(&stop.site)?.place?;
        Some(Rest {
            share: share_nearest(line, place)?,
            from: Moment::beginning_of(span.start()).days(),
            to: Moment::close_of(span.end()).days(),
        })
    };
    let mut rests: Vec<Rest> = movement.stops.iter().filter_map(rest).collect();
    rests.sort_by(|a, b| a.from.total_cmp(&b.from));
    rests
}

/// How much of its route a batch has behind it, from 0 to 1, at a moment: even
/// travel from the beginning of the day it leaves to the close of the day it
/// arrives, standing still at rests.
///
/// A rest counts for a batch that can take it as a whole, on the way and in
/// order; else the batch would have to jump.
pub(super) fn progress(departs: f64, arrives: f64, rests: &[Rest], moment: Moment) -> f64 {
    let now = moment.days();
    let between = |(t0, s0): (f64, f64), (t1, s1): (f64, f64)| {
        let passed = if t1 > t0 { ((now - t0) / (t1 - t0)).clamp(0.0, 1.0) } else { 1.0 };
        s0 + (s1 - s0) * passed
    };
    let mut last = (departs, 0.0);
    for rest in rests {
        if rest.from <= last.0 || arrives <= rest.to || rest.share < last.1 {
            continue;
        }
        if now < rest.from {
            return between(last, (rest.from, rest.share));
        }
        if now <= rest.to {
            return rest.share;
        }
        last = (rest.to, rest.share);
    }
    between(last, (arrives, 1.0))
}

/// The share of a line's length at which it comes nearest to a place. None for a
/// line without length.
fn share_nearest(line: &Polyline, place: LonLat) -> Option<f64> {
    let length_km = line.length_km();
    if length_km <= 0.0 {
        return None;
    }
    // Degrees as if the Earth were flat around the place: good enough to find
    // the nearest piece, and the pieces are short.
    let shrink = place.lat().to_radians().cos();
    let flat = |p: LonLat| ((p.lon() - place.lon()) * shrink, p.lat() - place.lat());
    let (mut nearest, mut share, mut reached_km) = (f64::INFINITY, 0.0, 0.0);
    for pair in line.points().windows(2) {
        let (a, b) = (flat(pair[0]), flat(pair[1]));
        let along = (b.0 - a.0, b.1 - a.1);
        let squared = along.0 * along.0 + along.1 * along.1;
        let within = if squared > 0.0 {
            (-(a.0 * along.0 + a.1 * along.1) / squared).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let (x, y) = (a.0 + along.0 * within, a.1 + along.1 * within);
        let piece_km = distance_km(pair[0], pair[1]);
        if x * x + y * y < nearest {
            nearest = x * x + y * y;
            share = ((reached_km + piece_km * within) / length_km).clamp(0.0, 1.0);
        }
        reached_km += piece_km;
    }
    Some(share)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn rest(share: f64, from: f64, to: f64) -> Rest {
        Rest { share, from, to }
    }

    #[test]
    fn a_batch_travels_evenly_and_stands_at_rests() {
        for (rests, now, expect) in [
            (vec![], 10.0, 0.0),
            (vec![], 12.5, 0.25),
            (vec![], 20.0, 1.0),
            (vec![], 9.0, 0.0),
            (vec![], 25.0, 1.0),
            (vec![rest(0.4, 12.0, 16.0)], 11.0, 0.2),
            (vec![rest(0.4, 12.0, 16.0)], 12.0, 0.4),
            (vec![rest(0.4, 12.0, 16.0)], 16.0, 0.4),
            (vec![rest(0.4, 12.0, 16.0)], 18.0, 0.7),
            (vec![rest(0.4, 12.0, 16.0)], 20.0, 1.0),
            // Not on this batch's way: it leaves or arrives in between.
            (vec![rest(0.4, 10.0, 16.0)], 15.0, 0.5),
            (vec![rest(0.4, 12.0, 20.0)], 15.0, 0.5),
            // Backwards.
            (vec![rest(0.4, 12.0, 13.0), rest(0.2, 14.0, 15.0)], 16.5, 0.7),
        ] {
            let found = progress(10.0, 20.0, &rests, Moment::from_days(now));
            assert!((found - expect).abs() < 1e-12, "{rests:?} {now}: {found}");
        }
    }

    #[test]
    fn a_stop_stands_where_the_line_comes_nearest() {
        let place = |lon, lat| LonLat::new(lon, lat).unwrap();
        let line = Polyline::new(vec![place(0.0, 0.0), place(1.0, 0.0), place(2.0, 0.0)]).unwrap();
        for (stop, expect) in [
            (place(0.0, 0.0), 0.0),
            (place(0.5, 0.2), 0.25),
            (place(1.5, -0.2), 0.75),
            (place(3.0, 0.0), 1.0),
        ] {
            let share = share_nearest(&line, stop).unwrap();
            assert!((share - expect).abs() < 1e-9, "{stop:?}: {share}");
        }
        let point = Polyline::new(vec![place(1.0, 1.0), place(1.0, 1.0)]).unwrap();
        assert_eq!(share_nearest(&point, place(0.0, 0.0)), None);
    }

    proptest! {
        /// Whatever rests a plan has, a batch goes from 0 to 1 without a jump.
        #[test]
        fn a_batch_never_jumps(
            rests in vec((0.0..=1.0_f64, -2..12_i32, 0..4_i32), 0..5),
            arrives in 1..12_i32,
        ) {
            let arrives = f64::from(arrives);
            let mut rests: Vec<Rest> = rests
                .into_iter()
                .map(|(share, from, days)| rest(share, f64::from(from), f64::from(from + days + 1)))
                .collect();
            rests.sort_by(|a, b| a.from.total_cmp(&b.from));
            let at = |now: f64| progress(0.0, arrives, &rests, Moment::from_days(now));
            prop_assert!(at(0.0) == 0.0 && at(arrives) == 1.0);
            let mut before = 0.0;
            for step in 1..=(arrives * 32.0) as i32 {
                let now = at(f64::from(step) / 32.0);
                // Between two rests lies a day at least.
                prop_assert!((0.0..=1.0 / 32.0 + 1e-9).contains(&(now - before)));
                before = now;
            }
        }
    }
}
