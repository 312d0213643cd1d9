//! Words for what is wrong with a plan file.

use super::disk;
use super::values::{one_line, word};
use crate::file::{Expected, JsonFault, OpenError, OpenProblem, Place, Problem, ProblemKind};
use crate::i18n::numbers::decimal;
use crate::i18n::{Lang, Words, date_long, number, words};
use crate::plan::{Kind, Target};

/// The longest place that is shown whole, in characters. It holds names of
/// members that anyone may have written.
const MAX_PLACE: usize = 200;

/// The place, where there is one, and what is wrong there.
pub fn file_problem(problem: &Problem, lang: Lang) -> String {
    let words = words(lang);
    let message = what(&problem.what, words);
    let place = match &problem.place {
        Place::File => return message,
        Place::Member(path) => one_line(path, MAX_PLACE),
        Place::Line { line, column } => {
            let figure = |n: usize| number(n as i64, lang);
            let args = [("line", figure(*line).into()), ("column", figure(*column).into())];
            words.fill("fault-line", &args)
        }
    };
    words.fill("fault-at", &[("place", place.into()), ("message", message.into())])
}

/// What is wrong, where the place is plain to see.
pub fn member_problem(kind: &ProblemKind, lang: Lang) -> String {
    what(kind, words(lang))
}

/// That the file could not be opened, then a line for each problem.
pub fn open_error(error: &OpenError, lang: Lang) -> Vec<String> {
    let path = disk::path_text(&error.path);
    let mut lines = vec![words(lang).fill("fault-not-opened", &[("path", path.into())])];
    match &error.problem {
        OpenProblem::Disk(error) => lines.push(disk::fault(error, lang)),
        OpenProblem::File(problems) => lines.extend(problems.iter().map(|p| file_problem(p, lang))),
    }
    lines
}

fn what(kind: &ProblemKind, words: &Words) -> String {
    use ProblemKind::*;
    let lang = words.lang();
    let figure = |value: f64| decimal(value, lang).into();
    match kind {
        Empty => words.text("fault-empty"),
        NotText => words.text("fault-not-text"),
        NotJson(fault) => json_fault(*fault, words),
        TooManyValues { limit } => {
            words.fill("fault-too-many-values", &[("limit", number(*limit as i64, lang).into())])
        }
        NotAPlan { format: None } => words.text("fault-not-a-plan"),
        NotAPlan { format: Some(format) } => {
            words.fill("fault-other-format", &[("format", word(format).into())])
        }
        LaterVersion { version, known } => {
            let args =
                [("version", version.to_string().into()), ("known", known.to_string().into())];
            words.fill("fault-later-version", &args)
        }
        Missing { member } => words.fill("fault-missing", &[("member", (*member).into())]),
        WrongType { expected } => {
            words.fill("fault-wrong-type", &[("expected", expected_value(*expected, words).into())])
        }
        DuplicateMember => words.text("fault-duplicate-member"),
        BadDate { text } => words.fill("fault-bad-date", &[("text", word(text).into())]),
        NoSuchDay { text } => words.fill("fault-no-such-day", &[("text", word(text).into())]),
        EndBeforeStart { start, end } => {
            let args =
                [("start", date_long(*start, lang).into()), ("end", date_long(*end, lang).into())];
            words.fill("fault-end-before-start", &args)
        }
        EstimatesOutOfOrder { low, likely, high } => {
            let args = [
                ("low", figure((*low).into())),
                ("likely", figure((*likely).into())),
                ("high", figure((*high).into())),
            ];
            words.fill("fault-estimates-out-of-order", &args)
        }
        BadId { text } => words.fill("fault-bad-id", &[("text", word(text).into())]),
        DuplicateId { id, first } => {
            let args = [("id", word(id).into()), ("first", one_line(first, MAX_PLACE).into())];
            words.fill("fault-duplicate-id", &args)
        }
        NoSuchItem { target, id, nearest } => {
            let none = none_of(*target, words);
            let args = [("none", none.into()), ("id", word(id).into())];
            let message = words.fill("fault-no-such-item", &args);
            match nearest {
                Some(nearest) => did_you_mean(message, nearest, words),
                None => advised(message, "fault-advice-reference", words),
            }
        }
        WrongKind { target, id, found } => {
            let args = [
                ("id", word(id).into()),
                ("found", one_of(Target::One(*found), words).into()),
                ("expected", one_of(*target, words).into()),
            ];
            words.fill("fault-wrong-kind", &args)
        }
        LongitudeRange { value } => {
            words.fill("fault-longitude-range", &[("value", figure(*value))])
        }
        LatitudeRange { value, exchanged: false } => {
            words.fill("fault-latitude-range", &[("value", figure(*value))])
        }
        LatitudeRange { value, exchanged: true } => {
            words.fill("fault-exchanged", &[("value", figure(*value))])
        }
        BadNumber { value, least, most, whole } => {
            let id = match whole {
                _ if least == most => "fault-bad-number-only",
                true => "fault-bad-number-whole",
                false => "fault-bad-number",
            };
            let args =
                [("value", figure(*value)), ("least", figure(*least)), ("most", figure(*most))];
            words.fill(id, &args)
        }
        BadColor { text } => words.fill("fault-bad-color", &[("text", word(text).into())]),
        More { count } => words.fill("fault-more", &[("count", (*count).into())]),
        UnknownWord { word: unknown, nearest } => {
            let message = words.fill("fault-unknown-word", &[("word", word(unknown).into())]);
            match nearest {
                Some(nearest) => did_you_mean(message, nearest, words),
                None => advised(message, "fault-advice-word", words),
            }
        }
        UnknownMember { nearest } => {
            did_you_mean(words.text("fault-unknown-member"), nearest, words)
        }
        NotKept => words.text("fault-not-kept"),
        AltitudeDropped => words.text("fault-altitude-dropped"),
    }
}

