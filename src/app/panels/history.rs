//! The history of this sitting: every step in words, and a way back and forth.

use eframe::egui::{Id as WidgetId, RichText, Ui};

use super::list::{List, cell};
use super::step_text::step_text;
use crate::app::action::Action;
use crate::app::view::View;
use crate::calendar::Moment;
use crate::i18n::Words;
use crate::settings::time_of_day;

/// Where the columns begin: the time, and what was done.
const TIME: f32 = 28.0;
const TEXT: f32 = 96.0;

pub fn show(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let steps: Vec<_> = view.journal.history().collect();
    let position = view.journal.position();
    ui.horizontal(|ui| {
        let args = [("count", steps.len().into()), ("done", position.into())];
        ui.label(words.fill("history-steps", &args));
        ui.weak(words.text("history-hint"));
    });
    ui.add_space(2.0);
    ui.separator();
    let list = List { name: "history", count: steps.len() + 1, reveal: is_new(ui, view) };
    list.show(ui, |ui, at, area| {
        // The first row is the plan before any step.
        let step = at.checked_sub(1).map(|step| steps[step]);
        let text = step.map_or_else(|| words.text("history-start"), |step| step_text(step, view));
        let time = step.and_then(|step| clock_time(step.at, words)).unwrap_or_default();
        let here = at == position;
        let name = if time.is_empty() { text.clone() } else { format!("{time} – {text}") };
        let response = list.ground(ui, at, area, &name, here);
        let style = |text: RichText| match at {
            // What was taken back stands there to be done again.
            _ if at > position => text.weak().italics(),
            _ if here => text.strong(),
            _ => text,
        };
        if here {
            let mark = RichText::new("→").color(ui.visuals().hyperlink_color);
            cell(ui, area.with_min_x(area.min.x + 8.0).with_max_x(area.min.x + TIME), mark);
        }
        let from = |x: f32| area.with_min_x(area.min.x + x);
        let time = style(RichText::new(time).weak());
        cell(ui, from(TIME).with_max_x(area.min.x + TEXT), time);
        cell(ui, from(TEXT), style(RichText::new(text)));
        if response.clicked() {
            actions.push(Action::GoToStep(at));
        }
    });
}

/// The present position, in the frame in which it changed.
fn is_new(ui: &Ui, view: &View) -> Option<usize> {
    let place = WidgetId::unique("history-position");
    let now = (view.document, view.journal.position());
    let before: Option<(u64, usize)> = ui.data(|data| data.get_temp(place));
    ui.data_mut(|data| data.insert_temp(place, now));
    (before != Some(now)).then_some(now.1)
}

/// `14 h 05`, where this machine stands; None where its time zone is not known.
fn clock_time(at: Moment, words: &Words) -> Option<String> {
    let (hours, minutes) = time_of_day(at)?;
    let two = |number: u8| format!("{number:02}");
    let args = [("hours", two(hours).into()), ("minutes", two(minutes).into())];
    Some(words.fill("clock-time", &args))
}
