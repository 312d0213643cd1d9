//! The panel below the map: the bar of playback, and the tab that is chosen.

use eframe::egui::{Context, Panel, Ui};

use super::action::Action;
use super::state::BottomTab;
use super::view::View;
use super::{Window, panels};

impl Window {
    pub(super) fn bottom(&mut self, ui: &mut Ui, ctx: &Context) {
        let most = (ui.available_height() * 0.7).max(160.0);
        let usual = (ui.available_height() * 0.4).clamp(300.0, 400.0);
        let panel =
            Panel::bottom("timeline").resizable(true).default_size(usual).size_range(120.0..=most);
        panel.show(ui, |ui| {
            let mut actions = Vec::new();
            self.with_view(|view| panels::playback::show(ui, view, &mut actions));
            self.act(ctx, actions);
            ui.add_space(4.0);
            // The panel is as high as it was made, however little a tab shows.
            ui.take_available_height();
            match self.view.tab {
                BottomTab::Timeline => self.timeline(ui, ctx),
                BottomTab::Tables => self.table(ui, ctx),
                BottomTab::Tasks => self.board(ui, ctx, panels::boards::tasks),
                BottomTab::Risks => self.board(ui, ctx, panels::boards::risks),
                BottomTab::Problems => self.problem_list(ui, ctx),
            }
        });
    }

    fn board(&mut self, ui: &mut Ui, ctx: &Context, show: fn(&mut Ui, &View, &mut Vec<Action>)) {
        let mut actions = Vec::new();
        self.with_view(|view| show(ui, view, &mut actions));
        self.act(ctx, actions);
    }

    fn problem_list(&mut self, ui: &mut Ui, ctx: &Context) {
        let mut actions = Vec::new();
        let places = self.listed_problems();
        let texts = self.problem_texts();
        self.with_view(|view| {
            panels::problems::show(ui, &places, &texts, view, &mut actions);
        });
        self.act(ctx, actions);
    }

    fn table(&mut self, ui: &mut Ui, ctx: &Context) {
        let mut actions = Vec::new();
        let rows = self.table_rows();
        self.with_view(|view| panels::tables::show(ui, &rows, view, &mut actions));
        self.act(ctx, actions);
    }

    fn timeline(&mut self, ui: &mut Ui, ctx: &Context) {
        let mut actions = Vec::new();
        // The lines of playhead and deadline run on into the timeline.
        ui.spacing_mut().item_spacing.y = 0.0;
        let strip = self
            .strength_open
            .then(|| self.with_view(|view| panels::strength::interact(ui, view, &mut actions)));
        self.act(ctx, std::mem::take(&mut actions));
        let mut hold = self.hold.take();
        let area =
            self.with_view(|view| panels::timeline::interact(ui, &mut hold, view, &mut actions));
        self.act(ctx, actions);
        if let Some(strip) = strip {
            let curves = self.curves();
            self.with_view(|view| {
                panels::strength::paint(ui, &strip, area.layout(), &curves, view);
            });
        }
        self.with_view(|view| panels::timeline::paint(ui, &area, &mut hold, view));
        self.hold = hold;
    }
}
