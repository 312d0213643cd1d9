//! Borders that are disputed are dashed on the map, and explained where they show.

mod common;

use common::parts::layer;
use common::{Bundled, Shot};
use decamp::draw::{self, Look};
use decamp::geo::{Camera, LonLat, MapView, ViewSize};
use decamp::i18n::Lang;
use decamp::scene::{Group, Item, Node, Scene, Subject};
use decamp::theatre::{Role, Theatre};

/// Two countries, and the border they share from south to north.
const COUNTRIES: &str = r#"{ "type": "FeatureCollection", "features": [
    { "type": "Feature", "id": "a", "properties": { "name": "A" }, "geometry":
      { "type": "Polygon", "coordinates": [[[0,0],[2,0],[2,4],[0,4],[0,0]]] } },
    { "type": "Feature", "id": "b", "properties": { "name": "B" }, "geometry":
      { "type": "Polygon", "coordinates": [[[2,0],[4,0],[4,4],[2,4],[2,0]]] } } ] }"#;
const DISPUTED: &str = r#"{ "type": "FeatureCollection", "features": [
    { "type": "Feature", "id": "a-b", "properties": { "name": "A – B" }, "geometry":
      { "type": "LineString", "coordinates": [[2,0],[2,4]] } } ] }"#;

/// The widths of the strokes of the borders from back to front, and whether they are
/// dashed.
fn borders(scene: &Scene) -> Vec<(f32, bool)> {
    let stroke = |node: &Node| match &node.item {
        Item::Path(path) => path.stroke.as_ref().map(|s| (s.width, s.dash.is_some())),
        _ => None,
    };
    layer(scene, "borders").iter().filter_map(stroke).collect()
}

fn is_explained(scene: &Scene) -> bool {
    fn has(node: &Node) -> bool {
        node.subject == Some(Subject::Part("legend-disputed"))
            || matches!(&node.item, Item::Group(Group { nodes, .. }) if nodes.iter().any(has))
    }
    layer(scene, "furniture").iter().any(has)
}

#[test]
fn a_theatre_says_which_of_its_borders_are_disputed() {
    let bundled = Bundled::read();
    let shot = Shot { size: (900.0, 700.0), lang: Lang::En, ..Shot::at("2023-08-20") };
    for role in [Role::Boundary, Role::Neighbours] {
        let theatre = |disputed: bool| {
            let files = [(role, COUNTRIES.as_bytes()), (Role::Disputed, DISPUTED.as_bytes())];
            Theatre::from_files(&files[..1 + usize::from(disputed)]).unwrap()
        };
        let map = |theatre: &Theatre, lon: f64| {
            let camera = Camera::new(LonLat::new(lon, 2.0).unwrap(), 6.0);
            let view = MapView::new(camera, ViewSize::new(900.0, 700.0));
            bundled.look(&shot, |look| draw::map(&Look { theatre, view, ..*look }))
        };
        let (settled, disputed) = (theatre(false), theatre(true));
        let (before, after) = (map(&settled, 2.0), map(&disputed, 2.0));
        assert!(!is_explained(&before) && is_explained(&after), "{role:?}");
        let (before, after) = (borders(&before), borders(&after));
        assert!(before.iter().all(|(_, dashed)| !dashed), "{before:?}");
        // On top of all: a rim wide enough for every solid line, and the dashes.
        let [rest @ .., (rim, false), (_, true)] = &after[..] else { panic!("{after:?}") };
        assert_eq!(rest, before);
        assert!(rest.iter().all(|(width, _)| width < rim), "{after:?}");
        // Out of sight it is not explained.
        assert!(!is_explained(&map(&disputed, 30.0)), "{role:?}");
    }
}

#[test]
fn the_border_of_western_sahara_is_disputed_from_far_and_near() {
    let bundled = Bundled::read();
    for (camera, seen) in
        [((-11.0, 27.0, 6.5), true), ((0.0, 15.0, 3.0), true), ((-3.0, 16.0, 7.0), false)]
    {
        let shot = Shot { camera: Some(camera), size: (900.0, 800.0), ..Shot::at("2023-08-20") };
        let scene = bundled.scene(&shot);
        assert_eq!(borders(&scene).iter().any(|(_, dashed)| *dashed), seen, "{camera:?}");
        assert_eq!(is_explained(&scene), seen, "{camera:?}");
    }
}

#[test]
fn the_locator_map_dashes_what_the_large_one_does() {
    fn locator(node: &Node) -> Option<&Group> {
        let Item::Group(group) = &node.item else { return None };
        Some(group)
            .filter(|it| it.name == "locator-map")
            .or_else(|| group.nodes.iter().find_map(locator))
    }
    let scene = Bundled::read().scene(&Shot { size: (1280.0, 720.0), ..Shot::at("2023-08-20") });
    let strokes = scene.nodes.iter().find_map(locator).unwrap().nodes.iter().filter_map(|node| {
        let Item::Path(path) = &node.item else { return None };
        path.stroke.as_ref()
    });
    let strokes: Vec<_> = strokes.collect();
    let at = strokes.iter().position(|stroke| stroke.dash.is_some()).expect("a dashed border");
    // Over a rim that hides every border drawn before.
    assert!(strokes[..at - 1].iter().all(|below| below.width < strokes[at - 1].width));
    assert!(strokes[at - 1].dash.is_none());
}
