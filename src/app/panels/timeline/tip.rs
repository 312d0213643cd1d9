//! What a drag tells beside the pointer: dates, slack, and the rules that break.

use std::sync::Arc;

use eframe::egui::{
    Align2, Area, Color32, Frame, Id as WidgetId, Margin, Order, Pos2, RichText, Ui, vec2,
};

use super::drag::Drag;
use super::moving::Moving;
use crate::app::cache::late_critical;
use crate::app::convert::{color32, family};
use crate::app::keyed::Late;
use crate::app::view::View;
use crate::calendar::Day;
use crate::i18n::{date_short, problem_title};
use crate::plan::Id;
use crate::scene::Face;
use crate::schedule::{Code, Conflict, Critical, Problems, Severity, Track, only_in};

/// How many broken rules and conflicts are named.
const MOST: usize = 3;

/// What there was at the press, to be compared with.
pub(super) struct AtPress {
    problems: Arc<Problems>,
    critical: Late<Critical>,
}

impl AtPress {
    pub fn of(view: &View) -> AtPress {
        AtPress { problems: view.problems.clone(), critical: planned_critical(view) }
    }
}

/// The float on the planned track, whose dates a drag changes; shared with the rest of
/// the window where it shows that track.
fn planned_critical(view: &View) -> Late<Critical> {
    match view.track {
        Track::Planned => view.critical.clone(),
        _ => late_critical(view.plan, Track::Planned),
    }
}

/// What is told, for the revision it was worked out from.
pub(super) struct Told {
    revision: u64,
    name: String,
    dates: String,
    slack: Option<String>,
    /// In a tone of warning, and in a quiet one.
    broken: Vec<String>,
    quiet: Vec<String>,
}

impl Told {
    fn of(moving: &Moving, at_press: &AtPress, view: &View) -> Option<Told> {
        let words = view.words;
        let (before, after) = moving.dates()?;
        let names = view.names();
        let days = moving.days();
        let sign = if days < 0 { "−" } else { "+" };
        let args = [("count", days.into()), ("sign", sign.into()), ("size", days.abs().into())];
        let days = words.fill("days-moved", &args);
        let dates =
            format!("{} → {}   {days}", names.span_with_year(before), names.span_with_year(after));
        let mut name = names.item(moving.grabbed());
        if moving.count() > 1 {
            let more = [("count", (moving.count() - 1).into())];
            name = format!("{name} {}", words.fill("bars-and-more", &more));
        }
        let mut broken = broken_rules(&at_press.problems, view);
        broken.extend(conflicts(moving, view));
        let mut quiet = Vec::new();
        if !moving.follow().moves.is_empty() {
            let count = moving.follow().moves.len();
            quiet.push(words.fill("bars-follow", &[("count", count.into())]));
        }
        quiet.extend(moving.free_days().into_iter().map(|day| free_day(day, view)));
        let slack = slack(moving, at_press, view);
        Some(Told { revision: view.journal.revision(), name, dates, slack, broken, quiet })
    }
}

/// Shows what a drag does, worked out once for each change of the plan.
pub(super) fn show(ui: &Ui, drag: &mut Drag, pointer: Pos2, view: &View) {
    if drag.told.as_ref().map(|told| told.revision) != Some(view.journal.revision()) {
        drag.told = Told::of(&drag.moving, &drag.at_press, view);
    }
    let Some(told) = &drag.told else { return };
    let style = view.style;
    let is_broken = !told.broken.is_empty();
    let ground = color32(if is_broken { style.error } else { style.text });
    let text = color32(style.panel);
    let area = Area::new(WidgetId::unique("drag-tip")).order(Order::Tooltip).interactable(false);
    let area = area.pivot(Align2::LEFT_BOTTOM).fixed_pos(pointer + vec2(16.0, -12.0));
    area.constrain(true).show(ui.ctx(), |ui| {
        let frame =
            Frame::NONE.fill(ground).corner_radius(4.0).inner_margin(Margin::symmetric(8, 5));
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let line = |ui: &mut Ui, text: &str, color: Color32, is_strong: bool| {
                let face = if is_strong { Face::SemiBold } else { Face::Regular };
                let text = RichText::new(text).color(color).family(family(face));
                ui.add(eframe::egui::Label::new(text).extend());
            };
            line(ui, &told.name, text, true);
            line(ui, &told.dates, text, false);
            if let Some(slack) = &told.slack {
                line(ui, slack, text, false);
            }
            for broken in &told.broken {
                line(ui, broken, text, true);
            }
            for quiet in &told.quiet {
                line(ui, quiet, text.gamma_multiply(0.8), false);
            }
        });
    });
}

/// The float of the bar in hand, before and after.
fn slack(moving: &Moving, at_press: &AtPress, view: &View) -> Option<String> {
    let id = moving.grabbed();
    let before = at_press.critical.float(id)?.total;
    let after = planned_critical(view).float(id)?.total;
    let days = |days: i64| view.words.fill("network-days", &[("days", days.into())]);
    let args = [("before", days(before).into()), ("after", days(after).into())];
    Some(view.words.fill("bars-slack", &args))
}

/// The rules that are broken now and were not at the press, the worst first.
fn broken_rules(at_press: &Problems, view: &View) -> Vec<String> {
    let gained = only_in(view.problems.all(), at_press.all());
    let mut codes: Vec<Code> = Vec::new();
    for problem in gained.iter().filter(|problem| problem.severity < Severity::Note) {
        if !codes.contains(&problem.code) {
            codes.push(problem.code);
        }
    }
    let mut titles: Vec<String> =
        codes.iter().take(MOST).map(|code| problem_title(*code, view.words.lang())).collect();
    if let Some(more) = codes.len().checked_sub(MOST).filter(|more| *more > 0) {
        titles.push(view.words.fill("bars-more-rules", &[("count", more.into())]));
    }
    titles
}

/// What does not move though it would have to.
fn conflicts(moving: &Moving, view: &View) -> Vec<String> {
    let stays = moving.follow().conflicts.iter().filter(|conflict| !moving.moves(&conflict.item));
    stays.take(MOST).map(|conflict| conflict_text(conflict, view)).collect()
}

/// `Fermeture de Ber ne bouge pas : lien avec Évacuation rompu de 3 j`.
pub(in crate::app) fn conflict_text(conflict: &Conflict, view: &View) -> String {
    let name = |id: &Id| view.names().item(id);
    let args = [
        ("item", name(&conflict.item).into()),
        ("other", name(&conflict.other).into()),
        ("days", conflict.days.into()),
    ];
    view.words.fill("bars-conflict", &args)
}

fn free_day(day: Day, view: &View) -> String {
    let date = date_short(day, view.words.lang());
    view.words.fill("bars-free-day", &[("date", date.into())])
}
