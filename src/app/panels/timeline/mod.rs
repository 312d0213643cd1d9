//! The timeline: what the pointer and the keys do to it, and its picture.

mod band;
mod bar;
mod bar_menu;
mod drag;
mod edges;
mod ground;
mod hold;
mod keys;
mod link_draw;
mod links;
mod marks;
mod moving;
mod overlay;
mod snap;
mod tip;
mod typed;

use eframe::egui::{Rect, Response, Role, Sense, Ui, WidgetInfo};

pub use bar_menu::on_day;
pub use hold::Hold;
pub(in crate::app) use tip::conflict_text;

use crate::app::action::{Action, SelectHow};
use crate::app::bar_acts::BarAction;
use crate::app::paint;
use crate::app::view::View;
use crate::draw::timeline::{
    BarBox, Layout, RowKind, TimeScale, TimelineLook, bar_dates, timeline,
};
use crate::plan::Id;

/// Where the timeline lies in the window in this frame.
pub struct Area {
    rect: Rect,
    layout: Layout,
}

impl Area {
    pub fn layout(&self) -> &Layout {
        &self.layout
    }
}

/// Lets pointer and keys act. Their actions are to be carried out before
/// [`paint`], so that the picture shows them in the same frame.
pub fn interact(
    ui: &mut Ui,
    hold: &mut Option<Hold>,
    view: &View,
    actions: &mut Vec<Action>,
) -> Area {
    let (rect, ground) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
    let label = view.words.text("timeline");
    ground.widget_info(|| WidgetInfo::labeled(Role::Group, true, &label));
    let mut layout = layout(rect, view);
    wheel(ui, &ground, &mut layout, view, actions);
    follow_playhead(ui, &mut layout, view, actions);
    if let Some(id) = &view.state.reveal {
        reveal(id, &mut layout, view, actions);
    }
    if hold.as_ref().is_none_or(|hold| !hold.is_pressed()) {
        ground::pan(ui, &mut layout, rect, view, actions);
        ground::act(ui, &ground, &layout, rect, hold, view, actions);
    }
    ground::heads(ui, rect, &layout, view, actions);
    hold::go_on(ui, hold, rect, &mut layout, view, actions);
    let bars = bars(&layout, view);
    for bar in &bars {
        bar::interact(ui, rect, &layout, bar, hold, view, actions);
    }
    if hold.as_ref().is_none_or(|hold| !hold.is_pressed()) {
        marks::interact(ui, rect, &layout, view, actions);
    }
    links::interact(ui, rect, &layout, &bars, hold, view, actions);
    typed::show(ui, rect, &bars, view, actions);
    Area { rect, layout }
}

/// Draws the timeline as it is after the actions.
pub fn paint(ui: &mut Ui, area: &Area, hold: &mut Option<Hold>, view: &View) {
    let drag = hold.as_mut().and_then(Hold::live_drag);
    let ghosts = drag.as_ref().map_or(Vec::new(), |drag| drag.moving.ghosts());
    if let (Some(drag), Some(pointer)) = (drag, ui.ctx().pointer_latest_pos()) {
        tip::show(ui, drag, pointer, view);
    }
    let look = TimelineLook {
        plan: view.plan,
        schedule: view.schedule,
        moment: view.moment,
        rows: view.rows,
        layout: &area.layout,
        style: view.style,
        lang: view.words.lang(),
        selected: &view.state.selected,
        hovered: view.state.hovered.as_ref(),
        problems: Some(view.problems),
        ghosts: &ghosts,
        baseline: view.baseline,
        loop_range: view.state.playback.shown_loop(),
        track: view.track,
        network: links::network(view),
    };
    let painter = ui.painter_at(area.rect);
    paint::scene(&painter, &timeline(&look), area.rect.min);
    let bars = bars(&area.layout, view);
    overlay::paint(ui, area.rect, &area.layout, &bars, hold.as_ref(), view);
    links::paint(ui, area.rect, &area.layout, &bars, hold.as_ref(), view);
}

/// Where names end and days lie in a picture on the time axis, not scrolled.
pub fn time_axis(rect: Rect, view: &View) -> Layout {
    let gutter = (rect.width() * 0.22).clamp(140.0, 300.0);
    let chart_width = (rect.width() - gutter).max(1.0);
    let scale = view.state.time_scale.unwrap_or_else(|| {
        TimeScale::fitting(view.state.timeline_days(view.plan, view.horizon), chart_width)
    });
    Layout { width: rect.width(), height: rect.height(), gutter, scale, scroll: 0.0 }
}

fn layout(rect: Rect, view: &View) -> Layout {
    let mut layout = time_axis(rect, view);
    layout.scroll = view.state.timeline_scroll.clamp(0.0, layout.max_scroll(view.rows.len()));
    layout
}

