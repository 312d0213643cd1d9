//! Films: the frames of the map, drawn on a thread of their own while the file is
//! written.

mod apng;
mod gif;
mod h264;
mod mp4;
mod mp4_boxes;
mod palette;
mod sequence;

use std::sync::Arc;
use std::sync::mpsc::channel;

use tiny_skia::Pixmap;

use super::ahead::ahead;
use super::error::Broken;
use super::{ExportFault, Request, picture, png};
use crate::draw::{self, Look, Roster, Standing, Style};
use crate::film::{Film, Frame, Pace, Script};
use crate::geo::Camera;
use crate::job::Control;
use crate::plan::Id;
use crate::render::raster::{self, Overlay};
use crate::scene::Scene;
use crate::schedule::Critical;

pub use self::{apng::write as apng, gif::write as gif, mp4::even_size, mp4::write as mp4};
pub use sequence::write as sequence;

/// More frames in a second than this nobody sees.
const MOST_FRAMES_PER_SECOND: u32 = 60;

/// How many frames a second suit a format, and how many it can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    pub usual: u32,
    pub most: u32,
}

/// What is particular to films.
#[derive(Clone, Debug, PartialEq)]
pub struct FilmOptions {
    pub script: Script,
    /// None: what suits the format.
    pub frames_per_second: Option<u32>,
    pub days_per_second: f64,
}

/// The chapters at the pace at which the window plays.
impl Default for FilmOptions {
    fn default() -> FilmOptions {
        FilmOptions { script: Script::Chapters, frames_per_second: None, days_per_second: 5.0 }
    }
}

/// The rates of the formats that are films; None for the others.
pub fn rates(ending: &str) -> Option<Rates> {
    let (usual, most) = match ending {
        "mp4" => (mp4::FRAMES_PER_SECOND, MOST_FRAMES_PER_SECOND),
        "gif" => (gif::FRAMES_PER_SECOND, gif::MOST_FRAMES_PER_SECOND),
        "apng" => (apng::FRAMES_PER_SECOND, MOST_FRAMES_PER_SECOND),
        "frames" => (sequence::FRAMES_PER_SECOND, MOST_FRAMES_PER_SECOND),
        _ => return None,
    };
    Some(Rates { usual, most })
}

/// The film a request asks for in a format; None where that is none, and for the
/// chapters of a plan without any.
pub fn film_of(request: &Request, ending: &str) -> Option<Film> {
    film(request, rates(ending)?.usual).ok()
}

/// The film a request asks for; `usual` frames a second where it does not say.
fn film(request: &Request, usual: u32) -> Result<Film, ExportFault> {
    let options = &request.film;
    let pace = Pace {
        frames_per_second: options.frames_per_second.unwrap_or(usual),
        days_per_second: options.days_per_second,
    };
    let whole = picture::camera(request);
    let film = Film::of(&request.plan, &options.script, pace, whole, request.size);
    if film.frames() == 0 { Err(ExportFault::NoChapters) } else { Ok(film) }
}

/// The first frame of the film that [`mp4`] makes of a request, as a PNG file.
pub fn first_frame(request: &Request) -> Result<Vec<u8>, ExportFault> {
    let film = film(request, mp4::FRAMES_PER_SECOND)?;
    png::check_size(request)?;
    let frame = film.frame(0).expect("a film has a frame");
    let picture = Painter::new(request).paint(&frame, None)?;
    raster::encode(&picture, &[]).map_err(png::fault)
}

/// Hands the frames of a film to `take`, in order. They are drawn on another thread,
/// a few ahead; memory does not grow with their number.
fn for_each_frame(
    request: &Request,
    film: &Film,
    control: &Control,
    mut take: impl FnMut(&Pixmap) -> Result<(), Broken>,
) -> Result<(), Broken> {
    png::check_size(request)?;
    let (spent, spare) = channel();
    let mut painter = Painter::new(request);
    let draw = move |number| {
        let frame = film.frame(number).expect("the film has this frame");
        painter.paint(&frame, spare.try_recv().ok())
    };
    ahead([draw], film.frames(), |_, number, frame| {
        control.step(number, film.frames())?;
        let frame: Pixmap = frame?;
        take(&frame)?;
        // The drawing thread may have ended, and needs none.
        let _ = spent.send(frame);
        Ok(())
    })?;
    Ok(control.step(film.frames(), film.frames())?)
}

/// What the ground of a frame depends on: the camera, and the layers that show.
type GroundKey = (Camera, Option<Vec<String>>);

/// What the standing of a map depends on in a film: besides that the caption.
type StandingKey = (GroundKey, Option<String>);

