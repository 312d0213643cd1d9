//! What users read when a file cannot be opened, word for word, in both languages.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use decamp::disk::{DiskError, DiskFault};
use decamp::file::{self, OpenError, OpenProblem};
use decamp::i18n::{Lang, disk_error, file_problem, open_error};

/// A no-break space is written `~` here, a narrow one `^`.
fn seen(text: &str) -> String {
    text.replace('\u{a0}', "~").replace('\u{202f}', "^")
}

/// The problems of a text that is no plan, or the notes on one that is.
fn messages(text: &[u8], lang: Lang) -> Vec<String> {
    let problems = match file::read(text) {
        Ok(opened) => opened.notes,
        Err(problems) => problems,
    };
    problems.iter().map(|problem| seen(&file_problem(problem, lang))).collect()
}

#[track_caller]
fn check(text: &[u8], fr: &str, en: &str) {
    let shown = String::from_utf8_lossy(text);
    assert_eq!(messages(text, Lang::Fr), [fr], "{shown}");
    assert_eq!(messages(text, Lang::En), [en], "{shown}");
}

#[test]
fn files_that_are_no_plan() {
    for (text, fr, en) in [
        (
            &b""[..],
            "le fichier est vide — ouvrez une copie de sauvegarde ou commencez un nouveau plan",
            "the file is empty — open a backup copy or start a new plan",
        ),
        (
            b"{\n \"\xE9\": 1 }",
            "ligne 2, colonne 3~: ce n’est pas du texte UTF-8 — réenregistrez le fichier en UTF-8",
            "line 2, column 3: this is not UTF-8 text — save the file again as UTF-8",
        ),
        (
            b"# Retrait\n",
            "ligne 1, colonne 1~: JSON incorrect — vérifiez guillemets, virgules et deux-points^; ni commentaire ni NaN",
            "line 1, column 1: not correct JSON — check quotes, commas and colons; no comments, no NaN",
        ),
        (
            b"{ \"format\": \"decamp-plan\",\n  \"version\"",
            "ligne 2, colonne 11~: le texte s’arrête ici, le fichier est incomplet — reprenez une copie complète",
            "line 2, column 11: the text ends here, the file is incomplete — get a complete copy",
        ),
        (
            b"{ \"a\": 1, }",
            "ligne 1, colonne 11~: virgule de trop après le dernier élément — supprimez-la",
            "line 1, column 11: a comma too many after the last element — delete it",
        ),
        (
            b"{} {}",
            "ligne 1, colonne 4~: texte en trop après la fin du plan — supprimez-le",
            "line 1, column 4: more text after the end of the plan — delete it",
        ),
        (
            b"{ \"a\": 1e999 }",
            "ligne 1, colonne 12~: nombre trop grand pour être lu — corrigez-le",
            "line 1, column 12: a number too large to be read — correct it",
        ),
        (
            b"[]",
            "ce n’est pas un plan Decamp~: «~format~» n’y est pas «~decamp-plan~» — choisissez un autre fichier",
            "this is no Decamp plan: its \"format\" is not \"decamp-plan\" — choose another file",
        ),
        (
            br#"{ "format": "msproject" }"#,
            "ce n’est pas un plan Decamp~: «~format~» y est «~msproject~» et non «~decamp-plan~» — choisissez un autre fichier",
            "this is no Decamp plan: its \"format\" is \"msproject\", not \"decamp-plan\" — choose another file",
        ),
        (
            br#"{ "format": "decamp-plan", "version": 3 }"#,
            "plan au format 3, alors que ce programme s’arrête au format 1 — mettez Decamp à jour",
            "a plan of format 3, and this program knows formats up to 1 — update Decamp",
        ),
        (
            br#"{ "format": "decamp-plan", "version": 0 }"#,
            "version~: 0 ne convient pas — il faut 1",
            "version: 0 is not allowed — it must be 1",
        ),
        (
            br#"{ "format": "decamp-plan" }"#,
            "«~version~» manque — ajoutez-le",
            "\"version\" is missing — add it",
        ),
    ] {
        check(text, fr, en);
    }
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let found = messages(deep.as_bytes(), Lang::En);
    assert_eq!(
        found,
        ["line 1, column 128: more than 127 levels of objects and lists — simplify this part"]
    );
}

/// A plan with a site, an exit, a unit and an activity, and these members.
fn plan_with(members: &str) -> String {
    format!(
        r#"{{ "format": "decamp-plan", "version": 1,
        "sites": {{ "type": "FeatureCollection", "features": [
            {{ "type": "Feature", "id": "gao", "geometry": {{ "type": "Point", "coordinates": [0, 16] }},
               "properties": {{ "kind": "camp" }} }},
            {{ "type": "Feature", "id": "home", "properties": {{ "kind": "exit" }} }} ] }},
        "units": [ {{ "id": "bn", "kind": "infantry" }} ],
        "activities": [ {{ "id": "close-gao", "kind": "closure", "site": "gao" }} ],
        {members} }}"#
    )
}

