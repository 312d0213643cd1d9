//! The layers that a plan brings along: on the map, in the legend, and under the pointer.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use decamp::calendar::Moment;
use decamp::draw::{self, Furniture, Look, Style, Theme, overlays};
use decamp::geo::{Camera, LonLat, MapView, ViewSize};
use decamp::i18n::Lang;
use decamp::plan::Plan;
use decamp::scene::{Color, Item, Node, Point, Scene, Subject, dump};
use decamp::schedule::{Routes, Schedule};
use decamp::theatre::{Overlays, Theatre};

/// A plan of one camp with these layers.
fn plan_with(layers: &str) -> Arc<Plan> {
    let text = format!(
        r#"{{ "format": "decamp-plan", "version": 1, "theatre": "mali",
        "horizon": {{ "start": "2023-07-01", "end": "2023-12-31" }},
        "sites": {{ "type": "FeatureCollection", "features": [ {{ "type": "Feature", "id": "gao",
            "geometry": {{ "type": "Point", "coordinates": [-0.04, 16.27] }},
            "properties": {{ "name": "Gao", "kind": "camp", "basis": [{{ "status": "planner" }}] }} }} ] }},
        "layers": [ {layers} ] }}"#
    );
    Arc::new(decamp::file::read(text.as_bytes()).unwrap_or_else(|p| panic!("{p:#?}")).plan)
}

/// The mixed file, as `zone`, under these members.
fn mixed(members: &str) -> String {
    format!(r#"{{ "id": "zone", "path": "made-up.geojson", "name": "Zone", {members} }}"#)
}

const FORD: &str = r#"{ "id": "ford", "path": "made-up.kml", "name": "Ford",
    "style": { "color": "green", "mark": "cross", "label": "name" } }"#;

/// A look at the plan with its layers read, around Gao.
fn look<T>(plan: &Arc<Plan>, theme: Theme, then: impl FnOnce(&Look) -> T) -> T {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/layers");
    let paths = plan.layers().iter().map(|layer| layer.path.clone());
    let read = Overlays::read(paths, Some(&folder), &Overlays::default(), |_, _| ());
    let theatre = Theatre::bundled("mali").unwrap().with_overlays(read);
    let routes = Routes::of(plan, &theatre);
    let schedule = Schedule::of(plan, &routes);
    let camera = Camera::new(LonLat::new(-0.4, 16.6).unwrap(), 7.0);
    let view = MapView::new(camera, ViewSize::new(900.0, 600.0));
    let moment = "2023-08-20".parse::<Moment>().unwrap();
    then(&Look {
        furniture: Furniture { legend: true, ..Furniture::NONE },
        ..Look::of(&schedule, &routes, &theatre, view, moment, &Style::of(theme), Lang::En)
    })
}

fn scene(layers: &str) -> Scene {
    look(&plan_with(layers), Theme::Light, draw::map)
}

/// The group of the picture that has a name.
fn group<'a>(nodes: &'a [Node], wanted: &str) -> Option<&'a [Node]> {
    nodes.iter().find_map(|node| match &node.item {
        Item::Group(group) if group.name == wanted => Some(&group.nodes[..]),
        Item::Group(group) => self::group(&group.nodes, wanted),
        _ => None,
    })
}

/// The ids of the layers that are drawn, from back to front.
fn drawn(scene: &Scene) -> Vec<String> {
    let nodes = group(&scene.nodes, "layers").unwrap_or_default();
    let id = |node: &Node| match &node.subject {
        Some(Subject::Item(id)) => id.to_string(),
        other => panic!("a layer stands for itself, not {other:?}"),
    };
    nodes.iter().map(id).collect()
}

/// The names of the groups of the picture, from back to front.
fn order(scene: &Scene) -> Vec<&'static str> {
    let name = |node: &Node| match &node.item {
        Item::Group(group) => group.name,
        _ => "",
    };
    scene.nodes.iter().map(name).collect()
}

/// All texts of a part of the picture.
fn texts(nodes: &[Node]) -> Vec<String> {
    let texts = nodes.iter().flat_map(|node| match &node.item {
        Item::Label(label) => vec![label.text.clone()],
        Item::Group(group) => texts(&group.nodes),
        Item::Path(_) => Vec::new(),
    });
    texts.collect()
}

