//! The strength curve above the timeline: pointed at, clicked, and its picture.

use std::sync::Arc;

use eframe::egui::accesskit::Action as Request;
use eframe::egui::{
    Align, CornerRadius, EventFilter, Grid, Id as WidgetId, Key, Label, Layout as UiLayout,
    PointerButton, Pos2, Rect, Response, RichText, Role, Sense, Tooltip, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::timeline::{time_axis, wheel_time};
use crate::app::action::Action;
use crate::app::convert::{color32, family};
use crate::app::paint::{self, Kept};
use crate::app::panels::kept::{Same, kept};
use crate::app::view::View;
use crate::calendar::{Day, Moment};
use crate::draw::strength::{
    Curves, Figures, Reported, STACK, StrengthLook, ceilings, ground, over,
};
use crate::draw::timeline::Layout;
use crate::i18n::{date_long, date_short, number};
use crate::plan::Measure;
use crate::scene::Face;
use crate::schedule::Track;

/// How high the curve is.
const HEIGHT: f32 = 80.0;
/// How near to a report the pointer finds it, in points.
const NEAR: f64 = 5.0;

/// Where the curve lies in the window in this frame.
pub struct Area {
    rect: Rect,
    response: Response,
    /// The day that is pointed at.
    hovered: Option<Day>,
}

/// Lets pointer and keys act. Their actions are to be carried out before
/// [`paint`], so that the picture shows them in the same frame.
pub fn interact(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) -> Area {
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let label = view.words.text("strength");
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &label));
    let mut layout = time_axis(rect, view);
    wheel_time(ui, &response, &mut layout, actions);
    if response.dragged_by(PointerButton::Middle) {
        layout.scale = layout.scale.panned(response.drag_delta().x);
        actions.push(Action::SetTimeScale(layout.scale));
    } else if response.double_clicked() {
        actions.push(Action::FitTimeline);
    } else if let Some(pointer) = response.interact_pointer_pos() {
        let x = pointer.x - rect.min.x;
        let origin = ui.input(|input| input.pointer.press_origin());
        let origin = origin.map_or(x, |origin| origin.x - rect.min.x);
        let seeks = response.clicked() || response.dragged_by(PointerButton::Primary);
        if seeks && origin >= layout.gutter && x >= layout.gutter {
            actions.push(Action::Pause);
            actions.push(Action::Seek(Moment::close_of(layout.day_at(x))));
        }
    }
    keys(ui, &response, actions);
    let pointer = response.hover_pos().map(|pointer| pointer.x - rect.min.x);
    let day = pointer.filter(|x| *x >= layout.gutter).map(|x| layout.day_at(x));
    let hovered = day.filter(|day| view.horizon.contains(*day));
    Area { rect, response, hovered }
}

/// The arrows and screen readers move the playhead.
fn keys(ui: &Ui, response: &Response, actions: &mut Vec<Action>) {
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        for (key, days) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
            let plain = |input: &eframe::egui::InputState| {
                input.key_pressed(key) && !input.modifiers.command && !input.modifiers.alt
            };
            if ui.input(plain) {
                let weeks = if ui.input(|input| input.modifiers.shift) { 7 } else { 1 };
                actions.push(Action::StepDays(days * weeks));
            }
        }
    }
    for (request, days) in [(Request::Decrement, -1), (Request::Increment, 1)] {
        let times = ui.input(|input| input.num_accesskit_action_requests(response.id, request));
        actions.extend((0..times).map(|_| Action::StepDays(days)));
    }
}

/// Draws the curve as it is after the actions, on the time axis of the timeline.
pub fn paint(ui: &Ui, area: &Area, timeline: &Layout, curves: &Arc<Curves>, view: &View) {
    let layout =
        Layout { width: area.rect.width(), height: area.rect.height(), ..timeline.clone() };
    let look = StrengthLook {
        plan: view.plan,
        curves,
        track: view.track,
        moment: view.moment,
        layout: &layout,
        style: view.style,
        lang: view.words.lang(),
        hovered: area.hovered,
    };
    let painter = ui.painter_at(area.rect);
    let panel = color32(view.style.panel);
    painter.rect_filled(area.rect, CornerRadius::ZERO, panel);
    paint_ground(ui, area.rect.min, curves, &look);
    paint::nodes(&painter, &over(&look), area.rect.min);
    let told = area.hovered.unwrap_or_else(|| view.moment.day());
    let near = (NEAR / layout.scale.per_day).ceil() as i64;
    let facts = || Facts::of(told, near, curves, view);
    ui.ctx().accesskit_node_builder(area.response.id, |node| {
        node.set_value(facts().line(view));
        node.add_action(Request::Increment);
        node.add_action(Request::Decrement);
    });
    if area.hovered.is_some() {
        let tooltip = Tooltip::for_widget(&area.response).at_pointer().gap(14.0);
        tooltip.show(|ui| facts().show(ui, area.response.id, view));
    }
}

