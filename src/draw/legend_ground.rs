//! Where the legend stands: on as little as possible of what the map is about.

use super::extent::whole;
use super::rings::{Rings, boundary};
use super::standing::Stage;
use crate::geo::MapView;
use crate::scene::{Point, Rect};

/// Between the legend and a camp, in points.
const AIR: f32 = 8.0;
/// How far below the upper edge the legend begins: there the headline ends, or the dates
/// of two sides that are compared.
const HEAD: f32 = 44.0;
const AFTER_HEADLINE: f32 = 12.0;
/// The points of a place that are looked at, along each of its sides.
const STEPS: usize = 8;

/// What the legend had better not cover when all of the theatre shows. Its corner is
/// chosen for that view: it stays there when the map is moved.
pub struct LegendGround {
    camps: Vec<Point>,
    land: Vec<Rings>,
    /// How far below the upper edge the legend may begin.
    head: f32,
}

impl LegendGround {
    /// `headline` is the room of the headline, if there is one.
    pub fn of(stage: &Stage, headline: Option<Rect>) -> LegendGround {
        let look = stage.look;
        let size = look.view.size();
        let view = MapView::new(whole(look.plan, look.theatre, size), size);
        let camps = stage.posts.iter().filter(|post| post.is_camp);
        let places = camps.filter_map(|post| post.site.place);
        LegendGround {
            camps: places.map(|place| Point::from(view.view_from_lonlat(place))).collect(),
            land: boundary(look.theatre, &view),
            head: headline.map_or(HEAD, |room| (room.height() + AFTER_HEADLINE).max(HEAD)),
        }
    }

    pub fn hides_camp(&self, rect: Rect) -> bool {
        self.camps_in(rect) > 0
    }

    /// At the left edge, down or up: rather where it covers no camp, then where it covers
    /// the least land of the theatre. It gives way to camps that the map has brought there.
    pub fn place(&self, stage: &Stage, size: Point) -> Rect {
        let at = |y: f32| Rect::new(stage.area.min.x, y, size.x, size.y);
        let lower = at(stage.lower_edge() - size.y);
        let upper = at(stage.area.min.y + self.head);
        if upper.max.y > lower.max.y {
            return lower;
        }
        let cost = |rect: &Rect| (self.camps_in(*rect), self.land_in(*rect));
        let [best, other] =
            if cost(&upper) < cost(&lower) { [upper, lower] } else { [lower, upper] };
        let hides = |rect: Rect| {
            let camps = stage.posts.iter().filter(|post| post.is_camp);
            camps.map(|post| post.at).any(|at| rect.grown(AIR).contains(at))
        };
        if hides(best) && !hides(other) { other } else { best }
    }

    fn camps_in(&self, rect: Rect) -> usize {
        self.camps.iter().filter(|at| rect.grown(AIR).contains(**at)).count()
    }

    /// How many of some points of a place lie in the theatre.
    fn land_in(&self, rect: Rect) -> usize {
        let along =
            |from: f32, length: f32, i: usize| from + length * i as f32 / (STEPS - 1) as f32;
        let on_land = |row: usize| {
            let y = along(rect.min.y, rect.height(), row);
            let spans: Vec<[f32; 2]> = self.land.iter().flat_map(|land| land.spans(y)).collect();
            let is_land = |x: &f32| spans.iter().any(|[from, to]| (*from..*to).contains(x));
            (0..STEPS).map(|i| along(rect.min.x, rect.width(), i)).filter(is_land).count()
        };
        (0..STEPS).map(on_land).sum()
    }
}
