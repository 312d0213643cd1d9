//! What is asked of the tables, done.

use std::sync::Arc;

use eframe::egui::Context;

use super::Window;
use super::action::StepLabel;
use super::cache_keys::OrderKey;
use super::panels::tables::ground_id;
use super::tables::{Cursor, Reach, TableAction};
use super::view::View;
use crate::i18n::words;
use crate::plan::edit::Command;
use crate::plan::{Id, Item};
use crate::table::{self, Column, Ground, Row, tsv};

/// The rows of the table that is shown: all of them, and the numbers of those that
/// pass its filters, in order.
#[derive(Clone)]
pub struct TableRows {
    pub all: Arc<Vec<Row>>,
    pub order: Arc<Vec<usize>>,
}

impl TableRows {
    pub fn len(&self) -> usize {
        self.order.len()
    }

    pub fn row(&self, at: usize) -> &Row {
        &self.all[self.order[at]]
    }

    pub fn iter(&self) -> impl Iterator<Item = &Row> {
        self.order.iter().map(|at| &self.all[*at])
    }

    pub fn position(&self, id: &Id) -> Option<usize> {
        self.iter().position(|row| row.item.id() == id)
    }
}

/// What cells are made from.
pub fn ground<'a>(view: &View<'a>) -> Ground<'a> {
    let View { plan, theatre, schedule, problems, now, words, .. } = *view;
    Ground::new(plan, theatre, schedule, problems, now, words)
}

impl Window {
    /// The rows of the table that is shown.
    pub(super) fn table_rows(&mut self) -> TableRows {
        let (plan_key, theatre) = (self.plan_key(), self.theatre_key());
        let kind = self.tables.kind;
        let plan = self.document.plan().clone();
        let all = self.cache.table_rows((plan_key, kind), || table::rows(kind, &plan));
        let look = self.tables.look();
        let is_of_moment = look.query.is_of_moment(&look.columns);
        let key = OrderKey {
            plan: plan_key,
            theatre,
            kind,
            query: look.query.clone(),
            shown: look.columns.clone(),
            lang: self.settings.lang,
            track: self.view.track,
            moment: is_of_moment.then(|| self.view.playback.moment()),
        };
        let order = match self.cache.known_order(&key) {
            Some(order) => order,
            None => {
                let order = self.with_view(|view| {
                    let look = view.tables.look();
                    table::order(&all, &look.query, &look.columns, &ground(view))
                });
                self.cache.keep_order(key, order)
            }
        };
        TableRows { all, order }
    }

    pub(super) fn act_on_table(&mut self, ctx: &Context, action: TableAction) {
        let kind = self.tables.kind;
        let look = self.tables.look_mut();
        match action {
            TableAction::Show(kind) => self.tables.kind = kind,
            TableAction::Sort { column, also } => look.sort(column, also),
            TableAction::Search(text) => look.query.text = text,
            TableAction::Filter(column, filter) => look.filter(column, filter),
            TableAction::ClearFilters => {
                look.query.filters.clear();
                look.query.text.clear();
            }
            TableAction::ShowColumn(column, on) => look.show_column(column, on, kind),
            TableAction::Widen(column, width) => look.widen(column, width),
            TableAction::Go { row, column, how } => self.go_to_cell(row, column, how),
            TableAction::SelectAll => {
                let ids = self.table_rows().iter().map(|row| row.item.id().clone()).collect();
                self.view.selected = ids;
            }
            TableAction::Open => self.open_cell(),
            TableAction::Leave { text, go_on } => {
                look.is_open = false;
                if let Some(text) = text {
                    self.set_cells(&text);
                }
                if go_on {
                    self.go_on_to_next_cell();
                }
                // Whoever has clicked elsewhere meanwhile stays there.
                if !self.tables.look().is_open && ctx.memory(|m| m.focused().is_none()) {
                    ctx.memory_mut(|memory| memory.request_focus(ground_id()));
                }
            }
            TableAction::Copy => {
                let text = self.with_chosen(|rows, view| {
                    let columns = &view.tables.look().columns;
                    let block = table::copy(view.tables.kind, rows, columns, &ground(view));
                    (!rows.is_empty()).then(|| tsv::write(&block))
                });
                if let Some(text) = text {
                    ctx.copy_text(text);
                    self.say_count("table-copied");
                }
            }
            TableAction::Paste(text) => self.paste(&text),
            TableAction::PasteAll(pasted) => {
                self.dialog = None;
                self.put_pasted(pasted);
            }
            TableAction::FillDown => {
                let text = self.with_chosen(|rows, view| {
                    let column = view.tables.look().cursor.as_ref()?.column;
                    Some(column.plain(rows.first()?, &ground(view)))
                });
                if let Some(text) = text {
                    self.set_cells(&text);
                }
            }
        }
    }

