//! New plans from files, and closures by template: what their dialogs ask for.

use std::path::{Path, PathBuf};

use super::Window;
use super::action::{ClosingAction, MapFile, NewPlanAction, StepLabel};
use super::dialogs::{ClosingDialog, Dialog, FilePurpose, MapSource, NewPlanDialog, Pending};
use super::document::Document;
use crate::calendar::Span;
use crate::disk;
use crate::i18n::{Lang, disk_error, import_fault, in_both_languages, theatre_error, words};
use crate::import::geojson::{self, Field, Mapping, NewPlan};
use crate::plan::{Plan, SiteId, Text};
use crate::settings::today;
use crate::template::{Closing, closing};
use crate::theatre::{FeatureTable, MAX_FILE_BYTES, Role, Theatre, folder_name};

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
        match dialog.make(lang) {
            Ok(plan) => self.show_document(Document::made(plan)),
            Err(fault) => dialog.fault = Some(fault),
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
                read()?;
                self.map = Some(path);
            }
        }
        Ok(())
    }

    fn make(&self, lang: Lang) -> Result<Plan, String> {
        let words = words(lang);
        let Some(sites) = &self.sites else { return Err(words.text("new-plan-no-file")) };
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
        let title = match self.title.trim() {
            "" => words.text("new-plan-untitled"),
            title => title.to_owned(),
        };
        geojson::new_plan(&NewPlan {
            title: Text::Same(title),
            horizon: Span::new(self.from, self.until),
            theatre_name,
            theatre: &theatre,
            own_sectors,
            sites: &sites.table,
            mapping: &self.mapping,
            exit_name: in_both_languages(|words| words.text("new-exit")),
        })
        .map_err(fault)
    }
}

fn read(path: &Path, lang: Lang) -> Result<MapSource, String> {
    let bytes =
        disk::read_limited(path, MAX_FILE_BYTES).map_err(|error| disk_error(&error, lang))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let table = FeatureTable::read(&name, &bytes).map_err(|error| theatre_error(&error, lang))?;
    Ok(MapSource { path: path.to_owned(), table, bytes })
}
