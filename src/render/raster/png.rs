//! Pixels as a PNG file.

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use tiny_skia::Pixmap;

use crate::scene::Scene;

use super::{RasterError, pixels};

/// The PNG file of a scene, `scale` pixels to the point.
pub fn png(scene: &Scene, scale: f32) -> Result<Vec<u8>, RasterError> {
    encode(&pixels(scene, scale)?, &[])
}

/// Pixels as a PNG file: without alpha where all of them are opaque, with texts
/// by keyword, such as `Title` and `Source`. The same pixels give the same bytes.
pub fn encode(pixmap: &Pixmap, texts: &[(&str, &str)]) -> Result<Vec<u8>, RasterError> {
    write(pixmap, texts).map_err(RasterError::Png)
}

fn write(pixmap: &Pixmap, texts: &[(&str, &str)]) -> Result<Vec<u8>, EncodingError> {
    let opaque = pixmap.pixels().iter().all(|pixel| pixel.is_opaque());
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixmap.width(), pixmap.height());
    encoder.set_color(if opaque { ColorType::Rgb } else { ColorType::Rgba });
    encoder.set_depth(BitDepth::Eight);
    // For maps, 14 times as fast as the balanced ones and hardly larger.
    encoder.set_compression(Compression::Fast);
    encoder.set_filter(Filter::Paeth);
    for (keyword, text) in texts {
        encoder.add_itxt_chunk((*keyword).into(), (*text).into())?;
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&if opaque { rgb(pixmap) } else { rgba(pixmap) })?;
    writer.finish()?;
    Ok(file)
}

fn rgb(pixmap: &Pixmap) -> Vec<u8> {
    let mut bytes = vec![0; pixmap.pixels().len() * 3];
    for (to, from) in bytes.chunks_exact_mut(3).zip(pixmap.data().chunks_exact(4)) {
        to.copy_from_slice(&from[..3]);
    }
    bytes
}

/// With straight alpha, as PNG has it.
fn rgba(pixmap: &Pixmap) -> Vec<u8> {
    let straight = pixmap.pixels().iter().map(|pixel| pixel.demultiply());
    straight.flat_map(|c| [c.red(), c.green(), c.blue(), c.alpha()]).collect()
}
