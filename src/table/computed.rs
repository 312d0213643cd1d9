//! What tables tell of an item that does not stand in the file.

use super::cell::SortKey;
use super::{Ground, Row};
use crate::calendar::Day;
use crate::i18n::{date_long, number};
use crate::plan::{Item, Kind};
use crate::schedule::Track;

/// A column that is worked out of plan and schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Computed {
    /// What the item is called, where nobody need have given it a name.
    Name,
    ForecastStart,
    ForecastEnd,
    /// The state at the moment that is shown.
    State,
    /// Who is there at the moment, or moved in all.
    People,
    Problems,
}

/// What was worked out.
enum Found {
    Nothing,
    Text(String),
    Date(Day),
    Count(u64),
}

impl Computed {
    /// Those of a kind.
    pub fn of(kind: Kind) -> &'static [Computed] {
        use Computed::*;
        match kind {
            Kind::Site => &[State, People, Problems],
            Kind::Unit => &[People, Problems],
            Kind::Activity => &[ForecastStart, ForecastEnd, Problems],
            Kind::Movement => &[ForecastStart, ForecastEnd, State, People, Problems],
            _ => &[Problems],
        }
    }

    /// The message that names it.
    pub fn name(self) -> &'static str {
        match self {
            Computed::Name => "column-name",
            Computed::ForecastStart => "column-forecast-start",
            Computed::ForecastEnd => "column-forecast-end",
            Computed::State => "column-state",
            Computed::People => "table-people",
            Computed::Problems => "table-problems",
        }
    }

    /// The name by which a spreadsheet may call it.
    pub fn key(self) -> &'static str {
        match self {
            Computed::Name => "called",
            Computed::ForecastStart => "forecast-start",
            Computed::ForecastEnd => "forecast-end",
            Computed::State => "state",
            Computed::People => "people",
            Computed::Problems => "problems",
        }
    }

    /// Whether it depends on the playhead.
    pub fn is_of_moment(self) -> bool {
        matches!(self, Computed::State | Computed::People)
    }

    /// Whether it is a figure.
    pub fn is_count(self) -> bool {
        matches!(self, Computed::People | Computed::Problems)
    }

    pub fn is_date(self) -> bool {
        matches!(self, Computed::ForecastStart | Computed::ForecastEnd)
    }

    pub(super) fn shown(self, row: &Row, ground: &Ground) -> String {
        let lang = ground.words.lang();
        match self.find(row, ground) {
            Found::Nothing => String::new(),
            Found::Text(text) => text,
            Found::Date(day) => date_long(day, lang),
            Found::Count(count) => number(i64::try_from(count).unwrap_or(i64::MAX), lang),
        }
    }

    pub(super) fn plain(self, row: &Row, ground: &Ground) -> String {
        match self.find(row, ground) {
            Found::Date(day) => day.to_string(),
            Found::Count(count) => count.to_string(),
            Found::Nothing | Found::Text(_) => self.shown(row, ground),
        }
    }

    pub(super) fn sort_key(self, row: &Row, ground: &Ground) -> SortKey {
        match self.find(row, ground) {
            Found::Nothing => SortKey::Empty,
            Found::Text(text) => SortKey::text(text),
            Found::Date(day) => SortKey::Date(day),
            Found::Count(count) => SortKey::Number(count as f64),
        }
    }

    fn find(self, row: &Row, ground: &Ground) -> Found {
        let id = row.item.id();
        let forecast = || ground.schedule.span(Track::Forecast, id).unwrap_or_default();
        let found = match self {
            Computed::Name => Some(Found::Text(ground.names().of(&row.item))),
            Computed::ForecastStart => forecast().start.map(Found::Date),
            Computed::ForecastEnd => forecast().end.map(Found::Date),
            Computed::State => state(&row.item, ground).map(Found::Text),
            Computed::People => people(&row.item, ground).map(Found::Count),
            Computed::Problems => {
                let count = ground.problem_count(id);
                (count > 0).then_some(Found::Count(count as u64))
            }
        };
        found.unwrap_or(Found::Nothing)
    }
}

fn state(item: &Item, ground: &Ground) -> Option<String> {
    match item {
        Item::Site(site) => {
            let state = ground.now.site(&site.id)?.state;
            Some(ground.words.word("site-state", state.as_word()))
        }
        Item::Movement(movement) => {
            let state = ground.now.movement(&movement.id)?.state;
            Some(ground.words.word("movement-state", state.as_word()))
        }
        _ => None,
    }
}

fn people(item: &Item, ground: &Ground) -> Option<u64> {
    match item {
        Item::Site(site) => Some(ground.now.site(&site.id)?.holdings.personnel.total()),
        Item::Unit(unit) => {
            Some(ground.now.unit(&unit.id)?.at.iter().map(|(_, count)| count).sum())
        }
        Item::Movement(movement) => {
            let moved = ground.schedule.moved(ground.now.track(), &movement.id);
            Some(moved.personnel.total())
        }
        _ => None,
    }
}
