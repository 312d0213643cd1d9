//! The tables behind the chapters; their last one lists the sources, by the numbers
//! that the others cite.

use super::cite;
use crate::board::recipients;
use crate::draw::sheet::table::Table;
use crate::draw::sheet::{Look, closures};
use crate::export::Request;
use crate::i18n::{
    Names, Words, date_short_with_year, dollars, number, problem_message, severity_word, words,
};
use crate::plan::{Basis, Text};

/// The words of a column's head and what stands in it for an item.
type Column<'a, T> = (&'static str, Box<dyn Fn(usize, &T) -> String + 'a>);

/// All tables, each with the message of its name.
pub fn all(request: &Request, look: &Look) -> Vec<(&'static str, Table)> {
    let ground = Ground {
        request,
        words: words(request.lang),
        names: Names::new(&request.plan, request.lang),
    };
    let cite = |basis: &[Basis]| cite(&request.plan, basis);
    vec![
        ("sheet-closures", closures::table(look, &cite)),
        ("pack-movements", ground.movements()),
        ("pack-problems", ground.problems()),
        ("pack-tasks", ground.tasks()),
        ("pack-risks", ground.risks()),
        ("pack-sources", ground.sources()),
    ]
}

struct Ground<'a> {
    request: &'a Request,
    words: &'static Words,
    names: Names<'a>,
}

impl Ground<'_> {
    fn table<'i, T: 'i>(
        &self,
        columns: Vec<Column<'_, T>>,
        items: impl Iterator<Item = &'i T>,
    ) -> Table {
        let heads = columns.iter().map(|(head, _)| self.words.text(head)).collect();
        let row = |(at, item)| columns.iter().map(|(_, cell)| cell(at, item)).collect();
        Table { heads, rows: items.enumerate().map(row).collect() }.without_empty_columns()
    }

    fn text(&self, text: &Text) -> String {
        text.in_language(self.request.lang.tag()).to_owned()
    }

    fn cite(&self, basis: &[Basis]) -> String {
        cite(&self.request.plan, basis).trim().to_owned()
    }

    /// Those on the track, in the order of their dates.
    fn movements(&self) -> Table {
        let Ground { request, words, names } = self;
        let (schedule, track) = (&request.schedule, request.track);
        let mut items: Vec<_> = request.plan.movements().iter().map(|it| &**it).collect();
        items.retain(|it| schedule.span(track, &it.id).is_some());
        items.sort_by_key(|it| {
            let span = schedule.span(track, &it.id).unwrap_or_default();
            (span.start.is_none(), span.start, span.end)
        });
        let columns: Vec<Column<'_, crate::plan::Movement>> = vec![
            ("pack-name", Box::new(|_, it| names.movement(it))),
            ("column-kind", Box::new(|_, it| names.movement_kind(&it.kind))),
            (
                "column-mode",
                Box::new(|_, it| {
                    it.mode.as_ref().map_or(String::new(), |m| words.word("mode", m.as_word()))
                }),
            ),
            (
                "pack-dates",
                Box::new(|_, it| {
                    let span = schedule.span(track, &it.id);
                    span.map_or(String::new(), |span| names.span_with_year(span))
                }),
            ),
            (
                "column-people",
                Box::new(|_, it| {
                    // Nothing stands for a movement of materiel alone.
                    let people = schedule.moved(track, &it.id).personnel.total();
                    let people = i64::try_from(people).ok().filter(|people| *people > 0);
                    people.map_or(String::new(), |people| number(people, request.lang))
                }),
            ),
            ("pack-sources", Box::new(|_, it| self.cite(&it.basis))),
        ];
        self.table(columns, items.into_iter())
    }

    /// Those of the schedule, or all of them where they were worked out.
    fn problems(&self) -> Table {
        let Ground { request, .. } = self;
        let found = match &request.problems {
            Some(problems) => problems.all(),
            None => request.schedule.problems(request.track),
        };
        let mut items: Vec<_> = found.iter().map(|problem| &**problem).collect();
        items.sort_by_key(|problem| problem.severity);
        let columns: Vec<Column<'_, crate::schedule::Problem>> = vec![
            ("pack-severity", Box::new(|_, it| severity_word(it.severity, request.lang))),
            ("pack-problem", Box::new(|_, it| problem_message(it, &request.plan, request.lang))),
        ];
        self.table(columns, items.into_iter())
    }

    fn tasks(&self) -> Table {
        let Ground { request, words, .. } = self;
        let columns: Vec<Column<'_, crate::plan::Task>> = vec![
            ("pack-name", Box::new(|_, it| self.text(&it.name))),
            ("column-recipients", Box::new(|_, it| recipients(it).join(", "))),
            (
                "column-task-status",
                Box::new(|_, it| {
                    let status = it.status.as_ref();
                    status.map_or(String::new(), |it| words.word("task-status", it.as_word()))
                }),
            ),
            ("pack-due", Box::new(|_, it| it.due.map_or(String::new(), |day| self.date(day)))),
            (
                "pack-gap",
                Box::new(|_, it| {
                    it.gap_usd.map_or(String::new(), |usd| dollars(usd, request.lang))
                }),
            ),
            ("pack-sources", Box::new(|_, it| self.cite(&it.basis))),
        ];
        self.table(columns, request.plan.tasks().iter().map(|it| &**it))
    }

    fn risks(&self) -> Table {
        let rating = |rating: Option<u8>| rating.map_or(String::new(), |it| it.to_string());
        let columns: Vec<Column<'_, crate::plan::Risk>> = vec![
            ("pack-no", Box::new(|at, _| (at + 1).to_string())),
            ("pack-name", Box::new(|_, it| self.text(&it.name))),
            ("column-likelihood", Box::new(move |_, it| rating(it.likelihood))),
            ("column-impact", Box::new(move |_, it| rating(it.impact))),
            (
                "column-mitigations",
                Box::new(|_, it| {
                    let texts = it.mitigations.iter().map(|text| self.text(text));
                    texts.collect::<Vec<_>>().join("\n")
                }),
            ),
            ("pack-sources", Box::new(|_, it| self.cite(&it.basis))),
        ];
        self.table(columns, self.request.plan.risks().iter().map(|it| &**it))
    }

    fn sources(&self) -> Table {
        let columns: Vec<Column<'_, crate::plan::Source>> = vec![
            ("pack-no", Box::new(|at, _| format!("[{}]", at + 1))),
            ("pack-document", Box::new(|_, it| it.symbol.clone().unwrap_or_default())),
            ("pack-source-title", Box::new(|_, it| self.text(&it.title))),
            (
                "pack-source-date",
                Box::new(|_, it| it.date.map_or(String::new(), |day| self.date(day))),
            ),
            ("pack-source-url", Box::new(|_, it| it.url.clone().unwrap_or_default())),
        ];
        self.table(columns, self.request.plan.sources().iter().map(|it| &**it))
    }

    fn date(&self, day: crate::calendar::Day) -> String {
        date_short_with_year(day, self.request.lang)
    }
}
