//! What a closure by template makes of small plans.

use std::sync::Arc;

use super::*;
use crate::calendar::Moment;
use crate::plan::{Disposition, Id, MovementKind, Plan, SiteId};
use crate::schedule::testing::{day, number, plan, show_span};
use crate::schedule::{Code, Routes, Schedule, Severity, SiteState, Track};
use crate::theatre::Theatre;

/// A camp with a company, a guard and UN stores, a hub and a way out.
const CAMP: &str = "horizon 1..120
    site camp kind=camp at=1,16
    site hub at=0,16 roles=receiving-hub
    exit out
    unit coy camp 100 vehicles=5
    unit guard camp 20 role=guard vehicles=2
    unit stores camp 0 category=stores containers=30";

struct Made {
    before: Arc<Plan>,
    chain: Chain,
    preview: Preview,
}

fn site(id: &str) -> SiteId {
    SiteId::new(id).unwrap()
}

fn try_close(text: &str, change: impl FnOnce(&mut Closing)) -> Result<Made, ClosingFault> {
    let before = plan(text);
    let schedule = Schedule::of(&before, &Routes::default());
    let camp = before.sites().get(&site("camp")).unwrap();
    let mut wanted = Closing::proposed(&before, camp, Template::standard());
    wanted.anchor = Anchor::Ends(day(100));
    change(&mut wanted);
    let chain = closing(&before, &schedule, &wanted)?;
    let preview = Preview::of(&schedule, &Theatre::default(), &chain.command).unwrap();
    Ok(Made { before, chain, preview })
}

#[track_caller]
fn close(text: &str, change: impl FnOnce(&mut Closing)) -> Made {
    try_close(text, change).unwrap_or_else(|fault| panic!("{fault:?}"))
}

impl Made {
    fn errors(&self) -> Vec<String> {
        let errors = self.preview.gained.iter().filter(|p| p.severity == Severity::Error);
        errors.map(|problem| format!("{} {:?}", problem.code.as_word(), problem.items)).collect()
    }

    fn has(&self, code: Code) -> bool {
        self.preview.gained.iter().any(|problem| problem.code == code)
    }

    /// `people-out 36..45`, a line for each step.
    fn dates(&self) -> Vec<String> {
        let span = |step: &PlannedStep| {
            let there = if step.is_there { " there" } else { "" };
            format!(
                "{} {}..{}{there}",
                step.kind.as_word(),
                number(step.span.start()),
                number(step.span.end())
            )
        };
        self.chain.steps.iter().map(span).collect()
    }

    fn links(&self, id: &str) -> Vec<String> {
        let timing = self.preview.plan.timing(&Id::new(id).unwrap()).unwrap();
        let link =
            |l: &crate::plan::Link| format!("{}:{}{:+}", l.other, l.kind.as_word(), l.lag_days);
        timing.after.iter().map(link).collect()
    }
}

#[test]
fn a_plain_camp_is_closed_without_an_error() {
    let made = close(CAMP, |_| ());
    assert_eq!(made.errors(), Vec::<String>::new());
    assert_eq!(
        made.dates(),
        [
            "people-out 55..64",
            "coe-out 62..75",
            "unoe-disposal 76..82",
            "hazardous-out 83..87",
            "clearance 88..94",
            "inventory 95..97",
            "closure 98..99",
            "handover 100..100",
        ]
    );
    assert!(!made.chain.is_outside_horizon);
    assert_eq!(made.links("camp-coe-out"), ["camp-people-out:FS-3", "camp-people-to-out:FS-3"]);
    assert_eq!(made.links("camp-people-to-out"), ["camp-people-out:SS+0"]);
    assert_eq!(made.links("camp-rear-party-to-out"), ["camp-handover:SS+0"]);
    // Nobody and nothing is left, and where it went is known.
    let schedule = Schedule::of(&made.preview.plan, &Routes::default());
    let end = schedule.snapshot(Track::Planned, Moment::close_of(day(101)));
    let camp = end.site(&site("camp")).unwrap();
    assert_eq!(camp.state, SiteState::HandedOver);
    assert!(camp.holdings.is_empty(), "{:?}", camp.holdings);
    let totals = &end.totals;
    assert_eq!(totals.departed.personnel.total(), 120);
    assert_eq!(totals.disposed.materiel.of("containers"), 30);
    assert_eq!(end.site(&site("hub")).unwrap().holdings.materiel.of("vehicles"), 5);
    // The guard is there until the last day.
    let day_before = schedule.snapshot(Track::Planned, Moment::close_of(day(99)));
    assert_eq!(day_before.site(&site("camp")).unwrap().holdings.personnel.total(), 20);
}

