//! What the bundled plans quote stands word for word in the documents they name.

use std::collections::BTreeMap;

use decamp::file::{BUNDLED, bundled, bundled_source};
use decamp::plan::{Basis, BasisStatus, Item, Phase, Plan, Source, SourceId};

/// The bundled documents with the length and the FNV-1a hash of their texts: a
/// document is evidence, and nobody edits it.
const DOCUMENTS: &[(&str, usize, u64)] = &[
    ("S-2023-611.fr.txt", 57335, 0x4820_e9e3_74d6_77bb),
    ("S-RES-2531-2020.fr.txt", 73673, 0x83eb_0d60_9e26_8f2f),
];

#[test]
fn bundled_plans_are_founded() {
    for (name, _) in BUNDLED {
        let plan = bundled(name).unwrap().plan;
        assert_eq!(faults(&plan), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn documents_are_as_they_were() {
    let hash = |text: &str| {
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
    };
    for (file, length, expect) in DOCUMENTS {
        let text = bundled_source(file).unwrap();
        assert_eq!((text.len(), hash(text)), (*length, *expect), "{file}");
    }
    let quoted = BUNDLED.iter().flat_map(|(name, _)| {
        let plan = bundled(name).unwrap().plan;
        let files = plan.sources().iter().filter_map(|source| source.file.clone());
        files.collect::<Vec<_>>()
    });
    for file in quoted {
        assert!(DOCUMENTS.iter().any(|(known, ..)| *known == file), "{file} has no checksum");
    }
}

/// What is wrong with the reasons a plan gives, item by item.
fn faults(plan: &Plan) -> Vec<String> {
    let texts: Texts = plan.sources().iter().filter_map(|it| text_of(it)).collect();
    let mut found = Vec::new();
    for item in plan.items() {
        let Some(basis) = item.basis() else { continue };
        if basis.is_empty() {
            found.push(format!("{} has no basis", item.id()));
        }
        let faults = basis.iter().filter_map(|entry| fault(&texts, entry));
        found.extend(faults.map(|fault| format!("{} {fault}", item.id())));
    }
    found
}

/// The documents that are bundled, [`flowing`].
type Texts = BTreeMap<SourceId, String>;

fn text_of(source: &Source) -> Option<(SourceId, String)> {
    let text = bundled_source(source.file.as_ref()?)?;
    Some((source.id.clone(), flowing(text, source.symbol.as_deref().unwrap_or_default())))
}

fn fault(texts: &Texts, basis: &Basis) -> Option<String> {
    use BasisStatus::*;
    let text = basis.source.as_ref().and_then(|source| texts.get_key_value(source));
    let status = basis.status.as_word();
    match (&basis.quote, text) {
        (Some(quote), Some((source, text))) if !quotes(text, quote) => {
            return Some(format!("quotes what {source} does not say: {quote}"));
        }
        (None, _) if basis.status == Stated => return Some(format!("is {status} without quote")),
        (_, None) if basis.status == Stated => {
            return Some(format!("is {status} by a source without text"));
        }
        _ => {}
    }
    let needs_note = matches!(basis.status, Inferred | Illustrative);
    let has_note = basis.note.as_ref().is_some_and(|note| !note.in_language("fr").is_empty());
    (needs_note && !has_note).then(|| format!("is {status} without note"))
}

/// Whether a flowing text says this, in whole words and one after the other.
fn quotes(text: &str, quote: &str) -> bool {
    let quote = flowing(quote, "");
    let cuts_word = |before: &str, behind: &str| {
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        is_word(before.chars().next_back()) && is_word(behind.chars().next())
    };
    let whole = |(at, found): (usize, &str)| {
        let behind = &text[at + found.len()..];
        !cuts_word(&text[..at], found) && !cuts_word(found, behind)
    };
    !quote.is_empty() && text.match_indices(&quote).any(whole)
}

/// A text without what its pages and its setting added: page heads and feet, line
/// ends, runs of spaces, spaces around apostrophes.
fn flowing(text: &str, symbol: &str) -> String {
    let words = text.lines().map(str::trim).filter(|line| !is_furniture(line, symbol));
    let words: Vec<&str> = words.flat_map(str::split_whitespace).collect();
    let text = words.join(" ").replace('\'', "’");
    text.replace(" ’", "’").replace("’ ", "’")
}

/// `S/2023/611`, `3/15 23-15769`, `23-15769 4/15`, or the address of a footnote.
fn is_furniture(line: &str, symbol: &str) -> bool {
    let figures = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let pair = |word: &str, between: char| {
        word.split_once(between).is_some_and(|(a, b)| figures(a) && figures(b))
    };
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_page = match words[..] {
        [a, b] => pair(a, '/') && pair(b, '-') || pair(a, '-') && pair(b, '/'),
        _ => false,
    };
    !symbol.is_empty() && line == symbol || is_page || line.starts_with("https://undocs.org/")
}

#[test]
fn page_furniture_and_setting_do_not_count() {
    let text = "restitution  au \n\n https://undocs.org/fr/S/RES/2690(2023)\n\n S/2023/611 \n \
                3/15 23-15769 \n\n23-15769 4/15\nGouvernement de l ’équipe\u{a0}: en 2023/24";
    for (quote, expect) in [
        ("restitution au Gouvernement de l’équipe", true),
        ("l'équipe : en 2023/24", true),
        ("Gouvernement de l’équipe\u{202f}: en", true),
        ("restitution", true),
        ("au gouvernement", false),
        ("restitution Gouvernement", false),
        ("stitution au", false),
        ("au Gouv", false),
        ("2023/24 restitution", false),
        ("", false),
    ] {
        assert_eq!(quotes(&flowing(text, "S/2023/611"), quote), expect, "{quote}");
    }
}

/// The checker is only worth something if it finds what it is there for.
#[test]
fn faults_are_found() {
    let good = Basis {
        status: BasisStatus::Stated,
        source: Some(id("s-2023-611")),
        quote: Some("fermeture du camp d’Ansongo".into()),
        ..Basis::default()
    };
    let quote = |quote: &str| Some(quote.to_owned());
    let status = |status: BasisStatus| Basis { status, ..good.clone() };
    for (basis, expect) in [
        (vec![good.clone()], None),
        (vec![], Some("has no basis")),
        (
            vec![Basis { quote: quote("fermeture du camp de Kidal"), ..good.clone() }],
            Some("quotes what s-2023-611 does not say: fermeture du camp de Kidal"),
        ),
        (vec![Basis { quote: None, ..good.clone() }], Some("is stated without quote")),
        (
            vec![Basis { source: Some(id("voa")), ..good.clone() }],
            Some("is stated by a source without text"),
        ),
        (vec![Basis { source: None, ..good.clone() }], Some("is stated by a source without text")),
        (vec![status(BasisStatus::Inferred)], Some("is inferred without note")),
        (vec![status(BasisStatus::Illustrative)], Some("is illustrative without note")),
        (vec![Basis { note: Some("Because.".into()), ..status(BasisStatus::Inferred) }], None),
        (vec![Basis::default()], None),
    ] {
        let plan = bundled(BUNDLED[0].0).unwrap().plan;
        let items = plan.items().map(|item| match item {
            Item::Phase(phase) if phase.id.as_str() == "1" => {
                Phase { basis: basis.clone(), ..(*phase).clone() }.into()
            }
            other => other,
        });
        let plan = Plan::from_parts(plan.header().clone(), items).unwrap();
        let expect: Vec<String> = expect.iter().map(|fault| format!("1 {fault}")).collect();
        assert_eq!(faults(&plan), expect);
    }
}

fn id(text: &str) -> SourceId {
    SourceId::new(text).unwrap()
}
