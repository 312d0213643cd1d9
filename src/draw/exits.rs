//! Where the arrows stand that lead out of the theatre.
//!
//! Home is nowhere on the map: who leaves goes along a short arrow to a mark with
//! the number of those who have left. Each site has one place for it, on every
//! day the same.

use std::collections::BTreeMap;
use std::f32::consts::{PI, TAU};

use super::cells::Cells;
use super::extent::extent;
use super::map::Look;
use super::standing::{Stage, place_of};
use super::ways::Way;
use crate::plan::{Movement, MovementKind, SiteId};
use crate::scene::{Anchor, Font, Point, Rect};

/// The way out of a site.
#[derive(Clone, Debug)]
pub struct Exit {
    pub from: SiteId,
    /// From the middle of the site to the mark.
    pub way: Way,
    /// The middle of the mark.
    pub mark: Point,
    /// On which side of the mark the number stands.
    pub anchor: Anchor,
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
pub fn leads_nowhere(look: &Look, movement: &Movement) -> bool {
    match &movement.to {
        // Given up in place: nothing moves.
        None => movement.kind != MovementKind::Disposal,
        Some(to) => look.plan.sites().get(to).is_some_and(|site| site.place.is_none()),
    }
}

/// The way out of every site from which somebody ever leaves so, in the order of their
/// ids.
pub fn exits(stage: &Stage, taken: &[Rect]) -> Vec<Exit> {
    let Stage { look, outer: view, posts: sites, .. } = *stage;
    let mut leaving: BTreeMap<&SiteId, Vec<f32>> = BTreeMap::new();
    let mark = |id: &SiteId| place_of(sites, id).map(|place| &sites[place]);
    let mut near_sites = Cells::of(view);
    for (i, site) in sites.iter().enumerate() {
        near_sites.add_point(site.at, i);
    }
    for movement in look.plan.movements().iter() {
        if leads_nowhere(look, movement) {
            leaving.entry(&movement.from).or_default();
        }
    }
    // The directions in which others come and go.
    for movement in look.plan.movements().iter() {
        let Some(to) = &movement.to else { continue };
        for (here, there) in [(&movement.from, to), (to, &movement.from)] {
            if let Some(directions) = leaving.get_mut(here)
                && let (Some(here), Some(there)) = (mark(here), mark(there))
            {
                directions.push((there.at.y - here.at.y).atan2(there.at.x - here.at.x));
            }
        }
    }
    let center = Point::from(look.view.view_from_world(extent(look.plan, look.theatre).center()));
    let length = LENGTH * super::symbols::scale(look.view.camera().zoom);
    let mut exits: Vec<Exit> = Vec::new();
    for (id, busy) in leaving {
        let Some(own) = place_of(sites, id) else { continue };
        let from = &sites[own];
        if !view.contains(from.at) {
            continue;
        }
        // Near the middle every direction is as good: upwards, like a plane.
        let away = if from.at.distance(center) < 12.0 {
            -PI / 2.0
        } else {
            (from.at.y - center.y).atan2(from.at.x - center.x)
        };
        let candidates = (0..DIRECTIONS).filter_map(|i| {
            let angle = away + i as f32 / DIRECTIONS as f32 * TAU;
            let exit = Exit::new(id, from.at, angle, length)?;
            let mut cost = turn(angle, away) / PI * AWAY;
            cost += busy.iter().filter(|other| turn(angle, **other) < 0.45).count().min(2) as f32;
            let near = || near_sites.near(exit.surroundings());
            let others = near().filter(|other| *other != own).map(|other| sites[other].at);
            cost += 2.0 * others.filter(|at| exit.is_near(*at)).count() as f32;
            let names = near().map(|other| first_name_place(sites[other].at));
            cost += names.filter(|name| name.intersects(exit.rect)).count() as f32;
            let inside = view.contains(exit.rect.min) && view.contains(exit.rect.max);
            cost += if inside { 0.0 } else { 6.0 };
            let blocked = taken.iter().chain(exits.iter().map(|e| &e.rect));
            cost += 4.0 * blocked.filter(|rect| rect.intersects(exit.rect)).count() as f32;
            Some((exit, cost))
        });
        let best = candidates.min_by(|(_, a), (_, b)| a.total_cmp(b));
        exits.extend(best.map(|(exit, _)| exit));
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

impl Exit {
    fn new(from: &SiteId, at: Point, angle: f32, length: f32) -> Option<Exit> {
        let (sin, cos) = angle.sin_cos();
        let end = at.plus(cos * length, sin * length);
        let mark = end.plus(cos * (MARK + 3.0), sin * (MARK + 3.0));
        let anchor = if cos < -0.2 { Anchor::End } else { Anchor::Start };
        let text = if anchor == Anchor::End { mark.x - MARK - NUMBER_WIDTH } else { mark.x + MARK };
        let left = text.min(mark.x - MARK);
        let rect = Rect::new(left, mark.y - MARK, NUMBER_WIDTH + 2.0 * MARK, 2.0 * MARK);
        Some(Exit { from: from.clone(), way: Way::new([at, end])?, mark, anchor, rect })
    }

    /// Whether a site there would be in the way of arrow, mark or number.
    fn is_near(&self, site: Point) -> bool {
        self.way.distance(site) < NEAR_WAY || self.rect.grown(NEAR_MARK).contains(site)
    }

    /// Where all sites lie that may be in the way, or whose names may.
    fn surroundings(&self) -> Rect {
        let way = Rect::around_all([self.way.start(), self.way.end()]).unwrap_or(self.rect);
        let all = way.grown(NEAR_WAY).union(self.rect.grown(NEAR_MARK));
        // Names reach to the right.
        Rect { min: all.min.plus(-NAME_WIDTH, 0.0), max: all.max }
    }
}
