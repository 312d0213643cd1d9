//! Where rows and days lie in the picture of a timeline.

use super::rows::{Row, RowKind};
use crate::calendar::{DateSpan, Day, Moment, Span};
use crate::plan::Id;
use crate::scene::{Point, Rect};

/// How days lie along the x axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    /// Where the left edge of the chart lies in time, in days since 1970.
    pub first: f64,
    /// Points to a day, at least [`TimeScale::MIN`].
    pub per_day: f64,
}

/// Where everything of a timeline lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    pub width: f32,
    pub height: f32,
    /// The width of the names at the left.
    pub gutter: f32,
    pub scale: TimeScale,
    /// How far the rows are scrolled up, in points.
    pub scroll: f32,
}

/// The bar of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct BarBox {
    pub id: Id,
    pub rect: Rect,
    pub span: DateSpan,
}

impl TimeScale {
    /// Thirty years on a screen.
    pub const MIN: f64 = 0.1;
    pub const MAX: f64 = 120.0;

    /// The scale at which `days` fill `width` points.
    pub fn fitting(days: DateSpan, width: f32) -> TimeScale {
        let per_day = f64::from(width.max(1.0)) / days.days() as f64;
        TimeScale {
            first: days.start().number() as f64,
            per_day: per_day.clamp(TimeScale::MIN, TimeScale::MAX),
        }
    }

    /// Zoomed by a factor, the instant at `x` points from the left staying there.
    pub fn zoomed(self, factor: f64, x: f32) -> TimeScale {
        let per_day = (self.per_day * factor).clamp(TimeScale::MIN, TimeScale::MAX);
        let instant = self.first + f64::from(x) / self.per_day;
        TimeScale { first: instant - f64::from(x) / per_day, per_day }
    }

    /// Moved by so many points, as a drag of the chart does.
    pub fn panned(self, dx: f32) -> TimeScale {
        TimeScale { first: self.first - f64::from(dx) / self.per_day, ..self }
    }
}

impl Layout {
    /// Months and weeks.
    pub const RULER: f32 = 34.0;
    /// Names of the phases below the ruler.
    pub const BANDS: f32 = 20.0;
    pub const ROW: f32 = 26.0;
    pub const BAR: f32 = 18.0;
    /// A bar narrower than this has its handles outside.
    pub const NARROW: f32 = 24.0;

    /// The height of ruler and phase bands.
    pub fn head() -> f32 {
        Layout::RULER + Layout::BANDS
    }

    /// Ruler and bands, over the whole width.
    pub fn top(&self) -> Rect {
        Rect::new(0.0, 0.0, self.width, Layout::head())
    }

    /// Everything right of the names.
    pub fn chart(&self) -> Rect {
        Rect::new(self.gutter, 0.0, (self.width - self.gutter).max(0.0), self.height)
    }

    /// The rows with their names.
    pub fn body(&self) -> Rect {
        let top = Layout::head();
        Rect::new(0.0, top, self.width, (self.height - top).max(0.0))
    }

    /// The rows right of the names.
    pub fn chart_body(&self) -> Rect {
        let top = Layout::head();
        let size = ((self.width - self.gutter).max(0.0), (self.height - top).max(0.0));
        Rect::new(self.gutter, top, size.0, size.1)
    }

    /// Where an instant lies, in days since 1970.
    pub fn x_of(&self, days: f64) -> f32 {
        self.gutter + ((days - self.scale.first) * self.scale.per_day) as f32
    }

    pub fn x_of_moment(&self, moment: Moment) -> f32 {
        self.x_of(moment.days())
    }

    /// The instant at a point, in days since 1970.
    pub fn days_at(&self, x: f32) -> f64 {
        self.scale.first + f64::from(x - self.gutter) / self.scale.per_day
    }

    /// The day whose column holds a point.
    pub fn day_at(&self, x: f32) -> Day {
        Day::from_number(self.days_at(x).floor() as i64)
    }

    /// The top of a row, scrolled.
    pub fn y_of_row(&self, index: usize) -> f32 {
        Layout::head() + index as f32 * Layout::ROW - self.scroll
    }

    /// Which row lies at a height, if the point is below the head.
    pub fn row_at(&self, y: f32) -> Option<usize> {
        (y >= Layout::head())
            .then(|| ((y - Layout::head() + self.scroll) / Layout::ROW).floor() as usize)
    }

    /// The furthest the rows can be scrolled.
    pub fn max_scroll(&self, rows: usize) -> f32 {
        (rows as f32 * Layout::ROW - self.body().height()).max(0.0)
    }

    /// The rows that can be seen.
    pub fn visible_rows(&self, rows: usize) -> std::ops::Range<usize> {
        let first = (self.scroll / Layout::ROW).floor().max(0.0) as usize;
        let count = (self.body().height() / Layout::ROW).ceil() as usize + 1;
        first.min(rows)..(first + count).min(rows)
    }

    /// The rectangle of a span in a row; open ends reach to the chart's edges.
    pub fn span_rect(&self, span: Span, row: usize) -> Rect {
        let chart = self.chart();
        let left = span.start.map_or(chart.min.x - 8.0, |d| self.x_of(d.number() as f64));
        let right = span.end.map_or(chart.max.x + 8.0, |d| self.x_of((d.number() + 1) as f64));
        let y = self.y_of_row(row) + (Layout::ROW - Layout::BAR) / 2.0;
        Rect { min: Point::new(left, y), max: Point::new(right.max(left + 2.0), y + Layout::BAR) }
    }

    /// The bars of the rows that can be seen, with both dates known, by the dates
    /// given.
    pub fn bars(&self, rows: &[Row], dates: impl Fn(&Id) -> Option<Span>) -> Vec<BarBox> {
        let mut bars = Vec::new();
        for index in self.visible_rows(rows.len()) {
            if let RowKind::Item(id) = &rows[index].kind
                && let Some(span) = dates(id).and_then(Span::closed)
            {
                let rect = self.span_rect(span.into(), index);
                bars.push(BarBox { id: id.clone(), rect, span });
            }
        }
        bars
    }
}