#[test]
fn faults_within_a_plan() {
    for (members, fr, en) in [
        // Types.
        (
            r#""title": 3"#,
            "title~: valeur du mauvais type — il faut un texte entre guillemets, ou un objet avec un texte par langue (fr, en)",
            "title: a value of the wrong type — this must be a text in quotes, or an object with a text for each language (fr, en)",
        ),
        (
            r#""horizon": "2023""#,
            "horizon~: valeur du mauvais type — il faut un objet entre accolades",
            "horizon: a value of the wrong type — this must be an object in braces",
        ),
        (
            r#""events": {}"#,
            "events~: valeur du mauvais type — il faut une liste entre crochets",
            "events: a value of the wrong type — this must be a list in square brackets",
        ),
        (
            r#""events": [ { "id": "e", "kind": "report", "symbolic": "yes" } ]"#,
            "events[0].symbolic~: valeur du mauvais type — il faut true ou false, sans guillemets",
            "events[0].symbolic: a value of the wrong type — this must be true or false, without quotes",
        ),
        (
            r#""counts": [ { "id": "c", "of": "sites", "value": "12" } ]"#,
            "counts[0].value~: valeur du mauvais type — il faut un nombre, sans guillemets",
            "counts[0].value: a value of the wrong type — this must be a number, without quotes",
        ),
        (
            r#""as_of": 20231031"#,
            "as_of~: valeur du mauvais type — il faut une date entre guillemets, comme 2023-10-31",
            "as_of: a value of the wrong type — this must be a date in quotes, like 2023-10-31",
        ),
        (
            r#""events": [ { "id": "e", "kind": "report", "coordinates": [1] } ]"#,
            "events[0].coordinates~: valeur du mauvais type — il faut une position [longitude, latitude] en degrés",
            "events[0].coordinates: a value of the wrong type — this must be a position [longitude, latitude] in degrees",
        ),
        // Dates.
        (
            r#""as_of": "2023-13-01""#,
            "as_of~: la date «~2023-13-01~» n’existe pas — corrigez le mois ou le jour",
            "as_of: there is no day \"2023-13-01\" — correct the month or the day",
        ),
        (
            r#""as_of": "31/10/2023""#,
            "as_of~: «~31/10/2023~» n’est pas une date — écrivez-la comme 2023-10-31",
            "as_of: \"31/10/2023\" is no date — write it like 2023-10-31",
        ),
        (
            r#""horizon": { "start": "2023-02-01", "end": "2023-01-31" }"#,
            "horizon.end~: la fin, le 31 janvier 2023, précède le début, le 1er février 2023 — corrigez l’une des deux dates",
            "horizon.end: the end, 31 January 2023, is before the start, 1 February 2023 — correct one of the two dates",
        ),
        // Ids.
        (
            r#""movements": [ { "id": "m", "kind": "supply", "from": "gaoo" } ]"#,
            "movements[0].from~: aucun site «~gaoo~» — vouliez-vous dire «~gao~»^?",
            "movements[0].from: no site \"gaoo\" — did you mean \"gao\"?",
        ),
        (
            r#""movements": [ { "id": "m", "kind": "supply", "from": "gao", "loads": [ { "unit": "nobody" } ] } ]"#,
            "movements[0].loads[0].unit~: aucune unité «~nobody~» — corrigez l’identifiant ou ajoutez l’élément",
            "movements[0].loads[0].unit: no unit \"nobody\" — correct the id or add the item",
        ),
        (
            r#""movements": [ { "id": "m", "kind": "supply", "from": "bn" } ]"#,
            "movements[0].from~: «~bn~» est une unité — il faut un site",
            "movements[0].from: \"bn\" is a unit — this must be a site",
        ),
        (
            r#""movements": [ { "id": "m", "kind": "supply", "from": "gao", "after": [ { "id": "gao" } ] } ]"#,
            "movements[0].after[0].id~: «~gao~» est un site — il faut une activité, un mouvement ou un événement",
            "movements[0].after[0].id: \"gao\" is a site — this must be an activity, a movement or an event",
        ),
        (
            r#""events": [ { "id": "gao", "kind": "report" } ]"#,
            "events[0].id~: «~gao~» est déjà l’identifiant de sites.features[0] — choisissez-en un autre",
            "events[0].id: \"gao\" is already the id of sites.features[0] — choose another one",
        ),
        (
            r#""events": [ { "id": "Éa", "kind": "report" } ]"#,
            "events[0].id~: «~Éa~» n’est pas un identifiant — n’utilisez que minuscules sans accent, chiffres et traits d’union, sans trait d’union au début",
            "events[0].id: \"Éa\" is no id — use only a to z, digits and hyphens, and no hyphen at the start",
        ),
        // Members.
        (
            r#""events": [ { "id": "e" } ]"#,
            "events[0]~: «~kind~» manque — ajoutez-le",
            "events[0]: \"kind\" is missing — add it",
        ),
        (
            r#""as_of": null, "as_of": null"#,
            "as_of~: ce champ figure deux fois dans le même objet — n’en gardez qu’un",
            "as_of: this member is twice in the same object — keep only one",
        ),
        // Numbers and colours.
        (
            r#""counts": [ { "id": "c", "of": "sites", "value": 1.5 } ]"#,
            "counts[0].value~: 1,5 ne convient pas — il faut un nombre entier de 0 à 1^000^000^000^000",
            "counts[0].value: 1.5 is not allowed — it must be a whole number from 0 to 1,000,000,000,000",
        ),
        (
            r#""movements": [ { "id": "m", "kind": "supply", "from": "gao", "distance_km": -1 } ]"#,
            "movements[0].distance_km~: −1 ne convient pas — il faut un nombre de 0 à 100^000",
            "movements[0].distance_km: −1 is not allowed — it must be a number from 0 to 100,000",
        ),
        (
            r#""movements": [ { "id": "m", "kind": "supply", "from": "gao",
                "duration_days": { "low": 3, "likely": 2, "high": 4 } } ]"#,
            "movements[0].duration_days~: estimations dans le désordre~: 3, 2, 4 — il faut low ≤ likely ≤ high",
            "movements[0].duration_days: estimates out of order: 3, 2, 4 — they must be low ≤ likely ≤ high",
        ),
        (
            r##""phases": [ { "id": "p", "color": "red" } ]"##,
            "phases[0].color~: «~red~» n’est pas une couleur — écrivez-la comme #1e90ff",
            "phases[0].color: \"red\" is no colour — write it like #1e90ff",
        ),
        // Coordinates.
        (
            r#""events": [ { "id": "e", "kind": "report", "coordinates": [180.5, 0] } ]"#,
            "events[0].coordinates~: longitude 180,5 hors limites — il faut de −180 à 180 degrés, la longitude d’abord",
            "events[0].coordinates: longitude 180.5 is out of range — it must be from −180 to 180 degrees, longitude first",
        ),
        (
            r#""events": [ { "id": "e", "kind": "report", "coordinates": [16, -91] } ]"#,
            "events[0].coordinates~: latitude −91 hors limites — échangez les deux nombres~: la longitude vient d’abord",
            "events[0].coordinates: latitude −91 is out of range — exchange the two numbers: longitude comes first",
        ),
        (
            r#""events": [ { "id": "e", "kind": "report", "coordinates": [100, 200] } ]"#,
            "events[0].coordinates~: latitude 200 hors limites — il faut de −90 à 90 degrés, la longitude d’abord",
            "events[0].coordinates: latitude 200 is out of range — it must be from −90 to 90 degrees, longitude first",
        ),
        // Notes.
        (
            r#""events": [ { "id": "e", "kind": "party" } ]"#,
            "events[0].kind~: mot inconnu «~party~» — il est conservé et traité comme «~other~»",
            "events[0].kind: unknown word \"party\" — it is kept and treated as \"other\"",
        ),
        (
            r#""events": [ { "id": "e", "kind": "handovr" } ]"#,
            "events[0].kind~: mot inconnu «~handovr~» — vouliez-vous dire «~handover~»^?",
            "events[0].kind: unknown word \"handovr\" — did you mean \"handover\"?",
        ),
        (
            r#""marknig": "x""#,
            "marknig~: champ inconnu, conservé sans être utilisé — vouliez-vous dire «~marking~»^?",
            "marknig: unknown member, kept but not used — did you mean \"marking\"?",
        ),
        (
            r#""horizon": { "until": "x" }"#,
            "horizon.until~: champ inconnu — il sera perdu à l’enregistrement du plan",
            "horizon.until: unknown member — it will be lost when the plan is saved",
        ),
        (
            r#""events": [ { "id": "e", "kind": "report", "coordinates": [1, 2, 3] } ]"#,
            "events[0].coordinates~: altitude ignorée — seules la longitude et la latitude sont conservées",
            "events[0].coordinates: altitude left out — only longitude and latitude are kept",
        ),
    ] {
        check(plan_with(members).as_bytes(), fr, en);
    }
}

