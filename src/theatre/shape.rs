//! Areas, lines and points of a theatre, with as much detail as a zoom needs.

use std::sync::{Arc, OnceLock};

use super::detail::{Frame, Path};
use super::junctions::Junctions;
use super::label::label_point;
use super::plane::{crosses, edges};
use super::scales::Scales;
use crate::geo::{Geometry, LonLat, WorldBounds, WorldPoint};

/// What a feature looks like on the ground.
pub trait Shape {
    fn bounds(&self) -> WorldBounds;
}

/// One or several polygons.
#[derive(Debug)]
pub struct AreaShape {
    /// Each a list of rings, the outer one first; never empty.
    polygons: Vec<Vec<Path>>,
    bounds: WorldBounds,
    /// Edges at which the area was cut.
    frame: Frame,
    fills: Levels,
    outlines: Levels,
    label_at: OnceLock<LonLat>,
}

/// One or several lines.
#[derive(Debug)]
pub struct LineShape {
    /// Never empty.
    lines: Vec<Path>,
    bounds: WorldBounds,
    /// Edges at which the lines were cut.
    frame: Frame,
    levels: Levels,
}

/// A place without extent.
#[derive(Clone, Copy, Debug)]
pub struct PointShape(pub LonLat);

impl Shape for AreaShape {
    fn bounds(&self) -> WorldBounds {
        self.bounds
    }
}

impl Shape for LineShape {
    fn bounds(&self) -> WorldBounds {
        self.bounds
    }
}

impl Shape for PointShape {
    fn bounds(&self) -> WorldBounds {
        WorldBounds { min: self.0.into(), max: self.0.into() }
    }
}

impl AreaShape {
    /// None without a polygon.
    pub(super) fn new(polygons: Vec<Vec<Path>>, frame: Frame) -> Option<AreaShape> {
        let polygons: Vec<_> = polygons.into_iter().filter(|rings| !rings.is_empty()).collect();
        let bounds = polygons.iter().map(|rings| rings[0].bounds).reduce(WorldBounds::union)?;
        let (fills, outlines) = (Levels::default(), Levels::default());
        Some(AreaShape { polygons, bounds, frame, fills, outlines, label_at: OnceLock::new() })
    }

    pub(super) fn weigh(&mut self, junctions: &Junctions, scales: &mut Scales) {
        self.polygons.iter_mut().flatten().for_each(|ring| ring.weigh(junctions, scales));
        (self.fills, self.outlines) = (Levels::default(), Levels::default());
    }

    /// The same area, with nothing worked out.
    pub(super) fn copy(&self) -> AreaShape {
        AreaShape {
            polygons: self.polygons.clone(),
            bounds: self.bounds,
            frame: self.frame,
            fills: Levels::default(),
            outlines: Levels::default(),
            label_at: self.label_at.clone(),
        }
    }

    fn vertices(&self) -> usize {
        self.rings().map(|ring| ring.points.len()).sum()
    }

    pub(super) fn rings(&self) -> impl Iterator<Item = &Path> {
        self.polygons.iter().flatten()
    }

    pub(super) fn frame(&self) -> Frame {
        self.frame
    }

    /// All points of its rings, polygon by polygon.
    pub(super) fn places(&self) -> Vec<Vec<Vec<LonLat>>> {
        let ring = |path: &Path| path.points.iter().map(|point| LonLat::from(*point)).collect();
        self.polygons.iter().map(|rings| rings.iter().map(ring).collect()).collect()
    }

    pub fn geometry(&self, zoom: f64) -> &Arc<Geometry> {
        let geometry = self.fills.at(
            zoom,
            || self.vertices(),
            |tolerance| {
                Geometry::areas(self.thinned(tolerance))
                    .or_else(|| Geometry::areas(self.thinned(0.0)))
                    .map(Arc::new)
            },
        );
        geometry.as_ref().expect("a ring has three points and no closing one")
    }

    pub fn outline(&self, zoom: f64) -> Option<&Arc<Geometry>> {
        let outline = self.outlines.at(
            zoom,
            || self.vertices(),
            |tolerance| {
                let rings: Vec<_> = self.thinned(tolerance).into_iter().flatten().collect();
                let is_cut =
                    |ring: &Vec<WorldPoint>| edges(ring).any(|(a, b)| self.frame.cuts(a, b));
                if !rings.iter().any(is_cut) {
                    return Some(self.geometry(zoom).clone());
                }
                Geometry::lines(rings.iter().flat_map(|ring| self.uncut(ring))).map(Arc::new)
            },
        );
        outline.as_ref()
    }

    pub fn label_at(&self) -> LonLat {
        *self.label_at.get_or_init(|| {
            // A hundredth of the area's size is as exact as a label needs.
            let tolerance = self.bounds.width().max(self.bounds.height()) / 400.0;
            label_point(&self.thinned(tolerance)).unwrap_or(self.bounds.center()).into()
        })
    }

