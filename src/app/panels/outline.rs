//! The tree at the left: sectors with their sites, phases with what they hold.

use std::collections::BTreeMap;

use eframe::egui::{
    Align, CollapsingHeader, Id as WidgetId, Layout, Rect, RichText, ScrollArea, Sense, TextEdit,
    TextStyle, TextWrapMode, Ui, UiBuilder, pos2, vec2,
};

use crate::app::action::{Action, SelectHow};
use crate::app::convert::color32;
use crate::app::derived::sector_name;
use crate::app::panels::kept::{Same, kept};
use crate::app::typed_field;
use crate::app::view::View;
use crate::i18n::without_accents;
use crate::plan::{Id, Kind, SectorId};
use crate::schedule::SiteState;

/// The kinds that stand in the tree in a way of their own.
const OWN_GROUPS: &[Kind] = &[Kind::Site, Kind::Phase, Kind::Layer];

/// `focus_search`: the search field takes the focus now.
pub fn show(ui: &mut Ui, focus_search: bool, view: &View, actions: &mut Vec<Action>) {
    // A long name is cut, so that it does not decide how wide the panel is.
    ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
    let is_other = search(ui, focus_search, view, actions);
    let mut list = ScrollArea::vertical().auto_shrink([false, false]);
    if is_other {
        list = list.vertical_scroll_offset(0.0);
    }
    list.show(ui, |ui| {
        let wanted = Wanted::of(view);
        sites(ui, &wanted, view, actions);
        phases(ui, &wanted, view, actions);
        super::layers::group(ui, |name| wanted.fits(name), view, actions);
        for kind in Kind::ALL.iter().copied().filter(|kind| !OWN_GROUPS.contains(kind)) {
            group(ui, kind, &wanted, view, actions);
        }
    });
}

/// Whether something else is searched for from now on: what is found is seen from its
/// beginning.
fn search(ui: &mut Ui, focus: bool, view: &View, actions: &mut Vec<Action>) -> bool {
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
    response.changed()
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

/// An item of a group with its name.
type Entry = (Id, String);

/// A sector, or None for what lies in none, with its name and its sites.
struct Sector {
    id: Option<SectorId>,
    title: String,
    sites: Vec<Entry>,
}

fn sites(ui: &mut Ui, wanted: &Wanted, view: &View, actions: &mut Vec<Action>) {
    // The theatre names the sectors.
    let theatre = Same::of(view.theatre);
    let made_from = (view.plan_key, theatre, view.words.lang(), wanted.0.clone());
    let place = WidgetId::unique("outline-sectors");
    for sector in kept(ui, place, made_from, || sectors(wanted, view)).iter() {
        CollapsingHeader::new(RichText::new(&sector.title).strong())
            .id_salt(("sector", sector.id.as_ref().map(ToString::to_string)))
            .default_open(true)
            .show(ui, |ui| rows(ui, &sector.sites, view, actions, |ui, id| state(ui, id, view)));
    }
}

/// The sectors with the sites that are searched for; those that lie in none come last.
fn sectors(wanted: &Wanted, view: &View) -> Vec<Sector> {
    let names = view.names();
    let mut found: BTreeMap<(bool, Option<SectorId>), Vec<Entry>> = BTreeMap::new();
    for site in view.plan.sites().iter() {
        let name = names.site(&site.id);
        if wanted.fits(&name) {
            let place = (site.sector.is_none(), site.sector.clone());
            found.entry(place).or_default().push(((*site.id).clone(), name));
        }
    }
    let sectors = found.into_iter().map(|((_, id), sites)| {
        let title = match &id {
            Some(id) => sector_name(view.theatre, id, view.words),
            None => view.words.text("no-sector"),
        };
        Sector { id, title, sites }
    });
    sectors.collect()
}

/// The word for what becomes of a site, behind its name.
fn state(ui: &mut Ui, id: &Id, view: &View) {
    let Some(site) = view.plan.sites().find(id).filter(|site| !site.is_exit()) else { return };
    let Some(state) = view.schedule.site_state(view.track, &site.id, view.moment) else { return };
    let color = match state {
        SiteState::Open => view.style.accent,
        SiteState::Closing | SiteState::Reducing | SiteState::Liquidating => view.style.warning,
        SiteState::HandedOver => view.style.good,
        _ => view.style.quiet,
    };
    let word = view.words.word("site-state", state.as_word());
    ui.small(RichText::new(word).color(color32(color)));
}

fn phases(ui: &mut Ui, wanted: &Wanted, view: &View, actions: &mut Vec<Action>) {
    let named = view.plan.phases().iter().map(|phase| (phase, view.names().item(&phase.id)));
    let found: Vec<_> = named.filter(|(_, name)| wanted.fits(name)).collect();
    if found.is_empty() {
        return;
    }
    let title = RichText::new(view.words.text("outline-phases")).strong();
    CollapsingHeader::new(title).id_salt("phases").default_open(true).show(ui, |ui| {
        for (phase, name) in found {
            ui.horizontal(|ui| {
                if phase.parent.is_some() {
                    ui.add_space(12.0);
                }
                row(ui, &phase.id, &name, view, actions);
            });
        }
    });
}

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
        rows(ui, &made(ui), view, actions, |_, _| {});
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

/// Those of the rows that are in sight: a kind may have thousands. `behind` adds what
/// stands behind a name.
fn rows(
    ui: &mut Ui,
    entries: &[Entry],
    view: &View,
    actions: &mut Vec<Action>,
    mut behind: impl FnMut(&mut Ui, &Id),
) {
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
    // One more at either end, which the focus goes on to.
    let (first, end) = (at(seen.min.y - pitch), at(seen.max.y + 2.0 * pitch));
    for (at, (id, name)) in entries.iter().enumerate().take(end).skip(first) {
        let layout = Layout::left_to_right(Align::Center);
        // The same widget wherever it is scrolled to: it keeps the focus.
        let builder =
            UiBuilder::new().scope_id(ui.scope_id().with(id.as_str())).max_rect(place(at));
        let mut line = ui.new_child(builder.layout(layout));
        row(&mut line, id, name, view, actions);
        behind(&mut line, id);
    }
}

fn row(ui: &mut Ui, id: &Id, name: &str, view: &View, actions: &mut Vec<Action>) {
    let selected = view.marked.contains(id);
    let response = ui.selectable_label(selected, name);
    let is_revealed = view.state.reveal.as_ref() == Some(id) && !response.clicked();
    if is_revealed || response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.hovered() {
        actions.push(Action::Hover(Some(id.clone())));
    }
    if response.clicked() {
        actions.push(Action::Select(id.clone(), SelectHow::of(ui)));
    }
}
