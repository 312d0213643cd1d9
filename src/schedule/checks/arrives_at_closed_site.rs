//! `arrives-at-closed-site`: a movement arrives at a site that is given up.

use super::Context;
use super::site_ends::id_of;
use crate::schedule::problem::{Code, Detail, Problem, Severity};
use crate::schedule::tick::Tick;

/// Batches may arrive up to the last day of its closure; `left-behind` sees what
/// does not leave any more. One problem for each movement: the first batch that
/// arrives too late, and by how many days the last one does.
pub(super) fn check(context: &Context, number: usize, problems: &mut Vec<Problem>) {
    let Context { index, ledger, ends, .. } = *context;
    let movement = &index.movements[number];
    let to = index.to[number].and_then(|to| Some((to, ends[to].given_up()?)));
    let Some((site, end)) = to else { return };
    let arrivals = ledger.batches(number).iter().map(|batch| batch.arrives);
    let is_closed = |day| context.states.at(site, Tick::begin_of(day)).is_over();
    let late: Vec<_> = arrivals.filter(|day| *day > end.day && is_closed(*day)).collect();
    let (Some(first), Some(last)) = (late.first(), late.last()) else { return };
    let items = vec![(*movement.id).clone(), id_of(context, end)];
    problems.push(Problem {
        site: movement.to.clone(),
        date: Some(*first),
        excess: Some(*last - end.day),
        detail: Detail::Since { last: end.day },
        ..Problem::new(Code::ArrivesAtClosedSite, Severity::Error, items)
    });
}

#[cfg(test)]
mod tests {
    use crate::schedule::Track;
    use crate::schedule::testing::{check_problems, check_problems_on};

    const PLAN: &str = "site gao\nsite kidal\nunit a gao 100\nact c closure kidal 3..6\n";

    #[test]
    fn nothing_arrives_at_a_site_that_is_given_up() {
        for (items, expect) in [
            ("move m gao>kidal 4..6 a:*", ""),
            ("move m gao>kidal 4..8", ""),
            (
                "move m gao>kidal 4..8 a:*",
                "error arrives-at-closed-site m c at kidal on 8 by 2: until 6",
            ),
            (
                "move m gao>kidal 4..9 trip=2 a:*",
                "error arrives-at-closed-site m c at kidal on 7 by 3: until 6",
            ),
            (
                "act h handover kidal 3..4\nmove m gao>kidal 5..9 a:*",
                "error arrives-at-closed-site m h at kidal on 9 by 5: until 4",
            ),
            // It opens again.
            ("act o opening kidal 7..12\nmove m gao>kidal 4..9 a:*", ""),
            ("move m kidal>gao 8..9 a:*", ""),
        ] {
            check_problems("arrives-at-closed-site", &[(&format!("{PLAN}{items}"), expect)]);
        }
    }

    #[test]
    fn in_the_forecast_it_is_a_warning() {
        let plan = format!("{PLAN}move m gao>kidal 4..6 actual=4..8 a:*");
        let expect = "warning arrives-at-closed-site m c at kidal on 8 by 2: until 6";
        check_problems_on(Track::Forecast, "arrives-at-closed-site", &[(&plan, expect)]);
    }
}