#[test]
fn it_is_one_step_that_can_be_taken_back() {
    let made = close(CAMP, |_| ());
    let mut plan = (*made.before).clone();
    let inverse = plan.apply(made.chain.command.clone()).unwrap();
    assert_eq!(plan, *made.preview.plan);
    assert_eq!(made.chain.items.len(), 8 + 4);
    for id in &made.chain.items {
        let item = plan.item(id).expect("it is made");
        let basis = item.basis().unwrap();
        assert_eq!(basis[0].status, crate::plan::BasisStatus::Planner, "{id}");
    }
    plan.apply(inverse).unwrap();
    assert_eq!(plan, *made.before);
}

/// What differs from site to site: dates of steps, and the codes gained.
#[test]
fn each_site_gets_what_fits_it() {
    let with = |more: &str| format!("{CAMP}\n{more}");
    for (what, text, dates, codes) in [
        (
            "a camp without units",
            "horizon 1..120\nsite camp at=1,16\nexit out".to_owned(),
            &["people-out 55..64"][..],
            &[][..],
        ),
        ("before the horizon", CAMP.replace("1..120", "80..120"), &["people-out 55..64"], &[]),
        ("after the horizon", CAMP.replace("1..120", "1..20"), &["handover 100..100"], &[]),
        (
            "a closure that the plan has keeps its dates",
            with("act close-camp closure camp 60..90"),
            &["inventory 88..90", "closure 60..90 there", "handover 100..100"],
            &[],
        ),
        (
            "closure and handover that the plan has",
            with("act close-camp closure camp 60..90\nact give-camp handover camp 60..90"),
            &["inventory 88..90", "closure 60..90 there", "handover 60..90 there"],
            &[],
        ),
        (
            "a closure without an end is none to count on",
            with("act close-camp closure camp 60.."),
            &["closure 98..99"],
            &[],
        ),
        (
            "a deadline within the chain",
            with("limit d deadline date=70 who=military"),
            &["handover 100..100"],
            &[Code::AfterDeadline],
        ),
    ] {
        let made = close(&text, |_| ());
        let found = made.dates();
        for wanted in dates {
            assert!(found.contains(&(*wanted).to_owned()), "{what}: {wanted} in {found:?}");
        }
        for code in codes {
            assert!(made.has(*code), "{what}: {code:?}");
        }
        if codes.is_empty() {
            assert_eq!(made.errors(), Vec::<String>::new(), "{what}");
        }
        let outside = what.ends_with("the horizon");
        assert_eq!(made.chain.is_outside_horizon, outside, "{what}");
    }
}

#[test]
fn an_existing_closure_is_tied_to_the_steps_before_it() {
    let text = format!("{CAMP}\nact close-camp closure camp 60..90");
    let made = close(&text, |_| ());
    assert_eq!(made.links("close-camp"), ["camp-inventory:FF+0"]);
    assert!(!made.chain.items.contains(&Id::new("close-camp").unwrap()));
    let span = made.preview.plan.timing(&Id::new("close-camp").unwrap()).unwrap().planned;
    assert_eq!(show_span(span), "60..90");
}

#[test]
fn a_handover_follows_the_agreement_that_others_follow() {
    let agreement = |kind| {
        format!(
            "{CAMP}\nevent draft 5 kind={kind}\nact give-hub handover hub 110..111 after=draft:FS"
        )
    };
    for (kind, expect) in [("agreement", true), ("meeting", false)] {
        let made = close(&agreement(kind), |_| ());
        let follows = made.links("camp-handover").contains(&"draft:FS+0".to_owned());
        assert_eq!(follows, expect, "{kind}");
    }
}

