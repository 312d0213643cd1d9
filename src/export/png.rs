//! The map as pixels.

use std::io::Write;

use super::error::Broken;
use super::{ExportFault, Request, picture};
use crate::job::Control;
use crate::render::raster::{self, MAX_SIDE, RasterError};

pub fn write(request: &Request, _: &Control, out: &mut dyn Write) -> Result<(), Broken> {
    // Before the map is drawn: a scene of such a size would take long.
    let most = f64::from(MAX_SIDE);
    let (width, height) = request.size;
    let pixels = [width, height].map(|points| points * f64::from(request.scale));
    if !pixels.iter().all(|side| (1.0..=most).contains(side)) {
        return Err(
            ExportFault::Size { width: pixels[0], height: pixels[1], most: MAX_SIDE }.into()
        );
    }
    let scene = picture::scene(request);
    let marking = picture::marking(request);
    let title = picture::title(request);
    let mut texts = vec![("Title", title.as_str())];
    texts.extend(marking.as_deref().map(|marking| ("Disclaimer", marking)));
    let bytes = raster::pixels(&scene, request.scale)
        .and_then(|pixels| raster::encode(&pixels, &texts))
        .map_err(fault)?;
    Ok(out.write_all(&bytes)?)
}

fn fault(error: RasterError) -> ExportFault {
    match error {
        RasterError::Size { width, height } => ExportFault::Size { width, height, most: MAX_SIDE },
        RasterError::Png(error) => ExportFault::Other { message: error.to_string() },
    }
}
