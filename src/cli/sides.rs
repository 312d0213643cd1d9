//! The plans that a command compares: a file, a branch of it, or its dates of a
//! baseline.

use std::path::Path;
use std::sync::Arc;

use super::args::PlanSource;
use super::open::{self, Ready};
use super::output::Fault;
use crate::compare::{baseline, branch};
use crate::file::Opened;
use crate::i18n::{Lang, unused_edit, words};
use crate::plan::{Baseline, BranchId, Id, Kind, Plan, Text};

/// What of a plan is meant.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    pub source: &'a PlanSource,
    pub branch: Option<&'a str>,
    pub baseline: Option<&'a str>,
}

/// Both sides with all that follows, and notes on their branches. What both have in
/// common, a plan file or a theatre, is read once.
pub fn ready(sides: [Side; 2], lang: Lang) -> Result<([Ready; 2], Vec<String>), Fault> {
    let [first, second] = sides;
    let opened = open::plan(first.source, lang)?;
    let other = match first.source == second.source {
        true => None,
        false => Some(open::plan(second.source, lang)?),
    };
    let (from, mut unused) = first.picked(&opened, lang)?;
    let (to, more) = second.picked(other.as_ref().unwrap_or(&opened), lang)?;
    unused.extend(more);
    let land = |plan: &Plan, side: Side| {
        let header = plan.header();
        let folder = open::folder(side.source).map(Path::to_owned);
        let layers: Vec<String> = plan.layers().iter().map(|layer| layer.path.clone()).collect();
        (folder, header.theatre.clone(), header.sectors.clone(), layers)
    };
    let theatre = open::theatre(first.source, &from, lang)?;
    let other_theatre = match land(&from, first) == land(&to, second) {
        true => theatre.clone(),
        false => open::theatre(second.source, &to, lang)?,
    };
    let other_notes = other.map_or_else(|| opened.notes.clone(), |other| other.notes);
    let from = Ready::on(theatre, first.source, from, opened.notes);
    let to = Ready::on(other_theatre, second.source, to, other_notes);
    Ok(([from, to], unused))
}

impl Side<'_> {
    /// The plan that is meant, and notes on the branch.
    fn picked(&self, opened: &Opened, lang: Lang) -> Result<(Arc<Plan>, Vec<String>), Fault> {
        let plan = &opened.plan;
        match (self.branch, self.baseline) {
            (Some(id), _) => self.branch(plan, id, lang),
            (None, Some(name)) => {
                let baseline = self::baseline(self.source, plan, Some(name), lang)?;
                Ok((Arc::new(baseline::plan_of(plan, baseline)), Vec::new()))
            }
            (None, None) => Ok((Arc::new(plan.clone()), Vec::new())),
        }
    }

    fn branch(
        &self,
        plan: &Plan,
        name: &str,
        lang: Lang,
    ) -> Result<(Arc<Plan>, Vec<String>), Fault> {
        let found = plan.branches().iter().find(|it| is_called(&it.id, &it.name, name));
        let view =
            found.and_then(|branch| branch::view(plan, &BranchId::from((*branch.id).clone())));
        let Some(view) = view else {
            let args = [
                ("file", open::shown(self.source).into()),
                ("branch", name.to_owned().into()),
                ("known", known(plan, Kind::Branch, lang).into()),
            ];
            return Err(Fault::line(words(lang).fill("cli-no-such-branch", &args)));
        };
        let unused = view.unused.iter().map(|unused| unused_edit(name, unused, lang)).collect();
        Ok((view.plan, unused))
    }
}

/// The baseline of a plan by id or name in any language; without one, the one taken
/// last.
pub fn baseline<'a>(
    source: &PlanSource,
    plan: &'a Plan,
    name: Option<&str>,
    lang: Lang,
) -> Result<&'a Baseline, Fault> {
    let file = || open::shown(source).into();
    let Some(name) = name else {
        let none = || Fault::line(words(lang).fill("cli-no-baseline", &[("file", file())]));
        return baseline::current(plan, None).ok_or_else(none);
    };
    let found = plan.baselines().iter().find(|it| is_called(&it.id, &it.name, name));
    found.map(|found| &**found).ok_or_else(|| {
        let args = [
            ("file", file()),
            ("baseline", name.to_owned().into()),
            ("known", known(plan, Kind::Baseline, lang).into()),
        ];
        Fault::line(words(lang).fill("cli-no-such-baseline", &args))
    })
}

fn is_called(id: &Id, name: &Option<Text>, wanted: &str) -> bool {
    let named = |name: &Text| Lang::ALL.iter().any(|lang| name.in_language(lang.tag()) == wanted);
    id.as_str() == wanted || name.as_ref().is_some_and(named)
}

fn known(plan: &Plan, kind: Kind, lang: Lang) -> String {
    let ids: Vec<String> = plan.ids(kind).iter().map(Id::to_string).collect();
    if ids.is_empty() { words(lang).text("cli-none") } else { ids.join(", ") }
}
