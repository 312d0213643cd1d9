//! The panels beside the map, the exports under way, and the dialog over it all.

use eframe::egui::{Context, Panel, Ui};

use super::{Window, dialogs, panels};

impl Window {
    pub(super) fn sides(&mut self, ui: &mut Ui, ctx: &Context) {
        let mut actions = Vec::new();
        let focus_search = self.focus_search;
        let outline =
            Panel::left("outline").resizable(true).default_size(240.0).size_range(160.0..=420.0);
        if self.outline_open {
            outline.show(ui, |ui| {
                self.with_view(|view| {
                    panels::outline::show(ui, focus_search, view, &mut actions);
                })
            });
        }
        let inspector =
            Panel::right("inspector").resizable(true).default_size(320.0).size_range(220.0..=520.0);
        if self.inspector_open {
            inspector.show(ui, |ui| {
                self.with_view(|view| {
                    panels::inspector::show(ui, view, &mut actions);
                })
            });
        }
        self.act(ctx, actions);
    }

    pub(super) fn show_exports(&mut self, ui: &mut Ui, ctx: &Context) {
        if self.exports.is_empty() {
            return;
        }
        let mut actions = Vec::new();
        let exports = std::mem::take(&mut self.exports);
        Panel::bottom("exports").show(ui, |ui| {
            self.with_view(|view| panels::exports::show(ui, &exports, view, &mut actions))
        });
        self.exports = exports;
        self.act(ctx, actions);
    }

    pub(super) fn dialogs(&mut self, ctx: &Context) {
        let Some(mut dialog) = self.dialog.take() else { return };
        let mut actions = Vec::new();
        self.with_view(|view| dialogs::show(ctx, &mut dialog, view, &mut actions));
        self.dialog = Some(dialog);
        self.act(ctx, actions);
    }
}
