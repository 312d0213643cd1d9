//! XML, as far as an SVG file needs it.

use std::fmt::Write;

/// An element that is being written.
pub struct Tag<'a> {
    out: &'a mut String,
    name: &'static str,
}

impl<'a> Tag<'a> {
    /// Begins an element on a line of its own.
    pub fn open(out: &'a mut String, depth: usize, name: &'static str) -> Tag<'a> {
        out.extend(std::iter::repeat_n("  ", depth));
        out.push('<');
        out.push_str(name);
        Tag { out, name }
    }

    pub fn set(&mut self, attribute: &str, value: &str) -> &mut Self {
        self.out.push(' ');
        self.out.push_str(attribute);
        self.out.push_str("=\"");
        escape(self.out, value);
        self.out.push('"');
        self
    }

    /// A number rounded to a hundredth.
    pub fn set_number(&mut self, attribute: &str, value: f32) -> &mut Self {
        self.set(attribute, &number(value, 2))
    }

    /// Ends an element that holds nothing.
    pub fn end(self) {
        self.out.push_str("/>\n");
    }

    /// Ends an element that holds a text.
    pub fn end_with(self, text: &str) {
        self.out.push('>');
        escape(self.out, text);
        self.out.push_str("</");
        self.out.push_str(self.name);
        self.out.push_str(">\n");
    }

    /// Leaves the element open for others; [`close`] ends it.
    pub fn end_open(self) {
        self.out.push_str(">\n");
    }
}

pub fn close(out: &mut String, depth: usize, name: &str) {
    out.extend(std::iter::repeat_n("  ", depth));
    out.push_str("</");
    out.push_str(name);
    out.push_str(">\n");
}

/// Writes a text without what XML cannot hold: control characters and U+FFFE
/// and U+FFFF.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

/// A number rounded to so many decimals, written as shortly as it can be.
pub fn number(value: f32, decimals: u32) -> String {
    let mut text = String::new();
    push_rounded(&mut text, rounded(value, decimals), decimals);
    text
}

/// A number in units of its last decimal.
pub fn rounded(value: f32, decimals: u32) -> i64 {
    (f64::from(value) * 10f64.powi(decimals as i32)).round() as i64
}

/// Writes what [`rounded`] gives.
pub fn push_rounded(out: &mut String, value: i64, decimals: u32) {
    if value < 0 {
        out.push('-');
    }
    let unit = 10u64.pow(decimals);
    let (whole, part) = (value.unsigned_abs() / unit, value.unsigned_abs() % unit);
    if whole > 0 || part == 0 {
        write!(out, "{whole}").expect("a String takes all that is written to it");
    }
    if part > 0 {
        let digits = format!("{part:0width$}", width = decimals as usize);
        out.push('.');
        out.push_str(digits.trim_end_matches('0'));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, expect) in [
            (0.0, "0"),
            (-0.001, "0"),
            (12.0, "12"),
            (0.5, ".5"),
            (-0.05, "-.05"),
            (-7.12555, "-7.13"),
            (120.999, "121"),
            (1e9, "1000000000"),
            (f32::INFINITY, "92233720368547758.07"),
        ] {
            assert_eq!(number(value, 2), expect);
        }
    }

    #[test]
    fn texts_cannot_break_the_file() {
        let mut out = String::new();
        let mut tag = Tag::open(&mut out, 0, "a");
        tag.set("b", "\"<\u{0}&>\u{fffe}");
        tag.end_with("]]></a>\u{1b}é\n");
        assert_eq!(out, "<a b=\"&quot;&lt;&amp;&gt;\">]]&gt;&lt;/a&gt;é</a>\n");
    }
}
