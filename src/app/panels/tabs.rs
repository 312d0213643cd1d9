//! The tabs of the panel below the map.

use eframe::egui::{Button, ComboBox, Role, TextStyle, TextWrapMode, Ui, WidgetText};

use crate::app::action::Action;
use crate::app::state::BottomTab;
use crate::app::view::View;

/// The room of what stands beside them with the timeline: two buttons with signs. It
/// is left free with all tabs, so that none of them makes a list of the others.
const BESIDE: f32 = 72.0;

/// The tabs side by side; where there is no room for that, a list of them.
/// To be shown from right to left.
pub fn show(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let names = BottomTab::ALL.map(|tab| name(tab, view));
    let padding = 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
    let wide = names.iter().map(|name| {
        let text = WidgetText::from(name.as_str());
        let galley = text.into_galley(ui, Some(TextWrapMode::Extend), 0.0, TextStyle::Button);
        galley.size().x + padding
    });
    if wide.sum::<f32>() <= ui.available_width() - BESIDE {
        for (tab, name) in BottomTab::ALL.into_iter().zip(&names).rev() {
            one(ui, tab, name, view, actions);
        }
    } else {
        let shown = name(view.state.tab, view);
        ComboBox::from_id_salt("tabs").width(72.0).selected_text(shown).show_ui(ui, |ui| {
            for (tab, name) in BottomTab::ALL.into_iter().zip(&names) {
                one(ui, tab, name, view, actions);
            }
        });
    }
}

/// The name of a tab; that of the problems says how many there are.
fn name(tab: BottomTab, view: &View) -> String {
    let name = view.words.text(tab.name());
    let count = view.problems.all().len();
    match tab {
        BottomTab::Problems if count > 0 => {
            let args = [("name", name.into()), ("count", count.into())];
            view.words.fill("tab-with-count", &args)
        }
        _ => name,
    }
}

fn one(ui: &mut Ui, tab: BottomTab, name: &str, view: &View, actions: &mut Vec<Action>) {
    let response = ui.add(Button::selectable(view.state.tab == tab, name));
    response.ctx.accesskit_node_builder(response.id, |node| node.set_role(Role::Tab));
    if response.clicked() {
        actions.push(Action::ShowTab(tab));
    }
}
