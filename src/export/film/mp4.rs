//! A film as MP4 with H.264, which every office program plays.

use std::io::{self, Write};

use super::h264::Encoder;
use super::mp4_boxes::{Contents, before_frames};
use super::{film, for_each_frame};
use crate::disk::Spool;
use crate::export::error::Broken;
use crate::export::{ExportFault, Request, png};
use crate::i18n::Lang;
use crate::job::Control;

pub const FRAMES_PER_SECOND: u32 = 30;
/// The longest side and the longest shorter side the encoder takes.
const MAX_SIDES: [u32; 2] = [3840, 2160];

/// The frames go to a spool first: the table before them is known after the last.
pub fn write(request: &Request, control: &Control, out: &mut dyn Write) -> Result<(), Broken> {
    let film = film(request, FRAMES_PER_SECOND)?;
    let [width, height] = even_size(request)?;
    let mut encoder = Encoder::new(width, height, film.frames_per_second())?;
    let mut spool = io::BufWriter::new(Spool::new()?);
    let (mut sizes, mut keys) = (Vec::new(), Vec::new());
    for_each_frame(request, &film, control, |frame| {
        let sample = encoder.encode(frame.data(), frame.width())?;
        sizes.push(sample.bytes.len() as u32);
        if sample.is_key {
            keys.push(sizes.len() as u32);
        }
        Ok(spool.write_all(&sample.bytes)?)
    })?;
    let contents = Contents {
        width: width as u16,
        height: height as u16,
        frames_per_second: film.frames_per_second(),
        sequence_parameters: &encoder.sequence_parameters,
        picture_parameters: &encoder.picture_parameters,
        sizes,
        keys,
        language: match request.lang {
            Lang::Fr => "fra",
            Lang::En => "eng",
        },
    };
    out.write_all(&before_frames(&contents)?)?;
    let spool = spool.into_inner().map_err(io::IntoInnerError::into_error)?;
    io::copy(&mut spool.into_reader()?, out)?;
    Ok(())
}

/// H.264 has a colour for each four pixels: an odd last row or column is left out.
pub fn even_size(request: &Request) -> Result<[u32; 2], ExportFault> {
    let pixels = png::check_size(request)?;
    let even = pixels.map(|side| side & !1);
    let (long, short) = (even[0].max(even[1]), even[0].min(even[1]));
    match short >= 16 && long <= MAX_SIDES[0] && short <= MAX_SIDES[1] {
        true => Ok(even),
        false => Err(ExportFault::Size {
            width: f64::from(pixels[0]),
            height: f64::from(pixels[1]),
            most: if long > MAX_SIDES[0] { MAX_SIDES[0] } else { MAX_SIDES[1] },
        }),
    }
}
