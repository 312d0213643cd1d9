//! Scenes as the pages of a PDF file.
//!
//! Text stays text in the embedded faces of Inter, cut down to the letters that
//! are used. Groups with a name of [`crate::scene::part`] become the structure of
//! the document, for those who hear it read. The same pages give the same bytes.

mod fill;
mod path;
mod tags;
mod text;

use std::collections::BTreeMap;

use krilla::destination::XyzDestination;
use krilla::geom::{Point as PdfPoint, Size, Transform};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Node as TagNode, TagTree};
use krilla::text::Font;
use krilla::{Document, SerializeSettings};

use crate::scene::{Face, Group, Item, Node, Outline as SceneOutline, Path, Point, Rect, Scene};

use tags::Tags;

/// A page: a scene, so many points of paper to a point of it.
#[derive(Clone, Debug)]
pub struct Page {
    pub scene: Scene,
    pub scale: f32,
    /// What its figures show, in their order, for those who cannot see them.
    pub figures: Vec<String>,
    /// Where it stands in the list of contents; None: not there.
    pub bookmark: Option<Bookmark>,
}

/// A line of the list of contents.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    pub name: String,
    /// Whether it belongs under the one before it.
    pub is_inner: bool,
}

/// What a PDF file says about itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PdfOptions {
    pub title: String,
    /// The handling line; empty for none.
    pub marking: String,
    /// The documents it is made from.
    pub sources: Vec<String>,
    /// `fr`, `en`.
    pub language: &'static str,
}

/// Why a PDF file could not be made, in the words of the library.
#[derive(Clone, Debug, PartialEq)]
pub struct PdfError(pub String);

/// The longest side of a page, in points: what programs show for sure.
pub const MAX_SIDE: f64 = 14_400.0;

/// The PDF file of some pages. `progress` hears how many are done, and stops the
/// work by an error.
pub fn document<E>(
    pages: &[Page],
    options: &PdfOptions,
    mut progress: impl FnMut(u64) -> Result<(), E>,
) -> Result<Result<Vec<u8>, PdfError>, E> {
    let mut file = Document::new_with(SerializeSettings::default());
    let mut fonts = Fonts::default();
    let mut tree = TagTree::new().with_lang(Some(options.language.into()));
    for (done, page) in (0..).zip(pages) {
        progress(done)?;
        if let Err(error) = write_page(&mut file, page, &mut fonts, &mut tree) {
            return Ok(Err(error));
        }
    }
    file.set_outline(outline(pages));
    file.set_metadata(metadata(options));
    file.set_tag_tree(tree);
    Ok(file.finish().map_err(|error| PdfError(error.to_string())))
}

fn write_page(
    file: &mut Document,
    page: &Page,
    fonts: &mut Fonts,
    tree: &mut TagTree,
) -> Result<(), PdfError> {
    let Page { scene, scale, .. } = page;
    let size = Size::from_wh(scene.width * scale, scene.height * scale);
    let Some(size) = size.filter(|size| f64::from(size.width().max(size.height())) <= MAX_SIDE)
    else {
        return Err(PdfError(format!("{} × {} pt", scene.width * scale, scene.height * scale)));
    };
    let mut sheet = file.start_page_with(PageSettings::new(size));
    let parts = draw(sheet.surface(), page, fonts);
    sheet.finish();
    parts.into_iter().for_each(|part| tree.push(part));
    Ok(())
}

