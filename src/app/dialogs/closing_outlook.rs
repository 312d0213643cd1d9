//! What a closure by template would bring, told before it is made.

use eframe::egui::{Label, RichText, Ui};

use super::closing::step_name;
use crate::app::view::View;
use crate::i18n::{Arg, date_short_with_year, problem_message};
use crate::schedule::Severity;
use crate::template::{Chain, ClosingFault, Preview};

/// How many of the problems the plan would gain are told in full.
const MOST_PROBLEMS: usize = 3;

/// The dates that follow, and the problems the plan would gain.
pub(super) fn outlook(ui: &mut Ui, chain: &Chain, preview: &Preview, view: &View) {
    let words = view.words;
    let lang = words.lang();
    let new = || chain.steps.iter().filter(|step| !step.is_there);
    let first = new().map(|step| step.span.start()).min();
    let last = new().map(|step| step.span.end()).max();
    if let (Some(first), Some(last)) = (first, last) {
        let args = [
            ("from", date_short_with_year(first, lang).into()),
            ("until", date_short_with_year(last, lang).into()),
            ("count", Arg::from(chain.items.len())),
        ];
        ui.strong(words.fill("closing-summary", &args));
    }
    if chain.is_outside_horizon {
        let text = words.text("closing-outside-horizon");
        ui.colored_label(ui.visuals().warn_fg_color, text);
    }
    if preview.gained.is_empty() {
        ui.label(words.text("closing-no-gain"));
        return;
    }
    let count = |id: &str, severity| {
        let count = preview.count(severity);
        words.fill(id, &[("count", count.into())])
    };
    let args = [
        ("errors", count("count-errors", Severity::Error).into()),
        ("warnings", count("count-warnings", Severity::Warning).into()),
        ("notes", count("count-notes", Severity::Note).into()),
    ];
    let worst = preview.gained.iter().map(|problem| problem.severity).min();
    let color = match worst {
        Some(Severity::Error) => ui.visuals().error_fg_color,
        Some(Severity::Warning) => ui.visuals().warn_fg_color,
        _ => ui.visuals().text_color(),
    };
    ui.colored_label(color, words.fill("closing-gain", &args));
    for problem in preview.gained.iter().take(MOST_PROBLEMS) {
        // A line each: the dialog stays within a small window.
        let message = RichText::new(problem_message(problem, &preview.plan, lang)).small();
        ui.add(Label::new(message).truncate());
    }
    if preview.gained.len() > MOST_PROBLEMS {
        ui.small("…");
    }
}

pub(super) fn fault_text(fault: &ClosingFault, view: &View) -> String {
    let words = view.words;
    match fault {
        ClosingFault::NoSuchSite(_) => words.text("closing-fault-no-site"),
        ClosingFault::IsExit => words.text("closing-fault-exit"),
        ClosingFault::NothingToMake => words.text("closing-fault-nothing"),
        ClosingFault::BadLength(kind) => {
            words.fill("closing-fault-length", &[("step", step_name(*kind, view).into())])
        }
        ClosingFault::BadDestination => words.text("closing-fault-destination"),
    }
}
