//! Tables of features -> a plan.

use std::collections::BTreeSet;

use serde_json::Value;

use super::mapping::{Field, Mapping};
use super::sectors::free;
use crate::calendar::Span;
use crate::plan::{
    Basis, Extra, Header, Id, MAX_FIGURE, Opaque, Plan, Quantities, SectorId, Site, SiteId,
    SiteKind, Text,
};
use crate::theatre::{FeatureRow, FeatureTable, Theatre, slug};

/// What a new plan is made of.
pub struct NewPlan<'a> {
    pub title: Text,
    /// Either end may be open.
    pub horizon: Span,
    /// The name or the folder of the theatre, as a plan has it.
    pub theatre_name: String,
    /// The same, read, with `own_sectors` where there are any.
    pub theatre: &'a Theatre,
    /// A FeatureCollection, from [`super::own_sectors`].
    pub own_sectors: Option<Value>,
    pub sites: &'a FeatureTable,
    pub mapping: &'a Mapping,
    /// What the exit is called that a plan gets whose file has none.
    pub exit_name: Text,
}

/// Why no plan can be made.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportFault {
    /// A feature of the file with the sites is no point; counted from 1.
    NotAPoint { file: String, feature: usize },
    /// A feature of the file with the sectors is no area.
    NotAnArea { file: String, feature: usize },
    /// No feature has the property that was named; these are there.
    NoSuchProperty { file: String, property: String, known: Vec<String> },
    /// The file with the sites has no feature that could be one.
    NoSites { file: String },
}

/// What kinds of sites are often called, besides the words of the format.
const KINDS: &[(&str, SiteKind)] = &[
    ("base", SiteKind::Camp),
    ("site", SiteKind::Camp),
    ("office", SiteKind::Camp),
    ("bureau", SiteKind::Camp),
    ("tob", SiteKind::TemporaryBase),
    ("hq", SiteKind::Headquarters),
    ("qg", SiteKind::Headquarters),
    ("airport", SiteKind::Airfield),
    ("aeroport", SiteKind::Airfield),
    ("aerodrome", SiteKind::Airfield),
    ("airstrip", SiteKind::Airfield),
    ("harbour", SiteKind::Port),
    ("seaport", SiteKind::Port),
    ("sortie", SiteKind::Exit),
];

/// Makes a plan of the sites. Where its file has no exit the plan gets one, or
/// nobody could ever leave.
pub fn new_plan(new: &NewPlan) -> Result<Plan, ImportFault> {
    let file = || new.sites.file.clone();
    if new.sites.rows.is_empty() {
        return Err(ImportFault::NoSites { file: file() });
    }
    let columns = new.sites.columns();
    for property in Field::ALL.into_iter().filter_map(|field| new.mapping.property(field)) {
        if !columns.contains(&property) {
            return Err(ImportFault::NoSuchProperty {
                file: file(),
                property: property.to_owned(),
                known: columns.iter().map(|column| (*column).to_owned()).collect(),
            });
        }
    }
    let mut taken = BTreeSet::new();
    let sites: Result<Vec<Site>, ImportFault> =
        new.sites.rows.iter().map(|row| site(new, row, &mut taken)).collect();
    let mut sites = sites?;
    if !sites.iter().any(Site::is_exit) {
        sites.push(exit(new, &mut taken));
    }
    let header = Header {
        title: new.title.clone(),
        theatre: new.theatre_name.clone(),
        sectors: new.own_sectors.clone().map(Opaque::new),
        horizon: new.horizon,
        ..Header::default()
    };
    let plan = Plan::from_parts(header, sites.into_iter().map(Into::into));
    Ok(plan.expect("each id is made unlike the others"))
}

