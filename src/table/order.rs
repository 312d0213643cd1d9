//! Which rows are shown, and in which order.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::{Column, Ground, Row, SortKey};
use crate::i18n::without_accents;

/// What is asked of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Rows with this text in one of the shown columns.
    pub text: String,
    pub filters: Vec<(Column, Filter)>,
    /// The first decides; true: falling. Rows that are alike keep the plan's order.
    pub sort: Vec<(Column, bool)>,
}

/// What a column must hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// Without regard to accents and capitals.
    Contains(String),
    /// One of these texts, as they are shown.
    OneOf(BTreeSet<String>),
}

impl Filter {
    fn lets_pass(&self, shown: &str) -> bool {
        match self {
            Filter::Contains(text) => without_accents(shown).contains(&without_accents(text)),
            Filter::OneOf(texts) => texts.contains(shown),
        }
    }
}

impl Query {
    /// Whether the order can change while the playhead moves.
    pub fn is_of_moment(&self, shown: &[Column]) -> bool {
        let of_moment = |column: &Column| match column {
            Column::Computed(computed) => computed.is_of_moment(),
            _ => false,
        };
        let searched = !self.text.trim().is_empty() && shown.iter().any(of_moment);
        let asked = self.sort.iter().map(|(column, _)| column);
        searched || asked.chain(self.filters.iter().map(|(column, _)| column)).any(of_moment)
    }
}

/// The numbers of the rows that pass, in order. `shown`: the columns that are
/// searched for the text.
pub fn order(rows: &[Row], query: &Query, shown: &[Column], ground: &Ground) -> Vec<usize> {
    let wanted = without_accents(query.text.trim());
    let passes = |row: &Row| {
        let fits =
            |(column, filter): &(Column, Filter)| filter.lets_pass(&column.shown(row, ground));
        let has_text = || {
            shown.iter().any(|column| without_accents(&column.shown(row, ground)).contains(&wanted))
        };
        query.filters.iter().all(fits) && (wanted.is_empty() || has_text())
    };
    let keys = |row: &Row| {
        let keys = query.sort.iter().map(|(column, _)| column.sort_key(row, ground));
        keys.collect::<Vec<SortKey>>()
    };
    let passing = rows.iter().enumerate().filter(|(_, row)| passes(row));
    let mut found: Vec<(usize, Vec<SortKey>)> = passing.map(|(at, row)| (at, keys(row))).collect();
    found.sort_by(|(_, a), (_, b)| {
        let each = a.iter().zip(b).zip(&query.sort);
        let orders = each.map(|((a, b), (_, falling))| a.compare(b, *falling));
        orders.fold(Ordering::Equal, Ordering::then)
    });
    found.into_iter().map(|(at, _)| at).collect()
}
