//! Where a bar that is dragged comes to rest: on whole days, and drawn to the edges
//! of other things nearby.

use super::moving::Moving;
use crate::app::view::View;
use crate::calendar::{Day, Span};
use crate::draw::timeline::Layout;
use crate::plan::LimitKind;

/// How near an edge is drawn to another one, in points.
const REACH: f64 = 6.0;

/// The edges that draw others to them: ends of the bars in view that stay where
/// they are, edges of phases, deadlines and the playhead. Each is the beginning of
/// the day with that number.
pub(super) fn magnets(moving: &Moving, layout: &Layout, view: &View) -> Vec<i64> {
    let edges = |span: Span| [span.start.map(Day::number), span.end.map(|end| end.number() + 1)];
    let bars = super::bars(layout, view).into_iter().filter(|bar| !moving.moves(&bar.id));
    let bars = bars.flat_map(|bar| edges(bar.span.into()));
    let phases = view.plan.phases().iter().flat_map(|phase| edges(phase.span));
    let deadlines = view.plan.limits().iter().filter(|limit| limit.kind == LimitKind::Deadline);
    let deadlines = deadlines.map(|limit| limit.date.map(|date| date.number() + 1));
    let mut all: Vec<i64> = bars.chain(phases).chain(deadlines).flatten().collect();
    all.push(view.moment.days().round() as i64);
    all.sort_unstable();
    all.dedup();
    all
}

/// The whole days to move by, for a hand that moved `days`: to the magnet nearest to
/// one of the edges, if one is within reach, else to the nearest day.
pub(super) fn snapped(days: f64, edges: &[i64], magnets: &[i64], per_day: f64) -> i64 {
    let to_magnets = edges.iter().flat_map(|edge| magnets.iter().map(move |at| at - edge));
    let distance = |to: &i64| (*to as f64 - days).abs() * per_day;
    let near = to_magnets.filter(|to| distance(to) <= REACH);
    let nearest = near.min_by(|a, b| distance(a).total_cmp(&distance(b)));
    nearest.unwrap_or(days.round() as i64)
}

/// Where edges that moved by so many days lie on a magnet: there a line is drawn.
pub(super) fn guides(days: i64, edges: &[i64], magnets: &[i64]) -> Vec<i64> {
    let now = edges.iter().map(|edge| edge + days);
    now.filter(|edge| magnets.binary_search(edge).is_ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edge_is_drawn_to_what_is_near_and_else_to_the_day() {
        let (edges, magnets) = ([10, 20], [14, 33]);
        for (days, per_day, expect, lines) in [
            // Two points to a day: three days are within reach.
            (2.0, 2.0, 4, &[14][..]),
            (0.8, 2.0, 1, &[]),
            (10.2, 2.0, 13, &[33]),
            // The nearer of the two.
            (-4.0, 1.0, -6, &[14]),
            // Wide days: half a day is farther than the reach.
            (3.4, 40.0, 3, &[]),
            (3.6, 40.0, 4, &[14]),
        ] {
            let found = snapped(days, &edges, &magnets, per_day);
            assert_eq!(found, expect, "{days} at {per_day}");
            assert_eq!(guides(found, &edges, &magnets), lines, "{days} at {per_day}");
        }
        assert_eq!(snapped(2.0, &edges, &[], 2.0), 2, "nothing draws it");
    }
}
