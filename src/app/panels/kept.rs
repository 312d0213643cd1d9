//! What only an open list, menu or cell needs of the plan: made when it is first
//! shown, and anew when what it is made from is another.

use std::sync::{Arc, Weak};

use eframe::egui::{Id as WidgetId, Ui};

/// The value at a place, made from what the key names.
pub fn kept<K, V>(ui: &Ui, place: WidgetId, key: K, make: impl FnOnce() -> V) -> Arc<V>
where
    K: Clone + PartialEq + Send + Sync + 'static,
    V: Send + Sync + 'static,
{
    let last: Option<(K, Arc<V>)> = ui.data(|data| data.get_temp(place));
    match last {
        Some((known, value)) if known == key => value,
        _ => {
            let value = Arc::new(make());
            ui.data_mut(|data| data.insert_temp(place, (key, value.clone())));
            value
        }
    }
}

/// A key that is the same only for one and the same value, which it does not keep.
#[derive(Debug)]
pub struct Same<T>(Weak<T>);

impl<T> Same<T> {
    pub fn of(value: &Arc<T>) -> Same<T> {
        Same(Arc::downgrade(value))
    }
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Same<T> {
        Same(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Same<T>) -> bool {
        self.0.ptr_eq(&other.0)
    }
}
