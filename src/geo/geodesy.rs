//! Distances and lines on the Earth.

use geo::{Distance, Geodesic, InterpolatePoint, Point};

use super::{LonLat, WorldPoint};

/// The geodesic distance between two places on the WGS 84 ellipsoid, in
/// kilometres (Karney 2013, exact to nanometres).
pub fn distance_km(from: LonLat, to: LonLat) -> f64 {
    Geodesic.distance(point(from), point(to)) / 1000.0
}

/// Places along the geodesic between two places, both ends included, so close to
/// each other that straight pieces between them look curved on a map.
pub fn great_circle(from: LonLat, to: LonLat) -> Vec<LonLat> {
    // One piece each 100 km keeps the kinks below a point at the zoom of a
    // country.
    let pieces = (distance_km(from, to) / 100.0).ceil().clamp(1.0, 200.0) as usize;
    let (a, b) = (point(from), point(to));
    let inner = (1..pieces).map(|i| {
        let p = Geodesic.point_at_ratio_between(a, b, i as f64 / pieces as f64);
        LonLat::wrapped(p.x(), p.y())
    });
    std::iter::once(from).chain(inner).chain([to]).collect()
}

fn point(place: LonLat) -> Point {
    Point::new(place.lon(), place.lat())
}

/// A line over the Earth that can be walked by the share of its length.
///
/// Has at least two points; lengths are geodesic.
#[derive(Clone, Debug, PartialEq)]
pub struct Polyline {
    points: Vec<LonLat>,
    /// Kilometres from the beginning to each point; never falls.
    reached_km: Vec<f64>,
}

impl Polyline {
    /// None for fewer than two points.
    pub fn new(points: Vec<LonLat>) -> Option<Polyline> {
        if points.len() < 2 {
            return None;
        }
        let mut reached = 0.0;
        let mut reached_km = vec![0.0];
        for pair in points.windows(2) {
            reached += distance_km(pair[0], pair[1]);
            reached_km.push(reached);
        }
        Some(Polyline { points, reached_km })
    }

    pub fn points(&self) -> &[LonLat] {
        &self.points
    }

    pub fn length_km(&self) -> f64 {
        self.reached_km[self.reached_km.len() - 1]
    }

    /// The place at a share (0 to 1) of the length.
    pub fn at(&self, share: f64) -> LonLat {
        let target = share.clamp(0.0, 1.0) * self.length_km();
        let next = self.reached_km.partition_point(|km| *km < target).max(1);
        let next = next.min(self.points.len() - 1);
        let (from, to) = (self.reached_km[next - 1], self.reached_km[next]);
        let within = if to > from { (target - from) / (to - from) } else { 0.0 };
        // The pieces are short: on the plane and on the Earth they are the same
        // line for the eye, and this one is drawn.
        let (a, b) = (WorldPoint::from(self.points[next - 1]), self.points[next].into());
        a.towards(a.nearest_of(b), within).into()
    }

    /// The share of the length (0 to 1) behind each point.
    pub fn shares(&self) -> impl Iterator<Item = f64> {
        let length_km = self.length_km();
        self.reached_km.iter().map(move |km| if length_km > 0.0 { km / length_km } else { 0.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(lon: f64, lat: f64) -> LonLat {
        LonLat::new(lon, lat).unwrap()
    }

    #[test]
    fn distances_are_those_of_the_ellipsoid() {
        // A quarter of the equator and of a meridian of WGS 84.
        for (to, expect) in [(place(90.0, 0.0), 10_018.754), (place(0.0, 90.0), 10_001.966)] {
            let km = distance_km(place(0.0, 0.0), to);
            assert!((km - expect).abs() < 0.001, "{km}");
        }
    }

    #[test]
    fn a_line_is_walked_from_end_to_end() {
        for points in [
            vec![place(-3.0, 16.8), place(-2.5, 16.8), place(-0.04, 16.27)],
            // Across the antimeridian.
            vec![place(178.9, 16.8), place(179.8, 16.8), place(-179.0, 16.27)],
        ] {
            a_line_is_walked(points);
        }
    }

    fn a_line_is_walked(points: Vec<LonLat>) {
        let line = Polyline::new(points.clone()).unwrap();
        assert!(distance_km(line.at(0.0), points[0]) < 1e-6);
        let end = line.at(1.0);
        assert!(distance_km(end, points[2]) < 1e-6);
        let mut before = line.at(0.0);
        for step in 1..=100 {
            let here = line.at(f64::from(step) / 100.0);
            let km = distance_km(before, here);
            assert!((km - line.length_km() / 100.0).abs() < 0.3, "step {step}: {km} km");
            before = here;
        }
    }
}
