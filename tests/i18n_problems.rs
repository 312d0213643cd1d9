//! What users read about a plan and about the maps of a theatre, word for word,
//! and that nothing which can be wrong lacks words.

mod problem_common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use decamp::disk::{DiskError, DiskFault};
use decamp::file;
use decamp::i18n::{
    Lang, file_problem, fix_text, problem_message, problem_title, severity_word, theatre_error,
    theatre_note, words,
};
use decamp::plan::edit::Command;
use decamp::plan::{Id, Kind, Plan, Target};
use decamp::schedule::{Code, Detail, Problem, Routes, Schedule, Severity, Track, What};
use decamp::theatre::{Advice, NoteKind, TheatreError, TheatreNote};
use problem_common::track_of;

/// A no-break space is written `~` here, a narrow one `^`.
fn seen(text: &str) -> String {
    text.replace('\u{a0}', "~").replace('\u{202f}', "^")
}

/// Two camps, a hub, two units and these members.
fn plan_with(members: &str) -> Arc<Plan> {
    let site = |id: &str, name: &str| {
        format!(
            r#"{{ "type": "Feature", "id": "{id}", "geometry": {{ "type": "Point", "coordinates": [0, 16] }},
               "properties": {{ "name": "{name}", "kind": "camp", "basis": [{{ "status": "planner" }}] }} }}"#
        )
    };
    let hub = r#"{ "type": "Feature", "id": "hub", "geometry": { "type": "Point", "coordinates": [0, 16] },
        "properties": { "name": "Plateforme", "kind": "airfield", "roles": ["liquidation-hub"],
            "capacity": { "personnel": 1000 }, "basis": [{ "status": "planner" }] } }"#;
    let text = format!(
        r#"{{ "format": "decamp-plan", "version": 1,
        "horizon": {{ "start": "2024-01-01", "end": "2024-12-31" }},
        "sources": [ {{ "id": "letter", "symbol": "S/2023/611", "title": "Lettre" }} ],
        "sites": {{ "type": "FeatureCollection", "features": [ {}, {}, {hub} ] }},
        "units": [
            {{ "id": "bn", "name": "Bataillon", "kind": "infantry", "site": "gao", "personnel": 1200,
              "materiel": {{ "vehicles": 1, "generators": 3 }}, "basis": [{{ "status": "planner" }}] }},
            {{ "id": "fpu", "name": {{ "fr": "UPC", "en": "FPU" }}, "kind": "fpu", "category": "police",
              "site": "ber", "personnel": 140, "basis": [{{ "status": "planner" }}] }} ]
        {members} }}"#,
        site("gao", "Gao"),
        site("ber", "Ber"),
    );
    Arc::new(file::read(text.as_bytes()).unwrap_or_else(|p| panic!("{p:#?}")).plan)
}

/// The messages about one kind of problem, with the text of their fixes.
fn messages(plan: &Arc<Plan>, code: Code, lang: Lang) -> Vec<String> {
    let schedule = Schedule::of(plan, &Routes::default());
    let problems = schedule.problems(track_of(code)).iter().filter(|p| p.code == code);
    problems
        .map(|problem| {
            let message = seen(&problem_message(problem, plan, lang));
            let fix = problem.fix.as_ref().map(|fix| seen(&fix_text(fix, plan, lang)));
            fix.map_or(message.clone(), |fix| format!("{message} | {fix}"))
        })
        .collect()
}

