//! Members of items as a line of text, that people read and type.

use serde_json::Value;

use super::numbers::{decimal, read_number};
use super::{Lang, Names, Words, date_long, without_accents, words};
use crate::calendar::{Day, Span, TypedContext, TypedDateError, read_typed};
use crate::file::{Shape, WordList};
use crate::plan::{Id, Plan, Target};
use crate::theatre::Theatre;

/// Between the items of a list. Names have commas in them.
const BETWEEN: &str = "; ";
/// Between the two days of a span.
const UNTIL: &str = " – ";

/// The members of a plan's items in one language. What is written can be typed
/// again; words are read in every language.
#[derive(Clone, Copy)]
pub struct MemberText<'a> {
    pub(super) plan: &'a Plan,
    /// Whose names sectors have.
    pub(super) theatre: Option<&'a Theatre>,
    pub(super) words: &'static Words,
}

impl<'a> MemberText<'a> {
    pub fn new(plan: &'a Plan, lang: Lang) -> MemberText<'a> {
        MemberText { plan, theatre: None, words: words(lang) }
    }

    /// Sectors are called as on the map; else by their ids.
    pub fn on(self, theatre: &'a Theatre) -> MemberText<'a> {
        MemberText { theatre: Some(theatre), ..self }
    }

    /// Whether values of a shape can be typed in one line.
    pub fn can_read(shape: &Shape) -> bool {
        match shape {
            Shape::List(of) => !matches!(**of, Shape::List(_)) && MemberText::can_read(of),
            Shape::Record { name, .. } => *name == "span",
            Shape::Id | Shape::Quantities | Shape::RoutePoint | Shape::SpanById | Shape::Opaque => {
                false
            }
            _ => true,
        }
    }

    /// A value as text; nothing where the member is absent.
    pub fn write(&self, shape: &Shape, value: &Value) -> String {
        let text = || value.as_str().unwrap_or_default().to_owned();
        match (shape, value) {
            (_, Value::Null) => String::new(),
            (Shape::Localised, Value::Object(texts)) => {
                let own = texts.get(self.words.lang().tag());
                let text = own.or_else(|| texts.values().next()).and_then(Value::as_str);
                text.unwrap_or_default().to_owned()
            }
            (Shape::Bool, Value::Bool(on)) => self.words.text(if *on { "yes" } else { "no" }),
            (Shape::Whole { .. } | Shape::Number { .. }, value) => self.figure(value),
            (Shape::Date, _) => match text().parse() {
                Ok(day) => date_long(day, self.words.lang()),
                Err(_) => text(),
            },
            (Shape::Word(list), _) => self.words.word(list.name, &text()),
            (Shape::Reference(_), _) => self.name(&text()),
            (Shape::Sector, _) => self.sector(&text(), self.words.lang()),
            (Shape::RoutePoint, Value::String(site)) => self.name(site),
            (Shape::List(of), Value::Array(values)) => {
                let texts: Vec<String> = values.iter().map(|value| self.write(of, value)).collect();
                texts.join(BETWEEN)
            }
            (Shape::Quantities, Value::Object(counts)) => {
                let of_kind = |(kind, count): (&String, &Value)| {
                    format!("{} {}", self.figure(count), self.words.word("materiel", kind))
                };
                counts.iter().map(of_kind).collect::<Vec<_>>().join(BETWEEN)
            }
            (Shape::Coordinates | Shape::RoutePoint, Value::Array(degrees)) => {
                degrees.iter().map(Value::to_string).collect::<Vec<_>>().join(", ")
            }
            (Shape::Record { name: "span", .. }, _) => self.span(value),
            (Shape::SpanById, Value::Object(spans)) => {
                let line = |(id, span): (&String, &Value)| {
                    format!("{}{UNTIL}{}", self.name(id), self.span(span))
                };
                spans.iter().map(line).collect::<Vec<_>>().join("\n")
            }
            (Shape::Record { .. } | Shape::Opaque, value) => value.to_string(),
            _ => text(),
        }
    }

    /// Reads a text as a value of a shape; nothing is null. `old` is the value that
    /// it replaces: texts in other languages stay, `+7d` counts from it. What cannot
    /// be understood is told in words; whether the value may stand in the plan is
    /// found by [`crate::file::form`].
    pub fn read(&self, shape: &Shape, text: &str, old: &Value) -> Result<Value, String> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(self.cleared(shape, old));
        }
        match shape {
            Shape::Text | Shape::Color => Ok(text.into()),
            Shape::Localised => Ok(match old.as_object() {
                Some(texts) => {
                    let mut texts = texts.clone();
                    texts.insert(self.words.lang().tag().into(), text.into());
                    texts.into()
                }
                None => text.into(),
            }),
            Shape::Bool => self.read_bool(text),
            Shape::Whole { .. } => match self.read_number(text)? {
                whole if whole.fract() == 0.0 && whole.abs() < 1e15 => Ok((whole as i64).into()),
                number => Ok(number.into()),
            },
            Shape::Number { .. } => self.read_number(text).map(Value::from),
            Shape::Date => self.read_day(text, old).map(|day| day.to_string().into()),
            Shape::Word(list) => self.read_word(list, text),
            Shape::Reference(target) => self.read_reference(*target, text, old),
            Shape::Sector => self.read_sector(text),
            Shape::List(of) => {
                let parts = text.split(BETWEEN.trim()).map(str::trim).filter(|p| !p.is_empty());
                parts.enumerate().map(|(i, part)| self.read(of, part, &old[i])).collect()
            }
            Shape::Coordinates => self.read_coordinates(text),
            Shape::Record { name: "span", .. } => self.read_span(text, old),
            _ => Err(self.words.text("typed-not-here")),
        }
    }

