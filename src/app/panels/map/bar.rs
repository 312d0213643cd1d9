//! The bar above the map: what the tool in use does, and its choices.

use eframe::egui::{Align, ComboBox, Frame, Label, Layout, Margin, RichText, Ui};

use super::measure;
use crate::app::action::Action;
use crate::app::convert::color32;
use crate::app::date_field::{DateChange, date_field};
use crate::app::mapping::{Compared, MapAction, Reshape, Swipe, SwipeAction, Tool};
use crate::app::panels::name_button;
use crate::app::typed_field::TypedField;
use crate::app::view::View;
use crate::sectors::{Sector, Sectors};

/// A hint with less room than this says nothing.
const LEAST_HINT: f32 = 110.0;

/// Nothing where the map is only looked at.
pub(super) fn show(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let map = &view.state.map;
    if map.tool == Tool::Look && map.swipe.is_none() && map.filters.is_empty() {
        return;
    }
    let frame = Frame::new().fill(color32(view.style.panel)).inner_margin(Margin::symmetric(8, 4));
    frame.show(ui, |ui| {
        if let Some(swipe) = &map.swipe {
            row(ui, "map-bar-compare", view, actions, |ui, actions| {
                compare(ui, swipe, view, actions);
                Action::Map(MapAction::Compare(SwipeAction::Toggle))
            });
        }
        if map.tool != Tool::Look {
            row(ui, title(map.tool), view, actions, |ui, actions| {
                tool(ui, view, actions);
                Action::Map(MapAction::Use(base(map.tool)))
            });
        }
        if !map.filters.is_empty() {
            row(ui, "map-filtered", view, actions, |_, _| Action::Map(MapAction::ClearFilters));
        }
    });
    let line = color32(view.style.line);
    let bottom = ui.min_rect().bottom();
    ui.painter().hline(ui.max_rect().x_range(), bottom, (1.0, line));
}

/// A row with its title at the left and the way out of it at the right. `content`
/// gives the action that ends it.
fn row(
    ui: &mut Ui,
    title: &str,
    view: &View,
    actions: &mut Vec<Action>,
    content: impl FnOnce(&mut Ui, &mut Vec<Action>) -> Action,
) {
    ui.horizontal(|ui| {
        ui.strong(view.words.text(title));
        ui.add_space(4.0);
        let end = content(ui, actions);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let message = if title == "map-filtered" { "action-show-all" } else { "map-done" };
            if ui.button(view.words.text(message)).clicked() {
                actions.push(end);
            }
            let hint = match title {
                "map-bar-compare" | "map-filtered" => return,
                _ => view.words.text(hint(view.state.map.tool, view)),
            };
            if ui.available_width() < LEAST_HINT {
                return;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let hint = RichText::new(hint).color(color32(view.style.quiet));
                ui.add(Label::new(hint).truncate());
            });
        });
    });
}

fn title(tool: Tool) -> &'static str {
    match tool {
        Tool::Look | Tool::Measure => "map-bar-measure",
        Tool::Sites | Tool::AddSite => "map-bar-sites",
        Tool::Sectors | Tool::DrawSector => "map-bar-sectors",
    }
}

/// The tool that its button at the right lays down.
fn base(tool: Tool) -> Tool {
    match tool {
        Tool::AddSite => Tool::Sites,
        Tool::DrawSector => Tool::Sectors,
        tool => tool,
    }
}

fn hint(tool: Tool, view: &View) -> &'static str {
    match tool {
        Tool::Look => "map-measure-hint",
        Tool::Measure => "map-measure-hint",
        Tool::Sites => "map-sites-hint",
        Tool::AddSite => "map-add-site-hint",
        Tool::DrawSector => "map-draw-sector-hint",
        Tool::Sectors if view.state.map.sector.is_none() => "map-sectors-hint",
        Tool::Sectors => "map-sector-hint",
    }
}

fn tool(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let map = &view.state.map;
    let mut toggle = |ui: &mut Ui, name: &str, tool: Tool| {
        if ui.selectable_label(map.tool == tool, view.words.text(name)).clicked() {
            actions.push(Action::Map(MapAction::Use(tool)));
        }
    };
    match map.tool {
        Tool::Look => {}
        Tool::Measure => {
            if map.points.len() > 1 {
                ui.strong(measure::total_text(&map.points, view.words));
            }
        }
        Tool::Sites | Tool::AddSite => toggle(ui, "map-new-site", Tool::AddSite),
        Tool::Sectors | Tool::DrawSector => {
            toggle(ui, "map-new-sector", Tool::DrawSector);
            if let Some(sectors) = map.sectors().filter(|_| map.tool == Tool::Sectors) {
                sector(ui, sectors, view, actions);
            }
        }
    }
}

/// Which sector is chosen; its name and its removal.
fn sector(ui: &mut Ui, sectors: &Sectors, view: &View, actions: &mut Vec<Action>) {
    let lang = view.words.lang().tag();
    let name = |sector: &Sector| sector.name(lang).unwrap_or(&sector.id).to_owned();
    let chosen = view.state.map.sector.as_deref().and_then(|id| sectors.find(id));
    let shown = chosen.map_or_else(|| view.words.text("map-no-sector"), name);
    let choice = ComboBox::from_id_salt("map-sector").selected_text(shown).show_ui(ui, |ui| {
        for sector in &sectors.list {
            let is_chosen = chosen.is_some_and(|chosen| chosen.id == sector.id);
            if ui.selectable_label(is_chosen, name(sector)).clicked() {
                let choose = MapAction::ChooseSector(Some(sector.id.clone()));
                actions.push(Action::Map(choose));
            }
        }
    });
    name_button(&choice.response, &view.words.text("map-choose-sector"));
    let Some(chosen) = chosen else { return };
    let field = TypedField {
        id: eframe::egui::Id::unique("map-sector-name").with((view.document, &chosen.id)),
        label: &view.words.text("map-sector-name"),
        shown: &name(chosen),
        hint: "",
        width: 130.0,
    };
    if let Some(name) = field.show(ui, |_| None).filter(|name| !name.trim().is_empty()) {
        let rename = Reshape::Rename { id: chosen.id.clone(), name: name.trim().to_owned() };
        actions.push(Action::Map(MapAction::Reshape(rename)));
    }
    if ui.button(view.words.text("map-remove-sector")).clicked() {
        let remove = Reshape::Remove(chosen.id.clone());
        actions.push(Action::Map(MapAction::Reshape(remove)));
    }
}

/// Two dates or two tracks, the fixed date, and which is left.
fn compare(ui: &mut Ui, swipe: &Swipe, view: &View, actions: &mut Vec<Action>) {
    let mut wish = |action| actions.push(Action::Map(MapAction::Compare(action)));
    for (compared, name) in [(Compared::Dates, "swipe-dates"), (Compared::Tracks, "swipe-tracks")] {
        if ui.selectable_label(swipe.compared == compared, view.words.text(name)).clicked() {
            wish(SwipeAction::Compare(compared));
        }
    }
    if swipe.compared == Compared::Dates {
        ui.label(view.words.text("swipe-fixed"));
        let label = view.words.text("swipe-fixed-field");
        let id = eframe::egui::Id::unique("swipe-fixed");
        let context = view.typed_context();
        let change = date_field(ui, id, &label, Some(swipe.fixed), context, view.words);
        if let Some(DateChange::To(day)) = change {
            wish(SwipeAction::Fix(day));
        }
    }
    if ui.button(view.words.text("swipe-exchange")).clicked() {
        wish(SwipeAction::Exchange);
    }
}