fn colors(nodes: &[Node]) -> Vec<Color> {
    let colors = nodes.iter().flat_map(|node| match &node.item {
        Item::Path(path) => path.stroke.iter().map(|stroke| stroke.color).collect(),
        Item::Group(group) => colors(&group.nodes),
        Item::Label(_) => Vec::new(),
    });
    colors.collect()
}

#[test]
fn layers_are_drawn_as_they_were() {
    let style = r#""style": { "color": "indigo", "line_width": 2, "fill_opacity": 0.25,
        "mark": "square", "label": "code" }"#;
    let scene = scene(&format!("{FORD}, {}", mixed(style)));
    let of_layers = Scene {
        nodes: group(&scene.nodes, "layers").expect("they are drawn").to_vec(),
        ..scene.clone()
    };
    let names = texts(group(&scene.nodes, "names").unwrap());
    let legend = texts(group(&scene.nodes, "legend").unwrap());
    let dump = format!("names {names:?}\nlegend {legend:?}\n\n{}", dump(&of_layers));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/overlays.txt");
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    if golden != dump && std::env::var_os("DECAMP_ACCEPT").is_some() {
        std::fs::write(&path, &dump).unwrap();
        panic!("wrote the picture: look at it, then run again");
    }
    assert_eq!(dump, golden, "if it is right, run again with DECAMP_ACCEPT=1");
}