#[test]
fn problems_of_a_plan() {
    for (code, members, fr, en) in [
        (
            Code::CyclicLinks,
            r#", "activities": [
                { "id": "a", "kind": "closure", "site": "gao", "after": [ { "id": "b", "type": "FS" } ] },
                { "id": "b", "kind": "handover", "site": "gao", "after": [ { "id": "a", "type": "FS" } ] } ]"#,
            "«~Fermeture de Gao~» et «~Restitution de Gao~» dépendent en cercle les uns des autres — supprimez un des liens",
            "“Closure of Gao” and “Handover of Gao” depend on each other in a circle — delete one of the links",
        ),
        (
            Code::CyclicLinks,
            r#", "activities": [
                { "id": "a", "kind": "closure", "site": "gao", "after": [ { "id": "a", "type": "FS" } ] } ]"#,
            "«~Fermeture de Gao~» dépend de sa propre date — supprimez ce lien",
            "“Closure of Gao” depends on its own date — delete this link",
        ),
        (
            Code::LinkBroken,
            r#", "activities": [
                { "id": "a", "kind": "closure", "site": "gao", "planned": { "start": "2024-02-01", "end": "2024-03-04" } },
                { "id": "b", "kind": "handover", "site": "gao", "after": [ { "id": "a", "type": "FS" } ],
                  "planned": { "start": "2024-03-03", "end": "2024-03-07" } } ]"#,
            "«~Restitution de Gao~» commence le 3 mars, au plus tôt permis le 5 mars (lien FS avec «~Fermeture de Gao~») | Déplacer «~Restitution de Gao~» au 5 mars – 9 mars",
            "“Handover of Gao” starts on 3 Mar, allowed from 5 Mar (FS link to “Closure of Gao”) | Move “Handover of Gao” to 5 Mar – 9 Mar",
        ),
        (
            Code::LinkBroken,
            r#", "activities": [
                { "id": "a", "kind": "closure", "site": "gao", "planned": { "start": "2024-12-01", "end": "2025-01-01" } },
                { "id": "b", "kind": "handover", "site": "gao", "after": [ { "id": "a", "type": "FF" } ],
                  "planned": { "start": "2024-12-31", "end": "2024-12-31" } } ]"#,
            "«~Restitution de Gao~» s’achève le 31 déc., au plus tôt permis le 1er janvier 2025 (lien FF avec «~Fermeture de Gao~») | Déplacer «~Restitution de Gao~» au 1er janvier 2025",
            "“Handover of Gao” ends on 31 Dec, allowed from 1 January 2025 (FF link to “Closure of Gao”) | Move “Handover of Gao” to 1 January 2025",
        ),
        (
            Code::TooFast,
            r#", "movements": [ { "id": "m", "kind": "redeployment", "from": "gao", "to": "ber", "trip_days": 3,
                "planned": { "start": "2024-03-03", "end": "2024-03-03" }, "loads": [ { "unit": "bn" } ] } ]"#,
            "«~Gao → Ber~», départ le 3 mars~: trajet de 3 jours, mais 1 jour entre les deux dates | Prolonger «~Gao → Ber~» jusqu’au 5 mars",
            "“Gao → Ber”, leaving on 3 Mar: a trip of 3 days, but its dates leave 1 day | Extend “Gao → Ber” to 5 Mar",
        ),
        (
            Code::TooFast,
            r#", "movements": [ { "id": "m", "kind": "redeployment", "from": "gao", "to": "ber", "mode": "road", "distance_km": 1500,
                "planned": { "start": "2024-03-03", "end": "2024-03-03" }, "loads": [ { "unit": "bn" } ] } ]"#,
            "«~Gao → Ber~», départ le 3 mars~: il faut 22 jours pour 1^500~km par la route, mais le trajet dure 1 jour | Prolonger «~Gao → Ber~» jusqu’au 24 mars",
            "“Gao → Ber”, leaving on 3 Mar: 1,500 km by road take 22 days, and the trip has 1 day | Extend “Gao → Ber” to 24 Mar",
        ),
        (
            Code::OutsidePhase,
            r#", "phases": [ { "id": "p", "name": "2a", "span": { "start": "2024-02-01", "end": "2024-03-04" } } ],
               "activities": [ { "id": "a", "kind": "closure", "site": "gao", "phase": "p",
                "planned": { "start": "2024-03-01", "end": "2024-03-05" } } ]"#,
            "«~Fermeture de Gao~», prévu 1er mars – 5 mars, sort de «~2a~» (1er févr. – 4 mars) de 1 jour | Déplacer «~Fermeture de Gao~» au 29 févr. – 4 mars",
            "“Closure of Gao” is planned for 1 Mar – 5 Mar, outside of “2a” (1 Feb – 4 Mar) by 1 day | Move “Closure of Gao” to 29 Feb – 4 Mar",
        ),
        (
            Code::NotBefore,
            r#", "activities": [ { "id": "a", "kind": "closure", "site": "gao", "not_before": "2024-03-02",
                "planned": { "start": "2024-03-01", "end": "2024-03-05" } } ]"#,
            "«~Fermeture de Gao~» commence le 1er mars, au plus tôt permis le 2 mars | Déplacer «~Fermeture de Gao~» au 2 mars – 6 mars",
            "“Closure of Gao” starts on 1 Mar, allowed from 2 Mar | Move “Closure of Gao” to 2 Mar – 6 Mar",
        ),
        (
            Code::MissesOwnDeadline,
            r#", "activities": [ { "id": "a", "kind": "closure", "site": "gao", "deadline": "2024-03-03",
                "planned": { "start": "2024-03-01", "end": "2024-03-05" } } ]"#,
            "«~Fermeture de Gao~» s’achève le 5 mars, 2 jours après sa propre échéance (3 mars) | Déplacer «~Fermeture de Gao~» au 28 févr. – 3 mars",
            "“Closure of Gao” ends on 5 Mar, 2 days after its own deadline (3 Mar) | Move “Closure of Gao” to 28 Feb – 3 Mar",
        ),
        (
            Code::ArrivesAtClosedSite,
            r#", "activities": [ { "id": "a", "kind": "closure", "site": "ber",
                "planned": { "start": "2024-03-01", "end": "2024-03-05" } } ],
               "movements": [ { "id": "m", "kind": "redeployment", "from": "gao", "to": "ber",
                "planned": { "start": "2024-03-05", "end": "2024-03-06" }, "loads": [ { "unit": "bn" } ] } ]"#,
            "«~Gao → Ber~» arrive le 6 mars sur un site abandonné (Ber)~: «~Fermeture de Ber~» s’est achevée le 5 mars",
            "“Gao → Ber” arrives on 6 Mar at a site given up (Ber): “Closure of Ber” was over on 5 Mar",
        ),
        (
            Code::LeavesAfterHandover,
            r#", "activities": [ { "id": "a", "kind": "handover", "site": "gao",
                "planned": { "start": "2024-03-01", "end": "2024-03-05" } } ],
               "movements": [ { "id": "m", "kind": "redeployment", "from": "gao", "to": "ber",
                "planned": { "start": "2024-03-06", "end": "2024-03-07" }, "loads": [ { "unit": "bn" } ] } ]"#,
            "«~Gao → Ber~» part le 6 mars d’un site restitué (Gao)~: «~Restitution de Gao~» s’est achevée le 5 mars | Déplacer «~Gao → Ber~» au 5 mars – 6 mars",
            "“Gao → Ber” leaves on 6 Mar from a site handed over (Gao): “Handover of Gao” was over on 5 Mar | Move “Gao → Ber” to 5 Mar – 6 Mar",
        ),
        (
            Code::BlockedByRestriction,
            r#", "restrictions": [ { "id": "r", "kind": "closed", "name": "Crue", "planned": { "start": "2024-03-04", "end": null } } ],
               "movements": [ { "id": "m", "kind": "redeployment", "from": "gao", "to": "ber",
                "planned": { "start": "2024-03-03", "end": "2024-03-05" } } ]"#,
            "«~Gao → Ber~» est bloqué à partir du 4 mars, 2 jours de ses dates durant~: «~Crue~» | Déplacer «~Gao → Ber~» au 1er mars – 3 mars",
            "“Gao → Ber” is blocked from 4 Mar for 2 days of its dates: “Crue” | Move “Gao → Ber” to 1 Mar – 3 Mar",
        ),
        (
            Code::NeedsNotMet,
            r#", "movements": [ { "id": "m", "kind": "redeployment", "from": "gao", "to": "ber",
                "needs": [ "escort", "evacuation", "air-support" ],
                "planned": { "start": "2024-03-03", "end": "2024-03-04" }, "loads": [ { "unit": "bn" } ] } ]"#,
            "«~Gao → Ber~» part le 3 mars sans ce qu’il lui faut~: évacuation et appui aérien",
            "“Gao → Ber” leaves on 3 Mar without what it needs: evacuation and air support",
        ),
        (
            Code::DisposalNotAllowed,
            r#", "movements": [ { "id": "m", "kind": "disposal", "from": "gao", "disposition": "sold",
                "planned": { "start": "2024-03-03", "end": "2024-03-04" },
                "loads": [ { "unit": "bn", "materiel": { "aircraft": 2, "vehicles": 1, "weapons": 3 } } ] } ]"#,
            "«~Gao – cession~»~: ceci, de «~Bataillon~», ne peut être vendu~: aéronefs et armes",
            "“Gao – disposal”: this of “Bataillon” may not be sold: aircraft and weapons",
        ),
        (
            Code::DisposalNotAllowed,
            r#", "movements": [ { "id": "m", "kind": "disposal", "from": "gao", "disposition": "gifted", "recipient": "Police",
                "planned": { "start": "2024-03-03", "end": "2024-03-04" } } ]"#,
            "«~Gao – cession~» va à une force de sécurité sans que la diligence voulue en matière de droits de l’homme soit consignée — notez-la dans la base",
            "“Gao – disposal” goes to a security force, and no human-rights due diligence is recorded — note it in the basis",
        ),
        (
            Code::ClosedHubAssumed,
            r#", "activities": [ { "id": "a", "kind": "handover", "site": "hub", "planned": { "start": "2024-03-01", "end": "2024-03-05" } },
                { "id": "l", "kind": "liquidation", "site": "hub", "planned": { "start": "2024-03-01", "end": "2024-03-15" } } ]"#,
            "Plateforme restituée le 5 mars (Plateforme), sur laquelle comptent encore 10 jours durant~: «~Liquidation de Plateforme~»",
            "Hub handed over on 5 Mar (Plateforme), counted on for 10 days more by “Liquidation of Plateforme”",
        ),
        (
            Code::Early,
            r#", "activities": [ { "id": "a", "kind": "closure", "site": "gao", "actual": { "end": "2024-02-28" },
                "planned": { "start": "2024-03-01", "end": "2024-03-05" } } ]"#,
            "«~Fermeture de Gao~» s’est achevée le 28 févr., 2 jours avant son début prévu (1er mars)",
            "“Closure of Gao” was over on 28 Feb, 2 days before it was planned to begin (1 Mar)",
        ),
        (
            Code::Late,
            r#", "activities": [ { "id": "a", "kind": "closure", "site": "gao", "actual": { "end": "2024-03-08" },
                "planned": { "start": "2024-03-01", "end": "2024-03-05" } } ]"#,
            "«~Fermeture de Gao~» s’achève le 8 mars, 3 jours après sa fin prévue (5 mars)",
            "“Closure of Gao” ends on 8 Mar, 3 days after its planned end (5 Mar)",
        ),
        (
            Code::OverCapacity,
            r#", "movements": [ { "id": "m", "kind": "redeployment", "from": "gao", "to": "hub",
                "planned": { "start": "2024-03-03", "end": "2024-03-04" }, "loads": [ { "unit": "bn" } ] } ]"#,
            "Site trop petit (Plateforme, 1^000 personnes) à partir du 4 mars, de 200 au plus fort",
            "More than there is room for (Plateforme, 1,000 people) from 4 Mar, by 200 at most",
        ),
        (
            Code::MoreThanPresent,
            r#", "movements": [ { "id": "m", "kind": "redeployment", "from": "gao", "to": "ber",
                "planned": { "start": "2024-03-03", "end": "2024-03-04" },
                "loads": [ { "unit": "bn", "personnel": 1220, "materiel": {} } ] } ]"#,
            "«~Gao → Ber~», le 3 mars~: il manque 20 personnes de «~Bataillon~» au départ de Gao",
            "“Gao → Ber” on 3 Mar: 20 people of “Bataillon” short on leaving Gao",
        ),
        (
            Code::CarriesNothing,
            r#", "movements": [ { "id": "m", "kind": "redeployment", "from": "gao", "to": "ber",
                "planned": { "start": "2024-03-03", "end": "2024-03-04" } } ]"#,
            "«~Gao → Ber~» n’a aucun chargement",
            "“Gao → Ber” has no loads",
        ),
        (
            Code::CarriesNothing,
            r#", "movements": [ { "id": "m", "kind": "redeployment", "from": "gao", "to": "ber",
                "planned": { "start": "2024-03-03", "end": "2024-03-04" }, "loads": [ { "unit": "fpu" } ] } ]"#,
            "«~Gao → Ber~» part à vide le 3 mars~: ce qui doit être chargé n’est pas sur place (Gao)",
            "“Gao → Ber” leaves empty on 3 Mar: what it is to carry is not there (Gao)",
        ),
        (
            Code::LeftBehind,
            r#", "activities": [ { "id": "a", "kind": "closure", "site": "gao",
                "planned": { "start": "2024-03-01", "end": "2024-03-05" } } ]"#,
            "«~Fermeture de Gao~» s’achève le 5 mars^; encore sur place (Gao)~: 1^200 personnes, 1 véhicule et 3 × generators",
            "“Closure of Gao” ends on 5 Mar; still there (Gao): 1,200 people, 1 vehicle and 3 × generators",
        ),
        (
            Code::AfterDeadline,
            r#", "limits": [ { "id": "l", "kind": "deadline", "name": "31 décembre", "date": "2024-12-31" } ]"#,
            "Échéance «~31 décembre~» dépassée~: 1^340 personnes encore dans le théâtre au soir du 31 déc. («~Bataillon~» et «~UPC~»)",
            "Deadline “31 décembre” missed: 1,340 people still in the theatre at the close of 31 Dec (“Bataillon” and “FPU”)",
        ),
        (
            Code::OverCeiling,
            r#", "limits": [ { "id": "l", "kind": "ceiling", "max": 1300 } ]"#,
            "Plafond «~l~» (1^300 personnes) dépassé à partir du 1er janv., de 40 au plus fort",
            "Ceiling “l” (1,300 people) exceeded from 1 Jan, by 40 at most",
        ),
        (
            Code::OverLift,
            r#", "limits": [ { "id": "l", "kind": "lift", "name": "Route", "per_day": { "personnel": 1000 } } ],
               "movements": [ { "id": "m", "kind": "redeployment", "from": "gao", "to": "ber",
                "planned": { "start": "2024-03-03", "end": "2024-03-03" }, "loads": [ { "unit": "bn" } ] } ]"#,
            "Capacité «~Route~» (1^000 personnes par jour) dépassée à partir du 3 mars, de 200 au plus fort",
            "Lift “Route” (1,000 people a day) exceeded from 3 Mar, by 200 at most",
        ),
        (
            Code::MaterielWithoutGuard,
            r#", "limits": [ { "id": "l", "kind": "guard", "date": "2024-06-01" } ]"#,
            "Matériel sans garde à partir du 1er juin (Gao)~: 1 véhicule et 3 × generators",
            "Materiel without a guard from 1 Jun (Gao): 1 vehicle and 3 × generators",
        ),
        (
            Code::LiquidationTooShort,
            r#", "limits": [ { "id": "l", "kind": "minimum", "name": "18 mois", "activity": "liquidation", "days": 540 } ],
               "activities": [ { "id": "a", "kind": "liquidation", "site": "gao",
                "planned": { "start": "2024-03-01", "end": "2024-03-05" } } ]"#,
            "«~Liquidation de Gao~» dure 5 jours^; durée minimale~: 540 jours («~18 mois~») | Prolonger «~Liquidation de Gao~» jusqu’au 22 août 2025",
            "“Liquidation of Gao” lasts 5 days; at least 540 days are needed (“18 mois”) | Extend “Liquidation of Gao” to 22 August 2025",
        ),
        (
            Code::TooShort,
            r#", "limits": [ { "id": "l", "kind": "minimum", "activity": "clearance", "days": 6 } ],
               "activities": [ { "id": "a", "kind": "clearance", "site": "gao",
                "planned": { "start": "2024-03-01", "end": "2024-03-05" } } ]"#,
            "«~Nettoyage environnemental de Gao~» dure 5 jours^; durée minimale~: 6 jours («~l~») | Prolonger «~Nettoyage environnemental de Gao~» jusqu’au 6 mars",
            "“Environmental clearance of Gao” lasts 5 days; at least 6 days are needed (“l”) | Extend “Environmental clearance of Gao” to 6 Mar",
        ),
        (
            Code::Undated,
            r#", "movements": [ { "id": "m", "kind": "repatriation", "from": "gao" } ]"#,
            "«~Gao – rapatriement~» ne déplace rien tant que ses dates ne sont pas complètes",
            "“Gao – repatriation” moves nothing until its dates are complete",
        ),
        (
            Code::CountDiffers,
            r#", "counts": [ { "id": "n-sites", "of": "sites", "value": 12,
                "basis": [ { "status": "stated", "source": "letter" } ] } ]"#,
            "12 sites selon S/2023/611, 2 sites dans le plan",
            "12 sites according to S/2023/611, 2 sites in the plan",
        ),
        (
            Code::CountDiffers,
            r#", "counts": [ { "id": "n-police", "of": "police", "value": 1 } ]"#,
            "1 policier selon le document, 140 policiers dans le plan",
            "1 police officer according to the document, 140 police officers in the plan",
        ),
        (
            Code::ReportDiffers,
            r#", "reports": [ { "id": "r", "date": "2024-03-04", "measure": "present", "sites": [ "ber", "gao" ],
                "personnel": { "total": 1200, "police": 140 },
                "basis": [ { "status": "reported", "source": "letter" } ] } ]"#,
            "Présents le 4 mars selon S/2023/611 (Ber et Gao)~: 140 policiers au compte rendu, 140 par le calcul (0) · 1^200 personnes au compte rendu, 1^340 par le calcul (+140)",
            "Present on 4 Mar according to S/2023/611 (Ber and Gao): 140 police officers reported, 140 computed (0) · 1,200 people reported, 1,340 computed (+140)",
        ),
        (
            Code::ReportDiffers,
            r#", "reports": [ { "id": "r", "date": "2024-03-04", "measure": "departed",
                "personnel": { "military": 1 } } ]"#,
            "Partis au 4 mars selon le document~: 1 militaire au compte rendu, 0 par le calcul (−1)",
            "Departed by 4 Mar according to the document: 1 soldier reported, 0 computed (−1)",
        ),
        (
            Code::UnitElsewhere,
            r#", "movements": [ { "id": "m", "kind": "redeployment", "from": "gao", "to": "hub", "loads": [ { "unit": "bn" }, { "unit": "fpu" } ],
                "planned": { "start": "2024-03-03", "end": "2024-03-09" } } ]"#,
            "«~Gao → Plateforme~» part le 3 mars sans «~UPC~»~: l’unité n’est pas sur place (Gao), mais ailleurs (Ber)",
            "“Gao → Plateforme” leaves on 3 Mar without “FPU”: the unit is not there (Gao), but elsewhere (Ber)",
        ),
        (
            Code::UnitElsewhere,
            r#", "movements": [
                { "id": "m", "kind": "redeployment", "from": "gao", "to": "hub", "loads": [ { "unit": "bn" } ],
                  "planned": { "start": "2024-03-03", "end": "2024-03-09" } },
                { "id": "n", "kind": "redeployment", "from": "ber", "to": "hub", "loads": [ { "unit": "bn" }, { "unit": "fpu" } ],
                  "planned": { "start": "2024-03-04", "end": "2024-03-04" } } ]"#,
            "«~Ber → Plateforme~» part le 4 mars sans «~Bataillon~»~: l’unité n’est pas sur place (Ber), ni sur aucun autre site",
            "“Ber → Plateforme” leaves on 4 Mar without “Bataillon”: the unit is not there (Ber), nor at any other site",
        ),
        (
            Code::UnplannedRestriction,
            r#", "restrictions": [ { "id": "r", "kind": "closed", "name": { "fr": "Camions retenus", "en": "Trucks held" },
                "actual": { "start": "2024-03-03" } } ]"#,
            "Restriction que le plan ne prévoyait pas, en vigueur à partir du 3 mars~: «~Camions retenus~»",
            "A restriction that was not planned for, in force from 3 Mar: “Trucks held”",
        ),
        (
            Code::NoSource,
            r#", "events": [ { "id": "e", "kind": "report", "name": "Rapport" } ]"#,
            "«~Rapport~» n’indique aucune source",
            "“Rapport” names no source",
        ),
    ] {
        let plan = plan_with(members);
        assert_eq!(messages(&plan, code, Lang::Fr), [fr], "{members}");
        assert_eq!(messages(&plan, code, Lang::En), [en], "{members}");
    }
}

