//! Which branch and which baseline are shown: near the title, and in the menu.

use eframe::egui::{Button, ComboBox, RichText, Sense, Stroke, Ui, vec2};

use crate::app::action::Action;
use crate::app::convert::color32;
use crate::app::versions::VersionAction;
use crate::app::view::View;
use crate::i18n::Names;
use crate::plan::BranchId;
use crate::scene::Color;

/// The colour of a branch: the colours of the plan's people and materiel in turn,
/// which are told apart with every kind of colour vision.
pub fn branch_color(branch: &BranchId, view: &View) -> Color {
    let style = view.style;
    let colors = [style.civilian, style.materiel, style.police, style.military];
    let place = view.whole.branches().position(branch).unwrap_or(0);
    colors[place % colors.len()]
}

/// Names of what the whole has, whatever is shown.
pub fn names<'a>(view: &View<'a>) -> Names<'a> {
    Names::new(view.whole, view.words.lang())
}

/// The plan itself or one of its branches, to be chosen; a branch has its colour.
pub fn selector(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let shown = match view.branch {
        Some(id) => view.words.fill("branch-shown", &[("name", names(view).item(id).into())]),
        None => view.words.text("version-plan"),
    };
    ui.scope(|ui| {
        let mut text = RichText::new(shown);
        if let Some(id) = view.branch {
            let color = color32(branch_color(id, view));
            let ground = color32(branch_color(id, view).faded(0.3));
            let widgets = &mut ui.visuals_mut().widgets;
            for visuals in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
                visuals.weak_bg_fill = ground;
                visuals.bg_stroke = Stroke::new(1.5, color);
            }
            text = text.strong();
        }
        let combo = ComboBox::from_id_salt("branches").width(120.0).selected_text(text).truncate();
        let response = combo.show_ui(ui, |ui| {
            branches(ui, view, actions);
            ui.separator();
            if ui.button(view.words.text("action-new-branch")).clicked() {
                actions.push(Action::Version(VersionAction::AskBranch));
            }
        });
        response.response.on_hover_text(view.words.text("version-hint"));
    });
}

/// A line across the window in the colour of the branch that is shown.
pub fn mark(ui: &mut Ui, view: &View) {
    let Some(id) = view.branch else { return };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 3.0), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, color32(branch_color(id, view)));
}

fn branches(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let mut one = |ui: &mut Ui, id: Option<&BranchId>, name: String| {
        if ui.add(Button::selectable(view.branch == id, name)).clicked() {
            actions.push(Action::Version(VersionAction::ShowBranch(id.cloned())));
            ui.close();
        }
    };
    one(ui, None, view.words.text("version-plan"));
    for branch in view.whole.branches().iter() {
        one(ui, Some(&branch.id), names(view).item(&branch.id));
    }
}

/// What of the menu depends on the plan: its baselines and branches.
pub fn menus(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    ui.menu_button(view.words.text("menu-baseline"), |ui| baselines(ui, view, actions));
    ui.menu_button(view.words.text("menu-branch"), |ui| branches(ui, view, actions));
}

fn baselines(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let shown = view.baseline.map(|baseline| &baseline.id);
    let none = (None, view.words.text("baseline-none"));
    let all = view.whole.baselines().iter();
    let all = all.map(|baseline| (Some(&baseline.id), names(view).item(&baseline.id)));
    for (id, name) in [none].into_iter().chain(all) {
        if ui.add(Button::selectable(shown == id, name)).clicked() {
            actions.push(Action::Version(VersionAction::ShowBaseline(id.cloned())));
            ui.close();
        }
    }
}
