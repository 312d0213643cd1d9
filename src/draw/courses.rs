//! The ways movements take through the picture, on every day the same.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use super::exits::{self, Exit, leads_nowhere};
use super::pace::Pace;
use super::standing::{Stage, place_of};
use super::ways::Way;
use crate::geo::Polyline;
use crate::plan::{Movement, MovementId, MovementKind, Plan, SiteId, UnitId};
use crate::scene::Rect;

/// Shorter ways are bent into a bow, or they would hide under their sites.
const SHORT: f32 = 70.0;

/// How each movement goes. A way is worked out when it is first asked for, since most
/// movements are over or not begun, and is shared by all that go along it.
pub struct Courses {
    /// In the order of the ids of the movements.
    courses: Vec<Course>,
    ways: Vec<OnceLock<Option<Lane>>>,
    /// The units that are ever brought home from each site.
    leaving: BTreeMap<SiteId, Vec<UnitId>>,
}

pub struct Course {
    pub movement: Arc<Movement>,
    /// The numbers of the posts it leaves and reaches.
    pub from: usize,
    pub to: Option<usize>,
    /// Out of the theatre, to where the map has no place.
    pub leads_out: bool,
    way: usize,
}

/// A way from the middle of one symbol to that of the other, and the box around it.
pub struct Lane {
    pub way: Way,
    pub area: Rect,
    pace: Pace,
}

impl Lane {
    fn new(way: Way, pace: Pace) -> Lane {
        Lane { area: way.area(), way, pace }
    }

    /// How long the way in the picture is behind a batch, given the share of its way on
    /// the ground.
    pub fn reached(&self, progress: f64) -> f32 {
        self.pace.in_picture(progress) * self.way.length()
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
    pub fn of(stage: &Stage) -> Courses {
        let look = stage.look;
        let mut numbers: HashMap<Key, usize> = HashMap::new();
        let course = |movement: &Arc<Movement>| {
            let from = place_of(stage.posts, &movement.from)?;
            let to = movement.to.as_ref().and_then(|to| place_of(stage.posts, to));
            let leads_out = to.is_none() && leads_nowhere(look, movement);
            if to.is_none() && !leads_out {
                return None;
            }
            let line = look.routes.line(movement).map(Arc::as_ptr);
            let key = Key { from, to, line };
            let next = numbers.len();
            let way = *numbers.entry(key).or_insert(next);
            Some(Course { movement: movement.clone(), from, to, leads_out, way })
        };
        let courses: Vec<Course> = look.plan.movements().iter().filter_map(course).collect();
        let ways = numbers.iter().map(|_| OnceLock::new()).collect();
        Courses { courses, ways, leaving: leaving(look.plan) }
    }

    /// The course of a movement; None where it has none in the picture.
    pub fn of_movement(&self, id: &MovementId) -> Option<&Course> {
        let found = self.courses.binary_search_by(|course| course.movement.id.cmp(id));
        found.ok().map(|at| &self.courses[at])
    }

    pub fn iter(&self) -> impl Iterator<Item = &Course> {
        self.courses.iter()
    }

    /// The way of a course, from the middle of one symbol to that of the other.
    pub fn lane(&self, course: &Course, stage: &Stage, exits: &[Exit]) -> Option<&Lane> {
        let make = || lane(course, stage, exits);
        self.ways[course.way].get_or_init(make).as_ref()
    }

    /// The units that are ever brought home from a site.
    pub fn leaving(&self, from: &SiteId) -> &[UnitId] {
        self.leaving.get(from).map_or(&[], Vec::as_slice)
    }
}

fn lane(course: &Course, stage: &Stage, exits: &[Exit]) -> Option<Lane> {
    let movement = &*course.movement;
    let even = |way| Lane::new(way, Pace::EVEN);
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
    let way = Way::of(line, &stage.look.view)?;
    if to.site.is_exit()
        && let Some(cut) = way.until_edge(stage.outer.grown(-26.0))
        && cut.length() < way.length()
    {
        return Some(even(cut));
    }
    Some(Lane::new(way, Pace::of(line)))
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