/// Faults that only editing makes: a file that has them is not opened.
#[test]
fn problems_of_an_edited_plan() {
    let plan = plan_with(
        r#", "movements": [ { "id": "m", "kind": "redeployment", "from": "gao", "to": "ber",
            "planned": { "start": "2024-03-03", "end": "2024-03-04" } } ]"#,
    );
    let edited = |command: Command| {
        let mut plan = Plan::clone(&plan);
        plan.apply(command).unwrap();
        Arc::new(plan)
    };
    let id = |id: &str| Id::new(id).unwrap();
    let span =
        |start: &str, end: &str| decamp::calendar::Span::new(start.parse().ok(), end.parse().ok());
    let reversed = Some(span("2024-03-09", "2024-03-03"));
    let reversed = edited(Command::set_planned(&plan, &id("m"), reversed).unwrap());
    let without_ber = edited(Command::Remove { kind: Kind::Site, id: id("ber") });
    let source = plan.sources().iter().next().unwrap();
    let other_ber = decamp::plan::Source { id: id("ber").into(), ..(**source).clone() };
    let ber_is_a_source = edited(Command::Batch(vec![
        Command::Remove { kind: Kind::Site, id: id("ber") },
        Command::put(other_ber),
    ]));
    for (plan, code, fr, en) in [
        (
            reversed,
            Code::EndBeforeStart,
            "«~Gao → Ber~»~: la fin prévue, le 3 mars, précède le début prévu, le 9 mars | Déplacer «~Gao → Ber~» au 3 mars – 9 mars",
            "“Gao → Ber”: the planned end, 3 Mar, is before the planned start, 9 Mar | Move “Gao → Ber” to 3 Mar – 9 Mar",
        ),
        (
            without_ber,
            Code::UnknownReference,
            "«~Gao → ber~», champ to~: aucun site «~ber~»",
            "“Gao → ber”, member to: no site \"ber\"",
        ),
        (
            ber_is_a_source,
            Code::UnknownReference,
            "«~Gao → ber~», champ to~: «~ber~» est une source — il faut un site",
            "“Gao → ber”, member to: \"ber\" is a source — this must be a site",
        ),
    ] {
        let of = |lang| messages(&plan, code, lang).pop().unwrap();
        assert_eq!((of(Lang::Fr), of(Lang::En)), (fr.into(), en.into()));
    }
}

