//! What an exported map shows: moment, part of the map, track, language, colours,
//! marks and furniture.

use eframe::egui::{Checkbox, Grid, Id as WidgetId, Ui};

use super::{choose, row};
use crate::app::date_field::{DateChange, date_field};
use crate::app::export_choices::ExportChoices;
use crate::app::view::View;
use crate::calendar::{Day, TypedContext};
use crate::draw::{Furniture, Theme};
use crate::i18n::Lang;
use crate::schedule::Track;

/// A piece of furniture, by its word: `export-furniture-WORD`.
type Piece = (&'static str, fn(&mut Furniture) -> &mut bool);
const PIECES: [Piece; 8] = [
    ("title", |f| &mut f.title),
    ("date", |f| &mut f.date),
    ("legend", |f| &mut f.legend),
    ("scale", |f| &mut f.scale),
    ("north", |f| &mut f.north),
    ("locator", |f| &mut f.locator),
    ("sources", |f| &mut f.sources),
    ("marking", |f| &mut f.marking),
];
/// How many of them stand in a row.
const COLUMNS: usize = 4;

/// That of the playhead, or a typed date.
pub fn moment(ui: &mut Ui, choices: &mut ExportChoices, view: &View) {
    row(ui, "export-moment", view, |ui, label| {
        ui.vertical(|ui| {
            let day = choices.day.unwrap_or(view.moment.day());
            ui.horizontal(|ui| {
                let mut at_playhead = choices.day.is_none();
                let name = view.words.text("export-playhead");
                if ui.checkbox(&mut at_playhead, name).changed() {
                    choices.day = (!at_playhead).then_some(day);
                }
                if let Some(typed) = day_field(ui, "export-day", label, day, view) {
                    choices.day = Some(typed);
                }
            });
        });
    });
}

/// A day that can be typed over.
pub fn day_field(ui: &mut Ui, id: &str, label: &str, day: Day, view: &View) -> Option<Day> {
    let context = TypedContext { from: day, ..view.typed_context() };
    let id = WidgetId::unique(id);
    let change = ui.vertical(|ui| date_field(ui, id, label, Some(day), context, view.words)).inner;
    match change? {
        DateChange::To(day) => Some(day),
        DateChange::Cleared => None,
    }
}

pub fn part_of_map(ui: &mut Ui, choices: &mut ExportChoices, view: &View) {
    let words = view.words;
    let options = [(false, words.text("export-view-shown")), (true, words.text("export-view-all"))];
    row(ui, "export-view", view, |ui, label| choose(ui, label, &mut choices.whole, &options));
}

pub fn track(ui: &mut Ui, choices: &mut ExportChoices, view: &View) {
    let options = Track::ALL.map(|track| (track, view.words.word("track", track.as_word())));
    row(ui, "export-track", view, |ui, label| choose(ui, label, &mut choices.track, &options));
}

pub fn lang(ui: &mut Ui, choices: &mut ExportChoices, view: &View) {
    let options = Lang::ALL.map(|lang| (lang, view.words.word("export-lang", lang.tag())));
    row(ui, "export-lang", view, |ui, label| choose(ui, label, &mut choices.lang, &options));
}

pub fn theme(ui: &mut Ui, choices: &mut ExportChoices, view: &View) {
    let options = Theme::ALL.map(|theme| (theme, view.words.word("export-theme", theme.as_word())));
    row(ui, "export-theme", view, |ui, label| choose(ui, label, &mut choices.theme, &options));
}

pub fn problems(ui: &mut Ui, choices: &mut ExportChoices, view: &View) {
    row(ui, "export-problems", view, |ui, _| {
        ui.add(Checkbox::new(&mut choices.problems, view.words.text("export-mark-problems")));
    });
}

pub fn furniture(ui: &mut Ui, choices: &mut ExportChoices, view: &View) {
    row(ui, "export-furniture", view, |ui, _| {
        Grid::new("export-furniture").num_columns(COLUMNS).spacing([12.0, 4.0]).show(ui, |ui| {
            for pieces in PIECES.chunks(COLUMNS) {
                for (word, piece) in pieces {
                    let name = view.words.word("export-furniture", word);
                    ui.checkbox(piece(&mut choices.furniture), name);
                }
                ui.end_row();
            }
        });
    });
}
