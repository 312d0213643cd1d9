//! Closing a camp by template: its steps with lengths and lags, and at once what
//! follows from them.

use eframe::egui::{
    Button, Checkbox, ComboBox, DragValue, Grid, Id as WidgetId, RichText, TextEdit, Ui,
};

use super::closing_outlook::{fault_text, outlook};
use super::heading;
use crate::app::action::{Action, ClosingAction};
use crate::app::date_field::{DateChange, date_field};
use crate::app::typed_field;
use crate::app::view::View;
use crate::plan::{Disposition, Mode, Plan, Site, SiteId};
use crate::template::{
    Anchor, Chain, Closing, ClosingFault, Leg, MAX_DAYS, MAX_LAG, Preview, StepKind, Template,
    UnoeFate, closing,
};

/// A closure that is being put together.
pub struct ClosingDialog {
    /// None in a plan without a site that could be closed.
    wanted: Option<Closing>,
    /// What it would make, kept with what it was worked out from.
    made: Option<(Closing, Outcome)>,
}

type Outcome = Result<(Chain, Preview), ClosingFault>;

impl ClosingDialog {
    /// For a site, or else for the first that could be closed.
    pub fn of(plan: &Plan, site: Option<&SiteId>, template: &Template) -> ClosingDialog {
        let named = site.and_then(|site| plan.sites().get(site)).filter(|site| !site.is_exit());
        let site = named.or_else(|| closable(plan).next());
        let wanted = site.map(|site| Closing::proposed(plan, site, template.clone()));
        ClosingDialog { wanted, made: None }
    }
}

fn closable(plan: &Plan) -> impl Iterator<Item = &std::sync::Arc<Site>> {
    plan.sites().iter().filter(|site| !site.is_exit())
}

pub fn show(ui: &mut Ui, dialog: &mut ClosingDialog, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    heading(ui, &words.text("closing-title"));
    let Some(wanted) = &mut dialog.wanted else {
        ui.label(words.text("closing-fault-no-site"));
        super::close_button(ui, view, actions);
        return;
    };
    let made = match &dialog.made {
        Some((of, made)) if of == wanted => made,
        _ => &dialog.made.insert((wanted.clone(), work_out(wanted, view))).1,
    };
    choices(ui, wanted, made.as_ref().ok().map(|(chain, _)| chain), view);
    ui.separator();
    steps(ui, wanted, made.as_ref().ok().map(|(chain, _)| chain), view);
    ui.separator();
    match made {
        Ok((chain, preview)) => outlook(ui, chain, preview, view),
        Err(fault) => {
            ui.colored_label(ui.visuals().error_fg_color, fault_text(fault, view));
        }
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let make = Button::new(words.text("closing-make"));
        if ui.add_enabled(made.is_ok(), make).clicked() {
            actions.push(Action::Closing(ClosingAction::Make(Box::new(wanted.clone()))));
        }
        if ui.button(words.text("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
        if ui.button(words.text("closing-reset")).clicked() {
            wanted.template = Template::standard();
        }
    });
}

fn work_out(wanted: &Closing, view: &View) -> Outcome {
    let chain = closing(view.plan, view.schedule, wanted)?;
    let preview = Preview::of(view.schedule, view.theatre, &chain.command);
    let preview = preview.map_err(|_| ClosingFault::NothingToMake)?;
    Ok((chain, preview))
}

/// Site, last day, destinations, what becomes of what stays.
fn choices(ui: &mut Ui, wanted: &mut Closing, chain: Option<&Chain>, view: &View) {
    let words = view.words;
    Grid::new("closing-choices").num_columns(2).spacing([12.0, 6.0]).show(ui, |ui| {
        let label = words.text("closing-site");
        ui.label(&label);
        let mut site = wanted.site.clone();
        site_box(ui, &label, &mut site, closable(view.plan), view);
        ui.end_row();
        if site != wanted.site
            && let Some(site) = view.plan.sites().get(&site)
        {
            *wanted = Closing::proposed(view.plan, site, wanted.template.clone());
        }

        let label = words.text("closing-ends");
        ui.label(&label);
        let ends = chain.and_then(|chain| chain.steps.iter().map(|step| step.span.end()).max());
        let ends = match wanted.anchor {
            Anchor::Ends(day) => Some(day),
            Anchor::Starts(_) => ends,
        };
        let context = view.typed_context();
        let id = WidgetId::unique(("closing-ends", wanted.site.as_str()));
        ui.vertical(|ui| {
            if let Some(DateChange::To(day)) = date_field(ui, id, &label, ends, context, words) {
                wanted.anchor = Anchor::Ends(day);
            }
        });
        ui.end_row();

        let from = wanted.site.clone();
        leg(ui, "closing-people", &mut wanted.people, &from, view);
        leg(ui, "closing-materiel", &mut wanted.materiel, &from, view);

        let label = words.text("closing-unoe");
        ui.label(&label);
        unoe(ui, &label, &mut wanted.unoe, view);
        ui.end_row();

        let label = words.text("closing-recipient");
        ui.label(&label);
        let hint = words.text("closing-recipient-hint");
        let edit = TextEdit::singleline(&mut wanted.recipient).desired_width(260.0).hint_text(hint);
        typed_field::name(ui.add(edit), &label);
        ui.end_row();
    });
}

fn site_box<'a>(
    ui: &mut Ui,
    label: &str,
    chosen: &mut SiteId,
    sites: impl Iterator<Item = &'a std::sync::Arc<Site>>,
    view: &View,
) {
    let shown = view.names().site(chosen);
    let response =
        ComboBox::from_id_salt(label).selected_text(shown).width(200.0).show_ui(ui, |ui| {
            for site in sites {
                ui.selectable_value(chosen, site.id.clone(), view.names().site(&site.id));
            }
        });
    typed_field::name(response.response, label);
}