#[test]
fn a_fault_of_the_ledger_is_not_hidden() {
    let problem = Problem {
        code: Code::LedgerResidual,
        severity: Severity::Error,
        items: Vec::new(),
        site: None,
        date: "2024-03-05".parse().ok(),
        excess: Some(-2),
        detail: Detail::Short { what: What::Materiel("vehicles".into()) },
        fix: None,
    };
    let plan = plan_with("");
    assert_eq!(
        seen(&problem_message(&problem, &plan, Lang::Fr)),
        "Les soldes du 5 mars sont faux de 2 véhicules~: c’est un défaut de Decamp — ne vous fiez pas à ces chiffres et signalez-le"
    );
    assert_eq!(
        problem_message(&problem, &plan, Lang::En),
        "The balances of 5 Mar are wrong by 2 vehicles: this is a fault of Decamp — do not trust these figures, and report it"
    );
}

#[test]
fn errors_of_a_theatre() {
    let file = || "roads.geojson".to_owned();
    let out =
        |position, advice| TheatreError::OutOfRange { file: file(), feature: 3, position, advice };
    for (error, fr, en) in [
        (
            TheatreError::NotBundled { name: "malli".into() },
            "aucune carte «~malli~» n’accompagne le programme — choisissez parmi~: mali, world",
            "no map “malli” comes with the program — choose one of: mali, world",
        ),
        (
            TheatreError::NoFiles { folder: "cartes".into() },
            "cartes~: aucun fichier de carte dans ce dossier — il en faut au moins un parmi boundary.geojson, regions.geojson, sectors.geojson, neighbours.geojson, rivers.geojson, lakes.geojson, roads.geojson, towns.geojson, camps.geojson",
            "cartes: no map file in this folder — it needs at least one of boundary.geojson, regions.geojson, sectors.geojson, neighbours.geojson, rivers.geojson, lakes.geojson, roads.geojson, towns.geojson, camps.geojson",
        ),
        (
            TheatreError::Disk(DiskError { path: file().into(), fault: DiskFault::NotFound }),
            "roads.geojson~: fichier ou dossier introuvable — vérifiez le chemin",
            "roads.geojson: no such file or folder — check the path",
        ),
        (
            TheatreError::BadJson { file: file(), line: 1200, column: 7 },
            "roads.geojson, ligne 1^200, colonne 7~: JSON incorrect — exportez de nouveau la couche en GeoJSON",
            "roads.geojson, line 1,200, column 7: not correct JSON — export the layer to GeoJSON again",
        ),
        (
            TheatreError::BadXml { file: file(), line: 3, column: 7 },
            "roads.geojson, ligne 3, colonne 7~: XML incorrect — exportez de nouveau la couche en KML ou en GeoJSON",
            "roads.geojson, line 3, column 7: not correct XML — export the layer to KML or GeoJSON again",
        ),
        (
            TheatreError::NotKml { file: file() },
            "roads.geojson~: ce n’est pas du KML — exportez la couche en KML ou en GeoJSON",
            "roads.geojson: this is no KML — export the layer to KML or GeoJSON",
        ),
        (
            TheatreError::NotGeoPackage { file: file() },
            "roads.geojson~: ce n’est pas un GeoPackage — exportez la couche en GeoPackage ou en GeoJSON",
            "roads.geojson: this is no GeoPackage — export the layer to GeoPackage or GeoJSON",
        ),
        (
            TheatreError::NoFeatureTables { file: file() },
            "roads.geojson~: ce GeoPackage n’a pas d’entités, seulement des images ou des tableaux — exportez une couche vectorielle",
            "roads.geojson: this GeoPackage has no features, only pictures or tables — export a vector layer",
        ),
        (
            TheatreError::NoTable { file: file(), table: "puits".into() },
            "roads.geojson~: pas de table «~puits~» — choisissez-en une autre",
            "roads.geojson: no table “puits” — choose another one",
        ),
        (
            TheatreError::BrokenTable { file: file() },
            "roads.geojson~: base de données illisible ou incomplète — exportez de nouveau la couche en GeoPackage ou en GeoJSON",
            "roads.geojson: database cannot be read, or not to its end — export the layer to GeoPackage or GeoJSON again",
        ),
        (
            TheatreError::OnNetwork { path: "//serveur/cartes/".into() },
            "//serveur/cartes/~: un plan ne fait pas ouvrir de chemin réseau — copiez les fichiers près du plan et choisissez-les là",
            "//serveur/cartes/: a plan cannot have a network path opened — copy the files near the plan and choose them there",
        ),
        (
            TheatreError::NotACollection { file: file(), found: None },
            "roads.geojson~: ce n’est pas une FeatureCollection GeoJSON — exportez la couche entière en GeoJSON",
            "roads.geojson: this is no GeoJSON FeatureCollection — export the whole layer to GeoJSON",
        ),
        (
            TheatreError::NotACollection { file: file(), found: Some("Feature".into()) },
            "roads.geojson~: «~Feature~» au lieu d’une FeatureCollection GeoJSON — exportez la couche entière",
            "roads.geojson: \"Feature\" instead of a GeoJSON FeatureCollection — export the whole layer",
        ),
        (
            TheatreError::OtherCrs { file: file(), crs: "EPSG:32631".into() },
            "roads.geojson~: système de coordonnées «~EPSG:32631~» — reprojetez le fichier en WGS 84 (EPSG:4326)",
            "roads.geojson: coordinate system \"EPSG:32631\" — reproject the file to WGS 84 (EPSG:4326)",
        ),
        (
            out([500_000.5, 1_800_000.0], Advice::Reproject),
            "roads.geojson, entité 3~: [500^000,5^; 1^800^000] n’est pas une longitude et une latitude — ce sont sans doute des mètres, reprojetez le fichier en WGS 84 (EPSG:4326)",
            "roads.geojson, feature 3: [500,000.5; 1,800,000] is no longitude and latitude — these are probably metres, reproject the file to WGS 84 (EPSG:4326)",
        ),
        (
            out([16.0, -120.0], Advice::SwapAxes),
            "roads.geojson, entité 3~: [16^; −120] n’est pas une longitude et une latitude — échangez les deux nombres, la longitude vient d’abord",
            "roads.geojson, feature 3: [16; −120] is no longitude and latitude — exchange the two numbers, longitude comes first",
        ),
        (
            out([359.0, 16.0], Advice::CutAtAntimeridian),
            "roads.geojson, entité 3~: [359^; 16] n’est pas une longitude et une latitude — coupez le fichier au 180e méridien et comptez les longitudes ouest en négatif",
            "roads.geojson, feature 3: [359; 16] is no longitude and latitude — cut the file at the 180th meridian and count western longitudes as negative",
        ),
    ] {
        assert_eq!(seen(&theatre_error(&error, Lang::Fr)), fr);
        assert_eq!(theatre_error(&error, Lang::En), en);
    }
}

