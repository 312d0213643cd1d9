//! Sectors drawn and changed on the map: each change is a step of the plan.

use std::sync::Arc;

use super::hold::{Hold, Reshape};
use super::{MapState, Shapes, Tool};
use crate::app::Window;
use crate::app::action::StepLabel;
use crate::i18n::words;
use crate::plan::edit::Command;
use crate::plan::{Header, Item, SectorId};
use crate::sectors::{Guides, Sector, Sectors, middle};

impl Window {
    /// Keeps the sectors as shapes while they are edited, those of the theatre that is
    /// shown.
    pub(in crate::app) fn follow_sectors(&mut self) {
        if !self.view.map.tool.edits_sectors() {
            self.view.map.shapes = None;
            return;
        }
        let (key, loaded) = self.theatre();
        let MapState { shapes, sector, .. } = &mut self.view.map;
        if loaded.error.is_some() {
            // What cannot be read would be lost.
            *shapes = None;
            return;
        }
        let theatre = loaded.theatre;
        if shapes.as_ref().is_some_and(|shapes| Arc::ptr_eq(&shapes.theatre, &theatre)) {
            return;
        }
        let sectors = Arc::new(Sectors::of(&theatre, key.own_sectors.as_ref()));
        // One that is gone is not chosen any more.
        sector.take_if(|id| sectors.find(id).is_none());
        let guides = Guides::of(&sectors, &theatre, None);
        *shapes = Some(Shapes { theatre, sectors, guides });
    }

    /// Makes a sector of the corners that were drawn.
    pub(super) fn close_ring(&mut self) {
        let Some(sectors) = self.view.map.sectors().cloned() else {
            self.say(words(self.settings.lang).text("edit-refused"));
            return;
        };
        let name = words(self.settings.lang).text("sector-new");
        let id = sectors.fresh_id(&name);
        let ring = self.view.map.points.clone();
        match sectors.with(Sector::new(id.clone(), &name, ring)) {
            Err(refusal) => self.refuse_sectors(&refusal),
            Ok(more) => {
                self.view.map.tool = Tool::Sectors;
                self.view.map.points.clear();
                self.put_sectors("step-add-sector", name, more, Vec::new());
                self.view.map.sector = Some(id);
            }
        }
    }

    /// What was held of the sectors stays as it is now.
    pub(super) fn put_reshaped(&mut self, hold: &Hold, sectors: Sectors) {
        let corner = match hold {
            Hold::Corner(corner) => Some(corner.to),
            _ => None,
        };
        self.put_chosen(sectors);
        self.view.map.corner = corner;
    }

    /// Puts sectors into the plan of which the chosen one was reshaped.
    fn put_chosen(&mut self, sectors: Sectors) {
        let chosen = self.view.map.sector.clone().unwrap_or_default();
        let name = self.sector_name(&chosen);
        self.put_sectors("step-reshape-sector", name, sectors, Vec::new());
    }

    pub(super) fn reshape(&mut self, reshape: Reshape) {
        let Some(sectors) = self.view.map.sectors().cloned() else { return };
        match reshape {
            Reshape::RemoveCorner(corner) => match sectors.without_corner(corner) {
                Ok(less) => self.put_chosen(less),
                Err(refusal) => self.refuse_sectors(&refusal),
            },
            Reshape::PartEdge(edge) => self.put_chosen(sectors.parted(edge, middle(edge))),
            Reshape::Rename { id, name } => {
                let named = sectors.renamed(&id, &name);
                self.put_sectors("step-rename-sector", name, named, Vec::new());
            }
            Reshape::Remove(id) => {
                let name = self.sector_name(&id);
                let freed = self.without_sector(&id);
                self.put_sectors("step-remove-sector", name, sectors.without(&id), freed);
                self.view.map.sector = None;
            }
        }
    }

    fn sector_name(&self, id: &str) -> String {
        let sector = self.view.map.sectors().and_then(|sectors| sectors.find(id));
        let name = sector.and_then(|sector| sector.name(self.settings.lang.tag()));
        name.unwrap_or(id).to_owned()
    }

    /// Sites and activities without the sector they were in.
    fn without_sector(&self, id: &str) -> Vec<Command> {
        let plan = self.document.plan();
        let is_it = |sector: &Option<SectorId>| sector.as_ref().is_some_and(|s| s.as_str() == id);
        let sites = plan.sites().iter().filter(|site| is_it(&site.sector)).map(|site| {
            let mut site = (**site).clone();
            site.sector = None;
            Item::from(Arc::new(site))
        });
        let activities = plan.activities().iter().filter(|a| is_it(&a.sector)).map(|activity| {
            let mut activity = (**activity).clone();
            activity.sector = None;
            Item::from(Arc::new(activity))
        });
        let freed = sites.chain(activities);
        freed.map(|item| Command::Put { item, position: None }).collect()
    }

    /// Puts sectors into the plan, as one step. Those of a map become the plan's own,
    /// and that is told.
    fn put_sectors(
        &mut self,
        message: &'static str,
        name: String,
        sectors: Sectors,
        also: Vec<Command>,
    ) {
        self.view.map.hold = None;
        self.end_drag();
        let of_map = self.document.plan().header().sectors.is_none();
        let taken = of_map && !self.theatre().1.theatre.sectors().is_empty();
        let header = self.document.plan().header();
        let header = Header { sectors: Some(sectors.to_collection()), ..header.clone() };
        let freed = also.len();
        let mut commands = vec![Command::SetHeader(Arc::new(header))];
        commands.extend(also);
        self.run(StepLabel::Named { message, name }, Command::Batch(commands));
        let words = words(self.settings.lang);
        if taken {
            self.say(words.text("sectors-taken"));
        } else if freed > 0 {
            self.say(words.fill("sector-freed", &[("count", freed.into())]));
        }
    }
}
