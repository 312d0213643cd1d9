//! Sectors, told apart by tints, and the regions they are made of.

use super::map::Ground;
use crate::plan::SectorId;
use crate::scene::{Node, Outline, Path, Stroke, Subject};

pub fn draw(ground: &Ground) -> Vec<Node> {
    let Ground { theatre, view, style, .. } = ground;
    let (zoom, part) = (view.camera().zoom, view.bounds());
    let mut nodes = Vec::new();
    for (index, sector) in theatre.sectors().iter().enumerate() {
        if !sector.bounds().intersects(part) {
            continue;
        }
        let look = style.sector(index);
        let path = Path {
            outline: Outline::of_map(sector.geometry(zoom), view),
            fill: Some(look.fill()),
            stroke: Some(Stroke::new(look.ground, 0.6)),
        };
        nodes.push(match SectorId::new(&sector.id) {
            Ok(id) => Node::of(Subject::Sector(id), path),
            Err(_) => Node::new(path),
        });
    }
    let regions = Stroke::new(style.border.faded(0.35), 0.6);
    let borders = Stroke::dashed(style.border.faded(0.8), 1.2, [10.0, 4.0]);
    // The rim of the theatre is drawn with the borders of countries.
    let lines = [(theatre.region_borders(), regions), (theatre.sector_borders(), borders)];
    for (lines, stroke) in lines {
        let outline = lines.inner(zoom).map(|g| Outline::of_map(g, view));
        nodes.extend(outline.map(|o| Node::new(Path::stroked(o, stroke))));
    }
    nodes
}
