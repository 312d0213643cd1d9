//! Long lists of rows: only those in sight are shown, and the arrows go along them.

use eframe::egui::{
    Align, EventFilter, Id as WidgetId, Key, Label, Layout, Rect, Response, Role, ScrollArea,
    Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, WidgetText, pos2, vec2,
};

use crate::app::focus;

/// The height of a row, in points.
pub const ROW: f32 = 24.0;

/// A list by its name, which tells its rows from those of others.
pub struct List {
    pub name: &'static str,
    pub count: usize,
    /// The row to be brought into view.
    pub reveal: Option<usize>,
}

impl List {
    fn id(&self, at: usize) -> WidgetId {
        WidgetId::unique(self.name).with(at)
    }

    /// Where the row is kept that had the focus last.
    fn place(&self) -> WidgetId {
        WidgetId::unique(self.name).with("focused")
    }

    /// Shows the rows that are in sight. The arrows move the focus from one to the
    /// next; Enter is a click.
    pub fn show(&self, ui: &mut Ui, row: impl FnMut(&mut Ui, usize, Rect)) {
        self.show_passing(ui, |_| false, row);
    }

    /// Like `show`; the arrows pass some rows by. The row that they lead to now is
    /// returned.
    pub fn show_passing(
        &self,
        ui: &mut Ui,
        passes: impl Fn(usize) -> bool,
        mut row: impl FnMut(&mut Ui, usize, Rect),
    ) -> Option<usize> {
        let focused = self.focused(ui);
        let go_to = focused.and_then(|at| self.step(ui, at, passes));
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().auto_shrink([false, false]).id_salt(self.name);
        area.show_viewport(ui, |ui, seen| {
            ui.set_min_size(vec2(ui.available_width(), self.count as f32 * ROW));
            let all = ui.max_rect();
            let place = |at: usize| {
                let top = all.min.y + at as f32 * ROW;
                Rect::from_min_max(pos2(all.min.x, top), pos2(all.max.x, top + ROW))
            };
            if let Some(at) = go_to.or(self.reveal).filter(|at| *at < self.count) {
                ui.scroll_to_rect(place(at), None);
            }
            let first = ((seen.min.y / ROW).floor().max(0.0) as usize).saturating_sub(1);
            let last = ((seen.max.y / ROW).ceil().max(0.0) as usize + 1).min(self.count);
            // The row that has the focus would lose it out of sight.
            let extra = go_to.or(focused).filter(|at| !(first..last).contains(at));
            for at in (first..last).chain(extra) {
                row(ui, at, place(at));
            }
        });
        go_to
    }

    /// The row that has the focus.
    fn focused(&self, ui: &Ui) -> Option<usize> {
        let at: usize = ui.data(|data| data.get_temp(self.place()))?;
        let has_focus = ui.memory(|memory| memory.has_focus(self.id(at)));
        (has_focus && at < self.count).then_some(at)
    }

    /// The row that the arrows lead to from that which has the focus.
    fn step(&self, ui: &Ui, at: usize, passes: impl Fn(usize) -> bool) -> Option<usize> {
        focus::takes(ui.ctx(), self.id(at), focus::ROW);
        let filter = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id(at), filter));
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let next = match (pressed(Key::ArrowUp), pressed(Key::ArrowDown)) {
            (true, false) => (0..at).rev().find(|at| !passes(*at))?,
            (false, true) => (at + 1..self.count).find(|at| !passes(*at))?,
            _ => return None,
        };
        ui.memory_mut(|memory| memory.request_focus(self.id(next)));
        Some(next)
    }

    /// The ground of a row, which can be clicked.
    pub fn ground(&self, ui: &Ui, at: usize, area: Rect, name: &str, chosen: bool) -> Response {
        let response = ui.interact(area, self.id(at), Sense::click());
        if response.has_focus() {
            ui.data_mut(|data| data.insert_temp(self.place(), at));
        }
        response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, chosen, name));
        let visuals = ui.visuals();
        if chosen {
            let fill = visuals.selection.bg_fill.gamma_multiply(0.6);
            ui.painter().rect_filled(area, 2.0, fill);
        } else if response.hovered() {
            ui.painter().rect_filled(area, 2.0, visuals.faint_bg_color);
        }
        if response.has_focus() {
            let stroke = visuals.widgets.hovered.bg_stroke;
            ui.painter().rect_stroke(area, 2.0, stroke, StrokeKind::Inside);
        }
        if response.clicked() {
            response.request_focus();
        }
        response
    }

    /// The ground of a heading, which a click folds.
    pub fn heading(&self, ui: &Ui, at: usize, area: Rect, name: &str, folded: bool) -> Response {
        ui.painter().rect_filled(area, 0.0, ui.visuals().faint_bg_color);
        let response = self.ground(ui, at, area, name, false);
        response
            .widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, !folded, name));
        let middle = area.left_center() + vec2(12.0, 0.0);
        let corners = [(-3.0, -4.0), (3.5, 0.0), (-3.0, 4.0)].map(|(x, y): (f32, f32)| {
            let (x, y) = if folded { (x, y) } else { (-y, x) };
            middle + vec2(x, y)
        });
        let color = ui.visuals().weak_text_color();
        ui.painter().add(Shape::convex_polygon(corners.to_vec(), color, Stroke::NONE));
        response
    }
}

/// A text within a row, cut where it is too long.
pub fn cell(ui: &mut Ui, area: Rect, text: impl Into<WidgetText>) {
    let layout = Layout::left_to_right(Align::Center);
    let mut cell = ui.new_child(UiBuilder::new().max_rect(area).layout(layout));
    cell.add(Label::new(text).selectable(false).truncate());
}
