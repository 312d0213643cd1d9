//! `link-broken`: an item starts or ends too early for one it depends on.

use super::Context;
use crate::calendar::Day;
use crate::plan::Link;
use crate::schedule::links::Requirement;
use crate::schedule::problem::{Code, Detail, Fix, Problem, Severity};

pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    let item = context.index.timed(number);
    let span = context.spans.timed(number).filter(|_| !item.timing.after.is_empty());
    let Some(span) = span else { return };
    let workdays = item.calendar.and_then(|calendar| context.workdays.get(calendar));
    let broken: Vec<(&Link, Requirement, Day)> = item
        .timing
        .after
        .iter()
        .filter_map(|link| {
            let other = context.spans.link_end(context.plan, context.index, &link.other)?;
            let required = Requirement::of(link, other, workdays)?;
            let is = required.day_of(span)?;
            (is < required.earliest).then_some((link, required, is))
        })
        .collect();
    // Moving it as far as the link that asks for most mends all of them.
    let days = broken.iter().map(|(_, required, is)| required.earliest - *is).max();
    let fix = days.filter(|_| context.can_fix()).map(|days| span.moved(days));
    for (link, required, is) in broken {
        let Requirement { end, earliest } = required;
        problems.push(Problem {
            site: item.site.cloned(),
            date: Some(is),
            excess: Some(earliest - is),
            detail: Detail::Link { kind: link.kind.clone(), end, is, earliest },
            fix: fix.map(|planned| Fix { item: item.id.clone(), planned }),
            ..Problem::new(
                Code::LinkBroken,
                Severity::Error,
                vec![item.id.clone(), link.other.clone()],
            )
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::schedule::Track;
    use crate::schedule::testing::{check_problems, check_problems_on};

    fn rows<'a>(rows: &[(&str, &'a str)]) -> Vec<(String, &'a str)> {
        let plan = |item: &str| format!("site gao\nact a closure gao 3..9\nevent e 5\n{item}");
        rows.iter().map(|(item, expect)| (plan(item), *expect)).collect()
    }

    #[test]
    fn each_type_of_link_binds_its_ends() {
        let rows = rows(&[
            ("act b other gao 10..12 after=a:FS", ""),
            (
                "act b other gao 9..12 after=a:FS",
                "error link-broken b a at gao on 9 by 1: FS start 10; fix b 10..13",
            ),
            (
                "act b other gao 10..12 after=a:FS+3",
                "error link-broken b a at gao on 10 by 3: FS start 13; fix b 13..15",
            ),
            ("act b other gao 8..12 after=a:FS-2", ""),
            ("act b other gao 3..4 after=a:SS", ""),
            (
                "act b other gao 2..4 after=a:SS",
                "error link-broken b a at gao on 2 by 1: SS start 3; fix b 3..5",
            ),
            ("act b other gao 1..9 after=a:FF", ""),
            (
                "act b other gao 1..8 after=a:FF",
                "error link-broken b a at gao on 8 by 1: FF end 9; fix b 2..9",
            ),
            ("act b other gao 1..2 after=a:SF", ""),
            (
                "act b other gao 1..1 after=a:SF",
                "error link-broken b a at gao on 1 by 1: SF end 2; fix b 2..2",
            ),
            // An event starts and ends on its date.
            ("act b other gao 6..7 after=e:FS", ""),
            (
                "act b other gao 5..7 after=e:FS",
                "error link-broken b e at gao on 5 by 1: FS start 6; fix b 6..8",
            ),
            ("act b other gao 5..7 after=e:SS", ""),
            // The fix serves the link that asks for most.
            (
                "act b other gao 5..7 after=e:FS,a:FS",
                "error link-broken b a at gao on 5 by 5: FS start 10; fix b 10..12\n\
                 error link-broken b e at gao on 5 by 1: FS start 6; fix b 10..12",
            ),
            // Nothing is known to be broken.
            ("act b other gao ..12 after=a:FS", ""),
            ("act b other gao - after=a:FS", ""),
            ("act b other gao 1..2 after=c:FS\nact c other gao -", ""),
            ("act b other gao 1..2 after=c:FS\nact c other gao 3..", ""),
        ]);
        let rows: Vec<(&str, &str)> = rows.iter().map(|(p, e)| (p.as_str(), *e)).collect();
        check_problems("link-broken", &rows);
    }

    #[test]
    fn a_named_calendar_counts_the_lag() {
        // Day 1 is a Saturday, day 7 a Friday.
        check_problems(
            "link-broken",
            &[(
                "site gao\ncalendar c sat,sun\nact a closure gao 3..6\n\
                 act b other gao 9..12 after=a:FS+2 calendar=c",
                "error link-broken b a at gao on 9 by 2: FS start 11; fix b 11..14",
            )],
        );
    }

    #[test]
    fn in_the_forecast_it_is_a_warning_without_a_fix() {
        check_problems_on(
            Track::Forecast,
            "link-broken",
            &[(
                "site gao\nact a closure gao 3..9 actual=3..15\nact b other gao 10..12 after=a:FS",
                "warning link-broken b a at gao on 10 by 6: FS start 16",
            )],
        );
    }
}
