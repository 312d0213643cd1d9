//! The symbol of a unit beside the number of its people on their way.

use super::sign::Sign;
use crate::draw::style::Style;
use crate::plan::Unit;
use crate::scene::{Group, Node, Point, Rect};

/// Half of the height of a frame: as high as the number beside it.
const HALF: f32 = 6.0;
/// Between symbol and number.
const GAP: f32 = 3.0;

/// A symbol and a number of people side by side, around a point.
#[derive(Clone, Copy, Debug)]
pub struct Body {
    at: Point,
    number_width: f32,
}

impl Body {
    pub fn new(at: Point, number_width: f32) -> Body {
        Body { at, number_width }
    }

    fn symbol_width() -> f32 {
        Sign::bounds(Point::default(), HALF, false).width()
    }

    fn width(self) -> f32 {
        Body::symbol_width() + GAP + self.number_width
    }

    /// What both cover.
    pub fn area(self) -> Rect {
        Rect::around(self.at, self.width(), 2.0 * HALF + 4.0)
    }

    fn symbol(self) -> Point {
        self.at.plus((Body::symbol_width() - self.width()) / 2.0, 0.0)
    }

    fn number(self) -> Point {
        self.at.plus((self.width() - self.number_width) / 2.0, 0.0)
    }
}

/// The symbol of a unit, and where the middle of the number beside it goes. It says
/// what travels; how large the unit is that it belongs to, the number need not share.
pub fn with_number(body: Body, unit: &Unit, style: &Style) -> (Node, Point) {
    let sign = Sign { echelon: None, ..Sign::of(unit) };
    let nodes = sign.nodes(body.symbol(), HALF, style);
    (Node::new(Group::named("unit", nodes)), body.number())
}
