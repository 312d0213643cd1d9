//! Bytes → layer of a plan → its geometry, in every format: no file may make that panic
//! or hang. A GeoPackage to begin with: `tests/data/layers/made-up.gpkg`.
//!
//! `tests/theatre_robust.rs` and `tests/theatre_geopackage.rs` do the same with what
//! proptest thinks of, in every run of the tests.

#![no_main]

use decamp::theatre::Overlay;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for file in ["a.geojson", "a.gpkg", "a.kml", "a.kmz"] {
        let Ok(overlay) = Overlay::of_bytes(file, bytes) else { continue };
        for zoom in [3.0, 9.0, 18.0] {
            for area in overlay.areas.iter() {
                area.geometry(zoom).mesh();
                area.outline(zoom);
            }
            for line in overlay.lines.iter() {
                line.geometry(zoom);
            }
        }
    }
});
