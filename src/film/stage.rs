//! The view that cameras of chapters are written for.

use crate::geo::Camera;
use crate::plan::{CameraMember, Extra};

/// Width and height in points of the view for which a chapter's zoom is meant. In a
/// view of another size the same part of the map shows, at least.
pub const STAGE: (f64, f64) = (1280.0, 720.0);

/// A chapter's camera in a view of `size` points.
pub fn camera_for(camera: &CameraMember, size: (f64, f64)) -> Camera {
    Camera::new(camera.center, camera.zoom + closer(size))
}

/// What a chapter writes so that a view of `size` points shows this again.
pub fn camera_of(camera: Camera, size: (f64, f64)) -> CameraMember {
    // Hundredths of a level cannot be seen, and make files easy to read.
    let zoom = ((camera.zoom - closer(size)) * 100.0).round() / 100.0;
    CameraMember { center: camera.center, zoom, extra: Extra::default() }
}

/// The camera with which a view of `to` points shows what one of `from` points shows,
/// and more in one direction where their shapes differ.
pub fn camera_in(camera: Camera, from: (f64, f64), to: (f64, f64)) -> Camera {
    Camera::new(camera.center, camera.zoom + larger(to, from))
}

/// By how many levels of zoom a view is larger than the stage.
fn closer(size: (f64, f64)) -> f64 {
    larger(size, STAGE)
}

/// By how many levels of zoom a view is larger than another, in the direction in which
/// it is so the least.
fn larger(size: (f64, f64), than: (f64, f64)) -> f64 {
    (size.0 / than.0).min(size.1 / than.1).log2()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::LonLat;

    #[test]
    fn another_size_shows_the_same_part_of_the_map() {
        let center = LonLat::new(-3.0, 16.7).unwrap();
        let written = CameraMember { center, zoom: 6.0, extra: Extra::default() };
        for (size, zoom) in [
            ((1280.0, 720.0), 6.0),
            ((2560.0, 1440.0), 7.0),
            ((640.0, 360.0), 5.0),
            // Wide or high, nothing of it is cut off.
            ((2560.0, 720.0), 6.0),
            ((1280.0, 1440.0), 6.0),
        ] {
            let camera = camera_for(&written, size);
            assert_eq!((camera.center, camera.zoom), (center, zoom), "{size:?}");
            assert_eq!(camera_of(camera, size), written);
            assert_eq!(camera_in(camera_for(&written, STAGE), STAGE, size), camera);
        }
    }
}
