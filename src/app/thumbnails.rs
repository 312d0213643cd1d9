//! Small pictures of chapters, kept as textures.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{ColorImage, Context, TextureHandle, TextureId, TextureOptions};

use super::cache_keys::PlanKey;
use super::chapters::shot_of;
use super::panels;
use super::view::View;
use crate::calendar::Moment;
use crate::draw::{self, Furniture, Look, Theme};
use crate::film::{STAGE, camera_in};
use crate::geo::{Camera, MapView, ViewSize};
use crate::i18n::Lang;
use crate::plan::{Chapter, ChapterId, Plan};
use crate::render::raster;
use crate::scene::Scene;
use crate::schedule::Track;
use crate::theatre::Theatre;

/// Width and height in points, which are the pixels of the texture.
pub const SIZE: (f64, f64) = (480.0, 270.0);
/// What of the map can be told apart in a picture as small as this: of it, and of the
/// plan's own layers, what the chapter shows.
const LAYERS: &[&str] = &["land", "sectors", "lakes", "rivers", "borders", "flows", "sites"];

/// What a picture was made from.
#[derive(PartialEq)]
struct Key {
    plan: PlanKey,
    theatre: SameTheatre,
    track: Track,
    theme: Theme,
    lang: Lang,
    moment: Moment,
    camera: Camera,
    layers: Vec<String>,
}

/// A theatre, told from others by which one it is.
struct SameTheatre(Arc<Theatre>);

impl PartialEq for SameTheatre {
    fn eq(&self, other: &SameTheatre) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The last picture of each chapter.
#[derive(Default)]
pub struct Thumbnails {
    kept: BTreeMap<ChapterId, (Key, TextureHandle)>,
    /// The pass in which one was made last: making one takes its time, and a pass
    /// makes no more than one.
    last_made: Option<u64>,
}

impl Thumbnails {
    /// The picture of a chapter; that of before, or none, while it waits to be made.
    pub fn picture(&mut self, ctx: &Context, chapter: &Chapter, view: &View) -> Option<TextureId> {
        let shot = shot_of(chapter, view);
        let key = Key {
            plan: view.plan_key,
            theatre: SameTheatre(view.theatre.clone()),
            track: view.track,
            theme: view.style.theme,
            lang: view.words.lang(),
            moment: shot.first,
            camera: camera_in(shot.camera, STAGE, SIZE),
            layers: layers_of(chapter, view.plan),
        };
        let pass = ctx.cumulative_pass_nr();
        if self.kept.get(&chapter.id).is_none_or(|(known, _)| *known != key) {
            if self.last_made == Some(pass) {
                ctx.request_repaint();
            } else if let Some(texture) = texture(ctx, &key, view) {
                self.last_made = Some(pass);
                self.kept.insert(chapter.id.clone(), (key, texture));
            }
        }
        self.kept.get(&chapter.id).map(|(_, texture)| texture.id())
    }

    /// Forgets all but these.
    pub fn keep_only(&mut self, is_kept: impl Fn(&ChapterId) -> bool) {
        self.kept.retain(|id, _| is_kept(id));
    }
}

/// What the picture of a chapter shows.
fn layers_of(chapter: &Chapter, plan: &Plan) -> Vec<String> {
    let own = plan.layers().iter().map(|layer| layer.id.as_str());
    let shown = LAYERS.iter().copied().chain(own).filter(|name| chapter.shows(name));
    shown.map(str::to_owned).collect()
}

/// None where no picture can be made.
fn texture(ctx: &Context, key: &Key, view: &View) -> Option<TextureHandle> {
    let map = MapView::new(key.camera, ViewSize::new(SIZE.0, SIZE.1));
    let nothing = Default::default();
    let look = Look {
        moment: key.moment,
        selected: &nothing,
        touched: &nothing,
        hovered: None,
        problems: None,
        furniture: Furniture::NONE,
        layers: Some(&key.layers),
        ..panels::map::look(map, view)
    };
    let scene: Scene = draw::map(&look);
    let pixels = raster::pixels(&scene, 1.0).ok()?;
    let size = [pixels.width() as usize, pixels.height() as usize];
    let image = ColorImage::from_rgba_premultiplied(size, pixels.data());
    Some(ctx.load_texture("chapter", image, TextureOptions::LINEAR))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_shows_the_layers_of_the_plan_that_its_chapter_shows() {
        let text = br#"{"format": "decamp-plan", "version": 1, "title": "T", "theatre": "",
            "layers": [{"id": "a", "path": "a.kml"}, {"id": "b", "path": "b.kml"}],
            "chapters": [{"id": "all", "title": "A"},
                {"id": "some", "title": "S", "layers": ["land", "names", "b", "gone"]}]}"#;
        let plan = crate::file::read(text).expect("a small plan").plan;
        let shown: Vec<Vec<String>> =
            plan.chapters().iter().map(|chapter| layers_of(chapter, &plan)).collect();
        assert_eq!(shown[0], [LAYERS, &["a", "b"]].concat());
        assert_eq!(shown[1], ["land", "b"]);
    }
}
