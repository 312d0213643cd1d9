//! Labels kept as pixels, for pictures that follow each other.
//!
//! A rim around letters takes longer than most of what else is in a frame of a film,
//! and most labels stand where they stood in the frame before.

use std::collections::HashMap;

use tiny_skia::Pixmap;

use crate::scene::{Color, Face, Label};

/// Labels begin at multiples of a pixel by so much, so that a label that travels is
/// found again. An eighth of a pixel to the side cannot be seen.
pub const STEPS: f32 = 4.0;
/// Beyond so many pixels all are dropped, and drawn anew when they are needed.
const MOST_PIXELS: usize = 8 << 20;
/// What is larger is not kept.
const LARGEST: usize = 1 << 20;

/// Labels as they were drawn.
#[derive(Default)]
pub struct Sprites {
    labels: HashMap<Key, Sprite>,
    pixels: usize,
}

/// The pixels of a label on nothing, and where the first of them lies from the whole
/// pixel in which the label begins.
pub struct Sprite {
    pub pixmap: Pixmap,
    pub corner: [i32; 2],
}

/// All that the pixels of a label depend on.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Key {
    text: String,
    face: Face,
    /// Size, spacing and rim in pixels, bit by bit.
    measures: [u32; 3],
    colors: [[u8; 4]; 2],
    /// In which part of a pixel it begins, across and down.
    part: [u8; 2],
}

impl Key {
    /// For a label with these colours of letters and rim, at a scale.
    pub fn new(label: &Label, colors: [Color; 2], scale: f32, part: [u8; 2]) -> Key {
        let rim = label.halo.map_or(0.0, |(_, width)| width);
        Key {
            text: label.text.clone(),
            face: label.font.face,
            measures: [label.font.size, label.font.spacing, rim].map(|m| (m * scale).to_bits()),
            colors: colors.map(|color| [color.r, color.g, color.b, color.a]),
            part,
        }
    }
}

impl Sprites {
    /// The sprite of a key, drawn where it is not there yet. None where `draw` finds
    /// nothing to draw.
    pub fn get(&mut self, key: Key, draw: impl FnOnce() -> Option<Sprite>) -> Option<&Sprite> {
        if !self.labels.contains_key(&key) {
            let sprite = draw()?;
            if self.pixels > MOST_PIXELS {
                self.labels.clear();
                self.pixels = 0;
            }
            self.pixels += sprite.pixmap.pixels().len();
            self.labels.insert(key.clone(), sprite);
        }
        self.labels.get(&key)
    }
}

impl Sprite {
    /// Room for pixels from one corner to the other, seen from the whole pixel in which
    /// the label begins; None for too many, or none.
    pub fn room(min: [f32; 2], max: [f32; 2]) -> Option<Sprite> {
        let corner = min.map(|side| side.floor());
        let [width, height] = [0, 1].map(|i| (max[i].ceil() - corner[i]).max(0.0) as usize);
        width.checked_mul(height).filter(|pixels| *pixels <= LARGEST)?;
        let pixmap = Pixmap::new(width as u32, height as u32)?;
        Some(Sprite { pixmap, corner: corner.map(|side| side as i32) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Anchor, Font, Point};

    fn key(text: &str, part: u8) -> Key {
        let label = Label {
            text: text.into(),
            font: Font::new(Face::Regular, 12.0),
            at: Point::default(),
            anchor: Anchor::Start,
            color: Color::BLACK,
            halo: None,
        };
        Key::new(&label, [Color::BLACK; 2], 1.0, [part, 0])
    }

    #[test]
    fn what_was_drawn_is_not_drawn_again() {
        let mut sprites = Sprites::default();
        let mut drawn = 0;
        for key in [key("Gao", 0), key("Gao", 1), key("Gao", 0), key("Ber", 0)] {
            sprites.get(key, || {
                drawn += 1;
                Sprite::room([0.0, 0.0], [9.0, 9.0])
            });
        }
        assert_eq!((drawn, sprites.pixels), (3, 3 * 81));
    }

    #[test]
    fn what_is_kept_does_not_grow_without_end() {
        let mut sprites = Sprites::default();
        for number in 0..100 {
            let sprite = || Sprite::room([0.0, 0.0], [1000.0, 1000.0]);
            assert!(sprites.get(key(&number.to_string(), 0), sprite).is_some());
            assert!(sprites.pixels <= MOST_PIXELS + LARGEST, "{}", sprites.pixels);
        }
        let huge = || Sprite::room([0.0, 0.0], [1e6, 1e6]);
        assert!(sprites.get(key("huge", 0), huge).is_none());
    }
}