#[test]
fn notes_on_a_theatre() {
    for (kind, feature, count, fr, en) in [
        (
            NoteKind::NoFeatures,
            0,
            1,
            "roads.geojson~: aucune entité, la couche est vide",
            "roads.geojson: no features, the layer is empty",
        ),
        (
            NoteKind::OpenRing,
            3,
            1,
            "roads.geojson, entité 3~: contour ouvert, refermé",
            "roads.geojson, feature 3: open outline, closed",
        ),
        (
            NoteKind::Altitude,
            3,
            2,
            "roads.geojson, entité 3 et 1 autre~: altitude ignorée",
            "roads.geojson, feature 3 and 1 other: altitude left out",
        ),
        (
            NoteKind::MissingId,
            1,
            1251,
            "roads.geojson, entité 1 et 1^250 autres~: pas d’identifiant, un identifiant a été créé",
            "roads.geojson, feature 1 and 1,250 others: no id, one was made",
        ),
        (
            NoteKind::OtherSystem,
            0,
            1,
            "roads.geojson~: table dans un autre système de coordonnées, laissée de côté — reprojetez-la en WGS 84 (EPSG:4326)",
            "roads.geojson: table in another coordinate system, left out — reproject it to WGS 84 (EPSG:4326)",
        ),
        (
            NoteKind::OpenElsewhere,
            0,
            1,
            "roads.geojson~: ouvert dans un autre programme, les dernières modifications manquent — enregistrez-les, fermez-y le fichier, puis relisez les couches",
            "roads.geojson: open in another program, the latest changes are missing — save and close it there, then reload the layers",
        ),
    ] {
        let note = TheatreNote { file: "roads.geojson".into(), kind, feature, count };
        assert_eq!(seen(&theatre_note(&note, Lang::Fr)), fr);
        assert_eq!(theatre_note(&note, Lang::En), en);
    }
}

