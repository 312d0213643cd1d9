//! The timeline: what the pointer and the keys do to it, and its picture.

use std::collections::BTreeSet;

use eframe::egui::{
    Align2, Color32, CursorIcon, EventFilter, FontId, Id as WidgetId, Key, Modifiers,
    PointerButton, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::app::action::{Action, SelectHow, StepLabel};
use crate::app::paint::{self, color32};
use crate::app::state::ViewState;
use crate::app::view::View;
use crate::calendar::{DateSpan, Day, Moment, Span};
use crate::draw::timeline::{BarBox, Layout, RowKind, TimeScale, TimelineLook, timeline};
use crate::plan::Id;
use crate::plan::edit::Command;

/// How far from the end of a bar the pointer takes hold of that end, in points.
const HANDLE: f32 = 8.0;
/// A bar narrower than this has its handles outside.
const NARROW: f32 = 24.0;

/// A drag of bars, from press to release.
pub struct Drag {
    /// The bar that was taken hold of.
    grabbed: Id,
    part: BarPart,
    /// The bars that move, with their dates at the press.
    before: Vec<(Id, Span)>,
    days: i64,
    /// Given up with Esc or the other button, though the button is still held.
    cancelled: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BarPart {
    Start,
    Middle,
    End,
}

/// Where the timeline lies in the window in this frame.
pub struct Area {
    rect: Rect,
    layout: Layout,
}

/// Lets pointer and keys act. Their actions are to be carried out before
/// [`paint`], so that the picture shows them in the same frame.
pub fn interact(
    ui: &mut Ui,
    drag: &mut Option<Drag>,
    view: &View,
    actions: &mut Vec<Action>,
) -> Area {
    let (rect, ground) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
    let label = view.words.text("timeline");
    ground.widget_info(|| WidgetInfo::labeled(Role::Group, true, &label));
    let mut layout = layout(rect, view);
    wheel(ui, &ground, &mut layout, view, actions);
    if let Some(id) = &view.state.reveal {
        reveal(id, &mut layout, view, actions);
    }
    ground_drag(ui, &ground, &layout, rect, drag.is_some(), view, actions);
    heads(ui, rect, &layout, view, actions);
    // First, because egui ends a drag with Esc as if the button were released.
    cancel(ui, drag, actions);
    for bar in bars(&layout, view) {
        bar_interact(ui, rect, &layout, &bar, drag, view, actions);
    }
    Area { rect, layout }
}

/// Draws the timeline as it is after the actions.
pub fn paint(ui: &mut Ui, area: &Area, drag: Option<&Drag>, view: &View) {
    let ghosts = match drag {
        Some(drag) if !drag.cancelled => drag.before.clone(),
        _ => Vec::new(),
    };
    let look = TimelineLook {
        plan: view.plan,
        schedule: view.schedule,
        track: view.track,
        moment: view.moment,
        rows: view.rows,
        layout: &area.layout,
        style: view.style,
        lang: view.words.lang(),
        selected: &view.state.selected,
        hovered: view.state.hovered.as_ref(),
        ghosts: &ghosts,
    };
    let painter = ui.painter_at(area.rect);
    paint::scene(&painter, &timeline(&look), area.rect.min);
    if let (Some(drag), Some(pointer)) = (drag, ui.ctx().pointer_latest_pos())
        && !drag.cancelled
    {
        tooltip(ui, drag, pointer, view);
    }
}

fn layout(rect: Rect, view: &View) -> Layout {
    let gutter = (rect.width() * 0.22).clamp(140.0, 300.0);
    let chart_width = (rect.width() - gutter).max(1.0);
    let scale = view
        .state
        .time_scale
        .unwrap_or_else(|| TimeScale::fitting(ViewState::opening_days(view.plan), chart_width));
    let mut layout =
        Layout { width: rect.width(), height: rect.height(), gutter, scale, scroll: 0.0 };
    layout.scroll = view.state.timeline_scroll.clamp(0.0, layout.max_scroll(view.rows.len()));
    layout
}

fn bars(layout: &Layout, view: &View) -> Vec<BarBox> {
    layout.bars(view.rows, |id| view.plan.timing(id).and_then(|timing| timing.planned))
}

/// Wheel: rows; with Shift: time; with Ctrl: zoom about the pointer.
fn wheel(ui: &Ui, ground: &Response, layout: &mut Layout, view: &View, actions: &mut Vec<Action>) {
    let Some(pointer) = ui.ctx().pointer_hover_pos().filter(|p| ground.rect.contains(*p)) else {
        return;
    };
    if !ui.ctx().layer_id_at(pointer).is_none_or(|layer| layer == ui.layer_id()) {
        return;
    }
    let (scroll, zoom) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
    if zoom != 1.0 {
        let x = pointer.x - ground.rect.min.x - layout.gutter;
        layout.scale = layout.scale.zoomed(f64::from(zoom), x.max(0.0));
        actions.push(Action::SetTimeScale(layout.scale));
    } else if scroll.x != 0.0 {
        layout.scale = layout.scale.panned(scroll.x);
        actions.push(Action::SetTimeScale(layout.scale));
    }
    if scroll.y != 0.0 && zoom == 1.0 {
        let most = layout.max_scroll(view.rows.len());
        layout.scroll = (layout.scroll - scroll.y).clamp(0.0, most);
        actions.push(Action::ScrollTimeline(layout.scroll));
    }
}

/// Brings the row of an item into view.
fn reveal(id: &Id, layout: &mut Layout, view: &View, actions: &mut Vec<Action>) {
    let of_site = |row: &Id| {
        let activity = view.plan.activities().find(row);
        activity.is_some_and(|activity| activity.site.as_deref() == Some(id))
    };
    let heads = |kind: &RowKind| matches!(kind, RowKind::Group { phase: Some(p), .. } if p == id);
    if let Some(row) = view.rows.iter().position(|row| heads(&row.kind)) {
        // A phase comes to the top, with as much of it below as there is room for.
        let most = layout.max_scroll(view.rows.len());
        layout.scroll = (row as f32 * Layout::ROW).clamp(0.0, most);
        actions.push(Action::ScrollTimeline(layout.scroll));
        return;
    }
    let exact = view.rows.iter().position(|row| row.item() == Some(id));
    let row = exact.or_else(|| view.rows.iter().position(|row| row.item().is_some_and(of_site)));
    let Some(row) = row else { return };
    let top = row as f32 * Layout::ROW;
    let room = layout.body().height();
    if top < layout.scroll || top + Layout::ROW > layout.scroll + room {
        let most = layout.max_scroll(view.rows.len());
        layout.scroll = (top - room / 2.0).clamp(0.0, most);
        actions.push(Action::ScrollTimeline(layout.scroll));
    }
}

/// What drags and clicks do where there is no bar.
fn ground_drag(
    ui: &Ui,
    ground: &Response,
    layout: &Layout,
    rect: Rect,
    bar_drag: bool,
    view: &View,
    actions: &mut Vec<Action>,
) {
    if ground.dragged_by(PointerButton::Middle) {
        let delta = ground.drag_delta();
        actions.push(Action::SetTimeScale(layout.scale.panned(delta.x)));
        let most = layout.max_scroll(view.rows.len());
        actions.push(Action::ScrollTimeline((layout.scroll - delta.y).clamp(0.0, most)));
        return;
    }
    if bar_drag {
        return;
    }
    if ground.double_clicked() {
        actions.push(Action::FitTimeline);
        return;
    }
    let Some(pointer) = ground.interact_pointer_pos() else { return };
    let at = pointer - rect.min;
    let in_chart = at.x >= layout.gutter;
    let origin = ui.input(|input| input.pointer.press_origin()).map(|origin| origin - rect.min);
    let Some(origin) = origin.or(ground.clicked().then_some(at)) else { return };
    if origin.x < layout.gutter {
        if ground.clicked() {
            click_name(layout, at, ui.input(|input| input.modifiers), view, actions);
        }
        return;
    }
    let on_ruler = origin.y < Layout::RULER;
    if on_ruler && ground.dragged_by(PointerButton::Primary) {
        let (a, b) = (layout.day_at(origin.x), layout.day_at(at.x));
        if let Some(range) = DateSpan::new(a.min(b), a.max(b)) {
            actions.push(Action::LoopRange(range));
        }
    } else if in_chart && (ground.dragged_by(PointerButton::Primary) || ground.clicked()) {
        if ground.clicked() && !on_ruler && at.y > Layout::head() {
            actions.push(Action::SelectNothing);
        }
        actions.push(Action::Pause);
        actions.push(Action::Seek(Moment::close_of(layout.day_at(at.x))));
    }
}

/// A click on a name: folds a group, selects an item.
fn click_name(
    layout: &Layout,
    at: Vec2,
    modifiers: Modifiers,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let row = layout.row_at(at.y).and_then(|index| view.rows.get(index));
    match row.map(|row| &row.kind) {
        Some(RowKind::Group { phase, .. }) => actions.push(Action::Fold(phase.clone())),
        Some(RowKind::Item(id)) => {
            let how = if modifiers.command { SelectHow::Toggle } else { SelectHow::Only };
            actions.push(Action::Select(id.clone(), how));
        }
        None => {}
    }
}

/// The heads of groups are buttons for the keyboard and for screen readers.
fn heads(ui: &Ui, rect: Rect, layout: &Layout, view: &View, actions: &mut Vec<Action>) {
    for index in layout.visible_rows(view.rows.len()) {
        let row = &view.rows[index];
        let RowKind::Group { phase, folded, .. } = &row.kind else { continue };
        let y = layout.y_of_row(index);
        if y < Layout::head() {
            continue;
        }
        let area = Rect::from_min_size(rect.min + vec2(0.0, y), vec2(layout.gutter, Layout::ROW));
        let id = ui.scope_id().with(("group", phase.as_ref().map(Id::as_str)));
        let response = ui.interact(area, id, Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::DisclosureTriangle, true, !folded, &row.name)
        });
        if response.clicked() {
            actions.push(Action::Fold(phase.clone()));
        }
    }
}

