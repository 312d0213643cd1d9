//! Which days a film shows, how fast, and how long it becomes.

use eframe::egui::{DragValue, RichText, Ui};

use super::shows::day_field;
use super::{choose, row};
use crate::app::export_choices::{ExportChoices, FilmDays, Shown};
use crate::app::typed_field;
use crate::app::view::View;
use crate::export;
use crate::film::Film;

pub fn days_and_pace(ui: &mut Ui, choices: &mut ExportChoices, shown: Shown, view: &View) {
    days(ui, choices, view);
    pace(ui, choices, view);
    let film = export::film_of(&choices.request(view, shown), choices.ending);
    row(ui, "export-length", view, |ui, _| match film {
        Some(film) => ui.label(length(&film, choices, view)),
        None => {
            let text = view.words.text("export-film-no-chapters");
            ui.colored_label(ui.visuals().error_fg_color, text)
        }
    });
}

fn days(ui: &mut Ui, choices: &mut ExportChoices, view: &View) {
    let words = view.words;
    let film = &mut choices.film;
    // Of another plan, by now.
    if film.days != FilmDays::Chapters && film.days.span(view).is_none() {
        film.days = FilmDays::Horizon;
    }
    let span = film.days.span(view).unwrap_or(view.horizon);
    let typed = match film.days {
        FilmDays::Typed(..) => film.days.clone(),
        _ => FilmDays::Typed(span.start(), span.end()),
    };
    let mut options = vec![(FilmDays::Horizon, words.text("export-days-all"))];
    if view.plan.chapters().iter().next().is_some() {
        options.push((FilmDays::Chapters, words.text("export-days-chapters")));
    }
    options.push((FilmDays::Loop, words.text("export-days-loop")));
    for phase in view.plan.phases().iter().filter(|phase| phase.span.closed().is_some()) {
        let name = phase.name.in_language(words.lang().tag()).to_owned();
        options.push((FilmDays::Phase(phase.id.clone()), name));
    }
    options.push((typed, words.text("export-days-typed")));
    row(ui, "export-days", view, |ui, label| {
        ui.horizontal(|ui| {
            choose(ui, label, &mut film.days, &options);
            if let (false, Some(span)) =
                (matches!(film.days, FilmDays::Typed(..)), film.days.span(view))
            {
                ui.label(RichText::new(view.names().span_with_year(span.into())).weak());
            }
        });
    });
    if let FilmDays::Typed(from, until) = &mut film.days {
        row(ui, "export-days-from", view, |ui, label| {
            ui.horizontal(|ui| {
                // An end before the start moves along with it.
                if let Some(day) = day_field(ui, "export-from", label, *from, view) {
                    (*from, *until) = (day, (*until).max(day));
                }
                let label = words.text("export-days-until");
                ui.label(&label);
                if let Some(day) = day_field(ui, "export-until", &label, *until, view) {
                    (*from, *until) = ((*from).min(day), day);
                }
            });
        });
    }
}

fn pace(ui: &mut Ui, choices: &mut ExportChoices, view: &View) {
    let words = view.words;
    let Some(rates) = export::rates(choices.ending) else { return };
    let film = &mut choices.film;
    row(ui, "export-pace", view, |ui, _| {
        ui.horizontal(|ui| {
            let name = words.text("export-days-per-second");
            let days = DragValue::new(&mut film.days_per_second).range(0.1..=100.0).speed(0.1);
            typed_field::name(ui.add(days.max_decimals(1)), &name);
            ui.label(&name);
            ui.add_space(12.0);
            let name = words.text("export-frames-per-second");
            let mut rate = film.frames_per_second.unwrap_or(rates.usual).min(rates.most);
            let before = rate;
            let frames = DragValue::new(&mut rate).range(1..=rates.most).speed(0.2);
            typed_field::name(ui.add(frames), &name);
            ui.label(&name);
            if rate != before {
                film.frames_per_second = Some(rate);
            }
        });
    });
}

/// How many seconds and frames.
fn length(film: &Film, choices: &ExportChoices, view: &View) -> String {
    let tenths = film.frames() * 10 / u64::from(film.frames_per_second());
    let mark = view.words.lang().decimal_mark();
    let args = [
        ("seconds", format!("{}{mark}{}", tenths / 10, tenths % 10).into()),
        ("frames", (film.frames() as i64).into()),
    ];
    let files = if choices.ending == "frames" { "export-length-files" } else { "export-length-is" };
    view.words.fill(files, &args)
}
