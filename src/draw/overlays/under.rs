//! What of a plan's own layers lies under a point of the map.

use super::{Laid, MARK, laid};
use crate::geo::{MapView, ViewPoint, WorldBounds};
use crate::plan::{Layer, LayerMark, Plan};
use crate::scene::{Color, Node, Outline, Path, Point, Stroke, Subject, subject_at};
use crate::theatre::{Overlay, Piece, Theatre};

/// A feature of a layer.
pub struct Under<'a> {
    pub layer: &'a Layer,
    /// By which [`Overlay::piece`] finds it.
    pub number: usize,
    pub piece: Piece<'a>,
}

/// The feature on top at a point of a view, or none; `reach` is how far beside it the
/// point may be, in points.
pub fn under<'a>(
    plan: &'a Plan,
    theatre: &'a Theatre,
    view: &MapView,
    at: Point,
    reach: f32,
) -> Option<Under<'a>> {
    laid(plan, theatre, None).into_iter().find_map(|laid| {
        let number = laid.number_at(view, at, reach)?;
        Some(Under { layer: laid.layer, number, piece: laid.overlay.piece(number)? })
    })
}

impl Laid<'_> {
    /// The feature on top at a point. Of those whose bounds are there, what is met is
    /// what is drawn, which has as many corners as its zoom shows and not as the file.
    fn number_at(&self, view: &MapView, at: Point, reach: f32) -> Option<usize> {
        let zoom = view.camera().zoom;
        let Overlay { areas, lines, spots, .. } = self.overlay;
        let corner = |by: f32| {
            let x = f64::from(at.x + by);
            view.world_from_view(ViewPoint { x, y: f64::from(at.y + by) })
        };
        let around = |by: f32| WorldBounds { min: corner(-by), max: corner(by) };
        // What shows nothing is not there to be met; a text alone stands for what it names.
        let shows = |is_drawn: bool| is_drawn || self.style.label.is_some();
        if shows(self.style.mark != LayerMark::None) {
            let mut met = spots.numbered_within(around(MARK + reach));
            if let Some((number, _)) = met.next_back() {
                return Some(self.overlay.number_of_spot(number));
            }
        }
        let width = self.style.line_width as f32;
        let is_met = |path: Path| {
            let nodes = [Node::of(Subject::Part("layer"), path)];
            subject_at(&nodes, at, reach).is_some()
        };
        let is_on = |geometry| {
            is_met(Path::stroked(Outline::of_map(geometry, view), Stroke::new(Color::BLACK, width)))
        };
        let is_in = |geometry| is_met(Path::filled(Outline::of_map(geometry, view), Color::BLACK));
        if shows(width > 0.0) {
            let mut met = lines.numbered_within(around(width + reach)).rev();
            if let Some((number, _)) = met.find(|(_, line)| is_on(line.geometry(zoom))) {
                return Some(self.overlay.number_of_line(number));
            }
        }
        if !shows(width > 0.0 || self.style.fill_opacity > 0.0) {
            return None;
        }
        let mut met = areas.numbered_within(around(0.0)).rev();
        met.find(|(_, area)| is_in(area.geometry(zoom))).map(|(number, _)| number)
    }
}
