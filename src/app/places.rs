//! Where items are on the map, and the map brought there.

use super::{Window, panels};
use crate::geo::{Camera, LonLat, ViewSize, WorldBounds};
use crate::plan::{Id, Plan};

impl Window {
    /// Shows all of the theatre, or what is selected and has a place.
    pub(super) fn fit_map(&mut self, selected: bool) {
        let size = self.map_view.map_or(ViewSize::new(800.0, 600.0), |map| map.size());
        let camera = self.with_view(|view| {
            let wanted = view.state.selected.iter().filter(|_| selected);
            let points = wanted.flat_map(|id| places_of(view.plan, id));
            let points = points.map(Into::into);
            match WorldBounds::around(points) {
                Some(bounds) => {
                    let camera = Camera::fitting(bounds, size, 120.0);
                    Camera::new(camera.center, camera.zoom.min(8.0))
                }
                None => panels::map::fitting(view, size),
            }
        });
        self.view.look(camera, true);
    }

    /// Moves the map so that the first of these that is on it can be seen.
    pub(super) fn bring_into_view<'a>(&mut self, ids: impl Iterator<Item = &'a Id>) {
        /// How near to the edge is too near, in points.
        const EDGE: f64 = 48.0;
        let Some(map) = self.map_view else { return };
        let plan = self.document.plan();
        let places = ids.map(|id| places_of(plan, id)).find(|places| !places.is_empty());
        let Some(places) = places else { return };
        let is_seen = |place: &LonLat| {
            let at = map.view_from_lonlat(*place);
            let (width, height) = (map.size().width(), map.size().height());
            (EDGE..=width - EDGE).contains(&at.x) && (EDGE..=height - EDGE).contains(&at.y)
        };
        if places.iter().all(is_seen) {
            return;
        }
        let points = places.into_iter().map(Into::into);
        let Some(bounds) = WorldBounds::around(points) else { return };
        let camera = Camera::fitting(bounds, map.size(), 2.0 * EDGE);
        // Not nearer than it is: one site alone would fill the map.
        let zoom = camera.zoom.min(map.camera().zoom);
        self.view.look(Camera::new(camera.center, zoom), true);
    }
}

/// Where an item is on the map: a site, the site of an activity, the ends of a
/// movement.
pub(super) fn places_of(plan: &Plan, id: &Id) -> Vec<LonLat> {
    let activity = plan.activities().find(id).and_then(|activity| activity.site.clone());
    let movement = plan.movements().find(id);
    let ends = movement.into_iter().flat_map(|m| [Some(m.from.clone()), m.to.clone()]);
    let sites = ends.chain([activity]).flatten().map(Id::from).chain([id.clone()]);
    sites.filter_map(|site| plan.sites().find(&site)?.place).collect()
}
