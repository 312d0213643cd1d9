//! GeoPackage, the usual format of QGIS: a database of SQLite with a table for each
//! layer. Each row is handed on as a feature of GeoJSON would be, so that the same
//! checks hold for both.
//!
//! The database is one in memory, made of the bytes of the file: nothing is written
//! beside the file, or locked, and a file may say what it likes.
//!
//! <https://www.geopackage.org/spec131/>

use std::io::Read;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, MAIN_DB, Row, ffi};
use serde_json::{Map, Value};

use super::data::Data;
use super::json::{Listener, RawFeature};
use super::problem::{NoteKind, Notes, TheatreError};
use super::read::{Collection, Held, read_told};
use super::whole::MAX_FILE_BYTES;
use super::wkb::read_blob;

/// What every database of SQLite begins with, and how much it has at least.
const MAGIC: &[u8] = b"SQLite format 3\0";
const HEADER_BYTES: usize = 100;
/// After so many instructions of the database it is asked whether it took too many.
const STEP: u32 = 10_000;

/// A table of features.
struct Table {
    name: String,
    /// The column of the geometries.
    geometry: String,
    crs: Crs,
}

/// The coordinate system of a table, as the file has it.
struct Crs {
    id: i64,
    /// In capitals; empty where it has none.
    organization: String,
    code: Option<i64>,
    name: Option<String>,
    /// Well-known text.
    definition: Option<String>,
}

/// The features of one of its tables, or of all. Of several, those in another system
/// are left out, as long as there is one that is not.
pub(super) fn read_geopackage<D: Data>(
    file: &str,
    bytes: &[u8],
    only: Option<&str>,
) -> Result<Held<D>, TheatreError> {
    let not_one = || TheatreError::NotGeoPackage { file: file.into() };
    if !bytes.starts_with(MAGIC) || bytes.len() < HEADER_BYTES {
        return Err(not_one());
    }
    let broken = |_| TheatreError::BrokenTable { file: file.into() };
    let database = opened(bytes).map_err(broken)?;
    if !database.table_exists(None, "gpkg_contents").map_err(broken)? {
        return Err(not_one());
    }
    let all = Table::all(&database).map_err(broken)?;
    if all.is_empty() {
        return Err(TheatreError::NoFeatureTables { file: file.into() });
    }
    let called = |table: &Table| match all.len() {
        1 => file.to_owned(),
        _ => format!("{file} ({})", table.name),
    };
    let wanted = |table: &&Table| only.is_none_or(|only| table.name.eq_ignore_ascii_case(only));
    let asked: Vec<&Table> = all.iter().filter(wanted).collect();
    if let (Some(table), true) = (only, asked.is_empty()) {
        return Err(TheatreError::NoTable { file: file.into(), table: table.into() });
    }
    let is_usable = |table: &&Table| table.crs.other().is_none();
    let has_usable = asked.iter().any(is_usable);
    let mut left = most_of(bytes);
    let mut parts = Vec::new();
    for table in asked {
        let file = called(table);
        parts.push(match table.crs.other() {
            Some(_) if has_usable => left_out(&file),
            Some(crs) => return Err(TheatreError::OtherCrs { file, crs }),
            None => {
                let broken = |_| TheatreError::BrokenTable { file: file.clone() };
                read_told(&file, |reader| table.read(&database, &mut left, reader).map_err(broken))?
            }
        });
    }
    let tables = all.into_iter().map(|table| table.name).collect();
    Ok(Held { tables, parts, notes: Vec::new() })
}

/// How many bytes its rows may be: more than the tables of a file can have, and not so
/// much more that a view of a small file fills the memory.
fn most_of(bytes: &[u8]) -> u64 {
    (8 * bytes.len() as u64).clamp(64 << 20, 2 * MAX_FILE_BYTES)
}

/// Nothing of a table in another system but that it is in one.
fn left_out<D>(file: &str) -> Collection<D> {
    let mut notes = Notes::on(file);
    notes.add(NoteKind::OtherSystem, 0);
    Collection { features: Vec::new(), bbox: None, attribution: None, notes }
}

/// The database of some bytes, which may not be trusted.
fn opened(bytes: &[u8]) -> rusqlite::Result<Connection> {
    let mut database = Connection::open_in_memory()?;
    // The functions and tables that a schema names may do no more than look.
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    database.set_limit(Limit::SQLITE_LIMIT_LENGTH, MAX_FILE_BYTES as i32)?;
    database.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    // A view may be a question that never ends. A table takes some instructions for
    // each value, which is a byte at least.
    let mut steps = (200_000_000 + 20 * bytes.len() as u64) / u64::from(STEP);
    let is_over = move || {
        steps = steps.saturating_sub(1);
        steps == 0
    };
    database.progress_handler(STEP as i32, Some(is_over))?;
    // These bytes say which kind of journal it has. What is in memory has none; and the
    // file says otherwise while another program has it open.
    // https://www.sqlite.org/c3ref/deserialize.html
    let whole = bytes[..18].chain(&[1, 1][..]).chain(&bytes[20..]);
    database.deserialize_read_exact(MAIN_DB, whole, bytes.len(), true)?;
    Ok(database)
}

