//! GeoPackages as layers of a plan: good ones, odd ones, and what is none.

#[allow(dead_code, reason = "for the tables that every GeoPackage has")]
mod layers_common;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use decamp::theatre::{NoteKind, Overlay, Overlays, TheatreError};
use layers_common::{BASE, registered};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use rusqlite::{Connection, MAIN_DB};

/// Written by GDAL 3.6, as QGIS writes them: wells with heights, an Arabic name and a row
/// without a place; zones of several polygons, one with a hole and one empty.
const MADE_UP: &[u8] = include_bytes!("data/layers/made-up.gpkg");

/// A point in the notation of SQL.
fn point(lon: f64, lat: f64) -> String {
    let head = "47500001E610000001".to_owned() + "01000000";
    [lon, lat].iter().flat_map(|degrees| degrees.to_le_bytes()).fold(head, |mut text, byte| {
        write!(text, "{byte:02X}").unwrap();
        text
    })
}

fn database(sql: &str) -> Vec<u8> {
    let mut database = Connection::open_in_memory().unwrap();
    database.execute_batch(sql).unwrap();
    database.serialize(MAIN_DB).unwrap().to_vec()
}

fn package(sql: &str) -> Vec<u8> {
    database(&format!("{BASE}{sql}"))
}

fn read(bytes: &[u8]) -> Result<Overlay, TheatreError> {
    Overlay::of_bytes("a.gpkg", bytes)
}

/// A table `wells` of these columns besides id and place, with these rows.
fn wells(columns: &str, rows: &str) -> Vec<u8> {
    let create = format!("CREATE TABLE wells (fid INTEGER PRIMARY KEY, geom BLOB {columns});");
    package(&format!("{create}{}INSERT INTO wells VALUES {rows};", registered("Wells", 4326)))
}

fn names(overlay: &Overlay) -> Vec<&str> {
    let spots = overlay.spots.iter().map(|it| it.name("fr"));
    let areas = overlay.areas.iter().map(|it| it.name("fr"));
    spots.chain(areas).map(|name| name.unwrap_or("-")).collect()
}

fn notes(overlay: &Overlay) -> Vec<(&str, NoteKind, usize)> {
    overlay.notes.iter().map(|note| (note.file.as_str(), note.kind, note.feature)).collect()
}

#[test]
fn all_tables_of_features_are_read_as_one_layer() {
    let overlay = read(MADE_UP).unwrap();
    assert_eq!(names(&overlay), ["Puits A", "Puits B", "Zone"]);
    let place = overlay.spots.features()[0].place();
    assert_eq!((place.lon(), place.lat()), (-0.5, 16.3));
    let zone = overlay.areas.features()[0].geometry(18.0);
    let rings: Vec<usize> = zone.contours().iter().map(|ring| ring.len()).collect();
    assert_eq!(rings, [4, 4, 3]);
    let data = &overlay.spots.features()[0].data;
    let texts = ["name", "depth_m", "tested", "geom", "fid"].map(|key| data.text(key));
    assert_eq!(texts, [Some("بئر"), Some("12.5"), Some("2023-07-01"), None, Some("1")]);
    let (wells, zones) = ("a.gpkg (wells)", "a.gpkg (zones)");
    let expect = [
        (wells, NoteKind::Altitude, 1),
        (wells, NoteKind::NoGeometry, 3),
        (zones, NoteKind::NoGeometry, 2),
    ];
    assert_eq!(notes(&overlay), expect);
}

#[test]
fn one_table_of_a_file_may_be_a_layer() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.gpkg"), MADE_UP).unwrap();
    let path = |table: &str| format!("a.gpkg|layername={table}");
    let paths = ["wells", "Zones", "roads"].map(path);
    let read = Overlays::read(paths, Some(folder.path()), &Overlays::default(), |_, _| ());
    let overlay = |table: &str| read.get(&path(table)).unwrap().as_ref();
    for (table, expect) in [("wells", &["Puits A", "Puits B"][..]), ("Zones", &["Zone"])] {
        let overlay = overlay(table).unwrap();
        assert_eq!(names(overlay), expect);
        // Whoever chooses another one is told which there are.
        assert_eq!(overlay.tables, ["wells", "zones"]);
    }
    let expect = TheatreError::NoTable { file: "a.gpkg".into(), table: "roads".into() };
    assert_eq!(overlay("roads").unwrap_err(), &expect);
}

#[test]
fn features_are_told_by_the_ids_that_other_programs_show() {
    let here = point(1.0, 2.0);
    let bytes =
        wells(", name", &format!("(17, x'00', 'bad'), (40, x'{here}', 'good'), (41, 'text', 'b')"));
    let overlay = read(&bytes).unwrap();
    assert_eq!(names(&overlay), ["good"]);
    let expect = [("a.gpkg", NoteKind::BadCoordinates, 17), ("a.gpkg", NoteKind::NoGeometry, 17)];
    assert_eq!(notes(&overlay), expect);
    assert_eq!(overlay.notes[0].count, 2);
}

