//! The timeline: rows, bars, phase bands, ruler, deadline and playhead.
//!
//! [`rows`] says what stands in which row, [`Layout`] where, [`timeline`] draws
//! it. The window asks the same layout where a bar is that the pointer holds.

mod actuals;
mod bars;
mod baseline;
mod layout;
mod links;
mod margins;
mod marks;
mod month_labels;
mod rows;
mod ruler;
mod shading;
mod ties;

use std::collections::BTreeSet;

use crate::calendar::{DateSpan, Moment};
use crate::draw::Style;
use crate::i18n::Lang;
use crate::plan::{Baseline, Id, Plan};
use crate::scene::{Group, Node, Outline, Path, Point, Rect, Scene, Stroke};
use crate::schedule::{Critical, Odds, Problems, Schedule, Track};

pub(in crate::draw) use bars::fitted;
pub use layout::{BarBox, Layout, TimeScale};
pub use links::{Arrow, LinkName, arrows, bar_dates, ends_of, kind_between, preview};
pub use margins::of_item as odds_of_item;
pub use marks::{Mark, marks};
pub use rows::{Arrangement, Grouping, Row, RowKind, rows};
pub(in crate::draw) use ruler::months;
pub use ties::Rows;

/// Everything a picture of the timeline is made of.
pub struct TimelineLook<'a> {
    pub plan: &'a Plan,
    pub schedule: &'a Schedule,
    pub moment: Moment,
    pub rows: &'a Rows,
    pub layout: &'a Layout,
    pub style: &'a Style,
    pub lang: Lang,
    pub selected: &'a BTreeSet<Id>,
    pub hovered: Option<&'a Id>,
    /// The track whose closed ways, float and odds are shown.
    pub track: Track,
    /// The problems whose marks the bars have; None: no marks.
    pub problems: Option<&'a Problems>,
    /// Where a bar stood when a drag began, drawn as an outline.
    pub ghosts: &'a [(Id, crate::calendar::Span)],
    /// Whose dates stand as thin bars below the bars.
    pub baseline: Option<&'a Baseline>,
    /// The days that are played again and again, where not all are.
    pub loop_range: Option<DateSpan>,
    pub network: NetworkLook<'a>,
}

/// What a timeline shows of the network of links.
#[derive(Clone, Copy, Default)]
pub struct NetworkLook<'a> {
    /// Whether all links are drawn strongly, and not only those of what is selected
    /// or pointed at.
    pub all_links: bool,
    pub chosen: Option<&'a LinkName>,
    /// The link under the pointer.
    pub pointed: Option<&'a LinkName>,
    /// The float of the items; None: not known.
    pub critical: Option<&'a Critical>,
    /// Whether the critical chain is marked, and all items show their float.
    pub marks_critical: bool,
    /// The odds, for their marks on bars.
    pub odds: Option<&'a Odds>,
}

impl NetworkLook<'_> {
    /// Whether an item is marked as one of the critical chain.
    pub fn is_critical(&self, id: &Id) -> bool {
        self.chain().contains(id)
    }

    /// Whether one follows the other in the critical chain that is marked.
    fn in_chain(&self, id: &Id, next: &Id) -> bool {
        self.chain().windows(2).any(|pair| pair[0] == *id && pair[1] == *next)
    }

    fn chain(&self) -> &[Id] {
        let marked = self.critical.filter(|_| self.marks_critical);
        marked.map_or(&[], |critical| &critical.chain)
    }
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
    let chart = layout.chart_body();
    let arrows = arrows(look.plan, look.schedule, look.rows, layout);
    for (name, nodes) in [
        ("closed", shading::closed_ways(look)),
        ("links", links::draw(look, &arrows, false)),
        ("margins", margins::draw(look)),
        ("bars", bars::bars(look)),
        ("baseline", baseline::bars(look)),
        ("strong-links", links::draw(look, &arrows, true)),
    ] {
        if !nodes.is_empty() {
            scene.nodes.push(clipped(name, chart, nodes));
        }
    }
    // None of both where nothing is wrong.
    let marks = marks::of_look(look);
    for (area, in_gutter) in [(layout.body(), true), (layout.chart_body(), false)] {
        let nodes = marks::draw(look, &marks, in_gutter);
        if !nodes.is_empty() {
            scene.nodes.push(clipped("problems", area, nodes));
        }
    }
    scene.nodes.push(clipped("ruler", layout.top(), ruler::ruler(look)));
    scene.nodes.push(clipped("marks", layout.chart(), ruler::marks(look)));
    let edge = layout.gutter;
    let line = Outline::line([Point::new(edge, 0.0), Point::new(edge, layout.height)]);
    scene.nodes.push(Node::new(Path::stroked(line, Stroke::new(look.style.line, 1.0))));
    scene
}
