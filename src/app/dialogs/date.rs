//! Going to a date.

use eframe::egui::{Id as WidgetId, Key, TextEdit, Ui};

use super::heading;
use crate::app::action::Action;
use crate::app::typed_field;
use crate::app::view::View;
use crate::calendar::{Day, Moment, read_typed};
use crate::i18n::date_long;

/// A field for a date or a phase; Enter goes there.
pub fn show(ui: &mut Ui, text: &mut String, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    heading(ui, &words.text("date-title"));
    let id = WidgetId::unique("go-to-date");
    let edit = TextEdit::singleline(text)
        .id(id)
        .desired_width(260.0)
        .hint_text(date_long(view.moment.day(), words.lang()));
    let response = typed_field::name(ui.add(edit), &words.text("date-title"));
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    // Also after an Enter that found nothing: there it can be mended.
    response.request_focus();
    let found = read(text, view);
    match found {
        Some(day) => ui.label(date_long(day, words.lang())),
        None if text.trim().is_empty() => ui.label(words.text("date-forms-or-phase")),
        None => ui.colored_label(ui.visuals().error_fg_color, words.text("date-forms-or-phase")),
    };
    if entered && let Some(day) = found {
        actions.push(Action::CloseDialog);
        actions.push(Action::Seek(Moment::close_of(day)));
    }
}

/// A typed date, or the first day of a phase by its name or id: `phase 2b`.
fn read(text: &str, view: &View) -> Option<Day> {
    if let Ok(day) = read_typed(text, view.typed_context()) {
        return Some(day);
    }
    let wanted = text.trim().to_lowercase();
    let wanted = wanted.strip_prefix("phase").unwrap_or(&wanted).trim();
    let tag = view.words.lang().tag();
    let phases = view.plan.phases();
    let by_id = phases.iter().find(|phase| phase.id.as_str() == wanted);
    let by_name = || {
        let fits = |name: &str| !wanted.is_empty() && name.to_lowercase().contains(wanted);
        phases.iter().find(|phase| fits(phase.name.in_language(tag)))
    };
    by_id.or_else(by_name)?.span.start
}
