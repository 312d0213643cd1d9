//! The files that a plan lays over its map: KML and GeoJSON, good and bad.

use std::io::{Cursor, Write};

use decamp::theatre::{Advice, NoteKind, Overlay, Overlays, TheatreError};
use zip::write::SimpleFileOptions;

fn kml(body: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
        <kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">
        <Document><name>Not of a feature</name><Style id="s"><LineStyle/></Style>{body}</Document></kml>"#
    )
}

fn read(body: &str) -> Overlay {
    Overlay::of_bytes("test.kml", kml(body).as_bytes()).unwrap()
}

/// Points as they are, lines and areas by name and by how many there are.
fn shown(overlay: &Overlay) -> String {
    let name = |name: Option<&str>| name.unwrap_or("-").to_owned();
    let places = overlay.spots.iter().map(|spot| {
        format!("{} {:.1},{:.1}", name(spot.name("fr")), spot.place().lon(), spot.place().lat())
    });
    let lines = overlay.lines.iter().map(|line| {
        let geometry = line.geometry(18.0);
        let points: Vec<usize> = geometry.contours().iter().map(|line| line.len()).collect();
        format!("{} line {points:?}", name(line.name("fr")))
    });
    let areas = overlay.areas.iter().map(|area| {
        let geometry = area.geometry(18.0);
        let rings: Vec<usize> = geometry.contours().iter().map(|ring| ring.len()).collect();
        format!("{} area {rings:?}", name(area.name("fr")))
    });
    places.chain(lines).chain(areas).collect::<Vec<_>>().join("; ")
}

fn notes(overlay: &Overlay) -> Vec<(NoteKind, usize)> {
    overlay.notes.iter().map(|note| (note.kind, note.feature)).collect()
}

const SQUARE: &str = "0,0,5 4,0,5 4,4,5 0,4,5 0,0,5";
const HOLE: &str = "1,1 2,1 2,2 1,2 1,1";

fn ring(coordinates: &str) -> String {
    format!("<LinearRing><coordinates>{coordinates}</coordinates></LinearRing>")
}

fn polygon(outer: &str, holes: &[&str]) -> String {
    let holes =
        holes.iter().map(|hole| format!("<innerBoundaryIs>{}</innerBoundaryIs>", ring(hole)));
    let holes: String = holes.collect();
    format!("<Polygon><outerBoundaryIs>{}</outerBoundaryIs>{holes}</Polygon>", ring(outer))
}

#[test]
fn kml_has_points_lines_areas_and_all_of_these_together() {
    let point = "<Point><altitudeMode>absolute</altitudeMode><coordinates> -0.5,16.3,270 </coordinates></Point>";
    let line = "<LineString><tessellate>1</tessellate><coordinates>0,0,1\n\t1,1,2\n2,0,3</coordinates></LineString>";
    let track = "<gx:Track><when>2023</when><gx:coord>2 13 0</gx:coord><gx:coord>3 14 0</gx:coord></gx:Track>";
    let mark = |name: &str, body: &str| format!("<Placemark><name>{name}</name>{body}</Placemark>");
    for (body, expect) in [
        (mark("Gao &amp; Ber", point), "Gao & Ber -0.5,16.3"),
        (mark("<![CDATA[Puits <3>]]>", point), "Puits <3> -0.5,16.3"),
        (mark("S&#233;gou", point), "Ségou -0.5,16.3"),
        (mark("RN16", line), "RN16 line [3]"),
        (mark("Vol", track), "Vol line [2]"),
        (mark("Zone", &polygon(SQUARE, &[])), "Zone area [4]"),
        (mark("Zone", &polygon(SQUARE, &[HOLE])), "Zone area [4, 4]"),
        // Folders say nothing; what has a name of its own within a placemark neither.
        (
            format!("<Folder><name>F</name><Folder>{}</Folder></Folder>", mark("A", point)),
            "A -0.5,16.3",
        ),
        (
            mark(
                "Tout",
                &format!(
                    "<MultiGeometry>{point}<MultiGeometry>{line}{line}</MultiGeometry>{point}{}</MultiGeometry>",
                    polygon(SQUARE, &[])
                ),
            ),
            "Tout -0.5,16.3; Tout -0.5,16.3; Tout line [3, 3]; Tout area [4]",
        ),
        (mark("Anneau", &ring(SQUARE)), "Anneau line [5]"),
        (format!("<Placemark>{point}</Placemark>"), "- -0.5,16.3"),
    ] {
        let overlay = read(&body);
        assert_eq!(shown(&overlay), expect, "{body}");
        assert_eq!(notes(&overlay), [], "{body}");
    }
}

