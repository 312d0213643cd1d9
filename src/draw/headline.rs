//! Title, caption, date and phase: what the picture shows, in the upper left corner.

use super::furniture::words_at;
use super::map::{Frame, Look};
use super::standing::Stage;
use super::style::{DATE, STRONG, TEXT};
use super::widths::measure;
use crate::calendar::Day;
use crate::i18n::{Arg, Lang, date_long, day_count, words};
use crate::plan::{Phase, Plan};
use crate::scene::{Color, Font, Group, Node, Point, Rect, Subject};
use crate::schedule::Holdings;

/// A picture smaller than this has room for the date alone.
const SMALL: (f32, f32) = (560.0, 330.0);
const SMALL_DATE: Font = Font { size: 20.0, ..DATE };
/// What a picture is about.
const CAPTION: Font = Font { size: 22.0, ..STRONG };
/// From one line of text to the next.
const LEADING: f32 = 19.0;
/// Of more phases at once the first ones are named.
const MOST_PHASES: usize = 3;

/// The heights of the lines with title and caption.
const TITLE: f32 = LEADING + 3.0;
const CAPTION_LINE: f32 = LEADING + 10.0;
/// As much as large numbers take.
const TOTALS_WIDTH: f32 = 300.0;

/// Which lines the block has.
struct Lines<'a> {
    title: Option<&'a str>,
    caption: Option<&'a str>,
    /// The font of the date, and the height of its line.
    date: Option<(Font, f32)>,
    /// Totals and phases.
    details: bool,
}

impl<'a> Lines<'a> {
    fn of(look: &Look<'a>, outer: Rect) -> Lines<'a> {
        let is_small = outer.width() < SMALL.0 || outer.height() < SMALL.1;
        let titled = look.furniture.title && !is_small;
        let dated = look.furniture.date;
        let date = if is_small { (SMALL_DATE, 25.0) } else { (DATE, 33.0) };
        Lines {
            title: titled.then(|| look.plan.header().title.in_language(look.lang.tag())),
            caption: look.caption.filter(|_| titled),
            date: dated.then_some(date),
            details: dated && !is_small,
        }
    }
}

/// What the block covers, on every day the same, so that no label moves while the plan
/// plays. None without any line.
pub fn room(stage: &Stage) -> Option<Rect> {
    let look = stage.look;
    let lines = Lines::of(look, stage.outer);
    let mut size = Point::default();
    let mut reserve = |width: f32, height: f32| {
        size = Point::new(size.x.max(width), size.y + height);
    };
    if let Some(title) = lines.title {
        reserve(measure(title, STRONG), TITLE);
    }
    if let Some(caption) = lines.caption {
        reserve(measure(caption, CAPTION), CAPTION_LINE);
    }
    if let Some((font, height)) = lines.date {
        reserve(widest_date(font, look.lang), height + LEADING);
    }
    if lines.details {
        reserve(TOTALS_WIDTH, LEADING);
        let names = look.plan.phases().iter().map(|phase| name(phase, look.lang));
        let widest = names.map(|name| measure(name, STRONG)).fold(0.0, f32::max);
        reserve(widest, LEADING * most_phases(look.plan, look.moment.day()) as f32);
    }
    let min = stage.area.min;
    (size.y > 0.0).then(|| Rect { min, max: min.plus(size.x, size.y) })
}

pub fn draw(frame: &Frame) -> Option<Node> {
    let look = frame.look;
    let (style, lang) = (look.style, look.lang);
    let lines = Lines::of(look, frame.standing.outer);
    let mut nodes = Vec::new();
    let mut height = 0.0;
    let mut line = |text: &str, font: Font, color: Color, leading: f32| {
        // On a whole point: see the legend.
        let at = frame.standing.area.min.plus(0.0, (height + font.cap_height() + 3.0).round());
        nodes.push(words_at(text, font, at, color, style));
        height += leading;
    };
    if let Some(title) = lines.title {
        line(title, STRONG, style.quiet, TITLE);
    }
    if let Some(caption) = lines.caption {
        line(caption, CAPTION, style.text, CAPTION_LINE);
    }
    let day = look.moment.day();
    if let Some((font, leading)) = lines.date {
        line(&date_long(day, lang), font, style.text, leading);
        let track = words(lang).word("track", look.track.as_word());
        // Counted only from a day that somebody set.
        let count = look.plan.header().d_day.map(|d_day| day_count(day, d_day, lang));
        let count = count.map_or(String::new(), |count| format!("{count}  ·  "));
        line(&format!("{count}{track}"), TEXT, style.quiet, LEADING);
    }
    if lines.details {
        line(&totals(frame), TEXT, style.quiet, LEADING);
        for phase in look.plan.phases_on(day).take(MOST_PHASES) {
            line(name(phase, lang), STRONG, style.text, LEADING);
        }
    }
    let block = Group::named("headline", nodes);
    (!block.nodes.is_empty()).then(|| Node::of(Subject::Part("date"), block))
}

fn name(phase: &Phase, lang: Lang) -> &str {
    phase.name.in_language(lang.tag())
}

/// How many people are in the theatre, on their way and gone.
fn totals(frame: &Frame) -> String {
    let people = |holdings: &Holdings| Arg::from(holdings.personnel.total());
    let totals = frame.now.totals();
    let totals = [
        ("present", people(&totals.present)),
        ("moving", people(&totals.moving)),
        ("departed", people(&totals.departed)),
    ];
    words(frame.look.lang).fill("map-totals", &totals)
}

/// How many phases are named at once, on the day with the most of them.
fn most_phases(plan: &Plan, any: Day) -> usize {
    let spans = || plan.phases().iter().map(|phase| phase.span);
    let first = spans().flat_map(|span| [span.start, span.end]).flatten().min();
    // Some may have been under way always.
    let before_all = first.map_or(any, |day| day - 1);
    let days = spans().filter_map(|span| span.start).chain([before_all]);
    days.map(|day| plan.phases_on(day).count()).max().unwrap_or(0).min(MOST_PHASES)
}

/// The room the date needs on any day.
fn widest_date(font: Font, lang: Lang) -> f32 {
    // The longest month of both languages.
    let september = Day::from_ymd(2023, 9, 30).expect("September has 30 days");
    measure(&date_long(september, lang), font)
}
