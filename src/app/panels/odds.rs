//! The odds of the deadline: a line in the status bar, and a window with what they
//! are made of.

use eframe::egui::{
    Align, Align2, Button, Context, Id as WidgetId, Label, Layout, Rect, RichText, Role, Sense,
    TextWrapMode, Ui, WidgetInfo, Window as EguiWindow, pos2, vec2,
};

use super::inspector;
use crate::app::action::Action;
use crate::app::convert::{color32, family};
use crate::app::links::LinkAction;
use crate::app::view::View;
use crate::calendar::Day;
use crate::i18n::{
    date_long, date_short, date_short_with_year, odds_notes, odds_percent, odds_weight,
};
use crate::scene::Face;
use crate::schedule::{Days, Odds};

/// The others are in `decamp forecast --json`.
const MOST_DRIVERS: usize = 8;
/// Days of a histogram are put together in weeks, or more, beyond so many.
const MOST_BINS: i64 = 56;

/// What the status bar says, and a click that opens the rest.
pub fn status(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let latest = view.odds.latest();
    let is_current = latest.is_some_and(|(_, current)| current);
    let odds = latest.map(|(odds, _)| &**odds);
    let text = RichText::new(summary(odds, view)).small();
    let text = if is_current { text } else { text.weak() };
    let response = ui.add(Button::new(text).frame(false));
    let response = match odds {
        Some(odds) => response.on_hover_ui(|ui| {
            for note in about(odds, view) {
                ui.label(note);
            }
        }),
        None => response,
    };
    if response.clicked() {
        actions.push(Action::Link(LinkAction::ToggleOdds));
    }
}

/// One line. Without a single three-point length there is no percentage: it would
/// look like a prediction.
fn summary(odds: Option<&Odds>, view: &View) -> String {
    let words = view.words;
    let Some(odds) = odds else { return words.text("odds-status-waiting") };
    if odds.spreads.is_empty() {
        return words.text("odds-status-no-spread");
    }
    match odds.deadline() {
        Some(deadline) => {
            let share = odds_percent(deadline.p_met(odds.options.runs), words.lang());
            let date = date_short(deadline.date, words.lang());
            words.fill("odds-status", &[("share", share.into()), ("date", date.into())])
        }
        None => {
            let date = odds.end.percentile(80).map(|day| date_short(day, words.lang()));
            words.fill("odds-status-end", &[("date", date.unwrap_or_default().into())])
        }
    }
}

/// The deadline, the runs, and what all of it rests on.
fn about(odds: &Odds, view: &View) -> Vec<String> {
    let words = view.words;
    let lang = words.lang();
    let mut lines = Vec::new();
    if let Some(deadline) = odds.deadline() {
        let name = view.names().item(&deadline.limit);
        let args = [("name", name.into()), ("date", date_long(deadline.date, lang).into())];
        lines.push(words.fill("odds-about-deadline", &args));
    }
    let track = words.word("track", odds.options.track.as_word());
    let runs = [
        ("runs", i64::from(odds.options.runs).into()),
        ("seed", odds.options.seed.to_string().into()),
    ];
    lines.push(format!("{track} · {}", words.fill("odds-runs", &runs)));
    lines.extend(odds_notes(odds, view.plan, "odds-window-restrictions", lang));
    lines
}

/// The window with the odds, while it is open.
pub fn window(ctx: &Context, view: &View, actions: &mut Vec<Action>) {
    if !view.state.links.shows_odds {
        return;
    }
    let mut open = true;
    EguiWindow::new(view.words.text("odds-window-title"))
        .id(WidgetId::unique("odds"))
        .open(&mut open)
        .collapsible(false)
        .resizable(false)
        .pivot(Align2::RIGHT_BOTTOM)
        .default_pos(ctx.content_rect().right_bottom() - vec2(16.0, 40.0))
        .show(ctx, |ui| {
            ui.set_width(380.0);
            match view.odds.latest() {
                Some((odds, _)) => contents(ui, odds, view, actions),
                None => _ = ui.label(view.words.text("odds-status-waiting")),
            }
        });
    if !open {
        actions.push(Action::Link(LinkAction::ToggleOdds));
    }
}

