//! The parts that visitors of JSON have in common when nothing is an error.

/// A visitor that takes scalars as a given value.
macro_rules! scalars_are {
    ($value:expr) => {
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("any JSON")
        }
        fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
            Ok($value)
        }
        fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
            Ok($value)
        }
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok($value)
        }
    };
}

/// A visitor that takes numbers as a given value.
macro_rules! numbers_are {
    ($value:expr) => {
        fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
            Ok($value(number as f64))
        }
        fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
            Ok($value(number as f64))
        }
        fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
            Ok($value(number))
        }
    };
}

pub(super) use {numbers_are, scalars_are};