    /// Whether a point lies inside. A point on a border that two areas share
    /// lies in one of them.
    pub fn contains(&self, point: WorldPoint) -> bool {
        let inside = |rings: &Vec<Path>| {
            let edges = rings.iter().flat_map(|ring| edges(&ring.points));
            edges.filter(|(a, b)| crosses(point, *a, *b)).count() % 2 == 1
        };
        self.bounds.contains(point) && self.polygons.iter().any(inside)
    }

    /// The polygons at a tolerance, without rings too small to be seen then; the
    /// largest polygon is always there.
    fn thinned(&self, tolerance: f64) -> Vec<Vec<Vec<WorldPoint>>> {
        let largest = self.polygons.iter().map(|rings| rings[0].extent()).fold(0.0, f64::max);
        let shown = |rings: &&Vec<Path>| rings[0].extent() >= tolerance.min(largest);
        let thinned = |rings: &Vec<Path>| {
            let rings = rings.iter().enumerate();
            let rings = rings.filter(|(i, ring)| *i == 0 || ring.extent() >= tolerance);
            rings.map(|(_, ring)| ring.thinned(tolerance)).collect()
        };
        self.polygons.iter().filter(shown).map(thinned).collect()
    }

    /// The lines of a ring that do not run along the frame.
    fn uncut(&self, ring: &[WorldPoint]) -> Vec<Vec<WorldPoint>> {
        let cut = |i: usize| self.frame.cuts(ring[i], ring[(i + 1) % ring.len()]);
        let Some(first) = (0..ring.len()).find(|i| cut(*i)) else {
            return vec![ring.iter().chain(&ring[..1]).copied().collect()];
        };
        let mut lines = Vec::new();
        let mut line = Vec::new();
        for i in (first + 1..=first + ring.len()).map(|i| i % ring.len()) {
            line.push(ring[i]);
            if cut(i) {
                lines.push(std::mem::take(&mut line));
            }
        }
        lines
    }
}

impl LineShape {
    /// None without a line.
    pub(super) fn new(lines: Vec<Path>, frame: Frame) -> Option<LineShape> {
        let bounds = lines.iter().map(|line| line.bounds).reduce(WorldBounds::union)?;
        Some(LineShape { lines, bounds, frame, levels: Levels::default() })
    }

    fn vertices(&self) -> usize {
        self.lines.iter().map(|line| line.points.len()).sum()
    }

    pub(super) fn paths(&self) -> &[Path] {
        &self.lines
    }

    pub fn geometry(&self, zoom: f64) -> &Arc<Geometry> {
        let geometry = self.levels.at(
            zoom,
            || self.vertices(),
            |tolerance| {
                // Left out: islands too small to be seen, and what comes to lie on the
                // frame when it is thinned.
                let shown = |line: &&Path| tolerance == 0.0 || !line.is_loop_within(tolerance);
                let lines = self.lines.iter().filter(shown).map(|line| line.thinned(tolerance));
                Geometry::lines(lines.filter(|line| !self.frame.cuts_all(line)))
                    .or_else(|| Geometry::lines(self.lines.iter().map(|line| line.points.clone())))
                    .map(Arc::new)
            },
        );
        geometry.as_ref().expect("a line has two points")
    }
}

/// The levels of detail: one each half zoom from 3 to 10, and one with all points.
const LEVELS: usize = 16;
const FIRST_ZOOM: f64 = 3.0;

/// A feature of more points is never shown with all of them, but as at zoom 10.5: to
/// fill an area of millions of points would keep the reader waiting.
const MOST_EXACT: usize = 500_000;

/// How far a thinned line may be from the true one, in points at the zoom it is for.
const TOLERANCE_POINTS: f64 = 0.4;

/// A geometry for each level of detail, made when it is first asked for.
#[derive(Debug, Default)]
struct Levels([OnceLock<Option<Arc<Geometry>>>; LEVELS]);

impl Levels {
    /// The geometry for a zoom; `make` is given the tolerance in units of the plane.
    fn at(
        &self,
        zoom: f64,
        vertices: impl FnOnce() -> usize,
        make: impl FnOnce(f64) -> Option<Arc<Geometry>>,
    ) -> &Option<Arc<Geometry>> {
        // Rounded up: between two levels the finer one. A zoom that is no number
        // gets the first.
        let level = (((zoom - FIRST_ZOOM) * 2.0).ceil().max(0.0) as usize).min(LEVELS - 1);
        self.0[level].get_or_init(|| {
            let exact = level == LEVELS - 1 && vertices() <= MOST_EXACT;
            let level_zoom = FIRST_ZOOM + level as f64 / 2.0;
            make(if exact { 0.0 } else { TOLERANCE_POINTS / (256.0 * level_zoom.exp2()) })
        })
    }
}
