//! Ceilings: how many a limit allows, in the stack.

use super::frame::{Frame, Stair};
use super::{Curve, STACK, level};
use crate::calendar::Span;
use crate::draw::style::QUIET;
use crate::i18n::{Names, words};
use crate::plan::{LimitId, LimitKind, Plan, Selector};
use crate::scene::{Anchor, Label, Node, Outline, Path, Point, Rect, Stroke, Subject, measure};
use crate::schedule::People;

/// A ceiling on categories that lie on one another in the stack.
#[derive(Clone, Debug, PartialEq)]
pub struct Ceiling {
    pub id: LimitId,
    pub max: u64,
    /// When it holds.
    pub span: Span,
    /// How many bands of the stack are below those it is about.
    below: usize,
    /// How many bands it is about.
    bands: usize,
}

/// The ceilings of a plan that can be compared with the curve: those on all of
/// one or more categories, everywhere.
pub fn ceilings(plan: &Plan) -> Vec<Ceiling> {
    let limits = plan.limits().iter();
    let ceilings = limits.filter(|limit| limit.kind == LimitKind::Ceiling && limit.place.is_none());
    ceilings
        .filter(|limit| limit.except.is_none())
        .filter_map(|limit| {
            let who = limit.who.as_ref()?;
            let (below, bands) = bands(who)?;
            let span = limit.span.unwrap_or_default();
            Some(Ceiling { id: limit.id.clone(), max: limit.max?, span, below, bands })
        })
        .collect()
}

/// Where the categories of a selector lie in the stack, if by nothing but
/// categories, and if they are neighbours there.
fn bands(who: &Selector) -> Option<(usize, usize)> {
    let only = Selector { categories: who.categories.clone(), ..Selector::default() };
    let bare = Selector { extra: Default::default(), ..who.clone() };
    if who.categories.is_empty() || bare != only {
        return None;
    }
    let place = |category| STACK.iter().take(3).position(|other| other == category);
    let mut places: Vec<usize> = who.categories.iter().map(place).collect::<Option<_>>()?;
    places.sort();
    places.dedup();
    let neighbours = places[places.len() - 1] - places[0] + 1 == places.len();
    neighbours.then_some((places[0], places.len()))
}

impl Ceiling {
    /// Where the line lies in the stack: above those it is not about.
    pub fn line(&self, there: &People) -> u64 {
        level(there, self.below).saturating_add(self.max)
    }

    /// The top of those it is about.
    pub(super) fn top(&self, there: &People) -> u64 {
        level(there, self.below + self.bands)
    }

    /// How many more there are than it allows; None if it is kept.
    pub fn excess(&self, there: &People) -> Option<u64> {
        self.top(there).checked_sub(self.line(there)).filter(|excess| *excess > 0)
    }

    pub(super) fn highest(&self, curve: &Curve) -> u64 {
        curve.figures.iter().map(|figures| self.line(&figures.there)).max().unwrap_or(0)
    }

    /// The figures on the days on which it holds.
    pub(super) fn while_it_holds(&self, frame: &Frame) -> Vec<Stair> {
        let layout = frame.look.layout;
        let start = self.span.start.map_or(f32::MIN, |day| layout.x_of(day.number() as f64));
        let end = self.span.end.map_or(f32::MAX, |day| layout.x_of((day.number() + 1) as f64));
        let stairs = frame.stairs.iter().map(|stair| Stair {
            left: stair.left.max(start),
            right: stair.right.min(end),
            ..*stair
        });
        stairs.filter(|stair| stair.left < stair.right).collect()
    }
}

/// The ceilings as lines with their names; those above the picture are named at
/// its top.
pub(super) fn lines(frame: &Frame) -> Vec<Node> {
    let (look, style) = (frame.look, frame.look.style);
    let (names, words) = (Names::new(look.plan, look.lang), words(look.lang));
    let mut nodes = Vec::new();
    let mut taken: Vec<Rect> = Vec::new();
    for ceiling in &frame.ceilings {
        let stairs = ceiling.while_it_holds(frame);
        let Some(last) = stairs.last() else { continue };
        let color = style.category(&STACK[ceiling.below]).towards(style.text, 0.35);
        let fits = stairs.iter().all(|s| ceiling.line(&s.figures.there) <= frame.axis.top);
        if fits {
            let line = Outline::line(frame.steps(&stairs, |there| ceiling.line(there)));
            nodes.push(Node::of(
                Subject::Item((*ceiling.id).clone()),
                Path::stroked(line, Stroke::dashed(color, 1.2, [5.0, 3.0])),
            ));
        }
        let max = ceiling.max;
        let name = names.item(&ceiling.id);
        let text = words.fill("strength-ceiling", &[("name", name.into()), ("max", max.into())]);
        let mark = if fits { 0.0 } else { 12.0 };
        let width = measure(&text, QUIET) + mark;
        let y = if fits { frame.y(ceiling.line(&last.figures.there)) } else { 0.0 };
        // Above the line, or below one that is too near to the top.
        let foot = if y > 15.0 { y - 3.0 } else { y + 12.0 };
        let right = last.right.min(look.layout.width) - 8.0;
        let mut area = Rect::new(right - width, foot - 10.0, width, 13.0);
        while let Some(other) = taken.iter().find(|other| other.intersects(area)) {
            area = area.moved(other.min.x - 12.0 - area.max.x, 0.0);
        }
        taken.push(area);
        if !fits {
            let tip = Point::new(area.min.x + 3.5, foot - 8.0);
            let corners = [tip, tip.plus(3.5, 7.0), tip.plus(-3.5, 7.0)];
            nodes.push(Node::new(Path::filled(Outline::polygon(corners), color)));
        }
        nodes.push(Node::of(
            Subject::Item((*ceiling.id).clone()),
            Label {
                text,
                font: QUIET,
                at: Point::new(area.min.x + mark, foot),
                anchor: Anchor::Start,
                color,
                halo: Some((style.panel, 2.0)),
            },
        ));
    }
    nodes
}
