//! What a layer of a page shows from which moment on.

use crate::scene::Node;

use super::pool::{Pool, numbers};

/// Which list is shown from which moment on: `[moment, list, moment, list, …]` by
/// number, changes alone.
#[derive(Default)]
pub struct Course {
    changes: Vec<usize>,
    /// The nodes shown last, each with the entries made of it: most stay as they are
    /// from day to day.
    before: Vec<(Node, Vec<usize>)>,
}

impl Course {
    /// What is shown from a moment on; `entries_of` is asked for nodes that were not
    /// there before.
    pub fn take(
        &mut self,
        moment: usize,
        nodes: Vec<Node>,
        pool: &mut Pool,
        mut entries_of: impl FnMut(&mut Pool, &Node) -> Vec<usize>,
    ) {
        let before = std::mem::take(&mut self.before);
        for (i, node) in nodes.into_iter().enumerate() {
            let in_place = before.get(i).filter(|(known, _)| *known == node);
            let known = in_place.or_else(|| before.iter().find(|(known, _)| *known == node));
            let entries = match known {
                Some((_, entries)) => entries.clone(),
                None => entries_of(pool, &node),
            };
            self.before.push((node, entries));
        }
        let entries = self.before.iter().flat_map(|(_, entries)| entries).copied();
        self.show(moment, pool.lists.number_of(numbers(entries)));
    }

    fn show(&mut self, moment: usize, list: usize) {
        if self.changes.last() != Some(&list) {
            self.changes.extend([moment, list]);
        }
    }

    pub fn json(&self) -> String {
        numbers(self.changes.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Color, Outline, Path, Rect};

    #[test]
    fn what_stays_is_made_once() {
        let node = |x: f32| {
            let outline = Outline::Rect { rect: Rect::new(x, 0.0, 4.0, 4.0), corner: 0.0 };
            Node::new(Path::filled(outline, Color::BLACK))
        };
        let (mut pool, mut course, mut made) = (Pool::default(), Course::default(), 0);
        for (moment, places) in
            [&[1.0, 2.0][..], &[1.0, 2.0], &[2.0, 3.0], &[], &[1.0, 2.0]].into_iter().enumerate()
        {
            let nodes = places.iter().map(|x| node(*x)).collect();
            course.take(moment, nodes, &mut pool, |pool, node| {
                made += 1;
                vec![pool.entries.number_of(format!("{node:?}"))]
            });
        }
        // Of the first day two, then one, and after the empty day two again.
        assert_eq!((made, course.json()), (5, "[0,0,2,1,3,2,4,0]".to_owned()));
        assert_eq!(pool.lists.items(), ["[0,1]", "[1,2]", "[]"]);
    }
}