/// Whether a message lacks its words, or a value.
#[track_caller]
fn check_whole(message: &str) {
    let is_id = |text: &str| {
        let id = text.split(']').next().unwrap_or_default();
        id.contains('-') && id.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    };
    assert!(!message.split('[').skip(1).any(is_id), "{message}");
    assert!(!message.contains(['{', '}']), "{message}");
    assert!(!message.is_empty());
}

#[test]
fn every_problem_of_a_plan_has_words() {
    let plan = plan_with("");
    for lang in Lang::ALL {
        for code in Code::ALL.iter().copied() {
            check_whole(&problem_title(code, lang));
            assert!(words(lang).has(&format!("problem-{}", code.as_word())), "{code:?}");
        }
        for severity in [Severity::Error, Severity::Warning, Severity::Note] {
            check_whole(&severity_word(severity, lang));
        }
        // Whatever an item may point at.
        let targets = Kind::ALL.iter().copied().map(Target::One);
        for target in targets.chain([Target::LinkEnd]) {
            for to in ["nowhere", "gao"] {
                let to = Id::new(to).unwrap();
                let problem = Problem {
                    code: Code::UnknownReference,
                    severity: Severity::Error,
                    items: vec![Id::new("bn").unwrap()],
                    site: None,
                    date: None,
                    excess: None,
                    detail: Detail::Reference { member: "site".into(), to, target },
                    fix: None,
                };
                check_whole(&problem_message(&problem, &plan, lang));
            }
        }
    }
}

