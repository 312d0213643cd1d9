//! One problem wherever it is shown: its mark, its message, its fix.

use eframe::egui::{Button, Pos2, RichText, Sense, Ui, vec2};

use crate::app::action::Action;
use crate::app::paint;
use crate::app::problems::ProblemAction;
use crate::app::view::View;
use crate::draw::marks;
use crate::i18n::{fix_text, problem_message};
use crate::plan::Id;
use crate::scene::Point;
use crate::schedule::{Problem, Severity};

/// More messages than this are counted in a hint.
const MOST: usize = 5;

/// The mark of a severity.
pub fn mark(ui: &mut Ui, severity: Severity, view: &View) {
    let side = 2.0 * marks::REACH + 2.0;
    let (area, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
    paint_mark(ui, area.center(), severity, view);
}

pub fn paint_mark(ui: &Ui, at: Pos2, severity: Severity, view: &View) {
    let mark = marks::mark(Point::default(), severity, view.style);
    paint::nodes(ui.painter(), &[mark], at);
}

/// A button that mends, for a problem that can be mended; it says how.
pub fn fix_button(ui: &mut Ui, problem: &Problem, view: &View, actions: &mut Vec<Action>) {
    let Some(fix) = &problem.fix else { return };
    let button = Button::new(RichText::new(view.words.text("problem-mend")).small());
    let hint = fix_text(fix, view.plan, view.words.lang());
    if ui.add(button).on_hover_text(hint).clicked() {
        actions.push(Action::Problem(ProblemAction::Mend(fix.clone())));
    }
}

/// The messages of the problems of some items, for a hint under the pointer.
pub fn hints<'a>(ui: &mut Ui, ids: impl IntoIterator<Item = &'a Id>, view: &View) {
    let mut places: Vec<usize> =
        ids.into_iter().flat_map(|id| view.problems.places_of(id)).copied().collect();
    places.sort_unstable();
    places.dedup();
    for place in places.iter().take(MOST) {
        let problem = &view.problems.all()[*place];
        ui.horizontal_top(|ui| {
            mark(ui, problem.severity, view);
            ui.label(problem_message(problem, view.plan, view.words.lang()));
        });
    }
    if places.len() > MOST {
        let more = view.words.fill("problem-more", &[("count", (places.len() - MOST).into())]);
        ui.weak(more);
    }
}
