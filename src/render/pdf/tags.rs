//! Which part of the document what is drawn belongs to.

use std::num::NonZeroU16;

use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, ListNumbering, Node, SpanTag, TableHeaderScope, Tag,
    TagGroup, TagKind,
};

use crate::scene::part;

/// What a part is in the document.
enum Role {
    /// Left out when the page is read.
    Margin,
    Structure(TagKind),
}

/// The parts that are open, and what has been drawn of each.
///
/// What is drawn outside of any part is a margin.
pub struct Tags<'a> {
    /// What the figures to come show.
    figures: std::slice::Iter<'a, String>,
    open: Vec<Open>,
    done: Vec<Node>,
    /// Whether content is being marked.
    is_marking: bool,
}

struct Open {
    /// None for a margin.
    group: Option<TagGroup>,
    is_figure: bool,
}

impl<'a> Tags<'a> {
    pub fn new(figures: &'a [String]) -> Tags<'a> {
        Tags { figures: figures.iter(), open: Vec::new(), done: Vec::new(), is_marking: false }
    }

    /// Begins the part a group is, if it is one.
    pub fn enter(&mut self, surface: &mut Surface<'_>, name: &str) -> bool {
        let nothing_within = |open: &Open| open.is_figure || open.group.is_none();
        if self.open.last().is_some_and(nothing_within) {
            return false;
        }
        let Some(role) = self.role(name) else { return false };
        self.pause(surface);
        let group = match role {
            Role::Margin => None,
            Role::Structure(kind) => Some(TagGroup::new(kind)),
        };
        self.open.push(Open { group, is_figure: name == part::FIGURE });
        true
    }

    /// Ends the part begun last.
    pub fn leave(&mut self, surface: &mut Surface<'_>) {
        self.pause(surface);
        let ended = self.open.pop().and_then(|open| open.group);
        if let Some(group) = ended.filter(|group| !group.children.is_empty()) {
            match self.open.last_mut().and_then(|open| open.group.as_mut()) {
                Some(around) => around.push(group),
                None => self.done.push(group.into()),
            }
        }
    }

    /// Marks what is drawn from now on as content of the open part.
    pub fn content(&mut self, surface: &mut Surface<'_>) {
        if !self.is_marking {
            self.mark(surface, ContentTag::Other);
        }
    }

    /// Marks what is drawn from now on as this text.
    pub fn text(&mut self, surface: &mut Surface<'_>, text: &str) {
        self.pause(surface);
        self.mark(surface, ContentTag::Span(SpanTag::empty().with_actual_text(Some(text))));
    }

    /// Ends the content being marked.
    pub fn pause(&mut self, surface: &mut Surface<'_>) {
        if std::mem::take(&mut self.is_marking) {
            surface.end_tagged();
        }
    }

    /// The parts of the page.
    pub fn finish(mut self, surface: &mut Surface<'_>) -> Vec<Node> {
        self.pause(surface);
        self.done
    }

    fn mark(&mut self, surface: &mut Surface<'_>, tag: ContentTag<'_>) {
        self.is_marking = true;
        match self.open.last_mut().and_then(|open| open.group.as_mut()) {
            Some(group) => group.push(surface.start_tagged(tag)),
            None => {
                let layout = Artifact::with_kind(ArtifactType::Layout);
                surface.start_tagged(ContentTag::Artifact(layout));
            }
        }
    }

    fn role(&mut self, name: &str) -> Option<Role> {
        let level = |level| NonZeroU16::new(level).expect("levels begin with 1");
        let kind: TagKind = match name {
            part::MARGIN => return Some(Role::Margin),
            part::TITLE => Tag::Hn(level(1), None).into(),
            part::HEADING => Tag::Hn(level(2), None).into(),
            part::PARAGRAPH => Tag::P.into(),
            part::LIST => Tag::L(ListNumbering::Disc).into(),
            part::ITEM => Tag::LI.into(),
            part::TABLE => Tag::Table.into(),
            part::HEAD_ROW | part::ROW => Tag::TR.into(),
            part::HEAD_CELL => Tag::TH(TableHeaderScope::Column).into(),
            part::CELL => Tag::TD.into(),
            part::FIGURE => Tag::Figure(self.figures.next().cloned()).into(),
            _ => return None,
        };
        Some(Role::Structure(kind))
    }
}
