//! Links on the timeline: drawn from the dots beyond the ends of a bar, pointed at,
//! opened.

use eframe::egui::{
    CursorIcon, Id as WidgetId, Key, PointerButton, Pos2, Rect, Role, Sense, Tooltip, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::app::action::Action;
use crate::app::convert::color32;
use crate::app::links::{ChosenLink, LinkAction, LinkDraw, refusal, refusal_text};
use crate::app::paint;
use crate::app::panels::links::link_name;
use crate::app::view::View;
use crate::draw::timeline::{
    Arrow, BarBox, Layout, LinkName, NetworkLook, arrows, bar_dates, ends_of, kind_between, preview,
};
use crate::plan::{Id, Link};
use crate::scene::Point;
use crate::schedule::LinkEnd;

/// How far the middle of a dot lies beyond its bar, in points; beyond the handles of
/// a narrow one, and beyond the mark of a problem.
const BEYOND: f32 = 9.0;
const BEYOND_NARROW: f32 = 16.0;
const MARK: f32 = 16.0;
/// A bar narrower than this has its handles outside.
const NARROW: f32 = 24.0;
const DOT: f32 = 14.0;
/// How far beside a line or a bar the pointer may be.
const TOUCH: f32 = 4.0;
const CATCH: f32 = 20.0;

/// What the timeline shows of links, as they are chosen and pointed at.
pub(super) fn network<'a>(view: &View<'a>) -> NetworkLook<'a> {
    let links = &view.state.links;
    let odds = view.odds.latest().map(|(odds, _)| &**odds);
    NetworkLook {
        all_links: links.all_links,
        chosen: links.chosen.as_ref().map(|chosen| &chosen.name),
        pointed: links.pointed.as_ref(),
        critical: Some(view.critical),
        marks_critical: links.marks_critical,
        odds: odds.filter(|odds| odds.options.track == view.track),
    }
}

/// Lets the pointer act on dots and arrows. `bar_drag`: a bar is being dragged.
pub(super) fn interact(
    ui: &Ui,
    rect: Rect,
    layout: &Layout,
    bar_drag: bool,
    view: &View,
    actions: &mut Vec<Action>,
) {
    if bar_drag {
        return;
    }
    let bars = super::bars(layout, view);
    if let Some(draw) = &view.state.links.draw {
        go_on(ui, rect, &bars, draw, actions);
    }
    dots(ui, rect, layout, &bars, view, actions);
    if view.state.links.draw.is_none() {
        lines(ui, rect, layout, &bars, view, actions);
    }
}

/// The dots of the bars that are selected or pointed at.
fn dots(
    ui: &Ui,
    rect: Rect,
    layout: &Layout,
    bars: &[BarBox],
    view: &View,
    actions: &mut Vec<Action>,
) {
    for bar in bars.iter().filter(|bar| has_dots(&bar.id, view)) {
        for end in [LinkEnd::Start, LinkEnd::End] {
            let area = Rect::from_center_size(dot(bar, end, view), Vec2::splat(DOT));
            let area = area.intersect(rect32(layout.chart_body()));
            if !area.is_positive() {
                continue;
            }
            let id = ui.scope_id().with(("link-dot", bar.id.as_str(), end == LinkEnd::End));
            let response = ui.interact(area.translate(rect.min.to_vec2()), id, Sense::drag());
            let message = if end == LinkEnd::Start { "link-from-start" } else { "link-from-end" };
            let name = view.words.fill(message, &[("item", view.names().item(&bar.id).into())]);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if response.hovered() {
                actions.push(Action::Hover(Some(bar.id.clone())));
                ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
            }
            if response.drag_started_by(PointerButton::Primary) {
                let draw = LinkDraw { from: bar.id.clone(), end };
                actions.push(Action::FinishGesture);
                actions.push(Action::Link(LinkAction::Draw(Some(draw))));
            }
        }
    }
}

fn has_dots(id: &Id, view: &View) -> bool {
    let state = view.state;
    match &state.links.draw {
        Some(draw) => draw.from == *id,
        None => state.selected.contains(id) || state.hovered.as_ref() == Some(id),
    }
}

