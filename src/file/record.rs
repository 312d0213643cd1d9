//! One table for each kind of object in the plan file, from which it is read,
//! written and described.

use serde_json::{Map, Value};

use super::member::Member;
use super::reader::Reader;
use super::shape::{Field, Shape};
use crate::plan::Extra;

/// What the macro `record!` makes.
pub(super) trait Record: Sized {
    /// The name of its schema.
    const NAME: &'static str;
    /// In the order in which they are written.
    const MEMBERS: &'static [&'static str];

    /// Reads the members of an object. All are read, so that every problem is
    /// found, before a failure gives None. `also_known` are members that others
    /// read: they are not taken for unknown ones.
    fn read_members(
        object: &Map<String, Value>,
        also_known: &[&'static str],
        at: &mut Reader,
    ) -> Option<Self>;

    /// Writes the known members that are not as they would be if absent.
    fn write_members(&self, into: &mut Map<String, Value>);

    /// The unknown members, to be written after all others.
    fn extra(&self) -> Option<&Extra>;

    /// What the members are, in the order in which they are written.
    fn fields() -> &'static [Field];
}

pub(super) fn read<R: Record>(value: &Value, at: &mut Reader) -> Option<R> {
    let object = at.object(value)?;
    R::read_members(object, &[], at)
}

pub(super) fn write<R: Record>(record: &R) -> Value {
    let mut object = Map::new();
    record.write_members(&mut object);
    if let Some(extra) = record.extra() {
        write_extra(extra, &mut object);
    }
    Value::Object(object)
}

pub(super) fn write_extra(extra: &Extra, into: &mut Map<String, Value>) {
    into.extend(extra.members().iter().cloned());
}

pub(super) fn write_member<T: Member>(
    name: &str,
    value: &T,
    always: bool,
    into: &mut Map<String, Value>,
) {
    if always || T::absent().as_ref() != Some(value) {
        into.insert(name.into(), value.write());
    }
}

pub(super) fn shape<R: Record>() -> Shape {
    Shape::Record { name: R::NAME, fields: R::fields() }
}

/// Makes a [`Record`] and [`Member`] of a struct.
///
/// ```text
/// record! {
///     Stop "stop" {                   the struct, and the name of its schema
///         "site" => site;             a member and the field it is kept in
///         "planned" => planned = timing.planned;        … in a field of a field
///         "days" => days, like FROM_ONE_DAY;            … that keeps to a rule
///         "type" => kind, or LinkType::FinishStart;     … with a default of its own
///         ..extra;                    the field of the unknown members
///     }
///     make Stop { … }                 how it is made, where fields and members differ
///     absent Stop { … }               what its absence means, where it may be absent
///     check check_stop                finds problems of the record as a whole
/// }
/// ```
///
/// A member must be there when its type knows no absent value and it has no
/// default. A value that is as if absent is not written; one with a default of
/// its own always is, since readers of the file need not know that default.
macro_rules! record {
    (
        $name:ident $schema:literal {
            $($member:literal => $local:ident $(= $first:ident.$second:ident)?
                $(, like $rule:ident)? $(, or $default:expr)?;)*
            $(..$extra:ident;)?
        }
        $(make $make:expr;)?
        $(absent $absent:expr;)?
        $(check $check:expr;)?
    ) => {
        impl $crate::file::record::Record for $name {
            const NAME: &'static str = $schema;
            const MEMBERS: &'static [&'static str] = &[$($member),*];

            fn read_members(
                object: &serde_json::Map<String, serde_json::Value>,
                also_known: &[&'static str],
                at: &mut $crate::file::reader::Reader,
            ) -> Option<$name> {
                $(
                    let absent = record!(@option $($default)?)
                        .or_else($crate::file::member::Member::absent);
                    let $local = at.member(object, $member, absent, record!(@option $($rule)?));
                )*
                record!(@unknown $($extra)? in object, also_known, at);
                $(let $local = $local?;)*
                let record = record!(@make $name { $($local,)* $($extra,)? } $($make)?);
                $(
                    let check: fn(&$name, &mut $crate::file::reader::Reader) = $check;
                    check(&record, at);
                )?
                Some(record)
            }

            fn write_members(&self, into: &mut serde_json::Map<String, serde_json::Value>) {
                $($crate::file::record::write_member(
                    $member,
                    record!(@get self $local $($first $second)?),
                    record!(@is_there $($default)?),
                    into,
                );)*
            }

            fn extra(&self) -> Option<&$crate::plan::Extra> {
                record!(@option_ref self $($extra)?)
            }

            fn fields() -> &'static [$crate::file::shape::Field] {
                use std::sync::OnceLock;
                static FIELDS: OnceLock<Vec<$crate::file::shape::Field>> = OnceLock::new();
                FIELDS.get_or_init(|| vec![$($crate::file::shape::Field::of(
                    $member,
                    |record: &$name| record!(@get record $local $($first $second)?),
                    record!(@option $($default)?),
                    record!(@option $($rule)?),
                ),)*])
            }
        }

        impl $crate::file::member::Member for $name {
            fn read(
                value: &serde_json::Value,
                at: &mut $crate::file::reader::Reader,
            ) -> Option<$name> {
                $crate::file::record::read(value, at)
            }
            fn write(&self) -> serde_json::Value {
                $crate::file::record::write(self)
            }
            fn shape() -> $crate::file::shape::Shape {
                $crate::file::record::shape::<$name>()
            }
            $(fn absent() -> Option<$name> {
                Some($absent)
            })?
        }
    };

    (@option) => { None };
    (@option $value:expr) => { Some($value) };
    (@is_there) => { false };
    (@is_there $value:expr) => { true };
    (@option_ref $self:ident) => { None };
    (@option_ref $self:ident $extra:ident) => { Some(&$self.$extra) };
    (@get $self:ident $field:ident) => { &$self.$field };
    (@get $self:ident $local:ident $first:ident $second:ident) => { &$self.$first.$second };
    (@unknown in $object:ident, $also:ident, $at:ident) => {
        $at.not_kept($object, &[Self::MEMBERS, $also])
    };
    (@unknown $extra:ident in $object:ident, $also:ident, $at:ident) => {
        let $extra = $at.unknown_members($object, &[Self::MEMBERS, $also]);
    };
    (@make $name:ident { $($field:ident,)* }) => { $name { $($field),* } };
    (@make $name:ident { $($field:ident,)* } $make:expr) => { $make };
}
pub(super) use record;
