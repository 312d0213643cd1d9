//! Risks by likelihood and impact.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::plan::{Plan, Risk};

/// What likelihood and impact may be, from least to most.
pub const RATINGS: RangeInclusive<u8> = 1..=5;

/// How grave a cell of the matrix is, by the product of likelihood and impact:
/// up to 4, 9, 14 and 25.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Low,
    Medium,
    High,
    VeryHigh,
}

impl Level {
    pub const ALL: [Level; 4] = [Level::Low, Level::Medium, Level::High, Level::VeryHigh];

    pub fn of(likelihood: u8, impact: u8) -> Level {
        match u32::from(likelihood) * u32::from(impact) {
            0..=4 => Level::Low,
            5..=9 => Level::Medium,
            10..=14 => Level::High,
            _ => Level::VeryHigh,
        }
    }

    pub fn as_word(self) -> &'static str {
        match self {
            Level::Low => "low",
            Level::Medium => "medium",
            Level::High => "high",
            Level::VeryHigh => "very-high",
        }
    }
}

/// A risk and the number by which it is found in list and matrix.
#[derive(Clone, Copy, Debug)]
pub struct Numbered<'a> {
    /// Its place in the list, from 1.
    pub number: usize,
    pub risk: &'a Arc<Risk>,
}

impl Numbered<'_> {
    /// Likelihood and impact, where both are given and within [`RATINGS`].
    pub fn cell(&self) -> Option<(u8, u8)> {
        let rating = |value: Option<u8>| value.filter(|value| RATINGS.contains(value));
        rating(self.risk.likelihood).zip(rating(self.risk.impact))
    }

    pub fn level(&self) -> Option<Level> {
        self.cell().map(|(likelihood, impact)| Level::of(likelihood, impact))
    }
}

/// Every risk of a plan, in one cell or among the unrated.
#[derive(Clone, Debug, Default)]
pub struct Matrix<'a> {
    /// By likelihood and impact; a cell without risks is not there.
    pub cells: BTreeMap<(u8, u8), Vec<Numbered<'a>>>,
    /// Those that lack likelihood, impact or both.
    pub unrated: Vec<Numbered<'a>>,
}

impl<'a> Matrix<'a> {
    pub fn of(plan: &'a Plan) -> Matrix<'a> {
        let mut matrix = Matrix::default();
        for (at, risk) in plan.risks().iter().enumerate() {
            let numbered = Numbered { number: at + 1, risk };
            match numbered.cell() {
                Some(cell) => matrix.cells.entry(cell).or_default().push(numbered),
                None => matrix.unrated.push(numbered),
            }
        }
        matrix
    }

    pub fn cell(&self, likelihood: u8, impact: u8) -> &[Numbered<'a>] {
        self.cells.get(&(likelihood, impact)).map_or(&[], Vec::as_slice)
    }
}
