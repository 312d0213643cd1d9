//! The menus, and at their right language, theme and palette.

use eframe::egui::{Align, Button, Label, Layout, MenuBar, RichText, Ui, WidgetInfo};

use super::step_text::step_text;
use super::toggles::{is_on, role, tick};
use super::versions;
use crate::app::action::Action;
use crate::app::dialogs::keys_text;
use crate::app::shortcuts::{Group, SHORTCUTS, Shortcut};
use crate::app::steps::Step;
use crate::app::view::View;
use crate::draw::Theme;
use crate::i18n::Lang;

pub fn show(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    MenuBar::new().ui(ui, |ui| {
        for (group, name) in [
            (Group::File, "menu-file"),
            (Group::Edit, "menu-edit"),
            (Group::Plan, "menu-plan"),
            (Group::View, "menu-view"),
            (Group::Playback, "menu-playback"),
            (Group::Present, "menu-present"),
            (Group::Help, "menu-help"),
        ] {
            ui.menu_button(view.words.text(name), |ui| menu(ui, group, view, actions));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            language_and_theme(ui, view, actions);
            versions::selector(ui, view, actions);
            ui.with_layout(Layout::left_to_right(Align::Center).with_main_justify(true), |ui| {
                let mark = if view.journal.is_saved() { "" } else { " •" };
                let title = view.plan.header().title.in_language(view.words.lang().tag());
                let title = RichText::new(format!("{title}{mark}")).strong();
                ui.add(Label::new(title).truncate());
            });
        });
    });
    versions::mark(ui, view);
}

fn menu(ui: &mut Ui, group: Group, view: &View, actions: &mut Vec<Action>) {
    let entries = || SHORTCUTS.iter().filter(move |shortcut| shortcut.group == group);
    // Where one of them can be on, all leave room for its tick.
    let is_ticked = entries().any(|shortcut| is_on(&(shortcut.action)(), ui, view).is_some());
    for shortcut in entries() {
        let name = view.words.text(shortcut.name);
        let (name, enabled) = match shortcut.name {
            "action-undo" => step_name(name, view.journal.undo_label(), view),
            "action-redo" => step_name(name, view.journal.redo_label(), view),
            _ => (name, true),
        };
        entry(ui, shortcut, &name, enabled, is_ticked, view, actions);
    }
    if group == Group::Edit {
        ui.separator();
        let name = (tick(false), view.words.text("menu-add"));
        ui.menu_button(name, |ui| menu(ui, Group::Add, view, actions));
    }
    if group == Group::Plan {
        ui.separator();
        versions::menus(ui, view, actions);
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
    is_ticked: bool,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let action = (shortcut.action)();
    let on = is_on(&action, ui, view);
    let button = match is_ticked {
        true => Button::new((tick(on == Some(true)), name)),
        false => Button::new(name),
    };
    let response = ui.add_enabled(enabled, button.shortcut_text(keys_text(shortcut, view)));
    if let Some(on) = on {
        response.widget_info(|| WidgetInfo::selected(role(&action), enabled, on, name));
    }
    if response.clicked() {
        actions.push(action);
        ui.close();
    }
}

/// `Annuler – dates de « Fermeture de Ber »`.
fn step_name(name: String, step: Option<&Step>, view: &View) -> (String, bool) {
    match step {
        Some(step) => (format!("{name} – {}", step_text(step, view)), true),
        None => (name, false),
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
