//! Fluent messages.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::{Lang, number};
use crate::plan::Text;

/// The message files, each in both languages.
const FILES: &[(&str, &str)] = &[
    (include_str!("../../assets/i18n/fr/map.ftl"), include_str!("../../assets/i18n/en/map.ftl")),
    (
        include_str!("../../assets/i18n/fr/mapedit.ftl"),
        include_str!("../../assets/i18n/en/mapedit.ftl"),
    ),
    (include_str!("../../assets/i18n/fr/plan.ftl"), include_str!("../../assets/i18n/en/plan.ftl")),
    (
        include_str!("../../assets/i18n/fr/units.ftl"),
        include_str!("../../assets/i18n/en/units.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/window.ftl"),
        include_str!("../../assets/i18n/en/window.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/problems.ftl"),
        include_str!("../../assets/i18n/en/problems.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/problems_panel.ftl"),
        include_str!("../../assets/i18n/en/problems_panel.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/export.ftl"),
        include_str!("../../assets/i18n/en/export.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/export_window.ftl"),
        include_str!("../../assets/i18n/en/export_window.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/strength.ftl"),
        include_str!("../../assets/i18n/en/strength.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/timeline.ftl"),
        include_str!("../../assets/i18n/en/timeline.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/network.ftl"),
        include_str!("../../assets/i18n/en/network.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/links.ftl"),
        include_str!("../../assets/i18n/en/links.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/new_plan.ftl"),
        include_str!("../../assets/i18n/en/new_plan.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/boards.ftl"),
        include_str!("../../assets/i18n/en/boards.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/forms.ftl"),
        include_str!("../../assets/i18n/en/forms.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/compare.ftl"),
        include_str!("../../assets/i18n/en/compare.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/compare_window.ftl"),
        include_str!("../../assets/i18n/en/compare_window.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/present.ftl"),
        include_str!("../../assets/i18n/en/present.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/tables.ftl"),
        include_str!("../../assets/i18n/en/tables.ftl"),
    ),
    (
        include_str!("../../assets/i18n/fr/sheet.ftl"),
        include_str!("../../assets/i18n/en/sheet.ftl"),
    ),
    (include_str!("../../assets/i18n/fr/web.ftl"), include_str!("../../assets/i18n/en/web.ftl")),
    (
        include_str!("../../assets/i18n/fr/layers.ftl"),
        include_str!("../../assets/i18n/en/layers.ftl"),
    ),
];

/// A value that a message has a place for.
pub enum Arg<'a> {
    Text(Cow<'a, str>),
    /// Written with the separators of the language; also chooses plural forms.
    Count(i64),
}

/// All messages of one language.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

/// The messages of a language.
pub fn words(lang: Lang) -> &'static Words {
    static FR: OnceLock<Words> = OnceLock::new();
    static EN: OnceLock<Words> = OnceLock::new();
    match lang {
        Lang::Fr => FR.get_or_init(|| Words::load(lang)),
        Lang::En => EN.get_or_init(|| Words::load(lang)),
    }
}

/// A text of a plan that the program itself makes, in every language.
pub fn in_both_languages(text: impl Fn(&'static Words) -> String) -> Text {
    Text::ByLanguage(Lang::ALL.map(|lang| (lang.tag().to_owned(), text(words(lang)))).to_vec())
}

impl Words {
    fn load(lang: Lang) -> Words {
        let language = lang.tag().parse().expect("language tags are well-formed");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Isolation marks are for mixed writing directions; neither egui nor our
        // fonts know them.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(n) => Some((n.value as i64).to_string()),
            _ => None,
        }));
        for (fr, en) in FILES {
            let source = if lang == Lang::Fr { fr } else { en };
            let resource = FluentResource::try_new((*source).into())
                .unwrap_or_else(|(_, errors)| panic!("a message file is broken: {errors:?}"));
            bundle.add_resource(resource).unwrap_or_else(|e| panic!("a message is twice: {e:?}"));
        }
        Words { lang, bundle }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A message without places for values.
    pub fn text(&self, id: &str) -> String {
        self.fill(id, &[])
    }

    /// A message with its places filled.
    ///
    /// One that does not exist gives its id in brackets: seen at once, and no
    /// reason to stop. `tests/words.rs` finds such ids.
    pub fn fill(&self, id: &str, args: &[(&'static str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else {
            return format!("[{id}]");
        };
        let mut fluent = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => fluent.set(*name, FluentValue::from(text.as_ref())),
                Arg::Count(count) => {
                    fluent.set(*name, FluentValue::from(*count));
                    // Plural rules need the number, readers its separators.
                    let written = number(*count, self.lang);
                    fluent.set(format!("{name}-text"), FluentValue::from(written));
                }
            }
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned()
    }

    /// The word for an enum of the plan: `word("site-kind", kind.as_word())`.
    /// An unknown word is shown as it is.
    pub fn word(&self, family: &str, word: &str) -> String {
        let id = format!("{family}-{word}");
        if self.has(&id) { self.text(&id) } else { word.into() }
    }

    /// The name of a member of an object of the file; the same word may name another
    /// thing in another object.
    pub fn member(&self, record: &str, name: &str) -> String {
        let own = format!("member-{record}-{name}");
        if self.has(&own) { self.text(&own) } else { self.word("member", name) }
    }

    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }
}

/// What can stand within a sentence, at the head of something.
pub fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Arg<'a> {
        Arg::Text(text.into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(text.into())
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Arg::Count(count)
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Arg::Count(count as i64)
    }
}

impl From<u64> for Arg<'_> {
    fn from(count: u64) -> Self {
        Arg::Count(count.min(i64::MAX as u64) as i64)
    }
}
