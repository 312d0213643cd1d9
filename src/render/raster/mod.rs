//! A scene as pixels.

mod fill;
mod path;
mod png;
mod sprites;
mod text;

use tiny_skia::{IntRect, Pixmap};

use crate::scene::{Color, Group, Item, Node, Point, Rect, Scene};

use sprites::Sprites;

pub use png::{encode, png};

/// The longest side of a picture, in pixels.
pub const MAX_SIDE: u32 = 16_384;

/// Why a picture could not be made.
#[derive(Debug)]
pub enum RasterError {
    /// No pixels at all, or more than [`MAX_SIDE`] on a side: so many would be
    /// needed.
    Size { width: f64, height: f64 },
    /// The PNG file could not be written.
    Png(::png::EncodingError),
}

/// The pixels of a scene, `scale` of them to the point.
pub fn pixels(scene: &Scene, scale: f32) -> Result<Pixmap, RasterError> {
    let side = |points: f32| f64::from(points) * f64::from(scale);
    let (width, height) = (side(scene.width), side(scene.height));
    let pixels = |side: f64| {
        let pixels = whole_pixels(side);
        (side > 0.0 && (1..=MAX_SIDE).contains(&pixels)).then_some(pixels)
    };
    let mut pixmap = pixels(width)
        .zip(pixels(height))
        .and_then(|(width, height)| Pixmap::new(width, height))
        .ok_or(RasterError::Size { width, height })?;
    pixmap.fill(fill::color(scene.background));
    Overlay::default().draw(&mut pixmap, scene, scale);
    Ok(pixmap)
}

/// How many pixels a side needs: a begun one counts, a thousandth of one does not.
pub fn whole_pixels(side: f64) -> u32 {
    (side - 1e-3).ceil() as u32
}

/// Draws scenes over pictures that are there already, without the background: for the
/// frames of a film. What it drew for one of them it keeps for the next.
#[derive(Default)]
pub struct Overlay {
    sprites: Sprites,
}

impl Overlay {
    /// The same pixels, whatever was drawn before.
    pub fn draw(&mut self, picture: &mut Pixmap, scene: &Scene, scale: f32) {
        if scale.is_finite() && scale > 0.0 {
            let sprites = &mut self.sprites;
            let mut canvas = Canvas { pixmap: picture, scale, corner: [0, 0], sprites };
            canvas.draw(&scene.nodes, Place { offset: Point::default(), opacity: 1.0 });
        }
    }
}

/// Pixels to draw on, of all of the picture or of a part of it.
struct Canvas<'a> {
    pixmap: &'a mut Pixmap,
    /// Pixels to the point; finite and positive.
    scale: f32,
    /// Which pixel of the picture the first pixel of these is, right and down.
    corner: [i32; 2],
    sprites: &'a mut Sprites,
}

/// What the groups around a node do to it.
#[derive(Clone, Copy)]
struct Place {
    offset: Point,
    opacity: f32,
}

impl Canvas<'_> {
    fn draw(&mut self, nodes: &[Node], place: Place) {
        for node in nodes {
            match &node.item {
                Item::Path(path) => path::draw(self, path, place),
                Item::Label(label) => text::draw(self, label, place),
                Item::Group(group) => self.draw_group(group, place),
            }
        }
    }

    fn draw_group(&mut self, group: &Group, place: Place) {
        if !group.is_somewhere() {
            return;
        }
        let place = Place {
            offset: place.offset.plus(group.offset.x, group.offset.y),
            opacity: place.opacity * group.opacity.clamp(0.0, 1.0),
        };
        match group.clip {
            Some(clip) => self.draw_clipped(clip, &group.nodes, place),
            None => self.draw(&group.nodes, place),
        }
    }

    /// Draws on a copy of the part that shows and puts it back: a clip to whole
    /// pixels, which costs no more than the copies.
    fn draw_clipped(&mut self, clip: Rect, nodes: &[Node], place: Place) {
        let whole = |x: f32, side: u32| (x.round().max(0.0) as u32).min(side);
        let (width, height) = (self.pixmap.width(), self.pixmap.height());
        let (min, max) = (self.pixel(clip.min, place), self.pixel(clip.max, place));
        let (left, right) = (whole(min.x, width), whole(max.x, width));
        let (top, bottom) = (whole(min.y, height), whole(max.y, height));
        if left >= right || top >= bottom {
            return;
        }
        if [left, top, right, bottom] == [0, 0, width, height] {
            return self.draw(nodes, place);
        }
        let (x, y) = (left as i32, top as i32);
        let part = IntRect::from_xywh(x, y, right - left, bottom - top)
            .and_then(|rect| self.pixmap.clone_rect(rect));
        let Some(mut part) = part else { return };
        let corner = [self.corner[0] + x, self.corner[1] + y];
        let (scale, sprites) = (self.scale, &mut *self.sprites);
        Canvas { pixmap: &mut part, scale, corner, sprites }.draw(nodes, place);
        let rows = part.pixels().chunks_exact(part.width() as usize);
        for (row, pixels) in (top as usize..).zip(rows) {
            let start = row * width as usize + left as usize;
            self.pixmap.pixels_mut()[start..start + pixels.len()].copy_from_slice(pixels);
        }
    }

    /// Where a point of a node lies, in pixels of this canvas.
    fn pixel(&self, point: Point, place: Place) -> Point {
        self.pixels_of(place)(point)
    }

    /// What turns points of nodes into pixels of this canvas.
    fn pixels_of(&self, place: Place) -> impl Fn(Point) -> Point + use<> {
        let (scale, offset) = (self.scale, place.offset);
        let [x, y] = self.corner.map(|corner| corner as f32);
        move |point| Point {
            x: (point.x + offset.x) * scale - x,
            y: (point.y + offset.y) * scale - y,
        }
    }

    /// What shows on this canvas, in points of the nodes, a pixel more on each
    /// side.
    fn window(&self, place: Place) -> Rect {
        let point = |x: i32, y: i32| Point {
            x: (x + self.corner[0]) as f32 / self.scale - place.offset.x,
            y: (y + self.corner[1]) as f32 / self.scale - place.offset.y,
        };
        let (width, height) = (self.pixmap.width() as i32, self.pixmap.height() as i32);
        Rect { min: point(-1, -1), max: point(width + 1, height + 1) }
    }
}

impl Place {
    fn color(self, color: Color) -> Color {
        color.faded(self.opacity)
    }
}
