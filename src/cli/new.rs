//! `decamp new`: a plan from the GeoJSON files of a folder.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::args::New;
use super::output::{DONE, Fault, Report};
use super::when;
use crate::calendar::{DateSpan, Span, TypedContext};
use crate::disk;
use crate::file;
use crate::i18n::{
    Lang, disk_error, import_fault, in_both_languages, theatre_error, theatre_note, words,
};
use crate::import::geojson::{self, Contents, Field, Mapping, NewPlan};
use crate::plan::Text;
use crate::settings::today;
use crate::theatre::{FeatureTable, Role, Theatre, folder_name};

pub fn run(args: &New, lang: Lang) -> Result<Report, Fault> {
    let words = words(lang);
    if args.to.exists() {
        let name = args.to.display().to_string();
        return Err(Fault::line(words.fill("new-exists", &[("name", name.into())])));
    }
    let files = Files::find(args, lang)?;
    // The parent of a bare name is empty, and cannot be made absolute.
    let base = args.to.parent().filter(|folder| !folder.as_os_str().is_empty());
    let base = base.unwrap_or(Path::new("."));
    let theatre_name = match files.has_roles {
        true => folder_name(&absolute(&args.theatre), Some(&absolute(base))),
        false => "world".into(),
    };
    let own_sectors = files.sectors.map(|source| source.sectors(args, lang)).transpose()?;
    let theatre = Theatre::of_plan(&theatre_name, Some(base), own_sectors.as_ref())
        .map_err(|error| Fault::line(theatre_error(&error, lang)))?;
    let mapping = mapping(args, &files.sites.table);
    let title = args.title.clone().unwrap_or_else(|| stem(&args.to));
    let plan = geojson::new_plan(&NewPlan {
        title: Text::Same(title),
        horizon: horizon(args, lang)?,
        theatre_name,
        theatre: &theatre,
        own_sectors,
        sites: &files.sites.table,
        mapping: &mapping,
        exit_name: in_both_languages(|words| words.text("new-exit")),
    })
    .map_err(|fault| Fault::line(import_fault(&fault, lang)))?;
    file::save(&args.to, &plan).map_err(|error| Fault::line(disk_error(&error, lang)))?;
    let notes = files.sites.table.notes.iter().map(|note| theatre_note(note, lang)).collect();
    let count = [("count", plan.sites().len().into())];
    let text = words.fill("new-made", &count) + "\n";
    Ok(Report { text, notes, status: DONE })
}

/// A GeoJSON file that was read.
struct Source {
    table: FeatureTable,
    bytes: Vec<u8>,
}

/// What the folder holds for a new plan.
struct Files {
    sites: Source,
    /// None also where the theatre has sectors of its own.
    sectors: Option<Source>,
    /// Whether some of its files are layers of a theatre.
    has_roles: bool,
}

impl Files {
    /// The files that are named, else those of the folder by their roles, else the
    /// only ones of their kind.
    fn find(args: &New, lang: Lang) -> Result<Files, Fault> {
        let disk_fault = |error| Fault::line(disk_error(&error, lang));
        let names = disk::list_folder(&args.theatre, &["geojson", "json"]).map_err(disk_fault)?;
        let names: Vec<&str> =
            names.iter().filter(|(_, is_folder)| !is_folder).map(|(name, _)| &**name).collect();
        let of_role = |role: Role| names.iter().find(|name| role.file_names().contains(name));
        let is_role = |name: &str| Role::ALL.iter().any(|r| r.file_names().contains(&name));
        // Files of other names are only of use where one is not known yet.
        let is_open = |named: &Option<PathBuf>, role| named.is_none() && of_role(role).is_none();
        let any_open = is_open(&args.sites, Role::Camps) || is_open(&args.sectors, Role::Sectors);
        let mut others = Vec::new();
        for name in names.iter().filter(|name| any_open && !is_role(name)) {
            let source = Source::read(&args.theatre.join(name), lang);
            // A file of another kind does no harm, as long as nobody named it.
            others.extend(source.ok());
        }
        let sites = match (&args.sites, of_role(Role::Camps)) {
            (Some(path), _) => Source::read(path, lang)?,
            (None, Some(name)) => Source::read(&args.theatre.join(name), lang)?,
            (None, None) => {
                let found = only(&mut others, Contents::Sites, "new-several-sites", lang)?;
                let folder = args.theatre.display().to_string();
                let none = || words(lang).fill("new-no-sites", &[("folder", folder.into())]);
                found.ok_or_else(|| Fault::line(none()))?
            }
        };
        let sectors = match (&args.sectors, of_role(Role::Sectors)) {
            (Some(path), _) => Some(Source::read(path, lang)?),
            (None, Some(_)) => None,
            (None, None) => only(&mut others, Contents::Sectors, "new-several-sectors", lang)?,
        };
        Ok(Files { sites, sectors, has_roles: names.iter().any(|name| is_role(name)) })
    }
}

impl Source {
    fn read(path: &Path, lang: Lang) -> Result<Source, Fault> {
        let (table, bytes) =
            FeatureTable::open(path).map_err(|error| Fault::line(theatre_error(&error, lang)))?;
        Ok(Source { table, bytes })
    }

    fn sectors(&self, args: &New, lang: Lang) -> Result<Value, Fault> {
        let guessed = Mapping::guessed(&self.table);
        let name = args.sector_name_property.as_deref().or(guessed.property(Field::Name));
        geojson::own_sectors(&self.table, &self.bytes, name)
            .map_err(|fault| Fault::line(import_fault(&fault, lang)))
    }
}

/// The only file of its kind, taken out; a fault with the names where there are
/// several.
fn only(
    sources: &mut Vec<Source>,
    kind: Contents,
    several: &str,
    lang: Lang,
) -> Result<Option<Source>, Fault> {
    let is_kind = |source: &mut Source| geojson::contents(&source.table) == Some(kind);
    let mut found: Vec<Source> = sources.extract_if(.., is_kind).collect();
    if found.len() > 1 {
        let names: Vec<&str> = found.iter().map(|source| source.table.file.as_str()).collect();
        let args = [("files", names.join(", ").into())];
        return Err(Fault::line(words(lang).fill(several, &args)));
    }
    Ok(found.pop())
}

/// The usual properties, and those that are named.
fn mapping(args: &New, table: &FeatureTable) -> Mapping {
    let mut mapping = Mapping::guessed(table);
    for (field, named) in [
        (Field::Name, &args.name_property),
        (Field::Code, &args.code_property),
        (Field::Sector, &args.sector_property),
        (Field::Kind, &args.kind_property),
        (Field::Capacity, &args.capacity_property),
    ] {
        if named.is_some() {
            mapping.set(field, named.clone());
        }
    }
    mapping
}

/// Without a first day, the plan begins today.
fn horizon(args: &New, lang: Lang) -> Result<Span, Fault> {
    let today = today();
    let context = TypedContext { from: today, d_day: today, horizon: DateSpan::single(today) };
    let read = |option: &str, text: &Option<String>| {
        text.as_ref().map(|text| when::typed(option, text, context, lang)).transpose()
    };
    let start = read("--from", &args.from)?.unwrap_or(today);
    let end = read("--until", &args.until)?;
    if end.is_some_and(|end| end < start) {
        return Err(Fault::line(words(lang).text("new-end-before-start")));
    }
    Ok(Span::new(Some(start), end))
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