/// Draws frames. While the camera rests, the ground of the map is kept as pixels, and
/// the places of what stands on it.
struct Painter<'a> {
    request: &'a Request,
    style: Style,
    /// The critical chain, where a chapter lists it.
    critical: Vec<Id>,
    ground: Option<(GroundKey, Pixmap)>,
    standing: Option<(StandingKey, Standing)>,
    roster: Option<Arc<Roster>>,
    overlay: Overlay,
}

impl<'a> Painter<'a> {
    fn new(request: &'a Request) -> Painter<'a> {
        let style = Style::of(request.theme);
        let mut chapters = request.plan.chapters().iter();
        let is_listed = chapters.any(|it| draw::lists_critical(it.layers.as_deref()));
        let chain = || Critical::of(&request.plan, request.track).chain;
        let critical = if is_listed { chain() } else { Vec::new() };
        let (ground, standing, roster, overlay) = Default::default();
        Painter { request, style, critical, ground, standing, roster, overlay }
    }

    /// A frame, in the pixels of an older one where there is one: the very picture
    /// that would be exported of that moment.
    fn paint(&mut self, frame: &Frame, spare: Option<Pixmap>) -> Result<Pixmap, ExportFault> {
        let chapter = frame.chapter.as_ref().and_then(|id| self.request.plan.chapters().get(id));
        let caption = chapter.map(|chapter| chapter.title.in_language(self.request.lang.tag()));
        let layers = chapter.and_then(|chapter| chapter.layers.as_deref());
        let look = Look {
            caption: caption.filter(|caption| !caption.is_empty()),
            layers,
            critical: if draw::lists_critical(layers) { &self.critical } else { &[] },
            ..picture::look(self.request, &self.style, frame.camera, frame.moment)
        };
        let key = (frame.camera, look.layers.map(<[String]>::to_vec));
        let size = look.view.size();
        let scene = |nodes| Scene {
            nodes,
            ..Scene::new(size.width() as f32, size.height() as f32, self.style.water)
        };
        let scale = self.request.scale;
        let ground = match self.ground.take() {
            Some((known, ground)) if known == key => ground,
            _ => raster::pixels(&scene(draw::base(&look.ground())), scale).map_err(png::fault)?,
        };
        let mut picture = match spare {
            Some(mut spare) => {
                spare.data_mut().copy_from_slice(ground.data());
                spare
            }
            None => ground.clone(),
        };
        let place = (key.clone(), look.caption.map(str::to_owned));
        let standing = match self.standing.take() {
            Some((known, standing)) if known == place => standing,
            _ => {
                let roster = self.roster.get_or_insert_with(|| Arc::new(Roster::of(&look)));
                Standing::with(&look, roster)
            }
        };
        self.overlay.draw(&mut picture, &scene(draw::live_on(&look, &standing)), scale);
        self.ground = Some((key, ground));
        self.standing = Some((place, standing));
        Ok(picture)
    }
}

/// The part of a picture that differs from another of the same size, as left, top,
/// width and height in pixels; at least one pixel.
fn changed(before: &Pixmap, now: &Pixmap) -> [u32; 4] {
    let width = now.width() as usize;
    let rows = || before.pixels().chunks_exact(width).zip(now.pixels().chunks_exact(width));
    let differs = |(before, now): (&[_], &[_])| before != now;
    let Some(top) = rows().position(differs) else { return [0, 0, 1, 1] };
    let bottom = rows().rposition(differs).unwrap_or(top);
    let (mut left, mut right) = (width, 0);
    for (before, now) in rows().skip(top).take(bottom - top + 1) {
        let pairs = || before.iter().zip(now);
        if let Some(first) = pairs().position(|(before, now)| before != now) {
            left = left.min(first);
        }
        if let Some(last) = pairs().rposition(|(before, now)| before != now) {
            right = right.max(last);
        }
    }
    [left, top, right + 1 - left, bottom + 1 - top].map(|pixels| pixels as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiny_skia::PremultipliedColorU8;

    #[test]
    fn the_changed_part_is_the_smallest_rectangle() {
        let before = Pixmap::new(8, 6).unwrap();
        let with = |dots: &[(usize, usize)]| {
            let mut now = before.clone();
            for (x, y) in dots {
                let red = PremultipliedColorU8::from_rgba(255, 0, 0, 255).unwrap();
                now.pixels_mut()[y * 8 + x] = red;
            }
            now
        };
        for (dots, expect) in [
            (&[][..], [0, 0, 1, 1]),
            (&[(3, 2)], [3, 2, 1, 1]),
            (&[(6, 1), (2, 4)], [2, 1, 5, 4]),
            (&[(0, 0), (7, 5)], [0, 0, 8, 6]),
        ] {
            assert_eq!(changed(&before, &with(dots)), expect, "{dots:?}");
        }
    }
}
