//! Ids for features that have none, or none that a plan could name.

use std::collections::HashMap;

use super::problem::{NoteKind, Notes};

/// The ids of one file, so far.
pub(super) struct Ids {
    /// What the ids of features without a name begin with.
    stem: String,
    /// How often each id was wanted.
    wanted: HashMap<String, usize>,
}

/// The id that a feature asks for, which depends on nothing but the feature.
pub(super) struct Wanted {
    /// Its id, or else its name, in the letters of ids; empty if nothing is left of it.
    slug: String,
    /// What was done to come by it.
    note: Option<NoteKind>,
}

impl Wanted {
    pub fn of(given: Option<&str>, name: Option<&str>) -> Wanted {
        let slug = slug(given.or(name).unwrap_or(""));
        let note = match given {
            None => Some(NoteKind::MissingId),
            Some(given) if given != slug => Some(NoteKind::RewrittenId),
            Some(_) => None,
        };
        Wanted { slug, note }
    }
}

impl Ids {
    pub fn of_file(file: &str) -> Ids {
        let stem = slug(file.split('.').next().unwrap_or(""));
        let stem = if stem.is_empty() { "feature".into() } else { stem };
        Ids { stem, wanted: HashMap::new() }
    }

    /// The id of a feature: the one it asks for, or its number, and unlike any other.
    pub fn make(&mut self, wanted: Wanted, number: usize, notes: &mut Notes) -> String {
        let Wanted { slug, note } = wanted;
        note.into_iter().for_each(|note| notes.add(note, number));
        let mut id = if slug.is_empty() { format!("{}-{number}", self.stem) } else { slug };
        let mut is_taken = false;
        while let Some(count) = self.wanted.get_mut(&id) {
            // The first of a pair has no number, so the second has 2.
            *count += 1;
            id = format!("{id}-{count}");
            is_taken = true;
        }
        if is_taken && note != Some(NoteKind::MissingId) {
            notes.add(NoteKind::DuplicateId, number);
        }
        self.wanted.insert(id.clone(), 1);
        id
    }
}

/// A text in the letters of ids: `Ségou nord` becomes `segou-nord`. Empty if none
/// of its letters can be one.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            "" if letter.is_ascii_alphanumeric() || letter == '-' && !slug.is_empty() => {
                slug.push(letter);
            }
            "" if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            plain => slug.push_str(plain),
        }
    }
    // A hyphen that stands for something else at the end says nothing.
    if !text.ends_with('-') && slug.ends_with('-') {
        slug.pop();
    }
    slug
}

/// The plain letters for a letter of French and its neighbours; empty for others.
fn plain(letter: char) -> &'static str {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => "a",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' | 'ŋ' | 'ɲ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ɔ' => "o",
        'ɛ' => "e",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids() {
        for (text, expect) in [
            ("Ségou nord", "segou-nord"),
            ("Côte d’Ivoire", "cote-d-ivoire"),
            ("way/1234", "way-1234"),
            ("a--b", "a--b"),
            ("  (Gao) ", "gao"),
            ("-ber", "ber"),
            ("東", ""),
            ("", ""),
        ] {
            assert_eq!(slug(text), expect, "{text:?}");
        }
    }

    #[test]
    fn ids_are_unlike_each_other() {
        let mut ids = Ids::of_file("roads.geojson");
        let mut notes = Notes::on("roads.geojson");
        let mut make = |given, name, number| ids.make(Wanted::of(given, name), number, &mut notes);
        for (given, name, expect) in [
            (Some("gao"), None, "gao"),
            (Some("gao-2"), None, "gao-2"),
            (Some("gao"), None, "gao-2-2"),
            (Some("gao"), None, "gao-3"),
            (None, Some("Gao"), "gao-4"),
            (None, None, "roads-6"),
        ] {
            let number = expect.rsplit('-').next().and_then(|n| n.parse().ok()).unwrap_or(1);
            assert_eq!(make(given, name, number), expect);
        }
    }
}
