//! Tables of the bundled plan: cells, order, filters, and what is typed or pasted.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use decamp::calendar::Moment;
use decamp::file::{self, Shape};
use decamp::i18n::{Lang, words};
use decamp::plan::edit::Command;
use decamp::plan::{Id, Kind, Plan};
use decamp::schedule::{Problems, Routes, Schedule, Track};
use decamp::table::{
    Column, Filter, Ground, Query, Row, Target, columns, copy, edit, order, paste, rows, tsv, usual,
};
use decamp::theatre::Theatre;
use proptest::prelude::*;

/// A plan with what follows from it.
struct World {
    plan: Arc<Plan>,
    theatre: Arc<Theatre>,
    schedule: Schedule,
    problems: Problems,
    moment: Moment,
    lang: Lang,
}

impl World {
    /// The bundled plan. It is worked out once for all tests.
    fn bundled(lang: Lang) -> &'static World {
        static FR: LazyLock<World> = LazyLock::new(|| World::new(Lang::Fr));
        static EN: LazyLock<World> = LazyLock::new(|| World::new(Lang::En));
        if lang == Lang::Fr { &FR } else { &EN }
    }

    fn new(lang: Lang) -> World {
        let plan = Arc::new(file::bundled_plan().1.plan);
        let theatre = Theatre::bundled("mali").expect("the map of Mali is bundled");
        let schedule = Schedule::of(&plan, &Routes::of(&plan, &theatre));
        let moment = Moment::close_of(plan.horizon().start());
        let problems = Problems::of(schedule.problems(Track::Planned).to_vec());
        World { plan, theatre, schedule, problems, moment, lang }
    }

    fn ground(&self) -> Ground<'_> {
        let World { plan, theatre, schedule, problems, moment, lang } = self;
        let now = schedule.now(Track::Planned, *moment);
        Ground::new(plan, theatre, schedule, problems, now, words(*lang))
    }

    /// The plan with these items put into it.
    fn with(&self, items: Vec<decamp::plan::Item>) -> Plan {
        let mut plan = (*self.plan).clone();
        plan.apply(Command::Batch(items.into_iter().map(Command::put).collect())).unwrap();
        plan
    }
}

/// The column of a name in the file.
fn column(kind: Kind, key: &str) -> Column {
    let found = columns(kind).into_iter().find(|column| column.key() == key);
    found.unwrap_or_else(|| panic!("no column {key}"))
}

fn row<'a>(rows: &'a [Row], id: &str) -> &'a Row {
    rows.iter().find(|row| row.item.id().as_str() == id).unwrap()
}

fn block(text: &str) -> tsv::Block {
    tsv::read(&text.replace(" | ", "\t"))
}

#[test]
fn every_column_of_every_kind_has_a_name_of_its_own_in_both_languages() {
    for lang in Lang::ALL {
        for kind in Kind::ALL {
            let mut names = BTreeSet::new();
            for column in columns(*kind) {
                let name = column.name(*kind, words(lang));
                assert!(
                    !name.contains(['_', '[']) && !name.is_empty(),
                    "{kind:?} {column:?} {name}"
                );
                assert!(names.insert(name.clone()), "{kind:?}: two columns are called {name}");
            }
            assert!(usual(*kind).iter().all(|column| columns(*kind).contains(column)));
            assert!(usual(*kind).len() > 1, "{kind:?}");
        }
    }
}

#[test]
fn cells_read_as_people_write_and_as_spreadsheets_know_them() {
    let world = World::bundled(Lang::Fr);
    let ground = world.ground();
    for (kind, id, key, shown, plain) in [
        (Kind::Site, "gao", "sector", "Est", "east"),
        (Kind::Site, "gao", "kind", "camp", "camp"),
        (Kind::Site, "gao", "state", "ouvert", "ouvert"),
        (Kind::Activity, "close-ber", "name", "Fermeture de Ber", "Fermeture de Ber"),
        (Kind::Activity, "close-ber", "planned.end", "31 août 2023", "2023-08-31"),
        (Kind::Activity, "close-ber", "site", "Ber", "Ber"),
    ] {
        let rows = rows(kind, &world.plan);
        let (row, column) = (row(&rows, id), column(kind, key));
        assert_eq!(column.shown(row, &ground), shown, "{id} {key}");
        assert_eq!(column.plain(row, &ground), plain, "{id} {key}");
    }
}

