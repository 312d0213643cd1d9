//! Where camps have the rows of their units: on every day in the same places.

use std::cmp::Reverse;
use std::sync::Arc;

use super::sign::Sign;
use crate::draw::exits::{self, Exit};
use crate::draw::labels::{DIAGONAL, Place, Room};
use crate::draw::map::{Look, is_wanted};
use crate::draw::sites::rank;
use crate::draw::standing::{Post, Stage};
use crate::draw::style::STRONG;
use crate::draw::symbols::{self, NAME_GAP};
use crate::draw::ways::Way;
use crate::draw::widths::measure;
use crate::plan::Unit;
use crate::scene::{Font, Point, Rect};
use crate::schedule::{Crew as CrewNow, Part};

/// The name of the layer.
pub const LAYER: &str = "units";
/// Farther away camps lie too close together for rows.
const NEAR_ZOOM: f64 = 7.0;
/// Half of the height of a frame, in points.
pub const HALF: f32 = 7.0;
/// From the middle of a symbol to that of the next one.
pub const STEP: f32 = 3.0 * HALF + 5.0;
/// How many symbols a row has at most.
const MOST: usize = 5;
/// The number of those that found no room in the row.
pub const MORE: Font = Font { size: 10.5, ..STRONG };
/// How much farther than a name a row may lie from its camp, in points.
const FARTHER: [f32; 3] = [0.0, 9.0, 18.0];

/// Whether a picture shows units as symbols.
pub fn are_shown(look: &Look) -> bool {
    look.view.camera().zoom >= NEAR_ZOOM && is_wanted(look.layers, LAYER)
}

/// The units that are ever at the camps of a picture, or on their way to them; none
/// where units are not shown.
#[derive(Default)]
pub struct Crews(Vec<Crew>);

struct Crew {
    /// The number of the post of the camp.
    post: usize,
    /// The largest first.
    units: Vec<Arc<Unit>>,
}

impl Crews {
    pub fn of(stage: &Stage) -> Crews {
        let Stage { look, outer, roster, posts, seen, .. } = *stage;
        if !are_shown(look) {
            return Crews::default();
        }
        let is_shown = |post: &usize| {
            let Post { is_camp, at, .. } = &posts[*post];
            *is_camp && outer.contains(*at) && !roster.crews[*post].is_empty()
        };
        let seen = seen.iter().copied().filter(is_shown);
        Crews(seen.map(|post| Crew { post, units: roster.crews[post].clone() }).collect())
    }

    /// All units, those of one camp after those of another.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        self.0.iter().flat_map(|crew| crew.units.iter().map(Arc::as_ref))
    }
}

/// The order in which units are listed: by their figures, which do not change while a part of
/// them leaves.
pub(in crate::draw) fn by_size(unit: &Unit) -> impl Ord + '_ {
    (Reverse(unit.personnel), &unit.id)
}

/// A unit of a camp.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    pub part: Part<'a>,
    /// Nothing of it is there yet.
    pub is_expected: bool,
}

impl<'a> Member<'a> {
    pub fn sign(&self) -> Sign<'a> {
        Sign { is_planned: self.is_expected, ..Sign::of(self.part.unit) }
    }
}

/// Those who are there, the largest first, then those on their way there.
pub fn members(crew: CrewNow<'_>) -> Vec<Member<'_>> {
    let both = [(crew.present, false), (crew.expected, true)];
    let members = both.into_iter().flat_map(|(mut parts, is_expected)| {
        parts.sort_by(|a, b| by_size(a.unit).cmp(&by_size(b.unit)));
        parts.into_iter().map(move |part| Member { part, is_expected })
    });
    members.collect()
}

/// The places of the rows.
#[derive(Default)]
pub struct Rows(Vec<Slot>);

/// What is kept free for the row of a camp.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    pub post: usize,
    pub rect: Rect,
    /// How many symbols have room in it.
    pub most: usize,
    /// Where a row that does not fill it stands: 0 at its left, 1 at its right end.
    anchor: f32,
}

impl Rows {
    /// Takes room for the rows out of what names have left.
    pub fn of(
        stage: &Stage,
        crews: &Crews,
        hidden: &[Rect],
        exits: &[Exit],
        room: &mut Room,
    ) -> Rows {
        let is_hidden = |at: Point| hidden.iter().any(|rect| rect.contains(at));
        let mut crews: Vec<&Crew> =
            crews.0.iter().filter(|crew| !is_hidden(stage.posts[crew.post].at)).collect();
        crews.sort_by_key(|crew| rank(&stage.posts[crew.post].site));
        let gap = NAME_GAP * symbols::scale(stage.look.view.camera().zoom);
        let slots = crews.into_iter().filter_map(|crew| {
            let post = &stage.posts[crew.post];
            let exit = exits::find(exits, &post.site.id);
            let slot = Slot::find(crew, post.at, gap, exit, room)?;
            room.take(&Place { rect: slot.rect, leader: None });
            Some(slot)
        });
        Rows(slots.collect())
    }

    pub fn iter(&self) -> impl Iterator<Item = &Slot> {
        self.0.iter()
    }
}

