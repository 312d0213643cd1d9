//! Tables of the plan's items: what stands in each cell, in which order, and what
//! becomes of the items when cells are typed over, or pasted from a spreadsheet.
//!
//! A column is a member of the plan file, or is worked out of the schedule.
//! Items are changed as members and read again by the reader of the file, so that
//! a table can hold nothing that a file cannot.

#![deny(clippy::disallowed_methods)]

mod cell;
mod change;
mod column;
mod computed;
mod copy;
mod ground;
mod lookup;
mod order;
mod paste;
pub mod tsv;

pub use cell::SortKey;
pub use change::{Refusal, edit};
pub use column::{Column, columns, usual};
pub use computed::Computed;
pub use copy::copy;
pub use ground::Ground;
pub use order::{Filter, Query, order};
pub use paste::{Pasted, Target, paste};

use crate::file::form::{self, Members};
use crate::plan::{Item, Kind, Plan};

/// An item with its members, for the cells of its row.
#[derive(Clone, Debug)]
pub struct Row {
    pub item: Item,
    pub members: Members,
}

/// The items of a kind, in the order of the plan.
pub fn rows(kind: Kind, plan: &Plan) -> Vec<Row> {
    let of_kind = plan.items().filter(|item| item.kind() == kind);
    of_kind.map(|item| Row { members: form::members(&item), item }).collect()
}
