//! New plans from files, and closures by template: what their dialogs ask for.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::Context;

use super::Window;
use super::action::{ClosingAction, MapFile, NewPlanAction, StepLabel};
use super::dialogs::{ClosingDialog, Dialog, FilePurpose, MapSource, NewPlanDialog, Pending};
use super::document::Document;
use super::theatres::wait_a_little;
use crate::calendar::Span;
use crate::i18n::{Lang, import_fault, in_both_languages, theatre_error, words};
use crate::import::geojson::{self, Field, Mapping, NewPlan};
use crate::job::{Job, Outcome};
use crate::plan::{Plan, SiteId, Text};
use crate::settings::today;
use crate::template::{Closing, closing};
use crate::theatre::{FeatureTable, Role, Theatre, folder_name};

impl Window {
    pub(super) fn act_new_plan(&mut self, action: NewPlanAction) {
        match action {
            NewPlanAction::Ask => self.unless_unsaved(Pending::NewGeoJson),
            NewPlanAction::Choose(file) => self.choose_file(FilePurpose::Map(file)),
            NewPlanAction::Chosen(file, path) => self.take_map_file(file, path),
            NewPlanAction::Make => self.make_new_plan(),
        }
    }

    pub(super) fn ask_for_map_files(&mut self) {
        self.open(Dialog::NewPlan(Box::new(NewPlanDialog::beginning(today()))));
    }

    /// A file that was chosen for the dialog, or an empty path for none.
    fn take_map_file(&mut self, file: MapFile, path: PathBuf) {
        if matches!(self.dialog, Some(Dialog::File(_))) {
            self.dialog = self.behind.take();
        }
        let lang = self.settings.lang;
        let Some(Dialog::NewPlan(dialog)) = &mut self.dialog else { return };
        dialog.fault = dialog.take(file, path, lang).err();
    }

    fn make_new_plan(&mut self) {
        let lang = self.settings.lang;
        let Some(Dialog::NewPlan(dialog)) = &mut self.dialog else { return };
        match dialog.wanted(lang) {
            Ok(wanted) => {
                dialog.is_making = true;
                self.making.start(Job::start(move |_| wanted.plan(lang)));
                self.take_new_plan();
            }
            Err(fault) => dialog.fault = Some(fault),
        }
    }

    /// Once in each frame: shows the new plan once it is made.
    pub(super) fn poll_new_plan(&mut self, ctx: &Context) {
        self.take_new_plan();
        if self.making.job.is_some() {
            ctx.request_repaint_after(GLANCE);
        }
    }

    fn take_new_plan(&mut self) {
        let lang = self.settings.lang;
        let dialog = match &mut self.dialog {
            Some(Dialog::NewPlan(dialog)) if dialog.is_making => dialog,
            // Its dialog was closed.
            _ => return self.making.leave(),
        };
        let job = self.making.job.take_if(|job| job.is_finished());
        // Not so either when another dialog stood over it, and the work was left.
        dialog.is_making = self.making.job.is_some();
        let Some(job) = job else { return };
        match job.wait() {
            Outcome::Done(Ok(plan)) => self.show_document(Document::made(plan)),
            Outcome::Done(Err(fault)) => dialog.fault = Some(fault),
            Outcome::Panicked(message) => {
                let args = [("message", message.into())];
                dialog.fault = Some(words(lang).fill("new-plan-panic", &args));
            }
        }
    }

    pub(super) fn act_closing(&mut self, action: ClosingAction) {
        match action {
            ClosingAction::Ask(site) => {
                let selected = || self.view.selected.iter().find_map(|id| self.site_of(id));
                let site = site.or_else(selected);
                let template = &self.settings.closing;
                let dialog = ClosingDialog::of(self.document.plan(), site.as_ref(), template);
                self.open(Dialog::Closing(Box::new(dialog)));
            }
            ClosingAction::Make(wanted) => self.close_site(&wanted),
        }
    }

    /// A selected site, or the site of a selected activity.
    fn site_of(&self, id: &crate::plan::Id) -> Option<SiteId> {
        let plan = self.document.plan();
        let activity = plan.activities().find(id).and_then(|activity| activity.site.clone());
        activity.or_else(|| plan.sites().find(id).map(|site| site.id.clone()))
    }