impl Slot {
    /// The best free place, for fewer symbols where there is none for more.
    fn find(crew: &Crew, at: Point, gap: f32, exit: Option<&Exit>, room: &Room) -> Option<Slot> {
        let count = crew.units.len();
        let with_staff = crew.units.iter().any(|unit| Sign::has_staff(&unit.kind));
        let height = Sign::bounds(at, HALF, with_staff).height();
        let least = count.min(2);
        (least..=count.min(MOST)).rev().find_map(|most| {
            let size = Point::new(width(most, count - most), height);
            let free = places(at, gap, size).into_iter().enumerate();
            let free = free.filter(|(_, (rect, _))| room.is_free(*rect));
            // An arrow out of the camp is too short to be seen below a row.
            let hides = |rect: &Rect| exit.is_some_and(|exit| passes(&exit.way, *rect));
            let cost = |(place, (rect, _)): &(usize, (Rect, f32))| {
                place + room.points_in(*rect) + if hides(rect) { OVER_ARROW } else { 0 }
            };
            let (_, (rect, anchor)) = free.min_by_key(cost)?;
            Some(Slot { post: crew.post, rect, most, anchor })
        })
    }

    /// The middles of the symbols of a row of so many, what they cover, and where the
    /// number of all others begins.
    pub fn seats(&self, count: usize, others: usize) -> (Vec<Point>, Rect, Point) {
        let wide = width(count, others);
        let left = self.rect.min.x + self.anchor * (self.rect.width() - wide);
        let symbol = Sign::bounds(Point::default(), HALF, false);
        let first = Point::new(left - symbol.min.x, self.rect.min.y - symbol.min.y);
        let seats = (0..count).map(|i| first.plus(STEP * i as f32, 0.0)).collect();
        let area = Rect::new(left, self.rect.min.y, wide, self.rect.height());
        let text = Point::new(left + width(count, 0) + MORE_GAP, first.y + MORE.cap_height() / 2.0);
        (seats, area, text)
    }
}

/// What it counts that a row lies over the arrow out of its camp, in steps of
/// preference.
const OVER_ARROW: usize = 8;

fn passes(way: &Way, rect: Rect) -> bool {
    let steps = (way.length() / 4.0).ceil().max(1.0);
    (0..=steps as usize).any(|i| rect.contains(way.at(way.length() * i as f32 / steps).0))
}

/// Between the last symbol and the number of all others.
const MORE_GAP: f32 = 3.0;

/// How wide a row is of so many symbols, with the number of so many others.
fn width(symbols: usize, others: usize) -> f32 {
    let symbol = Sign::bounds(Point::default(), HALF, false).width();
    let more = if others > 0 { MORE_GAP + measure(&more_text(others), MORE) } else { 0.0 };
    symbol + STEP * symbols.saturating_sub(1) as f32 + more
}

/// What stands for the units of a row beyond its symbols.
pub fn more_text(others: usize) -> String {
    format!("+{others}")
}

/// The places around a camp, the most legible one first, and where in each of them a
/// row stands that does not fill it: names have the sides, so rows go below.
fn places(at: Point, gap: f32, size: Point) -> Vec<(Rect, f32)> {
    let place = |x: f32, y: f32, anchor| (Rect::new(at.x + x, at.y + y, size.x, size.y), anchor);
    let (slant, side) = (gap * DIAGONAL, gap + 4.0);
    let mut places = Vec::new();
    places.extend(FARTHER.map(|more| place(-size.x / 2.0, gap + more, 0.5)));
    places.extend(FARTHER.map(|more| place(-size.x / 2.0, -gap - more - size.y, 0.5)));
    places.extend([
        place(side, -size.y / 2.0, 0.0),
        place(-side - size.x, -size.y / 2.0, 1.0),
        place(slant, slant, 0.0),
        place(-slant - size.x, slant, 1.0),
        place(slant, -slant - size.y, 0.0),
        place(-slant - size.x, -slant - size.y, 1.0),
    ]);
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_fewer_stands_within_its_place() {
        for anchor in [0.0, 0.5, 1.0] {
            let size = Point::new(width(5, 13), 22.0);
            let rect = Rect::new(100.0, 50.0, size.x, size.y);
            let slot = Slot { post: 0, rect, most: 5, anchor };
            for (count, others) in [(1, 0), (2, 0), (5, 0), (5, 1), (5, 13)] {
                let (seats, area, text) = slot.seats(count, others);
                assert_eq!(seats.len(), count);
                assert!(area.min.x >= rect.min.x - 0.01 && area.max.x <= rect.max.x + 0.01);
                let end = if others > 0 { text.x + measure(&more_text(others), MORE) } else { 0.0 };
                assert!(end <= area.max.x + 0.01, "{count} and {others}: {end} in {area:?}");
                for seat in seats {
                    let symbol = Sign::bounds(seat, HALF, false);
                    assert!(symbol.min.x >= area.min.x - 0.01 && symbol.max.x <= area.max.x + 0.01);
                }
            }
        }
    }
}
