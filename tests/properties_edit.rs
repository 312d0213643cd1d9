//! What always holds of editing, on plans and commands drawn at random.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use decamp::plan::edit::{Command, EditError, Journal, MAX_HELD, MAX_STEPS};
use decamp::plan::*;
use proptest::prelude::*;

/// Kinds whose order means something, and kinds sorted by id.
const KINDS: &[Kind] =
    &[Kind::Source, Kind::Phase, Kind::Task, Kind::Site, Kind::Activity, Kind::Movement];
/// So few that commands meet each other's items.
const IDS_PER_KIND: usize = 4;

static TEMPLATES: LazyLock<Vec<Item>> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/full.decamp");
    let plan = decamp::file::read(&std::fs::read(path).unwrap()).unwrap().plan;
    plan.items().collect()
});

/// The item of a kind with an id, one of several versions of it.
fn item(kind: Kind, id: &Id, version: u8) -> Item {
    macro_rules! with {
        ($item:expr; $($kind:ident)*) => {
            match $item {
                $(Item::$kind(item) => {
                    let extra = Extra::new(vec![("version".into(), version.into())]);
                    $kind { id: id.clone().into(), extra, ..(**item).clone() }.into()
                })*
            }
        };
    }
    let template = TEMPLATES.iter().find(|item| item.kind() == kind).expect("one of each kind");
    with!(template; Source Objective Phase Site Unit Activity Movement Event Limit Restriction
        Report Count Mandate Task Fund Risk WorkCalendar Layer Chapter Baseline Branch)
}

fn header(version: u8) -> Header {
    Header { title: Text::from(&*version.to_string()), ..Header::default() }
}

/// A kind and an id that mostly belongs to it; else another kind may have it.
fn kind_and_id() -> impl Strategy<Value = (Kind, Id)> {
    let astray = prop_oneof![12 => Just(0), 1 => 1..KINDS.len()];
    (0..KINDS.len(), 0..IDS_PER_KIND, astray).prop_map(|(kind, number, astray)| {
        let id = format!("{}-{number}", (kind + astray) % KINDS.len());
        (KINDS[kind], Id::new(&id).unwrap())
    })
}

fn put() -> impl Strategy<Value = Command> {
    let position = prop::option::of(0..2 * IDS_PER_KIND);
    (kind_and_id(), 0u8..3, position).prop_map(|((kind, id), version, position)| Command::Put {
        item: item(kind, &id, version),
        position,
    })
}

fn command() -> impl Strategy<Value = Command> {
    let leaf = prop_oneof![
        6 => put(),
        3 => kind_and_id().prop_map(|(kind, id)| Command::Remove { kind, id }),
        1 => (0u8..3).prop_map(|version| Command::SetHeader(Arc::new(header(version)))),
    ];
    leaf.prop_recursive(2, 12, 4, |inner| {
        prop::collection::vec(inner, 0..5).prop_map(Command::Batch)
    })
}

fn plan() -> impl Strategy<Value = Plan> {
    prop::collection::vec(put(), 0..12).prop_map(|commands| {
        let mut plan = Plan::default();
        for command in commands {
            // An id that another kind has is left out.
            let _ = plan.apply(command);
        }
        plan
    })
}

/// What holds of every plan: its lists are what they would be had it been made of
/// them, each item is found by its id, and sorted kinds are sorted.
fn check_whole(plan: &Plan) {
    let items: Vec<Item> = plan.items().collect();
    let made = Plan::from_parts(plan.header().clone(), items.clone()).expect("ids are unique");
    assert_eq!(&made, plan);
    for item in &items {
        assert_eq!(plan.kind_of(item.id()), Some(item.kind()));
        assert_eq!(plan.item(item.id()).as_ref(), Some(item));
    }
    let sites: Vec<&Id> = plan.sites().iter().map(|site| &*site.id).collect();
    assert!(sites.is_sorted());
    for (position, phase) in plan.phases().iter().enumerate() {
        assert_eq!(plan.phases().position(&phase.id), Some(position));
    }
}

