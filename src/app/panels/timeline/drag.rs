//! A drag of bars: it follows the pointer wherever that goes, and ends with the
//! button.

use eframe::egui::{Event, Key, PointerButton, Pos2, Rect, Ui};

use super::moving::{BarPart, Moving};
use super::tip::{AtPress, Told};
use super::{edges, snap};
use crate::app::action::Action;
use crate::app::view::View;
use crate::draw::timeline::Layout;
use crate::plan::Id;

/// How far the pointer must go before anything moves, in points.
const THRESHOLD: f32 = 4.0;

/// A drag of bars, from press to release.
pub struct Drag {
    pub(super) moving: Moving,
    /// Where the button was pressed, in the window.
    origin: Pos2,
    /// The instant under the pointer at the press, in days since 1970.
    grabbed_at: f64,
    /// Whether the pointer has gone far enough for a drag.
    has_begun: bool,
    /// Given up with Esc or the other button, though the button is still held.
    is_cancelled: bool,
    /// The edges of other things that the bar lies at, as days since 1970.
    pub(super) guides: Vec<i64>,
    pub(super) at_press: AtPress,
    pub(super) told: Option<Told>,
}

impl Drag {
    /// Takes hold of a bar, at an instant in days since 1970.
    pub(super) fn begin(
        bar: &Id,
        part: BarPart,
        origin: Pos2,
        grabbed_at: f64,
        view: &View,
    ) -> Drag {
        Drag {
            moving: Moving::begin(bar, part, view),
            origin,
            grabbed_at,
            has_begun: false,
            is_cancelled: false,
            guides: Vec::new(),
            at_press: AtPress::of(view),
            told: None,
        }
    }

    /// Gives the drag up; nothing happens until the button is released.
    pub fn cancel(&mut self) {
        self.is_cancelled = true;
    }

    /// Whether bars are on their way.
    pub(super) fn is_live(&self) -> bool {
        self.has_begun && !self.is_cancelled
    }

    /// Follows the pointer for a frame. False when the drag is over.
    pub(super) fn go_on(
        &mut self,
        ui: &Ui,
        rect: Rect,
        layout: &mut Layout,
        view: &View,
        actions: &mut Vec<Action>,
    ) -> bool {
        if was_given_up(ui) && !self.is_cancelled {
            self.cancel();
            actions.push(Action::CancelGesture);
        }
        // Where the pointer has left the window for good, the bars stay.
        let (pointer, alt) = ui.input(|input| (input.pointer.latest_pos(), input.modifiers.alt));
        if let Some(pointer) = pointer {
            self.has_begun |= pointer.distance(self.origin) > THRESHOLD;
            if self.is_live() {
                let room = self.moving.room();
                edges::scroll(ui, rect, layout, self.origin, room, view, actions);
                self.follow(layout.days_at(pointer.x - rect.min.x), alt, layout, view, actions);
            }
        }
        let is_over = is_released(ui);
        if is_over && !self.is_cancelled {
            actions.push(Action::FinishGesture);
        }
        !is_over
    }

    fn follow(
        &mut self,
        at: f64,
        alt: bool,
        layout: &Layout,
        view: &View,
        actions: &mut Vec<Action>,
    ) {
        let (days, edges) = (at - self.grabbed_at, self.moving.edges());
        // Alt keeps a bar from being drawn anywhere: it lies on whole days all the same.
        let magnets = if alt { Vec::new() } else { snap::magnets(&self.moving, layout, view) };
        let days = snap::snapped(days, &edges, &magnets, layout.scale.per_day);
        if self.moving.move_by(days) {
            let (label, command) = self.moving.edit();
            actions.push(Action::Gesture(label, command));
        }
        self.guides = snap::guides(self.moving.days(), &edges, &magnets);
    }
}

/// Esc, the other button, or another window in front: what is held with the button
/// is given up.
pub(super) fn was_given_up(ui: &Ui) -> bool {
    ui.input(|input| {
        input.key_pressed(Key::Escape)
            || input.pointer.button_pressed(PointerButton::Secondary)
            || input.events.iter().any(|event| matches!(event, Event::WindowFocused(false)))
    })
}

/// Whether the button is no longer held. One that is pressed again was released
/// where nobody told us.
pub(super) fn is_released(ui: &Ui) -> bool {
    ui.input(|input| {
        !input.pointer.primary_down() || input.pointer.button_pressed(PointerButton::Primary)
    })
}
