//! Title, date and phase: what the picture shows, in the upper left corner.

use super::furniture::{Furnishing, words_at};
use super::map::Frame;
use super::style::{DATE, STRONG, TEXT};
use crate::calendar::Day;
use crate::i18n::{Arg, Lang, date_long, day_count, words};
use crate::plan::{Phase, Plan};
use crate::schedule::Holdings;
use crate::scene::{Font, Group, Node, Rect, Subject, measure};

/// How far the baselines lie below the upper edge of the block.
const TITLE_LINE: f32 = 12.0;
const DATE_LINE: f32 = 45.0;
const DETAIL_LINE: f32 = 67.0;
const PHASE_LINE: f32 = 86.0;
const TOTALS_LINE: f32 = 105.0;

pub fn draw(frame: &Frame) -> Furnishing {
    let look = frame.look;
    let (style, lang) = (look.style, look.lang);
    let origin = frame.area.min;
    let day = look.moment.day();
    let mut nodes = Vec::new();
    let mut width: f32 = 0.0;
    let mut height = 0.0;
    let mut line = |text: &str, font: Font, color, baseline: f32| {
        nodes.push(words_at(text, font, origin.plus(0.0, baseline), color, style));
    };
    if look.furniture.title {
        let title = look.plan.header().title.in_language(lang.tag());
        line(title, STRONG, style.quiet, TITLE_LINE);
        width = width.max(measure(title, STRONG));
        height = TITLE_LINE + 6.0;
    }
    if look.furniture.date {
        line(&date_long(day, lang), DATE, style.text, DATE_LINE);
        let track = words(lang).word("track", look.track.as_word());
        let count = day_count(day, look.plan.d_day(), lang);
        line(&format!("{count}  ·  {track}"), TEXT, style.quiet, DETAIL_LINE);
        let name = |phase: &Phase| phase.name.in_language(lang.tag()).to_owned();
        let phases: Vec<String> = phases_on(look.plan, day).map(name).collect();
        line(&phases.join("  ·  "), STRONG, style.text, PHASE_LINE);
        let people = |holdings: &Holdings| Arg::from(holdings.personnel.total());
        let totals = &frame.snapshot.totals;
        let totals = [
            ("present", people(&totals.present)),
            ("moving", people(&totals.moving)),
            ("departed", people(&totals.departed)),
        ];
        line(&words(lang).fill("map-totals", &totals), TEXT, style.quiet, TOTALS_LINE);
        width = width.max(widest_date(look.plan, lang));
        height = TOTALS_LINE + 8.0;
    }
    if height == 0.0 {
        return Furnishing::default();
    }
    let subject = Subject::Part("date");
    Furnishing {
        nodes: vec![Node::of(subject, Group::named("headline", nodes))],
        taken: vec![Rect { min: origin, max: origin.plus(width, height) }.grown(4.0)],
    }
}

/// The phases a day belongs to, without those of which it is in a part.
fn phases_on(plan: &Plan, day: Day) -> impl Iterator<Item = &Phase> {
    let now = move |phase: &&Phase| phase.span.contains(day);
    let phases = move || plan.phases().iter().map(|phase| &**phase).filter(now);
    phases().filter(move |phase| !phases().any(|part| part.parent.as_ref() == Some(&phase.id)))
}

/// The room the date and the phases need on any day, so that no label moves
/// while the plan plays.
fn widest_date(plan: &Plan, lang: Lang) -> f32 {
    // The longest month of both languages.
    let september = Day::from_ymd(2023, 9, 30).expect("September has 30 days");
    let names = plan.phases().iter().map(|p| measure(p.name.in_language(lang.tag()), STRONG));
    names.fold(measure(&date_long(september, lang), DATE), f32::max)
}
