//! What a form is about: the plan itself, an item, or several at once.

use std::sync::Arc;

use serde_json::Value;

use crate::app::action::{FormStep, StepLabel};
use crate::app::panels::kept::kept;
use crate::app::view::View;
use crate::file::form::{self, Members};
use crate::file::{Field, Problem, Shape};
use crate::i18n::MemberText;
use crate::plan::edit::Command;
use crate::plan::{Header, Id, Item, Plan};

/// The members of what is edited. Cheap to clone.
#[derive(Clone)]
pub struct Subject {
    what: What,
    fields: Vec<&'static Field>,
    /// Those that all have alike.
    members: Arc<Members>,
    /// The members that are not alike.
    different: Arc<Vec<&'static str>>,
}

#[derive(Clone)]
enum What {
    Header(Box<Header>),
    Items(Arc<[Item]>),
}

impl Subject {
    pub fn header(header: &Header) -> Subject {
        Subject {
            what: What::Header(Box::new(header.clone())),
            fields: form::header_fields().iter().collect(),
            members: form::header_members(header).into(),
            different: Arc::default(),
        }
    }

    pub fn item(item: &Item) -> Subject {
        Subject {
            what: What::Items([item.clone()].into()),
            fields: form::fields(item.kind()).iter().skip(1).collect(),
            members: form::members(item).into(),
            different: Arc::default(),
        }
    }

    /// The members that all of these items have and that fit beside their name.
    pub fn several(items: Vec<Item>) -> Subject {
        let of = |item: &Item| form::fields(item.kind());
        let first = items.first().map(of).unwrap_or_default();
        let can_be_shared = |field: &&Field| {
            let is_flat = MemberText::can_read(&field.shape) || field.shape == Shape::Quantities;
            is_flat && items.iter().all(|item| of(item).contains(field))
        };
        let fields: Vec<&Field> = first.iter().skip(1).filter(can_be_shared).collect();
        let mut all = items.iter().map(form::members);
        let mut members = all.next().unwrap_or_default();
        let mut different = Vec::new();
        for other in all {
            for field in &fields {
                let alike = members.get(field.name) == other.get(field.name);
                if !alike && !different.contains(&field.name) {
                    different.push(field.name);
                }
            }
        }
        members.retain(|name, _| !different.iter().any(|other| other == name));
        let (members, different) = (members.into(), different.into());
        Subject { what: What::Items(items.into()), fields, members, different }
    }

    /// Those of several items, made anew only when the plan or the selection changes.
    pub fn of_selection(ui: &eframe::egui::Ui, view: &View) -> Subject {
        let ids: Vec<Id> = view.state.selected.iter().cloned().collect();
        let place = eframe::egui::Id::unique("form-of-several");
        let several = || Subject::several(ids.iter().filter_map(|id| view.plan.item(id)).collect());
        (*kept(ui, place, (view.plan_key, ids.clone()), several)).clone()
    }

    pub fn fields(&self) -> &[&'static Field] {
        &self.fields
    }

    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().copied().find(|field| field.name == name)
    }

    /// Tells its fields from those of others.
    pub fn key(&self) -> String {
        match &self.what {
            What::Header(_) => "plan".into(),
            What::Items(items) => match &items[..] {
                [one] => format!("item {}", one.id()),
                several => format!("{} items from {}", several.len(), several[0].id()),
            },
        }
    }

    /// The name of its kind of record.
    pub fn record(&self) -> &'static str {
        match &self.what {
            What::Header(_) => "header",
            What::Items(items) => items.first().map_or("", |item| form::kind_name(item.kind())),
        }
    }

    /// Whether it says something at a member.
    pub fn says(&self, name: &str) -> bool {
        self.members.contains_key(name) || self.differs(name)
    }

    pub fn differs(&self, name: &str) -> bool {
        self.different.contains(&name)
    }

    pub fn value(&self, field: &Field) -> Value {
        self.members.get(field.name).cloned().unwrap_or_default()
    }

    /// What sets a member of all it is about, in one step.
    pub fn set(
        &self,
        member: &str,
        value: Value,
        plan: &Plan,
    ) -> Result<(StepLabel, Command), Vec<Problem>> {
        let changes = || Members::from_iter([(member.to_owned(), value.clone())]);
        let member = || member.to_owned();
        match &self.what {
            What::Header(header) => {
                let header = form::header_with(header, changes())?;
                let step = FormStep::Header { member: member() };
                Ok((StepLabel::Form(step), Command::SetHeader(Arc::new(header))))
            }
            What::Items(items) => {
                let changed = items.iter().map(|item| form::with(item, changes(), plan));
                let puts: Vec<Command> =
                    changed.map(|item| item.map(Command::put)).collect::<Result<_, _>>()?;
                let step = match &items[..] {
                    [one] => FormStep::Member { item: one.id().clone(), member: member() },
                    several => {
                        let (count, record) = (several.len(), self.record());
                        FormStep::Several { count, record, member: member() }
                    }
                };
                Ok((StepLabel::Form(step), Command::Batch(puts)))
            }
        }
    }
}
