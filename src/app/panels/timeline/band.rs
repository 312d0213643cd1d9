//! A box that is drawn over rows: it takes the bars it touches.

use std::collections::BTreeSet;

use eframe::egui::{Pos2, Rect, Ui, pos2};

use super::drag::{is_released, was_given_up};
use super::edges;
use crate::app::action::Action;
use crate::app::bar_acts::BarAction;
use crate::app::view::View;
use crate::draw::timeline::{Layout, bar_dates};
use crate::plan::Id;

/// A box over rows, from press to release.
pub struct Band {
    /// Where the button was pressed, in the window.
    origin: Pos2,
    /// The same on the days and down the rows, which may scroll meanwhile: days
    /// since 1970, and points from the top of the first row.
    corner: (f64, f32),
    /// What was selected at the press.
    before: BTreeSet<Id>,
    /// Whether what was selected stays so.
    adds: bool,
    taken: BTreeSet<Id>,
    is_cancelled: bool,
}

impl Band {
    pub(super) fn begin(ui: &Ui, rect: Rect, layout: &Layout, origin: Pos2, view: &View) -> Band {
        let at = origin - rect.min;
        Band {
            origin,
            corner: (layout.days_at(at.x), down(layout, at.y)),
            before: (*view.state.selected).clone(),
            adds: ui.input(|input| input.modifiers.command),
            taken: (*view.state.selected).clone(),
            is_cancelled: false,
        }
    }

    pub fn cancel(&mut self) {
        self.is_cancelled = true;
    }

    /// Takes what the box touches in this frame. False when it is over.
    pub(super) fn go_on(
        &mut self,
        ui: &Ui,
        rect: Rect,
        layout: &mut Layout,
        view: &View,
        actions: &mut Vec<Action>,
    ) -> bool {
        if was_given_up(ui) && !self.is_cancelled {
            self.cancel();
            actions.push(Action::Bars(BarAction::SelectAll(self.before.clone())));
        }
        if let Some(pointer) = ui.ctx().pointer_latest_pos().filter(|_| !self.is_cancelled) {
            edges::scroll(ui, rect, layout, self.origin, view.horizon, view, actions);
            let taken = self.touched(self.on_chart(rect, layout, pointer), layout, view);
            if taken != self.taken {
                self.taken = taken.clone();
                actions.push(Action::Bars(BarAction::SelectAll(taken)));
            }
        }
        !is_released(ui)
    }

    /// The box now, in points of the timeline; None where it was given up.
    pub(super) fn rect(&self, rect: Rect, layout: &Layout, pointer: Pos2) -> Option<Rect> {
        (!self.is_cancelled).then(|| self.on_chart(rect, layout, pointer))
    }

    fn on_chart(&self, rect: Rect, layout: &Layout, pointer: Pos2) -> Rect {
        let (days, y) = self.corner;
        let corner = pos2(layout.x_of(days), y + Layout::head() - layout.scroll);
        Rect::from_two_pos(corner, (pointer - rect.min).to_pos2())
    }

    /// The bars of all rows, in view or not, that the box touches.
    fn touched(&self, area: Rect, layout: &Layout, view: &View) -> BTreeSet<Id> {
        let row = |y: f32| down(layout, y) / Layout::ROW;
        let first = row(area.min.y).floor().max(0.0) as usize;
        let last = row(area.max.y).ceil().max(0.0) as usize;
        let rows = view.rows.iter().enumerate().take(last).skip(first);
        let bars = rows.filter_map(|(index, row)| {
            let id = row.item()?;
            let bar = layout.span_rect(bar_dates(view.plan, view.schedule, id)?, index);
            let touches = bar.min.x <= area.max.x
                && area.min.x <= bar.max.x
                && bar.min.y <= area.max.y
                && area.min.y <= bar.max.y;
            touches.then(|| id.clone())
        });
        let kept = self.before.iter().filter(|_| self.adds).cloned();
        bars.chain(kept).collect()
    }
}

/// How far below the top of the first row a height of the timeline is.
fn down(layout: &Layout, y: f32) -> f32 {
    y - Layout::head() + layout.scroll
}
