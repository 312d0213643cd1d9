//! Automatic scheduling: what has to move when something moves.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, HashMap};

use super::graph::{Network, Node};
use crate::calendar::{Day, Span};
use crate::plan::{Id, Plan};
use crate::schedule::links::Requirement;
use crate::schedule::tracks::Track;

/// How items follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What depends on the items moved also comes earlier, as early as its links
    /// and its own `not_before` allow.
    pub pull_back: bool,
}

/// What follows from moving some items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// The new planned dates, by id.
    pub moves: Vec<(Id, Span)>,
    /// Where a link is broken all the same, by item.
    pub conflicts: Vec<Conflict>,
}

/// An item does not move, though a link now asks for it: it is pinned, has actual
/// dates, or was itself put where it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    pub item: Id,
    /// The item that it depends on.
    pub other: Id,
    /// By how many days the link is broken.
    pub days: i64,
}

impl Network {
    /// Automatic scheduling as one edit: the edits themselves, and what has to
    /// follow them. Works on planned dates.
    pub fn reschedule(plan: &Plan, edits: &[(Id, Span)], options: Options) -> Moves {
        let mut moves = Network::of(plan, Track::Planned).follow(edits, options);
        let edited: HashMap<&Id, Span> = edits.iter().map(|(id, span)| (id, *span)).collect();
        moves.moves.extend(edited.into_iter().map(|(id, span)| (id.clone(), span)));
        moves.moves.sort_by(|a, b| a.0.cmp(&b.0));
        moves
    }

    /// What has to move, and how far, when items lie on other days: the live form
    /// for a drag. Looks only at what depends on them.
    pub fn pushed(&self, edits: &[(Id, Span)]) -> Moves {
        self.follow(edits, Options::default())
    }

    /// A link pushes when what it asks for has become later than it was, and is not
    /// met: so a link that was broken before moves nothing as long as nobody makes
    /// it worse. What is pushed goes to the first days that satisfy its links,
    /// keeps its length and its `not_before`, and pushes in turn.
    pub fn follow(&self, edits: &[(Id, Span)], options: Options) -> Moves {
        let mut push = Push {
            network: self,
            options,
            now: HashMap::new(),
            edited: BTreeSet::new(),
            waiting: BinaryHeap::new(),
            seen: BTreeSet::new(),
        };
        for (id, span) in edits {
            if let Some(node) = self.number(id) {
                push.edited.insert(node);
                push.now.insert(node, *span);
            }
        }
        push.run()
    }
}

/// A push under way. Nodes are looked at in the order of the network, so that each
/// is placed once, when all it depends on has its dates.
struct Push<'a> {
    network: &'a Network,
    options: Options,
    /// The dates that differ from those of the network, or were given.
    now: HashMap<usize, Span>,
    edited: BTreeSet<usize>,
    waiting: BinaryHeap<Reverse<(usize, usize)>>,
    seen: BTreeSet<usize>,
}

