//! What can be written on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{OsStringValueParser, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

use crate::compare::merge::Side;
use crate::draw::Theme;
use crate::export::{Form, PaperSize, SIZES, Table};
use crate::geo::{LonLat, WorldBounds};
use crate::i18n::Lang;
use crate::schedule::Track;

/// Plan, animate and present the phased closing of field sites.
///
/// Without a command, opens the window with PLAN, or with the bundled plan.
#[derive(Debug, Parser)]
#[command(name = "decamp", version, subcommand_precedence_over_arg = true)]
#[command(after_help = "PLAN is a file, or builtin:minusma-2023 for the bundled plan.\n\
    Results go to standard output, messages to standard error.\n\
    Exit status: 0 done, 1 the plan has errors (check), the plans differ (diff)\n\
    or there are conflicts (merge), 2 bad input or failure.")]
pub struct Arguments {
    /// The plan to open in the window
    #[arg(value_name = "PLAN", value_parser = plan_source())]
    pub plan: Option<PlanSource>,
    /// The language of results and messages [default: that of the system]
    #[arg(long, global = true, value_name = "fr|en", hide_possible_values = true, value_parser = one_of(Lang::ALL, Lang::tag))]
    pub lang: Option<Lang>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tell what is wrong with a plan
    Check(Check),
    /// Tell who and what is where at a moment
    Snapshot(Snapshot),
    /// Tell what differs between two plans, and what follows from it
    Diff(Diff),
    /// Merge two people's edits of one plan
    Merge(Merge),
    /// Write a picture, a table or a map layer
    Export(Export),
    /// Tell how far each item can slip, and which chain carries the end
    Critical(Critical),
    /// Tell the odds of the deadline
    Forecast(Forecast),
    /// Read a plan and write it in its canonical form
    Fmt(Fmt),
    /// Make a plan of the sites and sectors in a folder of GeoJSON files
    New(New),
    /// Print the JSON Schema of the plan file
    Schema,
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub plan: PlanArgument,
    #[command(flatten)]
    pub track: TrackArgument,
    /// Print JSON, for other programs
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Snapshot {
    #[command(flatten)]
    pub plan: PlanArgument,
    /// The close of a date, or a date and time: 2023-10-31, 2023-10-31T14:30,
    /// "31 oct", D+120
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub at: String,
    #[command(flatten)]
    pub track: TrackArgument,
    /// Print JSON, for other programs
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Diff {
    /// The first plan
    #[arg(value_name = "PLAN1", value_parser = plan_source())]
    pub first: PlanSource,
    /// The second plan [default: PLAN1, of which a branch or baseline is compared]
    #[arg(value_name = "PLAN2", value_parser = plan_source())]
    pub second: Option<PlanSource>,
    /// Compare this branch of the first plan
    #[arg(long, value_name = "ID", conflicts_with = "baseline1")]
    pub branch1: Option<String>,
    /// Compare this branch of the second plan
    #[arg(long, value_name = "ID", conflicts_with = "baseline2")]
    pub branch2: Option<String>,
    /// Compare the first plan with the dates of this baseline of it
    #[arg(long, value_name = "ID")]
    pub baseline1: Option<String>,
    /// Compare the second plan with the dates of this baseline of it
    #[arg(long, value_name = "ID")]
    pub baseline2: Option<String>,
    #[command(flatten)]
    pub track: TrackArgument,
    /// Print JSON, for other programs
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Merge {
    /// The plan both started from
    #[arg(value_name = "BASE", value_parser = plan_source())]
    pub base: PlanSource,
    /// The plan as one edited it
    #[arg(value_name = "MINE", value_parser = plan_source())]
    pub mine: PlanSource,
    /// The plan as the other edited it
    #[arg(value_name = "THEIRS", value_parser = plan_source())]
    pub theirs: PlanSource,
    /// The plan file to write; may be one of the three
    #[arg(long, value_name = "PLAN")]
    pub to: PathBuf,
    /// Whose change to take where both changed the same [default: write nothing]
    #[arg(long, value_name = "mine|theirs", hide_possible_values = true, value_parser = one_of([Side::Mine, Side::Theirs], side_word))]
    pub prefer: Option<Side>,
}

#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    pub plan: PlanArgument,
    /// The file to write; its ending is the format, such as .png, .pdf, .mp4 or .csv
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    /// What a picture is of: the map, a sheet of paper (.pdf, .png, .svg) or a
    /// briefing pack (.pdf)
    #[arg(long, value_name = "picture|sheet|pack", hide_possible_values = true, value_parser = one_of(Form::ALL, Form::as_word), default_value = "picture")]
    pub kind: Form,
    /// The paper of a sheet or a pack
    #[arg(long, value_name = "A4|A3|A2|A1|A0|Letter", hide_possible_values = true, value_parser = paper(), default_value = "A4")]
    pub paper: PaperSize,
    /// The paper stands upright
    #[arg(long)]
    pub portrait: bool,
    /// What a .csv file lists [default: activities]
    #[arg(long, value_name = "activities|movements|slips|tasks|mandate|risks|funds", hide_possible_values = true, value_parser = one_of(Table::ALL, Table::as_word))]
    pub table: Option<Table>,
    /// The baseline, by id or name, that slips are counted from [default: the one
    /// taken last]
    #[arg(long, value_name = "NAME")]
    pub baseline: Option<String>,
    /// The date, or date and time, to show [default: the end of --phase, or else
    /// the first day of the plan]
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub at: Option<String>,
    /// Show the end of this phase
    #[arg(long, value_name = "ID")]
    pub phase: Option<String>,
    /// Width and height of a picture, in points: text and symbols are as large as in the
    /// window. For a screen of 3840x2160 pixels take 1920x1080 and --scale 2
    #[arg(long, value_name = "WxH", value_parser = size, default_value = "1920x1080")]
    pub size: (f64, f64),
    /// Pixels to the point, from 1 to 4
    #[arg(long, value_name = "N", value_parser = scale, default_value = "1")]
    pub scale: f32,
    /// The part of the map that shows, at least, in degrees [default: all of the
    /// theatre, and in a film the cameras of its chapters]
    #[arg(long, value_name = "WEST,SOUTH,EAST,NORTH", value_parser = bounds, allow_hyphen_values = true)]
    pub bounds: Option<WorldBounds>,
    /// The colours of a picture
    #[arg(long, value_name = "light|dark|print", hide_possible_values = true, value_parser = one_of(Theme::ALL, Theme::as_word), default_value = "light")]
    pub theme: Theme,
    /// Mark the sites that have problems
    #[arg(long)]
    pub problems: bool,
    /// A film of these days, from this one on; without, of the plan's chapters
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// … until this one
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Frames in a second of a film, from 1 to 60; the usual number depends on the format
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=60))]
    pub fps: Option<u32>,
    /// Days in a second of a film, from 0.1 to 100
    #[arg(long, value_name = "N", value_parser = days_per_second, default_value = "5")]
    pub days_per_second: f64,
    #[command(flatten)]
    pub track: TrackArgument,
}

