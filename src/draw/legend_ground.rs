//! Where the legend stands: on as little as possible of what the map is about.

use super::extent::whole;
use super::headline;
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
}

impl LegendGround {
    pub fn of(stage: &Stage) -> LegendGround {
        let look = stage.look;
        let size = look.view.size();
        let view = MapView::new(whole(look.plan, look.theatre, size), size);
        let camps = stage.posts.iter().filter(|post| post.is_camp);
        let places = camps.filter_map(|post| post.site.place);
        LegendGround {
            camps: places.map(|place| Point::from(view.view_from_lonlat(place))).collect(),
            land: boundary(look.theatre, &view),
        }
    }

    pub fn hides_camp(&self, rect: Rect) -> bool {
        self.camps_in(rect) > 0
    }

    /// At the left edge, down or up: rather where it covers no camp, then where it covers
    /// the least land of the theatre. It gives way to camps that the map has brought there.
    pub fn place(&self, stage: &Stage, size: Point) -> Rect {
        let at = |y: f32| Rect::new(stage.area.min.x, y, size.x, size.y);
        let head = headline::room(stage).map_or(0.0, |room| room.height() + AFTER_HEADLINE);
        let lower = at(stage.lower_edge() - size.y);
        let upper = at(stage.area.min.y + head.max(HEAD));
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
        let points = (0..STEPS * STEPS).map(|i| {
            let x = along(rect.min.x, rect.width(), i % STEPS);
            Point::new(x, along(rect.min.y, rect.height(), i / STEPS))
        });
        points.filter(|at| self.land.iter().any(|country| country.contains(*at))).count()
    }
}