    /// What is left of a value when its text is taken out.
    fn cleared(&self, shape: &Shape, old: &Value) -> Value {
        let (Shape::Localised, Some(texts)) = (shape, old.as_object()) else { return Value::Null };
        let mut texts = texts.clone();
        texts.shift_remove(self.words.lang().tag());
        if texts.is_empty() { Value::Null } else { texts.into() }
    }

    fn span(&self, value: &Value) -> String {
        let end = |name: &str| match value[name].as_str() {
            Some(day) => self.write(&Shape::Date, &day.into()),
            None => "…".into(),
        };
        format!("{}{UNTIL}{}", end("start"), end("end"))
    }

    fn name(&self, id: &str) -> String {
        match Id::new(id) {
            Ok(id) => Names::new(self.plan, self.words.lang()).item(&id),
            Err(_) => id.into(),
        }
    }

    /// A figure with the marks of the language.
    fn figure(&self, value: &Value) -> String {
        value.as_f64().map_or_else(String::new, |figure| decimal(figure, self.words.lang()))
    }

    fn read_number(&self, text: &str) -> Result<f64, String> {
        read_number(text, self.words.lang()).ok_or_else(|| self.words.text("typed-not-a-number"))
    }

    fn read_bool(&self, text: &str) -> Result<Value, String> {
        let is = |id| self.in_any_language(text, |words| words.text(id));
        match (is("yes") || text == "true", is("no") || text == "false") {
            (true, _) => Ok(true.into()),
            (_, true) => Ok(false.into()),
            _ => Err(self.words.text("typed-not-yes-or-no")),
        }
    }

    fn read_day(&self, text: &str, old: &Value) -> Result<Day, String> {
        let horizon = self.plan.horizon();
        let old: Option<Day> = old.as_str().and_then(|old| old.parse().ok());
        let from = old.or(self.plan.header().as_of).unwrap_or(horizon.start());
        let context = TypedContext { from, d_day: self.plan.d_day(), horizon };
        read_typed(text, context).map_err(|error| match error {
            TypedDateError::NotUnderstood => self.words.text("typed-not-a-date"),
            TypedDateError::NoSuchDay => self.words.text("typed-no-such-day"),
        })
    }

