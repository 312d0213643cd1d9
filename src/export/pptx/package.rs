//! The package of an Office file: parts, what they are, and how they lead to each
//! other.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
/// The beginning of most types of relationships.
pub const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A package while it is put together.
pub struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    /// The path and type of each part whose ending does not say what it is.
    types: Vec<(String, String)>,
}

/// What a part leads to: the type and the path, from the folder of the part.
pub type Relation = (String, String);

/// An Office relationship by the last word of its type.
pub fn office(word: &str, target: impl Into<String>) -> Relation {
    (format!("{OFFICE}/{word}"), target.into())
}

impl Package {
    pub fn new() -> Package {
        Package { zip: ZipWriter::new(Cursor::new(Vec::new())), types: Vec::new() }
    }

    /// A part of XML; relations are `rId1` and on, in their order.
    pub fn part(
        &mut self,
        path: &str,
        kind: &str,
        xml: &str,
        relations: &[Relation],
    ) -> io::Result<()> {
        self.types.push((format!("/{path}"), kind.to_owned()));
        self.file(path, xml.as_bytes(), CompressionMethod::Deflated)?;
        if relations.is_empty() {
            return Ok(());
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        self.relations(&format!("{folder}/_rels/{name}.rels"), relations)
    }

    pub fn relations(&mut self, path: &str, relations: &[Relation]) -> io::Result<()> {
        let mut xml = format!("{HEAD}<Relationships xmlns=\"{RELATIONSHIPS}\">");
        for (number, (kind, target)) in relations.iter().enumerate() {
            let id = number + 1;
            xml.push_str(&format!(
                "<Relationship Id=\"rId{id}\" Type=\"{kind}\" Target=\"{target}\"/>"
            ));
        }
        xml.push_str("</Relationships>");
        self.file(path, xml.as_bytes(), CompressionMethod::Deflated)
    }

    /// A picture or a film, as it is: they are packed already.
    pub fn media(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.file(path, bytes, CompressionMethod::Stored)
    }

    fn file(&mut self, path: &str, bytes: &[u8], method: CompressionMethod) -> io::Result<()> {
        // Without a time: the same plan gives the same bytes.
        let options = SimpleFileOptions::default().compression_method(method);
        self.zip.start_file(path, options).map_err(io::Error::other)?;
        self.zip.write_all(bytes)
    }

    /// The bytes of the file.
    pub fn finish(mut self) -> io::Result<Vec<u8>> {
        let mut xml = format!(
            "{HEAD}<Types xmlns=\"{TYPES}\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"png\" ContentType=\"image/png\"/>\
             <Default Extension=\"mp4\" ContentType=\"video/mp4\"/>"
        );
        for (path, kind) in &self.types {
            xml.push_str(&format!("<Override PartName=\"{path}\" ContentType=\"{kind}\"/>"));
        }
        xml.push_str("</Types>");
        self.file("[Content_Types].xml", xml.as_bytes(), CompressionMethod::Deflated)?;
        Ok(self.zip.finish().map_err(io::Error::other)?.into_inner())
    }
}
