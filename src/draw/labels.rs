//! Where labels go: none over another, none jumping while the plan plays.
//!
//! Labels are placed one after the other, the most important first; each takes
//! the best of its candidate places that is still free. Nothing here knows the
//! moment: the same camera gives the same places on every day of a plan.

use std::sync::Arc;

use super::cells::Cells;
use crate::scene::{Anchor, Color, Font, Label, Point, Rect};

/// A label that wants a place.
#[derive(Clone, Debug)]
pub struct Wish {
    pub text: String,
    pub font: Font,
    pub color: Color,
    /// The colour of the rim around the letters, if there is one.
    pub halo: Option<Color>,
    /// The width of the text in points.
    pub width: f32,
    pub spot: Spot,
    /// The place in the list of an earlier wish in whose stead this one comes: it
    /// is only wanted when that one found no place.
    pub instead_of: Option<usize>,
}

/// Where a label may go.
#[derive(Clone, Debug)]
pub enum Spot {
    /// Next to a symbol, `gap` points away from its middle; one that finds no
    /// room may go further off, with a line that leads to the symbol.
    Beside { at: Point, gap: f32, leader: bool },
    /// With its middle on one of these points, the first ones rather than the last.
    Over(Vec<Point>),
}

/// Where labels may be and what they must keep clear of.
#[derive(Clone, Debug)]
pub struct Space {
    /// Labels lie wholly within.
    pub view: Rect,
    /// What no label may cover: symbols, furniture.
    pub taken: Vec<Rect>,
    /// What labels had better not cover: points of lines.
    pub lines: Vec<Point>,
}

/// The place of a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// What the letters cover, with a little air.
    pub rect: Rect,
    /// From the symbol to the label, where the two are apart.
    pub leader: Option<(Point, Point)>,
}

impl Place {
    /// Whether the label or the line that leads to it lies over a rectangle.
    pub fn covers(&self, rect: Rect) -> bool {
        let crosses = |(from, to)| points_between(from, to).any(|point| rect.contains(point));
        self.rect.intersects(rect) || self.leader.is_some_and(crosses)
    }
}

/// Air around a label, in points.
const AIR: f32 = 2.0;
/// How much of the size of a font its capitals rise above the baseline (Inter).
const CAPITALS: f32 = 0.727;
/// How far letters hang below the baseline, as a share of the size of the font.
const TAILS: f32 = 0.24;
/// How far a point of a circle on a diagonal lies to the side, with a little air.
pub const DIAGONAL: f32 = 0.72;
/// What a point of a line under a label counts, in steps of preference: of a few
/// places beside a symbol, and of many within an area.
const LINE_COST_BESIDE: usize = 2;
const LINE_COST_WITHIN: usize = 8;
/// How far the name of an area keeps from others, if it can: else two names read as one.
const AREA_AIR: f32 = 8.0;
/// How far from its line what travels on it reaches, in points.
const TRAFFIC: f32 = 8.0;
/// How far from their symbols labels with a leader lie, in points.
const LEADER_LENGTHS: [f32; 7] = [30.0, 44.0, 60.0, 80.0, 104.0, 136.0, 180.0];
const LEADER_DIRECTIONS: usize = 16;
/// How far, and in how many directions, a label goes that must be there and has found
/// no place so: past the headline, or between two things hardly farther apart than it is
/// high.
const LONG_LEADERS: [f32; 4] = [180.0, 230.0, 290.0, 360.0];
const MORE_DIRECTIONS: usize = 64;
/// What the next longer leader counts, in points of lines under it and its label.
const FARTHER_COST: usize = 3;
/// How far apart the points of a leader are that are looked at, in points.
const LEADER_STEP: f32 = 5.0;

impl Wish {
    fn height(&self) -> f32 {
        self.font.size * (CAPITALS + TAILS) + 2.0 * AIR
    }

    fn box_width(&self) -> f32 {
        self.width + 2.0 * AIR
    }

