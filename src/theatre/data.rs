//! What features of each layer are known by besides their name.

use serde_json::{Map, Value};

/// A country, of the world, around the theatre, or the theatre's own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Country {
    /// ISO 3166-1 alpha-3, as `MLI`.
    pub iso_a3: Option<String>,
}

/// A line along which a border is disputed or not determined.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dispute;

/// A region, or a label for one whose boundary is not known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Region {
    /// ISO 3166-2, as `ML-6`.
    pub iso_3166_2: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sector {
    /// Where its headquarters are, in words.
    pub hq: Option<String>,
    /// The id of the camp with its headquarters.
    pub hq_camp: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct River {
    pub kind: RiverKind,
    /// From 1, the most important, to about 10; None for one with a name.
    pub level: Option<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiverKind {
    /// One of the few to be drawn wide and labelled.
    Named,
    River,
    /// Dry for a part of the year.
    Intermittent,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Lake {
    pub kind: LakeKind,
    pub area_km2: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LakeKind {
    Lake,
    /// A river so wide that it is an area.
    RiverArea,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Road {
    pub class: RoadClass,
    /// Its number, as `RN6`.
    pub reference: Option<String>,
    /// The ids of the towns it joins.
    pub from: Option<String>,
    pub to: Option<String>,
    /// Drawn straight between towns, not surveyed.
    pub is_schematic: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoadClass {
    National,
    Road,
    Track,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Town {
    pub rank: TownRank,
    /// ISO 3166-1 alpha-2, as `ML`.
    pub country: Option<String>,
    pub population: Option<u64>,
}

/// What a town is the seat of; the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TownRank {
    Country,
    Region,
    District,
    Other,
}

/// A camp as the theatre's file has it: what a new plan begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct Camp {
    /// A word for the kind of a site, as plans have it: `camp`, `headquarters`, …
    pub kind: String,
    /// The id of its sector.
    pub sector: Option<String>,
    pub accuracy_km: Option<f64>,
    /// How sure the place is: `high`, `medium`, `low`.
    pub confidence: Option<String>,
    pub source: Option<String>,
}

/// Something that is read from the properties of a feature. Properties that are
/// missing or of an unexpected kind are no fault.
pub(super) trait Data: Sized + Send {
    /// Whether plans name features of this kind, so that each needs an id.
    const HAS_IDS: bool = true;

    fn of(properties: Properties) -> Self;
}

impl Data for Country {
    fn of(properties: Properties) -> Country {
        Country { iso_a3: properties.text("iso_a3") }
    }
}

impl Data for Dispute {
    fn of(_: Properties) -> Dispute {
        Dispute
    }
}

impl Data for Region {
    fn of(properties: Properties) -> Region {
        Region { iso_3166_2: properties.text("iso_3166_2") }
    }
}

impl Data for Sector {
    fn of(properties: Properties) -> Sector {
        Sector { hq: properties.text("hq"), hq_camp: properties.text("hq_camp") }
    }
}

impl Data for River {
    fn of(properties: Properties) -> River {
        let kind = match properties.word("kind") {
            "named-river" => RiverKind::Named,
            "intermittent" => RiverKind::Intermittent,
            _ => RiverKind::River,
        };
        River { kind, level: properties.number("level").map(|level| level as u8) }
    }
}

impl Data for Lake {
    fn of(properties: Properties) -> Lake {
        let kind = match properties.word("kind") {
            "river-area" => LakeKind::RiverArea,
            _ => LakeKind::Lake,
        };
        Lake { kind, area_km2: properties.number("area_km2") }
    }
}

impl Data for Road {
    fn of(properties: Properties) -> Road {
        let class = match properties.word("class") {
            "national" => RoadClass::National,
            "track" => RoadClass::Track,
            _ => RoadClass::Road,
        };
        Road {
            class,
            reference: properties.text("ref"),
            from: properties.text("from_id"),
            to: properties.text("to_id"),
            is_schematic: properties.0.get("schematic") == Some(&Value::Bool(true)),
        }
    }
}

impl Data for Town {
    fn of(properties: Properties) -> Town {
        // Feature codes of GeoNames.
        let rank = match properties.word("feature_code") {
            "PPLC" => TownRank::Country,
            "PPLA" => TownRank::Region,
            "PPLA2" => TownRank::District,
            _ => TownRank::Other,
        };
        Town {
            rank,
            country: properties.text("country"),
            population: properties.number("population").map(|people| people as u64),
        }
    }
}

impl Data for Camp {
    fn of(properties: Properties) -> Camp {
        Camp {
            kind: properties.text("kind").unwrap_or("camp".into()),
            sector: properties.text("sector"),
            accuracy_km: properties.number("accuracy_km").filter(|km| *km >= 0.0),
            confidence: properties.text("confidence"),
            source: properties.text("source"),
        }
    }
}

/// All of them, as they are.
impl Data for Properties {
    const HAS_IDS: bool = false;

    fn of(properties: Properties) -> Properties {
        properties
    }
}

/// The properties of a feature.
#[derive(Clone, Debug)]
pub(super) struct Properties(pub Map<String, Value>);

impl Properties {
    /// A text that says something; a number as its digits.
    pub fn text(&self, key: &str) -> Option<String> {
        text_of(self.0.get(key)?)
    }

    fn number(&self, key: &str) -> Option<f64> {
        self.0.get(key)?.as_f64()
    }

    fn word(&self, key: &str) -> &str {
        self.0.get(key).and_then(Value::as_str).unwrap_or("")
    }
}

/// A text that says something; a number as its digits.
pub(super) fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The same of a value that nobody else needs: nearly every text stays where it is.
pub(super) fn into_text(value: Value) -> Option<String> {
    match value {
        Value::String(text) if text.trim().len() == text.len() => {
            Some(text).filter(|text| !text.is_empty())
        }
        value => text_of(&value),
    }
}
