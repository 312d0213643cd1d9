//! `disposal-not-allowed`: materiel is given or sold that may not be, or is given
//! to a security force without the due diligence that this asks for.

use super::PlanContext;
use crate::plan::{Disposition, Load, Movement, Text, Unit, UnitKind};
use crate::schedule::problem::{Code, Detail, Problem, Severity};

/// Kinds of materiel that are never given or sold, whoever owns them: the mission's
/// words of 26 July 2023 are weapons, ammunition, armour, aircraft.
const NEVER: [&str; 8] = [
    "aircraft",
    "helicopters",
    "drones",
    "weapons",
    "ammunition",
    "explosives",
    "armour",
    "armoured-vehicles",
];

/// Words by which a recipient is taken to be a security force, in lower case.
const FORCES: [&str; 22] = [
    "army",
    "armée",
    "armées",
    "armed",
    "military",
    "militaire",
    "militaires",
    "police",
    "gendarmerie",
    "gendarmes",
    "security",
    "sécurité",
    "defence",
    "defense",
    "défense",
    "fama",
    "fdsm",
    "forces",
    "guard",
    "garde",
    "troops",
    "soldats",
];

/// Words by which the record of due diligence is found, in lower case.
const DILIGENCE: [&str; 4] = ["hrddp", "due diligence", "diligence voulue", "devoir de diligence"];

pub(super) fn check(context: &PlanContext, number: usize, problems: &mut Vec<Problem>) {
    let movement = &context.index.movements[number];
    let actual = movement.timing.actual.as_ref();
    if actual.is_none_or(|actual| actual.cancelled.is_none()) {
        problems.extend(check_one(context, movement));
    }
}

fn check_one(context: &PlanContext, movement: &Movement) -> Vec<Problem> {
    let Some(disposition) = &movement.disposition else { return Vec::new() };
    let mut problems = Vec::new();
    if matches!(disposition, Disposition::Gifted | Disposition::Sold) {
        for load in &movement.loads {
            let Some(unit) = context.plan.units().get(&load.unit) else { continue };
            let Some(kinds) = forbidden(unit, load) else { continue };
            problems.push(Problem {
                detail: Detail::Disposal { disposition: disposition.clone(), kinds },
                ..problem(movement, Severity::Error, Some(unit))
            });
        }
    }
    let goes_over = matches!(disposition, Disposition::Gifted | Disposition::Transferred);
    if goes_over && is_for_a_force(movement) && !is_diligence_recorded(movement) {
        problems.push(Problem {
            detail: Detail::DueDiligence,
            ..problem(movement, Severity::Warning, None)
        });
    }
    problems
}

fn problem(movement: &Movement, severity: Severity, unit: Option<&Unit>) -> Problem {
    let dates = movement.timing.planned.and_then(|planned| planned.start.or(planned.end));
    let items = [Some((*movement.id).clone()), unit.map(|unit| (*unit.id).clone())];
    Problem {
        site: Some(movement.from.clone()),
        date: dates,
        ..Problem::new(Code::DisposalNotAllowed, severity, items.into_iter().flatten().collect())
    }
}

/// The kinds of a load that may not be given up for use by others; None where all
/// of it may.
fn forbidden(unit: &Unit, load: &Load) -> Option<Vec<String>> {
    let carried = load.materiel.as_ref().unwrap_or(&unit.materiel);
    let kinds = carried.iter().filter(|(_, amount)| **amount > 0).map(|(kind, _)| kind);
    let is_armed = matches!(unit.kind, UnitKind::Armour | UnitKind::Aviation);
    let kinds: Vec<String> =
        kinds.filter(|kind| is_armed || NEVER.contains(&kind.as_str())).cloned().collect();
    (!kinds.is_empty()).then_some(kinds)
}

/// Every wording of a text, in lower case.
fn wordings(text: &Text) -> Vec<String> {
    match text {
        Text::Same(text) => vec![text.to_lowercase()],
        Text::ByLanguage(texts) => texts.iter().map(|(_, text)| text.to_lowercase()).collect(),
    }
}

fn is_for_a_force(movement: &Movement) -> bool {
    let named = |text: &String| {
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        words.any(|word| FORCES.contains(&word))
    };
    movement.recipient.as_ref().is_some_and(|recipient| wordings(recipient).iter().any(named))
}

/// By a need `hrddp`, or in a note of the basis.
fn is_diligence_recorded(movement: &Movement) -> bool {
    let told = |text: &String| DILIGENCE.iter().any(|words| text.contains(words));
    let notes = movement.basis.iter().filter_map(|basis| basis.note.as_ref());
    movement.needs.iter().any(|need| need.eq_ignore_ascii_case("hrddp"))
        || notes.flat_map(wordings).any(|note| told(&note))
}

#[cfg(test)]
mod tests {
    use crate::schedule::testing::check_problems;

    #[test]
    fn arms_and_aircraft_are_never_given_or_sold() {
        let plan = "site gao\nunit a gao 0 vehicles=5 containers=3\n\
                    unit t gao 0 kind=armour vehicles=8\n\
                    unit s gao 0 weapons=40 vehicles=2\nunit h gao 0 aircraft=2\n";
        for (movement, expect) in [
            ("a:* disposition=gifted", ""),
            ("a:*", ""),
            ("t:* disposition=destroyed", ""),
            ("t:* disposition=written-off", ""),
            ("s:0,vehicles=2 disposition=sold", ""),
            (
                "a:* t:* disposition=sold",
                "error disposal-not-allowed m t at gao on 3: sold vehicles",
            ),
            (
                "s:* h:* disposition=gifted",
                "error disposal-not-allowed m h at gao on 3: gifted aircraft\n\
                 error disposal-not-allowed m s at gao on 3: gifted weapons",
            ),
            ("h:* disposition=gifted cancelled=2", ""),
        ] {
            let plan = format!("{plan}move m gao>- 3..5 kind=disposal {movement}");
            check_problems("disposal-not-allowed", &[(&plan, expect)]);
        }
    }

    #[test]
    fn gifts_to_a_security_force_need_due_diligence() {
        let plan = "site gao\nunit a gao 0 vehicles=5\nmove m gao>- 3..5 kind=disposal a:*";
        let missing = "warning disposal-not-allowed m at gao on 3: due diligence";
        for (options, expect) in [
            ("disposition=gifted recipient=mairie_de_Gao", ""),
            ("disposition=destroyed recipient=police", ""),
            ("disposition=gifted recipient=Police_nationale", missing),
            ("disposition=transferred recipient=Forces_de_sécurité", missing),
            ("disposition=gifted recipient=police needs=hrddp", ""),
            ("disposition=gifted recipient=police note=Due_diligence_done_in_May", ""),
            ("disposition=gifted recipient=police note=asked_for", missing),
        ] {
            check_problems("disposal-not-allowed", &[(&format!("{plan} {options}"), expect)]);
        }
    }
}