/// Where to, and how.
fn leg(ui: &mut Ui, label: &str, leg: &mut Option<Leg>, from: &SiteId, view: &View) {
    let words = view.words;
    let label = words.text(label);
    ui.label(&label);
    ui.horizontal(|ui| {
        let nowhere = words.text("closing-nowhere");
        let shown = leg.as_ref().map_or(nowhere.clone(), |leg| view.names().site(&leg.to));
        let mut to = leg.as_ref().map(|leg| leg.to.clone());
        let before = to.clone();
        let response =
            ComboBox::from_id_salt(&label).selected_text(shown).width(200.0).show_ui(ui, |ui| {
                ui.selectable_value(&mut to, None, nowhere);
                for site in view.plan.sites().iter().filter(|site| site.id != *from) {
                    let name = view.names().site(&site.id);
                    ui.selectable_value(&mut to, Some(site.id.clone()), name);
                }
            });
        typed_field::name(response.response, &label);
        if to != before {
            let mode = leg.take().map_or(Some(Mode::Road), |leg| leg.mode);
            *leg = to.map(|to| Leg { to, mode });
        }
        if let Some(leg) = leg {
            let name = words.fill("closing-mode", &[("name", label.as_str().into())]);
            let mode_word = |mode: &Option<Mode>| match mode {
                Some(mode) => words.word("mode", mode.as_word()),
                None => words.text("closing-mode-none"),
            };
            let response = ComboBox::from_id_salt(&name)
                .selected_text(mode_word(&leg.mode))
                .width(120.0)
                .show_ui(ui, |ui| {
                    for mode in Mode::KNOWN.iter().cloned().map(Some).chain([None]) {
                        let word = mode_word(&mode);
                        ui.selectable_value(&mut leg.mode, mode, word);
                    }
                });
            typed_field::name(response.response, &name);
        }
    });
    ui.end_row();
}

fn unoe(ui: &mut Ui, label: &str, fate: &mut UnoeFate, view: &View) {
    let words = view.words;
    let word = |fate: &UnoeFate| match fate {
        UnoeFate::Disposed(disposition) => words.word("closing-unoe", disposition.as_word()),
        UnoeFate::Moved => words.text("closing-unoe-moved"),
    };
    let response =
        ComboBox::from_id_salt(label).selected_text(word(fate)).width(200.0).show_ui(ui, |ui| {
            let disposed = Disposition::KNOWN.iter().cloned().map(UnoeFate::Disposed);
            for other in disposed.chain([UnoeFate::Moved]) {
                let name = word(&other);
                ui.selectable_value(fate, other, name);
            }
        });
    typed_field::name(response.response, label);
}

/// A row for each step: whether, how long, after which lag, and when that is.
fn steps(ui: &mut Ui, wanted: &mut Closing, chain: Option<&Chain>, view: &View) {
    let words = view.words;
    Grid::new("closing-steps").num_columns(4).spacing([14.0, 4.0]).show(ui, |ui| {
        for head in ["closing-step", "closing-days", "closing-lag", "closing-dates"] {
            ui.label(RichText::new(words.text(head)).small().weak());
        }
        ui.end_row();
        for step in &mut wanted.template.steps {
            let name = step_name(step.kind, view);
            ui.add(Checkbox::new(&mut step.is_wanted, &name));
            let named = [("step", name.as_str().into())];
            let days = DragValue::new(&mut step.days).range(1..=MAX_DAYS);
            let label = words.fill("closing-days-of", &named);
            typed_field::name(ui.add_enabled(step.is_wanted, days), &label);
            let named = [("step", name.as_str().into())];
            let lag = DragValue::new(&mut step.lag_days).range(-MAX_LAG..=MAX_LAG);
            let label = words.fill("closing-lag-of", &named);
            typed_field::name(ui.add_enabled(step.is_wanted, lag), &label);
            let planned = chain.and_then(|chain| chain.steps.iter().find(|s| s.kind == step.kind));
            if let Some(planned) = planned.filter(|_| step.is_wanted) {
                let there = planned.is_there.then(|| words.text("closing-there"));
                let text = [Some(view.names().span_with_year(planned.span.into())), there];
                ui.label(text.into_iter().flatten().collect::<Vec<_>>().join(" · "));
            }
            ui.end_row();
        }
    });
}

pub(super) fn step_name(kind: StepKind, view: &View) -> String {
    view.words.word("closing-step", kind.as_word())
}
