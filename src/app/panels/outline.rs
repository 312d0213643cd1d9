//! The tree at the left: sectors with their sites, phases with what they hold.

use eframe::egui::{
    Align, CollapsingHeader, Id as WidgetId, Layout, Rect, RichText, ScrollArea, Sense, TextEdit,
    TextStyle, TextWrapMode, Ui, UiBuilder, pos2, vec2,
};

use crate::app::action::{Action, SelectHow};
use crate::app::convert::color32;
use crate::app::derived::sector_name;
use crate::app::panels::kept::kept;
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
        let wanted = Wanted::of(view);
        sites(ui, &wanted, view, actions);
        phases(ui, &wanted, view, actions);
        super::layers::group(ui, |name| wanted.fits(name), view, actions);
        for kind in Kind::ALL.iter().copied().filter(|kind| !OWN_GROUPS.contains(kind)) {
            group(ui, kind, &wanted, view, actions);
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

/// What is searched for, without accents and in small letters.
struct Wanted(String);

impl Wanted {
    fn of(view: &View) -> Wanted {
        Wanted(without_accents(view.state.search.trim()))
    }

    fn fits(&self, name: &str) -> bool {
        self.0.is_empty() || without_accents(name).contains(&self.0)
    }
}

fn sites(ui: &mut Ui, wanted: &Wanted, view: &View, actions: &mut Vec<Action>) {
    let of_sector = |sector: Option<&SectorId>| {
        let sites = view.plan.sites().iter().filter(move |site| site.sector.as_ref() == sector);
        sites.filter(|site| wanted.fits(&view.names().site(&site.id))).collect::<Vec<_>>()
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

fn phases(ui: &mut Ui, wanted: &Wanted, view: &View, actions: &mut Vec<Action>) {
    let title = RichText::new(view.words.text("outline-phases")).strong();
    CollapsingHeader::new(title).id_salt("phases").default_open(true).show(ui, |ui| {
        for phase in view.plan.phases().iter() {
            let name = view.names().item(&phase.id);
            if wanted.fits(&name) {
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

/// An item of a group with its name.
type Entry = (Id, String);

/// The items of a kind, folded away unless something is searched for: then those
/// that are found are shown.
fn group(ui: &mut Ui, kind: Kind, wanted: &Wanted, view: &View, actions: &mut Vec<Action>) {
    let searching = !wanted.0.is_empty();
    let place = WidgetId::unique("outline-group").with(kind.list());
    let made = |ui: &Ui| {
        let made_from = (view.plan_key, view.words.lang(), wanted.0.clone());
        kept(ui, place, made_from, || entries(kind, wanted, view))
    };
    let count = if searching { made(ui).len() } else { view.plan.count(kind) };
    if count == 0 {
        return;
    }
    let name = view.words.text(&format!("kinds-{}", kind.list()));
    let title = RichText::new(format!("{name} ({count})")).strong();
    let header = CollapsingHeader::new(title).id_salt((kind.list(), searching));
    header.default_open(searching).show(ui, |ui| {
        rows(ui, &made(ui), view, actions);
        if !searching {
            super::inspector::add_button(ui, kind, view, actions);
        }
    });
}

/// The items of a kind that are searched for, in the order of the plan.
fn entries(kind: Kind, wanted: &Wanted, view: &View) -> Vec<Entry> {
    let names = view.names();
    let of_kind = view.plan.items().filter(|item| item.kind() == kind);
    let named = of_kind.map(|item| (item.id().clone(), names.of(&item)));
    named.filter(|(_, name)| wanted.fits(name)).collect()
}

/// Those of the rows that are in sight: a kind may have thousands.
fn rows(ui: &mut Ui, entries: &[Entry], view: &View, actions: &mut Vec<Action>) {
    let padding = 2.0 * ui.spacing().button_padding.y;
    let text = ui.text_style_height(&TextStyle::Button) + padding;
    let height = text.max(ui.spacing().interact_size.y);
    let pitch = height + ui.spacing().item_spacing.y;
    let size = vec2(ui.available_width(), entries.len() as f32 * pitch);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let place = |at: usize| {
        let top = area.min.y + at as f32 * pitch;
        Rect::from_min_max(pos2(area.min.x, top), pos2(area.max.x, top + height))
    };
    if let Some(reveal) = &view.state.reveal
        && let Some(at) = entries.iter().position(|(id, _)| id == reveal)
    {
        ui.scroll_to_rect(place(at), None);
    }
    let seen = ui.clip_rect();
    let at = |y: f32| (((y - area.min.y) / pitch).max(0.0) as usize).min(entries.len());
    let (first, end) = (at(seen.min.y), at(seen.max.y + pitch));
    for (at, (id, name)) in entries.iter().enumerate().take(end).skip(first) {
        let layout = Layout::left_to_right(Align::Center);
        let mut line = ui.new_child(UiBuilder::new().max_rect(place(at)).layout(layout));
        row(&mut line, id, name, view, actions);
    }
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
