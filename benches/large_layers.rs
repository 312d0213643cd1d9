//! Layers of a plan with millions of points: what reading each format takes, what they
//! cost in a picture, and what the pointer asks of them.

use std::fmt::Write;
use std::sync::Arc;

use decamp::calendar::Moment;
use decamp::draw::{self, Look, Style, Theme, overlays};
use decamp::file;
use decamp::geo::{Camera, LonLat, MapView, ViewSize};
use decamp::i18n::Lang;
use decamp::plan::Plan;
use decamp::scene::Point;
use decamp::schedule::{Routes, Schedule};
use decamp::theatre::{Overlays, Theatre};
use rusqlite::{Connection, MAIN_DB, params};

use super::{Chance, points_in, timed};

/// The name of a file, and what writes lines so.
type Format = (&'static str, fn(&Lines) -> Vec<u8>);

/// Lines of the same number of points each.
type Lines = Vec<Vec<[f64; 2]>>;

const POINTS: usize = 500;

/// Lines that wander over the box around Mali.
fn wandering(vertices: usize) -> Lines {
    let mut chance = Chance(3);
    let line = |_| {
        let (mut lon, mut lat) = (-12.0 + 16.0 * chance.share(), 10.5 + 14.0 * chance.share());
        let point = |_| {
            lon = (lon + 0.004 * (chance.share() - 0.5)).clamp(-12.0, 4.0);
            lat = (lat + 0.004 * (chance.share() - 0.5)).clamp(10.5, 24.5);
            [lon, lat].map(|degrees: f64| (degrees * 1e7).round() / 1e7)
        };
        (0..POINTS).map(point).collect()
    };
    (0..vertices / POINTS).map(line).collect()
}

fn geojson(lines: &Lines) -> Vec<u8> {
    let mut text = r#"{"type":"FeatureCollection","features":["#.to_owned();
    for (number, line) in lines.iter().enumerate() {
        let comma = if number == 0 { "" } else { ",\n" };
        let geometry = format!(r#"{{"type":"LineString","coordinates":{line:?}}}"#);
        let properties = format!(r#"{{"name":"Line {number}","level":7}}"#);
        write!(
            text,
            r#"{comma}{{"type":"Feature","properties":{properties},"geometry":{geometry}}}"#
        )
        .expect("a text takes all");
    }
    text.push_str("]}");
    text.into_bytes()
}

fn kml(lines: &Lines) -> Vec<u8> {
    let mut text = "<kml><Document>".to_owned();
    for (number, line) in lines.iter().enumerate() {
        write!(
            text,
            "<Placemark><name>Line {number}</name><ExtendedData><Data name=\"level\"><value>7</value></Data></ExtendedData><LineString><coordinates>"
        )
        .expect("a text takes all");
        for [lon, lat] in line {
            write!(text, "{lon},{lat} ").expect("a text takes all");
        }
        text.push_str("</coordinates></LineString></Placemark>\n");
    }
    text.push_str("</Document></kml>");
    text.into_bytes()
}

fn geopackage(lines: &Lines) -> Vec<u8> {
    let mut database = Connection::open_in_memory().expect("a database");
    let create = "CREATE TABLE gpkg_spatial_ref_sys (srs_name, srs_id INTEGER PRIMARY KEY,
            organization, organization_coordsys_id, definition);
        INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS[]');
        CREATE TABLE gpkg_contents (table_name, data_type);
        CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id);
        INSERT INTO gpkg_contents VALUES ('lines', 'features');
        INSERT INTO gpkg_geometry_columns VALUES ('lines', 'geom', 4326);
        CREATE TABLE lines (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT, level INTEGER);";
    database.execute_batch(create).expect("tables");
    for (number, line) in lines.iter().enumerate() {
        let mut blob = b"GP\0\x01\xe6\x10\0\0\x01\x02\0\0\0".to_vec();
        blob.extend((line.len() as u32).to_le_bytes());
        blob.extend(line.iter().flatten().flat_map(|degrees| degrees.to_le_bytes()));
        let row = params![blob, format!("Line {number}")];
        let insert = "INSERT INTO lines (geom, name, level) VALUES (?1, ?2, 7)";
        database.execute(insert, row).expect("a row");
    }
    database.serialize(MAIN_DB).expect("its bytes").to_vec()
}

/// A plan of this one layer.
fn plan_with(file: &str) -> Arc<Plan> {
    let text = format!(
        r#"{{"format": "decamp-plan", "version": 1, "title": "T", "theatre": "mali",
        "layers": [{{"id": "lines", "path": "{file}"}}]}}"#
    );
    Arc::new(file::read(text.as_bytes()).expect("a small plan").plan)
}

pub fn run() {
    let folder = tempfile::tempdir().expect("a folder for the files");
    let lines = wandering(2_000_000);
    println!();
    println!("layers of 2 million points in lines of {POINTS}, medians of 5 (fastest)");
    println!("file | MB | read, ms");
    let read = |file: &str| {
        Overlays::read([file.to_owned()], Some(folder.path()), &Overlays::default(), |_, _| ())
    };
    let formats: [Format; 3] = [("a.geojson", geojson), ("a.kml", kml), ("a.gpkg", geopackage)];
    for (file, write) in formats {
        let bytes = write(&lines);
        std::fs::write(folder.path().join(file), &bytes).expect("room on the disk");
        let taken = timed(5, |_| {
            let read = read(file);
            assert!(read.get(file).is_some_and(Result::is_ok), "{file}");
            read
        });
        println!("{file} | {:.0} | {:.0} ({:.0})", bytes.len() as f64 / 1e6, taken.1, taken.0);
    }

    let plan = plan_with("a.gpkg");
    let bare = Theatre::bundled("mali").expect("it is bundled");
    let laid = bare.with_overlays(read("a.gpkg"));
    let style = Style::of(Theme::Light);
    let moment: Moment = "2023-08-01".parse().expect("a date");
    println!();
    println!("frames at 1920 × 1080, medians of 40 (fastest), in milliseconds");
    println!("zoom | points shown | ground | ground without the layer | under the pointer");
    for zoom in [5.0, 7.0, 9.0, 12.0] {
        let middle = LonLat::new(-3.0, 16.0).expect("a place");
        let view = MapView::new(Camera::new(middle, zoom), ViewSize::new(1920.0, 1080.0));
        let of = |theatre: &Theatre| {
            let routes = Routes::of(&plan, theatre);
            let schedule = Schedule::of(&plan, &routes);
            let look = Look::of(&schedule, &routes, theatre, view, moment, &style, Lang::En);
            // Levels of detail are made at their first use.
            let shown = points_in(&draw::base(&look.ground()));
            let taken = timed(40, |_| {
                draw::base(&look.ground());
            });
            (shown, taken)
        };
        let ((shown, with), (_, without)) = (of(&laid), of(&bare));
        let mut chance = Chance(4);
        let pointer = timed(40, |_| {
            let at = Point::new(1920.0 * chance.share() as f32, 1080.0 * chance.share() as f32);
            overlays::under(&plan, &laid, &view, at, 4.0);
        });
        println!(
            "{zoom:.0} | {shown} | {:.2} ({:.2}) | {:.2} ({:.2}) | {:.3} ({:.3})",
            with.1, with.0, without.1, without.0, pointer.1, pointer.0
        );
    }
}
