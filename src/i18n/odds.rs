//! What the odds of a deadline rest on, and their figures, in words.

use super::{Lang, Names, date_long, words};
use crate::plan::Plan;
use crate::schedule::Odds;

/// What the odds rest on, and what they cannot tell. `restrictions` is the message
/// that says how closed ways of unknown end were taken.
pub fn odds_notes(odds: &Odds, plan: &Plan, restrictions: &str, lang: Lang) -> Vec<String> {
    let words = words(lang);
    let (spreads, open) = (&odds.spreads, odds.restrictions.len());
    let mut notes = vec![match (spreads.len(), open) {
        (0, 0) => words.text("odds-no-spread"),
        (0, _) => words.text("odds-no-spread-restrictions"),
        (count, _) => {
            let drawn = words.fill("odds-spreads", &[("count", count.into())]);
            match spreads.iter().filter(|spread| spread.soft).count() {
                0 => drawn,
                soft => {
                    let soft = words.fill("odds-soft", &[("count", soft.into())]);
                    format!("{drawn}, {soft}")
                }
            }
        }
    }];
    if open > 0 {
        let until = date_long(plan.horizon().end(), lang);
        let args = [("count", open.into()), ("until", until.into())];
        notes.push(words.fill(restrictions, &args));
    }
    for deadline in odds.deadlines.iter().filter(|deadline| deadline.left > 0) {
        let name = Names::new(plan, lang).item(&deadline.limit);
        let args = [("name", name.into()), ("people", deadline.left.into())];
        notes.push(words.fill("odds-left", &args));
    }
    notes
}

/// A share of runs: neither 0 nor 100 unless it is exactly that.
pub fn odds_percent(share: f64, lang: Lang) -> String {
    let share = match share {
        0.0 | 1.0 => share * 100.0,
        _ => (share * 100.0).round().clamp(1.0, 99.0),
    };
    words(lang).fill("odds-percent", &[("share", format!("{share:.0}").into())])
}

/// A correlation, with two digits.
pub fn odds_weight(figure: f64, lang: Lang) -> String {
    format!("{figure:.2}").replace('-', "−").replace('.', lang.decimal_mark())
}
