//! The SQLite file: made so that nobody else can read it, prepared by one process at a time, and looked at later.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::errors::DbError;
use super::url::DatabaseUrl;
use crate::files;

/// How often a process looks whether its turn has come.
const LOOK_EVERY: Duration = Duration::from_millis(50);

impl DatabaseUrl {
    /// Files of the database that everybody on the machine can read or change, with their permission bits.
    pub fn open_files(&self) -> Vec<(PathBuf, u32)> {
        let Self::Sqlite(path) = self else { return Vec::new() };
        let beside = ["", "-wal", "-shm"].map(|end| PathBuf::from(format!("{path}{end}")));
        beside.into_iter().filter_map(|path| files::open_to_all(&path).map(|mode| (path, mode))).collect()
    }
}

/// The folder a file lies in.
pub(super) fn folder(path: &str) -> &Path {
    Path::new(path).parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes the empty file and its folder, if they are missing. The files SQLite makes beside it take its mode.
pub(super) fn make(path: &str) -> Result<(), DbError> {
    let fault = |what: &Path, e: io::Error| DbError::Unavailable(format!("cannot create {}: {e}", what.display()));
    files::make_folder(folder(path)).map_err(|e| fault(folder(path), e))?;
    match files::private().create_new(true).open(path) {
        Err(e) if e.kind() != io::ErrorKind::AlreadyExists => Err(fault(Path::new(path), e)),
        _ => Ok(()),
    }
}

/// Waits until no other process prepares a database in this folder; held until dropped, also by a process that dies. The
/// folder itself is locked: nothing is left behind, and SQLite's own locks on the file stay out of it.
pub(super) fn turn(folder: &Path, patience: Duration) -> Result<Option<File>, DbError> {
    let handle = File::open(folder).map_err(|e| DbError::Unavailable(format!("cannot open {}: {e}", folder.display())))?;
    let mut waited = Duration::ZERO;
    loop {
        match handle.try_lock() {
            Ok(()) => return Ok(Some(handle)),
            Err(TryLockError::WouldBlock) if waited < patience => {
                std::thread::sleep(LOOK_EVERY);
                waited += LOOK_EVERY;
            }
            Err(TryLockError::WouldBlock) => {
                return Err(DbError::Locked(format!("another process has been preparing the database in {} for too long", folder.display())));
            }
            Err(TryLockError::Error(e)) => {
                // Some network file systems have no such locks; there one process at a time is the operator's to see to.
                tracing::warn!(error = %e, folder = %folder.display(), "the folder cannot be locked; start one process at a time");
                return Ok(None);
            }
        }
    }
}
