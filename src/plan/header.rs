//! What a plan says about itself.

use super::Text;
use super::extra::{Extra, Opaque};
use crate::calendar::{Day, Span};

/// The members of the plan file that are not lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Header {
    pub title: Text,
    /// The handling line shown on every output; may be empty.
    pub marking: Text,
    /// A bare word names a bundled theatre; a path with `/` is a folder relative
    /// to the plan file.
    pub theatre: String,
    /// A FeatureCollection in place of the theatre's sectors.
    pub sectors: Option<Opaque>,
    /// An open end reaches 30 days beyond the last dated item.
    pub horizon: Span,
    /// The day up to which actual dates are known. None: nothing reported yet.
    pub as_of: Option<Day>,
    /// What `D+n` counts from. None: the start of the horizon.
    pub d_day: Option<Day>,
    pub extra: Extra,
    /// Unknown members of the site FeatureCollection.
    pub sites_extra: Extra,
}
