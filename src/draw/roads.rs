//! Roads: dashed, for none of the bundled ones is surveyed.

use super::map::Ground;
use super::style::Style;
use crate::scene::{Node, Outline, Path, Stroke};

pub fn draw(ground: &Ground) -> Vec<Node> {
    let Ground { theatre, view, style, .. } = ground;
    let zoom = view.camera().zoom;
    let seen = theatre.layers().roads.within(view.bounds());
    seen.map(|road| {
        let outline = Outline::of_map(road.geometry(zoom), view);
        let stroke =
            if road.data.is_schematic { stroke(style) } else { Stroke::new(style.road, 1.0) };
        Node::new(Path::stroked(outline, stroke))
    })
    .collect()
}

/// How a road is drawn that is not where it is drawn.
pub fn stroke(style: &Style) -> Stroke {
    Stroke::dashed(style.road, 1.0, [2.0, 3.0])
}
