//! How a flow looks: a band along its way, marks on it that say what it carries, heads,
//! and a hatch over what is more than can be lifted.

use super::bundles::{Cargo, Flow};
use super::map::Frame;
use super::shapes::{arrowhead, plane, sample_line};
use super::style::{Style, Theme};
use super::ways::Way;
use crate::plan::Category;
use crate::scene::{Color, Dash, Group, Node, Outline, Path, Point, Rect, Stroke, Subject};

/// How far marks move in a day of the plan, in points: at 30 days a second, the fastest,
/// no farther in a frame than half of the shortest distance between them, or they would
/// seem to run backwards.
const POINTS_A_DAY: f64 = 7.0;
/// The light dashes on a band, and the band of materiel itself.
const LIGHT: [f32; 2] = [7.0, 17.0];
const DASHES: [f32; 2] = [8.0, 4.0];
/// Between dots and between slanted strokes.
const GAP: f32 = 8.0;
/// Between the strokes that hatch what is too much, and how wide they are.
const HATCH_GAP: f32 = 4.0;
const HATCH: f32 = 1.6;
/// What is too much can be seen, however little it is.
const LEAST_OVER: f32 = 1.5;
/// A second head, or a plane, where there is room for it.
const ROOM_FOR_HEADS: f32 = 90.0;
const ROOM_FOR_PLANE: f32 = 55.0;
/// One more for so many points: of a long way only a part may be seen.
const BETWEEN_HEADS: f32 = 360.0;

/// The light marks on a band, by which categories are told apart without colours.
#[derive(Clone, Copy)]
enum Marks {
    Dashes,
    Dots,
    Slants,
    None,
}

impl Marks {
    fn of(category: &Category) -> Marks {
        match category {
            Category::Military => Marks::Dashes,
            Category::Police => Marks::Dots,
            Category::Civilian => Marks::Slants,
            Category::Stores | Category::Unknown(_) => Marks::None,
        }
    }
}

/// What all parts of one band have in common.
struct Band<'a> {
    cargo: &'a Cargo,
    width: f32,
    /// What is inferred or illustrative is lighter, with hollow heads.
    soft: bool,
    /// How far its marks have moved, in points.
    run: f64,
    /// Where anything of it can be seen.
    seen: Rect,
    style: &'a Style,
}

pub fn color(cargo: &Cargo, style: &Style) -> Color {
    match cargo {
        Cargo::People(category) => style.category(category),
        Cargo::Materiel => style.materiel,
    }
}

/// How long the heads of a band are.
pub fn head_size(width: f32) -> f32 {
    7.0 + width * 1.1
}

/// A flow; None where there is no room for it.
pub fn draw(frame: &Frame, flow: &Flow) -> Option<Node> {
    let band = Band {
        cargo: &flow.cargo,
        width: flow.width,
        soft: flow.soft,
        run: if frame.look.still { 0.0 } else { frame.look.moment.days() * POINTS_A_DAY },
        seen: frame.standing.outer.grown(Frame::NEAR),
        style: frame.look.style,
    };
    let (length, head) = (flow.way.length(), head_size(flow.width));
    let way = flow.way.part(0.0, length - head * 0.7)?;
    let mut nodes = vec![band.rim(&way)];
    // Each movement has its stripe of the band, so that pointing finds it.
    let mut side = -flow.width / 2.0;
    for (movement, share) in &flow.movements {
        let width = flow.width * share;
        let stripe =
            if flow.movements.len() == 1 { way.clone() } else { way.shifted(side + width / 2.0) };
        side += width;
        let subject = Subject::Item((*movement.id).clone());
        nodes.push(Node::of(subject, Path::stroked(stripe.outline(), band.stripe(width))));
    }
    nodes.extend(band.marks(&way));
    if flow.over > 0.0 {
        nodes.push(Node::new(Group::named("over", band.over(&way, flow.over))));
    }
    let of_first = Subject::Item((*flow.movements[0].0.id).clone());
    let mut point = |shape: fn(Point, f32, f32) -> Outline, place: f32, size: f32| {
        let (at, angle) = flow.way.at(place);
        if band.seen.contains(at) {
            nodes.push(Node::of(of_first.clone(), band.solid(shape(at, angle, size))));
        }
    };
    if flow.by_air && !flow.leads_out {
        for place in places(length, ROOM_FOR_PLANE, 0.5) {
            point(plane, place, 14.0 + flow.width);
        }
    } else {
        for place in places(length, ROOM_FOR_HEADS, 0.6) {
            point(arrowhead, place, head);
        }
    }
    point(arrowhead, length, head);
    Some(Node::new(Group::named("flow", nodes)))
}