#[test]
fn the_problems_of_the_bundled_plans_have_words() {
    for (name, _) in file::BUNDLED {
        let plan = Arc::new(file::bundled(name).unwrap().plan);
        let schedule = Schedule::of(&plan, &Routes::default());
        for (track, lang) in Track::ALL.iter().flat_map(|track| Lang::ALL.map(|l| (*track, l))) {
            for problem in schedule.problems(track) {
                check_whole(&problem_message(problem, &plan, lang));
                if let Some(fix) = &problem.fix {
                    check_whole(&fix_text(fix, &plan, lang));
                }
            }
        }
    }
}

#[test]
fn every_kind_of_file_problem_has_words() {
    use file::{Expected, JsonFault, Place, ProblemKind};
    let faults = [
        JsonFault::UnexpectedEnd,
        JsonFault::Syntax,
        JsonFault::TrailingComma,
        JsonFault::TrailingText,
        JsonFault::TooDeep,
        JsonFault::HugeNumber,
    ];
    let expected = [
        Expected::Object,
        Expected::List,
        Expected::String,
        Expected::Text,
        Expected::Number,
        Expected::Boolean,
        Expected::Date,
        Expected::Id,
        Expected::Coordinates,
        Expected::RoutePoint,
        Expected::Word("Feature"),
    ];
    let kinds = faults.map(ProblemKind::NotJson).into_iter();
    let kinds = kinds.chain(expected.map(|expected| ProblemKind::WrongType { expected }));
    for what in kinds.chain([ProblemKind::TooManyValues { limit: 5_000_000 }]) {
        for lang in Lang::ALL {
            let problem = file::Problem { place: Place::File, what: what.clone() };
            check_whole(&file_problem(&problem, lang));
        }
    }
}