    /// The rows that an edit is about, in the order of the table: those selected,
    /// and where the cursor is not among them, that of the cursor alone.
    fn with_chosen<R>(&mut self, work: impl FnOnce(&[&Row], &View) -> R) -> R {
        let rows = self.table_rows();
        self.with_view(|view| {
            let selected = &view.state.selected;
            let cursor = view.tables.look().cursor.as_ref().map(|cursor| &cursor.row);
            let alone = cursor.filter(|row| !selected.contains(*row));
            let is_chosen = |row: &&Row| match alone {
                Some(id) => row.item.id() == id,
                None => selected.contains(row.item.id()),
            };
            let chosen: Vec<&Row> = rows.iter().filter(is_chosen).collect();
            work(&chosen, view)
        })
    }

    fn go_to_cell(&mut self, row: Id, column: Column, how: Reach) {
        // A click that also leaves a cell comes before what was typed is in the plan.
        if self.tables.look().is_open {
            return;
        }
        let rows = self.table_rows();
        let look = self.tables.look_mut();
        let selected = &mut self.view.selected;
        match how {
            Reach::Only => *selected = [row.clone()].into_iter().collect(),
            Reach::Toggle => {
                if !selected.remove(&row) {
                    selected.insert(row.clone());
                }
            }
            Reach::Range => {
                let from = look.anchor.as_ref().and_then(|id| rows.position(id));
                let to = rows.position(&row);
                if let (Some(from), Some(to)) = (from.or(to), to) {
                    let ids = (from.min(to)..=from.max(to)).map(|at| rows.row(at).item.id());
                    *selected = ids.cloned().collect();
                }
            }
            Reach::Along => {}
        }
        if !matches!(how, Reach::Range | Reach::Along) {
            look.anchor = Some(row.clone());
        }
        look.cursor = Some(Cursor { row: row.clone(), column });
        self.view.next_reveal = Some(row);
    }

    /// Opens the cell at the cursor, where it can be typed into.
    fn open_cell(&mut self) {
        let kind = self.tables.kind;
        let lang = self.settings.lang;
        let look = self.tables.look_mut();
        let Some(cursor) = &look.cursor else { return };
        if cursor.column.can_be_edited(kind) {
            self.view.next_reveal = Some(cursor.row.clone());
            look.is_open = true;
        } else {
            self.say(words(lang).text("table-not-typed"));
        }
    }

    /// To the next column that can be typed into, and opens it.
    fn go_on_to_next_cell(&mut self) {
        let kind = self.tables.kind;
        let look = self.tables.look_mut();
        let Some(cursor) = &mut look.cursor else { return };
        let at = look.columns.iter().position(|column| *column == cursor.column).unwrap_or(0);
        let mut next = look.columns.iter().skip(at + 1).chain(&look.columns);
        if let Some(column) = next.find(|column| column.can_be_edited(kind)) {
            cursor.column = *column;
            look.is_open = true;
            self.view.next_reveal = Some(cursor.row.clone());
        }
    }

    /// Types a text into the column of the cursor, in all chosen rows.
    pub(super) fn set_cells(&mut self, text: &str) {
        let Some(cursor) = self.tables.look().cursor.clone() else { return };
        let done =
            self.with_chosen(|rows, view| table::edit(rows, cursor.column, text, &ground(view)));
        match done {
            Ok(items) => self.run_on_rows("step-rows-edited", items.len(), puts(items)),
            Err(refused) => self.refuse(&refused),
        }
    }

    /// One step for all of them.
    pub(super) fn run_on_rows(&mut self, message: &'static str, count: usize, command: Command) {
        let label = StepLabel::Rows { message, count };
        if count > 0 {
            self.run(label, command);
        }
    }

    fn say_count(&mut self, message: &str) {
        let count = self.with_chosen(|rows, _| rows.len());
        let text = words(self.settings.lang).fill(message, &[("count", count.into())]);
        self.say(text);
    }
}

pub(super) fn puts(items: Vec<Item>) -> Command {
    Command::Batch(items.into_iter().map(Command::put).collect())
}