/// The bars in view.
fn bars(layout: &Layout, view: &View) -> Vec<BarBox> {
    layout.bars(view.rows, |id| bar_dates(view.plan, view.schedule, id))
}

/// Selects an item, as the keys that are held ask for: with Shift all bars up to it.
fn pick(ui: &Ui, id: &Id, actions: &mut Vec<Action>) {
    let held = ui.input(|input| input.modifiers);
    actions.push(match held.shift {
        true => Action::Bars(BarAction::SelectTo { id: id.clone(), adds: held.command }),
        false => Action::Select(id.clone(), SelectHow::of(ui)),
    });
}

/// Wheel: rows; with Shift: time; with Ctrl: zoom about the pointer.
fn wheel(ui: &Ui, ground: &Response, layout: &mut Layout, view: &View, actions: &mut Vec<Action>) {
    wheel_time(ui, ground, layout, actions);
    if !is_pointed_at(ui, ground) {
        return;
    }
    let (scroll, zoom) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
    if scroll.y != 0.0 && zoom == 1.0 {
        let most = layout.max_scroll(view.rows.len());
        layout.scroll = (layout.scroll - scroll.y).clamp(0.0, most);
        actions.push(Action::ScrollTimeline(layout.scroll));
    }
}

/// What the wheel does to the time axis.
pub fn wheel_time(ui: &Ui, ground: &Response, layout: &mut Layout, actions: &mut Vec<Action>) {
    let Some(pointer) = ui.ctx().pointer_hover_pos().filter(|_| is_pointed_at(ui, ground)) else {
        return;
    };
    let (scroll, zoom) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
    if zoom != 1.0 {
        let x = pointer.x - ground.rect.min.x - layout.gutter;
        layout.scale = layout.scale.zoomed(f64::from(zoom), x.max(0.0));
        actions.push(Action::SetTimeScale(layout.scale));
    } else if scroll.x != 0.0 {
        layout.scale = layout.scale.panned(scroll.x);
        actions.push(Action::SetTimeScale(layout.scale));
    }
}

/// Whether the pointer is on this and on nothing above it.
fn is_pointed_at(ui: &Ui, ground: &Response) -> bool {
    let pointer = ui.ctx().pointer_hover_pos().filter(|p| ground.rect.contains(*p));
    pointer.is_some_and(|pointer| {
        ui.ctx().layer_id_at(pointer).is_none_or(|layer| layer == ui.layer_id())
    })
}

/// Turns the page where a moment that is new lies beyond the chart. A playhead that
/// is left behind by zooming or panning stays behind.
fn follow_playhead(ui: &Ui, layout: &mut Layout, view: &View, actions: &mut Vec<Action>) {
    let is_new = view.state.shown_moment.is_some_and(|shown| shown != view.moment);
    let held = ui.input(|input| input.pointer.any_down());
    let (x, chart) = (layout.x_of_moment(view.moment), layout.chart());
    if !is_new || held || (chart.min.x..=chart.max.x).contains(&x) {
        return;
    }
    let wanted = chart.min.x + chart.width() * if x > chart.max.x { 0.2 } else { 0.8 };
    layout.scale = layout.scale.panned(wanted - x);
    actions.push(Action::SetTimeScale(layout.scale));
}

/// Brings the row of an item into view.
fn reveal(id: &Id, layout: &mut Layout, view: &View, actions: &mut Vec<Action>) {
    let of_site = |row: &Id| {
        let activity = view.plan.activities().find(row);
        activity.is_some_and(|activity| activity.site.as_deref() == Some(id))
    };
    let heads = |kind: &RowKind| matches!(kind, RowKind::Group { group: Some(g), .. } if g == id);
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
    if exact.is_some() {
        reveal_days(id, layout, view, actions);
    }
    let top = row as f32 * Layout::ROW;
    let room = layout.body().height();
    if top < layout.scroll || top + Layout::ROW > layout.scroll + room {
        let most = layout.max_scroll(view.rows.len());
        layout.scroll = (top - room / 2.0).clamp(0.0, most);
        actions.push(Action::ScrollTimeline(layout.scroll));
    }
}

/// Brings a bar into view that lies beyond the chart, before or after its days.
fn reveal_days(id: &Id, layout: &mut Layout, view: &View, actions: &mut Vec<Action>) {
    let span = bar_dates(view.plan, view.schedule, id);
    let Some(span) = span.filter(|span| span.start.or(span.end).is_some()) else { return };
    let (bar, chart) = (layout.span_rect(span, 0), layout.chart());
    let middle = bar.center().x.clamp(bar.min.x, bar.max.x);
    if bar.max.x < chart.min.x || bar.min.x > chart.max.x {
        layout.scale = layout.scale.panned(chart.center().x - middle);
        actions.push(Action::SetTimeScale(layout.scale));
    }
}
