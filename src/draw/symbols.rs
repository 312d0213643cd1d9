//! How a site looks, by its state: told by shape and pattern as well as colour.

use super::shapes::{arc, on_clock, pie, triangle};
use super::style::Style;
use crate::plan::{SiteKind, SiteRole};
use crate::scene::{Fill, Group, Node, Outline, Path, Point, Rect, Segment, Stroke};
use crate::schedule::SiteState;

/// The symbol of a site.
#[derive(Clone, Copy, Debug)]
pub struct Symbol {
    pub at: Point,
    /// Of the disc, in points.
    pub radius: f32,
    pub state: SiteState,
    /// How much of its closing has passed, 0 to 1.
    pub passed: f32,
    /// How much is left of the most materiel that was there, 0 to 1.
    pub materiel: f32,
    /// Whether more is there than the site can hold.
    pub is_over: bool,
    pub badge: Option<Badge>,
    pub focus: Focus,
}

/// What a site is beside a camp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Badge {
    /// The headquarters of the mission or its force.
    Flag,
    /// The headquarters of a sector.
    Pennant,
    /// A temporary base.
    Triangle,
    /// An airfield.
    Runway,
    /// A port.
    Anchor,
}

/// How much of the reader's attention a site has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    None,
    /// What is selected may touch it.
    Touched,
    Hovered,
    Selected,
}

/// The radius of the disc of a site that nobody is at, and of the largest one.
pub const RADII: (f32, f32) = (6.0, 16.0);
/// How large symbols are at a zoom, as a share of their full size: from far away
/// sites lie closer together.
pub fn scale(zoom: f64) -> f32 {
    (0.9 + 0.2 * (zoom as f32 - 5.8)).clamp(0.5, 1.0)
}

/// How far the ring of what holds too much lies beyond its disc.
const OVER: f32 = 7.5;

/// How far names lie from the middle of a site; the same for all sites at all
/// times, so that a growing or shrinking disc moves no name.
pub const NAME_GAP: f32 = 19.5;

impl Symbol {
    /// A symbol of a legend.
    pub fn plain(at: Point, state: SiteState) -> Symbol {
        let focus = Focus::None;
        let (materiel, is_over, badge) = (0.0, false, None);
        Symbol { at, radius: 6.5, state, passed: 0.35, materiel, is_over, badge, focus }
    }

    pub fn nodes(&self, style: &Style) -> Vec<Node> {
        let mut nodes = self.focus_ring(style);
        nodes.extend(self.is_over.then(|| over_ring(self.at, self.radius, style)));
        nodes.extend(self.disc(style));
        nodes.extend(self.materiel_ring(style));
        // Nobody hoists a flag where nobody is left.
        let gone = self.state.is_over();
        let badge = self.badge.filter(|_| !gone);
        nodes.extend(badge.map(|badge| badge_node(badge, self.at, self.radius, style)));
        nodes
    }

    fn focus_ring(&self, style: &Style) -> Vec<Node> {
        let (opacity, width) = match self.focus {
            Focus::None => return Vec::new(),
            Focus::Touched => (0.75, 1.5),
            Focus::Hovered => (0.28, 5.0),
            Focus::Selected => (0.55, 5.0),
        };
        let ring = Outline::Circle { center: self.at, radius: self.radius + 6.5 };
        vec![Node::new(Path::stroked(ring, Stroke::new(style.accent.faded(opacity), width)))]
    }

