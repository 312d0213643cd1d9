//! The picture of the map: one, or two that are parted by the divider.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Pos2, Rect, Ui};

use super::chart::Chart;
use super::{features, legend, look, swipe};
use crate::app::convert::color32;
use crate::app::paint;
use crate::app::pictures::Pen;
use crate::app::view::View;
use crate::draw::Look;
use crate::plan::Id;
use crate::scene::{Group, Item, Node, Point, Subject, subject_at};

/// How far beside a symbol or a line the pointer may be, in points.
const TOUCH: f32 = 4.0;

/// A part of the map that shows one track at one moment.
pub(super) struct Side<'a> {
    pub view: View<'a>,
    pub area: Rect,
    /// What the legend hides here.
    pub hidden: BTreeSet<Id>,
    pub nodes: Arc<Vec<Node>>,
}

impl Side<'_> {
    pub fn subject_at(&self, chart: &Chart, at: Pos2) -> Option<&Subject> {
        let at = at - chart.rect.min;
        subject_at(&self.nodes, Point::new(at.x, at.y), TOUCH)
    }
}

/// Paints the land once, and what changes with the moment for each side.
pub(super) fn paint<'a>(ui: &Ui, chart: &Chart, view: &View<'a>, pen: &Pen) -> Vec<Side<'a>> {
    let painter = ui.painter_at(chart.rect);
    painter.rect_filled(chart.rect, 0.0, color32(view.style.water));
    let ground = look(chart.map, view);
    (pen.base)(ui, chart.rect, &ground);
    features::paint(&painter, chart, view);
    let sides = swipe::sides(chart, view).into_iter().map(|(view, area)| {
        let furniture = swipe::furniture(&view);
        let nodes = (pen.live)(&Look { furniture, ..look(chart.map, &view) });
        let hidden = legend::hidden(&view);
        let nodes = if hidden.is_empty() { nodes } else { Arc::new(without(&nodes, &hidden)) };
        paint::nodes(&painter.with_clip_rect(area), &nodes, chart.rect.min);
        Side { view, area, hidden, nodes }
    });
    sides.collect()
}

/// The nodes but for those that stand for one of these items, and for what goes with
/// nothing else: the rim of a flow and the marks on it.
fn without(nodes: &[Node], hidden: &BTreeSet<Id>) -> Vec<Node> {
    let is_shown = |node: &&Node| match &node.subject {
        Some(Subject::Item(id)) => !hidden.contains(id),
        _ => true,
    };
    let shown = nodes.iter().filter(is_shown).filter_map(|node| match &node.item {
        Item::Group(group) => {
            let nodes = without(&group.nodes, hidden);
            let is_empty = has_items(&group.nodes) && !has_items(&nodes);
            let item = Item::Group(Group { nodes, ..group.clone() });
            (!is_empty).then(|| Node { subject: node.subject.clone(), item })
        }
        _ => Some(node.clone()),
    });
    shown.collect()
}

/// Whether any of the nodes stands for an item.
fn has_items(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| matches!(node.subject, Some(Subject::Item(_))))
}
