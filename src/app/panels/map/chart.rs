//! Where places of the map are in the window.

use eframe::egui::{Pos2, Rect, Vec2, vec2};

use crate::geo::{LonLat, MapView, ViewPoint};

/// A map in a rectangle of the window.
#[derive(Clone, Copy)]
pub(super) struct Chart {
    pub rect: Rect,
    pub map: MapView,
}

impl Chart {
    pub fn at(&self, place: LonLat) -> Pos2 {
        let at = self.map.view_from_lonlat(place);
        self.rect.min + vec2(at.x as f32, at.y as f32)
    }

    pub fn place(&self, at: Pos2) -> LonLat {
        self.map.lonlat_from_view(self.point(at))
    }

    pub fn point(&self, at: Pos2) -> ViewPoint {
        let at = at - self.rect.min;
        ViewPoint { x: f64::from(at.x), y: f64::from(at.y) }
    }

    /// A place moved by so many points of the window.
    pub fn moved(&self, place: LonLat, by: Vec2) -> LonLat {
        self.place(self.at(place) + by)
    }
}