impl Table {
    /// The tables of features, in the order in which the file names them. It may have
    /// others, of pictures and of attributes alone.
    fn all(database: &Connection) -> rusqlite::Result<Vec<Table>> {
        if !database.table_exists(None, "gpkg_geometry_columns")? {
            return Ok(Vec::new());
        }
        let mut statement = database.prepare(
            "SELECT g.table_name, g.column_name, g.srs_id, \
                    s.organization, s.organization_coordsys_id, s.srs_name, s.definition \
             FROM gpkg_contents c \
             JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name) \
             LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id \
             WHERE c.data_type = 'features' ORDER BY c.rowid",
        )?;
        let table = |row: &Row| {
            let (table, geometry, id) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let organization = row.get::<_, Option<String>>(3)?.unwrap_or_default().to_uppercase();
            let (code, name, definition) = (row.get(4)?, row.get(5)?, row.get(6)?);
            let crs = Crs { id, organization, code, name, definition };
            Ok(Table { name: table, geometry, crs })
        };
        statement.query_map([], table)?.collect()
    }

    /// The names of what is read of a row: of its number, which has none, and of its
    /// columns. They are asked for as bytes, for a damaged file may have others than texts.
    fn columns(&self, database: &Connection) -> rusqlite::Result<Vec<String>> {
        let select = "SELECT CAST(name AS BLOB) FROM pragma_table_xinfo(?1) \
             WHERE hidden <> 1 ORDER BY cid";
        let mut statement = database.prepare(select)?;
        let names = statement.query_map([&self.name], |row| {
            let name: Vec<u8> = row.get(0)?;
            Ok(String::from_utf8_lossy(&name).into_owned())
        })?;
        std::iter::once(Ok(String::new())).chain(names).collect()
    }

    /// Hands on its rows; how many there were. `left` is how many bytes they may be:
    /// a view may repeat what the file has once.
    fn read(
        &self,
        database: &Connection,
        left: &mut u64,
        listener: &mut impl Listener,
    ) -> rusqlite::Result<usize> {
        let name = self.name.replace('"', "\"\"");
        let select = |number| database.prepare(&format!("SELECT {number}, * FROM \"{name}\""));
        // A view has no numbers.
        let mut statement = select("rowid").or_else(|_| select("NULL"))?;
        let columns = self.columns(database)?;
        if columns.len() != statement.column_count() {
            return Err(rusqlite::Error::InvalidColumnIndex(columns.len()));
        }
        let is_geometry = |column: &String| column.eq_ignore_ascii_case(&self.geometry);
        let geometry = columns.iter().skip(1).position(is_geometry).map(|at| at + 1);
        let no_column = || rusqlite::Error::InvalidColumnName(self.geometry.clone());
        let geometry = geometry.ok_or_else(no_column)?;
        let mut rows = statement.query([])?;
        let mut count = 0;
        while let Some(row) = rows.next()? {
            count += 1;
            let spent = size_of_values(row, columns.len())?;
            *left = left.checked_sub(spent).ok_or_else(too_much)?;
            let number = row.get_ref(0)?.as_i64_or_null().ok().flatten();
            let number = number.and_then(|it| usize::try_from(it).ok()).filter(|it| *it > 0);
            let properties = properties_of(row, &columns, geometry)?;
            let blob = row.get_ref(geometry)?;
            let feature = RawFeature {
                kind: Some("Feature".into()),
                id: Value::Null,
                properties,
                geometry: match blob {
                    ValueRef::Null => None,
                    // What is no blob has no header either.
                    blob => read_blob(blob.as_blob_or_null().ok().flatten().unwrap_or_default()),
                },
            };
            listener.hear(number.unwrap_or(count), Some(feature));
        }
        Ok(count)
    }
}

/// What a row takes in memory, about.
fn size_of_values(row: &Row, columns: usize) -> rusqlite::Result<u64> {
    const ROW_BYTES: u64 = 32;
    let size = |column| {
        Ok(match row.get_ref(column)? {
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.len() as u64,
            _ => 0,
        })
    };
    (0..columns).map(size).sum::<rusqlite::Result<u64>>().map(|size| size + ROW_BYTES)
}

fn too_much() -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_TOOBIG), None)
}

/// Texts and numbers; the first column is the number of the row.
fn properties_of(
    row: &Row,
    columns: &[String],
    geometry: usize,
) -> rusqlite::Result<Map<String, Value>> {
    let mut properties = Map::new();
    for (at, name) in columns.iter().enumerate().skip(1).filter(|(at, _)| *at != geometry) {
        let value = match row.get_ref(at)? {
            ValueRef::Integer(number) => number.into(),
            ValueRef::Real(number) => number.into(),
            ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned().into(),
            ValueRef::Null | ValueRef::Blob(_) => continue,
        };
        properties.insert(name.clone(), value);
    }
    Ok(properties)
}

impl Crs {
    /// What it is called, if it is not WGS 84. A file that leaves its system undefined
    /// does not say that it is.
    fn other(&self) -> Option<String> {
        let Crs { id, organization, code, name, definition } = self;
        // So GDAL writes OGC:CRS84.
        let is_wgs_84 = |text: &String| text.starts_with(r#"GEOGCS["WGS 84","#);
        match (organization.as_str(), *code) {
            _ if definition.as_ref().is_some_and(is_wgs_84) => None,
            // The second has heights too.
            ("EPSG", Some(4326 | 4979)) | ("OGC", Some(84)) => None,
            // A system that the file does not describe is known by its number alone.
            ("", None) if *id == 4326 => None,
            ("EPSG", Some(code)) => Some(format!("EPSG:{code}")),
            _ => Some(name.clone().unwrap_or_else(|| id.to_string())),
        }
    }
}
