//! Days, spans of days and moments of the playback clock.
//!
//! A plan knows whole days only. Playback and animation need the time between
//! two days as well: that is a [`Moment`]. This room is the only one that knows
//! the rules of the Gregorian calendar, which it takes from chrono.

#![deny(clippy::disallowed_methods)]

mod day;
mod moment;
mod span;
mod typed;

pub use day::{Day, ParseDayError, Weekday};
pub use moment::{Moment, ParseMomentError};
pub use span::{DateSpan, Span};
pub use typed::{TypedContext, TypedDateError, read_typed};
