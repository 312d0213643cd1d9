//! Items that depend on each other in a circle.

use std::collections::VecDeque;

use super::graph::Network;
use crate::plan::Id;

impl Network {
    /// One shortest cycle of each set of items that all depend on each other:
    /// each item depends on the one before it, the first on the last.
    pub fn cycles(&self) -> Vec<Vec<Id>> {
        let one = |members: &Vec<usize>| {
            let first = members[0];
            let ways = members.iter().filter_map(|last| {
                let closes = self.ties.iter().any(|t| t.from == *last && t.to == first);
                if closes { self.way(first, *last) } else { None }
            });
            ways.min_by_key(Vec::len).map(|way| self.ids(&way))
        };
        self.circles.iter().filter_map(one).collect()
    }

    /// The cycle that a link would close by which `dependent` depends on `other`:
    /// each item depends on the one before it, the first (`dependent`) on the
    /// last (`other`). None: it closes none.
    pub fn would_close(&self, dependent: &Id, other: &Id) -> Option<Vec<Id>> {
        let way = self.way(self.number(dependent)?, self.number(other)?)?;
        Some(self.ids(&way))
    }

    /// The shortest way from a node to another along what depends on it.
    fn way(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        // Links of cycles are no part of `ties_out`.
        let mut next = vec![Vec::new(); self.nodes.len()];
        for tie in &self.ties {
            next[tie.from].push(tie.to);
        }
        let mut came_from = vec![None; self.nodes.len()];
        let mut queue = VecDeque::from([from]);
        came_from[from] = Some(from);
        while let Some(node) = queue.pop_front().filter(|_| came_from[to].is_none()) {
            for successor in &next[node] {
                if came_from[*successor].is_none() {
                    came_from[*successor] = Some(node);
                    queue.push_back(*successor);
                }
            }
        }
        let mut way = vec![to];
        let mut at = to;
        came_from[to]?;
        while at != from {
            at = came_from[at]?;
            way.push(at);
        }
        way.reverse();
        Some(way)
    }

    fn ids(&self, nodes: &[usize]) -> Vec<Id> {
        nodes.iter().map(|node| self.nodes[*node].id.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::Track;
    use crate::schedule::testing::plan;

    fn told(ids: &[Id]) -> String {
        ids.iter().map(Id::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_circle_is_named_once_by_its_shortest_cycle() {
        for (links, expect) in [
            (["", "a:FS", "b:FS", ""], ""),
            (["a:FS", "", "", ""], "a"),
            (["b:FS", "a:FS", "", ""], "a b"),
            (["c:FS", "a:SS", "b:FF", ""], "a b c"),
            // The way over b and c is longer than the one over d.
            (["c:FS,d:FS", "a:FS", "b:FS", "a:FS"], "a d"),
            (["b:FS", "a:FS", "d:FS", "c:FS"], "a b / c d"),
        ] {
            let lines = ["a", "b", "c", "d"].iter().zip(links).map(|(id, after)| match after {
                "" => format!("act {id} other gao 1..2"),
                after => format!("act {id} other gao 1..2 after={after}"),
            });
            let text = format!("site gao\n{}", lines.collect::<Vec<_>>().join("\n"));
            let network = Network::of(&plan(&text), Track::Planned);
            let cycles: Vec<String> = network.cycles().iter().map(|cycle| told(cycle)).collect();
            assert_eq!(cycles.join(" / "), expect, "{links:?}");
        }
    }

    #[test]
    fn a_link_that_would_close_a_cycle_is_told_with_it() {
        let text = "site gao\nact a other gao 1..2\nact b other gao 3..4 after=a:FS\n\
                    move c gao>gao 5..6 after=b:FS\nevent e 3";
        let network = Network::of(&plan(text), Track::Planned);
        for (dependent, other, expect) in [
            ("a", "c", "a b c"),
            ("a", "a", "a"),
            ("b", "c", "b c"),
            ("c", "a", ""),
            ("c", "e", ""),
            ("nobody", "a", ""),
        ] {
            let (dependent, other) = (Id::new(dependent).unwrap(), Id::new(other).unwrap());
            let cycle = network.would_close(&dependent, &other).unwrap_or_default();
            assert_eq!(told(&cycle), expect, "{dependent} after {other}");
        }
    }
}
