//! What always holds of differences, merges, branches and baselines, on plans
//! edited at random.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use decamp::compare::merge::{Merge, Side, Why};
use decamp::compare::{Change, Diff, Pick, baseline, branch};
use decamp::file;
use decamp::plan::edit::Command;
use decamp::plan::*;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

/// A plan in which every member stands, with some more items to tell apart.
static BASE: LazyLock<Plan> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/full.decamp");
    let mut plan = file::read(&std::fs::read(path).unwrap()).unwrap().plan;
    for item in plan.items().collect::<Vec<_>>() {
        for n in 1..3 {
            let id = format!("{}-{n}", item.id());
            let made = with_member(&item, "id", id.into()).expect("ids are free");
            plan.apply(Command::put(made)).unwrap();
        }
    }
    plan
});

fn with_member(item: &Item, name: &str, value: Value) -> Option<Item> {
    let mut members = file::object::of_item(item);
    match value {
        Value::Null => drop(members.shift_remove(name)),
        value => drop(members.insert(name.into(), value)),
    }
    file::object::item(item.kind(), members).ok()
}

/// One edit somebody makes.
#[derive(Clone, Debug)]
enum Edit {
    /// Sets a member to what another item of the kind has, or takes it out.
    Member {
        item: Index,
        member: Index,
        of: Option<Index>,
    },
    /// Sets one value of a member.
    Part {
        item: Index,
        which: usize,
        number: i64,
    },
    Remove(Index),
    Add {
        like: Index,
        number: u8,
    },
    Header(u8, Index),
    Move {
        kind: Index,
        from: Index,
        to: Index,
    },
}

fn edit() -> impl Strategy<Value = Edit> {
    let index = any::<Index>;
    prop_oneof![
        4 => (index(), index(), prop::option::of(index()))
            .prop_map(|(item, member, of)| Edit::Member { item, member, of }),
        6 => (index(), 0..PARTS.len(), 1i64..9)
            .prop_map(|(item, which, number)| Edit::Part { item, which, number }),
        2 => index().prop_map(Edit::Remove),
        2 => (index(), 0u8..3).prop_map(|(like, number)| Edit::Add { like, number }),
        1 => (0u8..4, index()).prop_map(|(value, member)| Edit::Header(value, member)),
        1 => (index(), index(), index()).prop_map(|(kind, from, to)| Edit::Move { kind, from, to }),
    ]
}

/// Members that edits meet each other in, as a pointer into the item.
const PARTS: &[&str] = &[
    "/planned/start",
    "/planned/end",
    "/actual/start",
    "/actual/end",
    "/properties/capacity/personnel",
    "/materiel/vehicles",
    "/loads/0/personnel",
    "/after/0/lag_days",
    "/personnel",
    "/name",
    "/x-unknown",
];

fn edited(start: &Plan, edits: &[Edit]) -> Plan {
    let mut plan = start.clone();
    for edit in edits {
        let items: Vec<Item> = plan.items().collect();
        let Some(command) = command(&plan, &items, edit) else { continue };
        // An id may be taken.
        let _ = plan.apply(command);
    }
    sound(plan)
}

