//! Writing a file beside the old one and putting it in its place.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::{DiskError, DiskFault};

/// How many symbolic links are followed; the limit of Linux.
const MAX_LINKS: usize = 40;

/// Writes a file so that at any time either the old or the new one is there.
///
/// See [`write_atomically_with`].
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    write_atomically_with(path, |out| out.write_all(bytes))
}

/// Writes what `content` writes, so that at any time either the old file or the
/// new one is there: into a file beside it, which is flushed and renamed.
///
/// On a fault, also one that `content` returns, the old file is as it was and
/// nothing else remains. A symbolic link stays one: the file it points at is
/// replaced. An existing file keeps its permissions; a read-only one is refused,
/// even where its folder would allow to replace it. What is no regular file (a
/// pipe, a device) cannot be replaced and is written to directly.
pub fn write_atomically_with(
    path: &Path,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), DiskError> {
    let of_io = |error| DiskError::of_io(path, &error);
    let target = followed(path);
    let old = existing(&target).map_err(of_io)?;
    if let Some(old) = &old {
        if old.is_dir() {
            return Err(DiskError::new(path, DiskFault::IsFolder));
        }
        if old.permissions().readonly() {
            return Err(DiskError::new(path, DiskFault::ReadOnly));
        }
        // The permission bits do not tell whom they bind; opening does.
        let file = OpenOptions::new().write(true).open(&target).map_err(of_io)?;
        if !old.is_file() {
            return fill(&file, content).map_err(of_io);
        }
    }
    replace(&target, old.as_ref(), content).map_err(of_io)
}

fn existing(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::metadata(path) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The file a symbolic link leads to, which need not exist.
fn followed(path: &Path) -> PathBuf {
    let mut path = path.to_path_buf();
    for _ in 0..MAX_LINKS {
        let Ok(next) = fs::read_link(&path) else { break };
        path = folder_of(&path).join(next);
    }
    path
}

pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

fn replace(
    target: &Path,
    old: Option<&Metadata>,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let folder = folder_of(target);
    let (file, temporary) = Temporary::create(folder)?;
    if let Some(old) = old {
        keep_owner_and_permissions(&file, old)?;
    }
    fill(&file, content)?;
    file.sync_all()?;
    // Windows renames closed files only.
    drop(file);
    temporary.rename(target)?;
    // The file is in place; some file systems cannot flush a folder, and then
    // there is nothing better to do.
    #[cfg(unix)]
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

fn fill(file: &File, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut buffered = BufWriter::new(file);
    content(&mut buffered)?;
    buffered.flush()
}

fn keep_owner_and_permissions(file: &File, old: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        // Only a member of the group, or root, can give it back: a wish.
        let _ = fchown(file, None, Some(old.gid()));
        let _ = fchown(file, Some(old.uid()), None);
    }
    // Some file systems refuse to set permissions, even to what they are.
    match file.metadata()?.permissions() == old.permissions() {
        true => Ok(()),
        false => file.set_permissions(old.permissions()),
    }
}

/// A file beside the target that is removed unless it was put in its place.
struct Temporary {
    path: PathBuf,
    renamed: bool,
}

impl Temporary {
    fn create(folder: &Path) -> io::Result<(File, Temporary)> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        loop {
            // Short, so that a target with the longest allowed name has room too.
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let path = folder.join(format!(".decamp-{}-{number}.tmp", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => return Ok((file, Temporary { path, renamed: false })),
                // Left by a process of the same number that was killed.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(error),
            }
        }
    }

    fn rename(mut self, target: &Path) -> io::Result<()> {
        fs::rename(&self.path, target)?;
        self.renamed = true;
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.renamed {
            // The fault that led here is the one to report.
            let _ = fs::remove_file(&self.path);
        }
    }
}
