//! Cells of one size in rows.

use eframe::egui::{Pos2, Rect, Vec2, vec2};

/// Where cells stand that are numbered along the rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    pub columns: usize,
    cell: Vec2,
    gap: f32,
    count: usize,
}

impl Grid {
    /// As many columns as fit into a width, at least one.
    pub fn fitting(width: f32, cell: Vec2, gap: f32, count: usize) -> Grid {
        let columns = ((width + gap) / (cell.x + gap)).floor().max(1.0) as usize;
        Grid { columns, cell, gap, count }
    }

    pub fn cell(&self, index: usize) -> Rect {
        let (column, row) = (index % self.columns, index / self.columns);
        let step = self.cell + Vec2::splat(self.gap);
        let at = vec2(column as f32 * step.x, row as f32 * step.y);
        Rect::from_min_size(at.to_pos2(), self.cell)
    }

    pub fn size(&self) -> Vec2 {
        let rows = self.count.div_ceil(self.columns) as f32;
        let columns = self.columns.min(self.count) as f32;
        let side = |cells: f32, cell: f32| (cells * (cell + self.gap) - self.gap).max(0.0);
        vec2(side(columns, self.cell.x), side(rows, self.cell.y))
    }

    /// Before which cell something goes that is dropped at a point; the number of
    /// cells for behind the last.
    pub fn slot_at(&self, at: Pos2) -> usize {
        let step = self.cell + Vec2::splat(self.gap);
        let row = (at.y / step.y).floor().max(0.0) as usize;
        let column = ((at.x + self.gap / 2.0) / step.x + 0.5).floor().max(0.0) as usize;
        (row * self.columns + column.min(self.columns)).min(self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::pos2;

    #[test]
    fn cells_stand_in_rows_and_are_found_again() {
        let grid = Grid::fitting(430.0, vec2(100.0, 80.0), 10.0, 6);
        assert_eq!((grid.columns, grid.size()), (4, vec2(430.0, 170.0)));
        assert_eq!(grid.cell(5).min, pos2(110.0, 90.0));
        for (at, slot) in [
            (pos2(-20.0, 40.0), 0),
            (pos2(40.0, 40.0), 0),
            (pos2(70.0, 40.0), 1),
            (pos2(420.0, 40.0), 4),
            (pos2(900.0, 40.0), 4),
            (pos2(40.0, 120.0), 4),
            (pos2(200.0, 120.0), 6),
            (pos2(900.0, 900.0), 6),
        ] {
            assert_eq!(grid.slot_at(at), slot, "{at:?}");
        }
        assert_eq!(Grid::fitting(20.0, vec2(100.0, 80.0), 10.0, 2).columns, 1);
    }
}
