//! Amounts of US dollars, written and read.

use super::numbers::digits;
use super::{Lang, number};

/// `17 M$`, `$17M`; amounts that are no round millions in full: `1 234 567 $`.
/// Nothing is rounded.
pub fn dollars(amount: u64, lang: Lang) -> String {
    const MILLION: u64 = 1_000_000;
    let (whole, tenths) = (amount / MILLION, amount % MILLION / (MILLION / 10));
    let round = amount >= MILLION && amount.is_multiple_of(MILLION / 10);
    let figure = number(if round { whole } else { amount } as i64, lang);
    let tenth = if round && tenths > 0 { tenths.to_string() } else { String::new() };
    let comma = if tenth.is_empty() { "" } else { lang.decimal_mark() };
    let million = if round { "M" } else { "" };
    match lang {
        Lang::Fr => format!("{figure}{comma}{tenth}\u{a0}{million}$"),
        Lang::En => format!("${figure}{comma}{tenth}{million}"),
    }
}

/// What a person may mean by an amount of dollars: `17 M$`, `1,5 M` in French and
/// `1.5M` in English, `17000000`, `$17,000,000`. None where it is none, or where
/// less than a dollar would be left over.
pub fn read_dollars(text: &str, lang: Lang) -> Option<u64> {
    let plain = text.to_uppercase().replace("USD", "").replace("US$", "");
    let plain: String = plain.chars().filter(|c| !c.is_whitespace() && *c != '$').collect();
    let Some(millions) = plain.strip_suffix('M') else {
        // Without a unit, marks can only part thousands.
        return digits(&plain.replace('.', ","))?.parse().ok();
    };
    let millions = match lang {
        Lang::Fr => millions.replace(',', "."),
        Lang::En => millions.to_owned(),
    };
    let (figure, share) = millions.split_once('.').unwrap_or((&millions, "0"));
    let is_share = (1..=6).contains(&share.len()) && share.bytes().all(|b| b.is_ascii_digit());
    let share: u64 = format!("{share:0<6}").parse().ok().filter(|_| is_share)?;
    let figure: u64 = digits(figure)?.parse().ok()?;
    figure.checked_mul(1_000_000)?.checked_add(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_and_read_again() {
        for (amount, fr, en) in [
            (0, "0\u{a0}$", "$0"),
            (17_000_000, "17\u{a0}M$", "$17M"),
            (159_400_000, "159,4\u{a0}M$", "$159.4M"),
            (1_000_000_000, "1\u{202f}000\u{a0}M$", "$1,000M"),
            (1_234_567, "1\u{202f}234\u{202f}567\u{a0}$", "$1,234,567"),
            (999_999, "999\u{202f}999\u{a0}$", "$999,999"),
        ] {
            assert_eq!(
                (dollars(amount, Lang::Fr), dollars(amount, Lang::En)),
                (fr.into(), en.into())
            );
            for (text, lang) in [(fr, Lang::Fr), (en, Lang::En)] {
                assert_eq!(read_dollars(text, lang), Some(amount), "{text}");
            }
        }
    }

    #[test]
    fn typed_amounts() {
        for (text, fr, en) in [
            ("17", Some(17), Some(17)),
            ("17 m", Some(17_000_000), Some(17_000_000)),
            ("1,5 M$", Some(1_500_000), None),
            ("1.000001M", Some(1_000_001), Some(1_000_001)),
            ("1,000 M", Some(1_000_000), Some(1_000_000_000)),
            ("$17,000,000", Some(17_000_000), Some(17_000_000)),
            ("17.000.000 USD", Some(17_000_000), Some(17_000_000)),
            ("", None, None),
            ("M", None, None),
            (",000", None, None),
            ("-5", None, None),
            ("1,5", None, None),
            ("1.2.3M", None, None),
            ("1.0000001M", None, None),
            ("99999999999999999999", None, None),
            ("99999999999999M", None, None),
            ("un peu", None, None),
        ] {
            let read = (read_dollars(text, Lang::Fr), read_dollars(text, Lang::En));
            assert_eq!(read, (fr, en), "{text}");
        }
    }
}
