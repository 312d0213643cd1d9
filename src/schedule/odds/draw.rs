//! Drawing lengths and days.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::plan::ThreePoint;

/// Longer estimates, beyond a hundred years, are taken as this.
const MAX_DAYS: u32 = 36_525;

/// The random numbers of one run: a stream of ChaCha with eight rounds, keyed by
/// the seed and numbered by the run. It is the same on every machine.
pub struct Draws(ChaCha8Rng);

impl Draws {
    pub fn of(seed: u64, run: u32) -> Draws {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        let mut rng = ChaCha8Rng::from_seed(key);
        rng.set_stream(u64::from(run));
        Draws(rng)
    }

    /// From 0 to below 1, in steps of 2⁻⁵³.
    pub fn share(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A whole number from `low` to `high`, all equally likely.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let count = (high - low).max(0) + 1;
        low + ((self.share() * count as f64) as i64).min(count - 1)
    }
}

/// A triangular distribution of days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Triangle {
    low: f64,
    likely: f64,
    high: f64,
}

impl Triangle {
    /// Three estimates that stand in the wrong order are put into order.
    pub fn of(days: &ThreePoint) -> Triangle {
        let mut days = [days.low, days.likely, days.high].map(|n| n.clamp(1, MAX_DAYS));
        days.sort_unstable();
        let [low, likely, high] = days.map(f64::from);
        Triangle { low, likely, high }
    }

    /// The one length it can have, if there is no other.
    pub fn constant(&self) -> Option<i64> {
        (self.low == self.high).then_some(self.low as i64)
    }

    /// The length below which a share of all lengths lies, in whole days: the
    /// inverse of the distribution function (Johnson 1997), rounded. Nothing but
    /// the four operations and the square root, which are exact to the last bit on
    /// every machine.
    pub fn at(&self, share: f64) -> i64 {
        let Triangle { low, likely, high } = *self;
        let width = high - low;
        let days = if share * width < likely - low {
            low + (share * width * (likely - low)).sqrt()
        } else {
            high - ((1.0 - share) * width * (high - likely)).sqrt()
        };
        days.round() as i64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn triangle(low: u32, likely: u32, high: u32) -> Triangle {
        Triangle::of(&ThreePoint { low, likely, high, extra: Default::default() })
    }

    #[test]
    fn the_inverse_of_the_triangle() {
        for (days, share, expect) in [
            ((10, 20, 30), 0.0, 10),
            ((10, 20, 30), 0.125, 15),
            ((10, 20, 30), 0.5, 20),
            ((10, 20, 30), 0.875, 25),
            ((10, 20, 30), 0.999_999_9, 30),
            ((10, 10, 30), 0.75, 20),
            ((10, 30, 30), 0.25, 20),
            ((30, 10, 20), 0.5, 20),
            ((7, 7, 7), 0.3, 7),
            ((0, 0, 0), 0.3, 1),
        ] {
            let (low, likely, high) = days;
            assert_eq!(triangle(low, likely, high).at(share), expect, "{days:?} {share}");
        }
        assert_eq!(triangle(7, 7, 7).constant(), Some(7));
        assert_eq!(triangle(7, 7, 8).constant(), None);
    }

    /// Known values: other ones would be other odds from the same seed.
    #[test]
    fn a_run_has_its_own_numbers() {
        let draws = |seed, run| {
            let mut draws = Draws::of(seed, run);
            [draws.between(0, 999_999), draws.between(0, 999_999)]
        };
        assert_ne!(draws(1, 0), draws(1, 1));
        assert_ne!(draws(1, 0), draws(2, 0));
        assert_eq!(draws(1, 0), draws(1, 0));
        assert_eq!(
            [draws(1, 0), draws(1, 7), draws(42, 0)],
            [[381_489, 294_927], [298_747, 196_326], [348_254, 285_698]]
        );
        let mut draws = Draws::of(3, 3);
        assert!((0..1000).all(|_| (4..=6).contains(&draws.between(4, 6))));
    }
}
