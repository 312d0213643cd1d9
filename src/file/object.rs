//! Single items and the header as the objects that stand in a file, and back again:
//! for what compares plans and must keep all that a file says.

use serde_json::{Map, Value};

use super::plan::{read_item, write_item};
use super::problem::Problem;
use super::reader::Reader;
use super::record::{Record, write_extra};
use crate::plan::{Extra, Header, Item, Kind};

/// The list of sites may have members of its own, which belong to the header.
const SITES: &str = "sites";

/// An item as the file writes it.
pub fn of_item(item: &Item) -> Map<String, Value> {
    match write_item(item) {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// The item that members make. What its references lead to is not looked at: that
/// is a matter of the plan it is put into.
pub fn item(kind: Kind, members: Map<String, Value>) -> Result<Item, Vec<Problem>> {
    let mut at = Reader::default();
    let item = read_item(kind, &Value::Object(members), &mut at);
    at.without_references(item)
}

/// The header as the file writes it; unknown members of the list of sites stand
/// in `sites`.
pub fn of_header(header: &Header) -> Map<String, Value> {
    let mut members = Map::new();
    header.write_members(&mut members);
    if !header.sites_extra.members().is_empty() {
        let mut sites = Map::new();
        write_extra(&header.sites_extra, &mut sites);
        members.insert(SITES.into(), sites.into());
    }
    write_extra(&header.extra, &mut members);
    members
}

/// The header that members make.
pub fn header(mut members: Map<String, Value>) -> Result<Header, Vec<Problem>> {
    let mut at = Reader::default();
    let sites_extra = match members.shift_remove(SITES) {
        Some(Value::Object(sites)) => Extra::new(sites.into_iter().collect()),
        _ => Extra::default(),
    };
    let header = Header::read_members(&members, &[], &mut at);
    at.without_references(header.map(|header| Header { sites_extra, ..header }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_is_made_again_of_its_members() {
        let plan = crate::file::read(include_bytes!("../../tests/data/full.decamp")).unwrap().plan;
        for item in plan.items() {
            assert_eq!(super::item(item.kind(), of_item(&item)), Ok(item));
        }
        let sites_extra = Extra::new(vec![("name".into(), "camps".into())]);
        let header = Header { sites_extra, ..plan.header().clone() };
        assert_eq!(super::header(of_header(&header)), Ok(header));
    }

    #[test]
    fn members_that_make_no_item_are_problems() {
        let plan = crate::file::read(include_bytes!("../../tests/data/full.decamp")).unwrap().plan;
        let movement = plan.movements().iter().next().unwrap().clone();
        let mut lacking = of_item(&movement.clone().into());
        lacking.shift_remove("from");
        let mut reversed = of_item(&movement.into());
        reversed["planned"] = serde_json::json!({ "start": "2023-08-02", "end": "2023-08-01" });
        for (members, code) in [(lacking, "missing"), (reversed, "end-before-start")] {
            let problems = item(Kind::Movement, members).unwrap_err();
            assert_eq!(problems[0].what.code(), code);
        }
    }
}
