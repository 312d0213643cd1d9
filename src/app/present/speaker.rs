//! The window of the speaker: notes, the next chapter, time.

use eframe::egui::emath::GuiRounding;
use eframe::egui::{
    Align, Color32, Context, Frame, Label, Layout, Margin, Panel, Pos2, Rect, RichText, ScrollArea,
    Sense, Ui, ViewportBuilder, ViewportClass, ViewportId, pos2, vec2,
};

use super::{Presentation, keys};
use crate::app::convert::{color32, family};
use crate::app::panels::chapters::{days, name};
use crate::app::thumbnails::Thumbnails;
use crate::app::view::View;
use crate::film::Step;
use crate::scene::Face;
use crate::settings;

/// Width and height at first, in points of a screen at its usual size.
const SIZE: (f32, f32) = (960.0, 600.0);
const NEXT_WIDTH: f32 = 300.0;
const MARGIN: i8 = 16;

/// Shows it, and gives what was asked for in it. `elapsed`: seconds since the start.
pub fn show(
    ctx: &Context,
    presentation: &mut Presentation,
    elapsed: f64,
    thumbnails: &mut Thumbnails,
    view: &View,
) -> Vec<Step> {
    // The presentation enlarges everything in both windows: not for the speaker.
    let size = ctx.native_pixels_per_point().unwrap_or(1.0) / ctx.pixels_per_point();
    let mut builder = ViewportBuilder::default()
        .with_title(view.words.text("speaker-title"))
        .with_app_id("decamp")
        .with_inner_size(vec2(SIZE.0, SIZE.1) * size);
    if let Some(corner) = presentation.screens.second() {
        let inside = (corner + vec2(60.0, 60.0)).to_vec2() / ctx.pixels_per_point();
        builder = builder.with_position(inside.to_pos2());
    }
    let id = ViewportId::from_hash_of("speaker");
    // The time goes on, whatever else happens.
    ctx.request_repaint_after(std::time::Duration::from_millis(500));
    ctx.show_viewport_immediate(id, builder, |ui, class| {
        let mut steps = Vec::new();
        if class != ViewportClass::EmbeddedWindow {
            let columns = presentation.show.chosen().map(|_| 1);
            steps = keys::pressed(ui.ctx(), &mut presentation.speaker, columns);
            if ui.input(|input| input.viewport().close_requested()) {
                presentation.speaker = false;
            }
        }
        enlarge(ui, size);
        contents(ui, presentation, elapsed, size, thumbnails, view, &mut steps);
        steps
    })
}

/// Makes text and spacing of this window larger or smaller.
fn enlarge(ui: &mut Ui, size: f32) {
    let style = ui.style_mut();
    style.text_styles.values_mut().for_each(|font| font.size *= size);
    let spacing = &mut style.spacing;
    for length in
        [&mut spacing.item_spacing, &mut spacing.button_padding, &mut spacing.interact_size]
    {
        *length = (*length * size).round_ui();
    }
    spacing.scroll.bar_width = (spacing.scroll.bar_width * size).round_ui();
}

fn contents(
    ui: &mut Ui,
    presentation: &Presentation,
    elapsed: f64,
    size: f32,
    thumbnails: &mut Thumbnails,
    view: &View,
    steps: &mut Vec<Step>,
) {
    let margin = Margin::same((f32::from(MARGIN) * size).round() as i8);
    let frame = Frame::new().fill(color32(view.style.panel)).inner_margin(margin);
    frame.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        top(ui, presentation, elapsed, size, view);
        ui.separator();
        Panel::right("speaker-next")
            .resizable(false)
            .exact_size((NEXT_WIDTH * size).round_ui())
            .show(ui, |ui| {
                next(ui, presentation, size, thumbnails, view);
                ui.with_layout(Layout::bottom_up(Align::Min), |ui| buttons(ui, size, view, steps));
            });
        notes(ui, presentation, size, view);
    });
}

fn strong(text: String, points: f32) -> RichText {
    RichText::new(text).family(family(Face::SemiBold)).size(points)
}

/// Where the presentation is, how long it has been going on, and the clock.
fn top(ui: &mut Ui, presentation: &Presentation, elapsed: f64, size: f32, view: &View) {
    let words = view.words;
    let show = &presentation.show;
    ui.horizontal(|ui| {
        let place = [("number", (show.at() + 1).into()), ("count", show.count().into())];
        ui.label(strong(words.fill("speaker-place", &place), 26.0 * size));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let figure = |ui: &mut Ui, message: &str, text: String| {
                ui.label(strong(text, 26.0 * size));
                ui.weak(words.text(message));
                ui.add_space((16.0 * size).round_ui());
            };
            if let Some((hour, minute)) = settings::time_of_day(settings::now()) {
                figure(ui, "speaker-clock", format!("{hour:02}:{minute:02}"));
            }
            figure(ui, "speaker-elapsed", duration(elapsed));
        });
    });
}

/// `4:07`, `1:04:07`.
fn duration(seconds: f64) -> String {
    let seconds = seconds.max(0.0) as u64;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

fn notes(ui: &mut Ui, presentation: &Presentation, size: f32, view: &View) {
    let chapter = presentation.chapter();
    let tag = view.words.lang().tag();
    ui.add(Label::new(strong(chapter.title.in_language(tag).into(), 22.0 * size)).wrap());
    ui.weak(days(chapter, view));
    ui.add_space((8.0 * size).round_ui());
    ScrollArea::vertical().id_salt(("speaker", presentation.show.at())).auto_shrink(false).show(
        ui,
        |ui| match chapter.notes.as_ref().map(|notes| notes.in_language(tag)) {
            Some(notes) => {
                for paragraph in notes.lines() {
                    ui.add(Label::new(RichText::new(paragraph).size(18.0 * size)).wrap());
                    ui.add_space((6.0 * size).round_ui());
                }
            }
            None => {
                ui.weak(view.words.text("speaker-no-notes"));
            }
        },
    );
}

fn next(
    ui: &mut Ui,
    presentation: &Presentation,
    size: f32,
    thumbnails: &mut Thumbnails,
    view: &View,
) {
    let at = presentation.show.at() + 1;
    let Some(chapter) = presentation.chapters.get(at) else {
        ui.weak(view.words.text("speaker-last"));
        return;
    };
    ui.weak(view.words.text("speaker-next"));
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, width * 9.0 / 16.0), Sense::hover());
    if let Some(texture) = thumbnails.picture(ui.ctx(), chapter, view) {
        let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        ui.painter().image(texture, rect, whole, Color32::WHITE);
    }
    ui.add(Label::new(strong(name(at, chapter, view), 15.0 * size)).wrap());
    ui.weak(days(chapter, view));
}

fn buttons(ui: &mut Ui, size: f32, view: &View, steps: &mut Vec<Step>) {
    ui.horizontal(|ui| {
        for (message, step) in [("speaker-back", Step::Back), ("speaker-forward", Step::Next)] {
            let text = RichText::new(view.words.text(message)).size(15.0 * size);
            if ui.button(text).clicked() {
                steps.push(step);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn durations_read_as_on_a_watch() {
        for (seconds, expect) in [(0.4, "0:00"), (247.9, "4:07"), (3847.0, "1:04:07")] {
            assert_eq!(duration(seconds), expect);
        }
    }
}
