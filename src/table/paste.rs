//! A block of cells pasted into a table: the items as they are to be, or all that
//! is against it.

use std::collections::{BTreeSet, HashMap};

use super::change::{Refusal, changes, told, with_texts};
use super::tsv::Block;
use super::{Column, Ground, Row, columns};
use crate::file::form::{self, Members};
use crate::i18n::{Lang, without_accents, words};
use crate::plan::{Id, Item, Kind};

/// Where something is pasted.
pub struct Target<'a> {
    pub kind: Kind,
    /// The rows from the cell on into which the first cell goes.
    pub rows: &'a [&'a Row],
    /// The columns from that cell on.
    pub columns: &'a [Column],
    /// All rows of the kind: those with an id of their own are found here.
    pub all: &'a [Row],
}

/// What pasting makes of the plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    pub changed: Vec<Item>,
    pub added: Vec<Item>,
}

/// Pastes a block, all or nothing. With a head row, its columns go where it names
/// them, and each line to the item whose id it has; a line without one, or of an id
/// that is new, makes a new item. Without a head row, cells go to those below and
/// beside the one that is pasted into; lines beyond the last row make new items.
pub fn paste(block: &Block, target: &Target, ground: &Ground) -> Result<Pasted, Vec<Refusal>> {
    let (head, lines) = match head(block, target.kind) {
        Some(head) => (Some(head), &block[1..]),
        None => (None, &block[..]),
    };
    let mut paste = Paste {
        target,
        ground,
        by_id: target.all.iter().map(|row| (row.item.id().as_str(), row)).collect(),
        name: columns(target.kind)[0],
        taken: BTreeSet::new(),
        last: HashMap::new(),
        refused: Vec::new(),
    };
    let mut pasted = Pasted::default();
    for (at, cells) in lines.iter().enumerate() {
        let row = at + 1 + usize::from(head.is_some());
        let before = paste.refused.len();
        match &head {
            Some(head) => paste.named(head, cells, at, &mut pasted),
            None => paste.beside(cells, at, &mut pasted),
        }
        paste.refused[before..].iter_mut().for_each(|refusal| refusal.row = row);
    }
    if paste.refused.is_empty() { Ok(pasted) } else { Err(paste.refused) }
}

/// A name at the head of a block: the column it means, where there is one.
type Head = Vec<(Option<Column>, String)>;

/// The first line, where most of it are names of columns: in any language, or as
/// in the plan file.
fn head(block: &Block, kind: Kind) -> Option<Head> {
    if block.len() < 2 {
        return None;
    }
    let all = columns(kind);
    let named = |text: &String| {
        let wanted = without_accents(text.trim());
        let is_called = |column: &&Column| {
            let in_lang = |lang: &Lang| without_accents(&column.name(kind, words(*lang))) == wanted;
            column.key() == wanted || Lang::ALL.iter().any(in_lang)
        };
        (all.iter().find(is_called).copied(), text.clone())
    };
    let head: Head = block[0].iter().map(named).collect();
    let known = head.iter().filter(|(column, _)| column.is_some()).count();
    (known * 2 > head.len()).then_some(head)
}

struct Paste<'a> {
    target: &'a Target<'a>,
    ground: &'a Ground<'a>,
    by_id: HashMap<&'a str, &'a Row>,
    /// The column of what items are called.
    name: Column,
    /// The ids that lines of the block have taken.
    taken: BTreeSet<Id>,
    /// The id that a name has led to last: the search for the next begins there.
    last: HashMap<Id, Id>,
    refused: Vec<Refusal>,
}

