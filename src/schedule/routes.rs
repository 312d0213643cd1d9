//! The line each movement takes over the ground.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::geo::{LonLat, Polyline, great_circle};
use crate::plan::{Id, Mode, Movement, Plan, RoutePoint, SiteId};
use crate::theatre::Theatre;

/// The lines of all movements that have one.
///
/// Movements between the same places on the same kind of way share their line.
/// Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Routes {
    lines: Arc<BTreeMap<Id, Route>>,
}

#[derive(Clone, Debug)]
struct Route {
    line: Arc<Polyline>,
    is_schematic: bool,
}

impl Routes {
    /// A movement goes along its own `route`; without one, by road along the
    /// theatre's roads, and otherwise on the great circle, as it does by road
    /// where no roads lead.
    ///
    /// One that begins or ends nowhere on the map, or ends where it began, has no
    /// line.
    pub fn of(plan: &Plan, theatre: &Theatre) -> Routes {
        let mut finder = Finder::of(plan, theatre);
        let mut lines = BTreeMap::new();
        for movement in plan.movements().iter() {
            lines.extend(finder.find(movement).map(|route| ((*movement.id).clone(), route)));
        }
        Routes { lines: Arc::new(lines) }
    }

    /// The same as [`Routes::of`], given the routes of another revision of the plan in
    /// the same theatre: ways are looked for where they can be others alone.
    ///
    /// When a movement happens, and what it carries, does not matter to its way.
    pub fn after(earlier: &Routes, before: &Plan, plan: &Plan, theatre: &Theatre) -> Routes {
        let sites = plan.sites().differing(before.sites()).into_iter();
        let moved: BTreeSet<&Id> =
            sites.filter(|id| place_of(before, id) != place_of(plan, id)).collect();
        let (mut gone, mut anew) = (Vec::new(), BTreeMap::new());
        for id in plan.movements().differing(before.movements()) {
            match (plan.movements().find(id), before.movements().find(id)) {
                (None, _) => gone.push(id),
                (Some(now), Some(old)) if same_way(now, old) => {}
                (Some(now), _) => {
                    anew.insert(id, now);
                }
            }
        }
        if !moved.is_empty() {
            let leads_there = |m: &&Arc<Movement>| sites_of(m).any(|site| moved.contains(&**site));
            let others = plan.movements().iter().filter(leads_there);
            anew.extend(others.map(|movement| (&*movement.id, movement)));
        }
        if anew.is_empty() && gone.is_empty() {
            return earlier.clone();
        }
        let mut finder = Finder::of(plan, theatre);
        let wanted: BTreeSet<_> =
            anew.values().filter_map(|movement| shared_way(movement)).collect();
        for movement in plan.movements().iter().filter(|it| !anew.contains_key(&*it.id)) {
            if let Some(way) = shared_way(movement).filter(|way| wanted.contains(way)) {
                finder.know(way, earlier.lines.get(&*movement.id));
            }
        }
        let mut lines = (*earlier.lines).clone();
        for (id, movement) in anew {
            match finder.find(movement) {
                Some(route) => lines.insert(id.clone(), route),
                None => lines.remove(id),
            };
        }
        for id in gone {
            lines.remove(id);
        }
        Routes { lines: Arc::new(lines) }
    }

    /// The lines of all movements of a plan, which are in the order of their ids.
    pub(super) fn lines_of(&self, movements: &[Arc<Movement>]) -> Vec<Option<Arc<Polyline>>> {
        let mut lines = self.lines.iter().peekable();
        let line = |movement: &Arc<Movement>| {
            while lines.next_if(|(id, _)| **id < *movement.id).is_some() {}
            lines.next_if(|(id, _)| **id == *movement.id).map(|(_, route)| route.line.clone())
        };
        movements.iter().map(line).collect()
    }

    /// Whether these are the routes of the same movements along the same lines, known
    /// without a look at them.
    pub(super) fn shares_lines_of(&self, other: &Routes) -> bool {
        Arc::ptr_eq(&self.lines, &other.lines)
    }

