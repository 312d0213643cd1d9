//! Maps as they should not be, a test for each kind of fault: drawn right or refused
//! with the number of the feature, and never a crash or a freeze.

mod theatre_common;

use std::fmt::Write;
use std::time::Instant;

use decamp::geo::LonLat;
use decamp::scene::{Face, Item, Node, Scene, has_glyphs};
use decamp::theatre::{Advice, NoteKind, Role, Theatre, TheatreError, UNREADABLE, is_readable};
use theatre_common::{EMPTY, FREEZE, filled_by, map_of};

/// A file of features, each given by its geometry.
fn file(geometries: &[&str]) -> String {
    let feature = |(i, geometry): (usize, &&str)| {
        format!(r#"{{"type":"Feature","id":"f{i}","properties":{{}},"geometry":{geometry}}}"#)
    };
    let features: Vec<String> = geometries.iter().enumerate().map(feature).collect();
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

fn polygon(rings: &str) -> String {
    format!(r#"{{"type":"Polygon","coordinates":[{rings}]}}"#)
}

fn read(role: Role, json: &str) -> Result<Theatre, TheatreError> {
    Theatre::from_files(&[(role, json.as_bytes())])
}

fn sectors(geometries: &[&str]) -> Theatre {
    read(Role::Sectors, &file(geometries)).unwrap()
}

fn notes(theatre: &Theatre) -> Vec<(NoteKind, usize)> {
    theatre.notes().iter().map(|note| (note.kind, note.feature)).collect()
}

fn at(lon: f64, lat: f64) -> LonLat {
    LonLat::new(lon, lat).unwrap()
}

/// Which of some places lie in the first sector.
fn holds<const N: usize>(theatre: &Theatre, places: [(f64, f64); N]) -> [bool; N] {
    let sector = &theatre.sectors().features()[0];
    places.map(|(lon, lat)| sector.contains(at(lon, lat)))
}

/// What the first sector is filled with, as [`filled_by`] has it.
fn filled(theatre: &Theatre) -> f64 {
    filled_by([&**theatre.sectors().features()[0].geometry(18.0)])
}

const SQUARE: &str = "[[0,0],[2,0],[2,2],[0,2],[0,0]]";

#[test]
fn rings_that_are_not_closed() {
    let theatre = sectors(&[&polygon("[[0,0],[2,0],[2,2],[0,2]]")]);
    assert_eq!(notes(&theatre), [(NoteKind::OpenRing, 1)]);
    assert_eq!(holds(&theatre, [(1.0, 1.0), (0.1, 1.0), (3.0, 1.0)]), [true, true, false]);
    assert_eq!(filled(&theatre), 4.0);
}

#[test]
fn polygons_that_cross_themselves() {
    // Two triangles, tip to tip.
    let theatre = sectors(&[&polygon("[[0,0],[2,2],[2,0],[0,2],[0,0]]")]);
    assert_eq!(holds(&theatre, [(0.5, 1.0), (1.5, 1.0), (1.0, 0.3)]), [true, true, false]);
    assert_eq!(filled(&theatre), 2.0);
    // A star: its middle is outside, by the even-odd rule of all pictures.
    let star = "[[0,1],[0.588,-0.809],[-0.951,0.309],[0.951,0.309],[-0.588,-0.809],[0,1]]";
    let theatre = sectors(&[&polygon(star)]);
    assert_eq!(holds(&theatre, [(0.0, 0.0), (0.0, 0.8)]), [false, true]);
    assert_eq!(filled(&theatre), 0.78);
    map_of(&theatre, None);
}

#[test]
fn geometries_with_nothing_in_them() {
    for (i, geometry) in EMPTY.iter().enumerate() {
        let square = polygon(SQUARE);
        let mut geometries = vec![square.as_str(); i + 1];
        geometries[i] = geometry;
        geometries.push(&square);
        let theatre = sectors(&geometries);
        assert!(notes(&theatre).contains(&(NoteKind::NoGeometry, i + 1)), "{geometry}");
        assert_eq!(theatre.sectors().len(), i + 1, "{geometry}");
    }
}

#[test]
fn holes_outside_of_their_polygon() {
    let inside = "[[0.5,0.5],[0.5,1],[1,1],[1,0.5],[0.5,0.5]]";
    let outside = "[[5,5],[5,6],[6,6],[6,5],[5,5]]";
    let theatre = sectors(&[&polygon(&format!("{SQUARE},{outside},{inside}"))]);
    assert_eq!(notes(&theatre), [(NoteKind::HoleOutside, 1)]);
    let places = [(0.75, 0.75), (1.5, 1.5), (5.5, 5.5)];
    assert_eq!(holds(&theatre, places), [false, true, false]);
    assert_eq!(filled(&theatre), 3.75);
    // One that touches the edge is a hole.
    let touching = "[[0,0],[0,1],[1,1],[1,0],[0,0]]";
    let theatre = sectors(&[&polygon(&format!("{SQUARE},{touching}"))]);
    assert_eq!((notes(&theatre), filled(&theatre)), (vec![], 3.0));
}

#[test]
fn over_the_antimeridian() {
    // Four degrees wide, not three hundred and fifty-six.
    let theatre = sectors(&[&polygon("[[178,0],[-178,0],[-178,2],[178,2],[178,0]]")]);
    assert_eq!(notes(&theatre), [(NoteKind::Antimeridian, 1)]);
    let places = [(179.0, 1.0), (-179.0, 1.0), (0.0, 1.0), (177.0, 1.0)];
    assert_eq!(holds(&theatre, places), [true, true, false, false]);
    assert_eq!(filled(&theatre), 8.0);
    // No border along the cut.
    let outline = theatre.sectors().features()[0].outline(18.0).unwrap();
    assert!(outline.contours().iter().all(|line| line.len() == 4), "{outline:?}");

    // Holes beside it are none, on whichever side of the cut; others stay.
    let outer = "[[178,0],[-178,0],[-178,2],[178,2],[178,0]]";
    let hole = "[[179.5,0.5],[-179.5,0.5],[-179.5,1],[179.5,1],[179.5,0.5]]";
    let beside = "[[179,5],[180,5],[180,6],[179,6],[179,5]]";
    let theatre = sectors(&[&polygon(&format!("{outer},{beside},{hole}"))]);
    assert_eq!(notes(&theatre), [(NoteKind::Antimeridian, 1), (NoteKind::HoleOutside, 1)]);
    let places = [(179.0, 1.5), (179.7, 0.7), (-179.7, 0.7), (179.5, 5.5)];
    assert_eq!(holds(&theatre, places), [true, false, false, false]);
    assert_eq!(filled(&theatre), 7.5);

    let line = r#"{"type":"LineString","coordinates":[[178,0],[-178,2],[-170,2]]}"#;
    let theatre = read(Role::Roads, &file(&[line])).unwrap();
    assert_eq!(notes(&theatre), [(NoteKind::Antimeridian, 1)]);
    assert_eq!(theatre.layers().roads.features()[0].geometry(18.0).contours().len(), 2);

    // A map of the world has an edge there, and is whole.
    let world = "[[-180,-60],[180,-60],[180,80],[-180,80],[-180,-60]]";
    let theatre = sectors(&[&polygon(world)]);
    assert_eq!(notes(&theatre), []);
    assert_eq!(holds(&theatre, [(0.0, 0.0), (179.9, 0.0)]), [true, true]);

    // Longitudes to 360 may mean either: refused, with a word about what to do.
    let beyond =
        read(Role::Sectors, &file(&[&polygon(SQUARE), &polygon("[[182,0],[184,0],[184,2]]")]));
    let Err(TheatreError::OutOfRange { feature, advice, .. }) = beyond else {
        panic!("{beyond:?}")
    };
    assert_eq!((feature, advice), (2, Advice::CutAtAntimeridian));
}

#[test]
fn at_the_poles() {
    // Around the South Pole, as Antarctica lies.
    let cap = "[[-180,-70],[-90,-72],[0,-70],[90,-72],[180,-70],[180,-90],[-180,-90],[-180,-70]]";
    let theatre = sectors(&[&polygon(cap)]);
    assert_eq!(holds(&theatre, [(10.0, -80.0), (10.0, -60.0)]), [true, false]);
    map_of(&theatre, None);
    // Without the way along the edge of the map.
    let theatre = sectors(&[&polygon("[[-150,70],[-30,70],[90,70],[170,70],[-150,70]]")]);
    assert_eq!(notes(&theatre), [(NoteKind::Antimeridian, 1)]);
    assert_eq!(holds(&theatre, [(10.0, 80.0), (175.0, 80.0), (10.0, 60.0)]), [true, true, false]);
    map_of(&theatre, None);
    // The poles themselves are beyond the plane: drawn at its edge.
    let poles = r#"{"type":"MultiPoint","coordinates":[[0,90],[0,-90]]}"#;
    let theatre = read(Role::Towns, &file(&[poles])).unwrap();
    assert_eq!(theatre.layers().towns.len(), 1);
    map_of(&theatre, None);
}

#[test]
fn three_dimensions_nulls_and_mixed_types() {
    let heights = polygon("[[0,0,5],[2,0,5],[2,2,null],[0,2,5,7],[0,0,5]]");
    let theatre = sectors(&[&heights]);
    assert_eq!(notes(&theatre), [(NoteKind::Altitude, 1)]);
    assert_eq!(filled(&theatre), 4.0);
    for (bad, kept) in [
        ("[[0,0],null,[2,0],[2,2],[0,2],[0,0]]", true),
        (r#"[[0,0],["2","0"],[2,0],[2,2],[0,2],[0,0]]"#, true),
        ("[[0,0],[null,0],[2,0],[2,2],[0,2],[0,0]]", true),
        ("[[0,0],{},[2,0],[2,2],[0,2],[0,0]]", true),
        ("[[0,0],7,[2,0],[2,2],[0,2],[0,0]]", true),
        ("[null,[0,0],[2,0],[2,2],[0,2],[0,0]]", true),
        ("[[[0,0]],[2,0],[2,2]]", false),
        ("null", false),
        ("[null]", false),
    ] {
        let square = polygon(SQUARE);
        let theatre = sectors(&[&square, &polygon(bad)]);
        assert!(notes(&theatre).contains(&(NoteKind::BadCoordinates, 2)), "{bad}");
        assert_eq!(theatre.sectors().len(), 1 + usize::from(kept), "{bad}");
    }
    let square = polygon(SQUARE);
    let mixed = [
        r#"{"type":"Point","coordinates":[0,0]}"#,
        square.as_str(),
        r#"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#,
    ];
    let theatre = sectors(&mixed);
    assert_eq!(notes(&theatre), [(NoteKind::WrongGeometry, 1)]);
    assert_eq!((theatre.notes()[0].count, theatre.sectors().len()), (2, 1));
}

#[test]
fn other_coordinate_systems() {
    let metres = polygon("[[250000,1800000],[260000,1800000],[260000,1810000]]");
    let refused = read(Role::Sectors, &file(&[&polygon(SQUARE), &metres]));
    let Err(TheatreError::OutOfRange { feature, advice, .. }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!((feature, advice), (2, Advice::Reproject));
    // Named in the file, at its end as well as at its beginning.
    let crs = r#""crs":{"type":"name","properties":{"name":"EPSG:32630"}}"#;
    let named = format!(r#"{{"type":"FeatureCollection","features":[],{crs}}}"#);
    let refused = read(Role::Sectors, &named);
    assert!(matches!(&refused, Err(TheatreError::OtherCrs { crs, .. }) if crs == "EPSG:32630"));
}

#[test]
fn ids_that_occur_twice() {
    let feature = |id: &str| {
        let square = polygon(SQUARE);
        format!(r#"{{"type":"Feature","id":{id},"properties":{{}},"geometry":{square}}}"#)
    };
    let features = [feature("\"a\""), feature("\"a\""), feature("1"), feature("1")].join(",");
    let json = format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#);
    let theatre = read(Role::Sectors, &json).unwrap();
    let ids: Vec<_> = theatre.sectors().iter().map(|sector| sector.id.as_str()).collect();
    assert_eq!(ids, ["a", "a-2", "1", "1-2"]);
    assert_eq!((notes(&theatre), theatre.notes()[0].count), (vec![(NoteKind::DuplicateId, 2)], 2));
}

/// The texts of all labels.
fn texts(scene: &Scene) -> Vec<String> {
    fn collect(nodes: &[Node], found: &mut Vec<String>) {
        for node in nodes {
            match &node.item {
                Item::Label(label) => found.push(label.text.clone()),
                Item::Group(group) => collect(&group.nodes, found),
                Item::Path(_) => (),
            }
        }
    }
    let mut found = Vec::new();
    collect(&scene.nodes, &mut found);
    found
}

#[test]
fn names_in_scripts_the_font_lacks() {
    let town = |properties: &str, lon: f64| {
        format!(
            r#"{{"type":"Feature","id":"t{lon}","properties":{{{properties},"population":900000}},
            "geometry":{{"type":"Point","coordinates":[{lon},17]}}}}"#
        )
    };
    let towns = [
        town(r#""name":"تمبكتو","name_fr":"Tombouctou""#, -4.0),
        town(r#""name":"ⵜⵉⵏⴱⵓⴽⵜⵓ""#, -1.0),
        town(r#""name":"加奥","name_en":"Gao""#, 0.5),
        town(r#""name":"キダル""#, 1.5),
        town(r#""name":"Ŋalibuɓu""#, 2.5),
    ];
    let json = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, towns.join(","));
    let theatre = read(Role::Towns, &json).unwrap();
    let unreadable: Vec<_> =
        theatre.notes().iter().filter(|note| note.kind == NoteKind::UnreadableName).collect();
    assert_eq!(unreadable.len(), 1, "one note for all");
    assert_eq!((unreadable[0].feature, unreadable[0].count), (2, 2));
    let scene = map_of(&theatre, Some((0.0, 17.0, 6.5)));
    let texts = texts(&scene);
    for name in ["Tombouctou", "Gao", "Ŋalibuɓu", UNREADABLE] {
        assert!(texts.iter().any(|text| text == name), "{name} in {texts:?}");
    }
    for text in &texts {
        assert!(has_glyphs(text, Face::Regular), "{text}");
    }
    for face in Face::ALL {
        assert!(has_glyphs(UNREADABLE, face), "{face:?}");
        // What is taken to be readable is in the font.
        let known = ('\u{20}'..'\u{24F}').chain('\u{391}'..'\u{3A1}').chain('\u{400}'..'\u{45F}');
        let lacking: String = known
            .filter(|c| is_readable(&c.to_string()) && !has_glyphs(&c.to_string(), face))
            .collect();
        assert_eq!(lacking, "", "{face:?}");
    }
}

#[test]
fn a_polygon_of_a_hundred_thousand_holes() {
    let mut rings = "[[0,0],[4,0],[4,4],[0,4],[0,0]]".to_owned();
    for i in 0..100_000_u32 {
        let (x, y) = (f64::from(i % 317) * 0.0125 + 0.01, f64::from(i / 317) * 0.0125 + 0.01);
        let (right, top) = (x + 0.006, y + 0.006);
        write!(rings, ",[[{x},{y}],[{right},{y}],[{right},{top}],[{x},{top}],[{x},{y}]]").unwrap();
    }
    let start = Instant::now();
    let theatre = sectors(&[&polygon(&rings)]);
    assert_eq!(notes(&theatre), []);
    // Two fifths of a hundredth of a degree square each.
    assert!((filled(&theatre) - 12.4).abs() < 0.05, "{}", filled(&theatre));
    for camera in [None, Some((2.0, 2.0, 9.0)), Some((2.0, 2.0, 14.0))] {
        map_of(&theatre, camera);
    }
    assert!(start.elapsed() < FREEZE, "took {:?}", start.elapsed());
}

/// A closed coast of so many points, as text: a circle with small bays.
fn coast(vertices: usize) -> String {
    let mut ring = String::with_capacity(vertices * 24);
    for i in 0..=vertices {
        let angle = (i % vertices) as f64 / vertices as f64 * std::f64::consts::TAU;
        let radius = 8.0 + 0.3 * (angle * 60.0).sin() + 0.003 * (angle * 9000.0).sin();
        let (sin, cos) = angle.sin_cos();
        let comma = if i == 0 { "" } else { "," };
        write!(ring, "{comma}[{:.6},{:.6}]", radius * cos, radius * sin).unwrap();
    }
    format!("[{ring}]")
}

fn a_coast_is_drawn(vertices: usize) {
    let json = file(&[&polygon(&coast(vertices))]);
    let start = Instant::now();
    let theatre = read(Role::Boundary, &json).unwrap();
    for camera in [None, Some((8.0, 0.0, 8.0)), Some((8.0, 0.0, 15.0))] {
        map_of(&theatre, camera);
    }
    let geometry = theatre.layers().boundary.features()[0].geometry(15.0);
    assert!(!geometry.mesh().triangles.is_empty());
    assert!(start.elapsed() < FREEZE, "took {:?}", start.elapsed());
}

/// A tenth of what the next test draws, so that it can run each time.
#[test]
fn a_million_vertices() {
    a_coast_is_drawn(1_000_000);
}

/// `cargo test --release --no-default-features --test theatre_bad_input -- --ignored`
#[test]
#[ignore = "takes half a minute and a gigabyte unoptimised"]
fn ten_million_vertices() {
    a_coast_is_drawn(10_000_000);
}
