//! A picture shows the layers of the map that it is asked for.

mod common;

use common::{Bundled, Shot};
use decamp::draw::{self, Look};
use decamp::scene::{Item, Scene};

/// The names of the groups a picture is made of, without its furniture.
fn groups(scene: &Scene) -> Vec<&str> {
    let names = scene.nodes.iter().filter_map(|node| match &node.item {
        Item::Group(group) => Some(group.name),
        _ => None,
    });
    names.filter(|name| *name != "furniture").collect()
}

#[test]
fn only_the_layers_asked_for_are_drawn() {
    let bundled = Bundled::read();
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    // So near that units have symbols.
    let shot = Shot { camera: Some((-1.2, 16.4, 7.1)), ..Shot::at("2023-08-20") };
    for (layers, expect) in [
        (Some(names(&["sites", "land", "no-such-layer"])), vec!["land", "sites"]),
        (Some(names(&[])), vec![]),
        (
            None,
            draw::layers().filter(|it| !["ways", "problems", "critical"].contains(it)).collect(),
        ),
    ] {
        let scene =
            bundled.look(&shot, |look| draw::map(&Look { layers: layers.as_deref(), ..*look }));
        assert_eq!(groups(&scene), expect, "{layers:?}");
    }
}
