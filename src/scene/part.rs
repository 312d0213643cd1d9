//! Names of groups that say which part of a page they are.
//!
//! A page is read aloud and searched by its parts: a group with one of these
//! names becomes that part in formats that know such things. Within a figure
//! names mean nothing but layers.

use super::{Item, Node};

/// How many of some nodes are parts of a name; parts within others do not count.
pub fn count(nodes: &[Node], name: &str) -> usize {
    nodes
        .iter()
        .filter(|node| matches!(&node.item, Item::Group(group) if group.name == name))
        .count()
}

/// The title of the whole.
pub const TITLE: &str = "title";
/// What stands above a part of the page.
pub const HEADING: &str = "heading";
pub const PARAGRAPH: &str = "paragraph";
/// A list; within it [`ITEM`].
pub const LIST: &str = "list";
pub const ITEM: &str = "item";
/// A table; within it [`HEAD_ROW`] and [`ROW`].
pub const TABLE: &str = "table";
/// A row that names the columns; within it [`HEAD_CELL`].
pub const HEAD_ROW: &str = "head-row";
pub const HEAD_CELL: &str = "head-cell";
/// A row; within it [`CELL`].
pub const ROW: &str = "row";
pub const CELL: &str = "cell";
/// A picture on the page. What it shows is said along with the page.
pub const FIGURE: &str = "figure";
/// What belongs to the paper and not to the text: marking, page number, rules.
pub const MARGIN: &str = "margin";
