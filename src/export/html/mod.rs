//! One file that plays the plan in any browser, without a network.
//!
//! Every picture in it is drawn here, by the same functions as those of the window:
//! map layers day after day, timeline and strength curve, in both languages and
//! themes. They are taken apart (`sketch`), each part is kept once (`pool`), and the
//! script of the page puts them together for the moment and the view of its reader.
//! The page knows no rule of plans; it only shows and interpolates.

mod cards;
mod chapters;
mod course;
mod live;
mod map;
mod moments;
mod page;
mod palette;
mod panels;
mod pool;
mod sketch;

use std::io::Write;

use serde_json::{Map, Value, json};

use super::Request;
use super::error::Broken;
use crate::calendar::Moment;
use crate::i18n::{Lang, date_long, words};
use crate::job::Control;
use crate::plan::Text;
use pool::Pool;

/// The words of the page itself: its buttons, hints and keys.
const WORDS: &[&str] = &[
    "web-play",
    "web-pause",
    "web-slower",
    "web-faster",
    "web-speed",
    "web-chapters",
    "web-notes",
    "web-no-notes",
    "web-language",
    "web-theme",
    "web-keys",
    "web-map-only",
    "web-map",
    "web-timeline",
    "web-position",
    "web-go-to",
    "web-show-day",
    "web-home",
    "web-closer",
    "web-farther",
    "web-close",
    "web-km",
    "web-m",
    "web-previous",
    "web-next",
    "web-key-play",
    "web-key-day",
    "web-key-week",
    "web-key-event",
    "web-key-ends",
    "web-key-go-to",
    "web-key-chapter",
    "web-key-jump",
    "web-key-jkl",
    "web-key-speed",
    "web-key-loop-ends",
    "web-key-loop",
    "web-key-zoom",
    "web-key-drag",
    "web-key-map-only",
    "web-key-notes",
    "web-key-keys",
    "web-key-language",
    "web-key-theme",
];

pub fn write(request: &Request, control: &Control, out: &mut dyn Write) -> Result<(), Broken> {
    let moments = moments::moments(request);
    let total = live::pictures(&moments) + 1;
    let mut done = 0;
    control.step(done, total)?;
    let mut pool = Pool::default();
    let grounds = map::grounds(request, &mut pool);
    let lives = live::lives(request, &moments, &mut pool, || {
        done += 1;
        Ok(control.step(done, total)?)
    })?;
    let days = cards::days(request, pool.subjects.items(), &moments, control)?;
    let mut languages = Vec::new();
    for ((lang, lives), days) in Lang::ALL.into_iter().zip(lives).zip(days) {
        let timeline = panels::timeline(request, lang, &mut pool);
        let curve = panels::curve(request, lang, &moments, &mut pool, control)?;
        let told = told(request, lang, &pool, &days).to_string();
        languages.push(format!(
            "\"{}\":{{\"levels\":{lives},\"timeline\":{timeline},\"curve\":{curve},{}",
            lang.tag(),
            told.strip_prefix('{').expect("an object begins with a brace")
        ));
    }
    let times: Vec<f64> = moments.iter().map(|moment| moment.at.days()).collect();
    let event_days = request.schedule.event_days(&request.plan, request.track);
    let event_days = event_days.into_iter().filter(|day| request.plan.horizon().contains(*day));
    let frame = json!({
        "eventDays": event_days.map(|day| Moment::close_of(day).days()).collect::<Vec<_>>(),
        "lang": request.lang.tag(),
        "moment": request.moment.days(),
        "moments": times,
        "metersPerPoint": map::meters_per_point(request),
        "daysPerSecond": request.film.days_per_second,
    })
    .to_string();
    let data = format!(
        "{},\"grounds\":{grounds},\"panels\":{},\"pool\":{},\"languages\":{{{}}}}}",
        frame.strip_suffix('}').expect("an object ends with a brace"),
        panels::measures(request),
        pool.json(),
        languages.join(",")
    );
    let page = page::page(title(request, request.lang), request.lang, &data);
    out.write_all(page.as_bytes())?;
    Ok(control.step(total, total)?)
}

/// What a language has besides pictures.
fn told(request: &Request, lang: Lang, pool: &Pool, days: &cards::Days) -> Value {
    let text = |id: &&str| ((*id).to_owned(), words(lang).text(id).into());
    let own_words: Map<String, Value> = WORDS.iter().map(text).collect();
    json!({
        "title": title(request, lang),
        "words": own_words,
        "dates": dates(request, lang),
        "chapters": chapters::chapters(request, lang),
        "cards": cards::cards(request, lang, pool.subjects.items(), days),
    })
}

fn title(request: &Request, lang: Lang) -> &str {
    let title: &Text = &request.plan.header().title;
    title.in_language(lang.tag())
}

/// All days of the horizon in words.
fn dates(request: &Request, lang: Lang) -> Vec<String> {
    let horizon = request.plan.horizon();
    (0..horizon.days()).map(|number| date_long(horizon.start() + number, lang)).collect()
}
