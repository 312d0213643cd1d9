//! The closure that is proposed for a site, before a planner changes it.

use super::chain::Anchor;
use super::closing::{Closing, Leg, UnoeFate, existing};
use super::steps::{StepKind, Template};
use crate::geo::distance_km;
use crate::plan::{Disposition, Mode, Plan, Site, SiteKind};

impl Closing {
    /// What is proposed for a site: the standard steps, to end with the handover
    /// or closure the plan has for it, else on its last deadline, else as soon as
    /// the horizon allows.
    pub fn proposed(plan: &Plan, site: &Site, template: Template) -> Closing {
        let of_kind = |kind| existing(plan, &site.id, kind).map(|(_, span)| span.end());
        let known = of_kind(StepKind::Handover).or_else(|| of_kind(StepKind::Closure));
        let deadline = plan.limits().iter().filter_map(|limit| limit.date).max();
        let anchor = match known.or(deadline).or(plan.header().horizon.end) {
            Some(day) => Anchor::Ends(day),
            None => Anchor::Starts(plan.horizon().start()),
        };
        let out = plan.sites().iter().find(|other| other.is_exit());
        let hub = hub(plan, site);
        let leg = |to: &Site, own: Mode| Leg {
            to: to.id.clone(),
            mode: Some(match (&site.kind, &to.kind) {
                (SiteKind::Port, SiteKind::Exit | SiteKind::Port) => Mode::Sea,
                _ => own,
            }),
        };
        let people = out.map(|to| leg(to, Mode::Air));
        let people = people.or_else(|| hub.map(|to| leg(to, Mode::Road)));
        Closing {
            site: site.id.clone(),
            anchor,
            template,
            people,
            materiel: hub.or(out.map(|out| &**out)).map(|to| leg(to, Mode::Road)),
            unoe: UnoeFate::Disposed(Disposition::Transferred),
            recipient: String::new(),
        }
    }
}

/// Where materiel is gathered: the nearest hub, or else the nearest port.
fn hub<'a>(plan: &'a Plan, site: &Site) -> Option<&'a Site> {
    let is_hub = |other: &&Site| other.is_hub();
    let is_port = |other: &&Site| other.kind == SiteKind::Port;
    let others = || plan.sites().iter().map(|other| &**other).filter(|other| other.id != site.id);
    // What is a hub or a port itself sends its materiel out.
    if is_hub(&site) || is_port(&site) {
        return None;
    }
    let distance = |other: &&Site| site.place.zip(other.place).map(|(a, b)| distance_km(a, b));
    let nearer = |a: &&Site, b: &&Site| {
        let km = |other| distance(other).unwrap_or(f64::INFINITY);
        km(a).total_cmp(&km(b))
    };
    others().filter(is_hub).min_by(nearer).or_else(|| others().filter(is_port).min_by(nearer))
}
