//! What a picture shows at a point, and where it shows what.

use std::collections::HashMap;

use crate::geo::Geometry;

use super::{Item, Node, Outline, Path, Placement, Point, Rect, Scene, Subject, Trace};

/// How exactly curves are followed when pointing at them, in points.
const TRACE_TOLERANCE: f32 = 0.25;

impl Scene {
    /// What the topmost thing at a point stands for, a point of the picture.
    ///
    /// Filled paths are met inside of them, strokes within `tolerance` points of
    /// their edge, labels in their box. What stands for nothing lets the point
    /// through; what has no colour does not. A node of a group stands for what
    /// the group does when it stands for nothing itself.
    pub fn subject_at(&self, point: Point, tolerance: f32) -> Option<&Subject> {
        subject_at(&self.nodes, point, tolerance)
    }

    /// What the picture shows, from back to front, each once and with the box
    /// around all that is seen of it.
    pub fn subjects(&self) -> Vec<(Subject, Rect)> {
        let mut boxes = Boxes::default();
        let all = Rect::new(0.0, 0.0, self.width, self.height);
        boxes.collect(&self.nodes, None, Point::default(), all);
        boxes.found.into_iter().map(|(subject, rect)| (subject.clone(), rect)).collect()
    }
}

/// [`Scene::subject_at`] for nodes that are in no scene yet.
pub fn subject_at(nodes: &[Node], point: Point, tolerance: f32) -> Option<&Subject> {
    topmost(nodes, None, point, tolerance)
}

fn topmost<'a>(
    nodes: &'a [Node],
    inherited: Option<&'a Subject>,
    point: Point,
    tolerance: f32,
) -> Option<&'a Subject> {
    nodes.iter().rev().find_map(|node| {
        let subject = node.subject.as_ref().or(inherited);
        match &node.item {
            Item::Path(path) => subject.filter(|_| path.is_at(point, tolerance)),
            Item::Label(label) => subject.filter(|_| label.bounds().contains(point)),
            Item::Group(group) => {
                let point = point.plus(-group.offset.x, -group.offset.y);
                if group.clip.is_some_and(|clip| !clip.contains(point)) {
                    return None;
                }
                topmost(&group.nodes, subject, point, tolerance)
            }
        }
    })
}

impl Path {
    /// Whether a point lies on the fill, or within `tolerance` of the stroke.
    fn is_at(&self, point: Point, tolerance: f32) -> bool {
        let reach = self.stroke.as_ref().map(|stroke| stroke.width / 2.0 + tolerance);
        let near = |bounds: Rect| bounds.grown(reach.unwrap_or(0.0)).contains(point);
        if !self.outline.bounds().is_some_and(near) {
            return false;
        }
        let filled = self.fill.is_some();
        match &self.outline {
            Outline::Geometry(geometry, placement) => {
                geometry_is_at(geometry, *placement, filled, reach, point)
            }
            Outline::Circle { center, radius } => {
                let distance = center.distance(point);
                filled && distance <= *radius
                    || reach.is_some_and(|reach| (distance - radius).abs() <= reach)
            }
            outline => {
                let traces = outline.traces(TRACE_TOLERANCE);
                let winding: i32 = traces.iter().map(|trace| winding(trace, point)).sum();
                filled && winding != 0
                    || reach.is_some_and(|reach| traces.iter().any(|t| is_near(t, point, reach)))
            }
        }
    }
}

/// The point is taken to the geometry, so that the geometry stays where it is.
fn geometry_is_at(
    geometry: &Geometry,
    placement: Placement,
    filled: bool,
    reach: Option<f32>,
    point: Point,
) -> bool {
    let there = |at: f32, offset: f32| (f64::from(at - offset) / placement.scale) as f32;
    let point = Point::new(there(point.x, placement.offset.x), there(point.y, placement.offset.y));
    let closed = geometry.is_area();
    let lines = |contour: &[[f32; 2]], test: &mut dyn FnMut(Point, Point)| {
        let at = |p: [f32; 2]| Point::new(p[0], p[1]);
        contour.windows(2).for_each(|pair| test(at(pair[0]), at(pair[1])));
        if let (true, Some(first), Some(last)) = (closed, contour.first(), contour.last()) {
            test(at(*last), at(*first));
        }
    };
    if filled && closed {
        let mut inside = false;
        for contour in geometry.contours() {
            lines(contour, &mut |from, to| inside ^= crossing(from, to, point) != 0);
        }
        if inside {
            return true;
        }
    }
    reach.is_some_and(|reach| {
        let reach = (f64::from(reach) / placement.scale.abs()) as f32;
        geometry.contours().iter().any(|contour| {
            let mut nearest = f32::INFINITY;
            lines(contour, &mut |from, to| {
                nearest = nearest.min(nearest_on_piece([from, to], point).0)
            });
            nearest <= reach
        })
    })
}

