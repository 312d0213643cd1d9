//! Symbols of units on the map of the bundled plan: who stands in the rows of camps,
//! who is beside the numbers under way, and what the legend says of them.

mod common;

use std::collections::BTreeMap;

use common::{Bundled, Shot};
use decamp::draw;
use decamp::plan::{SiteId, UnitId};
use decamp::scene::{Group, Item, Label, Node, Point, Scene, Subject};
use decamp::schedule::Track;

/// Around Gao, Kidal and Tombouctou.
const NEAR: Shot = Shot {
    date: "2023-08-20",
    size: (1280.0, 900.0),
    scale: 1.0,
    theme: draw::Theme::Light,
    lang: decamp::i18n::Lang::En,
    forecast: false,
    camera: Some((-1.2, 16.8, 7.3)),
    selected: &[],
    marks: false,
};

/// The row of a camp: its units from left to right, each with whether its frame is
/// dashed, and how many more there are.
#[derive(Debug, Default, PartialEq)]
struct Row {
    units: Vec<(String, bool)>,
    others: usize,
}

fn group(node: &Node) -> Option<&Group> {
    match &node.item {
        Item::Group(group) => Some(group),
        _ => None,
    }
}

fn id(node: &Node) -> String {
    match &node.subject {
        Some(Subject::Item(id)) => id.to_string(),
        other => panic!("an item of the plan, not {other:?}"),
    }
}

fn is_dashed(node: &Node) -> bool {
    match &node.item {
        Item::Path(path) => path.stroke.as_ref().is_some_and(|stroke| stroke.dash.is_some()),
        Item::Group(group) => group.nodes.iter().any(is_dashed),
        Item::Label(_) => false,
    }
}

fn rows(scene: &Scene) -> BTreeMap<String, Row> {
    let layer = scene.nodes.iter().filter_map(group).find(|group| group.name == "units");
    let row = |node: &Node| {
        let mut row = Row::default();
        for node in &group(node).unwrap().nodes {
            match &node.item {
                Item::Group(_) => row.units.push((id(node), is_dashed(node))),
                Item::Label(Label { text, .. }) => {
                    row.others = text.strip_prefix('+').unwrap().parse().unwrap();
                }
                Item::Path(_) => panic!("a row is of symbols and a number"),
            }
        }
        (id(node), row)
    };
    layer.map_or(BTreeMap::new(), |layer| layer.nodes.iter().map(row).collect())
}

/// Who is at a camp and who is on the way there, the largest first.
fn expected(bundled: &Bundled, site: &str, shot: &Shot) -> (Vec<String>, Vec<String>) {
    let (site, moment) = (SiteId::new(site).unwrap(), shot.date.parse().unwrap());
    let crew = bundled.schedule.crew(Track::Planned, &site, moment);
    let there: Vec<UnitId> = crew.present.iter().map(|part| part.unit.id.clone()).collect();
    let snapshot = bundled.schedule.snapshot(Track::Planned, moment);
    let mut coming: Vec<UnitId> = Vec::new();
    for now in snapshot.movements.iter().filter(|now| !now.batches.is_empty()) {
        let movement = bundled.plan.movements().get(&now.id).unwrap();
        if movement.to.as_ref() == Some(&site) {
            // Of the units a movement takes, some leave later.
            let units = movement.loads.iter().map(|load| &load.unit);
            let moves = |id: &&UnitId| snapshot.unit(id).is_some_and(|unit| unit.moving > 0);
            coming.extend(units.filter(moves).cloned());
        }
    }
    coming.retain(|unit| !there.contains(unit));
    coming.sort();
    coming.dedup();
    let sorted = |mut units: Vec<UnitId>| {
        let people = |id: &UnitId| bundled.plan.units().get(id).unwrap().personnel;
        units.sort_by_key(|id| std::cmp::Reverse(people(id)));
        units.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    (sorted(there), sorted(coming))
}

#[test]
fn rows_show_who_is_there_and_dashed_who_is_coming() {
    let bundled = Bundled::read();
    let (mut seen, mut dashed, mut cut) = (0, 0, 0);
    for date in ["2023-07-02", "2023-07-20", "2023-08-20", "2023-10-20", "2023-11-03"] {
        let shot = Shot { date, ..NEAR };
        for (site, row) in rows(&bundled.scene(&shot)) {
            let (there, coming) = expected(&bundled, &site, &shot);
            let total = there.len() + coming.len();
            assert_eq!(row.units.len() + row.others, total, "{site} on {date}: {row:?}");
            let is_coming = |(_, dashed): &&(String, bool)| *dashed;
            let drawn_coming = row.units.iter().filter(is_coming).count();
            let drawn_there = row.units.len() - drawn_coming;
            let first = there[..drawn_there].iter().map(|id| (id.clone(), false));
            let then = coming[..drawn_coming].iter().map(|id| (id.clone(), true));
            assert_eq!(row.units, first.chain(then).collect::<Vec<_>>(), "{site} on {date}");
            assert_eq!(drawn_coming == 0, coming.is_empty(), "{site} on {date}");
            assert!(row.units.len() <= 5, "{site} on {date}: {row:?}");
            seen += 1;
            dashed += drawn_coming;
            cut += usize::from(row.others > 0);
        }
    }
    assert!(seen > 20 && dashed > 0 && cut > 5, "{seen} rows, {dashed} dashed, {cut} cut");
}

#[test]
fn who_comes_from_a_place_without_a_point_on_the_map_has_a_symbol() {
    let plan = r#"{ "format": "decamp-plan", "version": 1,
        "sites": { "type": "FeatureCollection", "features": [
            { "type": "Feature", "id": "gao", "geometry": { "type": "Point", "coordinates": [-0.05, 16.27] },
              "properties": { "name": "Gao", "kind": "camp" } },
            { "type": "Feature", "id": "home", "geometry": null,
              "properties": { "name": "Home", "kind": "exit" } } ] },
        "units": [ { "id": "a", "name": "A", "kind": "infantry", "personnel": 40, "site": "home" } ],
        "movements": [ { "id": "m", "kind": "deployment", "from": "home", "to": "gao", "trip_days": 1,
                         "planned": { "start": "2023-07-03", "end": "2023-07-03" },
                         "loads": [ { "unit": "a" } ] } ] }"#;
    let bundled = Bundled::of(plan.as_bytes());
    let shot = Shot { date: "2023-07-20", camera: Some((-0.05, 16.27, 8.0)), ..NEAR };
    let rows = rows(&bundled.scene(&shot));
    assert_eq!(rows["gao"].units, [("a".to_owned(), false)], "{rows:?}");
}

