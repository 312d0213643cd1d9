//! Where figures lie in the picture.

use super::{Axis, Ceiling, Curve, Figures, STACK, StrengthLook, ceilings};
use crate::draw::timeline::months;
use crate::scene::{Node, Outline, Path, Point, Rect, Stroke};
use crate::schedule::{People, Track};

/// Steps nearer to each other than this are drawn as one, in points.
const THINNEST: f32 = 0.25;
/// A ceiling up to so many times the greatest strength has a line; a higher one
/// would press the curve flat.
const HIGHEST_CEILING: f64 = 1.6;

/// A look with everything that lies where it says.
pub(super) struct Frame<'a> {
    pub look: &'a StrengthLook<'a>,
    pub axis: Axis,
    /// The days that can be seen, on the track that is shown.
    pub stairs: Vec<Stair>,
    pub ceilings: Vec<Ceiling>,
}

/// Figures that stay the same from `left` to `right`.
#[derive(Clone, Copy)]
pub(super) struct Stair {
    pub left: f32,
    pub right: f32,
    pub figures: Figures,
}

impl Frame<'_> {
    pub fn of<'a>(look: &'a StrengthLook<'a>) -> Frame<'a> {
        let ceilings = ceilings(look.plan);
        let peak = Track::ALL.into_iter().map(|track| look.curves.on(track).peak()).max();
        let peak = peak.unwrap_or(0);
        let shown = look.curves.on(look.track);
        let highest = (peak as f64 * HIGHEST_CEILING) as u64;
        let lines = ceilings.iter().map(|ceiling| ceiling.highest(shown));
        let most = lines.filter(|line| *line <= highest).fold(peak, u64::max);
        Frame {
            look,
            axis: Axis::fitting(most.saturating_add(most / 12)),
            stairs: stairs(look, shown),
            ceilings,
        }
    }

    pub fn other_track(&self) -> Track {
        match self.look.track {
            Track::Planned => Track::Forecast,
            Track::Forecast => Track::Planned,
        }
    }

    /// None where the other track is the same.
    pub fn other_stairs(&self) -> Option<Vec<Stair>> {
        let other = self.look.curves.on(self.other_track());
        let differs = other.figures != self.look.curves.on(self.look.track).figures;
        differs.then(|| stairs(self.look, other))
    }

    /// The height of a number of people.
    pub fn y(&self, people: u64) -> f32 {
        let bottom = f64::from(self.look.layout.height) - 1.0;
        (bottom - people as f64 / self.axis.top as f64 * (bottom - 4.0)) as f32
    }

    /// The outline of steps at the heights of some figures, from the left.
    pub fn steps(&self, stairs: &[Stair], height: impl Fn(&People) -> u64) -> Vec<Point> {
        let mut points: Vec<Point> = Vec::new();
        for stair in stairs {
            let y = self.y(height(&stair.figures.there));
            match points.last_mut() {
                Some(last) if last.y == y => last.x = stair.right,
                _ => points.extend([Point::new(stair.left, y), Point::new(stair.right, y)]),
            }
        }
        points
    }

    /// The months as the timeline has them, and a line for each figure of the axis.
    pub fn grid(&self) -> Vec<Node> {
        let (layout, style) = (self.look.layout, self.look.style);
        let mut nodes = Vec::new();
        for month in months(layout) {
            let x = layout.x_of(month.number() as f64);
            let stroke = Stroke::new(style.line.faded(0.7), 1.0);
            nodes.push(vertical(x, layout.height, stroke));
        }
        for figure in self.axis.figures() {
            let y = self.y(figure);
            let line = Outline::line([Point::new(layout.gutter, y), Point::new(layout.width, y)]);
            nodes.push(Node::new(Path::stroked(line, Stroke::new(style.line.faded(0.45), 1.0))));
        }
        nodes
    }

    /// Whether anybody is of a category this version does not know.
    pub fn bands(&self) -> usize {
        let others = |track| self.look.curves.on(track).figures.iter().any(|f| f.there.other > 0);
        if Track::ALL.into_iter().any(others) { STACK.len() } else { STACK.len() - 1 }
    }
}

/// A line from the top of the picture to its foot.
pub(super) fn vertical(x: f32, height: f32, stroke: Stroke) -> Node {
    let line = Outline::line([Point::new(x, 0.0), Point::new(x, height)]);
    Node::new(Path::stroked(line, stroke))
}

/// The figures that can be seen, within the horizon.
fn stairs(look: &StrengthLook, curve: &Curve) -> Vec<Stair> {
    let chart: Rect = look.layout.chart();
    let end = look.layout.x_of((look.curves.horizon.end().number() + 1) as f64);
    let lefts = curve.figures.iter().map(|f| look.layout.x_of(f.from.number() as f64));
    let lefts: Vec<f32> = lefts.collect();
    let mut stairs: Vec<Stair> = Vec::new();
    for (index, figures) in curve.figures.iter().enumerate() {
        let right = lefts.get(index + 1).copied().unwrap_or(end).min(chart.max.x + 8.0);
        let left = lefts[index].max(chart.min.x - 8.0);
        if right <= left {
            continue;
        }
        let stair = Stair { left, right, figures: *figures };
        match stairs.last_mut() {
            Some(last) if stair.left - last.left < THINNEST => {
                *last = Stair { left: last.left, ..stair };
            }
            _ => stairs.push(stair),
        }
    }
    stairs
}
