//! What a slide says of its chapter, from the plan alone.

use crate::calendar::Moment;
use crate::export::Request;
use crate::export::founding::distinct;
use crate::film::Told;
use crate::i18n::{Names, date_long, date_short, words};
use crate::plan::{Activity, SourceId};

/// More of what ends in a chapter is counted only.
const MOST_ENDS: usize = 6;
const MOST_SOURCES: usize = 3;

/// The lines of a slide, and what they are taken from.
pub struct Facts {
    pub lines: Vec<String>,
    pub sources: Vec<String>,
}

pub fn facts(request: &Request, chapter: &Told) -> Facts {
    let (plan, lang) = (&request.plan, request.lang);
    let (words, names) = (words(lang), Names::new(plan, lang));
    let last = chapter.last();
    let mut lines = vec![match chapter.first == last {
        true => date_long(last, lang),
        false => {
            let args = [
                ("from", date_long(chapter.first, lang).into()),
                ("until", date_long(last, lang).into()),
            ];
            words.fill("slides-days", &args)
        }
    }];
    let totals = request.schedule.now(request.track, Moment::close_of(last)).totals();
    let people = [
        ("slides-present", totals.present.personnel.total()),
        ("slides-moving", totals.moving.personnel.total()),
        ("slides-departed", totals.departed.personnel.total()),
    ];
    let told = people.into_iter().filter(|(id, count)| *count > 0 || *id == "slides-present");
    lines.extend(told.map(|(id, count)| words.fill(id, &[("count", count.into())])));

    let ends = |activity: &&Activity| {
        let span = request.schedule.span(request.track, &activity.id);
        let end = span.and_then(|span| span.end);
        end.filter(|day| chapter.first <= *day && *day <= last)
    };
    let mut ended: Vec<_> = plan
        .activities()
        .iter()
        .map(|activity| &**activity)
        .filter_map(|activity| Some((ends(&activity)?, activity)))
        .collect();
    ended.sort_by_key(|(day, activity)| (*day, activity.id.clone()));
    lines.extend(ended.iter().take(MOST_ENDS).map(|(day, activity)| {
        let args =
            [("name", names.activity(activity).into()), ("date", date_short(*day, lang).into())];
        words.fill("slides-ends", &args)
    }));
    let others = ended.len().saturating_sub(MOST_ENDS);
    if others > 0 {
        lines.push(words.fill("slides-others", &[("count", (others as u64).into())]));
    }
    let cited = ended.iter().flat_map(|(_, activity)| &activity.basis);
    let cited: Vec<&SourceId> = distinct(cited.filter_map(|basis| basis.source.as_ref()));
    let sources = cited.into_iter().take(MOST_SOURCES).map(|source| names.item(source)).collect();
    Facts { lines, sources }
}