    /// The line of a movement; None if it has none.
    pub fn line(&self, movement: &Movement) -> Option<&Arc<Polyline>> {
        self.lines.get(&*movement.id).map(|route| &route.line)
    }

    /// Whether the line follows roads that are themselves only schematic.
    pub fn is_schematic(&self, movement: &Movement) -> bool {
        self.lines.get(&*movement.id).is_some_and(|route| route.is_schematic)
    }
}

/// Looks for ways, and remembers those that movements can share.
struct Finder<'a> {
    plan: &'a Plan,
    theatre: &'a Theatre,
    shared: BTreeMap<SharedWay<'a>, Option<Route>>,
}

/// A way by its ends, and whether it goes by road.
type SharedWay<'a> = (&'a SiteId, &'a SiteId, bool);

impl<'a> Finder<'a> {
    fn of(plan: &'a Plan, theatre: &'a Theatre) -> Finder<'a> {
        Finder { plan, theatre, shared: BTreeMap::new() }
    }

    fn find(&mut self, movement: &'a Movement) -> Option<Route> {
        let Finder { plan, theatre, .. } = *self;
        let to = movement.to.as_ref()?;
        let (start, end) = (place_of(plan, &movement.from)?, place_of(plan, to)?);
        if let Some(points) = &movement.route {
            return given(plan, start, points, end);
        }
        let way = shared_way(movement)?;
        self.shared.entry(way).or_insert_with(|| found(theatre, start, end, way.2)).clone()
    }

    /// Takes over the way of a movement.
    fn know(&mut self, way: SharedWay<'a>, route: Option<&Route>) {
        if let Some(route) = route {
            self.shared.entry(way).or_insert_with(|| Some(route.clone()));
        }
    }
}

/// The way that a movement shares with others; None: it has one of its own, or none.
fn shared_way(movement: &Movement) -> Option<SharedWay<'_>> {
    let to = movement.to.as_ref().filter(|_| movement.route.is_none())?;
    Some((&movement.from, to, movement.mode == Some(Mode::Road)))
}

/// Whether two versions of a movement go the same way, if no site moved.
fn same_way(a: &Movement, b: &Movement) -> bool {
    (&a.from, &a.to, &a.mode, &a.route) == (&b.from, &b.to, &b.mode, &b.route)
}

/// The sites a movement names on its way.
fn sites_of(movement: &Movement) -> impl Iterator<Item = &SiteId> {
    let via = movement.route.iter().flatten().filter_map(|point| match point {
        RoutePoint::Site(site) => Some(site),
        RoutePoint::Place(_) => None,
    });
    std::iter::once(&movement.from).chain(&movement.to).chain(via)
}

fn place_of(plan: &Plan, site: &Id) -> Option<LonLat> {
    plan.sites().find(site)?.place
}

/// Through the points of a route; a site without a place is passed over.
fn given(plan: &Plan, start: LonLat, points: &[RoutePoint], end: LonLat) -> Option<Route> {
    let via = points.iter().filter_map(|point| match point {
        RoutePoint::Site(site) => place_of(plan, site),
        RoutePoint::Place(place) => Some(*place),
    });
    let mut stations: Vec<LonLat> = std::iter::once(start).chain(via).chain([end]).collect();
    // Planners may name the ends in the route as well.
    stations.dedup();
    let legs = stations.windows(2).flat_map(|leg| great_circle(leg[0], leg[1]));
    route(legs.collect(), false)
}

fn found(theatre: &Theatre, start: LonLat, end: LonLat, by_road: bool) -> Option<Route> {
    if start == end {
        return None;
    }
    let roads = theatre.road_graph();
    match by_road.then(|| roads.path(start, end)).flatten() {
        Some(path) => route(path, roads.is_schematic()),
        None => route(great_circle(start, end), false),
    }
}

fn route(mut points: Vec<LonLat>, is_schematic: bool) -> Option<Route> {
    points.dedup();
    let line = Arc::new(Polyline::new(points)?);
    Some(Route { line, is_schematic })
}
