//! Rows pasted into a table, and why some of what is typed or pasted is refused.

use super::Window;
use super::dialogs::Dialog;
use super::table_acts::{ground, puts};
use crate::i18n::words;
use crate::plan::Item;
use crate::table::{self, Pasted, Refusal, Row, Target, tsv};

/// So many refused cells are listed; the others are counted.
const MAX_REFUSALS: usize = 100;

impl Window {
    pub(super) fn paste(&mut self, text: &str) {
        let block = tsv::read(text);
        if block.is_empty() {
            return;
        }
        if let [line] = &block[..]
            && let [cell] = &line[..]
            && self.tables.look().cursor.is_some()
        {
            let cell = cell.clone();
            return self.set_cells(&cell);
        }
        let rows = self.table_rows();
        let pasted = self.with_view(|view| {
            let look = view.tables.look();
            let cursor = look.cursor.as_ref();
            // Without a cursor, at the end of the table.
            let first = cursor.and_then(|cursor| rows.position(&cursor.row)).unwrap_or(rows.len());
            let column = cursor.and_then(|c| look.columns.iter().position(|it| *it == c.column));
            let below: Vec<&Row> = rows.iter().skip(first).collect();
            let target = Target {
                kind: view.tables.kind,
                rows: &below,
                columns: &look.columns[column.unwrap_or(0)..],
                all: &rows.all,
            };
            table::paste(&block, &target, &ground(view))
        });
        match pasted {
            Ok(pasted) if pasted.added.is_empty() => self.put_pasted(pasted),
            Ok(pasted) => self.open(Dialog::Pasting(pasted)),
            Err(refused) => self.refuse(&refused),
        }
    }

    pub(super) fn put_pasted(&mut self, pasted: Pasted) {
        let ids = |items: &[Item]| items.iter().map(|item| item.id().clone()).collect::<Vec<_>>();
        let added = ids(&pasted.added);
        let items: Vec<Item> = pasted.changed.into_iter().chain(pasted.added).collect();
        self.run_on_rows("step-rows-pasted", items.len(), puts(items));
        if let Some(first) = added.first() {
            self.view.next_reveal = Some(first.clone());
            self.view.selected = added.into_iter().collect();
        }
    }

    /// Says why nothing was changed: one reason in short, several in a list.
    pub(super) fn refuse(&mut self, refused: &[Refusal]) {
        let words = words(self.settings.lang);
        let line = |refusal: &Refusal| {
            let args = [
                ("row", (refusal.row as i64).into()),
                ("column", refusal.column.as_str().into()),
                ("text", refusal.text.as_str().into()),
                ("reason", refusal.reason.as_str().into()),
            ];
            let message = match refusal.text.is_empty() {
                true => "table-refused-line",
                false => "table-refused",
            };
            words.fill(message, &args)
        };
        match refused {
            [one] if one.row <= 1 => self.say(one.reason.clone()),
            _ => {
                let mut lines = vec![words.text("table-refused-title")];
                lines.extend(refused.iter().take(MAX_REFUSALS).map(line));
                if let Some(more) = refused.len().checked_sub(MAX_REFUSALS).filter(|n| *n > 0) {
                    lines.push(words.fill("table-refused-more", &[("count", more.into())]));
                }
                self.fail(lines);
            }
        }
    }
}
