//! How far each item can slip, and which chain carries the end: the backward pass
//! of the critical path method (Kelley and Walker 1959).

mod joint;

use std::cmp::Reverse;
use std::collections::HashMap;

use super::gates::{gates, main_gate};
use super::graph::{Network, Node, Tie};
use super::placing::Placing;
use crate::calendar::{Day, Span};
use crate::plan::{Id, Plan};
use crate::schedule::links::{LinkEnd, Requirement};
use crate::schedule::tracks::Track;

/// How far one item can slip, in calendar days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Float {
    pub id: Id,
    pub span: Span,
    /// How many days the item can lie later, pushing what depends on it, before
    /// the end, a deadline or a date that does not move is broken. Negative where
    /// one is broken already.
    pub total: i64,
    /// How many days it can lie later without anything else having to move; never
    /// negative.
    pub free: i64,
}

/// Float of every item, and the critical chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Critical {
    pub track: Track,
    /// The last deadline of the plan, or the last day of any item where it has
    /// none. None for a plan without dates.
    pub end: Option<Day>,
    /// The deadline `end` is the date of.
    pub deadline: Option<Id>,
    /// Activities and movements with an end, by id. In the forecast without those
    /// that are over.
    pub items: Vec<Float>,
    /// From the first to the last: each hangs on the one before it without a day
    /// between, and none has more float than the last. That is the one with the
    /// least float of all that must be over by the deadline, or of all.
    pub chain: Vec<Id>,
}

impl Critical {
    pub fn of(plan: &Plan, track: Track) -> Critical {
        let network = Network::of(plan, track);
        let gates = gates(plan);
        let last = network.nodes.iter().filter(|node| node.placing.is_some());
        let last = last.filter_map(|node| node.span?.end).max();
        let deadline = main_gate(&gates).map(|main| &gates[main]);
        let mut due: HashMap<usize, Day> = HashMap::new();
        for gate in &gates {
            for node in gate.movements.iter().filter_map(|id| network.number(id)) {
                due.entry(node).and_modify(|day| *day = gate.date.min(*day)).or_insert(gate.date);
            }
        }
        let backwards = Backwards::of(&network, last.max(deadline.map(|gate| gate.date)), &due);
        let items = backwards.items();
        Critical {
            track,
            end: deadline.map(|gate| gate.date).or(last),
            deadline: deadline.map(|gate| gate.limit.clone()),
            chain: backwards.chain(deadline.map_or(&[], |gate| &gate.movements)),
            items,
        }
    }

    /// The least float of any item.
    pub fn least(&self) -> Option<i64> {
        self.items.iter().map(|item| item.total).min()
    }

    pub fn float(&self, id: &Id) -> Option<&Float> {
        let found = self.items.binary_search_by(|item| item.id.cmp(id));
        found.ok().map(|at| &self.items[at])
    }
}

/// What may be asked of an item at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Asked {
    start: Day,
    end: Day,
}

impl Asked {
    const ANYTHING: Asked = Asked { start: Day::MAX, end: Day::MAX };

    fn or(self, other: Asked) -> Asked {
        Asked { start: self.start.max(other.start), end: self.end.max(other.end) }
    }

    fn and(self, other: Asked) -> Asked {
        Asked { start: self.start.min(other.start), end: self.end.min(other.end) }
    }

    /// How far an item that lies there can slip; None where it has no date.
    fn slack(self, span: Span) -> Option<i64> {
        let start = span.start.filter(|_| self.start < Day::MAX);
        let of_start = start.map(|start| self.start - start);
        of_start.into_iter().chain(span.end.map(|end| self.end - end)).min()
    }
}

/// How late an item may lie.
#[derive(Clone, Copy, Debug)]
struct Late {
    /// What may be asked of it if that pushes it, and if it stays where it lies. One
    /// that ends on a day on which nobody works ends earlier once it is pushed: what
    /// is met where it lies is not met there. So both dates come from one of the two.
    asked: [Asked; 2],
    /// Days it can slip as a whole.
    float: i64,
    free: i64,
}

