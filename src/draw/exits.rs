//! Where the arrows stand that lead out of the theatre.
//!
//! Home is nowhere on the map: who leaves goes along a short arrow to a mark with
//! the number of those who have left. Each site has one place for it, on every
//! day the same.

use std::f32::consts::{PI, TAU};

use super::cells::Cells;
use super::extent::extent;
use super::roster::Leaving;
use super::standing::Stage;
use super::ways::Way;
use crate::plan::{Movement, MovementKind, Plan, SiteId};
use crate::scene::{Anchor, Font, Point, Rect, nearest_on_piece};

/// The way out of a site.
#[derive(Clone, Debug)]
pub struct Exit {
    pub from: SiteId,
    /// From the middle of the site to the mark.
    pub way: Way,
    /// The middle of the mark.
    pub mark: Point,
    /// On which side of the mark the number stands; None where sites lie so close
    /// together that there is no room for it.
    pub anchor: Option<Anchor>,
    /// What mark and number cover.
    pub rect: Rect,
}

/// The number at a mark.
pub const NUMBER: Font = Font { size: 11.0, ..super::style::STRONG };
const NUMBER_WIDTH: f32 = 72.0;
const MARK: f32 = 10.0;
/// How long arrows are, in points, where there is room for the longest symbols.
const LENGTH: f32 = 62.0;
const DIRECTIONS: usize = 24;
/// What it counts to lead back to the middle of the theatre, where a site in the way
/// counts 2: so much that an arrow points nearly the same way in every size.
const AWAY: f32 = 6.0;
/// How near to the arrow and to the mark sites are in the way, in points.
const NEAR_WAY: f32 = 22.0;
const NEAR_MARK: f32 = 18.0;
/// As wide as most names.
const NAME_WIDTH: f32 = 90.0;

/// Whether a movement leads to where the map has no place.
pub fn leads_nowhere(plan: &Plan, movement: &Movement) -> bool {
    match &movement.to {
        // Given up in place: nothing moves.
        None => movement.kind != MovementKind::Disposal,
        Some(to) => plan.sites().get(to).is_some_and(|site| site.place.is_none()),
    }
}

/// The way out of every site of the picture from which somebody ever leaves so, in the
/// order of their ids.
pub fn exits(stage: &Stage, leavings: &[Leaving], taken: &[Rect]) -> Vec<Exit> {
    let Stage { look, outer: view, posts, near, .. } = *stage;
    let center = Point::from(look.view.view_from_world(extent(look.plan, look.theatre).center()));
    let length = LENGTH * super::symbols::scale(look.view.camera().zoom);
    let mut blocked = Cells::of(view);
    taken.iter().for_each(|rect| blocked.add(*rect, *rect));
    let mut others = Cells::of(view);
    let mut exits: Vec<Exit> = Vec::new();
    for Leaving { post: own, neighbours } in leavings {
        let from = posts[*own].at;
        if !view.contains(from) {
            continue;
        }
        // Near the middle every direction is as good: upwards, like a plane.
        let away = if from.distance(center) < 12.0 {
            -PI / 2.0
        } else {
            (from.y - center.y).atan2(from.x - center.x)
        };
        // The directions in which others come and go.
        let direction = |there: &usize| {
            let there = posts[*there].at;
            (there.y - from.y).atan2(there.x - from.x)
        };
        let busy: Vec<f32> = neighbours.iter().map(direction).collect();
        // None as soon as it is more than `least`: where many sites lie close together,
        // few arrows are worked out to their end.
        let cost = |arrow: &Arrow, least: f32| {
            let mut cost = turn(arrow.angle, away) / PI * AWAY;
            let same_way = busy.iter().filter(|other| turn(arrow.angle, **other) < 0.45);
            cost += same_way.count().min(2) as f32;
            let (mut others, mut names) = (0, 0);
            for other in near.near(arrow.surroundings()) {
                let at = posts[other].at;
                others += usize::from(other != *own && arrow.is_near(at));
                names += usize::from(first_name_place(at).intersects(arrow.rect));
                if cost + (2 * others + names) as f32 > least {
                    return None;
                }
            }
            cost += 2.0 * others as f32;
            cost += names as f32;
            let inside = view.contains(arrow.rect.min) && view.contains(arrow.rect.max);
            cost += if inside { 0.0 } else { 6.0 };
            Some(cost + 4.0 * blocked.meeting(arrow.rect).count() as f32)
        };
        let mut best: Option<(f32, Arrow)> = None;
        for i in 0..DIRECTIONS {
            let angle = away + i as f32 / DIRECTIONS as f32 * TAU;
            let arrow = Arrow::new(from, angle, length);
            let least = best.as_ref().map_or(f32::INFINITY, |(least, _)| *least);
            if let Some(cost) = cost(&arrow, least).filter(|cost| *cost < least) {
                best = Some((cost, arrow));
            }
        }
        let Some((_, mut arrow)) = best else { continue };
        if others.meeting(arrow.rect).next().is_some() {
            arrow = arrow.without_number();
        }
        if let Some(exit) = arrow.exit(&posts[*own].site.id) {
            blocked.add(exit.rect, exit.rect);
            others.add(exit.rect, exit.rect);
            exits.push(exit);
        }
    }
    exits
}

