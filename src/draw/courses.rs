//! The ways movements take through the picture, on every day the same.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use super::exits::{self, Exit, leads_nowhere};
use super::map::Look;
use super::roster::Posts;
use super::standing::Stage;
use super::trail::Trail;
use super::ways::Way;
use crate::geo::{MapView, Polyline, WorldBounds, WorldPoint};
use crate::plan::{Movement, MovementId, MovementKind, Plan, SiteId, UnitId};
use crate::scene::{Point, Rect};

/// Shorter ways are bent into a bow, or they would hide under their sites.
const SHORT: f32 = 70.0;
/// How far ways may lead beyond the places they go by, in points: the bow of a short one,
/// or the arrow out of the theatre.
const BEYOND: f32 = 120.0;
/// Names keep clear of the ways of so many movements; more of them cover the map
/// whatever is done.
const NAMED: usize = 400;

/// How each movement goes, whatever the camera.
pub struct Courses {
    /// In the order of the ids of the movements; None for those that have no way.
    courses: Vec<Option<Course>>,
    /// The numbers of those that have one.
    listed: Vec<usize>,
    /// The lines of the ways on the Earth, of those that follow one, as far as any camera
    /// has asked for them. Movements may share a way.
    trails: Vec<OnceLock<Arc<Trail>>>,
    /// The courses of the first movements, one for each way between sites.
    first: Vec<usize>,
    /// The units that are ever brought home from each site.
    leaving: BTreeMap<SiteId, Vec<UnitId>>,
}

/// The ways as a camera shows them. One is worked out when it is first asked for, since
/// most movements are over or not begun, and is shared by all that go along it.
pub struct Lanes(Vec<OnceLock<Option<Lane>>>);

pub struct Course {
    pub movement: Arc<Movement>,
    /// The numbers of the posts it leaves and reaches.
    pub from: usize,
    pub to: Option<usize>,
    /// Out of the theatre, to where the map has no place.
    pub leads_out: bool,
    way: usize,
    /// Around the places it goes by.
    bounds: Option<WorldBounds>,
}

/// A way from the middle of one symbol to that of the other, and the box around it.
pub struct Lane {
    pub way: Way,
    pub area: Rect,
    /// None for a way that is not a line on the ground.
    trail: Option<Arc<Trail>>,
}

impl Lane {
    fn new(way: Way, trail: Option<Arc<Trail>>) -> Lane {
        Lane { area: way.area(), way, trail }
    }

    /// How long the way in the picture is behind a batch, given the share of its way on
    /// the ground.
    pub fn reached(&self, progress: f64) -> f32 {
        let even = progress.clamp(0.0, 1.0) as f32;
        self.trail.as_ref().map_or(even, |it| it.in_picture(progress)) * self.way.length()
    }
}

/// Movements that have all of this in common go along one way.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    from: usize,
    to: Option<usize>,
    /// Lines are shared, so that one is told from another by its place in memory.
    line: Option<*const Polyline>,
}

impl Courses {
    pub fn of(look: &Look, posts: &Posts) -> Courses {
        let mut numbers: HashMap<Key, (usize, Option<WorldBounds>)> = HashMap::new();
        let course = |movement: &Arc<Movement>| {
            let from = posts.get(&movement.from)?;
            let to = movement.to.as_ref().and_then(|to| posts.get(to));
            let leads_out = to.is_none() && leads_nowhere(look.plan, movement);
            if to.is_none() && !leads_out {
                return None;
            }
            let line = look.routes.line(movement).map(Arc::as_ptr);
            let key = Key { from, to, line };
            let next = numbers.len();
            let known = numbers.entry(key).or_insert_with(|| (next, bounds(look, movement)));
            let (way, bounds) = *known;
            Some(Course { movement: movement.clone(), from, to, leads_out, way, bounds })
        };
        let courses: Vec<Option<Course>> = look.plan.movements().iter().map(course).collect();
        let has_one = |number: &usize| courses[*number].is_some();
        let listed: Vec<usize> = (0..courses.len()).filter(has_one).collect();
        let mut seen = BTreeSet::new();
        let is_first = |number: &usize| {
            let course = courses[*number].as_ref();
            // Many movements go the same way.
            course.is_some_and(|it| seen.insert((it.from, &it.movement.to, &it.movement.mode)))
        };
        let first = listed.iter().copied().take(NAMED).filter(is_first).collect();
        Courses {
            courses,
            listed,
            trails: unasked(numbers.len()),
            first,
            leaving: leaving(look.plan),
        }
    }