struct Backwards<'a> {
    network: &'a Network,
    /// By when each must be over, of itself.
    due: Vec<Day>,
    late: Vec<Late>,
}

impl<'a> Backwards<'a> {
    /// `end` is for all; items that are due by a deadline have that instead.
    fn of(network: &'a Network, end: Option<Day>, due: &HashMap<usize, Day>) -> Backwards<'a> {
        let never = Late { asked: [Asked::ANYTHING; 2], float: 0, free: 0 };
        let due = network.nodes.iter().enumerate().map(|(number, node)| {
            let end = due.get(&number).copied().or(end).unwrap_or(Day::MAX);
            node.deadline.map_or(end, |own| own.min(end))
        });
        let late = vec![never; network.nodes.len()];
        let mut all = Backwards { network, due: due.collect(), late };
        for &number in network.order.iter().rev() {
            all.late[number] = all.late_of(number);
        }
        all.hold_joint();
        all
    }

    fn late_of(&self, number: usize) -> Late {
        let (span, due) = (self.network.nodes[number].span.unwrap_or_default(), self.due[number]);
        // The latest dates by what depends on it; to slip by, and to be pushed to.
        let mut latest = Asked { end: due, ..Asked::ANYTHING };
        let mut free = span.end.map_or(i64::MAX, |end| due - end);
        for ties in self.network.ties_to_each(number) {
            let mut of_each = [Asked::ANYTHING; 2];
            for bound in ties.filter_map(|tie| self.bound(tie)) {
                free = free.min(bound.free);
                of_each = [0, 1].map(|place| of_each[place].and(bound.latest[place]));
            }
            let [pushed, lying] = of_each;
            latest =
                latest.and(if lying.slack(span) > pushed.slack(span) { lying } else { pushed });
        }
        let float = latest.slack(span).unwrap_or(i64::MAX);
        let asked = self.pushable(number, latest, float);
        Late { asked, float, free: free.min(float).max(0) }
    }

    /// What may be asked of an item at most, so that wherever that pushes it, all is
    /// well; and what asks for no more than it does where it lies.
    fn pushable(&self, number: usize, latest: Asked, float: i64) -> [Asked; 2] {
        let node = &self.network.nodes[number];
        let Span { start: from, end: until } = node.span.unwrap_or_default();
        let is = Asked { start: from.unwrap_or(Day::MAX), end: until.unwrap_or(Day::MAX) };
        if self.is_fixed(node) {
            return [is; 2];
        }
        let Some((placing, length)) = node.placing.as_ref().and_then(|it| Some((it, it.length?)))
        else {
            return [if float >= 0 { latest.or(is) } else { latest }; 2];
        };
        let start = placing.latest(latest.start, latest.end, length);
        // Being pushed at all may take it beyond that.
        if float >= 0 && self.least_start(number, placing, length) > Some(start) {
            return [is; 2];
        }
        let pushed = Asked { start, end: placing.end_of(start, length) };
        // Where it lies it is in time, even if no place for it could be found there.
        [pushed, if float >= 0 { is } else { pushed }]
    }

    /// The least start of an item that is pushed: it keeps its `not_before` and the
    /// links it satisfies.
    fn least_start(&self, number: usize, placing: &Placing, length: i64) -> Option<Day> {
        let node = &self.network.nodes[number];
        let asked = self.network.ties_into(number).filter_map(|tie| {
            let asked = tie.asks(self.network.nodes[tie.from].span)?;
            let is_met = asked.day_of(node.span?)? >= asked.earliest;
            is_met.then(|| placing.start_for(asked, length))
        });
        asked.chain(node.not_before).max()
    }

    /// How late the source of a link may be, and how far it is from moving anything.
    fn bound(&self, tie: &Tie) -> Option<Bound> {
        let source = self.network.nodes[tie.from].span?;
        let target = &self.network.nodes[tie.to];
        let asked = tie.asks(Some(source))?;
        let is = asked.day_of(target.span?)?;
        let late = self.late[tie.to];
        let at = |day| Requirement::latest_source(&tie.link, day, tie.workdays.as_deref());
        let of_source = Requirement::source(&tie.link);
        let now = match of_source {
            LinkEnd::Start => source.start?,
            LinkEnd::End => source.end?,
        };
        let in_time = self.is_fixed(target) || late.float >= 0;
        // A broken link moves nothing until it asks for more than it does.
        let unmoved = asked.earliest;
        let latest = late.asked.map(|most| {
            let allowed = if asked.end == LinkEnd::Start { most.start } else { most.end };
            let day = at(if in_time { allowed.max(unmoved) } else { allowed });
            match of_source {
                LinkEnd::Start => Asked { start: day, ..Asked::ANYTHING },
                LinkEnd::End => Asked { end: day, ..Asked::ANYTHING },
            }
        });
        Some(Bound { latest, slack: at(is) - now, free: at(is.max(unmoved)) - now })
    }

    /// In the plan actual dates decide nothing.
    fn is_fixed(&self, node: &Node) -> bool {
        match self.network.track {
            Track::Planned => node.pinned || node.placing.is_none(),
            Track::Forecast => node.is_fixed(),
        }
    }

    /// Whether the item still is to be done, with a date by which.
    fn counts(&self, node: &Node) -> bool {
        let over = self.network.track == Track::Forecast && node.over;
        node.placing.is_some() && node.span.is_some_and(|span| span.end.is_some()) && !over
    }

    fn items(&self) -> Vec<Float> {
        let items = self.network.nodes.iter().zip(&self.late);
        let counted = items.filter(|(node, _)| self.counts(node));
        let mut items: Vec<Float> = counted
            .map(|(node, late)| Float {
                id: node.id.clone(),
                span: node.span.unwrap_or_default(),
                total: late.float,
                free: late.free,
            })
            .collect();
        items.sort_by(|a, b| a.id.cmp(&b.id));
        items
    }

    /// Ends with one of these, as far as any of them is still to be done: with the
    /// one that has the least float and the latest end, and the longest chain of
    /// several such.
    fn chain(&self, due: &[Id]) -> Vec<Id> {
        let nodes = &self.network.nodes;
        let counted = |node: &usize| self.counts(&nodes[*node]);
        let due = due.iter().filter_map(|id| self.network.number(id)).filter(counted);
        let mut ends: Vec<usize> = due.collect();
        if ends.is_empty() {
            ends = (0..nodes.len()).filter(counted).collect();
        }
        let rank = |node: &usize| (self.late[*node].float, Reverse(self.end(*node)));
        let least = ends.iter().map(rank).min();
        let chains = ends.iter().filter(|node| Some(rank(node)) == least);
        let chain = chains.map(|node| self.chain_to(*node));
        // `rev`: of equally long ones the first.
        let chain = chain.rev().max_by_key(Vec::len).unwrap_or_default();
        chain.iter().map(|node| nodes[*node].id.clone()).collect()
    }

    fn chain_to(&self, last: usize) -> Vec<usize> {
        let float = self.late[last].float;
        let mut chain = vec![last];
        let mut at = last;
        loop {
            let drives = |tie: &&Tie| {
                let from = tie.from;
                let carries = self.counts(&self.network.nodes[from]);
                let carries = carries && self.late[from].float <= float;
                carries && self.bound(tie).is_some_and(|bound| bound.slack <= 0)
            };
            let from = self.network.ties_into(at).filter(drives).map(|tie| tie.from);
            let Some(next) = from.max_by_key(|from| (self.end(*from), *from)) else { break };
            chain.push(next);
            at = next;
        }
        chain.reverse();
        chain
    }

    fn end(&self, node: usize) -> Option<Day> {
        self.network.nodes[node].span.and_then(|span| span.end)
    }
}

struct Bound {
    /// How late the source may be so that it breaks nothing: if its target is pushed,
    /// and if that stays where it lies.
    latest: [Asked; 2],
    /// Days between what the link asks for and what is; negative: it is broken.
    slack: i64,
    free: i64,
}

#[cfg(test)]
mod tests;
