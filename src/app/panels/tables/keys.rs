//! The keys on a table, while it has the focus.

use eframe::egui::{Event, EventFilter, Key, Modifiers, Ui};

use super::grid::Frame;
use super::ground_id;
use crate::app::action::Action;
use crate::app::focus;
use crate::app::tables::{Reach, TableAction};
use crate::table::Column;

/// `page`: how many rows can be seen at once.
pub fn act(ui: &Ui, frame: &Frame, columns: &[Column], page: usize, actions: &mut Vec<Action>) {
    let id = ground_id();
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    focus::takes(ui.ctx(), id, focus::TABLE);
    let arrows =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    let cursor = frame.view.tables.look().cursor.as_ref();
    let at = cursor.and_then(|cursor| {
        let column = columns.iter().position(|column| *column == cursor.column)?;
        Some((frame.rows.position(&cursor.row)?, column))
    });
    let last = (frame.rows.len().saturating_sub(1), columns.len() - 1);
    let mut walk = Walk { at, last, page };
    for event in ui.input(|input| input.events.clone()) {
        match event {
            Event::Copy => actions.push(Action::Table(TableAction::Copy)),
            Event::Paste(text) => actions.push(Action::Table(TableAction::Paste(text))),
            Event::Key { key, pressed: true, modifiers, .. } if !modifiers.alt => {
                if let Some(action) = command(modifiers, key) {
                    actions.push(Action::Table(action));
                } else if !modifiers.command
                    && frame.rows.len() > 0
                    && let Some((row, column, stays)) = walk.step(key)
                {
                    let how = match (stays, modifiers.shift) {
                        (true, _) => Reach::Along,
                        (false, true) => Reach::Range,
                        (false, false) => Reach::Only,
                    };
                    let row = frame.rows.row(row).item.id().clone();
                    let go = TableAction::Go { row, column: columns[column], how };
                    actions.push(Action::Table(go));
                }
            }
            _ => {}
        }
    }
}

fn command(modifiers: Modifiers, key: Key) -> Option<TableAction> {
    Some(match (modifiers.command, modifiers.shift, key) {
        (true, false, Key::A) => TableAction::SelectAll,
        (true, false, Key::D) => TableAction::FillDown,
        (false, false, Key::F2 | Key::Enter) => TableAction::Open,
        _ => return None,
    })
}

/// The cursor on its way through the rows and columns. Several keys may come within
/// one frame.
struct Walk {
    at: Option<(usize, usize)>,
    last: (usize, usize),
    page: usize,
}

impl Walk {
    /// Where a key leads, and whether that is in the same row. None for other keys.
    fn step(&mut self, key: Key) -> Option<(usize, usize, bool)> {
        let page = self.page as isize;
        let (down, right) = match key {
            Key::ArrowUp => (-1, 0),
            Key::ArrowDown => (1, 0),
            Key::PageUp => (-page, 0),
            Key::PageDown => (page, 0),
            Key::ArrowLeft => (0, -1),
            Key::ArrowRight => (0, 1),
            Key::Home => (0, -(self.last.1 as isize)),
            Key::End => (0, self.last.1 as isize),
            _ => return None,
        };
        // The first key only finds the table.
        let to = self.at.map_or((0, 0), |(row, column)| {
            let row = row.saturating_add_signed(down).min(self.last.0);
            (row, column.saturating_add_signed(right).min(self.last.1))
        });
        let stays = self.at.is_some_and(|(row, _)| row == to.0);
        self.at = Some(to);
        Some((to.0, to.1, stays))
    }
}
