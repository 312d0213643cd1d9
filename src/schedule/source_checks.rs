//! What is checked of a plan against the texts of its sources. Apart from the
//! other checks, for texts are other files, and not always at hand.

use super::problem::{Code, Detail, Problem, Severity};
use super::quotes::SourceTexts;
use crate::plan::{Basis, Item, Plan};

/// What these checks can find.
pub const SOURCE_CODES: &[Code] = &[Code::QuoteNotInSource];

/// One problem for each quote that its source does not have. Quotes of sources
/// whose text is not at hand are not looked at.
pub fn source_problems(plan: &Plan, texts: &mut SourceTexts) -> Vec<Problem> {
    if texts.is_empty() {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for item in plan.items() {
        let basis = item.basis().unwrap_or_default();
        problems.extend(basis.iter().filter_map(|basis| misquoted(&item, basis, texts)));
    }
    problems
}

/// Whether these checks would find the same in both plans: nothing that differs is
/// founded on something else.
pub fn is_founded_as(plan: &Plan, earlier: &Plan) -> bool {
    let is_same =
        |item: &Item| earlier.item(item.id()).is_some_and(|before| before.basis() == item.basis());
    plan.changed_since(earlier).is_some_and(|changed| changed.iter().all(|(_, it)| is_same(it)))
}

fn misquoted(item: &Item, basis: &Basis, texts: &mut SourceTexts) -> Option<Problem> {
    let (source, quote) = (basis.source.as_ref()?, basis.quote.as_ref()?);
    let says = texts.says(source, quote)?;
    (!says).then(|| Problem {
        detail: Detail::Quote { source: source.clone(), quote: quote.clone() },
        ..Problem::new(Code::QuoteNotInSource, Severity::Warning, vec![item.id().clone()])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{BasisStatus, Site, SourceId};
    use crate::schedule::testing::{plan, show};

    #[test]
    fn what_has_another_basis_is_looked_at_again() {
        let before = "site gao\nact a closure gao 3..9";
        for (after, expect) in [
            (before.to_owned(), true),
            (before.replace("3..9", "3..19"), true),
            (format!("{before}\nbare gao"), false),
            (format!("{before}\nsite ber"), false),
        ] {
            assert_eq!(is_founded_as(&plan(&after), &plan(before)), expect, "{after}");
        }
    }

    #[test]
    fn quotes_stand_in_their_source() {
        let source = |id: &str| SourceId::new(id).unwrap();
        let basis = |from: &str, quote: &str| Basis {
            status: BasisStatus::Stated,
            source: Some(source(from)),
            quote: Some(quote.into()),
            ..Basis::default()
        };
        let sources = plan("source s");
        let s = (**sources.sources().iter().next().unwrap()).clone();
        let mut texts = SourceTexts::of([(s, "The camp was closed.".to_owned())]);
        let lacking = "warning quote-not-in-source gao: s “the camp was sold”";
        for (basis, expect) in [
            (vec![basis("s", "camp  was closed")], vec![]),
            (vec![basis("s", "the camp was sold"), basis("s", "closed")], vec![lacking]),
            // Its text is not at hand.
            (vec![basis("t", "the camp was sold")], vec![]),
            (vec![Basis::default()], vec![]),
        ] {
            let text = plan("site gao\nsource s\nsource t");
            let with_basis = |item: Item| match item {
                Item::Site(site) => Site { basis: basis.clone(), ..(*site).clone() }.into(),
                other => other,
            };
            let items: Vec<Item> = text.items().map(with_basis).collect();
            let plan = Plan::from_parts(text.header().clone(), items).unwrap();
            let found = source_problems(&plan, &mut texts);
            assert_eq!(found.iter().map(show).collect::<Vec<_>>(), expect);
        }
    }
}
