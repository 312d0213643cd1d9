//! What the items of a plan are called.

use super::{Lang, Words, date_short, date_short_with_year, words};
use crate::calendar::{Day, Span};
use crate::plan::{
    Activity, ActivityKind, Id, Item, LimitKind, Movement, MovementKind, Plan, SiteId, Text,
};

/// The names of a plan's items in one language.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    plan: &'a Plan,
    words: &'static Words,
}

impl<'a> Names<'a> {
    pub fn new(plan: &'a Plan, lang: Lang) -> Names<'a> {
        Names { plan, words: words(lang) }
    }

    fn text(&self, text: &'a Text) -> &'a str {
        text.in_language(self.words.lang().tag())
    }

    /// A site's own name, or its id where the plan has no such site.
    pub fn site(&self, id: &SiteId) -> String {
        match self.plan.sites().get(id) {
            Some(site) => self.text(&site.name).to_owned(),
            None => id.to_string(),
        }
    }

    /// `Fermeture de Ber`, or the name the planner gave.
    pub fn activity(&self, activity: &Activity) -> String {
        if let Some(name) = &activity.name {
            return name.in_language(self.words.lang().tag()).to_owned();
        }
        let kind = self.activity_kind(&activity.kind);
        match &activity.site {
            Some(site) => self.at_site(kind, site),
            None => kind,
        }
    }

    /// `Fermeture de Ber`, for what happens at a site or is of it.
    pub fn at_site(&self, kind: String, site: &SiteId) -> String {
        let of = of_place(&self.site(site), self.words.lang());
        self.words.fill("activity-at-site", &[("kind", kind.into()), ("of", of.into())])
    }

    pub fn activity_kind(&self, kind: &ActivityKind) -> String {
        self.words.word("activity-kind", kind.as_word())
    }

    pub fn movement_kind(&self, kind: &MovementKind) -> String {
        self.words.word("movement-kind", kind.as_word())
    }

    /// `Ber → Tombouctou`, or the name the planner gave.
    pub fn movement(&self, movement: &Movement) -> String {
        if let Some(name) = &movement.name {
            return name.in_language(self.words.lang().tag()).to_owned();
        }
        let from = self.site(&movement.from);
        match &movement.to {
            Some(to) => format!("{from} → {}", self.site(to)),
            None => format!("{from} – {}", self.movement_kind(&movement.kind)),
        }
    }

    /// The name of an item of any kind; its id where it has none or is missing.
    pub fn item(&self, id: &Id) -> String {
        match self.plan.item(id) {
            Some(item) => self.of(&item),
            None => id.to_string(),
        }
    }

    pub fn of(&self, item: &Item) -> String {
        let tag = self.words.lang().tag();
        let or_id = |name: &Option<Text>, id: &Id| match name {
            Some(name) => name.in_language(tag).to_owned(),
            None => id.to_string(),
        };
        match item {
            Item::Source(source) => {
                source.symbol.clone().unwrap_or_else(|| source.title.in_language(tag).to_owned())
            }
            Item::Objective(objective) => objective.name.in_language(tag).to_owned(),
            Item::Phase(phase) => phase.name.in_language(tag).to_owned(),
            Item::Site(site) => site.name.in_language(tag).to_owned(),
            Item::Unit(unit) => unit.name.in_language(tag).to_owned(),
            Item::Activity(activity) => self.activity(activity),
            Item::Movement(movement) => self.movement(movement),
            Item::Event(event) => event.name.in_language(tag).to_owned(),
            Item::Limit(limit) => match &limit.name {
                Some(name) => name.in_language(tag).to_owned(),
                None => self.limit_kind(&limit.kind),
            },
            Item::Restriction(restriction) => or_id(&restriction.name, &restriction.id),
            Item::Report(report) => report.id.to_string(),
            Item::Count(count) => count.id.to_string(),
            Item::Mandate(mandate) => {
                mandate.paragraph.clone().unwrap_or_else(|| mandate.id.to_string())
            }
            Item::Task(task) => task.name.in_language(tag).to_owned(),
            Item::Fund(fund) => fund.name.in_language(tag).to_owned(),
            Item::Risk(risk) => risk.name.in_language(tag).to_owned(),
            Item::WorkCalendar(calendar) => or_id(&calendar.name, &calendar.id),
            Item::Layer(layer) => or_id(&layer.name, &layer.id),
            Item::Chapter(chapter) => chapter.title.in_language(tag).to_owned(),
            Item::Baseline(baseline) => or_id(&baseline.name, &baseline.id),
            Item::Branch(branch) => or_id(&branch.name, &branch.id),
        }
    }

    fn limit_kind(&self, kind: &LimitKind) -> String {
        self.words.word("limit-kind", kind.as_word())
    }

    /// `15 juil. – 31 août 2023`, with the year of each end where they differ.
    pub fn span_with_year(&self, span: Span) -> String {
        let year = |day: Option<Day>| day.map(Day::year);
        let with_year = |day: Day| date_short_with_year(day, self.words.lang());
        let end = |day: Option<Day>| day.map_or("…".into(), with_year);
        if span.start.is_some() && span.start == span.end {
            return end(span.start);
        }
        let same_year = span.end.is_some() && year(span.start) == year(span.end);
        let start = match span.start {
            Some(day) if same_year => date_short(day, self.words.lang()),
            start => end(start),
        };
        format!("{start} – {}", end(span.end))
    }

    /// `15 juil. – 31 août`, where the year is plain to see; an open end is an
    /// ellipsis.
    pub fn span(&self, span: Span) -> String {
        let lang = self.words.lang();
        let end = |day: Option<_>| day.map_or("…".into(), |day| date_short(day, lang));
        if span.start.is_some() && span.start == span.end {
            return end(span.start);
        }
        format!("{} – {}", end(span.start), end(span.end))
    }
}

/// A text in small letters without the accents of French, for searching: `menaka`
/// finds Ménaka.
pub fn without_accents(text: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        c => c,
    };
    text.to_lowercase().chars().map(plain).collect()
}

/// A place in the genitive: `de Ber`, `d’Ansongo`; `Ber` in English, where the
/// message has its own word before it.
fn of_place(name: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return name.to_owned();
    }
    let elided = name.starts_with(|c: char| "AÀÂEÉÈÊIÎOÔUÙÛYaàâeéèêiîoôuùû".contains(c));
    if elided { format!("d’{name}") } else { format!("de {name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_elides_before_a_vowel() {
        for (name, fr, en) in [
            ("Ber", "de Ber", "Ber"),
            ("Ansongo", "d’Ansongo", "Ansongo"),
            ("Aguelhok", "d’Aguelhok", "Aguelhok"),
            ("Ogossagou", "d’Ogossagou", "Ogossagou"),
        ] {
            assert_eq!(of_place(name, Lang::Fr), fr);
            assert_eq!(of_place(name, Lang::En), en);
        }
    }
}
