//! Expected pictures, as texts in `tests/golden`. `DECAMP_ACCEPT=1` writes them anew; a
//! run that wrote one fails, so that none is accepted by accident.

use std::path::Path;

/// Pictures that were drawn and written.
#[derive(Default)]
pub struct Golden {
    written: Vec<String>,
}

impl Golden {
    /// Holds a picture against the expected one of a file.
    #[track_caller]
    pub fn check(&mut self, file: &str, drawn: &str) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(file);
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        if golden == drawn {
            return;
        }
        if std::env::var_os("DECAMP_ACCEPT").is_some() {
            std::fs::write(&path, drawn).unwrap();
            self.written.push(file.to_owned());
            return;
        }
        let differs = golden.lines().zip(drawn.lines()).position(|(a, b)| a != b);
        let line = differs.unwrap_or(golden.lines().count().min(drawn.lines().count()));
        panic!(
            "not as in tests/golden/{file}, line {}:\n  expected {:?}\n  drawn    {:?}\nLook at \
             the picture; if it is right, run again with DECAMP_ACCEPT=1",
            line + 1,
            golden.lines().nth(line).unwrap_or(""),
            drawn.lines().nth(line).unwrap_or(""),
        );
    }

    /// At the end of a test: fails where a picture was written.
    #[track_caller]
    pub fn finish(self) {
        assert!(self.written.is_empty(), "wrote {:?}: look at them, then run again", self.written);
    }
}
