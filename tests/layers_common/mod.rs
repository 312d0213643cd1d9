//! The same features as GeoJSON, KML and GeoPackage, and a plan that lays them over its map.

use std::fmt::Write;
use std::sync::Arc;

use decamp::calendar::Moment;
use decamp::draw::{self, Look, Style, Theme};
use decamp::file;
use decamp::geo::{Camera, LonLat, MapView, ViewSize};
use decamp::i18n::Lang;
use decamp::scene::Scene;
use decamp::schedule::{Routes, Schedule};
use decamp::theatre::{Overlay, Overlays, Theatre, TheatreError};
use rusqlite::{Connection, MAIN_DB, params};

pub type Ring = Vec<[f64; 2]>;

/// A feature without properties.
#[derive(Clone, Debug)]
pub enum Shape {
    Point([f64; 2]),
    Line(Ring),
    Polygon(Vec<Ring>),
}

/// A ring of corners that are written one after another: `0 0, 2 0, 2 2`.
pub fn ring(text: &str) -> Ring {
    let corner = |pair: &str| {
        let mut numbers = pair.split_whitespace().map(|number| number.parse().unwrap());
        [numbers.next().unwrap(), numbers.next().unwrap()]
    };
    text.split(',').map(corner).collect()
}

pub fn polygon(rings: &[&str]) -> Shape {
    Shape::Polygon(rings.iter().map(|text| ring(text)).collect())
}