fn command(plan: &Plan, items: &[Item], edit: &Edit) -> Option<Command> {
    match edit {
        Edit::Member { item, member, of } => {
            let item = item.get(items);
            let names: Vec<String> = file::object::of_item(item).keys().cloned().collect();
            let name = member.get(&names);
            let alike = items.iter().filter(|it| it.kind() == item.kind()).cloned();
            let alike: Vec<Item> = alike.collect();
            let value = of.map(|of| file::object::of_item(of.get(&alike)).get(name).cloned());
            let is_id = name == "id" || name == "type";
            let value = value.flatten().unwrap_or(Value::Null);
            with_member(item, name, value).filter(|_| !is_id).map(Command::put)
        }
        Edit::Part { item, which, number } => {
            let item = item.get(items);
            let mut value = Value::Object(file::object::of_item(item));
            let pointer = PARTS[*which];
            let new = match pointer.rsplit('/').next()? {
                "start" | "end" => json!(format!("2023-08-0{number}")),
                "name" => json!({ "fr": "Nom", "en": format!("Name {number}") }),
                _ => json!(number),
            };
            match value.pointer_mut(pointer) {
                Some(place) => *place = new,
                None => drop(value.as_object_mut()?.insert(pointer[1..].replace('/', "-"), new)),
            }
            let Value::Object(members) = value else { return None };
            file::object::item(item.kind(), members).ok().map(Command::put)
        }
        Edit::Remove(item) => {
            let item = item.get(items);
            Some(Command::Remove { kind: item.kind(), id: item.id().clone() })
        }
        Edit::Add { like, number } => {
            let id = format!("new-{number}");
            with_member(like.get(items), "id", id.into()).map(Command::put)
        }
        Edit::Header(value, member) => {
            let mut members = file::object::of_header(plan.header());
            let name = member.get(&["title", "marking", "as_of", "x-later"]);
            let value = match *name {
                "as_of" => json!(format!("2023-09-0{}", value + 1)),
                _ => json!(format!("{value}")),
            };
            members.insert((*name).into(), value);
            let header = file::object::header(members).ok()?;
            Some(Command::SetHeader(Arc::new(header)))
        }
        Edit::Move { kind, from, to } => {
            let listed: Vec<Kind> = Kind::ALL.iter().copied().filter(|it| it.is_listed()).collect();
            let kind = *kind.get(&listed);
            let ids = plan.ids(kind);
            let id = ids.get(from.index(ids.len().max(1)))?.clone();
            let item = plan.item(&id)?;
            let put = Command::Put { item, position: Some(to.index(ids.len())) };
            Some(Command::Batch(vec![Command::Remove { kind, id }, put]))
        }
    }
}

/// Without what points at nothing: a plan that can be opened.
fn sound(mut plan: Plan) -> Plan {
    loop {
        let is_loose = |item: &Item| {
            let mut references = item.references().into_iter();
            references.any(|it| !plan.kind_of(&it.id).is_some_and(|kind| it.target.accepts(kind)))
        };
        let Some(loose) = plan.items().find(is_loose) else { return plan };
        plan.apply(Command::Remove { kind: loose.kind(), id: loose.id().clone() }).unwrap();
    }
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec(edit(), 0..8)
}

fn check_opens(plan: &Plan) {
    let opened = file::read(&file::write(plan)).expect("it can be opened").plan;
    assert_eq!(&opened, plan);
}