#[derive(Debug, Args)]
pub struct Critical {
    #[command(flatten)]
    pub plan: PlanArgument,
    #[command(flatten)]
    pub track: TrackArgument,
    /// Print JSON, for other programs
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Forecast {
    #[command(flatten)]
    pub plan: PlanArgument,
    /// How many times to run through the plan
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=MAX_RUNS), default_value = "10000")]
    pub runs: u32,
    /// The same seed gives the same odds
    #[arg(long, value_name = "N", default_value = "1")]
    pub seed: u64,
    /// Leave out closed ways of unknown end, rather than assume that they may be
    /// lifted on any day up to the end of the plan
    #[arg(long)]
    pub without_open_restrictions: bool,
    #[command(flatten)]
    pub track: TrackArgument,
    /// Print JSON, for other programs
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Fmt {
    #[command(flatten)]
    pub plan: PlanArgument,
    /// The plan file to write; may be PLAN itself
    #[arg(long, value_name = "PLAN2")]
    pub to: PathBuf,
}

#[derive(Debug, Args)]
pub struct New {
    /// The folder: files with the names of a theatre's layers are its map; a file
    /// of points holds the sites, one of areas the sectors
    #[arg(long, value_name = "FOLDER")]
    pub theatre: PathBuf,
    /// The plan file to write; one that is there is refused
    #[arg(long, value_name = "PLAN")]
    pub to: PathBuf,
    /// The title of the plan [default: the name of its file]
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// The first day of the plan [default: today]
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub from: Option<String>,
    /// The last day of the plan [default: 30 days after the last dated item]
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub until: Option<String>,
    /// The file with the sites
    #[arg(long, value_name = "FILE")]
    pub sites: Option<PathBuf>,
    /// The file with the sectors
    #[arg(long, value_name = "FILE")]
    pub sectors: Option<PathBuf>,
    /// Which property is the name of a site
    #[arg(long, value_name = "PROPERTY")]
    pub name_property: Option<String>,
    /// Which property is its code
    #[arg(long, value_name = "PROPERTY")]
    pub code_property: Option<String>,
    /// Which property names its sector, by id or name [default: the one it lies in]
    #[arg(long, value_name = "PROPERTY")]
    pub sector_property: Option<String>,
    /// Which property is its kind: camp, temporary-base, headquarters, airfield,
    /// port, waypoint or exit
    #[arg(long, value_name = "PROPERTY")]
    pub kind_property: Option<String>,
    /// Which property tells how many people it holds
    #[arg(long, value_name = "PROPERTY")]
    pub capacity_property: Option<String>,
    /// Which property is the name of a sector
    #[arg(long, value_name = "PROPERTY")]
    pub sector_name_property: Option<String>,
}

#[derive(Debug, Args)]
pub struct PlanArgument {
    /// A plan file, or builtin:minusma-2023
    #[arg(id = "source", value_name = "PLAN", value_parser = plan_source())]
    pub source: PlanSource,
}