#[test]
fn what_the_planner_chose_is_done() {
    let kind_of = |made: &Made, id: &str| {
        made.preview.plan.movements().find(&Id::new(id).unwrap()).map(|m| m.kind.clone())
    };
    let made = close(CAMP, |wanted| wanted.unoe = UnoeFate::Moved);
    assert_eq!(kind_of(&made, "camp-unoe-to-hub"), Some(MovementKind::Materiel));
    assert_eq!(made.errors(), Vec::<String>::new());

    let made = close(CAMP, |wanted| {
        wanted.unoe = UnoeFate::Disposed(Disposition::Sold);
        wanted.recipient = " District ".into();
    });
    let id = Id::new("camp-unoe-given-up").unwrap();
    let sold = made.preview.plan.movements().find(&id).unwrap();
    assert_eq!(sold.disposition, Some(Disposition::Sold));
    assert_eq!(sold.recipient, Some("District".into()));

    // Nobody told where to: they stay, and that is said.
    let made = close(CAMP, |wanted| wanted.people = None);
    assert!(made.has(Code::LeftBehind));

    let made = close(CAMP, |wanted| wanted.anchor = Anchor::Starts(day(10)));
    assert_eq!(made.dates()[..2], ["people-out 10..19", "coe-out 17..30"]);

    let made = close(CAMP, |wanted| {
        wanted.template.step_mut(StepKind::Hazardous).is_wanted = false;
        wanted.template.step_mut(StepKind::Inventory).days = 10;
    });
    assert_eq!(made.chain.steps.len(), 7);
    assert_eq!(made.dates()[3..5], ["clearance 81..87", "inventory 88..97"]);
}

#[test]
fn units_with_a_way_of_their_own_go_it() {
    let text = format!("{CAMP}\nmove home camp>out 60..65 trip=1 coy:*");
    let made = close(&text, |_| ());
    assert_eq!(made.errors(), Vec::<String>::new());
    let new = |id: &Id| id.as_str().starts_with("camp-") && id.as_str().contains("-to-");
    let movements: Vec<&str> =
        made.chain.items.iter().filter(|id| new(id)).map(|id| id.as_str()).collect();
    assert_eq!(movements, ["camp-rear-party-to-out"]);
}

#[test]
fn materiel_goes_to_the_nearest_hub() {
    let text = format!("{CAMP}\nsite a-hub at=9,16 roles=liquidation-hub");
    let made = close(&text, |_| ());
    assert!(made.chain.items.contains(&Id::new("camp-coe-to-hub").unwrap()));
}

#[test]
fn a_long_way_makes_a_step_longer() {
    // 1,500 km by road.
    let far = CAMP.replace("site hub at=0,16", "site hub at=1,2.5");
    let made = close(&far, |_| ());
    let coe = made.chain.steps.iter().find(|step| step.kind == StepKind::CoeOut).unwrap();
    assert!(coe.span.days() > 30, "{coe:?}");
    assert_eq!(made.errors(), Vec::<String>::new());
}

#[test]
fn what_cannot_be_made_is_refused() {
    type Change = fn(&mut Closing);
    let faults: &[(Change, ClosingFault)] = &[
        (|c| c.site = site("nowhere"), ClosingFault::NoSuchSite(site("nowhere"))),
        (|c| c.site = site("out"), ClosingFault::IsExit),
        (|c| c.people.as_mut().unwrap().to = site("camp"), ClosingFault::BadDestination),
        (|c| c.people.as_mut().unwrap().to = site("nowhere"), ClosingFault::BadDestination),
        (
            |c| c.template.step_mut(StepKind::Closure).days = 0,
            ClosingFault::BadLength(StepKind::Closure),
        ),
        (
            |c| c.template.step_mut(StepKind::Closure).lag_days = i64::MIN,
            ClosingFault::BadLength(StepKind::Closure),
        ),
        (
            |c| c.template.steps.iter_mut().for_each(|step| step.is_wanted = false),
            ClosingFault::NothingToMake,
        ),
    ];
    for (change, expect) in faults {
        let fault = try_close(CAMP, change).err();
        assert_eq!(fault.as_ref(), Some(expect));
    }
}

#[test]
fn a_camp_is_closed_at_the_ends_of_the_calendar_without_a_crash() {
    use crate::calendar::Day;
    for anchor in [
        Anchor::Ends(Day::MIN),
        Anchor::Ends(Day::MAX),
        Anchor::Starts(Day::MIN),
        Anchor::Starts(Day::MAX),
    ] {
        let made = close(CAMP, |wanted| wanted.anchor = anchor);
        assert_eq!(made.chain.steps.len(), 8, "{anchor:?}");
    }
}

#[test]
fn ids_never_meet_those_of_the_plan() {
    let text = format!("{CAMP}\nevent camp-handover 5\nevent camp-handover-2 5");
    let made = close(&text, |_| ());
    assert!(made.chain.items.contains(&Id::new("camp-handover-3").unwrap()));
}
