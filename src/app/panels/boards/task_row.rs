//! A task on the board: one line, which can be changed where it is selected, and
//! below it the details where it is unfolded.

use std::sync::Arc;

use eframe::egui::{
    ComboBox, Frame, Id as WidgetId, Margin, Rect, RichText, Sense, Shape, Stroke, Ui, vec2,
};

use super::list::{self, Rows};
use super::signs::{self, Standing};
use super::{super::inspector, edit};
use crate::app::action::Action;
use crate::app::boards::BoardAction;
use crate::app::convert::{color32, family};
use crate::app::typed_field::TypedField;
use crate::app::view::View;
use crate::board::recipients;
use crate::i18n::{dollars, read_dollars};
use crate::plan::{Id, Kind, Task, TaskStatus};
use crate::scene::Face;

/// Tasks are moved in so far that they begin where the text of their row of the
/// mandate does.
const INDENT: f32 = 86.0;
const FOLD: f32 = 16.0;
const STATUS: f32 = 168.0;
const MONEY: f32 = 88.0;
/// Below these widths there are no columns for needs and sites, and none for
/// recipients either: they are among the details.
const ROOMY: f32 = 820.0;
const NARROW: f32 = 600.0;

/// The widths of the columns, as [`list::columns`] takes them; 0 for those there
/// is no room for.
pub struct Columns {
    widths: [f32; 7],
}

impl Columns {
    pub fn of(width: f32) -> Columns {
        let [name, recipients, needs, sites] = if width >= ROOMY {
            [0.34, 0.28, 0.22, 0.16]
        } else if width >= NARROW {
            [0.5, 0.5, 0.0, 0.0]
        } else {
            [1.0, 0.0, 0.0, 0.0]
        };
        Columns { widths: [FOLD, STATUS, name, recipients, needs, MONEY, sites] }
    }

    fn cells(&self, row: Rect) -> [Rect; 7] {
        let mut cells = list::columns(row.with_min_x(row.min.x + INDENT), self.widths);
        // Figures end at the right of their column, where the next text begins.
        cells[5].max.x -= 8.0;
        cells
    }

    /// The column of the status, and all that is to the right of it.
    pub fn status_and_rest(&self, row: Rect) -> [Rect; 2] {
        let [_, status, name, ..] = self.cells(row);
        [status, name.with_max_x(row.max.x)]
    }

    pub fn heads(&self, ui: &mut Ui, view: &View) {
        let size = vec2(ui.available_width() - 10.0, 16.0);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let [_, status, name, recipients, needs, gap, sites] = self.cells(rect);
        for (column, message) in [
            (status, "column-task-status"),
            (name, "head-task"),
            (recipients, "column-recipients"),
            (needs, "column-needs"),
            (sites, "column-sites"),
        ] {
            if column.width() > 0.0 {
                list::head(ui, column, view.words.text(message));
            }
        }
        let text = RichText::new(view.words.text("head-gap")).small().weak();
        list::figure(ui, gap, text);
    }
}

/// A task under a row of the mandate: `under` tells the places of one task apart.
pub fn show(
    ui: &mut Ui,
    list: &mut Rows,
    (under, task): (&Id, &Arc<Task>),
    columns: &Columns,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let name = view.names().item(&task.id);
    let value = spoken(task, view);
    let key = under.as_str();
    let (rect, response) = list.row(ui, (key, &task.id), (&name, value), view, actions);
    let unfolded = view.state.boards.unfolded.contains(&*task.id);
    if ui.is_rect_visible(rect) {
        let [fold, status, title, to, needs, gap, sites] = columns.cells(rect);
        fold_sign(ui, fold, (key, task, &name), unfolded, view, actions);
        let selected = view.state.selected.len() == 1 && view.state.selected.contains(&*task.id);
        if selected {
            fields(ui, key, task, &name, [status, to, gap], view, actions);
        } else {
            Standing::Task(task.status.clone()).show(ui, status, view);
            if to.width() > 0.0 {
                list::cell(ui, to, recipients(task).join(" · "));
            }
            list::figure(ui, gap, amount(task.gap_usd, view));
        }
        list::cell(ui, title, name.as_str());
        if needs.width() > 0.0 {
            list::cell(ui, needs, RichText::new(needs_text(task, view)).weak());
            list::links(ui, sites, &task.sites, view, actions);
        }
    }
    // What stands in full in the details need not pop up over them.
    if !unfolded {
        response.on_hover_ui(|ui| {
            ui.set_max_width(440.0);
            ui.label(RichText::new(&name).family(family(Face::SemiBold)));
            inspector::basis::read(ui, Kind::Task, &task.basis, view);
        });
    }
    if unfolded {
        details(ui, task, view, actions);
    }
}

/// What a line says, for screen readers.
fn spoken(task: &Task, view: &View) -> String {
    let status = Standing::Task(task.status.clone()).word(view.words);
    let gap = task.gap_usd.map(|gap| dollars(gap, view.words.lang()));
    let parts = [Some(status), Some(recipients(task).join(", ")), gap];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
}

fn needs_text(task: &Task, view: &View) -> String {
    let tag = view.words.lang().tag();
    task.needs.as_ref().map_or_else(String::new, |needs| needs.in_language(tag).to_owned())
}

