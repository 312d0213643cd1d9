//! Whom a map names as the makers of its data.

/// What is known of the sources of a theatre's layers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Credit {
    /// Nothing; or there are no layers.
    #[default]
    Unknown,
    /// The bundled maps of Mali: words have the text, in each language.
    Mali,
    /// What the files themselves say, word for word.
    Own(String),
}

/// The file of a theatre's folder that says whom to name.
pub(super) const FILE: &str = "ATTRIBUTION.txt";

/// A longer text is none to stand on a map, in letters.
const MAX_LETTERS: usize = 300;

impl Credit {
    /// Of texts from several files: each once, in their order.
    pub(super) fn of(texts: impl IntoIterator<Item = String>) -> Credit {
        let mut parts: Vec<String> = Vec::new();
        for text in texts {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if !text.is_empty() && !parts.contains(&text) {
                parts.push(text);
            }
        }
        match parts.is_empty() {
            true => Credit::Unknown,
            false => Credit::Own(parts.join(" ").chars().take(MAX_LETTERS).collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_maker_is_named_once() {
        for (texts, expect) in [
            (&[][..], Credit::Unknown),
            (&["  ", "\n"], Credit::Unknown),
            (&["IGN", "© OSM\n", "IGN"], Credit::Own("IGN © OSM".into())),
        ] {
            assert_eq!(Credit::of(texts.iter().map(|text| (*text).to_owned())), expect);
        }
    }
}
