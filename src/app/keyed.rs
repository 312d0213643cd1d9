//! A value kept with what it was made from.

use std::sync::{Arc, LazyLock};

/// A value with what it was made from.
pub struct Keyed<K, V>(Option<(K, V)>);

impl<K: PartialEq, V: Clone> Keyed<K, V> {
    pub fn get(&mut self, key: K, make: impl FnOnce() -> V) -> V {
        match &self.0 {
            Some((known, value)) if *known == key => value.clone(),
            _ => {
                let value = make();
                self.0 = Some((key, value.clone()));
                value
            }
        }
    }
}

impl<K: PartialEq, V: Clone> Keyed<K, V> {
    /// A value that may hold under another part of its key: `holds` looks at it.
    pub fn get_while(
        &mut self,
        key: K,
        holds: impl FnOnce(&V) -> bool,
        make: impl FnOnce() -> V,
    ) -> V {
        match &self.0 {
            Some((known, value)) if *known == key && holds(value) => value.clone(),
            _ => {
                self.0 = None;
                self.get(key, make)
            }
        }
    }
}

impl<K, V> Keyed<K, V> {
    /// The value that was asked for last, whatever its key.
    pub fn last(&self) -> Option<&(K, V)> {
        self.0.as_ref()
    }
}

impl<K, V> Default for Keyed<K, V> {
    fn default() -> Self {
        Keyed(None)
    }
}

/// A value of which the last two are kept, for what is asked for in pairs.
pub fn of_two<K: PartialEq, V: Clone>(
    kept: &mut [Keyed<K, V>; 2],
    key: K,
    make: impl FnOnce() -> V,
) -> V {
    if kept[0].last().is_none_or(|(known, _)| *known != key) {
        kept.swap(0, 1);
    }
    kept[0].get(key, make)
}

/// A value that is made when it is first asked for, and shared.
pub type Late<T> = Arc<LazyLock<T, Box<dyn FnOnce() -> T + Send>>>;

pub fn late<T>(make: impl FnOnce() -> T + Send + 'static) -> Late<T> {
    Arc::new(LazyLock::new(Box::new(make)))
}
