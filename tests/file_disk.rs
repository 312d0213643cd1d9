//! No fault while writing leaves half a file.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use decamp::disk::{DiskFault, write_atomically, write_atomically_with};

/// A disk with room for `room` bytes.
struct Disk<'a> {
    out: &'a mut dyn Write,
    room: usize,
}

impl Write for Disk<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.room);
        if taken == 0 && !bytes.is_empty() {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.room -= taken;
        self.out.write(&bytes[..taken])
    }
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn writes_new_files_and_replaces_old_ones() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.decamp");
    for text in ["first", "second, which is longer", "3"] {
        write_atomically(&path, text.as_bytes()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
    assert_eq!(names_in(folder.path()), ["plan.decamp"]);
}

#[test]
fn a_fault_at_any_byte_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.decamp");
    fs::write(&path, "old").unwrap();
    let text = "x".repeat(20_000);
    for room in [0, 1, 8_191, 8_192, 8_193, 19_999] {
        let fill = |out: &mut dyn Write| Disk { out, room }.write_all(text.as_bytes());
        let error = write_atomically_with(&path, fill).unwrap_err();
        assert_eq!((error.fault, error.path), (DiskFault::Full, path.clone()), "room {room}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "old", "room {room}");
        assert_eq!(names_in(folder.path()), ["plan.decamp"], "room {room}");
    }
}

#[test]
fn a_panic_while_writing_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.decamp");
    fs::write(&path, "old").unwrap();
    let result = std::panic::catch_unwind(|| {
        write_atomically_with(&path, |out| {
            out.write_all(b"half").unwrap();
            panic!("in the middle");
        })
    });
    assert!(result.is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(names_in(folder.path()), ["plan.decamp"]);
}

#[test]
fn refuses_what_cannot_be_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let read_only = folder.path().join("read-only.decamp");
    fs::write(&read_only, "old").unwrap();
    let mut permissions = fs::metadata(&read_only).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&read_only, permissions).unwrap();
    for (path, expect) in [
        (read_only.clone(), DiskFault::ReadOnly),
        (folder.path().to_path_buf(), DiskFault::IsFolder),
        (folder.path().join("no-such-folder/plan.decamp"), DiskFault::NotFound),
    ] {
        assert_eq!(write_atomically(&path, b"new").unwrap_err().fault, expect);
    }
    assert_eq!(fs::read_to_string(&read_only).unwrap(), "old");
    assert_eq!(names_in(folder.path()), ["read-only.decamp"]);
}

#[cfg(unix)]
#[test]
fn follows_links_and_keeps_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let (near, far) = (folder.path().join("near"), folder.path().join("far"));
    fs::create_dir(&near).unwrap();
    fs::create_dir(&far).unwrap();
    let (link, dangling) = (near.join("link.decamp"), near.join("dangling.decamp"));
    fs::write(far.join("real.decamp"), "old").unwrap();
    fs::set_permissions(far.join("real.decamp"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("../far/real.decamp", &link).unwrap();
    symlink("../far/later.decamp", &dangling).unwrap();
    for (path, real) in [(&link, "real.decamp"), (&dangling, "later.decamp")] {
        write_atomically(path, b"new").unwrap();
        assert!(fs::symlink_metadata(path).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(far.join(real)).unwrap(), "new");
    }
    let mode = fs::metadata(far.join("real.decamp")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(names_in(&far), ["later.decamp", "real.decamp"]);
}

#[test]
fn takes_the_longest_file_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("n".repeat(255));
    write_atomically(&path, b"new").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_reported_and_not_replaced() {
    use std::os::unix::fs::FileTypeExt;
    let full = Path::new("/dev/full");
    if !full.exists() {
        return;
    }
    assert_eq!(write_atomically(full, b"new").unwrap_err().fault, DiskFault::Full);
    assert!(fs::metadata(full).unwrap().file_type().is_char_device());
}
