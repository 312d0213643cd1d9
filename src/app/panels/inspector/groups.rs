//! In which part of a form each member stands.

/// A part of a form, from the top down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Identity,
    Dates,
    Place,
    Quantities,
    Links,
}

impl Group {
    pub const ALL: &'static [Group] =
        &[Group::Identity, Group::Dates, Group::Place, Group::Quantities, Group::Links];

    /// The message of its heading.
    pub fn message(self) -> &'static str {
        match self {
            Group::Identity => "group-identity",
            Group::Dates => "group-dates",
            Group::Place => "group-place",
            Group::Quantities => "group-quantities",
            Group::Links => "group-links",
        }
    }
}

/// The members that are not about what an item is.
const MEMBERS: &[(Group, &[&str])] = &[
    (
        Group::Dates,
        &[
            "planned",
            "actual",
            "pinned",
            "not_before",
            "deadline",
            "duration_days",
            "trip_days",
            "calendar",
            "date",
            "until",
            "span",
            "horizon",
            "as_of",
            "d_day",
            "due",
            "taken",
            "moment",
            "weekend",
            "holidays",
            "days",
        ],
    ),
    (
        Group::Place,
        &[
            "geometry",
            "accuracy_km",
            "sector",
            "sectors",
            "site",
            "sites",
            "to_sites",
            "from",
            "to",
            "to_options",
            "mode",
            "modes",
            "route",
            "stops",
            "distance_km",
            "coordinates",
            "where",
            "theatre",
            "camera",
            "part_of",
        ],
    ),
    (
        Group::Quantities,
        &[
            "personnel",
            "materiel",
            "capacity",
            "loads",
            "per_day",
            "max",
            "value",
            "needed_usd",
            "available_usd",
            "gap_usd",
            "likelihood",
            "impact",
            "factor",
        ],
    ),
    (
        Group::Links,
        &[
            "after", "phase", "phases", "parent", "movement", "activity", "fund", "mandate", "who",
            "except", "convoy",
        ],
    ),
];

pub fn group_of(member: &str) -> Group {
    let named = MEMBERS.iter().find(|(_, members)| members.contains(&member));
    named.map_or(Group::Identity, |(group, _)| *group)
}
