//! The keys that the tools of the map take before anything else does.

use eframe::egui::{Context, Key, Modifiers, Popup};

use super::hold::Reshape;
use super::{MapAction, MapState, Tool};
use crate::app::panels::timeline::Hold as BarHold;
use crate::app::{Window, panels};

/// For the list of keys: those that are in no menu.
pub const MAP_KEYS: &[(&str, &str)] = &[
    ("← → ↑ ↓", "keys-map-pan"),
    ("Space", "keys-map-point"),
    ("Enter", "keys-map-finish"),
    ("Backspace", "keys-map-back"),
    ("Tab", "keys-map-corners"),
    ("⇧+← →", "keys-map-nudge"),
    ("Del", "keys-map-remove"),
    ("Alt", "keys-map-free"),
];

impl Window {
    /// Esc gives up, Enter finishes, Backspace takes a point back, Del removes what
    /// is chosen of the sectors.
    pub(in crate::app) fn map_keys(&mut self, ctx: &Context) {
        self.settle_map(ctx);
        let on_timeline =
            self.hold.as_ref().is_some_and(BarHold::is_pressed) || self.view.links.chosen.is_some();
        let typing = ctx.text_edit_focused() || self.was_typing;
        if typing || on_timeline || Popup::is_any_open(ctx) {
            return;
        }
        let pressed = |key| ctx.input(|input| input.key_pressed(key));
        let take = |key| {
            ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        };
        if pressed(Key::Escape) && self.give_up() {
            take(Key::Escape);
        }
        let MapState { tool, points, hold, sector, corner, .. } = &mut self.view.map;
        let tool = *tool;
        if matches!(tool, Tool::Measure | Tool::DrawSector) {
            if pressed(Key::Backspace) && points.pop().is_some() {
                take(Key::Backspace);
            }
            if pressed(Key::Enter) && !points.is_empty() {
                take(Key::Enter);
                self.finish_points();
            }
            return;
        }
        if pressed(Key::Enter) && hold.as_ref().is_some_and(|hold| hold.by_keys().is_some()) {
            take(Key::Enter);
            self.act_on_map(MapAction::Release);
            return;
        }
        // Del is for a bar or a row that has the focus.
        let focused = ctx.memory(|memory| memory.focused());
        let is_here = focused.is_none() || focused == panels::map::focused(ctx);
        if tool == Tool::Sectors && is_here && pressed(Key::Delete) {
            let reshape = match (corner.take(), sector.clone()) {
                (Some(corner), _) => Some(Reshape::RemoveCorner(corner)),
                (None, sector) => sector.map(Reshape::Remove),
            };
            if let Some(reshape) = reshape {
                take(Key::Delete);
                self.reshape(reshape);
            }
        }
    }
}
