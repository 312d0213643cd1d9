//! The table of slips: how far items have moved since a baseline.

use std::cmp::Reverse;

use eframe::egui::{Button, ComboBox, Id as WidgetId, Rect, RichText, Sense, Ui, vec2};

use crate::app::action::{Action, SelectHow};
use crate::app::convert::color32;
use crate::app::panels::kept::{Same, kept};
use crate::app::panels::list::{List, ROW, cell};
use crate::app::panels::versions::names;
use crate::app::versions::VersionAction;
use crate::app::view::View;
use crate::calendar::Span;
use crate::compare::baseline::{self, Slip};
use crate::i18n::{date_long, signed_days};
use crate::plan::{Baseline, Id};

/// The columns by their messages, and how much of the width each takes.
const COLUMNS: &[(&str, f32)] = &[
    ("column-name", 0.3),
    ("column-change", 0.09),
    ("slips-then", 0.18),
    ("slips-now", 0.18),
    ("slips-start", 0.08),
    ("slips-end", 0.08),
    ("slips-length", 0.09),
];

/// The baseline that is shown, or else the one that was taken last.
fn current<'a>(view: &View<'a>) -> Option<&'a Baseline> {
    baseline::current(view.whole, view.baseline.map(|baseline| &baseline.id))
}

/// Which baseline, and what to do for there to be one.
pub fn choice(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    if let Some(shown) = current(view) {
        let name = |baseline: &Baseline| names(view).item(&baseline.id);
        let combo = ComboBox::from_id_salt("slips-since").width(220.0).truncate();
        let response = combo.selected_text(name(shown)).show_ui(ui, |ui| {
            for other in view.whole.baselines().iter() {
                if ui.add(Button::selectable(other.id == shown.id, name(other))).clicked() {
                    let show = VersionAction::ShowBaseline(Some(other.id.clone()));
                    actions.push(Action::Version(show));
                    ui.close();
                }
            }
        });
        response.response.on_hover_text(words.text("slips-since"));
        if let Some(taken) = shown.taken {
            let args = [("date", date_long(taken, words.lang()).into())];
            ui.weak(words.fill("slips-taken", &args));
        }
        let track = words.word("track", view.track.as_word());
        ui.weak(words.fill("slips-track", &[("track", track.into())]));
    }
    if ui.button(words.text("action-take-baseline")).clicked() {
        actions.push(Action::Version(VersionAction::AskBaseline));
    }
}

pub fn show(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let Some(baseline) = current(view) else {
        ui.weak(words.text("slips-no-baseline"));
        return;
    };
    let key = (view.plan_key, baseline.id.clone(), view.track, Same::of(view.schedule));
    let slips = kept(ui, WidgetId::unique("slips-made"), key, || sorted(baseline, view));
    let width = ui.available_width() - 16.0;
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let texts: Vec<_> = COLUMNS.iter().map(|(name, _)| words.text(name)).collect();
    let place = |row: Rect, column: usize| {
        let before: f32 = COLUMNS[..column].iter().map(|(_, share)| share).sum();
        let left = row.min.x + 8.0 + before * width;
        row.with_min_x(left).with_max_x(left + COLUMNS[column].1 * width - 8.0)
    };
    for (column, text) in texts.iter().enumerate() {
        cell(ui, place(head, column), RichText::new(text).strong());
    }
    let list = List { name: "slips", count: slips.len(), reveal: None };
    list.show(ui, |ui, at, area| {
        let slip = &slips[at];
        let name = match view.plan.kind_of(&slip.id) {
            Some(_) => view.names().item(&slip.id),
            None => names(view).item(&slip.id),
        };
        let chosen = view.state.selected.contains(&slip.id);
        let end = signed(slip.end_days, view);
        let response = list.ground(ui, at, area, &format!("{name} – {end}"), chosen);
        let span = |span: Option<Span>| {
            span.map_or_else(|| "–".to_owned(), |span| view.names().span_with_year(span))
        };
        let color = |days: Option<i64>| match days {
            Some(days) if days > 0 => color32(view.style.warning),
            Some(days) if days < 0 => color32(view.style.good),
            _ => ui.visuals().text_color(),
        };
        let texts = [
            RichText::new(name),
            RichText::new(words.word("slip", slip.kind.as_word())).weak(),
            RichText::new(span(slip.then)),
            RichText::new(span(slip.now)),
            RichText::new(signed(slip.start_days, view)).color(color(slip.start_days)),
            RichText::new(end).color(color(slip.end_days)),
            RichText::new(signed(slip.length_days, view)),
        ];
        for (column, text) in texts.into_iter().enumerate() {
            cell(ui, place(area, column), text);
        }
        if response.clicked() {
            actions.push(Action::Select(slip.id.clone(), SelectHow::of(ui)));
        }
    });
}

/// The furthest first, then what came and went.
fn sorted(baseline: &Baseline, view: &View) -> Vec<Slip> {
    let now = |id: &Id| view.schedule.span(view.track, id);
    let mut slips = baseline::slips(view.plan, baseline, now);
    slips.sort_by_key(|slip| {
        let days = slip.end_days.or(slip.start_days).map(i64::abs);
        (Reverse(days), slip.kind == baseline::SlipKind::Same)
    });
    slips
}

fn signed(days: Option<i64>, view: &View) -> String {
    match days {
        None => "–".to_owned(),
        Some(0) => "0".to_owned(),
        Some(days) => signed_days(days, view.words.lang()),
    }
}
