//! What the keys do to the bar that has the focus.

use eframe::egui::{EventFilter, Key, Modifiers, Response, Ui};

use super::bar::widget;
use super::hold::Hold;
use super::moving::{BarPart, Moving};
use super::pick;
use crate::app::action::{Action, SelectHow};
use crate::app::bar_acts::BarAction;
use crate::app::view::View;
use crate::calendar::Span;
use crate::draw::timeline::bar_dates;
use crate::plan::Id;

/// Presses of a key that follow each other within so many seconds are one step.
const HELD_SECS: f64 = 1.0;

/// Bars that are moved by keys, for as long as one press soon follows another.
pub struct KeyMoves {
    pub(super) moving: Moving,
    /// When a key was pressed last, in seconds.
    pressed_at: f64,
}

impl KeyMoves {
    /// False when the step is done: after a second, or when a button is pressed.
    pub(super) fn go_on(&self, ui: &Ui, actions: &mut Vec<Action>) -> bool {
        let left = self.pressed_at + HELD_SECS - ui.input(|input| input.time);
        if left > 0.0 && !ui.input(|input| input.pointer.any_pressed()) {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
            return true;
        }
        actions.push(Action::FinishGesture);
        false
    }
}

/// Keys for a bar that has the focus: Alt with the arrows moves it, with Shift its
/// end; Ctrl and Shift move its start; Tab and the other arrows go to another bar;
/// Enter opens its dates.
pub(super) fn act(
    ui: &Ui,
    response: &Response,
    bar: &Id,
    hold: &mut Option<Hold>,
    view: &View,
    actions: &mut Vec<Action>,
) {
    // At the first and the last bar, Tab leads on out of the timeline.
    let is_inner = neighbour(bar, -1, view).is_some() && neighbour(bar, 1, view).is_some();
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        tab: is_inner,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    for (modifiers, part) in [
        (Modifiers::ALT, BarPart::Middle),
        (Modifiers::ALT | Modifiers::SHIFT, BarPart::End),
        (Modifiers::CTRL | Modifiers::SHIFT, BarPart::Start),
    ] {
        let days = presses(ui, modifiers, Key::ArrowRight) - presses(ui, modifiers, Key::ArrowLeft);
        if days != 0 {
            nudge(ui, bar, part, days, hold, view, actions);
        }
    }
    walk(ui, bar, is_inner, view, actions);
    if presses(ui, Modifiers::NONE, Key::Enter) > 0 {
        actions.push(Action::Select(bar.clone(), SelectHow::Only));
        actions.push(Action::Bars(BarAction::TypeDates(Some(bar.clone()))));
    }
}

/// How often a key was pressed in this frame with exactly these modifiers.
fn presses(ui: &Ui, modifiers: Modifiers, key: Key) -> i64 {
    ui.input(|input| {
        let held = input.modifiers;
        let fits = held.alt == modifiers.alt
            && held.shift == modifiers.shift
            && held.command == modifiers.ctrl;
        if fits { input.num_presses(key) as i64 } else { 0 }
    })
}

/// Moves a bar, and with it what is selected; on from the last press if that was
/// not long ago.
fn nudge(
    ui: &Ui,
    bar: &Id,
    part: BarPart,
    days: i64,
    hold: &mut Option<Hold>,
    view: &View,
    actions: &mut Vec<Action>,
) {
    if hold.as_ref().is_some_and(Hold::is_pressed) {
        return;
    }
    let now = ui.input(|input| input.time);
    let under_way = match hold.take() {
        Some(Hold::Keys(keys))
            if keys.moving.is_of(bar, part, view) && view.journal.in_gesture() =>
        {
            Some(keys.moving)
        }
        _ => None,
    };
    let mut moving = under_way.unwrap_or_else(|| {
        actions.push(Action::FinishGesture);
        Moving::begin(bar, part, view)
    });
    if moving.move_by(moving.days() + days) {
        let (label, command) = moving.edit();
        actions.push(Action::Gesture(label, command));
    }
    actions.push(Action::Bars(BarAction::Reveal(bar.clone())));
    *hold = Some(Hold::Keys(KeyMoves { moving, pressed_at: now }));
}

/// Goes to another bar: with Tab and the arrows it alone is selected, with Shift
/// and the arrows all up to it, with Ctrl none is.
fn walk(ui: &Ui, bar: &Id, tab: bool, view: &View, actions: &mut Vec<Action>) {
    let held = ui.input(|input| input.modifiers);
    let (down, up) = (Key::ArrowDown, Key::ArrowUp);
    let arrows = |modifiers| presses(ui, modifiers, down) - presses(ui, modifiers, up);
    let by_tab = presses(ui, Modifiers::NONE, Key::Tab) - presses(ui, Modifiers::SHIFT, Key::Tab);
    let by = match (held.shift, held.command) {
        _ if tab && by_tab != 0 => by_tab,
        (true, false) => arrows(Modifiers::SHIFT),
        (false, true) => arrows(Modifiers::CTRL),
        _ => arrows(Modifiers::NONE),
    };
    let Some(next) = (by != 0).then(|| neighbour(bar, by.signum(), view)).flatten() else { return };
    ui.memory_mut(|memory| memory.request_focus(widget(ui, next)));
    if held.command {
        actions.push(Action::Bars(BarAction::Reveal(next.clone())));
    } else if by_tab != 0 {
        actions.push(Action::Select(next.clone(), SelectHow::Only));
    } else {
        pick(ui, next, actions);
    }
}

/// The next bar below, or above for a negative direction.
fn neighbour<'a>(bar: &Id, direction: i64, view: &View<'a>) -> Option<&'a Id> {
    let at = view.rows.iter().position(|row| row.item() == Some(bar))?;
    let dates = |id: &Id| bar_dates(view.plan, view.schedule, id);
    let has_bar = |id: &&Id| dates(id).and_then(Span::closed).is_some();
    match direction > 0 {
        true => view.rows[at + 1..].iter().filter_map(|row| row.item()).find(has_bar),
        false => view.rows[..at].iter().rev().filter_map(|row| row.item()).find(has_bar),
    }
}
