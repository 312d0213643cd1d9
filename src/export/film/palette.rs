//! The colours of a GIF: the flat ones exactly, the others as near as there is room.

use std::collections::HashMap;

use color_quant::NeuQuant;

/// Red, green and blue.
pub type Rgb = [u8; 3];

/// How many of the colours may be exact ones; the others are made for what is left.
const MOST_EXACT: usize = 128;
/// Which share of all pixels a colour must have to be an exact one.
const FLAT: f64 = 1.0 / 4000.0;
/// How closely the quantizer looks, from 1 (every pixel) to 30.
const SAMPLING: i32 = 10;

/// The colours of a film, and which of them stands for any other.
pub struct Palette {
    colors: Vec<Rgb>,
    known: HashMap<Rgb, u8>,
}

impl Palette {
    /// At most `most` colours, from 2 to 256, for pictures with these pixels.
    pub fn of(pixels: &[Rgb], most: usize) -> Palette {
        let mut counts: HashMap<Rgb, usize> = HashMap::new();
        for pixel in pixels {
            *counts.entry(*pixel).or_default() += 1;
        }
        let mut colors: Vec<(Rgb, usize)> = counts.into_iter().collect();
        // The same pixels give the same palette.
        colors.sort_by_key(|(color, count)| (std::cmp::Reverse(*count), *color));
        if colors.len() > most {
            let flat = (pixels.len() as f64 * FLAT) as usize;
            let exact = colors.iter().take(MOST_EXACT.min(most / 2));
            let exact: Vec<Rgb> =
                exact.take_while(|(_, count)| *count > flat).map(|(color, _)| *color).collect();
            return Palette::with_others(exact, pixels, most);
        }
        Palette::new(colors.into_iter().map(|(color, _)| color).collect())
    }

    fn with_others(exact: Vec<Rgb>, pixels: &[Rgb], most: usize) -> Palette {
        let is_exact: HashMap<Rgb, ()> = exact.iter().map(|color| (*color, ())).collect();
        let others = pixels.iter().filter(|pixel| !is_exact.contains_key(*pixel));
        let others: Vec<u8> = others.flat_map(|[r, g, b]| [*r, *g, *b, u8::MAX]).collect();
        let quantizer = NeuQuant::new(SAMPLING, most - exact.len(), &others);
        let made = quantizer.color_map_rgb();
        let made = made.chunks_exact(3).map(|color| [color[0], color[1], color[2]]);
        Palette::new(exact.into_iter().chain(made).collect())
    }

    fn new(colors: Vec<Rgb>) -> Palette {
        // Of equal colours the first one counts.
        let numbered = colors.iter().enumerate().rev();
        let known = numbered.map(|(number, color)| (*color, number as u8)).collect();
        Palette { colors, known }
    }

    /// The bytes of all colours, one after the other.
    pub fn bytes(&self) -> Vec<u8> {
        self.colors.concat()
    }

    /// The number of the colour that is nearest to another.
    pub fn index(&mut self, color: Rgb) -> u8 {
        let colors = &self.colors;
        *self.known.entry(color).or_insert_with(|| {
            let nearest = (0..colors.len()).min_by_key(|number| distance(colors[*number], color));
            nearest.unwrap_or(0) as u8
        })
    }
}

/// How different two colours look: the eye is keenest for green and dullest for blue.
fn distance(a: Rgb, b: Rgb) -> i32 {
    let [r, g, b] = [0, 1, 2].map(|i| i32::from(a[i]) - i32::from(b[i]));
    3 * r * r + 6 * g * g + b * b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_colours_are_all_exact() {
        let pixels: Vec<Rgb> = (0..200).map(|i| [i, 7, 255 - i]).collect();
        let mut palette = Palette::of(&pixels, 255);
        assert_eq!(palette.bytes().len(), 200 * 3);
        for pixel in &pixels {
            let index = usize::from(palette.index(*pixel));
            assert_eq!(palette.colors[index], *pixel);
        }
    }

    #[test]
    fn flat_areas_are_exact_among_many_colours() {
        let flat = [[251, 250, 245], [220, 233, 211], [0, 114, 178]];
        let mut pixels: Vec<Rgb> = flat.iter().flat_map(|color| [*color; 10_000]).collect();
        // A gradient of more colours than there is room for.
        pixels.extend((0..10_000_u32).map(|i| [(i % 100) as u8, (i / 100) as u8, 128]));
        let mut palette = Palette::of(&pixels, 255);
        assert_eq!(palette.colors.len(), 255);
        for color in flat {
            let index = usize::from(palette.index(color));
            assert_eq!(palette.colors[index], color);
        }
        let worst = pixels.iter().map(|pixel| {
            let near = palette.index(*pixel);
            distance(palette.colors[usize::from(near)], *pixel)
        });
        assert!(worst.max().unwrap() < 10 * 20 * 20);
    }
}