/// Where along a way of some length heads stand but for that at its end: at a share of it,
/// or of each part of it where it is long; none where there is no room.
fn places(length: f32, room: f32, share: f32) -> impl Iterator<Item = f32> {
    let parts = (length / BETWEEN_HEADS).max(1.0).floor();
    let count = if length > room { parts as usize } else { 0 };
    (0..count).map(move |part| (part as f32 + share) / parts * length)
}

impl Band<'_> {
    fn ink(&self) -> Color {
        color(self.cargo, self.style).faded(if self.soft { 0.7 } else { 0.95 })
    }

    fn rim(&self, way: &Way) -> Node {
        let rim = Stroke::new(self.style.casing.faded(0.8), self.width + 2.5);
        Node::new(Path::stroked(way.outline(), rim))
    }

    fn stripe(&self, width: f32) -> Stroke {
        match self.cargo {
            Cargo::People(_) => Stroke::new(self.ink(), width),
            Cargo::Materiel => self.dashed(self.ink(), width, DASHES),
        }
    }

    fn dashed(&self, color: Color, width: f32, lengths: [f32; 2]) -> Stroke {
        let offset = -self.moved(lengths.iter().sum());
        Stroke { color, width, dash: Some(Dash { offset, lengths: lengths.into() }) }
    }

    /// How far marks are from where they were, given how far they lie apart.
    fn moved(&self, period: f32) -> f32 {
        self.run.rem_euclid(f64::from(period)) as f32
    }

    fn marks(&self, way: &Way) -> Option<Node> {
        let Cargo::People(category) = self.cargo else { return None };
        let style = self.style;
        let light = if style.theme == Theme::Dark { style.text } else { style.casing };
        let light = light.faded(if self.soft { 0.55 } else { 0.7 });
        let (outline, stroke) = match Marks::of(category) {
            Marks::Dashes => {
                let width = (self.width * 0.3).max(1.0);
                (way.outline(), self.dashed(light, width, LIGHT))
            }
            Marks::Dots => {
                let size = (self.width * 0.45).clamp(1.6, 4.0);
                (way.outline(), self.dashed(light, size, [size, GAP - size]))
            }
            Marks::Slants => {
                let side = (self.width * 0.4).max(1.0);
                let strokes = way.smooth().slants((-side, side), GAP, self.moved(GAP), self.seen);
                (strokes?, Stroke::new(light, 1.4))
            }
            Marks::None => return None,
        };
        Some(Node::new(Path::stroked(outline, stroke)))
    }

    /// A part of the width at the right of the band, hatched as the ring is around a site
    /// that holds too much.
    fn over(&self, way: &Way, share: f32) -> Vec<Node> {
        let width = (self.width * share).max(LEAST_OVER);
        let (right, left) = (self.width / 2.0, self.width / 2.0 - width);
        let style = self.style;
        let ground = Stroke::new(style.casing, width);
        let edge = Stroke::new(style.error, 1.2);
        let way = way.smooth();
        let hatch = way.slants((left, right), HATCH_GAP, 0.0, self.seen);
        let hatch = hatch.map(|strokes| Path::stroked(strokes, Stroke::new(style.error, HATCH)));
        let ground = Path::stroked(way.shifted((left + right) / 2.0).outline(), ground);
        let edge = Path::stroked(way.shifted(right).outline(), edge);
        [Some(ground), hatch, Some(edge)].into_iter().flatten().map(Node::new).collect()
    }

    /// A head or a plane.
    fn solid(&self, outline: Outline) -> Path {
        let casing = self.style.casing;
        if self.soft {
            Path::filled(outline, casing).with_stroke(Stroke::new(self.ink(), 1.4))
        } else {
            Path::filled(outline, self.ink()).with_stroke(Stroke::new(casing.faded(0.8), 1.0))
        }
    }
}

