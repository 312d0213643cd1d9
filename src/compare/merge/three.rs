//! Three JSON values made one, part by part.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::Side;
use crate::compare::shape::{Grain, Shape, keys, shape_of};
use crate::compare::values::{element, member, names, same};
use crate::compare::{MemberPath, order};

/// A member that both sides changed differently.
pub(super) struct Clash {
    pub path: MemberPath,
    /// In the base, in mine, in theirs.
    pub values: [Option<Value>; 3],
}

/// Merges values as far as their parts allow.
pub(super) struct Three<'a> {
    pub grain: Grain,
    /// Whose is taken where both changed something.
    pub choice: &'a dyn Fn(&MemberPath) -> Side,
    pub clashes: Vec<Clash>,
}

/// A value in the base, in mine, in theirs.
type Values<'a> = [Option<&'a Value>; 3];

impl Three<'_> {
    pub fn merge(&mut self, path: &MemberPath, values: Values) -> Option<Value> {
        let [base, mine, theirs] = values;
        if same(mine, theirs) || same(base, theirs) {
            return mine.cloned();
        }
        if same(base, mine) {
            return theirs.cloned();
        }
        match shape_of(path, &values, self.grain) {
            Shape::Whole => self.clash(path, values).cloned(),
            Shape::Object => {
                let mut object = Map::new();
                for name in names(&values) {
                    let inner = values.map(|value| member(value, &name));
                    let merged = self.merge(&path.to_member(&name), inner);
                    object.extend(merged.map(|value| (name, value)));
                }
                Some(Value::Object(object))
            }
            Shape::List => self.list(path, values),
        }
    }

    fn list(&mut self, path: &MemberPath, values: Values) -> Option<Value> {
        let keys = values.map(|list| keys(path.name(), list, self.grain).unwrap_or_default());
        let all: BTreeSet<&String> = keys.iter().flatten().collect();
        let mut merged: Vec<(String, Value)> = Vec::new();
        for key in all {
            let inner = [0, 1, 2].map(|at| element(values[at], &keys[at], key));
            let value = self.merge(&path.to_element(key), inner);
            merged.extend(value.map(|value| (key.clone(), value)));
        }
        let kept = merged.iter().map(|(key, _)| key.clone()).collect();
        let order = |side| order::merge(&keys[0], &keys[1], &keys[2], &kept, side);
        let mut placed = order(Side::Mine);
        if placed.conflict {
            placed = order((self.choice)(path));
            self.clash(path, values);
        }
        let place = |key: &String| placed.order.iter().position(|other| other == key);
        merged.sort_by_key(|(key, _)| place(key));
        (!merged.is_empty()).then(|| merged.into_iter().map(|(_, value)| value).collect())
    }

    /// Notes a clash, and gives the value that is taken.
    fn clash<'v>(&mut self, path: &MemberPath, values: Values<'v>) -> Option<&'v Value> {
        let values_there = values.map(|value| value.cloned());
        self.clashes.push(Clash { path: path.clone(), values: values_there });
        values[(self.choice)(path) as usize]
    }
}
