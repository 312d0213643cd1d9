//! Countries: their land and their borders.

use std::sync::Arc;

use super::disputed;
use super::map::Ground;
use crate::geo::{Geometry, MapView};
use crate::scene::{Node, Outline, Path, Stroke};
use crate::theatre::{Theatre, countries, country_borders};

/// Whether the countries around the theatre fill the view, so that those of the
/// world, which are less exact, stay below.
pub fn is_framed(theatre: &Theatre, view: &MapView) -> bool {
    let part = view.bounds();
    theatre.frame().is_some_and(|frame| frame.contains(part.min) && frame.contains(part.max))
}

/// All countries in view, the theatre's own above its neighbours.
pub fn draw(ground: &Ground) -> Vec<Node> {
    let Ground { theatre, view, style, .. } = ground;
    let (zoom, part) = (view.camera().zoom, view.bounds());
    let fill = |geometry: &Arc<Geometry>, color| {
        // Fills are not blended at their edges; a hairline of the same colour
        // hides the seam between two countries.
        let path = Path::filled(Outline::of_map(geometry, view), color);
        Node::new(path.with_stroke(Stroke::new(color, 0.6)))
    };
    let layers = theatre.layers();
    let mut nodes = Vec::new();
    if !is_framed(theatre, view) {
        nodes.extend(countries().within(part).map(|c| fill(c.geometry(zoom), style.land)));
    }
    nodes.extend(layers.neighbours.within(part).map(|c| fill(c.geometry(zoom), style.land)));
    nodes.extend(layers.boundary.within(part).map(|c| fill(c.geometry(zoom), style.country)));
    nodes
}

/// Borders: thin between neighbours, strong and with a pale rim around the
/// theatre's own country; dashed above all of them where they are disputed.
pub fn borders(ground: &Ground) -> Vec<Node> {
    let Ground { theatre, view, style, .. } = ground;
    let (zoom, part) = (view.camera().zoom, view.bounds());
    let line = |geometry: &Arc<Geometry>, stroke| {
        Node::new(Path::stroked(Outline::of_map(geometry, view), stroke))
    };
    let faint = Stroke::new(style.border.faded(0.55), 0.7);
    let coast = Stroke::new(style.water_line, 0.8);
    let around =
        if is_framed(theatre, view) { theatre.neighbour_borders() } else { country_borders() };
    let mut nodes = Vec::new();
    nodes.extend(around.outer(zoom).map(|g| line(g, coast)));
    nodes.extend(around.inner(zoom).map(|g| line(g, faint)));
    let strokes = [Stroke::new(style.casing.faded(0.9), 4.2), Stroke::new(style.border, 1.6)];
    for stroke in strokes {
        for country in theatre.layers().boundary.within(part) {
            nodes.extend(country.outline(zoom).map(|g| line(g, stroke.clone())));
        }
    }
    nodes.extend(disputed::draw(theatre, view, style));
    nodes
}
