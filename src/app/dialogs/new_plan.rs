//! A new plan from GeoJSON: files, their properties, title and days.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Button, ComboBox, Grid, Id as WidgetId, RichText, ScrollArea, TextEdit, Ui};

use super::heading;
use crate::app::action::{Action, MapFile, NewPlanAction};
use crate::app::date_field::{DateChange, date_field};
use crate::app::typed_field::{self, TypedField};
use crate::app::view::View;
use crate::calendar::{DateSpan, Day, TypedContext};
use crate::geo::decimal;
use crate::import::geojson::{Field, Mapping};
use crate::theatre::{FeatureRow, FeatureTable};

/// How many rows of the file with the sites are shown.
const PREVIEW_ROWS: usize = 5;

/// A new plan that is being put together.
pub struct NewPlanDialog {
    pub title: String,
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub sites: Option<Arc<MapSource>>,
    pub sectors: Option<Arc<MapSource>>,
    /// The boundary of a theatre's folder.
    pub map: Option<PathBuf>,
    pub mapping: Mapping,
    /// Which property is the name of a sector.
    pub sector_name: Option<String>,
    /// Why the last file, or the plan, could not be had.
    pub fault: Option<String>,
    /// The plan is being made.
    pub is_making: bool,
}

/// A GeoJSON file that was read.
pub struct MapSource {
    pub path: PathBuf,
    pub table: FeatureTable,
    pub bytes: Vec<u8>,
}

impl NewPlanDialog {
    pub fn beginning(today: Day) -> NewPlanDialog {
        NewPlanDialog {
            title: String::new(),
            from: Some(today),
            until: None,
            sites: None,
            sectors: None,
            map: None,
            mapping: Mapping::default(),
            sector_name: None,
            fault: None,
            is_making: false,
        }
    }

    fn path(&self, file: MapFile) -> Option<&Path> {
        match file {
            MapFile::Sites => self.sites.as_ref().map(|source| &*source.path),
            MapFile::Sectors => self.sectors.as_ref().map(|source| &*source.path),
            MapFile::Boundary => self.map.as_deref(),
        }
    }

    fn ends_before_it_starts(&self) -> bool {
        self.from.zip(self.until).is_some_and(|(from, until)| until < from)
    }
}

