//! Things by where they lie in a picture, so that what is near is found without
//! looking at all of them.

use crate::scene::{Point, Rect};

/// No cell is smaller, in points, and no picture has more to a side.
const SMALLEST: f32 = 48.0;
const MOST: f32 = 64.0;

/// A grid over a view. What lies outside of the view belongs to the cells at its
/// edge, so that nothing is ever missed.
#[derive(Clone)]
pub struct Cells<T> {
    corner: Point,
    side: f32,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<T>>,
}

impl<T: Copy> Cells<T> {
    pub fn of(view: Rect) -> Cells<T> {
        let side = (view.width().max(view.height()) / MOST).max(SMALLEST);
        let count = |length: f32| (length / side) as usize + 1;
        let (columns, rows) = (count(view.width()), count(view.height()));
        Cells { corner: view.min, side, columns, rows, cells: vec![Vec::new(); columns * rows] }
    }

    pub fn add(&mut self, rect: Rect, thing: T) {
        for cell in self.cells_of(rect) {
            self.cells[cell].push(thing);
        }
    }

    pub fn add_point(&mut self, at: Point, thing: T) {
        self.add(Rect { min: at, max: at }, thing);
    }

    /// All that may lie within a rectangle; what is large perhaps more than once,
    /// points once.
    pub fn near(&self, rect: Rect) -> impl Iterator<Item = T> {
        self.cells_of(rect).flat_map(|cell| self.cells[cell].iter().copied())
    }

    fn cells_of(&self, rect: Rect) -> impl Iterator<Item = usize> + use<T> {
        let columns = self.column(rect.min.x)..=self.column(rect.max.x);
        let width = self.columns;
        (self.row(rect.min.y)..=self.row(rect.max.y))
            .flat_map(move |row| columns.clone().map(move |column| row * width + column))
    }

    // Numbers below 0 become 0.
    fn column(&self, x: f32) -> usize {
        (((x - self.corner.x) / self.side) as usize).min(self.columns - 1)
    }

    fn row(&self, y: f32) -> usize {
        (((y - self.corner.y) / self.side) as usize).min(self.rows - 1)
    }
}

impl Cells<Rect> {
    /// The rectangles that meet another one, each once.
    pub fn meeting(&self, rect: Rect) -> impl Iterator<Item = Rect> {
        // It is told of in the cell where both begin to overlap.
        let begins = move |cell: usize, other: &Rect| {
            let x = other.min.x.max(rect.min.x);
            cell == self.row(other.min.y.max(rect.min.y)) * self.columns + self.column(x)
        };
        self.cells_of(rect).flat_map(move |cell| {
            let there = self.cells[cell].iter().filter(move |other| other.intersects(rect));
            there.filter(move |other| begins(cell, other)).copied()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn rect() -> impl Strategy<Value = Rect> {
        (-300.0..900.0_f32, -300.0..700.0_f32, 0.0..400.0_f32, 0.0..400.0_f32)
            .prop_map(|(x, y, width, height)| Rect::new(x, y, width, height))
    }

    proptest! {
        #[test]
        fn what_meets_a_rectangle_is_near_it(rects in vec(rect(), 0..20), asked in rect()) {
            let mut cells = Cells::of(Rect::new(0.0, 0.0, 600.0, 400.0));
            let mut corners = Cells::of(Rect::new(0.0, 0.0, 600.0, 400.0));
            for rect in &rects {
                cells.add(*rect, *rect);
                corners.add_point(rect.min, rect.min);
            }
            let expect = rects.iter().any(|rect| rect.intersects(asked));
            prop_assert_eq!(cells.near(asked).any(|rect| rect.intersects(asked)), expect);
            let expect = rects.iter().filter(|rect| rect.intersects(asked)).count();
            prop_assert_eq!(cells.meeting(asked).count(), expect);
            let expect = rects.iter().filter(|rect| asked.contains(rect.min)).count();
            prop_assert_eq!(corners.near(asked).filter(|at| asked.contains(*at)).count(), expect);
        }
    }
}