/// The middle of a dot, in the picture.
fn dot(bar: &BarBox, end: LinkEnd, view: &View) -> Pos2 {
    let beyond = if bar.rect.width() < NARROW { BEYOND_NARROW } else { BEYOND };
    let middle = bar.rect.center().y;
    match end {
        LinkEnd::End => pos2(bar.rect.max.x + beyond, middle),
        LinkEnd::Start => {
            let mark = if view.problems.worst(&bar.id).is_some() { MARK } else { 0.0 };
            pos2(bar.rect.min.x - beyond - mark, middle)
        }
    }
}

/// The link that is being drawn follows the pointer; Esc and the other button give
/// it up, the release over a bar makes it.
fn go_on(ui: &Ui, rect: Rect, bars: &[BarBox], draw: &LinkDraw, actions: &mut Vec<Action>) {
    let (escape, other, held, pointer) = ui.input(|input| {
        let pointer = &input.pointer;
        let other = pointer.button_pressed(PointerButton::Secondary);
        (input.key_pressed(Key::Escape), other, pointer.primary_down(), pointer.latest_pos())
    });
    let target = pointer.and_then(|pointer| target(rect, bars, draw, pointer));
    let link = target.map(|(bar, end)| {
        let kind = kind_between(draw.end, end);
        (bar.id.clone(), Link { kind, ..Link::finish_start(draw.from.clone()) })
    });
    if escape || other {
        actions.push(Action::Link(LinkAction::Draw(None)));
    } else if held {
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
        let hovered = link.as_ref().map(|(id, _)| id.clone());
        actions.push(Action::Hover(hovered));
    } else {
        actions.push(match link {
            Some((dependent, link)) => Action::Link(LinkAction::Make { dependent, link }),
            None => Action::Link(LinkAction::Draw(None)),
        });
    }
}

/// The bar under the pointer and the end of it that is nearer; a bar is not linked with
/// itself.
fn target<'a>(
    rect: Rect,
    bars: &'a [BarBox],
    draw: &LinkDraw,
    pointer: Pos2,
) -> Option<(&'a BarBox, LinkEnd)> {
    let at = pointer - rect.min;
    let is_at = |bar: &&BarBox| {
        let area = rect32(bar.rect).expand2(vec2(CATCH, (Layout::ROW - Layout::BAR) / 2.0));
        area.contains(at.to_pos2()) && bar.id != draw.from
    };
    let bar = bars.iter().find(is_at)?;
    let end = if at.x < bar.rect.center().x { LinkEnd::Start } else { LinkEnd::End };
    Some((bar, end))
}

/// Arrows can be pointed at and opened; those that are drawn strongly also by key.
fn lines(
    ui: &Ui,
    rect: Rect,
    layout: &Layout,
    bars: &[BarBox],
    view: &View,
    actions: &mut Vec<Action>,
) {
    let all = arrows(view.plan, view.schedule, view.rows, layout);
    for arrow in all.iter().filter(|arrow| is_attended(&arrow.name, view)) {
        let middle = arrow.handle();
        let area = Rect::from_center_size(pos2(middle.x, middle.y), Vec2::splat(10.0));
        if rect32(layout.chart_body()).contains(area.center()) {
            let area = area.translate(rect.min.to_vec2());
            line(ui, area, "link", arrow, view, actions);
        }
    }
    let Some(pointer) = ui.ctx().pointer_hover_pos().filter(|at| rect.contains(*at)) else {
        return;
    };
    let is_above = ui.ctx().layer_id_at(pointer).is_some_and(|layer| layer != ui.layer_id());
    let at = (pointer - rect.min).to_pos2();
    let on_bar = bars.iter().any(|bar| rect32(bar.rect).contains(at));
    if is_above || on_bar || !rect32(layout.chart_body()).contains(at) {
        return;
    }
    let point = Point::new(at.x, at.y);
    let nearest = all.iter().min_by(|a, b| a.distance(point).total_cmp(&b.distance(point)));
    if let Some(arrow) = nearest.filter(|arrow| arrow.distance(point) <= TOUCH) {
        let area = Rect::from_center_size(pointer, Vec2::splat(2.0 * TOUCH));
        line(ui, area, "link-at-pointer", arrow, view, actions);
    }
}

