//! The items that have dates and the links between them, numbered.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::placing::Placing;
use crate::calendar::{DateSpan, Day, Span};
use crate::plan::{
    Activity, CalendarId, Id, Link, Movement, Plan, RestrictionKind, ThreePoint, Timing,
};
use crate::schedule::checks::restricted::{InForce, Way, in_force};
use crate::schedule::links::Requirement;
use crate::schedule::order::components;
use crate::schedule::tracks::{Track, span_of};
use crate::schedule::workdays::Workdays;

/// The network of one revision of a plan, on one track.
///
/// Activities, movements and events are its nodes. Links to what the plan does
/// not have are left out; links within a cycle are kept apart, so that there
/// always is an order in which every item comes after those it depends on.
#[derive(Clone, Debug)]
pub struct Network {
    pub(in crate::schedule) track: Track,
    pub(in crate::schedule) nodes: Vec<Node>,
    numbers: HashMap<Id, usize>,
    /// By the item that depends.
    pub(in crate::schedule) ties: Vec<Tie>,
    into: Vec<Range<usize>>,
    out: Vec<Vec<usize>>,
    /// All nodes, each after those it depends on.
    pub(in crate::schedule) order: Vec<usize>,
    /// Where each node stands in `order`.
    pub(in crate::schedule) rank: Vec<usize>,
    /// Nodes that all depend on each other.
    pub(super) circles: Vec<Vec<usize>>,
}

/// An activity, a movement or an event.
#[derive(Clone, Debug)]
pub(in crate::schedule) struct Node {
    pub id: Id,
    /// On the track; None: it is absent or has no date.
    pub span: Option<Span>,
    pub pinned: bool,
    /// It has actual dates or is given up.
    pub begun: bool,
    /// Its actual end is known.
    pub over: bool,
    pub not_before: Option<Day>,
    pub deadline: Option<Day>,
    pub duration_days: Option<ThreePoint>,
    /// None for an event: its date is what it is.
    pub placing: Option<Placing>,
}

/// A link between two nodes.
#[derive(Clone, Debug)]
pub(in crate::schedule) struct Tie {
    pub from: usize,
    pub to: usize,
    pub link: Link,
    /// The days its lag counts; None: calendar days.
    pub workdays: Option<Arc<Workdays>>,
    /// It lies in a cycle, and moves nothing.
    pub circular: bool,
}

impl Tie {
    /// What it asks for while the item it hangs on has these dates.
    pub fn asks(&self, source: Option<Span>) -> Option<Requirement> {
        Requirement::of(&self.link, source?, self.workdays.as_deref())
    }
}

impl Node {
    /// Whether automatic scheduling leaves it where it is.
    pub fn is_fixed(&self) -> bool {
        self.pinned || self.begun || self.placing.is_none()
    }

    /// Both dates known and in order.
    pub fn closed(&self) -> Option<DateSpan> {
        self.span.and_then(Span::closed)
    }

    fn new(id: &Id, timing: &Timing, track: Track, as_of: Option<Day>, placing: Placing) -> Node {
        let actual = timing.actual.as_ref();
        let span = span_of(timing, track, as_of).filter(|s| s.start.or(s.end).is_some());
        Node {
            id: id.clone(),
            placing: Some(placing.lasting(span)),
            span,
            pinned: timing.pinned,
            begun: actual.is_some_and(|a| a.start.or(a.end).or(a.cancelled).is_some()),
            over: actual.is_some_and(|a| a.end.or(a.cancelled).is_some()),
            not_before: timing.not_before,
            deadline: timing.deadline,
            duration_days: timing.duration_days.clone(),
        }
    }
}

impl Network {
    pub fn of(plan: &Plan, track: Track) -> Network {
        let as_of = plan.header().as_of;
        let calendars = Calendars::of(plan, track);
        let (mut nodes, mut links) = (Vec::new(), Vec::new());
        for activity in plan.activities().iter() {
            let workdays = calendars.of_activity(activity);
            let placing = Placing::new(workdays.clone(), Vec::new());
            nodes.push(Node::new(&activity.id, &activity.timing, track, as_of, placing));
            links.push((&activity.timing.after, workdays));
        }
        for movement in plan.movements().iter() {
            let placing = calendars.of_movement(plan, movement);
            nodes.push(Node::new(&movement.id, &movement.timing, track, as_of, placing));
            links.push((&movement.timing.after, None));
        }
        for event in plan.events().iter() {
            let span = event.date.map(|date| Span::new(Some(date), Some(date)));
            nodes.push(Node {
                id: (*event.id).clone(),
                span,
                pinned: false,
                begun: false,
                over: false,
                not_before: None,
                deadline: None,
                duration_days: None,
                placing: None,
            });
        }
        let numbers: HashMap<Id, usize> =
            nodes.iter().enumerate().map(|(n, node)| (node.id.clone(), n)).collect();
        let mut ties = Vec::new();
        let mut into = Vec::with_capacity(nodes.len());
        for (to, (after, workdays)) in links.into_iter().enumerate() {
            let first = ties.len();
            ties.extend(after.iter().filter_map(|link| {
                let from = *numbers.get(&link.other)?;
                let (link, workdays) = (link.clone(), workdays.clone());
                Some(Tie { from, to, link, workdays, circular: false })
            }));
            into.push(first..ties.len());
        }
        into.resize(nodes.len(), ties.len()..ties.len());
        let mut network = Network {
            track,
            nodes,
            numbers,
            ties,
            into,
            out: Vec::new(),
            order: Vec::new(),
            rank: Vec::new(),
            circles: Vec::new(),
        };
        network.mark_circles();
        network.put_in_order();
        network
    }

