//! `decamp critical`: how far each item can slip, and which chain carries the end.

use serde::Serialize;

use super::args;
use super::open;
use super::output::{self, Fault, Report, harmless};
use super::{heading, text_table};
use crate::calendar::Day;
use crate::i18n::{Lang, Names, Words, date_long, words};
use crate::plan::{Id, Plan};
use crate::schedule::{Critical, Float, Track};

pub fn run(args: &args::Critical, lang: Lang) -> Result<Report, Fault> {
    let plan = open::plan(&args.plan.source, lang)?.plan;
    let critical = Critical::of(&plan, args.track.track);
    let text = match args.json {
        true => json(&critical),
        false => Page { plan: &plan, critical: &critical, words: words(lang), lang }.text(),
    };
    Ok(Report::done(text))
}

/// What `decamp critical --json` prints.
#[derive(Serialize)]
struct Document<'a> {
    track: Track,
    end: Option<String>,
    deadline: Option<&'a Id>,
    chain: &'a [Id],
    items: Vec<ItemFloat<'a>>,
}

#[derive(Serialize)]
struct ItemFloat<'a> {
    id: &'a Id,
    float_days: i64,
    free_days: i64,
}

fn json(critical: &Critical) -> String {
    let items = critical.items.iter().map(|Float { id, total, free, .. }| ItemFloat {
        id,
        float_days: *total,
        free_days: *free,
    });
    let document = Document {
        track: critical.track,
        end: critical.end.map(|end| end.to_string()),
        deadline: critical.deadline.as_ref(),
        chain: &critical.chain,
        items: items.collect(),
    };
    output::json(&document)
}

/// The same for people.
struct Page<'a> {
    plan: &'a Plan,
    critical: &'a Critical,
    words: &'static Words,
    lang: Lang,
}

impl Page<'_> {
    fn text(&self) -> String {
        let track = self.words.word("track", self.critical.track.as_word());
        let what = format!("{} · {track}", self.words.text("network-critical"));
        let mut text = heading::of(self.plan, &[what, self.end()], self.lang);
        let Some(least) = self.critical.least() else {
            if self.critical.end.is_some() {
                text += &(self.words.text("network-all-over") + "\n");
            }
            return text;
        };
        let float = match least {
            0.. => self.words.fill("network-float", &[("days", least.into())]),
            _ => self.words.fill("network-float-late", &[("days", (-least).into())]),
        };
        let chain = self.words.fill("network-chain", &[("float", float.into())]);
        text += &format!("\n{chain}\n");
        let chain = self.critical.chain.iter().filter_map(|id| self.critical.float(id));
        let chain: Vec<Vec<String>> = chain.map(|float| self.dated("  ", float)).collect();
        text += &text_table::lay_out(&chain, 2);
        text.push('\n');
        text + &text_table::lay_out(&self.items(), 2)
    }

    fn end(&self) -> String {
        let date = |end: Day| date_long(end, self.lang);
        match (self.critical.end, &self.critical.deadline) {
            (Some(end), Some(limit)) => {
                let name = harmless(&self.names().item(limit));
                let args = [("date", date(end).into()), ("name", name.into())];
                self.words.fill("network-end-deadline", &args)
            }
            (Some(end), None) => self.words.fill("network-end-last", &[("date", date(end).into())]),
            (None, _) => self.words.text("network-no-dates"),
        }
    }

    /// A row for each item, the one with the least float first.
    fn items(&self) -> Vec<Vec<String>> {
        let heads = ["item", "dates", "total", "free"];
        let mut rows =
            vec![heads.iter().map(|it| self.words.text(&format!("network-column-{it}"))).collect()];
        let mut items: Vec<&Float> = self.critical.items.iter().collect();
        items.sort_by_key(|float| (float.total, float.span.start, float.span.end));
        let days = |days: i64| self.words.fill("network-days", &[("days", days.into())]);
        rows.extend(items.into_iter().map(|float| {
            let figures = [days(float.total), days(float.free)];
            [self.dated("", float), figures.to_vec()].concat()
        }));
        rows
    }

    fn dated(&self, indent: &str, float: &Float) -> Vec<String> {
        let name = format!("{indent}{}", self.names().item(&float.id));
        vec![name, self.names().span_with_year(float.span)]
    }

    fn names(&self) -> Names<'_> {
        Names::new(self.plan, self.lang)
    }
}
