//! The window. It reads input into actions, carries them out, and draws.
//!
//! Within a frame the order is: keys, clock, timeline, then everything that is
//! drawn from the plan. So a bar that is dragged moves map and checks in the
//! same frame.

mod action;
mod cache;
mod convert;
mod date_field;
mod derived;
mod dialogs;
mod dispatch;
mod document;
mod files;
mod look;
mod paint;
mod panels;
mod playback;
mod shortcuts;
mod state;
mod view;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, CentralPanel, Context, Panel, Ui, ViewportCommand};

use self::cache::{BaseKey, Cache};
use self::dialogs::{Dialog, Pending, SystemPicker};
use self::document::Document;
use self::paint::Clipped;
use self::panels::timeline::Drag;
use self::state::ViewState;
use crate::draw::timeline::Row;
use crate::draw::{Style, Theme};
use crate::geo::{LonLat, MapView, ViewSize};
use crate::i18n::{Lang, words};
use crate::plan::Plan;
use crate::settings::Settings;

/// How the window starts.
pub struct Launch {
    /// The plan to open; None: the bundled one.
    pub plan: Option<PathBuf>,
    pub settings: Settings,
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
    settings: Settings,
    settings_path: Option<PathBuf>,
    cache: Cache,
    dialog: Option<Dialog>,
    picker: Option<SystemPicker>,
    system_dialogs: bool,
    drag: Option<Drag>,
    /// The rows as they were when a gesture began: they keep their order in it.
    frozen_rows: Option<Arc<Vec<Row>>>,
    /// The map as it was last drawn.
    map_view: Option<MapView>,
    pointer: Option<LonLat>,
    outline_open: bool,
    inspector_open: bool,
    strength_open: bool,
    focus_search: bool,
    message: Option<(String, f64)>,
    after_save: Option<Pending>,
    quitting: bool,
    applied_look: Option<(Theme, f32)>,
    shown_title: String,
    /// What was noticed about the open file and its theatre, in words.
    file_notes: Vec<String>,
    noted: Option<(u64, Lang)>,
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
            Ok(Box::new(Window::new(launch)))
        }),
    )
}

/// Puts the bundled fonts into a context, before its first frame.
pub fn prepare(ctx: &Context) {
    look::install(ctx);
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }
}

impl Window {
    pub fn new(launch: Launch) -> Window {
        let document = Document::bundled();
        let mut window = Window {
            view: ViewState::of(document.plan()),
            document,
            document_number: 0,
            settings: launch.settings,
            settings_path: launch.settings_path,
            cache: Cache::default(),
            dialog: None,
            picker: None,
            system_dialogs: launch.system_dialogs,
            drag: None,
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
            file_notes: Vec::new(),
            noted: None,
        };
        if let Some(path) = launch.plan {
            window.open_path(&path);
        }
        window
    }

    /// The plan as it is now: what tests look at.
    pub fn plan(&self) -> &Arc<Plan> {
        self.document.plan()
    }

    /// The day the playhead stands on.
    pub fn day(&self) -> crate::calendar::Day {
        self.view.playback.moment().day()
    }

