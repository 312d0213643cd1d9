//! Geometry of maps in pictures that are drawn anew in each frame, such as the countries
//! of the locator map: made into triangles once, and kept while it is painted.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::epaint::Mesh;
use eframe::egui::{Color32, Context, Id, Rect, Vec2};

use crate::geo::Geometry;
use crate::scene::Placement;

/// What the triangles of a geometry depend on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    pub placement: Placement,
    pub offset: Vec2,
    pub clip: Rect,
    pub fill: Option<Color32>,
    /// Width and colour.
    pub stroke: Option<(f32, Color32)>,
    pub pixels_per_point: f32,
}

/// The geometries that were painted last, by their place in memory.
#[derive(Clone, Default)]
pub(super) struct Traced(Arc<Mutex<HashMap<usize, Vec<Trace>>>>);

struct Trace {
    /// Holds its place in memory.
    geometry: Arc<Geometry>,
    look: Look,
    mesh: Arc<Mesh>,
    /// The last pass in which it was painted.
    pass: u64,
}

impl Traced {
    pub fn of(ctx: &Context) -> Traced {
        ctx.data_mut(|data| data.get_temp_mut_or_default::<Traced>(Id::unique("traced")).clone())
    }

    pub fn get(
        &self,
        geometry: &Arc<Geometry>,
        look: Look,
        pass: u64,
        make: impl FnOnce() -> Mesh,
    ) -> Arc<Mesh> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = Arc::as_ptr(geometry) as usize;
        let same = known.entry(place).or_default().iter_mut().find(|trace| trace.look == look);
        if let Some(trace) = same {
            trace.pass = pass;
            return trace.mesh.clone();
        }
        // What was not painted in the pass before is gone.
        known.retain(|_, traces| {
            traces.retain(|trace| trace.pass + 1 >= pass);
            !traces.is_empty()
        });
        let mesh = Arc::new(make());
        let trace = Trace { geometry: geometry.clone(), look, mesh: mesh.clone(), pass };
        debug_assert_eq!(Arc::as_ptr(&trace.geometry) as usize, place);
        known.entry(place).or_default().push(trace);
        mesh
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::WorldPoint;
    use crate::scene::Point;

    #[test]
    fn triangles_are_kept_while_they_are_painted() {
        let line = [(0.0, 0.0), (0.1, 0.1)].map(|(x, y)| WorldPoint { x, y }).to_vec();
        let geometry = Arc::new(Geometry::lines([line]).unwrap());
        let look = Look {
            placement: Placement { scale: 1.0, offset: Point::default() },
            offset: Vec2::ZERO,
            clip: Rect::ZERO,
            fill: Some(Color32::BLACK),
            stroke: None,
            pixels_per_point: 1.0,
        };
        let traced = Traced::default();
        let mut made = 0;
        let mut paint = |look, pass| {
            traced.get(&geometry, look, pass, || {
                made += 1;
                Mesh::default()
            });
        };
        let moved = Look { offset: Vec2::X, ..look };
        paint(look, 1);
        paint(look, 2);
        paint(moved, 3);
        paint(look, 3);
        paint(moved, 4);
        // It was not painted for a while, and something else was made since.
        paint(Look { fill: None, ..look }, 8);
        paint(look, 8);
        assert_eq!(made, 4);
        assert_eq!(traced.0.lock().unwrap().values().map(Vec::len).sum::<usize>(), 2);
    }
}
