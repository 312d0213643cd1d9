//! What can be chosen as the value of a member, where that is one of a list.

use super::{Lang, MemberText, Names, without_accents};
use crate::file::Shape;
use crate::plan::Target;

/// A value as it stands in the plan file, and what people call it.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub value: String,
    pub name: String,
}

impl MemberText<'_> {
    /// All that a value of a shape can be; nothing where there is no list of it. Words
    /// stand in the order of the file, what has a name of its own in that of the names.
    pub fn choices(&self, shape: &Shape) -> Vec<Choice> {
        match shape {
            Shape::Word(list) => {
                let choice = |word: &&str| Choice {
                    value: (*word).to_owned(),
                    name: self.words.word(list.name, word),
                };
                list.known.iter().map(choice).collect()
            }
            Shape::Bool => {
                let choice = |value: &str, word| Choice {
                    value: value.to_owned(),
                    name: self.words.text(word),
                };
                vec![choice("true", "yes"), choice("false", "no")]
            }
            Shape::Reference(target) => by_name(self.items(*target)),
            Shape::Sector => {
                let lang = self.words.lang();
                let choice = |id: String| Choice { name: self.sector(&id, lang), value: id };
                by_name(self.sectors().into_iter().map(choice).collect())
            }
            _ => Vec::new(),
        }
    }

    fn items(&self, target: Target) -> Vec<Choice> {
        let names = Names::new(self.plan, self.words.lang());
        let allowed = self.plan.kinds().filter(|(_, kind)| target.accepts(*kind));
        allowed.map(|(id, _)| Choice { value: id.to_string(), name: names.item(id) }).collect()
    }

    /// The ids of the sectors of the theatre, and of others that sites are said to lie in.
    pub(super) fn sectors(&self) -> Vec<String> {
        let of_theatre = self.theatre.iter().flat_map(|theatre| theatre.sectors().iter());
        let of_plan = self.plan.sites().iter().filter_map(|site| site.sector.as_ref());
        let of_theatre = of_theatre.map(|sector| sector.id.to_string());
        let mut ids: Vec<String> = of_theatre.chain(of_plan.map(|id| id.to_string())).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// What a sector is called.
    pub(super) fn sector(&self, id: &str, lang: Lang) -> String {
        let name = self.theatre.and_then(|theatre| theatre.sector_name(id, lang.tag()));
        name.unwrap_or(id).to_owned()
    }
}

fn by_name(mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.sort_by_cached_key(|choice| without_accents(&choice.name));
    choices
}
