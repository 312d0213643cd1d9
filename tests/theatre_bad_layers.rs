//! Layers of a plan as they should not be, a test for each kind of fault and each format:
//! drawn right or refused with the number of the feature, and never a crash or a freeze.
//! What a theatre does with the same faults: `theatre_bad_input`.

mod layers_common;
#[allow(dead_code, reason = "for what theatres are tested with as well")]
mod theatre_common;

use std::time::Instant;

use decamp::geo::LonLat;
use decamp::i18n::{Lang, theatre_error};
use decamp::scene::{Face, Item, Node, Scene, has_glyphs};
use decamp::theatre::{Advice, NoteKind, Overlay, TheatreError, UNREADABLE};
use layers_common::{
    FORMATS, Laid, Ring, Shape, collection, geojson, geopackage, in_each, placemarks, polygon,
    ring, table,
};
use theatre_common::{EMPTY, FREEZE, filled_by};

const SQUARE: &str = "0 0, 2 0, 2 2, 0 2, 0 0";

fn notes(overlay: &Overlay) -> Vec<(NoteKind, usize)> {
    overlay.notes.iter().map(|note| (note.kind, note.feature)).collect()
}

/// What the layer is filled with, as [`filled_by`] has it.
fn filled(overlay: &Overlay) -> f64 {
    filled_by(overlay.areas.iter().map(|area| &**area.geometry(18.0)))
}

/// Which of some places lie in the first area.
fn holds<const N: usize>(overlay: &Overlay, places: [(f64, f64); N]) -> [bool; N] {
    let area = &overlay.areas.features()[0];
    places.map(|(lon, lat)| area.contains(LonLat::new(lon, lat).unwrap()))
}

/// What a map draws of the layer: filled or stroked paths, and texts.
fn drawn(scene: &Scene) -> (usize, Vec<String>) {
    fn collect(nodes: &[Node], within: bool, paths: &mut usize, texts: &mut Vec<String>) {
        for node in nodes {
            match &node.item {
                Item::Path(_) => *paths += usize::from(within),
                Item::Label(label) => texts.push(label.text.clone()),
                Item::Group(group) => {
                    collect(&group.nodes, within || group.name == "layer", paths, texts);
                }
            }
        }
    }
    let (mut paths, mut texts) = (0, Vec::new());
    collect(&scene.nodes, false, &mut paths, &mut texts);
    (paths, texts)
}

/// How many paths a map of the shapes has, in each format.
#[track_caller]
fn draws(shapes: &[Shape], camera: (f64, f64, f64), expect: usize) {
    for (file, write) in FORMATS {
        assert_eq!(drawn(&Laid::of(file, &write(shapes)).map(camera)).0, expect, "{file}");
    }
}

/// Around the square.
const NEAR: (f64, f64, f64) = (1.0, 1.0, 6.0);

#[test]
fn rings_that_are_not_closed() {
    let open = [polygon(&["0 0, 2 0, 2 2, 0 2"])];
    for (file, read) in in_each(&open) {
        let overlay = read.unwrap();
        assert_eq!(notes(&overlay), [(NoteKind::OpenRing, 1)], "{file}");
        assert_eq!(holds(&overlay, [(1.0, 1.0), (0.1, 1.0), (3.0, 1.0)]), [true, true, false]);
        assert_eq!(filled(&overlay), 4.0, "{file}");
    }
    draws(&open, NEAR, 1);
}

#[test]
fn polygons_that_cross_themselves() {
    // Two triangles, tip to tip.
    let bow = [polygon(&["0 0, 2 2, 2 0, 0 2, 0 0"])];
    for (file, read) in in_each(&bow) {
        let overlay = read.unwrap();
        assert_eq!(holds(&overlay, [(0.5, 1.0), (1.5, 1.0), (1.0, 0.3)]), [true, true, false]);
        assert_eq!((filled(&overlay), notes(&overlay)), (2.0, vec![]), "{file}");
    }
    draws(&bow, NEAR, 1);
}