proptest! {
    #[test]
    fn inverses_lead_back(start in plan(), commands in prop::collection::vec(command(), 0..20)) {
        let mut plan = start;
        let mut way_back: Vec<(Plan, Command)> = Vec::new();
        for command in commands {
            let before = plan.clone();
            match plan.apply(command) {
                Ok(inverse) => way_back.push((before, inverse)),
                Err(_) => prop_assert_eq!(&plan, &before, "a failing command changes nothing"),
            }
            check_whole(&plan);
        }
        let mut way_forth: Vec<(Plan, Command)> = Vec::new();
        for (before, inverse) in way_back.into_iter().rev() {
            let after = plan.clone();
            let again = plan.apply(inverse).expect("an inverse always applies");
            prop_assert_eq!(&plan, &before);
            way_forth.push((after, again));
        }
        for (after, again) in way_forth.into_iter().rev() {
            plan.apply(again).expect("the inverse of an inverse always applies");
            prop_assert_eq!(&plan, &after);
        }
    }

    #[test]
    fn a_batch_that_fails_changes_nothing(
        start in plan(),
        before in prop::collection::vec(command(), 0..6),
        after in prop::collection::vec(command(), 0..3),
    ) {
        let missing = Id::new("nowhere").unwrap();
        let fails = Command::Remove { kind: Kind::Site, id: missing.clone() };
        let mut all = before;
        let sound = start.clone().apply(Command::Batch(all.clone())).is_ok();
        all.push(Command::Batch(vec![fails]));
        all.extend(after);
        let mut plan = start.clone();
        let error = plan.apply(Command::Batch(all)).unwrap_err();
        prop_assert_eq!(&plan, &start);
        if sound {
            prop_assert_eq!(error, EditError::NoSuchItem(missing));
        }
    }

    #[test]
    fn a_put_keeps_the_place_of_what_it_replaces(start in plan(), command in put()) {
        let Command::Put { item, .. } = &command else { unreachable!() };
        let ids = |plan: &Plan| plan.items().map(|item| item.id().clone()).collect::<Vec<_>>();
        let (id, known) = (item.id().clone(), start.kind_of(item.id()).is_some());
        let mut plan = start.clone();
        if plan.apply(command).is_ok() {
            let mut left = ids(&plan);
            if !known {
                left.retain(|other| *other != id);
            }
            prop_assert_eq!(left, ids(&start));
        }
    }
}

/// What can be asked of a journal.
#[derive(Clone, Debug)]
enum Ask {
    Run(Command),
    Gesture(Command),
    Finish,
    Cancel,
    Undo,
    Redo,
    GoTo(usize),
    Save,
}

fn ask() -> impl Strategy<Value = Ask> {
    prop_oneof![
        6 => command().prop_map(Ask::Run),
        6 => command().prop_map(Ask::Gesture),
        2 => Just(Ask::Finish),
        1 => Just(Ask::Cancel),
        4 => Just(Ask::Undo),
        3 => Just(Ask::Redo),
        3 => (0..12usize).prop_map(Ask::GoTo),
        1 => Just(Ask::Save),
    ]
}

/// A journal as one would explain it: all plans there were, and where we are.
struct Model {
    /// Each with a number of its own.
    states: Vec<(usize, Plan)>,
    labels: Vec<usize>,
    at: usize,
    /// The plan a gesture has made so far, where it made another one.
    gesture: Option<Option<(usize, Plan, usize)>>,
    next: usize,
    saved: usize,
}

impl Model {
    fn current(&self) -> (usize, &Plan) {
        match &self.gesture {
            Some(Some((number, plan, _))) => (*number, plan),
            _ => (self.states[self.at].0, &self.states[self.at].1),
        }
    }

