//! The line each movement takes over the ground.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::geo::{LonLat, Polyline, great_circle};
use crate::plan::{Id, Item, Mode, Movement, MovementId, Plan, RoutePoint, SiteId};
use crate::theatre::Theatre;

/// The lines of all movements that have one.
///
/// Movements between the same places on the same kind of way share their line.
/// Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Routes {
    lines: Arc<BTreeMap<MovementId, Route>>,
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
            lines.extend(finder.find(movement).map(|route| (movement.id.clone(), route)));
        }
        Routes { lines: Arc::new(lines) }
    }

    /// The same as [`Routes::of`], given the routes of another revision of the plan in
    /// the same theatre: ways are looked for where they can be others alone.
    ///
    /// When a movement happens, and what it carries, does not matter to its way.
    pub fn after(earlier: &Routes, before: &Plan, plan: &Plan, theatre: &Theatre) -> Routes {
        let Some(changed) = plan.changed_since(before) else { return Routes::of(plan, theatre) };
        let moved: BTreeSet<&Id> = changed
            .iter()
            .filter_map(|(_, item)| match item {
                Item::Site(site) => Some((&site.id, site.place)),
                _ => None,
            })
            .filter(|(id, place)| place_of(before, id) != *place)
            .map(|(id, _)| &**id)
            .collect();
        let mut anew: BTreeMap<&MovementId, &Arc<Movement>> = changed
            .iter()
            .filter_map(|(_, item)| match item {
                Item::Movement(movement) => Some(movement),
                _ => None,
            })
            .filter(|now| before.movements().get(&now.id).is_none_or(|old| !same_way(now, old)))
            .map(|movement| (&movement.id, movement))
            .collect();
        if !moved.is_empty() {
            let leads_there = |m: &&Arc<Movement>| sites_of(m).any(|site| moved.contains(&**site));
            let others = plan.movements().iter().filter(leads_there);
            anew.extend(others.map(|movement| (&movement.id, movement)));
        }
        if anew.is_empty() {
            return earlier.clone();
        }
        let mut finder = Finder::of(plan, theatre);
        for movement in plan.movements().iter().filter(|it| !anew.contains_key(&it.id)) {
            finder.know(movement, earlier.lines.get(&movement.id));
        }
        let mut lines = (*earlier.lines).clone();
        for (id, movement) in anew {
            match finder.find(movement) {
                Some(route) => lines.insert(id.clone(), route),
                None => lines.remove(id),
            };
        }
        Routes { lines: Arc::new(lines) }
    }

    /// The line of a movement; None if it has none.
    pub fn line(&self, movement: &Movement) -> Option<&Arc<Polyline>> {
        self.lines.get(&movement.id).map(|route| &route.line)
    }

    /// Whether the line follows roads that are themselves only schematic.
    pub fn is_schematic(&self, movement: &Movement) -> bool {
        self.lines.get(&movement.id).is_some_and(|route| route.is_schematic)
    }
}

/// Looks for ways, and remembers those that movements can share.
struct Finder<'a> {
    plan: &'a Plan,
    theatre: &'a Theatre,
    /// By their ends, and whether they go by road.
    shared: BTreeMap<(&'a SiteId, &'a SiteId, bool), Option<Route>>,
}

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
        let by_road = movement.mode == Some(Mode::Road);
        let new = || found(theatre, start, end, by_road);
        self.shared.entry((&movement.from, to, by_road)).or_insert_with(new).clone()
    }

    /// Takes over the way of a movement.
    fn know(&mut self, movement: &'a Movement, route: Option<&Route>) {
        if let (Some(to), None, Some(route)) = (&movement.to, &movement.route, route) {
            let by_road = movement.mode == Some(Mode::Road);
            let way = (&movement.from, to, by_road);
            self.shared.entry(way).or_insert_with(|| Some(route.clone()));
        }
    }
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

fn place_of(plan: &Plan, site: &SiteId) -> Option<LonLat> {
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
