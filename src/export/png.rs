//! The map as pixels.

use super::{ExportFault, Job, picture};
use crate::render::raster::{self, MAX_SIDE, RasterError};

pub fn write(job: &Job) -> Result<Vec<u8>, ExportFault> {
    // Before the map is drawn: a scene of such a size would take long.
    let most = f64::from(MAX_SIDE);
    let (width, height) = job.size;
    let pixels = [width, height].map(|points| points * f64::from(job.scale));
    if !pixels.iter().all(|side| (1.0..=most).contains(side)) {
        return Err(ExportFault::Size { width: pixels[0], height: pixels[1], most: MAX_SIDE });
    }
    let scene = picture::scene(job);
    let marking = picture::marking(job);
    let title = picture::title(job);
    let mut texts = vec![("Title", title.as_str())];
    texts.extend(marking.as_deref().map(|marking| ("Disclaimer", marking)));
    raster::pixels(&scene, job.scale)
        .and_then(|pixels| raster::encode(&pixels, &texts))
        .map_err(fault)
}

fn fault(error: RasterError) -> ExportFault {
    match error {
        RasterError::Size { width, height } => ExportFault::Size { width, height, most: MAX_SIDE },
        RasterError::Png(error) => ExportFault::Other { message: error.to_string() },
    }
}