    /// The course of a movement by its place in the list of the plan; None where it has
    /// none on the map.
    pub fn at(&self, number: usize) -> Option<&Course> {
        self.courses.get(number)?.as_ref()
    }

    /// The same by its id.
    pub fn of_movement(&self, id: &MovementId) -> Option<&Course> {
        let of = |number: &usize| self.at(*number).map(|course| &course.movement.id);
        let found = self.listed.binary_search_by(|number| of(number).cmp(&Some(id)));
        found.ok().and_then(|at| self.at(self.listed[at]))
    }

    pub fn iter(&self) -> impl Iterator<Item = &Course> {
        self.listed.iter().filter_map(|number| self.at(*number))
    }

    /// Those whose ways names keep clear of, each way once.
    pub fn first(&self) -> impl Iterator<Item = &Course> {
        self.first.iter().filter_map(|number| self.at(*number))
    }

    /// Its ways, none of them worked out.
    pub fn lanes(&self) -> Lanes {
        Lanes(unasked(self.trails.len()))
    }

    /// The units that are ever brought home from a site.
    pub fn leaving(&self, from: &SiteId) -> &[UnitId] {
        self.leaving.get(from).map_or(&[], Vec::as_slice)
    }
}

impl Lanes {
    /// The way of a course, from the middle of one symbol to that of the other.
    pub fn get(&self, course: &Course, stage: &Stage, exits: &[Exit]) -> Option<&Lane> {
        self.0[course.way].get_or_init(|| lane(course, stage, exits)).as_ref()
    }
}

impl Course {
    /// Whether its way may reach into a part of the picture: soon seen for most, and
    /// without working it out.
    pub fn may_meet(&self, area: Rect, view: &MapView) -> bool {
        let Some(bounds) = self.bounds else { return false };
        let corner = |point| Point::from(view.view_from_world(point));
        let own = Rect { min: corner(bounds.min), max: corner(bounds.max) };
        own.grown(BEYOND).intersects(area)
    }
}

/// Around all places that the way of a movement goes by.
fn bounds(look: &Look, movement: &Movement) -> Option<WorldBounds> {
    let site = |id| look.plan.sites().get(id).and_then(|site| site.place);
    let ends = [Some(&movement.from), movement.to.as_ref()].into_iter().flatten().filter_map(site);
    let line = look.routes.line(movement).into_iter().flat_map(|line| line.points());
    WorldBounds::around(ends.chain(line.copied()).map(WorldPoint::from))
}

fn lane(course: &Course, stage: &Stage, exits: &[Exit]) -> Option<Lane> {
    let movement = &*course.movement;
    let even = |way| Lane::new(way, None);
    let from = &stage.posts[course.from];
    let Some(to) = course.to.map(|to| &stage.posts[to]) else {
        return exits::find(exits, &movement.from).map(|exit| even(exit.way.clone()));
    };
    if from.at.distance(to.at) < SHORT {
        return Way::bow(from.at, to.at, -from.at.distance(to.at).min(22.0)).map(even);
    }
    let Some(line) = stage.look.routes.line(movement) else {
        return Way::new([from.at, to.at]).map(even);
    };
    let trail = &stage.roster.courses.trails[course.way];
    let trail = trail.get_or_init(|| Arc::new(Trail::of(line)));
    let way = Way::of(trail, &stage.look.view)?;
    if to.site.is_exit()
        && let Some(cut) = way.until_edge(stage.outer.grown(-26.0))
        && cut.length() < way.length()
    {
        return Some(even(cut));
    }
    Some(Lane::new(way, Some(trail.clone())))
}

fn unasked<T>(count: usize) -> Vec<OnceLock<T>> {
    std::iter::repeat_with(OnceLock::new).take(count).collect()
}

fn leaving(plan: &Plan) -> BTreeMap<SiteId, Vec<UnitId>> {
    let mut leaving: BTreeMap<&SiteId, BTreeSet<&UnitId>> = BTreeMap::new();
    for movement in plan.movements().iter() {
        if movement.kind == MovementKind::Repatriation {
            let units = movement.loads.iter().map(|load| &load.unit);
            leaving.entry(&movement.from).or_default().extend(units);
        }
    }
    let owned = |units: BTreeSet<&UnitId>| units.into_iter().cloned().collect();
    leaving.into_iter().map(|(from, units)| (from.clone(), owned(units))).collect()
}
