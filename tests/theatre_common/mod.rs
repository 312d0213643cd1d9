//! Any bytes as a theatre, and all that a program asks of it.

use std::sync::Arc;
use std::time::Duration;

use decamp::calendar::Moment;
use decamp::draw::{self, Look, Style, Theme};
use decamp::file;
use decamp::geo::{Camera, Geometry, LonLat, MapView, ViewSize};
use decamp::i18n::Lang;
use decamp::scene::Scene;
use decamp::schedule::{Routes, Schedule};
use decamp::theatre::{Role, Theatre};

/// Nothing that ends takes so long, on a machine however busy; what takes time that
/// grows with the square of the points does, and what never ends.
#[allow(dead_code, reason = "not every test needs it")]
pub const FREEZE: Duration = Duration::from_secs(900);

/// Geometries with nothing in them.
#[allow(dead_code, reason = "not every test needs it")]
pub const EMPTY: [&str; 8] = [
    "null",
    r#"{"type":"Polygon","coordinates":[]}"#,
    r#"{"type":"MultiPolygon","coordinates":[]}"#,
    r#"{"type":"MultiPolygon","coordinates":[[[]]]}"#,
    r#"{"type":"Point","coordinates":[]}"#,
    r#"{"type":"LineString","coordinates":[]}"#,
    r#"{"type":"GeometryCollection","geometries":[]}"#,
    "{}",
];

/// The area of the triangles of some geometries, as a share of a degree square at the
/// equator, to a hundredth.
#[allow(dead_code, reason = "not every test needs it")]
pub fn filled_by<'a>(geometries: impl IntoIterator<Item = &'a Geometry>) -> f64 {
    let area = |geometry: &Geometry| {
        let mesh = geometry.mesh();
        let points = [geometry.contours().concat(), mesh.extra.clone()].concat();
        let size = |t: &[u32; 3]| {
            let [a, b, c] = t.map(|i| points[i as usize].map(f64::from));
            ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0
        };
        mesh.triangles.iter().map(size).sum::<f64>() * 360.0 * 360.0
    };
    let degrees: f64 = geometries.into_iter().map(area).sum();
    (degrees * 100.0).round() / 100.0
}

/// A theatre whose layers are all read from the same bytes.
#[allow(dead_code, reason = "not every test needs it")]
pub fn in_every_role(bytes: &[u8]) -> Option<Theatre> {
    Theatre::from_files(&Role::ALL.map(|role| (role, bytes))).ok()
}

/// A plan of one site on a theatre, as a map; None for the camera shows all of it.
pub fn map_of(theatre: &Theatre, camera: Option<(f64, f64, f64)>) -> Scene {
    let plan = br#"{"format": "decamp-plan", "version": 1, "title": "T", "theatre": "",
        "sites": {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a",
        "properties": {"name": "A", "kind": "camp"},
        "geometry": {"type": "Point", "coordinates": [-3.0, 17.0]}}]}}"#;
    let plan = Arc::new(file::read(plan).expect("a small plan").plan);
    let routes = Routes::of(&plan, theatre);
    let schedule = Schedule::of(&plan, &routes);
    let size = ViewSize::new(640.0, 480.0);
    let camera = match camera {
        Some((lon, lat, zoom)) => Camera::new(LonLat::wrapped(lon, lat), zoom),
        None => Camera::fitting(theatre.bounds(), size, 20.0),
    };
    let (view, style) = (MapView::new(camera, size), Style::of(Theme::Light));
    let moment = "2024-01-01".parse::<Moment>().expect("a date");
    draw::map(&Look::of(&schedule, &routes, theatre, view, moment, &style, Lang::Fr))
}
