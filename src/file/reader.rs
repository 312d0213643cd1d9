//! What reading a plan file needs to know on its way: where it is, what it found
//! wrong, which items there are and which are pointed at.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::json::Path;
use super::member::Member;
use super::nearest::nearest;
use super::problem::{Expected, MAX_PROBLEMS, Place, Problem, ProblemKind};
use super::rule::Rule;
use crate::plan::{Extra, Id, Kind, Plan, Target};

/// Of how many unknown members of one object it is asked what they were meant to be.
const MAX_MISSPELT: usize = 100;
/// With more ids than this to compare, none is offered for one that is not there:
/// a hostile file would take hours.
const MAX_COMPARED: usize = 2_000_000;

#[derive(Default)]
pub(super) struct Reader {
    path: Path,
    problems: Vec<Problem>,
    uncounted: usize,
    notes: Vec<Problem>,
    /// Where each id was given to an item.
    items: BTreeMap<Id, (Kind, String)>,
    /// The plan that what is read may point into.
    known: Option<Plan>,
    references: Vec<Pointer>,
    /// Where the id of the item that is being read stands.
    own_id: String,
}

/// A reference to an item.
struct Pointer {
    place: String,
    target: Target,
    id: Id,
    /// How many problems were met before it.
    after: usize,
}

impl Reader {
    /// For what is read into a plan: it may point at the items there.
    pub fn knowing(plan: &Plan) -> Reader {
        Reader { known: Some(plan.clone()), ..Reader::default() }
    }

    /// The kind of an item, and where its id was given to it.
    fn item(&self, id: &Id) -> Option<(Kind, &str)> {
        let read = self.items.get(id).map(|(kind, place)| (*kind, place.as_str()));
        read.or_else(|| self.known.as_ref()?.kind_of(id).map(|kind| (kind, kind.list())))
    }

    /// All ids that can be pointed at.
    fn ids(&self) -> impl Iterator<Item = (&Id, Kind)> {
        let read = self.items.iter().map(|(id, (kind, _))| (id, *kind));
        read.chain(self.known.iter().flat_map(Plan::kinds))
    }

    pub fn problem(&mut self, what: ProblemKind) {
        self.problem_at(self.path.as_str().into(), what);
    }

    pub fn problem_at(&mut self, path: String, what: ProblemKind) {
        if self.problems.len() < MAX_PROBLEMS {
            let place = if path.is_empty() { Place::File } else { Place::Member(path) };
            self.problems.push(Problem { place, what });
        } else {
            self.uncounted += 1;
        }
    }

    /// Adds problems that were counted elsewhere.
    pub fn uncounted(&mut self, count: usize) {
        self.uncounted += count;
    }

    /// Whether a note would still be listed.
    pub fn takes_notes(&self) -> bool {
        self.notes.len() < MAX_PROBLEMS
    }

    pub fn note(&mut self, what: ProblemKind) {
        if self.takes_notes() {
            let place = Place::Member(self.path.as_str().into());
            self.notes.push(Problem { place, what });
        }
    }

    /// Reports a value of a wrong type; gives None, as nothing was read.
    pub fn expected<T>(&mut self, expected: Expected) -> Option<T> {
        self.problem(ProblemKind::WrongType { expected });
        None
    }

    /// Does something at a member of the present place.
    pub fn inside<T>(&mut self, member: &str, work: impl FnOnce(&mut Reader) -> T) -> T {
        let outside = self.path.enter(member);
        let result = work(self);
        self.path.leave(outside);
        result
    }

    pub fn inside_nth<T>(&mut self, index: usize, work: impl FnOnce(&mut Reader) -> T) -> T {
        let outside = self.path.enter_nth(index);
        let result = work(self);
        self.path.leave(outside);
        result
    }

