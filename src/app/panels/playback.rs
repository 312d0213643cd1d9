//! The bar below the map: playing, date, speed, track, and the tabs of what is below.

use eframe::egui::{Align, Button, ComboBox, Layout, RichText, Role, Ui, WidgetInfo};

use super::icons::{Icon, icon_button};
use super::tabs;
use crate::app::action::Action;
use crate::app::bar_acts::BarAction;
use crate::app::convert::family;
use crate::app::playback::{LoopMode, SPEEDS};
use crate::app::state::BottomTab;
use crate::app::view::View;
use crate::i18n::{date_long, day_count};
use crate::scene::Face;
use crate::schedule::Track;

pub fn show(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let words = view.words;
        let playback = &view.state.playback;
        let mut button = |ui: &mut Ui, icon, name: &str, on, action: Action| {
            if icon_button(ui, icon, &words.text(name), on).clicked() {
                actions.push(action);
            }
        };
        button(ui, Icon::ToStart, "action-to-start", false, Action::ToStart);
        button(ui, Icon::Back, "action-previous-event", false, Action::StepEvent(-1));
        let (icon, name) = match playback.is_playing() {
            true => (Icon::Pause, "action-pause"),
            false => (Icon::Play, "action-play"),
        };
        button(ui, icon, name, playback.is_playing(), Action::TogglePlay);
        button(ui, Icon::Forward, "action-next-event", false, Action::StepEvent(1));
        button(ui, Icon::ToEnd, "action-to-end", false, Action::ToEnd);
        let looping = playback.loop_mode() != LoopMode::Off;
        button(ui, Icon::Loop, "action-loop", looping, Action::CycleLoop);
        speed(ui, view, actions);
        ui.separator();
        date(ui, view, actions);
        ui.separator();
        for track in [Track::Planned, Track::Forecast] {
            let name = words.text(match track {
                Track::Planned => "track-planned",
                Track::Forecast => "track-forecast",
            });
            let hint = words.text(match track {
                Track::Planned => "track-planned-hint",
                Track::Forecast => "track-forecast-hint",
            });
            let chosen = view.track == track;
            if ui.selectable_label(chosen, name).on_hover_text(hint).clicked() {
                actions.push(Action::SetTrack(track));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            tabs::show(ui, view, actions);
            let fit = words.text("action-fit-timeline");
            if view.state.tab == BottomTab::Timeline
                && icon_button(ui, Icon::Fit, &fit, false).clicked()
            {
                actions.push(Action::FitTimeline);
            }
            if view.state.tab == BottomTab::Timeline {
                automatic(ui, view, actions);
            }
        });
    });
}

/// Whether what depends on a bar moves along with it.
fn automatic(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let name = view.words.text("action-automatic");
    let response = icon_button(ui, Icon::Follow, &name, view.automatic);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, view.automatic, &name));
    if response.on_hover_text(view.words.text("bars-automatic-hint")).clicked() {
        actions.push(Action::Bars(BarAction::ToggleAutomatic));
    }
}

fn speed(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let playback = &view.state.playback;
    let text = |speed: f64| view.words.fill("speed", &[("days", (speed as i64).into())]);
    let pace = match playback.pace() {
        0 | 1 => String::new(),
        pace => format!(" ×{pace}"),
    };
    let shown = format!("{}{pace}", text(playback.speed()));
    let combo = ComboBox::from_id_salt("speed").width(72.0).selected_text(shown);
    let response = combo.show_ui(ui, |ui| {
        let current = SPEEDS.iter().position(|s| *s == playback.speed()).unwrap_or(0);
        for (index, speed) in SPEEDS.iter().enumerate() {
            if ui.selectable_label(index == current, text(*speed)).clicked() {
                actions.push(Action::ChangeSpeed(index as i64 - current as i64));
            }
        }
    });
    response.response.on_hover_text(view.words.text("speed-hint"));
}

fn date(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let day = view.moment.day();
    let text =
        RichText::new(date_long(day, view.words.lang())).family(family(Face::SemiBold)).size(15.0);
    // As wide as the longest date, so that what follows it stays where it is.
    let date = ui.add_sized([176.0, 24.0], Button::new(text).frame(false));
    if date.on_hover_text(view.words.text("action-date")).clicked() {
        actions.push(Action::AskDate);
    }
    if let Some(d_day) = view.plan.header().d_day {
        ui.label(RichText::new(day_count(day, d_day, view.words.lang())).weak());
    }
}
