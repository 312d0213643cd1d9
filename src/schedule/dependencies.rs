//! What depends on what: the links between activities and movements, by number.

use super::order::{Precedence, components};

/// The links of a plan, and what follows from them whatever the dates.
#[derive(Clone, Debug, Default)]
pub(super) struct Dependencies {
    /// For each timed item the timed items that depend on it.
    pub after: Vec<Vec<usize>>,
    /// The sets of timed items that all depend on each other.
    pub circles: Vec<Vec<usize>>,
    /// Which movements take after which others.
    pub precedence: Precedence,
}

impl Dependencies {
    /// `before`: for each timed item those it depends on, without events. Of them the
    /// movements stand from `first_movement` on.
    pub fn of(before: Vec<Vec<usize>>, first_movement: usize) -> Dependencies {
        let mut after = vec![Vec::new(); before.len()];
        for (item, others) in before.iter().enumerate() {
            others.iter().for_each(|other| after[*other].push(item));
        }
        let is_circle =
            |members: &Vec<usize>| members.len() > 1 || before[members[0]].contains(&members[0]);
        let circles = components(&before).into_iter().filter(is_circle).collect();
        let among_movements = |links: &Vec<usize>| {
            links.iter().filter_map(|timed| timed.checked_sub(first_movement)).collect()
        };
        let of_movements = before[first_movement..].iter().map(among_movements).collect();
        let precedence = Precedence::of(of_movements);
        Dependencies { after, circles, precedence }
    }
}
