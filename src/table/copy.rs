//! Rows as a spreadsheet takes them.

use super::tsv::Block;
use super::{Column, Ground, Row};
use crate::plan::Kind;

/// Rows of a kind with the names of their columns above them. The id comes first, so that
/// what was changed elsewhere finds its item again.
pub fn copy(kind: Kind, rows: &[&Row], columns: &[Column], ground: &Ground) -> Block {
    let id = Column::Member("id");
    let others = columns.iter().copied().filter(|column| *column != id);
    let columns: Vec<Column> = std::iter::once(id).chain(others).collect();
    let head = columns.iter().map(|column| column.name(kind, ground.words)).collect();
    let cells =
        rows.iter().map(|row| columns.iter().map(|column| column.plain(row, ground)).collect());
    std::iter::once(head).chain(cells).collect()
}
