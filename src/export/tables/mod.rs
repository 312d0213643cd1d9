//! The tables of a plan, as rows of cells. The first row names the columns.

mod activities;
mod funds;
mod mandate;
mod movements;
mod risks;
mod slips;
mod tasks;

use super::{Request, Table, founding, picture};
use crate::calendar::{Day, Span};
use crate::i18n::{Names, Words, words};
use crate::plan::{Basis, Id, PhaseId, TaskStatus, Text, Timing, TypedId};
use crate::schedule::Track;

/// What parts several values in one cell.
const PART: &str = " | ";

pub type Rows = Vec<Vec<String>>;

/// A column: the message that names it, and what stands in it for an item.
type Column<'a, T> = (String, Box<dyn Fn(&T) -> String + 'a>);

pub fn rows(table: Table, request: &Request) -> Rows {
    let ground = Ground {
        request,
        words: words(request.lang),
        names: Names::new(&request.plan, request.lang),
    };
    match table {
        Table::Activities => activities::rows(&ground),
        Table::Movements => movements::rows(&ground),
        Table::Slips => slips::rows(&ground),
        Table::Tasks => tasks::rows(&ground),
        Table::Mandate => mandate::rows(&ground),
        Table::Risks => risks::rows(&ground),
        Table::Funds => funds::rows(&ground),
    }
}

/// What cells are made from.
struct Ground<'a> {
    request: &'a Request,
    words: &'static Words,
    names: Names<'a>,
}

fn table<'a, T: 'a>(columns: &[Column<'a, T>], items: impl Iterator<Item = &'a T>) -> Rows {
    let heads = columns.iter().map(|(name, _)| name.clone()).collect();
    let row = |item: &T| columns.iter().map(|(_, cell)| cell(item)).collect();
    std::iter::once(heads).chain(items.map(row)).collect()
}

fn column<'a, T: 'a>(name: String, cell: impl Fn(&T) -> String + 'a) -> Column<'a, T> {
    (name, Box::new(cell))
}

impl<'a> Ground<'a> {
    /// The columns of dates: planned, actual and forecast.
    fn dates<T: 'a>(&self, get: fn(&T) -> (&Id, &Timing)) -> Vec<Column<'a, T>> {
        let schedule = &*self.request.schedule;
        let planned = |timing: &Timing| timing.planned.unwrap_or_default();
        let actual = |timing: &Timing| {
            timing.actual.as_ref().map_or(Span::default(), |a| Span::new(a.start, a.end))
        };
        let forecast = move |id: &Id| schedule.span(Track::Forecast, id).unwrap_or_default();
        let head = |id: &str| self.words.text(id);
        vec![
            column(head("column-planned-start"), move |it| date(planned(get(it).1).start)),
            column(head("column-planned-end"), move |it| date(planned(get(it).1).end)),
            column(head("column-actual-start"), move |it| date(actual(get(it).1).start)),
            column(head("column-actual-end"), move |it| date(actual(get(it).1).end)),
            column(head("column-cancelled"), move |it| {
                date(get(it).1.actual.as_ref().and_then(|actual| actual.cancelled))
            }),
            column(head("column-forecast-start"), move |it| date(forecast(get(it).0).start)),
            column(head("column-forecast-end"), move |it| date(forecast(get(it).0).end)),
        ]
    }

    fn phase(&self, phase: &Option<PhaseId>) -> String {
        phase.as_ref().map_or_else(String::new, |phase| self.names.item(phase))
    }

    /// The names of several items in one cell.
    fn items<T: TypedId>(&self, ids: &[T]) -> String {
        ids.iter().map(|id| self.names.item(id)).collect::<Vec<_>>().join(PART)
    }

    fn text(&self, text: &Text) -> String {
        text.in_language(self.request.lang.tag()).to_owned()
    }

    fn optional_text(&self, text: &Option<Text>) -> String {
        text.as_ref().map_or_else(String::new, |text| self.text(text))
    }

    fn task_status(&self, status: &TaskStatus) -> String {
        self.words.word("task-status", status.as_word())
    }

    /// The words of [`crate::plan::BasisStatus`] in the language.
    fn statuses(&self, statuses: Vec<&str>) -> String {
        let words: Vec<String> =
            statuses.into_iter().map(|status| self.words.word("status", status)).collect();
        words.join(PART)
    }

    /// The documents an item is taken from.
    fn sources(&self, basis: &[Basis]) -> String {
        let sources = basis.iter().filter_map(|entry| entry.source.as_ref());
        founding::distinct(sources.map(|source| self.names.item(source))).join(PART)
    }

    /// The handling line stands on every row: rows are copied without their head.
    fn marking<T: 'a>(&self) -> Option<Column<'a, T>> {
        let marking = picture::marking(self.request)?;
        Some(column(self.words.text("column-marking"), move |_| marking.clone()))
    }
}

fn date(day: Option<Day>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

/// US dollars as digits alone, which a spreadsheet can add up; unknown is empty.
fn amount(usd: Option<u64>) -> String {
    usd.map_or_else(String::new, |usd| usd.to_string())
}
