//! A table over as many pages as it takes, its head on each of them.

use super::super::sheet::Look;
use super::super::sheet::table::Table;
use super::super::style::QUIET;
use super::headed;
use crate::i18n::number;
use crate::scene::Scene;

/// The pages of a table; none for one without rows.
pub fn table_pages(look: &Look, title: &str, table: &Table) -> Vec<Scene> {
    let mut pages = Vec::new();
    let mut first = 0;
    while first < table.rows.len() {
        let count = i64::try_from(table.rows.len()).unwrap_or(i64::MAX);
        let (mut scene, room) = headed(look, title, &number(count, look.lang));
        let laid = table.laid(QUIET, room.width());
        let rows = laid.fitting(first, room.height());
        first = rows.end;
        scene.nodes.push(laid.draw(rows, room.min, look.style).0);
        pages.push(scene);
    }
    pages
}
