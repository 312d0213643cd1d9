//! The strength curve: how many people are in the theatre, day by day.
//!
//! [`Curves`] are the figures of both tracks and change with the plan alone;
//! [`curve`] draws them on the time axis of the timeline: a [`ground`] that stays while
//! the plan plays, and what lies [`over`] it.

mod areas;
mod axis;
mod ceilings;
mod curves;
mod frame;
mod gutter;
mod marks;

use crate::calendar::{Day, Moment};
use crate::draw::Style;
use crate::draw::timeline::Layout;
use crate::i18n::Lang;
use crate::plan::{Category, Plan};
use crate::scene::{Group, Node, Rect, Scene};
use crate::schedule::{People, Track};

pub use axis::Axis;
pub use ceilings::{Ceiling, ceilings};
pub use curves::{Curve, Curves, Figures, Reported};
use frame::Frame;

/// Who is stacked on whom, from the axis up. The last column counts people of
/// units of a category this version does not know.
pub const STACK: [Category; 4] =
    [Category::Military, Category::Police, Category::Civilian, Category::Stores];

/// Everything a picture of the strength curve is made of.
pub struct StrengthLook<'a> {
    pub plan: &'a Plan,
    pub curves: &'a Curves,
    /// Drawn as areas; the other one as a line.
    pub track: Track,
    pub moment: Moment,
    /// Width, gutter and scale are those of the timeline below; the height is the
    /// curve's own.
    pub layout: &'a Layout,
    pub style: &'a Style,
    pub lang: Lang,
    /// The day that is pointed at.
    pub hovered: Option<Day>,
}

/// Draws the strength curve.
pub fn curve(look: &StrengthLook) -> Scene {
    let mut scene = Scene::new(look.layout.width, look.layout.height, look.style.panel);
    scene.nodes.extend(ground(look));
    scene.nodes.extend(over(look));
    scene
}

/// The part of it that no moment changes, but for words and what lies over them. All of
/// it is clipped to the days.
pub fn ground(look: &StrengthLook) -> Vec<Node> {
    let frame = Frame::of(look);
    let parts = [
        ("grid", frame.grid()),
        ("areas", areas::stacked(&frame)),
        ("excess", areas::excess(&frame)),
        ("other-track", areas::other_track(&frame)),
        ("deadlines", marks::deadlines(&frame)),
    ];
    parts.map(|(name, nodes)| clipped(name, look.layout.chart(), nodes)).into()
}

/// What lies over its ground.
pub fn over(look: &StrengthLook) -> Vec<Node> {
    let frame = Frame::of(look);
    let chart = look.layout.chart();
    let names = Rect::new(0.0, 0.0, look.layout.gutter, look.layout.height);
    vec![
        clipped("ceilings", chart, ceilings::lines(&frame)),
        clipped("reports", chart, marks::reports(&frame)),
        clipped("marks", chart, marks::pointers(&frame)),
        clipped("gutter", names, gutter::gutter(&frame)),
    ]
}

fn clipped(name: &'static str, clip: Rect, nodes: Vec<Node>) -> Node {
    Node::new(Group { clip: Some(clip), ..Group::named(name, nodes) })
}

/// What of it stands left of the days, and alone changes with the moment but for what
/// marks that.
pub fn gutter(look: &StrengthLook) -> Vec<Node> {
    gutter::gutter(&Frame::of(look))
}

/// How many there are of the lowest `bands` of the stack.
fn level(people: &People, bands: usize) -> u64 {
    STACK.iter().take(bands).map(|category| people.of(category)).sum()
}
