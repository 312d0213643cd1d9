//! What a right click on the map offers.

use eframe::egui::{Popup, Response, Ui};

use super::chart::Chart;
use super::ground_id;
use crate::app::action::{Action, ClosingAction, SelectHow};
use crate::app::mapping::MapAction;
use crate::app::view::View;
use crate::geo::{LonLat, decimal, dms, mgrs};
use crate::plan::{Id, Site};

/// The menu of the land.
pub(super) fn show(response: &Response, chart: &Chart, view: &View, actions: &mut Vec<Action>) {
    let id = ground_id().with("menu-place");
    let ctx = &response.ctx;
    if response.secondary_clicked()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let place = chart.place(pointer);
        ctx.data_mut(|data| data.insert_temp(id, (place.lon(), place.lat())));
    }
    response.context_menu(|ui| {
        let Some((lon, lat)) = ui.data(|data| data.get_temp::<(f64, f64)>(id)) else { return };
        let place = LonLat::wrapped(lon, lat);
        of_place(ui, place, view, actions);
        entry(ui, "map-new-site-here", Action::Map(MapAction::AddSite(place)), view, actions);
        if let Some(sector) = view.theatre.sector_of(place) {
            let choose = MapAction::ChooseSector(Some(sector.to_owned()));
            if view.state.map.sectors().is_some() {
                entry(ui, "map-choose-sector", Action::Map(choose), view, actions);
            }
        }
        ui.separator();
        entry(ui, "action-fit-map", Action::FitMap, view, actions);
    });
}

/// The menu of a site.
pub(super) fn of_site(
    ui: &mut Ui,
    site: &Site,
    place: LonLat,
    view: &View,
    actions: &mut Vec<Action>,
) {
    of_place(ui, place, view, actions);
    ui.separator();
    if !site.is_exit() {
        let ask = Action::Closing(ClosingAction::Ask(Some(site.id.clone())));
        entry(ui, "close-this-site", ask, view, actions);
    }
    let id: Id = (*site.id).clone();
    if ui.button(view.words.text("action-remove")).clicked() {
        actions.push(Action::Select(id, SelectHow::Only));
        actions.push(Action::Form(crate::app::action::FormAction::Remove));
        ui.close();
    }
}

/// Coordinates to copy, and measuring.
fn of_place(ui: &mut Ui, place: LonLat, view: &View, actions: &mut Vec<Action>) {
    let copies = [Some(decimal(place)), Some(dms(place)), mgrs(place, 5)];
    for text in copies.into_iter().flatten() {
        let name = view.words.fill("copy-text", &[("text", text.as_str().into())]);
        if ui.button(name).clicked() {
            actions.push(Action::CopyText(text));
            ui.close();
        }
    }
    ui.separator();
    let measure = Action::Map(MapAction::MeasureFrom(place));
    entry(ui, "map-measure-from-here", measure, view, actions);
}

fn entry(ui: &mut Ui, name: &str, action: Action, view: &View, actions: &mut Vec<Action>) {
    if ui.button(view.words.text(name)).clicked() {
        actions.push(action);
        Popup::close_all(ui.ctx());
    }
}
