//! A line on the Earth as it lies in the projection: the same for every camera, and
//! worked out once.

use crate::geo::{Polyline, WorldPoint};

/// The points of a line, and how far along its way in the picture a batch is.
pub struct Trail {
    /// With those at which it leaves the world and comes in again.
    pub points: Vec<WorldPoint>,
    /// The shares of the line's length on the ground, and of its length in the picture, at
    /// each of its points; without any they are the same. A map is the larger the farther
    /// it is from the equator, so the share of a line that is behind a batch is another on
    /// the ground than in the picture.
    shares: Vec<(f64, f64)>,
}

impl Trail {
    pub fn of(line: &Polyline) -> Trail {
        let places: Vec<WorldPoint> = line.points().iter().map(|place| (*place).into()).collect();
        let mut points = vec![places[0]];
        let mut reached = vec![0.0];
        for pair in places.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let near = a.nearest_of(b);
            if near != b {
                // Where it leaves the world, and where it comes in again.
                let edge = if near.x > a.x { 1.0 } else { 0.0 };
                let share = if near.x == a.x { 0.0 } else { (edge - a.x) / (near.x - a.x) };
                let y = a.towards(near, share).y;
                points.extend([edge, 1.0 - edge].map(|x| WorldPoint { x, y }));
            }
            points.push(b);
            reached.push(reached[reached.len() - 1] + (near.x - a.x).hypot(near.y - a.y));
        }
        let whole = reached[reached.len() - 1];
        let in_picture = reached.into_iter().map(|length| length / whole);
        let shares = line.shares().zip(in_picture).filter(|_| whole > 0.0);
        Trail { points, shares: shares.collect() }
    }

    /// The share of the way in the picture at a share of the line on the ground, both
    /// from 0 to 1.
    pub fn in_picture(&self, on_ground: f64) -> f32 {
        let next = self.shares.partition_point(|(ground, _)| *ground < on_ground).max(1);
        let Some(((g0, p0), (g1, p1))) = self.shares.get(next - 1).zip(self.shares.get(next))
        else {
            return on_ground.clamp(0.0, 1.0) as f32;
        };
        let within = if g1 > g0 { ((on_ground - g0) / (g1 - g0)).clamp(0.0, 1.0) } else { 1.0 };
        (p0 + (p1 - p0) * within) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{LonLat, great_circle};

    #[test]
    fn a_batch_is_where_it_is_on_the_ground() {
        let place = |lon, lat| LonLat::new(lon, lat).unwrap();
        // Northwards the map grows: half of the way is less than half of it.
        for (from, to) in [
            (place(0.0, 0.0), place(0.0, 60.0)),
            (place(-8.0, 12.6), place(90.4, 23.8)),
            (place(170.0, -20.0), place(-160.0, 40.0)),
        ] {
            let line = Polyline::new(great_circle(from, to)).unwrap();
            let trail = Trail::of(&line);
            assert_eq!((trail.in_picture(0.0), trail.in_picture(1.0)), (0.0, 1.0));
            for share in [0.1, 0.5, 0.83] {
                let half = Polyline::new(great_circle(from, line.at(share))).unwrap();
                let length = |line: &Polyline| {
                    let world = line.points().iter().map(|place| WorldPoint::from(*place));
                    let world: Vec<WorldPoint> = world.collect();
                    let pieces = world.windows(2).map(|p| (p[0], p[0].nearest_of(p[1])));
                    pieces.map(|(a, b)| (b.x - a.x).hypot(b.y - a.y)).sum::<f64>()
                };
                let expect = (length(&half) / length(&line)) as f32;
                assert!((trail.in_picture(share) - expect).abs() < 1e-3, "{share} of {to:?}");
            }
        }
        let north = Polyline::new(great_circle(place(0.0, 0.0), place(0.0, 60.0))).unwrap();
        assert!(Trail::of(&north).in_picture(0.5) < 0.45);
    }
}
