//! Decimal numbers, straight from their digits.
//!
//! Nearly all numbers of a map have few digits and no exponent. Such a number is a
//! whole number divided by a power of ten, both of which a float holds exactly; the
//! one division then rounds as it must (Clinger 1990). Eight digits are read at a time
//! (Lemire 2021, "Number parsing at a gigabyte per second").

/// Ten to the power of each index: these are exact.
const POWERS: [f64; 20] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19,
];

/// The same for whole numbers, up to eight digits.
const SHIFTS: [u64; 9] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/// Larger whole numbers have no float of their own.
const MOST_EXACT: u64 = 1 << 53;

/// As many digits as a `u64` always holds.
const MOST_DIGITS: usize = 19;

/// The number at the beginning of some bytes, as JSON writes it but without an
/// exponent, and how many bytes it has. None for anything else, and for more than 19
/// digits; what follows the number is not looked at.
#[inline]
pub(super) fn decimal(bytes: &[u8]) -> Option<(f64, usize)> {
    let start = usize::from(*bytes.first()? == b'-');
    let mut number = Digits { value: 0, count: 0 };
    // One to three digits of degrees: eight at a time would be slower.
    let mut end = start;
    while let Some(digit) = bytes.get(end).filter(|byte| byte.is_ascii_digit()) {
        number.add(u64::from(digit - b'0'), 1)?;
        end += 1;
    }
    // JSON begins no number with a zero too many.
    if end == start || (end > start + 1 && bytes[start] == b'0') {
        return None;
    }
    let whole = number.count;
    if bytes.get(end) == Some(&b'.') {
        end += 1;
        loop {
            let (more, found) = eight_digits(&bytes[end..]);
            number.add(more, found)?;
            end += found;
            if found < 8 {
                break;
            }
        }
        if number.count == whole {
            return None;
        }
    }
    if number.value > MOST_EXACT {
        let text = str::from_utf8(&bytes[..end]).ok()?;
        return Some((text.parse().ok()?, end));
    }
    let size = number.value as f64 / POWERS[number.count - whole];
    Some((if start == 1 { -size } else { size }, end))
}

/// Digits that were read, as a whole number.
struct Digits {
    value: u64,
    count: usize,
}

impl Digits {
    /// More digits, eight at most. None if there are more than a `u64` always holds.
    #[inline]
    fn add(&mut self, value: u64, count: usize) -> Option<()> {
        self.count += count;
        // Else too many: the product is not used then.
        self.value = self.value.wrapping_mul(SHIFTS[count]).wrapping_add(value);
        (self.count <= MOST_DIGITS).then_some(())
    }
}

/// The first digits of some bytes as a number, and how many there are, eight at most.
#[inline]
fn eight_digits(bytes: &[u8]) -> (u64, usize) {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let Some(eight) = bytes.first_chunk() else {
        let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit());
        return digits.fold((0, 0), |(n, i), digit| (n * 10 + u64::from(digit - b'0'), i + 1));
    };
    // In each byte the value of a digit; the first digit is the lowest byte.
    let values = u64::from_le_bytes(*eight) ^ (0x30 * EACH);
    // Bytes above nine. Whatever one of them carries goes to bytes after it.
    let others = (values | values.wrapping_add(6 * EACH)) & (0xF0 * EACH);
    let count = others.trailing_zeros() as usize / 8;
    if count == 0 {
        return (0, 0);
    }
    // Zeros before the digits, in place of what stands behind them.
    let values = values << (64 - 8 * count);
    // Pairs, then fours, then all of them.
    let pairs = values.wrapping_mul(10).wrapping_add(values >> 8);
    const PAIR: u64 = 0x0000_00FF_0000_00FF;
    let high = (pairs & PAIR).wrapping_mul(100 + (1_000_000 << 32));
    let low = ((pairs >> 16) & PAIR).wrapping_mul(1 + (10_000 << 32));
    (high.wrapping_add(low) >> 32, count)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_json_writes_is_a_number() {
        for (text, expect) in [
            ("0", Some((0.0, 1))),
            ("-0", Some((-0.0, 2))),
            ("12,", Some((12.0, 2))),
            ("-3.00742]", Some((-3.00742, 8))),
            ("0.30000000000000004", Some((0.300_000_000_000_000_04, 19))),
            ("9007199254740993", Some((9_007_199_254_740_992.0, 16))),
            ("1234567812345678.123", Some((1_234_567_812_345_678.123, 20))),
            ("1e5", Some((1.0, 1))),
            ("1:2", Some((1.0, 1))),
            ("1.\u{ff}2345678", None),
            ("00", None),
            ("01.5", None),
            ("-", None),
            ("", None),
            (".5", None),
            ("1.", None),
            ("1.e5", None),
            ("+1", None),
            ("NaN", None),
            ("12345678901234567890", None),
            ("1.1234567890123456789", None),
        ] {
            let found = decimal(text.as_bytes());
            assert_eq!(found, expect, "{text}");
            // A zero may have a sign.
            let sign = |it: Option<(f64, usize)>| it.map(|(number, _)| number.is_sign_negative());
            assert_eq!(sign(found), sign(expect), "{text}");
        }
    }

    proptest! {
        #[test]
        fn numbers_are_read_to_the_last_bit(
            text in "-?(0|[1-9][0-9]{0,10})(\\.[0-9]{1,8})?",
            after in "[,\\] :/;a]?[0-9x]{0,9}",
        ) {
            // A digit behind it would belong to it.
            let after = if after.starts_with(|c: char| c.is_ascii_digit()) { "" } else { &after };
            let (number, end) = decimal(format!("{text}{after}").as_bytes()).unwrap();
            prop_assert_eq!(number.to_bits(), text.parse::<f64>().unwrap().to_bits());
            prop_assert_eq!(end, text.len());
        }
    }
}
