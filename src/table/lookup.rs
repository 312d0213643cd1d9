//! Which items have which names, in any language.

use std::collections::HashMap;

use crate::i18n::{Lang, Names, without_accents};
use crate::plan::{Id, Kind, Plan, Target};

/// The items by their names, without accents and in small letters.
pub struct Lookup {
    by_name: HashMap<String, Vec<(Kind, Id)>>,
}

impl Lookup {
    pub fn of(plan: &Plan) -> Lookup {
        let mut by_name: HashMap<String, Vec<(Kind, Id)>> = HashMap::new();
        for lang in Lang::ALL {
            let names = Names::new(plan, lang);
            for item in plan.items() {
                let named = by_name.entry(without_accents(&names.of(&item))).or_default();
                let own = (item.kind(), item.id().clone());
                if named.last() != Some(&own) {
                    named.push(own);
                }
            }
        }
        Lookup { by_name }
    }

    /// The one item of that name that a reference may point at. None where there is
    /// none, or several.
    pub fn only(&self, name: &str, target: Target) -> Option<&Id> {
        let named = self.by_name.get(&without_accents(name.trim()))?;
        let mut fitting = named.iter().filter(|(kind, _)| target.accepts(*kind)).map(|(_, id)| id);
        let first = fitting.next()?;
        fitting.all(|other| other == first).then_some(first)
    }
}
