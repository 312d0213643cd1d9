//! What the chosen chapter says, edited in place.

use eframe::egui::{Id as WidgetId, Ui};

use crate::app::action::{Action, FormAction, FormStep, StepLabel};
use crate::app::chapters::ChapterAction;
use crate::app::date_field::{DateChange, date_field};
use crate::app::present::ShowAction;
use crate::app::typed_field::TypedField;
use crate::app::view::View;
use crate::calendar::{Day, TypedContext};
use crate::draw;
use crate::plan::edit::Command;
use crate::plan::{Chapter, Text};

pub fn show(
    ui: &mut Ui,
    chapter: &Chapter,
    all: &[&Chapter],
    view: &View,
    actions: &mut Vec<Action>,
) {
    ui.spacing_mut().item_spacing.y = 6.0;
    title(ui, chapter, view, actions);
    days(ui, chapter, view, actions);
    buttons(ui, chapter, all, view, actions);
    notes(ui, chapter, view, actions);
}

/// Unique for the document, the chapter and its member.
fn field_id(chapter: &Chapter, member: &str, view: &View) -> WidgetId {
    WidgetId::unique(("chapter", view.document, chapter.id.as_str(), member))
}

fn edit(member: &str, chapter: Chapter) -> Action {
    let step = FormStep::Member { item: (*chapter.id).clone(), member: member.into() };
    Action::Edit(StepLabel::Form(step), Command::put(chapter))
}

fn title(ui: &mut Ui, chapter: &Chapter, view: &View, actions: &mut Vec<Action>) {
    let tag = view.words.lang().tag();
    let label = view.words.text("chapter-title");
    let field = TypedField {
        id: field_id(chapter, "title", view),
        label: &label,
        shown: chapter.title.in_language(tag),
        hint: &label,
        width: ui.available_width() - 8.0,
    };
    ui.strong(&label);
    if let Some(text) = field.show(ui, |_| None) {
        let title = chapter.title.with(tag, text.trim());
        actions.push(edit("title", Chapter { title, ..chapter.clone() }));
    }
}

fn days(ui: &mut Ui, chapter: &Chapter, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let context = |from: Option<Day>| TypedContext {
        from: from.unwrap_or(view.moment.day()),
        ..view.typed_context()
    };
    ui.columns_const(|[first, last]| {
        let field = |ui: &mut Ui, member: &str, message: &str, value, from| {
            ui.strong(words.text(message));
            let id = field_id(chapter, member, view);
            date_field(ui, id, &words.text(message), value, context(from), words).map(|change| {
                match change {
                    DateChange::To(day) => Some(day),
                    DateChange::Cleared => None,
                }
            })
        };
        if let Some(moment) = field(first, "moment", "chapter-from", chapter.moment, chapter.moment)
        {
            // A last day before the first is dropped.
            let until = chapter.until.filter(|until| moment.is_some_and(|from| from <= *until));
            actions.push(edit("moment", Chapter { moment, until, ..chapter.clone() }));
        }
        if let Some(until) = field(last, "until", "chapter-until", chapter.until, chapter.moment) {
            let in_order = chapter.moment.is_some_and(|from| until.is_none_or(|it| from <= it));
            if in_order {
                actions.push(edit("until", Chapter { until, ..chapter.clone() }));
            }
        }
    });
}

fn notes(ui: &mut Ui, chapter: &Chapter, view: &View, actions: &mut Vec<Action>) {
    let tag = view.words.lang().tag();
    let label = view.words.text("chapter-notes");
    let field = TypedField {
        id: field_id(chapter, "notes", view),
        label: &label,
        shown: chapter.notes.as_ref().map_or("", |notes| notes.in_language(tag)),
        hint: &view.words.text("chapter-notes-hint"),
        width: ui.available_width() - 8.0,
    };
    ui.strong(&label);
    if let Some(text) = field.show_lines(ui) {
        let notes = match (&chapter.notes, text.trim().is_empty()) {
            (Some(notes), true) => notes.without(tag),
            (Some(notes), false) => Some(notes.with(tag, &text)),
            (None, true) => None,
            (None, false) => Some(Text::Same(text)),
        };
        actions.push(edit("notes", Chapter { notes, ..chapter.clone() }));
    }
}

fn buttons(
    ui: &mut Ui,
    chapter: &Chapter,
    all: &[&Chapter],
    view: &View,
    actions: &mut Vec<Action>,
) {
    let words = view.words;
    let at = all.iter().position(|other| other.id == chapter.id).unwrap_or(0);
    let id = || chapter.id.clone();
    ui.horizontal_wrapped(|ui| {
        let mut button = |ui: &mut Ui, name: &str, on: bool, action: Action| {
            let button = eframe::egui::Button::new(words.text(name));
            if ui.add_enabled(on, button).clicked() {
                actions.push(action);
            }
        };
        let go_to = ChapterAction::GoTo(id());
        button(ui, "chapter-go-to", true, Action::Chapter(go_to));
        button(ui, "chapter-present", true, Action::Show(ShowAction::FromHere));
        button(ui, "chapter-retake", true, Action::Chapter(ChapterAction::Retake(id())));
        let earlier = ChapterAction::Move(id(), at.saturating_sub(1));
        button(ui, "chapter-earlier", at > 0, Action::Chapter(earlier));
        let later = ChapterAction::Move(id(), at + 1);
        button(ui, "chapter-later", at + 1 < all.len(), Action::Chapter(later));
        button(ui, "chapter-duplicate", true, Action::Form(FormAction::Duplicate));
        button(ui, "chapter-remove", true, Action::Form(FormAction::Remove));
        ui.menu_button(words.text("chapter-layers"), |ui| layers(ui, chapter, view, actions));
    });
}

/// Which layers of the map the chapter shows, those of the plan last.
fn layers(ui: &mut Ui, chapter: &Chapter, view: &View, actions: &mut Vec<Action>) {
    let of_map = draw::layers().map(|name| (name, view.words.word("layer", name)));
    let own = view.plan.layers().iter();
    let own = own.map(|layer| (layer.id.as_str(), view.names().item(&layer.id)));
    let all: Vec<(&str, String)> = of_map.chain(own).collect();
    for (name, label) in &all {
        let mut on = chapter.shows(name);
        if ui.checkbox(&mut on, label).changed() {
            let is_wanted = |other: &&str| if other == name { on } else { chapter.shows(other) };
            let wanted = all.iter().map(|(name, _)| *name).filter(is_wanted);
            let wanted: Vec<String> = wanted.map(Into::into).collect();
            // All of them are what a chapter shows that names none.
            let layers = (wanted.len() < all.len()).then_some(wanted);
            actions.push(edit("layers", Chapter { layers, ..chapter.clone() }));
        }
    }
}
