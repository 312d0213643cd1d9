//! In which order movements that leave on one day take what is there.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::index::Index;
use super::tracks::Spans;
use crate::calendar::{Day, Span};

/// Which movements come after which others by their links.
///
/// Links within a cycle are left out, so that there always is an order.
#[derive(Clone, Debug, Default)]
pub(super) struct Precedence {
    /// For each movement those that come after it.
    after: Vec<Vec<usize>>,
    /// For each movement after how many others it comes.
    waiting: Vec<usize>,
}

impl Precedence {
    /// `before`: for each movement the movements it depends on.
    pub fn of(before: Vec<Vec<usize>>) -> Precedence {
        let count = before.len();
        let mut cycle_of = vec![0; count];
        for (number, members) in components(&before).iter().enumerate() {
            for member in members {
                cycle_of[*member] = number;
            }
        }
        let mut after = vec![Vec::new(); count];
        let mut waiting = vec![0_usize; count];
        for (movement, others) in before.iter().enumerate() {
            for other in others.iter().filter(|other| cycle_of[**other] != cycle_of[movement]) {
                after[*other].push(movement);
                waiting[movement] += 1;
            }
        }
        Precedence { after, waiting }
    }
}

/// When a movement takes, among those that no link puts in order.
pub(super) fn start_of(span: Option<Span>) -> Day {
    span.and_then(|span| span.start.or(span.end)).unwrap_or(Day::MAX)
}

/// The rank of every movement: links first (a movement comes after those it
/// depends on), then the start, then the id.
pub(super) fn movement_ranks(index: &Index, spans: &Spans) -> Vec<usize> {
    let Precedence { after, waiting } = &index.dependencies.precedence;
    let mut waiting = waiting.clone();
    let count = waiting.len();
    let start = |movement: usize| start_of(spans.movements[movement]);
    let mut ready: BinaryHeap<_> =
        (0..count).filter(|m| waiting[*m] == 0).map(|m| Reverse((start(m), m))).collect();
    let mut ranks = vec![0; count];
    let mut rank = 0;
    while let Some(Reverse((_, movement))) = ready.pop() {
        ranks[movement] = rank;
        rank += 1;
        for next in &after[movement] {
            waiting[*next] -= 1;
            if waiting[*next] == 0 {
                ready.push(Reverse((start(*next), *next)));
            }
        }
    }
    ranks
}

/// The strongly connected components of a graph: nodes in one of them reach each
/// other. Every node is in exactly one (Tarjan 1972, without recursion).
pub(super) fn components(next: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const UNSEEN: usize = usize::MAX;
    let mut found = vec![UNSEEN; next.len()];
    let mut lowest = vec![UNSEEN; next.len()];
    let mut open = Vec::new();
    let mut is_open = vec![false; next.len()];
    let mut components = Vec::new();
    let mut clock = 0;
    for root in 0..next.len() {
        if found[root] != UNSEEN {
            continue;
        }
        // Nodes on the way from the root and how many of their edges are done.
        let mut path = vec![(root, 0)];
        while let Some((node, done)) = path.pop() {
            if done == 0 {
                found[node] = clock;
                lowest[node] = clock;
                clock += 1;
                open.push(node);
                is_open[node] = true;
            }
            if let Some(&to) = next[node].get(done) {
                path.push((node, done + 1));
                if found[to] == UNSEEN {
                    path.push((to, 0));
                } else if is_open[to] {
                    lowest[node] = lowest[node].min(found[to]);
                }
                continue;
            }
            if let Some(&(parent, _)) = path.last() {
                lowest[parent] = lowest[parent].min(lowest[node]);
            }
            if lowest[node] == found[node] {
                let mut members = Vec::new();
                while let Some(member) = open.pop() {
                    is_open[member] = false;
                    members.push(member);
                    if member == node {
                        break;
                    }
                }
                members.sort_unstable();
                components.push(members);
            }
        }
    }
    components
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::testing::schedule;

    #[test]
    fn nodes_that_reach_each_other_are_one_component() {
        for (next, expect) in [
            (vec![], vec![]),
            (vec![vec![]], vec![vec![0]]),
            (vec![vec![0]], vec![vec![0]]),
            (vec![vec![1], vec![2], vec![0]], vec![vec![0, 1, 2]]),
            (vec![vec![1], vec![2], vec![1], vec![0]], vec![vec![0], vec![1, 2], vec![3]]),
            (vec![vec![1, 2], vec![3], vec![3], vec![]], vec![vec![0], vec![1], vec![2], vec![3]]),
        ] {
            let mut found = components(&next);
            found.sort();
            assert_eq!(found, expect, "{next:?}");
        }
    }

    #[test]
    fn links_come_before_start_and_start_before_id() {
        for (movements, expect) in [
            ("move a gao>kidal 3..9\nmove b gao>kidal 2..9", "b a"),
            ("move a gao>kidal 3..9\nmove b gao>kidal 3..9", "a b"),
            ("move a gao>kidal 3..9 after=b:SS\nmove b gao>kidal 3..9", "b a"),
            ("move a gao>kidal 2..9 after=b:FF\nmove b gao>kidal 3..9", "b a"),
            (
                "move a gao>kidal 3..9 after=c:SS\nmove b gao>kidal 3..9\nmove c gao>kidal 3..9",
                "b c a",
            ),
            // The links of a cycle count for nothing; those that lead out of it do.
            (
                "move a gao>kidal 4..9 after=b:SS\nmove b gao>kidal 3..9 after=a:SS\nmove c gao>kidal 1..9 after=a:SS",
                "b a c",
            ),
            ("move a gao>kidal 4..9 after=a:SS\nmove b gao>kidal 5..9 after=nobody:SS", "a b"),
        ] {
            let schedule = schedule(&format!("horizon 1..9\nsite gao\nsite kidal\n{movements}"));
            let index = &schedule.index;
            let ranks = movement_ranks(index, &schedule.tracks[0].spans);
            let mut order: Vec<usize> = (0..ranks.len()).collect();
            order.sort_by_key(|m| ranks[*m]);
            let told: Vec<_> = order.iter().map(|m| index.movements[*m].id.as_str()).collect();
            assert_eq!(told.join(" "), expect, "{movements}");
        }
    }
}
