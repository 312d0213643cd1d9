//! The names by which the items of a plan point at each other.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// The id of an item, unique in its whole plan: `[a-z0-9][a-z0-9-]*`.
///
/// Cheap to clone. Where the kind of the item is known, a typed id such as
/// [`SiteId`] is used instead, which can be read as an `Id`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

/// A text that cannot be an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadId(pub String);

impl Id {
    pub fn new(text: &str) -> Result<Id, BadId> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let starts_well = text.bytes().next().is_some_and(allowed);
        if starts_well && text.bytes().all(|b| allowed(b) || b == b'-') {
            Ok(Id(text.into()))
        } else {
            Err(BadId(text.into()))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for Id {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// An [`Id`] that is known to name an item of one kind.
pub trait TypedId: Clone + Ord + fmt::Debug + Deref<Target = Id> + From<Id> {}

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Id);

        impl $name {
            pub fn new(text: &str) -> Result<$name, BadId> {
                Id::new(text).map($name)
            }
        }

        impl TypedId for $name {}

        impl Deref for $name {
            type Target = Id;
            fn deref(&self) -> &Id {
                &self.0
            }
        }

        impl From<Id> for $name {
            fn from(id: Id) -> $name {
                $name(id)
            }
        }

        impl From<$name> for Id {
            fn from(id: $name) -> Id {
                id.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }
    )*};
}

typed_ids! {
    SourceId, ObjectiveId, PhaseId, SiteId, UnitId, ActivityId, MovementId, EventId, LimitId,
    RestrictionId, ReportId, CountId, MandateId, TaskId, FundId, RiskId, CalendarId, LayerId,
    ChapterId, BaselineId, BranchId,
    /// Names a sector of the theatre (or of the plan, where it brings its own sectors).
    SectorId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_small_letters_digits_and_hyphens() {
        for (text, good) in [
            ("ber", true),
            ("2a", true),
            ("close-ber-2", true),
            ("", false),
            ("-ber", false),
            ("Ber", false),
            ("ménaka", false),
            ("a b", false),
        ] {
            assert_eq!(Id::new(text).is_ok(), good, "{text:?}");
        }
    }
}
