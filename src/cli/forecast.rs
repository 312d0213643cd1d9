//! `decamp forecast`: the odds of the deadline.

use std::thread;

use super::args;
use super::forecast_json::json;
use super::open::{self, Ready};
use super::output::{Fault, Report, harmless};
use super::{heading, progress, text_table};
use crate::calendar::Day;
use crate::i18n::{Lang, Names, Words, date_long, odds_notes, odds_percent, odds_weight, words};
use crate::job::{Job, Outcome};
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
    let schedule = ready.schedule.clone();
    let job = Job::start(move |control| {
        let runs = options.runs.into();
        Odds::of(&schedule, options, &|done| control.step(done.into(), runs).is_ok())
    });
    let odds = match progress::follow(job) {
        Outcome::Done(Some(odds)) => odds,
        Outcome::Done(None) => return Err(Fault::line(words(lang).text("odds-stopped"))),
        Outcome::Panicked(message) => {
            let args = [("message", message.into())];
            return Err(Fault::line(words(lang).fill("odds-panic", &args)));
        }
    };
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
        let notes = odds_notes(self.odds, &self.ready.plan, "odds-restrictions", self.lang);
        for note in notes {
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

    /// A row for each deadline, and one for the last day of all.
    fn deadlines(&self) -> Vec<Vec<String>> {
        let mut rows = vec![self.heads(&["deadline", "date", "met", "p50", "p80"])];
        let row = |it: &DeadlineOdds| {
            let name = self.names().item(&it.limit);
            let met = odds_percent(it.p_met(self.odds.options.runs), self.lang);
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
            let weight = odds_weight(driver.weight, self.lang);
            vec![self.names().item(&driver.id), weight, odds_percent(driver.criticality, self.lang)]
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

    fn names(&self) -> Names<'_> {
        Names::new(&self.ready.plan, self.lang)
    }
}

/// All of them are in the JSON.
const MOST_DRIVERS: usize = 10;
