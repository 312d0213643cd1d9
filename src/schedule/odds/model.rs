//! What of a plan can come out otherwise from run to run.

use super::OddsOptions;
use super::draw::Triangle;
use super::tally::Goal;
use crate::calendar::{DateSpan, Day, Span};
use crate::plan::{Plan, RestrictionId, RestrictionKind};
use crate::schedule::checks::restricted::in_force;
use crate::schedule::network::{Gate, Network, Node, Tie, main_gate};
use crate::schedule::tracks::Track;

/// The part of a network that can move: what is drawn, and all that depends on it.
pub struct Model<'a> {
    pub plan: &'a Plan,
    pub network: &'a Network,
    pub options: OddsOptions,
    pub gates: &'a [Gate],
    /// Each after those it depends on.
    pub parts: Vec<Part<'a>>,
    pub restrictions: Vec<Open>,
    /// What each deadline hangs on, then the last day of all.
    pub goals: Vec<Goal>,
    pub as_of: Option<Day>,
}

/// An item that can move. Other parts name it by its place in the list.
pub struct Part<'a> {
    pub number: usize,
    pub node: &'a Node,
    pub span: Span,
    /// Where both dates are known, with the length in its own days.
    pub closed: Option<(DateSpan, i64)>,
    pub spread: Option<Triangle>,
    /// Its actual start is known: that does not move.
    pub begun: bool,
    pub bonds: Vec<Bond<'a>>,
    /// The restrictions that may hold it up.
    pub held_by: Vec<usize>,
}

/// A link into a part.
pub struct Bond<'a> {
    pub tie: &'a Tie,
    /// None: the other item cannot move, and has these dates.
    pub part: Option<usize>,
    pub source: Span,
    /// What the link asks for in the plan.
    pub planned: Option<Day>,
    /// Whether the plan gives it that.
    pub is_met: bool,
}

/// A closed way of unknown end.
pub struct Open {
    pub id: RestrictionId,
    pub from: Day,
    /// The last day on which it holds lies from `low` to `high`.
    pub low: Day,
    pub high: Day,
}

impl<'a> Model<'a> {
    pub fn of(
        plan: &'a Plan,
        network: &'a Network,
        gates: &'a [Gate],
        options: OddsOptions,
    ) -> Model<'a> {
        let as_of = plan.header().as_of.filter(|_| options.track == Track::Forecast);
        let (restrictions, held_by) = match options.open_restrictions {
            true => open_restrictions(plan, network, options.track, as_of),
            false => (Vec::new(), vec![Vec::new(); network.nodes.len()]),
        };
        let spread = |node: &Node| spread_of(node, options.track);
        let mut part_of = vec![None; network.nodes.len()];
        let mut parts: Vec<Part> = Vec::new();
        for &number in &network.order {
            let node = &network.nodes[number];
            let Some(span) = node.span.filter(|_| can_move(node, options.track)) else { continue };
            let spread = spread(node);
            let held_by = held_by[number].clone();
            let depends = network.ties_into(number).any(|tie| part_of[tie.from].is_some());
            if spread.is_none() && held_by.is_empty() && !depends {
                continue;
            }
            part_of[number] = Some(parts.len());
            let length = node.placing.as_ref().and_then(|placing| placing.length);
            let bonds = network.ties_into(number).filter_map(|tie| {
                let source = network.nodes[tie.from].span?;
                let asked = tie.asks(Some(source));
                let is_met = asked.is_some_and(|it| it.day_of(span) >= Some(it.earliest));
                let planned = asked.map(|asked| asked.earliest);
                Some(Bond { tie, part: part_of[tie.from], source, planned, is_met })
            });
            parts.push(Part {
                number,
                node,
                span,
                closed: span.closed().zip(length),
                spread,
                begun: options.track == Track::Forecast && node.begun,
                bonds: bonds.collect(),
                held_by,
            });
        }
        let mut goals: Vec<Goal> = gates
            .iter()
            .map(|gate| {
                let numbers = gate.movements.iter().filter_map(|id| network.number(id));
                Goal::of(network, &part_of, numbers)
            })
            .collect();
        let items = (0..network.nodes.len()).filter(|n| network.nodes[*n].placing.is_some());
        goals.push(Goal::of(network, &part_of, items));
        Model { plan, network, options, gates, parts, restrictions, goals, as_of }
    }

    /// Whether nothing is drawn.
    pub fn is_certain(&self) -> bool {
        let drawn = |part: &Part| part.spread.is_some_and(|spread| spread.constant().is_none());
        self.restrictions.is_empty() && !self.parts.iter().any(drawn)
    }

    /// The goal that drivers are weighed for: the main deadline, or the last day
    /// where there is none.
    pub fn main_goal(&self) -> usize {
        main_gate(self.gates).unwrap_or(0)
    }
}

fn can_move(node: &Node, track: Track) -> bool {
    node.placing.is_some() && !(track == Track::Forecast && node.over)
}

/// An estimate that allows no length but the planned one is none.
fn spread_of(node: &Node, track: Track) -> Option<Triangle> {
    let length = node.placing.as_ref()?.length.filter(|_| can_move(node, track))?;
    let spread = Triangle::of(node.duration_days.as_ref()?);
    (spread.constant() != Some(length)).then_some(spread)
}

/// The closed ways whose end nobody knows, and which of them are about each node.
fn open_restrictions(
    plan: &Plan,
    network: &Network,
    track: Track,
    as_of: Option<Day>,
) -> (Vec<Open>, Vec<Vec<usize>>) {
    let mut held_by = vec![Vec::new(); network.nodes.len()];
    let mut open = Vec::new();
    for it in in_force(plan, track, &RestrictionKind::Closed) {
        let (Some(from), None) = (it.span.start, it.span.end) else { continue };
        let mut holds = false;
        for movement in plan.movements().iter() {
            let way = crate::schedule::network::way_of(plan, movement);
            let Some(number) = network.number(&movement.id) else { continue };
            let node = &network.nodes[number];
            let waits = can_move(node, track)
                && !(track == Track::Forecast && node.begun)
                && node.closed().is_some_and(|span| span.end() >= from);
            if waits && way.is_some_and(|way| it.is_about(way)) {
                held_by[number].push(open.len());
                holds = true;
            }
        }
        if holds {
            let low = as_of.map_or(from, |as_of| as_of.max(from));
            let high = plan.horizon().end().max(low);
            open.push(Open { id: it.restriction.id.clone(), from, low, high });
        }
    }
    (open, held_by)
}
