//! Parts of a picture, for tests that look into one.

#![allow(dead_code, reason = "not every test looks at all of them")]

use decamp::scene::{Group, Item, Label, Node, Point, Rect, Scene};

/// The nodes of a layer; none where the picture has none of this name.
pub fn layer<'a>(scene: &'a Scene, name: &str) -> &'a [Node] {
    let nodes = scene.nodes.iter().find_map(|node| match &node.item {
        Item::Group(group) if group.name == name => Some(&group.nodes),
        _ => None,
    });
    nodes.map_or(&[], Vec::as_slice)
}

/// All labels below some nodes, where the picture has them.
pub fn labels(nodes: &[Node]) -> Vec<Label> {
    fn collect(nodes: &[Node], by: Point, found: &mut Vec<Label>) {
        for node in nodes {
            match &node.item {
                Item::Label(label) => {
                    found.push(Label { at: label.at.plus(by.x, by.y), ..label.clone() });
                }
                Item::Group(Group { offset, nodes, .. }) => {
                    collect(nodes, by.plus(offset.x, offset.y), found);
                }
                Item::Path(_) => (),
            }
        }
    }
    let mut found = Vec::new();
    collect(nodes, Point::default(), &mut found);
    found
}

/// What the letters of a label cover.
pub fn letters(label: &Label) -> Rect {
    let start = label.start();
    let width = decamp::scene::measure(&label.text, label.font) - label.font.spacing;
    Rect::new(start.x, start.y - label.font.cap_height(), width, label.font.cap_height())
}
