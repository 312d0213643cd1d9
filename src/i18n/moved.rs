//! Words for dates and members that moved, one line each.

use serde_json::Value;

use super::{CompareText, Lang, Names, words};
use crate::calendar::{Day, Span};
use crate::compare::{MemberDiff, Moved, OutcomeMove};
use crate::plan::Kind;

impl CompareText<'_> {
    /// `dates prévues : 1 août – 5 août 2023 → 3 août – 8 août 2023 (début +2 jours, fin
    /// +3 jours)`, in one line. `kind` is None for the header.
    pub fn member_line(&self, kind: Option<Kind>, diff: &MemberDiff) -> String {
        let value = |of, value: &Option<Value>| self.value(of, kind, &diff.path, value.as_ref());
        let args = [
            ("member", self.member(kind, &diff.path).into()),
            ("from", value(self.from, &diff.from).into()),
            ("to", value(self.to, &diff.to).into()),
        ];
        let moved = diff.moved().unwrap_or_default();
        words(self.lang).fill("compare-member", &args) + &self.days_moved(moved)
    }

    /// ` (début +2 jours, fin +3 jours)`; nothing where nothing moved.
    fn days_moved(&self, moved: Moved) -> String {
        let words = words(self.lang);
        let days = |days: Option<i64>| days.filter(|days| *days != 0);
        let text = match (days(moved.start), days(moved.end)) {
            (None, None) => return String::new(),
            (Some(start), Some(end)) if start == end => signed_days(start, self.lang),
            (start, end) => {
                let ends = [("compare-start-moved", start), ("compare-end-moved", end)];
                let ends = ends.into_iter().filter_map(|(message, days)| {
                    let days = signed_days(days?, self.lang);
                    Some(words.fill(message, &[("days", days.into())]))
                });
                ends.collect::<Vec<_>>().join(", ")
            }
        };
        format!(" ({text})")
    }

    /// `1 août – 5 août 2023 → 3 août – 8 août 2023 (début +2 jours, fin +3 jours)`, for
    /// the dates of an item on a track.
    pub fn moved_dates(&self, moved: &OutcomeMove) -> String {
        let names = Names::new(self.to, self.lang);
        let absent = || words(self.lang).text("compare-absent");
        let text = |span: Option<Span>| span.map_or_else(absent, |it| names.span_with_year(it));
        let (from, to) = (moved.from.unwrap_or_default(), moved.to.unwrap_or_default());
        let days = |from: Option<Day>, to: Option<Day>| Some(to? - from?);
        let days = Moved { start: days(from.start, to.start), end: days(from.end, to.end) };
        format!("{} → {}{}", text(moved.from), text(moved.to), self.days_moved(days))
    }
}

/// `+2 jours`, `−1 jour`
pub fn signed_days(days: i64, lang: Lang) -> String {
    let sign = if days < 0 { "−" } else { "+" };
    let args = [("sign", sign.into()), ("count", days.abs().into())];
    words(lang).fill("compare-days", &args)
}
