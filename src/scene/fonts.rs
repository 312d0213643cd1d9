//! The bundled fonts, parsed once and shared by all threads.

use std::sync::{LazyLock, OnceLock};

use harfrust::{
    Direction, Feature, ShapeOptions, ShapePlan, ShaperData, Tag, UnicodeBuffer, script,
};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::{Face, Point, Segment};

/// A font file with what has been read out of it. Lengths are in font units.
pub(super) struct Loaded {
    font: FontRef<'static>,
    shaper: ShaperData,
    /// How Latin text is shaped, with ligatures and without: working this out
    /// takes as long as shaping a name.
    latin: [ShapePlan; 2],
    pub units_per_em: f32,
    pub ascent: f32,
    /// Positive downwards.
    pub descent: f32,
    pub cap_height: f32,
    /// By glyph id.
    outlines: Vec<OnceLock<Box<[Segment]>>>,
}

/// A glyph of a shaped text; lengths in font units, y up.
pub(super) struct ShapedGlyph {
    pub id: u32,
    /// Which letter it belongs to: the place of its first byte in the text.
    pub cluster: u32,
    pub advance: i32,
    pub shift: [i32; 2],
}

static WITHOUT_LIGATURES: LazyLock<[Feature; 2]> =
    LazyLock::new(|| [b"liga", b"clig"].map(|tag| Feature::new(Tag::new(tag), 0, ..)));

static LOADED: LazyLock<[Loaded; 3]> =
    LazyLock::new(|| [Face::Regular, Face::SemiBold, Face::Italic].map(Loaded::read));

pub(super) fn loaded(face: Face) -> &'static Loaded {
    &LOADED[face as usize]
}

impl Face {
    pub const ALL: [Face; 3] = [Face::Regular, Face::SemiBold, Face::Italic];

    /// The font file: OpenType with CFF outlines.
    pub fn file(self) -> &'static [u8] {
        match self {
            Face::Regular => include_bytes!("../../assets/fonts/Inter-Regular.otf"),
            Face::SemiBold => include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
            Face::Italic => include_bytes!("../../assets/fonts/Inter-Italic.otf"),
        }
    }

    /// The weight as CSS counts it.
    pub fn weight(self) -> u16 {
        match self {
            Face::Regular | Face::Italic => 400,
            Face::SemiBold => 600,
        }
    }

    pub fn is_italic(self) -> bool {
        self == Face::Italic
    }

    /// How many units of [`glyph_outline`] make up the size of the font.
    pub fn units_per_em(self) -> f32 {
        loaded(self).units_per_em
    }
}

/// The outline of a glyph in font units, y down, with the origin on the
/// baseline; to be filled by the non-zero rule. Empty for a space and for an id
/// the face does not have.
pub fn glyph_outline(face: Face, glyph: u32) -> &'static [Segment] {
    let loaded = loaded(face);
    match loaded.outlines.get(glyph as usize) {
        Some(outline) => outline.get_or_init(|| loaded.draw(glyph)),
        None => &[],
    }
}

/// Whether a face has a glyph for each letter of a text. Control characters,
/// which are never drawn, need none.
pub fn has_glyphs(text: &str, face: Face) -> bool {
    let charmap = loaded(face).font.charmap();
    drawn(text).all(|(_, c)| charmap.map(c).is_some_and(|glyph| glyph.to_u32() != 0))
}

/// The characters of a text that are drawn, with their places: all but control
/// characters.
fn drawn(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(_, c)| !c.is_control())
}

impl Loaded {
    fn read(face: Face) -> Loaded {
        let font = FontRef::new(face.file()).expect("the bundled fonts are whole");
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        let shaper = ShaperData::new(&font);
        let latin = [&[][..], &WITHOUT_LIGATURES[..]].map(|features| {
            let (shaper, direction) = (shaper.shaper(&font).build(), Direction::LeftToRight);
            ShapePlan::new(&shaper, direction, Some(script::LATIN), None, features)
        });
        Loaded {
            latin,
            shaper,
            units_per_em: f32::from(metrics.units_per_em),
            ascent: metrics.ascent,
            descent: -metrics.descent,
            cap_height: metrics.cap_height.unwrap_or(metrics.ascent),
            outlines: (0..metrics.glyph_count).map(|_| OnceLock::new()).collect(),
            font,
        }
    }

    /// The glyphs of a text from left to right. With `ligatures` off, letters
    /// that are set apart stay apart.
    pub fn shape(&self, text: &str, ligatures: bool) -> Vec<ShapedGlyph> {
        let mut buffer = UnicodeBuffer::new();
        drawn(text).for_each(|(place, c)| buffer.add(c, place as u32));
        if buffer.is_empty() {
            return Vec::new();
        }
        buffer.guess_segment_properties();
        // Numbers have no script of their own.
        if buffer.script() == script::UNKNOWN {
            buffer.set_script(script::LATIN);
        }
        let features: &[Feature] = if ligatures { &[] } else { &WITHOUT_LIGATURES[..] };
        let latin =
            buffer.script() == script::LATIN && buffer.direction() == Direction::LeftToRight;
        let plan = latin.then(|| &self.latin[usize::from(!ligatures)]);
        let shaper = self.shaper.shaper(&self.font).build();
        let shaped = shaper.shape(buffer, ShapeOptions::new().features(features).plan(plan));
        let glyph = |(info, position): (&harfrust::GlyphInfo, &harfrust::GlyphPosition)| {
            let shift = [position.x_offset, position.y_offset];
            let (id, cluster) = (info.glyph_id, info.cluster);
            ShapedGlyph { id, cluster, advance: position.x_advance, shift }
        };
        shaped.glyph_infos().iter().zip(shaped.glyph_positions()).map(glyph).collect()
    }

    fn draw(&self, glyph: u32) -> Box<[Segment]> {
        let mut pen = Pen::default();
        if let Some(outline) = self.font.outline_glyphs().get(GlyphId::new(glyph)) {
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            if outline.draw(settings, &mut pen).is_err() {
                return Box::default();
            }
        }
        pen.segments.into()
    }
}

/// Collects an outline, turned from y up to y down.
#[derive(Default)]
struct Pen {
    segments: Vec<Segment>,
    at: Point,
}

impl Pen {
    fn push(&mut self, to: Point, segment: Segment) {
        self.at = to;
        self.segments.push(segment);
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = Point::new(x, -y);
        self.push(to, Segment::Move(to));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = Point::new(x, -y);
        self.push(to, Segment::Line(to));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (control, to) = (Point::new(cx, -cy), Point::new(x, -y));
        let share = 2.0 / 3.0;
        let cubic = Segment::Cubic(self.at.towards(control, share), to.towards(control, share), to);
        self.push(to, cubic);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let to = Point::new(x, -y);
        self.push(to, Segment::Cubic(Point::new(ax, -ay), Point::new(bx, -by), to));
    }

    fn close(&mut self) {
        self.segments.push(Segment::Close);
    }
}
