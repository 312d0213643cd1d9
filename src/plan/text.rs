//! Texts in one or several languages.

/// A text of the plan: the same in every language, or one text for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    Same(String),
    /// Language tags (`fr`, `en`) and texts, in the order of the file; not empty.
    ByLanguage(Vec<(String, String)>),
}

impl Text {
    /// The text in a language, or else in the first language there is.
    pub fn in_language(&self, tag: &str) -> &str {
        match self {
            Text::Same(text) => text,
            Text::ByLanguage(texts) => texts
                .iter()
                .find(|(language, _)| language == tag)
                .or(texts.first())
                .map_or("", |(_, text)| text),
        }
    }

    /// This text with its wording in one language replaced. A text that was the
    /// same in all languages stays so.
    pub fn with(&self, tag: &str, wording: &str) -> Text {
        match self {
            Text::Same(_) => Text::Same(wording.into()),
            Text::ByLanguage(texts) => {
                let mut texts = texts.clone();
                match texts.iter_mut().find(|(language, _)| language == tag) {
                    Some((_, text)) => *text = wording.into(),
                    None => texts.push((tag.into(), wording.into())),
                }
                Text::ByLanguage(texts)
            }
        }
    }
}

impl Text {
    /// This text without its wording in one language; None where that was all.
    pub fn without(&self, tag: &str) -> Option<Text> {
        match self {
            Text::Same(_) => None,
            Text::ByLanguage(texts) => {
                let others: Vec<_> = texts.iter().filter(|(l, _)| l != tag).cloned().collect();
                (!others.is_empty()).then_some(Text::ByLanguage(others))
            }
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text::Same(text.into())
    }
}

impl Default for Text {
    fn default() -> Text {
        Text::Same(String::new())
    }
}
