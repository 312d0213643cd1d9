//! How the tables are looked at: which kind, which columns, in which order. It is
//! remembered for the sitting and not saved with the plan.

use std::collections::BTreeMap;

use crate::plan::{Id, Kind};
use crate::table::{Column, Filter, Pasted, Query, columns, usual};

/// How wide a column is until somebody changes it.
const WIDTH: f32 = 120.0;
const NAME_WIDTH: f32 = 200.0;
const DATE_WIDTH: f32 = 140.0;
const NUMBER_WIDTH: f32 = 92.0;

/// What is asked of the tables.
#[derive(Clone, Debug, PartialEq)]
pub enum TableAction {
    Show(Kind),
    /// By this column; again: the other way, then no more. `also`: after the others.
    Sort {
        column: Column,
        also: bool,
    },
    Search(String),
    Filter(Column, Option<Filter>),
    ClearFilters,
    ShowColumn(Column, bool),
    Widen(Column, f32),
    /// Puts the cursor into a cell.
    Go {
        row: Id,
        column: Column,
        how: Reach,
    },
    SelectAll,
    /// Opens the cell at the cursor for typing.
    Open,
    /// Leaves it with this text, or without one.
    Leave {
        text: Option<String>,
        /// Goes on to the next cell that can be typed into.
        go_on: bool,
    },
    Copy,
    Paste(String),
    /// Does what pasting asked about: it adds items.
    PasteAll(Pasted),
    FillDown,
}

/// What becomes of the selection when the cursor goes to a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Its row alone is selected.
    Only,
    /// Its row is added, or taken out again.
    Toggle,
    /// All rows from where the selection began.
    Range,
    /// It stays within the selected rows.
    Along,
}

/// All tables.
pub struct Tables {
    pub kind: Kind,
    looks: BTreeMap<Kind, TableLook>,
}

/// One table.
pub struct TableLook {
    pub query: Query,
    /// Those that are shown, in their order.
    pub columns: Vec<Column>,
    widths: BTreeMap<Column, f32>,
    pub cursor: Option<Cursor>,
    /// Where a range of rows began.
    pub anchor: Option<Id>,
    /// Whether the cell at the cursor is being typed into.
    pub is_open: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub row: Id,
    pub column: Column,
}

impl Default for Tables {
    fn default() -> Tables {
        let looks = Kind::ALL.iter().map(|kind| (*kind, TableLook::of(*kind))).collect();
        Tables { kind: Kind::Site, looks }
    }
}

impl Tables {
    pub fn look(&self) -> &TableLook {
        &self.looks[&self.kind]
    }

    pub fn look_mut(&mut self) -> &mut TableLook {
        self.looks.get_mut(&self.kind).expect("each kind has a table")
    }

    /// Forgets what belongs to the plan that was open; columns and widths stay.
    pub fn forget_plan(&mut self) {
        for look in self.looks.values_mut() {
            look.query.text.clear();
            look.query.filters.clear();
            (look.cursor, look.anchor, look.is_open) = (None, None, false);
        }
    }
}

impl TableLook {
    fn of(kind: Kind) -> TableLook {
        TableLook {
            query: Query::default(),
            columns: usual(kind),
            widths: BTreeMap::new(),
            cursor: None,
            anchor: None,
            is_open: false,
        }
    }

    pub fn width(&self, column: Column, kind: Kind) -> f32 {
        let usual = match self.columns.first() == Some(&column) {
            true => NAME_WIDTH,
            false if column.is_number(kind) => NUMBER_WIDTH,
            false if column.is_date(kind) => DATE_WIDTH,
            false => WIDTH,
        };
        self.widths.get(&column).copied().unwrap_or(usual)
    }

    pub fn widen(&mut self, column: Column, width: f32) {
        self.widths.insert(column, width.clamp(48.0, 600.0));
    }

    pub fn sort(&mut self, column: Column, also: bool) {
        let sort = &mut self.query.sort;
        let known = sort.iter().position(|(other, _)| *other == column);
        let before = known.map(|at| sort[at].1);
        if !also {
            sort.clear();
        }
        match (known.filter(|_| also), before) {
            (Some(at), Some(false)) => sort[at].1 = true,
            (Some(at), _) => {
                sort.remove(at);
            }
            (None, None) => sort.push((column, false)),
            (None, Some(false)) => sort.push((column, true)),
            (None, Some(true)) => {}
        }
    }

    pub fn filter(&mut self, column: Column, filter: Option<Filter>) {
        self.query.filters.retain(|(other, _)| *other != column);
        self.query.filters.extend(filter.map(|filter| (column, filter)));
    }

    pub fn filter_of(&self, column: Column) -> Option<&Filter> {
        self.query.filters.iter().find(|(other, _)| *other == column).map(|(_, filter)| filter)
    }

    /// Shows a column at its usual place, or hides it. The first one stays.
    pub fn show_column(&mut self, column: Column, on: bool, kind: Kind) {
        let is_shown = |other: &Column| match *other == column {
            true => on,
            false => self.columns.contains(other),
        };
        let first = self.columns.first().copied();
        let all = columns(kind);
        self.columns = all.into_iter().filter(|c| is_shown(c) || Some(*c) == first).collect();
        if !on {
            self.filter(column, None);
            self.query.sort.retain(|(other, _)| *other != column);
        }
    }
}