fn bar_interact(
    ui: &Ui,
    rect: Rect,
    layout: &Layout,
    bar: &BarBox,
    drag: &mut Option<Drag>,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let body = layout.chart_body();
    let own = Rect::from_min_max(
        pos2(bar.rect.min.x, bar.rect.min.y),
        pos2(bar.rect.max.x, bar.rect.max.y),
    );
    let narrow = own.width() < NARROW;
    let reach = if narrow { own.expand2(vec2(HANDLE, 0.0)) } else { own };
    let visible = Rect::from_min_max(pos2(body.min.x, body.min.y), pos2(body.max.x, body.max.y));
    let area = reach.intersect(visible).translate(rect.min.to_vec2());
    if area.width() <= 0.0 || area.height() <= 0.0 {
        return;
    }
    let id = ui.scope_id().with(("bar", bar.id.as_str()));
    let response = ui.interact(area, id, Sense::click_and_drag());
    let name = view.names().item(&bar.id);
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &name));
    ui.ctx().accesskit_node_builder(id, |node| node.set_value(view.names().span(bar.span.into())));
    let own = own.translate(rect.min.to_vec2());
    let part_at = |pointer: Pos2| part_of(own, narrow, pointer);

    if let Some(pointer) = response.hover_pos() {
        actions.push(Action::Hover(Some(bar.id.clone())));
        let cursor = match part_at(pointer) {
            BarPart::Middle => CursorIcon::Grab,
            _ => CursorIcon::ResizeHorizontal,
        };
        ui.ctx().set_cursor_icon(cursor);
    }
    if response.clicked() {
        response.request_focus();
        let toggle = ui.input(|input| input.modifiers.command);
        let how = if toggle { SelectHow::Toggle } else { SelectHow::Only };
        actions.push(Action::Select(bar.id.clone(), how));
    }
    if response.drag_started_by(PointerButton::Primary)
        && let Some(origin) = ui.input(|input| input.pointer.press_origin())
    {
        *drag = Some(begin(bar, part_at(origin), view));
        if !view.state.selected.contains(&bar.id) {
            actions.push(Action::Select(bar.id.clone(), SelectHow::Only));
        }
    }
    if let Some(drag) = drag.as_mut().filter(|drag| drag.grabbed == bar.id && !drag.cancelled)
        && response.dragged_by(PointerButton::Primary)
        && let Some(delta) = response.total_drag_delta()
    {
        let days = (f64::from(delta.x) / layout.scale.per_day).round() as i64;
        if days != drag.days || view.journal.in_gesture() {
            drag.days = within_horizon(drag, days, view.horizon);
            actions.push(gesture(drag, view));
        }
    }
    let ended = response.drag_stopped();
    if drag.as_ref().is_some_and(|drag| ended && drag.grabbed == bar.id && !drag.cancelled) {
        actions.push(Action::FinishGesture);
        *drag = None;
    }
    keys(ui, &response, bar, view, actions);
}

