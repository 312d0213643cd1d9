//! XML, as far as an SVG file needs it.

use crate::render::data::number;
use crate::render::escape::escape;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_cannot_break_the_file() {
        let mut out = String::new();
        let mut tag = Tag::open(&mut out, 0, "a");
        tag.set("b", "\"<\u{0}&>\u{fffe}");
        tag.end_with("]]></a>\u{1b}é\n");
        assert_eq!(out, "<a b=\"&quot;&lt;&amp;&gt;\">]]&gt;&lt;/a&gt;é </a>\n");
    }
}
