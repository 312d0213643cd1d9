//! French and English: the words of the program.
//!
//! Everything a person reads is a Fluent message in `assets/i18n`; rooms below
//! this one hand over enums and figures, never sentences.

mod compare;
mod dates;
mod lang;
mod member_choices;
mod member_text;
mod money;
mod moved;
mod names;
mod numbers;
mod odds;
mod problems;
mod words;

pub use compare::{CompareText, side_word, unused_edit};
pub use dates::{date_long, date_short, date_short_with_year, day_count, month_name};
pub use lang::Lang;
pub use member_choices::Choice;
pub use member_text::MemberText;
pub use money::{dollars, read_dollars};
pub use moved::signed_days;
pub use names::{Names, without_accents};
pub use numbers::number;
pub use odds::{odds_notes, odds_percent, odds_weight};
pub use problems::{
    disk_error, file_problem, fix_text, import_fault, member_problem, open_error, problem_message,
    problem_title, severity_word, theatre_error, theatre_note,
};
pub use words::{Arg, Words, in_both_languages, with_capital, words};
