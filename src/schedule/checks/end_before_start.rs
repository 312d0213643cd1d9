//! `end-before-start`: an edited span ends before it starts.

use super::PlanContext;
use crate::calendar::Span;
use crate::plan::{Id, Item};
use crate::schedule::problem::{Code, Detail, Fix, Problem, Severity};

pub(super) fn check(_: &PlanContext, item: &Item, problems: &mut Vec<Problem>) {
    for (member, span) in spans(item) {
        problems.extend(reversed(item.id(), member, span));
    }
}

/// The spans of an item, by the member they stand in.
fn spans(item: &Item) -> Vec<(&'static str, Span)> {
    let optional = |member, span: Option<Span>| span.map(|span| (member, span));
    if let Some(timing) = item.timing() {
        let actual = timing.actual.as_ref().map(|actual| Span::new(actual.start, actual.end));
        return [optional("planned", timing.planned), optional("actual", actual)]
            .into_iter()
            .flatten()
            .collect();
    }
    let found = match item {
        Item::Phase(phase) => [Some(("span", phase.span)), None],
        Item::Event(event) => [Some(("until", Span::new(event.date, event.until))), None],
        Item::Limit(limit) => [optional("span", limit.span), None],
        Item::Fund(fund) => [optional("span", fund.span), None],
        Item::Restriction(restriction) => {
            [optional("planned", restriction.planned), optional("actual", restriction.actual)]
        }
        _ => [None, None],
    };
    found.into_iter().flatten().collect()
}

fn reversed(id: &Id, member: &'static str, span: Span) -> Option<Problem> {
    let (start, end) = (span.start?, span.end?);
    // The two dates of a planned span were most likely exchanged.
    let exchanged = Span::new(Some(end), Some(start));
    let fix = (member == "planned").then(|| Fix { item: id.clone(), planned: exchanged });
    (end < start).then(|| Problem {
        date: Some(end),
        excess: Some(start - end),
        detail: Detail::Reversed { member, start, end },
        fix,
        ..Problem::new(Code::EndBeforeStart, Severity::Error, vec![id.clone()])
    })
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn a_span_ends_on_its_start_at_the_earliest() {
        check_problems(
            "end-before-start",
            &[
                ("site gao\nact a closure gao 3..3", ""),
                ("site gao\nact a closure gao 3..", ""),
                (
                    "site gao\nact a closure gao 9..3",
                    "error end-before-start a on 3 by 6: planned 9..3; fix a 3..9",
                ),
                (
                    "site gao\nsite kidal\nmove m gao>kidal 3..4 actual=5..4",
                    "error end-before-start m on 4 by 1: actual 5..4",
                ),
            ],
        );
    }
}
