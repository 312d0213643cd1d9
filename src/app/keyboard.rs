//! The keys of a frame, as actions.

use eframe::egui::{Context, Key};

use super::action::Action;
use super::panels::timeline::Hold;
use super::{Window, focus, shortcuts};

impl Window {
    pub(super) fn keyboard(&mut self, ctx: &Context) {
        if self.dialog.is_some() {
            return;
        }
        let typing = ctx.text_edit_focused();
        let taken = if typing { &[] } else { focus::taken(ctx) };
        self.map_keys(ctx);
        let mut actions = shortcuts::pressed(ctx, typing, taken);
        // Not consumed: a drag and a text field have their own use for it.
        let escape = ctx.input(|input| input.key_pressed(Key::Escape));
        // It leaves a field, and egui takes the focus away before we see the key.
        let is_held = self.hold.as_ref().is_some_and(Hold::is_pressed);
        let in_link = self.view.links.chosen.is_some();
        if escape && !typing && !self.was_typing && !is_held && !in_link {
            actions.push(Action::SelectNothing);
        }
        if typing && !actions.is_empty() {
            // What is being typed counts for what was asked for: the field is left
            // first, and the plan has its text by the end of the frame.
            self.leave_field(ctx);
            self.after_typing = actions;
        } else {
            self.act(ctx, actions);
        }
    }

    pub(super) fn leave_field(&self, ctx: &Context) {
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
    }
}
