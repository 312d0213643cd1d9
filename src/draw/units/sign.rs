//! The symbol of a unit: frame, icon, size and status.

use super::echelon::Echelon;
use super::icons::{Pen, icon};
use crate::draw::style::Style;
use crate::plan::{Category, Unit, UnitKind, UnitRole, is_soft};
use crate::scene::{Node, Outline, Path, Point, Rect, Stroke};

/// The symbol of a unit, but for where it stands and how large it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sign<'a> {
    pub kind: &'a UnitKind,
    pub category: &'a Category,
    pub is_guard: bool,
    pub echelon: Option<Echelon>,
    /// On its way to the place of the symbol, or expected there.
    pub is_planned: bool,
    /// Its figure is no published fact.
    pub is_soft: bool,
}

/// The form of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frame {
    Unit,
    Individuals,
    Materiel,
}

/// Half of a frame, across, as a share of half of its height.
const HALF_WIDTH: f32 = 1.5;
/// The radius of the frame of materiel.
const CIRCLE: f32 = 1.15;
/// Where the middle of the mark of size is, in the same measure.
const MARK: f32 = -1.55;
/// How far marks of size reach above the middle, and the frame and the staff of a
/// headquarters below it, in the same measure.
const TOP: f32 = 1.95;
const FOOT: f32 = 1.25;
const STAFF: f32 = 1.85;

impl<'a> Sign<'a> {
    /// The symbol of a unit that is there.
    pub fn of(unit: &'a Unit) -> Sign<'a> {
        Sign {
            kind: &unit.kind,
            category: &unit.category,
            is_guard: unit.role == UnitRole::Guard,
            echelon: Echelon::of(unit),
            is_planned: false,
            is_soft: is_soft(&unit.basis, "personnel"),
        }
    }

    /// A symbol of a legend.
    pub fn plain(kind: &'a UnitKind, category: &'a Category) -> Sign<'a> {
        let (is_guard, is_planned, is_soft) = (false, false, true);
        Sign { kind, category, is_guard, echelon: None, is_planned, is_soft }
    }

    /// What a symbol covers around a point, whatever its unit; `half` is half of the
    /// height of its frame.
    pub fn bounds(at: Point, half: f32, with_staff: bool) -> Rect {
        let foot = if with_staff { STAFF + 0.05 } else { FOOT };
        let side = HALF_WIDTH * half + 1.0;
        Rect { min: at.plus(-side, -TOP * half), max: at.plus(side, foot * half) }
    }

    pub fn has_staff(kind: &UnitKind) -> bool {
        *kind == UnitKind::Headquarters
    }

    /// The symbol with the middle of its frame at a point.
    pub fn nodes(&self, at: Point, half: f32, style: &Style) -> Vec<Node> {
        let pen = self.pen(at, half, style);
        let (width, ground) = (pen.width, pen.ground);
        let frame = self.frame(&pen);
        let mut rest = self.size(&pen);
        rest.extend(
            Sign::has_staff(self.kind).then(|| pen.lines(&[&[(-1.5, 1.0), (-1.5, STAFF)]])),
        );
        // A pale rim parts the symbol from whatever lies below.
        let rim = |path: &Path| Path {
            stroke: Some(Stroke::new(style.casing.faded(0.85), width + 2.4)),
            fill: None,
            outline: path.outline.clone(),
        };
        let mut paths: Vec<Path> = rest.iter().chain([&frame]).map(rim).collect();
        paths.push(Path::filled(frame.outline.clone(), ground));
        paths.extend(self.inside(&pen));
        paths.push(frame);
        paths.extend(rest);
        paths.into_iter().map(Node::new).collect()
    }

    /// Its mark of size alone, around a point.
    pub fn size_mark(&self, at: Point, half: f32, style: &Style) -> Vec<Node> {
        let pen = self.pen(at.plus(0.0, -MARK * half), half, style);
        self.size(&pen).into_iter().map(Node::new).collect()
    }

    fn pen(&self, at: Point, half: f32, style: &Style) -> Pen {
        let color = style.category(self.category);
        let (ink, ground) = match self.is_soft {
            true => (color, style.panel),
            false => (style.text, style.panel.towards(color, 0.35)),
        };
        Pen { at, unit: (half, half), ink, ground, width: half * 0.18 }
    }

    fn frame(&self, pen: &Pen) -> Path {
        let rect = pen.rect((-HALF_WIDTH, -1.0), (HALF_WIDTH, 1.0));
        let outline = match frame_of(self.kind) {
            Frame::Unit => Outline::Rect { rect, corner: 0.0 },
            Frame::Individuals => Outline::Rect { rect, corner: rect.height() / 2.0 },
            Frame::Materiel => Outline::Circle { center: pen.at, radius: CIRCLE * pen.unit.1 },
        };
        let width = pen.width * 1.15;
        let stroke = match self.is_planned {
            true => Stroke::dashed(pen.ink, width, [pen.unit.1 * 0.5, pen.unit.1 * 0.32]),
            false => Stroke::new(pen.ink, width),
        };
        Path::stroked(outline, stroke)
    }

    /// The icon; that of a guard makes room for its battlement.
    fn inside(&self, pen: &Pen) -> Vec<Path> {
        let draw = icon(self.kind);
        if !self.is_guard {
            return draw(pen);
        }
        let half = pen.unit.1;
        let lower = Pen { at: pen.p(0.0, 0.26), unit: (half * 0.78, half * 0.7), ..*pen };
        let mut paths = draw(&lower);
        paths.push(pen.filled(&BATTLEMENT));
        paths
    }

