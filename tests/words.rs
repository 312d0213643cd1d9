//! The two languages say the same things, and the program asks for nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

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

/// All literal ids that the source asks `text`, `fill` or `tr` for.
#[test]
fn every_message_the_source_asks_for_exists() {
    let known = messages("en");
    let mut asked = BTreeSet::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![source];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                for call in [".text(\"", ".fill(\"", ".fill(\n"] {
                    for rest in text.split(call).skip(1) {
                        let rest = rest.trim_start().trim_start_matches('"');
                        asked.insert(rest[..rest.find('"').unwrap_or(0)].to_owned());
                    }
                }
            }
        }
    }
    let unknown: Vec<_> = asked
        .iter()
        .filter(|id| id.contains('-') && !id.contains(['{', '(', ' ']) && !known.contains_key(*id))
        .collect();
    assert!(unknown.is_empty(), "no message for {unknown:?}");
}
