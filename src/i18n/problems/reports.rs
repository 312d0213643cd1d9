//! Words for what a document or a report gives, beside what the plan has.

use super::plan::Sayer;
use super::values::listed;
use crate::i18n::number;
use crate::plan::{Item, SiteId};
use crate::schedule::{Problem, Reported};

impl Sayer<'_> {
    /// The document that a count or report was taken from.
    pub fn document(&self, problem: &Problem) -> String {
        let item = problem.items.first().and_then(|id| self.plan.item(id));
        let basis = item.as_ref().and_then(Item::basis).unwrap_or_default();
        let source = basis.iter().find_map(|basis| basis.source.as_ref());
        source.map_or_else(|| self.words.text("problem-document"), |source| self.name(source))
    }

    /// A report, with the sites it is about where these are not all.
    pub fn report(&self, problem: &Problem) -> String {
        let document = self.document(problem);
        let report = problem.items.first().and_then(|id| self.plan.reports().find(id));
        let sites = report.map_or(&[][..], |report| &report.sites);
        if sites.is_empty() {
            return document;
        }
        let args = [("source", document.into()), ("sites", self.sites(sites).into())];
        self.words.fill("problem-report-at", &args)
    }

    pub fn sites(&self, sites: &[SiteId]) -> String {
        let names: Vec<String> = sites.iter().map(|site| self.name(site)).collect();
        listed(&names, self.words.lang())
    }

    /// `675 reported, 701 computed (+26)`
    pub fn reported(&self, figure: &Reported) -> String {
        let lang = self.words.lang();
        let difference = figure.computed - figure.reported;
        let sign = if difference > 0 { "+" } else { "" };
        let args = [
            ("reported", self.amount(&figure.of, figure.reported).into()),
            ("computed", number(figure.computed, lang).into()),
            ("difference", format!("{sign}{}", number(difference, lang)).into()),
        ];
        self.words.fill("problem-report-figure", &args)
    }
}
