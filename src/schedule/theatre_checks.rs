//! What is checked of a plan on its theatre. Apart from the other checks, for a
//! theatre is another file: it can change without the plan.

use std::collections::BTreeMap;

use super::problem::{Code, Detail, Problem, Severity};
use crate::plan::{Id, Item, Layer, Plan, SectorId, Site};
use crate::theatre::Theatre;

/// What these checks can find.
pub const THEATRE_CODES: &[Code] =
    &[Code::OutsideTheatre, Code::UnknownSector, Code::LayerMissing, Code::LayerUnreadable];

/// Sites that lie outside of the theatre, sectors the theatre does not have, and files
/// laid over it that cannot be read.
pub fn theatre_problems(plan: &Plan, theatre: &Theatre) -> Vec<Problem> {
    let mut problems = outside(plan, theatre);
    problems.extend(unknown_sectors(plan, theatre));
    problems.extend(unread_layers(plan, theatre));
    problems
}

/// A site that lies elsewhere, perhaps because its coordinates stand the wrong
/// way round. Exits are meant to lie elsewhere.
fn outside(plan: &Plan, theatre: &Theatre) -> Vec<Problem> {
    let problem = |site: &Site| {
        let place = site.place.filter(|place| !theatre.contains(*place))?;
        let swapped = place.swapped().filter(|swapped| theatre.contains(*swapped));
        let items = vec![(*site.id).clone()];
        Some(Problem {
            site: Some(site.id.clone()),
            detail: Detail::Outside { place, swapped },
            ..Problem::new(Code::OutsideTheatre, Severity::Note, items)
        })
    };
    let sites = plan.sites().iter().filter(|site| !site.is_exit());
    sites.filter_map(|site| problem(site)).collect()
}

/// One problem for each sector, with all items that name it.
fn unknown_sectors(plan: &Plan, theatre: &Theatre) -> Vec<Problem> {
    let mut named: BTreeMap<SectorId, Vec<Id>> = BTreeMap::new();
    for item in plan.items() {
        for sector in sectors_of(&item) {
            let items = named.entry(sector.clone()).or_default();
            // A restriction may name it twice.
            if items.last() != Some(item.id()) {
                items.push(item.id().clone());
            }
        }
    }
    let unknown = |sector: &SectorId| theatre.sectors().find(sector.as_str()).is_none();
    let problem = |(sector, items)| Problem {
        detail: Detail::Sector { sector },
        ..Problem::new(Code::UnknownSector, Severity::Note, items)
    };
    named.into_iter().filter(|(sector, _)| unknown(sector)).map(problem).collect()
}

/// Layers whose file is gone or cannot be read; all else is drawn without them.
fn unread_layers(plan: &Plan, theatre: &Theatre) -> Vec<Problem> {
    let problem = |layer: &Layer| {
        let error = theatre.overlays().get(&layer.path)?.as_ref().err()?.clone();
        let code = if error.is_missing_file() { Code::LayerMissing } else { Code::LayerUnreadable };
        Some(Problem {
            detail: Detail::Layer { path: layer.path.clone(), error },
            ..Problem::new(code, Severity::Note, vec![(*layer.id).clone()])
        })
    };
    plan.layers().iter().filter_map(|layer| problem(layer)).collect()
}

fn sectors_of(item: &Item) -> Vec<&SectorId> {
    match item {
        Item::Site(site) => site.sector.iter().collect(),
        Item::Activity(activity) => activity.sector.iter().collect(),
        Item::Restriction(restriction) => restriction.sectors.iter().collect(),
        Item::Limit(limit) => limit.place.iter().flat_map(|place| &place.sectors).collect(),
        Item::Count(count) => count.place.iter().flat_map(|place| &place.sectors).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::plan::Extra;
    use crate::plan::edit::Command;
    use crate::schedule::testing::{plan, show};
    use crate::theatre::Overlays;

    #[test]
    fn sites_and_sectors_belong_to_the_theatre() {
        let theatre = Theatre::bundled("mali").unwrap();
        for (text, expect) in [
            ("site gao at=-0.04,16.27 sector=east", ""),
            ("site gao at=-0.04,16.27 sector=far", "note unknown-sector gao: far"),
            (
                "site gao at=16.27,-0.04",
                "note outside-theatre gao at gao: [16.27, -0.04] or [-0.04, 16.27]",
            ),
            ("site niamey at=2.11,13.51", "note outside-theatre niamey at niamey: [2.11, 13.51]"),
            ("exit dakar at=-17.4,14.7", ""),
            (
                "site a at=-0.04,16.27 sector=far\nsite b at=-0.04,16.27 sector=far",
                "note unknown-sector a b: far",
            ),
        ] {
            let problems = theatre_problems(&plan(text), &theatre);
            let found: Vec<String> = problems.iter().map(show).collect();
            assert_eq!(found.join("\n"), expect, "{text}");
        }
    }

    #[test]
    fn a_layer_that_cannot_be_read_is_a_note() {
        let mut plan = (*plan("site gao at=-0.04,16.27")).clone();
        for path in ["Cargo.toml", "no/such.kml", "tests/golden"] {
            let id = Id::new(&path.to_lowercase().replace(['/', '.'], "-")).unwrap();
            let layer = Layer {
                id: id.into(),
                path: path.into(),
                name: None,
                style: None,
                below: None,
                hidden: false,
                extra: Extra::default(),
            };
            plan.apply(Command::Put { item: layer.into(), position: None }).unwrap();
        }
        assert_eq!(theatre_problems(&plan, &Theatre::default()), [], "nobody asked for its files");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let paths = plan.layers().iter().map(|layer| layer.path.clone());
        let read = Overlays::read(paths, Some(folder), &Overlays::default(), |_, _| ());
        let theatre = Theatre::bundled("mali").unwrap().with_overlays(read);
        let found: Vec<String> = theatre_problems(&plan, &theatre).iter().map(show).collect();
        assert_eq!(
            found,
            [
                "note layer-unreadable cargo-toml: Cargo.toml bad-json",
                "note layer-missing no-such-kml: no/such.kml not-found",
                "note layer-unreadable tests-golden: tests/golden is-folder",
            ]
        );
    }
}
