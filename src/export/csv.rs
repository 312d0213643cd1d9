//! A table of the plan for spreadsheets (RFC 4180).
//!
//! A byte order mark tells Excel that the text is UTF-8. Columns are parted as
//! the Excel of the language expects: by commas in English, by semicolons in
//! French, where the comma parts decimals. Dates are ISO, which every
//! spreadsheet understands.

use std::io::Write;

use csv::{Terminator, WriterBuilder};

use super::error::Broken;
use super::tables::{self, Rows};
use super::{ExportFault, Request};
use crate::i18n::Lang;
use crate::job::Control;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

pub fn write(request: &Request, _: &Control, out: &mut dyn Write) -> Result<(), Broken> {
    let rows = tables::rows(request.table.unwrap_or_default(), request);
    let bytes = lay_out(&rows, request.lang)
        .map_err(|error| ExportFault::Other { message: error.to_string() })?;
    Ok(out.write_all(&bytes)?)
}

fn lay_out(rows: &Rows, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    let delimiter = match lang {
        Lang::Fr => b';',
        Lang::En => b',',
    };
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless(cell)))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A spreadsheet would run a cell that begins like a formula; an apostrophe
/// makes it text again.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_parted_quoted_and_harmless() {
        let rows = vec![vec!["a;b".into(), "c,d".into()], vec!["=1+1".into(), "Kidal".into()]];
        for (lang, expect) in [
            (Lang::Fr, "\u{feff}\"a;b\";c,d\r\n'=1+1;Kidal\r\n"),
            (Lang::En, "\u{feff}a;b,\"c,d\"\r\n'=1+1,Kidal\r\n"),
        ] {
            assert_eq!(String::from_utf8(lay_out(&rows, lang).unwrap()).unwrap(), expect);
        }
        for cell in ["=x", "+33 1", "-5", "@x", "\tx", "\r=x"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
    }
}
