//! Counts by kind, as a small table.

use std::collections::BTreeSet;

use eframe::egui::Ui;
use serde_json::{Map, Value};

use super::picker::Picker;
use super::scalars::with_member;
use super::{Form, Spot};
use crate::file::Shape;
use crate::i18n::Choice;
use crate::plan::Quantities;

/// Where the word for a kind of people or materiel may be found.
const FAMILIES: &[&str] = &["materiel", "category", "member", "problem-kind"];

/// Any count: how large it may be is found when it is read.
const COUNT: Shape = Shape::Whole { least: 0, most: i64::MAX };

impl Form<'_> {
    pub fn quantities(&mut self, ui: &mut Ui, spot: &Spot, value: &Value) -> Option<Value> {
        let none = Map::new();
        let counts = value.as_object().unwrap_or(&none);
        let mut changed = None;
        for (kind, count) in counts {
            let name = self.kind_name(kind);
            ui.horizontal(|ui| {
                let field = spot.within(kind, &name);
                let counted = ui.scope(|ui| {
                    ui.set_max_width(76.0);
                    self.typed(ui, &field, &COUNT, kind, count)
                });
                if let Some(count) = counted.inner {
                    changed = Some(with_member(counts, kind, count));
                }
                ui.label(&name);
                if self.small_button(ui, "×", &self.naming("form-remove-from", &name)) {
                    changed = Some(with_member(counts, kind, Value::Null));
                }
            });
        }
        let words = self.view.words;
        let label = words.fill("form-add-to", &[("member", spot.label.as_str().into())]);
        let add = words.text("form-add");
        let picker = Picker { id: self.id(spot), label: &label, shown: &add, free: true, words };
        let kind = picker.show(ui, || {
            let kinds = self.kinds_in_use().into_iter().filter(|kind| !counts.contains_key(kind));
            kinds.map(|kind| Choice { name: self.kind_name(&kind), value: kind }).collect()
        });
        changed.or_else(|| kind.map(|kind| with_member(counts, &kind, 0.into())))
    }

    pub fn kind_name(&self, kind: &str) -> String {
        let words = self.view.words;
        let named = FAMILIES.iter().map(|family| words.word(family, kind));
        named.into_iter().find(|name| name != kind).unwrap_or_else(|| kind.to_owned())
    }

    /// The kinds the plan counts anywhere, and those every plan may count.
    fn kinds_in_use(&self) -> BTreeSet<String> {
        let plan = self.view.plan;
        let keys = |counts: &Quantities| counts.keys().cloned().collect::<Vec<_>>();
        let units = plan.units().iter().flat_map(|unit| keys(&unit.materiel));
        let sites = plan.sites().iter().flat_map(|site| keys(&site.capacity));
        let reports =
            plan.reports().iter().flat_map(|r| [keys(&r.personnel), keys(&r.materiel)].concat());
        let limits = plan.limits().iter().flat_map(|limit| keys(&limit.per_day));
        let usual = ["vehicles", "containers", "aircraft", "personnel"].map(str::to_owned);
        units.chain(sites).chain(reports).chain(limits).chain(usual).collect()
    }
}
