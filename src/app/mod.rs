//! The window. It reads input into actions, carries them out, and draws.
//!
//! Within a frame the order is: keys, clock, timeline, then everything that is
//! drawn from the plan. So a bar that is dragged moves map and checks in the
//! same frame.

mod action;
mod actuals;
mod bar_acts;
mod base;
mod boards;
mod bottom;
mod cache;
mod cache_keys;
mod chapters;
mod commands;
mod comparing;
mod convert;
mod date_field;
mod derived;
mod dialogs;
mod dispatch;
mod document;
mod editing;
mod export_choices;
mod exports;
mod files;
mod focus;
mod keyboard;
mod keyed;
mod launch;
mod layer_files;
mod layers;
mod links;
mod look;
mod mapping;
mod merging;
mod new_plan;
mod odds;
mod paint;
mod panels;
mod pictures;
mod places;
mod playback;
mod present;
mod problem_list;
mod problems;
mod saving_paths;
mod seen;
mod selection;
mod shortcuts;
mod sides;
mod state;
mod stepping;
mod steps;
mod table_acts;
mod table_pasting;
mod tables;
mod theatres;
mod thumbnails;
mod title;
mod typed_field;
mod versions;
mod view;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Context, Panel, Ui};

use self::action::Action;
use self::cache::Cache;
use self::cache_keys::TheatreKey;
use self::dialogs::{Dialog, Pending, SystemPicker};
use self::document::Document;
use self::export_choices::ExportChoices;
use self::exports::Export;
use self::files::FileNotes;
use self::layer_files::LayerFiles;
use self::new_plan::Making;
use self::odds::OddsState;
use self::panels::timeline::Hold;
use self::present::{Motion, Presentation};
use self::state::ViewState;
use self::tables::Tables;
use self::theatres::Theatres;
use self::thumbnails::Thumbnails;
use crate::draw::timeline::Rows;
use crate::draw::{Style, Theme};
use crate::geo::{LonLat, MapView};
use crate::i18n::Lang;
use crate::settings::Settings;

pub use self::launch::{Launch, prepare, run};

/// The program with its window, apart from the window itself: tests run it
/// without one.
pub struct Window {
    document: Document,
    /// Grows with each plan that is opened, so that caches tell them apart.
    document_number: u64,
    view: ViewState,
    tables: Tables,
    settings: Settings,
    settings_path: Option<PathBuf>,
    cache: Cache,
    theatres: Theatres,
    making: Making,
    layer_files: LayerFiles,
    dialog: Option<Dialog>,
    /// What closing a failure leads back to.
    behind: Option<Dialog>,
    picker: Option<SystemPicker>,
    system_dialogs: bool,
    hold: Option<Hold>,
    odds: OddsState,
    /// Files that are being written.
    exports: Vec<Export>,
    last_export: u64,
    /// What was exported last, and where to.
    export_choices: Option<Box<ExportChoices>>,
    export_folder: Option<PathBuf>,
    /// The rows as they were when a gesture began: they keep their order in it.
    frozen_rows: Option<Arc<Rows>>,
    /// The map as it was last drawn.
    map_view: Option<MapView>,
    pointer: Option<LonLat>,
    outline_open: bool,
    inspector_open: bool,
    strength_open: bool,
    focus_search: bool,
    /// A short message, and since when it is shown.
    message: Option<(String, Option<f64>)>,
    after_save: Option<Pending>,
    quitting: bool,
    applied_look: Option<(Theme, f32)>,
    shown_title: String,
    /// What was noticed about the open file and its theatre, in words.
    file_notes: FileNotes,
    noted: Option<(u64, TheatreKey, Lang)>,
    /// What was asked for while a text field had the focus: done once it is left.
    after_typing: Vec<Action>,
    /// Whether a text field had the focus at the end of the last frame: an Esc that
    /// leaves it is for the field alone.
    was_typing: bool,
    /// The language to be kept as a preference, where the window speaks another
    /// one for this sitting alone.
    kept_lang: Option<Lang>,
    /// The presentation under way.
    presentation: Option<Presentation>,
    /// Whether the system asks for less motion.
    motion: Motion,
    thumbnails: Thumbnails,
}

