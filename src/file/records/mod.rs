//! The objects of the plan file, one table for each, in the order of the format.

mod context;
mod header;
mod moves;
mod parts;
mod presentation;
mod site;
mod transition;

pub(super) use site::{GEOMETRY, PROPERTIES, check_type, site_schema};
