//! Opening a plan and working out what follows from it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::PlanSource;
use super::output::{Fault, harmless};
use crate::file::{self, BUNDLED, OpenProblem, Opened};
use crate::i18n::{Lang, disk_error, file_problem, theatre_error, words};
use crate::plan::{Opaque, Plan};
use crate::schedule::{
    Problems, Routes, Schedule, SourceTexts, Track, source_problems, theatre_problems,
};
use crate::theatre::{Overlays, Theatre};

/// A plan with all that follows from it.
pub struct Ready {
    pub plan: Arc<Plan>,
    /// What was noticed about the file.
    pub notes: Vec<file::Problem>,
    pub theatre: Arc<Theatre>,
    pub routes: Arc<Routes>,
    pub schedule: Arc<Schedule>,
    /// Where the plan file lies.
    folder: Option<PathBuf>,
}

impl Ready {
    /// A plan that comes from a source, on its theatre.
    pub fn on(
        theatre: Arc<Theatre>,
        source: &PlanSource,
        plan: Arc<Plan>,
        notes: Vec<file::Problem>,
    ) -> Ready {
        let routes = Arc::new(Routes::of(&plan, &theatre));
        let schedule = Arc::new(Schedule::of(&plan, &routes));
        let folder = folder(source).map(Path::to_owned);
        Ready { plan, notes, theatre, routes, schedule, folder }
    }

    /// All that is wrong on a track: with the plan, on its theatre, with its quotes.
    pub fn problems(&self, track: Track) -> Problems {
        let mut all = self.schedule.problems(track).to_vec();
        all.extend(theatre_problems(&self.plan, &self.theatre));
        let texts = file::source_texts(&self.plan, self.folder.as_deref());
        all.extend(source_problems(&self.plan, &mut SourceTexts::of(texts)));
        Problems::of(all)
    }
}

/// Reads a plan.
pub fn plan(source: &PlanSource, lang: Lang) -> Result<Opened, Fault> {
    match source {
        PlanSource::Bundled(name) => file::bundled(name).ok_or_else(|| not_bundled(name, lang)),
        PlanSource::File(path) => file::open(path).map_err(|error| match error.problem {
            OpenProblem::Disk(error) => Fault::line(disk_error(&error, lang)),
            OpenProblem::File(problems) => Fault(in_file(source, &problems, lang)),
        }),
    }
}

/// Reads a plan and its theatre.
pub fn ready(source: &PlanSource, lang: Lang) -> Result<Ready, Fault> {
    let Opened { plan, notes } = self::plan(source, lang)?;
    let theatre = theatre(source, &plan, lang)?;
    Ok(Ready::on(theatre, source, Arc::new(plan), notes))
}

/// Reads the theatre of a plan that comes from a source, with the layers the plan
/// brings along.
pub fn theatre(source: &PlanSource, plan: &Plan, lang: Lang) -> Result<Arc<Theatre>, Fault> {
    let (name, sectors) = (&plan.header().theatre, plan.header().sectors.as_ref());
    let theatre = Theatre::of_plan(name, folder(source), sectors.map(Opaque::value));
    let theatre = theatre.map_err(|error| {
        let message = theatre_error(&error, lang);
        let args = [("file", shown(source).into()), ("message", message.into())];
        Fault::line(words(lang).fill("cli-theatre", &args))
    })?;
    Ok(with_layers(theatre, plan, folder(source)))
}

/// Where the file of a plan lies.
pub fn folder(source: &PlanSource) -> Option<&Path> {
    match source {
        PlanSource::File(path) => path.parent(),
        PlanSource::Bundled(_) => None,
    }
}

/// The theatre with the layers that the plan brings along; the file lies in `base`.
fn with_layers(theatre: Arc<Theatre>, plan: &Plan, base: Option<&Path>) -> Arc<Theatre> {
    if plan.layers().is_empty() {
        return theatre;
    }
    let paths = plan.layers().iter().map(|layer| layer.path.clone());
    let overlays = Overlays::read(paths, base, &Overlays::default(), |_, _| ());
    Arc::new(theatre.with_overlays(overlays))
}

/// Problems of a file, a line each: `file: [code] place: message`.
pub fn in_file(source: &PlanSource, problems: &[file::Problem], lang: Lang) -> Vec<String> {
    let file = shown(source);
    let line = |problem: &file::Problem| {
        format!("{file}: [{}] {}", problem.what.code(), file_problem(problem, lang))
    };
    problems.iter().map(line).collect()
}

pub fn not_bundled(name: &str, lang: Lang) -> Fault {
    let known: Vec<String> = BUNDLED.iter().map(|(name, _)| format!("builtin:{name}")).collect();
    let args = [("name", format!("builtin:{name}").into()), ("known", known.join(", ").into())];
    Fault::line(words(lang).fill("cli-not-bundled", &args))
}

pub fn shown(source: &PlanSource) -> String {
    match source {
        PlanSource::File(path) => harmless(&Path::display(path).to_string()),
        PlanSource::Bundled(name) => format!("builtin:{name}"),
    }
}
