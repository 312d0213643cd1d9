//! Triangles that fill areas.
//!
//! Cutting off ears is fastest for what maps mostly have. It is wrong for rings
//! that cross themselves, and takes forever for tens of thousands of holes: such
//! polygons are swept instead, by the even-odd rule that every picture fills by.

use earcut::{Earcut, deviation};
use i_triangle::float::triangulator::Triangulator;
use i_triangle::i_overlay::core::fill_rule::FillRule;
use i_triangle::int::validation::Validation;

use super::geometry::Contour;

/// What fills an area.
#[derive(Debug, Default)]
pub struct Mesh {
    /// Indices into the points of all contours one after the other, and from there
    /// on into `extra`.
    pub triangles: Vec<[u32; 3]>,
    /// Points that no contour has: where rings cross.
    pub extra: Vec<[f32; 2]>,
}

/// Holes times points of a polygon up to which ears are cut off.
const MOST_WORK: usize = 20_000_000;
/// By what share of its area a filling may be wrong: of slivers between neighbours
/// that rounding lets cross.
const TOLERANCE: f64 = 1e-3;

impl Mesh {
    /// Of polygons with so many rings each.
    pub(super) fn of(contours: &[Contour], counts: &[usize]) -> Mesh {
        let mut mesh = Mesh::default();
        let points: usize = contours.iter().map(Vec::len).sum();
        let (mut ring, mut vertex) = (0, 0);
        for count in counts {
            let rings = &contours[ring..ring + count];
            let vertices: usize = rings.iter().map(Vec::len).sum();
            let ears = (count - 1).saturating_mul(vertices) <= MOST_WORK;
            let ears = ears.then(|| ear_clipped(rings)).filter(|ears| is_right(rings, ears));
            match ears {
                Some(ears) => mesh.add(&ears, vertex),
                None => {
                    let swept = swept(rings);
                    mesh.add(&swept.triangles, points + mesh.extra.len());
                    mesh.extra.extend(swept.extra);
                }
            }
            ring += count;
            vertex += vertices;
        }
        mesh
    }

    fn add(&mut self, triangles: &[[u32; 3]], first_vertex: usize) {
        let moved = |triangle: &[u32; 3]| triangle.map(|i| i + first_vertex as u32);
        self.triangles.extend(triangles.iter().map(moved));
    }
}

/// Of a polygon, its outer ring first: indices into the points of its rings.
pub(super) fn ear_clipped(rings: &[Contour]) -> Vec<[u32; 3]> {
    let mut indices: Vec<u32> = Vec::new();
    let points = rings.iter().flatten().copied();
    Earcut::new().earcut(points, &holes(rings), &mut indices);
    indices.chunks_exact(3).map(|t| [t[0], t[1], t[2]]).collect()
}

/// The places at which the holes begin.
fn holes(rings: &[Contour]) -> Vec<u32> {
    let mut reached = 0;
    let mut holes = Vec::new();
    for ring in &rings[..rings.len() - 1] {
        reached += ring.len() as u32;
        holes.push(reached);
    }
    holes
}

/// Whether triangles have the area that the rings go around. They do not where a
/// ring crosses itself.
fn is_right(rings: &[Contour], triangles: &[[u32; 3]]) -> bool {
    let points = rings.iter().flatten().map(|point| point.map(f64::from));
    let deviation = deviation(points, &holes(rings), triangles.as_flattened());
    // Rings without any area cannot be filled wrongly.
    deviation.is_nan() || deviation <= TOLERANCE
}

/// All points are extra.
fn swept(rings: &[Contour]) -> Mesh {
    let points = rings.iter().map(Vec::len).sum();
    let rings: Vec<Vec<[f64; 2]>> =
        rings.iter().map(|ring| ring.iter().map(|point| point.map(f64::from)).collect()).collect();
    let even_odd = Validation::with_fill_rule(FillRule::EvenOdd);
    let filling =
        Triangulator::<u32>::new(points, even_odd, Default::default()).triangulate(&rings);
    let triangles = filling.indices.chunks_exact(3).map(|t| [t[0], t[1], t[2]]).collect();
    let extra = filling.points.iter().map(|point| point.map(|x: f64| x as f32)).collect();
    Mesh { triangles, extra }
}
