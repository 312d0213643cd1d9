//! The messages keep to the spaces of French and to plain style.

use std::fs;
use std::path::Path;

/// The messages of a language, of all files or of one, without ids and comments.
fn texts(lang: &str, only: Option<&str>) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n").join(lang);
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let wanted = |path: &Path| only.is_none_or(|only| path.ends_with(only));
    let files = paths.filter(|path| wanted(path)).map(|path| fs::read_to_string(path).unwrap());
    let text_of = |line: &str| match line.starts_with(|c: char| c.is_ascii_lowercase()) {
        true => line.split_once(" =").unwrap().1.to_owned(),
        false => line.to_owned(),
    };
    files
        .flat_map(|file| file.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| text_of(&line))
        .collect()
}

#[test]
fn french_spaces_do_not_break() {
    for text in texts("fr", None) {
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
    let only = Some("problems.ftl");
    for text in texts("fr", only).into_iter().chain(texts("en", only)) {
        assert!(!text.ends_with('.'), "{text}");
        assert!(!text.trim_start().contains("  "), "{text}");
    }
}
