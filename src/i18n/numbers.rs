//! Numbers as each language writes them, and as people type them.

use super::Lang;

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

/// `1,5` in French, `1.5` in English. Numbers too long to be read are written
/// with a power of ten.
pub(super) fn decimal(value: f64, lang: Lang) -> String {
    const LONGEST: f64 = 1e15;
    let size = value.abs();
    if !value.is_finite() || size >= LONGEST || (size > 0.0 && size < 1e-6) {
        return format!("{value:e}").replace('-', "−");
    }
    let digits = format!("{size}");
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let sign = if value < 0.0 { "−" } else { "" };
    let whole = number(whole.parse().expect("below the longest there is room in an i64"), lang);
    match fraction {
        "" => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}{}{fraction}", lang.decimal_mark()),
    }
}

/// A number as people type it: `1 234,5` in French, `1,234.5` in English, where a
/// comma can only part thousands. None where it is none.
pub(super) fn read_number(text: &str, lang: Lang) -> Option<f64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.replace('−', "-");
    let plain = match lang {
        Lang::Fr => plain.replace(',', "."),
        Lang::En if plain.contains(',') => {
            let (sign, size) = plain.strip_prefix('-').map_or(("", &plain[..]), |size| ("-", size));
            let (whole, fraction) = size.split_at(size.find('.').unwrap_or(size.len()));
            format!("{sign}{}{fraction}", digits(whole)?)
        }
        Lang::En => plain,
    };
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// The digits of a whole number, its thousands parted by commas or not at all.
pub(super) fn digits(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(',').collect();
    let (first, thousands) = parts.split_first()?;
    let is_parted = thousands.iter().all(|part| part.len() == 3)
        && (thousands.is_empty() || (first.len() <= 3 && !first.starts_with('0')));
    let are_digits = parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    (are_digits && is_parted && !first.is_empty()).then(|| parts.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_whole_numbers() {
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

    #[test]
    fn writes_decimals() {
        for (value, fr, en) in [
            (0.0, "0", "0"),
            (1.5, "1,5", "1.5"),
            (-180.25, "−180,25", "−180.25"),
            (-0.5, "−0,5", "−0.5"),
            (1_234_567.5, "1\u{202f}234\u{202f}567,5", "1,234,567.5"),
            (1e12, "1\u{202f}000\u{202f}000\u{202f}000\u{202f}000", "1,000,000,000,000"),
            (1e300, "1e300", "1e300"),
            (1e-9, "1e−9", "1e−9"),
        ] {
            assert_eq!(decimal(value, Lang::Fr), fr);
            assert_eq!(decimal(value, Lang::En), en);
        }
    }

    #[test]
    fn reads_what_people_type() {
        for (text, fr, en) in [
            ("12,5", Some(12.5), None),
            ("0,25", Some(0.25), None),
            ("0,250", Some(0.25), None),
            ("12.5", Some(12.5), Some(12.5)),
            ("1,234", Some(1.234), Some(1234.0)),
            ("1,234.5", None, Some(1234.5)),
            ("−1,234,567", None, Some(-1_234_567.0)),
            ("1234,567", Some(1234.567), None),
            ("12,34,567", None, None),
            (",5", Some(0.5), None),
            ("1.5,000", None, None),
            ("1 234,5", Some(1234.5), None),
            ("1\u{202f}234", Some(1234.0), Some(1234.0)),
            ("-0.5", Some(-0.5), Some(-0.5)),
            ("1e−9", Some(1e-9), Some(1e-9)),
            ("inf", None, None),
            ("", None, None),
        ] {
            assert_eq!(
                (read_number(text, Lang::Fr), read_number(text, Lang::En)),
                (fr, en),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_written_can_be_read() {
        for lang in Lang::ALL {
            for value in [0.0, -0.5, 12.25, 1234.5, -1_234_567.0, 1e300, 1e-9] {
                assert_eq!(read_number(&decimal(value, lang), lang), Some(value));
            }
        }
    }
}