#[test]
fn rows_are_sorted_as_what_they_hold() {
    let world = World::bundled(Lang::Fr);
    let ground = world.ground();
    let sorted = |kind: Kind, sort: &[(&str, bool)], shown: &str| {
        let rows = rows(kind, &world.plan);
        let sort = sort.iter().map(|(key, falling)| (column(kind, key), *falling)).collect();
        let query = Query { sort, ..Query::default() };
        let shown = column(kind, shown);
        let order = order(&rows, &query, &[], &ground);
        assert_eq!(order.len(), rows.len());
        order.into_iter().map(|at| shown.plain(&rows[at], &ground)).collect::<Vec<_>>()
    };
    let strengths: Vec<u64> = sorted(Kind::Unit, &[("personnel", false)], "personnel")
        .iter()
        .filter_map(|text| text.parse().ok())
        .collect();
    assert!(strengths.is_sorted() && strengths.len() > 10, "numbers as numbers: {strengths:?}");
    let days = sorted(Kind::Activity, &[("planned.end", true)], "planned.end");
    let dated: Vec<&String> = days.iter().filter(|day| !day.is_empty()).collect();
    assert!(dated.is_sorted_by(|a, b| a >= b) && dated.len() > 10);
    assert!(days[..dated.len()].iter().all(|day| !day.is_empty()), "what is empty comes last");
    let names = sorted(Kind::Site, &[("name", false)], "name");
    let place = |name: &str| names.iter().position(|other| other == name).unwrap();
    assert!(place("Kidal") < place("Ménaka") && place("Ménaka") < place("Mopti (Sévaré)"));
    // Among equals the second column decides, and after it the order of the plan.
    let kinds = sorted(Kind::Site, &[("kind", false), ("name", true)], "name");
    let camps: Vec<&String> = kinds.iter().skip_while(|name| *name != "Tessalit").take(3).collect();
    assert_eq!(camps, ["Tessalit", "Mopti (Sévaré)", "Ménaka"]);
}

#[test]
fn filters_look_at_what_is_shown() {
    let world = World::bundled(Lang::Fr);
    let ground = world.ground();
    let rows = rows(Kind::Site, &world.plan);
    let found = |query: Query| {
        let shown = usual(Kind::Site);
        let order = order(&rows, &query, &shown, &ground);
        order.into_iter().map(|at| rows[at].item.id().to_string()).collect::<Vec<_>>()
    };
    let filter = |key: &str, filter: Filter| Query {
        filters: vec![(column(Kind::Site, key), filter)],
        ..Query::default()
    };
    let one_of = |texts: &[&str]| Filter::OneOf(texts.iter().map(|t| t.to_string()).collect());
    assert_eq!(found(filter("name", Filter::Contains("MENA".into()))), ["menaka"]);
    assert_eq!(found(filter("sector", one_of(&["Nord"]))), ["aguelhok", "kidal", "tessalit"]);
    assert_eq!(found(filter("sector", one_of(&[""]))).len(), 1, "the exit has none");
    let text = Query { text: "nord".into(), ..Query::default() };
    assert_eq!(found(text), ["aguelhok", "kidal", "tessalit"]);
    let none = Query { text: "nowhere".into(), ..Query::default() };
    assert_eq!(found(none), [""; 0]);
}

#[test]
fn a_text_is_typed_into_several_rows() {
    let world = World::bundled(Lang::Fr);
    let ground = world.ground();
    let rows = rows(Kind::Activity, &world.plan);
    let chosen = [row(&rows, "close-ber"), row(&rows, "close-kidal")];
    let end = column(Kind::Activity, "planned.end");
    // Each date is moved from where it is.
    let items = edit(&chosen, end, "+7j", &ground).unwrap();
    for (row, item) in chosen.iter().zip(&items) {
        let span = |item: &decamp::plan::Item| item.timing().unwrap().planned.unwrap();
        assert_eq!(span(item).end, span(&row.item).end.map(|end| end + 7));
        assert_eq!(span(item).start, span(&row.item).start);
    }
    // What stands there already changes nothing.
    assert_eq!(edit(&chosen[..1], end, "31 août 2023", &ground), Ok(vec![]));
    assert_eq!(edit(&chosen[..1], end, "2023-08-31", &ground), Ok(vec![]));
    for (key, text, reason) in [
        ("planned.end", "bientôt", "Ce n’est pas une date"),
        ("kind", "rien", "Mot inconnu"),
        ("site", "Atlantis", "pas d’élément"),
        ("forecast-end", "2023-08-31", "ne se saisit pas"),
        ("id", "other", "ne se saisit pas"),
    ] {
        let refused = edit(&chosen, column(Kind::Activity, key), text, &ground).unwrap_err();
        assert_eq!(refused.len(), 2, "{key}");
        assert!(refused[0].reason.contains(reason), "{key}: {}", refused[0].reason);
        assert_eq!((refused[1].row, refused[1].text.as_str()), (2, text));
    }
}

