//! The way along the roads from one place to another.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use super::data::Road;
use super::feature::Line;
use super::layer::Layer;
use crate::geo::{LonLat, distance_km};

/// Roads as a graph: nodes where roads end or meet, and edges between them.
#[derive(Debug, Default)]
pub struct RoadGraph {
    nodes: Vec<LonLat>,
    edges: Vec<Edge>,
    /// For each node its edges.
    edges_at: Vec<Vec<usize>>,
    is_schematic: bool,
}

/// A piece of road between two nodes.
#[derive(Debug)]
struct Edge {
    ends: [usize; 2],
    /// Between the ends, in the direction from the first to the second.
    between: Vec<LonLat>,
    km: f64,
}

/// How far the nearest road may be from a place, in kilometres.
const MAX_ACCESS_KM: f64 = 60.0;

impl RoadGraph {
    pub fn of(roads: &Layer<Line<Road>>) -> RoadGraph {
        let paths = roads.iter().flat_map(|road| road.shape.paths());
        let lines = paths.map(|path| path.points.iter().map(|p| LonLat::from(*p)).collect());
        RoadGraph {
            is_schematic: roads.iter().any(|road| road.data.is_schematic),
            ..RoadGraph::of_lines(lines)
        }
    }

    fn of_lines(lines: impl Iterator<Item = Vec<LonLat>>) -> RoadGraph {
        let mut merged = Merged::default();
        let lines: Vec<Vec<usize>> = lines
            .map(|line| {
                let mut line: Vec<_> = line.into_iter().map(|place| merged.number(place)).collect();
                line.dedup();
                line
            })
            .collect();
        // A point is a node if a line ends there or it is on lines more than once.
        let mut uses = vec![0_usize; merged.places.len()];
        for line in &lines {
            line.iter().for_each(|point| uses[*point] += 1);
            line.first().into_iter().chain(line.last()).for_each(|end| uses[*end] += 2);
        }
        let mut graph = RoadGraph::default();
        let mut nodes: HashMap<usize, usize> = HashMap::new();
        for line in lines {
            let mut start = 0;
            for end in 1..line.len() {
                if uses[line[end]] < 2 {
                    continue;
                }
                let ends = [line[start], line[end]].map(|point| {
                    *nodes.entry(point).or_insert_with(|| graph.add_node(merged.places[point]))
                });
                let between = line[start + 1..end].iter().map(|point| merged.places[*point]);
                graph.add_edge(ends, between.collect());
                start = end;
            }
        }
        graph
    }

    fn add_node(&mut self, place: LonLat) -> usize {
        self.nodes.push(place);
        self.edges_at.push(Vec::new());
        self.nodes.len() - 1
    }

    fn add_edge(&mut self, ends: [usize; 2], between: Vec<LonLat>) {
        let [from, to] = ends.map(|node| self.nodes[node]);
        let places: Vec<_> =
            std::iter::once(from).chain(between.iter().copied()).chain([to]).collect();
        let km = places.windows(2).map(|pair| distance_km(pair[0], pair[1])).sum();
        for node in ends {
            self.edges_at[node].push(self.edges.len());
        }
        self.edges.push(Edge { ends, between, km });
    }

    /// Where roads end or meet.
    pub fn nodes(&self) -> &[LonLat] {
        &self.nodes
    }

    /// Whether some of the roads are drawn straight rather than surveyed.
    pub fn is_schematic(&self) -> bool {
        self.is_schematic
    }

    /// The shortest way along the roads, from `from` to `to` themselves.
    ///
    /// It joins the roads at the nearest point where roads end or meet. None if
    /// that is farther than 60 km from either place, if no road leads from one to
    /// the other, or if both places are nearest to the same point.
    pub fn path(&self, from: LonLat, to: LonLat) -> Option<Vec<LonLat>> {
        let (first, last) = (self.nearest(from)?, self.nearest(to)?);
        let edges = self.shortest(first, last).filter(|edges| !edges.is_empty())?;
        let mut path = vec![from, self.nodes[first]];
        let mut here = first;
        for edge in edges.into_iter().map(|edge| &self.edges[edge]) {
            let [a, b] = edge.ends;
            if here == a {
                path.extend(&edge.between);
                here = b;
            } else {
                path.extend(edge.between.iter().rev());
                here = a;
            }
            path.push(self.nodes[here]);
        }
        Some(with_ends(path, to))
    }

