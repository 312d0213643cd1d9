//! Deadlines, reports, the pointer and the playhead.

use super::frame::{Frame, vertical};
use crate::plan::LimitKind;
use crate::scene::{Node, Outline, Path, Point, Stroke, Subject};

/// As the timeline has them; their names are there.
pub(super) fn deadlines(frame: &Frame) -> Vec<Node> {
    let (look, layout) = (frame.look, frame.look.layout);
    let limits = look.plan.limits().iter().filter(|limit| limit.kind == LimitKind::Deadline);
    let dates = limits.filter_map(|limit| limit.date);
    dates
        .map(|date| {
            let x = layout.x_of((date.number() + 1) as f64);
            vertical(x, layout.height, Stroke::new(look.style.error, 2.0))
        })
        .collect()
}

/// What was reported, as points; round figures as rings.
pub(super) fn reports(frame: &Frame) -> Vec<Node> {
    let (look, style) = (frame.look, frame.look.style);
    let point = |report: &super::Reported| {
        let x = look.layout.x_of(report.day.number() as f64 + 0.5);
        let center = Point::new(x, frame.y(report.there));
        let (fill, edge) = match report.approx {
            true => (style.panel, style.text),
            false => (style.text, style.panel),
        };
        let circle = Outline::Circle { center, radius: 3.5 };
        let path = Path::filled(circle, fill).with_stroke(Stroke::new(edge, 1.5));
        Node::of(Subject::Item((*report.id).clone()), path)
    };
    look.curves.on(look.track).reports.iter().map(point).collect()
}

/// The day that is pointed at, and the playhead with the strength it stands on.
pub(super) fn pointers(frame: &Frame) -> Vec<Node> {
    let (look, layout, style) = (frame.look, frame.look.layout, frame.look.style);
    let mut nodes = Vec::new();
    let dot = |x: f32, people: u64, color, subject| {
        let circle = Outline::Circle { center: Point::new(x, frame.y(people)), radius: 3.0 };
        let path = Path::filled(circle, color).with_stroke(Stroke::new(style.panel, 1.5));
        Node { subject, item: path.into() }
    };
    let curve = look.curves.on(look.track);
    if let Some(day) = look.hovered
        && let Some(figures) = curve.at(day)
    {
        let x = layout.x_of(day.number() as f64 + 0.5);
        nodes.push(vertical(x, layout.height, Stroke::dashed(style.text, 1.0, [2.0, 2.0])));
        nodes.push(dot(x, figures.there.total(), style.text, None));
    }
    let x = layout.x_of_moment(look.moment);
    nodes.push(vertical(x, layout.height, Stroke::new(style.accent, 2.0)));
    if let Some(figures) = curve.at(look.moment.day()) {
        let subject = Some(Subject::Part("playhead"));
        nodes.push(dot(x, figures.there.total(), style.accent, subject));
    }
    nodes
}