/// The way out of a site among those of [`exits`].
pub fn find<'a>(exits: &'a [Exit], from: &SiteId) -> Option<&'a Exit> {
    exits.binary_search_by(|exit| exit.from.cmp(from)).ok().map(|place| &exits[place])
}

/// Where readers look for the name of a site first.
fn first_name_place(at: Point) -> Rect {
    Rect::new(at.x, at.y - 8.0, NAME_WIDTH, 16.0)
}

/// The angle between two directions, 0 to π.
fn turn(a: f32, b: f32) -> f32 {
    let turn = (a - b).rem_euclid(TAU);
    turn.min(TAU - turn)
}

/// A way out that is thought of.
struct Arrow {
    angle: f32,
    ends: [Point; 2],
    mark: Point,
    anchor: Option<Anchor>,
    rect: Rect,
}

impl Arrow {
    fn new(at: Point, angle: f32, length: f32) -> Arrow {
        let (sin, cos) = angle.sin_cos();
        let end = at.plus(cos * length, sin * length);
        let mark = end.plus(cos * (MARK + 3.0), sin * (MARK + 3.0));
        let anchor = if cos < -0.2 { Anchor::End } else { Anchor::Start };
        let text = if anchor == Anchor::End { mark.x - MARK - NUMBER_WIDTH } else { mark.x + MARK };
        let left = text.min(mark.x - MARK);
        let rect = Rect::new(left, mark.y - MARK, NUMBER_WIDTH + 2.0 * MARK, 2.0 * MARK);
        Arrow { angle, ends: [at, end], mark, anchor: Some(anchor), rect }
    }

    fn without_number(self) -> Arrow {
        let rect = Rect::around(self.mark, 2.0 * MARK, 2.0 * MARK);
        Arrow { anchor: None, rect, ..self }
    }

    fn exit(self, from: &SiteId) -> Option<Exit> {
        let Arrow { ends, mark, anchor, rect, .. } = self;
        Some(Exit { from: from.clone(), way: Way::new(ends)?, mark, anchor, rect })
    }

    /// Whether a site there would be in the way of arrow, mark or number.
    fn is_near(&self, site: Point) -> bool {
        nearest_on_piece(self.ends, site).0 < NEAR_WAY || self.rect.grown(NEAR_MARK).contains(site)
    }

    /// Where all sites lie that may be in the way, or whose names may.
    fn surroundings(&self) -> Rect {
        let way = Rect::around_all(self.ends).unwrap_or(self.rect);
        let all = way.grown(NEAR_WAY).union(self.rect.grown(NEAR_MARK));
        // Names reach to the right.
        Rect { min: all.min.plus(-NAME_WIDTH, 0.0), max: all.max }
    }
}