    /// One step of the journal; what is new is selected and brought into view.
    fn close_site(&mut self, wanted: &Closing) {
        let derived = self.derived();
        let Ok(chain) = closing(&derived.plan, &derived.schedule, wanted) else { return };
        let label = StepLabel::Closing((*wanted.site).clone());
        if !self.run(label, chain.command) {
            return;
        }
        self.settings.closing = wanted.template.clone();
        self.keep_settings();
        self.close_dialog();
        self.view.search.clear();
        for id in &chain.items {
            if let Some(group) = self.group_of(id) {
                self.view.folded.remove(&group);
            }
        }
        self.view.next_reveal = chain.items.first().cloned();
        self.view.selected = chain.items.into_iter().collect();
    }
}

/// A new plan that is being made: its theatre may be large.
#[derive(Default)]
pub struct Making {
    job: Option<Job<Result<Plan, String>>>,
    /// Nobody waits for these any longer, and waiting for their end would stop the
    /// window.
    left: Vec<Job<Result<Plan, String>>>,
}

/// Between two looks at whether it is made.
const GLANCE: Duration = Duration::from_millis(100);

impl Making {
    fn start(&mut self, job: Job<Result<Plan, String>>) {
        wait_a_little(&job);
        self.leave();
        self.job = Some(job);
    }

    fn leave(&mut self) {
        self.left.retain(|job| !job.is_finished());
        self.left.extend(self.job.take());
    }
}

/// What the dialog asks for.
struct Wanted {
    title: String,
    horizon: Span,
    sites: Arc<MapSource>,
    sectors: Option<Arc<MapSource>>,
    map: Option<PathBuf>,
    mapping: Mapping,
    sector_name: Option<String>,
}

impl NewPlanDialog {
    fn take(&mut self, file: MapFile, path: PathBuf, lang: Lang) -> Result<(), String> {
        let is_none = path.as_os_str().is_empty();
        let path = std::path::absolute(&path).unwrap_or(path);
        let read = || read(&path, lang).map(|source| (!is_none).then_some(source));
        match file {
            MapFile::Sites if is_none => self.sites = None,
            MapFile::Sites => {
                self.sites = read()?;
                let table = self.sites.as_ref().map(|source| &source.table);
                self.mapping = table.map(Mapping::guessed).unwrap_or_default();
            }
            MapFile::Sectors if is_none => self.sectors = None,
            MapFile::Sectors => {
                self.sectors = read()?;
                let guessed = self.sectors.as_ref().map(|source| Mapping::guessed(&source.table));
                let name = guessed.and_then(|m| m.property(Field::Name).map(str::to_owned));
                self.sector_name = name;
            }
            MapFile::Boundary if is_none => self.map = None,
            MapFile::Boundary => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                if !Role::Boundary.file_names().contains(&&*name) {
                    let args = [("file", name.into_owned().into())];
                    return Err(words(lang).fill("new-plan-map-name", &args));
                }
                self.map = Some(path);
            }
        }
        Ok(())
    }

    fn wanted(&self, lang: Lang) -> Result<Wanted, String> {
        let words = words(lang);
        let Some(sites) = &self.sites else { return Err(words.text("new-plan-no-file")) };
        let title = match self.title.trim() {
            "" => words.text("new-plan-untitled"),
            title => title.to_owned(),
        };
        Ok(Wanted {
            title,
            horizon: Span::new(self.from, self.until),
            sites: sites.clone(),
            sectors: self.sectors.clone(),
            map: self.map.clone(),
            mapping: self.mapping.clone(),
            sector_name: self.sector_name.clone(),
        })
    }
}

impl Wanted {
    fn plan(self, lang: Lang) -> Result<Plan, String> {
        let folder = self.map.as_deref().and_then(Path::parent);
        let theatre_name = folder.map_or("world".into(), |folder| folder_name(folder, None));
        let fault = |fault| import_fault(&fault, lang);
        let sectors = self.sectors.as_ref();
        let own_sectors = sectors
            .map(|s| geojson::own_sectors(&s.table, &s.bytes, self.sector_name.as_deref()))
            .transpose()
            .map_err(fault)?;
        let theatre = Theatre::of_plan(&theatre_name, None, own_sectors.as_ref())
            .map_err(|error| theatre_error(&error, lang))?;
        geojson::new_plan(&NewPlan {
            title: Text::Same(self.title),
            horizon: self.horizon,
            theatre_name,
            theatre: &theatre,
            own_sectors,
            sites: &self.sites.table,
            mapping: &self.mapping,
            exit_name: in_both_languages(|words| words.text("new-exit")),
        })
        .map_err(fault)
    }
}

fn read(path: &Path, lang: Lang) -> Result<Arc<MapSource>, String> {
    let (table, bytes) = FeatureTable::open(path).map_err(|error| theatre_error(&error, lang))?;
    Ok(Arc::new(MapSource { path: path.to_owned(), table, bytes }))
}
