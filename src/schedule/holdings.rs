//! Numbers of people by category and of materiel by kind.

use std::ops::Range;
use std::sync::Arc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::plan::Category;

/// Balances are kept in columns: one for each category of people, then one for
/// each kind of materiel of the plan.
pub(super) const PEOPLE_COLUMNS: usize = 4;

/// Whether a column counts people.
pub(super) fn is_people(column: usize) -> bool {
    column < PEOPLE_COLUMNS
}

const KNOWN_KINDS: [&str; 5] = ["vehicles", "containers", "aircraft", "vessels", "tonnes"];

pub(super) fn category_column(category: &Category) -> usize {
    match category {
        Category::Military => 0,
        Category::Police => 1,
        Category::Civilian => 2,
        Category::Stores | Category::Unknown(_) => 3,
    }
}

/// People by the category of their unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct People {
    pub military: u64,
    pub police: u64,
    pub civilian: u64,
    /// Of units of a category this version does not know.
    pub other: u64,
}

impl People {
    pub fn total(&self) -> u64 {
        self.columns().iter().sum()
    }

    pub fn uniformed(&self) -> u64 {
        self.military + self.police
    }

    /// Those of units of one category.
    pub fn of(&self, category: &Category) -> u64 {
        self.columns()[category_column(category)]
    }

    fn columns(&self) -> [u64; PEOPLE_COLUMNS] {
        [self.military, self.police, self.civilian, self.other]
    }

    fn from_columns(columns: [u64; PEOPLE_COLUMNS]) -> People {
        let [military, police, civilian, other] = columns;
        People { military, police, civilian, other }
    }
}

/// The kinds of materiel of a plan, in the order in which they are shown: those
/// of the format first, then others by name. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kinds(Arc<[Arc<str>]>);

impl Kinds {
    pub(super) fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Kinds {
        let rank = |name: &str| KNOWN_KINDS.iter().position(|known| *known == name);
        let mut names: Vec<&str> = names.into_iter().collect();
        names.sort_by_key(|name| (rank(name).unwrap_or(KNOWN_KINDS.len()), *name));
        names.dedup();
        Kinds(names.into_iter().map(Arc::from).collect())
    }

    pub fn names(&self) -> &[Arc<str>] {
        &self.0
    }

    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|kind| &**kind == name).map(|at| PEOPLE_COLUMNS + at)
    }

    /// The columns that a figure by kind counts: those of all people for `personnel`.
    /// None for a kind the plan does not have.
    pub(super) fn columns(&self, kind: &str) -> Option<Range<usize>> {
        match kind {
            "personnel" => Some(0..PEOPLE_COLUMNS),
            kind => self.column(kind).map(|column| column..column + 1),
        }
    }

    /// The name of a kind by its column; None for people.
    pub(super) fn name(&self, column: usize) -> Option<&Arc<str>> {
        self.0.get(column.checked_sub(PEOPLE_COLUMNS)?)
    }
}

/// Amounts of each kind of materiel of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Materiel {
    kinds: Kinds,
    amounts: Vec<u64>,
}

impl Materiel {
    pub fn none(kinds: &Kinds) -> Materiel {
        Materiel { kinds: kinds.clone(), amounts: vec![0; kinds.0.len()] }
    }

    /// 0 for a kind the plan does not have.
    pub fn of(&self, kind: &str) -> u64 {
        self.iter().find(|(name, _)| *name == kind).map_or(0, |(_, amount)| amount)
    }

    /// Every kind of the plan, also those of which there is nothing.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u64)> {
        self.kinds.0.iter().map(|kind| &**kind).zip(self.amounts.iter().copied())
    }

    pub fn is_empty(&self) -> bool {
        self.amounts.iter().all(|amount| *amount == 0)
    }
}

/// People and materiel.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Holdings {
    pub personnel: People,
    pub materiel: Materiel,
}

impl Holdings {
    pub fn none(kinds: &Kinds) -> Holdings {
        Holdings { personnel: People::default(), materiel: Materiel::none(kinds) }
    }

    pub fn is_empty(&self) -> bool {
        self.personnel.total() == 0 && self.materiel.is_empty()
    }

    /// Adds to one column. A balance is never negative.
    pub(super) fn add(&mut self, column: usize, amount: i64) {
        let amount = u64::try_from(amount).unwrap_or(0);
        if let Some(kind) = column.checked_sub(PEOPLE_COLUMNS) {
            self.materiel.amounts[kind] += amount;
        } else {
            let mut columns = self.personnel.columns();
            columns[column] += amount;
            self.personnel = People::from_columns(columns);
        }
    }
}

/// By category; people of unknown categories only where there are any.
impl Serialize for People {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("military", &self.military)?;
        map.serialize_entry("police", &self.police)?;
        map.serialize_entry("civilian", &self.civilian)?;
        if self.other > 0 {
            map.serialize_entry("other", &self.other)?;
        }
        map.end()
    }
}

impl Serialize for Materiel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// Written with those categories or kinds alone of which something is there.
pub(super) struct OnlySome<'a, T>(pub &'a T);

impl Serialize for OnlySome<'_, People> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let names = ["military", "police", "civilian", "other"];
        let some = names.into_iter().zip(self.0.columns()).filter(|(_, count)| *count > 0);
        serializer.collect_map(some)
    }
}

impl Serialize for OnlySome<'_, Materiel> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().filter(|(_, amount)| *amount > 0))
    }
}
