//! Two or three plans side by side: what differs, what follows from it, what
//! branches and baselines hold, and how two people's edits become one plan.
//!
//! Items are compared by id and member, on the members the file writes, so that
//! no list of members is kept here and a new member needs nothing.
//!
//! ```
//! use decamp::compare::{Diff, merge::Merge};
//! use decamp::file;
//!
//! let base = file::bundled("minusma-2023").unwrap().plan;
//! let mut mine = base.clone();
//! let header = decamp::plan::Header { marking: "Draft".into(), ..base.header().clone() };
//! mine.apply(decamp::plan::edit::Command::SetHeader(header.into())).unwrap();
//!
//! let diff = Diff::of(&base, &mine);
//! assert_eq!(diff.header[0].path.to_string(), "marking");
//! let merge = Merge::of(&base, &mine, &base);
//! assert!(merge.conflicts().is_empty());
//! assert_eq!(**merge.plan(), mine);
//! ```

#![deny(clippy::disallowed_methods)]

pub mod baseline;
pub mod branch;
mod diff;
pub mod merge;
mod order;
mod outcome;
mod path;
mod shape;
mod take;
mod values;

pub use diff::{Change, Diff, ItemDiff, MemberDiff, Moved, OrderDiff};
pub use outcome::{DeadlineDiff, Outcome, OutcomeMove, Peak, PeakDiff};
pub use path::{MemberPath, Step};
pub use take::{Pick, TakeError};
