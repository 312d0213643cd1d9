//! Which entries of the menus can be on, whether they are, and the tick that says so.

use std::sync::Arc;

use eframe::egui::{
    Atom, AtomKind, AtomPaintArgs, IntoSizedResult, Role, Shape, SizedAtomKind, Stroke, Ui, vec2,
};

use crate::app::action::Action;
use crate::app::bar_acts::BarAction;
use crate::app::links::LinkAction;
use crate::app::playback::LoopMode;
use crate::app::view::View;
use crate::draw::timeline::Grouping;

/// Whether what an action switches is on; None where it switches nothing.
pub fn is_on(action: &Action, ui: &Ui, view: &View) -> Option<bool> {
    let links = &view.state.links;
    Some(match action {
        Action::ShowTab(tab) => view.state.tab == *tab,
        Action::Link(LinkAction::ToggleCritical) => links.marks_critical,
        Action::Link(LinkAction::ToggleAllLinks) => links.all_links,
        Action::Link(LinkAction::ToggleSectors) => links.grouping == Grouping::Sectors,
        Action::Link(LinkAction::ToggleOnlySelected) => links.only_selected,
        Action::Link(LinkAction::ToggleOdds) => links.shows_odds,
        Action::ToggleOutline => view.panes.outline,
        Action::ToggleInspector => view.panes.inspector,
        Action::ToggleStrength => view.panes.strength,
        Action::ToggleFullScreen => ui.input(|input| input.viewport().fullscreen.unwrap_or(false)),
        Action::Bars(BarAction::ToggleAutomatic) => view.automatic,
        Action::CycleLoop => view.state.playback.loop_mode() != LoopMode::Off,
        _ => return None,
    })
}

/// What an entry that can be on is for screen readers: one of several tabs, or a
/// switch of its own.
pub fn role(action: &Action) -> Role {
    match action {
        Action::ShowTab(_) => Role::MenuItemRadio,
        _ => Role::MenuItemCheckBox,
    }
}

/// A tick, or its room, before the name of an entry. The bundled fonts have none.
pub fn tick(on: bool) -> Atom<'static> {
    let size = vec2(12.0, 12.0);
    let paint = move |ui: &Ui, args: AtomPaintArgs| {
        if on {
            let c = args.rect.center();
            let points = [(-4.5, 0.5), (-1.5, 3.5), (4.5, -4.0)].map(|(x, y)| c + vec2(x, y));
            let stroke = Stroke::new(1.8, args.fallback_text_color);
            ui.painter().add(Shape::line(points.to_vec(), stroke));
        }
    };
    let paint = Arc::new(paint);
    let sized = move |_: &Ui, _| IntoSizedResult {
        intrinsic_size: size,
        sized: SizedAtomKind::Paint { paint: paint.clone(), size },
    };
    AtomKind::closure(sized).into()
}
