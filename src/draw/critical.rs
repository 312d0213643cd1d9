//! The critical chain on the map: a ring of dots around its sites, and the ways of
//! its movements.

use std::collections::BTreeSet;

use super::map::Frame;
use super::standing::place_of;
use crate::plan::{Id, SiteId};
use crate::scene::{Group, Node, Outline, Path, Stroke, Subject};

/// Beyond the ring of what is selected, in points.
const BEYOND: f32 = 10.5;

pub fn draw(frame: &Frame) -> Vec<Node> {
    let plan = frame.look.plan;
    let mut nodes = Vec::new();
    let mut sites: BTreeSet<&SiteId> = BTreeSet::new();
    for id in frame.look.critical {
        if let Some(activity) = plan.activities().find(id) {
            sites.extend(&activity.site);
        } else if let Some(movement) = plan.movements().find(id) {
            sites.insert(&movement.from);
            sites.extend(&movement.to);
            nodes.extend(way(frame, id));
        }
    }
    let posts = &frame.standing.posts;
    let of_chain = sites.into_iter().filter_map(|id| Some(&frame.sites[place_of(posts, id)?]));
    nodes.extend(of_chain.map(|mark| {
        let ring = Outline::Circle { center: mark.at, radius: mark.symbol.radius + BEYOND };
        let stroke = Stroke::dashed(frame.look.style.text, 2.0, [1.5, 3.0]);
        Node::of(Subject::Item((*mark.site.id).clone()), Path::stroked(ring, stroke))
    }));
    nodes
}

fn way(frame: &Frame, id: &Id) -> Option<Node> {
    let movement = frame.look.plan.movements().find(id)?;
    let way = frame.way_of(&movement.id)?;
    let style = frame.look.style;
    let nodes = [(style.casing.faded(0.8), 4.5, None), (style.text, 2.0, Some([1.5, 3.0]))];
    let nodes = nodes.into_iter().map(|(color, width, dash)| {
        let stroke = match dash {
            Some(dash) => Stroke::dashed(color, width, dash),
            None => Stroke::new(color, width),
        };
        Node::new(Path::stroked(way.outline(), stroke))
    });
    Some(Node::of(Subject::Item(id.clone()), Group::named("way", nodes.collect())))
}