    /// The label in its place.
    pub fn at(&self, place: &Place) -> Label {
        let baseline = place.rect.max.y - AIR - self.font.size * TAILS;
        Label {
            text: self.text.clone(),
            font: self.font,
            at: Point::new(place.rect.min.x + AIR, baseline),
            anchor: Anchor::Start,
            color: self.color,
            halo: self.halo.map(|color| (color, 2.5)),
        }
    }
}

/// Finds a place for each wish, the first ones first; None where there is none.
pub fn place<'a>(wishes: impl IntoIterator<Item = &'a Wish>, space: &Space) -> Vec<Option<Place>> {
    let mut places = Vec::new();
    place_in(&mut Room::of(space), wishes, &mut places);
    places
}

/// The same in a space that was looked through before, after the places of the wishes
/// before these.
pub(super) fn place_in<'a>(
    room: &mut Room,
    wishes: impl IntoIterator<Item = &'a Wish>,
    places: &mut Vec<Option<Place>>,
) {
    for wish in wishes {
        let is_spare = wish.instead_of.is_some_and(|i| places.get(i).is_some_and(Option::is_some));
        let found = if is_spare { None } else { room.place_of(wish) };
        if let Some(place) = found {
            room.take(&place);
        }
        places.push(found);
    }
}

/// A space in which what is in the way of a label is found quickly. A copy shares
/// the lines.
#[derive(Clone)]
pub(super) struct Room {
    view: Rect,
    taken: Cells<Rect>,
    lines: Arc<Cells<Point>>,
}

impl Room {
    pub fn of(space: &Space) -> Room {
        let view = space.view;
        let (mut taken, mut lines) = (Cells::of(view), Cells::of(view));
        space.taken.iter().for_each(|rect| taken.add(*rect, *rect));
        space.lines.iter().for_each(|at| lines.add_point(*at, *at));
        Room { view, taken, lines: Arc::new(lines) }
    }

    /// The best free place for a label; None where there is none.
    pub fn place_of(&self, wish: &Wish) -> Option<Place> {
        self.find(wish, false)
    }

    /// The same for a label that has to be there, be it at the end of a line that runs
    /// over something else.
    pub fn place_of_all_means(&self, wish: &Wish) -> Option<Place> {
        self.find(wish, true)
    }

    fn find(&self, wish: &Wish, must: bool) -> Option<Place> {
        match &wish.spot {
            Spot::Beside { at, gap, leader } => {
                let near =
                    best(candidates(wish, *at, *gap).into_iter(), LINE_COST_BESIDE, 0.0, self);
                let near = near.map(|rect| Place { rect, leader: None });
                let may_lead = (*leader || must) && self.view.contains(*at);
                let led = |around: Around| led(wish, *at, *gap, self, must, around);
                let led = || {
                    let far = || must.then(|| led((&LONG_LEADERS, MORE_DIRECTIONS)))?;
                    led((&LEADER_LENGTHS, LEADER_DIRECTIONS)).or_else(far)
                };
                near.or_else(|| may_lead.then(led)?)
            }
            Spot::Over(points) => {
                let rects =
                    points.iter().map(|at| Rect::around(*at, wish.box_width(), wish.height()));
                best(rects, LINE_COST_WITHIN, AREA_AIR, self)
                    .map(|rect| Place { rect, leader: None })
            }
        }
    }

    /// From now on no label covers this one, nor the line that leads to it.
    pub fn take(&mut self, place: &Place) {
        let line = place.leader.map(|(from, to)| {
            let dot = |at| Rect::around(at, LEADER_STEP, LEADER_STEP);
            points_between(from, to).map(dot).collect::<Vec<_>>()
        });
        for rect in line.into_iter().flatten().chain([place.rect]) {
            self.taken.add(rect, rect);
        }
    }

