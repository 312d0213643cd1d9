//! The map as a vector picture, in which text stays text.

use std::io::Write;

use super::error::Broken;
use super::{Request, picture};
use crate::job::Control;
use crate::render::svg::{self, SvgOptions};

pub fn write(request: &Request, _: &Control, out: &mut dyn Write) -> Result<(), Broken> {
    let options = SvgOptions {
        title: Some(picture::title(request)),
        description: picture::marking(request),
        ..SvgOptions::default()
    };
    Ok(out.write_all(svg::document(&picture::scene(request), &options).as_bytes())?)
}
