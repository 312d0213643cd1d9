//! A field for a date, as planners type it.

use eframe::egui::{Color32, Id as WidgetId, Response, TextEdit, Ui};

use crate::calendar::{Day, TypedContext, read_typed};
use crate::i18n::{Words, date_long};

/// What a person did with a date field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateChange {
    To(Day),
    Cleared,
}

/// Shows a date that can be typed over; `+7d` counts from the date itself.
/// Nothing changes until Enter is pressed or the field is left, and then only
/// where the text is a date; Esc takes the typing back.
pub fn date_field(
    ui: &mut Ui,
    id: WidgetId,
    label: &str,
    value: Option<Day>,
    context: TypedContext,
    words: &Words,
) -> Option<DateChange> {
    let lang = words.lang();
    let shown = value.map_or(String::new(), |day| date_long(day, lang));
    let typed: Option<String> = ui.data(|data| data.get_temp(id));
    let mut text = typed.clone().unwrap_or_else(|| shown.clone());
    let context = TypedContext { from: value.unwrap_or(context.from), ..context };
    let read = read_typed(&text, context);
    let wrong = typed.is_some() && !text.trim().is_empty() && read.is_err();
    let mut edit = TextEdit::singleline(&mut text)
        .id(id)
        .desired_width(128.0)
        .hint_text(words.text("date-none"));
    if wrong {
        edit = edit.text_color(ui.visuals().error_fg_color);
    }
    let response = name(ui.add(edit), label);
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
    }
    if wrong {
        hint(ui, &words.text("date-forms"), ui.visuals().error_fg_color);
    }
    if !response.lost_focus() {
        return None;
    }
    ui.data_mut(|data| data.remove_temp::<String>(id));
    let given_up = ui.input(|input| input.key_pressed(eframe::egui::Key::Escape));
    if given_up || typed.is_none() || text == shown {
        return None;
    }
    if text.trim().is_empty() {
        return value.map(|_| DateChange::Cleared);
    }
    read.ok().filter(|day| Some(*day) != value).map(DateChange::To)
}

fn hint(ui: &mut Ui, text: &str, color: Color32) {
    ui.small(eframe::egui::RichText::new(text).color(color));
}

/// Gives a text field the name by which tests and screen readers find it.
pub fn name(response: Response, label: &str) -> Response {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(label));
    response
}
