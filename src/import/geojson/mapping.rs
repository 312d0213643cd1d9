//! Which property of a file is what in a plan.

use crate::theatre::FeatureTable;

/// What a property can be for a site or, of these, the name for a sector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Name,
    /// A short name, kept among the aliases; the name where there is no other.
    Code,
    Sector,
    Kind,
    /// How many people the site holds.
    Capacity,
}

impl Field {
    pub const ALL: [Field; 5] =
        [Field::Name, Field::Code, Field::Sector, Field::Kind, Field::Capacity];

    pub fn as_word(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Code => "code",
            Field::Sector => "sector",
            Field::Kind => "kind",
            Field::Capacity => "capacity",
        }
    }

    /// Names that such a property usually has, in small letters, the likeliest
    /// first.
    fn usual_names(self) -> &'static [&'static str] {
        match self {
            Field::Name => &["name", "nom", "name_fr", "name_en", "site_name", "site", "label"],
            Field::Code => &["code", "site_code", "pcode", "ref", "id"],
            Field::Sector => &["sector", "secteur", "sector_id", "zone", "region", "area"],
            Field::Kind => &["kind", "type", "category", "nature"],
            Field::Capacity => &["capacity", "capacité", "capacite", "personnel", "beds"],
        }
    }
}

/// The property for each field; None: none is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    properties: [Option<String>; 5],
}

impl Mapping {
    /// The properties of a file that have usual names.
    pub fn guessed(table: &FeatureTable) -> Mapping {
        let columns = table.columns();
        let mut mapping = Mapping::default();
        for field in Field::ALL {
            let usual = field.usual_names().iter();
            let mut found = usual
                .filter_map(|usual| columns.iter().find(|column| column.to_lowercase() == *usual));
            mapping.set(field, found.next().map(|column| (*column).to_owned()));
        }
        mapping
    }

    pub fn property(&self, field: Field) -> Option<&str> {
        self.properties[field as usize].as_deref()
    }

    pub fn set(&mut self, field: Field, property: Option<String>) {
        self.properties[field as usize] = property;
    }
}
