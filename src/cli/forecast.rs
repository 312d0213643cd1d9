//! `decamp forecast`: the odds of the deadline.

use std::thread;

use super::args;
use super::forecast_json::json;
use super::open::{self, Ready};
use super::output::{Fault, Report, harmless};
use super::{heading, text_table};
use crate::calendar::Day;
use crate::i18n::{Lang, Names, Words, date_long, words};
use crate::schedule::{DeadlineOdds, Odds, OddsOptions};

pub fn run(args: &args::Forecast, lang: Lang) -> Result<Report, Fault> {
    let ready = open::ready(&args.plan.source, lang)?;
    let options = OddsOptions {
        track: args.track.track,
        runs: args.runs,
        seed: args.seed,
        threads: thread::available_parallelism().map_or(1, |count| count.get()),
        open_restrictions: !args.without_open_restrictions,
    };
    let odds = Odds::of(&ready.schedule, options, &|_| true);
    let odds = odds.expect("nobody stops it");
    let text = match args.json {
        true => json(&odds),
        false => Page { ready: &ready, odds: &odds, words: words(lang), lang }.text(),
    };
    Ok(Report::done(text))
}

/// The odds for people.
struct Page<'a> {
    ready: &'a Ready,
    odds: &'a Odds,
    words: &'static Words,
    lang: Lang,
}

impl Page<'_> {
    fn text(&self) -> String {
        let Odds { options, .. } = self.odds;
        let runs =
            [("runs", i64::from(options.runs).into()), ("seed", options.seed.to_string().into())];
        let what = [
            self.words.text("odds-title"),
            self.words.word("track", options.track.as_word()),
            self.words.fill("odds-runs", &runs),
        ];
        let mut text = heading::of(&self.ready.plan, &[what.join(" · ")], self.lang);
        for note in self.notes() {
            text += &format!("{}\n", harmless(&note));
        }
        for table in [self.deadlines(), self.drivers(), self.items()] {
            if table.len() > 1 {
                text.push('\n');
                text += &text_table::lay_out(&table, 1);
            }
        }
        text
    }

    /// What the odds rest on, and what they cannot tell.
    fn notes(&self) -> Vec<String> {
        let (spreads, open) = (&self.odds.spreads, self.odds.restrictions.len());
        let mut notes = vec![match (spreads.len(), open) {
            (0, 0) => self.words.text("odds-no-spread"),
            (0, _) => self.words.text("odds-no-spread-restrictions"),
            (count, _) => {
                let drawn = self.words.fill("odds-spreads", &[("count", count.into())]);
                match spreads.iter().filter(|spread| spread.soft).count() {
                    0 => drawn,
                    soft => {
                        let soft = self.words.fill("odds-soft", &[("count", soft.into())]);
                        format!("{drawn}, {soft}")
                    }
                }
            }
        }];
        if open > 0 {
            let until = date_long(self.ready.plan.horizon().end(), self.lang);
            let args = [("count", open.into()), ("until", until.into())];
            notes.push(self.words.fill("odds-restrictions", &args));
        }
        for deadline in self.odds.deadlines.iter().filter(|deadline| deadline.left > 0) {
            let people = i64::try_from(deadline.left).unwrap_or(i64::MAX);
            let name = self.names().item(&deadline.limit);
            let args = [("name", name.into()), ("people", people.into())];
            notes.push(self.words.fill("odds-left", &args));
        }
        notes
    }

    /// A row for each deadline, and one for the last day of all.
    fn deadlines(&self) -> Vec<Vec<String>> {
        let mut rows = vec![self.heads(&["deadline", "date", "met", "p50", "p80"])];
        let row = |it: &DeadlineOdds| {
            let name = self.names().item(&it.limit);
            let met = self.percent(it.p_met(self.odds.options.runs));
            let [p50, p80] = [50, 80].map(|percent| self.date(it.out.percentile(percent)));
            vec![name, self.date(Some(it.date)), met, p50, p80]
        };
        rows.extend(self.odds.deadlines.iter().map(row));
        let [p50, p80] = [50, 80].map(|percent| self.date(self.odds.end.percentile(percent)));
        let last = self.words.text("odds-last-day");
        rows.push(vec![last, String::new(), String::new(), p50, p80]);
        rows
    }

    fn drivers(&self) -> Vec<Vec<String>> {
        let mut rows = vec![self.heads(&["driver", "weight", "criticality"])];
        rows.extend(self.odds.drivers.iter().take(MOST_DRIVERS).map(|driver| {
            let weight = self.decimal(driver.weight);
            vec![self.names().item(&driver.id), weight, self.percent(driver.criticality)]
        }));
        rows
    }

    /// The items whose end is not certain.
    fn items(&self) -> Vec<Vec<String>> {
        let mut rows = vec![self.heads(&["item", "planned", "p50", "p80"])];
        let track = self.odds.options.track;
        for item in &self.odds.items {
            let end = self.ready.schedule.span(track, &item.id).and_then(|span| span.end);
            if [Some(item.p50), Some(item.p80)] != [end, end] {
                let [p50, p80] = [item.p50, item.p80].map(|day| self.date(Some(day)));
                rows.push(vec![self.names().item(&item.id), self.date(end), p50, p80]);
            }
        }
        rows
    }

    fn heads(&self, columns: &[&str]) -> Vec<String> {
        columns.iter().map(|it| self.words.text(&format!("odds-column-{it}"))).collect()
    }

    fn date(&self, day: Option<Day>) -> String {
        day.map_or("–".into(), |day| date_long(day, self.lang))
    }

    /// Neither 0 nor 100 unless it is exactly that.
    fn percent(&self, share: f64) -> String {
        let share = match share {
            0.0 | 1.0 => share * 100.0,
            _ => (share * 100.0).round().clamp(1.0, 99.0),
        };
        self.words.fill("odds-percent", &[("share", format!("{share:.0}").into())])
    }

    fn decimal(&self, figure: f64) -> String {
        let text = format!("{figure:.2}").replace('-', "−");
        if self.lang == Lang::Fr { text.replace('.', ",") } else { text }
    }

    fn names(&self) -> Names<'_> {
        Names::new(&self.ready.plan, self.lang)
    }
}

/// All of them are in the JSON.
const MOST_DRIVERS: usize = 10;