/// The areas, made into triangles once as long as they stay where they are.
fn paint_ground(ui: &Ui, at: Pos2, curves: &Arc<Curves>, look: &StrengthLook) {
    let chart = look.layout.chart();
    let clip = Rect::from_min_max(pos2(chart.min.x, chart.min.y), pos2(chart.max.x, chart.max.y));
    let clip = clip.translate(at.to_vec2());
    let pixels_per_point = ui.ctx().pixels_per_point();
    // The curves are others wherever the plan is.
    let made_from = (
        Same::of(curves),
        (look.track, look.layout.clone(), look.style.theme),
        (at, pixels_per_point),
    );
    let place = WidgetId::unique("strength-ground");
    let make = || Kept::of(ui.ctx(), &ground(look), at, clip);
    kept(ui, place, made_from, make).paint(&ui.painter_at(clip), Vec2::ZERO);
}

/// What is said about a day.
struct Facts {
    day: Day,
    /// The track that is shown first.
    tracks: Vec<(Track, Figures)>,
    /// Reports and exceeded ceilings, in words; whether they are wrong.
    notes: Vec<(String, bool)>,
}

impl Facts {
    fn of(day: Day, near: i64, curves: &Curves, view: &View) -> Facts {
        let other = Track::ALL.into_iter().filter(|track| *track != view.track);
        let tracks = std::iter::once(view.track).chain(other);
        let tracks = tracks.filter_map(|track| Some((track, *curves.on(track).at(day)?)));
        let mut facts = Facts { day, tracks: tracks.collect(), notes: Vec::new() };
        if let Some((_, figures)) = facts.tracks.first() {
            let held = ceilings(view.plan).into_iter().filter(|c| c.span.contains(day));
            for ceiling in held {
                let Some(excess) = ceiling.excess(&figures.there) else { continue };
                let name = view.names().item(&ceiling.id).into();
                let args = [("name", name), ("excess", excess.into())];
                facts.notes.push((view.words.fill("strength-over", &args), true));
            }
        }
        let reports = curves.on(view.track).reports.iter();
        let nearest = reports.min_by_key(|report| (report.day - day).abs());
        if let Some(report) = nearest.filter(|report| (report.day - day).abs() <= near) {
            facts.notes.push((reported(report, day, view), false));
        }
        facts
    }

    /// The names of the rows, from the top of the stack down, and their figures.
    fn rows(&self, view: &View) -> Vec<(String, Vec<u64>)> {
        let words = view.words;
        let each = |of: &dyn Fn(&Figures) -> u64| {
            self.tracks.iter().map(|(_, figures)| of(figures)).collect::<Vec<u64>>()
        };
        let mut rows = Vec::new();
        for category in STACK[..3].iter().rev() {
            let name = words.word("category", category.as_word());
            rows.push((name, each(&|figures| figures.there.of(category))));
        }
        let others = each(&|figures| figures.there.other);
        if others.iter().any(|count| *count > 0) {
            rows.insert(0, (words.text("strength-other"), others));
        }
        rows.push((words.text("strength-total"), each(&|figures| figures.there.total())));
        rows.push((words.text("strength-departed"), each(&|figures| figures.departed.total())));
        rows
    }

    /// All of it in one line, for screen readers.
    fn line(&self, view: &View) -> String {
        let lang = view.words.lang();
        let rows = self.rows(view);
        let mut parts = vec![date_long(self.day, lang)];
        for (column, (track, _)) in self.tracks.iter().enumerate() {
            let figures = rows
                .iter()
                .map(|(name, counts)| format!("{name} {}", number(signed(counts[column]), lang)));
            let figures = figures.collect::<Vec<_>>().join(", ");
            let track = view.words.word("track", track.as_word());
            let args = [("track", track.into()), ("figures", figures.into())];
            parts.push(view.words.fill("strength-on-track", &args));
        }
        parts.extend(self.notes.iter().map(|(note, _)| note.clone()));
        parts.join(" – ")
    }

    fn show(&self, ui: &mut Ui, id: WidgetId, view: &View) {
        let lang = view.words.lang();
        ui.spacing_mut().interact_size.y = 0.0;
        let strong = |text: String| RichText::new(text).family(family(Face::SemiBold));
        ui.label(strong(date_long(self.day, lang)));
        let rows = self.rows(view);
        let total = view.words.text("strength-total");
        Grid::new(id.with("figures")).spacing([20.0, 3.0]).show(ui, |ui| {
            ui.label("");
            for (track, _) in &self.tracks {
                let name = view.words.word("track", track.as_word());
                right(ui, RichText::new(name).weak());
            }
            ui.end_row();
            for (name, counts) in rows {
                let is_total = name == total;
                let text = |text: String| if is_total { strong(text) } else { text.into() };
                ui.label(text(name));
                for count in counts {
                    right(ui, text(number(signed(count), lang)));
                }
                ui.end_row();
            }
        });
        for (note, wrong) in &self.notes {
            let color = if *wrong { view.style.error } else { view.style.text };
            ui.add(Label::new(RichText::new(note).color(color32(color))).extend());
        }
    }
}

/// A figure at the right edge of its column.
fn right(ui: &mut Ui, text: RichText) {
    ui.with_layout(UiLayout::right_to_left(Align::Center), |ui| ui.label(text));
}

fn reported(report: &Reported, day: Day, view: &View) -> String {
    let message = match report.measure {
        Measure::Departed => "strength-reported-departed",
        _ => "strength-reported-present",
    };
    let args = [("count", report.count.into()), ("approx", i64::from(report.approx).into())];
    let text = view.words.fill(message, &args);
    match report.day == day {
        true => text,
        false => format!("{} – {text}", date_short(report.day, view.words.lang())),
    }
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