#[derive(Debug, Args)]
pub struct TrackArgument {
    /// The dates of the plan, or what has happened and the plan for the rest
    #[arg(long, value_name = "planned|forecast", hide_possible_values = true, value_parser = one_of(Track::ALL, Track::as_word), default_value = "planned")]
    pub track: Track,
}

/// Where a plan comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanSource {
    File(PathBuf),
    /// By name, one of [`crate::file::BUNDLED`].
    Bundled(String),
}

/// More runs tell nothing more.
const MAX_RUNS: i64 = 1_000_000;

/// Shorter sides have no room for anything, longer ones no program to show them.
const SIDES: std::ops::RangeInclusive<u32> = 16..=16_384;

impl From<OsString> for PlanSource {
    fn from(text: OsString) -> PlanSource {
        match text.to_str().and_then(|text| text.strip_prefix("builtin:")) {
            Some(name) => PlanSource::Bundled(name.into()),
            None => PlanSource::File(text.into()),
        }
    }
}

fn plan_source() -> impl TypedValueParser<Value = PlanSource> {
    OsStringValueParser::new().map(PlanSource::from)
}

/// One of these, by its word.
fn one_of<T: Copy + Send + Sync + 'static, const N: usize>(
    all: [T; N],
    word: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.map(word)).map(move |text| {
        let found = all.into_iter().find(|each| word(*each) == text);
        found.expect("no other word passes")
    })
}

fn side_word(side: Side) -> &'static str {
    match side {
        Side::Base => "base",
        Side::Mine => "mine",
        Side::Theirs => "theirs",
    }
}

fn paper() -> impl TypedValueParser<Value = PaperSize> {
    let sizes = PossibleValuesParser::new(SIZES.iter().map(|(name, ..)| *name));
    sizes.map(|name| SIZES.iter().find(|(known, ..)| *known == name).expect("no other passes").1)
}

fn size(text: &str) -> Result<(f64, f64), String> {
    let side = |text: &str| text.trim().parse::<u32>().ok().filter(|side| SIDES.contains(side));
    let sides = text.split_once(['x', 'X', '×']);
    sides
        .and_then(|(width, height)| Some((side(width)?.into(), side(height)?.into())))
        .ok_or_else(|| "two numbers from 16 to 16384 are expected, such as 1920x1080".into())
}

fn bounds(text: &str) -> Result<WorldBounds, String> {
    let numbers = text.split(',').map(|text| text.trim().parse().ok());
    let numbers = numbers.collect::<Option<Vec<f64>>>();
    let corners = match numbers.as_deref() {
        Some(&[west, south, east, north]) if west < east && south < north => {
            LonLat::new(west, south).and_then(|low| Ok([low, LonLat::new(east, north)?])).ok()
        }
        _ => None,
    };
    corners.and_then(|corners| WorldBounds::around(corners.map(Into::into))).ok_or_else(|| {
        "west, south, east and north are expected, longitudes from -180 to 180 and latitudes \
         from -90 to 90, such as -5.5,13,1.5,18"
            .into()
    })
}

fn days_per_second(text: &str) -> Result<f64, String> {
    let days = text.parse().ok().filter(|days| (0.1..=100.0).contains(days));
    days.ok_or_else(|| "a number from 0.1 to 100 is expected".into())
}

fn scale(text: &str) -> Result<f32, String> {
    let scale = text.parse().ok().filter(|scale| (1.0..=4.0).contains(scale));
    scale.ok_or_else(|| "a number from 1 to 4 is expected".into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_description_of_the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn bounds_are_read() {
        for (text, expect) in [
            ("-5.5,13,1.5,18", Some((-2.0, 15.0))),
            (" -180, -90 ,180,90 ", Some((0.0, 0.0))),
            ("1.5,13,-5.5,18", None),
            ("-5.5,18,1.5,13", None),
            ("-5.5,13,-5.5,18", None),
            ("-5.5,13,1.5", None),
            ("-5.5,13,1.5,18,2", None),
            ("-5.5,13,1.5,north", None),
            ("1,2,3,4,north", None),
            ("1,2,3,4,", None),
            ("-5.5,13,181,18", None),
            ("-5.5,13,1.5,91", None),
            ("NaN,13,1.5,18", None),
        ] {
            let within = |(lon, lat)| {
                let place = LonLat::new(lon, lat).unwrap();
                bounds(text).is_ok_and(|bounds| bounds.contains(place.into()))
            };
            assert_eq!(bounds(text).is_ok(), expect.is_some(), "{text}");
            assert!(expect.is_none_or(within), "{text}");
        }
    }

    #[test]
    fn sizes_are_read() {
        for (text, expect) in [
            ("1920x1080", Some((1920.0, 1080.0))),
            ("16×16384", Some((16.0, 16384.0))),
            ("0x0", None),
            ("1920", None),
            ("-5x100", None),
            ("99999999999x100", None),
            ("1e3x1e3", None),
        ] {
            assert_eq!(size(text).ok(), expect, "{text}");
        }
        for (text, good) in [("1", true), ("2.5", true), ("0", false), ("NaN", false), ("5", false)]
        {
            assert_eq!(scale(text).is_ok(), good, "{text}");
        }
    }
}
