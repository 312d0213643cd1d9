//! The messages about problems keep to the spaces of French and to plain style.

use std::fs;
use std::path::Path;

/// The messages of a language, without ids and comments.
fn texts(lang: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = fs::read_to_string(root.join("assets/i18n").join(lang).join("problems.ftl"));
    let file = file.unwrap();
    let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| match line.starts_with(|c: char| c.is_ascii_lowercase()) {
            true => line.split_once(" = ").unwrap().1.to_owned(),
            false => line.to_owned(),
        })
        .collect()
}

#[test]
fn french_spaces_do_not_break() {
    for text in texts("fr") {
        for (mark, space) in
            [(':', '\u{a0}'), ('»', '\u{a0}'), (';', '\u{202f}'), ('?', '\u{202f}')]
        {
            for (at, _) in text.match_indices(mark) {
                // EPSG:4326
                let is_code =
                    text[at + mark.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
                let before = text[..at].chars().next_back();
                assert!(is_code || before == Some(space), "before {mark} in {text}");
            }
        }
        for after in text.split('«').skip(1) {
            assert!(after.starts_with('\u{a0}'), "after « in {text}");
        }
        assert!(!text.contains(['\'', '"', '“']), "quotes in {text}");
    }
}

#[test]
fn one_sentence_has_no_full_stop() {
    for text in texts("fr").into_iter().chain(texts("en")) {
        assert!(!text.ends_with('.'), "{text}");
        assert!(!text.trim_start().contains("  "), "{text}");
    }
}