    fn number(&mut self) -> usize {
        self.next += 1;
        self.next
    }

    fn push(&mut self, number: usize, plan: Plan, label: usize) {
        self.states.truncate(self.at + 1);
        self.labels.truncate(self.at);
        self.states.push((number, plan));
        self.labels.push(label);
        self.at += 1;
    }

    fn finish(&mut self) {
        if let Some(Some((number, plan, label))) = self.gesture.take() {
            self.push(number, plan, label);
        }
    }

    /// Whether it could be done.
    fn ask(&mut self, ask: Ask, label: usize) -> bool {
        match ask {
            Ask::Run(command) => {
                self.finish();
                let mut plan = self.states[self.at].1.clone();
                let done = plan.apply(command).is_ok();
                // What changes nothing is no step.
                if done && plan != self.states[self.at].1 {
                    let number = self.number();
                    self.push(number, plan, label);
                }
                done
            }
            Ask::Gesture(command) => {
                let mut plan = self.states[self.at].1.clone();
                let done = plan.apply(command).is_ok();
                if done {
                    let moved = plan != self.states[self.at].1;
                    let number = self.number();
                    self.gesture = Some(moved.then_some((number, plan, label)));
                } else {
                    self.gesture.get_or_insert(None);
                }
                done
            }
            Ask::Finish => {
                self.finish();
                true
            }
            Ask::Cancel => {
                self.gesture = None;
                true
            }
            Ask::Undo => {
                self.gesture = None;
                let can = self.at > 0;
                self.at -= usize::from(can);
                can
            }
            Ask::Redo => {
                self.gesture = None;
                let can = self.at + 1 < self.states.len();
                self.at += usize::from(can);
                can
            }
            Ask::GoTo(position) => {
                self.gesture = None;
                let can = position < self.states.len();
                self.at = if can { position } else { self.at };
                can
            }
            Ask::Save => {
                self.saved = self.current().0;
                true
            }
        }
    }
}

fn ask_journal(journal: &mut Journal<usize>, ask: Ask, label: usize) -> bool {
    match ask {
        Ask::Run(command) => journal.run(label, command).is_ok(),
        Ask::Gesture(command) => journal.gesture(label, command).is_ok(),
        Ask::Finish => {
            journal.finish_gesture();
            true
        }
        Ask::Cancel => {
            journal.cancel_gesture();
            true
        }
        Ask::Undo => journal.undo(),
        Ask::Redo => journal.redo(),
        Ask::GoTo(position) => journal.go_to(position),
        Ask::Save => {
            journal.mark_saved();
            true
        }
    }
}

proptest! {
    #[test]
    fn a_journal_does_what_one_would_explain(
        start in plan(),
        asks in prop::collection::vec(ask(), 0..40),
    ) {
        let mut journal = Journal::new(start.clone());
        let mut model = Model {
            states: vec![(0, start.clone())],
            labels: Vec::new(),
            at: 0,
            gesture: None,
            next: 0,
            saved: 0,
        };
        let mut by_revision: BTreeMap<u64, Arc<Plan>> = BTreeMap::new();
        let mut saved = start.clone();
        for (label, ask) in asks.into_iter().enumerate() {
            let saves = matches!(ask, Ask::Save);
            let done = ask_journal(&mut journal, ask.clone(), label);
            prop_assert_eq!(done, model.ask(ask, label));
            let (number, plan) = model.current();
            prop_assert_eq!(&**journal.plan(), plan);
            prop_assert_eq!(journal.in_gesture(), model.gesture.is_some());
            let below = model.at.checked_sub(1).map(|n| &model.labels[n]);
            prop_assert_eq!(journal.undo_label(), below);
            prop_assert_eq!(journal.redo_label(), model.labels.get(model.at));
            prop_assert_eq!(journal.history().copied().collect::<Vec<_>>(), model.labels.clone());
            prop_assert_eq!(journal.position(), model.at);
            if saves {
                saved = plan.clone();
            }
            prop_assert_eq!(journal.is_saved(), number == model.saved);
            prop_assert!(!journal.is_saved() || **journal.plan() == saved);
            let seen = by_revision.entry(journal.revision()).or_insert(journal.plan().clone());
            prop_assert_eq!(&*seen, journal.plan(), "equal revisions mean equal plans");
        }

        journal.finish_gesture();
        let (last, revision) = (journal.plan().clone(), journal.revision());
        let mut redone = 0;
        while journal.redo() {
            redone += 1;
        }
        while journal.undo() {}
        prop_assert_eq!(&**journal.plan(), &start);
        prop_assert_eq!(journal.revision(), 0);
        while journal.redo() {}
        for _ in 0..redone {
            prop_assert!(journal.undo());
        }
        prop_assert_eq!((journal.plan(), journal.revision()), (&last, revision));
    }
}

