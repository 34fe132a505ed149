//! Files and folders that nobody else on the machine can read: what the service stores holds names.

use std::fs::{DirBuilder, OpenOptions};
use std::io;
use std::path::Path;

/// Makes a folder and those above it that are missing; what is there stays as it is.
///
/// # Errors
/// Those of the file system.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// How a file is opened to be written; when it has to be made, nobody else can read it.
pub fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// The permission bits of a file that everybody on the machine can read or change. The group may: that is how an
/// administrator gives a file to the service, or a backup to its keeper.
#[cfg(unix)]
pub fn open_to_all(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path).ok()?.permissions().mode() & 0o777;
    (mode & 0o007 != 0).then_some(mode)
}

/// Unknown where permissions are no bits.
#[cfg(not(unix))]
pub fn open_to_all(_: &Path) -> Option<u32> {
    None
}