/// The ids of messages that the source of the problems' words holds, and the
/// messages there are.
#[test]
fn every_message_about_problems_is_used_and_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ftl = fs::read_to_string(root.join("assets/i18n/en/problems.ftl")).unwrap();
    let lines = ftl.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    let known: BTreeSet<&str> = lines.filter_map(|line| Some(line.split_once(" =")?.0)).collect();
    // Those whose ids are put together are looked for above.
    let made = ["problem-", "none-of-", "one-of-", "amount-"];
    let is_made = |id: &&str| made.iter().any(|start| id.starts_with(start));

    let mut source = String::new();
    for entry in fs::read_dir(root.join("src/i18n/problems")).unwrap() {
        source += &fs::read_to_string(entry.unwrap().path()).unwrap();
    }
    let is_id = |text: &&str| {
        let families = ["list-", "size-", "disk-", "fault-", "expected-", "theatre-", "fix-"];
        families.iter().any(|family| text.starts_with(family)) && !text.contains([' ', '{'])
    };
    let asked: BTreeSet<&str> = source.split('"').filter(is_id).collect();
    let missing: Vec<_> = asked.difference(&known).collect();
    let unused: Vec<_> = known.difference(&asked).filter(|id| !is_made(id)).collect();
    assert_eq!((missing, unused), (vec![], vec![]), "missing, unused");
}
