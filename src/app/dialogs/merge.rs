//! Merging two people's edits: conflicts one by one, with their three values.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Button, Grid, Label, RichText, ScrollArea, Ui};

use super::heading;
use crate::app::action::Action;
use crate::app::merging::MergeAction;
use crate::app::panels::name_button;
use crate::app::view::View;
use crate::compare::merge::{Conflict, Merge, Place, Side};
use crate::compare::{Change, Diff};
use crate::i18n::{CompareText, side_word};
use crate::plan::Plan;

/// A merge that is being settled.
pub struct MergeDialog {
    path: PathBuf,
    name: String,
    mine: Arc<Plan>,
    theirs: Arc<Plan>,
    /// The open plan as it was opened, and as it was read or written last.
    opened: Arc<Plan>,
    saved: Arc<Plan>,
    ancestor: Ancestor,
    merge: Merge,
    /// How many items would be added, changed and taken out.
    incoming: [usize; 3],
    /// The conflict that is shown.
    at: usize,
}

/// The plan from which both come.
#[derive(Clone, Debug)]
enum Ancestor {
    Opened,
    Saved,
    File(String, Arc<Plan>),
}

/// What was asked of the conflict that is shown.
enum Wish {
    /// Shows another one.
    Go(usize),
    Settle(Place, Side),
}

impl MergeDialog {
    pub fn new(
        path: &Path,
        theirs: Arc<Plan>,
        mine: Arc<Plan>,
        [opened, saved]: [Arc<Plan>; 2],
        is_own_file: bool,
    ) -> MergeDialog {
        // Where nothing was saved since, the two are one.
        let is_saved = is_own_file && !Arc::ptr_eq(&opened, &saved);
        let (ancestor, base) =
            if is_saved { (Ancestor::Saved, &saved) } else { (Ancestor::Opened, &opened) };
        let merge = Merge::of(base, &mine, &theirs);
        let (name, path, incoming) = (file_name(path), path.to_owned(), incoming(&mine, &merge));
        MergeDialog { path, name, mine, theirs, opened, saved, ancestor, merge, incoming, at: 0 }
    }

    /// The name of the other file.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn take_ancestor(&mut self, path: &Path, plan: Arc<Plan>) {
        self.set_ancestor(Ancestor::File(file_name(path), plan));
    }

    /// The merged plan, once nothing is left to be settled.
    pub fn merged(&self) -> Option<Arc<Plan>> {
        self.merge.is_settled().then(|| self.merge.plan().clone())
    }

    fn set_ancestor(&mut self, ancestor: Ancestor) {
        let base = match &ancestor {
            Ancestor::Opened => &self.opened,
            Ancestor::Saved => &self.saved,
            Ancestor::File(_, plan) => plan,
        };
        self.merge = Merge::of(base, &self.mine, &self.theirs);
        self.ancestor = ancestor;
        self.at = 0;
        self.count();
    }

    fn count(&mut self) {
        self.incoming = incoming(&self.mine, &self.merge);
    }

    fn choose_all(&mut self, side: Side) {
        self.merge.choose_all(side);
        self.count();
    }

    fn grant(&mut self, wish: Wish) {
        match wish {
            Wish::Go(at) => self.at = at,
            Wish::Settle(place, side) => self.settle(&place, side),
        }
    }

    /// Settles a conflict, and goes on to the next that is open.
    fn settle(&mut self, settled: &Place, side: Side) {
        self.merge.choose(settled, side);
        self.count();
        let conflicts = self.merge.conflicts();
        let place = conflicts.iter().position(|it| it.place == *settled);
        self.at = place.unwrap_or(0).min(conflicts.len().saturating_sub(1));
        let open = |(_, it): &(usize, &Conflict)| it.choice.is_none();
        let all = || conflicts.iter().enumerate();
        let next = all().skip(self.at).find(open).or_else(|| all().find(open));
        self.at = next.map_or(self.at, |(at, _)| at);
    }
}

