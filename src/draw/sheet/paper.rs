//! Sizes of paper.

/// A sheet of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    pub size: PaperSize,
    pub portrait: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperSize {
    A4,
    A3,
    A2,
    A1,
    A0,
    Letter,
}

/// All sizes by their names, the usual one first; shorter and longer side in
/// millimetres (ISO 216, ANSI), and how large a point of a scene is on them, in
/// points of paper: larger sheets show more, and are read from further away.
pub const SIZES: &[(&str, PaperSize, (f32, f32), f32)] = &[
    ("A4", PaperSize::A4, (210.0, 297.0), 0.75),
    ("A3", PaperSize::A3, (297.0, 420.0), 0.9),
    ("A2", PaperSize::A2, (420.0, 594.0), 1.1),
    ("A1", PaperSize::A1, (594.0, 841.0), 1.4),
    ("A0", PaperSize::A0, (841.0, 1189.0), 1.8),
    ("Letter", PaperSize::Letter, (215.9, 279.4), 0.75),
];

const POINTS_PER_MM: f32 = 72.0 / 25.4;

impl Default for Paper {
    fn default() -> Paper {
        Paper { size: PaperSize::A4, portrait: false }
    }
}

impl Paper {
    /// Points of paper to a point of the scene.
    pub fn scale(self) -> f32 {
        self.row().1
    }

    /// Width and height in points of the scene.
    pub fn scene_size(self) -> (f32, f32) {
        let ((short, long), scale) = self.row();
        let [short, long] = [short, long].map(|mm| mm * POINTS_PER_MM / scale);
        if self.portrait { (short, long) } else { (long, short) }
    }

    fn row(self) -> ((f32, f32), f32) {
        let row = SIZES.iter().find(|(_, size, ..)| *size == self.size);
        let (.., millimetres, scale) = row.expect("every size has its row");
        (*millimetres, *scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_the_size_of_their_paper() {
        for (_, size, (short, long), _) in SIZES {
            for portrait in [false, true] {
                let paper = Paper { size: *size, portrait };
                let (width, height) = paper.scene_size();
                let expect = if portrait { (*short, *long) } else { (*long, *short) };
                let mm = |points: f32| points * paper.scale() / 72.0 * 25.4;
                assert!((mm(width) - expect.0).abs() < 0.01, "{size:?}: {}", mm(width));
                assert!((mm(height) - expect.1).abs() < 0.01, "{size:?}: {}", mm(height));
            }
        }
    }
}