#[test]
fn values_of_any_kind_are_texts_numbers_or_nothing() {
    let columns = ", name TEXT, \"a b\"\"c\" REAL, many INTEGER, photo BLOB, no TEXT, Rowid";
    let here = point(1.0, 2.0);
    let row =
        format!("(1, x'{here}', CAST(x'47FF61' AS TEXT), 1e999, 9007199254740993, x'00', NULL, 7)");
    let overlay = read(&wells(columns, &row)).unwrap();
    let data = &overlay.spots.features()[0].data;
    let texts = ["a b\"c", "many", "photo", "no", "Rowid"].map(|key| data.text(key));
    assert_eq!(texts, [None, Some("9007199254740993"), None, None, Some("7")]);
    assert_eq!(data.text("name"), Some("G\u{fffd}a"));
}

#[test]
fn a_view_is_a_table_like_any_other() {
    let here = point(1.0, 2.0);
    let rows = format!(
        "CREATE TABLE t (g BLOB, name TEXT); INSERT INTO t VALUES (x'{here}', 'A'), (NULL, 'B');
         CREATE VIEW \"v \"\" 1\" AS SELECT name, g AS geom FROM t; {}",
        registered("v \" 1", 4326)
    );
    let overlay = read(&package(&rows)).unwrap();
    assert_eq!(names(&overlay), ["A"]);
    assert_eq!(notes(&overlay), [("a.gpkg", NoteKind::NoGeometry, 2)]);
}

#[test]
fn systems_other_than_wgs_84_are_refused_by_name() {
    let empty =
        |srs: i64| package(&format!("CREATE TABLE wells (geom BLOB);{}", registered("wells", srs)));
    for (srs, expect) in [
        (4326, None),
        (100_000, None),
        (32_630, Some("EPSG:32630")),
        (100_001, Some("Bamako local")),
        (0, Some("Undefined geographic SRS")),
        (-1, Some("Undefined Cartesian SRS")),
        (7, Some("7")),
    ] {
        let refused = read(&empty(srs)).err();
        let expect =
            expect.map(|crs| TheatreError::OtherCrs { file: "a.gpkg".into(), crs: crs.to_owned() });
        assert_eq!(refused, expect, "{srs}");
    }
    // One table of several is left out, and named; all of them are not.
    let two = ["wells", "zones"].map(|name| format!("CREATE TABLE {name} (geom BLOB);")).concat();
    let with = |wells, zones| {
        package(&format!("{two}{}{}", registered("wells", wells), registered("zones", zones)))
    };
    let overlay = read(&with(4326, 32_630)).unwrap();
    let of_zones = ("a.gpkg (zones)", NoteKind::OtherSystem, 0);
    assert_eq!(notes(&overlay), [("a.gpkg (wells)", NoteKind::NoFeatures, 0), of_zones]);
    let file = "a.gpkg (wells)".to_owned();
    let expect = TheatreError::OtherCrs { file, crs: "EPSG:32630".into() };
    assert_eq!(read(&with(32_630, 32_630)).unwrap_err(), expect);
    // Metres in a file that says otherwise.
    let far = point(250_000.0, 1_800_000.0);
    let error = read(&wells("", &format!("(1, NULL), (8, x'{far}')"))).unwrap_err();
    assert!(matches!(error, TheatreError::OutOfRange { feature: 8, .. }), "{error:?}");
}

#[test]
fn what_is_no_geopackage_is_refused_with_a_word() {
    let file = || "a.gpkg".to_owned();
    let not_one = || TheatreError::NotGeoPackage { file: file() };
    let broken = || TheatreError::BrokenTable { file: file() };
    let magic = b"SQLite format 3\0".to_vec();
    let here = point(1.0, 2.0);
    for (what, bytes, expect) in [
        ("nothing", Vec::new(), not_one()),
        ("a text", b"{\"type\":\"FeatureCollection\",\"features\":[]}".to_vec(), not_one()),
        ("the name alone", magic.clone(), not_one()),
        ("a name and nothing", [magic, vec![0; 5000]].concat(), broken()),
        ("another database", database("CREATE TABLE t (a)"), not_one()),
        ("no tables", package(""), TheatreError::NoFeatureTables { file: file() }),
        (
            "pictures",
            package("INSERT INTO gpkg_contents VALUES ('p', 'tiles', '')"),
            TheatreError::NoFeatureTables { file: file() },
        ),
        (
            "no list of geometries",
            package("DROP TABLE gpkg_geometry_columns"),
            TheatreError::NoFeatureTables { file: file() },
        ),
        ("a table that is not there", package(&registered("gone", 4326)), broken()),
        (
            "a table without its column",
            package(&format!("CREATE TABLE t (a);{}", registered("t", 4326))),
            broken(),
        ),
        (
            "a function that nobody has",
            package(&format!(
                "CREATE VIEW v AS SELECT ST_Buffer(x'{here}') AS geom;{}",
                registered("v", 4326)
            )),
            broken(),
        ),
        (
            "a view without end",
            package(&format!(
                "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                 SELECT NULL AS geom FROM n WHERE i < 0;{}",
                registered("v", 4326)
            )),
            broken(),
        ),
        (
            "a view that makes much of little",
            package(&format!(
                "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                 SELECT NULL AS geom, zeroblob(100000000) AS photo FROM n;{}",
                registered("v", 4326)
            )),
            broken(),
        ),
    ] {
        assert_eq!(read(&bytes).err(), Some(expect), "{what}");
    }
}

