//! Ids for what is new in a plan.

use crate::plan::{Id, Plan};

impl Plan {
    /// An id no item has: `site-1` for `site`, and `ber-2` for `ber` or `ber-1`.
    pub fn fresh_id(&self, like: &Id) -> Id {
        let text = like.as_str();
        let (stem, first) = match text.rsplit_once('-') {
            Some((stem, number)) if !stem.is_empty() => match number.parse::<u32>() {
                // A larger number is a part of the name, such as a date.
                Ok(number) if number < 1_000_000 => (stem, number + 1),
                _ => (text, 2),
            },
            _ if self.kind_of(like).is_some() => (text, 2),
            _ => (text, 1),
        };
        let ids = (first..).filter_map(|number| Id::new(&format!("{stem}-{number}")).ok());
        let mut free = ids.filter(|id| self.kind_of(id).is_none());
        free.next().expect("a plan has fewer items than there are numbers")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Header, Objective};

    #[test]
    fn an_id_is_free_and_like_the_old_one() {
        let id = |text: &str| Id::new(text).unwrap();
        let item = |text: &str| {
            let (basis, extra) = Default::default();
            Objective { id: id(text).into(), name: "".into(), basis, extra }.into()
        };
        let items = ["ber", "gao-1", "gao-2", "close-ber"].map(item);
        let plan = Plan::from_parts(Header::default(), items).unwrap();
        for (like, fresh) in [
            ("site", "site-1"),
            ("ber", "ber-2"),
            ("gao-1", "gao-3"),
            ("close-ber", "close-ber-2"),
            ("count-20231231", "count-20231231-2"),
        ] {
            assert_eq!(plan.fresh_id(&id(like)), id(fresh), "{like}");
        }
    }
}
