//! `decamp merge`: two people's edits of one plan as one plan file.

use super::args;
use super::open;
use super::output::{CONFLICTS, DONE, Fault, Report, harmless};
use crate::compare::merge::{Conflict, Merge, Side};
use crate::file;
use crate::i18n::{CompareText, Lang, disk_error, side_word, words};

pub fn run(args: &args::Merge, lang: Lang) -> Result<Report, Fault> {
    let mut notes = Vec::new();
    let mut plan = |source| -> Result<_, Fault> {
        let opened = open::plan(source, lang)?;
        notes.extend(open::in_file(source, &opened.notes, lang));
        Ok(opened.plan)
    };
    let (base, mine, theirs) = (plan(&args.base)?, plan(&args.mine)?, plan(&args.theirs)?);
    let mut merge = Merge::of(&base, &mine, &theirs);
    if let Some(side) = args.prefer {
        merge.choose_all(side);
    }
    let say = CompareText::new(&mine, &theirs, lang);
    let words = words(lang);
    let mut lines = Vec::new();
    match merge.conflicts().len() {
        0 => lines.push(words.text("merge-no-conflict")),
        count => lines.push(words.fill("merge-conflicts", &[("count", count.into())])),
    }
    lines.extend(merge.conflicts().iter().flat_map(|conflict| told(conflict, &say, lang)));
    if merge.is_settled() {
        let saved = file::save(&args.to, merge.plan());
        saved.map_err(|error| Fault::line(disk_error(&error, lang)))?;
        let file = args.to.display().to_string();
        lines.push(words.fill("merge-written", &[("file", file.into())]));
    } else {
        notes.push(words.text("merge-not-written"));
    }
    let text = lines.iter().map(|line| harmless(line) + "\n").collect();
    let status = if merge.is_settled() { DONE } else { CONFLICTS };
    Ok(Report { text, notes, status })
}

/// A conflict with its three values, and whose was taken.
fn told(conflict: &Conflict, say: &CompareText, lang: Lang) -> Vec<String> {
    let Conflict { place, why, base, mine, theirs, choice } = conflict;
    let mut lines = vec![format!("  {}", say.place(place)), format!("    {}", say.why(why))];
    for (side, value) in [(Side::Base, base), (Side::Mine, mine), (Side::Theirs, theirs)] {
        let value = say.conflict_value(place, value.as_ref());
        let args = [("side", side_word(side, lang).into()), ("value", value.into())];
        lines.push(format!("    {}", words(lang).fill("merge-value", &args)));
    }
    if let Some(side) = choice {
        let args = [("side", side_word(*side, lang).into())];
        lines.push(format!("    {}", words(lang).fill("merge-taken", &args)));
    }
    lines
}
