//! The sizes of units and their marks.

use crate::plan::{Unit, UnitKind};

/// The size of a formed unit, after the echelons of APP-6(D).
///
/// The plan knows people, not echelons, and an echelon is no number of people. So
/// this is our own rule of thumb, by the figure of the unit, which is its strength
/// when the ledger opens; it does not change while parts of a unit leave.
///
/// | people | mark | echelon |
/// |---|---|---|
/// | 1 to 4 | a struck ring | team |
/// | 5 to 12 | one dot | squad |
/// | 13 to 24 | two dots | section |
/// | 25 to 59 | three dots | platoon, detachment |
/// | 60 to 249 | one bar | company |
/// | 250 to 999 | two bars | battalion |
/// | 1,000 to 2,999 | three bars | regiment, group |
/// | 3,000 and more | a cross | brigade |
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Echelon {
    Team,
    Squad,
    Section,
    Platoon,
    Company,
    Battalion,
    Regiment,
    Brigade,
}

/// The fewest people of each echelon.
const LEAST: [(u64, Echelon); 8] = [
    (1, Echelon::Team),
    (5, Echelon::Squad),
    (13, Echelon::Section),
    (25, Echelon::Platoon),
    (60, Echelon::Company),
    (250, Echelon::Battalion),
    (1_000, Echelon::Regiment),
    (3_000, Echelon::Brigade),
];

impl Echelon {
    /// None for nobody.
    pub fn of_people(people: u64) -> Option<Echelon> {
        let reached = LEAST.iter().rev().find(|(least, _)| people >= *least);
        reached.map(|(_, echelon)| *echelon)
    }

    /// None for those who form no unit: individuals, headquarters, whose mark would be
    /// that of what they command, stores, and what is not known.
    pub fn of(unit: &Unit) -> Option<Echelon> {
        is_formed(&unit.kind).then(|| Echelon::of_people(unit.personnel))?
    }
}

fn is_formed(kind: &UnitKind) -> bool {
    use UnitKind::*;
    match kind {
        Infantry | Armour | Engineer | Signals | Medical | Aviation | Logistics | Convoy | Eod
        | Airfield | Fpu | Naval => true,
        Ipo | StaffOfficers | CivilStaff | Headquarters | Stores | Other | Unknown(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_go_by_people() {
        use Echelon::*;
        for (people, expect) in [
            (0, None),
            (1, Some(Team)),
            (4, Some(Team)),
            (5, Some(Squad)),
            (12, Some(Squad)),
            (13, Some(Section)),
            (24, Some(Section)),
            (25, Some(Platoon)),
            (59, Some(Platoon)),
            (60, Some(Company)),
            (249, Some(Company)),
            (250, Some(Battalion)),
            (999, Some(Battalion)),
            (1_000, Some(Regiment)),
            (2_999, Some(Regiment)),
            (3_000, Some(Brigade)),
            (u64::MAX, Some(Brigade)),
        ] {
            assert_eq!(Echelon::of_people(people), expect, "{people}");
        }
    }
}
