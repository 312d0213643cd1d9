//! From bytes to a tree of JSON values, or to the place where they are no JSON.

use std::cell::RefCell;
use std::fmt::{self, Write};

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Value};

use super::problem::{JsonFault, MAX_PROBLEMS, Place, Problem, ProblemKind};

/// Keeps a hostile file of 64 MiB from taking gigabytes: a value takes some 80
/// bytes. A plan of 10,000 items has about a million.
const MAX_VALUES: usize = 6_000_000;

pub(super) struct Tree {
    pub value: Value,
    /// Where an object has a member twice. The value has the last of them.
    pub duplicates: Vec<String>,
    /// How many more of them there are.
    pub more_duplicates: usize,
}

pub(super) fn parse(bytes: &[u8]) -> Result<Tree, Problem> {
    let bytes = crate::disk::without_mark(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let line = good.matches('\n').count() + 1;
            let column = good.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            let place = Place::Line { line, column };
            return Err(Problem { place, what: ProblemKind::NotText });
        }
    };
    if text.trim().is_empty() {
        return Err(Problem::of_file(ProblemKind::Empty));
    }
    let walk = RefCell::new(Walk::default());
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = Node(&walk).deserialize(&mut deserializer);
    let read = read.and_then(|value| deserializer.end().map(|()| value));
    match read {
        Ok(value) => {
            let Walk { duplicates, more_duplicates, .. } = walk.into_inner();
            Ok(Tree { value, duplicates, more_duplicates })
        }
        Err(_) if walk.borrow().values > MAX_VALUES => {
            Err(Problem::of_file(ProblemKind::TooManyValues { limit: MAX_VALUES }))
        }
        Err(error) => Err(Problem {
            place: place_of(&error, text),
            what: ProblemKind::NotJson(fault_of(&error)),
        }),
    }
}

/// serde_json counts columns in bytes; readers count characters.
fn place_of(error: &serde_json::Error, text: &str) -> Place {
    let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = line.as_bytes().get(..error.column().saturating_sub(1)).unwrap_or(line.as_bytes());
    let column = String::from_utf8_lossy(before).chars().count() + 1;
    Place::Line { line: error.line().max(1), column }
}

/// serde_json tells these apart by its words alone; those of a later version
/// would only make a fault less exact.
fn fault_of(error: &serde_json::Error) -> JsonFault {
    let words = error.to_string();
    let known = [
        ("trailing comma", JsonFault::TrailingComma),
        ("trailing characters", JsonFault::TrailingText),
        ("recursion limit exceeded", JsonFault::TooDeep),
        ("number out of range", JsonFault::HugeNumber),
    ];
    match known.iter().find(|(start, _)| words.starts_with(start)) {
        Some((_, fault)) => *fault,
        None if error.classify() == Category::Eof => JsonFault::UnexpectedEnd,
        None => JsonFault::Syntax,
    }
}

#[derive(Default)]
struct Walk {
    path: Path,
    values: usize,
    duplicates: Vec<String>,
    more_duplicates: usize,
}

/// The place of a value within its file: `movements[3].from`.
#[derive(Default)]
pub(super) struct Path(String);

impl Path {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Steps into a member. The length returned is what leads back.
    pub fn enter(&mut self, member: &str) -> usize {
        let length = self.0.len();
        if length > 0 {
            self.0.push('.');
        }
        self.0.push_str(member);
        length
    }

    pub fn enter_nth(&mut self, index: usize) -> usize {
        let length = self.0.len();
        write!(self.0, "[{index}]").expect("a String takes all that is written");
        length
    }

    pub fn leave(&mut self, length: usize) {
        self.0.truncate(length);
    }
}

/// Reads one value, like `Value` itself does, but notes what occurs twice.
struct Node<'a>(&'a RefCell<Walk>);

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let mut walk = self.0.borrow_mut();
        walk.values += 1;
        if walk.values > MAX_VALUES {
            return Err(D::Error::custom("too many values"));
        }
        drop(walk);
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        loop {
            let outside = self.0.borrow_mut().path.enter_nth(values.len());
            let value = list.next_element_seed(Node(self.0));
            self.0.borrow_mut().path.leave(outside);
            match value? {
                Some(value) => values.push(value),
                None => return Ok(values.into()),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = object.next_key::<String>()? {
            let outside = {
                let walk = &mut *self.0.borrow_mut();
                let outside = walk.path.enter(&name);
                if members.contains_key(&name) {
                    match walk.duplicates.len() < MAX_PROBLEMS {
                        true => walk.duplicates.push(walk.path.as_str().into()),
                        false => walk.more_duplicates += 1,
                    }
                }
                outside
            };
            let value = object.next_value_seed(Node(self.0));
            self.0.borrow_mut().path.leave(outside);
            members.insert(name, value?);
        }
        Ok(members.into())
    }
}
