//! What the pictures of a page are made of, each part of them written once.
//!
//! A film of a plan shows the same camps, names and routes on most of its days.
//! Parts are kept as JSON under their number, and pictures are lists of numbers.

use std::collections::HashMap;

use super::palette::Palette;

/// Texts of JSON, each once.
#[derive(Default)]
pub struct Shelf {
    items: Vec<String>,
    numbers: HashMap<String, usize>,
}

/// The parts of all pictures of a page.
#[derive(Default)]
pub struct Pool {
    pub palette: Palette,
    /// Path data as in SVG.
    pub outlines: Shelf,
    pub strokes: Shelf,
    pub fills: Shelf,
    pub fonts: Shelf,
    pub texts: Shelf,
    /// Paths, labels and groups of them.
    pub nodes: Shelf,
    /// Nodes in their places.
    pub entries: Shelf,
    /// Layers: lists of entries.
    pub lists: Shelf,
    /// What can be pointed at: ids of the plan.
    pub subjects: Shelf,
}

impl Shelf {
    /// The number of an item, which is kept if it is new.
    pub fn number_of(&mut self, item: String) -> usize {
        let next = self.items.len();
        let number = *self.numbers.entry(item).or_insert_with_key(|item| {
            self.items.push(item.clone());
            next
        });
        debug_assert!(number < self.items.len());
        number
    }

    pub fn items(&self) -> &[String] {
        &self.items
    }

    fn json(&self) -> String {
        format!("[{}]", self.items.join(","))
    }
}

impl Pool {
    pub fn json(&self) -> String {
        let shelves = [
            ("outlines", &self.outlines),
            ("strokes", &self.strokes),
            ("fills", &self.fills),
            ("fonts", &self.fonts),
            ("texts", &self.texts),
            ("nodes", &self.nodes),
            ("entries", &self.entries),
            ("lists", &self.lists),
        ];
        let mut members: Vec<String> =
            shelves.iter().map(|(name, shelf)| format!("\"{name}\":{}", shelf.json())).collect();
        members.push(format!("\"colors\":{}", self.palette.json()));
        format!("{{{}}}", members.join(","))
    }
}

/// A JSON list of whole numbers.
pub fn numbers(list: impl IntoIterator<Item = usize>) -> String {
    let list: Vec<String> = list.into_iter().map(|number| number.to_string()).collect();
    format!("[{}]", list.join(","))
}

/// A text of JSON.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A length in points to a tenth, as short as can be.
pub fn length(points: f32) -> String {
    let tenths = (f64::from(points) * 10.0).round();
    // Minus nought is nought.
    format!("{}", if tenths == 0.0 { 0.0 } else { tenths / 10.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_kept_once() {
        let mut shelf = Shelf::default();
        let numbers = ["a", "b", "a"].map(|item| shelf.number_of(quoted(item)));
        assert_eq!((numbers, shelf.json()), ([0, 1, 0], "[\"a\",\"b\"]".to_owned()));
    }

    #[test]
    fn lengths_are_short() {
        let written = [0.04, -0.04, 12.0, 3.26, -7.9].map(length);
        assert_eq!(written, ["0", "0", "12", "3.3", "-7.9"].map(str::to_owned));
    }
}
