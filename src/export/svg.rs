//! The map as a vector picture, in which text stays text.

use super::{ExportFault, Job, picture};
use crate::render::svg::{self, SvgOptions};

pub fn write(job: &Job) -> Result<Vec<u8>, ExportFault> {
    let options = SvgOptions {
        title: Some(picture::title(job)),
        description: picture::marking(job),
        ..SvgOptions::default()
    };
    Ok(svg::document(&picture::scene(job), &options).into_bytes())
}
