//! Presenting: the map alone on the screen, chapter after chapter. What the window
//! showed stays as it was, and is there again in the end.

mod keys;
mod motion;
mod overview;
mod screens;
mod speaker;
mod stage;

use eframe::egui::{Context, CursorIcon, Ui, ViewportCommand};

use super::Window;
use super::chapters::shot_of;
use crate::film::{STAGE, Show, chapters_of_phases};
use crate::i18n::words;
use crate::plan::Chapter;

pub use self::keys::KEYS;
pub use self::motion::Motion;
use self::screens::Screens;

/// How long the pointer is seen after it moved, in seconds.
const POINTER_SECONDS: f64 = 2.5;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShowAction {
    FromStart,
    /// From the chapter that is selected, or else that of the day.
    FromHere,
}

/// A presentation in the window.
pub struct Presentation {
    show: Show,
    /// In the order of the chapters of the show.
    chapters: Vec<Chapter>,
    /// When it began, on the clock of egui; None before its first frame.
    since: Option<f64>,
    was_full_screen: bool,
    /// Whether the speaker's window is open.
    speaker: bool,
    screens: Screens,
    pointer_moved: f64,
}

impl Presentation {
    fn chapter(&self) -> &Chapter {
        &self.chapters[self.show.at()]
    }
}

impl Window {
    /// The presentation under way: what tests look at.
    pub fn presented(&self) -> Option<&Show> {
        self.presentation.as_ref().map(|presentation| &presentation.show)
    }

    pub(super) fn act_on_show(&mut self, ctx: &Context, action: ShowAction) {
        self.end_drag();
        let plan = self.document.plan();
        let mut chapters: Vec<Chapter> =
            plan.chapters().iter().map(|chapter| (**chapter).clone()).collect();
        if chapters.is_empty() {
            chapters = chapters_of_phases(plan);
        }
        let first = match action {
            ShowAction::FromStart => 0,
            ShowAction::FromHere => self.chapter_here(&chapters),
        };
        let flies = !self.motion.is_reduced();
        let show = self.with_view(|view| {
            let shots = chapters.iter().map(|chapter| shot_of(chapter, view)).collect();
            Show::of(shots, first, flies)
        });
        let Some(show) = show else {
            self.say(words(self.settings.lang).text("present-nothing"));
            return;
        };
        let was_full_screen = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        self.presentation = Some(Presentation {
            show,
            chapters,
            since: None,
            was_full_screen,
            speaker: false,
            screens: Screens::default(),
            pointer_moved: 0.0,
        });
        ctx.request_repaint();
    }

    /// The chapter that is selected; else the last one whose days have begun.
    fn chapter_here(&self, chapters: &[Chapter]) -> usize {
        let selected = |chapter: &Chapter| self.view.selected.contains(&*chapter.id);
        let day = self.day();
        let begun = |chapter: &Chapter| chapter.moment.is_none_or(|first| first <= day);
        let is_on =
            |chapter: &Chapter| begun(chapter) && chapter.until.is_some_and(|until| day <= until);
        let place = chapters.iter().position(selected);
        let place = place.or_else(|| chapters.iter().rposition(is_on));
        place.or_else(|| chapters.iter().rposition(begun)).unwrap_or(0)
    }

    /// Tells the presentation about the screens, once: on a second one the speaker's
    /// window opens by itself.
    pub(super) fn note_screens(&mut self, frame: &eframe::Frame) {
        let Some(presentation) = &mut self.presentation else { return };
        if !presentation.screens.are_known() {
            presentation.screens = Screens::of(frame);
            presentation.speaker |= presentation.screens.has_second();
        }
    }

    /// A frame of the presentation.
    pub(super) fn present(&mut self, ui: &mut Ui, ctx: &Context) {
        let Some(mut presentation) = self.presentation.take() else { return };
        fit_stage(ctx);
        let now = ctx.input(|input| input.time);
        let begun = *presentation.since.get_or_insert(now);
        let seconds = ctx.input(|input| f64::from(input.stable_dt.min(0.1)));
        let columns = presentation.show.chosen().map(|_| overview::columns(ui) as isize);
        let mut steps = keys::pressed(ctx, &mut presentation.speaker, columns);
        presentation.show.advance(seconds, self.view.playback.speed());
        self.drawing(|view, pen| {
            steps.extend(stage::show(ui, &presentation, pen, view));
        });
        let mut thumbnails = std::mem::take(&mut self.thumbnails);
        self.with_view(|view| {
            steps.extend(overview::show(ui, &presentation, &mut thumbnails, view));
            if presentation.speaker {
                let elapsed = now - begun;
                steps.extend(speaker::show(ctx, &mut presentation, elapsed, &mut thumbnails, view));
            }
        });
        self.thumbnails = thumbnails;
        hide_pointer(ctx, &mut presentation.pointer_moved, now);
        let stepped = !steps.is_empty();
        steps.into_iter().for_each(|step| presentation.show.step(step));
        if presentation.show.is_over() || self.dialog.is_some() {
            self.end_presentation(ctx, &presentation);
        } else {
            if stepped || presentation.show.is_moving() {
                ctx.request_repaint();
            }
            self.presentation = Some(presentation);
        }
    }

    fn end_presentation(&mut self, ctx: &Context, presentation: &Presentation) {
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(presentation.was_full_screen));
        // The size of everything is set anew with the look.
        self.applied_look = None;
        ctx.request_repaint();
    }
}

/// Enlarges everything so that the screen is one stage high or wide, as in an export
/// of that size: what is read from the desk must be read from the back of the room.
fn fit_stage(ctx: &Context) {
    let points = ctx.content_rect().size();
    let larger = (points.x / STAGE.0 as f32).min(points.y / STAGE.1 as f32);
    if (larger - 1.0).abs() > 0.002 {
        ctx.set_zoom_factor((ctx.zoom_factor() * larger).clamp(0.2, 10.0));
    }
}

fn hide_pointer(ctx: &Context, moved: &mut f64, now: f64) {
    let (is_moving, laser) =
        ctx.input(|input| (input.pointer.is_moving(), input.modifiers.command));
    if is_moving || *moved == 0.0 {
        *moved = now;
    }
    let left = POINTER_SECONDS - (now - *moved);
    if left <= 0.0 || laser {
        ctx.set_cursor_icon(CursorIcon::None);
    } else {
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(left));
    }
}
