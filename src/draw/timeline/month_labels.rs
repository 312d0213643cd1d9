//! What the ruler writes over the months.

use super::Layout;
use super::ruler::months;
use crate::draw::style::STRONG;
use crate::draw::widths::measure;
use crate::i18n::{Lang, month_name};

/// Between the first day of a month and its name, and after the name.
const BEFORE: f32 = 6.0;
const AFTER: f32 = 4.0;

/// The names of the months and where they begin, with the year as often as there is
/// room for it: with every month, else in place of January and of the first month
/// in view. Where months are narrower than a year's number, years alone.
pub(super) fn month_labels(layout: &Layout, lang: Lang) -> Vec<(f32, String)> {
    let left = layout.chart().min.x;
    let least = layout.scale.per_day as f32 * 28.0 - BEFORE - AFTER;
    let every_year = measure("sept. 2023", STRONG) <= least;
    let years_alone = measure("2023", STRONG) > least;
    let mut labels = Vec::new();
    for (number, pair) in months(layout).windows(2).enumerate() {
        let [month, next] = [pair[0], pair[1]];
        let year = month.year().to_string();
        let turn = number == 0 || month.month() == 1;
        // A year reaches to the next January, which has a label as well.
        let until = match crate::calendar::Day::from_ymd(month.year() + 1, 1, 1) {
            Some(january) if years_alone => january,
            _ => next,
        };
        // The name stays in view as long as its month does.
        let x = layout.x_of(month.number() as f64).max(left) + BEFORE;
        let room = layout.x_of(until.number() as f64) - x - AFTER;
        let name = month_name(month.month(), false, lang);
        let short = month_name(month.month(), true, lang);
        let with_year = [format!("{name} {year}"), format!("{short} {year}")];
        let candidates: Vec<String> = match (years_alone, turn, every_year) {
            (true, true, _) => vec![year],
            (true, false, _) => Vec::new(),
            (false, true, _) => with_year.into_iter().chain([year]).collect(),
            (false, false, true) => with_year.into(),
            (false, false, false) => vec![short.to_owned()],
        };
        let fits = candidates.into_iter().find(|text| measure(text, STRONG) <= room);
        labels.extend(fits.map(|text| (x, text)));
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::DateSpan;
    use crate::draw::timeline::TimeScale;

    fn labels(first: &str, last: &str, width: f32) -> Vec<String> {
        let days = DateSpan::new(first.parse().unwrap(), last.parse().unwrap()).unwrap();
        let scale = TimeScale::fitting(days, width);
        let layout = Layout { width, height: 300.0, gutter: 0.0, scale, scroll: 0.0 };
        let labels = month_labels(&layout, Lang::Fr);
        for pair in labels.windows(2) {
            let end = pair[0].0 + measure(&pair[0].1, STRONG);
            assert!(end < pair[1].0, "{pair:?} at {width}");
        }
        labels.into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn every_year_in_view_is_named() {
        for (first, last, width, expect) in [
            ("2029-01-01", "2029-03-31", 900.0, &["janvier 2029", "février 2029", "mars 2029"][..]),
            ("2029-12-01", "2030-02-28", 180.0, &["2029", "2030", "févr."]),
            ("2028-07-01", "2031-06-30", 400.0, &["2028", "2029", "2030", "2031"]),
            // No room before the turn of the year.
            ("2028-12-20", "2031-12-31", 400.0, &["2029", "2030", "2031"]),
        ] {
            let found = labels(first, last, width);
            let found: Vec<&str> = found.iter().map(String::as_str).collect();
            // What begins on the day after the last one is out of view.
            assert_eq!(found[..expect.len()], *expect, "{first} to {last}: {found:?}");
        }
        let two_years = labels("2029-01-01", "2030-12-31", 1600.0);
        for year in ["2029", "2030"] {
            assert!(two_years.iter().any(|text| text.ends_with(year)), "{year} in {two_years:?}");
        }
    }
}
