//! What is asked of the map, done.

use super::{MapAction, MapState, Tool, refusal_message};
use crate::app::Window;
use crate::geo::LonLat;
use crate::i18n::words;
use crate::sectors::Refusal;

impl Window {
    pub(in crate::app) fn act_on_map(&mut self, action: MapAction) {
        match action {
            MapAction::Use(tool) => self.use_tool(tool),
            MapAction::Remember(camera) => self.view.remember(camera),
            MapAction::ToggleFilter(part) => {
                if !self.view.map.filters.remove(part) {
                    self.view.map.filters.insert(part);
                }
            }
            MapAction::ClearFilters => self.view.map.filters.clear(),
            MapAction::Point(place) => self.put_point(place),
            MapAction::MeasureFrom(place) => {
                self.lay_down();
                self.view.map.tool = Tool::Measure;
                self.view.map.points = vec![place];
                self.view.map.focus = true;
            }
            MapAction::Finish => self.finish_points(),
            MapAction::AddSite(place) => self.add_site(place),
            MapAction::Hold(hold) => self.view.map.hold = hold,
            MapAction::MoveSite(id, place) => self.move_site(&id, place),
            MapAction::Release => self.release(),
            MapAction::ChooseSector(sector) => {
                self.view.map.corner = None;
                self.view.map.sector = sector;
            }
            MapAction::ChooseCorner(corner) => self.view.map.corner = corner,
            MapAction::Reshape(reshape) => self.reshape(reshape),
            MapAction::Focused => self.view.map.focus = false,
            MapAction::Compare(action) => self.act_on_swipe(action),
        }
    }

    /// Takes up a tool; the one in use is laid down.
    fn use_tool(&mut self, tool: Tool) {
        let before = self.view.map.tool;
        self.release();
        self.lay_down();
        self.view.map.tool = if before == tool { tool.behind() } else { tool };
        self.view.map.focus = self.view.map.tool.puts_points();
        self.follow_sectors();
    }

    /// Forgets what the tool in use was at.
    fn lay_down(&mut self) {
        let MapState { points, hold, corner, sector, tool, .. } = &mut self.view.map;
        points.clear();
        *hold = None;
        *corner = None;
        if !tool.edits_sectors() {
            *sector = None;
        }
    }

    fn put_point(&mut self, place: LonLat) {
        let MapState { points, tool, .. } = &mut self.view.map;
        match tool {
            Tool::AddSite => self.add_site(place),
            Tool::DrawSector if points.len() > 2 && points.first() == Some(&place) => {
                self.finish_points();
            }
            // The second click of a double-click is at the place of the first.
            Tool::DrawSector | Tool::Measure if points.last() != Some(&place) => {
                points.push(place);
            }
            _ => {}
        }
    }

    /// Ends what is being measured; makes a sector of what is drawn.
    pub(super) fn finish_points(&mut self) {
        match self.view.map.tool {
            Tool::Measure => self.view.map.tool = Tool::Look,
            Tool::DrawSector => self.close_ring(),
            _ => {}
        }
        if !self.view.map.tool.puts_points() {
            self.view.map.points.clear();
        }
    }

    /// What was held is done: a box is looked at, a site and a sector stay.
    fn release(&mut self) {
        let Some(hold) = self.view.map.hold.take() else { return };
        self.document.finish_gesture();
        if let Some(sectors) = self.view.map.sectors().cloned() {
            match hold.reshaped(&sectors) {
                Some(Ok(reshaped)) if reshaped != *sectors => {
                    self.put_reshaped(&hold, reshaped);
                }
                Some(Err(refusal)) => self.refuse_sectors(&refusal),
                _ => {}
            }
        }
    }

    pub(super) fn refuse_sectors(&mut self, refusal: &Refusal) {
        self.say(words(self.settings.lang).text(refusal_message(refusal)));
    }

    /// Gives up one thing: what is held, what is drawn, the tool, the comparison.
    /// False where there is nothing to give up.
    pub(super) fn give_up(&mut self) -> bool {
        if self.view.map.hold.take().is_some() {
            self.document.cancel_gesture();
            return true;
        }
        let MapState { points, tool, corner, swipe, .. } = &mut self.view.map;
        if *tool == Tool::DrawSector && !points.is_empty() {
            points.clear();
        } else if corner.is_some() {
            *corner = None;
        } else if *tool != Tool::Look {
            let behind = tool.behind();
            self.lay_down();
            self.view.map.tool = behind;
        } else if swipe.is_some() {
            *swipe = None;
        } else {
            return false;
        }
        true
    }

    /// Lets go of what keys moved, once no key follows.
    pub(in crate::app) fn settle_map(&mut self, ctx: &eframe::egui::Context) {
        /// Presses of a key that follow each other within so many seconds are one step.
        const HELD_SECS: f64 = 1.0;
        let pressed = self.view.map.hold.as_ref().and_then(super::Hold::by_keys);
        let Some(pressed) = pressed else { return };
        let left = pressed + HELD_SECS - ctx.input(|input| input.time);
        if left <= 0.0 || ctx.input(|input| input.pointer.any_pressed()) {
            self.release();
        } else {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(left));
        }
    }
}
