//! Map or sheet as pixels.

use std::io::Write;

use super::error::Broken;
use super::{ExportFault, Form, Request, picture};
use crate::job::Control;
use crate::render::raster::{self, MAX_SIDE, RasterError};

pub fn write(request: &Request, _: &Control, out: &mut dyn Write) -> Result<(), Broken> {
    check_size(request)?;
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

/// Width and height in pixels, found good before the map is drawn: a scene of any
/// size would take long.
pub fn check_size(request: &Request) -> Result<[u32; 2], ExportFault> {
    let (width, height) = match request.form {
        Form::Sheet => {
            let (width, height) = request.paper.scene_size();
            (f64::from(width), f64::from(height))
        }
        _ => request.size,
    };
    let pixels = [width, height].map(|points| points * f64::from(request.scale));
    match pixels.iter().all(|side| (1.0..=f64::from(MAX_SIDE)).contains(side)) {
        true => Ok(pixels.map(raster::whole_pixels)),
        false => {
            let [width, height] = pixels;
            Err(ExportFault::Size { width, height, most: MAX_SIDE })
        }
    }
}

pub fn fault(error: RasterError) -> ExportFault {
    match error {
        RasterError::Size { width, height } => ExportFault::Size { width, height, most: MAX_SIDE },
        RasterError::Png(error) => ExportFault::Other { message: error.to_string() },
    }
}
