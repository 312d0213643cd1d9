//! Lines and polygons that run over the 180th meridian, cut there.
//!
//! RFC 7946 wants them cut in the file. Where they are not, two neighbours are half
//! a world apart or more, and the way between them is meant to be the short one:
//! the line is unrolled eastwards or westwards, and cut where it leaves the plane.

use super::detail::Path;
use crate::geo::WorldPoint;

/// The pieces of a line; None for one that does not cross.
pub(super) fn cut_line(line: &Path) -> Option<Vec<Vec<WorldPoint>>> {
    if !(may_cross(line) && crosses(&line.points)) {
        return None;
    }
    let (unrolled, _) = unroll(&line.points);
    let mut pieces = Vec::new();
    let mut piece = vec![unrolled[0]];
    let mut sheet = sheet_of(unrolled[0], unrolled[1]);
    for pair in unrolled.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let (from, to) = (sheet_of(a, b), sheet_of(b, a));
        // A point on the meridian itself is the last on one side, the first on the other.
        if from != sheet {
            pieces.push(std::mem::replace(&mut piece, vec![a]));
        }
        sheet = to;
        if from != to {
            let edge = from.max(to) as f64;
            let at = a.towards(b, (edge - a.x) / (b.x - a.x));
            let cut = WorldPoint { x: edge, ..at };
            piece.push(cut);
            pieces.push(std::mem::replace(&mut piece, vec![cut]));
        }
        piece.push(b);
    }
    pieces.push(piece);
    Some(pieces.iter().map(|piece| rolled_up(piece)).collect())
}

/// The pieces of a polygon, its outer ring first; None for one that does not cross.
pub(super) fn cut_polygon(rings: &[Path]) -> Option<Vec<Vec<Path>>> {
    if !rings.iter().any(|ring| may_cross(ring) && crosses_closed(&ring.points)) {
        return None;
    }
    // Holes are unrolled onto the sheet the outer ring lies on.
    let outer = unroll_ring(&rings[0].points);
    let (west, east) = span(&outer);
    let unrolled: Vec<Vec<WorldPoint>> = std::iter::once(outer)
        .chain(rings[1..].iter().map(|hole| {
            let hole = unroll_ring(&hole.points);
            let middle = (span(&hole).0 + span(&hole).1) / 2.0;
            let by = [-1.0, 0.0, 1.0].into_iter().find(|by| (west..=east).contains(&(middle + by)));
            let by = by.unwrap_or(0.0);
            hole.into_iter().map(|point| WorldPoint { x: point.x + by, ..point }).collect()
        }))
        .collect();
    let mut pieces = Vec::new();
    for sheet in west.floor() as i64..east.ceil() as i64 {
        let of_sheet = |ring: &Vec<WorldPoint>| {
            let right = clipped(ring, sheet as f64, 1.0);
            Path::ring(onto_plane(&clipped(&right, (sheet + 1) as f64, -1.0), sheet as f64))
        };
        let Some(outer) = of_sheet(&unrolled[0]) else { continue };
        pieces.push(
            std::iter::once(outer).chain(unrolled[1..].iter().filter_map(of_sheet)).collect(),
        );
    }
    Some(pieces)
}

/// From how far on the way over the 180th meridian is the shorter one.
const HALF_A_WORLD: f64 = 0.5;

/// Whether the way from one point to the next is shorter over the 180th meridian.
/// All around the world, from one edge of the plane to the other, is a way along a
/// map's edge.
fn jumps(a: WorldPoint, b: WorldPoint) -> bool {
    let dx = (b.x - a.x).abs();
    dx > HALF_A_WORLD && dx < 1.0 - 1e-9
}

/// Whether a path is wide enough for two of its points to be so far apart: hardly any
/// is, and then no point of it is looked at.
fn may_cross(path: &Path) -> bool {
    path.bounds.width() > HALF_A_WORLD
}

fn crosses(points: &[WorldPoint]) -> bool {
    points.windows(2).any(|pair| jumps(pair[0], pair[1]))
}

fn crosses_closed(points: &[WorldPoint]) -> bool {
    crosses(points) || jumps(points[points.len() - 1], points[0])
}

/// The points without jumps, and how far around the world they went to their end.
fn unroll(points: &[WorldPoint]) -> (Vec<WorldPoint>, f64) {
    let mut around = 0.0;
    let mut unrolled = vec![points[0]];
    for pair in points.windows(2) {
        around += turn(pair[0], pair[1]);
        unrolled.push(WorldPoint { x: pair[1].x + around, ..pair[1] });
    }
    (unrolled, around)
}

/// By how many worlds the second point moves to lie next to the first.
fn turn(a: WorldPoint, b: WorldPoint) -> f64 {
    match jumps(a, b) {
        true if b.x < a.x => 1.0,
        true => -1.0,
        false => 0.0,
    }
}

