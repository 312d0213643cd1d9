//! Tables of text for people, in columns of even width.

use super::output::harmless;

/// Lays out rows of cells, of which the first `words` columns begin at the left
/// and the others, figures, end at the right.
pub fn lay_out(rows: &[Vec<String>], words: usize) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |cell: &String| cell.chars().count();
    let widths: Vec<usize> = (0..columns)
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(width).max().unwrap_or(0))
        .collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let width = widths[column];
            let cell = harmless(cell);
            let gap = if column == 0 { "" } else { "  " };
            line += &match column < words {
                true => format!("{gap}{cell:<width$}"),
                false => format!("{gap}{cell:>width$}"),
            };
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_even() {
        let row = |cells: &[&str]| cells.iter().map(|cell| cell.to_string()).collect();
        let rows = [row(&["Ménaka", "ouvert", "1 200"]), row(&["Gao", "", "7"]), row(&[])];
        assert_eq!(lay_out(&rows, 2), "Ménaka  ouvert  1 200\nGao                 7\n\n");
    }
}