/// Pastes a block into the cell of a row and a column, all columns being shown.
fn pasted(
    world: &World,
    kind: Kind,
    at: (&str, &str),
    text: &str,
) -> Result<(usize, usize, Plan), Vec<String>> {
    let ground = world.ground();
    let all = rows(kind, &world.plan);
    let first = all.iter().position(|row| row.item.id().as_str() == at.0).unwrap_or(all.len());
    let below: Vec<&Row> = all[first..].iter().collect();
    let shown = columns(kind);
    let from = shown.iter().position(|column| column.key() == at.1).unwrap();
    let target = Target { kind, rows: &below, columns: &shown[from..], all: &all };
    match paste(&block(text), &target, &ground) {
        Ok(pasted) => {
            let (changed, added) = (pasted.changed.len(), pasted.added.len());
            let items = pasted.changed.into_iter().chain(pasted.added).collect();
            Ok((changed, added, world.with(items)))
        }
        Err(refused) => {
            let line = |r: &decamp::table::Refusal| format!("{} {}: {}", r.row, r.column, r.reason);
            Err(refused.iter().map(line).collect())
        }
    }
}

#[test]
fn blocks_are_pasted() {
    let world = World::bundled(Lang::En);
    let personnel =
        |plan: &Plan, id: &str| plan.units().find(&Id::new(id).unwrap()).unwrap().personnel;
    let units: Vec<String> =
        world.plan.units().iter().take(3).map(|unit| unit.id.to_string()).collect();
    // Beside the cell, with the marks of figures.
    let (changed, added, plan) =
        pasted(world, Kind::Unit, (&units[0], "personnel"), "1,234\n7\n").unwrap();
    assert_eq!((changed, added), (2, 0));
    assert_eq!((personnel(&plan, &units[0]), personnel(&plan, &units[1])), (1234, 7));
    // By names of columns, of any language and of the file, in any order of lines.
    for head in ["id | personnel", "Id | Strength", "Identifiant | Effectif"] {
        let text = format!("{head}\n{} | 11\n{} | 12\n", units[2], units[0]);
        let (changed, _, plan) = pasted(world, Kind::Unit, (&units[1], "name"), &text).unwrap();
        assert_eq!(
            (changed, personnel(&plan, &units[2]), personnel(&plan, &units[0])),
            (2, 11, 12)
        );
    }
    // New ones: with an id of their own, one made of the name, and none at all.
    let head = "id | name | category | kind | role | site | personnel";
    let text = format!(
        "{head}\nnew-unit | A | military | infantry | operations | Gao | 5\n\
         \tDétachement d’Été | military | infantry | operations | gao | 6\n"
    );
    let (changed, added, plan) = pasted(world, Kind::Unit, ("", "name"), &text).unwrap();
    assert_eq!((changed, added), (0, 2));
    assert_eq!(personnel(&plan, "new-unit"), 5);
    assert_eq!(personnel(&plan, "detachement-d-ete"), 6);
}