/// Which part of a bar lies under the pointer.
fn part_of(bar: Rect, narrow: bool, pointer: Pos2) -> BarPart {
    let reach = if narrow { 0.0 } else { HANDLE };
    if pointer.x < bar.min.x + reach {
        BarPart::Start
    } else if pointer.x > bar.max.x - reach {
        BarPart::End
    } else {
        BarPart::Middle
    }
}

/// Dragging one of several selected bars moves them all; an end is dragged alone.
fn begin(bar: &BarBox, part: BarPart, view: &View) -> Drag {
    let selected = &view.state.selected;
    let ids: BTreeSet<Id> = if part == BarPart::Middle && selected.contains(&bar.id) {
        selected.clone()
    } else {
        BTreeSet::from([bar.id.clone()])
    };
    let planned = |id: &Id| view.plan.timing(id).and_then(|timing| timing.planned);
    let before = ids.iter().filter_map(|id| Some((id.clone(), planned(id)?))).collect();
    Drag { grabbed: bar.id.clone(), part, before, days: 0, cancelled: false }
}

/// The days a drag may go without any bar leaving the horizon.
fn within_horizon(drag: &Drag, days: i64, horizon: DateSpan) -> i64 {
    let mut days = days;
    for (_, span) in &drag.before {
        if let (Some(start), Some(end)) = (span.start, span.end) {
            // A bar that lies beyond the horizon already is not pushed back in.
            let low = (horizon.start() - start).min(0);
            let high = (horizon.end() - end).max(0);
            days = match drag.part {
                BarPart::Middle => days.clamp(low, high),
                BarPart::Start => days.clamp(low, end - start),
                BarPart::End => days.clamp(start - end, high),
            };
        }
    }
    days
}