proptest! {
    #[test]
    fn a_difference_leads_from_one_plan_to_the_other(a in edits(), b in edits()) {
        let (a, b) = (edited(&BASE, &a), edited(&BASE, &b));
        let diff = Diff::of(&a, &b);
        prop_assert_eq!(diff.is_empty(), a == b);
        prop_assert!(Diff::of(&a, &a).is_empty());
        let mut plan = a.clone();
        let inverse = plan.apply(diff.command_of_all(&a).unwrap()).unwrap();
        prop_assert_eq!(&plan, &b);
        plan.apply(inverse).unwrap();
        prop_assert_eq!(&plan, &a);
    }

    /// Taken over one by one, members lead to the same items.
    #[test]
    fn single_changes_add_up(a in edits(), b in edits()) {
        let (a, b) = (edited(&BASE, &a), edited(&BASE, &b));
        let mut plan = a.clone();
        for item in &Diff::of(&a, &b).items {
            let Change::Changed { members, to, .. } = &item.change else { continue };
            for member in members.iter().filter(|member| !member.path.is_empty()) {
                let pick = Pick::Member(item.id.clone(), member.path.clone());
                // Half of a change may make no item by itself.
                if let Ok(command) = Diff::of(&a, &b).command(&plan, &[pick]) {
                    plan.apply(command).unwrap();
                    let left = Diff::of(&plan, &b);
                    let left = left.item(&item.id).map(|item| &item.change);
                    if let Some(Change::Changed { members, .. }) = left {
                        prop_assert!(members.iter().all(|it| it.path != member.path));
                    }
                }
            }
            let pick = [Pick::Item(item.id.clone())];
            plan.apply(Diff::of(&a, &b).command(&plan, &pick).unwrap()).unwrap();
            prop_assert_eq!(plan.item(&item.id), Some(to.clone()));
        }
    }

    #[test]
    fn a_merge_with_one_editor_is_that_editors_plan(a in edits()) {
        let a = edited(&BASE, &a);
        for (base, mine, theirs) in [(&*BASE, &a, &*BASE), (&BASE, &BASE, &a), (&BASE, &a, &a)] {
            let merge = Merge::of(base, mine, theirs);
            prop_assert_eq!(merge.conflicts(), &[]);
            prop_assert_eq!(&**merge.plan(), &a);
        }
    }

    #[test]
    fn a_merge_opens_and_conflicts_only_where_both_changed(a in edits(), b in edits(), side in 0..3usize) {
        let (a, b) = (edited(&BASE, &a), edited(&BASE, &b));
        let mut merge = Merge::of(&BASE, &a, &b);
        check_opens(merge.plan());
        for conflict in merge.conflicts() {
            if matches!(conflict.why, Why::BothChanged | Why::BothAdded | Why::GoneAndChanged) {
                prop_assert_ne!(&conflict.mine, &conflict.theirs);
                prop_assert_ne!(&conflict.mine, &conflict.base);
                prop_assert_ne!(&conflict.theirs, &conflict.base);
            }
        }
        let turned = Merge::of(&BASE, &b, &a);
        let places = |merge: &Merge| -> BTreeSet<_> {
            merge.conflicts().iter().map(|conflict| conflict.place.clone()).collect()
        };
        prop_assert_eq!(merge.conflicts().is_empty(), turned.conflicts().is_empty());
        if merge.conflicts().is_empty() {
            prop_assert_eq!(merge.plan(), turned.plan());
            // Each side sees no more than what the other changed.
            let theirs: BTreeSet<Id> = Diff::of(&BASE, &b).items.into_iter().map(|it| it.id).collect();
            for item in Diff::of(&a, merge.plan()).items {
                prop_assert!(theirs.contains(&item.id), "{} was changed by neither", item.id);
            }
        }
        // Whatever is chosen, it opens.
        let side = [Side::Base, Side::Mine, Side::Theirs][side];
        for place in places(&merge) {
            merge.choose(&place, side);
            check_opens(merge.plan());
        }
        merge.choose_all(side);
        prop_assert!(merge.is_settled());
        check_opens(merge.plan());
    }

    /// Edits of different items are both there, whoever merges.
    #[test]
    fn edits_of_different_items_meet_without_conflict(a in edits(), b in edits()) {
        let (a, b) = (edited(&BASE, &a), edited(&BASE, &b));
        let by_a = Diff::of(&BASE, &a);
        let apart = Diff::of(&BASE, &b).items.into_iter().map(|item| item.id);
        let picks = apart.filter(|id| by_a.item(id).is_none()).map(Pick::Item);
        let picks: Vec<Pick> = picks.collect();
        let mut only_b = (*BASE).clone();
        let command = Diff::of(&BASE, &b).command(&BASE, &picks);
        prop_assume!(only_b.apply(command.unwrap()).is_ok());
        let only_b = sound(only_b);
        let by_b = Diff::of(&BASE, &only_b);
        prop_assume!(by_b.items.iter().all(|item| by_a.item(&item.id).is_none()));

        let merge = Merge::of(&BASE, &a, &only_b);
        // What one took out the other may have come to need.
        let is_about_two = |why: &Why| matches!(why, Why::Needed(_) | Why::PointsNowhere(_));
        prop_assert!(merge.conflicts().iter().all(|conflict| is_about_two(&conflict.why)));
        prop_assume!(merge.conflicts().is_empty());
        let turned = Merge::of(&BASE, &only_b, &a);
        prop_assert_eq!(merge.plan(), turned.plan());
        for item in by_a.items.iter().map(|it| (it, &a)).chain(by_b.items.iter().map(|it| (it, &only_b))) {
            let (item, plan) = item;
            prop_assert_eq!(merge.plan().item(&item.id), plan.item(&item.id));
        }
    }

    /// What is chosen for every conflict of two editors that met nowhere else is
    /// that editor's plan or the base.
    #[test]
    fn settled_conflicts_are_as_chosen(a in edits(), b in edits()) {
        let (a, b) = (edited(&BASE, &a), edited(&BASE, &b));
        for (side, of) in [(Side::Mine, &a), (Side::Theirs, &b), (Side::Base, &*BASE)] {
            let mut merge = Merge::of(&BASE, &a, &b);
            merge.choose_all(side);
            for conflict in merge.conflicts() {
                let decamp::compare::merge::Place::Item(id, path) = &conflict.place else { continue };
                let (true, Why::BothChanged) = (!path.is_empty(), &conflict.why) else { continue };
                // A list in another order is merged all the same.
                let object = |plan: &Plan| plan.item(id).map(|it| file::object::of_item(&it));
                let (Some(merged), Some(chosen)) = (object(merge.plan()), object(of)) else { continue };
                let is_list = |it: &Option<Value>| it.as_ref().is_some_and(Value::is_array);
                if !is_list(&conflict.mine) && !is_list(&conflict.theirs) {
                    prop_assert_eq!(path.get(&merged), path.get(&chosen), "{} {}", id, path);
                }
            }
        }
    }

    #[test]
    fn a_branch_is_the_plan_it_was_made(main in edits(), there in edits(), later in edits()) {
        let mut plan = edited(&BASE, &main);
        let id = BranchId::new("what-if").unwrap();
        let before = plan.clone();
        let back = plan.apply(branch::take(&plan, &id, "What if".into()).unwrap()).unwrap();
        prop_assert_eq!(&*branch::view(&plan, &id).unwrap().plan, &plan);

        // Edited to be another plan, it is that one; branches are those of the plan.
        let wanted = edited(&plan, &there);
        let mut wanted_here = wanted.clone();
        let others: Vec<Command> = Diff::of(&wanted, &plan).items.iter()
            .filter(|item| item.kind == Kind::Branch)
            .map(|item| match &item.change {
                Change::Gone(_) => Command::Remove { kind: Kind::Branch, id: item.id.clone() },
                Change::Added(item) | Change::Changed { to: item, .. } => Command::put(item.clone()),
            })
            .collect();
        wanted_here.apply(Command::Batch(others)).unwrap();
        let mut set = plan.clone();
        let inverse = set.apply(branch::set(&set, &id, &wanted_here).unwrap()).unwrap();
        let view = branch::view(&set, &id).unwrap();
        prop_assert_eq!(&view.unused, &[]);
        for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Branch) {
            prop_assert_eq!(view.plan.ids(*kind), wanted_here.ids(*kind));
        }
        // JSON objects are the same in any order of their members.
        let objects = |plan: &Plan| {
            let items = plan.items().filter(|item| item.kind() != Kind::Branch);
            let header = file::object::of_header(plan.header());
            items.map(|item| file::object::of_item(&item)).chain([header]).collect::<Vec<_>>()
        };
        prop_assert_eq!(objects(&view.plan), objects(&wanted_here));
        check_opens(&set);

        // The plan goes on without a crash, and what it takes away is kept.
        let went_on = edited(&set, &later);
        if went_on.branches().contains(&id) {
            let view = branch::view(&went_on, &id).unwrap();
            let command = branch::set(&went_on, &id, &view.plan).unwrap();
            let mut again = went_on.clone();
            again.apply(command).unwrap();
            let seen = branch::view(&again, &id).unwrap();
            prop_assert_eq!(&seen.unused, &view.unused);
        }
        set.apply(inverse).unwrap();
        set.apply(back).unwrap();
        prop_assert_eq!(set, before);
    }

    #[test]
    fn slips_tell_what_moved_since(before in edits(), after in edits()) {
        let mut plan = edited(&BASE, &before);
        let id = BaselineId::new("then").unwrap();
        let day = "2023-08-15".parse().unwrap();
        plan.apply(baseline::take(&plan, &id, "Then".into(), day).unwrap()).unwrap();
        let now = |plan: &Plan| {
            let plan = plan.clone();
            move |id: &Id| plan.timing(id).and_then(|timing| timing.planned)
        };
        let taken = plan.baselines().get(&id).unwrap().clone();
        for slip in baseline::slips(&plan, &taken, now(&plan)) {
            prop_assert_eq!(slip.kind, baseline::SlipKind::Same);
        }
        let later = edited(&plan, &after);
        for slip in baseline::slips(&later, &taken, now(&later)) {
            let is = later.timing(&slip.id).and_then(|timing| timing.planned);
            let was = plan.timing(&slip.id).and_then(|timing| timing.planned);
            prop_assert_eq!((slip.then, slip.now), (was, is));
            prop_assert_eq!(slip.kind == baseline::SlipKind::Same, was == is);
        }
        // What is gone does not keep the file from being opened.
        check_opens(&later);
    }
}