fn is_attended(name: &LinkName, view: &View) -> bool {
    let selected = &view.state.selected;
    let chosen = view.state.links.chosen.as_ref().is_some_and(|chosen| chosen.name == *name);
    chosen || selected.contains(&name.dependent) || selected.contains(&name.other)
}

fn line(ui: &Ui, area: Rect, key: &str, arrow: &Arrow, view: &View, actions: &mut Vec<Action>) {
    let name = &arrow.name;
    let ids = (name.dependent.as_str(), name.other.as_str(), name.kind.as_word());
    let response = ui.interact(area, ui.scope_id().with((key, ids)), Sense::click());
    let Some(link) = name.find(view.plan) else { return };
    let text = link_name(&name.dependent, link, view);
    let label = view.words.fill("link-named", &[("link", text.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    if response.hovered() || response.has_focus() {
        actions.push(Action::Link(LinkAction::Point(Some(name.clone()))));
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.clicked() || response.gained_focus() {
        let at = response.interact_pointer_pos().unwrap_or(area.center());
        let chosen = ChosenLink { name: name.clone(), at };
        actions.push(Action::Link(LinkAction::Choose(Some(chosen))));
    }
    if view.state.links.chosen.is_none() {
        response.on_hover_text(text);
    }
}

/// Draws the dots, and the link that is being drawn.
pub(super) fn paint(ui: &Ui, rect: Rect, layout: &Layout, bar_drag: bool, view: &View) {
    if bar_drag {
        return;
    }
    let bars = super::bars(layout, view);
    let body = rect32(layout.chart_body()).translate(rect.min.to_vec2());
    let painter = ui.painter_at(body.intersect(rect));
    let accent = color32(view.style.accent);
    for bar in bars.iter().filter(|bar| has_dots(&bar.id, view)) {
        for end in [LinkEnd::Start, LinkEnd::End] {
            let middle = dot(bar, end, view) + rect.min.to_vec2();
            painter.circle(middle, 4.0, color32(view.style.panel), (1.5, accent));
        }
    }
    let Some(draw) = &view.state.links.draw else { return };
    let Some(pointer) = ui.ctx().pointer_latest_pos() else { return };
    let Some(row) = view.rows.iter().position(|row| row.item() == Some(&draw.from)) else { return };
    let Some(dates) = bar_dates(view.plan, view.schedule, &draw.from) else { return };
    let source = layout.span_rect(dates, row);
    let edge = |bar: crate::scene::Rect, end| match end {
        LinkEnd::Start => Point::new(bar.min.x, bar.center().y),
        LinkEnd::End => Point::new(bar.max.x, bar.center().y),
    };
    let at = pointer - rect.min;
    let target = target(rect, &bars, draw, pointer);
    let to = target.map_or(Point::new(at.x, at.y), |(bar, end)| edge(bar.rect, end));
    let link = target.map(|(bar, end)| {
        let kind = kind_between(draw.end, end);
        (bar, Link { kind, ..Link::finish_start(draw.from.clone()) })
    });
    let refused = link.as_ref().and_then(|(bar, link)| refusal(view.plan, &bar.id, link));
    let color = if refused.is_some() { view.style.error } else { view.style.accent };
    let leaves = link.as_ref().map_or(draw.end, |(_, link)| ends_of(&link.kind).0);
    paint::nodes(&painter, &preview(edge(source, draw.end), leaves, to, color), rect.min);
    let Some((bar, link)) = link else { return };
    let text = match refused {
        Some(refusal) => refusal_text(&refusal, &view.names(), view.words),
        None => link_name(&bar.id, &link, view),
    };
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), WidgetId::unique("link-drawn"), pointer)
        .gap(14.0)
        .show(|ui| {
            ui.colored_label(
                color32(if color == view.style.error { color } else { view.style.text }),
                text,
            )
        });
}

fn rect32(rect: crate::scene::Rect) -> Rect {
    Rect::from_min_max(pos2(rect.min.x, rect.min.y), pos2(rect.max.x, rect.max.y))
}
