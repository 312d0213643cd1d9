//! What part of the Earth a view shows.

use super::{LonLat, WorldBounds, WorldPoint};

/// What a map looks at: the place in its middle and how close it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    pub center: LonLat,
    /// Web Mercator zoom level: at level z the whole Earth is 256 · 2^z points
    /// wide. Within [`Camera::MIN_ZOOM`] and [`Camera::MAX_ZOOM`].
    pub zoom: f64,
}

/// A point of a view, in points (logical pixels): x to the right, y down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ViewPoint {
    pub x: f64,
    pub y: f64,
}

/// The size of a view, in points. Both are at least 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ViewSize {
    width: f64,
    height: f64,
}

/// A camera together with the size of the view it fills: turns degrees into
/// points of the view and back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapView {
    camera: Camera,
    size: ViewSize,
    /// The place in the middle and the width of the Earth: asked for with every point.
    center: WorldPoint,
    scale: f64,
}

impl Camera {
    pub const MIN_ZOOM: f64 = 0.0;
    pub const MAX_ZOOM: f64 = 18.0;

    pub fn new(center: LonLat, zoom: f64) -> Camera {
        let zoom = if zoom.is_finite() { zoom } else { Camera::MIN_ZOOM };
        Camera { center, zoom: zoom.clamp(Camera::MIN_ZOOM, Camera::MAX_ZOOM) }
    }

    /// The camera that shows all of `bounds`, `margin` points away from the
    /// edges of a view of this size.
    pub fn fitting(bounds: WorldBounds, size: ViewSize, margin: f64) -> Camera {
        let room = |points: f64| (points - 2.0 * margin).max(1.0);
        let scale = (room(size.width) / bounds.width().max(1e-9))
            .min(room(size.height) / bounds.height().max(1e-9));
        Camera::new(bounds.center().into(), (scale / 256.0).log2())
    }

    /// How many points wide the whole Earth is.
    pub fn scale(self) -> f64 {
        256.0 * self.zoom.exp2()
    }
}

impl ViewPoint {
    pub fn distance(self, other: ViewPoint) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

impl ViewSize {
    pub fn new(width: f64, height: f64) -> ViewSize {
        let at_least_1 = |x: f64| if x.is_finite() { x.max(1.0) } else { 1.0 };
        ViewSize { width: at_least_1(width), height: at_least_1(height) }
    }

    pub fn width(self) -> f64 {
        self.width
    }

    pub fn height(self) -> f64 {
        self.height
    }
}

impl MapView {
    pub fn new(camera: Camera, size: ViewSize) -> MapView {
        MapView { camera, size, center: camera.center.into(), scale: camera.scale() }
    }

    pub fn camera(&self) -> Camera {
        self.camera
    }

    pub fn size(&self) -> ViewSize {
        self.size
    }

    /// Where a point of the plane lies in the view; may lie outside of it.
    pub fn view_from_world(&self, point: WorldPoint) -> ViewPoint {
        let MapView { center, scale, .. } = *self;
        ViewPoint {
            x: (point.x - center.x) * scale + self.size.width / 2.0,
            y: (point.y - center.y) * scale + self.size.height / 2.0,
        }
    }

    pub fn world_from_view(&self, point: ViewPoint) -> WorldPoint {
        let MapView { center, scale, .. } = *self;
        WorldPoint {
            x: center.x + (point.x - self.size.width / 2.0) / scale,
            y: center.y + (point.y - self.size.height / 2.0) / scale,
        }
    }

    pub fn view_from_lonlat(&self, place: LonLat) -> ViewPoint {
        self.view_from_world(place.into())
    }

    pub fn lonlat_from_view(&self, point: ViewPoint) -> LonLat {
        self.world_from_view(point).into()
    }

    /// The part of the plane the view shows.
    pub fn bounds(&self) -> WorldBounds {
        WorldBounds {
            min: self.world_from_view(ViewPoint { x: 0.0, y: 0.0 }),
            max: self.world_from_view(ViewPoint { x: self.size.width, y: self.size.height }),
        }
    }

    /// The camera after a drag of the map by `dx`, `dy` points.
    pub fn panned(&self, dx: f64, dy: f64) -> Camera {
        let middle = ViewPoint { x: self.size.width / 2.0 - dx, y: self.size.height / 2.0 - dy };
        let mut center = self.world_from_view(middle);
        center.y = center.y.clamp(0.0, 1.0);
        Camera::new(center.into(), self.camera.zoom)
    }

    /// The camera after zooming by `levels`, the place under `fixed` staying there.
    pub fn zoomed_about(&self, fixed: ViewPoint, levels: f64) -> Camera {
        let place = self.world_from_view(fixed);
        let closer = Camera::new(self.camera.center, self.camera.zoom + levels);
        let moved = MapView::new(closer, self.size).view_from_world(place);
        MapView::new(closer, self.size).panned(fixed.x - moved.x, fixed.y - moved.y)
    }

    /// How many metres on the ground a point of the view spans in its middle.
    pub fn meters_per_point(&self) -> f64 {
        // The sphere of Web Mercator has the equatorial radius of WGS 84.
        const EQUATOR_M: f64 = 2.0 * std::f64::consts::PI * 6_378_137.0;
        EQUATOR_M * self.camera.center.lat().to_radians().cos() / self.camera.scale()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view() -> MapView {
        let camera = Camera::new(LonLat::new(-3.0, 17.0).unwrap(), 5.5);
        MapView::new(camera, ViewSize::new(1280.0, 720.0))
    }

    #[test]
    fn zooming_keeps_the_place_under_the_pointer() {
        let (view, fixed) = (view(), ViewPoint { x: 200.0, y: 600.0 });
        let place = view.lonlat_from_view(fixed);
        let after = MapView::new(view.zoomed_about(fixed, 1.5), view.size());
        assert!(after.view_from_lonlat(place).distance(fixed) < 1e-6);
    }

    #[test]
    fn panning_moves_the_map_by_the_drag() {
        let view = view();
        let place = view.lonlat_from_view(ViewPoint { x: 100.0, y: 100.0 });
        let after = MapView::new(view.panned(30.0, -20.0), view.size());
        let expect = ViewPoint { x: 130.0, y: 80.0 };
        assert!(after.view_from_lonlat(place).distance(expect) < 1e-6);
    }

    #[test]
    fn fitting_shows_all_of_the_bounds() {
        let corners = [(-12.3, 10.1), (4.3, 25.0)].map(|(x, y)| LonLat::new(x, y).unwrap().into());
        let bounds = WorldBounds::around(corners).unwrap();
        let size = ViewSize::new(800.0, 500.0);
        let view = MapView::new(Camera::fitting(bounds, size, 20.0), size);
        for corner in corners {
            let p = view.view_from_world(corner);
            assert!((19.99..=780.01).contains(&p.x) && (19.99..=480.01).contains(&p.y), "{p:?}");
        }
    }
}