    /// `1 July 2023 – 31 August 2023`; an open end is an ellipsis, one day is both.
    fn read_span(&self, text: &str, old: &Value) -> Result<Value, String> {
        let both = text.split_once(UNTIL.trim()).or_else(|| text.split_once(" - "));
        let (start, end) = both.unwrap_or((text, text));
        let end_of = |text: &str, old: &Value| match text.trim() {
            "" | "…" | "..." => Ok(None),
            day => self.read_day(day, old).map(Some),
        };
        let span = Span::new(end_of(start, &old["start"])?, end_of(end, &old["end"])?);
        let day = |day: Option<Day>| day.map(|day| day.to_string());
        Ok(serde_json::json!({ "start": day(span.start), "end": day(span.end) }))
    }

    fn read_word(&self, list: &WordList, text: &str) -> Result<Value, String> {
        let fits = |word: &&&str| {
            text == **word || self.in_any_language(text, |words| words.word(list.name, word))
        };
        let found = list.known.iter().find(fits);
        found.map(|word| (*word).into()).ok_or_else(|| {
            let known: Vec<String> =
                list.known.iter().map(|word| self.words.word(list.name, word)).collect();
            self.words.fill("typed-no-such-word", &[("words", known.join(", ").into())])
        })
    }

    /// An item by its id or by its name in any language.
    fn read_reference(&self, target: Target, text: &str, old: &Value) -> Result<Value, String> {
        let fits_id = |id: &Id| self.plan.kind_of(id).is_some_and(|kind| target.accepts(kind));
        if let Some(id) = Id::new(text).ok().filter(fits_id) {
            return Ok(id.as_str().into());
        }
        let allowed = self.plan.kinds().filter(|(_, kind)| target.accepts(*kind));
        let fits_name = |id: &Id| {
            let name = |words: &Words| Names::new(self.plan, words.lang()).item(id);
            self.in_any_language(text, name)
        };
        let named: Vec<&str> =
            allowed.map(|(id, _)| id).filter(|id| fits_name(id)).map(Id::as_str).collect();
        let message = match named[..] {
            [one] => return Ok(one.into()),
            [] => "typed-no-such-item",
            _ if named.iter().any(|id| old == id) => return Ok(old.clone()),
            _ => "typed-several-items",
        };
        Err(self.words.fill(message, &[("name", text.into())]))
    }

    /// A sector by its id or by its name in any language. A plan may name sectors
    /// that its map does not have.
    fn read_sector(&self, text: &str) -> Result<Value, String> {
        let known = self.sectors();
        let is_called =
            |id: &&String| self.in_any_language(text, |words| self.sector(id, words.lang()));
        let by_id = known.iter().find(|id| *id == text);
        let found = by_id.or_else(|| known.iter().find(is_called)).cloned();
        let found = found.or_else(|| Id::new(text).ok().map(|id| id.to_string()));
        found
            .map(Value::from)
            .ok_or_else(|| self.words.fill("typed-no-such-sector", &[("name", text.into())]))
    }

    fn read_coordinates(&self, text: &str) -> Result<Value, String> {
        let parts = text.split(|c: char| c == ',' || c == ';' || c.is_whitespace());
        let degrees = parts.filter(|part| !part.is_empty()).map(|part| part.parse::<f64>());
        match degrees.collect::<Result<Vec<f64>, _>>().as_deref() {
            Ok([lon, lat]) if lon.is_finite() && lat.is_finite() => {
                Ok(serde_json::json!([lon, lat]))
            }
            _ => Err(self.words.text("typed-not-coordinates")),
        }
    }

    fn in_any_language(&self, text: &str, said: impl Fn(&Words) -> String) -> bool {
        let plain = without_accents(text);
        Lang::ALL.iter().any(|lang| without_accents(&said(words(*lang))) == plain)
    }
}
