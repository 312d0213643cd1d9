//! Choosing files: the system's dialog, and a built-in one where there is none.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Id as WidgetId, Key, RichText, ScrollArea, TextEdit, Ui};

use super::heading;
use crate::app::action::{Action, MapFile, NewPlanAction};
use crate::app::comparing::{CompareAction, End};
use crate::app::exports::ExportAction;
use crate::app::layers::LayerAction;
use crate::app::merging::MergeAction;
use crate::app::typed_field;
use crate::app::view::View;
use crate::theatre::OVERLAY_ENDINGS;

/// What a file is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilePurpose {
    Open,
    Save,
    Export,
    /// A GeoJSON file for the dialog that makes a new plan.
    Map(MapFile),
    /// A file to be laid over the map.
    Layer,
    /// A plan beside the open one.
    Plan(PlanFile),
}

/// What a plan beside the open one is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFile {
    /// To be merged with.
    Theirs,
    /// What both plans of a merge come from.
    Ancestor,
    /// To be compared with.
    Compared(End),
}

/// The built-in dialog: a path that can be typed, and what is in its folder.
pub struct FileDialog {
    pub purpose: FilePurpose,
    pub path: String,
    listed: Option<Listing>,
    /// The file that would be written over: asked once.
    confirm: Option<PathBuf>,
    /// Not shown yet: the cursor of an earlier dialog is forgotten.
    fresh: bool,
}

/// What is in a folder: folders first.
struct Listing {
    folder: PathBuf,
    entries: Vec<(String, bool)>,
}

impl FilePurpose {
    /// Endings of the files it is about, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            FilePurpose::Open | FilePurpose::Save | FilePurpose::Plan(_) => &["decamp"],
            FilePurpose::Export => crate::export::ENDINGS,
            FilePurpose::Map(_) => &["geojson", "json"],
            FilePurpose::Layer => OVERLAY_ENDINGS,
        }
    }

    /// Whether the file must be there already.
    pub fn reads(self) -> bool {
        !matches!(self, FilePurpose::Save | FilePurpose::Export)
    }

    pub fn title(self) -> &'static str {
        match self {
            FilePurpose::Open => "files-open",
            FilePurpose::Save => "files-save",
            FilePurpose::Export => "files-export",
            FilePurpose::Map(_) => "files-geojson",
            FilePurpose::Layer => "files-layer",
            FilePurpose::Plan(PlanFile::Theirs) => "action-merge",
            FilePurpose::Plan(PlanFile::Ancestor) => "merge-ancestor",
            FilePurpose::Plan(PlanFile::Compared(_)) => "compare-other-file",
        }
    }

    /// A path with the usual ending, where it has none of its kind: `plan v1.2` is
    /// a name without one.
    pub fn with_ending(self, path: PathBuf) -> PathBuf {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let has_one = match self {
            // An export takes the ending of the format that is chosen.
            FilePurpose::Save => ending.as_deref() == Some("decamp"),
            _ => true,
        };
        if has_one {
            return path;
        }
        let mut name = path.into_os_string();
        name.push(".");
        name.push(self.endings()[0]);
        name.into()
    }

    pub fn action(self, path: PathBuf) -> Action {
        let path = self.with_ending(path);
        match self {
            FilePurpose::Open => Action::Open(path),
            FilePurpose::Save => Action::SaveTo(path),
            FilePurpose::Export => Action::Export(ExportAction::Chosen(path)),
            FilePurpose::Map(file) => Action::NewPlan(NewPlanAction::Chosen(file, path)),
            FilePurpose::Layer => Action::Layer(LayerAction::Add(vec![path])),
            FilePurpose::Plan(PlanFile::Theirs) => Action::Merge(MergeAction::With(path)),
            FilePurpose::Plan(PlanFile::Ancestor) => Action::Merge(MergeAction::Ancestor(path)),
            FilePurpose::Plan(PlanFile::Compared(end)) => {
                Action::Compare(CompareAction::TakeFile(end, path))
            }
        }
    }
}

impl FileDialog {
    /// Begins with a suggested path.
    pub fn new(purpose: FilePurpose, suggested: &Path) -> FileDialog {
        let path = suggested.to_string_lossy().into_owned();
        FileDialog { purpose, path, listed: None, confirm: None, fresh: true }
    }

    /// The folder of the typed path.
    fn folder(&self) -> PathBuf {
        let path = Path::new(&self.path);
        let is_folder = self.path.ends_with(std::path::MAIN_SEPARATOR);
        let folder = if is_folder { Some(path) } else { path.parent() };
        match folder {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => PathBuf::from("."),
        }
    }

    fn listing(&mut self) -> &Listing {
        let folder = self.folder();
        if self.listed.as_ref().is_none_or(|listed| listed.folder != folder) {
            let endings = self.purpose.endings();
            let entries = crate::disk::list_folder(&folder, endings).unwrap_or_default();
            self.listed = Some(Listing { folder, entries });
        }
        self.listed.as_ref().expect("it was listed just now")
    }

