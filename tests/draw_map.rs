//! The map of the bundled plan: what it says, and that its labels keep their places.

mod common;
mod golden_common;

use std::collections::BTreeMap;

use common::parts::{labels, layer, letters};
use common::{Bundled, Shot};
use decamp::draw::Theme;
use decamp::scene::{Fill, Item, Node, Outline, Path, Point, Rect, Scene, Subject};
use golden_common::Golden;

const DATES: [&str; 5] = ["2023-07-20", "2023-08-20", "2023-11-15", "2023-12-20", "2024-01-15"];

/// The layers of the map that do not come from the theatre alone.
const LIVE: [&str; 7] = ["ways", "flows", "sites", "units", "names", "batches", "furniture"];

/// The expected pictures by the names of their files: five dates, three sizes, three
/// themes, and one from near.
fn shots() -> Vec<(String, Shot)> {
    let small = Shot { size: (480.0, 360.0), ..Shot::at("2023-11-15") };
    // Tombouctou, Goundam and Ber, with the symbols of their units.
    let camera = Some((-3.2, 16.6, 8.2));
    let near = Shot { camera, size: (640.0, 360.0), ..Shot::at("2023-08-20") };
    let others = [
        ("map-large", Shot { size: (1920.0, 1080.0), ..small.clone() }),
        ("map-small-dark", Shot { theme: Theme::Dark, ..small.clone() }),
        ("map-small-print", Shot { theme: Theme::Print, ..small.clone() }),
        ("map-near", near),
        ("map-small", small),
    ];
    let dates = DATES.iter().map(|date| (format!("map-{date}"), Shot::at(date)));
    dates.chain(others.map(|(name, shot)| (name.to_owned(), shot))).collect()
}

#[test]
fn the_map_is_as_it_was() {
    let bundled = Bundled::read();
    let mut golden = Golden::default();
    for (name, shot) in shots() {
        let scene = bundled.scene(&shot);
        // Of the ground only the kinds of layers: its shapes are the theatre's.
        let ground = scene.nodes.iter().filter_map(|node| match &node.item {
            Item::Group(group) => Some(format!("{} {}", group.name, group.nodes.len())),
            _ => None,
        });
        let ground: Vec<String> = ground.collect();
        let live = scene.nodes.iter().filter(|node| match &node.item {
            Item::Group(group) => LIVE.contains(&group.name),
            _ => false,
        });
        let live = Scene { nodes: live.cloned().collect(), ..scene.clone() };
        let dump = format!("{}\n\n{}", ground.join("\n"), decamp::scene::dump(&live));
        golden.check(&format!("{name}.txt"), &dump);
    }
    golden.finish();
}

#[test]
fn names_stay_where_they_are_while_the_plan_plays() {
    let bundled = Bundled::read();
    let mut places: BTreeMap<String, Point> = BTreeMap::new();
    for date in DATES {
        let scene = bundled.scene(&Shot::at(date));
        for label in labels(layer(&scene, "names")) {
            let place = *places.entry(label.text.clone()).or_insert(label.at);
            assert_eq!(place, label.at, "{} moved on {date}", label.text);
        }
    }
    assert!(places.len() > 20, "{places:?}");
}

#[test]
fn every_camp_that_closes_has_its_name() {
    let bundled = Bundled::read();
    for (date, names) in [
        ("2023-08-20", ["Ber", "Goundam", "Ménaka", "Ogossagou"].as_slice()),
        ("2023-11-15", &["Tessalit", "Aguelhok", "Douentza"]),
        ("2023-12-08", &["Mopti (Sévaré)", "Kidal"]),
    ] {
        for size in [(1920.0, 1080.0), (1280.0, 720.0), (480.0, 360.0), (320.0, 240.0)] {
            let scene = bundled.scene(&Shot { size, ..Shot::at(date) });
            let shown = labels(layer(&scene, "names"));
            for name in names {
                assert!(shown.iter().any(|l| l.text == *name), "{name} on {date} at {size:?}");
            }
        }
    }
}

/// The marks of problems: of which site, and what they cover.
fn marks(scene: &Scene) -> Vec<(String, Rect)> {
    let group = |node: &Node| match &node.item {
        Item::Group(group) => group.clone(),
        other => panic!("{other:?}"),
    };
    let mark = |node: &Node| {
        let Some(Subject::Item(site)) = &node.subject else { panic!("a mark is of a site") };
        let mark = group(&group(node).nodes[0]);
        let Item::Path(ground) = &mark.nodes[0].item else { panic!("a shape is below it") };
        (site.to_string(), ground.bounds().unwrap())
    };
    layer(scene, "problems").iter().map(mark).collect()
}

#[test]
fn sites_with_problems_have_marks() {
    let bundled = Bundled::read();
    let without = bundled.scene(&Shot::at("2023-11-15"));
    assert!(marks(&without).is_empty(), "only where they are asked for");
    for size in [(1920.0, 1080.0), (1280.0, 720.0), (640.0, 480.0)] {
        let shot = Shot { size, forecast: true, marks: true, ..Shot::at("2023-11-15") };
        let scene = bundled.scene(&shot);
        let marks = marks(&scene);
        for (site, is_marked) in
            [("tombouctou", true), ("kidal", true), ("gao", true), ("goundam", false)]
        {
            assert_eq!(marks.iter().any(|(id, ..)| id == site), is_marked, "{site}");
        }
        let sites = bundled.plan.sites().len();
        assert!(marks.len() < sites, "{marks:?}");
        for label in labels(layer(&scene, "names")) {
            for (site, rect) in &marks {
                let name = letters(&label);
                assert!(!name.intersects(*rect), "{} and the mark of {site}", label.text);
            }
        }
    }
}

/// The sites with a hatched ring, as they are drawn around what holds too much.
fn ringed(scene: &Scene) -> Vec<String> {
    let is_ring = |node: &Node| match &node.item {
        Item::Path(Path { outline: Outline::Circle { .. }, fill, stroke: Some(_) }) => {
            matches!(fill, Some(Fill::Hatch { ground: Some(_), .. }))
        }
        _ => false,
    };
    let ringed = layer(scene, "sites").iter().filter(|node| match &node.item {
        Item::Group(group) => group.nodes.iter().any(is_ring),
        _ => false,
    });
    let id = |node: &Node| match &node.subject {
        Some(Subject::Item(id)) => id.to_string(),
        other => panic!("a site stands for itself, not {other:?}"),
    };
    ringed.map(id).collect()
}

#[test]
fn a_site_has_a_hatched_ring_as_long_as_it_holds_too_much() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/plans/minusma-2023.decamp");
    let mut file: serde_json::Value =
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    for site in file["sites"]["features"].as_array_mut().unwrap() {
        let most = if site["id"] == "kidal" { 100 } else { 1_000_000 };
        site["properties"]["capacity"] = serde_json::json!({ "personnel": most });
    }
    let plan = Bundled::of(&serde_json::to_vec(&file).unwrap());
    for (date, expect) in [("2023-07-20", vec!["kidal"]), ("2024-01-15", vec![])] {
        let scene = plan.scene(&Shot::at(date));
        assert_eq!(ringed(&scene), expect, "{date}");
        let legend = labels(layer(&scene, "furniture"));
        assert!(legend.iter().any(|label| label.text == "au-delà de la capacité"));
    }
}