    fn nearest(&self, place: LonLat) -> Option<usize> {
        let with_km = self.nodes.iter().map(|node| distance_km(place, *node)).enumerate();
        let (node, km) = with_km.min_by(|a, b| a.1.total_cmp(&b.1))?;
        (km <= MAX_ACCESS_KM).then_some(node)
    }

    /// The edges of the shortest way (Dijkstra 1959).
    fn shortest(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        let mut reached_km = vec![f64::INFINITY; self.nodes.len()];
        let mut reached_by: Vec<Option<usize>> = vec![None; self.nodes.len()];
        let mut open = BinaryHeap::from([Reverse((Km(0.0), from))]);
        reached_km[from] = 0.0;
        while let Some(Reverse((Km(km), node))) = open.pop() {
            if node == to {
                break;
            }
            if km > reached_km[node] {
                continue;
            }
            for &edge in &self.edges_at[node] {
                let Edge { km: more, .. } = &self.edges[edge];
                let next = self.other_end(edge, node);
                if km + more < reached_km[next] {
                    reached_km[next] = km + more;
                    reached_by[next] = Some(edge);
                    open.push(Reverse((Km(km + more), next)));
                }
            }
        }
        let mut edges = Vec::new();
        let mut node = to;
        while node != from {
            let edge = reached_by[node]?;
            edges.push(edge);
            node = self.other_end(edge, node);
        }
        edges.reverse();
        Some(edges)
    }

    fn other_end(&self, edge: usize, node: usize) -> usize {
        let [a, b] = self.edges[edge].ends;
        if a == node { b } else { a }
    }
}

/// The path with its end, and no place twice in a row: a camp may lie at a node.
fn with_ends(mut path: Vec<LonLat>, to: LonLat) -> Vec<LonLat> {
    let is_same = |a: LonLat, b: LonLat| distance_km(a, b) * 1000.0 < SAME_PLACE_M;
    if path.len() > 1 && is_same(path[0], path[1]) {
        path.remove(1);
    }
    if path.len() > 1 && path.last().is_some_and(|last| is_same(*last, to)) {
        path.pop();
    }
    path.push(to);
    path
}

/// Points closer to each other than this are one, in metres.
const SAME_PLACE_M: f64 = 1.0;

/// Places by number; those within a metre of each other are one.
#[derive(Default)]
struct Merged {
    places: Vec<LonLat>,
    /// Places by squares of about a metre.
    squares: HashMap<(i64, i64), Vec<usize>>,
}

impl Merged {
    fn number(&mut self, place: LonLat) -> usize {
        // A metre of latitude; squares are narrower than that towards the poles,
        // where a neighbour may be missed.
        const DEGREES: f64 = 1e-5;
        let (x, y) = ((place.lon() / DEGREES) as i64, (place.lat() / DEGREES) as i64);
        let around = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (x + dx, y + dy)));
        let mut near = around.filter_map(|square| self.squares.get(&square)).flatten().copied();
        let same = near.find(|i| distance_km(self.places[*i], place) * 1000.0 < SAME_PLACE_M);
        same.unwrap_or_else(|| {
            self.places.push(place);
            let number = self.places.len() - 1;
            self.squares.entry((x, y)).or_default().push(number);
            number
        })
    }
}

/// A distance that can be ordered.
#[derive(Clone, Copy, PartialEq)]
struct Km(f64);

impl Eq for Km {}

impl Ord for Km {
    fn cmp(&self, other: &Km) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Km {
    fn partial_cmp(&self, other: &Km) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
