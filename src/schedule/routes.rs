//! The line each movement takes over the ground.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use crate::geo::{LonLat, Polyline, great_circle};
use crate::plan::{Mode, Movement, MovementId, Plan, RoutePoint, SiteId};
use crate::theatre::Theatre;

/// The lines of all movements that have one.
///
/// Movements between the same places on the same kind of way share their line.
#[derive(Clone, Debug, Default)]
pub struct Routes {
    lines: BTreeMap<MovementId, Route>,
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
        let mut shared: BTreeMap<(&SiteId, &SiteId, bool), Option<Route>> = BTreeMap::new();
        let mut lines = BTreeMap::new();
        for movement in plan.movements().iter() {
            let Some(to) = &movement.to else { continue };
            let (Some(start), Some(end)) = (place_of(plan, &movement.from), place_of(plan, to))
            else {
                continue;
            };
            let route = match &movement.route {
                Some(points) => given(plan, start, points, end),
                None => {
                    let by_road = movement.mode == Some(Mode::Road);
                    match shared.entry((&movement.from, to, by_road)) {
                        Entry::Occupied(known) => known.get().clone(),
                        Entry::Vacant(new) => {
                            new.insert(found(theatre, start, end, by_road)).clone()
                        }
                    }
                }
            };
            lines.extend(route.map(|route| (movement.id.clone(), route)));
        }
        Routes { lines }
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
