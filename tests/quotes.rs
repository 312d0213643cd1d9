//! What the bundled plans quote stands word for word in the documents they name.

use decamp::file::{self, BUNDLED, bundled, bundled_source};
use decamp::plan::{Basis, BasisStatus, Chapter, Item, Phase, Plan, SourceId};
use decamp::schedule::SourceTexts;

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
        assert_eq!(faults_of_notes(&plan), Vec::<String>::new(), "{name}");
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
    let mut texts = SourceTexts::of(file::source_texts(plan, None));
    let mut found = Vec::new();
    for item in plan.items() {
        let Some(basis) = item.basis() else { continue };
        if basis.is_empty() {
            found.push(format!("{} has no basis", item.id()));
        }
        let faults = basis.iter().filter_map(|entry| fault(&mut texts, entry));
        found.extend(faults.map(|fault| format!("{} {fault}", item.id())));
    }
    found
}

fn fault(texts: &mut SourceTexts, basis: &Basis) -> Option<String> {
    use BasisStatus::*;
    let source = basis.source.as_ref();
    // None where the text of the source is not at hand.
    let says = source.and_then(|source| texts.says(source, basis.quote.as_deref()?));
    let has_text = source.is_some_and(|source| texts.says(source, "").is_some());
    let status = basis.status.as_word();
    match (&basis.quote, has_text) {
        (Some(quote), true) if says == Some(false) => {
            let source = source.map_or("", |source| source.as_str());
            return Some(format!("quotes what {source} does not say: {quote}"));
        }
        (None, _) if basis.status == Stated => return Some(format!("is {status} without quote")),
        (_, false) if basis.status == Stated => {
            return Some(format!("is {status} by a source without text"));
        }
        _ => {}
    }
    let needs_note = matches!(basis.status, Inferred | Illustrative);
    let has_note = basis.note.as_ref().is_some_and(|note| !note.in_language("fr").is_empty());
    (needs_note && !has_note).then(|| format!("is {status} without note"))
}

/// What is wrong with the notes of chapters: each cites a document, and word for
/// word, as `« quote » (symbol, place)`.
fn faults_of_notes(plan: &Plan) -> Vec<String> {
    let mut texts = SourceTexts::of(file::source_texts(plan, None));
    let mut found = Vec::new();
    for chapter in plan.chapters().iter() {
        for lang in ["fr", "en"] {
            let notes = chapter.notes.as_ref().map_or("", |notes| notes.in_language(lang));
            let quotes = quotes(notes);
            if quotes.is_empty() {
                found.push(format!("{} cites nothing in {lang}", chapter.id));
            }
            let wrong = quotes.iter().filter(|(quote, symbol)| {
                let source = plan.sources().iter().find(|s| s.symbol.as_deref() == Some(symbol));
                source.and_then(|source| texts.says(&source.id, quote)) != Some(true)
            });
            found.extend(wrong.map(|(quote, _)| format!("{} misquotes: {quote}", chapter.id)));
        }
    }
    found
}

/// The quotes of a text with the symbols of their documents; an empty symbol where
/// none follows.
fn quotes(text: &str) -> Vec<(&str, &str)> {
    let after_marks = text.split('«').skip(1);
    let parts = after_marks.map(|part| part.split_once('»').unwrap_or((part, "")));
    parts.map(|(quote, rest)| (quote.trim(), symbol_in(rest).unwrap_or_default())).collect()
}

/// The symbol in `(symbol, place)`.
fn symbol_in(text: &str) -> Option<&str> {
    let (place, _) = text.trim_start().strip_prefix('(')?.split_once(')')?;
    place.split_once(", ").map(|(symbol, _)| symbol)
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

#[test]
fn faults_of_notes_are_found() {
    for (notes, expect) in [
        ("Said: « fermeture du camp d’Ansongo » (S/2023/611, Plan).", None),
        ("Of one’s own.", Some("c-1 cites nothing in")),
        ("« fermeture du camp de Kidal » (S/2023/611, Plan)", Some("c-1 misquotes")),
        ("« fermeture du camp d’Ansongo » says the letter", Some("c-1 misquotes")),
        ("« fermeture du camp d’Ansongo » (S/1999/1, Plan)", Some("c-1 misquotes")),
    ] {
        let plan = bundled(BUNDLED[0].0).unwrap().plan;
        let items = plan.items().map(|item| match item {
            Item::Chapter(chapter) if chapter.id.as_str() == "c-1" => {
                Chapter { notes: Some(notes.into()), ..(*chapter).clone() }.into()
            }
            other => other,
        });
        let plan = Plan::from_parts(plan.header().clone(), items).unwrap();
        let faults = faults_of_notes(&plan);
        assert_eq!(faults.len(), 2 * expect.iter().count(), "{notes}: {faults:?}");
        assert!(faults.iter().all(|fault| fault.starts_with(expect.unwrap())), "{faults:?}");
    }
}

fn id(text: &str) -> SourceId {
    SourceId::new(text).unwrap()
}