fn amount(usd: Option<u64>, view: &View) -> String {
    usd.map_or_else(|| "–".into(), |usd| dollars(usd, view.words.lang()))
}

fn fold_sign(
    ui: &mut Ui,
    rect: Rect,
    (key, task, name): (&str, &Task, &str),
    unfolded: bool,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let id = ui.scope_id().with(("fold", key, task.id.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    let message = if unfolded { "fold-details" } else { "unfold-details" };
    let label = view.words.fill(message, &[("item", name.into())]);
    response.widget_info(|| {
        eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Button, true, &label)
    });
    if response.clicked() {
        actions.push(Action::Board(BoardAction::Unfold((*task.id).clone())));
    }
    let color = if response.hovered() || response.has_focus() {
        view.style.accent
    } else {
        view.style.quiet
    };
    let c = rect.center();
    let points = match unfolded {
        true => [vec2(-4.0, -2.5), vec2(4.0, -2.5), vec2(0.0, 3.0)],
        false => [vec2(-2.5, -4.0), vec2(3.0, 0.0), vec2(-2.5, 4.0)],
    };
    let triangle = points.map(|point| c + point).to_vec();
    ui.painter().add(Shape::convex_polygon(triangle, color32(color), Stroke::NONE));
}

/// Status, recipients and gap of the selected task, to be changed.
fn fields(
    ui: &mut Ui,
    key: &str,
    task: &Task,
    name: &str,
    [status, to, gap]: [Rect; 3],
    view: &View,
    actions: &mut Vec<Action>,
) {
    let words = view.words;
    let label = |message: &str| words.fill(message, &[("item", name.into())]);
    let id =
        |member: &str| WidgetId::unique((view.document, "board", member, key, task.id.as_str()));
    list::inside(ui, status, |ui| {
        let standing = Standing::Task(task.status.clone());
        standing.lead(ui, view);
        let combo = ComboBox::from_id_salt(id("status"))
            .width(status.width() - 20.0)
            .selected_text(standing.word(words));
        let shown = combo.show_ui(ui, |ui| {
            for choice in TaskStatus::KNOWN.iter().cloned().map(Some).chain([None]) {
                let chosen = choice == task.status;
                if signs::choice(ui, &Standing::Task(choice.clone()), chosen, view) {
                    if !chosen {
                        actions.push(edit::status(task, choice));
                    }
                    ui.close();
                }
            }
        });
        let name = label("field-status-of");
        shown.response.ctx.accesskit_node_builder(shown.response.id, |node| node.set_label(name));
    });
    let lang = words.lang();
    if to.width() > 0.0 {
        let field = TypedField {
            id: id("recipients"),
            label: &label("field-recipients-of"),
            shown: &recipients(task).join("; "),
            hint: &words.text("field-recipients-hint"),
            width: to.width() - 8.0,
        };
        if let Some(text) = list::inside(ui, to, |ui| field.show(ui, |_| None)) {
            actions.push(edit::recipients(task, &text));
        }
    }
    let field = TypedField {
        id: id("gap"),
        label: &label("field-gap-of"),
        shown: &task.gap_usd.map_or_else(String::new, |gap| dollars(gap, lang)),
        hint: "–",
        width: gap.width() - 8.0,
    };
    let wrong = |text: &str| {
        let bad = !text.trim().is_empty() && read_dollars(text, lang).is_none();
        bad.then(|| color32(view.style.error))
    };
    if let Some(text) = list::inside(ui, gap, |ui| field.show(ui, wrong)) {
        // What is no amount changes nothing.
        let amount = read_dollars(&text, lang);
        if amount != task.gap_usd && (amount.is_some() || text.trim().is_empty()) {
            actions.push(edit::gap(task, amount));
        }
    }
}

/// All that the line has no room for, and where it is from.
fn details(ui: &mut Ui, task: &Task, view: &View, actions: &mut Vec<Action>) {
    let left = (INDENT + FOLD + list::GAP) as i8;
    let frame = Frame::new().inner_margin(Margin { left, right: 8, top: 2, bottom: 8 });
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let row = |ui: &mut Ui, message: &str, show: &mut dyn FnMut(&mut Ui)| {
            inspector::row(ui, &view.words.text(message), show);
        };
        let needs = needs_text(task, view);
        for (message, text) in
            [("column-recipients", recipients(task).join(" · ")), ("column-needs", needs)]
        {
            if !text.is_empty() {
                row(ui, message, &mut |ui| {
                    ui.label(&text);
                });
            }
        }
        if let Some(due) = task.due {
            row(ui, "column-due", &mut |ui| {
                ui.label(crate::i18n::date_long(due, view.words.lang()));
            });
        }
        if let Some(fund) = &task.fund {
            row(ui, "column-fund", &mut |ui| inspector::link(ui, fund, view, actions));
        }
        let sites: Vec<&Id> = task.sites.iter().map(|id| &**id).collect();
        let activities: Vec<&Id> = task.activities.iter().map(|id| &**id).collect();
        for (message, ids) in [("column-sites", sites), ("column-activities", activities)] {
            if !ids.is_empty() {
                row(ui, message, &mut |ui| {
                    for id in &ids {
                        inspector::link(ui, id, view, actions);
                    }
                });
            }
        }
        inspector::basis::read(ui, Kind::Task, &task.basis, view);
    });
}
