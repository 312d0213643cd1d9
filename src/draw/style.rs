//! Colours and sizes of every picture.

use crate::plan::{Category, LayerColor};
use crate::scene::{Color, Face, Fill, Font};

/// The look of a picture as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    Light,
    Dark,
    /// Ink on white paper: weight, pattern and shape carry what colour cannot.
    Print,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Print];

    pub fn as_word(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Print => "print",
        }
    }
}

/// The colours of a theme. The land is quiet so that camps, flows and dates
/// speak; people and materiel have the colours of Okabe and Ito, which are told
/// apart with every kind of colour vision.
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    pub theme: Theme,
    pub water: Color,
    /// Countries around the theatre.
    pub land: Color,
    /// The country of the theatre.
    pub country: Color,
    pub water_line: Color,
    /// Names of waters.
    pub water_text: Color,
    pub border: Color,
    /// A pale rim along borders, so that they part two tints.
    pub casing: Color,
    pub road: Color,
    pub text: Color,
    pub quiet: Color,
    pub line: Color,
    pub panel: Color,
    pub accent: Color,
    pub error: Color,
    pub warning: Color,
    pub good: Color,
    /// A site that is being closed or reduced.
    pub closing: Color,
    pub military: Color,
    pub police: Color,
    pub civilian: Color,
    pub materiel: Color,
    sectors: [SectorFill; 5],
    /// Of the layers that a plan brings along, in the order of [`LayerColor::KNOWN`].
    layers: [Color; 6],
}

/// What tells a sector from its neighbours: a tint, or in print a light hatch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SectorFill {
    pub ground: Color,
    pub hatch: Option<Color>,
}

impl SectorFill {
    fn rgb(tint: u32) -> SectorFill {
        SectorFill { ground: Color::rgb(tint), hatch: None }
    }

    pub fn fill(self) -> Fill {
        let ground = self.ground;
        let hatched = |line| Fill::Hatch { line, ground: Some(ground) };
        self.hatch.map_or(Fill::Solid(ground), hatched)
    }
}

/// Text of the map and the timeline.
pub const QUIET: Font = Font::new(Face::Regular, 11.0);
pub const TEXT: Font = Font::new(Face::Regular, 13.0);
pub const STRONG: Font = Font::new(Face::SemiBold, 13.0);
pub const DATE: Font = Font::new(Face::SemiBold, 28.0);
pub const WATER: Font = Font::new(Face::Italic, 11.0);
pub const SECTOR: Font = Font { face: Face::SemiBold, size: 15.0, spacing: 4.0 };
pub const COUNTRY: Font = Font { face: Face::Regular, size: 12.0, spacing: 3.0 };
pub const SMALL_COUNTRY: Font = Font { size: 10.0, spacing: 1.0, ..COUNTRY };

impl Style {
    pub fn of(theme: Theme) -> Style {
        match theme {
            Theme::Light => Style::light(),
            Theme::Dark => Style::dark(),
            Theme::Print => Style::print(),
        }
    }

    fn light() -> Style {
        Style {
            theme: Theme::Light,
            water: Color::rgb(0xCFE1EE),
            land: Color::rgb(0xEFEDE6),
            country: Color::rgb(0xFBFAF5),
            water_line: Color::rgb(0x8DB4CF),
            water_text: Color::rgb(0x33688C),
            border: Color::rgb(0x7A7F85),
            casing: Color::rgb(0xFFFFFF),
            road: Color::rgb(0xA89F8E),
            text: Color::rgb(0x1D2329),
            quiet: Color::rgb(0x5B6670),
            line: Color::rgb(0xB9C0C6),
            panel: Color::rgb(0xFFFFFF),
            accent: Color::rgb(0x009EDB),
            error: Color::rgb(0xC4302B),
            warning: Color::rgb(0xB87503),
            good: Color::rgb(0x2E7D4F),
            closing: Color::rgb(0xD55E00),
            military: Color::rgb(0x0072B2),
            police: Color::rgb(0x009E73),
            civilian: Color::rgb(0xCC79A7),
            materiel: Color::rgb(0xE69F00),
            sectors: [0xF5E0C0, 0xDFEAD6, 0xE8E0EF, 0xF6DED8, 0xFAF3DA].map(SectorFill::rgb),
            layers: [0x882255, 0x332288, 0x117733, 0x777710, 0xC45466, 0x4F5B66].map(Color::rgb),
        }
    }

