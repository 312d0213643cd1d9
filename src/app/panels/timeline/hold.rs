//! What is under way on the timeline: a drag of bars, bars moved by keys, a box, a
//! link.

use eframe::egui::{Rect, Ui};

use super::band::Band;
use super::drag::Drag;
use super::keys::KeyMoves;
use super::link_draw::LinkDraw;
use crate::app::action::Action;
use crate::app::view::View;
use crate::draw::timeline::Layout;
use crate::plan::Id;

/// What is under way on the timeline, over several frames.
pub enum Hold {
    Bars(Drag),
    Keys(KeyMoves),
    Box(Band),
    Link(LinkDraw),
}

impl Hold {
    /// Whether a button is held for it.
    pub fn is_pressed(&self) -> bool {
        !matches!(self, Hold::Keys(_))
    }

    /// Gives up what a button is held for; nothing happens until it is released.
    pub fn cancel(&mut self) {
        match self {
            Hold::Bars(drag) => drag.cancel(),
            Hold::Box(band) => band.cancel(),
            Hold::Link(draw) => draw.cancel(),
            Hold::Keys(_) => {}
        }
    }

    /// The drag that has bars on their way.
    pub(super) fn live_drag(&mut self) -> Option<&mut Drag> {
        match self {
            Hold::Bars(drag) if drag.is_live() => Some(drag),
            _ => None,
        }
    }

    /// Whether a bar moves by hand, by keys, or follows one that does.
    pub(super) fn follows(&self, id: &Id) -> bool {
        match self {
            Hold::Bars(drag) => drag.is_live() && drag.moving.follows(id),
            Hold::Keys(keys) => keys.moving.follows(id),
            Hold::Box(_) | Hold::Link(_) => false,
        }
    }
}

/// Goes on with what is under way, for a frame.
pub(super) fn go_on(
    ui: &Ui,
    hold: &mut Option<Hold>,
    rect: Rect,
    layout: &mut Layout,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let goes_on = match hold {
        Some(Hold::Bars(drag)) => drag.go_on(ui, rect, layout, view, actions),
        Some(Hold::Keys(keys)) => keys.go_on(ui, actions),
        Some(Hold::Box(band)) => band.go_on(ui, rect, layout, view, actions),
        Some(Hold::Link(draw)) => draw.go_on(ui, rect, layout, view, actions),
        None => return,
    };
    if !goes_on {
        *hold = None;
    }
}
