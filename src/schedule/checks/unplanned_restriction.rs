//! `unplanned-restriction`: what came to be forbidden or hindered, and the plan did
//! not reckon with.

use super::Context;
use crate::plan::{Restriction, RestrictionKind};
use crate::schedule::Track;
use crate::schedule::problem::{Code, Problem, Severity};

/// In the forecast alone, one problem for each restriction that was in force and
/// never planned. What only hinders is a note.
pub(super) fn check(context: &Context) -> Vec<Problem> {
    if context.track != Track::Forecast {
        return Vec::new();
    }
    let restrictions = context.plan.restrictions().iter();
    restrictions.filter_map(|restriction| unplanned(restriction)).collect()
}

fn unplanned(restriction: &Restriction) -> Option<Problem> {
    let actual = restriction.actual.filter(|_| restriction.planned.is_none())?;
    let severity = match restriction.kind {
        RestrictionKind::Closed | RestrictionKind::NoImport | RestrictionKind::NoExport => {
            Severity::Warning
        }
        RestrictionKind::Slow | RestrictionKind::Advisory | RestrictionKind::Unknown(_) => {
            Severity::Note
        }
    };
    Some(Problem {
        // Of several none is more to be looked at than the others.
        site: Some(&restriction.sites).filter(|sites| sites.len() == 1).map(|s| s[0].clone()),
        date: Some(actual.start.or(actual.end)?),
        ..Problem::new(Code::UnplannedRestriction, severity, vec![(*restriction.id).clone()])
    })
}

#[cfg(test)]
mod tests {
    use crate::schedule::Track;
    use crate::schedule::testing::{check_problems, check_problems_on};

    #[test]
    fn what_came_up_is_told_in_the_forecast() {
        for (restriction, expect) in [
            ("closed - actual=4..9", "warning unplanned-restriction r on 4"),
            ("closed - actual=4.. sites=gao", "warning unplanned-restriction r at gao on 4"),
            ("closed - actual=4.. sites=gao,ber", "warning unplanned-restriction r on 4"),
            ("no-import - actual=..9", "warning unplanned-restriction r on 9"),
            ("advisory - actual=4..", "note unplanned-restriction r on 4"),
            ("closed 3..9 actual=4..9", ""),
            ("closed 3..9", ""),
            ("closed -", ""),
        ] {
            let plan = format!("site gao\nsite ber\nrestriction r {restriction}");
            check_problems_on(Track::Forecast, "unplanned-restriction", &[(&plan, expect)]);
            check_problems("unplanned-restriction", &[(&plan, "")]);
        }
    }
}