impl Window {
    pub fn new(launch: Launch) -> Window {
        let document = Document::bundled();
        let lang = launch.lang.unwrap_or(launch.settings.lang);
        let mut window = Window {
            view: ViewState::of(document.plan()),
            document,
            document_number: 0,
            tables: Tables::default(),
            settings: Settings { lang, ..launch.settings.clone() },
            settings_path: launch.settings_path,
            cache: Cache::default(),
            theatres: Theatres::default(),
            making: Making::default(),
            layer_files: LayerFiles::default(),
            dialog: None,
            behind: None,
            picker: None,
            system_dialogs: launch.system_dialogs,
            hold: None,
            odds: OddsState::default(),
            exports: Vec::new(),
            last_export: 0,
            export_choices: None,
            export_folder: None,
            frozen_rows: None,
            map_view: None,
            pointer: None,
            outline_open: true,
            inspector_open: true,
            strength_open: true,
            focus_search: false,
            message: None,
            after_save: None,
            quitting: false,
            applied_look: None,
            shown_title: String::new(),
            file_notes: FileNotes::default(),
            noted: None,
            after_typing: Vec::new(),
            was_typing: false,
            kept_lang: launch.lang.map(|_| launch.settings.lang),
            presentation: None,
            motion: Motion::default(),
            thumbnails: Thumbnails::default(),
        };
        if let Some(path) = launch.plan {
            window.open_path(&path);
        }
        window
    }

    /// One frame.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.poll_exports(&ctx);
        self.follow_layer_files();
        self.follow_theatre(&ctx);
        self.poll_new_plan(&ctx);
        if self.presentation.is_some() {
            self.present(ui, &ctx);
            self.title_and_close(&ctx);
            return;
        }
        self.apply_look(&ctx);
        // A file that was chosen opens another plan: not while this one is presented.
        self.poll_picker(&ctx);
        self.dropped_files(&ctx);
        self.keyboard(&ctx);
        self.clock(&ctx);
        self.poll_odds(&ctx);
        self.view.hovered = self.view.next_hovered.take();
        self.view.links.pointed = self.view.links.next_pointed.take();
        let derived = self.derived();
        self.follow_selection(&derived);
        self.view.reveal = self.view.next_reveal.take();

        let mut actions = Vec::new();
        Panel::top("menus").show(ui, |ui| {
            self.with_view(|view| {
                panels::top::show(ui, view, &mut actions);
            })
        });
        let pointer = self.pointer;
        Panel::bottom("status").show(ui, |ui| {
            self.with_view(|view| {
                panels::status::show(ui, pointer, view, &mut actions);
            })
        });
        self.act(&ctx, actions);
        self.show_exports(ui, &ctx);
        self.bottom(ui, &ctx);
        self.sides(ui, &ctx);
        self.map(ui, &ctx);
        self.focus_search = false;
        self.view.shown_moment = Some(self.view.playback.moment());
        let queued = std::mem::take(&mut self.after_typing);
        self.act(&ctx, queued);
        let links = &self.view.links;
        if self.view.next_reveal.is_some()
            || self.view.next_hovered != self.view.hovered
            || links.next_pointed != links.pointed
        {
            ctx.request_repaint();
        }
        let mut actions = Vec::new();
        let in_dialog = self.dialog.is_some();
        self.with_view(|view| {
            if !in_dialog {
                panels::links::popup(&ctx, view, &mut actions);
            }
            panels::odds::window(&ctx, view, &mut actions);
        });
        self.act(&ctx, actions);
        self.dialogs(&ctx);
        self.was_typing = ctx.text_edit_focused();
        self.title_and_close(&ctx);
        if self.view.playback.is_playing() {
            ctx.request_repaint();
        }
    }

    fn apply_look(&mut self, ctx: &Context) {
        let wanted = (self.settings.theme, self.settings.size);
        if self.applied_look != Some(wanted) {
            look::apply(ctx, &Style::of(self.settings.theme));
            ctx.set_zoom_factor(self.settings.size);
            self.applied_look = Some(wanted);
        }
    }

    fn clock(&mut self, ctx: &Context) {
        let horizon = self.derived().horizon;
        self.view.playback.set_horizon(horizon);
        // A frame that took long does not make the playhead jump.
        let seconds = ctx.input(|input| f64::from(input.stable_dt.min(0.1)));
        let before = self.day();
        self.view.playback.advance(seconds);
        if self.is_playing() && self.day() != before {
            self.reveal_phase(before);
        }
    }

    fn open(&mut self, dialog: Dialog) {
        self.view.playback.pause();
        self.dialog = Some(dialog);
    }

    fn keep_settings(&self) {
        if let Some(path) = &self.settings_path {
            let lang = self.kept_lang.unwrap_or(self.settings.lang);
            // Preferences that cannot be kept are no reason to disturb anyone.
            let _ = Settings { lang, ..self.settings.clone() }.save(path);
        }
    }
}
