//! Cells as spreadsheets copy and paste them: parted by tabs and line ends.

/// Rows of cells. They need not be equally long.
pub type Block = Vec<Vec<String>>;

/// The text that a spreadsheet takes apart into these cells again.
pub fn write(block: &Block) -> String {
    let mut text = String::new();
    for row in block {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&harmless(cell))).collect();
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
    text
}

/// Takes apart what a spreadsheet copied, or [`write`] wrote. A line end at the end
/// begins no row; empty lines are rows of one empty cell.
pub fn read(text: &str) -> Block {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text;
    while !rest.is_empty() || !row.is_empty() {
        let (cell, after) = cell(rest);
        row.push(unharmed(cell));
        rest = match after.strip_prefix('\t') {
            Some(after) => {
                if after.is_empty() {
                    row.push(String::new());
                    rows.push(std::mem::take(&mut row));
                }
                after
            }
            None => {
                rows.push(std::mem::take(&mut row));
                after.strip_prefix("\r\n").or(after.strip_prefix(['\n', '\r'])).unwrap_or(after)
            }
        };
    }
    rows
}

/// The first cell of a text, and what follows it: nothing, or a tab or line end.
fn cell(text: &str) -> (String, &str) {
    let ends = ['\t', '\n', '\r'];
    if let Some(quoted) = text.strip_prefix('"') {
        let mut cell = String::new();
        let mut rest = quoted;
        while let Some(at) = rest.find('"') {
            cell.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            match rest.strip_prefix('"') {
                Some(after) => {
                    cell.push('"');
                    rest = after;
                }
                None if rest.is_empty() || rest.starts_with(ends) => return (cell, rest),
                None => break,
            }
        }
        // What no quote ends was not quoted: spreadsheets copy `"Ber" camp` bare.
    }
    let end = text.find(ends).unwrap_or(text.len());
    (text[..end].to_owned(), &text[end..])
}

fn quoted(cell: &str) -> String {
    match cell.contains(['\t', '\n', '\r', '"']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}

/// A spreadsheet would run a cell that begins like a formula; an apostrophe makes
/// it text again, and is not part of it there. Numbers stay numbers.
pub fn harmless(cell: &str) -> String {
    if is_like_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell as it was before [`harmless`].
fn unharmed(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(bare) if is_like_formula(bare) => bare.to_owned(),
        _ => cell,
    }
}

fn is_like_formula(cell: &str) -> bool {
    // After apostrophes too, so that taking one away gives back what there was.
    let bare = cell.trim_start_matches('\'');
    bare.starts_with(['=', '+', '-', '@', '\t', '\r']) && bare.parse::<f64>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(rows: &[&[&str]]) -> Block {
        rows.iter().map(|row| row.iter().map(|cell| cell.to_string()).collect()).collect()
    }

    #[test]
    fn cells_are_written_as_spreadsheets_read_them() {
        for (rows, text) in [
            (&[&["a", "b"][..], &["c", ""]][..], "a\tb\nc\t\n"),
            (&[&["a\tb", "c\nd", "e\"f"]], "\"a\tb\"\t\"c\nd\"\t\"e\"\"f\"\n"),
            (&[&["=1+1", "-5", "-3.25", "@x", "'=x"]], "'=1+1\t-5\t-3.25\t'@x\t''=x\n"),
            (&[&[""], &["x"]], "\nx\n"),
            (&[&["\tx"]], "\"'\tx\"\n"),
        ] {
            assert_eq!(write(&block(rows)), text);
            assert_eq!(read(text), block(rows), "{text:?}");
        }
    }

    #[test]
    fn what_spreadsheets_copy_is_read() {
        for (text, rows) in [
            ("", &[][..]),
            ("a\tb\r\nc\td\r\n", &[&["a", "b"][..], &["c", "d"]][..]),
            ("a\tb\r\nc\td", &[&["a", "b"], &["c", "d"]]),
            ("a\t", &[&["a", ""]]),
            ("a\n\nb\n", &[&["a"], &[""], &["b"]]),
            ("\t\t\n", &[&["", "", ""]]),
            ("\"two\r\nlines\"\tx\r\n", &[&["two\r\nlines", "x"]]),
            // Bare quotes, and quotes that nothing ends.
            ("5\" pipe\tx", &[&["5\" pipe", "x"]]),
            ("\"Ber\" camp\tx", &[&["\"Ber\" camp", "x"]]),
            ("\"open\tx\ny", &[&["\"open", "x"], &["y"]]),
            ("'text\t'5", &[&["'text", "'5"]]),
        ] {
            assert_eq!(read(text), block(rows), "{text:?}");
        }
    }
}
