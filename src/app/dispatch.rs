//! Acting on what was asked for: the only place where actions change the plan and
//! the window's state.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, ViewportCommand};

use super::Window;
use super::action::Action;
use super::dialogs::{Dialog, FilePurpose, Pending};
use super::document::Document;
use super::odds::OddsState;
use super::panels::timeline::Hold;
use super::state::{BottomTab, ViewState};
use crate::i18n::words;

impl Window {
    /// Does everything that was asked for, in order.
    pub(super) fn act(&mut self, ctx: &Context, actions: impl IntoIterator<Item = Action>) {
        for action in actions {
            self.act_one(ctx, action);
        }
    }

    fn act_one(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::NewPlan(action) => self.act_new_plan(action),
            Action::Closing(action) => self.act_closing(action),
            Action::New => self.unless_unsaved(Pending::New),
            Action::OpenBundled => self.unless_unsaved(Pending::Bundled),
            // What is chosen is opened, and that asks about unsaved work.
            Action::OpenDialog => self.choose_file(FilePurpose::Open),
            Action::Open(path) => self.unless_unsaved(Pending::Open(path)),
            Action::Quit => self.unless_unsaved(Pending::Quit),
            Action::QuitNow => self.quitting = true,
            Action::Save => match self.document.path().map(Path::to_owned) {
                Some(path) => self.save_to(path),
                None => self.choose_file(FilePurpose::Save),
            },
            Action::SaveDialog => self.choose_file(FilePurpose::Save),
            Action::SaveTo(path) => self.save_to(path),
            Action::Overwrite(path) => self.write_to(path),
            Action::Export(action) => self.act_on_exports(action),
            Action::Discard => self.discard_and_go_on(ctx),
            Action::SaveFirst => self.save_and_go_on(ctx),
            Action::CloseDialog => self.close_dialog(),

            Action::Edit(label, command) => {
                self.end_drag();
                self.run(label, command);
            }
            Action::Gesture(label, command) => {
                // Within a gesture the last thing that could be done stays.
                let _ = self.document.gesture(label, command);
            }
            Action::FinishGesture => self.document.finish_gesture(),
            Action::CancelGesture => self.document.cancel_gesture(),
            // In a gesture they give it up, and no more.
            Action::Undo => {
                if !self.end_drag() {
                    self.document.undo();
                }
            }
            Action::Redo => {
                if !self.end_drag() {
                    self.document.redo();
                }
            }

            Action::TogglePlay => self.view.playback.toggle(),
            Action::Shuttle(direction) => self.view.playback.shuttle(direction),
            Action::Pause => self.view.playback.pause(),
            Action::Seek(moment) => self.view.playback.seek(moment),
            Action::StepDays(days) => {
                let day = self.view.playback.moment().day() + days;
                self.view.playback.seek_day(day);
            }
            Action::StepEvent(direction) => self.step_event(direction),
            Action::StepPhase(direction) => self.step_phase(direction),
            Action::ToStart => {
                let day = self.document.plan().horizon().start();
                self.view.playback.seek_day(day);
            }
            Action::ToEnd => {
                let day = self.document.plan().horizon().end();
                self.view.playback.seek_day(day);
            }
            Action::ChangeSpeed(steps) => self.view.playback.change_speed(steps),
            Action::LoopFrom => self.view.playback.loop_from(),
            Action::LoopTo => self.view.playback.loop_to(),
            Action::LoopRange(range) => self.view.playback.set_loop_range(range),
            Action::CycleLoop => self.view.playback.cycle_loop(),
            Action::AskDate => self.open(Dialog::Date { text: String::new() }),

            Action::Select(id, how) => self.select(id, how),
            Action::SelectNothing => self.view.selected.clear(),
            Action::Hover(id) => self.view.next_hovered = id,

            Action::Look(camera) => self.view.look(camera, false),
            Action::ZoomMap(levels) => {
                if let Some(map) = self.map_view {
                    let middle = crate::geo::ViewPoint {
                        x: map.size().width() / 2.0,
                        y: map.size().height() / 2.0,
                    };
                    self.view.look(map.zoomed_about(middle, levels), true);
                }
            }
            Action::FitMap => self.fit_map(true),
            Action::FitAll => self.fit_map(false),
            Action::EarlierView => self.view.earlier_view(),
            Action::LaterView => self.view.later_view(),
            Action::SetTimeScale(scale) => self.view.time_scale = Some(scale),
            Action::ScrollTimeline(y) => self.view.timeline_scroll = y,
            Action::FitTimeline => {
                self.view.time_scale = None;
                self.view.fits_horizon = true;
            }
            Action::Fold(phase) => {
                if !self.view.folded.remove(&phase) {
                    self.view.folded.insert(phase);
                }
            }
            Action::Search(text) => self.view.search = text,

            Action::Bars(action) => self.act_on_bars(action),
            Action::Board(action) => self.act_on_boards(action),
            Action::Link(action) => self.act_on_links(action),
            Action::Map(action) => self.act_on_map(action),
            Action::Layer(action) => self.act_on_layers(action),
            Action::Chapter(action) => self.act_on_chapters(action),
            Action::Show(action) => self.act_on_show(ctx, action),
            Action::ShowTab(tab) => {
                self.end_drag();
                if tab != BottomTab::Timeline {
                    // What is held goes out of sight, and so does its end.
                    self.hold = None;
                }
                self.view.tab = tab;
                // What was selected in one tab is looked for in the other.
                self.view.next_reveal = self.view.selected.first().cloned();
            }
            Action::Version(action) => self.act_on_versions(action),
            Action::Record(action) => self.act_on_actuals(action),
            Action::Compare(action) => self.act_on_comparison(action),
            Action::Merge(action) => self.act_on_merge(action),
            Action::GoToStep(position) => {
                self.end_drag();
                self.document.go_to(position);
            }
            Action::Problem(action) => {
                let follows = self.act_on_problems(action);
                self.act(ctx, follows);
            }
            Action::SetTrack(track) => self.view.track = track,
            Action::SetLang(lang) => {
                self.settings.lang = lang;
                self.kept_lang = None;
                self.keep_settings();
            }
            Action::SetTheme(theme) => {
                self.settings.theme = theme;
                self.keep_settings();
            }
            Action::ZoomAll(steps) => {
                let factor = if steps == 0 { 1.0 } else { ctx.zoom_factor() + 0.1 * steps as f32 };
                self.settings.size = factor.clamp(0.6, 3.0);
                self.keep_settings();
            }
            Action::ToggleOutline => self.outline_open = !self.outline_open,
            Action::ToggleInspector => self.inspector_open = !self.inspector_open,
            Action::ToggleStrength => self.strength_open = !self.strength_open,
            Action::ToggleFullScreen => {
                let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
            }
            Action::Form(action) => self.edit_items(action),
            Action::ShowKeys => self.open(Dialog::Keys),
            Action::ShowAbout => self.open(Dialog::About),
            Action::ShowPalette => self.open(Dialog::Palette { query: String::new(), chosen: 0 }),
            Action::FocusSearch => {
                self.outline_open = true;
                self.focus_search = true;
            }
            Action::Table(action) => self.act_on_table(ctx, action),
            Action::CopyText(text) => ctx.copy_text(text),
        }
    }

    /// Goes on with what would lose the open plan, after asking where it has
    /// unsaved work.
    pub(super) fn unless_unsaved(&mut self, pending: Pending) {
        self.end_drag();
        if self.document.journal().is_saved() {
            self.go_on(pending);
        } else {
            self.open(Dialog::Unsaved(pending));
        }
    }

    fn go_on(&mut self, pending: Pending) {
        match pending {
            Pending::New => self.show_document(Document::new()),
            Pending::NewGeoJson => self.ask_for_map_files(),
            Pending::Bundled => self.show_document(Document::bundled()),
            Pending::Open(path) => self.open_path(&path),
            Pending::Quit if self.exports.is_empty() => self.quitting = true,
            Pending::Quit => self.open(Dialog::StopExports),
        }
    }

    fn discard_and_go_on(&mut self, ctx: &Context) {
        if let Some(Dialog::Unsaved(pending)) = self.dialog.take() {
            self.go_on(pending);
        }
        ctx.request_repaint();
    }

    fn save_and_go_on(&mut self, ctx: &Context) {
        let Some(Dialog::Unsaved(pending)) = self.dialog.take() else { return };
        self.after_save = Some(pending);
        self.act_one(ctx, Action::Save);
    }

    /// Opens a file; one that cannot be read leaves the open plan as it is.
    pub(super) fn open_path(&mut self, path: &Path) {
        // Remembered files are found again from any folder.
        let path = &std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        match Document::open(path) {
            Ok(document) => {
                self.settings.remember(path);
                self.keep_settings();
                self.show_document(document);
            }
            Err(error) => {
                self.fail(crate::i18n::open_error(&error, self.settings.lang));
            }
        }
    }

    pub(super) fn show_document(&mut self, document: Document) {
        self.document_number += 1;
        self.view = ViewState::of(document.plan());
        self.tables.forget_plan();
        self.document = document;
        self.dialog = None;
        self.behind = None;
        self.hold = None;
        self.odds = OddsState::default();
        self.frozen_rows = None;
        self.after_save = None;
    }

    /// Gives up a drag and its gesture. False where there was none: what keys have
    /// moved is done.
    pub(super) fn end_drag(&mut self) -> bool {
        match &mut self.hold {
            Some(Hold::Keys(_)) => {
                self.hold = None;
                self.document.finish_gesture();
            }
            Some(hold) => hold.cancel(),
            None => {}
        }
        let in_gesture = self.document.journal().in_gesture();
        self.view.map.hold = None;
        self.document.cancel_gesture();
        in_gesture
    }

    /// Saves, after asking where someone else changed the file meanwhile.
    fn save_to(&mut self, path: PathBuf) {
        self.end_drag();
        let path = std::path::absolute(&path).unwrap_or(path);
        if self.document.was_changed_by_others(&path) {
            self.open(Dialog::ChangedOnDisk(path));
        } else {
            self.write_to(path);
        }
    }

    fn write_to(&mut self, path: PathBuf) {
        let lang = self.settings.lang;
        let was_adapted = self.adapt_paths(&path);
        match crate::file::save(&path, self.document.whole()) {
            Ok(()) => {
                self.settings.remember(&path);
                self.keep_settings();
                self.document.saved_to(path);
                self.dialog = None;
                self.say(words(lang).text("saved"));
                if let Some(pending) = self.after_save.take() {
                    self.go_on(pending);
                }
            }
            Err(error) => {
                if was_adapted {
                    self.document.undo();
                }
                self.after_save = None;
                self.fail(vec![crate::i18n::disk_error(&error, lang)]);
            }
        }
    }

    /// Says what failed; closing it leads back to where the path can be mended.
    pub(super) fn fail(&mut self, lines: Vec<String>) {
        self.behind = self.dialog.take();
        self.open(Dialog::Failure { lines });
    }

    pub(super) fn close_dialog(&mut self) {
        self.dialog = self.behind.take();
        self.after_save = None;
    }
}
