//! No file can make a theatre panic, nor a map of it; `fuzz/` looks for more.

mod theatre_common;

use std::time::Instant;

use decamp::geo::{LonLat, WorldBounds, WorldPoint};
use decamp::theatre::{Area, Borders, Overlay, Role, Sector, Theatre, TheatreError};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};
use theatre_common::{FREEZE, in_every_role, map_of};

/// Asks a theatre everything that a program asks.
fn use_all(theatre: &Theatre) {
    let layers = theatre.layers();
    let whole =
        WorldBounds { min: WorldPoint { x: 0.0, y: 0.0 }, max: WorldPoint { x: 1.0, y: 1.0 } };
    for zoom in [f64::NAN, -3.0, 3.0, 6.2, 9.9, 18.0] {
        for area in layers.boundary.iter().chain(layers.neighbours.within(whole)) {
            area.geometry(zoom).mesh();
            area.outline(zoom);
            assert!(area.contains(area.label_at()) || !area.contains(area.label_at()));
        }
        for sector in theatre.sectors() {
            sector.geometry(zoom).mesh();
            sector.label_at();
        }
        for line in layers.rivers.within(whole) {
            assert!(line.geometry(zoom).vertex_count() >= 2);
        }
        let ask =
            |borders: &Borders| (borders.inner(zoom).is_some(), borders.outer(zoom).is_some());
        ask(theatre.region_borders());
        ask(theatre.sector_borders());
        ask(theatre.neighbour_borders());
    }
    theatre.bounds();
    let places = [(-8.0, 12.65), (0.0, 0.0), (180.0, 90.0)];
    let places = places.map(|(lon, lat)| LonLat::new(lon, lat).unwrap());
    for place in places {
        theatre.sector_of(place);
        if !layers.boundary.is_empty() {
            theatre.contains(place);
        }
        for to in places {
            if let Some(path) = theatre.road_graph().path(place, to) {
                assert_eq!((path[0], path[path.len() - 1]), (place, to));
            }
        }
    }
}

fn try_as_every_role(bytes: &[u8]) {
    let start = Instant::now();
    if let Some(theatre) = in_every_role(bytes) {
        use_all(&theatre);
        map_of(&theatre, None);
        map_of(&theatre, Some((0.0, 0.0, 1.0)));
    }
    assert!(start.elapsed() < FREEZE, "took {:?}", start.elapsed());
}

/// Positions on a coarse grid, so that points, edges and corners coincide.
fn position() -> impl Strategy<Value = Value> {
    let grid = (-4_i32..=4, -2_i32..=2).prop_map(|(x, y)| json!([x * 45, y * 45]));
    let fine = (-180.0..180.0, -90.0..90.0).prop_map(|(x, y)| json!([x, y]));
    prop_oneof![6 => grid, 2 => fine, 1 => Just(json!([0, 0, 5])), 1 => Just(json!([]))]
}

fn geometry() -> impl Strategy<Value = Value> {
    let line = || vec(position(), 0..9);
    let polygon = || vec(line(), 0..3);
    let of = |kind: &str, coordinates: Value| json!({ "type": kind, "coordinates": coordinates });
    prop_oneof![
        1 => position().prop_map(move |p| of("Point", p)),
        1 => line().prop_map(move |l| of("LineString", json!(l))),
        1 => line().prop_map(move |l| of("MultiPoint", json!(l))),
        1 => polygon().prop_map(move |p| of("MultiLineString", json!(p))),
        4 => polygon().prop_map(move |p| of("Polygon", json!(p))),
        2 => vec(polygon(), 0..3).prop_map(move |m| of("MultiPolygon", json!(m))),
        1 => Just(Value::Null),
    ]
}

fn collection() -> impl Strategy<Value = Value> {
    let id = prop_oneof![
        Just(json!("a")),
        Just(json!(1)),
        Just(Value::Null),
        any::<String>().prop_map(Value::from)
    ];
    let feature = (id, geometry()).prop_map(|(id, geometry)| {
        json!({ "type": "Feature", "id": id, "properties": { "name": "N" }, "geometry": geometry })
    });
    vec(feature, 0..6).prop_map(|features| {
        json!({ "type": "FeatureCollection", "bbox": [-90, -45, 90, 45], "features": features })
    })
}

fn any_json() -> impl Strategy<Value = Value> {
    const WORDS: [&str; 5] = ["Feature", "FeatureCollection", "Polygon", "GeometryCollection", "x"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        select(&WORDS[..]).prop_map(Value::from),
    ];
    const KEYS: [&str; 9] = [
        "type",
        "features",
        "geometry",
        "geometries",
        "coordinates",
        "id",
        "crs",
        "bbox",
        "properties",
    ];
    leaf.prop_recursive(6, 40, 6, move |inner| {
        let object = vec((select(&KEYS[..]), inner.clone()), 0..6).prop_map(|members| {
            Value::Object(
                members.into_iter().map(|(k, v)| (k.to_owned(), v)).collect::<Map<_, _>>(),
            )
        });
        prop_oneof![vec(inner, 0..6).prop_map(Value::from), object]
    })
}

