//! A film as a folder of PNG files, one for each frame, for film editors.

use std::path::Path;

use super::{film, for_each_frame};
use crate::disk::NewFolder;
use crate::export::error::Broken;
use crate::export::{ExportFault, Request, png};
use crate::job::Control;
use crate::render::raster;

pub const FRAMES_PER_SECOND: u32 = 30;

/// Files `frame-00001.png` and so on, the form that ffmpeg and film editors read.
pub fn write(path: &Path, request: &Request, control: &Control) -> Result<(), Broken> {
    let film = film(request, FRAMES_PER_SECOND)?;
    let folder = NewFolder::create(path).map_err(ExportFault::Disk)?;
    let mut number = 0;
    for_each_frame(request, &film, control, |frame| {
        number += 1;
        let bytes = raster::encode(frame, &[]).map_err(png::fault)?;
        Ok(folder.write(&format!("frame-{number:05}.png"), &bytes).map_err(ExportFault::Disk)?)
    })?;
    Ok(folder.finish().map_err(ExportFault::Disk)?)
}
