//! The columns of the tables.

use super::Computed;
use crate::file::form;
use crate::file::{Field, Shape};
use crate::i18n::{MemberText, Words, with_capital};
use crate::plan::Kind;

/// A column of the table of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// What an item is called, and the member that gives it a name of its own.
    Name(&'static str),
    /// A member of the file.
    Member(&'static str),
    /// A member of a member: the start of the planned dates.
    Part(&'static str, &'static str),
    /// What follows from the plan; it cannot be changed here.
    Computed(Computed),
}

/// All columns of a kind: what its items are called, their ids, the other members
/// that go into one cell, and what is worked out.
pub fn columns(kind: Kind) -> Vec<Column> {
    let fields = form::fields(kind);
    let is_name = |field: &&Field| {
        // A source is called by its symbol, whatever its title.
        kind != Kind::Source && matches!(field.name, "name" | "title")
    };
    let name = fields.iter().find(is_name).map(|field| field.name);
    let mut columns = vec![name.map_or(Column::Computed(Computed::Name), Column::Name)];
    for field in fields.iter().filter(|field| Some(field.name) != name) {
        match &field.shape {
            shape if fits_a_cell(shape) => columns.push(Column::Member(field.name)),
            Shape::Record { fields, .. } => {
                let parts = fields.iter().filter(|part| fits_a_cell(&part.shape));
                columns.extend(parts.map(|part| Column::Part(field.name, part.name)));
            }
            _ => {}
        }
    }
    columns.extend(Computed::of(kind).iter().copied().map(Column::Computed));
    columns
}

/// Whether a value of this shape is read at a glance. What stands in several lines,
/// or is a record of its own, is for the inspector.
fn fits_a_cell(shape: &Shape) -> bool {
    match shape {
        Shape::Id | Shape::Quantities => true,
        Shape::List(of) => !matches!(**of, Shape::Record { .. }) && fits_a_cell(of),
        Shape::Record { .. } | Shape::RoutePoint => false,
        shape => MemberText::can_read(shape),
    }
}

/// The columns that are there unasked, by their keys; of kinds that are not listed,
/// the first ones.
const USUAL: &[(Kind, &[&str])] = &[
    (Kind::Site, &["kind", "sector", "roles", "state", "people", "problems"]),
    (
        Kind::Unit,
        &["contributor", "category", "kind", "role", "site", "personnel", "people", "problems"],
    ),
    (
        Kind::Activity,
        &[
            "kind",
            "site",
            "phase",
            "planned.start",
            "planned.end",
            "actual.start",
            "actual.end",
            "forecast-start",
            "forecast-end",
            "problems",
        ],
    ),
    (
        Kind::Movement,
        &[
            "kind",
            "from",
            "to",
            "mode",
            "phase",
            "planned.start",
            "planned.end",
            "actual.start",
            "actual.end",
            "people",
            "problems",
        ],
    ),
];

/// How many columns there are unasked where none are listed.
const FIRST: usize = 9;

/// The columns that are there unasked.
pub fn usual(kind: Kind) -> Vec<Column> {
    let all = columns(kind);
    let listed = USUAL.iter().find(|(of, _)| *of == kind).map(|(_, keys)| *keys);
    let is_usual = |at: usize, column: &Column| match listed {
        Some(keys) => keys.contains(&column.key().as_str()),
        None => *column != Column::Member("id") && at <= FIRST,
    };
    let usual = |(at, column): &(usize, &Column)| *at == 0 || is_usual(*at, column);
    all.iter().enumerate().filter(usual).map(|(_, column)| *column).collect()
}

impl Column {
    /// What its cells may hold; None for what is worked out.
    pub fn field(self, kind: Kind) -> Option<&'static Field> {
        let member = |name| form::fields(kind).iter().find(|field| field.name == name);
        match self {
            Column::Name(name) | Column::Member(name) => member(name),
            Column::Part(name, part) => {
                member(name)?.shape.fields().iter().find(|field| field.name == part)
            }
            Column::Computed(_) => None,
        }
    }

    pub fn can_be_edited(self, kind: Kind) -> bool {
        self.field(kind).is_some_and(|field| MemberText::can_read(&field.shape))
    }

    /// Whether its cells stand at the right.
    pub fn is_number(self, kind: Kind) -> bool {
        match self {
            Column::Computed(computed) => computed.is_count(),
            _ => self.field(kind).is_some_and(|field| {
                matches!(field.shape, Shape::Whole { .. } | Shape::Number { .. })
            }),
        }
    }

    pub fn is_date(self, kind: Kind) -> bool {
        match self {
            Column::Computed(computed) => computed.is_date(),
            _ => self.field(kind).is_some_and(|field| field.shape == Shape::Date),
        }
    }

    /// Its name in the plan file, by which it can be pasted too: `planned.start`.
    pub fn key(self) -> String {
        match self {
            Column::Name(name) | Column::Member(name) => name.into(),
            Column::Part(name, part) => format!("{name}.{part}"),
            Column::Computed(computed) => computed.key().into(),
        }
    }

    /// What stands at its head in the table of a kind.
    pub fn name(self, kind: Kind, words: &Words) -> String {
        let own = format!("column-{}", self.key().replace(['.', '_'], "-"));
        if words.has(&own) {
            return words.text(&own);
        }
        let of_kind = |name| words.member(form::kind_name(kind), name);
        match self {
            Column::Name(name) | Column::Member(name) => with_capital(&of_kind(name)),
            Column::Part(name, part) => {
                let whole = Column::Member(name).field(kind).map(|field| &field.shape);
                let record = match whole {
                    Some(Shape::Record { name, .. }) => name,
                    _ => "",
                };
                with_capital(&format!("{} – {}", of_kind(name), words.member(record, part)))
            }
            Column::Computed(computed) => words.text(computed.name()),
        }
    }
}