/// How many items a merge would add to a plan, change and take out.
fn incoming(mine: &Plan, merge: &Merge) -> [usize; 3] {
    let diff = Diff::of(mine, merge.plan());
    let count = |is: fn(&Change) -> bool| diff.items.iter().filter(|it| is(&it.change)).count();
    [
        count(|change| matches!(change, Change::Added(_))),
        count(|change| matches!(change, Change::Changed { .. })),
        count(|change| matches!(change, Change::Gone(_))),
    ]
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

pub fn show(ui: &mut Ui, dialog: &mut MergeDialog, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    heading(ui, &words.fill("merge-title", &[("name", dialog.name.as_str().into())]));
    ancestors(ui, dialog, view, actions);
    ui.separator();
    summary(ui, dialog, view);
    if let Some(shown) = dialog.merge.conflicts().get(dialog.at) {
        ui.add_space(6.0);
        if let Some(wish) = one(ui, dialog, shown, view) {
            dialog.grant(wish);
        }
    }
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let make = Button::new(words.text("merge-make"));
        let make = ui.add_enabled(dialog.merge.is_settled(), make);
        if make.clicked() {
            actions.push(Action::Merge(MergeAction::Make));
        }
        if ui.button(words.text("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
        if !dialog.merge.is_settled() {
            ui.separator();
            for side in [Side::Mine, Side::Theirs] {
                let args = [("side", side_word(side, words.lang()).into())];
                if ui.button(words.fill("merge-all", &args)).clicked() {
                    dialog.choose_all(side);
                }
            }
        }
    });
}

/// The plan from which both come, to be chosen.
fn ancestors(ui: &mut Ui, dialog: &mut MergeDialog, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    ui.label(RichText::new(words.text("merge-ancestor")).strong());
    ui.label(RichText::new(words.text("merge-ancestor-hint")).weak());
    let mut offered = vec![(Ancestor::Opened, words.text("merge-ancestor-opened"))];
    if !Arc::ptr_eq(&dialog.opened, &dialog.saved) {
        offered.push((Ancestor::Saved, words.text("merge-ancestor-saved")));
    }
    if let Ancestor::File(name, _) = &dialog.ancestor {
        let text = words.fill("version-file", &[("name", name.as_str().into())]);
        offered.push((dialog.ancestor.clone(), text));
    }
    let shown = std::mem::discriminant(&dialog.ancestor);
    let mut chosen = None;
    for (ancestor, text) in offered {
        let is_on = std::mem::discriminant(&ancestor) == shown;
        // To merge anew would drop what is settled.
        if ui.radio(is_on, text).clicked() && !is_on {
            chosen = Some(ancestor);
        }
    }
    if let Some(ancestor) = chosen {
        dialog.set_ancestor(ancestor);
    }
    if ui.button(words.text("merge-ancestor-file")).clicked() {
        actions.push(Action::Merge(MergeAction::AskAncestor));
    }
}

/// How much would come in, and how many conflicts there are.
fn summary(ui: &mut Ui, dialog: &MergeDialog, view: &View) {
    let words = view.words;
    let [added, changed, gone] = dialog.incoming;
    let args = [("added", added.into()), ("changed", changed.into()), ("gone", gone.into())];
    ui.label(words.fill("merge-summary", &args));
    let conflicts = dialog.merge.conflicts();
    let open = conflicts.iter().filter(|conflict| conflict.choice.is_none()).count();
    match conflicts.len() {
        0 => ui.label(words.text("merge-no-conflict")),
        all => ui.label(words.fill("merge-open", &[("open", open.into()), ("all", all.into())])),
    };
}

/// One conflict with its three values, each with the button that takes it.
fn one(ui: &mut Ui, dialog: &MergeDialog, conflict: &Conflict, view: &View) -> Option<Wish> {
    let words = view.words;
    let say = CompareText::new(&dialog.mine, &dialog.theirs, words.lang()).on(view.theatre);
    let (at, count) = (dialog.at, dialog.merge.conflicts().len());
    let mut wish = None;
    ui.horizontal(|ui| {
        let steps = [
            ("←", "merge-previous", at.checked_sub(1)),
            ("→", "merge-next", Some(at + 1).filter(|next| *next < count)),
        ];
        for (sign, name, to) in steps {
            let button = ui.add_enabled(to.is_some(), Button::new(sign).small());
            name_button(&button, &words.text(name));
            if let Some(to) = to.filter(|_| button.clicked()) {
                wish = Some(Wish::Go(to));
            }
        }
        let args = [("number", (at + 1).into()), ("count", count.into())];
        ui.label(words.fill("merge-number", &args));
    });
    ui.label(RichText::new(say.place(&conflict.place)).strong());
    ui.label(RichText::new(say.why(&conflict.why)).weak());
    ui.add_space(4.0);
    let values = [
        (Side::Mine, &conflict.mine),
        (Side::Theirs, &conflict.theirs),
        (Side::Base, &conflict.base),
    ];
    ScrollArea::vertical().max_height(200.0).auto_shrink([false, true]).show(ui, |ui| {
        Grid::new("conflict").num_columns(2).spacing([12.0, 8.0]).show(ui, |ui| {
            for (side, value) in values {
                let is_on = conflict.choice == Some(side);
                if ui.radio(is_on, side_word(side, words.lang())).clicked() {
                    wish = Some(Wish::Settle(conflict.place.clone(), side));
                }
                let value = say.conflict_value(&conflict.place, value.as_ref());
                ui.add(Label::new(value).wrap());
                ui.end_row();
            }
        });
    });
    wish
}