fn site(
    new: &NewPlan,
    row: &FeatureRow,
    taken: &mut BTreeSet<String>,
) -> Result<Site, ImportFault> {
    let no_point = || ImportFault::NotAPoint { file: new.sites.file.clone(), feature: row.number };
    let place = row.point.ok_or_else(no_point)?;
    let text = |field| new.mapping.property(field).and_then(|property| row.text(property));
    let code = text(Field::Code);
    let given = text(Field::Name).or_else(|| code.clone());
    // A name in other letters than ours leaves the code.
    let stems = [&given, &code].into_iter().flatten().map(|text| slug(text));
    let stem = stems.into_iter().find(|stem| !stem.is_empty()).unwrap_or_default();
    let id = free(&stem, &format!("site-{}", row.number), taken);
    let name = given.unwrap_or_else(|| row.number.to_string());
    let word = text(Field::Kind).unwrap_or_default();
    let kind = kind(&word);
    let sector = sector(new, place, text(Field::Sector).as_deref());
    let capacity = text(Field::Capacity).and_then(|text| text.parse::<f64>().ok());
    // A figure that no file may give is none.
    let capacity = capacity.filter(|people| (0.0..=MAX_FIGURE as f64).contains(people));
    let capacity = capacity.map(|people| people as u64);
    Ok(Site {
        id: site_id(&id),
        place: Some(place),
        aliases: code.filter(|code| *code != name).into_iter().collect(),
        name: Text::Same(name),
        kind: kind.clone().unwrap_or(SiteKind::Camp),
        sector: sector.filter(|_| kind != Some(SiteKind::Exit)),
        part_of: None,
        roles: Vec::new(),
        // A word we do not know is not lost.
        tags: if kind.is_none() && !word.is_empty() { vec![word] } else { Vec::new() },
        accuracy_km: None,
        capacity: capacity.map(|people| ("personnel".to_owned(), people)).into_iter().collect(),
        basis: vec![Basis {
            note: Some(Text::Same(format!("{} #{}", new.sites.file, row.number))),
            ..Basis::default()
        }],
        extra: Extra::default(),
        feature_extra: Extra::default(),
    })
}

/// None for a word that is no kind of site.
fn kind(word: &str) -> Option<SiteKind> {
    let word = slug(word);
    let known = SiteKind::KNOWN.iter().find(|kind| kind.as_word() == word);
    let usual = || KINDS.iter().find(|(usual, _)| *usual == word).map(|(_, kind)| kind);
    known.or_else(usual).cloned()
}

/// The sector a property names by id or name, else the one the place lies in, else
/// what the property says.
fn sector(new: &NewPlan, place: crate::geo::LonLat, named: Option<&str>) -> Option<SectorId> {
    let sectors = new.theatre.sectors();
    let has_name = |name: &str| {
        let mut sectors = sectors.iter();
        sectors.find(|sector| {
            let names = [&sector.names.fallback, &sector.names.fr, &sector.names.en];
            names.into_iter().flatten().any(|known| slug(known) == slug(name))
        })
    };
    let by_name = named.and_then(|name| sectors.find(&slug(name)).or_else(|| has_name(name)));
    let id = by_name.map(|sector| sector.id.as_str()).or_else(|| new.theatre.sector_of(place));
    let id = id.map(str::to_owned).or_else(|| named.map(slug))?;
    SectorId::new(&id).ok()
}

fn exit(new: &NewPlan, taken: &mut BTreeSet<String>) -> Site {
    Site {
        id: site_id(&free("exit", "exit", taken)),
        place: None,
        name: new.exit_name.clone(),
        aliases: Vec::new(),
        kind: SiteKind::Exit,
        sector: None,
        part_of: None,
        roles: Vec::new(),
        tags: Vec::new(),
        accuracy_km: None,
        capacity: Quantities::new(),
        basis: vec![Basis::default()],
        extra: Extra::default(),
        feature_extra: Extra::default(),
    }
}

fn site_id(id: &str) -> SiteId {
    SiteId::from(Id::new(id).expect("a slug has the letters of ids"))
}
