//! Areas: the stack, and what of it is above a ceiling.

use super::frame::{Frame, Stair};
use super::{STACK, level};
use crate::scene::{Fill, Node, Outline, Path, Stroke};
use crate::schedule::People;

/// One area for each category, from the axis up.
pub(super) fn stacked(frame: &Frame) -> Vec<Node> {
    let style = frame.look.style;
    let mut nodes = Vec::new();
    for (band, category) in STACK.iter().enumerate() {
        let color = style.panel.towards(style.category(category), 0.72);
        for run in runs(&frame.stairs, |people| people.of(category) > 0) {
            let (foot, top) = (band, band + 1);
            let outline = between(frame, run, |p| level(p, foot), |p| level(p, top));
            nodes.push(Node::new(Path::filled(outline, color)));
        }
    }
    nodes
}

/// Hatches where there are more than a ceiling allows.
pub(super) fn excess(frame: &Frame) -> Vec<Node> {
    let style = frame.look.style;
    let mut nodes = Vec::new();
    for ceiling in &frame.ceilings {
        let stairs = ceiling.while_it_holds(frame);
        for run in runs(&stairs, |people| ceiling.excess(people).is_some()) {
            let outline = between(frame, run, |p| ceiling.line(p), |p| ceiling.top(p));
            let fill = Some(Fill::Hatch { line: style.error, ground: None });
            let stroke = Some(Stroke::new(style.error, 1.0));
            nodes.push(Node::new(Path { outline, fill, stroke }));
        }
    }
    nodes
}

/// All who are there on the other track, as a line.
pub(super) fn other_track(frame: &Frame) -> Vec<Node> {
    let Some(stairs) = frame.other_stairs() else { return Vec::new() };
    let line = Outline::line(frame.steps(&stairs, People::total));
    let style = frame.look.style;
    let casing = Stroke::new(style.panel.faded(0.6), 3.0);
    vec![
        Node::new(Path::stroked(line.clone(), casing)),
        Node::new(Path::stroked(line, Stroke::new(style.text, 1.0))),
    ]
}

/// The longest pieces on which something holds.
fn runs(stairs: &[Stair], holds: impl Fn(&People) -> bool) -> Vec<&[Stair]> {
    let holds = |stair: &Stair| holds(&stair.figures.there);
    let pieces = stairs.chunk_by(|a, b| holds(a) == holds(b));
    pieces.filter(|piece| holds(&piece[0])).collect()
}

fn between(
    frame: &Frame,
    run: &[Stair],
    foot: impl Fn(&People) -> u64,
    top: impl Fn(&People) -> u64,
) -> Outline {
    let mut points = frame.steps(run, top);
    let mut below = frame.steps(run, foot);
    below.reverse();
    points.extend(below);
    Outline::polygon(points)
}
