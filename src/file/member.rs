//! How each type of value stands in a plan file: read, written and described in
//! one place, so that the three cannot differ.

use serde_json::Value;

use super::nearest::nearest;
use super::problem::{Expected, ProblemKind};
use super::reader::Reader;
use super::rule::{MAX_DAYS, MAX_FIGURE};
use super::shape::{Shape, WordList};
use crate::calendar::{Day, ParseDayError};
use crate::plan::*;

/// A type that a member of the plan file can have.
pub(super) trait Member: Sized + PartialEq {
    /// Reads a value that is not null. None where a problem was reported.
    fn read(value: &Value, at: &mut Reader) -> Option<Self>;

    fn write(&self) -> Value;

    /// What [`read`](Member::read) accepts.
    fn shape() -> Shape;

    /// What an absent member means, and a null one; such a value is not written.
    /// None: the member must be there.
    fn absent() -> Option<Self> {
        None
    }
}

impl<T: Member> Member for Option<T> {
    fn read(value: &Value, at: &mut Reader) -> Option<Option<T>> {
        T::read(value, at).map(Some)
    }
    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::write)
    }
    fn shape() -> Shape {
        T::shape()
    }
    fn absent() -> Option<Option<T>> {
        Some(None)
    }
}

impl<T: Member> Member for Vec<T> {
    fn read(value: &Value, at: &mut Reader) -> Option<Vec<T>> {
        let Some(list) = value.as_array() else { return at.expected(Expected::List) };
        // All are read before the first failure counts: each may have problems.
        let read: Vec<Option<T>> = list
            .iter()
            .enumerate()
            .map(|(i, value)| at.inside_nth(i, |at| T::read(value, at)))
            .collect();
        read.into_iter().collect()
    }
    fn write(&self) -> Value {
        self.iter().map(T::write).collect()
    }
    fn shape() -> Shape {
        Shape::list(T::shape())
    }
    fn absent() -> Option<Vec<T>> {
        Some(Vec::new())
    }
}

impl<W: Word + PartialEq> Member for W {
    fn read(value: &Value, at: &mut Reader) -> Option<W> {
        let Some(text) = value.as_str() else { return at.expected(Expected::String) };
        let word = W::from_word(text);
        if !word.is_known() && at.takes_notes() {
            let nearest = nearest(text, W::known().iter().map(W::as_word));
            at.note(ProblemKind::UnknownWord { word: text.into(), nearest });
        }
        Some(word)
    }
    fn write(&self) -> Value {
        self.as_word().into()
    }
    fn shape() -> Shape {
        Shape::Word(WordList::of::<W>())
    }
}

impl Member for String {
    fn read(value: &Value, at: &mut Reader) -> Option<String> {
        value.as_str().map(str::to_string).or_else(|| at.expected(Expected::String))
    }
    fn write(&self) -> Value {
        self.as_str().into()
    }
    fn shape() -> Shape {
        Shape::Text
    }
    fn absent() -> Option<String> {
        Some(String::new())
    }
}

impl Member for bool {
    fn read(value: &Value, at: &mut Reader) -> Option<bool> {
        value.as_bool().or_else(|| at.expected(Expected::Boolean))
    }
    fn write(&self) -> Value {
        (*self).into()
    }
    fn shape() -> Shape {
        Shape::Bool
    }
    fn absent() -> Option<bool> {
        Some(false)
    }
}

/// An object without any language is an empty text.
impl Member for Text {
    fn read(value: &Value, at: &mut Reader) -> Option<Text> {
        match value {
            Value::String(text) => Some(Text::Same(text.clone())),
            Value::Object(texts) => {
                let texts = texts.iter().filter(|(_, text)| !text.is_null());
                let texts: Vec<Option<(String, String)>> = texts
                    .map(|(tag, text)| {
                        let text = at.inside(tag, |at| String::read(text, at))?;
                        Some((tag.clone(), text))
                    })
                    .collect();
                let texts: Vec<(String, String)> = texts.into_iter().collect::<Option<_>>()?;
                Some(if texts.is_empty() { Text::default() } else { Text::ByLanguage(texts) })
            }
            _ => at.expected(Expected::Text),
        }
    }
    fn write(&self) -> Value {
        match self {
            Text::Same(text) => text.as_str().into(),
            Text::ByLanguage(texts) => {
                let members = texts.iter().map(|(tag, text)| (tag.clone(), text.as_str().into()));
                Value::Object(members.collect())
            }
        }
    }
    fn shape() -> Shape {
        Shape::Localised
    }
    fn absent() -> Option<Text> {
        Some(Text::default())
    }
}

impl Member for Day {
    fn read(value: &Value, at: &mut Reader) -> Option<Day> {
        let Some(text) = value.as_str() else { return at.expected(Expected::Date) };
        let problem = match text.parse() {
            Ok(day) => return Some(day),
            Err(ParseDayError::NotIso) => ProblemKind::BadDate { text: text.into() },
            Err(ParseDayError::NoSuchDay) => ProblemKind::NoSuchDay { text: text.into() },
        };
        at.problem(problem);
        None
    }
    fn write(&self) -> Value {
        self.to_string().into()
    }
    fn shape() -> Shape {
        Shape::Date
    }
}

/// Whole numbers: the type says from where to where, and what is absent.
macro_rules! whole_numbers {
    ($($number:ty: $least:expr, $most:expr, absent $absent:expr;)*) => {$(
        impl Member for $number {
            fn read(value: &Value, at: &mut Reader) -> Option<$number> {
                whole(value, $least, $most, at).map(|number| number as $number)
            }
            fn write(&self) -> Value {
                (*self).into()
            }
            fn shape() -> Shape {
                Shape::Whole { least: $least as i64, most: $most as i64 }
            }
            fn absent() -> Option<$number> {
                $absent
            }
        }
    )*};
}

whole_numbers! {
    // Figures: people, vehicles, dollars.
    u64: 0.0, MAX_FIGURE, absent Some(0);
    // Lengths in days.
    u32: 0.0, MAX_DAYS, absent None;
    // Lags in days.
    i64: -MAX_DAYS, MAX_DAYS, absent Some(0);
    // Likelihood and impact.
    u8: 1.0, 5.0, absent None;
}

/// All limits lie within ±2^53, where every whole number is an f64.
fn whole(value: &Value, least: f64, most: f64, at: &mut Reader) -> Option<f64> {
    let Some(number) = value.as_f64() else { return at.expected(Expected::Number) };
    if number.fract() == 0.0 && (least..=most).contains(&number) {
        return Some(number);
    }
    at.problem(ProblemKind::BadNumber { value: number, least, most, whole: true });
    None
}

impl Member for f64 {
    fn read(value: &Value, at: &mut Reader) -> Option<f64> {
        value.as_f64().or_else(|| at.expected(Expected::Number))
    }
    /// Whole numbers without a point, as people write them.
    fn write(&self) -> Value {
        const LAST_WHOLE: f64 = 9_007_199_254_740_992.0;
        match self.fract() == 0.0 && self.abs() < LAST_WHOLE {
            true => (*self as i64).into(),
            false => (*self).into(),
        }
    }
    fn shape() -> Shape {
        Shape::Number { least: f64::NEG_INFINITY, most: f64::INFINITY }
    }
}
