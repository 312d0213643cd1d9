//! The order of lists in which it means something: merged, and made by commands.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::edit::Command;
use crate::plan::{Id, Kind, Plan};

/// Whose version of something is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    Base,
    Mine,
    Theirs,
}

/// An order, and whether both sides had changed it differently.
pub(super) struct Merged<K> {
    pub order: Vec<K>,
    pub conflict: bool,
}

/// The order of the elements in `kept`, made of three orders.
///
/// Elements of the base stand as the side that moved them has them. What is new
/// stands behind what it stood behind; where both sides added something at one
/// place, the run that begins with the lesser element comes first.
pub(super) fn merge<K: Ord + Clone>(
    base: &[K],
    mine: &[K],
    theirs: &[K],
    kept: &BTreeSet<K>,
    prefer: Side,
) -> Merged<K> {
    let old: BTreeSet<&K> = base.iter().filter(|key| kept.contains(key)).collect();
    let sides = [mine, theirs].map(|side| complete(side, base, kept));
    let only_old =
        |side: &[K]| -> Vec<K> { side.iter().filter(|key| old.contains(key)).cloned().collect() };
    let unmoved = only_old(base);
    let [by_mine, by_theirs] = [only_old(&sides[0]), only_old(&sides[1])];
    let conflict = by_mine != unmoved && by_theirs != unmoved && by_mine != by_theirs;
    let skeleton = match prefer {
        _ if by_mine == unmoved => by_theirs,
        _ if !conflict => by_mine,
        Side::Base => unmoved,
        Side::Mine => by_mine,
        Side::Theirs => by_theirs,
    };
    let place: BTreeMap<&K, usize> = skeleton.iter().zip(1..).collect();
    let [mut mine, mut theirs] = sides.map(|side| runs(&side, &place));
    settle(&mut mine, &mut theirs);
    let mut order = Vec::new();
    for at in 0..=skeleton.len() {
        order.extend(at.checked_sub(1).map(|at| skeleton[at].clone()));
        let run = |of: &mut BTreeMap<usize, Vec<K>>| of.remove(&at).unwrap_or_default();
        order.extend(joined(run(&mut mine), run(&mut theirs)));
    }
    Merged { order, conflict }
}

/// The kept elements of a side; those of the base that it lacks stand behind what
/// they stand behind there.
pub(super) fn complete<K: Ord + Clone>(side: &[K], base: &[K], kept: &BTreeSet<K>) -> Vec<K> {
    let mut all: Vec<K> = side.iter().filter(|key| kept.contains(key)).cloned().collect();
    let mut there: BTreeSet<K> = all.iter().cloned().collect();
    let mut before: Option<&K> = None;
    for key in base.iter().filter(|key| kept.contains(key)) {
        if there.insert(key.clone()) {
            let behind = before.and_then(|before| all.iter().position(|other| other == before));
            all.insert(behind.map_or(0, |at| at + 1), key.clone());
        }
        before = Some(key);
    }
    all
}

/// What is new, by the number of the old element it stands behind; 0: the front.
fn runs<K: Ord + Clone>(side: &[K], place: &BTreeMap<&K, usize>) -> BTreeMap<usize, Vec<K>> {
    let mut runs: BTreeMap<usize, Vec<K>> = BTreeMap::new();
    let mut behind = 0;
    for key in side {
        match place.get(key) {
            Some(at) => behind = *at,
            None => runs.entry(behind).or_default().push(key.clone()),
        }
    }
    runs
}

/// What both sides added stands where it comes first.
fn settle<K: Ord + Clone>(
    mine: &mut BTreeMap<usize, Vec<K>>,
    theirs: &mut BTreeMap<usize, Vec<K>>,
) {
    let places = |runs: &BTreeMap<usize, Vec<K>>| -> BTreeMap<K, usize> {
        runs.iter().flat_map(|(at, run)| run.iter().map(|key| (key.clone(), *at))).collect()
    };
    let (in_mine, in_theirs) = (places(mine), places(theirs));
    let drop_later = |runs: &mut BTreeMap<usize, Vec<K>>, other: &BTreeMap<K, usize>| {
        for (at, run) in runs {
            run.retain(|key| other.get(key).is_none_or(|there| there >= at));
        }
    };
    drop_later(mine, &in_theirs);
    drop_later(theirs, &in_mine);
}

/// Two runs in one; the same whichever is named first.
fn joined<K: Ord + Clone>(one: Vec<K>, other: Vec<K>) -> Vec<K> {
    let (first, second) = if one.first() <= other.first() { (one, other) } else { (other, one) };
    let known: BTreeSet<K> = first.iter().cloned().collect();
    first.into_iter().chain(second.into_iter().filter(|key| !known.contains(key))).collect()
}

/// Commands that bring the items of a kind into an order that has all of them.
pub(super) fn commands(plan: &Plan, kind: Kind, wanted: &[Id]) -> Vec<Command> {
    let mut now = plan.ids(kind);
    let mut commands = Vec::new();
    for (at, id) in wanted.iter().enumerate() {
        if now.get(at) == Some(id) {
            continue;
        }
        let Some(from) = now.iter().position(|other| other == id) else { continue };
        let Some(item) = plan.item(id) else { continue };
        now.remove(from);
        now.insert(at.min(now.len()), id.clone());
        commands.push(Command::Remove { kind, id: id.clone() });
        commands.push(Command::Put { item, position: Some(at) });
    }
    commands
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_merged() {
        let list = |text: &str| text.chars().collect::<Vec<char>>();
        for (base, mine, theirs, kept, expect, conflict) in [
            ("abc", "abc", "abc", "abc", "abc", false),
            ("abc", "cab", "abc", "abc", "cab", false),
            ("abc", "cab", "cab", "abc", "cab", false),
            ("abc", "cab", "bac", "abc", "cab", true),
            // Added by one side, at the front, in the middle and at the end.
            ("abc", "xaybcz", "abc", "abcxyz", "xaybcz", false),
            ("abc", "abxc", "abyc", "abcxy", "abxyc", false),
            ("abc", "axbc", "abcy", "abcxy", "axbcy", false),
            // Both added the same, at different places.
            ("abc", "axbc", "abcx", "abcx", "axbc", false),
            ("", "xy", "yz", "xyz", "xyz", false),
            // Taken out by one side, and kept all the same.
            ("abc", "ac", "abc", "abc", "abc", false),
            ("abc", "bc", "cb", "abc", "acb", false),
            ("abc", "ac", "abc", "ac", "ac", false),
            ("abc", "a", "abxc", "ax", "ax", false),
        ] {
            let kept = list(kept).into_iter().collect();
            let [base, mine, theirs] = [base, mine, theirs].map(list);
            let merged = merge(&base, &mine, &theirs, &kept, Side::Mine);
            assert_eq!(merged.order, list(expect), "{base:?} {mine:?} {theirs:?}");
            assert_eq!(merged.conflict, conflict);
            let turned = merge(&base, &theirs, &mine, &kept, Side::Theirs);
            assert_eq!(turned.order, merged.order, "turned: {base:?} {mine:?} {theirs:?}");
        }
    }
}
