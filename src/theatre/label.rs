//! Where a label stands best in an area.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::plane::{area, crosses, edges, squared_distance};
use crate::geo::{WorldBounds, WorldPoint};

/// The point of the widest polygon that is farthest from its edges, to a
/// hundredth of the polygon's size ("polylabel", Agafonkin 2016): squares are
/// halved, most promising first, until none can hold a better point.
///
/// Polygons are lists of rings, the outer one first. None without a polygon.
pub(super) fn label_point(polygons: &[Vec<Vec<WorldPoint>>]) -> Option<WorldPoint> {
    let widest = polygons.iter().filter(|rings| !rings.is_empty());
    let rings = widest.max_by(|a, b| area(&a[0]).total_cmp(&area(&b[0])))?;
    let bounds = WorldBounds::around(rings[0].iter().copied())?;
    let precision = bounds.width().max(bounds.height()) / 100.0;
    let size = bounds.width().min(bounds.height()).max(precision);
    let cells = |length: f64| ((length / size).ceil() as usize).clamp(1, 100);
    let (columns, rows) = (cells(bounds.width()), cells(bounds.height()));

    let half = size / 2.0;
    let mut best = Cell::new(bounds.center(), 0.0, rings);
    let mut open = BinaryHeap::new();
    for (column, row) in (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row))) {
        let x = bounds.min.x + half + column as f64 * size;
        let y = bounds.min.y + half + row as f64 * size;
        open.push(Cell::new(WorldPoint { x, y }, half, rings));
    }
    while let Some(cell) = open.pop() {
        if cell.most() <= best.inside + precision {
            break;
        }
        let half = cell.half / 2.0;
        for (dx, dy) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
            let middle = WorldPoint { x: cell.middle.x + dx, y: cell.middle.y + dy };
            open.push(Cell::new(middle, half, rings));
        }
        if cell.inside > best.inside {
            best = cell;
        }
    }
    Some(best.middle)
}

/// A square, by its middle and half of its side.
struct Cell {
    middle: WorldPoint,
    half: f64,
    /// How far inside the polygon the middle lies; negative outside.
    inside: f64,
}

impl Cell {
    fn new(middle: WorldPoint, half: f64, rings: &[Vec<WorldPoint>]) -> Cell {
        Cell { middle, half, inside: depth(middle, rings) }
    }

    /// How far inside any point of the square can be.
    fn most(&self) -> f64 {
        self.inside + self.half * std::f64::consts::SQRT_2
    }
}

impl Ord for Cell {
    fn cmp(&self, other: &Cell) -> Ordering {
        self.most().total_cmp(&other.most())
    }
}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Cell) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Cell {
    fn eq(&self, other: &Cell) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Cell {}

/// The distance to the nearest edge, negative outside.
fn depth(p: WorldPoint, rings: &[Vec<WorldPoint>]) -> f64 {
    let mut nearest = f64::INFINITY;
    let mut inside = false;
    for (a, b) in rings.iter().flat_map(|ring| edges(ring)) {
        inside ^= crosses(p, a, b);
        nearest = nearest.min(squared_distance(p, a, b));
    }
    if inside { nearest.sqrt() } else { -nearest.sqrt() }
}
