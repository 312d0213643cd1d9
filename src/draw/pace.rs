//! How far along its way in the picture a batch is.
//!
//! A map is the larger the farther it is from the equator, so the share of a line that
//! is behind a batch is another on the ground than in the picture.

use crate::geo::{Polyline, WorldPoint};

/// The shares of a line's length on the ground, and of its length in the picture, at
/// each of its points; without any they are the same.
pub struct Pace(Vec<(f64, f64)>);

impl Pace {
    /// That of a way which is not a line on the ground.
    pub const EVEN: Pace = Pace(Vec::new());

    pub fn of(line: &Polyline) -> Pace {
        let places = line.points();
        let mut reached = vec![0.0];
        for pair in places.windows(2) {
            let (a, b) = (WorldPoint::from(pair[0]), pair[1].into());
            let b = a.nearest_of(b);
            reached.push(reached[reached.len() - 1] + (b.x - a.x).hypot(b.y - a.y));
        }
        let whole = reached[reached.len() - 1];
        if whole <= 0.0 {
            return Pace::EVEN;
        }
        let in_picture = reached.into_iter().map(|length| length / whole);
        Pace(line.shares().zip(in_picture).collect())
    }

    /// The share of the way in the picture at a share of the line on the ground, both
    /// from 0 to 1.
    pub fn in_picture(&self, on_ground: f64) -> f32 {
        let next = self.0.partition_point(|(ground, _)| *ground < on_ground).max(1);
        let Some(((g0, p0), (g1, p1))) = self.0.get(next - 1).zip(self.0.get(next)) else {
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
            let pace = Pace::of(&line);
            assert_eq!((pace.in_picture(0.0), pace.in_picture(1.0)), (0.0, 1.0));
            for share in [0.1, 0.5, 0.83] {
                let half = Polyline::new(great_circle(from, line.at(share))).unwrap();
                let length = |line: &Polyline| {
                    let world = line.points().iter().map(|place| WorldPoint::from(*place));
                    let world: Vec<WorldPoint> = world.collect();
                    let pieces = world.windows(2).map(|p| (p[0], p[0].nearest_of(p[1])));
                    pieces.map(|(a, b)| (b.x - a.x).hypot(b.y - a.y)).sum::<f64>()
                };
                let expect = (length(&half) / length(&line)) as f32;
                assert!((pace.in_picture(share) - expect).abs() < 1e-3, "{share} of {to:?}");
            }
        }
        let north = Polyline::new(great_circle(place(0.0, 0.0), place(0.0, 60.0))).unwrap();
        assert!(Pace::of(&north).in_picture(0.5) < 0.45);
        assert_eq!(Pace::EVEN.in_picture(0.5), 0.5);
    }
}
