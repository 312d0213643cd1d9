//! Text in lines that keep to a width.

use crate::draw::widths::measure;
use crate::scene::{Anchor, Color, Font, Label, Node, Point};

/// From one line to the next, in sizes of the font.
const LEADING: f32 = 1.36;

/// How far down a line of a font takes, in points.
pub fn leading(font: Font) -> f32 {
    font.size * LEADING
}

/// A text in lines no wider than `width`. A word that is wider stands in pieces;
/// no-break spaces hold.
pub fn wrap(text: &str, font: Font, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split([' ', '\t']).filter(|word| !word.is_empty()) {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if measure(&longer, font) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line = broken(word, font, width, &mut lines);
        }
        lines.push(line);
    }
    lines
}

/// Puts all pieces of a word but the last, which is returned.
fn broken(word: &str, font: Font, width: f32, lines: &mut Vec<String>) -> String {
    let mut piece = String::new();
    for letter in word.chars() {
        let mut longer = piece.clone();
        longer.push(letter);
        if !piece.is_empty() && measure(&longer, font) > width {
            lines.push(std::mem::take(&mut piece));
            longer = letter.into();
        }
        piece = longer;
    }
    piece
}

/// At most `most` lines; an ellipsis says that there were more.
pub fn wrap_at_most(text: &str, font: Font, width: f32, most: usize) -> Vec<String> {
    let mut lines = wrap(text, font, width);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = crate::draw::timeline::fitted(&format!("{last} …"), font, width);
        }
    }
    lines
}

/// Lines of text from a corner down, and how far down they reach.
pub fn lines(texts: &[String], font: Font, corner: Point, color: Color) -> (Vec<Node>, f32) {
    let line = |(i, text): (usize, &String)| {
        let down = leading(font) * i as f32 + font.size;
        label(text, font, corner.plus(0.0, down), Anchor::Start, color)
    };
    (texts.iter().enumerate().map(line).collect(), leading(font) * texts.len() as f32)
}

pub fn label(text: &str, font: Font, at: Point, anchor: Anchor, color: Color) -> Node {
    Node::new(Label { text: text.into(), font, at, anchor, color, halo: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::style::TEXT;

    #[test]
    fn lines_keep_to_the_width_and_lose_nothing() {
        let text = "Le retrait de la MINUSMA : bases les plus petites\n\n\
                    Rindfleischetikettierungsüberwachungsaufgaben";
        for width in [60.0, 120.0, 5000.0] {
            let lines = wrap(text, TEXT, width);
            assert!(lines.iter().all(|line| measure(line, TEXT) <= width), "{lines:?}");
            let letters = |text: &str| text.replace([' ', '\n'], "");
            assert_eq!(letters(&lines.concat()), letters(text));
        }
        assert_eq!(wrap("", TEXT, 50.0), Vec::<String>::new());
        let short = wrap_at_most(text, TEXT, 120.0, 2);
        assert!(short.len() == 2 && short[1].ends_with('…'), "{short:?}");
    }
}
