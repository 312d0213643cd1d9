//! The menus, and at their right language, theme and palette.

use eframe::egui::{Align, Layout, MenuBar, RichText, Ui};

use crate::app::action::{Action, FormStep, StepLabel};
use crate::app::dialogs::keys_text;
use crate::app::shortcuts::{Group, SHORTCUTS, Shortcut};
use crate::app::view::View;
use crate::draw::Theme;
use crate::i18n::Lang;

pub fn show(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    MenuBar::new().ui(ui, |ui| {
        for (group, name) in [
            (Group::File, "menu-file"),
            (Group::Edit, "menu-edit"),
            (Group::View, "menu-view"),
            (Group::Playback, "menu-playback"),
            (Group::Present, "menu-present"),
            (Group::Help, "menu-help"),
        ] {
            ui.menu_button(view.words.text(name), |ui| menu(ui, group, view, actions));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            language_and_theme(ui, view, actions);
            ui.with_layout(Layout::left_to_right(Align::Center).with_main_justify(true), |ui| {
                let mark = if view.journal.is_saved() { "" } else { " •" };
                let title = view.plan.header().title.in_language(view.words.lang().tag());
                ui.label(RichText::new(format!("{title}{mark}")).strong());
            });
        });
    });
}

fn menu(ui: &mut Ui, group: Group, view: &View, actions: &mut Vec<Action>) {
    for shortcut in SHORTCUTS.iter().filter(|s| s.group == group) {
        let name = view.words.text(shortcut.name);
        let (name, enabled) = match shortcut.name {
            "action-undo" => step_name(name, view.journal.undo_label(), view),
            "action-redo" => step_name(name, view.journal.redo_label(), view),
            _ => (name, true),
        };
        entry(ui, shortcut, &name, enabled, view, actions);
    }
    if group == Group::Edit {
        ui.separator();
        ui.menu_button(view.words.text("menu-add"), |ui| menu(ui, Group::Add, view, actions));
    }
    if group == Group::File && !view.recent.is_empty() {
        ui.separator();
        for path in view.recent {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
                actions.push(Action::Open(path.clone()));
            }
        }
    }
}

fn entry(
    ui: &mut Ui,
    shortcut: &Shortcut,
    name: &str,
    enabled: bool,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let button = eframe::egui::Button::new(name).shortcut_text(keys_text(shortcut, view));
    if ui.add_enabled(enabled, button).clicked() {
        actions.push((shortcut.action)());
        ui.close();
    }
}

/// `Annuler : dates de Fermeture de Ber`.
fn step_name(name: String, step: Option<&StepLabel>, view: &View) -> (String, bool) {
    let Some(step) = step else { return (name, false) };
    let item = |id| view.names().item(id);
    let what = match step {
        StepLabel::Dates(id) => view.words.fill("step-dates", &[("item", item(id).into())]),
        StepLabel::Rename(id) => view.words.fill("step-rename", &[("item", item(id).into())]),
        StepLabel::Actual(id) => view.words.fill("step-actual", &[("item", item(id).into())]),
        StepLabel::Closing(id) => view.words.fill("step-closing", &[("item", item(id).into())]),
        StepLabel::Rating(id) => view.words.fill("step-rating", &[("item", item(id).into())]),
        StepLabel::Form(step) => form_step(step, view),
        StepLabel::Chapter { message, title } => {
            view.words.fill(message, &[("item", title.as_str().into())])
        }
        StepLabel::Rows { message, count } => {
            view.words.fill(message, &[("count", (*count).into())])
        }
    };
    (format!("{name} – {what}"), true)
}

fn form_step(step: &FormStep, view: &View) -> String {
    let words = view.words;
    let member = |member: &str| ("member", words.word("member", member).into());
    let item = |name: &str| ("item", name.to_owned().into());
    match step {
        FormStep::Member { item: id, member: name } => {
            words.fill("step-member", &[member(name), item(&view.names().item(id))])
        }
        FormStep::Header { member: name } => words.fill("step-header", &[member(name)]),
        FormStep::Several { count, member: name } => {
            words.fill("step-several", &[member(name), ("count", (*count).into())])
        }
        FormStep::Add { name } => words.fill("step-add", &[item(name)]),
        FormStep::Duplicate { name } => words.fill("step-duplicate", &[item(name)]),
        FormStep::Remove { name } => words.fill("step-remove", &[item(name)]),
        FormStep::RemoveSeveral { count } => {
            words.fill("step-remove-several", &[("count", (*count).into())])
        }
    }
}

fn language_and_theme(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let dark = view.style.theme == Theme::Dark;
    let theme_name = view.words.text(if dark { "theme-to-light" } else { "theme-to-dark" });
    if ui.button(&theme_name).clicked() {
        actions.push(Action::SetTheme(if dark { Theme::Light } else { Theme::Dark }));
    }
    for lang in Lang::ALL.into_iter().rev() {
        let on = view.words.lang() == lang;
        let text = lang.tag().to_uppercase();
        if ui.selectable_label(on, text).on_hover_text(lang.own_name()).clicked() {
            actions.push(Action::SetLang(lang));
        }
    }
}
