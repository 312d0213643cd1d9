//! Activities and movements against what was planned: the slip since the baseline,
//! and buttons that record what happened on the day of the playhead.

use eframe::egui::{RichText, Ui};

use super::row;
use crate::app::action::Action;
use crate::app::actuals::RecordAction;
use crate::app::convert::color32;
use crate::app::panels::name_button;
use crate::app::panels::timeline::on_day;
use crate::app::view::View;
use crate::compare::baseline::Slip;
use crate::i18n::{date_short, signed_days};
use crate::plan::{Id, Timing};

/// The dates in the baseline that is shown, and the days moved since.
pub fn slip(ui: &mut Ui, id: &Id, timing: &Timing, view: &View) {
    let Some(baseline) = view.baseline else { return };
    let words = view.words;
    row(ui, &words.text("slip-since"), |ui| {
        let Some(then) = baseline.planned.get(id) else {
            ui.weak(words.text("slip-none"));
            return;
        };
        ui.label(view.names().span_with_year(*then));
        let slip = Slip::of(id, Some(*then), timing.planned);
        let moved = |days: Option<i64>| days.filter(|days| *days != 0);
        let (start, end) = (moved(slip.start_days), moved(slip.end_days));
        let ends = match start == end {
            true => vec![(None, end)],
            false => vec![(Some("compare-start-moved"), start), (Some("compare-end-moved"), end)],
        };
        for (message, days) in ends {
            let Some(days) = days else { continue };
            let text = signed_days(days, words.lang());
            let text = match message {
                Some(message) => words.fill(message, &[("days", text.into())]),
                None => text,
            };
            let color = if days > 0 { view.style.warning } else { view.style.good };
            ui.label(RichText::new(text).color(color32(color)));
        }
    });
}

/// Start, end or giving up, on the day of the playhead.
pub fn record_buttons(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let date = date_short(view.moment.day(), words.lang());
    row(ui, &words.fill("record-on", &[("date", date.into())]), |ui| {
        for (short, message, record) in [
            ("record-start", "bar-started", RecordAction::Started),
            ("record-end", "bar-finished", RecordAction::Finished),
            ("record-given-up", "bar-given-up", RecordAction::GivenUp),
        ] {
            let button = ui.small_button(words.text(short)).on_hover_text(on_day(message, view));
            name_button(&button, &on_day(message, view));
            if button.clicked() {
                actions.push(Action::Record(record));
            }
        }
    });
}