impl Push<'_> {
    fn run(mut self) -> Moves {
        let mut conflicts = Vec::new();
        let edited: Vec<usize> = self.edited.iter().copied().collect();
        for node in edited {
            self.wake(node);
            self.ask(node);
        }
        while let Some(Reverse((_, node))) = self.waiting.pop() {
            let asked = self.asked(node);
            let network = self.network;
            let it = &network.nodes[node];
            if it.is_fixed() || self.edited.contains(&node) {
                conflicts.extend(self.conflicts(node, &asked));
                continue;
            }
            let Some(span) = it.span else { continue };
            let placed = match self.options.pull_back {
                true => pulled(it, span, &self.all_asked(node)),
                false => pushed(it, span, asked.iter().map(|(_, asked)| *asked)),
            };
            if placed != span {
                self.now.insert(node, placed);
                self.wake(node);
            }
        }
        conflicts.sort();
        let new = self.now.iter().filter(|(node, _)| !self.edited.contains(node));
        let id = |node: &usize| self.network.nodes[*node].id.clone();
        let mut moves: Vec<(Id, Span)> = new.map(|(node, span)| (id(node), *span)).collect();
        moves.sort_by(|a, b| a.0.cmp(&b.0));
        Moves { moves, conflicts }
    }

    /// What depends on a node is looked at, if the node has moved.
    fn wake(&mut self, node: usize) {
        if self.now.get(&node).copied() == self.network.nodes[node].span {
            return;
        }
        for tie in self.network.ties_out(node) {
            self.ask(tie.to);
        }
    }

    fn ask(&mut self, node: usize) {
        if self.seen.insert(node) {
            self.waiting.push(Reverse((self.network.rank[node], node)));
        }
    }

    fn span(&self, node: usize) -> Option<Span> {
        self.now.get(&node).copied().or(self.network.nodes[node].span)
    }

    /// What now asks for more than it did, or was met until the node itself was
    /// moved away from it; with the node it hangs on.
    fn asked(&self, node: usize) -> Vec<(usize, Requirement)> {
        let before = self.network.nodes[node].span;
        let ties = self.network.ties_into(node);
        let asked = ties.filter_map(|tie| {
            let old = tie.asks(self.network.nodes[tie.from].span);
            let new = tie.asks(self.span(tie.from))?;
            let later = old.is_none_or(|old| new.earliest > old.earliest);
            let was_met = before.and_then(|span| new.day_of(span)) >= Some(new.earliest);
            (later || was_met).then_some((tie.from, new))
        });
        asked.collect()
    }

    fn all_asked(&self, node: usize) -> Vec<Requirement> {
        self.network.ties_into(node).filter_map(|tie| tie.asks(self.span(tie.from))).collect()
    }

    fn conflicts(&self, node: usize, asked: &[(usize, Requirement)]) -> Vec<Conflict> {
        let Some(span) = self.span(node) else { return Vec::new() };
        let conflict = |(other, asked): &(usize, Requirement)| {
            let days = asked.earliest - asked.day_of(span)?;
            let id = |node: usize| self.network.nodes[node].id.clone();
            (days > 0).then(|| Conflict { item: id(node), other: id(*other), days })
        };
        asked.iter().filter_map(conflict).collect()
    }
}

/// The span if it satisfies what is asked, else the first days after it that do.
pub(in crate::schedule) fn pushed(
    node: &Node,
    span: Span,
    asked: impl Iterator<Item = Requirement> + Clone,
) -> Span {
    let is_unmet = |asked: Requirement| asked.day_of(span).is_some_and(|day| day < asked.earliest);
    match asked.clone().any(is_unmet) {
        true => place(node, span, span.start, asked).unwrap_or(span),
        false => span,
    }
}

/// The first days that satisfy what is asked, be they earlier or later.
fn pulled(node: &Node, span: Span, asked: &[Requirement]) -> Span {
    place(node, span, None, asked.iter().copied()).unwrap_or(span)
}

/// None where nothing is asked, or a date is missing that would have to move.
fn place(
    node: &Node,
    span: Span,
    from: Option<Day>,
    asked: impl Iterator<Item = Requirement>,
) -> Option<Span> {
    let placing = node.placing.as_ref()?;
    let Some(length) = placing.length else {
        // One date is known, or the two stand the wrong way round.
        let known = |asked: Requirement| Some(asked.earliest - asked.day_of(span)?);
        let is_open = span.start.is_none() || span.end.is_none();
        let days = asked.filter_map(known).max().filter(|_| is_open)?;
        let early = span.start.zip(node.not_before).map_or(days, |(s, nb)| nb - s);
        return Some(span.moved(days.max(early)));
    };
    let start = asked.map(|asked| placing.start_for(asked, length)).max()?;
    let start = [from, node.not_before].into_iter().flatten().fold(start, Day::max);
    Some(placing.first_from(start, length).into())
}

#[cfg(test)]
mod tests;