#[test]
fn a_block_with_anything_wrong_is_refused_whole_and_all_of_it_is_told() {
    let world = World::bundled(Lang::En);
    let first = world.plan.units().iter().next().unwrap().id.to_string();
    let refused = |at: (&str, &str), text: &str| pasted(world, Kind::Unit, at, text).unwrap_err();
    let lines = refused((&first, "personnel"), "12\nmany\n-3\n");
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].starts_with("2 Strength: A number"), "{lines:?}");
    assert!(lines[1].starts_with("3 "), "{lines:?}");
    for (text, expect) in [
        (format!("id | personnel\n{first} | 1\n{first} | 2\n"), "3 Id: The same item"),
        ("id | name\nNot An Id | x\n".into(), "2 Id: An id is made"),
        ("id | name\ngao | x\n".into(), "2 Id: Another item"),
        ("id | name | colour\nnew | x | red\n".into(), "2 colour: The table has no column"),
        ("id | name\nnew | x\n".into(), "2 "),
    ] {
        let lines = refused((&first, "name"), &text);
        assert!(lines[0].starts_with(expect), "{text}: {lines:?}");
    }
    let wide = refused((&first, "personnel"), &["1"; 30].join(" | "));
    assert!(wide.iter().any(|line| line.contains("no column left")), "{wide:?}");
}

fn kinds() -> impl Strategy<Value = Kind> {
    proptest::sample::select(Kind::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// A selection that is copied and pasted again changes nothing, through the text
    /// of a spreadsheet, in both languages, wherever it is pasted.
    #[test]
    fn what_is_copied_is_pasted_without_a_change(
        kind in kinds(),
        french in any::<bool>(),
        picks in proptest::collection::vec(any::<proptest::sample::Index>(), 1..12),
        hidden in any::<u32>(),
    ) {
        let world = World::bundled(if french { Lang::Fr } else { Lang::En });
        let ground = world.ground();
        let all = rows(kind, &world.plan);
        prop_assume!(!all.is_empty());
        let chosen: BTreeSet<usize> = picks.iter().map(|pick| pick.index(all.len())).collect();
        let chosen: Vec<&Row> = chosen.into_iter().map(|at| &all[at]).collect();
        let shown: Vec<Column> = columns(kind)
            .into_iter()
            .enumerate()
            .filter(|(at, _)| hidden >> (at % 32) & 1 == 0)
            .map(|(_, column)| column)
            .collect();
        let text = tsv::write(&copy(kind, &chosen, &shown, &ground));
        let block = tsv::read(&text);
        let below: Vec<&Row> = all.iter().collect();
        let columns = columns(kind);
        let target = Target { kind, rows: &below, columns: &columns, all: &all };
        let pasted = paste(&block, &target, &ground);
        let pasted = pasted.map_err(|refused| TestCaseError::fail(format!("{refused:?}")))?;
        prop_assert!(pasted.changed.is_empty() && pasted.added.is_empty(), "{:?}", pasted);
    }

    /// What a cell gives a spreadsheet is read as the very value, also in a row that
    /// had another one.
    #[test]
    fn a_cell_pasted_into_another_row_brings_its_value(
        kind in kinds(),
        french in any::<bool>(),
        from in any::<proptest::sample::Index>(),
        to in any::<proptest::sample::Index>(),
    ) {
        let world = World::bundled(if french { Lang::Fr } else { Lang::En });
        let ground = world.ground();
        let all = rows(kind, &world.plan);
        prop_assume!(!all.is_empty());
        let (from, to) = (&all[from.index(all.len())], &all[to.index(all.len())]);
        for column in columns(kind) {
            // A text that is cleared in one language may be left in another.
            let is_localised = column.field(kind).is_some_and(|f| f.shape == Shape::Localised);
            if !column.can_be_edited(kind) || is_localised {
                continue;
            }
            let text = column.plain(from, &ground);
            // Some values cannot stand there: an end before a start is fine, a
            // place that must be is not.
            let Ok(items) = edit(&[to], column, &text, &ground) else { continue };
            if let [item] = &items[..] {
                let plan = world.with(vec![item.clone()]);
                let again = rows(kind, &plan);
                let changed = row(&again, to.item.id().as_str());
                prop_assert_eq!(column.plain(changed, &ground), text, "{:?}", column);
            }
        }
    }

    /// Any cells survive the text of a spreadsheet.
    #[test]
    fn any_block_survives_its_text(
        block in proptest::collection::vec(
            proptest::collection::vec("[a-z\"'=+\\-@\t\n\r 0-9é]{0,6}", 1..4),
            1..5,
        )
    ) {
        prop_assert_eq!(tsv::read(&tsv::write(&block)), block);
    }
}