/// The name of a file, and what writes features so.
pub type Format = (&'static str, fn(&[Shape]) -> Vec<u8>);

pub const FORMATS: [Format; 3] = [("a.geojson", geojson), ("a.kml", kml), ("a.gpkg", geopackage)];

/// The features in each format, read as a layer.
pub fn in_each(shapes: &[Shape]) -> Vec<(&'static str, Result<Overlay, TheatreError>)> {
    let read = |(file, write): Format| (file, Overlay::of_bytes(file, &write(shapes)));
    FORMATS.into_iter().map(read).collect()
}

pub fn geojson(shapes: &[Shape]) -> Vec<u8> {
    let geometry = |shape: &Shape| match shape {
        Shape::Point(at) => format!(r#"{{"type":"Point","coordinates":{at:?}}}"#),
        Shape::Line(line) => format!(r#"{{"type":"LineString","coordinates":{line:?}}}"#),
        Shape::Polygon(rings) => format!(r#"{{"type":"Polygon","coordinates":{rings:?}}}"#),
    };
    collection(&shapes.iter().map(geometry).collect::<Vec<_>>())
}

/// GeoJSON of these geometries.
pub fn collection<T: AsRef<str>>(geometries: &[T]) -> Vec<u8> {
    let feature = |geometry: &T| {
        format!(r#"{{"type":"Feature","properties":{{}},"geometry":{}}}"#, geometry.as_ref())
    };
    let features: Vec<String> = geometries.iter().map(feature).collect();
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(",")).into_bytes()
}

pub fn kml(shapes: &[Shape]) -> Vec<u8> {
    let coordinates = |places: &[[f64; 2]]| {
        let mut text = "<coordinates>".to_owned();
        for [lon, lat] in places {
            write!(text, "{lon},{lat} ").unwrap();
        }
        text + "</coordinates>"
    };
    let ring = |places: &Ring| format!("<LinearRing>{}</LinearRing>", coordinates(places));
    let geometry = |shape: &Shape| match shape {
        Shape::Point(at) => format!("<Point>{}</Point>", coordinates(&[*at])),
        Shape::Line(line) => format!("<LineString>{}</LineString>", coordinates(line)),
        Shape::Polygon(rings) => {
            let holes: String = rings[1..]
                .iter()
                .map(|hole| format!("<innerBoundaryIs>{}</innerBoundaryIs>", ring(hole)))
                .collect();
            let outer = ring(&rings[0]);
            format!("<Polygon><outerBoundaryIs>{outer}</outerBoundaryIs>{holes}</Polygon>")
        }
    };
    placemarks(&shapes.iter().map(geometry).collect::<Vec<_>>())
}

/// KML of these geometries.
pub fn placemarks<T: AsRef<str>>(geometries: &[T]) -> Vec<u8> {
    let mark = |geometry: &T| format!("<Placemark>{}</Placemark>", geometry.as_ref());
    let marks: String = geometries.iter().map(mark).collect();
    format!("<kml><Document>{marks}</Document></kml>").into_bytes()
}

pub fn geopackage(shapes: &[Shape]) -> Vec<u8> {
    let places = |bytes: &mut Vec<u8>, places: &[[f64; 2]]| {
        bytes.extend((places.len() as u32).to_le_bytes());
        bytes.extend(places.iter().flatten().flat_map(|degrees| degrees.to_le_bytes()));
    };
    let wkb = |shape: &Shape| {
        let mut bytes = vec![1];
        match shape {
            Shape::Point(at) => {
                bytes.extend(1_u32.to_le_bytes());
                bytes.extend(at.iter().flat_map(|degrees| degrees.to_le_bytes()));
            }
            Shape::Line(line) => {
                bytes.extend(2_u32.to_le_bytes());
                places(&mut bytes, line);
            }
            Shape::Polygon(rings) => {
                bytes.extend(3_u32.to_le_bytes());
                bytes.extend((rings.len() as u32).to_le_bytes());
                rings.iter().for_each(|ring| places(&mut bytes, ring));
            }
        }
        Some(bytes)
    };
    table(4326, &shapes.iter().map(wkb).collect::<Vec<_>>())
}

/// What every GeoPackage has.
pub const BASE: &str = "
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
        organization_coordsys_id INTEGER, definition TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined'),
        ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined'),
        ('WGS 84 geodetic', 4326, 'epsg', 4326, 'GEOGCS[]'),
        ('WGS 84 / UTM zone 30N', 32630, 'EPSG', 32630, 'PROJCS[]'),
        ('WGS 84', 100000, 'NONE', 100000, 'GEOGCS[\"WGS 84\",DATUM[]]'),
        ('Bamako local', 100001, 'NONE', 100001, 'PROJCS[]');
    CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, identifier TEXT);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);";

/// Says that a table is one of features.
pub fn registered(table: &str, srs: i64) -> String {
    format!(
        "INSERT INTO gpkg_contents VALUES ('{table}', 'features', '');
         INSERT INTO gpkg_geometry_columns VALUES ('{table}', 'Geom', {srs});"
    )
}

/// A GeoPackage of these geometries, in a system by its number.
pub fn table(srs: i64, geometries: &[Option<Vec<u8>>]) -> Vec<u8> {
    let mut database = Connection::open_in_memory().unwrap();
    let create = "CREATE TABLE t (fid INTEGER PRIMARY KEY, geom BLOB);";
    database.execute_batch(&format!("{BASE}{}{create}", registered("t", srs))).unwrap();
    let head = b"GP\0\x01\xe6\x10\0\0";
    for wkb in geometries {
        let blob = wkb.as_ref().map(|wkb| [&head[..], wkb].concat());
        database.execute("INSERT INTO t (geom) VALUES (?1)", params![blob]).unwrap();
    }
    database.serialize(MAIN_DB).unwrap().to_vec()
}

/// A plan that lays a file over its map, whose features are labelled by their names.
pub struct Laid {
    file: String,
    theatre: Theatre,
    routes: Routes,
    schedule: Schedule,
}

impl Laid {
    pub fn of(file: &str, bytes: &[u8]) -> Laid {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(file), bytes).unwrap();
        let plan = format!(
            r#"{{"format": "decamp-plan", "version": 1, "title": "T", "theatre": "",
            "layers": [{{"id": "a", "path": "{file}", "style": {{"label": "name"}}}}]}}"#
        );
        let plan = Arc::new(file::read(plan.as_bytes()).expect("a small plan").plan);
        let file = file.to_owned();
        let paths = [file.clone()];
        let read = Overlays::read(paths, Some(folder.path()), &Overlays::default(), |_, _| ());
        let theatre = Theatre::world().with_overlays(read);
        let routes = Routes::of(&plan, &theatre);
        let schedule = Schedule::of(&plan, &routes);
        Laid { file, theatre, routes, schedule }
    }

    /// The layer as it was read.
    pub fn overlay(&self) -> &Overlay {
        self.theatre.overlays().get(&self.file).unwrap().as_ref().unwrap()
    }

    /// The map for a camera, as longitude, latitude and zoom.
    pub fn map(&self, (lon, lat, zoom): (f64, f64, f64)) -> Scene {
        let Laid { theatre, routes, schedule, .. } = self;
        let camera = Camera::new(LonLat::wrapped(lon, lat), zoom);
        let view = MapView::new(camera, ViewSize::new(640.0, 480.0));
        let moment = "2024-01-01".parse::<Moment>().expect("a date");
        let style = Style::of(Theme::Light);
        draw::map(&Look::of(schedule, routes, theatre, view, moment, &style, Lang::Fr))
    }
}