#[test]
fn geometries_with_nothing_in_them() {
    let square = geojson(&[polygon(&[SQUARE])]);
    let square = String::from_utf8(square).unwrap();
    let square = &square[square.find(r#"{"type":"Polygon"#).unwrap()..square.len() - 3];
    for empty in EMPTY {
        let overlay = Overlay::of_bytes("a.geojson", &collection(&[square, empty])).unwrap();
        assert!(notes(&overlay).contains(&(NoteKind::NoGeometry, 2)), "{empty}");
        assert_eq!(filled(&overlay), 4.0, "{empty}");
    }
    let point = "<Point><coordinates>1,2</coordinates></Point>";
    for empty in [
        "",
        "<Point/>",
        "<Point><coordinates/></Point>",
        "<Polygon/>",
        "<LineString/>",
        "<MultiGeometry/>",
    ] {
        let overlay = Overlay::of_bytes("a.kml", &placemarks(&[point, empty])).unwrap();
        assert!(notes(&overlay).contains(&(NoteKind::NoGeometry, 2)), "{empty}");
        assert_eq!(overlay.spots.len(), 1, "{empty}");
    }
    let little = |kind: u32, rest: &[u8]| [&[1], &kind.to_le_bytes()[..], rest].concat();
    let nan = f64::NAN.to_le_bytes();
    let point = Some(little(1, &[0; 16]));
    for empty in [
        None,
        Some(little(1, &[nan, nan].concat())),
        Some(little(2, &[0; 4])),
        Some(little(3, &[0; 4])),
        Some(little(6, &[0; 4])),
        Some(little(7, &[0; 4])),
    ] {
        let rows = [point.clone(), empty.clone()];
        let overlay = Overlay::of_bytes("a.gpkg", &table(4326, &rows)).unwrap();
        assert!(notes(&overlay).contains(&(NoteKind::NoGeometry, 2)), "{empty:?}");
        assert_eq!(overlay.spots.len(), 1, "{empty:?}");
    }
}

#[test]
fn holes_outside_of_their_polygon() {
    let inside = "0.5 0.5, 0.5 1, 1 1, 1 0.5, 0.5 0.5";
    let outside = "5 5, 5 6, 6 6, 6 5, 5 5";
    let shape = [polygon(&[SQUARE, outside, inside])];
    for (file, read) in in_each(&shape) {
        let overlay = read.unwrap();
        assert_eq!(notes(&overlay), [(NoteKind::HoleOutside, 1)], "{file}");
        let places = [(0.75, 0.75), (1.5, 1.5), (5.5, 5.5)];
        assert_eq!(holds(&overlay, places), [false, true, false], "{file}");
        assert_eq!(filled(&overlay), 3.75, "{file}");
    }
    draws(&shape, NEAR, 1);
}

#[test]
fn over_the_antimeridian() {
    // Four degrees wide, not three hundred and fifty-six.
    let zone = polygon(&["178 0, -178 0, -178 2, 178 2, 178 0"]);
    let line = Shape::Line(ring("178 0, -178 2, -170 2"));
    for (file, read) in in_each(&[zone.clone(), line]) {
        let overlay = read.unwrap();
        assert_eq!(notes(&overlay), [(NoteKind::Antimeridian, 1)], "{file}");
        assert_eq!(overlay.notes[0].count, 2, "{file}");
        let places = [(179.0, 1.0), (-179.0, 1.0), (0.0, 1.0), (177.0, 1.0)];
        assert_eq!(holds(&overlay, places), [true, true, false, false], "{file}");
        assert_eq!(filled(&overlay), 8.0, "{file}");
        // No border along the cut.
        let outline = overlay.areas.features()[0].outline(18.0).unwrap();
        assert!(outline.contours().iter().all(|line| line.len() == 4), "{file}: {outline:?}");
        assert_eq!(overlay.lines.features()[0].geometry(18.0).contours().len(), 2, "{file}");
    }
    // A fill, and a border of its own, since it is not all around.
    draws(std::slice::from_ref(&zone), (179.0, 1.0, 6.0), 2);
    let beyond = [polygon(&[SQUARE]), polygon(&["182 0, 184 0, 184 2, 182 0"])];
    for (file, read) in in_each(&beyond) {
        let Err(TheatreError::OutOfRange { feature, advice, .. }) = read else { panic!("{file}") };
        assert_eq!((feature, advice), (2, Advice::CutAtAntimeridian), "{file}");
    }
}

#[test]
fn at_the_poles() {
    let cap = "-180 -70, -90 -72, 0 -70, 90 -72, 180 -70, 180 -90, -180 -90, -180 -70";
    for (file, read) in in_each(&[polygon(&[cap])]) {
        let places = [(10.0, -80.0), (10.0, -60.0)];
        assert_eq!(holds(&read.unwrap(), places), [true, false], "{file}");
    }
    // A fill, and the coast without the edge of the map.
    draws(&[polygon(&[cap])], (0.0, -70.0, 2.0), 2);
    // Without the way along the edge of the map.
    let around = polygon(&["-150 70, -30 70, 90 70, 170 70, -150 70"]);
    for (file, read) in in_each(&[around]) {
        let overlay = read.unwrap();
        assert_eq!(notes(&overlay), [(NoteKind::Antimeridian, 1)], "{file}");
        let places = [(10.0, 80.0), (175.0, 80.0), (10.0, 60.0)];
        assert_eq!(holds(&overlay, places), [true, true, false], "{file}");
    }
    // The poles themselves are beyond the plane: drawn at its edge.
    let poles = [Shape::Point([0.0, 90.0]), Shape::Point([0.0, -90.0])];
    for (file, read) in in_each(&poles) {
        let overlay = read.unwrap();
        assert_eq!((overlay.spots.len(), notes(&overlay)), (2, vec![]), "{file}");
    }
    draws(&poles, (0.0, 85.0, 3.0), 1);
}

#[test]
fn positions_of_three_dimensions() {
    let json =
        r#"{"type":"Polygon","coordinates":[[[0,0,5],[2,0,5],[2,2,null],[0,2,5,7],[0,0,5]]]}"#;
    let overlay = Overlay::of_bytes("a.geojson", &collection(&[json])).unwrap();
    assert_eq!((notes(&overlay), filled(&overlay)), (vec![(NoteKind::Altitude, 1)], 4.0));
    // Nearly all KML has heights.
    let kml = "<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0,5 2,0,5 2,2,5 0,2,5 0,0,5</coordinates></LinearRing></outerBoundaryIs></Polygon>";
    let overlay = Overlay::of_bytes("a.kml", &placemarks(&[kml])).unwrap();
    assert_eq!((notes(&overlay), filled(&overlay)), (vec![], 4.0));
    for (kind, numbers, expect) in [
        (1003_u32, 1, vec![(NoteKind::Altitude, 1)]),
        (2003, 1, vec![]),
        (3003, 2, vec![(NoteKind::Altitude, 1)]),
    ] {
        let mut wkb =
            [&[1][..], &kind.to_le_bytes(), &1_u32.to_le_bytes(), &5_u32.to_le_bytes()].concat();
        for at in ring(SQUARE) {
            let more = vec![5.0; numbers];
            wkb.extend(at.iter().chain(&more).flat_map(|number: &f64| number.to_le_bytes()));
        }
        let overlay = Overlay::of_bytes("a.gpkg", &table(4326, &[Some(wkb)])).unwrap();
        assert_eq!((notes(&overlay), filled(&overlay)), (expect, 4.0), "{kind}");
    }
}

#[test]
fn nulls_and_what_is_no_number() {
    for (bad, area) in [
        ("[[0,0],null,[2,0],[2,2],[0,2],[0,0]]", 4.0),
        (r#"[[0,0],["2","0"],[2,0],[2,2],[0,2],[0,0]]"#, 4.0),
        ("[[0,0],[null,0],[2,0],[2,2],[0,2],[0,0]]", 4.0),
        ("[[0,0],{},[2,0],[2,2],[0,2],[0,0]]", 4.0),
        ("null", 0.0),
        ("[null]", 0.0),
    ] {
        let json = format!(r#"{{"type":"Polygon","coordinates":[{bad}]}}"#);
        let point = r#"{"type":"Point","coordinates":[1,2]}"#.to_owned();
        let overlay = Overlay::of_bytes("a.geojson", &collection(&[point, json])).unwrap();
        assert!(notes(&overlay).contains(&(NoteKind::BadCoordinates, 2)), "{bad}");
        assert_eq!((filled(&overlay), overlay.spots.len()), (area, 1), "{bad}");
    }
    // One corner that is no place.
    let bad = ring("0 0, NaN 1, 2 0, 2 2, 0 2, 0 0");
    let shapes = [Shape::Point([1.0, 2.0]), Shape::Polygon(vec![bad])];
    for (file, write) in FORMATS.into_iter().skip(1) {
        let overlay = Overlay::of_bytes(file, &write(&shapes)).unwrap();
        assert_eq!(notes(&overlay), [(NoteKind::BadCoordinates, 2)], "{file}");
        assert_eq!((filled(&overlay), overlay.spots.len()), (4.0, 1), "{file}");
    }
    // Entries that are no features at all.
    let json =
        br#"{"type":"FeatureCollection","features":[null,7,{"type":"Feature","properties":null,
        "geometry":{"type":"Point","coordinates":[1,2]}},{"type":"Point","coordinates":[1,2]}]}"#;
    let overlay = Overlay::of_bytes("a.geojson", json).unwrap();
    assert_eq!((notes(&overlay), overlay.spots.len()), (vec![(NoteKind::NotAFeature, 1)], 1));
    assert_eq!(overlay.notes[0].count, 3);
}

#[test]
fn mixed_types_are_all_drawn() {
    let shapes = [Shape::Point([1.0, 1.0]), polygon(&[SQUARE]), Shape::Line(ring("0 0, 1 1, 2 0"))];
    for (file, read) in in_each(&shapes) {
        let overlay = read.unwrap();
        let counts = (overlay.areas.len(), overlay.lines.len(), overlay.spots.len());
        assert_eq!((counts, notes(&overlay)), ((1, 1, 1), vec![]), "{file}");
    }
    draws(&shapes, NEAR, 3);
}

#[test]
fn other_coordinate_systems() {
    let metres = "250000 1800000, 260000 1800000, 260000 1810000, 250000 1800000";
    for (file, read) in in_each(&[polygon(&[SQUARE]), polygon(&[metres])]) {
        let refused = read.unwrap_err();
        let words = theatre_error(&refused, Lang::En);
        assert!(words.contains("feature 2") && words.contains("WGS 84"), "{words}");
        let TheatreError::OutOfRange { feature, advice, .. } = refused else { panic!("{file}") };
        assert_eq!((feature, advice), (2, Advice::Reproject), "{file}");
    }
    for (file, read) in in_each(&[polygon(&[SQUARE]), Shape::Point([17.0, -100.0])]) {
        let Err(TheatreError::OutOfRange { feature, advice, .. }) = read else { panic!("{file}") };
        assert_eq!((feature, advice), (2, Advice::SwapAxes), "{file}");
    }
    // Named in the file, with nothing in it that would tell. KML has no other.
    let named =
        br#"{"type":"FeatureCollection","features":[],"crs":{"properties":{"name":"EPSG:32630"}}}"#;
    for (file, bytes) in [("a.geojson", named.to_vec()), ("a.gpkg", table(32_630, &[]))] {
        let refused = Overlay::of_bytes(file, &bytes).unwrap_err();
        let words = theatre_error(&refused, Lang::En);
        assert!(words.contains("EPSG:32630") && words.contains("reproject"), "{words}");
    }
}

#[test]
fn ids_that_occur_twice_do_no_harm() {
    let feature = |id: &str| {
        format!(
            r#"{{"type":"Feature","id":{id},"properties":{{}},
            "geometry":{{"type":"Point","coordinates":[1,2]}}}}"#
        )
    };
    let features =
        [feature("\"a\""), feature("\"a\""), feature("1"), feature("1"), feature("null")];
    let json = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","));
    let point = "<Point><coordinates>1,2</coordinates></Point>";
    let kml = format!(
        "<kml><Document>{}</Document></kml>",
        format!("<Placemark id='a'>{point}</Placemark>").repeat(5)
    );
    for (file, text) in [("a.geojson", json), ("a.kml", kml)] {
        // All are drawn. Nobody names them, so there is nothing to tell.
        let overlay = Overlay::of_bytes(file, text.as_bytes()).unwrap();
        assert_eq!((overlay.spots.len(), notes(&overlay)), (5, vec![]), "{file}");
        assert_eq!(drawn(&Laid::of(file, text.as_bytes()).map(NEAR)).0, 5, "{file}");
    }
}

