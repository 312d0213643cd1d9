//! Links as arrows between bars.

use super::ties::{Rows, Tie};
use super::{Layout, TimelineLook};
use crate::calendar::Span;
use crate::draw::shapes::arrowhead;
use crate::draw::ways::Way;
use crate::plan::{Id, Link, LinkType, Plan};
use crate::scene::{Color, Group, Node, Path, Point, Rect, Stroke};
use crate::schedule::{Code, Detail, LinkEnd, Problems, Schedule, Track};

/// How far an arrow runs straight out of a bar, and straight into one, in points.
const STUB: f32 = 6.0;
/// How much of each side of a corner is rounded off.
const ROUNDING: f32 = 4.0;
const HEAD: f32 = 7.0;

/// Names a link: by the two items and its type, as [`crate::plan::edit::Command::link`]
/// tells links apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkName {
    pub dependent: Id,
    pub other: Id,
    pub kind: LinkType,
}

impl LinkName {
    pub fn of(dependent: &Id, link: &Link) -> LinkName {
        let (dependent, other) = (dependent.clone(), link.other.clone());
        LinkName { dependent, other, kind: link.kind.clone() }
    }

    /// The link of that name, while the plan has it.
    pub fn find<'a>(&self, plan: &'a Plan) -> Option<&'a Link> {
        let after = &plan.timing(&self.dependent)?.after;
        after.iter().find(|link| link.other == self.other && link.kind == self.kind)
    }
}

/// A link whose two bars have rows.
#[derive(Clone, Debug)]
pub struct Arrow {
    pub name: LinkName,
    way: Way,
}

impl Arrow {
    /// How far a point is from the line.
    pub fn distance(&self, point: Point) -> f32 {
        self.way.distance(point)
    }

    /// A point of the line before its head, beyond the handles of the bar.
    pub fn handle(&self) -> Point {
        self.way.at(self.way.length() - HEAD).0
    }
}

/// The end of a bar that a link of a type leaves, and the one it leads to.
pub fn ends_of(kind: &LinkType) -> (LinkEnd, LinkEnd) {
    match kind {
        LinkType::StartStart => (LinkEnd::Start, LinkEnd::Start),
        LinkType::FinishFinish => (LinkEnd::End, LinkEnd::End),
        LinkType::StartFinish => (LinkEnd::Start, LinkEnd::End),
        _ => (LinkEnd::End, LinkEnd::Start),
    }
}

/// The type of a link from one end of a bar to one of another.
pub fn kind_between(from: LinkEnd, to: LinkEnd) -> LinkType {
    match (from, to) {
        (LinkEnd::End, LinkEnd::Start) => LinkType::FinishStart,
        (LinkEnd::Start, LinkEnd::Start) => LinkType::StartStart,
        (LinkEnd::End, LinkEnd::End) => LinkType::FinishFinish,
        (LinkEnd::Start, LinkEnd::End) => LinkType::StartFinish,
    }
}

/// The dates of the bar of an item: what was never planned has one all the same,
/// by what happened.
pub fn bar_dates(plan: &Plan, schedule: &Schedule, id: &Id) -> Option<Span> {
    let planned = plan.timing(id).and_then(|timing| timing.planned);
    planned.or_else(|| schedule.span(Track::Forecast, id))
}

/// The links of which any part can be seen.
pub fn arrows(plan: &Plan, schedule: &Schedule, rows: &Rows, layout: &Layout) -> Vec<Arrow> {
    let (seen, shown) = (layout.chart_body(), layout.visible_rows(rows.len()));
    let dates = |id| bar_dates(plan, schedule, id).filter(|it| it.closed().is_some());
    let mut arrows = Vec::new();
    for &Tie { from, to, number } in rows.ties() {
        // Most of a large plan is above or below what can be seen.
        if from.max(to) < shown.start || from.min(to) >= shown.end {
            continue;
        }
        let Some(id) = rows[to].item() else { continue };
        let link = plan.timing(id).and_then(|timing| timing.after.get(number));
        let Some(link) = link else { continue };
        let (Some(source), Some(target)) = (dates(&link.other), dates(id)) else { continue };
        let bars = (layout.span_rect(source, from), layout.span_rect(target, to));
        let way = way(bars, &link.kind).filter(|way| way.area().grown(1.0).intersects(seen));
        arrows.extend(way.map(|way| Arrow { name: LinkName::of(id, link), way }));
    }
    arrows
}

/// Upright and level lines from an end of one bar to an end of another. The upright
/// one stands by the bar it comes from, so that dates behind bars stay free.
fn way((from, to): (Rect, Rect), kind: &LinkType) -> Option<Way> {
    let (leaves, enters) = ends_of(kind);
    // Outwards from each bar: to the left of a start, to the right of an end.
    let out = |end| if end == LinkEnd::Start { -1.0 } else { 1.0 };
    let edge = |bar: Rect, end| {
        let x = if end == LinkEnd::Start { bar.min.x } else { bar.max.x };
        Point::new(x, bar.center().y)
    };
    let (start, end) = (edge(from, leaves), edge(to, enters));
    let (a, b) = (start.x + out(leaves) * STUB, end.x + out(enters) * STUB);
    // Where one begins right behind the other, into the long side of its bar.
    let side = if end.y >= start.y { to.min.y } else { to.max.y };
    let close = leaves != enters && (0.0..=2.0 * STUB).contains(&((end.x - start.x) * out(leaves)));
    let onto = to.grown(-1.0).min.x <= a && a <= to.grown(-1.0).max.x;
    let points = match (leaves, enters) {
        _ if close && onto => vec![start, Point::new(a, start.y), Point::new(a, side)],
        (LinkEnd::End, LinkEnd::End) => upright(start, a.max(b), end),
        (LinkEnd::Start, LinkEnd::Start) => upright(start, a.min(b), end),
        (LinkEnd::End, LinkEnd::Start) if a <= b => upright(start, a, end),
        (LinkEnd::Start, LinkEnd::End) if a >= b => upright(start, a, end),
        _ => {
            // It turns back: along the edge of the row it comes from.
            let down = if end.y >= start.y { 1.0 } else { -1.0 };
            let between = start.y + down * Layout::ROW / 2.0;
            let turn = [Point::new(a, start.y), Point::new(a, between), Point::new(b, between)];
            [[start].as_slice(), &turn, &[Point::new(b, end.y), end]].concat()
        }
    };
    Way::new(points)
}