#[test]
fn a_text_of_the_file_stays_short_and_on_one_line() {
    let long = "x".repeat(10_000);
    let found = messages(plan_with(&format!(r#""as_of": "a\nb{long}""#)).as_bytes(), Lang::En);
    let [message] = found.as_slice() else { panic!("{found:?}") };
    assert!(message.starts_with("as_of: \"a\u{fffd}bxxx"), "{message}");
    assert!(message.ends_with("x…\" is no date — write it like 2023-10-31"), "{message}");
    assert!(message.chars().count() < 200, "{message}");
}

#[test]
fn all_problems_are_listed_below_the_name_of_the_file() {
    let path = Path::new("tests/broken/everything.decamp");
    let error = file::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_err();
    let OpenProblem::File(problems) = &error.problem else { panic!("{error:?}") };
    let count = problems.len();
    let error = OpenError { path: path.into(), ..error };
    for (lang, first, second) in [
        (
            Lang::Fr,
            "Impossible d’ouvrir «~tests/broken/everything.decamp~»^; rien n’a été modifié",
            "activities[0].kind~: ce champ figure deux fois dans le même objet — n’en gardez qu’un",
        ),
        (
            Lang::En,
            "“tests/broken/everything.decamp” cannot be opened; nothing was changed",
            "activities[0].kind: this member is twice in the same object — keep only one",
        ),
    ] {
        let lines = open_error(&error, lang);
        assert_eq!(lines.len(), count + 1);
        assert_eq!((seen(&lines[0]), seen(&lines[1])), (first.into(), second.into()));
    }
}

#[test]
fn more_than_a_thousand_problems_are_counted() {
    let events = vec!["{}"; 800].join(",");
    let text = plan_with(&format!(r#""events": [ {events} ]"#));
    let last = |lang| messages(text.as_bytes(), lang).pop().unwrap();
    assert_eq!(
        last(Lang::Fr),
        "600 autres problèmes ne sont pas affichés — corrigez d’abord ceux-ci"
    );
    assert_eq!(last(Lang::En), "600 more problems are not shown — correct these first");
}

/// What the second line of the message says, and the first the name.
#[track_caller]
fn check_open(path: PathBuf, fr: &str, en: &str) {
    let error = file::open(&path).unwrap_err();
    for (lang, expect) in [(Lang::Fr, fr), (Lang::En, en)] {
        let lines = open_error(&error, lang);
        assert!(lines[0].contains(path.to_str().unwrap()), "{lines:?}");
        assert_eq!(lines[1..].iter().map(|line| seen(line)).collect::<Vec<_>>(), [expect]);
    }
}

#[test]
fn files_that_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    check_open(
        folder.path().join("none.decamp"),
        "fichier ou dossier introuvable — vérifiez le chemin",
        "no such file or folder — check the path",
    );
    check_open(
        folder.path().into(),
        "c’est un dossier — choisissez un fichier",
        "this is a folder — choose a file",
    );
    let huge = folder.path().join("huge.decamp");
    fs::File::create(&huge).unwrap().set_len(1 << 30).unwrap();
    check_open(
        huge,
        "1~Gio, alors que la limite est de 64~Mio — choisissez un autre fichier ou allégez celui-ci",
        "1 GiB, and the limit is 64 MiB — choose another file or make this one smaller",
    );
}

#[test]
fn faults_of_a_disk() {
    let other = DiskFault::Other { kind: io::ErrorKind::TimedOut, message: "timed\nout".into() };
    for (fault, fr, en) in [
        (
            DiskFault::TooLarge { bytes: (64 << 20) + 1, limit: 64 << 20 },
            "plus volumineux que la limite de 64~Mio — choisissez un autre fichier ou allégez celui-ci",
            "larger than the limit of 64 MiB — choose another file or make this one smaller",
        ),
        (
            DiskFault::Denied,
            "accès refusé — vérifiez vos droits sur le fichier et sur son dossier",
            "access denied — check your rights to the file and its folder",
        ),
        (
            DiskFault::ReadOnly,
            "protégé en écriture — enregistrez sous un autre nom ou dans un autre dossier",
            "write-protected — save under another name or in another folder",
        ),
        (
            DiskFault::Full,
            "plus de place sur le disque — libérez de l’espace ou enregistrez ailleurs",
            "no room left on the disk — free some space or save elsewhere",
        ),
        (
            other,
            "le disque ne répond pas comme prévu — réessayez, ou changez de disque^; le système indique~: timed\u{fffd}out",
            "the disk does not answer as it should — try again, or use another disk; the system says: timed\u{fffd}out",
        ),
    ] {
        let error = DiskError { path: "plans/retrait.decamp".into(), fault };
        assert_eq!(seen(&disk_error(&error, Lang::Fr)), format!("plans/retrait.decamp~: {fr}"));
        assert_eq!(disk_error(&error, Lang::En), format!("plans/retrait.decamp: {en}"));
    }
}