#[test]
fn only_so_many_steps_are_kept() {
    let rename = |n: usize| {
        let title = Text::from(&*n.to_string());
        Command::SetHeader(Arc::new(Header { title, ..Header::default() }))
    };
    let mut journal = Journal::new(Plan::default());
    let (extra, last) = (250, MAX_STEPS + 249);
    for n in 0..=last {
        match n % 2 {
            0 => journal.run(n, rename(n)).unwrap(),
            _ => {
                journal.gesture(n, rename(0)).unwrap();
                journal.gesture(n, rename(n)).unwrap();
                journal.finish_gesture();
            }
        }
    }
    for _ in 0..2 {
        let undone = std::iter::from_fn(|| journal.undo().then_some(())).count();
        assert_eq!(undone, MAX_STEPS);
        let title = journal.plan().header().title.clone();
        assert_eq!(title, Text::from(&*(extra - 1).to_string()));
        let redone = std::iter::from_fn(|| journal.redo().then_some(())).count();
        assert_eq!(redone, MAX_STEPS);
        assert_eq!(journal.plan().header().title, Text::from(&*last.to_string()));
    }
    assert!(!journal.is_saved(), "the saved plan is out of reach");
}

/// However large the steps are, they hold no more than so many items.
#[test]
fn steps_hold_only_so_many_items() {
    const ITEMS: usize = 1_000;
    let all = |version: u8| {
        let id = |n: usize| Id::new(&format!("site-{n}")).unwrap();
        let puts = (0..ITEMS).map(|n| Command::put(item(Kind::Site, &id(n), version)));
        Command::Batch(puts.collect())
    };
    let versions = [all(0), all(1)];
    let mut journal = Journal::new(Plan::default());
    for n in 0..MAX_HELD / ITEMS + 50 {
        journal.run(n, versions[n % 2].clone()).unwrap();
        assert!(journal.position() * ITEMS <= MAX_HELD);
    }
    let kept = MAX_HELD / ITEMS;
    assert_eq!((journal.position(), journal.history().next()), (kept, Some(&50)));
    // What is undone is held as well, until something else is done.
    assert!(journal.go_to(0));
    assert_eq!(journal.history().count(), kept);
    journal.run(0, Command::SetHeader(Arc::new(header(1)))).unwrap();
    assert_eq!(journal.history().count(), 1);
    for n in 0..kept - 1 {
        journal.run(n, versions[n % 2].clone()).unwrap();
    }
    assert_eq!(journal.position(), kept);

    // A single step may hold more: it can still be undone.
    let huge = Command::Batch((0..MAX_HELD / ITEMS + 1).map(|n| versions[n % 2].clone()).collect());
    let before = journal.plan().clone();
    journal.run(0, Command::Batch(vec![huge, Command::SetHeader(Arc::new(header(2)))])).unwrap();
    assert_eq!(journal.position(), 1);
    assert!(journal.undo());
    assert_eq!(journal.plan(), &before);
}