#[test]
fn kml_has_properties() {
    let overlay = read(
        r#"<Placemark id="p"><name>Puits 3</name><description>Eau</description>
        <ExtendedData><Data name="debit"><displayName>Débit</displayName><value> 12 </value></Data>
        <SchemaData schemaUrl="s"><SimpleData name="etat">bon &amp; sûr</SimpleData></SchemaData>
        </ExtendedData><Point><coordinates>0,0</coordinates></Point></Placemark>"#,
    );
    let data = &overlay.spots.features()[0].data;
    let texts = ["debit", "etat", "name", "displayName"].map(|key| data.text(key));
    assert_eq!(texts, [Some("12"), Some("bon & sûr"), Some("Puits 3"), None]);
}

#[test]
fn a_bad_placemark_leaves_the_others() {
    let good = "<Placemark><name>G</name><Point><coordinates>1,2</coordinates></Point></Placemark>";
    for (bad, kind) in [
        ("<Point/>", NoteKind::NoGeometry),
        ("<Point><coordinates> </coordinates></Point>", NoteKind::NoGeometry),
        ("", NoteKind::NoGeometry),
        ("<Point><coordinates>here,there</coordinates></Point>", NoteKind::BadCoordinates),
        ("<Point><coordinates>NaN,1</coordinates></Point>", NoteKind::BadCoordinates),
        ("<LineString><coordinates>1,2</coordinates></LineString>", NoteKind::ShortLine),
        (&polygon("0,0 1,1", &[]), NoteKind::ShortRing),
        ("<Polygon/>", NoteKind::NoGeometry),
        (&polygon(SQUARE, &["8,8 9,8 9,9 8,8"]), NoteKind::HoleOutside),
        (&polygon("0,0 4,0 4,4 0,4", &[]), NoteKind::OpenRing),
    ] {
        let overlay = read(&format!("<Placemark>{bad}</Placemark>{good}"));
        assert!(notes(&overlay).contains(&(kind, 1)), "{bad}: {:?}", notes(&overlay));
        assert!(shown(&overlay).contains("G 1.0,2.0"), "{bad}");
    }
}

#[test]
fn what_is_no_kml_is_refused_with_its_place() {
    let error = |file: &str, bytes: &[u8]| Overlay::of_bytes(file, bytes).unwrap_err();
    let not_kml = TheatreError::NotKml { file: "a.kml".into() };
    for text in ["", "plain", "<html><body/></html>", "<?xml version='1.0'?>"] {
        assert_eq!(error("a.kml", text.as_bytes()), not_kml, "{text}");
    }
    let bad = |line, column| TheatreError::BadXml { file: "a.kml".into(), line, column };
    assert_eq!(error("a.kml", b"<kml>\n  <Document></kml>"), bad(2, 13));
    assert_eq!(error("a.kml", b"<kml>\n<Document>"), bad(2, 11));
    let far =
        kml("<Placemark/><Placemark><Point><coordinates>2000,3</coordinates></Point></Placemark>");
    let expect = TheatreError::OutOfRange {
        file: "a.kml".into(),
        feature: 2,
        position: [2000.0, 3.0],
        advice: Advice::Reproject,
    };
    assert_eq!(error("a.kml", far.as_bytes()), expect);
    assert_eq!(error("a.kmz", b"no zip"), TheatreError::NotKml { file: "a.kmz".into() });
}

