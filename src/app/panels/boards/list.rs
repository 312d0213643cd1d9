//! Rows of a list: marked when they are selected, walked through with the arrows.

use eframe::egui::{
    Align, Color32, CursorIcon, EventFilter, Id as WidgetId, Key, Label, Layout, Rect, Response,
    RichText, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, UiBuilder, WidgetInfo, vec2,
};

use crate::app::action::{Action, SelectHow};
use crate::app::boards::BoardAction;
use crate::app::convert::color32;
use crate::app::focus;
use crate::app::view::View;
use crate::plan::{Id, TypedId};

/// How high a row is.
pub const ROW: f32 = 26.0;
/// Between two columns.
pub const GAP: f32 = 10.0;

/// The rows of a list in the order in which they stand.
#[derive(Default)]
pub struct Rows {
    shown: Vec<(WidgetId, Id)>,
}

impl Rows {
    /// Room for a row about an item, and what was done to it. `key` tells rows of
    /// one item apart, `name` and `value` are what tests and screen readers get.
    pub fn row(
        &mut self,
        ui: &mut Ui,
        (key, item): (&str, &Id),
        (name, value): (&str, String),
        view: &View,
        actions: &mut Vec<Action>,
    ) -> (Rect, Response) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        let id = ui.scope_id().with((key, item.as_str()));
        let response = ui.interact(rect, id, Sense::click());
        let selected = view.state.selected.contains(item);
        response.widget_info(|| {
            WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), selected, name)
        });
        ui.ctx().accesskit_node_builder(id, |node| node.set_value(value));
        background(ui, rect, &response, selected, view);
        if response.clicked() {
            response.request_focus();
            actions.push(Action::Select(item.clone(), SelectHow::of(ui)));
        }
        if response.double_clicked() {
            actions.push(Action::Board(BoardAction::Inspect(item.clone())));
        }
        if response.hovered() {
            actions.push(Action::Hover(Some(item.clone())));
        }
        let revealed = view.state.reveal.as_ref() == Some(item) && !response.clicked();
        if revealed && !self.shown.iter().any(|(_, other)| other == item) {
            ui.scroll_to_rect(rect, None);
        }
        self.shown.push((id, item.clone()));
        (rect, response)
    }

    /// The keys of the row that has the focus: the arrows go from row to row and
    /// select, Enter shows the item in the inspector, and Left and Right fold.
    pub fn keys(&self, ui: &Ui, folds: bool, view: &View, actions: &mut Vec<Action>) {
        let focused = ui.memory(|memory| memory.focused());
        let Some(at) = self.shown.iter().position(|(id, _)| Some(*id) == focused) else { return };
        focus::takes(ui.ctx(), self.shown[at].0, if folds { focus::ARROWS } else { focus::ROW });
        let filter =
            EventFilter { vertical_arrows: true, horizontal_arrows: true, ..Default::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.shown[at].0, filter));
        let pressed = |key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
        for (key, to) in [(Key::ArrowUp, at.checked_sub(1)), (Key::ArrowDown, Some(at + 1))] {
            let next = to.and_then(|to| self.shown.get(to)).filter(|_| pressed(key));
            if let Some((id, item)) = next {
                ui.memory_mut(|memory| memory.request_focus(*id));
                actions.push(Action::Select(item.clone(), SelectHow::Only));
            }
        }
        let item = &self.shown[at].1;
        let unfolded = view.state.boards.unfolded.contains(item);
        for (key, wanted) in [(Key::ArrowRight, true), (Key::ArrowLeft, false)] {
            if folds && pressed(key) && unfolded != wanted {
                actions.push(Action::Board(BoardAction::Unfold(item.clone())));
            }
        }
        if pressed(Key::Enter) {
            actions.push(Action::Board(BoardAction::Inspect(item.clone())));
        }
    }
}

