//! What a value must keep to beyond its type.

use serde_json::Value;

use super::problem::ProblemKind;
use super::shape::Shape;

#[derive(Clone, Copy, Debug)]
pub(super) enum Rule {
    /// A number from `least` to `most`, both allowed.
    Within { least: f64, most: f64 },
    /// `#rrggbb`
    Color,
}

pub(super) const MAX_FIGURE: f64 = crate::plan::MAX_FIGURE as f64;
/// Longer than a plan can last; keeps sums of days far from overflowing.
pub(super) const MAX_DAYS: f64 = 100_000.0;

/// A span or trip of whole days has at least one.
pub(super) const FROM_ONE_DAY: Rule = Rule::Within { least: 1.0, most: MAX_DAYS };
pub(super) const COLOR: Rule = Rule::Color;
/// Longer than the way around the Earth by any detour.
pub(super) const DISTANCE: Rule = Rule::Within { least: 0.0, most: 100_000.0 };
pub(super) const FACTOR: Rule = Rule::Within { least: 1.0, most: 1_000.0 };
/// In points; wider ones are areas.
pub(super) const LINE_WIDTH: Rule = Rule::Within { least: 0.0, most: 20.0 };
pub(super) const SHARE: Rule = Rule::Within { least: 0.0, most: 1.0 };
pub(super) const ZOOM: Rule =
    Rule::Within { least: crate::geo::Camera::MIN_ZOOM, most: crate::geo::Camera::MAX_ZOOM };

impl Rule {
    /// How a value of the right type breaks the rule.
    pub fn problem(self, value: &Value) -> Option<ProblemKind> {
        match self {
            Rule::Within { least, most } => {
                let value = value.as_f64()?;
                let whole = false;
                (!(least..=most).contains(&value)).then_some(ProblemKind::BadNumber {
                    value,
                    least,
                    most,
                    whole,
                })
            }
            Rule::Color => {
                let text = value.as_str()?;
                let digits = text.strip_prefix('#').unwrap_or_default();
                let good = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
                (!good).then(|| ProblemKind::BadColor { text: text.into() })
            }
        }
    }

    /// The shape of the type, narrowed to what the rule allows.
    pub fn narrow(self, shape: Shape) -> Shape {
        match (self, shape) {
            (Rule::Within { least, most }, Shape::Whole { .. }) => {
                Shape::Whole { least: least as i64, most: most as i64 }
            }
            (Rule::Within { least, most }, Shape::Number { .. }) => Shape::Number { least, most },
            (Rule::Color, Shape::Text) => Shape::Color,
            (_, shape) => shape,
        }
    }
}
