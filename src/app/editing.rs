//! Adding, duplicating and removing items.

use std::collections::BTreeSet;

use serde_json::json;

use super::Window;
use super::action::{FormAction, FormStep, StepLabel};
use super::dialogs::Dialog;
use super::layers::LayerAction;
use super::versions::VersionAction;
use crate::file::form::{self, Members};
use crate::i18n::{Names, words};
use crate::plan::edit::{Command, Removal};
use crate::plan::{Id, Item, Kind};

/// The members that give an item its name.
const NAMING: &[&str] = &["name", "title"];

impl Window {
    pub(super) fn edit_items(&mut self, action: FormAction) {
        self.end_drag();
        match action {
            FormAction::Add(Kind::Baseline) => self.act_on_versions(VersionAction::AskBaseline),
            FormAction::Add(Kind::Branch) => self.act_on_versions(VersionAction::AskBranch),
            FormAction::Add(Kind::Layer) => self.act_on_layers(LayerAction::Ask),
            FormAction::Add(kind) => self.add(kind),
            FormAction::Duplicate => self.duplicate(),
            FormAction::Remove => self.ask_to_remove(),
            FormAction::RemoveAll(ids) => self.remove(&ids),
        }
    }

    /// Adds an item with what it must have, and shows it. A site stands in the
    /// middle of the map.
    fn add(&mut self, kind: Kind) {
        let plan = self.document.plan();
        let words = words(self.settings.lang);
        let like = Id::new(form::kind_name(kind)).expect("the names of kinds are ids");
        let blank = form::blank(kind, &plan.fresh_id(&like), plan);
        let Some(blank) = blank else {
            self.say(words.text("form-needs"));
            return;
        };
        let kind_word = words.text(&format!("kind-{}", form::kind_name(kind)));
        let name = words.fill("form-new-item", &[("kind", kind_word.into())]);
        let mut members = Members::new();
        for field in form::fields(kind).iter().filter(|field| NAMING.contains(&field.name)) {
            // Some are named after what they are about, unless they are given a name.
            if !matches!(kind, Kind::Activity | Kind::Movement | Kind::Limit) {
                members.insert(field.name.into(), name.as_str().into());
            }
        }
        if let (Kind::Site, Some(camera)) = (kind, self.view.camera) {
            let round = |degrees: f64| (degrees * 1e3).round() / 1e3;
            let center = camera.center;
            members.insert("geometry".into(), json!([round(center.lon()), round(center.lat())]));
        }
        let item = form::with(&blank, members, plan).unwrap_or(blank);
        let name = Names::new(plan, self.settings.lang).of(&item);
        self.put_new(StepLabel::Form(FormStep::Add { name }), vec![(item, None)]);
    }

    fn duplicate(&mut self) {
        let mut plan = (**self.document.plan()).clone();
        let mut copies = Vec::new();
        for item in self.view.selected.iter().filter_map(|id| plan.item(id)).collect::<Vec<_>>() {
            let fresh = plan.fresh_id(item.id());
            let id = Members::from_iter([("id".to_owned(), fresh.as_str().into())]);
            let copy = form::with(&item, id, &plan).expect("a free id is all that differs");
            // Where order means something, next to what it is a copy of.
            let original = plan.ids(item.kind()).iter().position(|id| id == item.id());
            let position = original.map(|at| at + 1);
            let put = Command::Put { item: copy.clone(), position };
            plan.apply(put).expect("its id is free");
            copies.push((copy, position));
        }
        let Some(first) = copies.first() else { return };
        let name = Names::new(&plan, self.settings.lang).of(&first.0);
        self.put_new(StepLabel::Form(FormStep::Duplicate { name }), copies);
    }

    /// Puts new items into the plan, each at its place in the list or at the end, and
    /// selects them.
    pub(super) fn put_new(&mut self, step: StepLabel, items: Vec<(Item, Option<usize>)>) {
        let ids: BTreeSet<Id> = items.iter().map(|(item, _)| item.id().clone()).collect();
        let puts = items.into_iter().map(|(item, position)| Command::Put { item, position });
        self.run(step, Command::Batch(puts.collect()));
        self.view.next_reveal = ids.first().cloned();
        self.view.selected = ids;
        self.inspector_open = true;
    }

    fn ask_to_remove(&mut self) {
        if self.remove_chosen_link() {
            return;
        }
        let plan = self.document.plan();
        let ids: BTreeSet<Id> =
            self.view.selected.iter().filter(|id| plan.kind_of(id).is_some()).cloned().collect();
        if ids.is_empty() {
            return;
        }
        let removal = Removal::of(plan, &ids);
        if removal.also_gone.is_empty() && removal.changed.is_empty() {
            self.remove(&ids);
        } else {
            self.open(Dialog::Remove { ids, removal });
        }
    }

    fn remove(&mut self, ids: &BTreeSet<Id>) {
        let plan = self.document.plan();
        let removal = Removal::of(plan, ids);
        let step = match ids.first() {
            Some(one) if ids.len() == 1 => {
                let name = Names::new(plan, self.settings.lang).item(one);
                FormStep::Remove { name }
            }
            _ => FormStep::RemoveSeveral { count: ids.len() },
        };
        self.run(StepLabel::Form(step), removal.command);
        self.view.selected.clear();
    }

    pub(super) fn run(&mut self, step: StepLabel, command: Command) {
        if self.document.run(step, command).is_err() {
            self.say(words(self.settings.lang).text("edit-refused"));
        }
    }
}
