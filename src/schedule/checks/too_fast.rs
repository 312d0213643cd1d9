//! `too-fast`: a trip does not fit into the span of its movement, or is faster than
//! convoys go.

use super::Context;
use super::restricted::{InForce, Way};
use crate::calendar::{DateSpan, Day, Span};
use crate::plan::{Mode, Movement, Site};
use crate::schedule::Track;
use crate::schedule::batches::Batching;
use crate::schedule::problem::{Code, Detail, Fix, Problem, Severity};

/// How far a convoy comes by road on a day, in kilometres.
///
/// Convoys of MINUSMA made 50 to 70 km a day in 2023: Tessalit to Gao 550 km from
/// 21 to 29 October, Kidal to Gao 350 km from 31 October to 7 November.
const ROAD_KM_A_DAY: f64 = 70.0;

/// The same in the rains of the northern tropics: in August 2023 the convoy from
/// Ber took 51 hours for 57 km, and the one from Kidal, attacked and stopped as it
/// was, came no farther than this in the dry season.
const RAINY_ROAD_KM_A_DAY: f64 = 50.0;

const RAINY_MONTHS: std::ops::RangeInclusive<u32> = 6..=9;

/// Where it rains in these months and hardly in others, in degrees of latitude.
const RAINY_LATITUDES: std::ops::RangeInclusive<f64> = 0.0..=23.5;

/// No trip is looked at that takes longer: the farthest way on Earth can be driven
/// in a year.
const MAX_TRIP_DAYS: i64 = 400;

pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    let Some(span) = context.spans.movements[number].and_then(Span::closed) else { return };
    let problem = longer_than_its_span(context, &context.index.movements[number], span)
        .or_else(|| faster_than_convoys(context, number, span));
    problems.extend(problem);
}

fn longer_than_its_span(context: &Context, movement: &Movement, span: DateSpan) -> Option<Problem> {
    let trip_days = i64::from(movement.trip_days?);
    let span_days = span.days();
    if trip_days <= span_days {
        return None;
    }
    Some(Problem {
        date: Some(span.start()),
        excess: Some(trip_days - span_days),
        detail: Detail::Trip { trip_days, span_days },
        fix: lasting(context, movement, span, trip_days),
        ..too_fast(movement, Severity::Error)
    })
}

/// A warning: what convoys make is a rule of thumb.
///
/// One problem for each movement: the first batch that would be too fast, and by
/// how many days its trip is too short.
fn faster_than_convoys(context: &Context, number: usize, span: DateSpan) -> Option<Problem> {
    let movement = &context.index.movements[number];
    // What has arrived was fast enough.
    let actual = movement.timing.actual.as_ref().filter(|_| context.track == Track::Forecast);
    let has_arrived = actual.is_some_and(|actual| actual.end.is_some());
    if movement.mode != Some(Mode::Road) || has_arrived {
        return None;
    }
    let of_line = || context.lines[number].as_ref().map(|line| line.length_km());
    let distance_km = movement.distance_km.or_else(of_line)?;
    let batching = Batching::of(span, movement.trip_days);
    let trip_days = batching.trip_days;
    if trip_days > MAX_TRIP_DAYS {
        return None;
    }
    let way = Way::of(context, number)?;
    let slow: Vec<&InForce> = context.slow.iter().filter(|it| it.is_about(way)).collect();
    // Most trips leave time enough even in the rains.
    if slow.is_empty() && distance_km <= RAINY_ROAD_KM_A_DAY * trip_days as f64 {
        return None;
    }
    let pace = |day: Day| km_on(day, way.from, &slow);
    let mut reached_km: f64 = (0..trip_days).map(|n| pace(span.start() + n)).sum();
    for batch in 1..=batching.count {
        let departs = batching.departure(batch);
        // Whole hundreds of metres: sums of floats are not exact.
        if reached_km + 0.1 < distance_km {
            let needed_days = days_for(distance_km, departs, pace);
            let fix = movement.trip_days.is_none();
            return Some(Problem {
                date: Some(departs),
                excess: Some(needed_days - trip_days),
                detail: Detail::Speed {
                    distance_km: distance_km.ceil() as i64,
                    trip_days,
                    needed_days,
                },
                fix: fix.then(|| lasting(context, movement, span, needed_days)).flatten(),
                ..too_fast(movement, Severity::Warning)
            });
        }
        reached_km += pace(departs + trip_days) - pace(departs);
    }
    None
}

/// How far a convoy comes on a day.
fn km_on(day: Day, from: &Site, slow: &[&InForce]) -> f64 {
    let has_rains = from.place.is_some_and(|place| RAINY_LATITUDES.contains(&place.lat()));
    let is_rainy = has_rains && RAINY_MONTHS.contains(&day.month());
    let km = if is_rainy { RAINY_ROAD_KM_A_DAY } else { ROAD_KM_A_DAY };
    let in_force = slow.iter().filter(|it| it.holds_on(day));
    let factors = in_force.filter_map(|it| it.restriction.factor).filter(|factor| *factor > 1.0);
    factors.fold(km, |km, factor| km / factor)
}

