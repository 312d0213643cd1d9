//! The timeline: rows, bars, phase bands, ruler, deadline and playhead.
//!
//! [`rows`] says what stands in which row, [`Layout`] where, [`timeline`] draws
//! it. The window asks the same layout where a bar is that the pointer holds.

mod bars;
mod layout;
mod marks;
mod month_labels;
mod rows;
mod ruler;

use std::collections::BTreeSet;

use crate::calendar::{DateSpan, Moment};
use crate::draw::Style;
use crate::i18n::Lang;
use crate::plan::{Id, Plan};
use crate::scene::{Group, Node, Outline, Path, Point, Rect, Scene, Stroke};
use crate::schedule::{Problems, Schedule};

pub(in crate::draw) use bars::fitted;
pub use layout::{BarBox, Layout, TimeScale};
pub use marks::{Mark, marks};
pub use rows::{Row, RowKind, rows};
pub(in crate::draw) use ruler::months;

/// Everything a picture of the timeline is made of.
pub struct TimelineLook<'a> {
    pub plan: &'a Plan,
    pub schedule: &'a Schedule,
    pub moment: Moment,
    pub rows: &'a [Row],
    pub layout: &'a Layout,
    pub style: &'a Style,
    pub lang: Lang,
    pub selected: &'a BTreeSet<Id>,
    pub hovered: Option<&'a Id>,
    /// The problems whose marks the bars have; None: no marks.
    pub problems: Option<&'a Problems>,
    /// Where a bar stood when a drag began, drawn as an outline.
    pub ghosts: &'a [(Id, crate::calendar::Span)],
    /// The days that are played again and again, where not all are.
    pub loop_range: Option<DateSpan>,
}

/// Draws the timeline.
pub fn timeline(look: &TimelineLook) -> Scene {
    let layout = look.layout;
    let mut scene = Scene::new(layout.width, layout.height, look.style.panel);
    let clipped = |name, rect: Rect, nodes| {
        Node::new(Group { clip: Some(rect), ..Group::named(name, nodes) })
    };
    scene.nodes.push(clipped("grid", layout.chart(), ruler::grid(look)));
    scene.nodes.push(clipped("rows", layout.body(), bars::rows(look)));
    scene.nodes.push(clipped("bars", layout.chart_body(), bars::bars(look)));
    // None of both where nothing is wrong.
    for (area, in_gutter) in [(layout.body(), true), (layout.chart_body(), false)] {
        let marks = marks::draw(look, in_gutter);
        if !marks.is_empty() {
            scene.nodes.push(clipped("problems", area, marks));
        }
    }
    scene.nodes.push(clipped("ruler", layout.top(), ruler::ruler(look)));
    scene.nodes.push(clipped("marks", layout.chart(), ruler::marks(look)));
    let edge = layout.gutter;
    let line = Outline::line([Point::new(edge, 0.0), Point::new(edge, layout.height)]);
    scene.nodes.push(Node::new(Path::stroked(line, Stroke::new(look.style.line, 1.0))));
    scene
}
