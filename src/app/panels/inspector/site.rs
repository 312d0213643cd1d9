//! A site: its state now and who is there; what happens there.

use eframe::egui::Ui;

use super::super::{holdings, units};
use super::{heading, link, row, section};
use crate::app::action::{Action, ClosingAction};
use crate::app::view::View;
use crate::plan::Site;

pub fn show(ui: &mut Ui, site: &Site, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let kind = words.word("site-kind", site.kind.as_word());
    let roles: Vec<String> =
        site.roles.iter().map(|role| words.word("site-role", role.as_word())).collect();
    let subtitle = [vec![kind], roles].concat().join(" · ");
    heading(ui, &view.names().site(&site.id), &subtitle, |_| {});

    row(ui, &words.text("field-state"), |ui| {
        ui.strong(view.state_word(&site.id));
    });
    if let Some(now) = view.now.site(&site.id) {
        let people = holdings::people(&now.holdings, words);
        for (name, count) in people.into_iter().chain(holdings::materiel(&now.holdings, words)) {
            row(ui, &name, |ui| {
                ui.label(count);
            });
        }
    }
    let units = units::of_site(&site.id, view);
    if !units.is_empty() {
        section(ui, &view.words.text("section-units"));
        units::list(ui, &units, usize::MAX, view, |ui, unit| link(ui, &unit.id, view, actions));
    }
    if !site.is_exit() {
        ui.add_space(6.0);
        if ui.button(words.text("close-this-site")).clicked() {
            actions.push(Action::Closing(ClosingAction::Ask(Some(site.id.clone()))));
        }
    }
}

/// Activities here, movements from and to here.
pub fn happenings(ui: &mut Ui, site: &Site, view: &View, actions: &mut Vec<Action>) {
    let here = view.plan.activities().iter().filter(|a| a.site.as_ref() == Some(&site.id));
    let activities: Vec<_> = here.map(|a| (*a.id).clone()).collect();
    let passes = |m: &crate::plan::Movement| m.from == site.id || m.to.as_ref() == Some(&site.id);
    let movements: Vec<_> =
        view.plan.movements().iter().filter(|m| passes(m)).map(|m| (*m.id).clone()).collect();
    for (title, ids) in [("section-activities", activities), ("section-movements", movements)] {
        if ids.is_empty() {
            continue;
        }
        section(ui, &view.words.text(title));
        for id in ids {
            ui.horizontal_wrapped(|ui| {
                link(ui, &id, view, actions);
                if let Some(span) = view.schedule.span(view.track, &id) {
                    ui.weak(view.names().span_with_year(span));
                }
            });
        }
    }
}