    fn dark() -> Style {
        let country = Color::rgb(0x262B31);
        let light = Style::light();
        Style {
            theme: Theme::Dark,
            water: Color::rgb(0x16222C),
            land: Color::rgb(0x1C2126),
            country,
            water_line: Color::rgb(0x3B5E76),
            water_text: Color::rgb(0x7FB0CE),
            border: Color::rgb(0x7D8790),
            casing: Color::rgb(0x14181C),
            road: Color::rgb(0x6B675E),
            text: Color::rgb(0xE8ECEF),
            quiet: Color::rgb(0x9AA6B0),
            line: Color::rgb(0x48525B),
            panel: Color::rgb(0x1F2429),
            accent: Color::rgb(0x4CC1F0),
            error: Color::rgb(0xFF6B63),
            warning: Color::rgb(0xF0B13F),
            good: Color::rgb(0x63C08A),
            closing: Color::rgb(0xFF8A4C),
            military: light.military.towards(Color::WHITE, 0.3),
            police: light.police.towards(Color::WHITE, 0.15),
            civilian: light.civilian.towards(Color::WHITE, 0.15),
            materiel: light.materiel.towards(Color::WHITE, 0.15),
            sectors: [0x473D2D, 0x344338, 0x3F394D, 0x473636, 0x3C3B30].map(SectorFill::rgb),
            layers: [0xD987AE, 0xA79BEB, 0x6FC48B, 0xC6C45F, 0xEE99A6, 0xA9B6C2].map(Color::rgb),
        }
    }

    fn print() -> Style {
        let grey = |share: f32| Color::WHITE.towards(Color::BLACK, share);
        Style {
            theme: Theme::Print,
            water: Color::WHITE,
            land: grey(0.08),
            country: Color::WHITE,
            water_line: grey(0.35),
            water_text: grey(0.55),
            border: Color::BLACK,
            casing: Color::WHITE,
            road: grey(0.4),
            text: Color::BLACK,
            quiet: grey(0.6),
            line: grey(0.4),
            panel: Color::WHITE,
            accent: Color::BLACK,
            error: Color::BLACK,
            warning: grey(0.3),
            good: grey(0.5),
            closing: Color::BLACK,
            military: Color::BLACK,
            police: grey(0.45),
            civilian: grey(0.65),
            materiel: grey(0.3),
            // Shares of black of the ground and of the hatch on it.
            sectors: [(0.0, 0.14), (0.15, 0.0), (0.0, 0.09), (0.05, 0.0), (0.0, 0.0)].map(
                |(ground, hatch)| SectorFill {
                    ground: grey(ground),
                    hatch: (hatch > 0.0).then(|| grey(hatch)),
                },
            ),
            layers: [0.85, 0.95, 0.7, 0.5, 0.6, 0.75].map(grey),
        }
    }

    /// How the n-th sector is filled; neighbours differ for up to five of them.
    pub fn sector(&self, index: usize) -> SectorFill {
        self.sectors[index % self.sectors.len()]
    }

    /// The colour of a layer that a plan brings along.
    pub fn layer(&self, color: &LayerColor) -> Color {
        let index = LayerColor::KNOWN.iter().position(|known| known == color);
        self.layers[index.unwrap_or(0)]
    }

    pub fn category(&self, category: &Category) -> Color {
        match category {
            Category::Military => self.military,
            Category::Police => self.police,
            Category::Civilian => self.civilian,
            Category::Stores | Category::Unknown(_) => self.materiel,
        }
    }
}