    pub fn is_saved(&self) -> bool {
        self.document.journal.is_saved()
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
        self.apply_look(&ctx);
        self.poll_picker(&ctx);
        self.dropped_files(&ctx);
        self.keyboard(&ctx);
        self.clock(&ctx);
        self.view.hovered = None;

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
        self.timeline(ui, &ctx);
        self.sides(ui, &ctx);
        self.map(ui, &ctx);
        self.view.reveal = None;
        self.focus_search = false;
        self.dialogs(&ctx);
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

    fn keyboard(&mut self, ctx: &Context) {
        if self.dialog.is_some() {
            return;
        }
        let typing = ctx.text_edit_focused();
        let focused = ctx.memory(|memory| memory.focused().is_some());
        let actions = shortcuts::pressed(ctx, typing, focused && !typing);
        self.act(ctx, actions);
    }

    fn clock(&mut self, ctx: &Context) {
        self.view.playback.set_horizon(self.document.plan().horizon());
        // A frame that took long does not make the playhead jump.
        let seconds = ctx.input(|input| f64::from(input.stable_dt.min(0.1)));
        let before = self.day();
        self.view.playback.advance(seconds);
        if self.is_playing() && self.day() != before {
            self.reveal_phase(before);
        }
    }

    fn timeline(&mut self, ui: &mut Ui, ctx: &Context) {
        let most = (ui.available_height() * 0.7).max(160.0);
        let usual = (ui.available_height() * 0.4).clamp(300.0, 400.0);
        let panel =
            Panel::bottom("timeline").resizable(true).default_size(usual).size_range(120.0..=most);
        panel.show(ui, |ui| {
            let mut actions = Vec::new();
            self.with_view(|view| panels::playback::show(ui, view, &mut actions));
            ui.add_space(4.0);
            let strip = self
                .strength_open
                .then(|| self.with_view(|view| panels::strength::interact(ui, view, &mut actions)));
            self.act(ctx, std::mem::take(&mut actions));
            let mut drag = self.drag.take();
            let area = self
                .with_view(|view| panels::timeline::interact(ui, &mut drag, view, &mut actions));
            self.act(ctx, actions);
            if let Some(strip) = strip {
                let curves = self.curves();
                self.with_view(|view| {
                    panels::strength::paint(ui, &strip, area.layout(), &curves, view);
                });
            }
            self.with_view(|view| panels::timeline::paint(ui, &area, drag.as_ref(), view));
            self.drag = drag;
        });
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

    fn map(&mut self, ui: &mut Ui, ctx: &Context) {
        let mut actions = Vec::new();
        let mut cache = std::mem::take(&mut self.cache);
        let theatre_key = self.theatre_key();
        CentralPanel::no_frame().show(ui, |ui| {
            let derived = self.derived_with(&mut cache);
            let style = Style::of(self.settings.theme);
            let view = self.view_of(&derived, &style);
            let base = |ui: &Ui, rect: egui::Rect, look: &crate::draw::Look| {
                let key = BaseKey {
                    theatre: theatre_key,
                    view: look.view,
                    theme: style.theme,
                    lang: look.lang,
                    corner: (rect.min.x.round() as i32, rect.min.y.round() as i32),
                    pixels_per_point: (ui.ctx().pixels_per_point() * 1000.0) as u32,
                };
                cache.base(key, || base_shapes(ui, rect, look))
            };
            let area = panels::map::show(ui, &view, base, &mut actions);
            self.map_view = Some(area.view);
            self.pointer = area.pointer;
        });
        self.cache = cache;
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
        let title = format!("Decamp — {name}{mark}");
        if self.shown_title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
        let asked = ctx.input(|input| input.viewport().close_requested());
        if asked && !self.quitting && !self.is_saved() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.open(Dialog::Unsaved(Pending::Quit));
        } else if self.quitting && !asked {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        let now = ctx.input(|input| input.time);
        if let Some((_, until)) = &mut self.message {
            if *until == 0.0 {
                *until = now + 4.0;
                ctx.request_repaint_after(std::time::Duration::from_secs(4));
            } else if now > *until {
                self.message = None;
            }
        }
        self.note_file(lang);
    }

    fn open(&mut self, dialog: Dialog) {
        self.view.playback.pause();
        self.dialog = Some(dialog);
    }

    fn say(&mut self, message: String) {
        self.message = Some((message, 0.0));
    }

    fn keep_settings(&self) {
        if let Some(path) = &self.settings_path {
            // Preferences that cannot be kept are no reason to disturb anyone.
            let _ = self.settings.save(path);
        }
    }

    fn fit_map(&mut self) {
        let size = self.map_view.map_or(ViewSize::new(800.0, 600.0), |map| map.size());
        let camera = self.with_view(|view| {
            let places =
                view.plan.sites().iter().filter(|site| view.state.selected.contains(&*site.id));
            let points = places.filter_map(|site| site.place).map(Into::into);
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

fn base_shapes(ui: &Ui, rect: egui::Rect, look: &crate::draw::Look) -> Vec<Clipped> {
    let nodes = crate::draw::base(&look.ground());
    paint::shapes(ui.ctx(), &nodes, rect.min, rect, paint::Part::Paths)
}
