//! The way of a camera from one view to another.

use crate::geo::{Camera, WorldPoint};

/// How much zooming counts against panning; the value that people in the study
/// named below liked best.
const RHO: f64 = std::f64::consts::SQRT_2;

/// How long the camera travels from one chapter to the next, in seconds; the longest
/// one for the longest way.
const SECONDS: (f64, f64) = (0.6, 2.0);

/// A smooth way between two cameras: out, over and in again, so that the picture
/// seems to move evenly all along.
///
/// J. J. van Wijk and W. A. A. Nuij, «Smooth and efficient zooming and panning»,
/// IEEE Symposium on Information Visualization, 2003.
#[derive(Clone, Debug, PartialEq)]
pub struct Flight {
    from: Camera,
    to: Camera,
    /// The widths of both views and the distance of their middles, in parts of the
    /// width of the Earth.
    width: f64,
    distance: f64,
    /// The length of the way, in the measure of the paper: about 1 for one width of
    /// the view or one and a half levels of zoom.
    length: f64,
    r0: f64,
}

impl Flight {
    /// The way in a view whose longer side has so many points.
    pub fn between(from: Camera, to: Camera, side: f64) -> Flight {
        let (w0, w1) = (side / from.scale(), side / to.scale());
        let (a, b) = (WorldPoint::from(from.center), WorldPoint::from(to.center));
        let u = (b.x - a.x).hypot(b.y - a.y);
        let (rho2, rho4) = (RHO * RHO, RHO.powi(4));
        let flight = Flight { from, to, width: w0, distance: u, length: 0.0, r0: 0.0 };
        // Too near for the middle to move: zooming alone.
        if u < 1e-6 * w0.min(w1) {
            return Flight { distance: 0.0, length: (w1 / w0).ln().abs() / RHO, ..flight };
        }
        let b0 = (w1 * w1 - w0 * w0 + rho4 * u * u) / (2.0 * w0 * rho2 * u);
        let b1 = (w1 * w1 - w0 * w0 - rho4 * u * u) / (2.0 * w1 * rho2 * u);
        let r = |b: f64| ((b * b + 1.0).sqrt() - b).ln();
        Flight { r0: r(b0), length: (r(b1) - r(b0)) / RHO, ..flight }
    }

    /// How long it takes, in seconds.
    pub fn seconds(&self) -> f64 {
        self.length.clamp(SECONDS.0, SECONDS.1)
    }

    /// The camera so many seconds after it left, slow at both ends.
    pub fn after(&self, seconds: f64) -> Camera {
        self.at(eased(seconds / self.seconds()))
    }

    /// The camera at a share of the way, from 0 to 1.
    pub fn at(&self, share: f64) -> Camera {
        if share <= 0.0 {
            return self.from;
        }
        if share >= 1.0 {
            return self.to;
        }
        let s = share * self.length;
        let (a, b) = (WorldPoint::from(self.from.center), WorldPoint::from(self.to.center));
        if self.distance == 0.0 {
            let zoom = self.from.zoom + share * (self.to.zoom - self.from.zoom);
            return Camera::new(self.from.center, zoom);
        }
        let (cosh0, sinh0) = (self.r0.cosh(), self.r0.sinh());
        let inner = RHO * s + self.r0;
        let moved = self.width / (RHO * RHO) * (cosh0 * inner.tanh() - sinh0);
        let width = self.width * cosh0 / inner.cosh();
        let zoom = self.from.zoom + (self.width / width).log2();
        Camera::new(a.towards(b, (moved / self.distance).clamp(0.0, 1.0)).into(), zoom)
    }
}

/// Slow at both ends: the cubic «smoothstep».
fn eased(share: f64) -> f64 {
    let t = share.clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::LonLat;

    fn camera(lon: f64, lat: f64, zoom: f64) -> Camera {
        Camera::new(LonLat::new(lon, lat).unwrap(), zoom)
    }

    #[test]
    fn a_way_begins_and_ends_at_its_cameras_without_a_jump() {
        for (from, to) in [
            (camera(-8.0, 12.6, 5.0), camera(1.5, 18.4, 8.0)),
            (camera(1.5, 18.4, 8.0), camera(-8.0, 12.6, 5.0)),
            (camera(0.0, 17.0, 6.0), camera(0.0, 17.0, 9.0)),
            (camera(0.0, 17.0, 6.0), camera(3.0, 17.0, 6.0)),
        ] {
            let flight = Flight::between(from, to, 1280.0);
            assert_eq!((flight.at(0.0), flight.at(1.0)), (from, to));
            assert!(flight.length > 0.0);
            assert_eq!((flight.after(0.0), flight.after(flight.seconds())), (from, to));
            let near = |a: Camera, b: Camera| {
                (a.zoom - b.zoom).abs() < 0.05
                    && (a.center.lon() - b.center.lon()).abs() < 0.2
                    && (a.center.lat() - b.center.lat()).abs() < 0.2
            };
            let steps: Vec<Camera> = (0..=1000).map(|i| flight.at(f64::from(i) / 1000.0)).collect();
            for pair in steps.windows(2) {
                assert!(near(pair[0], pair[1]), "{pair:?}");
            }
        }
    }

    #[test]
    fn a_long_way_leads_out_first() {
        let (from, to) = (camera(-8.0, 12.6, 9.0), camera(1.5, 18.4, 9.0));
        let middle = Flight::between(from, to, 1280.0).at(0.5);
        assert!(middle.zoom < 7.5, "{middle:?}");
    }
}
