//! The title of the window, its closing, and the short message it shows.

use eframe::egui::{Context, ViewportCommand};

use super::Window;
use super::action::Action;
use crate::i18n::{Names, words};

impl Window {
    pub(super) fn title_and_close(&mut self, ctx: &Context) {
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
        self.await_picker(ctx);
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

    pub(super) fn say(&mut self, message: String) {
        self.message = Some((message, None));
    }

    pub(super) fn document_name(&self) -> String {
        let lang = self.settings.lang;
        self.document.name().unwrap_or_else(|| words(lang).text("untitled"))
    }
}