/// A short band around a point of a legend.
fn sample_band<'a>(at: Point, cargo: &'a Cargo, style: &'a Style) -> Band<'a> {
    let seen = Rect::around(at, 60.0, 60.0);
    // Its marks stand where they show best.
    let run = if *cargo == Cargo::Materiel { 0.0 } else { 4.0 };
    Band { cargo, width: 5.0, soft: false, run, seen, style }
}

/// How a flow looks in a legend.
pub fn sample(at: Point, cargo: &Cargo, style: &Style) -> Vec<Node> {
    let band = sample_band(at, cargo, style);
    let line = Way::new([at.plus(-12.0, 0.0), at.plus(5.0, 0.0)]);
    let stripe = |way: &Way| Node::new(Path::stroked(way.outline(), band.stripe(band.width)));
    let along = line.iter().flat_map(|way| [Some(stripe(way)), band.marks(way)]).flatten();
    let head = Path::filled(arrowhead(at.plus(12.0, 0.0), 0.0, 10.5), band.ink());
    along.chain([Node::new(head)]).collect()
}

/// How a flight looks in a legend.
pub fn air_sample(at: Point, style: &Style) -> Vec<Node> {
    let line = sample_line(at);
    let plane = plane(at, 0.0, 16.0);
    vec![
        Node::new(Path::stroked(line, Stroke::new(style.quiet, 2.0))),
        Node::new(Path::filled(plane, style.text).with_stroke(Stroke::new(style.panel, 1.0))),
    ]
}

/// How what is more than can be lifted looks in a legend, `length` points long.
pub fn over_sample(at: Point, length: f32, style: &Style) -> Vec<Node> {
    let cargo = Cargo::People(Category::Military);
    let band = Band { width: 9.0, ..sample_band(at, &cargo, style) };
    let ends = [at.plus(-length / 2.0, 0.0), at.plus(length / 2.0, 0.0)];
    let Some(line) = Way::new(ends) else { return Vec::new() };
    let stripe = Node::new(Path::stroked(line.outline(), band.stripe(band.width)));
    [stripe].into_iter().chain(band.over(&line, 0.5)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_way_has_heads_wherever_it_is_seen() {
        let heads = |length| places(length, 90.0, 0.6).map(f32::round).collect::<Vec<_>>();
        assert!(heads(80.0).is_empty());
        assert_eq!(heads(100.0), [60.0]);
        assert_eq!(heads(700.0), [420.0]);
        assert_eq!(heads(1000.0), [300.0, 800.0]);
        // No two of them, nor one and that at the end, are farther apart than a small map.
        let length = 20_000.0;
        let all = [vec![0.0], heads(length), vec![length]].concat();
        assert!(all.windows(2).all(|pair| pair[1] - pair[0] <= 2.0 * BETWEEN_HEADS));
        assert!(all.windows(2).skip(1).all(|pair| pair[1] - pair[0] > 100.0));
    }

    #[test]
    fn categories_are_told_apart_without_colours() {
        let style = Style::of(Theme::Print);
        let categories = [Category::Military, Category::Police, Category::Civilian];
        for (width, soft) in [(2.0, false), (10.0, false), (2.0, true), (10.0, true)] {
            let marks = categories.clone().map(|category| {
                let cargo = Cargo::People(category);
                let at = Point::new(60.0, 40.0);
                let band = Band { width, soft, ..sample_band(at, &cargo, &style) };
                let way = Way::new([at.plus(-30.0, 0.0), at.plus(30.0, 0.0)]).unwrap();
                let node = band.marks(&way).expect("people have marks");
                let crate::scene::Item::Path(path) = node.item else { panic!("a path") };
                let stroke = path.stroke.expect("strokes");
                assert!(stroke.width >= 1.0 && stroke.width < 5.0);
                (stroke.dash.map(|dash| dash.lengths), path.outline)
            });
            assert!(marks[0].0 != marks[1].0 && marks[1].0 != marks[2].0, "{marks:?}");
            assert!(marks[2].0.is_none() && marks[2].1 != marks[1].1, "strokes across the band");
        }
    }

    #[test]
    fn marks_never_seem_to_run_backwards() {
        let a_frame = POINTS_A_DAY * 30.0 / 60.0;
        for period in [LIGHT.iter().sum(), DASHES.iter().sum(), GAP] {
            assert!(a_frame < f64::from(period) / 2.0, "{period}");
        }
    }
}