/// A ring without jumps. One around a pole goes along the edge of the map there.
fn unroll_ring(points: &[WorldPoint]) -> Vec<WorldPoint> {
    let (mut unrolled, around) = unroll(points);
    let around = around + turn(points[points.len() - 1], points[0]);
    if around != 0.0 {
        let middle = points.iter().map(|point| point.y).sum::<f64>() / points.len() as f64;
        let pole = if middle < 0.5 { 0.0 } else { 1.0 };
        let first = points[0];
        unrolled.push(WorldPoint { x: first.x + around, ..first });
        unrolled.push(WorldPoint { x: first.x + around, y: pole });
        unrolled.push(WorldPoint { x: first.x, y: pole });
    }
    unrolled
}

fn span(points: &[WorldPoint]) -> (f64, f64) {
    let xs = points.iter().map(|point| point.x);
    (xs.clone().fold(f64::INFINITY, f64::min), xs.fold(f64::NEG_INFINITY, f64::max))
}

/// Which world a point lies in; one on an edge in that of its neighbour.
fn sheet_of(point: WorldPoint, neighbour: WorldPoint) -> i64 {
    let sheet = point.x.floor();
    let is_edge = point.x == sheet && neighbour.x < point.x;
    sheet as i64 - i64::from(is_edge)
}

fn rolled_up(piece: &[WorldPoint]) -> Vec<WorldPoint> {
    let (west, east) = span(piece);
    onto_plane(piece, ((west + east) / 2.0).floor())
}

/// Points of a world as points of the first.
fn onto_plane(points: &[WorldPoint], sheet: f64) -> Vec<WorldPoint> {
    let moved = |point: &WorldPoint| WorldPoint { x: (point.x - sheet).clamp(0.0, 1.0), ..*point };
    points.iter().map(moved).collect()
}

/// The part of a ring to the right of a meridian (`side` 1) or to its left (−1),
/// after Sutherland and Hodgman (1974).
fn clipped(ring: &[WorldPoint], edge: f64, side: f64) -> Vec<WorldPoint> {
    let is_in = |point: WorldPoint| (point.x - edge) * side >= 0.0;
    let mut kept = Vec::new();
    let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
    for (a, b) in before.zip(ring) {
        if is_in(*a) != is_in(*b) {
            kept.push(WorldPoint { x: edge, ..a.towards(*b, (edge - a.x) / (b.x - a.x)) });
        }
        if is_in(*b) {
            kept.push(*b);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theatre::plane::area;

    fn points(list: &[(f64, f64)]) -> Vec<WorldPoint> {
        list.iter().map(|(x, y)| WorldPoint { x: *x, y: *y }).collect()
    }

    fn line(list: &[(f64, f64)]) -> Path {
        Path::line(points(list)).unwrap()
    }

    fn ring(list: &[(f64, f64)]) -> Path {
        Path::ring(points(list)).unwrap()
    }

    #[test]
    fn lines_go_the_short_way() {
        assert!(cut_line(&line(&[(0.1, 0.5), (0.6, 0.5)])).is_none());
        assert!(cut_line(&line(&[(0.0, 0.5), (1.0, 0.5)])).is_none(), "an edge of the map");
        let pieces = cut_line(&line(&[(0.9, 0.4), (0.1, 0.6), (0.2, 0.6)])).unwrap();
        assert_eq!(pieces.len(), 2);
        assert_eq!(pieces[0].last().unwrap().x, 1.0);
        assert_eq!((pieces[1][0].x, pieces[1].len()), (0.0, 3));
        assert!((pieces[1][0].y - 0.5).abs() < 1e-12);
    }

    #[test]
    fn polygons_keep_their_area_on_both_sides() {
        let square = ring(&[(0.9, 0.4), (0.1, 0.4), (0.1, 0.6), (0.9, 0.6)]);
        let hole = ring(&[(0.04, 0.45), (0.06, 0.45), (0.06, 0.5), (0.04, 0.5)]);
        let pieces = cut_polygon(&[square, hole]).unwrap();
        assert_eq!(pieces.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2]);
        for piece in &pieces {
            assert!((area(&piece[0].points) - 0.02).abs() < 1e-12);
            assert!(piece[0].points.iter().all(|point| (0.0..=1.0).contains(&point.x)));
        }
    }

    #[test]
    fn what_goes_around_a_pole_reaches_it() {
        let cap = ring(&[(0.1, 0.9), (0.4, 0.9), (0.7, 0.9), (0.95, 0.9)]);
        let pieces = cut_polygon(&[cap]).unwrap();
        let total: f64 = pieces.iter().map(|piece| area(&piece[0].points)).sum();
        assert!((total - 0.1).abs() < 1e-9, "{total}");
    }
}
