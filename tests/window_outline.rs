//! The outline of a plan with many sites: rows are there where they can be seen, and one
//! that is asked for comes into view.
#![cfg(feature = "gui")]

mod window_common;

use std::collections::BTreeSet;

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use serde_json::json;
use tempfile::TempDir;
use window_common::{Driven, on_map, open_smooth, press};

const COUNT: usize = 300;

/// A plan of camps in the west of Mali, `Camp 100` and so on.
fn open() -> (TempDir, Driven) {
    let basis = json!([{ "status": "planner" }]);
    let site = |number: usize| {
        let at = [-3.5 + (number % 20) as f64 * 0.3, 16.0 + (number / 20) as f64 * 0.3];
        json!({ "type": "Feature", "id": format!("camp-{number}"),
            "geometry": { "type": "Point", "coordinates": at },
            "properties": { "name": format!("Camp {}", 100 + number), "kind": "camp",
                "basis": basis } })
    };
    let plan = json!({ "format": "decamp-plan", "version": 1, "theatre": "mali",
        "horizon": { "start": "2023-07-01", "end": "2023-12-31" },
        "sites": { "type": "FeatureCollection",
            "features": (0..COUNT).map(site).collect::<Vec<_>>() } });
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.decamp");
    std::fs::write(&file, plan.to_string()).unwrap();
    let driven = open_smooth(Some(&file));
    (folder, driven)
}

/// The rows of sites; on the map they are buttons that say their state.
fn rows(driven: &Driven) -> impl Iterator<Item = Node<'_>> {
    let named = driven.query_all_by_label_contains("Camp ");
    named.filter(|node| node.value().is_none() && node.rect().max.x < 260.0)
}

fn names(driven: &Driven) -> BTreeSet<String> {
    rows(driven).filter_map(|node| node.accesskit_node().label()).collect()
}

fn row<'a>(driven: &'a Driven, name: &str) -> Node<'a> {
    let mut rows = rows(driven);
    let is_named = |node: &Node| node.accesskit_node().label().as_deref() == Some(name);
    rows.find(is_named).expect("it has a row")
}

#[test]
fn of_many_sites_those_in_sight_have_rows() {
    let (_folder, mut driven) = open();
    let first = names(&driven);
    assert!(first.contains("Camp 100") && !first.contains("Camp 350"), "{first:?}");
    assert!(first.len() < COUNT / 2, "{}", first.len());
    // A site that is chosen elsewhere brings its row into view.
    on_map(&driven, "Camp 350").click();
    driven.run_steps(60);
    let then = names(&driven);
    assert!(then.contains("Camp 350") && !then.contains("Camp 100"), "{then:?}");
    let (row, search) = (row(&driven, "Camp 350").rect(), driven.get_by_label("Search").rect());
    let map = driven.get_by_role_and_label(Role::Image, "Map").rect();
    assert!(row.min.y > search.max.y && row.max.y < map.max.y, "{row}");
}

#[test]
fn what_is_searched_for_is_seen_from_its_beginning() {
    let (_folder, mut driven) = open();
    on_map(&driven, "Camp 350").click();
    driven.run_steps(60);
    driven.get_by_label("Search").focus();
    driven.run_steps(2);
    driven.get_by_label("Search").type_text("camp 1");
    driven.run_steps(60);
    let found = names(&driven);
    assert!(found.contains("Camp 100") && !found.contains("Camp 350"), "{found:?}");
}

#[test]
fn the_focus_goes_on_to_rows_out_of_sight() {
    let (_folder, mut driven) = open();
    let last = names(&driven).pop_last().unwrap();
    row(&driven, &last).focus();
    driven.run_steps(60);
    for _ in 0..10 {
        press(&mut driven, Modifiers::NONE, Key::Tab);
        driven.run_steps(60);
    }
    let number = |name: &str| name["Camp ".len()..].parse::<usize>().unwrap();
    let now = names(&driven).pop_last().unwrap();
    assert!(number(&now) >= number(&last) + 10, "{last} {now}");
}
