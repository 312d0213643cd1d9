//! Tables on paper: columns as wide as they need, rows as high as their text.

use super::text::{leading, lines, wrap_at_most};
use crate::draw::Style;
use crate::draw::style::STRONG;
use crate::draw::widths::measure;
use crate::scene::{Font, Group, Node, Outline, Path, Point, Rect, Stroke, part};

/// Around the text of a cell, across and down.
const PADDING: (f32, f32) = (5.0, 3.0);
/// A cell of more lines is cut short.
const MOST_LINES: usize = 6;

/// What a table says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// A table with the place of its columns.
pub struct Laid<'a> {
    table: &'a Table,
    font: Font,
    width: f32,
    columns: Vec<f32>,
}

impl Table {
    /// Without the columns in which nothing is said.
    pub fn without_empty_columns(mut self) -> Table {
        let empty: Vec<bool> = (0..self.heads.len())
            .map(|i| self.rows.iter().all(|row| row.get(i).is_none_or(String::is_empty)))
            .collect();
        let keep = |cells: &mut Vec<String>| {
            let mut column = 0;
            cells.retain(|_| {
                column += 1;
                !empty[column - 1]
            });
        };
        keep(&mut self.heads);
        self.rows.iter_mut().for_each(keep);
        self
    }

    /// Lays the columns out: each as wide as its widest cell where there is room
    /// for all of them; else the wide ones give way.
    pub fn laid(&self, font: Font, width: f32) -> Laid<'_> {
        let head = head_font(font);
        let wanted = |(i, name): (usize, &String)| {
            let cells = self.rows.iter().filter_map(|row| row.get(i));
            let widest = cells.map(|cell| measure(cell, font)).fold(measure(name, head), f32::max);
            widest.ceil() + PADDING.0 * 2.0
        };
        let wanted: Vec<f32> = self.heads.iter().enumerate().map(wanted).collect();
        Laid { table: self, font, width, columns: shared(&wanted, width) }
    }
}

/// Widths of columns that together fill `room`: none narrower than it wants to be
/// as long as another one is wider.
fn shared(wanted: &[f32], room: f32) -> Vec<f32> {
    let total: f32 = wanted.iter().sum();
    if total <= room {
        let more = (room - total) / wanted.len().max(1) as f32;
        return wanted.iter().map(|width| width + more).collect();
    }
    // The width beyond which columns are cut: found by halving.
    let (mut low, mut high) = (0.0, room);
    for _ in 0..40 {
        let most = (low + high) / 2.0;
        let sum: f32 = wanted.iter().map(|width| width.min(most)).sum();
        if sum > room { high = most } else { low = most }
    }
    wanted.iter().map(|width| width.min(low)).collect()
}

fn head_font(font: Font) -> Font {
    Font { size: font.size, ..STRONG }
}

impl Laid<'_> {
    pub fn head_height(&self) -> f32 {
        self.height(&self.table.heads, head_font(self.font))
    }

    pub fn row_height(&self, row: usize) -> f32 {
        self.height(&self.table.rows[row], self.font)
    }

    fn height(&self, cells: &[String], font: Font) -> f32 {
        let lines = |(i, cell): (usize, &String)| self.cell_lines(i, cell, font).len();
        let most = cells.iter().enumerate().map(lines).max().unwrap_or(0).max(1);
        leading(font) * most as f32 + PADDING.1 * 2.0
    }

    fn cell_lines(&self, column: usize, cell: &str, font: Font) -> Vec<String> {
        let room = self.columns.get(column).map_or(0.0, |width| width - PADDING.0 * 2.0);
        wrap_at_most(cell, font, room.max(font.size), MOST_LINES)
    }

    /// Which rows from `first` on have room in a height, the head above them
    /// included; at least one.
    pub fn fitting(&self, first: usize, height: f32) -> std::ops::Range<usize> {
        let mut left = height - self.head_height();
        let mut end = first;
        while end < self.table.rows.len() {
            left -= self.row_height(end);
            if left < 0.0 && end > first {
                break;
            }
            end += 1;
        }
        first..end
    }

    /// The head and some rows from a corner down, and how far down they reach.
    pub fn draw(&self, rows: std::ops::Range<usize>, corner: Point, style: &Style) -> (Node, f32) {
        let mut y = corner.y;
        let mut nodes = Vec::new();
        let head = (part::HEAD_ROW, part::HEAD_CELL, &self.table.heads, head_font(self.font));
        let others = rows.map(|row| (part::ROW, part::CELL, &self.table.rows[row], self.font));
        for (i, (row, cell, cells, font)) in std::iter::once(head).chain(others).enumerate() {
            let height = self.height(cells, font);
            let mut x = corner.x;
            let mut parts = Vec::new();
            for (column, text) in cells.iter().enumerate() {
                let texts = self.cell_lines(column, text, font);
                let at = Point::new(x + PADDING.0, y + PADDING.1);
                let color = if i == 0 { style.quiet } else { style.text };
                parts.push(Node::new(Group::named(cell, lines(&texts, font, at, color).0)));
                x += self.columns.get(column).copied().unwrap_or(0.0);
            }
            y += height;
            nodes.push(Node::new(Group::named(row, parts)));
            let (color, width) = if i == 0 { (style.quiet, 1.0) } else { (style.line, 0.5) };
            nodes.push(rule(corner.x, y, self.width, Stroke::new(color, width)));
        }
        (Node::new(Group::named(part::TABLE, nodes)), y - corner.y)
    }
}

/// A line across, which is no part of the text.
pub fn rule(x: f32, y: f32, width: f32, stroke: Stroke) -> Node {
    let line = Outline::line([Point::new(x, y), Point::new(x + width, y)]);
    Node::new(Group::named(part::MARGIN, vec![Node::new(Path::stroked(line, stroke))]))
}

/// A rim around a picture.
pub fn rim(rect: Rect, style: &Style) -> Node {
    let outline = Outline::Rect { rect, corner: 0.0 };
    let path = Path::stroked(outline, Stroke::new(style.line, 1.0));
    Node::new(Group::named(part::MARGIN, vec![Node::new(path)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_columns_give_way_first() {
        assert_eq!(shared(&[50.0, 70.0], 200.0), [90.0, 110.0]);
        let widths = shared(&[40.0, 500.0, 300.0], 240.0);
        assert_eq!(widths[0], 40.0);
        assert!((widths[1] - 100.0).abs() < 0.1 && (widths[2] - 100.0).abs() < 0.1, "{widths:?}");
    }

    #[test]
    fn columns_that_say_nothing_are_left_out() {
        let texts = |texts: [&str; 3]| texts.map(String::from).to_vec();
        let rows = vec![texts(["Ber", "", "x"]), texts(["Gao", "", ""])];
        let table = Table { heads: texts(["Site", "Real", "Kind"]), rows };
        let table = table.without_empty_columns();
        assert_eq!(table.heads, ["Site", "Kind"]);
        assert_eq!(table.rows, [["Ber", "x"], ["Gao", ""]]);
    }
}
