//! What a plan looks like: every picture of the program, as scenes.
//!
//! Functions here are pure: they take the least they need, and everything a
//! person sees or exports comes from them.

mod style;

pub use style::{Style, Theme};
