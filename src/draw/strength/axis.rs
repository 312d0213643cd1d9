//! The figures at the left of the curve.

/// From 0 to `top`, with a line at every multiple of `step`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    pub step: u64,
    /// At least 2.
    pub top: u64,
}

impl Axis {
    /// An axis on which `most` has room, with two to four round figures above 0.
    pub fn fitting(most: u64) -> Axis {
        let top = most.max(2);
        let mut power = 1;
        loop {
            for (times, over) in [(1, 1), (2, 1), (5, 2), (5, 1)] {
                let step = power * times / over;
                // 2.5 is no figure for people.
                if (power * times) % over == 0 && top / step <= 4 {
                    return Axis { step, top };
                }
            }
            // Beyond this no step can be told from the next one.
            let Some(next) = u64::checked_mul(power, 10).filter(|p| *p < u64::MAX / 10) else {
                return Axis { step: top / 2, top };
            };
            power = next;
        }
    }

    /// The figures above 0, from the lowest.
    pub fn figures(self) -> impl Iterator<Item = u64> {
        (1..=self.top / self.step).map(move |times| times * self.step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_two_to_four_round_figures() {
        for (most, expect) in [
            (0, &[1, 2][..]),
            (1, &[1, 2]),
            (4, &[1, 2, 3, 4]),
            (9, &[2, 4, 6, 8]),
            (12, &[5, 10]),
            (25, &[10, 20]),
            (99, &[20, 40, 60, 80]),
            (11_000, &[2_500, 5_000, 7_500, 10_000]),
            (999, &[200, 400, 600, 800]),
            (9_205, &[2_000, 4_000, 6_000, 8_000]),
            (13_871, &[5_000, 10_000]),
            (15_209, &[5_000, 10_000, 15_000]),
            (20_000, &[5_000, 10_000, 15_000, 20_000]),
        ] {
            assert_eq!(Axis::fitting(most).figures().collect::<Vec<_>>(), expect, "{most}");
        }
    }

    #[test]
    fn whatever_the_most_there_are_two_to_four_figures_within_the_axis() {
        let powers = (0..64).flat_map(|power| [1_u64 << power, (1 << power) + 1]);
        for most in (0..20_000).chain(powers).chain([u64::MAX]) {
            let axis = Axis::fitting(most);
            let figures: Vec<u64> = axis.figures().collect();
            assert!((2..=4).contains(&figures.len()), "{most}: {figures:?}");
            assert!(figures.iter().all(|figure| *figure <= axis.top), "{most}: {figures:?}");
            assert!(axis.top >= most);
        }
    }
}
