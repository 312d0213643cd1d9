//! A film as GIF, for where nothing else plays.

use std::borrow::Cow;
use std::io::Write;

use ::gif::{DisposalMethod, Encoder, EncodingError, Frame, Repeat};
use tiny_skia::{Pixmap, PremultipliedColorU8};

use super::palette::{Palette, Rgb};
use super::{Painter, changed, film, for_each_frame};
use crate::export::error::Broken;
use crate::export::{ExportFault, Request, png};
use crate::film::Film;
use crate::job::Control;

pub const FRAMES_PER_SECOND: u32 = 10;
/// Most programs slow down what has less than two hundredths of a second a frame.
pub const MOST_FRAMES_PER_SECOND: u32 = 50;
/// One of the 256 colours stands for «as before».
const COLORS: usize = 255;
const AS_BEFORE: u8 = 255;
/// How many frames the palette is made of, and of how many of their pixels.
const SAMPLES: u64 = 6;
const SAMPLE_EVERY: usize = 7;

/// One palette for the whole film, and after the first frame only what changed.
pub fn write(request: &Request, control: &Control, out: &mut dyn Write) -> Result<(), Broken> {
    let film = film(request, FRAMES_PER_SECOND)?;
    if film.frames_per_second() > MOST_FRAMES_PER_SECOND {
        let (asked, most) = (film.frames_per_second(), MOST_FRAMES_PER_SECOND);
        return Err(ExportFault::FrameRate { asked, most }.into());
    }
    let [width, height] = png::check_size(request)?;
    let most = f64::from(u16::MAX);
    let (Ok(width), Ok(height)) = (u16::try_from(width), u16::try_from(height)) else {
        let (width, height) = (f64::from(width), f64::from(height));
        return Err(ExportFault::Size { width, height, most: most as u32 }.into());
    };
    let mut palette = Palette::of(&samples(request, &film, control)?, COLORS);
    // The last one stands for «as before», also where there are fewer.
    let mut colors = palette.bytes();
    colors.resize((COLORS + 1) * 3, 0);
    let mut encoder = Encoder::new(out, width, height, &colors).map_err(broken)?;
    encoder.set_repeat(Repeat::Infinite).map_err(broken)?;
    let mut before: Option<Pixmap> = None;
    let mut number = 0;
    for_each_frame(request, &film, control, |frame| {
        let part = match &before {
            Some(before) => changed(before, frame),
            None => [0, 0, u32::from(width), u32::from(height)],
        };
        let [left, top, columns, rows] = part.map(|pixels| pixels as u16);
        let frame_of_gif = Frame {
            left,
            top,
            width: columns,
            height: rows,
            delay: delay(number, film.frames_per_second()),
            dispose: DisposalMethod::Keep,
            transparent: Some(AS_BEFORE),
            buffer: Cow::Owned(indices(&mut palette, frame, before.as_ref(), part)),
            ..Frame::default()
        };
        encoder.write_frame(&frame_of_gif).map_err(broken)?;
        number += 1;
        before = Some(frame.clone());
        Ok(())
    })
}

/// How long a frame stands, in hundredths of a second: so that the film as a whole
/// keeps its pace where a frame's time is no whole number of them.
fn delay(number: u64, frames_per_second: u32) -> u16 {
    let until = |frames: u64| frames * 100 / u64::from(frames_per_second);
    (until(number + 1) - until(number)) as u16
}

/// Red, green and blue of pixels from all over the film.
fn samples(request: &Request, film: &Film, control: &Control) -> Result<Vec<Rgb>, Broken> {
    let mut painter = Painter::new(request);
    let mut samples = Vec::new();
    let last = film.frames() - 1;
    for sample in 0..=SAMPLES {
        control.go_on()?;
        let frame = film.frame(last * sample / SAMPLES).expect("the film has this frame");
        let picture = painter.paint(&frame, None)?;
        samples.extend(picture.pixels().iter().step_by(SAMPLE_EVERY).map(rgb));
    }
    Ok(samples)
}

/// The colours of a part of a picture by their numbers; what is as before is so.
fn indices(
    palette: &mut Palette,
    now: &Pixmap,
    before: Option<&Pixmap>,
    [left, top, columns, rows]: [u32; 4],
) -> Vec<u8> {
    let width = now.width();
    let mut indices = Vec::with_capacity((columns * rows) as usize);
    for y in top..top + rows {
        for x in left..left + columns {
            let at = (y * width + x) as usize;
            let pixel = now.pixels()[at];
            indices.push(match before {
                Some(before) if before.pixels()[at] == pixel => AS_BEFORE,
                _ => palette.index(rgb(&pixel)),
            });
        }
    }
    indices
}

fn rgb(pixel: &PremultipliedColorU8) -> Rgb {
    [pixel.red(), pixel.green(), pixel.blue()]
}

fn broken(error: EncodingError) -> Broken {
    match error {
        EncodingError::Io(error) => Broken::Writing(error),
        other => Broken::Making(ExportFault::Other { message: other.to_string() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_add_up_to_the_pace_asked_for() {
        for rate in [1, 7, 10, 12, 24, 30, 50] {
            let delays: Vec<u16> = (0..u64::from(rate) * 10).map(|k| delay(k, rate)).collect();
            assert_eq!(delays.iter().map(|d| u32::from(*d)).sum::<u32>(), 1000, "{rate}");
            let (least, most) = (delays.iter().min().unwrap(), delays.iter().max().unwrap());
            assert!(most - least <= 1, "{rate}: {least} to {most}");
        }
    }
}