#[test]
fn from_afar_and_where_the_layer_is_not_chosen_there_are_none() {
    let bundled = Bundled::read();
    assert!(!rows(&bundled.scene(&NEAR)).is_empty());
    let far = Shot { camera: Some((-1.2, 16.8, 6.9)), ..NEAR };
    assert_eq!(rows(&bundled.scene(&far)), BTreeMap::new());
    let chosen: Vec<String> =
        draw::layers().filter(|name| *name != "units").map(Into::into).collect();
    let scene =
        bundled.look(&NEAR, |look| draw::map(&draw::Look { layers: Some(&chosen), ..*look }));
    assert_eq!(rows(&scene), BTreeMap::new());
    assert!(batch_symbols(&scene).is_empty());
    assert!(!legend(&scene).contains(&"infantry".to_owned()));
}

/// The numbers beside which a symbol stands.
fn batch_symbols(scene: &Scene) -> Vec<String> {
    let layer = scene.nodes.iter().filter_map(group).find(|group| group.name == "batches");
    let batches = layer.into_iter().flat_map(|layer| layer.nodes.iter().filter_map(group));
    let number = |batch: &Group| {
        batch.nodes.iter().filter_map(group).find(|group| group.name == "unit")?;
        batch.nodes.iter().find_map(|node| match &node.item {
            Item::Label(label) => Some(label.text.clone()),
            _ => None,
        })
    };
    batches.filter_map(number).collect()
}

#[test]
fn numbers_under_way_have_the_symbol_of_their_unit() {
    let bundled = Bundled::read();
    let near = batch_symbols(&bundled.scene(&Shot { date: "2023-10-20", ..NEAR }));
    assert!(near.len() >= 2, "{near:?}");
    let far = Shot { date: "2023-10-20", camera: Some((-1.2, 16.8, 6.9)), ..NEAR };
    assert!(batch_symbols(&bundled.scene(&far)).is_empty());
}

/// The words of the legend.
fn legend(scene: &Scene) -> Vec<String> {
    fn collect(nodes: &[Node], inside: bool, found: &mut Vec<String>) {
        for node in nodes {
            match &node.item {
                Item::Label(label) if inside => found.push(label.text.clone()),
                Item::Group(group) => {
                    collect(&group.nodes, inside || group.name.starts_with("legend"), found);
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    collect(&scene.nodes, false, &mut found);
    found
}

#[test]
fn the_legend_says_what_the_symbols_mean() {
    let bundled = Bundled::read();
    // Around Bamako alone: who is ever there.
    let bamako = Shot { camera: Some((-6.0, 12.65, 8.0)), size: (1920.0, 1080.0), ..NEAR };
    let words = legend(&bundled.scene(&bamako));
    for word in ["infantry", "signals", "guard", "expected or on the way"] {
        assert!(words.iter().any(|it| it == word), "{word} in {words:?}");
    }
    // Nobody ever flies boats there.
    assert!(!words.contains(&"naval".to_owned()), "{words:?}");
    let far = Shot { camera: Some((-6.0, 12.65, 6.0)), ..bamako };
    let words = legend(&bundled.scene(&far));
    assert!(!words.is_empty() && !words.contains(&"infantry".to_owned()), "{words:?}");
}

#[test]
fn the_legend_of_units_lies_over_no_camp_and_no_other_furniture() {
    let bundled = Bundled::read();
    let mut seen = 0;
    for camera in [(-1.2, 16.8, 7.3), (-6.0, 12.65, 8.0), (0.2, 16.2, 7.6), (-4.0, 14.6, 7.0)] {
        for size in [(1280.0, 720.0), (1920.0, 1080.0), (900.0, 600.0)] {
            let shot = Shot { camera: Some(camera), size, ..NEAR };
            let scene = bundled.scene(&shot);
            let furniture = scene.nodes.iter().filter_map(group).find(|it| it.name == "furniture");
            let pieces = &furniture.unwrap().nodes;
            let is_it = |node: &&Node| node.subject == Some(Subject::Part("legend-units"));
            let Some(legend) = pieces.iter().find(is_it).and_then(Node::bounds) else { continue };
            seen += 1;
            for other in pieces.iter().filter(|node| !is_it(node)).filter_map(Node::bounds) {
                assert!(!legend.intersects(other), "{camera:?} at {size:?}: {other:?}");
            }
            bundled.look(&shot, |look| {
                for site in look.plan.sites().iter() {
                    let Some(place) = site.place else { continue };
                    let at = Point::from(look.view.view_from_lonlat(place));
                    assert!(!legend.contains(at), "{camera:?} at {size:?}: {}", site.id);
                }
            });
        }
    }
    assert!(seen >= 4, "{seen} legends");
}
