//! The comparison view: two versions of the plan side by side, and what has slipped.

mod differences;
mod slips;

use eframe::egui::{Align, Button, ComboBox, Layout, Ui};

use super::versions::names;
use crate::app::action::Action;
use crate::app::comparing::{CompareAction, Comparison, End, Listing, Version};
use crate::app::view::View;

pub fn show(ui: &mut Ui, comparison: &Comparison, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let listing = view.state.comparing.listing;
    ui.horizontal(|ui| {
        for (of, name) in
            [(Listing::Differences, "compare-differences"), (Listing::Slips, "compare-slips")]
        {
            if ui.add(Button::selectable(of == listing, words.text(name))).clicked() {
                actions.push(Action::Compare(CompareAction::List(of)));
            }
        }
        ui.separator();
        match listing {
            Listing::Differences => {
                choice(ui, End::From, &comparison.from, view, actions);
                let swap = ui.small_button("↔").on_hover_text(words.text("compare-swap"));
                super::name_button(&swap, &words.text("compare-swap"));
                if swap.clicked() {
                    actions.push(Action::Compare(CompareAction::Swap));
                }
                choice(ui, End::To, &comparison.to, view, actions);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    differences::take_all(ui, comparison, view, actions);
                });
            }
            Listing::Slips => slips::choice(ui, view, actions),
        }
    });
    ui.add_space(2.0);
    ui.separator();
    match listing {
        Listing::Differences => differences::show(ui, comparison, view, actions),
        Listing::Slips => slips::show(ui, view, actions),
    }
}

/// What a version is called.
pub fn version_name(version: &Version, view: &View) -> String {
    let words = view.words;
    let named = |message: &str, name: String| words.fill(message, &[("name", name.into())]);
    match version {
        Version::Plan => words.text("version-plan"),
        Version::Branch(id) => named("branch-shown", names(view).item(id)),
        Version::Baseline(id) => named("baseline-shown", names(view).item(id)),
        Version::File(at) => {
            let file = view.state.comparing.files.get(*at);
            named("version-file", file.map_or_else(String::new, |file| file.name.clone()))
        }
    }
}

fn choice(ui: &mut Ui, end: End, version: &Version, view: &View, actions: &mut Vec<Action>) {
    let whole = view.whole;
    let branches = whole.branches().iter().map(|it| Version::Branch(it.id.clone()));
    let baselines = whole.baselines().iter().map(|it| Version::Baseline(it.id.clone()));
    let files = (0..view.state.comparing.files.len()).map(Version::File);
    let all = [Version::Plan].into_iter().chain(branches).chain(baselines).chain(files);
    let label = view.words.text(match end {
        End::From => "compare-from",
        End::To => "compare-to",
    });
    let combo = ComboBox::from_id_salt(("compared", end == End::From)).width(220.0).truncate();
    let response = combo.selected_text(version_name(version, view)).show_ui(ui, |ui| {
        for other in all {
            let name = version_name(&other, view);
            if ui.add(Button::selectable(other == *version, name)).clicked() {
                actions.push(Action::Compare(CompareAction::Pick(end, other)));
                ui.close();
            }
        }
        ui.separator();
        if ui.button(view.words.text("compare-other-file")).clicked() {
            actions.push(Action::Compare(CompareAction::ChooseFile(end)));
            ui.close();
        }
    });
    super::name_button(&response.response, &label);
    response.response.on_hover_text(label);
}
