//! The keys on a table, while it has the focus.

use eframe::egui::{Event, EventFilter, Key, Modifiers, Ui};

use super::grid::Frame;
use super::ground_id;
use crate::app::action::Action;
use crate::app::tables::{Reach, TableAction};
use crate::table::Column;

/// `page`: how many rows can be seen at once.
pub fn act(ui: &Ui, frame: &Frame, columns: &[Column], page: usize, actions: &mut Vec<Action>) {
    let id = ground_id();
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let arrows =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    clipboard(ui, actions);
    let pressed = |modifiers: Modifiers, key: Key| {
        ui.input(|input| {
            let held = input.modifiers;
            input.key_pressed(key)
                && (held.command, held.shift, held.alt)
                    == (modifiers.command, modifiers.shift, modifiers.alt)
        })
    };
    const NONE: Modifiers = Modifiers::NONE;
    for (modifiers, key, action) in [
        (Modifiers::COMMAND, Key::A, TableAction::SelectAll),
        (Modifiers::COMMAND, Key::D, TableAction::FillDown),
        (NONE, Key::F2, TableAction::Open),
        (NONE, Key::Enter, TableAction::Open),
        (NONE, Key::Delete, TableAction::Delete),
    ] {
        if pressed(modifiers, key) {
            actions.push(Action::Table(action));
        }
    }
    let last_row = frame.rows.len().saturating_sub(1);
    let last_column = columns.len() - 1;
    for (key, down, right) in [
        (Key::ArrowUp, Step::By(-1), Step::By(0)),
        (Key::ArrowDown, Step::By(1), Step::By(0)),
        (Key::PageUp, Step::By(-(page as isize)), Step::By(0)),
        (Key::PageDown, Step::By(page as isize), Step::By(0)),
        (Key::ArrowLeft, Step::By(0), Step::By(-1)),
        (Key::ArrowRight, Step::By(0), Step::By(1)),
        (Key::Home, Step::By(0), Step::To(0)),
        (Key::End, Step::By(0), Step::To(last_column)),
    ] {
        let shift = pressed(Modifiers::SHIFT, key);
        if !(shift || pressed(NONE, key)) || frame.rows.len() == 0 {
            continue;
        }
        let cursor = frame.view.tables.look().cursor.as_ref();
        let at = cursor.and_then(|cursor| {
            let column = columns.iter().position(|column| *column == cursor.column)?;
            Some((frame.rows.position(&cursor.row)?, column))
        });
        // The first key only finds the table.
        let (row, column) = match at {
            Some((row, column)) => (down.from(row, last_row), right.from(column, last_column)),
            None => (0, 0),
        };
        let stays = at.is_some_and(|(before, _)| before == row);
        let how = match (shift, stays) {
            (true, false) => Reach::Range,
            (_, true) => Reach::Along,
            (false, false) => Reach::Only,
        };
        let row = frame.rows.row(row).item.id().clone();
        actions.push(Action::Table(TableAction::Go { row, column: columns[column], how }));
    }
}

#[derive(Clone, Copy)]
enum Step {
    By(isize),
    To(usize),
}

impl Step {
    fn from(self, at: usize, last: usize) -> usize {
        match self {
            Step::By(steps) => at.saturating_add_signed(steps).min(last),
            Step::To(to) => to,
        }
    }
}

fn clipboard(ui: &Ui, actions: &mut Vec<Action>) {
    let events = ui.input(|input| input.events.clone());
    for event in events {
        let action = match event {
            Event::Copy => TableAction::Copy,
            Event::Paste(text) => TableAction::Paste(text),
            _ => continue,
        };
        actions.push(Action::Table(action));
    }
}
