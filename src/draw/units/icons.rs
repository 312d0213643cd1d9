//! What stands in the frame of a unit: the icon of its kind.
//!
//! Icons are drawn in a plane of their own: the frame reaches from -1.5 to 1.5 across
//! and from -1 to 1 down.

use crate::draw::shapes::on_clock;
use crate::plan::UnitKind;
use crate::scene::{Color, Outline, Path, Point, Rect, Segment, Stroke};

/// Draws in the plane of icons.
pub struct Pen {
    /// The middle of the plane in the picture.
    pub at: Point,
    /// How long its unit is in the picture, across and down.
    pub unit: (f32, f32),
    pub ink: Color,
    /// What lies below the ink.
    pub ground: Color,
    pub width: f32,
}

/// The icon of a kind; a kind that is not known has none, as APP-6 draws a unit of
/// which nothing is known.
pub fn icon(kind: &UnitKind) -> fn(&Pen) -> Vec<Path> {
    match kind {
        UnitKind::Infantry => infantry,
        UnitKind::Armour => armour,
        UnitKind::Engineer => engineer,
        UnitKind::Signals => signals,
        UnitKind::Medical => medical,
        UnitKind::Aviation => aviation,
        UnitKind::Logistics => logistics,
        UnitKind::Convoy => convoy,
        UnitKind::Eod => eod,
        UnitKind::Airfield => airfield,
        UnitKind::Fpu => formed_police,
        UnitKind::Ipo => police_officers,
        UnitKind::StaffOfficers => staff_officers,
        UnitKind::CivilStaff => civil_staff,
        UnitKind::Headquarters => headquarters,
        UnitKind::Naval => naval,
        UnitKind::Stores => stores,
        UnitKind::Other | UnitKind::Unknown(_) => |_| Vec::new(),
    }
}

/// Crossed belts.
fn infantry(pen: &Pen) -> Vec<Path> {
    vec![pen.lines(&[&[(-1.5, -1.0), (1.5, 1.0)], &[(-1.5, 1.0), (1.5, -1.0)]])]
}

/// The track of a tank.
fn armour(pen: &Pen) -> Vec<Path> {
    let rect = pen.rect((-0.95, -0.5), (0.95, 0.5));
    vec![pen.stroked(Outline::Rect { rect, corner: rect.height() / 2.0 })]
}

/// A bridge.
fn engineer(pen: &Pen) -> Vec<Path> {
    let rail = [(-0.85, 0.5), (-0.85, -0.4), (0.85, -0.4), (0.85, 0.5)];
    vec![pen.lines(&[&rail, &[(0.0, -0.4), (0.0, 0.5)]])]
}

/// Lightning.
fn signals(pen: &Pen) -> Vec<Path> {
    vec![pen.lines(&[&[(-1.5, -1.0), (0.0, 0.45), (0.0, -0.45), (1.5, 1.0)]])]
}

fn medical(pen: &Pen) -> Vec<Path> {
    vec![pen.lines(&[&[(-1.5, 0.0), (1.5, 0.0)], &[(0.0, -1.0), (0.0, 1.0)]])]
}

/// The blades of a rotor.
fn aviation(pen: &Pen) -> Vec<Path> {
    [-1.0, 1.0].map(|side| pen.filled(&[(0.0, 0.0), (side, -0.5), (side, 0.5)])).into()
}

/// The bar of supply.
fn logistics(pen: &Pen) -> Vec<Path> {
    vec![pen.lines(&[&[(-1.5, 0.45), (1.5, 0.45)]])]
}

/// A wheel: transport.
fn convoy(pen: &Pen) -> Vec<Path> {
    let spoke = |share: f32| {
        let end = |share: f32| pen.on_ring((0.0, 0.0), 0.7, share);
        Outline::line([end(share), end(share + 0.5)])
    };
    let thin = |outline| Path::stroked(outline, Stroke::new(pen.ink, pen.width * 0.75));
    let rim = pen.stroked(Outline::Circle { center: pen.at, radius: 0.7 * pen.unit.1 });
    [0.0, 1.0 / 6.0, 1.0 / 3.0].map(spoke).map(thin).into_iter().chain([rim]).collect()
}

/// The letters EOD, which are the same in both languages.
fn eod(pen: &Pen) -> Vec<Path> {
    let (top, foot) = (-0.48, 0.48);
    let e = [(-0.6, top), (-1.1, top), (-1.1, foot), (-0.6, foot)];
    let o = [(-0.28, top), (0.28, top), (0.28, foot), (-0.28, foot), (-0.28, top)];
    let d = [(0.6, top), (0.9, top), (1.15, -0.2), (1.15, 0.2), (0.9, foot), (0.6, foot)];
    let d = [&d[..], &[(0.6, top)]].concat();
    vec![pen.lines(&[&e, &[(-1.1, 0.0), (-0.7, 0.0)], &o, &d])]
}