    pub fn object<'a>(&mut self, value: &'a Value) -> Option<&'a Map<String, Value>> {
        value.as_object().or_else(|| self.expected(Expected::Object))
    }

    /// Reads a member of an object; when it is absent or null, what its type
    /// takes that to mean. None only where a problem was reported.
    pub fn member<T: Member>(
        &mut self,
        object: &Map<String, Value>,
        name: &'static str,
        if_absent: Option<T>,
        rule: Option<Rule>,
    ) -> Option<T> {
        match object.get(name) {
            None | Some(Value::Null) => if_absent.or_else(|| {
                self.problem(ProblemKind::Missing { member: name });
                None
            }),
            Some(value) => self.inside(name, |at| {
                let read = T::read(value, at)?;
                match rule.and_then(|rule| rule.problem(value)) {
                    Some(problem) => {
                        at.problem(problem);
                        None
                    }
                    None => Some(read),
                }
            }),
        }
    }

    /// The members of an object that are none of the known ones.
    pub fn unknown_members(
        &mut self,
        object: &Map<String, Value>,
        known: &[&[&'static str]],
    ) -> Extra {
        let known = || known.iter().copied().flatten().copied();
        let unknown = object.iter().filter(|(name, _)| !known().any(|k| k == *name));
        let unknown: Vec<(String, Value)> =
            unknown.map(|(name, value)| (name.clone(), value.clone())).collect();
        for (name, _) in unknown.iter().take(MAX_MISSPELT) {
            let free = known().filter(|name| !object.contains_key(*name));
            // Short words have too many neighbours.
            let meant = if name.len() > 3 { nearest(name, free) } else { None };
            if let Some(meant) = meant.and_then(|meant| known().find(|name| *name == meant)) {
                self.inside(name, |at| at.note(ProblemKind::UnknownMember { nearest: meant }));
            }
        }
        Extra::new(unknown)
    }

    /// Notes the unknown members of an object that cannot keep them.
    pub fn not_kept(&mut self, object: &Map<String, Value>, known: &[&[&'static str]]) {
        let is_known = |name: &str| known.iter().copied().flatten().any(|known| *known == name);
        for name in object.keys().filter(|name| !is_known(name)) {
            self.inside(name, |at| at.note(ProblemKind::NotKept));
        }
    }

    /// Takes note of the id of an item, before the item itself is read: what
    /// points at it finds it, even when something in it is wrong.
    pub fn define(&mut self, kind: Kind, item: &Value) {
        let outside = self.path.enter("id");
        self.own_id = self.path.as_str().into();
        self.path.leave(outside);
        let Some(Ok(id)) = item.get("id").and_then(Value::as_str).map(Id::new) else { return };
        match self.item(&id) {
            Some((_, first)) => {
                let what =
                    ProblemKind::DuplicateId { id: id.to_string(), first: first.to_string() };
                self.problem_at(self.own_id.clone(), what);
            }
            None => {
                let path = self.path.as_str().to_owned();
                self.items.insert(id, (kind, path));
            }
        }
    }

    /// Takes note of an id that points at an item. The item's own id does not.
    pub fn refer(&mut self, target: Target, id: &Id) {
        if self.path.as_str() != self.own_id {
            let place = self.path.as_str().into();
            let after = self.problems.len();
            self.references.push(Pointer { place, target, id: id.clone(), after });
        }
    }

    /// The references of the file: where each stands, and what it points at.
    #[cfg(test)]
    pub fn references(&self) -> impl Iterator<Item = (&str, Target, &Id)> {
        self.references.iter().map(|r| (r.place.as_str(), r.target, &r.id))
    }

    /// Checks that every reference leads to an item of the right kind. Gives all
    /// problems, in the order in which they were met, and all notes.
    pub fn finish(self) -> (Vec<Problem>, Vec<Problem>) {
        let mut uncounted = self.uncounted;
        let mut dangling = Vec::new();
        let count = self.ids().count();
        for reference in &self.references {
            match self.item(&reference.id) {
                Some((kind, _)) if reference.target.accepts(kind) => {}
                _ if dangling.len() >= MAX_PROBLEMS => uncounted += 1,
                _ => {
                    let compare = dangling.len() * count < MAX_COMPARED;
                    dangling.push((reference.after, 0, self.dangling(reference, compare)));
                }
            }
        }
        let met = self.problems.into_iter().enumerate().map(|(i, problem)| (i, 1, problem));
        let mut all: Vec<(usize, u8, Problem)> = dangling.into_iter().chain(met).collect();
        all.sort_by_key(|(after, turn, _)| (*after, *turn));
        uncounted += all.len().saturating_sub(MAX_PROBLEMS);
        let listed = all.into_iter().take(MAX_PROBLEMS).map(|(_, _, problem)| problem);
        let mut problems: Vec<Problem> = listed.collect();
        if uncounted > 0 {
            problems.push(Problem::of_file(ProblemKind::More { count: uncounted }));
        }
        (problems, self.notes)
    }

    /// What was read, where nothing is wrong with it as far as that can be told
    /// without the rest of the file.
    pub fn without_references<T>(self, read: Option<T>) -> Result<T, Vec<Problem>> {
        match read {
            Some(read) if self.problems.is_empty() => Ok(read),
            _ => Err(self.problems),
        }
    }

    /// The problem of a reference that leads nowhere, or to what cannot stand there.
    fn dangling(&self, reference: &Pointer, compare: bool) -> Problem {
        let (target, id) = (reference.target, reference.id.to_string());
        let what = match self.item(&reference.id) {
            Some((kind, _)) => ProblemKind::WrongKind { target, id, found: kind },
            None => {
                let allowed = self.ids().filter(|(_, kind)| target.accepts(*kind));
                let allowed = allowed.map(|(id, _)| id.as_str()).filter(|_| compare);
                let nearest = nearest(&id, allowed).map(str::to_string);
                ProblemKind::NoSuchItem { target, id, nearest }
            }
        };
        Problem { place: Place::Member(reference.place.clone()), what }
    }
}
