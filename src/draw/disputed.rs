//! Borders that are disputed or not determined: dashed, and never a solid line.

use super::land::is_framed;
use super::style::Style;
use crate::geo::MapView;
use crate::scene::{Node, Outline, Path, Stroke};
use crate::theatre::{Dispute, Line, Theatre, disputed_borders};

/// Wide enough to hide the border below, whichever has been drawn there.
const CASING: f32 = 4.4;
const WIDTH: f32 = 1.2;
const DASHES: [f32; 2] = [5.0, 3.0];

/// Those in view. Where the countries of the world show, so do theirs.
pub fn seen<'a>(theatre: &'a Theatre, view: &MapView) -> Vec<&'a Line<Dispute>> {
    let part = view.bounds();
    let world = (!is_framed(theatre, view)).then(|| disputed_borders().within(part));
    let own = theatre.layers().disputed.within(part);
    // On top of those of the world, of which they are the more exact.
    world.into_iter().flatten().chain(own).collect()
}

pub fn draw(theatre: &Theatre, view: &MapView, style: &Style) -> Vec<Node> {
    let zoom = view.camera().zoom;
    let lines = seen(theatre, view).into_iter();
    lines.flat_map(|line| nodes(&Outline::of_map(line.geometry(zoom), view), style)).collect()
}

/// A line of them, such as the one that explains it in the legend.
pub fn nodes(outline: &Outline, style: &Style) -> [Node; 2] {
    let stroke = |stroke| Node::new(Path::stroked(outline.clone(), stroke));
    [stroke(Stroke::new(style.casing, CASING)), stroke(Stroke::dashed(style.border, WIDTH, DASHES))]
}
