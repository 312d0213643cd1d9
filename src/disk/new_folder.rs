//! A new folder with files in it, whole or not there at all.

use std::fs;
use std::path::{Path, PathBuf};

use super::write::folder_of;
use super::{DiskError, DiskFault};

/// A folder that is being filled under another name. It is removed with all that is
/// in it unless [`NewFolder::finish`] gives it its own.
#[derive(Debug)]
pub struct NewFolder {
    target: PathBuf,
    filling: tempfile::TempDir,
}

impl NewFolder {
    /// Begins a folder. What stands there already is never replaced.
    pub fn create(target: &Path) -> Result<NewFolder, DiskError> {
        if fs::symlink_metadata(target).is_ok() {
            return Err(DiskError::new(target, DiskFault::Exists));
        }
        let filling = tempfile::Builder::new()
            .prefix(".decamp-")
            .suffix(".tmp")
            .tempdir_in(folder_of(target))
            .map_err(|error| DiskError::of_io(target, &error))?;
        Ok(NewFolder { target: target.to_owned(), filling })
    }

    /// Writes a file into it.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), DiskError> {
        let path = self.filling.path().join(name);
        // The name people know is the one it will have.
        fs::write(path, bytes).map_err(|error| DiskError::of_io(&self.target.join(name), &error))
    }

    /// Gives the folder its name.
    pub fn finish(self) -> Result<(), DiskError> {
        let NewFolder { target, filling } = self;
        let of_io = |error| DiskError::of_io(&target, &error);
        // Made for this user alone; what is in it now is for others as well.
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let open = fs::Permissions::from_mode(0o755);
            fs::set_permissions(filling.path(), open).map_err(of_io)?;
        }
        fs::rename(filling.path(), &target).map_err(of_io)?;
        // It has another name now: there is nothing left to remove.
        let _ = filling.keep();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_there_when_it_is_finished() {
        let desk = tempfile::tempdir().unwrap();
        let names = || -> Vec<_> {
            fs::read_dir(desk.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect()
        };
        let target = desk.path().join("frames");
        let given_up = NewFolder::create(&target).unwrap();
        given_up.write("1.png", b"one").unwrap();
        assert!(!target.exists());
        drop(given_up);
        assert!(names().is_empty(), "nothing is left of it");

        let folder = NewFolder::create(&target).unwrap();
        folder.write("1.png", b"one").unwrap();
        folder.finish().unwrap();
        assert_eq!(fs::read(target.join("1.png")).unwrap(), b"one");
        assert_eq!(names(), ["frames"]);

        let again = NewFolder::create(&target).unwrap_err();
        assert_eq!(again.fault, DiskFault::Exists);
    }
}
