//! The server's secret: a file that nobody else can read, made on the first start of a local service.

use std::io::Write;
use std::path::{Path, PathBuf};

use ring::rand::{SecureRandom, SystemRandom};

use crate::files;

/// Bytes a secret must have at least.
const LEAST: usize = 32;

/// Why a secret was refused. Never holds the secret.
#[derive(Debug, thiserror::Error)]
pub enum SecretFault {
    /// The file cannot be read or made.
    #[error("server.secret_file: cannot use {path}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Others may read or change it.
    #[error("server.secret_file: {path} is open to others (mode {mode:o}); run: chmod 600 {path}")]
    Open {
        /// Which file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// Too short, or all of a few characters.
    #[error(
        "server.secret_file: {path} holds no secret worth the name ({why}); make one with: (umask 077; head -c 48 /dev/urandom | base64 > {path})"
    )]
    Weak {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        why: &'static str,
    },
    /// In production it is made by hand, so that it is the same for every process and kept with the backups.
    #[error(
        "server.secret_file: {0} does not exist; make it once and keep it (links in mails depend on it): (umask 077; head -c 48 /dev/urandom | base64 > {0})"
    )]
    Missing(PathBuf),
    /// The machine gives no random bytes.
    #[error("the machine gives no random bytes")]
    NoRandomness,
}

/// Reads the secret; makes it when it is missing and `may_make`.
pub fn load(path: &Path, may_make: bool) -> Result<Vec<u8>, SecretFault> {
    let fault = |source| SecretFault::File { path: path.to_owned(), source };
    match std::fs::metadata(path) {
        Ok(metadata) => refuse_open(path, &metadata)?,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound && may_make => make(path)?,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Err(SecretFault::Missing(path.to_owned())),
        Err(e) => return Err(fault(e)),
    }
    let bytes = std::fs::read(path).map_err(fault)?;
    let secret = bytes.trim_ascii().to_vec();
    let weak = |why| SecretFault::Weak { path: path.to_owned(), why };
    if secret.len() < LEAST {
        return Err(weak("under 32 bytes"));
    }
    let mut seen = [false; 256];
    secret.iter().for_each(|b| seen[usize::from(*b)] = true);
    // 32 random hexadecimal digits have more; a repeated word or "changeme" over and over has not.
    if seen.iter().filter(|s| **s).count() < 10 {
        return Err(weak("the same few characters over and over"));
    }
    Ok(secret)
}

/// Reads a secret that somebody else has made: a file that nobody else can read, without the line breaks at its end.
pub fn of_others(path: &Path, key: &str) -> Result<String, String> {
    let metadata = std::fs::metadata(path).map_err(|e| format!("{key}: cannot read {}: {e}", path.display()))?;
    if let Err(SecretFault::Open { mode, .. }) = refuse_open(path, &metadata) {
        return Err(format!("{key}: {0} is open to others (mode {mode:o}); run: chmod 600 {0}", path.display()));
    }
    let text = std::fs::read_to_string(path).map_err(|e| format!("{key}: cannot read {}: {e}", path.display()))?;
    match text.trim_end_matches(['\r', '\n']) {
        "" => Err(format!("{key}: {} is empty", path.display())),
        secret => Ok(secret.to_owned()),
    }
}

fn make(path: &Path) -> Result<(), SecretFault> {
    let fault = |source| SecretFault::File { path: path.to_owned(), source };
    let mut random = [0_u8; 48];
    SystemRandom::new().fill(&mut random).map_err(|_| SecretFault::NoRandomness)?;
    if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
        files::make_folder(folder).map_err(fault)?;
    }
    let text = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, random);
    // Two processes that start together must end up with one secret: written aside, then linked, which never replaces.
    let aside = path.with_extension(format!("{}.new", std::process::id()));
    let written = write_private(&aside, text.as_bytes()).and_then(|()| match std::fs::hard_link(&aside, path) {
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    });
    let _ = std::fs::remove_file(&aside);
    written.map_err(fault)
}

fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = files::private().create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.write_all(b"\n")?;
    file.sync_all()
}

#[cfg(unix)]
fn refuse_open(path: &Path, metadata: &std::fs::Metadata) -> Result<(), SecretFault> {
    use std::os::unix::fs::PermissionsExt;
    let mode = metadata.permissions().mode() & 0o777;
    if mode & 0o077 == 0 { Ok(()) } else { Err(SecretFault::Open { path: path.to_owned(), mode }) }
}

#[cfg(not(unix))]
fn refuse_open(_: &Path, _: &std::fs::Metadata) -> Result<(), SecretFault> {
    Ok(())
}
