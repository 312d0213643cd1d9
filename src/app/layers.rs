//! The plan's own layers: added, shown and hidden, put in order, read again.

use std::path::{Path, PathBuf};

use super::Window;
use super::action::{SelectHow, StepLabel};
use super::dialogs::FilePurpose;
use crate::geo::Camera;
use crate::i18n::{Names, words};
use crate::plan::edit::Command;
use crate::plan::{Extra, Id, Kind, Layer, LayerColor, LayerId, LayerStyle, Text};
use crate::theatre::{OVERLAY_ENDINGS, file_name, slug};

#[derive(Clone, Debug, PartialEq)]
pub enum LayerAction {
    /// Asks for a file.
    Ask,
    /// Lays files over the map, the first one on top.
    Add(Vec<PathBuf>),
    /// Shows a hidden layer, or hides it.
    Toggle(LayerId),
    /// Puts one in another place of the list.
    Move(LayerId, usize),
    /// Reads the files again.
    Reload,
    /// Looks at a feature, by its number among those of the layer.
    Choose(LayerId, usize),
    /// The same, and brings it into view.
    GoTo(LayerId, usize),
}

/// Whether a file is one that can be laid over the map, by its ending.
pub fn is_layer_file(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| OVERLAY_ENDINGS.contains(&ending.as_str()))
}

impl Window {
    pub(super) fn act_on_layers(&mut self, action: LayerAction) {
        self.end_drag();
        match action {
            LayerAction::Ask => self.choose_file(FilePurpose::Layer),
            LayerAction::Add(paths) => self.add_layers(&paths),
            LayerAction::Toggle(id) => self.toggle_layer(&id),
            LayerAction::Move(id, to) => self.move_layer(&id, to),
            LayerAction::Choose(id, number) => self.choose_feature(id, number),
            LayerAction::GoTo(id, number) => {
                self.show_feature(&id, number);
                self.choose_feature(id, number);
            }
            LayerAction::Reload => {
                self.layer_files.read_again();
                let count = self.document.plan().layers().len();
                let args = [("count", count.into())];
                self.say(words(self.settings.lang).fill("layers-read-again", &args));
            }
        }
    }

    fn add_layers(&mut self, paths: &[PathBuf]) {
        let mut plan = (**self.document.plan()).clone();
        let folder = self.document.path().and_then(Path::parent);
        let mut added = Vec::new();
        for path in paths {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let like = Id::new(&slug(&name)).or_else(|_| Id::new("layer"));
            let like = like.expect("a word is an id");
            let is_free = plan.kind_of(&like).is_none();
            // Each has a colour of its own while there are some left.
            let colors = LayerColor::KNOWN;
            let color = colors[plan.layers().len() % colors.len()].clone();
            let layer = Layer {
                id: if is_free { like } else { plan.fresh_id(&like) }.into(),
                path: file_name(&path, folder),
                name: Some(Text::Same(name)),
                style: Some(LayerStyle { color, ..LayerStyle::default() }),
                below: None,
                hidden: false,
                extra: Extra::default(),
            };
            let position = Some(added.len());
            let put = Command::Put { item: layer.clone().into(), position };
            plan.apply(put).expect("its id is free");
            added.push((layer, position));
        }
        let Some((first, _)) = added.first() else { return };
        let name = Names::new(&plan, self.settings.lang).item(&first.id);
        let count = added.len();
        let args = [("count", count.into()), ("name", name.as_str().into())];
        let message = words(self.settings.lang).fill("layers-added", &args);
        let step = match count {
            1 => StepLabel::Named { message: "step-add-layer", name },
            _ => StepLabel::Rows { message: "step-add-layers", count },
        };
        self.put_new(step, added.into_iter().map(|(layer, at)| (layer.into(), at)).collect());
        self.close_dialog();
        self.outline_open = true;
        self.say(message);
    }

    fn toggle_layer(&mut self, id: &LayerId) {
        let Some(layer) = self.document.plan().layers().get(id).cloned() else { return };
        let layer = Layer { hidden: !layer.hidden, ..(*layer).clone() };
        let message = if layer.hidden { "step-hide-layer" } else { "step-show-layer" };
        let step = self.layer_step(message, id);
        self.run(step, Command::put(layer));
    }

    fn move_layer(&mut self, id: &LayerId, to: usize) {
        let layers = self.document.plan().layers();
        let (Some(layer), Some(from)) = (layers.get(id).cloned(), layers.position(id)) else {
            return;
        };
        let to = to.min(layers.len() - 1);
        if from == to {
            return;
        }
        let step = self.layer_step("step-move-layer", id);
        let taken = Command::Remove { kind: Kind::Layer, id: (**id).clone() };
        let put = Command::Put { item: layer.into(), position: Some(to) };
        self.run(step, Command::Batch(vec![taken, put]));
        self.select((**id).clone(), SelectHow::Only);
    }

    fn layer_step(&self, message: &'static str, id: &LayerId) -> StepLabel {
        let name = Names::new(self.document.plan(), self.settings.lang).item(id);
        StepLabel::Named { message, name }
    }

    fn choose_feature(&mut self, id: LayerId, number: usize) {
        self.select((*id).clone(), SelectHow::Only);
        self.view.feature = Some((id, number));
    }

    /// Moves the map to a feature whose middle is out of sight.
    fn show_feature(&mut self, id: &LayerId, number: usize) {
        let theatre = self.theatre().1.theatre;
        let Some(layer) = self.document.plan().layers().get(id) else { return };
        let Some(Ok(overlay)) = theatre.overlays().get(&layer.path) else { return };
        let (Some(piece), Some(map)) = (overlay.piece(number), self.map_view) else { return };
        let middle = piece.bounds().center();
        if !map.bounds().contains(middle) {
            self.view.look(Camera { center: middle.into(), ..map.camera() }, true);
        }
    }
}
