//! Lines and areas on the Mercator plane, ready to be drawn.

use std::sync::OnceLock;

use earcut::Earcut;

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
    triangles: OnceLock<Vec<[u32; 3]>>,
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
        Some(Geometry { origin, bounds, contours, form, triangles: OnceLock::new() })
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
        let mut triangles = Vec::new();
        if !rings.is_empty() {
            fill(rings, 0, &mut triangles);
        }
        triangles
    }

    /// Triangles that fill an area, as indices into the points of all contours
    /// one after the other; empty for lines. Worked out at the first call.
    pub fn triangles(&self) -> &[[u32; 3]] {
        self.triangles.get_or_init(|| {
            let Form::Areas(counts) = &self.form else { return Vec::new() };
            let mut triangles = Vec::new();
            let (mut ring, mut vertex) = (0, 0);
            for count in counts {
                let rings = &self.contours[ring..ring + count];
                fill(rings, vertex as u32, &mut triangles);
                ring += count;
                vertex += rings.iter().map(Vec::len).sum::<usize>();
            }
            triangles
        })
    }
}

fn without_closing_point(mut ring: Vec<WorldPoint>) -> Vec<WorldPoint> {
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}

fn fill(rings: &[Contour], first_vertex: u32, triangles: &mut Vec<[u32; 3]>) {
    let mut reached = 0;
    let mut holes = Vec::new();
    for ring in &rings[..rings.len() - 1] {
        reached += ring.len() as u32;
        holes.push(reached);
    }
    let mut indices: Vec<u32> = Vec::new();
    Earcut::new().earcut(rings.iter().flatten().copied(), &holes, &mut indices);
    triangles.extend(indices.chunks_exact(3).map(|t| [t[0], t[1], t[2]].map(|i| i + first_vertex)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Vec<WorldPoint> {
        points.iter().map(|(x, y)| WorldPoint { x: *x, y: *y }).collect()
    }

    fn filled_area(geometry: &Geometry) -> f64 {
        let points: Vec<[f32; 2]> = geometry.contours().concat();
        let area = |t: &[u32; 3]| {
            let [a, b, c] = t.map(|i| points[i as usize].map(f64::from));
            ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0
        };
        geometry.triangles().iter().map(area).sum()
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
    fn what_has_no_extent_is_left_out() {
        assert!(Geometry::lines([ring(&[(0.0, 0.0)])]).is_none());
        assert!(Geometry::areas([vec![ring(&[(0.0, 0.0), (1.0, 0.0), (0.0, 0.0)])]]).is_none());
        assert!(Geometry::areas([Vec::new()]).is_none());
    }
}