    fn disc(&self, style: &Style) -> Vec<Node> {
        let circle = |radius| Outline::Circle { center: self.at, radius };
        // A pale rim parts the symbol from whatever lies below.
        let ground = Path::filled(circle(self.radius + 1.5), style.casing);
        let ring = |color, width| {
            Path::stroked(circle(self.radius - width / 2.0), Stroke::new(color, width))
        };
        let (accent, warning) = (style.accent, style.closing);
        let mut paths = vec![ground];
        match self.state {
            SiteState::Open => paths.push(Path::filled(circle(self.radius), accent)),
            SiteState::Closing => {
                let gone = self.passed.clamp(0.0, 1.0);
                let hatch = Fill::Hatch { line: warning.faded(0.45), ground: None };
                paths.push(Path { outline: circle(self.radius), fill: Some(hatch), stroke: None });
                if gone < 0.999 {
                    paths.push(Path::filled(pie(self.at, self.radius, gone, 1.0), warning));
                }
                paths.push(ring(warning, 1.8));
            }
            SiteState::Reducing | SiteState::Reduced => {
                let under_way = self.state == SiteState::Reducing;
                let color = if under_way { warning } else { accent };
                paths.push(Path::filled(pie(self.at, self.radius, 0.25, 0.75), color));
                paths.push(ring(color, 1.8));
            }
            SiteState::Liquidating => {
                paths.push(Path::filled(circle(self.radius * 0.45), accent));
                paths.push(ring(accent, 1.8));
            }
            SiteState::Closed => {
                let (a, b) = (
                    on_clock(self.at, self.radius + 2.0, 0.125),
                    on_clock(self.at, self.radius + 2.0, 0.625),
                );
                paths.push(ring(style.quiet, 1.3));
                paths.push(Path::stroked(Outline::line([a, b]), Stroke::new(style.quiet, 1.3)));
            }
            SiteState::HandedOver => {
                let r = self.radius;
                let check = [(-0.42, 0.02), (-0.1, 0.36), (0.45, -0.32)];
                let check = check.map(|(x, y)| self.at.plus(x * r, y * r));
                paths.push(ring(style.quiet.faded(0.75), 1.2));
                paths.push(Path::stroked(Outline::line(check), Stroke::new(style.quiet, 1.5)));
            }
            SiteState::Planned => {
                let rim = Stroke::dashed(accent, 1.5, [3.0, 2.5]);
                paths.push(Path::stroked(circle(self.radius - 0.75), rim));
            }
        }
        paths.into_iter().map(Node::new).collect()
    }

    fn materiel_ring(&self, style: &Style) -> Option<Node> {
        let share = self.materiel.clamp(0.0, 1.0);
        if share <= 0.0 {
            return None;
        }
        // A little materiel can still be seen.
        let to = share.max(0.08);
        let radius = self.radius + 3.2;
        let outline = if to > 0.99 {
            Outline::Circle { center: self.at, radius }
        } else {
            arc(self.at, radius, 0.0, to)
        };
        Some(Node::new(Path::stroked(outline, Stroke::new(style.materiel.faded(0.85), 1.6))))
    }
}

/// A hatched ring around what holds more than it can.
pub fn over_ring(at: Point, radius: f32, style: &Style) -> Node {
    let outline = Outline::Circle { center: at, radius: radius + OVER };
    let hatch = Fill::Hatch { line: style.error.faded(0.8), ground: Some(style.casing) };
    let stroke = Some(Stroke::new(style.error, 1.2));
    Node::new(Path { outline, fill: Some(hatch), stroke })
}

/// A badge at the disc of a site.
fn badge_node(badge: Badge, at: Point, radius: f32, style: &Style) -> Node {
    let rim = Stroke::new(style.casing, 2.0);
    let top = at.plus(0.0, -radius);
    let nodes = match badge {
        Badge::Flag | Badge::Pennant => {
            let foot = top.plus(0.0, 1.0);
            let pole = Outline::line([foot, top.plus(0.0, -13.0)]);
            let cloth = Outline::polygon([
                top.plus(0.0, -13.0),
                top.plus(10.0, -10.0),
                top.plus(0.0, -6.5),
            ]);
            let is_full = badge == Badge::Flag;
            let ink = if is_full { style.text } else { style.panel };
            vec![
                Path::stroked(pole.clone(), Stroke::new(style.casing, 3.5)),
                Path::filled(cloth.clone(), style.text).with_stroke(rim),
                Path::stroked(pole, Stroke::new(style.text, 1.5)),
                Path::filled(cloth, ink).with_stroke(Stroke::new(style.text, 1.2)),
            ]
        }
        Badge::Triangle => {
            let at = on_clock(at, radius + 4.0, 0.875);
            vec![
                Path::filled(triangle(at, 5.0), style.text)
                    .with_stroke(Stroke::new(style.casing, 1.5)),
            ]
        }
        Badge::Runway => {
            let at = at.plus(0.0, radius + 5.0);
            let bar = Rect::around(at, 18.0, 4.0);
            let line = [at.plus(-7.0, 0.0), at.plus(7.0, 0.0)];
            vec![
                Path::filled(Outline::Rect { rect: bar, corner: 1.0 }, style.text)
                    .with_stroke(Stroke::new(style.casing, 1.0)),
                Path::stroked(Outline::line(line), Stroke::dashed(style.casing, 1.0, [3.0, 2.0])),
            ]
        }
        Badge::Anchor => {
            let p = |x: f32, y: f32| at.plus(x, radius + 7.0 + y);
            let shape = vec![
                Segment::Move(p(0.0, -3.5)),
                Segment::Line(p(0.0, 5.0)),
                Segment::Move(p(-3.0, -1.0)),
                Segment::Line(p(3.0, -1.0)),
                Segment::Move(p(-5.0, 1.0)),
                Segment::Cubic(p(-4.5, 4.0), p(-2.0, 5.0), p(0.0, 5.0)),
                Segment::Cubic(p(2.0, 5.0), p(4.5, 4.0), p(5.0, 1.0)),
            ];
            let ring = Outline::Circle { center: p(0.0, -5.0), radius: 1.5 };
            let stroked = |color, width| {
                [Outline::Segments(shape.clone()), ring.clone()]
                    .map(|outline| Path::stroked(outline, Stroke::new(color, width)))
            };
            [stroked(style.casing, 3.5), stroked(style.text, 1.4)].concat()
        }
    };
    Node::new(Group::named("badge", nodes.into_iter().map(Node::new).collect()))
}