fn lines_of(trace: &Trace) -> impl Iterator<Item = (Point, Point)> {
    let back = trace.closed.then(|| trace.points.last().zip(trace.points.first())).flatten();
    let lines = trace.points.windows(2).map(|pair| (pair[0], pair[1]));
    lines.chain(back.map(|(last, first)| (*last, *first)))
}

/// How often a line goes around a point, an open one closed for the purpose.
fn winding(trace: &Trace, point: Point) -> i32 {
    let open = trace.points.last().zip(trace.points.first()).filter(|_| !trace.closed);
    let back = open.map(|(last, first)| (*last, *first));
    lines_of(trace).chain(back).map(|(from, to)| crossing(from, to, point)).sum()
}

/// Whether a line crosses the ray from the point to the right: 1 downwards, −1
/// upwards, 0 when it does not.
fn crossing(from: Point, to: Point, point: Point) -> i32 {
    if (from.y <= point.y) == (to.y <= point.y) {
        return 0;
    }
    let x = from.x + (point.y - from.y) / (to.y - from.y) * (to.x - from.x);
    if x <= point.x {
        0
    } else if to.y > from.y {
        1
    } else {
        -1
    }
}

fn is_near(trace: &Trace, point: Point, reach: f32) -> bool {
    lines_of(trace).any(|(from, to)| nearest_on_piece([from, to], point).0 <= reach)
}

/// How far a point is from a straight line between two others, and at which share of its
/// length (0 to 1) it is nearest.
pub fn nearest_on_piece([from, to]: [Point; 2], point: Point) -> (f32, f32) {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx * dx + dy * dy;
    let along = (point.x - from.x) * dx + (point.y - from.y) * dy;
    let share = if length > 0.0 { (along / length).clamp(0.0, 1.0) } else { 0.0 };
    (from.towards(to, share).distance(point), share)
}

#[derive(Default)]
struct Boxes<'a> {
    found: Vec<(&'a Subject, Rect)>,
    place: HashMap<&'a Subject, usize>,
}

impl<'a> Boxes<'a> {
    /// `offset` is how far the nodes are moved in the picture, `window` what of
    /// the picture can be seen.
    fn collect(
        &mut self,
        nodes: &'a [Node],
        inherited: Option<&'a Subject>,
        offset: Point,
        window: Rect,
    ) {
        for node in nodes {
            let subject = node.subject.as_ref().or(inherited);
            if let Item::Group(group) = &node.item {
                let offset = offset.plus(group.offset.x, group.offset.y);
                let clip = group.clip.map(|clip| clip.moved(offset.x, offset.y));
                let seen = clip.map_or(Some(window), |clip| window.intersection(clip));
                if let Some(seen) = seen {
                    self.collect(&group.nodes, subject, offset, seen);
                }
            } else if let Some(subject) = subject
                && let Some(bounds) = node.bounds()
                && let Some(seen) = bounds.moved(offset.x, offset.y).intersection(window)
            {
                self.add(subject, seen);
            }
        }
    }

