//! Why a file could not be read or written.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A fault together with the file that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiskError {
    pub path: PathBuf,
    pub fault: DiskFault,
}

/// What is wrong. Words for it come from [`crate::i18n`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiskFault {
    /// There is no such file; when writing, no such folder.
    NotFound,
    /// Something stands there already that is not to be replaced.
    Exists,
    /// A folder stands where a file is needed.
    IsFolder,
    /// More bytes than the limit. Of a pipe or a device, `bytes` is what was
    /// read before giving up.
    TooLarge { bytes: u64, limit: u64 },
    /// This user may not read or write here.
    Denied,
    /// The file, or the medium it lies on, is write-protected.
    ReadOnly,
    /// No room is left, on the disk or in the user's quota.
    Full,
    /// Anything else, in the words of the operating system.
    Other { kind: io::ErrorKind, message: String },
}

impl DiskFault {
    /// A stable name, by which words and tests find the fault.
    pub fn code(&self) -> &'static str {
        match self {
            DiskFault::NotFound => "not-found",
            DiskFault::Exists => "exists",
            DiskFault::IsFolder => "is-folder",
            DiskFault::TooLarge { .. } => "too-large",
            DiskFault::Denied => "denied",
            DiskFault::ReadOnly => "read-only",
            DiskFault::Full => "disk-full",
            DiskFault::Other { .. } => "disk-other",
        }
    }
}

impl DiskError {
    pub(super) fn new(path: &Path, fault: DiskFault) -> DiskError {
        DiskError { path: path.into(), fault }
    }

    pub(super) fn of_io(path: &Path, error: &io::Error) -> DiskError {
        use io::ErrorKind::*;
        let fault = match error.kind() {
            NotFound | NotADirectory => DiskFault::NotFound,
            IsADirectory => DiskFault::IsFolder,
            PermissionDenied => DiskFault::Denied,
            ReadOnlyFilesystem => DiskFault::ReadOnly,
            StorageFull | QuotaExceeded | FileTooLarge => DiskFault::Full,
            kind => DiskFault::Other { kind, message: error.to_string() },
        };
        DiskError::new(path, fault)
    }
}

/// For logs; what users read comes from [`crate::i18n`].
impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.fault.code(), self.path.display())
    }
}

impl std::error::Error for DiskError {}