    /// Whether the line from a symbol to its label runs over something else.
    fn is_crossed(&self, symbol: Point, (from, to): (Point, Point)) -> bool {
        points_between(from, to).any(|point| {
            let mut near = self.taken.near(Rect { min: point, max: point });
            near.any(|taken| taken.contains(point) && !taken.contains(symbol))
        })
    }

    pub fn is_free(&self, rect: Rect) -> bool {
        let inside = self.view.contains(rect.min) && self.view.contains(rect.max);
        inside && !self.taken.near(rect).any(|taken| taken.intersects(rect))
    }

    /// How many points of lines lie in a rectangle.
    pub fn points_in(&self, rect: Rect) -> usize {
        self.lines.near(rect).filter(|point| rect.contains(*point)).count()
    }
}

/// The places next to a symbol, the most legible one first: readers look for a
/// name to the right of a point, then to its left.
fn candidates(wish: &Wish, at: Point, gap: f32) -> [Rect; 8] {
    let (w, h) = (wish.box_width(), wish.height());
    // On a diagonal the corner of the box lies on the circle around the symbol.
    let slant = gap * DIAGONAL;
    let middle = |dx: f32, dy: f32| Rect::around(at.plus(dx, dy), w, h);
    [
        middle(gap + w / 2.0, 0.0),
        middle(-gap - w / 2.0, 0.0),
        middle(0.0, -gap - h / 2.0),
        middle(0.0, gap + h / 2.0),
        middle(slant + w / 2.0, -slant - h / 2.0),
        middle(slant + w / 2.0, slant + h / 2.0),
        middle(-slant - w / 2.0, -slant - h / 2.0),
        middle(-slant - w / 2.0, slant + h / 2.0),
    ]
}

/// The free candidate with the least in its way, by preference, lines covered and, where
/// `air` is asked for, something else that near.
fn best(
    candidates: impl Iterator<Item = Rect>,
    line_cost: usize,
    air: f32,
    space: &Room,
) -> Option<Rect> {
    let mut best: Option<(usize, Rect)> = None;
    for (preference, rect) in candidates.enumerate() {
        // None of the others can be better.
        if best.is_some_and(|(cost, _)| cost <= preference) {
            break;
        }
        if space.is_free(rect) {
            let crowded = air > 0.0 && !space.is_free(rect.grown(air));
            let lines = space.points_in(rect.grown(TRAFFIC)) + usize::from(crowded);
            let cost = preference + line_cost * lines;
            best = best.filter(|(least, _)| *least <= cost).or(Some((cost, rect)));
        }
    }
    best.map(|(_, rect)| rect)
}

/// Points of a line, near enough to each other that nothing lies between them.
fn points_between(from: Point, to: Point) -> impl Iterator<Item = Point> {
    let steps = (from.distance(to) / LEADER_STEP).ceil().max(1.0);
    (0..=steps as usize).map(move |i| from.towards(to, i as f32 / steps))
}

/// How far from a symbol a place is looked for, and in how many directions.
type Around = (&'static [f32], usize);

/// A free place away from the symbol, the nearest one with the least in the way of its
/// line. The line runs over nothing that has a place of its own, unless the label must be
/// there and there is no other way.
fn led(
    wish: &Wish,
    at: Point,
    gap: f32,
    space: &Room,
    must: bool,
    (lengths, directions): Around,
) -> Option<Place> {
    let (w, h) = (wish.box_width(), wish.height());
    let mut best: Option<(usize, Place)> = None;
    let mut crossed = None;
    for (farther, length) in lengths.iter().copied().enumerate() {
        // None of the others can be better.
        if best.is_some_and(|(cost, _)| cost <= farther * FARTHER_COST) {
            break;
        }
        for step in 0..directions {
            let angle = step as f32 / directions as f32 * std::f32::consts::TAU;
            let (sin, cos) = angle.sin_cos();
            let end = at.plus(cos * length, sin * length);
            // The label begins where the leader ends, on its far side.
            let middle = end.plus(cos.signum() * w / 2.0 * cos.abs().sqrt(), sin * h / 2.0);
            let rect = Rect::around(middle, w, h);
            if !space.is_free(rect) {
                continue;
            }
            let start = at.plus(cos * gap * 0.7, sin * gap * 0.7);
            let leader = (start, nearest(rect, at));
            let place = Place { rect, leader: Some(leader) };
            if space.is_crossed(at, leader) {
                crossed = crossed.or(must.then_some(place));
                continue;
            }
            let beside = |point| Rect::around(point, TRAFFIC, TRAFFIC);
            let on_the_way = points_between(leader.0, leader.1).map(beside);
            let lines = on_the_way.chain([rect.grown(TRAFFIC)]).map(|part| space.points_in(part));
            let cost = farther * FARTHER_COST + lines.sum::<usize>();
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, place));
            }
        }
    }
    best.map(|(_, place)| place).or(crossed)
}

