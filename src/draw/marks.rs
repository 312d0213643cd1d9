//! Marks of problems: told apart by shape as well as by colour.

use super::map::Frame;
use super::standing::Stage;
use super::style::Style;
use super::symbols;
use crate::scene::{
    Color, Fill, Group, Node, Outline, Path, Point, Rect, Segment, Stroke, Subject,
};
use crate::schedule::Severity;

/// How far a mark reaches from its middle, in points.
pub const REACH: f32 = 6.0;
/// How far the middle of a mark may lie to the right of and below that of a site,
/// for the smallest and the largest disc.
const SHOULDER: (f32, f32) = (6.0, 13.0);

/// A mark: a square with a cross for an error, a diamond with an exclamation
/// mark for a warning, a disc with an i for a note. All of it is drawn, since
/// fonts may lack such signs.
pub fn mark(at: Point, severity: Severity, style: &Style) -> Node {
    let color = color(severity, style);
    let p = |x: f32, y: f32| at.plus(x, y);
    let stroke = |width| Stroke::new(style.panel, width);
    let line = |from, to| Node::new(Path::stroked(Outline::line([from, to]), stroke(1.5)));
    let dot = |center| {
        let outline = Outline::Circle { center, radius: 0.9 };
        Node::new(Path::filled(outline, style.panel))
    };
    let ground = |outline| {
        let fill = Some(Fill::Solid(color));
        Node::new(Path { outline, fill, stroke: Some(stroke(1.0)) })
    };
    let nodes = match severity {
        Severity::Error => {
            let side = 2.0 * (REACH - 0.5);
            let square = Outline::Rect { rect: Rect::around(at, side, side), corner: 2.0 };
            let arm = 2.6;
            let cross = vec![
                Segment::Move(p(-arm, -arm)),
                Segment::Line(p(arm, arm)),
                Segment::Move(p(arm, -arm)),
                Segment::Line(p(-arm, arm)),
            ];
            let cross = Path::stroked(Outline::Segments(cross), stroke(1.6));
            vec![ground(square), Node::new(cross)]
        }
        Severity::Warning => {
            let corners = [p(0.0, -REACH), p(REACH, 0.0), p(0.0, REACH), p(-REACH, 0.0)];
            vec![
                ground(Outline::polygon(corners)),
                line(p(0.0, -3.0), p(0.0, 0.8)),
                dot(p(0.0, 2.8)),
            ]
        }
        Severity::Note => vec![
            ground(Outline::Circle { center: at, radius: REACH - 1.0 }),
            dot(p(0.0, -2.4)),
            line(p(0.0, -0.6), p(0.0, 2.8)),
        ],
    };
    Node::new(Group::named("problem", nodes))
}

/// The colour of a severity, for marks and for words.
pub fn color(severity: Severity, style: &Style) -> Color {
    match severity {
        Severity::Error => style.error,
        Severity::Warning => style.warning,
        Severity::Note => style.quiet,
    }
}

/// The marks of the sites on the map.
pub(super) fn draw(frame: &Frame) -> Vec<Node> {
    let Some(problems) = frame.look.problems else { return Vec::new() };
    let marked = frame.sites.seen().filter_map(|site| Some((site, problems.worst(&site.site.id)?)));
    marked
        .map(|(site, severity)| {
            let radius = if site.site.is_camp() { site.symbol.radius } else { 8.0 };
            // Where a circle of the disc's radius is farthest to the lower right.
            let away =
                (radius * std::f32::consts::FRAC_1_SQRT_2 + 1.5).clamp(SHOULDER.0, SHOULDER.1);
            let node = mark(site.at.plus(away, away), severity, frame.look.style);
            Node::of(Subject::Item((*site.site.id).clone()), Group::named("mark", vec![node]))
        })
        .collect()
}

/// Where the marks of sites may be drawn, for discs of any size: no label goes
/// there, and a disc that grows or shrinks moves no name.
pub(super) fn boxes(stage: &Stage) -> Vec<Rect> {
    let Some(problems) = stage.look.problems else { return Vec::new() };
    let seen = stage.seen.iter().map(|post| &stage.posts[*post]);
    let marked = seen.filter(|post| problems.worst(&post.site.id).is_some());
    let scale = symbols::scale(stage.look.view.camera().zoom);
    let farthest = (symbols::RADII.1 * scale * std::f32::consts::FRAC_1_SQRT_2 + 1.5)
        .clamp(SHOULDER.0, SHOULDER.1);
    let place = |at: Point| Rect {
        min: at.plus(SHOULDER.0 - REACH, SHOULDER.0 - REACH),
        max: at.plus(farthest + REACH, farthest + REACH),
    };
    marked.map(|post| place(post.at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Theme;
    use crate::scene::Item;

    #[test]
    fn severities_differ_in_shape_and_colour_and_keep_to_their_room() {
        let at = Point::new(50.0, 20.0);
        let room = Rect::around(at, 2.0 * REACH + 1.1, 2.0 * REACH + 1.1);
        for theme in [Theme::Light, Theme::Dark, Theme::Print] {
            let style = Style::of(theme);
            let ground = |severity: Severity| {
                let Item::Group(group) = mark(at, severity, &style).item else { panic!("a group") };
                for node in &group.nodes {
                    let Item::Path(path) = &node.item else { panic!("no letters") };
                    let bounds = path.bounds().unwrap();
                    assert_eq!(room.union(bounds), room, "{severity:?} {bounds:?}");
                }
                match &group.nodes[0].item {
                    Item::Path(path) => path.clone(),
                    other => panic!("{other:?}"),
                }
            };
            let [error, warning, note] =
                [Severity::Error, Severity::Warning, Severity::Note].map(ground);
            assert!(matches!(error.outline, Outline::Rect { .. }));
            assert!(matches!(warning.outline, Outline::Segments(_)));
            assert!(matches!(note.outline, Outline::Circle { .. }));
            assert!(error.fill != warning.fill && warning.fill != note.fill, "{theme:?}");
        }
    }
}
