//! Colours and fonts of scenes as egui names them.

use eframe::egui::{Color32, FontFamily, FontId};

use crate::scene::{Color, Face, Font};

/// The names of the families of semi-bold and of italic letters.
pub const SEMI_BOLD: &str = "semi-bold";
pub const ITALIC: &str = "italic";

pub fn color32(color: Color) -> Color32 {
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
}

pub fn font_id(font: Font) -> FontId {
    FontId::new(font.size, family(font.face))
}

pub fn family(face: Face) -> FontFamily {
    match face {
        Face::Regular => FontFamily::Proportional,
        Face::SemiBold => FontFamily::Name(SEMI_BOLD.into()),
        Face::Italic => FontFamily::Name(ITALIC.into()),
    }
}