/// A runway with its middle line.
fn airfield(pen: &Pen) -> Vec<Path> {
    let rect = pen.rect((-1.15, -0.32), (1.15, 0.32));
    let runway = Path::filled(Outline::Rect { rect, corner: 0.0 }, pen.ink);
    let dash = |x: f32| [(x - 0.2, 0.0), (x + 0.2, 0.0)];
    let (left, middle, right) = (dash(-0.7), dash(0.0), dash(0.7));
    let dashes = pen.lines(&[&left, &middle, &right]);
    vec![runway, dashes.with_stroke(Stroke::new(pen.ground, pen.width * 0.9))]
}

fn shield(pen: &Pen) -> Outline {
    let p = |x, y| pen.p(x, y);
    Outline::Segments(vec![
        Segment::Move(p(-0.6, -0.65)),
        Segment::Line(p(0.6, -0.65)),
        Segment::Line(p(0.6, 0.0)),
        Segment::Cubic(p(0.6, 0.4), p(0.25, 0.65), p(0.0, 0.75)),
        Segment::Cubic(p(-0.25, 0.65), p(-0.6, 0.4), p(-0.6, 0.0)),
        Segment::Close,
    ])
}

fn formed_police(pen: &Pen) -> Vec<Path> {
    vec![Path::filled(shield(pen), pen.ink)]
}

fn police_officers(pen: &Pen) -> Vec<Path> {
    vec![pen.stroked(shield(pen))]
}

/// A star, as on a shoulder.
fn staff_officers(pen: &Pen) -> Vec<Path> {
    let corner = |i: usize| {
        let radius = if i.is_multiple_of(2) { 0.78 } else { 0.32 };
        pen.on_ring((0.0, 0.06), radius, i as f32 / 10.0)
    };
    vec![Path::filled(Outline::polygon((0..10).map(corner)), pen.ink)]
}

/// A head above shoulders.
fn civil_staff(pen: &Pen) -> Vec<Path> {
    let p = |x, y| pen.p(x, y);
    let shoulders = Outline::Segments(vec![
        Segment::Move(p(-0.65, 0.68)),
        Segment::Cubic(p(-0.6, 0.2), p(-0.35, 0.05), p(0.0, 0.05)),
        Segment::Cubic(p(0.35, 0.05), p(0.6, 0.2), p(0.65, 0.68)),
        Segment::Close,
    ]);
    let head = Outline::Circle { center: p(0.0, -0.38), radius: 0.32 * pen.unit.1 };
    [shoulders, head].map(|outline| Path::filled(outline, pen.ink)).into()
}

/// The line of a headquarters; its staff stands below the frame.
fn headquarters(pen: &Pen) -> Vec<Path> {
    vec![pen.lines(&[&[(-1.5, -0.35), (1.5, -0.35)]])]
}

/// An anchor.
fn naval(pen: &Pen) -> Vec<Path> {
    let p = |x, y| pen.p(x, y);
    let flukes = Outline::Segments(vec![
        Segment::Move(p(-0.7, 0.1)),
        Segment::Cubic(p(-0.6, 0.5), p(-0.3, 0.72), p(0.0, 0.72)),
        Segment::Cubic(p(0.3, 0.72), p(0.6, 0.5), p(0.7, 0.1)),
    ]);
    let ring = Outline::Circle { center: p(0.0, -0.58), radius: 0.17 * pen.unit.1 };
    let stem = pen.lines(&[&[(0.0, -0.4), (0.0, 0.72)], &[(-0.4, -0.15), (0.4, -0.15)]]);
    vec![stem, pen.stroked(flukes), pen.stroked(ring)]
}

/// A crate with its lid.
fn stores(pen: &Pen) -> Vec<Path> {
    let rect = pen.rect((-0.6, -0.5), (0.6, 0.55));
    let crate_ = pen.stroked(Outline::Rect { rect, corner: 0.0 });
    vec![crate_, pen.lines(&[&[(-0.6, -0.15), (0.6, -0.15)]])]
}

impl Pen {
    pub fn p(&self, x: f32, y: f32) -> Point {
        self.at.plus(x * self.unit.0, y * self.unit.1)
    }

    pub fn rect(&self, min: (f32, f32), max: (f32, f32)) -> Rect {
        Rect { min: self.p(min.0, min.1), max: self.p(max.0, max.1) }
    }

    /// A point of a ring, as a clock has them.
    fn on_ring(&self, (x, y): (f32, f32), radius: f32, share: f32) -> Point {
        on_clock(self.p(x, y), radius * self.unit.1, share)
    }

    /// Lines from point to point.
    pub fn lines(&self, lines: &[&[(f32, f32)]]) -> Path {
        let segments = lines.iter().flat_map(|line| {
            let point = |(i, (x, y)): (usize, &(f32, f32))| match i {
                0 => Segment::Move(self.p(*x, *y)),
                _ => Segment::Line(self.p(*x, *y)),
            };
            line.iter().enumerate().map(point)
        });
        self.stroked(Outline::Segments(segments.collect()))
    }

    pub fn stroked(&self, outline: Outline) -> Path {
        Path::stroked(outline, Stroke::new(self.ink, self.width))
    }

    pub fn filled(&self, corners: &[(f32, f32)]) -> Path {
        Path::filled(Outline::polygon(corners.iter().map(|(x, y)| self.p(*x, *y))), self.ink)
    }
}
