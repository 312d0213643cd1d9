//! A place for bytes that are too many for memory.

use std::fs::File;
use std::io::{self, Read, Seek, Write};

/// A file without a name in the folder for temporary files: it is gone when this is
/// dropped, however the program ends.
#[derive(Debug)]
pub struct Spool(File);

impl Spool {
    pub fn new() -> io::Result<Spool> {
        tempfile::tempfile().map(Spool)
    }

    /// All that was written, from the beginning.
    pub fn into_reader(mut self) -> io::Result<impl Read> {
        self.0.rewind()?;
        Ok(self.0)
    }
}

impl Write for Spool {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_from_the_beginning() {
        let mut spool = Spool::new().unwrap();
        spool.write_all(b"frame 1").unwrap();
        spool.write_all(b", frame 2").unwrap();
        let mut text = String::new();
        spool.into_reader().unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "frame 1, frame 2");
    }
}
