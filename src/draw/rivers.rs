//! Rivers: the great ones always, the others from closer by.

use super::map::Ground;
use crate::scene::{Node, Outline, Path, Stroke};
use crate::theatre::{River, RiverKind};

/// The zoom from which a river without a name is shown, by its level: the less
/// important, the closer.
fn least_zoom(river: &River) -> f64 {
    let level = f64::from(river.level.unwrap_or(1));
    match river.kind {
        RiverKind::Named => 0.0,
        RiverKind::River => 5.4 + 0.35 * level,
        RiverKind::Intermittent => 6.8 + 0.2 * level,
    }
}

pub fn draw(ground: &Ground) -> Vec<Node> {
    let Ground { theatre, view, style, .. } = ground;
    let zoom = view.camera().zoom;
    let stroke = |river: &River| match river.kind {
        RiverKind::Named => Stroke::new(style.water_line, if zoom < 5.0 { 1.1 } else { 1.6 }),
        RiverKind::River => Stroke::new(style.water_line.faded(0.8), 0.8),
        RiverKind::Intermittent => Stroke::dashed(style.water_line.faded(0.8), 0.8, [4.0, 3.0]),
    };
    let seen =
        theatre.layers().rivers.within(view.bounds()).filter(|r| zoom >= least_zoom(&r.data));
    seen.map(|river| {
        let outline = Outline::of_map(river.geometry(zoom), view);
        Node::new(Path::stroked(outline, stroke(&river.data)))
    })
    .collect()
}