/// How many days a convoy that leaves on a day needs, at most [`MAX_TRIP_DAYS`] and
/// one.
fn days_for(distance_km: f64, departs: Day, pace: impl Fn(Day) -> f64) -> i64 {
    let mut reached_km = 0.0;
    let mut days = 0;
    while reached_km + 0.1 < distance_km && days <= MAX_TRIP_DAYS {
        reached_km += pace(departs + days);
        days += 1;
    }
    days
}

fn too_fast(movement: &Movement, severity: Severity) -> Problem {
    Problem {
        site: Some(movement.from.clone()),
        ..Problem::new(Code::TooFast, severity, vec![(*movement.id).clone()])
    }
}

/// The same start, and so many days.
fn lasting(context: &Context, movement: &Movement, span: DateSpan, days: i64) -> Option<Fix> {
    let longer = Span::new(Some(span.start()), Some(span.start() + (days - 1)));
    let fix = Fix { item: (*movement.id).clone(), planned: longer };
    context.can_fix().then_some(fix)
}

#[cfg(test)]
mod tests {
    use crate::schedule::Track;
    use crate::schedule::testing::{check_problems, check_problems_on};

    #[test]
    fn a_trip_fits_into_its_span() {
        let two = "site gao\nsite kidal\n";
        for (movement, expect) in [
            ("move m gao>kidal 3..5 trip=3", ""),
            ("move m gao>kidal 3..5", ""),
            ("move m gao>kidal 3.. trip=9", ""),
            (
                "move m gao>kidal 3..5 trip=5",
                "error too-fast m at gao on 3 by 2: 5 in 3; fix m 3..7",
            ),
        ] {
            check_problems("too-fast", &[(&format!("{two}{movement}"), expect)]);
        }
    }

    #[test]
    fn a_convoy_has_the_time_it_needs() {
        // Day 92 is 30 September.
        for (movement, expect) in [
            ("gao>kidal 100..104 mode=road km=350", ""),
            ("gao>kidal 100..104 mode=air km=3500", ""),
            ("gao>kidal 100..104 mode=road", ""),
            (
                "gao>kidal 100..104 mode=road km=350.2",
                "warning too-fast m at gao on 100 by 1: 351 km in 5, needs 6; fix m 100..105",
            ),
            (
                "gao>kidal 10..14 mode=road km=350",
                "warning too-fast m at gao on 10 by 2: 350 km in 5, needs 7; fix m 10..16",
            ),
            // South of the equator these months are dry.
            ("south>kidal 10..14 mode=road km=350", ""),
            // The later batches go in the dry season.
            (
                "gao>kidal 80..110 trip=5 mode=road km=350",
                "warning too-fast m at gao on 80 by 2: 350 km in 5, needs 7",
            ),
            // The earlier batches go in the dry season.
            (
                "gao>kidal -40..-10 trip=5 mode=road km=350",
                "warning too-fast m at gao on -33 by 1: 350 km in 5, needs 6",
            ),
        ] {
            let plan = format!(
                "horizon -60..200\nsite gao at=0,16\nsite kidal at=1,18\nsite south at=30,-5\nmove m {movement}"
            );
            check_problems("too-fast", &[(&plan, expect)]);
        }
    }

    #[test]
    fn what_has_arrived_was_fast_enough() {
        let plan = "site gao\nsite kidal\nmove m gao>kidal 20..24 mode=road km=360";
        let too_fast = |on| format!("warning too-fast m at gao on {on} by 1: 360 km in 5, needs 6");
        for (actual, expect) in
            [("", too_fast(20)), (" actual=30..", too_fast(30)), (" actual=30..33", String::new())]
        {
            let plan = format!("{plan}{actual}");
            check_problems_on(Track::Forecast, "too-fast", &[(&plan, &expect)]);
        }
    }

    #[test]
    fn restrictions_slow_a_convoy_down() {
        for (restriction, expect) in [
            ("slow 99..110 factor=2 modes=air", ""),
            ("slow 105..110 factor=2", ""),
            ("slow 99..110 factor=0.5", ""),
            ("slow 99..110", ""),
            (
                "slow 99..110 factor=2 modes=road",
                "warning too-fast m at gao on 100 by 5: 350 km in 5, needs 10; fix m 100..109",
            ),
            (
                "slow 104..110 factor=2\nrestriction s slow 104.. factor=2",
                "warning too-fast m at gao on 100 by 3: 350 km in 5, needs 8; fix m 100..107",
            ),
        ] {
            let plan = format!(
                "horizon 1..200\nsite gao at=0,16\nsite kidal at=1,18\nrestriction r {restriction}\n\
                 move m gao>kidal 100..104 mode=road km=350"
            );
            check_problems("too-fast", &[(&plan, expect)]);
        }
    }
}