#[test]
fn a_file_that_is_cut_short_is_refused() {
    for length in (0..MADE_UP.len()).step_by(997) {
        assert!(read(&MADE_UP[..length]).is_err(), "{length}");
    }
}

#[test]
fn nothing_is_written_beside_a_file_and_what_another_program_holds_back_is_noted() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.gpkg");
    fs::write(&file, wells(", name", "(1, NULL, 'A')")).unwrap();
    let in_folder = || {
        let mut names: Vec<String> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    };
    let open = || {
        let paths = ["a.gpkg".to_owned()];
        let read = Overlays::read(paths, Some(folder.path()), &Overlays::default(), |_, _| ());
        let overlay = read.get("a.gpkg").unwrap().as_ref().unwrap();
        overlay.notes.iter().map(|note| note.kind).collect::<Vec<_>>()
    };
    assert_eq!(open(), [NoteKind::NoGeometry]);
    assert_eq!(in_folder(), ["a.gpkg"]);
    // As QGIS has it open: the file says that it has a journal, which is not read.
    let other = Connection::open(&file).unwrap();
    other.execute_batch("PRAGMA journal_mode = WAL; UPDATE wells SET name = 'B';").unwrap();
    let (before, there) = (fs::read(&file).unwrap(), in_folder());
    assert_eq!((before[18], before[19], there.len()), (2, 2, 3));
    assert_eq!(open(), [NoteKind::NoGeometry, NoteKind::OpenElsewhere]);
    assert_eq!((fs::read(&file).unwrap(), in_folder()), (before, there));
    drop(other);
    assert_eq!(open(), [NoteKind::NoGeometry]);
    assert!(Path::new(&file).is_file() && in_folder() == ["a.gpkg"]);
}

#[test]
fn a_column_may_have_a_name_that_is_no_text() {
    let bytes = wells(", label", "(1, NULL, 'A')");
    let places: Vec<usize> =
        (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"label")).collect();
    assert!(!places.is_empty());
    for place in places {
        let mut bytes = bytes.clone();
        bytes[place] = 0xFF;
        let notes = read(&bytes).unwrap().notes;
        assert_eq!(notes.iter().map(|note| note.kind).collect::<Vec<_>>(), [NoteKind::NoGeometry]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_of_bytes_makes_a_layer_panic(changes in vec((any::<Index>(), any::<u8>()), 1..40)) {
        let mut bytes = MADE_UP.to_vec();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Ok(overlay) = read(&bytes) {
            for area in overlay.areas.iter() {
                area.geometry(6.0).mesh();
            }
        }
    }

    /// Where geometries stand, rather than anywhere.
    #[test]
    fn no_geometry_makes_a_layer_panic(
        changes in vec((any::<Index>(), any::<u8>()), 1..6), cut in any::<Index>(), zones in any::<bool>(),
    ) {
        let source = read_blobs();
        let mut blob = source[usize::from(zones)].clone();
        for (place, byte) in changes {
            let place = place.index(blob.len());
            blob[place] = byte;
        }
        blob.truncate(cut.index(2 * blob.len()));
        let hex = blob.iter().fold(String::new(), |text, byte| format!("{text}{byte:02X}"));
        if let Ok(overlay) = read(&wells("", &format!("(1, x'{hex}')"))) {
            for area in overlay.areas.iter() {
                area.geometry(6.0).mesh();
            }
        }
    }
}

/// A well and a zone as they stand in the file of GDAL.
fn read_blobs() -> [Vec<u8>; 2] {
    let mut database = Connection::open_in_memory().unwrap();
    database.deserialize_read_exact(MAIN_DB, MADE_UP, MADE_UP.len(), true).unwrap();
    ["wells", "zones"].map(|table| {
        let sql = format!("SELECT geom FROM {table} WHERE fid = 1");
        database.query_row(&sql, [], |row| row.get(0)).unwrap()
    })
}
