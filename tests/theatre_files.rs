//! Theatres from files: what is put right, what is refused.

use std::fs;

use decamp::geo::LonLat;
use decamp::theatre::{Advice, MAX_FILE_BYTES, NoteKind, Role, Theatre, TheatreError};
use serde_json::json;

/// One feature with the members given.
fn feature(members: &str) -> String {
    format!(r#"{{"type":"Feature","properties":{{}},{members}}}"#)
}

fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

fn area(id: &str, ring: &str) -> String {
    feature(&format!(r#""id":{id},"geometry":{{"type":"Polygon","coordinates":[{ring}]}}"#))
}

const SQUARE: &str = "[[0,0],[0,1],[1,1],[1,0],[0,0]]";

fn sectors(json: &str) -> Result<Theatre, TheatreError> {
    Theatre::from_files(&[(Role::Sectors, json.as_bytes())])
}

#[test]
fn what_can_be_put_right_is_noted() {
    use NoteKind::*;
    let geometry = |json: &str| feature(&format!(r#""id":"a","geometry":{json}"#));
    let polygon = |json: &str| geometry(&format!(r#"{{"type":"Polygon","coordinates":{json}}}"#));
    let square = || area(r#""a""#, SQUARE);
    let hole = "[[0.2,0.2],[0.2,0.4],[0.4,0.4],[0.2,0.2]]";
    for (what, features, ids, notes) in [
        ("a square", vec![square()], vec!["a"], vec![]),
        ("nothing", vec![], vec![], vec![(NoFeatures, 0, 1)]),
        ("null", vec!["null".into(), square()], vec!["a"], vec![(NotAFeature, 1, 1)]),
        ("numbers", vec!["1".into(), "2".into()], vec![], vec![(NotAFeature, 1, 2)]),
        ("a geometry", vec![r#"{"type":"Point"}"#.into()], vec![], vec![(NotAFeature, 1, 1)]),
        ("no geometry", vec![geometry("null")], vec![], vec![(NoGeometry, 1, 1)]),
        ("an empty polygon", vec![polygon("[]"), square()], vec!["a"], vec![(NoGeometry, 1, 1)]),
        (
            "a ring as text",
            vec![polygon(r#"["x"]"#)],
            vec![],
            vec![(BadCoordinates, 1, 1), (ShortRing, 1, 1), (NoGeometry, 1, 1)],
        ),
        (
            "no coordinates",
            vec![geometry(r#"{"type":"Polygon"}"#)],
            vec![],
            vec![(NoGeometry, 1, 1)],
        ),
        (
            "an open ring",
            vec![area(r#""a""#, "[[0,0],[0,1],[1,1]]")],
            vec!["a"],
            vec![(OpenRing, 1, 1)],
        ),
        (
            "a flat ring",
            vec![area(r#""a""#, "[[0,0],[0,1],[0,0]]")],
            vec![],
            vec![(ShortRing, 1, 1), (NoGeometry, 1, 1)],
        ),
        (
            "a flat hole",
            vec![polygon(&format!("[{SQUARE},[[0,0],[0,0]]]"))],
            vec!["a"],
            vec![(ShortRing, 1, 1)],
        ),
        (
            "a hole in nothing",
            vec![polygon(&format!("[[[0,0]],{hole}]"))],
            vec![],
            vec![(ShortRing, 1, 1), (NoGeometry, 1, 1)],
        ),
        (
            "heights",
            vec![area(r#""a""#, "[[0,0,5],[0,1,5],[1,1,5],[0,0,5]]")],
            vec!["a"],
            vec![(Altitude, 1, 1)],
        ),
        (
            "a line",
            vec![geometry(r#"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#)],
            vec![],
            vec![(WrongGeometry, 1, 1)],
        ),
        (
            "an unknown kind",
            vec![geometry(r#"{"type":"Circle","coordinates":[0,0]}"#)],
            vec![],
            vec![(WrongGeometry, 1, 1), (NoGeometry, 1, 1)],
        ),
        (
            "two kinds",
            vec![geometry(&format!(
                r#"{{"type":"GeometryCollection","geometries":[
                {{"type":"Point","coordinates":[0,0]}},
                {{"type":"Polygon","coordinates":[{SQUARE}]}}]}}"#
            ))],
            vec!["a"],
            vec![(WrongGeometry, 1, 1)],
        ),
        (
            "the same id",
            vec![square(), square(), square()],
            vec!["a", "a-2", "a-3"],
            vec![(DuplicateId, 2, 2)],
        ),
        ("no id", vec![area("null", SQUARE)], vec!["sectors-1"], vec![(MissingId, 1, 1)]),
        ("a number", vec![area("7", SQUARE)], vec!["7"], vec![]),
        (
            "other letters",
            vec![area(r#""Secteur Est""#, SQUARE)],
            vec!["secteur-est"],
            vec![(RewrittenId, 1, 1)],
        ),
        ("a list", vec![area("[1]", SQUARE)], vec!["sectors-1"], vec![(MissingId, 1, 1)]),
        (
            "a decimetre too far",
            vec![area(r#""a""#, "[[180.0000005,0],[179,1],[179,0]]")],
            vec!["a"],
            vec![(OpenRing, 1, 1)],
        ),
    ] {
        let theatre = sectors(&collection(&features)).unwrap();
        let found: Vec<_> = theatre.sectors().iter().map(|sector| sector.id.as_str()).collect();
        assert_eq!(found, ids, "{what}");
        let found: Vec<_> =
            theatre.notes().iter().map(|note| (note.kind, note.feature, note.count)).collect();
        assert_eq!(found, notes, "{what}");
        assert!(theatre.notes().iter().all(|note| note.file == "sectors.geojson"));
    }
}

#[test]
fn an_id_is_made_from_the_name() {
    let named = r#"{"type":"Feature","properties":{"name":"Ségou"},
        "geometry":{"type":"Point","coordinates":[-6.2,13.4]}}"#;
    let json = collection(&[named.into()]);
    let theatre = Theatre::from_files(&[(Role::Towns, json.as_bytes())]).unwrap();
    let town = &theatre.layers().towns.features()[0];
    assert_eq!((town.id.as_str(), town.name("en")), ("segou", Some("Ségou")));
}

#[test]
fn what_cannot_be_used_is_refused() {
    let file = || String::from("sectors.geojson");
    let out_of_range =
        |position, advice| TheatreError::OutOfRange { file: file(), feature: 2, position, advice };
    let second = |ring: &str| collection(&[area(r#""a""#, SQUARE), area(r#""b""#, ring)]);
    let with_crs =
        |crs: &str| format!(r#"{{"type":"FeatureCollection","crs":{crs},"features":[]}}"#);
    let named =
        |name: &str| with_crs(&format!(r#"{{"type":"name","properties":{{"name":"{name}"}}}}"#));
    let not_a_collection = |found: Option<&str>| TheatreError::NotACollection {
        file: file(),
        found: found.map(String::from),
    };
    let bad_json = |line, column| TheatreError::BadJson { file: file(), line, column };
    let other_crs = |crs: &str| TheatreError::OtherCrs { file: file(), crs: crs.into() };
    for (json, expect) in [
        (String::new(), bad_json(1, 1)),
        ("{\n  \"type\": }".into(), bad_json(2, 11)),
        ("[".repeat(100_000), bad_json(1, 100_000)),
        (
            format!(r#"{{"features":[{{"geometry":{{"coordinates":{}"#, "[".repeat(100_000)),
            bad_json(1, 164),
        ),
        (format!("{} x", collection(&[])), bad_json(1, 44)),
        ("[]".into(), not_a_collection(None)),
        ("3".into(), not_a_collection(None)),
        (r#"{"features":[]}"#.into(), not_a_collection(None)),
        (
            r#"{"type":"FeatureCollection","features":{}}"#.into(),
            not_a_collection(Some("FeatureCollection")),
        ),
        (r#"{"type":"Topology","objects":{}}"#.into(), not_a_collection(Some("Topology"))),
        (area(r#""a""#, SQUARE), not_a_collection(Some("Feature"))),
        (named("urn:ogc:def:crs:EPSG::32630"), other_crs("urn:ogc:def:crs:EPSG::32630")),
        (with_crs(r#"{"type":"EPSG","properties":{"code":32630}}"#), other_crs("32630")),
        (with_crs("[1]"), other_crs("[1]")),
        (
            second("[[500000,1800000],[0,1],[1,1]]"),
            out_of_range([500000.0, 1800000.0], Advice::Reproject),
        ),
        (second("[[17,-100],[0,1],[1,1]]"), out_of_range([17.0, -100.0], Advice::SwapAxes)),
        (second("[[352,17],[0,1],[1,1]]"), out_of_range([352.0, 17.0], Advice::CutAtAntimeridian)),
    ] {
        assert_eq!(sectors(&json).err(), Some(expect), "{}", &json[..json.len().min(120)]);
    }
    for json in [
        named("urn:ogc:def:crs:OGC:1.3:CRS84"),
        named("EPSG:4326"),
        with_crs("null"),
        format!("\u{feff}{}", collection(&[])),
    ] {
        assert!(sectors(&json).is_ok(), "{json}");
    }
}

#[test]
fn a_folder_is_a_theatre() {
    let folder = tempfile::tempdir().unwrap();
    let load = || Theatre::from_folder(folder.path());
    assert_eq!(load().err(), Some(TheatreError::NoFiles { folder: folder.path().into() }));
    assert!(matches!(
        Theatre::from_folder(&folder.path().join("nothing")),
        Err(TheatreError::NoFiles { .. })
    ));

    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let town = r#""id":"t","geometry":{"type":"Point","coordinates":[30.5,-1.5]}"#;
    write("towns.json", &collection(&[feature(town)]));
    let theatre = load().unwrap();
    assert_eq!(theatre.layers().towns.len(), 1);
    assert_eq!(LonLat::from(theatre.bounds().center()).lat().round(), -2.0);
    // Without a boundary any country will do; the middle of the sea will not.
    let at = |lon, lat| LonLat::new(lon, lat).unwrap();
    assert!(theatre.contains(at(30.5, -1.5)) && !theatre.contains(at(-20.0, 0.0)));

    // The first name is preferred.
    write("towns.geojson", &collection(&[]));
    assert_eq!(load().unwrap().layers().towns.len(), 0);

    write("sectors.geojson", &collection(&[area(r#""a""#, SQUARE)]));
    let theatre = load().unwrap();
    assert_eq!(theatre.sector_of(at(0.5, 0.5)), Some("a"));
    assert_eq!(theatre.sector_of(at(1.5, 0.5)), None);

    write("rivers.geojson", "{");
    let broken = TheatreError::BadJson { file: "rivers.geojson".into(), line: 1, column: 1 };
    assert_eq!(load().err(), Some(broken));

    let large = fs::File::create(folder.path().join("rivers.geojson")).unwrap();
    large.set_len(MAX_FILE_BYTES + 1).unwrap();
    assert!(matches!(load(), Err(TheatreError::Disk(error)) if error.fault.code() == "too-large"));
}

#[test]
fn the_sectors_of_a_plan_replace_those_of_the_theatre() {
    let mali = Theatre::bundled("mali").unwrap();
    let sectors = json!({ "type": "FeatureCollection", "features": [
        { "type": "Feature", "id": "all", "properties": { "name": "All", "name_fr": "Tout" },
          "geometry": { "type": "Polygon",
                        "coordinates": [[[-13, 9], [5, 9], [5, 26], [-13, 26], [-13, 9]]] } },
        { "type": "Feature", "id": "none", "properties": {}, "geometry": null },
    ]});
    let theatre = mali.with_sectors(&sectors).unwrap();
    for camp in &*theatre.layers().camps {
        assert_eq!(theatre.sector_of(camp.place()), Some("all"));
    }
    assert_eq!(theatre.sectors().find("all").unwrap().name("fr"), Some("Tout"));
    assert_eq!(theatre.bounds(), mali.bounds());
    let [note] = theatre.notes() else { panic!("{:?}", theatre.notes()) };
    assert_eq!((note.kind, note.feature, note.file.as_str()), (NoteKind::NoGeometry, 2, "sectors"));
    assert_eq!(
        mali.with_sectors(&json!({ "type": "Topology" })).err(),
        Some(TheatreError::NotACollection {
            file: "sectors".into(),
            found: Some("Topology".into())
        })
    );

    // The theatre's own sectors, brought by a plan, are as good as before.
    let own = include_str!("../maps/mali/sectors.geojson");
    let theatre = mali.with_sectors(&serde_json::from_str(own).unwrap()).unwrap();
    assert_eq!(theatre.notes(), []);
    assert!(theatre.sector_borders().outer(5.0).is_none());
}