/// The point of a rectangle that is nearest to a point.
fn nearest(rect: Rect, to: Point) -> Point {
    Point::new(to.x.clamp(rect.min.x, rect.max.x), to.y.clamp(rect.min.y, rect.max.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Face;

    fn beside(x: f32, y: f32) -> Wish {
        Wish {
            text: "Tombouctou".into(),
            font: Font::new(Face::SemiBold, 13.0),
            color: Color::BLACK,
            halo: None,
            width: 76.0,
            spot: Spot::Beside { at: Point::new(x, y), gap: 18.0, leader: true },
            instead_of: None,
        }
    }

    fn space() -> Space {
        let view = Rect::new(0.0, 0.0, 400.0, 300.0);
        Space { view, taken: Vec::new(), lines: Vec::new() }
    }

    #[test]
    fn the_right_side_comes_first() {
        let place = place(&[beside(200.0, 150.0)], &space())[0].unwrap();
        assert_eq!(place.rect.min.x, 218.0);
        assert_eq!(place.rect.center().y, 150.0);
        assert_eq!(place.leader, None);
    }

    #[test]
    fn labels_avoid_the_edge_the_taken_and_the_lines() {
        // No room to the right of the symbol at the edge.
        let at_edge = place(&[beside(380.0, 150.0)], &space())[0].unwrap();
        assert_eq!(at_edge.rect.max.x, 362.0);
        // A line to the right pushes the label to the left.
        let line = (0..50).map(|i| Point::new(200.0 + 4.0 * i as f32, 150.0)).collect();
        let by_line = place(&[beside(200.0, 150.0)], &Space { lines: line, ..space() })[0].unwrap();
        assert!(by_line.rect.max.x <= 200.0, "{by_line:?}");
    }

    #[test]
    fn a_crowded_label_is_led_to_its_symbol() {
        let around = Rect::around(Point::new(200.0, 150.0), 80.0, 80.0);
        let crowded = Space { taken: vec![around], ..space() };
        let place = place(&[beside(200.0, 150.0)], &crowded)[0].unwrap();
        assert!(!place.rect.intersects(around));
        assert!(place.leader.is_some());
    }

    #[test]
    fn a_leader_takes_its_room_and_crosses_no_label() {
        let mut room = Room::of(&space());
        let beside_the_line = Rect::around(Point::new(225.0, 130.0), 10.0, 10.0);
        assert!(room.is_free(beside_the_line));
        let rect = Rect::new(250.0, 100.0, 80.0, 16.0);
        let leader = Some((Point::new(200.0, 150.0), Point::new(250.0, 110.0)));
        room.take(&Place { rect, leader });
        assert!(!room.is_free(beside_the_line));
        let symbol = Point::new(300.0, 200.0);
        for (end, crosses) in [(80.0, true), (290.0, false)] {
            let line = (Point::new(300.0, 190.0), Point::new(300.0, end));
            assert_eq!(room.is_crossed(symbol, line), crosses, "to {end}");
        }
    }
}
