//! Every action by its name, and the list of keys.

use eframe::egui::{
    Button, Grid, Id as WidgetId, Key, RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2,
};

use super::{close_button, heading};
use crate::app::action::Action;
use crate::app::convert::family;
use crate::app::mapping::MAP_KEYS;
use crate::app::present::KEYS;
use crate::app::shortcuts::{Group, SHORTCUTS, Shortcut};
use crate::app::typed_field;
use crate::app::view::View;
use crate::i18n::without_accents;
use crate::scene::Face;

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
    let edit =
        TextEdit::singleline(query).id(WidgetId::unique("palette")).desired_width(f32::INFINITY);
    let response = typed_field::name(ui.add(edit), &title);
    if response.changed() {
        *chosen = 0;
    }
    response.request_focus();
    let mut run = enter.then_some(*chosen);
    ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
        for (index, (shortcut, name)) in names.iter().enumerate() {
            let is_chosen = index == *chosen;
            let row = Button::selectable(is_chosen, name)
                .shortcut_text(keys_text(shortcut, view))
                .min_size(vec2(ui.available_width() - 8.0, 0.0));
            let row = ui.add(row);
            row.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, name));
            if is_chosen && (up || down) {
                row.scroll_to_me(None);
            }
            if row.clicked() {
                run = Some(index);
            }
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

/// The names of keys that are words, and the messages for them.
const KEY_WORDS: [(&str, &str); 10] = [
    ("Backspace", "key-backspace"),
    ("Shift", "key-shift"),
    ("Del", "key-delete"),
    ("Enter", "key-enter"),
    ("Space", "key-space"),
    ("Home", "key-home"),
    ("End", "key-end"),
    ("PgUp", "key-page-up"),
    ("PgDn", "key-page-down"),
    ("Esc", "key-escape"),
];

fn in_words(label: &str, view: &View) -> String {
    let in_words = |label: String, (key, word): (&str, &str)| {
        if label.contains(key) { label.replace(key, &view.words.text(word)) } else { label }
    };
    KEY_WORDS.into_iter().fold(label.to_owned(), in_words)
}

/// The groups of the list, in order.
const GROUPS: [(Group, &str); 8] = [
    (Group::Playback, "menu-playback"),
    (Group::Present, "menu-present"),
    (Group::View, "menu-view"),
    (Group::Tabs, "menu-tabs"),
    (Group::Edit, "menu-edit"),
    (Group::Plan, "menu-plan"),
    (Group::File, "menu-file"),
    (Group::Help, "menu-help"),
];

/// Keys that are no actions of the menus, by where they work.
const OTHER_KEYS: [(&str, &[(&str, &str)]); 5] = [
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
    ("menu-map", MAP_KEYS),
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
    ui.add_space(10.0);
    ui.label(RichText::new(view.words.text(title)).family(family(Face::SemiBold)));
    Grid::new(title).num_columns(2).min_col_width(120.0).show(ui, |ui| {
        for (keys, name) in keys {
            ui.label(in_words(keys, view));
            ui.label(view.words.text(name));
            ui.end_row();
        }
    });
}