fn moved(span: Span, part: BarPart, days: i64) -> Span {
    let shift = |day: Option<Day>| day.map(|day| day + days);
    match part {
        BarPart::Middle => span.moved(days),
        BarPart::Start => Span { start: shift(span.start), ..span },
        BarPart::End => Span { end: shift(span.end), ..span },
    }
}

fn gesture(drag: &Drag, view: &View) -> Action {
    let commands = drag.before.iter().filter_map(|(id, span)| {
        Command::set_planned(view.plan, id, Some(moved(*span, drag.part, drag.days))).ok()
    });
    Action::Gesture(StepLabel::Dates(drag.grabbed.clone()), Command::Batch(commands.collect()))
}

/// Esc and the other button give a drag up.
fn cancel(ui: &Ui, drag: &mut Option<Drag>, actions: &mut Vec<Action>) {
    let Some(drag_now) = drag.as_mut() else { return };
    let (escape, other, held) = ui.input(|input| {
        let other = input.pointer.button_pressed(PointerButton::Secondary);
        (input.key_pressed(Key::Escape), other, input.pointer.primary_down())
    });
    if (escape || other) && !drag_now.cancelled {
        drag_now.cancelled = true;
        actions.push(Action::CancelGesture);
    }
    if !held && drag_now.cancelled {
        *drag = None;
    }
}

/// Alt with the arrows moves a bar that has the focus, with Shift its end; Ctrl
/// and Shift move its start.
fn keys(ui: &Ui, response: &Response, bar: &BarBox, view: &View, actions: &mut Vec<Action>) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let combinations = [
        (Modifiers::ALT, BarPart::Middle),
        (Modifiers::ALT | Modifiers::SHIFT, BarPart::End),
        (Modifiers::CTRL | Modifiers::SHIFT, BarPart::Start),
    ];
    for (modifiers, part) in combinations {
        for (key, days) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
            let exactly = ui.input(|input| {
                input.key_pressed(key)
                    && input.modifiers.alt == modifiers.alt
                    && input.modifiers.shift == modifiers.shift
                    && input.modifiers.command == modifiers.ctrl
            });
            if exactly {
                let drag = begin(bar, part, view);
                let days = within_horizon(&drag, days, view.horizon);
                if let Action::Gesture(label, command) = gesture(&Drag { days, ..drag }, view)
                    && days != 0
                {
                    actions.push(Action::Edit(label, command));
                }
            }
        }
    }
    if ui.input(|input| input.key_pressed(Key::Enter)) {
        actions.push(Action::Select(bar.id.clone(), SelectHow::Only));
    }
}

/// Old dates → new dates, and by how many days.
fn tooltip(ui: &Ui, drag: &Drag, pointer: Pos2, view: &View) {
    let Some((_, before)) = drag.before.iter().find(|(id, _)| *id == drag.grabbed) else { return };
    let after = moved(*before, drag.part, drag.days);
    let names = view.names();
    let days = view.words.fill(
        "days-moved",
        &[
            ("count", drag.days.into()),
            ("sign", if drag.days < 0 { "−" } else { "+" }.into()),
            ("size", drag.days.abs().into()),
        ],
    );
    let text = format!("{} → {}   {days}", names.span(*before), names.span(after));
    let font = FontId::proportional(13.0);
    let galley = ui.painter().layout_no_wrap(text, font, Color32::PLACEHOLDER);
    let size = galley.size() + vec2(16.0, 10.0);
    let screen = ui.ctx().content_rect();
    let at = pos2(
        (pointer.x + 16.0).min(screen.max.x - size.x - 4.0),
        (pointer.y - size.y - 12.0).max(screen.min.y + 4.0),
    );
    let painter = ui.ctx().layer_painter(eframe::egui::LayerId::new(
        eframe::egui::Order::Tooltip,
        WidgetId::unique("drag-tooltip"),
    ));
    let area = Align2::LEFT_TOP.anchor_size(at, size);
    painter.rect_filled(area, 4.0, color32(view.style.text));
    painter.galley(area.min + vec2(8.0, 5.0), galley, color32(view.style.panel));
}