fn json_fault(fault: JsonFault, words: &Words) -> String {
    words.text(match fault {
        JsonFault::UnexpectedEnd => "fault-json-unexpected-end",
        JsonFault::Syntax => "fault-json-syntax",
        JsonFault::TrailingComma => "fault-json-trailing-comma",
        JsonFault::TrailingText => "fault-json-trailing-text",
        JsonFault::TooDeep => "fault-json-too-deep",
        JsonFault::HugeNumber => "fault-json-huge-number",
    })
}

fn expected_value(expected: Expected, words: &Words) -> String {
    words.text(match expected {
        Expected::Object => "expected-object",
        Expected::List => "expected-list",
        Expected::String => "expected-string",
        Expected::Text => "expected-text",
        Expected::Number => "expected-number",
        Expected::Boolean => "expected-boolean",
        Expected::Date => "expected-date",
        Expected::Id => "expected-id",
        Expected::Coordinates => "expected-coordinates",
        Expected::RoutePoint => "expected-route-point",
        Expected::Word(word) => return words.fill("expected-word", &[("word", word.into())]),
    })
}

fn did_you_mean(message: String, nearest: &str, words: &Words) -> String {
    let args = [("message", message.into()), ("nearest", word(nearest).into())];
    words.fill("fault-did-you-mean", &args)
}

fn advised(message: String, advice: &str, words: &Words) -> String {
    let args = [("message", message.into()), ("advice", words.text(advice).into())];
    words.fill("fault-advised", &args)
}

/// `aucun site`, `no site`.
pub(super) fn none_of(target: Target, words: &Words) -> String {
    words.text(&format!("none-of-{}", target_word(target)))
}

/// `un site`, `a site`.
pub(super) fn one_of(target: Target, words: &Words) -> String {
    words.text(&format!("one-of-{}", target_word(target)))
}

fn target_word(target: Target) -> &'static str {
    match target {
        Target::One(kind) => Kind::list(kind),
        Target::LinkEnd => "link-end",
    }
}
