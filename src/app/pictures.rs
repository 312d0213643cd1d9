//! Pictures of the map in the window, kept while what they are made of stays.

use std::cell::RefCell;
use std::sync::Arc;

use eframe::egui::{CentralPanel, Context, Rect, Ui};

use super::Window;
use super::cache::{BaseKey, LiveKey};
use super::paint::{self, Clipped};
use super::panels;
use super::view::View;
use crate::draw::{self, Look, Style};
use crate::scene::Node;

/// What draws a map: its still part as shapes in a rectangle of the window, and the
/// nodes of the part that changes with the moment.
pub struct Pen<'a> {
    pub base: &'a DrawBase<'a>,
    pub live: &'a DrawLive<'a>,
}

type DrawBase<'a> = dyn Fn(&Ui, Rect, &Look) -> Arc<Vec<Clipped>> + 'a;
type DrawLive<'a> = dyn Fn(&Look) -> Arc<Vec<Node>> + 'a;

impl Window {
    pub(super) fn map(&mut self, ui: &mut Ui, ctx: &Context) {
        let mut actions = Vec::new();
        let area = CentralPanel::no_frame()
            .show(ui, |ui| {
                self.drawing(|view, pen| {
                    panels::map::show(ui, view, pen.base, pen.live, &mut actions)
                })
            })
            .inner;
        self.map_view = Some(area.view);
        self.pointer = area.pointer;
        self.act(ctx, actions);
    }

    /// Gives what draws maps with what was drawn before.
    pub(super) fn drawing<R>(&mut self, show: impl FnOnce(&View, &Pen) -> R) -> R {
        let cache = RefCell::new(std::mem::take(&mut self.cache));
        let (plan_key, theatre_key) = (self.plan_key(), self.theatre_key());
        let derived = self.derived_with(&mut cache.borrow_mut());
        let style = Style::of(self.settings.theme);
        let view = self.view_of(&derived, &style);
        let layers = |look: &Look| look.layers.map(<[String]>::to_vec);
        let base = |ui: &Ui, rect: Rect, look: &Look| {
            let key = BaseKey {
                theatre: theatre_key.clone(),
                view: look.view,
                theme: style.theme,
                corner: rect.min,
                pixels_per_point: ui.ctx().pixels_per_point(),
                layers: layers(look),
                own_layers: look.plan.layers().iter().cloned().collect(),
            };
            let make = || paint::shapes(ui.ctx(), &draw::base(&look.ground()), rect.min, rect);
            cache.borrow_mut().base(key, make)
        };
        let live = |look: &Look| {
            let key = LiveKey {
                plan: plan_key,
                theatre: theatre_key.clone(),
                view: look.view,
                track: look.track,
                moment: look.moment,
                theme: style.theme,
                lang: look.lang,
                selected: look.selected.clone(),
                touched: look.touched.clone(),
                hovered: look.hovered.cloned(),
                furniture: look.furniture,
                caption: look.caption.map(Into::into),
                layers: layers(look),
                marks_critical: self.view.links.marks_critical,
            };
            let critical = &derived.critical.chain[..];
            let critical = if key.marks_critical { critical } else { &[] };
            cache.borrow_mut().live(key, || draw::live_marking(look, critical))
        };
        let shown = show(&view, &Pen { base: &base, live: &live });
        self.cache = cache.into_inner();
        shown
    }
}
