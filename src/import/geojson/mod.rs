//! A new plan from GeoJSON: sites placed, and assigned to their sectors.
//!
//! A file says what it is for by its geometry: one with points holds sites, one
//! with areas holds sectors. A [`Mapping`] says which property is the name of a
//! site, its code, and so on; [`Mapping::guessed`] finds the usual ones.

mod mapping;
mod new_plan;
mod sectors;
#[cfg(test)]
mod tests;

pub use mapping::{Field, Mapping};
pub use new_plan::{ImportFault, NewPlan, new_plan};
pub use sectors::own_sectors;

use crate::theatre::FeatureTable;

/// What a file can give a new plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    Sites,
    Sectors,
}

/// What a file holds by its geometry; None for one of neither or of both.
pub fn contents(table: &FeatureTable) -> Option<Contents> {
    let rows = &table.rows;
    if rows.is_empty() {
        return None;
    }
    if rows.iter().all(|row| row.point.is_some() && !row.has_area) {
        return Some(Contents::Sites);
    }
    rows.iter().all(|row| row.has_area && row.point.is_none()).then_some(Contents::Sectors)
}
