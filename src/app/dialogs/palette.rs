//! Every action by its name, and the list of keys.

use eframe::egui::{Grid, Id as WidgetId, Key, RichText, ScrollArea, TextEdit, Ui};

use super::{close_button, heading};
use crate::app::action::Action;
use crate::app::present::KEYS;
use crate::app::shortcuts::{Group, SHORTCUTS, Shortcut};
use crate::app::typed_field;
use crate::app::view::View;
use crate::i18n::without_accents;

/// The command palette: type a part of a name, Enter does it.
pub fn show(
    ui: &mut Ui,
    query: &mut String,
    chosen: &mut usize,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let title = view.words.text("action-palette");
    heading(ui, &title);
    let wanted = without_accents(query);
    let names: Vec<(&Shortcut, String)> = SHORTCUTS
        .iter()
        .map(|shortcut| (shortcut, view.words.text(shortcut.name)))
        .filter(|(_, name)| without_accents(name).contains(&wanted))
        .collect();
    let (up, down, enter) = ui.input(|input| {
        let key = |key| input.key_pressed(key);
        (key(Key::ArrowUp), key(Key::ArrowDown), key(Key::Enter))
    });
    let last = names.len().saturating_sub(1);
    if up {
        *chosen = chosen.saturating_sub(1);
    }
    if down {
        *chosen += 1;
    }
    *chosen = (*chosen).min(last);
    let edit = TextEdit::singleline(query).id(WidgetId::unique("palette")).desired_width(420.0);
    let response = typed_field::name(ui.add(edit), &title);
    if response.changed() {
        *chosen = 0;
    }
    response.request_focus();
    let mut run = enter.then_some(*chosen);
    ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
        for (index, (shortcut, name)) in names.iter().enumerate() {
            ui.horizontal(|ui| {
                let row = ui.selectable_label(index == *chosen, name);
                if index == *chosen && (up || down) {
                    row.scroll_to_me(None);
                }
                if row.clicked() {
                    run = Some(index);
                }
                ui.small(RichText::new(keys_text(shortcut, view)).weak());
            });
        }
    });
    if let Some((shortcut, _)) = run.and_then(|index| names.get(index)) {
        actions.push(Action::CloseDialog);
        actions.push((shortcut.action)());
    }
}

/// The keys of a shortcut in the language of the window.
pub fn keys_text(shortcut: &Shortcut, view: &View) -> String {
    in_words(shortcut.label, view)
}

fn in_words(label: &str, view: &View) -> String {
    let label = label.replace("Shift", &view.words.text("key-shift"));
    let label = label.replace("Del", &view.words.text("key-delete"));
    let label = label.replace("Enter", &view.words.text("key-enter"));
    label.replace("Space", &view.words.text("key-space"))
}

/// The groups of the list, in order.
const GROUPS: [(Group, &str); 7] = [
    (Group::Playback, "menu-playback"),
    (Group::Present, "menu-present"),
    (Group::View, "menu-view"),
    (Group::Edit, "menu-edit"),
    (Group::Plan, "menu-plan"),
    (Group::File, "menu-file"),
    (Group::Help, "menu-help"),
];

/// Keys that are no actions of the menus, by where they work.
const OTHER_KEYS: [(&str, &[(&str, &str)]); 4] = [
    (
        "menu-timeline",
        &[
            ("Tab, ↑ ↓", "keys-next-bar"),
            ("⇧+↑ ↓", "keys-bars-range"),
            ("Ctrl+↑ ↓", "keys-bars-walk"),
            ("Ctrl+Space", "keys-bars-add"),
            ("Enter", "keys-bars-dates"),
            ("Alt+← →", "keys-move-bar"),
            ("Alt+⇧+← →", "keys-move-end"),
            ("Ctrl+⇧+← →", "keys-move-start"),
            ("Alt", "keys-bars-free"),
            ("Esc", "keys-cancel"),
        ],
    ),
    ("tab-chapters", &[("Alt+← →", "keys-move-chapter")]),
    ("action-present", KEYS),
    (
        "menu-tables",
        &[
            ("F2", "keys-table-type"),
            ("Tab", "keys-table-next"),
            ("⇧+↑ ↓", "keys-table-range"),
            ("Ctrl+A", "keys-table-all"),
            ("Ctrl+C, Ctrl+V", "keys-table-copy"),
            ("Ctrl+D", "keys-table-fill"),
            ("Del", "keys-table-delete"),
        ],
    ),
];

/// The list of keys.
pub fn keys(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    heading(ui, &view.words.text("action-keys"));
    ScrollArea::vertical().max_height(460.0).auto_shrink([false, true]).show(ui, |ui| {
        for (group, title) in GROUPS {
            let members = SHORTCUTS.iter().filter(|s| s.group == group && !s.label.is_empty());
            section(ui, title, members.map(|shortcut| (shortcut.label, shortcut.name)), view);
        }
        for (title, keys) in OTHER_KEYS {
            section(ui, title, keys.iter().copied(), view);
        }
    });
    close_button(ui, view, actions);
}

/// Keys with what they do, below a title.
fn section(
    ui: &mut Ui,
    title: &str,
    keys: impl Iterator<Item = (&'static str, &'static str)>,
    view: &View,
) {
    ui.add_space(6.0);
    ui.strong(view.words.text(title));
    Grid::new(title).num_columns(2).min_col_width(120.0).show(ui, |ui| {
        for (keys, name) in keys {
            ui.label(in_words(keys, view));
            ui.label(view.words.text(name));
            ui.end_row();
        }
    });
}
