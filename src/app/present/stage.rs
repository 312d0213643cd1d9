//! The picture of the presentation.

use std::collections::BTreeSet;

use eframe::egui::{
    Align2, CentralPanel, Color32, Painter, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2,
};

use super::Presentation;
use crate::app::convert::{color32, font_id};
use crate::app::paint;
use crate::app::panels;
use crate::app::pictures::Pen;
use crate::app::view::View;
use crate::draw::{self, Furniture, Look};
use crate::film::{Cover, STAGE, Step, camera_in};
use crate::geo::{MapView, ViewSize};
use crate::i18n::date_long;
use crate::plan::Id;
use crate::scene::{Face, Font};

const NUMBER: Font = Font::new(Face::SemiBold, 22.0);

/// Draws it; a click asks for the next chapter.
pub fn show(ui: &mut Ui, presentation: &Presentation, pen: &Pen, view: &View) -> Option<Step> {
    CentralPanel::no_frame().show(ui, |ui| picture(ui, presentation, pen, view)).inner
}

fn picture(ui: &mut Ui, presentation: &Presentation, pen: &Pen, view: &View) -> Option<Step> {
    const NOTHING: &BTreeSet<Id> = &BTreeSet::new();
    let show = &presentation.show;
    let chapter = presentation.chapter();
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click());
    let title = chapter.title.in_language(view.words.lang().tag());
    let frame = show.frame();
    let size = (f64::from(rect.width()), f64::from(rect.height()));
    let map = MapView::new(camera_in(frame.camera, STAGE, size), ViewSize::new(size.0, size.1));
    let is_listed = draw::lists_critical(chapter.layers.as_deref());
    let look = Look {
        moment: frame.moment,
        selected: NOTHING,
        touched: NOTHING,
        hovered: None,
        problems: None,
        furniture: Furniture::ALL,
        caption: Some(title).filter(|title| !title.is_empty()),
        layers: chapter.layers.as_deref(),
        critical: if is_listed { &view.critical.chain } else { &[] },
        ..panels::map::look(map, view)
    };
    let live = (pen.live)(&look);
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, color32(view.style.water));
    (pen.base)(ui, rect, &look);
    paint::nodes(&painter, &live, rect.min);
    if let Some(cover) = show.cover() {
        painter.rect_filled(rect, 0.0, cover_color(cover));
    }
    if let Some(number) = show.typed() {
        typed(&painter, rect, number, view);
    }
    let laser = ui.input(|input| input.modifiers.command);
    if let Some(at) = response.hover_pos().filter(|_| laser) {
        dot(&painter, at);
    }

    let name = name(presentation, title, view);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    let value = match show.cover() {
        Some(Cover::Black) => view.words.text("present-black"),
        Some(Cover::White) => view.words.text("present-white"),
        None => date_long(frame.moment.day(), view.words.lang()),
    };
    response.ctx.accesskit_node_builder(response.id, |node| node.set_value(value));
    (response.clicked() && !laser && show.chosen().is_none()).then_some(Step::Next)
}

/// `Chapter 2 of 7: the smallest bases`.
fn name(presentation: &Presentation, title: &str, view: &View) -> String {
    let show = &presentation.show;
    let place = [
        ("number", (show.at() + 1).into()),
        ("count", show.count().into()),
        ("title", title.into()),
    ];
    view.words.fill("present-place", &place)
}

fn cover_color(cover: Cover) -> Color32 {
    match cover {
        Cover::Black => Color32::BLACK,
        Cover::White => Color32::WHITE,
    }
}

/// The number that is being typed, in the middle of the lower edge.
fn typed(painter: &Painter, rect: Rect, number: usize, view: &View) {
    let text = view.words.fill("present-typed", &[("number", number.into())]);
    let color = color32(view.style.text);
    let galley = painter.layout_no_wrap(text, font_id(NUMBER), color);
    let at = rect.center_bottom() - vec2(0.0, 48.0);
    let area = Rect::from_center_size(at, galley.size() + vec2(28.0, 16.0));
    painter.rect_filled(area, 6.0, color32(view.style.panel));
    painter.galley(Align2::CENTER_CENTER.anchor_size(at, galley.size()).min, galley, color);
}

/// Red with a light rim: seen on every ground.
fn dot(painter: &Painter, at: Pos2) {
    let red = Color32::from_rgb(0xe6, 0x1e, 0x1e);
    painter.circle_filled(at, 14.0, red.gamma_multiply(0.25));
    painter.circle(at, 6.5, red, Stroke::new(1.5, Color32::WHITE));
}