    /// The typed path, with the usual ending where it has none.
    fn chosen(&self) -> Option<PathBuf> {
        let text = self.path.trim();
        if text.is_empty() || text.ends_with(std::path::MAIN_SEPARATOR) {
            return None;
        }
        Some(self.purpose.with_ending(PathBuf::from(text)))
    }
}

pub fn show(ui: &mut Ui, dialog: &mut FileDialog, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    heading(ui, &words.text(dialog.purpose.title()));
    ui.label(words.text("files-path"));
    let id = WidgetId::unique("file-path");
    if std::mem::take(&mut dialog.fresh) {
        TextEditState::default().store(ui.ctx(), id);
    }
    let edit = TextEdit::singleline(&mut dialog.path).id(id).desired_width(520.0);
    let response = typed_field::name(ui.add(edit), &words.text("files-path"));
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if response.changed() {
        dialog.confirm = None;
    }
    if ui.memory(|memory| memory.focused().is_none()) && !entered {
        response.request_focus();
    }
    folder_list(ui, dialog);
    if let Some(path) = &dialog.confirm {
        let name = path.display().to_string();
        let text = words.fill("files-exists", &[("name", name.into())]);
        ui.label(RichText::new(text).color(ui.visuals().warn_fg_color));
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let verb = match dialog.purpose {
            _ if dialog.purpose.reads() => "files-do-open",
            _ if dialog.confirm.is_some() => "files-do-replace",
            FilePurpose::Save => "files-do-save",
            _ => "files-do-choose",
        };
        let agreed = ui.button(words.text(verb)).clicked() || entered;
        if agreed && let Some(path) = dialog.chosen() {
            let new_file = dialog.purpose.reads() || !path.exists();
            if new_file || dialog.confirm.as_ref() == Some(&path) {
                actions.push(dialog.purpose.action(path));
            } else {
                dialog.confirm = Some(path);
            }
        }
        if ui.button(words.text("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

fn folder_list(ui: &mut Ui, dialog: &mut FileDialog) {
    let folder = dialog.folder();
    let entries: Vec<(String, bool)> = dialog.listing().entries.clone();
    ui.add_space(4.0);
    ScrollArea::vertical().max_height(240.0).auto_shrink([false, true]).show(ui, |ui| {
        if let Some(parent) =
            folder.canonicalize().ok().and_then(|f| f.parent().map(Path::to_owned))
            && ui.selectable_label(false, "..").clicked()
        {
            dialog.path = as_folder(&parent);
        }
        for (name, is_folder) in entries {
            let shown = if is_folder {
                format!("{name}{}", std::path::MAIN_SEPARATOR)
            } else {
                name.clone()
            };
            if ui.selectable_label(false, shown).clicked() {
                let path = folder.join(&name);
                dialog.path =
                    if is_folder { as_folder(&path) } else { path.to_string_lossy().into_owned() };
                dialog.confirm = None;
            }
        }
    });
}

fn as_folder(path: &Path) -> String {
    format!("{}{}", path.display(), std::path::MAIN_SEPARATOR)
}

/// The system's dialog, which runs on a thread of its own so that the window
/// stays alive.
pub struct SystemPicker {
    pub purpose: FilePurpose,
    answer: Receiver<Option<PathBuf>>,
    asked: Instant,
    pub suggested: PathBuf,
    /// The document it was asked for.
    pub document: u64,
}

/// What became of the system's dialog.
pub enum Picked {
    Waiting,
    File(PathBuf),
    Cancelled,
    /// No dialog service answered.
    NoService,
}

impl SystemPicker {
    /// Nobody cancels a dialog this fast: the answer came because there is none.
    const TOO_FAST: Duration = Duration::from_millis(400);

    pub fn ask(
        purpose: FilePurpose,
        suggested: PathBuf,
        title: String,
        document: u64,
    ) -> SystemPicker {
        let (send, answer) = channel();
        let start = suggested.clone();
        std::thread::spawn(move || {
            let mut dialog = rfd::FileDialog::new().set_title(title);
            if let Some(folder) = start.parent().filter(|folder| folder.is_dir()) {
                dialog = dialog.set_directory(folder);
            }
            if let Some(name) = start.file_name().filter(|_| !purpose.reads()) {
                dialog = dialog.set_file_name(name.to_string_lossy());
            }
            for ending in purpose.endings() {
                dialog = dialog.add_filter(ending.to_uppercase(), &[ending]);
            }
            let chosen = match purpose {
                purpose if purpose.reads() => dialog.pick_file(),
                _ => dialog.save_file(),
            };
            // The window may be closed by now: then nobody wants the answer.
            let _ = send.send(chosen);
        });
        SystemPicker { purpose, answer, asked: Instant::now(), suggested, document }
    }

    pub fn poll(&self) -> Picked {
        match self.answer.try_recv() {
            Ok(Some(path)) => Picked::File(path),
            Ok(None) if self.asked.elapsed() < SystemPicker::TOO_FAST => Picked::NoService,
            Ok(None) => Picked::Cancelled,
            Err(TryRecvError::Empty) => Picked::Waiting,
            Err(TryRecvError::Disconnected) => Picked::NoService,
        }
    }
}
