//! The window. It reads input into actions, carries them out, and draws.
//!
//! Within a frame the order is: keys, clock, timeline, then everything that is
//! drawn from the plan. So a bar that is dragged moves map and checks in the
//! same frame.

mod action;
mod actuals;
mod bar_acts;
mod boards;
mod bottom;
mod cache;
mod chapters;
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
mod layer_files;
mod layers;
mod links;
mod look;
mod merging;
mod new_plan;
mod odds;
mod paint;
mod panels;
mod pictures;
mod playback;
mod present;
mod problem_list;
mod problems;
mod shortcuts;
mod state;
mod steps;
mod table_acts;
mod tables;
mod theatres;
mod thumbnails;
mod typed_field;
mod versions;
mod view;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, Context, Panel, Ui, ViewportCommand};

use self::action::Action;
use self::cache::{Cache, TheatreKey};
use self::dialogs::{Dialog, Pending, SystemPicker};
use self::document::Document;
use self::export_choices::ExportChoices;
use self::exports::Export;
use self::files::FileNotes;
use self::layer_files::LayerFiles;
use self::odds::OddsState;
use self::panels::timeline::Hold;
use self::present::{Motion, Presentation};
use self::state::ViewState;
use self::tables::Tables;
use self::theatres::Theatres;
use self::thumbnails::Thumbnails;
use crate::draw::timeline::Row;
use crate::draw::{Style, Theme};
use crate::geo::{LonLat, MapView, ViewSize};
use crate::i18n::{Lang, Names, words};
use crate::plan::Plan;
use crate::settings::Settings;

/// How the window starts.
pub struct Launch {
    /// The plan to open; None: the bundled one.
    pub plan: Option<PathBuf>,
    pub settings: Settings,
    /// The language of this sitting, where it is not the preferred one.
    pub lang: Option<Lang>,
    /// Where preferences are kept; None: nowhere.
    pub settings_path: Option<PathBuf>,
    /// Whether the system's file dialogs are asked first.
    pub system_dialogs: bool,
}

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
    frozen_rows: Option<Arc<Vec<Row>>>,
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
    /// The bar of the timeline that has the focus.
    focused_bar: Option<egui::Id>,
    /// The language to be kept as a preference, where the window speaks another
    /// one for this sitting alone.
    kept_lang: Option<Lang>,
    /// The presentation under way.
    presentation: Option<Presentation>,
    /// Whether the system asks for less motion.
    motion: Motion,
    thumbnails: Thumbnails,
}

