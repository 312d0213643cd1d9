//! Dates and numbers as each language writes them.

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

/// A whole number with its thousands apart: `13 289` in French (a narrow
/// no-break space), `13,289` in English.
pub fn number(number: i64, lang: Lang) -> String {
    let separator = match lang {
        Lang::Fr => '\u{202f}',
        Lang::En => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut text = String::from(if number < 0 { "−" } else { "" });
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_dates_and_numbers() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        for (iso, fr, en) in [
            ("2023-08-13", "13 août 2023", "13 August 2023"),
            ("2024-01-01", "1er janvier 2024", "1 January 2024"),
        ] {
            assert_eq!(date_long(day(iso), Lang::Fr), fr);
            assert_eq!(date_long(day(iso), Lang::En), en);
        }
        let d_day = day("2023-07-01");
        assert_eq!(day_count(day("2023-08-13"), d_day, Lang::Fr), "J+43");
        assert_eq!(day_count(day("2023-06-30"), d_day, Lang::En), "D−1");
        for (n, fr, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (13_289, "13\u{202f}289", "13,289"),
            (-1_234_567, "−1\u{202f}234\u{202f}567", "−1,234,567"),
        ] {
            assert_eq!(number(n, Lang::Fr), fr);
            assert_eq!(number(n, Lang::En), en);
        }
    }
}
