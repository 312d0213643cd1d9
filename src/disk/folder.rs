//! Folders: what is in one, and making those that are missing.

use std::fs;
use std::path::Path;

use super::{DiskError, write_atomically};

/// The folders and files in a folder, folders first, each by name; hidden ones
/// are left out. Of the files only those with one of `endings`, in small letters
/// without the dot. The second member says whether it is a folder.
pub fn list_folder(folder: &Path, endings: &[&str]) -> Result<Vec<(String, bool)>, DiskError> {
    let entries = fs::read_dir(folder).map_err(|error| DiskError::of_io(folder, &error))?;
    let mut listed = Vec::new();
    // An entry that vanished meanwhile is not there.
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_folder = entry.path().is_dir();
        let ending = Path::new(&name).extension().map(|e| e.to_string_lossy().to_lowercase());
        let wanted = is_folder || ending.is_some_and(|ending| endings.contains(&ending.as_str()));
        if wanted && !name.starts_with('.') {
            listed.push((name, is_folder));
        }
    }
    listed.sort_by_key(|(name, is_folder)| (!is_folder, name.to_lowercase()));
    Ok(listed)
}

/// [`write_atomically`], after making the folders on the way that are missing.
pub fn write_creating_folders(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| DiskError::of_io(folder, &error))?;
    }
    write_atomically(path, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_folders_first_and_only_the_files_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.decamp", "A.DECAMP", "c.txt", ".hidden.decamp"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::create_dir(folder.path().join("z")).unwrap();
        let listed = list_folder(folder.path(), &["decamp"]).unwrap();
        let expect = [("z", true), ("A.DECAMP", false), ("b.decamp", false)];
        assert_eq!(listed, expect.map(|(name, is_folder)| (name.to_owned(), is_folder)));
        assert!(list_folder(&folder.path().join("nowhere"), &[]).is_err());
    }
}