    /// The dates of an item on the track, if it is there.
    pub fn span(&self, id: &Id) -> Option<Span> {
        self.nodes[self.number(id)?].span
    }

    /// Whether an item is worked on that day: false on the free days of the calendar
    /// that counts for it.
    pub fn works_on(&self, id: &Id, day: Day) -> bool {
        let placing = self.number(id).and_then(|node| self.nodes[node].placing.as_ref());
        let workdays = placing.and_then(|placing| placing.workdays.as_ref());
        workdays.is_none_or(|workdays| workdays.contains(day))
    }

    pub(in crate::schedule) fn number(&self, id: &Id) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// The links by which a node depends on others, without those of cycles.
    pub(in crate::schedule) fn ties_into(&self, node: usize) -> impl Iterator<Item = &Tie> {
        self.ties[self.into[node].clone()].iter().filter(|tie| !tie.circular)
    }

    /// The links by which others depend on a node, without those of cycles.
    pub(in crate::schedule) fn ties_out(&self, node: usize) -> impl Iterator<Item = &Tie> {
        self.out[node].iter().map(|tie| &self.ties[*tie])
    }

    /// The links by which others depend on a node, those of each other together.
    pub(in crate::schedule) fn ties_to_each(
        &self,
        node: usize,
    ) -> impl Iterator<Item = impl Iterator<Item = &Tie>> {
        // They were noted by the item that depends.
        let each = self.out[node].chunk_by(|a, b| self.ties[*a].to == self.ties[*b].to);
        each.map(|ties| ties.iter().map(|tie| &self.ties[*tie]))
    }

    fn mark_circles(&mut self) {
        let from = |ties: &Range<usize>| self.ties[ties.clone()].iter().map(|t| t.from).collect();
        let next: Vec<Vec<usize>> = self.into.iter().map(from).collect();
        let mut group = vec![0; next.len()];
        for (number, members) in components(&next).into_iter().enumerate() {
            for member in &members {
                group[*member] = number;
            }
            if members.len() > 1 || next[members[0]].contains(&members[0]) {
                self.circles.push(members);
            }
        }
        self.circles.sort();
        for tie in &mut self.ties {
            tie.circular = group[tie.from] == group[tie.to];
        }
    }

    fn put_in_order(&mut self) {
        let count = self.nodes.len();
        self.out = vec![Vec::new(); count];
        let mut waiting = vec![0_usize; count];
        for (number, tie) in self.ties.iter().enumerate().filter(|(_, tie)| !tie.circular) {
            self.out[tie.from].push(number);
            waiting[tie.to] += 1;
        }
        let mut ready: BinaryHeap<_> =
            (0..count).filter(|node| waiting[*node] == 0).map(Reverse).collect();
        self.rank = vec![0; count];
        while let Some(Reverse(node)) = ready.pop() {
            self.rank[node] = self.order.len();
            self.order.push(node);
            for tie in &self.out[node] {
                let to = self.ties[*tie].to;
                waiting[to] -= 1;
                if waiting[to] == 0 {
                    ready.push(Reverse(to));
                }
            }
        }
    }
}

/// The days that count for each item.
struct Calendars<'a> {
    by_id: BTreeMap<&'a CalendarId, Arc<Workdays>>,
    closed: Vec<InForce<'a>>,
}

impl<'a> Calendars<'a> {
    fn of(plan: &'a Plan, track: Track) -> Calendars<'a> {
        let calendars = plan.calendars().iter();
        let by_id = calendars.filter_map(|c| Some((&c.id, Arc::new(Workdays::of(c)?)))).collect();
        Calendars { by_id, closed: in_force(plan, track, &RestrictionKind::Closed) }
    }

    fn of_activity(&self, activity: &Activity) -> Option<Arc<Workdays>> {
        self.by_id.get(activity.calendar.as_ref()?).cloned()
    }

    /// A movement goes on the days of the first calendar that names its mode, and
    /// not while its way is closed.
    fn of_movement(&self, plan: &Plan, movement: &Movement) -> Placing {
        let goes = |calendar: &crate::plan::WorkCalendar| {
            movement.mode.as_ref().is_some_and(|mode| calendar.modes.contains(mode))
        };
        let calendar = plan.calendars().iter().find(|calendar| goes(calendar));
        let workdays = calendar.and_then(|calendar| self.by_id.get(&calendar.id).cloned());
        let way = way_of(plan, movement);
        let about = self.closed.iter().filter(|it| way.is_some_and(|way| it.is_about(way)));
        Placing::new(workdays, about.filter_map(|it| it.span.closed()).collect())
    }
}

/// The way of a movement whose first site the plan has.
pub(in crate::schedule) fn way_of<'a>(plan: &'a Plan, movement: &'a Movement) -> Option<Way<'a>> {
    let from = plan.sites().get(&movement.from)?;
    let to = movement.to.as_ref().and_then(|to| plan.sites().get(to)).map(|to| &**to);
    Some(Way { mode: movement.mode.as_ref(), from, to })
}