pub fn show(ui: &mut Ui, dialog: &mut NewPlanDialog, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    heading(ui, &words.text("action-new-geojson"));
    ui.label(RichText::new(words.text("new-plan-hint")).weak());
    ui.add_space(4.0);
    Grid::new("new-plan").num_columns(2).spacing([12.0, 6.0]).show(ui, |ui| {
        for file in MapFile::ALL {
            file_row(ui, dialog, file, view, actions);
        }
        let label = words.text("new-plan-title");
        ui.label(&label);
        let hint = words.text("new-plan-untitled");
        let edit = TextEdit::singleline(&mut dialog.title).desired_width(340.0).hint_text(hint);
        typed_field::name(ui.add(edit), &label);
        ui.end_row();
        let before = (dialog.from, dialog.until);
        date_row(ui, "new-plan-from", &mut dialog.from, view);
        date_row(ui, "new-plan-until", &mut dialog.until, view);
        if (dialog.from, dialog.until) != before {
            dialog.fault = None;
        }
    });
    if let Some(sites) = &dialog.sites {
        ui.separator();
        properties(ui, &sites.table, &mut dialog.mapping, view);
        if let Some(sectors) = &dialog.sectors {
            let field = words.text("new-plan-sector-name");
            property_box(ui, &field, &sectors.table, &mut dialog.sector_name, view);
        }
        ui.add_space(4.0);
        preview(ui, &sites.table, &dialog.mapping, view);
    }
    ui.add_space(6.0);
    let fault = if dialog.ends_before_it_starts() {
        Some(words.text("new-plan-end-before-start"))
    } else {
        dialog.fault.clone()
    };
    match fault {
        Some(text) => {
            ui.colored_label(ui.visuals().error_fg_color, text);
        }
        None if dialog.sites.is_none() => {
            ui.label(words.text("new-plan-no-file"));
        }
        None => {}
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let ready = dialog.sites.is_some() && !dialog.ends_before_it_starts();
        let ready = ready && !dialog.is_making;
        if ui.add_enabled(ready, Button::new(words.text("new-plan-make"))).clicked() {
            actions.push(Action::NewPlan(NewPlanAction::Make));
        }
        if ui.button(words.text("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
        if dialog.is_making {
            ui.spinner();
            ui.label(words.text("map-reading"));
        }
    });
}

/// A path that can be typed, and a button that asks for a file.
fn file_row(
    ui: &mut Ui,
    dialog: &NewPlanDialog,
    file: MapFile,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let words = view.words;
    let label = words.word("new-plan-file", file.as_word());
    ui.label(&label);
    ui.horizontal(|ui| {
        let shown = dialog.path(file).map_or(String::new(), |path| path.display().to_string());
        let hint = match file {
            MapFile::Sites => String::new(),
            MapFile::Sectors | MapFile::Boundary => words.text("new-plan-optional"),
        };
        let id = WidgetId::unique(("new-plan-file", file.as_word()));
        let field = TypedField { id, label: &label, shown: &shown, hint: &hint, width: 340.0 };
        if let Some(text) = field.show(ui, |_| None) {
            actions.push(Action::NewPlan(NewPlanAction::Chosen(file, text.trim().into())));
        }
        let choose = ui.button(words.text("new-plan-choose"));
        let choose =
            typed_field::name(choose, &format!("{} {label}", words.text("new-plan-choose")));
        let choose = match file {
            MapFile::Boundary => choose.on_hover_text(words.text("new-plan-map-hint")),
            MapFile::Sites | MapFile::Sectors => choose,
        };
        if choose.clicked() {
            actions.push(Action::NewPlan(NewPlanAction::Choose(file)));
        }
    });
    ui.end_row();
}

fn date_row(ui: &mut Ui, label: &str, day: &mut Option<Day>, view: &View) {
    let words = view.words;
    let id = WidgetId::unique(label);
    let label = words.text(label);
    ui.label(&label);
    let from = day.unwrap_or(view.moment.day());
    let context = TypedContext { from, d_day: from, horizon: DateSpan::single(from) };
    ui.vertical(|ui| match date_field(ui, id, &label, *day, context, words) {
        Some(DateChange::To(new)) => *day = Some(new),
        Some(DateChange::Cleared) => *day = None,
        None => {}
    });
    ui.end_row();
}

/// Which property is what, two fields a row.
fn properties(ui: &mut Ui, table: &FeatureTable, mapping: &mut Mapping, view: &View) {
    ui.horizontal_wrapped(|ui| {
        for field in Field::ALL {
            let name = view.words.word("import-field", field.as_word());
            let mut property = mapping.property(field).map(str::to_owned);
            property_box(ui, &name, table, &mut property, view);
            mapping.set(field, property);
        }
    });
}

fn property_box(
    ui: &mut Ui,
    field: &str,
    table: &FeatureTable,
    property: &mut Option<String>,
    view: &View,
) {
    let words = view.words;
    let none = words.text("new-plan-no-property");
    let label = words.fill("new-plan-property", &[("field", field.into())]);
    ui.vertical(|ui| {
        ui.label(RichText::new(field).small().weak());
        let shown = property.clone().unwrap_or_else(|| none.clone());
        let response =
            ComboBox::from_id_salt(&label).selected_text(shown).width(108.0).show_ui(ui, |ui| {
                ui.selectable_value(property, None, none);
                for column in table.columns() {
                    ui.selectable_value(property, Some(column.to_owned()), column);
                }
            });
        typed_field::name(response.response, &label);
    });
}

/// The first rows as they would be read, and how many there are.
fn preview(ui: &mut Ui, table: &FeatureTable, mapping: &Mapping, view: &View) {
    let words = view.words;
    let count = words.fill("new-plan-count", &[("count", table.rows.len().into())]);
    ui.label(RichText::new(format!("{} · {count}", words.text("new-plan-preview"))).strong());
    let fields: Vec<Field> =
        Field::ALL.into_iter().filter(|field| mapping.property(*field).is_some()).collect();
    ScrollArea::horizontal().id_salt("new-plan-preview").show(ui, |ui| {
        Grid::new("new-plan-rows").striped(true).spacing([16.0, 2.0]).show(ui, |ui| {
            for field in &fields {
                let head = words.word("import-field", field.as_word());
                ui.label(RichText::new(head).small().weak());
            }
            ui.label(RichText::new(words.word("import-field", "place")).small().weak());
            ui.end_row();
            for row in table.rows.iter().take(PREVIEW_ROWS) {
                for field in &fields {
                    ui.label(cell(row, mapping.property(*field)));
                }
                ui.label(row.point.map_or("—".to_owned(), decimal));
                ui.end_row();
            }
        });
    });
}

fn cell(row: &FeatureRow, property: Option<&str>) -> String {
    property.and_then(|property| row.text(property)).unwrap_or_else(|| "—".into())
}
