//! Dates as people type them: `31 oct`, `31/10/23`, `D+120`, `+7d`.

use super::{DateSpan, Day};

/// What a typed date is read against.
#[derive(Clone, Copy, Debug)]
pub struct TypedContext {
    /// The day that `+7d` counts from: the playhead.
    pub from: Day,
    /// The day that `D+n` counts from.
    pub d_day: Day,
    /// Where a date without a year is looked for first.
    pub horizon: DateSpan,
}

/// Why a typed date was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedDateError {
    /// Nothing like a date. The accepted forms are `2023-10-31`, `31/10/2023`,
    /// `31 oct`, `D+120` and `+7d`.
    NotUnderstood,
    /// Of an accepted form, but the calendar has no such day.
    NoSuchDay,
}

const MONTHS: [&[&str]; 12] = [
    &["jan", "janv"],
    &["feb", "fev", "fevr"],
    &["mar", "mars"],
    &["apr", "avr"],
    &["may", "mai"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "aou"],
    &["sep", "sept"],
    &["oct"],
    &["nov"],
    &["dec"],
];

/// Reads a date as a planner types it, in French or English.
///
/// Accepted: ISO (`2023-10-31`), day first (`31/10/2023`, `31.10.23`, `31/10`),
/// day and month name (`31 oct`, `1er août 2023`), the first of a month
/// (`oct 2023`), days from D-day (`D+120`, `J-3`) and from the playhead (`+7d`,
/// `-2w`, `+7j`, `+1s`). A date without a year is the one within the horizon, or
/// else the one nearest to the playhead.
pub fn read_typed(text: &str, context: TypedContext) -> Result<Day, TypedDateError> {
    let text = folded(text.trim());
    if let Ok(day) = text.parse() {
        return Ok(day);
    }
    if let Some(days) = text.strip_prefix(['d', 'j']).and_then(signed) {
        return Ok(context.d_day + days);
    }
    if let Some(days) = relative(&text) {
        return Ok(context.from + days);
    }
    let parts: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || "/.-".contains(c))
        .filter(|part| !part.is_empty())
        .collect();
    let (day, month, year) = match parts[..] {
        [day, month] => match day_number(day) {
            Some(day) => (day, month_number(month), None),
            None => (1, month_name(day), Some(month)),
        },
        [day, month, year] => match day_number(day) {
            Some(day) => (day, month_number(month), Some(year)),
            None => return Err(TypedDateError::NotUnderstood),
        },
        _ => return Err(TypedDateError::NotUnderstood),
    };
    let month = month.ok_or(TypedDateError::NotUnderstood)?;
    match year {
        Some(year) => {
            let year = year_number(year).ok_or(TypedDateError::NotUnderstood)?;
            Day::from_ymd(year, month, day).ok_or(TypedDateError::NoSuchDay)
        }
        None => without_year(day, month, context).ok_or(TypedDateError::NoSuchDay),
    }
}

/// Lower case, and the accents of French taken off.
fn folded(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .map(|c| match c {
            'é' | 'è' | 'ê' => 'e',
            'û' | 'ù' => 'u',
            'à' | 'â' => 'a',
            '−' | '–' => '-',
            c => c,
        })
        .collect()
}

fn signed(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('+').or_else(|| text.strip_prefix('-'))?;
    if digits.is_empty() || digits.len() > 5 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// `+7d`, `-2w`, `+7j` (jours), `+1s` (semaine).
fn relative(text: &str) -> Option<i64> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let days = match unit {
        "d" | "j" => 1,
        "w" | "s" => 7,
        _ => return signed(text),
    };
    Some(signed(number.trim_end())? * days)
}

fn day_number(text: &str) -> Option<u32> {
    let text = text.strip_suffix("er").unwrap_or(text);
    let shaped = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    shaped.then(|| text.parse().ok()).flatten()
}

fn month_number(text: &str) -> Option<u32> {
    day_number(text).or_else(|| month_name(text))
}

fn month_name(text: &str) -> Option<u32> {
    let position = MONTHS
        .iter()
        .position(|names| names.iter().any(|name| text.len() >= 3 && text.starts_with(name)))?;
    Some(position as u32 + 1)
}

fn year_number(text: &str) -> Option<i32> {
    let number: i32 = text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())??;
    match text.len() {
        2 => Some(2000 + number),
        4 => Some(number),
        _ => None,
    }
}

fn without_year(day: u32, month: u32, context: TypedContext) -> Option<Day> {
    let years = context.horizon.start().year() - 1..=context.horizon.end().year() + 1;
    years
        .filter_map(|year| Day::from_ymd(year, month, day))
        .min_by_key(|d| (!context.horizon.contains(*d), (*d - context.from).abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_planners_type() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let context = TypedContext {
            from: day("2023-08-01"),
            d_day: day("2023-07-01"),
            horizon: DateSpan::new(day("2023-07-01"), day("2024-12-31")).unwrap(),
        };
        use TypedDateError::*;
        for (text, expect) in [
            ("2023-10-31", Ok("2023-10-31")),
            (" 31/10/23 ", Ok("2023-10-31")),
            ("31.10.2023", Ok("2023-10-31")),
            ("31/10", Ok("2023-10-31")),
            ("31 oct.", Ok("2023-10-31")),
            ("31 octobre", Ok("2023-10-31")),
            ("1er août", Ok("2023-08-01")),
            ("15 janv.", Ok("2024-01-15")),
            ("5 Juin 2024", Ok("2024-06-05")),
            ("1 July", Ok("2023-07-01")),
            ("29 févr.", Ok("2024-02-29")),
            ("déc. 2023", Ok("2023-12-01")),
            ("D+120", Ok("2023-10-29")),
            ("j-1", Ok("2023-06-30")),
            ("+7d", Ok("2023-08-08")),
            ("+7j", Ok("2023-08-08")),
            ("-2w", Ok("2023-07-18")),
            ("+3", Ok("2023-08-04")),
            ("31 nov", Err(NoSuchDay)),
            ("2023-13-01", Err(NotUnderstood)),
            ("31 foo", Err(NotUnderstood)),
            ("", Err(NotUnderstood)),
            ("é", Err(NotUnderstood)),
            ("D+", Err(NotUnderstood)),
            ("+99999999999999999999d", Err(NotUnderstood)),
        ] {
            let read = read_typed(text, context).map(|d| d.to_string());
            assert_eq!(read.as_deref(), expect.as_ref().map(|s| *s), "{text:?}");
        }
    }
}
