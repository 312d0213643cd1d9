//! The figures of the curve: what follows from the plan alone.

use super::{STACK, level};
use crate::calendar::{DateSpan, Day};
use crate::plan::{Measure, Report, ReportId};
use crate::schedule::{People, Schedule, TotalsNow, Track};

/// The strength on both tracks.
#[derive(Clone, Debug, PartialEq)]
pub struct Curves {
    pub horizon: DateSpan,
    /// In the order of [`Track::ALL`].
    tracks: [Curve; 2],
}

/// The strength on one track.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Sorted by day, no two of the same day; the first is of the first day of
    /// the horizon.
    pub figures: Vec<Figures>,
    /// By day.
    pub reports: Vec<Reported>,
}

/// How many there are at the close of a day, and of the days after it up to the
/// next figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    pub from: Day,
    /// Present or moving in the theatre.
    pub there: People,
    pub departed: People,
}

/// A report of the plan, as the curve would have it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reported {
    pub id: ReportId,
    pub day: Day,
    pub measure: Measure,
    /// The figure of the report.
    pub count: u64,
    /// How many it says are there, of the lowest `bands` of the stack.
    pub there: u64,
    pub bands: usize,
    pub approx: bool,
}

impl Curves {
    pub fn of(schedule: &Schedule) -> Curves {
        Curves {
            horizon: schedule.plan().horizon(),
            tracks: Track::ALL.map(|track| Curve::of(schedule, track)),
        }
    }

    pub fn on(&self, track: Track) -> &Curve {
        match track {
            Track::Planned => &self.tracks[0],
            Track::Forecast => &self.tracks[1],
        }
    }
}

impl Curve {
    fn of(schedule: &Schedule, track: Track) -> Curve {
        let strength = schedule.strength(track);
        let figures: Vec<Figures> =
            strength.iter().map(|(day, totals)| Figures::of(*day, totals)).collect();
        let mut curve = Curve { figures, reports: Vec::new() };
        let reports = schedule.plan().reports().iter();
        curve.reports = reports.filter_map(|report| curve.reported(report)).collect();
        curve.reports.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
        curve
    }

    /// The figures at the close of a day; None before the first day of the horizon.
    pub fn at(&self, day: Day) -> Option<&Figures> {
        let after = self.figures.partition_point(|figures| figures.from <= day);
        after.checked_sub(1).map(|index| &self.figures[index])
    }

    /// The most people there are at any time, and that are reported.
    pub fn peak(&self) -> u64 {
        let there = self.figures.iter().map(|figures| figures.there.total());
        there.chain(self.reports.iter().map(|report| report.there)).max().unwrap_or(0)
    }

    /// None for a report that says nothing about the whole theatre, or nothing of
    /// a part of the stack that stands on the axis.
    fn reported(&self, report: &Report) -> Option<Reported> {
        let day = report.date?;
        let figures = self.at(day).filter(|_| report.sites.is_empty())?;
        let (bands, count) = stacked(report)?;
        let there = match report.measure {
            Measure::Present => count,
            // Those of the opening and those who came since.
            Measure::Departed => {
                let all = level(&figures.there, bands) + level(&figures.departed, bands);
                all.checked_sub(count)?
            }
            Measure::Unknown(_) => return None,
        };
        Some(Reported {
            id: report.id.clone(),
            day,
            measure: report.measure.clone(),
            count,
            there,
            bands,
            approx: report.approx,
        })
    }
}

impl Figures {
    fn of(from: Day, totals: &TotalsNow) -> Figures {
        let (present, moving) = (totals.present.personnel, totals.moving.personnel);
        Figures {
            from,
            there: People {
                military: present.military + moving.military,
                police: present.police + moving.police,
                civilian: present.civilian + moving.civilian,
                other: present.other + moving.other,
            },
            departed: totals.departed.personnel,
        }
    }
}

/// How many a report counts of the lowest bands of the stack, and of how many
/// bands.
fn stacked(report: &Report) -> Option<(usize, u64)> {
    let of = |word: &str| report.personnel.get(word).copied();
    if let Some(total) = of("total") {
        return Some((STACK.len(), total));
    }
    let bands = STACK.iter().take_while(|category| of(category.as_word()).is_some()).count();
    let sum = || STACK[..bands].iter().filter_map(|category| of(category.as_word())).sum();
    match (bands, of("uniformed")) {
        (0 | 1, Some(uniformed)) => Some((2, uniformed)),
        (0, None) => None,
        _ => Some((bands, sum())),
    }
}
