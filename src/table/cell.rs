//! One cell: its text on the screen, its text for spreadsheets, and what it is
//! sorted by.

use std::cmp::Ordering;

use serde_json::Value;

use super::{Column, Ground, Row};
use crate::calendar::Day;
use crate::file::Shape;
use crate::file::form::Members;
use crate::i18n::without_accents;
use crate::plan::{Id, Kind};

/// What a cell is sorted by: numbers as numbers, dates as dates, texts without
/// regard to accents and capitals. What is empty comes last, also in falling order.
#[derive(Clone, Debug, PartialEq)]
pub enum SortKey {
    Number(f64),
    Date(Day),
    Text { plain: String, exact: String },
    Empty,
}

impl SortKey {
    pub fn text(text: String) -> SortKey {
        match text.is_empty() {
            true => SortKey::Empty,
            false => SortKey::Text { plain: without_accents(&text), exact: text },
        }
    }

    pub fn compare(&self, other: &SortKey, falling: bool) -> Ordering {
        use SortKey::*;
        let rank = |key: &SortKey| match key {
            Number(_) => 0,
            Date(_) => 1,
            Text { .. } => 2,
            Empty => 3,
        };
        let order = match (self, other) {
            (Number(a), Number(b)) => a.total_cmp(b),
            (Date(a), Date(b)) => a.cmp(b),
            (Text { plain: a, exact: c }, Text { plain: b, exact: d }) => (a, c).cmp(&(b, d)),
            _ => return rank(self).cmp(&rank(other)),
        };
        if falling { order.reverse() } else { order }
    }
}

impl Column {
    /// The value of a member; null where it is absent, and for what is worked out.
    pub(super) fn value<'a>(&self, members: &'a Members) -> &'a Value {
        let value = match self {
            Column::Name(name) | Column::Member(name) => members.get(*name),
            Column::Part(name, part) => members.get(*name).and_then(|whole| whole.get(*part)),
            Column::Computed(_) => None,
        };
        value.unwrap_or(&Value::Null)
    }

    /// The text on the screen.
    pub fn shown(&self, row: &Row, ground: &Ground) -> String {
        match (self, self.shape(row.item.kind())) {
            (Column::Computed(computed), _) => computed.shown(row, ground),
            (Column::Name(_), _) => ground.names().of(&row.item),
            (_, Some(Shape::Id)) => row.item.id().to_string(),
            (_, Some(shape)) => ground.text().write(shape, self.value(&row.members)),
            (_, None) => String::new(),
        }
    }

    /// The text for spreadsheets: dates and numbers as they know them, and items by
    /// their id where another one has the same name. It can be read again.
    pub fn plain(&self, row: &Row, ground: &Ground) -> String {
        match (self, self.shape(row.item.kind())) {
            (Column::Computed(computed), _) => computed.plain(row, ground),
            (Column::Name(_), _) => self.shown(row, ground),
            (_, Some(shape)) => plain(shape, self.value(&row.members), ground),
            (_, None) => String::new(),
        }
    }

    pub fn sort_key(&self, row: &Row, ground: &Ground) -> SortKey {
        let value = self.value(&row.members);
        match (self, self.shape(row.item.kind())) {
            (Column::Computed(computed), _) => computed.sort_key(row, ground),
            (_, Some(Shape::Date)) => match value.as_str().and_then(|day| day.parse().ok()) {
                Some(day) => SortKey::Date(day),
                None => SortKey::Empty,
            },
            (_, Some(Shape::Whole { .. } | Shape::Number { .. })) => {
                value.as_f64().map_or(SortKey::Empty, SortKey::Number)
            }
            _ => SortKey::text(self.shown(row, ground)),
        }
    }

    /// What can be typed, where that is one of a list: words, or names of items.
    pub fn offers(&self, kind: Kind, ground: &Ground) -> Vec<String> {
        let choices = self.shape(kind).map(|shape| ground.text().choices(shape));
        choices.unwrap_or_default().into_iter().map(|choice| choice.name).collect()
    }

    pub(super) fn shape(&self, kind: Kind) -> Option<&'static Shape> {
        self.field(kind).map(|field| &field.shape)
    }
}

fn plain(shape: &Shape, value: &Value, ground: &Ground) -> String {
    match (shape, value) {
        (Shape::Date | Shape::Id | Shape::Sector, Value::String(text)) => text.clone(),
        (Shape::Whole { .. } | Shape::Number { .. }, Value::Number(number)) => {
            number.to_string().replace('.', ground.words.lang().decimal_mark())
        }
        (Shape::Reference(target), Value::String(id)) => {
            let name = ground.text().write(shape, value);
            let is_exact = ground.lookup().only(&name, *target).is_some_and(|i| i.as_str() == id);
            // A name that is another item's id would lead there.
            let is_id = Id::new(&name).is_ok_and(|named| ground.plan.kind_of(&named).is_some());
            if is_exact && !is_id { name } else { id.clone() }
        }
        (Shape::List(of), Value::Array(values)) => {
            values.iter().map(|value| plain(of, value, ground)).collect::<Vec<_>>().join("; ")
        }
        _ => ground.text().write(shape, value),
    }
}
