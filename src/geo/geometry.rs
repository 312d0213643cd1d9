//! Lines and areas on the Mercator plane, ready to be drawn.

use std::sync::OnceLock;

use super::mesh::{self, Mesh};
use super::{WorldBounds, WorldPoint};

/// Lines or areas, projected once and drawn many times.
///
/// Points are kept as 32-bit offsets from an `origin` in their middle, in units
/// of the plane: a country keeps the precision of a tenth of a point at the
/// closest zoom. Never empty; every contour has at least two points, and each
/// ring of an area at least three.
#[derive(Debug)]
pub struct Geometry {
    origin: WorldPoint,
    bounds: WorldBounds,
    contours: Vec<Contour>,
    form: Form,
    mesh: OnceLock<Mesh>,
}

/// One line, or one ring of an area without its closing point.
pub type Contour = Vec<[f32; 2]>;

/// What the contours of a geometry are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    Lines,
    /// Polygons: each has so many rings, the first its outer one, the rest holes.
    Areas(Vec<usize>),
}

impl Geometry {
    /// Lines; those with fewer than two points are left out. None when none remain.
    pub fn lines(lines: impl IntoIterator<Item = Vec<WorldPoint>>) -> Option<Geometry> {
        let lines: Vec<_> = lines.into_iter().filter(|line| line.len() >= 2).collect();
        Geometry::new(lines, Form::Lines)
    }

    /// Polygons as lists of rings, the outer one first. A closing point may be
    /// there or not; rings of fewer than three points are left out, and with an
    /// outer ring its holes. None when none remain.
    pub fn areas(polygons: impl IntoIterator<Item = Vec<Vec<WorldPoint>>>) -> Option<Geometry> {
        let mut rings = Vec::new();
        let mut counts = Vec::new();
        for polygon in polygons {
            let mut polygon = polygon.into_iter().map(without_closing_point);
            let Some(outer) = polygon.next().filter(|ring| ring.len() >= 3) else { continue };
            let before = rings.len();
            rings.push(outer);
            rings.extend(polygon.filter(|ring| ring.len() >= 3));
            counts.push(rings.len() - before);
        }
        Geometry::new(rings, Form::Areas(counts))
    }

    fn new(contours: Vec<Vec<WorldPoint>>, form: Form) -> Option<Geometry> {
        let bounds = WorldBounds::around(contours.iter().flatten().copied())?;
        let origin = bounds.center();
        let offset = |p: &WorldPoint| [(p.x - origin.x) as f32, (p.y - origin.y) as f32];
        let contours = contours.iter().map(|c| c.iter().map(offset).collect()).collect();
        Some(Geometry { origin, bounds, contours, form, mesh: OnceLock::new() })
    }

    pub fn origin(&self) -> WorldPoint {
        self.origin
    }

    pub fn bounds(&self) -> WorldBounds {
        self.bounds
    }

    pub fn contours(&self) -> &[Contour] {
        &self.contours
    }

    pub fn form(&self) -> &Form {
        &self.form
    }

    pub fn is_area(&self) -> bool {
        matches!(self.form, Form::Areas(_))
    }

    pub fn vertex_count(&self) -> usize {
        self.contours.iter().map(Vec::len).sum()
    }

    /// Triangles that fill one polygon: its outer ring and its holes, as indices
    /// into the points of all rings one after the other.
    pub fn fill_rings(rings: &[Contour]) -> Vec<[u32; 3]> {
        if rings.is_empty() { Vec::new() } else { mesh::ear_clipped(rings) }
    }

    /// What fills an area; empty for lines. Worked out at the first call.
    pub fn mesh(&self) -> &Mesh {
        self.mesh.get_or_init(|| {
            let Form::Areas(counts) = &self.form else { return Mesh::default() };
            Mesh::of(&self.contours, counts)
        })
    }
}

fn without_closing_point(mut ring: Vec<WorldPoint>) -> Vec<WorldPoint> {
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Vec<WorldPoint> {
        points.iter().map(|(x, y)| WorldPoint { x: *x, y: *y }).collect()
    }

    fn filled_area(geometry: &Geometry) -> f64 {
        let mesh = geometry.mesh();
        let points = [geometry.contours().concat(), mesh.extra.clone()].concat();
        let area = |t: &[u32; 3]| {
            let [a, b, c] = t.map(|i| points[i as usize].map(f64::from));
            ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0
        };
        mesh.triangles.iter().map(area).sum()
    }

    #[test]
    fn triangles_fill_the_area_and_leave_its_holes() {
        let square = ring(&[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]);
        let hole = ring(&[(1.0, 1.0), (1.0, 2.0), (2.0, 2.0), (2.0, 1.0)]);
        let other = ring(&[(5.0, 0.0), (6.0, 0.0), (6.0, 1.0)]);
        let areas = Geometry::areas([vec![square, hole], vec![other]]).unwrap();
        assert!((filled_area(&areas) - 15.5).abs() < 1e-4, "{}", filled_area(&areas));
        assert_eq!(areas.form(), &Form::Areas(vec![2, 1]));
        assert_eq!(areas.vertex_count(), 11);
    }

    #[test]
    fn what_crosses_itself_is_filled_by_the_even_odd_rule() {
        // A star of five points: its middle is outside.
        let corner = |i: usize| {
            let (sin, cos) = (std::f64::consts::TAU * (i * 2 % 5) as f64 / 5.0).sin_cos();
            (cos, sin)
        };
        let star = ring(&[0, 1, 2, 3, 4].map(corner));
        let filled = filled_area(&Geometry::areas([vec![star]]).unwrap());
        // The whole star has 1.1226, the pentagon in its middle 0.3471.
        assert!((filled - 0.7755).abs() < 1e-3, "{filled}");
        let bow_tie = ring(&[(0.0, 0.0), (2.0, 2.0), (2.0, 0.0), (0.0, 2.0)]);
        let filled = filled_area(&Geometry::areas([vec![bow_tie]]).unwrap());
        assert!((filled - 2.0).abs() < 1e-3, "{filled}");
    }

    #[test]
    fn many_holes_are_filled_in_bounded_time() {
        const SIDE: usize = 317;
        let at = |column: usize, row: usize, by: f64| {
            let step = 1.0 / SIDE as f64;
            ((column as f64 + 0.25) * step + by * step, (row as f64 + 0.25) * step)
        };
        let holes = (0..SIDE * SIDE).map(|i| {
            let ((x, y), (right, _)) = (at(i % SIDE, i / SIDE, 0.0), at(i % SIDE, i / SIDE, 0.5));
            let bottom = y + (right - x);
            ring(&[(x, y), (right, y), (right, bottom), (x, bottom)])
        });
        let square = ring(&[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]);
        let areas = Geometry::areas([std::iter::once(square).chain(holes).collect()]).unwrap();
        assert!((filled_area(&areas) - 0.75).abs() < 1e-2, "{}", filled_area(&areas));
    }

    #[test]
    fn what_has_no_extent_is_left_out() {
        assert!(Geometry::lines([ring(&[(0.0, 0.0)])]).is_none());
        assert!(Geometry::areas([vec![ring(&[(0.0, 0.0), (1.0, 0.0), (0.0, 0.0)])]]).is_none());
        assert!(Geometry::areas([Vec::new()]).is_none());
    }
}
