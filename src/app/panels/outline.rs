//! The tree at the left: sectors with their sites, phases with what they hold.

use eframe::egui::{
    CollapsingHeader, Id as WidgetId, RichText, ScrollArea, TextEdit, TextWrapMode, Ui,
};

use crate::app::action::{Action, SelectHow};
use crate::app::convert::color32;
use crate::app::derived::sector_name;
use crate::app::typed_field;
use crate::app::view::View;
use crate::i18n::without_accents;
use crate::plan::{Id, Kind, SectorId, Site};
use crate::schedule::SiteState;

/// The kinds that stand in the tree in a way of their own.
const OWN_GROUPS: &[Kind] = &[Kind::Site, Kind::Phase, Kind::Layer];

/// `focus_search`: the search field takes the focus now.
pub fn show(ui: &mut Ui, focus_search: bool, view: &View, actions: &mut Vec<Action>) {
    // A long name is cut, so that it does not decide how wide the panel is.
    ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
    search(ui, focus_search, view, actions);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        sites(ui, view, actions);
        phases(ui, view, actions);
        super::layers::group(ui, |name| found(view, name), view, actions);
        for kind in Kind::ALL.iter().copied().filter(|kind| !OWN_GROUPS.contains(kind)) {
            group(ui, kind, view, actions);
        }
    });
}

fn search(ui: &mut Ui, focus: bool, view: &View, actions: &mut Vec<Action>) {
    let mut text = view.state.search.clone();
    let hint = view.words.text("action-search");
    let edit = TextEdit::singleline(&mut text)
        .id(WidgetId::unique("search"))
        .hint_text(&hint)
        .desired_width(f32::INFINITY);
    let response = typed_field::name(ui.add(edit), &hint);
    if focus {
        response.request_focus();
    }
    if response.changed() {
        actions.push(Action::Search(text));
    }
    ui.add_space(2.0);
}

/// Whether a name is among what is searched for.
fn found(view: &View, name: &str) -> bool {
    let wanted = without_accents(view.state.search.trim());
    wanted.is_empty() || without_accents(name).contains(&wanted)
}

fn sites(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let of_sector = |sector: Option<&SectorId>| {
        let sites = view.plan.sites().iter().filter(move |site| site.sector.as_ref() == sector);
        sites.filter(|site| found(view, &view.names().site(&site.id))).collect::<Vec<_>>()
    };
    let mut sectors: Vec<Option<SectorId>> =
        view.plan.sites().iter().map(|site| site.sector.clone()).collect();
    sectors.sort();
    sectors.dedup();
    // Those without a sector come last.
    sectors.sort_by_key(Option::is_none);
    for sector in sectors {
        let members = of_sector(sector.as_ref());
        if members.is_empty() {
            continue;
        }
        let name = match &sector {
            Some(id) => sector_name(view.theatre, id, view.words),
            None => view.words.text("no-sector"),
        };
        CollapsingHeader::new(RichText::new(name).strong())
            .id_salt(("sector", sector.as_ref().map(ToString::to_string)))
            .default_open(true)
            .show(ui, |ui| {
                for site in members {
                    site_row(ui, site, view, actions);
                }
            });
    }
}

fn site_row(ui: &mut Ui, site: &Site, view: &View, actions: &mut Vec<Action>) {
    let state = view.schedule.site_state(view.track, &site.id, view.moment);
    ui.horizontal(|ui| {
        row(ui, &site.id, &view.names().site(&site.id), view, actions);
        if let Some(state) = state.filter(|_| !site.is_exit()) {
            let color = match state {
                SiteState::Open => view.style.accent,
                SiteState::Closing | SiteState::Reducing | SiteState::Liquidating => {
                    view.style.warning
                }
                SiteState::HandedOver => view.style.good,
                _ => view.style.quiet,
            };
            let word = view.words.word("site-state", state.as_word());
            ui.small(RichText::new(word).color(color32(color)));
        }
    });
}

fn phases(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let title = RichText::new(view.words.text("outline-phases")).strong();
    CollapsingHeader::new(title).id_salt("phases").default_open(true).show(ui, |ui| {
        for phase in view.plan.phases().iter() {
            let name = view.names().item(&phase.id);
            if found(view, &name) {
                ui.horizontal(|ui| {
                    if phase.parent.is_some() {
                        ui.add_space(12.0);
                    }
                    row(ui, &phase.id, &name, view, actions);
                });
            }
        }
    });
}

/// The items of a kind, folded away unless something is searched for: then those
/// that are found are shown.
fn group(ui: &mut Ui, kind: Kind, view: &View, actions: &mut Vec<Action>) {
    let searching = !view.state.search.trim().is_empty();
    let (count, hits) = if searching {
        let names = view.names();
        let all = view.plan.kinds().filter(|(_, other)| *other == kind);
        let hits = all.filter(|(id, _)| found(view, &names.item(id)));
        let hits: Vec<Id> = hits.map(|(id, _)| id.clone()).collect();
        (hits.len(), Some(hits))
    } else {
        (view.plan.count(kind), None)
    };
    if count == 0 {
        return;
    }
    let name = view.words.text(&format!("kinds-{}", kind.list()));
    let title = RichText::new(format!("{name} ({count})")).strong();
    let header = CollapsingHeader::new(title).id_salt((kind.list(), searching));
    header.default_open(searching).show(ui, |ui| match hits {
        Some(hits) => {
            for id in hits {
                row(ui, &id, &view.names().item(&id), view, actions);
            }
        }
        None => {
            for item in view.plan.items().filter(|item| item.kind() == kind) {
                row(ui, item.id(), &view.names().of(&item), view, actions);
            }
            super::inspector::add_button(ui, kind, view, actions);
        }
    });
}

fn row(ui: &mut Ui, id: &Id, name: &str, view: &View, actions: &mut Vec<Action>) {
    let selected = view.marked.contains(id);
    let response = ui.selectable_label(selected, name);
    if view.state.reveal.as_ref() == Some(id) && !response.clicked() {
        response.scroll_to_me(None);
    }
    if response.hovered() {
        actions.push(Action::Hover(Some(id.clone())));
    }
    if response.clicked() {
        actions.push(Action::Select(id.clone(), SelectHow::of(ui)));
    }
}
