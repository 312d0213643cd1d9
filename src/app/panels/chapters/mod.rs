//! The chapters in their order, each with a small picture, and what the chosen one says.

mod card;
mod details;
mod grid;

use eframe::egui::{
    EventFilter, Id as WidgetId, Key, Modifiers, Panel, ScrollArea, Sense, Ui, vec2,
};

pub use self::card::{days, name, paint};
pub use self::grid::Grid;

use crate::app::action::{Action, SelectHow};
use crate::app::chapters::ChapterAction;
use crate::app::focus;
use crate::app::present::ShowAction;
use crate::app::thumbnails::Thumbnails;
use crate::app::view::View;
use crate::plan::Chapter;

/// How large a card is.
const CARD: (f32, f32) = (192.0, 168.0);
const GAP: f32 = 10.0;
const DETAILS_WIDTH: f32 = 380.0;

pub fn show(ui: &mut Ui, thumbnails: &mut Thumbnails, view: &View, actions: &mut Vec<Action>) {
    let chapters: Vec<&Chapter> = view.plan.chapters().iter().map(|chapter| &**chapter).collect();
    thumbnails.keep_only(|id| view.plan.chapters().contains(id));
    let chosen = chapters.iter().find(|chapter| view.state.selected.contains(&*chapter.id));
    if let Some(chosen) = chosen {
        Panel::right("chapter-details")
            .resizable(false)
            .exact_size(DETAILS_WIDTH.min(ui.available_width() * 0.5))
            .show(ui, |ui| {
                ScrollArea::vertical()
                    .auto_shrink(false)
                    .show(ui, |ui| details::show(ui, chosen, &chapters, view, actions));
            });
    }
    bar(ui, chapters.is_empty(), view, actions);
    ScrollArea::vertical().id_salt("chapters").auto_shrink(false).show(ui, |ui| {
        cards(ui, &chapters, thumbnails, view, actions);
    });
}

fn bar(ui: &mut Ui, is_empty: bool, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    ui.horizontal(|ui| {
        let mut button = |ui: &mut Ui, name: &str, keys: &str, action: Action| {
            if ui.button(words.text(name)).on_hover_text(keys).clicked() {
                actions.push(action);
            }
        };
        button(ui, "chapter-make", "Ctrl+M", Action::Chapter(ChapterAction::Make));
        if is_empty {
            let action = Action::Chapter(ChapterAction::MakeOfPhases);
            button(ui, "action-chapters-of-phases", "", action);
        }
        button(ui, "action-present", "F5", Action::Show(ShowAction::FromStart));
        if is_empty {
            ui.weak(words.text("chapters-none"));
        }
    });
    ui.add_space(4.0);
}

fn cards(
    ui: &mut Ui,
    chapters: &[&Chapter],
    thumbnails: &mut Thumbnails,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let grid = Grid::fitting(ui.available_width() - 8.0, vec2(CARD.0, CARD.1), GAP, chapters.len());
    let (area, _) = ui.allocate_exact_size(grid.size() + vec2(0.0, 4.0), Sense::hover());
    let origin = area.min.to_vec2();
    let mut dropped = None;
    for (index, chapter) in chapters.iter().enumerate() {
        let rect = grid.cell(index).translate(origin);
        let response = card::show(ui, rect, index, chapter, thumbnails, view);
        if response.clicked() {
            response.request_focus();
            actions.push(Action::Select((*chapter.id).clone(), SelectHow::of(ui)));
        }
        if response.double_clicked() {
            actions.push(Action::Chapter(ChapterAction::GoTo(chapter.id.clone())));
        }
        if view.state.reveal.as_ref() == Some(&*chapter.id) {
            ui.scroll_to_rect(rect, None);
        }
        let pointer = ui.ctx().pointer_interact_pos();
        if let Some(at) = pointer.filter(|_| response.dragged() || response.drag_stopped()) {
            let slot = grid.slot_at(at - origin);
            card::insertion(ui, &grid, slot, chapters.len(), origin, view);
            if response.drag_stopped() {
                // It leaves its own place before it goes into the other.
                dropped = Some((*chapter, if slot > index { slot - 1 } else { slot }));
            }
        }
        keys(ui, response.id, index, chapters, grid.columns, actions);
    }
    if let Some((chapter, to)) = dropped {
        actions.push(Action::Chapter(ChapterAction::Move(chapter.id.clone(), to)));
    }
}

/// The keys of the card that has the focus: the arrows go from card to card, with Alt
/// they move it, and Enter shows what it shows.
fn keys(
    ui: &Ui,
    id: WidgetId,
    index: usize,
    chapters: &[&Chapter],
    columns: usize,
    actions: &mut Vec<Action>,
) {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    focus::takes(ui.ctx(), id, focus::ARROWS);
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let last = chapters.len() - 1;
    let pressed = |modifiers, key| {
        ui.input(|input| input.modifiers.matches_exact(modifiers) && input.key_pressed(key))
    };
    for (key, to) in [
        (Key::ArrowLeft, index.checked_sub(1)),
        (Key::ArrowRight, Some(index + 1)),
        (Key::ArrowUp, index.checked_sub(columns)),
        (Key::ArrowDown, Some(index + columns)),
    ] {
        let Some(to) = to.filter(|to| *to <= last) else { continue };
        if pressed(Modifiers::NONE, key) {
            ui.memory_mut(|memory| memory.request_focus(card::id(&chapters[to].id)));
            actions.push(Action::Select((*chapters[to].id).clone(), SelectHow::Only));
        } else if pressed(Modifiers::ALT, key) {
            let id = chapters[index].id.clone();
            actions.push(Action::Chapter(ChapterAction::Move(id, to)));
        }
    }
    if pressed(Modifiers::NONE, Key::Enter) {
        actions.push(Action::Chapter(ChapterAction::GoTo(chapters[index].id.clone())));
    }
}
