//! The colours of a page, each in the light and in the dark theme.
//!
//! Pictures differ between themes in their colours alone. So each is drawn in the
//! dark theme, in which no two things have the same colour, and only one with a
//! colour not yet met is drawn in the light theme as well.

use std::collections::HashMap;

use crate::draw::{Style, Theme};
use crate::scene::{Color, Fill, Item, Node};

/// Colours of the dark theme with those of the light theme in their place.
#[derive(Default)]
pub struct Palette {
    pairs: Vec<[Color; 2]>,
    numbers: HashMap<[u8; 4], usize>,
}

impl Palette {
    /// Draws in the dark theme, and learns what its colours are in the light one.
    pub fn draw(&mut self, picture: impl Fn(&Style) -> Vec<Node>) -> Vec<Node> {
        let dark = picture(&Style::of(Theme::Dark));
        if !self.knows(&dark) {
            let mut colors = Vec::new();
            collect(&dark, &mut colors);
            let mut light = Vec::new();
            collect(&picture(&Style::of(Theme::Light)), &mut light);
            debug_assert_eq!(light.len(), colors.len(), "themes differ in more than colours");
            for (light, dark) in light.into_iter().zip(colors) {
                self.numbers.entry(key(dark)).or_insert_with(|| {
                    self.pairs.push([light, dark]);
                    self.pairs.len() - 1
                });
            }
        }
        dark
    }

    /// Whether all colours of a picture in the dark theme were met before.
    pub fn knows(&self, nodes: &[Node]) -> bool {
        let mut colors = Vec::new();
        collect(nodes, &mut colors);
        colors.iter().all(|color| self.numbers.contains_key(&key(*color)))
    }

    /// The number of a colour of the dark theme.
    pub fn number_of(&mut self, dark: Color) -> usize {
        *self.numbers.entry(key(dark)).or_insert_with(|| {
            // Of no picture that was drawn here: the same in both themes.
            self.pairs.push([dark, dark]);
            self.pairs.len() - 1
        })
    }

    pub fn json(&self) -> String {
        let pair = |[light, dark]: &[Color; 2]| format!("[\"{light}\",\"{dark}\"]");
        format!("[{}]", self.pairs.iter().map(pair).collect::<Vec<_>>().join(","))
    }
}

fn key(color: Color) -> [u8; 4] {
    [color.r, color.g, color.b, color.a]
}

/// All colours of a picture in the order of its nodes.
fn collect(nodes: &[Node], colors: &mut Vec<Color>) {
    for node in nodes {
        match &node.item {
            Item::Path(path) => {
                match path.fill {
                    Some(Fill::Solid(color)) => colors.push(color),
                    Some(Fill::Hatch { line, ground }) => {
                        colors.push(line);
                        colors.extend(ground);
                    }
                    None => {}
                }
                colors.extend(path.stroke.as_ref().map(|stroke| stroke.color));
            }
            Item::Label(label) => {
                colors.push(label.color);
                colors.extend(label.halo.map(|(color, _)| color));
            }
            Item::Group(group) => collect(&group.nodes, colors),
        }
    }
}
