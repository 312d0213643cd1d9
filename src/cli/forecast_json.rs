//! What `decamp forecast --json` prints.

use serde::Serialize;

use super::output;
use crate::calendar::Day;
use crate::plan::{Id, RestrictionId};
use crate::schedule::{Days, DeadlineOdds, Driver, ItemOdds, Odds, Track};

#[derive(Serialize)]
struct Document<'a> {
    runs: u32,
    seed: u64,
    track: Track,
    /// Of the main deadline, as `p_met` and `end` are; null without one, and `end`
    /// is then the last day of all.
    deadline: Option<String>,
    p_met: Option<f64>,
    end: Percentiles,
    /// How many estimates were drawn, and how many of them are inferred or
    /// illustrative.
    spreads: usize,
    soft_spreads: usize,
    /// Closed ways whose end was drawn.
    open_restrictions: &'a [RestrictionId],
    deadlines: Vec<Deadline<'a>>,
    items: Vec<Item<'a>>,
    drivers: Vec<Weight<'a>>,
}

#[derive(Serialize)]
struct Percentiles {
    p10: Option<String>,
    p50: Option<String>,
    p80: Option<String>,
    p90: Option<String>,
}

#[derive(Serialize)]
struct Deadline<'a> {
    id: &'a Id,
    date: String,
    p_met: f64,
    left: u64,
    end: Percentiles,
    histogram: Vec<Bar>,
}

#[derive(Serialize)]
struct Bar {
    date: String,
    runs: u32,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a Id,
    p50: String,
    p80: String,
}

#[derive(Serialize)]
struct Weight<'a> {
    id: &'a Id,
    weight: f64,
    criticality: f64,
}

pub fn json(odds: &Odds) -> String {
    let main = odds.deadline();
    let runs = odds.options.runs;
    let document = Document {
        runs,
        seed: odds.options.seed,
        track: odds.options.track,
        deadline: main.map(|it| it.date.to_string()),
        p_met: main.map(|it| it.p_met(runs)),
        end: Percentiles::of(main.map_or(&odds.end, |it| &it.out)),
        spreads: odds.spreads.len(),
        soft_spreads: odds.spreads.iter().filter(|spread| spread.soft).count(),
        open_restrictions: &odds.restrictions,
        deadlines: odds.deadlines.iter().map(|it| Deadline::of(it, runs)).collect(),
        items: odds.items.iter().map(Item::of).collect(),
        drivers: odds.drivers.iter().map(Weight::of).collect(),
    };
    output::json(&document)
}

impl Percentiles {
    fn of(days: &Days) -> Percentiles {
        let at = |percent| days.percentile(percent).map(|day: Day| day.to_string());
        Percentiles { p10: at(10), p50: at(50), p80: at(80), p90: at(90) }
    }
}

impl<'a> Deadline<'a> {
    fn of(it: &'a DeadlineOdds, runs: u32) -> Deadline<'a> {
        let bar = |(date, runs): (Day, u32)| Bar { date: date.to_string(), runs };
        Deadline {
            id: &it.limit,
            date: it.date.to_string(),
            p_met: it.p_met(runs),
            left: it.left,
            end: Percentiles::of(&it.out),
            histogram: it.out.iter().map(bar).collect(),
        }
    }
}

impl<'a> Item<'a> {
    fn of(it: &'a ItemOdds) -> Item<'a> {
        Item { id: &it.id, p50: it.p50.to_string(), p80: it.p80.to_string() }
    }
}

impl<'a> Weight<'a> {
    fn of(it: &'a Driver) -> Weight<'a> {
        Weight { id: &it.id, weight: it.weight, criticality: it.criticality }
    }
}
