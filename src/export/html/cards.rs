//! What a card says of what the pointer is on, in a language.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::export::Request;
use crate::export::error::Broken;
use crate::i18n::{Lang, Names, Words, number, words};
use crate::job::Control;
use crate::plan::{Basis, Id, Item, SiteId, basis_of};
use crate::schedule::Holdings;

use super::moments::Drawn;

/// State, people and materiel of sites from which moment on, by number:
/// `[[moment, state, holdings], …]` for each.
pub type Days = BTreeMap<SiteId, Vec<(usize, String, String)>>;

/// The card of each item that is named, in their order; null for an item without.
pub fn cards(request: &Request, lang: Lang, ids: &[String], days: &Days) -> Value {
    let card = |text: &String| card(request, lang, &Id::new(text).ok()?, days);
    ids.iter().map(card).map(|card| card.map_or(Value::Null, Value::Object)).collect()
}

fn card(request: &Request, lang: Lang, id: &Id, days: &Days) -> Option<Map<String, Value>> {
    let item = request.plan.item(id)?;
    let names = Names::new(&request.plan, lang);
    let mut card = Map::new();
    card.insert("name".into(), names.of(&item).into());
    let basis: &[Basis] = match &item {
        Item::Site(site) => {
            let kind = words(lang).word("site-kind", site.kind.as_word());
            card.insert("kind".into(), kind.into());
            card.insert("days".into(), json!(days.get(&site.id)));
            &site.basis
        }
        Item::Movement(movement) => &movement.basis,
        Item::Activity(activity) => &activity.basis,
        _ => &[],
    };
    if let Some(planned) = item.timing().and_then(|timing| timing.planned) {
        card.insert("dates".into(), names.span_with_year(planned).into());
    }
    if let Some(source) = source(basis, &names, words(lang)) {
        card.insert("source".into(), source.into());
    }
    Some(card)
}

/// Of the dates, or else of the whole: how well they are founded, and by what.
fn source(basis: &[Basis], names: &Names, words: &Words) -> Option<String> {
    let entry = basis_of(basis, "planned").into_iter().next().or_else(|| basis.first())?;
    let status = words.word("status", entry.status.as_word());
    let source = entry.source.as_ref().map(|source| names.item(source));
    let place = entry.place.clone();
    Some([Some(status), source, place].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// The days of the sites that are named, in each language.
pub fn days(
    request: &Request,
    ids: &[String],
    moments: &[Drawn],
    control: &Control,
) -> Result<[Days; Lang::ALL.len()], Broken> {
    let sites = || ids.iter().filter_map(|id| request.plan.sites().find(&Id::new(id).ok()?));
    let mut days = Lang::ALL.map(|_| Days::new());
    for (number, moment) in moments.iter().enumerate().filter(|(_, moment)| moment.is_close) {
        control.go_on()?;
        let now = request.schedule.now(request.track, moment.at);
        for site in sites() {
            let Some(now) = now.site(&site.id) else { continue };
            for (days, lang) in days.iter_mut().zip(Lang::ALL) {
                let words = words(lang);
                let state = words.word("site-state", now.state.as_word());
                let there = holdings(&now.holdings, words);
                let days = days.entry(site.id.clone()).or_default();
                if days.last().is_none_or(|(_, was, had)| (was, had) != (&state, &there)) {
                    days.push((number, state, there));
                }
            }
        }
    }
    Ok(days)
}

fn holdings(holdings: &Holdings, words: &Words) -> String {
    let people = words.fill("people", &[("count", holdings.personnel.total().into())]);
    let present = holdings.materiel.iter().filter(|(_, amount)| *amount > 0);
    let materiel = present.map(|(kind, amount)| {
        format!("{} {}", number(amount as i64, words.lang()), words.word("materiel", kind))
    });
    std::iter::once(people).chain(materiel).collect::<Vec<_>>().join(" · ")
}
