//! The two languages say the same things, and the program asks for nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use decamp::draw;
use decamp::i18n::{Lang, words};

type Messages = BTreeMap<String, BTreeSet<String>>;

/// Message ids and the variables each uses, of one language.
fn messages(lang: &str) -> Messages {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n").join(lang);
    let mut all = Messages::new();
    let mut current = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        for line in fs::read_to_string(entry.unwrap().path()).unwrap().lines() {
            let starts_message = line.starts_with(|c: char| c.is_ascii_lowercase());
            if let Some((id, _)) = line.split_once(" =").filter(|_| starts_message) {
                current = id.to_owned();
                assert!(all.insert(current.clone(), BTreeSet::new()).is_none(), "{id} is twice");
            }
            for variable in line.split('$').skip(1) {
                let end = variable.find(|c: char| !c.is_alphanumeric() && c != '-');
                let name = &variable[..end.unwrap_or(variable.len())];
                let name = name.strip_suffix("-text").unwrap_or(name);
                all.get_mut(&current).expect("a variable is in a message").insert(name.into());
            }
        }
    }
    all
}

#[test]
fn both_languages_have_the_same_messages_and_variables() {
    let (fr, en) = (messages("fr"), messages("en"));
    let ids = |m: &Messages| m.keys().cloned().collect::<BTreeSet<_>>();
    let missing_en: Vec<_> = ids(&fr).difference(&ids(&en)).cloned().collect();
    let missing_fr: Vec<_> = ids(&en).difference(&ids(&fr)).cloned().collect();
    assert_eq!((missing_en, missing_fr), (vec![], vec![]), "missing in English, in French");
    for (id, variables) in &fr {
        assert_eq!(variables, &en[id], "variables of {id}");
    }
}

/// A text in quotes in the source, with what stands before and behind it.
struct Quoted<'a> {
    text: &'a str,
    before: &'a str,
    behind: &'a str,
}

/// The texts in quotes of a source file; what stands in comments is none.
fn quoted(source: &str) -> Vec<Quoted<'_>> {
    let bytes = source.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let Some(rest) = source.get(at..) else {
            at += 1;
            continue;
        };
        at += match bytes[at] {
            b'/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            b'\'' if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") => {
                rest[1..].find("'").unwrap() + 2
            }
            b'"' => {
                let mut end = 1;
                while bytes[at + end] != b'"' {
                    end += if bytes[at + end] == b'\\' { 2 } else { 1 };
                }
                let (text, behind) = (&rest[1..end], &rest[end + 1..]);
                found.push(Quoted { text, before: source[..at].trim_end(), behind });
                end + 1
            }
            _ => 1,
        };
    }
    found
}

/// The source files of the program.
fn sources() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

/// All literal ids that the source asks `text` or `fill` for.
#[test]
fn every_message_the_source_asks_for_exists() {
    let known = messages("en");
    let sources = sources();
    // Other things than words have a function `text` too; their names have no hyphen.
    let is_asked = |it: &Quoted| {
        let is_call = |call: &str| it.before.ends_with(call);
        is_call("words.text(")
            || is_call("words.fill(")
            || (it.text.contains('-') && (is_call(".text(") || is_call(".fill(")))
    };
    let quoted = sources.iter().flat_map(|source| quoted(source));
    let asked: BTreeSet<&str> = quoted.filter(is_asked).map(|it| it.text).collect();
    assert!(asked.len() > 500, "the source is read");
    let unknown: Vec<_> = asked.iter().filter(|id| !known.contains_key(**id)).collect();
    assert!(unknown.is_empty(), "no message for {unknown:?}");
}

/// A message is asked for by its id, by the name of a family of words and one of the
/// words, or by an id that is put together: `kind-{}`. The parts stand in the source.
#[test]
fn every_message_is_asked_for() {
    let sources = sources();
    let quoted: Vec<Quoted> = sources.iter().flat_map(|source| quoted(source)).collect();
    let texts: BTreeSet<&str> = quoted.iter().map(|it| it.text).collect();
    // `word("status", …)`, and the families that have a type: `SiteKind "site-kind" {`.
    let is_family =
        |it: &&Quoted| it.before.ends_with("word(") || it.behind.trim_start().starts_with('{');
    let families: BTreeSet<&str> = quoted.iter().filter(is_family).map(|it| it.text).collect();
    let patterns: Vec<Vec<&str>> = texts.iter().filter_map(|text| pattern(text)).collect();
    let of_family = |id: &str| {
        let splits = id.match_indices('-').map(|(at, _)| (&id[..at], &id[at + 1..]));
        splits.into_iter().any(|(family, word)| families.contains(family) && texts.contains(word))
    };
    let is_asked = |id: &&String| {
        texts.contains(id.as_str())
            || of_family(id)
            || patterns.iter().any(|pattern| fits(id, pattern, &texts))
    };
    let known = messages("en");
    let unused: Vec<&String> = known.keys().filter(|id| !is_asked(id)).collect();
    assert!(unused.is_empty(), "nothing asks for {unused:?}");
}

/// What stands between the holes of an id that is put together; None of other texts.
fn pattern(text: &str) -> Option<Vec<&str>> {
    let mut fixed = Vec::new();
    let mut rest = text;
    while let Some((before, hole)) = rest.split_once('{') {
        fixed.push(before);
        rest = hole.split_once('}')?.1;
    }
    fixed.push(rest);
    let of_ids = |c: char| c.is_ascii_lowercase() || c == '-';
    let is_id = fixed[0].ends_with('-') && fixed.iter().all(|part| part.chars().all(of_ids));
    (fixed.len() > 1 && is_id).then_some(fixed)
}

/// Whether an id is of a pattern, with texts of the source in its holes.
fn fits(id: &str, pattern: &[&str], texts: &BTreeSet<&str>) -> bool {
    let Some(rest) = id.strip_prefix(pattern[0]) else { return false };
    let Some((next, _)) = pattern[1..].split_first() else { return rest.is_empty() };
    let ends = rest.match_indices(*next).map(|(at, _)| at).chain([rest.len()]);
    ends.filter(|end| texts.contains(&rest[..*end]))
        .any(|end| fits(&rest[end..], &pattern[1..], texts))
}

#[test]
fn every_layer_of_the_map_has_a_name() {
    for lang in Lang::ALL {
        for layer in draw::layers() {
            assert!(words(lang).has(&format!("layer-{layer}")), "{layer}");
        }
    }
}
