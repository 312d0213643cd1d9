//! Links on the timeline: drawn from the dots beyond the ends of a bar, pointed at,
//! opened.

use eframe::egui::{
    CursorIcon, PointerButton, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2,
};

use super::hold::Hold;
use super::link_draw::LinkDraw;
use crate::app::action::Action;
use crate::app::convert::color32;
use crate::app::links::{ChosenLink, LinkAction};
use crate::app::panels::links::link_name;
use crate::app::view::View;
use crate::draw::timeline::{Arrow, BarBox, Layout, LinkName, NetworkLook, arrows};
use crate::plan::Id;
use crate::scene::Point;
use crate::schedule::LinkEnd;

/// How far the middle of a dot lies beyond its bar, in points; beyond the handles of
/// a narrow one, and beyond the mark of a problem.
const BEYOND: f32 = 9.0;
const BEYOND_NARROW: f32 = 16.0;
const MARK: f32 = 16.0;
const DOT: f32 = 14.0;
/// How far beside a line the pointer may be.
const TOUCH: f32 = 4.0;

/// What the timeline shows of links, as they are chosen and pointed at.
pub(super) fn network<'a>(view: &View<'a>) -> NetworkLook<'a> {
    let links = &view.state.links;
    // Float stands beside what is attended to, or the whole chain is marked.
    let wants_float =
        links.marks_critical || view.state.hovered.is_some() || !view.state.selected.is_empty();
    let odds = view.odds.latest().map(|(odds, _)| &**odds);
    NetworkLook {
        all_links: links.all_links,
        chosen: links.chosen.as_ref().map(|chosen| &chosen.name),
        pointed: links.pointed.as_ref(),
        critical: wants_float.then(|| &***view.critical),
        marks_critical: links.marks_critical,
        odds: odds.filter(|odds| odds.options.track == view.track),
    }
}

/// Lets the pointer act on dots and arrows.
pub(super) fn interact(
    ui: &Ui,
    rect: Rect,
    layout: &Layout,
    bars: &[BarBox],
    hold: &mut Option<Hold>,
    view: &View,
    actions: &mut Vec<Action>,
) {
    dots(ui, rect, layout, bars, hold, view, actions);
    if hold.as_ref().is_none_or(|hold| !hold.is_pressed()) {
        lines(ui, rect, layout, bars, view, actions);
    }
}

/// The dots of the bars that are selected or pointed at.
fn dots(
    ui: &Ui,
    rect: Rect,
    layout: &Layout,
    bars: &[BarBox],
    hold: &mut Option<Hold>,
    view: &View,
    actions: &mut Vec<Action>,
) {
    for bar in bars {
        if !has_dots(&bar.id, hold.as_ref(), view) {
            continue;
        }
        for end in [LinkEnd::Start, LinkEnd::End] {
            let area = Rect::from_center_size(dot(bar, end, view), Vec2::splat(DOT));
            let area = area.intersect(rect32(layout.chart_body()));
            if !area.is_positive() {
                continue;
            }
            let id = ui.scope_id().with(("link-dot", bar.id.as_str(), end == LinkEnd::End));
            let response = ui.interact(area.translate(rect.min.to_vec2()), id, Sense::drag());
            let message = if end == LinkEnd::Start { "link-from-start" } else { "link-from-end" };
            response.widget_info(|| {
                let args = [("item", view.names().item(&bar.id).into())];
                WidgetInfo::labeled(Role::Button, true, view.words.fill(message, &args))
            });
            if response.hovered() {
                actions.push(Action::Hover(Some(bar.id.clone())));
                ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
            }
            if response.drag_started_by(PointerButton::Primary) {
                actions.push(Action::FinishGesture);
                *hold = Some(Hold::Link(LinkDraw::begin(&bar.id, end, view)));
            }
        }
    }
}

/// Those that a link can be drawn from; while one is, that of its bar alone.
fn has_dots(id: &Id, hold: Option<&Hold>, view: &View) -> bool {
    let state = view.state;
    match hold {
        Some(Hold::Link(draw)) => draw.is_from(id),
        Some(hold) if hold.is_pressed() => false,
        _ => state.selected.contains(id) || state.hovered.as_ref() == Some(id),
    }
}

/// The middle of a dot, in the picture.
fn dot(bar: &BarBox, end: LinkEnd, view: &View) -> Pos2 {
    let beyond = if bar.rect.width() < Layout::NARROW { BEYOND_NARROW } else { BEYOND };
    let middle = bar.rect.center().y;
    match end {
        LinkEnd::End => pos2(bar.rect.max.x + beyond, middle),
        LinkEnd::Start => {
            let mark = if view.problems.worst(&bar.id).is_some() { MARK } else { 0.0 };
            pos2(bar.rect.min.x - beyond - mark, middle)
        }
    }
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
    response.widget_info(|| {
        let args = [("link", text.as_str().into())];
        WidgetInfo::labeled(Role::Button, true, view.words.fill("link-named", &args))
    });
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
pub(super) fn paint(
    ui: &Ui,
    rect: Rect,
    layout: &Layout,
    bars: &[BarBox],
    hold: Option<&Hold>,
    view: &View,
) {
    let body = rect32(layout.chart_body()).translate(rect.min.to_vec2());
    let painter = ui.painter_at(body.intersect(rect));
    let accent = color32(view.style.accent);
    for bar in bars.iter().filter(|bar| has_dots(&bar.id, hold, view)) {
        for end in [LinkEnd::Start, LinkEnd::End] {
            let middle = dot(bar, end, view) + rect.min.to_vec2();
            painter.circle(middle, 4.0, color32(view.style.panel), (1.5, accent));
        }
    }
    if let Some(Hold::Link(draw)) = hold {
        draw.paint(ui, &painter, rect, layout, view);
    }
}

fn rect32(rect: crate::scene::Rect) -> Rect {
    Rect::from_min_max(pos2(rect.min.x, rect.min.y), pos2(rect.max.x, rect.max.y))
}