/// The sectors of a text, and of the same text as JSON, must be alike.
fn same_as_json(text: &str, json: &Value) {
    let of_bytes = Theatre::from_files(&[(Role::Sectors, text.as_bytes())]);
    let of_json = Theatre::default().with_sectors(json);
    let (of_bytes, of_json) = match (of_bytes, of_json) {
        (Ok(of_bytes), Ok(of_json)) => (of_bytes, of_json),
        (of_bytes, of_json) => return assert_eq!(of_bytes.is_err(), of_json.is_err(), "{text}"),
    };
    let notes = |theatre: &Theatre| -> Vec<_> {
        theatre.notes().iter().map(|note| (note.kind, note.feature, note.count)).collect()
    };
    assert_eq!(notes(&of_bytes), notes(&of_json));
    let sectors = |theatre: &Theatre| -> Vec<_> {
        let sector = |sector: &Area<Sector>| {
            let geometry = sector.geometry(18.0);
            (sector.id.clone(), sector.bounds(), geometry.contours().to_vec())
        };
        theatre.sectors().iter().map(sector).collect()
    };
    assert_eq!(sectors(&of_bytes), sectors(&of_json));
}

/// Large enough to be read in parts, with texts that look as if a feature began there,
/// and features that only a reader of all JSON understands.
#[test]
fn a_large_file_is_read_as_its_json() {
    let feature = |i: usize| {
        let (lon, lat) = (i as f64 * 0.013 - 170.0, (i % 130) as f64 - 65.0);
        let (right, top) = (lon + 0.011, lat + 0.0123456789);
        let name = match i % 3 {
            0 => r#"},{"type":"Feature","#.repeat(20),
            1 => " , { \"type\" : \"Feature\" ".repeat(9),
            _ => "plain".into(),
        };
        let number = if i.is_multiple_of(7) { format!("{lon:e}") } else { lon.to_string() };
        let ring = format!("[[{number},{lat}],[{right},{lat}],[{right},{top}],[{number},{lat}]]");
        let (name, id) = (Value::from(name), i / 2);
        let geometry = format!(r#"{{"coordinates":[{ring}],"type":"Polygon"}}"#);
        format!(
            r#"{{"type":"Feature","id":"s-{id}","properties":{{"name":{name}}},"geometry":{geometry}}}"#
        )
    };
    let features: Vec<String> = (0..9_000).map(feature).collect();
    let text = format!(
        "{{\"type\":\"FeatureCollection\",\n\"features\" : [ {} ] , \"attribution\": \"x\"}}\n",
        features.join(" ,\n{\"type\":\"Other\"},")
    );
    assert!(text.len() > 2_000_000, "{}", text.len());
    same_as_json(&text, &serde_json::from_str(&text).unwrap());
    // What is wrong at the end is told as ever.
    let (line, broken) = (text.lines().count(), text.trim_end().strip_suffix('}').unwrap());
    let fault = Theatre::from_files(&[(Role::Sectors, broken.as_bytes())]).unwrap_err();
    assert!(matches!(fault, TheatreError::BadJson { line: at, .. } if at == line), "{fault}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn features_of_any_shape(json in collection()) {
        try_as_every_role(json.to_string().as_bytes());
    }

    #[test]
    fn any_json_and_any_bytes(json in any_json(), bytes in vec(any::<u8>(), 0..200)) {
        try_as_every_role(json.to_string().as_bytes());
        try_as_every_role(&bytes);
        let _ = Theatre::default().with_sectors(&json);
    }

    /// Straight from its bytes, and from JSON that is there already.
    #[test]
    fn a_file_is_read_as_its_json(json in collection()) {
        same_as_json(&json.to_string(), &json);
    }

    #[test]
    fn a_good_file_with_bytes_changed(
        file in select(&[
            include_str!("../maps/mali/camps.geojson"),
            include_str!("../maps/mali/roads.geojson"),
            include_str!("../maps/mali/sectors.geojson"),
        ][..]),
        changes in vec((any::<Index>(), select(&b"0-9.eE[]{},:\"nx\0\xff"[..])), 1..6),
    ) {
        let mut bytes = file.as_bytes().to_vec();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        try_as_every_role(&bytes);
    }
}

/// Pieces of KML, good and bad, in any order.
const KML: &[&str] = &[
    "<kml>",
    "</kml>",
    "<Document>",
    "</Document>",
    "<Placemark>",
    "</Placemark>",
    "<name>",
    "</name>",
    "<Point>",
    "</Point>",
    "<LineString>",
    "</LineString>",
    "<Polygon>",
    "</Polygon>",
    "<LinearRing>",
    "</LinearRing>",
    "<outerBoundaryIs>",
    "</outerBoundaryIs>",
    "<innerBoundaryIs>",
    "</innerBoundaryIs>",
    "<coordinates>",
    "</coordinates>",
    "0,0 4,0 4,4 0,4",
    "1e400,NaN",
    "179,1 -179,1",
    "&amp;",
    "&#0;",
    "&no;",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE kml [",
    "<Data name='a'>",
    "</Data>",
    "<value>",
    "</value>",
    "<gx:coord>",
    "</gx:coord>",
    "<?xml",
    "?>",
    "é",
    "<",
    ">",
    "\"",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_kml_makes_a_layer_panic(pieces in vec(select(KML), 0..40), begins in any::<bool>()) {
        let start = if begins { "<kml><Placemark>" } else { "" };
        let text = format!("{start}{}", pieces.concat());
        if let Ok(overlay) = Overlay::of_bytes("a.kml", text.as_bytes()) {
            for area in overlay.areas.iter() {
                area.geometry(6.0).mesh();
            }
            overlay.lines.iter().for_each(|line| assert!(line.geometry(6.0).vertex_count() >= 2));
        }
    }

    #[test]
    fn no_bytes_make_a_layer_panic(bytes in vec(any::<u8>(), 0..200)) {
        for name in ["a.kml", "a.kmz", "a.geojson", "a.gpkg"] {
            let _ = Overlay::of_bytes(name, &bytes);
        }
    }
}
