//! Text within markup: XML and HTML alike.

/// Writes a text as it can stand in an element or an attribute, on one line, without
/// what XML cannot hold: control characters and U+FFFE and U+FFFF.
pub fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_what_it_stands_in() {
        for (text, expect) in [
            ("a < b & \"c\" > d", "a &lt; b &amp; &quot;c&quot; &gt; d"),
            ("two\nlines\tand a tab", "two lines and a tab"),
            ("\u{0}\u{1b}\r\u{fffe}\u{ffff}é", "é"),
        ] {
            assert_eq!(escaped(text), expect);
        }
    }
}
