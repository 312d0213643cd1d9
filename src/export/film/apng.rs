//! A film as an animated PNG: every pixel as it was drawn (W3C PNG, third edition).

use std::io::Write;

use ::png::{BitDepth, BlendOp, ColorType, Compression, DisposeOp, Encoder, EncodingError};
use tiny_skia::Pixmap;

use super::{changed, film, for_each_frame};
use crate::export::error::Broken;
use crate::export::{ExportFault, Request, png};
use crate::job::Control;

pub const FRAMES_PER_SECOND: u32 = 10;

/// After the first frame only what changed is written.
pub fn write(request: &Request, control: &Control, out: &mut dyn Write) -> Result<(), Broken> {
    let film = film(request, FRAMES_PER_SECOND)?;
    let [width, height] = png::check_size(request)?;
    let mut encoder = Encoder::new(out, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    // For ever.
    encoder.set_animated(film.frames() as u32, 0).map_err(broken)?;
    encoder.set_frame_delay(1, film.frames_per_second() as u16).map_err(broken)?;
    encoder.set_blend_op(BlendOp::Source).map_err(broken)?;
    encoder.set_dispose_op(DisposeOp::None).map_err(broken)?;
    let mut writer = encoder.write_header().map_err(broken)?;
    let mut before: Option<Pixmap> = None;
    for_each_frame(request, &film, control, |frame| {
        // The first frame is the picture for programs without animation: all of it.
        let part = match &before {
            Some(before) => changed(before, frame),
            None => [0, 0, width, height],
        };
        let [left, top, columns, rows] = part;
        if before.is_some() {
            // Each is checked against the other as it is at the time.
            writer.reset_frame_position().map_err(broken)?;
            writer.set_frame_dimension(columns, rows).map_err(broken)?;
            writer.set_frame_position(left, top).map_err(broken)?;
        }
        writer.write_image_data(&rgb(frame, part)).map_err(broken)?;
        before = Some(frame.clone());
        Ok(())
    })?;
    writer.finish().map_err(broken)
}

/// Red, green and blue of a part of an opaque picture.
fn rgb(picture: &Pixmap, [left, top, columns, rows]: [u32; 4]) -> Vec<u8> {
    let width = picture.width() as usize;
    let (left, top) = (left as usize, top as usize);
    let lines = picture.pixels().chunks_exact(width).skip(top).take(rows as usize);
    let pixels = lines.flat_map(|line| &line[left..left + columns as usize]);
    pixels.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect()
}

fn broken(error: EncodingError) -> Broken {
    match error {
        EncodingError::IoError(error) => Broken::Writing(error),
        other => Broken::Making(ExportFault::Other { message: other.to_string() }),
    }
}
