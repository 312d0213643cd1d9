//! The map parted by a divider: a moment or track left, another one right.

use eframe::egui::{
    Align2, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::chart::Chart;
use super::picture::Side;
use super::{WINDOW, ground_id, navigate};
use crate::app::action::Action;
use crate::app::convert::{color32, font_id};
use crate::app::mapping::{Compared, MapAction, SwipeAction};
use crate::app::view::View;
use crate::draw::Furniture;
use crate::i18n::date_long;
use crate::scene::{Face, Font};

/// How far from the middle of the divider it can be taken hold of, in points.
const GRIP: f32 = 7.0;
/// How far an arrow moves the divider, in points; with Shift farther.
const STEP: f32 = 8.0;
const LARGE_STEP: f32 = 64.0;
const LABEL: Font = Font::new(Face::SemiBold, 15.0);

/// What each side shows, and where.
pub(super) fn sides<'a>(chart: &Chart, view: &View<'a>) -> Vec<(View<'a>, Rect)> {
    let Some(swipe) = &view.state.map.swipe else { return vec![(view.clone(), chart.rect)] };
    let cut = cut(chart, swipe.share);
    let areas = chart.rect.split_left_right_at_x(cut);
    let sides = swipe.sides(view.track, view.moment).into_iter().zip([areas.0, areas.1]);
    let side = |((track, moment), area)| {
        let now = view.schedule.now(track, moment);
        (View { track, moment, now, ..view.clone() }, area)
    };
    sides.map(side).collect()
}

/// Each side has its date at its own top.
pub(super) fn furniture(view: &View) -> Furniture {
    Furniture { date: view.state.map.swipe.is_none(), ..WINDOW }
}

fn cut(chart: &Chart, share: f32) -> f32 {
    chart.rect.left() + (chart.rect.width() * share).round()
}

/// The divider, and what each side shows.
pub(super) fn divider(
    ui: &Ui,
    chart: &Chart,
    sides: &[Side],
    view: &View,
    actions: &mut Vec<Action>,
) {
    let (Some(swipe), [left, right]) = (&view.state.map.swipe, sides) else { return };
    let x = cut(chart, swipe.share);
    let area = Rect::from_x_y_ranges(x - GRIP..=x + GRIP, chart.rect.y_range());
    let id = ground_id().with("divider");
    let response = ui.interact(area, id, Sense::click_and_drag());
    let name = view.words.text("swipe-divider");
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &name));
    let percent = f64::from(swipe.share * 100.0).round();
    ui.ctx().accesskit_node_builder(id, |node| node.set_numeric_value(percent));
    let mut to = None;
    if response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    if response.dragged() {
        to = response.interact_pointer_pos().map(|at| at.x);
    }
    if response.has_focus() {
        let step = navigate::arrows(ui, &response).x;
        let large = ui.input(|input| input.modifiers.shift);
        if step != 0.0 {
            to = Some(x + step * if large { LARGE_STEP } else { STEP });
        }
    }
    if let Some(to) = to {
        let share = (to - chart.rect.left()) / chart.rect.width();
        actions.push(Action::Map(MapAction::Compare(SwipeAction::Divide(share))));
    }
    let is_active = response.hovered() || response.dragged() || response.has_focus();
    paint(ui, chart, x, is_active, view);
    for (side, towards) in [(left, -1.0), (right, 1.0)] {
        label(ui, chart, x, side, towards, swipe.compared);
    }
}

fn paint(ui: &Ui, chart: &Chart, x: f32, is_active: bool, view: &View) {
    let painter = ui.painter_at(chart.rect);
    let style = view.style;
    let (line, knob) = match is_active {
        true => (color32(style.accent), color32(style.accent)),
        false => (color32(style.text), color32(style.panel)),
    };
    painter.vline(x, chart.rect.y_range(), Stroke::new(4.0, color32(style.panel.faded(0.8))));
    painter.vline(x, chart.rect.y_range(), Stroke::new(1.6, line));
    let middle = pos2(x, chart.rect.center().y);
    painter.circle(middle, 11.0, knob, Stroke::new(1.6, line));
    let ink = color32(if is_active { style.panel } else { style.text });
    for side in [-1.0, 1.0] {
        let tip = middle + vec2(side * 7.0, 0.0);
        let wing = |y: f32| tip + vec2(-side * 3.5, y);
        painter.line(vec![wing(-3.5), tip, wing(3.5)], Stroke::new(1.6, ink));
    }
}

/// `31 octobre 2023` and the track, beside the divider at the top.
fn label(ui: &Ui, chart: &Chart, x: f32, side: &Side, towards: f32, compared: Compared) {
    let View { words, style, track, moment, .. } = &side.view;
    let date = date_long(moment.day(), words.lang());
    let track = words.word("track", track.as_word());
    let text = match compared {
        Compared::Dates => date,
        Compared::Tracks => format!("{track}  ·  {date}"),
    };
    let painter = ui.painter_at(side.area);
    let (text_color, fill) = (color32(style.text), color32(style.panel.faded(0.94)));
    let galley = painter.layout_no_wrap(text, font_id(LABEL), text_color);
    let size = galley.size() + vec2(16.0, 8.0);
    let anchor = if towards < 0.0 { Align2::RIGHT_TOP } else { Align2::LEFT_TOP };
    // A line for the marking is above it.
    let at = pos2(x + towards * 10.0, chart.rect.top() + 26.0);
    let ground = anchor.anchor_size(at, size);
    let rim = Stroke::new(1.0, color32(style.line));
    painter.rect(ground, 4.0, fill, rim, StrokeKind::Inside);
    painter.galley(ground.min + vec2(8.0, 4.0), galley, text_color);
}
