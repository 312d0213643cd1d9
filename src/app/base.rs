//! The still part of the map: kept while the camera rests, and shifted while it pans.

use std::sync::Arc;

use eframe::egui::{Vec2, vec2};

use super::cache_keys::BaseKey;
use super::keyed::Keyed;
use super::paint::Kept;
use crate::geo::{MapView, ViewSize, WorldPoint};

/// How much farther on each side the land is drawn while the camera pans, in points: so
/// far it may go until the land is drawn anew.
const BEYOND: f64 = 200.0;

/// What was drawn last of the land.
#[derive(Default)]
pub struct Base {
    /// For the camera that rests: the very picture.
    still: Keyed<BaseKey, (MapView, Arc<Kept>)>,
    /// For cameras around the one it was drawn for.
    wide: Keyed<BaseKey, (MapView, Arc<Kept>)>,
    /// That of the frame before.
    view: Option<MapView>,
}

/// Land that was drawn, and how far away from where it was drawn for it is.
pub struct Shifted {
    pub land: Arc<Kept>,
    pub by: Vec2,
    /// Whether the camera moves: the picture is not the one of a camera that rests.
    pub is_panned: bool,
}

impl Base {
    /// `make` draws the land of a view, moved to the left and up by so many points.
    pub fn get(
        &mut self,
        key: BaseKey,
        view: &MapView,
        make: impl FnOnce(MapView, f64) -> Kept,
    ) -> Shifted {
        let before = self.view.replace(*view);
        let is_panned = before.is_some_and(|before| {
            before != *view
                && before.camera().zoom == view.camera().zoom
                && before.size() == view.size()
        });
        let (kept, beyond) =
            if is_panned { (&mut self.wide, BEYOND) } else { (&mut self.still, 0.0) };
        let holds = |(of, _): &(MapView, Arc<Kept>)| {
            let by = shift(of, view);
            f64::from(by.x.abs().max(by.y.abs())) <= beyond
        };
        let (of, land) = kept.get_while(key, holds, || {
            let size = view.size();
            let size = ViewSize::new(size.width() + 2.0 * beyond, size.height() + 2.0 * beyond);
            (*view, Arc::new(make(MapView::new(view.camera(), size), beyond)))
        });
        Shifted { land, by: shift(&of, view), is_panned }
    }
}

/// How far what one view shows lies from there in another one of the same zoom.
fn shift(of: &MapView, view: &MapView) -> Vec2 {
    let middle = view.view_from_world(WorldPoint::from(of.camera().center));
    let size = view.size();
    vec2((middle.x - size.width() / 2.0) as f32, (middle.y - size.height() / 2.0) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::cache_keys::TheatreKey;
    use crate::draw::Theme;
    use crate::geo::{Camera, LonLat};
    use crate::plan::Plan;
    use eframe::egui::{Context, Pos2, Rect};

    /// How often the land was drawn by which view, as the camera goes through points of
    /// the first view.
    fn drawn(points: &[(f64, f64)]) -> Vec<(f64, Vec2)> {
        let size = ViewSize::new(800.0, 600.0);
        let start = MapView::new(Camera::new(LonLat::new(-3.0, 16.0).unwrap(), 6.0), size);
        let key = BaseKey {
            theatre: TheatreKey::of(&Plan::default(), None),
            zoom: 6.0,
            size,
            theme: Theme::Light,
            corner: Pos2::ZERO,
            pixels_per_point: 1.0,
            layers: None,
            own_layers: Vec::new(),
        };
        let mut base = Base::default();
        let mut drawn = Vec::new();
        for (x, y) in points {
            let view = MapView::new(start.panned(*x, *y), size);
            let mut width = 0.0;
            let shown = base.get(key.clone(), &view, |view, _| {
                width = view.size().width();
                Kept::of(&Context::default(), &[], Pos2::ZERO, Rect::ZERO)
            });
            drawn.push((width, shown.by));
        }
        drawn
    }

    #[test]
    fn land_is_drawn_anew_when_the_camera_rests_or_has_gone_far() {
        let points =
            [(0.0, 0.0), (0.0, 0.0), (10.0, 0.0), (60.0, -40.0), (250.0, 0.0), (250.0, 0.0)];
        let drawn = drawn(&points);
        let widths: Vec<f64> = drawn.iter().map(|(width, _)| *width).collect();
        // At first, when it begins to pan, when it has gone far, and where it rests.
        assert_eq!(widths, [800.0, 0.0, 1200.0, 0.0, 1200.0, 800.0]);
        for (i, expect) in [(2, vec2(0.0, 0.0)), (3, vec2(50.0, -40.0)), (5, Vec2::ZERO)] {
            assert!((drawn[i].1 - expect).length() < 0.01, "{i}: {:?}", drawn[i]);
        }
    }
}