#[test]
fn the_first_of_the_list_lies_on_top_of_the_others_and_of_the_ground() {
    let plain = mixed(r#""style": {}"#);
    let both = scene(&format!("{FORD}, {plain}"));
    assert_eq!(drawn(&both), ["zone", "ford"]);
    assert_eq!(drawn(&scene(&format!("{plain}, {FORD}"))), ["ford", "zone"]);
    let order = order(&both);
    let place = |name: &str| order.iter().position(|it| *it == name).unwrap();
    assert!(place("towns") < place("layers") && place("layers") < place("sites"), "{order:?}");

    let below = scene(&mixed(r#""below": "rivers""#));
    let order = self::order(&below);
    let place = |name: &str| order.iter().position(|it| *it == name).unwrap();
    assert!(place("layers") < place("rivers"), "{order:?}");
    assert!(place("lakes").min(place("sectors")) < place("layers"), "{order:?}");
}

#[test]
fn what_is_hidden_missing_or_not_asked_for_is_not_drawn() {
    let gone = r#"{ "id": "gone", "path": "gone.kml" }"#;
    assert_eq!(drawn(&scene(&mixed(r#""hidden": true"#))), [""; 0]);
    assert_eq!(drawn(&scene(&format!("{gone}, {FORD}"))), ["ford"]);
    let plan = plan_with(&format!("{FORD}, {}", mixed(r#""style": {}"#)));
    for (wanted, expect) in [(&["land", "zone"][..], vec!["zone"]), (&["land"], vec![])] {
        let wanted: Vec<String> = wanted.iter().map(|name| (*name).to_owned()).collect();
        let scene =
            look(&plan, Theme::Light, |look| draw::map(&Look { layers: Some(&wanted), ..*look }));
        assert_eq!(drawn(&scene), expect, "{wanted:?}");
    }
}

#[test]
fn the_makers_of_a_layer_are_named() {
    let plan = plan_with(&mixed(r#""style": {}"#));
    let furniture = Furniture { sources: true, ..Furniture::NONE };
    let scene = look(&plan, Theme::Light, |look| draw::map(&Look { furniture, ..*look }));
    let line = texts(group(&scene.nodes, "sources").unwrap()).join(" ");
    assert!(line.contains("GeoNames") && line.contains("Made up for tests"), "{line}");
}

#[test]
fn every_colour_is_told_apart_from_the_ground_in_every_theme() {
    for theme in [Theme::Light, Theme::Dark, Theme::Print] {
        let mut met = Vec::new();
        for color in ["wine", "indigo", "green", "olive", "rose", "slate"] {
            let line = format!(r#""style": {{ "color": "{color}", "mark": "none" }}"#);
            let plan = plan_with(&mixed(&line));
            let scene = look(&plan, theme, draw::map);
            let found: BTreeSet<_> = colors(group(&scene.nodes, "layers").unwrap())
                .into_iter()
                .map(|it| [it.r, it.g, it.b])
                .collect();
            assert_eq!(found.len(), 1, "{color}");
            met.extend(found);
        }
        let style = Style::of(theme);
        let luminance = |[r, g, b]: [u8; 3]| {
            let part = |c: u8| {
                let c = f64::from(c) / 255.0;
                if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
        };
        let ground = luminance([style.country.r, style.country.g, style.country.b]);
        for color in &met {
            let (light, dark) = (luminance(*color).max(ground), luminance(*color).min(ground));
            // What WCAG 2.1 asks of what is no text.
            assert!((light + 0.05) / (dark + 0.05) >= 3.0, "{color:?} on the land of {theme:?}");
        }
        assert_eq!(met.iter().collect::<BTreeSet<_>>().len(), met.len(), "{met:?}");
    }
}

#[test]
fn the_pointer_finds_features_the_ones_on_top_first() {
    let plan = plan_with(&format!("{FORD}, {}", mixed(r#""style": {}"#)));
    let none = plan_with(&mixed(r#""hidden": true"#));
    for (lon, lat, expect) in [
        (-0.9, 16.0, Some(("ford", Some("Gué")))),
        (0.6, 17.0, Some(("zone", Some("Puits")))),
        (-1.5, 16.2, Some(("zone", Some("Axe d’essai")))),
        (-1.8, 17.3, Some(("zone", Some("Test zone")))),
        // In its hole, and outside of all.
        (-0.75, 16.75, None),
        (2.5, 16.0, None),
    ] {
        let found = |plan: &Arc<Plan>| {
            look(plan, Theme::Light, |look| {
                let at = Point::from(look.view.view_from_lonlat(LonLat::new(lon, lat).unwrap()));
                let under = overlays::under(look.plan, look.theatre, &look.view, at, 4.0);
                under.map(|it| {
                    let overlay = look.theatre.overlays().get(&it.layer.path).unwrap();
                    let same = overlay.as_ref().unwrap().piece(it.number).unwrap();
                    assert_eq!(same.data(), it.piece.data());
                    let name = it.piece.name("en").map(str::to_owned);
                    (it.layer.id.to_string(), name)
                })
            })
        };
        let expect = expect.map(|(id, name)| (id.to_owned(), name.map(str::to_owned)));
        assert_eq!(found(&plan), expect, "{lon} {lat}");
        assert_eq!(found(&none), None, "a hidden layer is not there");
    }
}

#[test]
fn what_shows_nothing_is_not_under_the_pointer() {
    for (style, expect) in [
        ("", [true, true, true]),
        (r#""mark": "none""#, [false, true, true]),
        (r#""mark": "none", "label": "name""#, [true, true, true]),
        (r#""line_width": 0"#, [true, false, true]),
        (r#""line_width": 0, "label": "name""#, [true, true, true]),
        (r#""fill_opacity": 0"#, [true, true, true]),
        (r#""fill_opacity": 0, "line_width": 0"#, [true, false, false]),
    ] {
        let plan = plan_with(&mixed(&format!(r#""style": {{ {style} }}"#)));
        // A point, a line and an area.
        let places = [(0.6, 17.0, "Puits"), (-1.5, 16.2, "Axe d’essai"), (-1.8, 17.3, "Test zone")];
        let met = places.map(|(lon, lat, name)| {
            look(&plan, Theme::Light, |look| {
                let at = Point::from(look.view.view_from_lonlat(LonLat::new(lon, lat).unwrap()));
                let under = overlays::under(look.plan, look.theatre, &look.view, at, 4.0);
                under.is_some_and(|it| it.piece.name("en") == Some(name))
            })
        });
        assert_eq!(met, expect, "{style}");
    }
}

#[test]
fn a_feature_that_is_looked_at_is_marked_where_it_is() {
    let plan = plan_with(&mixed(r#""style": {}"#));
    let hidden = plan_with(&mixed(r#""hidden": true"#));
    let id = plan.layers().iter().next().unwrap().id.clone();
    let marks = |plan: &Arc<Plan>, number| {
        look(plan, Theme::Light, |look| {
            overlays::chosen(look.plan, look.theatre, &look.view, (&id, number), look.style)
        })
    };
    // An area, a line, and two points; then there is no more.
    for (number, expect) in [(0, 2), (1, 2), (2, 2), (3, 2), (4, 0), (usize::MAX, 0)] {
        assert_eq!(marks(&plan, number).len(), expect, "{number}");
        assert_eq!(marks(&hidden, number).len(), 0, "{number}");
    }
    let places: BTreeSet<String> =
        (0..4).map(|number| format!("{:?}", marks(&plan, number))).collect();
    assert_eq!(places.len(), 4);
}
