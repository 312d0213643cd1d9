//! Colours.

use std::fmt;

/// A colour in sRGB with straight (not multiplied) alpha, 0 to 255 each.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Color {
    pub r: u8,
    pub g: u8,
    pub b: u8,
    pub a: u8,
}

impl Color {
    pub const TRANSPARENT: Color = Color { r: 0, g: 0, b: 0, a: 0 };
    pub const BLACK: Color = Color::rgb(0x00_00_00);
    pub const WHITE: Color = Color::rgb(0xFF_FF_FF);

    /// An opaque colour by its number, as in `0x009EDB`.
    pub const fn rgb(number: u32) -> Color {
        Color { r: (number >> 16) as u8, g: (number >> 8) as u8, b: number as u8, a: 255 }
    }

    /// Reads `#rrggbb`.
    pub fn from_hex(text: &str) -> Option<Color> {
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6)?;
        let shaped = digits.bytes().all(|b| b.is_ascii_hexdigit());
        shaped.then(|| u32::from_str_radix(digits, 16).ok()).flatten().map(Color::rgb)
    }

    /// The same colour, `opacity` (0 to 1) times as opaque.
    pub fn faded(self, opacity: f32) -> Color {
        let a = (f32::from(self.a) * opacity.clamp(0.0, 1.0)).round() as u8;
        Color { a, ..self }
    }

    /// The colour at `share` (0 to 1) of the way to `other`.
    pub fn towards(self, other: Color, share: f32) -> Color {
        let share = share.clamp(0.0, 1.0);
        let mix =
            |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
        Color {
            r: mix(self.r, other.r),
            g: mix(self.g, other.g),
            b: mix(self.b, other.b),
            a: mix(self.a, other.a),
        }
    }
}

/// `#rrggbb`, with the alpha behind where it is not opaque.
impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.r, self.g, self.b)?;
        if self.a < 255 { write!(f, "{:02x}", self.a) } else { Ok(()) }
    }
}

impl fmt::Debug for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