#[test]
fn folders_nested_without_end_do_no_harm() {
    let deep = 200_000;
    let point =
        "<Placemark><name>D</name><Point><coordinates>1,2</coordinates></Point></Placemark>";
    let body = format!("{}{point}{}", "<Folder>".repeat(deep), "</Folder>".repeat(deep));
    assert_eq!(shown(&read(&body)), "D 1.0,2.0");
}

#[test]
fn a_kmz_is_a_zip_with_a_kml() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let point =
        "<Placemark><name>Z</name><Point><coordinates>1,2</coordinates></Point></Placemark>";
    for (name, text) in [("files/icon.png", "no picture".to_owned()), ("doc.KML", kml(point))] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert_eq!(shown(&Overlay::of_bytes("a.KMZ", &bytes).unwrap()), "Z 1.0,2.0");
}

#[test]
fn geojson_may_mix_all_kinds_and_is_checked_as_a_theatre_is() {
    let feature = |geometry: &str| {
        format!(
            r#"{{"type":"Feature","properties":{{"name":"x","name_fr":"y","n":3}},"geometry":{geometry}}}"#
        )
    };
    let collection = |features: &[String]| {
        format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
    };
    let mixed = collection(&[
        feature(r#"{"type":"MultiPoint","coordinates":[[1,2],[3,4,9]]}"#),
        feature(
            r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[5,6]},
            {"type":"LineString","coordinates":[[0,0],[1,1]]}]}"#,
        ),
    ]);
    let overlay = Overlay::of_bytes("a.geojson", mixed.as_bytes()).unwrap();
    assert_eq!(shown(&overlay), "y 1.0,2.0; y 3.0,4.0; y 5.0,6.0; y line [2]");
    assert_eq!(notes(&overlay), [(NoteKind::Altitude, 1)]);
    assert_eq!(overlay.spots.features()[0].data.text("n"), Some("3"));

    let far = collection(&[feature(r#"{"type":"Point","coordinates":[500000,1800000]}"#)]);
    let error = Overlay::of_bytes("a.json", far.as_bytes()).unwrap_err();
    assert!(matches!(error, TheatreError::OutOfRange { feature: 1, .. }), "{error:?}");
    let crs =
        r#"{"type":"FeatureCollection","crs":{"properties":{"name":"EPSG:32630"}},"features":[]}"#;
    let error = Overlay::of_bytes("a.json", crs.as_bytes()).unwrap_err();
    assert!(matches!(error, TheatreError::OtherCrs { .. }), "{error:?}");
}

#[test]
fn files_are_found_from_the_folder_of_the_plan_and_read_once() {
    let folder = tempfile::tempdir().unwrap();
    let point =
        "<Placemark><name>A</name><Point><coordinates>1,2</coordinates></Point></Placemark>";
    std::fs::create_dir(folder.path().join("layers")).unwrap();
    let file = folder.path().join("layers/a.kml");
    std::fs::write(&file, kml(point)).unwrap();
    let paths = || ["layers/a.kml", "gone.kml"].map(str::to_owned);
    let mut heard = Vec::new();
    let base = Some(folder.path());
    let read =
        Overlays::read(paths(), base, &Overlays::default(), |done, of| heard.push((done, of)));
    assert_eq!(heard, [(0, 2), (1, 2), (2, 2)]);
    let overlay = read.get("layers/a.kml").unwrap().as_ref().unwrap();
    assert_eq!(shown(overlay), "A 1.0,2.0");
    assert!(read.get("gone.kml").unwrap().as_ref().unwrap_err().is_missing_file());
    assert!(read.get("never asked for").is_none());
    // Known files are not read again, unless they are forgotten.
    std::fs::write(&file, "<html/>").unwrap();
    let again = Overlays::read(paths(), base, &read, |_, _| ());
    assert!(again.get("layers/a.kml").unwrap().is_ok());
    let anew = Overlays::read(paths(), base, &Overlays::default(), |_, _| ());
    assert!(anew.get("layers/a.kml").unwrap().is_err());
}
