//! Lakes, and rivers so wide that they are areas.

use super::map::Ground;
use crate::scene::{Node, Outline, Path, Stroke};

/// Lakes smaller than this in the picture, in points across, are left out.
const SMALLEST: f64 = 2.0;

pub fn draw(ground: &Ground) -> Vec<Node> {
    let Ground { theatre, view, style, .. } = ground;
    let camera = view.camera();
    let seen = theatre.layers().lakes.within(view.bounds()).filter(|lake| {
        let bounds = lake.bounds();
        bounds.width().max(bounds.height()) * camera.scale() >= SMALLEST
    });
    let shore = Stroke::new(style.water_line, 0.6);
    seen.map(|lake| {
        let outline = Outline::of_map(lake.geometry(camera.zoom), view);
        Node::new(Path::filled(outline, style.water).with_stroke(shore.clone()))
    })
    .collect()
}
