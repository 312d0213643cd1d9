//! Reading a whole file, up to a limit.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use super::{DiskError, DiskFault};

/// The bytes of a file of at most `max_bytes`.
///
/// The size is asked before anything is read; since pipes and devices have none,
/// it is watched while reading as well.
pub fn read_limited(path: &Path, max_bytes: u64) -> Result<Vec<u8>, DiskError> {
    let of_io = |error| DiskError::of_io(path, &error);
    let too_large = |bytes| DiskError::new(path, DiskFault::TooLarge { bytes, limit: max_bytes });

    let metadata = fs::metadata(path).map_err(of_io)?;
    if metadata.is_dir() {
        return Err(DiskError::new(path, DiskFault::IsFolder));
    }
    if metadata.len() > max_bytes {
        return Err(too_large(metadata.len()));
    }
    let mut file = File::open(path).map_err(of_io)?;
    let size = metadata.len() as usize;
    let mut bytes = Vec::new();
    if size >= LARGE && halves(path, size).map(|read| bytes = read).is_ok() {
        file.seek(SeekFrom::Start(size as u64)).map_err(of_io)?;
    } else {
        // One more, so that the end is found without more room.
        bytes.reserve(size + 1);
    }
    let left = max_bytes.saturating_add(1) - bytes.len() as u64;
    file.take(left).read_to_end(&mut bytes).map_err(of_io)?;
    match bytes.len() as u64 {
        read if read > max_bytes => Err(too_large(read)),
        _ => Ok(bytes),
    }
}

/// From this size on, in bytes, a second thread is worth its while.
const LARGE: usize = 16 << 20;

/// So many bytes from the beginning of a file, both halves at once: most of the time
/// goes into copying, and into pages of memory that are used for the first time.
fn halves(path: &Path, size: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; size];
    let (first, second) = bytes.split_at_mut(size / 2);
    let read = |from: usize, part: &mut [u8]| {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(from as u64))?;
        file.read_exact(part)
    };
    std::thread::scope(|scope| {
        let other = std::thread::Builder::new().spawn_scoped(scope, || read(size / 2, second))?;
        read(0, first)?;
        other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_up_to_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ten");
        fs::write(&file, b"0123456789").unwrap();
        for (path, limit, expect) in [
            (file.clone(), 10, Ok(10)),
            (file.clone(), 9, Err(DiskFault::TooLarge { bytes: 10, limit: 9 })),
            (folder.path().join("nothing"), 9, Err(DiskFault::NotFound)),
            (file.join("below"), 9, Err(DiskFault::NotFound)),
            (folder.path().to_path_buf(), 9, Err(DiskFault::IsFolder)),
        ] {
            let read = read_limited(&path, limit);
            assert_eq!(read.map(|b| b.len()).map_err(|e| e.fault), expect, "{}", path.display());
        }
    }

    #[test]
    fn a_large_file_is_read_to_its_last_byte() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("large");
        let bytes: Vec<u8> = (0..LARGE as u32 + 5).map(|i| (i % 251) as u8).collect();
        fs::write(&file, &bytes).unwrap();
        assert!(read_limited(&file, bytes.len() as u64).unwrap() == bytes);
        let fault = read_limited(&file, bytes.len() as u64 - 1).unwrap_err().fault;
        assert!(matches!(fault, DiskFault::TooLarge { .. }), "{fault:?}");
    }

    #[test]
    fn refuses_a_huge_file_before_reading_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("huge");
        // A sparse file: it takes no room on the disk.
        let bytes = 1 << 30;
        File::create(&path).unwrap().set_len(bytes).unwrap();
        let fault = read_limited(&path, 1000).unwrap_err().fault;
        assert_eq!(fault, DiskFault::TooLarge { bytes, limit: 1000 });
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn gives_up_on_a_device_without_end() {
        let fault = read_limited(Path::new("/dev/zero"), 1000).unwrap_err().fault;
        assert_eq!(fault, DiskFault::TooLarge { bytes: 1001, limit: 1000 });
    }
}