    /// The mark of size above the frame.
    fn size(&self, pen: &Pen) -> Vec<Path> {
        let middle = MARK;
        let across = |count: usize, apart: f32| {
            (0..count).map(move |i| (i as f32 - (count - 1) as f32 / 2.0) * apart)
        };
        let dots = |count| {
            let dot = |x| {
                let outline =
                    Outline::Circle { center: pen.p(x, middle), radius: 0.2 * pen.unit.1 };
                Path::filled(outline, pen.ink)
            };
            across(count, 0.6).map(dot).collect()
        };
        let bars = |count| {
            let bar = |x| pen.lines(&[&[(x, middle - 0.34), (x, middle + 0.34)]]);
            across(count, 0.45).map(bar).collect()
        };
        let arm = 0.3;
        match self.echelon {
            None => Vec::new(),
            Some(Echelon::Team) => {
                let ring =
                    Outline::Circle { center: pen.p(0.0, middle), radius: 0.24 * pen.unit.1 };
                let strike = pen.lines(&[&[(-arm, middle + arm), (arm, middle - arm)]]);
                vec![pen.stroked(ring), strike]
            }
            Some(Echelon::Squad) => dots(1),
            Some(Echelon::Section) => dots(2),
            Some(Echelon::Platoon) => dots(3),
            Some(Echelon::Company) => bars(1),
            Some(Echelon::Battalion) => bars(2),
            Some(Echelon::Regiment) => bars(3),
            Some(Echelon::Brigade) => vec![pen.lines(&[
                &[(-arm, middle - arm), (arm, middle + arm)],
                &[(-arm, middle + arm), (arm, middle - arm)],
            ])],
        }
    }
}

/// The mark of a guard, along the upper edge of the frame.
const BATTLEMENT: [(f32, f32); 12] = [
    (-0.85, -0.4),
    (-0.85, -0.8),
    (-0.5, -0.8),
    (-0.5, -0.58),
    (-0.18, -0.58),
    (-0.18, -0.8),
    (0.18, -0.8),
    (0.18, -0.58),
    (0.5, -0.58),
    (0.5, -0.8),
    (0.85, -0.8),
    (0.85, -0.4),
];

fn frame_of(kind: &UnitKind) -> Frame {
    match kind {
        UnitKind::Ipo | UnitKind::StaffOfficers | UnitKind::CivilStaff => Frame::Individuals,
        UnitKind::Stores => Frame::Materiel,
        _ => Frame::Unit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Theme;

    fn nodes(sign: &Sign) -> Vec<Node> {
        sign.nodes(Point::default(), 7.0, &Style::of(Theme::Print))
    }

    /// The nodes that are strokes with dashes.
    fn dashed(nodes: &[Node]) -> usize {
        let is_dashed = |node: &&Node| match &node.item {
            crate::scene::Item::Path(path) => {
                path.stroke.as_ref().is_some_and(|stroke| stroke.dash.is_some())
            }
            _ => false,
        };
        nodes.iter().filter(is_dashed).count()
    }

    #[test]
    fn every_kind_has_a_symbol_of_its_own() {
        // In ink alone: colour is not what tells them apart.
        let category = &Category::Military;
        let drawn: Vec<_> = UnitKind::KNOWN
            .iter()
            .map(|kind| (kind, nodes(&Sign::plain(kind, category))))
            .collect();
        assert_eq!(drawn.len(), 18);
        for (i, (kind, symbol)) in drawn.iter().enumerate() {
            for (other, other_symbol) in &drawn[..i] {
                assert_ne!(symbol, other_symbol, "{kind:?} and {other:?}");
            }
            let unknown = UnitKind::Unknown("cyber".into());
            let is_blank = *symbol == nodes(&Sign::plain(&unknown, category));
            assert_eq!(is_blank, **kind == UnitKind::Other, "{kind:?}");
        }
    }

    #[test]
    fn a_guard_a_size_and_a_plan_are_seen() {
        let kind = &UnitKind::Fpu;
        let plain = Sign::plain(kind, &Category::Police);
        let guard = Sign { is_guard: true, ..plain };
        let planned = Sign { is_planned: true, ..plain };
        let firm = Sign { is_soft: false, ..plain };
        let mut seen = vec![nodes(&plain), nodes(&guard), nodes(&planned), nodes(&firm)];
        assert_eq!(seen.iter().map(|it| dashed(it)).collect::<Vec<_>>(), [0, 0, 1, 0]);
        for people in [1, 5, 13, 25, 60, 250, 1_000, 3_000] {
            seen.push(nodes(&Sign { echelon: Echelon::of_people(people), ..plain }));
        }
        for (i, symbol) in seen.iter().enumerate() {
            assert!(!seen[..i].contains(symbol), "number {i}");
        }
    }

    #[test]
    fn symbols_stay_within_their_bounds() {
        for kind in UnitKind::KNOWN {
            for people in [1, 25, 1_000, 3_000] {
                let sign = Sign::plain(kind, &Category::Military);
                let sign = Sign { echelon: Echelon::of_people(people), ..sign };
                let bounds = Sign::bounds(Point::default(), 7.0, Sign::has_staff(kind)).grown(1.5);
                for rect in nodes(&sign).iter().filter_map(Node::bounds) {
                    let inside = bounds.contains(rect.min) && bounds.contains(rect.max);
                    assert!(inside, "{kind:?}: {rect:?} is not in {bounds:?}");
                }
            }
        }
    }
}