fn contents(ui: &mut Ui, odds: &Odds, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let strong = RichText::new(summary(Some(odds), view)).family(family(Face::SemiBold)).size(16.0);
    ui.label(strong);
    for line in about(odds, view) {
        ui.add(Label::new(RichText::new(line).small().weak()).wrap());
    }
    if odds.spreads.is_empty() && odds.restrictions.is_empty() {
        return;
    }
    let (days, title) = match odds.deadline() {
        Some(deadline) => (&deadline.out, "odds-all-out"),
        None => (&odds.end, "odds-last-day"),
    };
    ui.add_space(8.0);
    ui.label(RichText::new(words.text(title)).strong());
    percentiles(ui, days, view);
    histogram(ui, days, odds.deadline().map(|deadline| deadline.date), view);
    if odds.drivers.is_empty() {
        return;
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.label(RichText::new(words.text("odds-column-driver")).strong());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let columns = ["odds-column-weight", "odds-column-criticality"];
            let columns = columns.map(|column| words.text(column)).join(" · ");
            ui.small(RichText::new(columns).weak());
        });
    });
    for driver in odds.drivers.iter().take(MOST_DRIVERS) {
        let figures = [
            ("odds-column-weight", odds_weight(driver.weight, words.lang())),
            ("odds-column-criticality", odds_percent(driver.criticality, words.lang())),
        ];
        ui.horizontal(|ui| {
            // The figures first, from the right: a long name takes what they leave.
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for (name, figure) in figures.into_iter().rev() {
                    let cell = Label::new(RichText::new(figure).small());
                    ui.add_sized([40.0, 16.0], cell).on_hover_text(words.text(name));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
                    inspector::link(ui, &driver.id, view, actions);
                });
            });
        });
    }
}

fn percentiles(ui: &mut Ui, days: &Days, view: &View) {
    let lang = view.words.lang();
    ui.horizontal(|ui| {
        for percent in [10, 50, 80, 90] {
            let Some(day) = days.percentile(percent) else { continue };
            ui.vertical(|ui| {
                ui.small(RichText::new(format!("P{percent}")).weak());
                ui.label(date_short_with_year(day, lang));
            });
            ui.add_space(6.0);
        }
    });
}

/// How often each day came up; what is after the deadline in the colour of errors.
fn histogram(ui: &mut Ui, days: &Days, deadline: Option<Day>, view: &View) {
    let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), 84.0), Sense::hover());
    let (Some((first, _)), Some((last, _))) = (days.iter().next(), days.iter().last()) else {
        return;
    };
    let lang = view.words.lang();
    let range = [first, last].map(|day| date_long(day, lang));
    let [from, until] = range;
    let args = [("from", from.into()), ("until", until.into())];
    let name = view.words.fill("odds-histogram", &args);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    // From the deadline on, so that no bin has days on both sides of it.
    let (low, high) = (
        deadline.map_or(first, |date| first.min(date)),
        deadline.map_or(last, |date| last.max(date + 1)),
    );
    let step = ((high - low) / MOST_BINS + 1).max(1);
    let zero = deadline.map_or(low, |date| date + 1);
    let bin = |day: Day| (day - zero).div_euclid(step);
    let (lowest, highest) = (bin(low), bin(high));
    let mut counts = vec![0_u64; (highest - lowest + 1) as usize];
    for (day, count) in days.iter() {
        counts[(bin(day) - lowest) as usize] += u64::from(count);
    }
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    let plot = Rect::from_min_max(area.min, pos2(area.max.x, area.max.y - 16.0));
    let width = plot.width() / counts.len() as f32;
    let x_of = |bin: i64| plot.min.x + (bin - lowest) as f32 * width;
    let painter = ui.painter();
    for (bin, count) in (lowest..).zip(&counts) {
        let height = plot.height() * *count as f32 / most as f32;
        let late = deadline.is_some() && bin >= 0;
        let color = if late { view.style.error } else { view.style.accent };
        let gap = if width > 4.0 { 1.0 } else { 0.0 };
        let column = Rect::from_min_max(
            pos2(x_of(bin), plot.max.y - height),
            pos2(x_of(bin) + width - gap, plot.max.y),
        );
        painter.rect_filled(column, 0.0, color32(color));
    }
    let line = (1.0, color32(view.style.line));
    painter.line_segment([plot.left_bottom(), plot.right_bottom()], line);
    if deadline.is_some() {
        let x = x_of(0);
        let line = (2.0, color32(view.style.error));
        painter.line_segment([pos2(x, plot.min.y), pos2(x, plot.max.y)], line);
    }
    let font = eframe::egui::FontId::proportional(11.0);
    let quiet = color32(view.style.quiet);
    for (day, at, anchor) in [
        (low, area.left_bottom(), Align2::LEFT_BOTTOM),
        (high, area.right_bottom(), Align2::RIGHT_BOTTOM),
    ] {
        painter.text(at, anchor, date_short(day, lang), font.clone(), quiet);
    }
}