/// A badge of a legend, around a point.
pub fn badge_sample(badge: Badge, at: Point, style: &Style) -> Node {
    let (dx, dy) = match badge {
        Badge::Flag | Badge::Pennant => (-4.0, 6.5),
        Badge::Triangle => (2.8, 2.8),
        Badge::Runway => (0.0, -5.0),
        Badge::Anchor => (0.0, -6.5),
    };
    badge_node(badge, at.plus(dx, dy), 0.0, style)
}

/// Where a badge is drawn, for a disc of any size: no label goes there.
pub fn badge_box(at: Point, badge: Badge) -> Rect {
    match badge {
        Badge::Flag | Badge::Pennant => Rect::new(at.x - 3.0, at.y - 30.0, 14.0, 30.0),
        Badge::Triangle => Rect::new(at.x - 20.0, at.y - 20.0, 20.0, 20.0),
        Badge::Runway => Rect::new(at.x - 11.0, at.y, 22.0, 24.0),
        Badge::Anchor => Rect::new(at.x - 7.0, at.y, 14.0, 30.0),
    }
}

/// The full radius for a number of people, where `most` has the largest disc; the
/// area grows with their number.
pub fn radius(people: u64, most: u64) -> f32 {
    let (least, largest) = RADII;
    let share = people as f32 / most.max(1) as f32;
    least + (largest - least) * share.clamp(0.0, 1.0).sqrt()
}

/// What a site is beside a camp, by its kind and roles.
pub fn badge_of(kind: &SiteKind, roles: &[SiteRole]) -> Option<Badge> {
    match kind {
        SiteKind::TemporaryBase => Some(Badge::Triangle),
        SiteKind::Airfield => Some(Badge::Runway),
        SiteKind::Port => Some(Badge::Anchor),
        SiteKind::Headquarters => Some(Badge::Flag),
        _ if roles.contains(&SiteRole::ForceHq) => Some(Badge::Flag),
        _ => roles.contains(&SiteRole::SectorHq).then_some(Badge::Pennant),
    }
}

/// A site that only serves as a mark on the way: a small open square.
pub fn waypoint(at: Point, style: &Style) -> Node {
    let rect = Rect::around(at, 6.0, 6.0);
    let square = Path::filled(Outline::Rect { rect, corner: 1.0 }, style.country);
    Node::new(square.with_stroke(Stroke::new(style.quiet, 1.2)))
}

/// The mark at the end of a way out: an arrow leaving a frame.
pub fn out_mark(at: Point, style: &Style) -> Vec<Node> {
    let p = |x: f32, y: f32| at.plus(x, y);
    let frame = vec![
        Segment::Move(p(1.0, -5.5)),
        Segment::Line(p(-5.5, -5.5)),
        Segment::Line(p(-5.5, 5.5)),
        Segment::Line(p(5.5, 5.5)),
        Segment::Line(p(5.5, -1.0)),
    ];
    let arrow = vec![
        Segment::Move(p(-1.5, 1.5)),
        Segment::Line(p(6.0, -6.0)),
        Segment::Move(p(2.0, -6.0)),
        Segment::Line(p(6.0, -6.0)),
        Segment::Line(p(6.0, -2.0)),
    ];
    let ground = Outline::Circle { center: at, radius: 10.0 };
    let ink = Stroke::new(style.text, 1.4);
    vec![
        Node::new(Path::filled(ground, style.panel.faded(0.9))),
        Node::new(Path::stroked(Outline::Segments(frame), ink.clone())),
        Node::new(Path::stroked(Outline::Segments(arrow), ink)),
    ]
}
