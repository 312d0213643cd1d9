//! Words for what differs between plans, and for what follows from it.

use serde_json::Value;

use super::moved::signed_days;
use super::{Lang, MemberText, Names, date_long, number, words};
use crate::compare::branch::{Unused, WhyUnused};
use crate::compare::merge::{Place, Side, Why};
use crate::compare::{MemberDiff, MemberPath, OutcomeMove, PeakDiff, Step};
use crate::file::{Shape, form};
use crate::plan::{Id, Kind, Plan};
use crate::theatre::Theatre;

/// Between the members that lead to one within others.
const WITHIN: &str = " › ";

/// Two plans in words: names are those of the second, where it has the item.
#[derive(Clone, Copy)]
pub struct CompareText<'a> {
    pub(super) from: &'a Plan,
    pub(super) to: &'a Plan,
    theatre: Option<&'a Theatre>,
    pub(super) lang: Lang,
}

impl<'a> CompareText<'a> {
    pub fn new(from: &'a Plan, to: &'a Plan, lang: Lang) -> CompareText<'a> {
        CompareText { from, to, theatre: None, lang }
    }

    /// Sectors are called as on the map; else by their ids.
    pub fn on(self, theatre: &'a Theatre) -> CompareText<'a> {
        CompareText { theatre: Some(theatre), ..self }
    }

    /// What an item is called.
    pub fn name(&self, id: &Id) -> String {
        let plan = if self.to.kind_of(id).is_some() { self.to } else { self.from };
        Names::new(plan, self.lang).item(id)
    }

    fn kind(&self, id: &Id) -> Option<Kind> {
        self.to.kind_of(id).or_else(|| self.from.kind_of(id))
    }

    /// `Fermeture de Ber (close-ber)`; what has no name but its id is that alone.
    pub fn name_and_id(&self, id: &Id) -> String {
        let name = self.name(id);
        if name == id.as_str() { name } else { format!("{name} ({id})") }
    }

    /// `dates prévues › fin`; of the header where there is no kind.
    pub fn member(&self, kind: Option<Kind>, path: &MemberPath) -> String {
        let words = words(self.lang);
        if path.is_empty() {
            return words.text("compare-whole-item");
        }
        let (places, _) = walk(kind, path);
        let of_place = |place: StepIn| match place.step {
            Step::Member(name) => words.member(place.record, name),
            Step::Element(key) => Id::new(key).map_or_else(|_| key.clone(), |id| self.name(&id)),
        };
        places.into_iter().map(of_place).collect::<Vec<_>>().join(WITHIN)
    }

    /// A value as people read it; `absent` where there is none. `of` is the plan it
    /// stands in, `kind` None for the header.
    pub(super) fn value(
        &self,
        of: &Plan,
        kind: Option<Kind>,
        path: &MemberPath,
        value: Option<&Value>,
    ) -> String {
        let absent = || words(self.lang).text("compare-absent");
        let Some(value) = value else { return absent() };
        let of = MemberText { theatre: self.theatre, ..MemberText::new(of, self.lang) };
        let text = match walk(kind, path).1 {
            Some(Shape::Coordinates) if value.is_object() => {
                of.write(&Shape::Coordinates, &value["coordinates"])
            }
            Some(shape) => of.write(&shape, value),
            None => value.as_str().map_or_else(|| value.to_string(), str::to_owned),
        };
        if text.is_empty() { absent() } else { text }
    }

    /// `dates prévues › fin : 10 août 2023 → 12 août 2023 (+2 jours)`; a line for each
    /// of the smallest parts that differ. `kind` is None for the header.
    pub fn member_lines(&self, kind: Option<Kind>, diff: &MemberDiff) -> Vec<String> {
        let line = |part: &MemberDiff| {
            let value =
                |of, value: &Option<Value>| self.value(of, kind, &part.path, value.as_ref());
            let args = [
                ("member", self.member(kind, &part.path).into()),
                ("from", value(self.from, &part.from).into()),
                ("to", value(self.to, &part.to).into()),
            ];
            let mut line = words(self.lang).fill("compare-member", &args);
            if let Some(days) = part.moved().and_then(|moved| moved.start) {
                line += &format!(" ({})", signed_days(days, self.lang));
            }
            line
        };
        diff.parts().iter().map(line).collect()
    }

    /// `12 août 2023 → 14 août 2023 (+2 jours)`, for the dates of an item on a track.
    pub fn moved(&self, moved: &OutcomeMove) -> String {
        let names = Names::new(self.to, self.lang);
        let span = |span: Option<_>| match span {
            Some(span) => names.span_with_year(span),
            None => words(self.lang).text("compare-absent"),
        };
        let args = [
            ("member", self.name_and_id(&moved.id).into()),
            ("from", span(moved.from).into()),
            ("to", span(moved.to).into()),
        ];
        let mut line = words(self.lang).fill("compare-member", &args);
        let end = moved.from.and_then(|span| span.end).zip(moved.to.and_then(|span| span.end));
        if let Some(days) = end.map(|(from, to)| to - from).filter(|days| *days != 0) {
            let days = signed_days(days, self.lang).into();
            line +=
                &format!(" ({})", words(self.lang).fill("compare-end-moved", &[("days", days)]));
        }
        line
    }

    /// `militaires : 8 200 (1er août 2023) → 8 000 (15 août 2023)`
    pub fn peak(&self, peak: &PeakDiff) -> String {
        let words = words(self.lang);
        let category = match &peak.category {
            Some(category) => words.word("category", category.as_word()),
            None => words.text("compare-all-people"),
        };
        let figure = |people: u64, date| {
            format!("{} ({})", number(people as i64, self.lang), date_long(date, self.lang))
        };
        let args = [
            ("member", category.into()),
            ("from", figure(peak.from.people, peak.from.date).into()),
            ("to", figure(peak.to.people, peak.to.date).into()),
        ];
        words.fill("compare-member", &args)
    }

    /// Whether a deadline is met; None where there is none.
    pub fn deadline(&self, met: Option<bool>) -> String {
        let word = match met {
            Some(true) => "compare-met",
            Some(false) => "compare-missed",
            None => "compare-absent",
        };
        words(self.lang).text(word)
    }

    /// Where a conflict is: an item and its member, the header, a list.
    pub fn place(&self, place: &Place) -> String {
        let words = words(self.lang);
        match place {
            Place::Header(path) => {
                let header = words.text("compare-header");
                format!("{header}{WITHIN}{}", self.member(None, path))
            }
            Place::Item(id, path) if path.is_empty() => self.name_and_id(id),
            Place::Item(id, path) => {
                format!("{}{WITHIN}{}", self.name_and_id(id), self.member(self.kind(id), path))
            }
            Place::Order(kind) => {
                let list = words.word("compare-list", kind.list());
                words.fill("compare-order", &[("list", list.into())])
            }
        }
    }

    /// Why something is a conflict, as a sentence.
    pub fn why(&self, why: &Why) -> String {
        let words = words(self.lang);
        let with =
            |message: &str, id: &Id| words.fill(message, &[("item", self.name_and_id(id).into())]);
        match why {
            Why::BothChanged => words.text("merge-both-changed"),
            Why::GoneAndChanged => words.text("merge-gone-and-changed"),
            Why::BothAdded => words.text("merge-both-added"),
            Why::NotTogether => words.text("merge-not-together"),
            Why::Needed(by) => with("merge-needed", by),
            Why::PointsNowhere(to) => with("merge-points-nowhere", to),
        }
    }

    /// The value of one side of a conflict; an item as a whole is its name.
    pub fn conflict_value(&self, place: &Place, value: Option<&Value>) -> String {
        match place {
            Place::Item(_, path) if path.is_empty() => {
                let word = if value.is_some() { "compare-there" } else { "compare-not-there" };
                words(self.lang).text(word)
            }
            Place::Item(id, path) => self.value(self.to, self.kind(id), path, value),
            Place::Header(path) => self.value(self.to, None, path, value),
            Place::Order(_) => {
                let ids = value.and_then(Value::as_array).into_iter().flatten();
                ids.filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

/// Whose version is meant.
pub fn side_word(side: Side, lang: Lang) -> String {
    let word = match side {
        Side::Base => "base",
        Side::Mine => "mine",
        Side::Theirs => "theirs",
    };
    words(lang).word("merge-side", word)
}

/// A sentence on an edit of a branch that leads nowhere now.
pub fn unused_edit(branch: &str, unused: &Unused, lang: Lang) -> String {
    let place = match &unused.id {
        Some(id) => format!("{}.{id}", unused.list),
        None => unused.list.clone(),
    };
    let id = match unused.why {
        WhyUnused::NoItem => "branch-unused-no-item",
        WhyUnused::IdTaken => "branch-unused-id-taken",
        WhyUnused::Invalid => "branch-unused-invalid",
        WhyUnused::NoList => "branch-unused-no-list",
    };
    words(lang).fill(id, &[("branch", branch.into()), ("place", place.into())])
}

/// A step to a member, with the name of the object it is a member of.
struct StepIn<'a> {
    record: &'a str,
    step: &'a Step,
}

/// The steps to a member as people know them, and its shape as the tables of the
/// file have it; None for what this version does not know.
fn walk(kind: Option<Kind>, path: &MemberPath) -> (Vec<StepIn<'_>>, Option<Shape>) {
    let mut record = kind.map_or("header", form::kind_name);
    let fields = kind.map_or_else(form::header_fields, form::fields);
    let mut shape = Some(Shape::Record { name: record, fields });
    let mut places = Vec::new();
    for step in path.steps() {
        // The members of a site stand side by side for people.
        if kind == Some(Kind::Site) && *step == Step::Member("properties".into()) {
            continue;
        }
        places.push(StepIn { record, step });
        shape = shape.and_then(|shape| within(&shape, step));
        if let Some(Shape::Record { name, .. }) = &shape {
            record = name;
        }
    }
    (places, shape)
}

fn within(shape: &Shape, step: &Step) -> Option<Shape> {
    match (step, shape) {
        (Step::Member(name), Shape::Record { fields, .. }) => {
            fields.iter().find(|field| field.name == name).map(|field| field.shape.clone())
        }
        (Step::Member(_), Shape::Quantities) => Some(Shape::Whole { least: 0, most: i64::MAX }),
        (Step::Member(_), Shape::Localised) => Some(Shape::Text),
        (Step::Member(_), Shape::SpanById) => {
            let horizon = form::header_fields().iter().find(|field| field.name == "horizon");
            horizon.map(|field| field.shape.clone())
        }
        (Step::Element(_), Shape::List(of)) => Some((**of).clone()),
        _ => None,
    }
}
