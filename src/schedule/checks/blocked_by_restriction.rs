//! `blocked-by-restriction`: a movement goes where a restriction lets nothing go.

use super::Context;
use super::restricted::{InForce, Way};
use super::window::outside;
use crate::calendar::{DateSpan, Span};
use crate::plan::Movement;
use crate::schedule::problem::{Code, Fix, Problem, Severity};

/// One problem for each movement and restriction: the first day of its span on
/// which the way is closed, and how many days of it are.
pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    // Most plans have no restriction at all.
    if context.closed.is_empty() {
        return;
    }
    let movement = &context.index.movements[number];
    let Some(span) = context.spans.movements[number].and_then(Span::closed) else { return };
    let Some(way) = Way::of(context, number) else { return };
    let about: Vec<&InForce> = context.closed.iter().filter(|it| it.is_about(way)).collect();
    let fix = past_all(span, &about, &bounds(context, movement, span));
    let fix = fix.filter(|_| context.can_fix());
    for restriction in &about {
        let Some(blocked) = overlap(span, restriction.span) else { continue };
        let fix = fix.map(|planned| Fix { item: (*movement.id).clone(), planned });
        let items = vec![(*movement.id).clone(), (*restriction.restriction.id).clone()];
        problems.push(Problem {
            site: Some(movement.from.clone()),
            date: Some(blocked.start()),
            excess: Some(blocked.days()),
            fix,
            ..Problem::new(Code::BlockedByRestriction, Severity::Error, items)
        });
    }
}

/// What a movement that lies within it should not be moved out of: the plan's horizon,
/// and its phase.
fn bounds(context: &Context, movement: &Movement, span: DateSpan) -> Vec<Span> {
    let phase = movement.phase.as_ref().and_then(|phase| context.plan.phases().get(phase));
    let bounds = [Some(context.plan.header().horizon), phase.map(|phase| phase.span)];
    bounds.into_iter().flatten().filter(|it| outside(span.into(), *it).is_none()).collect()
}

/// The days of a span that lie within another, too.
fn overlap(span: DateSpan, other: Span) -> Option<DateSpan> {
    let start = other.start.map_or(span.start(), |start| start.max(span.start()));
    let end = other.end.map_or(span.end(), |end| end.min(span.end()));
    DateSpan::new(start, end)
}

/// The span moved as a whole to the nearest days on which none of these hold, the
/// later ones if two are as near. None where that would leave one of the bounds.
fn past_all(span: DateSpan, closed: &[&InForce], bounds: &[Span]) -> Option<Span> {
    let after = |it: &&InForce| it.span.end.map(|end| end + 1 - span.start());
    let before = |it: &&InForce| it.span.start.map(|start| start - 1 - span.end());
    let moves = closed.iter().flat_map(|it| [after(it), before(it)]).flatten();
    let is_free = |days: &i64| {
        let moved = span.moved(*days);
        closed.iter().all(|it| overlap(moved, it.span).is_none())
            && bounds.iter().all(|it| outside(moved.into(), *it).is_none())
    };
    let nearest = moves.filter(is_free).min_by_key(|days| (days.abs(), *days < 0))?;
    Some(span.moved(nearest).into())
}

#[cfg(test)]
mod tests {
    use crate::schedule::Track;
    use crate::schedule::testing::{check_problems, check_problems_on};

    const PLAN: &str = "site gao sector=east\nsite kidal sector=north\nsite ber sector=west\n\
                        move m gao>kidal 10..15 mode=road\n";

    #[test]
    fn a_closed_way_lets_nothing_through() {
        let blocked = "error blocked-by-restriction m r at gao on 12 by 4; fix m 6..11";
        for (restriction, expect) in [
            ("closed 12..", blocked),
            ("closed 12.. modes=road,river", blocked),
            ("closed 12.. modes=air", ""),
            ("closed 12.. sites=gao", blocked),
            ("closed 12.. sites=kidal", blocked),
            ("closed 12.. sites=ber", ""),
            ("closed 12.. sites=gao to-sites=kidal", blocked),
            ("closed 12.. to-sites=kidal", blocked),
            ("closed 12.. sites=kidal to-sites=gao", ""),
            ("closed 12.. sites=gao to-sites=ber", ""),
            ("closed 12.. sectors=north", blocked),
            ("closed 12.. sectors=west", ""),
            ("closed 12.. sites=gao sectors=west", ""),
            ("closed 16..", ""),
            ("closed ..9", ""),
            ("closed ..", ""),
            ("closed -", ""),
            ("slow 12.. factor=2", ""),
            ("advisory 12..", ""),
            ("closed ..11", "error blocked-by-restriction m r at gao on 10 by 2; fix m 12..17"),
            (
                "closed 12..20\nrestriction s closed 1..10",
                "error blocked-by-restriction m s at gao on 10 by 1; fix m 21..26\n\
                 error blocked-by-restriction m r at gao on 12 by 4; fix m 21..26",
            ),
        ] {
            let plan = format!("{PLAN}restriction r {restriction}");
            check_problems("blocked-by-restriction", &[(&plan, expect)]);
        }
    }

    #[test]
    fn a_fix_leaves_neither_the_plan_nor_the_phase() {
        let blocked = |by: i64| format!("error blocked-by-restriction m r at gao on 12 by {by}");
        for (more, expect) in [
            ("horizon 1..30", format!("{}; fix m 6..11", blocked(4))),
            ("horizon 8..30", format!("{}; fix m 21..26", blocked(4))),
            ("horizon 8..25", blocked(4)),
            ("phase p 8..30", format!("{}; fix m 21..26", blocked(4))),
            ("phase p 8..25", blocked(4)),
            // Where it lies outside already, the phase holds nothing.
            ("phase p 11..25", format!("{}; fix m 6..11", blocked(4))),
        ] {
            let plan = format!(
                "{more}\nsite gao\nsite kidal\nmove m gao>kidal 10..15 mode=road phase=p\n\
                 restriction r closed 12..20"
            );
            check_problems("blocked-by-restriction", &[(&plan, &expect)]);
        }
    }

    #[test]
    fn each_track_has_its_restrictions() {
        for (restriction, planned, forecast) in [
            ("closed - actual=12..", "", "warning blocked-by-restriction m r at gao on 12 by 4"),
            (
                "closed 12..13 actual=20..",
                "error blocked-by-restriction m r at gao on 12 by 2; fix m 14..19",
                "",
            ),
        ] {
            let plan = format!("{PLAN}restriction r {restriction}");
            check_problems("blocked-by-restriction", &[(&plan, planned)]);
            check_problems_on(Track::Forecast, "blocked-by-restriction", &[(&plan, forecast)]);
        }
    }
}