fn upright(start: Point, x: f32, end: Point) -> Vec<Point> {
    vec![start, Point::new(x, start.y), Point::new(x, end.y), end]
}

/// The line of a link that is being drawn, from an end of a bar to a point.
pub fn preview(from: Point, leaves: LinkEnd, to: Point, color: Color) -> Vec<Node> {
    let x = from.x + if leaves == LinkEnd::Start { -STUB } else { STUB };
    let Some(way) = Way::new(upright(from, x, to)) else { return Vec::new() };
    drawn(&way, Stroke::dashed(color, 2.0, [5.0, 3.0]))
}

fn drawn(way: &Way, stroke: Stroke) -> Vec<Node> {
    let (_, angle) = way.at(way.length());
    let head = Path::filled(arrowhead(way.end(), angle, HEAD), stroke.color);
    vec![Node::new(Path::stroked(way.rounded(ROUNDING), stroke)), Node::new(head)]
}

/// Whether the dates break a link.
fn is_broken(name: &LinkName, problems: &Problems) -> bool {
    problems.of_item(&name.dependent).any(|problem| {
        let kind = match &problem.detail {
            Detail::Link { kind, .. } => kind,
            _ => return false,
        };
        problem.code == Code::LinkBroken
            && problem.items.first() == Some(&name.dependent)
            && problem.items.get(1) == Some(&name.other)
            && *kind == name.kind
    })
}

/// The links that do not matter just now, below the bars, or those that do, above.
pub(super) fn draw(look: &TimelineLook, arrows: &[Arrow], strong: bool) -> Vec<Node> {
    let network = &look.network;
    let mut nodes = Vec::new();
    for arrow in arrows {
        let name = &arrow.name;
        let is = |chosen: Option<&LinkName>| chosen == Some(name);
        let of = |id: &Id| look.selected.contains(id) || look.hovered == Some(id);
        let attended = of(&name.dependent) || of(&name.other);
        let marked = is(network.chosen) || is(network.pointed);
        let critical = network.in_chain(&name.other, &name.dependent);
        if (attended || marked || critical || network.all_links) != strong {
            continue;
        }
        let style = look.style;
        let broken = look.problems.is_some_and(|problems| is_broken(name, problems));
        let color = match () {
            () if broken && strong => style.error,
            () if marked || attended => style.accent.towards(style.text, 0.25),
            () if critical => style.text,
            () if strong => style.quiet,
            () => style.line.faded(0.8),
        };
        let width = match () {
            () if marked => 2.5,
            () if attended || critical => 1.6,
            () => 1.0,
        };
        let stroke = match broken {
            true => Stroke::dashed(color, width, [4.0, 2.5]),
            false => Stroke::new(color, width),
        };
        nodes.push(Node::new(Group::named("link", drawn(&arrow.way, stroke))));
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_right_behind_is_entered_from_its_long_side() {
        let before = Rect::new(10.0, 0.0, 40.0, 18.0);
        for (to, end) in [
            (Rect::new(50.0, 26.0, 30.0, 18.0), Point::new(56.0, 26.0)),
            (Rect::new(50.0, -26.0, 30.0, 18.0), Point::new(56.0, -8.0)),
            // Too narrow for that.
            (Rect::new(50.0, 26.0, 4.0, 18.0), Point::new(50.0, 35.0)),
        ] {
            assert_eq!(way((before, to), &LinkType::FinishStart).unwrap().end(), end);
        }
    }

    #[test]
    fn a_way_leaves_and_enters_at_the_ends_its_type_ties() {
        let (a, b) = (Rect::new(10.0, 0.0, 40.0, 18.0), Rect::new(100.0, 26.0, 30.0, 18.0));
        for (kind, start, end) in [
            (LinkType::FinishStart, 50.0, 100.0),
            (LinkType::StartStart, 10.0, 100.0),
            (LinkType::FinishFinish, 50.0, 130.0),
            (LinkType::StartFinish, 10.0, 130.0),
        ] {
            for (from, to, start, end) in [(a, b, start, end), (b, a, f32::NAN, f32::NAN)] {
                let way = way((from, to), &kind).unwrap();
                let points = way.points();
                let level_or_upright =
                    points.windows(2).all(|pair| pair[0].x == pair[1].x || pair[0].y == pair[1].y);
                assert!(level_or_upright, "{kind:?} {points:?}");
                if !start.is_nan() {
                    assert_eq!((points[0].x, way.end().x), (start, end), "{kind:?}");
                }
                // It comes in from outside of the bar.
                let last = points[points.len() - 2];
                assert!(!to.grown(-0.5).contains(last), "{kind:?} {points:?}");
            }
            let (leaves, enters) = ends_of(&kind);
            assert_eq!(kind_between(leaves, enters), kind);
        }
    }
}
