//! What a member of the plan file may hold: from this it is described, and edited.

use serde_json::Value;

use super::member::Member;
use super::rule::Rule;
use crate::plan::{Target, Word};

/// The kind of value a member has. Every value may be absent or null, unless its
/// [`Field`] is required.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// The same in every language.
    Text,
    /// A text, or one for each language.
    Localised,
    /// `#rrggbb`
    Color,
    Bool,
    Whole {
        least: i64,
        most: i64,
    },
    /// The bounds may be infinite.
    Number {
        least: f64,
        most: f64,
    },
    /// `2023-10-31`
    Date,
    Word(WordList),
    /// The item's own id.
    Id,
    /// The id of another item.
    Reference(Target),
    /// The id of a sector of the theatre.
    Sector,
    List(Box<Shape>),
    Record {
        /// The name of its schema: `load`.
        name: &'static str,
        fields: &'static [Field],
    },
    /// Counts by open kinds.
    Quantities,
    /// `[longitude, latitude]`
    Coordinates,
    /// The id of a site, or coordinates.
    RoutePoint,
    /// Spans by the id of an activity or a movement.
    SpanById,
    /// An object that is carried, not interpreted.
    Opaque,
}

/// A closed list of words.
#[derive(Clone, Debug, PartialEq)]
pub struct WordList {
    /// Under this name the words are found in each language: `site-kind`.
    pub name: &'static str,
    /// In the order of the format.
    pub known: Vec<&'static str>,
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub name: &'static str,
    pub shape: Shape,
    /// The member must be there.
    pub required: bool,
    /// What its absence means, where that is not nothing.
    pub default: Option<Value>,
}

impl WordList {
    pub(super) fn of<W: Word>() -> WordList {
        WordList { name: W::LIST, known: W::known().iter().map(W::as_word).collect() }
    }
}

impl Field {
    /// The member that `_get` gets from a record, if only to name its type.
    pub(super) fn of<R, T: Member>(
        name: &'static str,
        _get: fn(&R) -> &T,
        default: Option<T>,
        rule: Option<Rule>,
    ) -> Field {
        let shape = match rule {
            Some(rule) => rule.narrow(T::shape()),
            None => T::shape(),
        };
        let required = default.is_none() && T::absent().is_none();
        Field { name, shape, required, default: default.map(|value| value.write()) }
    }
}

impl Shape {
    pub(super) fn list(of: Shape) -> Shape {
        Shape::List(Box::new(of))
    }

    /// The members, where it is an object with known ones.
    pub fn fields(&self) -> &'static [Field] {
        match self {
            Shape::Record { fields, .. } => fields,
            _ => &[],
        }
    }
}
