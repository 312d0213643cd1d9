//! A link that is drawn: it follows the pointer from an end of a bar, and the release
//! over an end of another one makes it.

use eframe::egui::{CursorIcon, Id as WidgetId, Painter, PointerButton, Rect, Tooltip, Ui, Vec2};

use super::drag::{is_released, was_given_up};
use crate::app::action::Action;
use crate::app::convert::color32;
use crate::app::links::{LinkAction, refusal, refusal_text};
use crate::app::paint;
use crate::app::panels::links::link_name;
use crate::app::view::View;
use crate::calendar::Span;
use crate::draw::timeline::{Layout, bar_dates, ends_of, kind_between, preview};
use crate::plan::{Id, Link};
use crate::scene::{Color, Point, Rect as Area};
use crate::schedule::{LinkEnd, Network, Track};

/// How far beside a bar the pointer may be.
const CATCH: f32 = 20.0;

/// A link on its way, from press to release.
pub struct LinkDraw {
    from: Id,
    end: LinkEnd,
    /// That of the plan at the press, which tells what would close a cycle.
    network: Network,
    is_cancelled: bool,
}

/// What the link would be, dropped where the pointer is.
struct Target {
    dependent: Id,
    link: Link,
    bar: Area,
    end: LinkEnd,
}

impl LinkDraw {
    /// Takes hold of the dot beyond an end of a bar.
    pub(super) fn begin(from: &Id, end: LinkEnd, view: &View) -> LinkDraw {
        let network = Network::of(view.plan, Track::Planned);
        LinkDraw { from: from.clone(), end, network, is_cancelled: false }
    }

    pub fn cancel(&mut self) {
        self.is_cancelled = true;
    }

    /// Whether it is drawn from this bar.
    pub(super) fn is_from(&self, id: &Id) -> bool {
        !self.is_cancelled && self.from == *id
    }

    /// Follows the pointer for a frame. False when it is over.
    pub(super) fn go_on(
        &mut self,
        ui: &Ui,
        rect: Rect,
        layout: &Layout,
        view: &View,
        actions: &mut Vec<Action>,
    ) -> bool {
        if was_given_up(ui) {
            self.cancel();
        }
        let is_over = is_released(ui);
        // Nobody knows where a button was released that is pressed again.
        let is_lost = ui.input(|input| input.pointer.button_pressed(PointerButton::Primary));
        if !self.is_cancelled && !is_lost {
            let pointer = ui.ctx().pointer_latest_pos();
            let target = pointer.and_then(|pointer| self.target(pointer - rect.min, layout, view));
            if !is_over {
                ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
                actions.push(Action::Hover(target.map(|target| target.dependent)));
            } else if let Some(Target { dependent, link, .. }) = target {
                actions.push(Action::Link(LinkAction::Make { dependent, link }));
            }
        }
        !is_over
    }

    /// The bar under the pointer and the end of it that is nearer; a bar is not linked
    /// with itself. `at` is in the picture.
    fn target(&self, at: Vec2, layout: &Layout, view: &View) -> Option<Target> {
        let row =
            layout.row_at(at.y).filter(|row| layout.visible_rows(view.rows.len()).contains(row));
        let id = view.rows.get(row?)?.item().filter(|id| **id != self.from)?;
        let dates = bar_dates(view.plan, view.schedule, id).and_then(Span::closed)?;
        let bar = layout.span_rect(dates.into(), row?);
        if at.x < bar.min.x - CATCH || at.x > bar.max.x + CATCH {
            return None;
        }
        let end = if at.x < bar.center().x { LinkEnd::Start } else { LinkEnd::End };
        let kind = kind_between(self.end, end);
        let link = Link { kind, ..Link::finish_start(self.from.clone()) };
        Some(Target { dependent: id.clone(), link, bar, end })
    }

    /// Draws it to where the pointer is, and tells what it would be, or why not.
    pub(super) fn paint(
        &self,
        ui: &Ui,
        painter: &Painter,
        rect: Rect,
        layout: &Layout,
        view: &View,
    ) {
        let pointer = ui.ctx().pointer_latest_pos().filter(|_| !self.is_cancelled);
        let (Some(pointer), Some(from)) = (pointer, self.source(layout, view)) else { return };
        let at = pointer - rect.min;
        let draw = |leaves: LinkEnd, to: Point, color: Color| {
            paint::nodes(painter, &preview(from, leaves, to, color), rect.min);
        };
        let Some(Target { dependent, link, bar, end }) = self.target(at, layout, view) else {
            return draw(self.end, Point::new(at.x, at.y), view.style.accent);
        };
        let refused = refusal(view.plan, &self.network, &dependent, &link);
        let (line, text, color) = match refused {
            Some(refusal) => {
                let text = refusal_text(&refusal, &view.names(), view.words);
                (view.style.error, text, view.style.error)
            }
            None => (view.style.accent, link_name(&dependent, &link, view), view.style.text),
        };
        draw(ends_of(&link.kind).0, edge(bar, end), line);
        let id = WidgetId::unique("link-drawn");
        Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id, pointer)
            .gap(14.0)
            .show(|ui| ui.colored_label(color32(color), text));
    }

    /// Where it leaves its bar, in the picture.
    fn source(&self, layout: &Layout, view: &View) -> Option<Point> {
        let row = view.rows.iter().position(|row| row.item() == Some(&self.from))?;
        let dates = bar_dates(view.plan, view.schedule, &self.from)?;
        Some(edge(layout.span_rect(dates, row), self.end))
    }
}

fn edge(bar: Area, end: LinkEnd) -> Point {
    match end {
        LinkEnd::Start => Point::new(bar.min.x, bar.center().y),
        LinkEnd::End => Point::new(bar.max.x, bar.center().y),
    }
}
