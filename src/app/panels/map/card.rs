//! The card of what is under the pointer.

use eframe::egui::{Popup, Pos2, Tooltip, Ui};

use super::ground_id;
use crate::app::panels::{holdings, problem, units};
use crate::app::view::View;
use crate::calendar::Day;
use crate::i18n::date_short;
use crate::plan::{Id, Item, SiteId, Unit};

/// More units than this are counted.
const MOST_UNITS: usize = 6;

/// Shows the card beside the pointer, unless a menu is open: it would lie over the
/// menu of what it is about.
pub(super) fn show(ui: &Ui, pointer: Pos2, id: &Id, view: &View) {
    if Popup::is_any_open(ui.ctx()) {
        return;
    }
    let card = ground_id().with("card");
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), card, pointer).gap(14.0).show(|ui| {
        item_card(ui, id, view);
        problem::hints(ui, [id], view);
    });
}

fn item_card(ui: &mut Ui, id: &Id, view: &View) {
    match view.plan.item(id) {
        Some(Item::Site(site)) => site_card(ui, &site.id, view),
        Some(Item::Unit(unit)) => unit_card(ui, &unit, view),
        Some(item) => {
            ui.strong(view.names().of(&item));
            if let Some(planned) = item.timing().and_then(|timing| timing.planned) {
                ui.label(view.names().span_with_year(planned));
            }
        }
        None => {}
    }
}

/// Symbol and name, what it is, and how many people it has.
fn unit_card(ui: &mut Ui, unit: &Unit, view: &View) {
    ui.horizontal(|ui| {
        units::sign(ui, &units::sign_of(unit, view), view);
        ui.strong(view.names().item(&unit.id));
    });
    let kind = view.words.word("unit-kind", unit.kind.as_word());
    let people = view.words.fill("people", &[("count", unit.personnel.into())]);
    ui.label(format!("{kind} · {people}"));
}

/// Name, state, people and materiel, who they are, what comes next, and where it is
/// from.
fn site_card(ui: &mut Ui, id: &SiteId, view: &View) {
    let lang = view.words.lang();
    let Some(site) = view.plan.sites().get(id) else { return };
    ui.strong(view.names().site(id));
    let kind = view.words.word("site-kind", site.kind.as_word());
    ui.label(format!("{kind} · {}", view.state_word(id)));
    if let Some(now) = view.now.site(id) {
        let people = view.words.fill("people", &[("count", now.holdings.personnel.total().into())]);
        let materiel = holdings::materiel(&now.holdings, view.words);
        let materiel = materiel.into_iter().map(|(kind, count)| format!("{count} {kind}"));
        ui.label(std::iter::once(people).chain(materiel).collect::<Vec<_>>().join(" · "));
    }
    units::list(ui, &units::of_site(id, view), MOST_UNITS, view, |ui, unit| {
        ui.label(view.names().item(&unit.id));
    });
    if let Some((day, what)) = next_event(view, id) {
        ui.label(format!("{} {} – {what}", view.words.text("next"), date_short(day, lang)));
    }
    let source = site.basis.iter().find_map(|basis| basis.source.as_ref());
    if let Some(source) = source {
        ui.small(view.names().item(source));
    }
}

/// What begins or ends at a site next.
fn next_event(view: &View, site: &SiteId) -> Option<(Day, String)> {
    let now = view.moment.day();
    let names = view.names();
    let activities = view.plan.activities().iter();
    let dated = activities.filter(|a| a.site.as_ref() == Some(site)).filter_map(|activity| {
        let span = view.schedule.span(view.track, &activity.id)?;
        let day = [span.start, span.end].into_iter().flatten().find(|day| *day > now)?;
        Some((day, names.activity(activity)))
    });
    dated.min_by_key(|(day, _)| *day)
}