/// Opens the window and returns when it is closed.
pub fn run(launch: Launch) -> Result<(), eframe::Error> {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Decamp")
        .with_app_id("decamp")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([800.0, 560.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native(
        "Decamp",
        options,
        Box::new(|creation| {
            prepare(&creation.egui_ctx);
            let mut window = Window::new(launch);
            window.motion = Motion::of_system();
            Ok(Box::new(window))
        }),
    )
}

/// Puts the bundled fonts into a context, before its first frame.
pub fn prepare(ctx: &Context) {
    look::install(ctx);
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.note_screens(frame);
        self.show(ui);
    }
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
            focused_bar: None,
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

    /// The plan as it is shown now, a branch or the plan itself: what tests look at.
    pub fn plan(&self) -> &Arc<Plan> {
        self.document.plan()
    }

    /// The plan itself with its branches, whatever is shown.
    pub fn whole_plan(&self) -> &Arc<Plan> {
        self.document.whole()
    }

    /// The day the playhead stands on.
    pub fn day(&self) -> crate::calendar::Day {
        self.view.playback.moment().day()
    }

    /// What was noticed about the open file and its theatre, in words.
    pub fn notes(&self) -> &[String] {
        &self.file_notes.texts
    }

    /// The part of the map that is shown.
    pub fn map_camera(&self) -> Option<crate::geo::Camera> {
        Some(self.map_view?.camera())
    }

    pub fn is_saved(&self) -> bool {
        self.document.journal().is_saved()
    }

    pub fn is_playing(&self) -> bool {
        self.view.playback.is_playing()
    }

    pub fn selected(&self) -> impl Iterator<Item = &crate::plan::Id> {
        self.view.selected.iter()
    }

    /// One frame.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        if self.presentation.is_some() {
            self.poll_exports(&ctx);
            self.present(ui, &ctx);
            self.title_and_close(&ctx);
            return;
        }
        self.apply_look(&ctx);
        let focused_bar = panels::timeline::focused_bar();
        let noted: Option<Option<egui::Id>> = ctx.data_mut(|data| data.remove_temp(focused_bar));
        self.focused_bar = noted.flatten();
        self.poll_picker(&ctx);
        self.poll_exports(&ctx);
        self.follow_layer_files();
        self.follow_theatre(&ctx);
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

    fn show_exports(&mut self, ui: &mut Ui, ctx: &Context) {
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

    fn apply_look(&mut self, ctx: &Context) {
        let wanted = (self.settings.theme, self.settings.size);
        if self.applied_look != Some(wanted) {
            look::apply(ctx, &Style::of(self.settings.theme));
            ctx.set_zoom_factor(self.settings.size);
            self.applied_look = Some(wanted);
        }
    }

    fn keyboard(&mut self, ctx: &Context) {
        if self.dialog.is_some() {
            return;
        }
        let typing = ctx.text_edit_focused();
        let focused = ctx.memory(|memory| memory.focused());
        let taken = match focused.filter(|_| !typing) {
            Some(id) if id == panels::tables::ground_id() => shortcuts::TAKEN_BY_TABLE,
            Some(id) if Some(id) != self.focused_bar => shortcuts::TAKEN_BY_WIDGET,
            _ => &[],
        };
        let mut actions = shortcuts::pressed(ctx, typing, taken);
        // Not consumed: a drag and a text field have their own use for it.
        let escape = ctx.input(|input| input.key_pressed(egui::Key::Escape));
        // It leaves a field, and egui takes the focus away before we see the key.
        let is_held = self.hold.as_ref().is_some_and(Hold::is_pressed);
        let in_link = self.view.links.draw.is_some() || self.view.links.chosen.is_some();
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

    fn leave_field(&self, ctx: &Context) {
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
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

    fn sides(&mut self, ui: &mut Ui, ctx: &Context) {
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

    fn dialogs(&mut self, ctx: &Context) {
        let Some(mut dialog) = self.dialog.take() else { return };
        let mut actions = Vec::new();
        self.with_view(|view| dialogs::show(ctx, &mut dialog, view, &mut actions));
        self.dialog = Some(dialog);
        self.act(ctx, actions);
    }

    fn title_and_close(&mut self, ctx: &Context) {
        let lang = self.settings.lang;
        let name = self.document_name();
        let mark = if self.is_saved() { "" } else { " •" };
        let whole = self.document.whole();
        let branch = self.document.branch().map(|id| Names::new(whole, lang).item(id));
        let branch = branch.map_or_else(String::new, |branch| format!(" — {branch}"));
        let title = format!("Decamp — {name}{branch}{mark}");
        if self.shown_title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
        let asked = ctx.input(|input| input.viewport().close_requested());
        if asked && !self.quitting && ctx.text_edit_focused() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.leave_field(ctx);
            self.after_typing.push(Action::Quit);
        } else if asked && !self.quitting && self.must_ask_before_quitting() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.act(ctx, [Action::Quit]);
        } else if self.quitting && !asked {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        self.fade_message(ctx);
        self.note_file(lang);
    }

    fn must_ask_before_quitting(&self) -> bool {
        !self.is_saved() || !self.exports.is_empty()
    }

    /// A short message is there for a few seconds.
    fn fade_message(&mut self, ctx: &Context) {
        const SECONDS: f64 = 4.0;
        let now = ctx.input(|input| input.time);
        let Some((_, since)) = &mut self.message else { return };
        let left = SECONDS - (now - *since.get_or_insert(now));
        if left <= 0.0 {
            self.message = None;
            ctx.request_repaint();
        } else {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(left));
        }
    }

    fn open(&mut self, dialog: Dialog) {
        self.view.playback.pause();
        self.dialog = Some(dialog);
    }

    fn say(&mut self, message: String) {
        self.message = Some((message, None));
    }

    fn keep_settings(&self) {
        if let Some(path) = &self.settings_path {
            let lang = self.kept_lang.unwrap_or(self.settings.lang);
            // Preferences that cannot be kept are no reason to disturb anyone.
            let _ = Settings { lang, ..self.settings.clone() }.save(path);
        }
    }

    /// Shows all of the theatre, or what is selected and has a place.
    fn fit_map(&mut self, selected: bool) {
        let size = self.map_view.map_or(ViewSize::new(800.0, 600.0), |map| map.size());
        let camera = self.with_view(|view| {
            let wanted = view.state.selected.iter().filter(|_| selected);
            let points = wanted.flat_map(|id| places_of(view.plan, id));
            let points = points.map(Into::into);
            match crate::geo::WorldBounds::around(points) {
                Some(bounds) => {
                    let camera = crate::geo::Camera::fitting(bounds, size, 120.0);
                    crate::geo::Camera::new(camera.center, camera.zoom.min(8.0))
                }
                None => panels::map::fitting(view, size),
            }
        });
        self.view.look(camera, true);
    }

    fn document_name(&self) -> String {
        let lang = self.settings.lang;
        self.document.name().unwrap_or_else(|| words(lang).text("untitled"))
    }
}

/// Where an item is on the map: a site, the site of an activity, the ends of a
/// movement.
fn places_of(plan: &Plan, id: &crate::plan::Id) -> Vec<LonLat> {
    let activity = plan.activities().find(id).and_then(|activity| activity.site.clone());
    let movement = plan.movements().find(id);
    let ends = movement.into_iter().flat_map(|m| [Some(m.from.clone()), m.to.clone()]);
    let sites = ends.chain([activity]).flatten().map(crate::plan::Id::from).chain([id.clone()]);
    sites.filter_map(|site| plan.sites().find(&site)?.place).collect()
}
