//! The legend as a filter: a click on a row hides what it stands for.

use std::collections::BTreeSet;

use eframe::egui::{CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::chart::Chart;
use super::ground_id;
use super::picture::Side;
use crate::app::action::Action;
use crate::app::convert::color32;
use crate::app::mapping::MapAction;
use crate::app::view::View;
use crate::draw::{CARGOES, STATES, cargo};
use crate::plan::Id;
use crate::scene::{Group, Item, Node, Subject};

/// The sites and movements that the filters hide at the moment of a view.
pub(super) fn hidden(view: &View) -> BTreeSet<Id> {
    let filters = &view.state.map.filters;
    if filters.is_empty() {
        return BTreeSet::new();
    }
    let is_hidden = |part: Option<&'static str>| part.is_some_and(|part| filters.contains(part));
    let sites = view.plan.sites().iter().filter(|site| {
        let state = view.schedule.site_state(view.track, &site.id, view.moment);
        let row = STATES.iter().find(|(of, _)| Some(*of) == state);
        site.is_camp() && is_hidden(row.map(|(_, part)| *part))
    });
    let shown = view.now.shown().into_iter().map(|number| view.now.movement_at(number));
    let movements = shown.filter(|now| {
        let movement = view.plan.movements().get(&now.id);
        movement.is_some_and(|movement| {
            let carried = cargo(view.plan, movement, now);
            let row = CARGOES.iter().find(|(of, _)| *of == carried);
            is_hidden(row.map(|(_, part)| *part))
        })
    });
    let sites = sites.map(|site| Id::from(site.id.clone()));
    sites.chain(movements.map(|now| Id::from(now.id))).collect()
}

/// Makes each row that filters a button, and veils those whose things are hidden.
pub(super) fn show(ui: &Ui, chart: &Chart, sides: &[Side], view: &View, actions: &mut Vec<Action>) {
    // Both sides have their legend at the same place.
    let legend = sides.first().and_then(|side| part(&side.nodes, "legend"));
    let Some((panel, rows)) = legend.and_then(|legend| legend.nodes.split_first()) else { return };
    let Some(panel) = panel.bounds() else { return };
    let painter = ui.painter_at(chart.rect);
    for row in rows {
        let Some(Subject::Part(part)) = row.subject else { continue };
        let filters = STATES.iter().map(|(_, part)| *part);
        let filters = filters.chain(CARGOES.iter().map(|(_, part)| *part));
        let (true, Some(bounds), Some((label, baseline))) =
            (filters.into_iter().any(|of| of == part), row.bounds(), label(row))
        else {
            continue;
        };
        // From edge to edge where the rows stand below each other.
        let left = (bounds.min.x - 8.0).max(panel.min.x + 2.0);
        let right = (bounds.max.x + 8.0).min(panel.max.x - 2.0);
        let middle = baseline - 4.0;
        let area = Rect::from_min_max(pos2(left, middle - 9.0), pos2(right, middle + 9.0));
        let area = area.translate(chart.rect.min.to_vec2());
        let is_off = view.state.map.filters.contains(part);
        let id = ground_id().with(("legend", part));
        let response = ui.interact(area, id, Sense::click());
        let name = view.words.fill("map-filter", &[("name", label.into())]);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, !is_off, &name));
        if is_off {
            painter.rect_filled(area, 3.0, color32(view.style.panel.faded(0.62)));
            let line = Stroke::new(1.2, color32(view.style.quiet));
            let from = pos2(area.left() + 30.0, area.center().y + 0.5);
            painter.line_segment([from, from + vec2(area.width() - 38.0, 0.0)], line);
        }
        if response.hovered() || response.has_focus() {
            let rim = Stroke::new(1.2, color32(view.style.accent));
            painter.rect_stroke(area, 3.0, rim, StrokeKind::Inside);
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        let hint = if is_off { "map-filter-off-hint" } else { "map-filter-on-hint" };
        if response.on_hover_text(view.words.text(hint)).clicked() {
            actions.push(Action::Map(MapAction::ToggleFilter(part)));
        }
    }
}

/// The group of a part of the picture.
fn part<'a>(nodes: &'a [Node], name: &'static str) -> Option<&'a Group> {
    nodes.iter().rev().find_map(|node| match &node.item {
        Item::Group(group) if node.subject == Some(Subject::Part(name)) => Some(group),
        Item::Group(group) => part(&group.nodes, name),
        _ => None,
    })
}

/// The text of a row, and its baseline.
fn label(row: &Node) -> Option<(&str, f32)> {
    let Item::Group(group) = &row.item else { return None };
    group.nodes.iter().find_map(|node| match &node.item {
        Item::Label(label) => Some((label.text.as_str(), label.at.y)),
        _ => None,
    })
}