impl Paste<'_> {
    fn refuse(&mut self, column: String, text: &str, reason: &str) {
        let reason = self.ground.words.text(reason);
        self.refused.push(Refusal { row: 0, column, text: text.into(), reason });
    }

    /// A line below a head row.
    fn named(&mut self, head: &Head, cells: &[String], at: usize, pasted: &mut Pasted) {
        let mut texts: Vec<(Column, &str)> = Vec::new();
        let mut id = None;
        let nothing = (None, String::new());
        for (cell, (column, name)) in
            cells.iter().zip(head.iter().chain(std::iter::repeat(&nothing)))
        {
            match column {
                Some(Column::Member("id")) => id = Some(cell.trim()),
                // What is worked out is told, not asked for.
                Some(Column::Computed(_)) => {}
                Some(column) => texts.push((*column, cell)),
                None if cell.is_empty() => {}
                None => self.refuse(name.clone(), cell, "table-no-column"),
            }
        }
        let has_id = head.iter().any(|(column, _)| *column == Some(Column::Member("id")));
        let row = match id.filter(|id| !id.is_empty()) {
            Some(id) => self.by_id.get(id).copied(),
            None if has_id => None,
            None => self.target.rows.get(at).copied(),
        };
        self.line(row, id.filter(|id| !id.is_empty()), &texts, pasted);
    }

    /// A line without names.
    fn beside(&mut self, cells: &[String], at: usize, pasted: &mut Pasted) {
        let row = self.target.rows.get(at).copied();
        let mut texts: Vec<(Column, &str)> = Vec::new();
        let mut id = None;
        let columns = self.target.columns.iter().map(Some).chain(std::iter::repeat(None));
        for (cell, column) in cells.iter().zip(columns) {
            match column {
                Some(Column::Member("id")) if row.is_none() => {
                    id = Some(cell.trim()).filter(|id| !id.is_empty());
                }
                Some(Column::Computed(_)) if row.is_none() => {}
                Some(column) => texts.push((*column, cell)),
                None if cell.is_empty() => {}
                None => self.refuse(String::new(), cell, "table-no-room"),
            }
        }
        self.line(row, id, &texts, pasted);
    }

    fn line(
        &mut self,
        row: Option<&Row>,
        id: Option<&str>,
        texts: &[(Column, &str)],
        pasted: &mut Pasted,
    ) {
        let changed = match row {
            Some(row) => {
                if !self.taken.insert(row.item.id().clone()) {
                    let id = row.item.id().to_string();
                    return self.refuse(
                        Column::Member("id").name(self.target.kind, self.ground.words),
                        &id,
                        "table-twice",
                    );
                }
                with_texts(row, texts, self.ground)
            }
            None if id.is_none() && texts.iter().all(|(_, text)| text.trim().is_empty()) => return,
            None => {
                let Some(id) = self.new_id(id, texts) else { return };
                self.new_item(&id, texts).map(Some)
            }
        };
        match changed {
            Ok(item) if row.is_some() => pasted.changed.extend(item),
            Ok(item) => pasted.added.extend(item),
            Err(refused) => self.refused.extend(refused),
        }
    }

    /// The id a new item is asked to have, or a fresh one. None where it cannot be.
    fn new_id(&mut self, asked: Option<&str>, texts: &[(Column, &str)]) -> Option<Id> {
        let column = Column::Member("id").name(self.target.kind, self.ground.words);
        let Some(asked) = asked else {
            let name = texts.iter().find(|(column, _)| *column == self.name);
            let id = self.fresh_id(name.map_or("", |(_, text)| text));
            self.taken.insert(id.clone());
            return Some(id);
        };
        let reason = match Id::new(asked) {
            Err(_) => "table-bad-id",
            Ok(id) if self.ground.plan.kind_of(&id).is_some() => "table-id-taken",
            Ok(id) if !self.taken.insert(id.clone()) => "table-twice",
            Ok(id) => return Some(id),
        };
        self.refuse(column, asked, reason);
        None
    }

    /// An id that nothing has, made of a name where there is one: `camp-de-gao`.
    fn fresh_id(&mut self, name: &str) -> Id {
        let letters = without_accents(name);
        let words = letters.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
        let own = Id::new(&words.collect::<Vec<_>>().join("-"));
        let wanted = own.unwrap_or_else(|_| {
            let kind = Id::new(form::kind_name(self.target.kind));
            self.ground.plan.fresh_id(&kind.expect("names of kinds are ids"))
        });
        let mut id = self.last.get(&wanted).unwrap_or(&wanted).clone();
        while self.taken.contains(&id) || self.ground.plan.kind_of(&id).is_some() {
            id = self.ground.plan.fresh_id(&id);
        }
        self.last.insert(wanted, id.clone());
        id
    }

    fn new_item(&self, id: &Id, texts: &[(Column, &str)]) -> Result<Item, Vec<Refusal>> {
        let texts: Vec<(Column, &str)> =
            texts.iter().copied().filter(|(_, text)| !text.trim().is_empty()).collect();
        let mut members = changes(self.target.kind, &Members::new(), &texts, self.ground)?;
        members.insert("id".into(), id.as_str().into());
        form::item(self.target.kind, members, self.ground.plan)
            .map_err(|problems| told(&problems, self.target.kind, self.ground))
    }
}
