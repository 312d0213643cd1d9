//! Whether a ring crosses or touches itself.

use super::edit::bits;
use crate::geo::LonLat;

/// Whether any two edges of a ring meet but where one follows the other.
pub fn crosses_itself(ring: &[LonLat]) -> bool {
    (0..ring.len()).any(|edge| edge_meets(ring, edge))
}

/// The same of the edges at some corners alone: enough where nothing else changed.
pub fn crosses_at(ring: &[LonLat], corners: &[LonLat]) -> bool {
    let touched: std::collections::HashSet<_> = corners.iter().map(|at| bits(*at)).collect();
    let is_touched = |i: usize| touched.contains(&bits(ring[i]));
    let count = ring.len();
    let edges = (0..count).filter(|edge| is_touched(*edge) || is_touched((edge + 1) % count));
    edges.into_iter().any(|edge| edge_meets(ring, edge))
}

/// Whether an edge meets another edge of its ring than its two neighbours, or runs
/// back along one of them.
fn edge_meets(ring: &[LonLat], edge: usize) -> bool {
    let count = ring.len();
    let ends = |i: usize| (ring[i % count], ring[(i + 1) % count]);
    let (a, b) = ends(edge);
    let (_, after) = ends(edge + 1);
    if count > 2 && turn(a, b, after) == 0.0 && is_between(a, b, after) {
        return true;
    }
    (edge + 2..edge + count - 1).any(|other| {
        let (c, d) = ends(other);
        meet(a, b, c, d)
    })
}

/// Whether two pieces of a line have a point in common, ends included.
fn meet(a: LonLat, b: LonLat, c: LonLat, d: LonLat) -> bool {
    let (c_side, d_side) = (turn(a, b, c), turn(a, b, d));
    let (a_side, b_side) = (turn(c, d, a), turn(c, d, b));
    let apart = |one: f64, other: f64| one * other < 0.0;
    (apart(c_side, d_side) && apart(a_side, b_side))
        || (c_side == 0.0 && within(a, b, c))
        || (d_side == 0.0 && within(a, b, d))
        || (a_side == 0.0 && within(c, d, a))
        || (b_side == 0.0 && within(c, d, b))
}

/// Positive where the way from `a` over `b` to `c` turns left, 0 where it goes
/// straight on or back.
fn turn(a: LonLat, b: LonLat, c: LonLat) -> f64 {
    (b.lon() - a.lon()) * (c.lat() - a.lat()) - (b.lat() - a.lat()) * (c.lon() - a.lon())
}

/// Whether `p`, on the line through both, lies on the piece between `a` and `b`.
fn within(a: LonLat, b: LonLat, p: LonLat) -> bool {
    let inside = |x: f64, one: f64, other: f64| x >= one.min(other) && x <= one.max(other);
    inside(p.lon(), a.lon(), b.lon()) && inside(p.lat(), a.lat(), b.lat())
}

/// Whether the way from `a` to `b` turns straight back towards `c`.
fn is_between(a: LonLat, b: LonLat, c: LonLat) -> bool {
    let (back, on) =
        ((a.lon() - b.lon(), a.lat() - b.lat()), (c.lon() - b.lon(), c.lat() - b.lat()));
    back.0 * on.0 + back.1 * on.1 > 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_that_meet_themselves_are_told() {
        for (name, points, expect) in [
            ("square", &[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)][..], false),
            ("corner on a straight edge", &[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (1.0, 1.0)], false),
            ("bow tie", &[(0.0, 0.0), (2.0, 2.0), (2.0, 0.0), (0.0, 2.0)], true),
            ("spike", &[(0.0, 0.0), (2.0, 0.0), (1.0, 0.0), (1.0, 1.0)], true),
            ("touches", &[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (1.0, 0.0), (0.0, 2.0)], true),
            ("bay", &[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (1.0, 0.5), (0.0, 2.0)], false),
        ] {
            let ring: Vec<_> = points.iter().map(|(x, y)| LonLat::new(*x, *y).unwrap()).collect();
            assert_eq!(crosses_itself(&ring), expect, "{name}");
            assert_eq!(crosses_at(&ring, &ring), expect, "{name} by its corners");
            let turned: Vec<_> = ring.iter().rev().copied().collect();
            assert_eq!(crosses_itself(&turned), expect, "{name} the other way round");
        }
    }

    #[test]
    fn what_did_not_change_is_not_looked_at() {
        let points = [(0.0, 0.0), (2.0, 2.0), (2.0, 0.0), (0.0, 2.0), (-1.0, 1.5), (-1.0, 0.5)];
        let ring = points.map(|(x, y)| LonLat::new(x, y).unwrap());
        assert!(crosses_itself(&ring));
        assert!(!crosses_at(&ring, &[ring[4]]), "a file may hold what crosses elsewhere");
        assert!(crosses_at(&ring, &[ring[1]]));
    }
}
