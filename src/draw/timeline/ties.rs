//! The rows of a timeline with the links between them.

use std::collections::HashMap;
use std::ops::Deref;

use super::rows::Row;
use crate::plan::{Id, Plan};

/// Rows from the top down, and which of them links tie together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    all: Vec<Row>,
    ties: Vec<Tie>,
}

/// A link whose two items have rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tie {
    pub from: usize,
    pub to: usize,
    /// Which link of the item in `to` it is.
    pub number: usize,
}

impl Rows {
    /// Finds the rows that links lead to, so that no picture has to.
    pub(super) fn of(all: Vec<Row>, plan: &Plan) -> Rows {
        let items = || all.iter().enumerate().filter_map(|(at, row)| Some((row.item()?, at)));
        let row_of: HashMap<&Id, usize> = items().collect();
        let mut ties = Vec::new();
        for (id, to) in items() {
            let links = plan.timing(id).map_or(&[][..], |timing| &timing.after);
            let known = links.iter().enumerate().filter_map(|(number, link)| {
                let from = *row_of.get(&link.other)?;
                Some(Tie { from, to, number })
            });
            ties.extend(known);
        }
        Rows { all, ties }
    }

    /// Some of them, in the same order. `plan` is that of the rows.
    pub fn only(&self, keeps: impl FnMut(&&Row) -> bool, plan: &Plan) -> Rows {
        Rows::of(self.all.iter().filter(keeps).cloned().collect(), plan)
    }

    pub(super) fn ties(&self) -> &[Tie] {
        &self.ties
    }
}

impl Deref for Rows {
    type Target = [Row];

    fn deref(&self) -> &[Row] {
        &self.all
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Arrangement, rows};
    use super::*;
    use crate::i18n::Lang;
    use crate::schedule::testing::plan;

    #[test]
    fn links_tie_the_rows_that_are_there() {
        let plan = plan(
            "site gao\nact a closure gao 3..5\nact b clearance gao 6..7 after=a:FS\n\
             act c other gao 8..9 after=b:FS",
        );
        let all = rows(&plan, &Arrangement::default(), &|sector| sector.to_string(), Lang::En);
        let told = |rows: &Rows| {
            let id = |at: usize| rows[at].item().unwrap().to_string();
            rows.ties().iter().map(|tie| (id(tie.from), id(tie.to))).collect::<Vec<_>>()
        };
        let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        let mut found = told(&all);
        found.sort();
        assert_eq!(found, [pair("a", "b"), pair("b", "c")]);
        let without = |id: &'static str| {
            all.only(|row| row.item().is_some_and(|item| item.as_str() != id), &plan)
        };
        assert_eq!(told(&without("a")), [pair("b", "c")]);
        assert_eq!(told(&without("b")), []);
    }
}