#[test]
fn names_in_scripts_the_font_lacks() {
    let names = [
        (r#""name":"تمبكتو","name_fr":"Tombouctou""#, -4.0),
        (r#""name":"ⵜⵉⵏⴱⵓⴽⵜⵓ""#, -1.0),
        (r#""name":"加奥","name_en":"Gao""#, 1.0),
        (r#""name":"キダル""#, 3.0),
    ];
    let feature = |(properties, lon): (&str, f64)| {
        format!(
            r#"{{"type":"Feature","properties":{{{properties}}},
            "geometry":{{"type":"Point","coordinates":[{lon},17]}}}}"#
        )
    };
    let features = names.map(feature).join(",");
    let json = format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#);
    let overlay = Overlay::of_bytes("a.geojson", json.as_bytes()).unwrap();
    // One note for all.
    assert_eq!(notes(&overlay), [(NoteKind::UnreadableName, 2)]);
    assert_eq!(overlay.notes[0].count, 2);
    let kml = "<kml><Placemark><name>キダル</name><Point><coordinates>1,2</coordinates></Point></Placemark></kml>";
    let overlay = Overlay::of_bytes("a.kml", kml.as_bytes()).unwrap();
    assert_eq!(notes(&overlay), [(NoteKind::UnreadableName, 1)]);
    let (_, texts) = drawn(&Laid::of("a.geojson", json.as_bytes()).map((0.0, 17.0, 6.0)));
    for name in ["Tombouctou", "Gao", UNREADABLE] {
        assert!(texts.iter().any(|text| text == name), "{name} in {texts:?}");
    }
    assert!(texts.iter().all(|text| has_glyphs(text, Face::Regular)), "{texts:?}");
}

/// A square with so many square holes.
fn sieve(holes: u32) -> Vec<Ring> {
    let square = |x: f64, y: f64, side: f64| {
        vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
    };
    let hole = |i: u32| {
        square(f64::from(i % 317) * 0.0125 + 0.01, f64::from(i / 317) * 0.0125 + 0.01, 0.006)
    };
    std::iter::once(square(0.0, 0.0, 4.0)).chain((0..holes).map(hole)).collect()
}

#[test]
fn a_polygon_of_a_hundred_thousand_holes() {
    let shape = [Shape::Polygon(sieve(100_000))];
    for (file, write) in FORMATS {
        let bytes = write(&shape);
        let start = Instant::now();
        let laid = Laid::of(file, &bytes);
        assert_eq!(notes(laid.overlay()), [], "{file}");
        let filled = filled(laid.overlay());
        assert!((filled - 12.4).abs() < 0.05, "{file}: {filled}");
        for zoom in [5.0, 9.0, 14.0] {
            assert_eq!(drawn(&laid.map((2.0, 2.0, zoom))).0, 1, "{file}");
        }
        assert!(start.elapsed() < FREEZE, "{file} took {:?}", start.elapsed());
    }
}

/// A closed coast of so many points: a circle with small bays.
fn coast(vertices: usize) -> Ring {
    let at = |i: usize| {
        let angle = (i % vertices) as f64 / vertices as f64 * std::f64::consts::TAU;
        let radius = 8.0 + 0.3 * (angle * 60.0).sin() + 0.003 * (angle * 9000.0).sin();
        let (sin, cos) = angle.sin_cos();
        [radius * cos, radius * sin].map(|degrees| (degrees * 1e6).round() / 1e6)
    };
    (0..=vertices).map(at).collect()
}

fn a_coast_is_drawn(file: &str, bytes: &[u8], vertices: usize) {
    let start = Instant::now();
    let laid = Laid::of(file, bytes);
    let corners = laid.overlay().areas.features()[0].polygons()[0][0].len();
    // Corners that fall together are one.
    assert!(corners > vertices * 9 / 10, "{file}: {corners}");
    for camera in [(0.0, 0.0, 4.0), (8.0, 0.0, 8.0), (8.0, 0.0, 15.0)] {
        assert_eq!(drawn(&laid.map(camera)).0, 1, "{file}");
    }
    assert!(start.elapsed() < FREEZE, "{file} took {:?}", start.elapsed());
}

/// A tenth of what the next test draws, so that it can run each time.
#[test]
fn a_million_vertices() {
    let shape = [Shape::Polygon(vec![coast(1_000_000)])];
    for (file, write) in FORMATS {
        a_coast_is_drawn(file, &write(&shape), 1_000_000);
    }
}

/// `cargo test --release --no-default-features --test theatre_bad_layers -- --ignored`
#[test]
#[ignore = "takes half a minute and two gigabytes unoptimised"]
fn ten_million_vertices() {
    let shape = [Shape::Polygon(vec![coast(10_000_000)])];
    a_coast_is_drawn("a.gpkg", &geopackage(&shape), 10_000_000);
    a_coast_is_drawn("a.geojson", &geojson(&shape), 10_000_000);
}
