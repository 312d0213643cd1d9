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
mod tests {
    use super::*;
    use crate::schedule::testing::{plan, read_span, show_span};

    /// Day 1 is a Saturday, so days 7 and 8 are Friday and Saturday.
    const PLAN: &str = "site gao\nsite kidal\ncalendar w fri,sat modes=road\n\
                        calendar v fri,sat\nact a other gao 2..3\n";

    fn check(options: Options, rows: &[(&str, &str, &str)]) {
        for (items, edit, expect) in rows {
            let plan = plan(&format!("{PLAN}{items}"));
            let edits: Vec<(Id, Span)> = edit
                .split_whitespace()
                .map(|edit| {
                    let (id, span) = edit.split_once('=').unwrap();
                    (Id::new(id).unwrap(), read_span(span).unwrap())
                })
                .collect();
            let found = Network::of(&plan, Track::Planned).follow(&edits, options);
            let moves =
                found.moves.iter().map(|(id, span)| format!("{id} {}", show_span(Some(*span))));
            let conflict = |it: &Conflict| format!("{} {} by {}", it.item, it.other, it.days);
            let conflicts = found.conflicts.iter().map(conflict);
            let told: Vec<String> = moves.chain(conflicts).collect();
            assert_eq!(told.join(", "), *expect, "{items} / {edit}");
        }
    }

    #[test]
    fn what_depends_on_it_is_pushed_as_little_as_necessary() {
        check(
            Options::default(),
            &[
                // Each type of link, with lag.
                ("act b other gao 4..6 after=a:FS", "a=3..4", "b 5..7"),
                ("act b other gao 4..6 after=a:FS+2", "a=3..4", "b 7..9"),
                ("act b other gao 4..6 after=a:SS+1", "a=5..6", "b 6..8"),
                ("act b other gao 4..6 after=a:FF", "a=7..8", "b 6..8"),
                ("act b other gao 4..6 after=a:SF", "a=9..9", "b 6..8"),
                // There is room.
                ("act b other gao 6..8 after=a:FS", "a=4..5", ""),
                // On and on; earlier moves nothing.
                (
                    "act b other gao 4..6 after=a:FS\nact c other gao 7..7 after=b:FS",
                    "a=2..4",
                    "b 5..7, c 8..8",
                ),
                ("act b other gao 4..6 after=a:FS", "a=1..2", ""),
                // A link that was broken before, and is not made worse.
                ("act b other gao 3..6 after=a:FS", "a=1..3", ""),
                ("act b other gao 3..6 after=a:FS", "a=2..4", "b 5..8"),
                // One's own limits.
                ("act b other gao 4..6 after=a:FS not-before=9", "a=2..4", "b 9..11"),
                ("act b other gao 4.. after=a:FS", "a=3..4", "b 5.."),
                ("act b other gao ..6 after=a:FF", "a=7..8", "b ..8"),
                ("act b other gao - after=a:FS", "a=3..4", ""),
                ("act b other gao 9..4 after=a:FS", "a=8..9", ""),
                // An event is what it is.
                ("event e 3\nact b other gao 4..4 after=a:FS,e:FS", "a=3..4", "b 5..5"),
                // Two that are moved together stay together.
                ("act b other gao 4..6 after=a:FS", "a=4..5 b=6..8", ""),
            ],
        );
    }

    #[test]
    fn what_is_fixed_stays_and_shows_the_conflict() {
        check(
            Options::default(),
            &[
                ("act b other gao 4..6 after=a:FS pinned", "a=3..4", "b a by 1"),
                ("act b other gao 4..6 after=a:FS actual=4..", "a=3..4", "b a by 1"),
                ("act b other gao 4..6 after=a:FS cancelled=2", "a=3..4", "b a by 1"),
                // What was put there stays there.
                ("act b other gao 4..6 after=a:FS", "b=2..4", "b a by 2"),
                ("act b other gao 3..6 after=a:FS", "b=4..6", ""),
                ("act b other gao 4..6 after=a:FS", "a=3..4 b=4..6", "b a by 1"),
                (
                    "act b other gao 4..6 after=a:FS pinned\nact c other gao 7..8 after=b:FS,a:SS",
                    "a=3..4",
                    "b a by 1",
                ),
            ],
        );
    }

    #[test]
    fn calendars_and_closed_ways_are_kept_to() {
        check(
            Options::default(),
            &[
                // Three working days: Tuesday to Thursday, then Thursday, Sunday, Monday.
                ("act b other gao 4..6 after=a:FS calendar=v", "a=2..5", "b 6..10"),
                ("act b other gao 4..6 after=a:FS+1 calendar=v", "a=2..5", "b 9..11"),
                ("act b other gao 4..6 after=a:FF calendar=v", "a=2..7", "b 5..9"),
                // A movement goes on the days of its mode; its lag is in calendar days.
                ("move b gao>kidal 4..6 after=a:FS+1 mode=road", "a=2..5", "b 9..11"),
                ("move b gao>kidal 4..6 after=a:FS+1 mode=air", "a=2..5", "b 7..9"),
                // It does not go while its way is closed: a rainy season, by mode.
                (
                    "restriction r closed 6..20 modes=air\nmove b gao>kidal 4..5 after=a:FS mode=air",
                    "a=2..4",
                    "b 21..22",
                ),
                (
                    "restriction r closed 6.. modes=air\nmove b gao>kidal 4..5 after=a:FS mode=air",
                    "a=2..4",
                    "b 5..6",
                ),
            ],
        );
    }

    #[test]
    fn pulling_back_brings_earlier_what_depends() {
        let rows = [
            (
                "act b other gao 6..8 after=a:FS\nact c other gao 12..12 after=b:FS",
                "a=1..2",
                "b 3..5, c 6..6",
            ),
            ("act b other gao 6..8 after=a:FS not-before=5", "a=1..2", "b 5..7"),
            ("act b other gao 6..8 after=a:FS pinned", "a=1..2", ""),
            ("act b other gao 6..8 after=a:FS,c:FS\nact c other gao 1..3", "a=1..2", "b 4..6"),
            ("act b other gao 6..8 after=a:FS", "a=5..6", "b 7..9"),
            ("act b other gao 6..8\nact c other gao 9..9 after=b:FS", "a=1..2", ""),
        ];
        check(Options { pull_back: true }, &rows);
        for (items, edit, _) in &rows[..4] {
            check(Options::default(), &[(*items, *edit, "")]);
        }
    }

    #[test]
    fn links_of_a_cycle_move_nothing() {
        let cycle = "act b other gao 4..5 after=a:FS,c:FS\nact c other gao 6..7 after=b:FS\n\
                     act d other gao 8..9 after=c:FS";
        check(Options::default(), &[(cycle, "a=3..4", "b 5..6"), (cycle, "c=8..9", "d 10..11")]);
    }

    #[test]
    fn rescheduling_is_the_edits_and_what_follows() {
        let plan = plan(&format!("{PLAN}act b other gao 4..6 after=a:FS"));
        let edit = (Id::new("a").unwrap(), read_span("4..5").unwrap());
        let found = Network::reschedule(&plan, &[edit], Options::default());
        let told: Vec<String> = found
            .moves
            .iter()
            .map(|(id, span)| format!("{id} {}", show_span(Some(*span))))
            .collect();
        assert_eq!(told, ["a 4..5", "b 6..8"]);
    }
}