    fn add(&mut self, subject: &'a Subject, rect: Rect) {
        let place = *self.place.entry(subject).or_insert(self.found.len());
        match self.found.get_mut(place) {
            Some((_, known)) => *known = known.union(rect),
            None => self.found.push((subject, rect)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{Anchor, Color, Face, Font, Group, Label, Segment, Stroke};
    use super::*;
    use crate::geo::WorldPoint;
    use crate::plan::Id;

    fn item(name: &str) -> Subject {
        Subject::Item(Id::new(name).unwrap())
    }

    fn ring(x: f64, y: f64, size: f64) -> Vec<WorldPoint> {
        [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
            .map(|(dx, dy)| WorldPoint { x: x + dx * size, y: y + dy * size })
            .into()
    }

    /// From back to front: an area of 200 by 200 with a hole, a river, a disc half of which
    /// the clip of its group cuts away, a name, a ring with a hole in its middle.
    fn scene() -> Scene {
        let p = Point::new;
        let mut scene = Scene::new(400.0, 300.0, Color::WHITE);
        let areas = Geometry::areas([vec![ring(0.4, 0.4, 0.2), ring(0.45, 0.45, 0.05)]]).unwrap();
        let placement = Placement { scale: 1000.0, offset: p(100.0, 100.0) };
        let area = Outline::Geometry(Arc::new(areas), placement);
        scene.nodes.push(Node::of(item("area"), Path::filled(area, Color::WHITE)));

        let line = [(0.4, 0.39), (0.6, 0.39)].map(|(x, y)| WorldPoint { x, y });
        let river = Geometry::lines([line.to_vec()]).unwrap();
        let river =
            Outline::Geometry(Arc::new(river), Placement { offset: p(100.0, 10.0), ..placement });
        let stroke = Stroke::new(Color::BLACK, 2.0);
        scene.nodes.push(Node::of(item("river"), Path::stroked(river, stroke.clone())));

        let disc = Outline::Circle { center: p(10.0, 10.0), radius: 10.0 };
        let inner = Node::of(item("disc"), Path::filled(disc.clone(), Color::TRANSPARENT));
        let other = Node::new(Path::stroked(Outline::line([p(0.0, 40.0), p(20.0, 40.0)]), stroke));
        let group = Group {
            offset: p(200.0, 200.0),
            clip: Some(Rect::new(0.0, 0.0, 10.0, 100.0)),
            ..Group::named("discs", vec![inner, other])
        };
        scene.nodes.push(Node::of(item("group"), group));
        // Stands for nothing: the disc is met through it.
        scene.nodes.push(Node::new(Path::filled(
            Outline::Rect { rect: Rect::new(200.0, 200.0, 30.0, 30.0), corner: 0.0 },
            Color::BLACK,
        )));

        scene.nodes.push(Node::of(
            item("name"),
            Label {
                text: "Ber".into(),
                font: Font::new(Face::SemiBold, 13.0),
                at: p(300.0, 50.0),
                anchor: Anchor::Middle,
                color: Color::BLACK,
                halo: None,
            },
        ));
        let corners = [(300.0, 200.0), (340.0, 200.0), (340.0, 240.0), (300.0, 240.0)];
        let hole = [(310.0, 210.0), (310.0, 230.0), (330.0, 230.0), (330.0, 210.0)];
        let mut segments = Vec::new();
        for ring in [corners, hole] {
            segments.push(Segment::Move(p(ring[0].0, ring[0].1)));
            segments.extend(ring[1..].iter().map(|(x, y)| Segment::Line(p(*x, *y))));
            segments.push(Segment::Close);
        }
        scene.nodes.push(Node::of(
            Subject::Part("frame"),
            Path::filled(Outline::Segments(segments), Color::BLACK),
        ));
        scene
    }

    #[test]
    fn the_topmost_thing_at_a_point_is_found() {
        let scene = scene();
        for (x, y, expect) in [
            (10.0, 20.0, "area"),
            (190.0, 190.0, "area"),
            (75.0, 75.0, "nothing"),
            (201.0, 100.0, "nothing"),
            (100.0, 12.5, "river"),
            (100.0, 14.5, "area"),
            (203.0, 210.0, "disc"),
            (209.9, 210.0, "disc"),
            (212.0, 210.0, "nothing"),
            (201.0, 201.0, "nothing"),
            (205.0, 242.0, "group"),
            (215.0, 240.0, "nothing"),
            (300.0, 45.0, "name"),
            (320.0, 45.0, "nothing"),
            (305.0, 220.0, "frame"),
            (320.0, 220.0, "nothing"),
            (f32::NAN, 220.0, "nothing"),
        ] {
            let found = scene.subject_at(Point::new(x, y), 2.0).map_or("nothing", |s| match s {
                Subject::Item(id) => id.as_str(),
                Subject::Sector(id) => id.as_str(),
                Subject::Part(part) => part,
            });
            assert_eq!(found, expect, "at {x}, {y}");
        }
    }

    #[test]
    fn subjects_have_the_box_that_is_seen_of_them() {
        let found = scene().subjects();
        let names: Vec<_> = found.iter().map(|(subject, _)| subject.clone()).collect();
        assert_eq!(
            names,
            [
                item("area"),
                item("river"),
                item("disc"),
                item("group"),
                item("name"),
                Subject::Part("frame")
            ]
        );
        assert_eq!(found[0].1, Rect::new(0.0, 0.0, 200.0, 200.0));
        assert_eq!(found[2].1, Rect::new(200.0, 200.0, 10.0, 20.0));
        assert_eq!(found[5].1, Rect::new(300.0, 200.0, 40.0, 40.0));
    }
}
