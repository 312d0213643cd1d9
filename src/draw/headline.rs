//! Title, caption, date and phase: what the picture shows, in the upper left corner.

use super::furniture::{Furnishing, words_at};
use super::map::Frame;
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
const CAPTION: Font = Font { size: 17.0, ..STRONG };
/// From one line of text to the next.
const LEADING: f32 = 19.0;
/// Of more phases at once the first ones are named.
const MOST_PHASES: usize = 3;

/// The lines of the block, from top to bottom.
struct Block<'a> {
    frame: &'a Frame<'a>,
    nodes: Vec<Node>,
    /// How far down the block reaches.
    height: f32,
    width: f32,
}

impl Block<'_> {
    /// Adds a line that takes `leading` points of height.
    fn line(&mut self, text: &str, font: Font, color: Color, leading: f32) {
        self.height += leading;
        let at = self.frame.area.min.plus(0.0, self.height - leading + font.cap_height() + 3.0);
        self.nodes.push(words_at(text, font, at, color, self.frame.look.style));
    }

    fn reserve(&mut self, width: f32) {
        self.width = self.width.max(width);
    }
}

pub fn draw(frame: &Frame) -> Furnishing {
    let look = frame.look;
    let (style, lang) = (look.style, look.lang);
    let is_small = frame.outer.width() < SMALL.0 || frame.outer.height() < SMALL.1;
    let mut block = Block { frame, nodes: Vec::new(), height: 0.0, width: 0.0 };
    if look.furniture.title && !is_small {
        let title = look.plan.header().title.in_language(lang.tag());
        block.line(title, STRONG, style.quiet, LEADING + 3.0);
        block.reserve(measure(title, STRONG));
    }
    if let Some(caption) = look.caption.filter(|_| look.furniture.title && !is_small) {
        block.line(caption, CAPTION, style.text, LEADING + 5.0);
        block.reserve(measure(caption, CAPTION));
    }
    if look.furniture.date {
        let (font, leading) = if is_small { (SMALL_DATE, 25.0) } else { (DATE, 33.0) };
        let day = look.moment.day();
        block.line(&date_long(day, lang), font, style.text, leading);
        block.reserve(widest_date(font, lang));
        let track = words(lang).word("track", look.track.as_word());
        // Counted only from a day that somebody set.
        let count = look.plan.header().d_day.map(|d_day| day_count(day, d_day, lang));
        let count = count.map_or(String::new(), |count| format!("{count}  ·  "));
        block.line(&format!("{count}{track}"), TEXT, style.quiet, LEADING);
    }
    if look.furniture.date && !is_small {
        let totals = totals(frame);
        block.line(&totals, TEXT, style.quiet, LEADING);
        // As much as large numbers take: the room must not change with them.
        block.reserve(300.0);
        phases(&mut block);
    }
    if block.nodes.is_empty() {
        return Furnishing::default();
    }
    let size = Point::new(block.width, block.height);
    let min = frame.area.min;
    Furnishing {
        nodes: vec![Node::of(Subject::Part("date"), Group::named("headline", block.nodes))],
        taken: vec![Rect { min, max: min.plus(size.x, size.y) }.grown(4.0)],
        ..Furnishing::default()
    }
}

/// How many people are in the theatre, on their way and gone.
fn totals(frame: &Frame) -> String {
    let people = |holdings: &Holdings| Arg::from(holdings.personnel.total());
    let totals = &frame.snapshot.totals;
    let totals = [
        ("present", people(&totals.present)),
        ("moving", people(&totals.moving)),
        ("departed", people(&totals.departed)),
    ];
    words(frame.look.lang).fill("map-totals", &totals)
}

/// The phases of the day, and room for as many as there ever are at once.
fn phases(block: &mut Block) {
    let look = block.frame.look;
    let name = |phase: &Phase| phase.name.in_language(look.lang.tag()).to_owned();
    let now: Vec<String> = phases_on(look.plan, look.moment.day()).map(name).collect();
    let starts = look.plan.phases().iter().filter_map(|phase| phase.span.start);
    let most = starts.map(|day| phases_on(look.plan, day).count()).max().unwrap_or(0);
    let most = most.max(now.len()).min(MOST_PHASES);
    for name in now.iter().take(most) {
        block.line(name, STRONG, look.style.text, LEADING);
    }
    block.height += LEADING * (most - now.len().min(most)) as f32;
    let widths = look.plan.phases().iter().map(|phase| measure(&name(phase), STRONG));
    let widest = widths.fold(0.0, f32::max);
    block.reserve(widest);
}

/// The phases a day belongs to, without those of which it is in a part.
fn phases_on(plan: &Plan, day: Day) -> impl Iterator<Item = &Phase> {
    let now = move |phase: &&Phase| phase.span.contains(day);
    let phases = move || plan.phases().iter().map(|phase| &**phase).filter(now);
    phases().filter(move |phase| !phases().any(|part| part.parent.as_ref() == Some(&phase.id)))
}

/// The room the date needs on any day, so that no label moves while the plan plays.
fn widest_date(font: Font, lang: Lang) -> f32 {
    // The longest month of both languages.
    let september = Day::from_ymd(2023, 9, 30).expect("September has 30 days");
    measure(&date_long(september, lang), font)
}
