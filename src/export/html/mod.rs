//! One file that plays the plan in any browser, without a network.
//!
//! Every picture in it is drawn here, by the same functions as those of the window:
//! map layers day after day, timeline and strength curve, in both languages and
//! themes. They are taken apart (`sketch`), each part is kept once (`pool`), and the
//! script of the page puts them together for the moment and the view of its reader.
//! The page knows no rule of plans; it only shows and interpolates.

mod cards;
mod chapters;
mod map;
mod page;
mod palette;
mod panels;
mod pool;
mod sketch;

use std::io::Write;

use serde_json::json;

use super::Request;
use super::error::Broken;
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
    "web-key-ends",
    "web-key-chapter",
    "web-key-jump",
    "web-key-jkl",
    "web-key-speed",
    "web-key-zoom",
    "web-key-drag",
    "web-key-map-only",
    "web-key-notes",
    "web-key-keys",
    "web-key-language",
    "web-key-theme",
];

pub fn write(request: &Request, control: &Control, out: &mut dyn Write) -> Result<(), Broken> {
    let moments = map::moments(request);
    let total = 2 * map::pictures(&moments) + 1;
    let mut done = 0;
    control.step(done, total)?;
    let mut pool = Pool::default();
    let grounds = map::grounds(request, &mut pool);
    let mut languages = Vec::new();
    for lang in Lang::ALL {
        let lives = map::lives(request, lang, &moments, &mut pool, || {
            map::step(control, &mut done, total)
        })?;
        let timeline = panels::timeline(request, lang, &mut pool);
        let curve = panels::curve(request, lang, &moments, &mut pool);
        languages.push((lang, lives, timeline, curve));
    }
    let languages: Vec<String> = languages
        .into_iter()
        .map(|(lang, lives, timeline, curve)| {
            let own_words: serde_json::Map<_, _> =
                WORDS.iter().map(|id| ((*id).to_owned(), words(lang).text(id).into())).collect();
            let told = json!({
                "title": title(request, lang),
                "words": own_words,
                "dates": dates(request, lang),
                "chapters": chapters::chapters(request, lang),
                "cards": cards::cards(request, lang, pool.subjects.items(), &moments),
            });
            let told = told.to_string();
            format!(
                "\"{}\":{{\"levels\":{lives},\"timeline\":{timeline},\"curve\":{curve},{}",
                lang.tag(),
                told.strip_prefix('{').expect("an object begins with a brace")
            )
        })
        .collect();
    let times: Vec<f64> = moments.iter().map(|(moment, _)| moment.days()).collect();
    let frame = json!({
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

fn title(request: &Request, lang: Lang) -> &str {
    let title: &Text = &request.plan.header().title;
    title.in_language(lang.tag())
}

/// All days of the horizon in words.
fn dates(request: &Request, lang: Lang) -> Vec<String> {
    let horizon = request.plan.horizon();
    (0..horizon.days()).map(|number| date_long(horizon.start() + number, lang)).collect()
}
