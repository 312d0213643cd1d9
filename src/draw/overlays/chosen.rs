//! The feature of a layer that somebody looks at, marked on the map.

use super::super::style::Style;
use super::{Laid, MARK, laid};
use crate::geo::MapView;
use crate::plan::{LayerId, Plan};
use crate::scene::{Node, Outline, Path, Point, Stroke};
use crate::theatre::{Piece, Theatre};

/// How wide the line around it is, and the rim that parts this from what lies below.
const LINE: f32 = 2.4;
const RIM: f32 = 5.0;

/// The marks of a feature; none where its layer is not shown.
pub fn chosen(
    plan: &Plan,
    theatre: &Theatre,
    view: &MapView,
    (layer, number): (&LayerId, usize),
    style: &Style,
) -> Vec<Node> {
    let shown = laid(plan, theatre, None).into_iter().find(|laid| laid.layer.id == *layer);
    let piece = shown.as_ref().and_then(|Laid { overlay, .. }| overlay.piece(number));
    let zoom = view.camera().zoom;
    let outline = match piece {
        Some(Piece::Spot(spot)) => {
            let center = Point::from(view.view_from_lonlat(spot.place()));
            Some(Outline::Circle { center, radius: MARK + 4.0 })
        }
        Some(Piece::Line(line)) => Some(Outline::of_map(line.geometry(zoom), view)),
        Some(Piece::Area(area)) => area.outline(zoom).map(|edge| Outline::of_map(edge, view)),
        None => None,
    };
    let Some(outline) = outline else { return Vec::new() };
    let strokes = [Stroke::new(style.panel.faded(0.8), RIM), Stroke::new(style.accent, LINE)];
    strokes.map(|stroke| Node::new(Path::stroked(outline.clone(), stroke))).into()
}
