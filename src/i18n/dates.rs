//! Dates as each language writes them.

use super::Lang;
use crate::calendar::Day;

const MONTHS_FR: [(&str, &str); 12] = [
    ("janvier", "janv."),
    ("février", "févr."),
    ("mars", "mars"),
    ("avril", "avr."),
    ("mai", "mai"),
    ("juin", "juin"),
    ("juillet", "juil."),
    ("août", "août"),
    ("septembre", "sept."),
    ("octobre", "oct."),
    ("novembre", "nov."),
    ("décembre", "déc."),
];

const MONTHS_EN: [(&str, &str); 12] = [
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May", "May"),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
];

/// The name of a month (1 to 12), in full or short.
pub fn month_name(month: u32, short: bool, lang: Lang) -> &'static str {
    let months = match lang {
        Lang::Fr => &MONTHS_FR,
        Lang::En => &MONTHS_EN,
    };
    let (full, abbreviated) = months[(month.clamp(1, 12) - 1) as usize];
    if short { abbreviated } else { full }
}

/// `13 août 2023`, `1er août 2023`; `13 August 2023`.
pub fn date_long(day: Day, lang: Lang) -> String {
    let month = month_name(day.month(), false, lang);
    format!("{} {month} {}", day_number(day, lang), day.year())
}

/// `13 août`, `1er août`; `13 Aug`.
pub fn date_short(day: Day, lang: Lang) -> String {
    format!("{} {}", day_number(day, lang), month_name(day.month(), true, lang))
}

/// `13 août 2023`, `1er janv. 2024`; `13 Aug 2023`.
pub fn date_short_with_year(day: Day, lang: Lang) -> String {
    format!("{} {}", date_short(day, lang), day.year())
}

/// French counts the first of a month: `1er`.
fn day_number(day: Day, lang: Lang) -> String {
    match (day.day_of_month(), lang) {
        (1, Lang::Fr) => "1er".into(),
        (n, _) => n.to_string(),
    }
}

/// Days from D-day: `D+43`, in French `J+43`.
pub fn day_count(day: Day, d_day: Day, lang: Lang) -> String {
    let letter = match lang {
        Lang::Fr => 'J',
        Lang::En => 'D',
    };
    let days = day - d_day;
    let sign = if days < 0 { '−' } else { '+' };
    format!("{letter}{sign}{}", days.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_dates() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        for (iso, fr, en) in [
            ("2023-08-13", "13 août 2023", "13 August 2023"),
            ("2024-01-01", "1er janvier 2024", "1 January 2024"),
        ] {
            assert_eq!(date_long(day(iso), Lang::Fr), fr);
            assert_eq!(date_long(day(iso), Lang::En), en);
        }
        let new_year = day("2024-01-01");
        assert_eq!(date_short_with_year(new_year, Lang::Fr), "1er janv. 2024");
        assert_eq!(date_short_with_year(new_year, Lang::En), "1 Jan 2024");
        let d_day = day("2023-07-01");
        assert_eq!(day_count(day("2023-08-13"), d_day, Lang::Fr), "J+43");
        assert_eq!(day_count(day("2023-06-30"), d_day, Lang::En), "D−1");
    }
}
