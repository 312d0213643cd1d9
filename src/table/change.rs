//! Cells typed over: the items as they are to be.

use serde_json::{Map, Value};

use super::{Column, Ground, Row};
use crate::file::form::{self, Members};
use crate::file::{Place, Problem, Shape};
use crate::i18n::file_problem;
use crate::plan::{Id, Item, Kind};

/// A text that no cell can take, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The line of what was pasted, or the row of the table, from 1.
    pub row: usize,
    /// What is called so at the head of the table; empty: the row as a whole.
    pub column: String,
    pub text: String,
    /// In the words of the language.
    pub reason: String,
}

/// Types a text into one column of all these rows. All of them or none.
pub fn edit(
    rows: &[&Row],
    column: Column,
    text: &str,
    ground: &Ground,
) -> Result<Vec<Item>, Vec<Refusal>> {
    let mut items = Vec::new();
    let mut refused = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        match with_texts(row, &[(column, text)], ground) {
            Ok(item) => items.extend(item),
            Err(found) => refused.extend(found.into_iter().map(|r| Refusal { row: at + 1, ..r })),
        }
    }
    if refused.is_empty() { Ok(items) } else { Err(refused) }
}

/// The item of a row with these texts in its cells; None where they change nothing.
/// Refusals are of row 0.
pub(super) fn with_texts(
    row: &Row,
    texts: &[(Column, &str)],
    ground: &Ground,
) -> Result<Option<Item>, Vec<Refusal>> {
    let is_new = |(column, text): &&(Column, &str)| {
        *text != column.plain(row, ground) && *text != column.shown(row, ground)
    };
    let texts: Vec<(Column, &str)> = texts.iter().filter(is_new).copied().collect();
    if texts.is_empty() {
        return Ok(None);
    }
    let changes = changes(row.item.kind(), &row.members, &texts, ground)?;
    let item = form::with(&row.item, changes, ground.plan);
    let item = item.map_err(|problems| told(&problems, row.item.kind(), ground))?;
    // A text can be written otherwise and mean the same.
    Ok(Some(item).filter(|item| *item != row.item))
}

/// The members that texts make others, of an item of a kind with these members.
pub(super) fn changes(
    kind: Kind,
    members: &Members,
    texts: &[(Column, &str)],
    ground: &Ground,
) -> Result<Members, Vec<Refusal>> {
    let mut changes = Members::new();
    let mut refused = Vec::new();
    for (column, text) in texts {
        match read(*column, kind, column.value(members), text, ground) {
            Ok(value) => set(&mut changes, *column, value, members),
            Err(reason) => refused.push(Refusal {
                row: 0,
                column: column.name(kind, ground.words),
                text: text.to_string(),
                reason,
            }),
        }
    }
    if refused.is_empty() { Ok(changes) } else { Err(refused) }
}

fn read(
    column: Column,
    kind: Kind,
    old: &Value,
    text: &str,
    ground: &Ground,
) -> Result<Value, String> {
    let shape = column.shape(kind).filter(|_| column.can_be_edited(kind));
    match shape {
        None => Err(ground.words.text("table-not-typed")),
        Some(Shape::Reference(target)) => match ground.lookup().only(text, *target) {
            // An id comes before a name, as everywhere.
            Some(id) if Id::new(text.trim()).is_err() => Ok(id.as_str().into()),
            _ => ground.text().read(&Shape::Reference(*target), text, old),
        },
        Some(shape) => ground.text().read(shape, text, old),
    }
}

fn set(changes: &mut Members, column: Column, value: Value, old: &Members) {
    match column {
        Column::Name(name) | Column::Member(name) => {
            changes.insert(name.into(), value);
        }
        Column::Part(name, part) => {
            let whole = changes.entry(name).or_insert_with(|| old.get(name).cloned().into());
            let mut parts = whole.as_object().cloned().unwrap_or_else(Map::new);
            match value {
                Value::Null => parts.shift_remove(part),
                value => parts.insert(part.into(), value),
            };
            let is_left = parts.values().any(|value| !value.is_null());
            *whole = if is_left { parts.into() } else { Value::Null };
        }
        Column::Computed(_) => {}
    }
}

/// What the reader of the file says against an item.
pub(super) fn told(problems: &[Problem], kind: Kind, ground: &Ground) -> Vec<Refusal> {
    let told = problems.iter().map(|problem| {
        let member = match &problem.place {
            Place::Member(path) => path.split(['.', '[']).next().unwrap_or_default(),
            Place::File | Place::Line { .. } => "",
        };
        Refusal {
            row: 0,
            column: ground.words.member(form::kind_name(kind), member),
            text: String::new(),
            reason: file_problem(problem, ground.words.lang()),
        }
    });
    told.collect()
}