fn background(ui: &Ui, rect: Rect, response: &Response, selected: bool, view: &View) {
    let fill = match (selected, response.hovered()) {
        (true, _) => Some(view.style.accent.faded(0.16)),
        (false, true) => Some(view.style.accent.faded(0.07)),
        (false, false) => None,
    };
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, 3.0, color32(fill));
    }
    if response.has_focus() {
        let line = Stroke::new(1.0, color32(view.style.accent));
        ui.painter().rect_stroke(rect, 3.0, line, StrokeKind::Inside);
    }
}

/// The columns of a row, from left to right. Widths up to 1 are shares of what the
/// others leave.
pub fn columns<const N: usize>(rect: Rect, widths: [f32; N]) -> [Rect; N] {
    columns_apart(rect, GAP, widths)
}

/// The same with another room between two columns.
pub fn columns_apart<const N: usize>(rect: Rect, gap: f32, widths: [f32; N]) -> [Rect; N] {
    let fixed: f32 = widths.iter().filter(|width| **width > 1.0).sum();
    let rest = (rect.width() - fixed - gap * (N - 1) as f32).max(0.0);
    let mut x = rect.min.x;
    widths.map(|width| {
        let width = if width > 1.0 { width } else { width * rest };
        let column = Rect::from_min_size([x, rect.min.y].into(), vec2(width, rect.height()));
        x += width + gap;
        column
    })
}

/// A text in a column, cut where it does not fit; then it is told in full when
/// pointed at.
pub fn cell(ui: &mut Ui, rect: Rect, text: impl Into<RichText>) -> Response {
    inside(ui, rect, |ui| ui.add(Label::new(text.into()).truncate().selectable(false)))
}

/// Figures stand at the right of their column.
pub fn figure(ui: &mut Ui, rect: Rect, text: impl Into<RichText>) -> Response {
    let layout = Layout::right_to_left(Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    ui.add(Label::new(text.into()).truncate().selectable(false))
}

/// Widgets in a column, on its middle line.
pub fn inside<R>(ui: &mut Ui, rect: Rect, show: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = Layout::left_to_right(Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    ui.spacing_mut().item_spacing.x = 4.0;
    show(&mut ui)
}

/// The head of a column.
pub fn head(ui: &mut Ui, rect: Rect, text: String) {
    cell(ui, rect, RichText::new(text).small().weak());
}

/// As many of these items as fit, as links that select them, and how many more.
pub fn links<T: TypedId>(
    ui: &mut Ui,
    rect: Rect,
    items: &[T],
    view: &View,
    actions: &mut Vec<Action>,
) {
    const BETWEEN: f32 = 6.0;
    /// Room for `+12`.
    const MORE: f32 = 26.0;
    let font = TextStyle::Body.resolve(ui.style());
    let mut left = rect;
    for (at, item) in items.iter().enumerate() {
        let rest = items.len() - at;
        let name = view.names().item(item);
        let galley = ui.painter().layout_no_wrap(name.clone(), font.clone(), Color32::PLACEHOLDER);
        let room = left.width() - if rest > 1 { MORE } else { 0.0 };
        if at > 0 && galley.size().x > room {
            let others: Vec<String> =
                items[at..].iter().map(|other| view.names().item(other)).collect();
            let more = RichText::new(format!("+{rest}")).weak();
            cell(ui, left, more).on_hover_text(others.join(", "));
            return;
        }
        let place = left.with_max_x(left.min.x + galley.size().x.min(room.max(0.0)) + 1.0);
        if link(ui, place, &name).clicked() {
            actions.push(Action::Select((**item).clone(), SelectHow::Only));
        }
        left.min.x = (place.max.x + BETWEEN).min(rect.max.x);
    }
}

/// A name that can be clicked, cut where it does not fit.
fn link(ui: &mut Ui, rect: Rect, name: &str) -> Response {
    let text = RichText::new(name).color(ui.visuals().hyperlink_color);
    let label = Label::new(text).truncate().selectable(false).sense(Sense::click());
    let response = inside(ui, rect, |ui| ui.add(label));
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name));
    response.on_hover_cursor(CursorIcon::PointingHand)
}
