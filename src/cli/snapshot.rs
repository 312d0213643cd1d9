//! `decamp snapshot`: who and what is where at a moment.

use super::args;
use super::open::{self, Ready};
use super::output::{self, Fault, Report, harmless};
use super::{heading, text_table, when};
use crate::i18n::{Lang, Names, Words, date_long, day_count, number, words};
use crate::plan::Category;
use crate::schedule::{BatchNow, Holdings, MovementNow, Snapshot};

const CATEGORIES: [Category; 3] = [Category::Military, Category::Police, Category::Civilian];

pub fn run(args: &args::Snapshot, lang: Lang) -> Result<Report, Fault> {
    let ready = open::ready(&args.plan.source, lang)?;
    let moment = when::moment("--at", &args.at, &ready.plan, lang)?;
    let snapshot = ready.schedule.snapshot(args.track.track, moment);
    let text = if args.json {
        output::json(&snapshot)
    } else {
        Page { ready: &ready, snapshot: &snapshot, words: words(lang), lang }.text()
    };
    Ok(Report::done(text))
}

/// A snapshot for people.
struct Page<'a> {
    ready: &'a Ready,
    snapshot: &'a Snapshot,
    words: &'static Words,
    lang: Lang,
}

impl Page<'_> {
    fn text(&self) -> String {
        let mut text = self.head();
        text.push('\n');
        text += &text_table::lay_out(&self.sites(), 2);
        let under_way = self.under_way();
        if under_way.len() > 1 {
            text.push('\n');
            text += &text_table::lay_out(&under_way, 2);
        }
        text
    }

    fn names(&self) -> Names<'_> {
        Names::new(&self.ready.plan, self.lang)
    }

    fn head(&self) -> String {
        let plan = &self.ready.plan;
        let day = self.snapshot.day();
        // Counted only from a day that somebody set.
        let count = plan.header().d_day.map(|d_day| day_count(day, d_day, self.lang));
        let track = self.words.word("track", self.snapshot.track.as_word());
        let date = [Some(date_long(day, self.lang)), count, Some(track)];
        let date: Vec<String> = date.into_iter().flatten().collect();
        let phases: Vec<String> =
            self.snapshot.phases.iter().map(|id| harmless(&self.names().item(id))).collect();
        let phases = match phases.is_empty() {
            true => self.words.text("cli-no-phase"),
            false => phases.join(" · "),
        };
        heading::of(plan, &[date.join(" · "), phases], self.lang)
    }

    /// A row for each site of the theatre, then the totals.
    fn sites(&self) -> Vec<Vec<String>> {
        let head = [self.words.text("column-site"), self.words.text("column-state")];
        let mut rows = vec![[head.to_vec(), self.figure_heads()].concat()];
        let here = self.ready.plan.sites().iter().filter(|site| !site.is_exit());
        for site in here {
            let Some(now) = self.snapshot.site(&site.id) else { continue };
            let state = self.words.word("site-state", now.state.as_word());
            rows.push(
                [vec![self.names().site(&site.id), state], self.figures(&now.holdings)].concat(),
            );
        }
        let totals = &self.snapshot.totals;
        rows.push(Vec::new());
        rows.push(vec![self.words.text("cli-totals")]);
        for (name, holdings) in [
            ("cli-present", &totals.present),
            ("cli-moving", &totals.moving),
            ("cli-departed", &totals.departed),
            ("cli-disposed", &totals.disposed),
        ] {
            let name = format!("  {}", self.words.text(name));
            rows.push([vec![name, String::new()], self.figures(holdings)].concat());
        }
        rows
    }

    /// A row for each batch on its way; the first row names the columns.
    fn under_way(&self) -> Vec<Vec<String>> {
        let head = [self.words.text("cli-under-way"), String::new()];
        let mut rows = vec![[head.to_vec(), self.figure_heads()].concat()];
        let batch = |movement: &MovementNow, batch: &BatchNow| {
            let share = (batch.progress * 100.0).round() as i64;
            let share = self.words.fill("cli-share", &[("share", share.to_string().into())]);
            let name = self.names().item(&movement.id);
            [vec![name, share], self.figures(&batch.holdings)].concat()
        };
        for movement in &self.snapshot.movements {
            rows.extend(movement.batches.iter().map(|it| batch(movement, it)));
        }
        rows
    }

    fn figure_heads(&self) -> Vec<String> {
        let categories =
            CATEGORIES.iter().map(|category| self.words.word("category", category.as_word()));
        let kinds = self.ready.schedule.kinds().names().iter();
        let kinds = kinds.map(|kind| self.words.word("materiel", kind));
        categories.chain(kinds).collect()
    }

    fn figures(&self, holdings: &Holdings) -> Vec<String> {
        let people = CATEGORIES.iter().map(|category| holdings.personnel.of(category));
        let materiel = holdings.materiel.iter().map(|(_, amount)| amount);
        let written = |count: u64| number(i64::try_from(count).unwrap_or(i64::MAX), self.lang);
        people.chain(materiel).map(written).collect()
    }
}
