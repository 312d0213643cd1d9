//! Pictures of the map in the window, kept while what they are made of stays.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{CentralPanel, Context, Rect, Ui};

use super::Window;
use super::cache_keys::{BaseKey, LiveKey, StandingKey};
use super::paint::Kept;
use super::panels;
use super::view::View;
use crate::draw::{self, Ground, Look, Style};
use crate::plan::Id;
use crate::scene::Node;

/// What draws a map: it paints its still part into a rectangle of the window, and gives
/// the nodes of the part that changes with the moment.
pub struct Pen<'a> {
    pub base: &'a DrawBase<'a>,
    pub live: &'a DrawLive<'a>,
}

type DrawBase<'a> = dyn Fn(&Ui, Rect, &Look) + 'a;
type DrawLive<'a> = dyn Fn(&Look) -> Arc<Vec<Node>> + 'a;

impl Window {
    pub(super) fn map(&mut self, ui: &mut Ui, ctx: &Context) {
        let mut actions = Vec::new();
        self.follow_sectors();
        let area = CentralPanel::no_frame()
            .show(ui, |ui| self.drawing(|view, pen| panels::map::show(ui, view, pen, &mut actions)))
            .inner;
        self.map_view = Some(area.view);
        self.view.shown_camera = Some(area.view.camera());
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
                zoom: look.view.camera().zoom,
                size: look.view.size(),
                theme: style.theme,
                corner: rect.min,
                pixels_per_point: ui.ctx().pixels_per_point(),
                layers: layers(look),
                own_layers: look.plan.layers().iter().cloned().collect(),
            };
            let make = |view, beyond: f64| {
                let nodes = draw::base(&Ground { view, ..look.ground() });
                let area = rect.expand(beyond as f32);
                Kept::of(ui.ctx(), &nodes, area.min, area)
            };
            let shown = cache.borrow_mut().base(key, &look.view, make);
            shown.land.paint(&ui.painter_at(rect), shown.by);
            if shown.is_panned {
                ui.ctx().request_repaint();
            }
        };
        let live = |look: &Look| {
            let marked = &derived.marked;
            let standing = StandingKey {
                plan: plan_key,
                theatre: theatre_key.clone(),
                view: look.view,
                track: look.track,
                theme: style.theme,
                lang: look.lang,
                marks_problems: look.problems.is_some(),
                furniture: look.furniture,
                caption: look.caption.map(Into::into),
                layers: layers(look),
                edges: look.edges,
            };
            let key = LiveKey {
                standing,
                moment: look.moment,
                selected: shared(look.selected, &marked.items),
                touched: shared(look.touched, &marked.touched),
                hovered: look.hovered.cloned(),
                marks_critical: !look.critical.is_empty(),
                still: look.still,
            };
            cache.borrow_mut().live(key, look)
        };
        let shown = show(&view, &Pen { base: &base, live: &live });
        self.cache = cache.into_inner();
        shown
    }
}

/// A set as one that is shared: nearly always it is that of the window.
fn shared(ids: &BTreeSet<Id>, of_window: &Arc<BTreeSet<Id>>) -> Arc<BTreeSet<Id>> {
    match std::ptr::eq(ids, &**of_window) {
        true => of_window.clone(),
        false => Arc::new(ids.clone()),
    }
}
