//! Runs the program as a user does, apart from this user's machine.

#![allow(dead_code, reason = "each test file uses a part of it")]

use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

pub const BUNDLED: &str = "builtin:minusma-2023";

/// A folder of its own, in which the program runs.
pub struct Desk {
    pub folder: TempDir,
}

impl Desk {
    pub fn new() -> Desk {
        Desk { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// The program, with neither this user's home, language nor display.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_decamp"));
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command.env("LANG", "C").env("HOME", self.folder.path());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments).output().unwrap())
    }

    /// What a call that must succeed prints.
    #[track_caller]
    pub fn done(&self, arguments: &[&str]) -> String {
        let run = self.run(arguments);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{arguments:?}");
        run.out
    }

    #[track_caller]
    pub fn json(&self, arguments: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.done(arguments)).unwrap()
    }

    pub fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let name = |entry: std::io::Result<std::fs::DirEntry>| {
            entry.unwrap().file_name().into_string().unwrap()
        };
        let mut names: Vec<String> = entries.map(name).collect();
        names.sort();
        names
    }
}

/// What a call ended with. No-break spaces are spaces here.
pub struct Run {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    pub fn of(output: Output) -> Run {
        let text = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("all output is UTF-8");
            text.replace(['\u{a0}', '\u{202f}'], " ")
        };
        let status = output.status.code().expect("it ended by itself");
        Run { status, out: text(output.stdout), err: text(output.stderr) }
    }
}

/// A plan in Mali with these members besides two camps.
pub fn plan_with(members: &str) -> String {
    let camp = |id: &str, lon: f64, lat: f64| {
        format!(
            r#"{{ "type": "Feature", "id": "{id}",
                 "geometry": {{ "type": "Point", "coordinates": [{lon}, {lat}] }},
                 "properties": {{ "name": "{id}", "kind": "camp", "basis": [{{ "status": "planner" }}] }} }}"#
        )
    };
    let (gao, kidal) = (camp("gao", -0.04, 16.27), camp("kidal", 1.41, 18.44));
    format!(
        r#"{{ "format": "decamp-plan", "version": 1, "theatre": "mali",
            "horizon": {{ "start": "2023-07-01", "end": "2023-12-31" }},
            "sites": {{ "type": "FeatureCollection", "features": [ {gao}, {kidal} ] }}{}{members} }}"#,
        if members.is_empty() { "" } else { "," },
    )
}