/// Draws a page and returns its parts.
fn draw(mut surface: Surface<'_>, page: &Page, fonts: &mut Fonts) -> Vec<TagNode> {
    let Page { scene, scale, figures, .. } = page;
    surface.push_transform(&Transform::from_scale(*scale, *scale));
    let mut painter = Painter { surface, fonts, tags: Tags::new(figures), scale: *scale };
    let whole = Rect::new(0.0, 0.0, scene.width, scene.height);
    let ground = SceneOutline::Rect { rect: whole, corner: 0.0 };
    let ground = Node::new(Path::filled(ground, scene.background));
    let place = Place { window: whole, moved: Point::default(), opacity: 1.0 };
    painter.nodes(&[Node::new(Group::named(crate::scene::part::MARGIN, vec![ground]))], place);
    painter.nodes(&scene.nodes, place);
    let Painter { mut surface, tags, .. } = painter;
    let parts = tags.finish(&mut surface);
    surface.pop();
    surface.finish();
    parts
}

fn outline(pages: &[Page]) -> Outline {
    let mut chapters: Vec<OutlineNode> = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let Some(Bookmark { name, is_inner }) = &page.bookmark else { continue };
        let top = XyzDestination::new(index, PdfPoint::from_xy(0.0, 0.0));
        let node = OutlineNode::new(name.clone(), top);
        match chapters.last_mut().filter(|_| *is_inner) {
            Some(chapter) => chapter.push_child(node),
            None => chapters.push(node),
        }
    }
    let mut outline = Outline::new();
    chapters.into_iter().for_each(|chapter| outline.push_child(chapter));
    outline
}

fn metadata(options: &PdfOptions) -> Metadata {
    let metadata = Metadata::new()
        .title(options.title.clone())
        .language(options.language.into())
        .creator("Decamp".into())
        .keywords(options.sources.clone());
    match options.marking.as_str() {
        "" => metadata,
        marking => metadata.description(marking.into()),
    }
}

/// The faces a file uses, read when first needed.
#[derive(Default)]
struct Fonts(BTreeMap<Face, Font>);

impl Fonts {
    fn of(&mut self, face: Face) -> Font {
        let read = || Font::new(face.file().into(), 0).expect("the bundled fonts are whole");
        self.0.entry(face).or_insert_with(read).clone()
    }
}

/// A page while it is drawn.
struct Painter<'page, 'a> {
    surface: Surface<'page>,
    fonts: &'a mut Fonts,
    tags: Tags<'a>,
    /// Points of paper to the point.
    scale: f32,
}

/// What the groups around a node do to it.
#[derive(Clone, Copy)]
struct Place {
    /// What can be seen, in points of the nodes.
    window: Rect,
    /// How far the nodes are moved on the page.
    moved: Point,
    opacity: f32,
}

impl Painter<'_, '_> {
    fn nodes(&mut self, nodes: &[Node], place: Place) {
        for node in nodes {
            match &node.item {
                Item::Path(path) => path::draw(self, path, place),
                Item::Label(label) => text::draw(self, label, place),
                Item::Group(group) => self.group(group, place),
            }
        }
    }

    fn group(&mut self, group: &Group, place: Place) {
        if !group.is_somewhere() {
            return;
        }
        let window = place.window.moved(-group.offset.x, -group.offset.y);
        let Some(window) = group.clip.map_or(Some(window), |clip| clip.intersection(window)) else {
            return;
        };
        let place = Place {
            window,
            moved: place.moved.plus(group.offset.x, group.offset.y),
            opacity: place.opacity * group.opacity.clamp(0.0, 1.0),
        };
        let is_part = self.tags.enter(&mut self.surface, group.name);
        let clip = group.clip.and_then(|clip| path::rect(clip, place));
        let is_clipped = clip.is_some();
        if let Some(clip) = &clip {
            self.tags.pause(&mut self.surface);
            self.surface.push_clip_path(clip, &krilla::paint::FillRule::NonZero);
        }
        self.nodes(&group.nodes, place);
        if is_clipped {
            self.tags.pause(&mut self.surface);
            self.surface.pop();
        }
        if is_part {
            self.tags.leave(&mut self.surface);
        }
    }
}

impl Place {
    /// Where a point of the nodes lies on the page.
    fn at(self, point: Point) -> Point {
        point.plus(self.moved.x, self.moved.y)
    }
}
