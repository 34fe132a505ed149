//! Mails as files: one `.eml` each, there in full or not at all, and written again under the same name when sent again.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::render::Composed;
use crate::clock::Instant;
use crate::files;

/// Writes a mail to `<time>-<kind>-<hash>.eml` and forces it to disk; answers the path.
pub fn write(folder: &Path, mail: &Composed) -> std::io::Result<PathBuf> {
    files::make_folder(folder)?;
    let path = folder.join(file_name(mail));
    let part = path.with_extension("part");
    let mut file = files::private().create(true).truncate(true).open(&part)?;
    file.write_all(&mail.bytes)?;
    file.sync_all()?;
    std::fs::rename(&part, &path)?;
    // The name is on disk only once the folder is.
    std::fs::File::open(folder)?.sync_all()?;
    Ok(path)
}

/// Removes the mails that were made before a moment, and what is left of such that were never finished; answers how many. A folder that
/// is not there holds none, and what was not written here stays.
///
/// # Errors
/// When the folder cannot be read, or a file not be removed.
pub fn forget(folder: &Path, before: Instant) -> std::io::Result<usize> {
    let (limit, mut removed) = (stamp(before), 0);
    let entries = match std::fs::read_dir(folder) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(0),
        entries => entries?,
    };
    for entry in entries {
        let path = entry?.path();
        let is_ours = path.extension().is_some_and(|ending| ending == "eml" || ending == "part");
        let made = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.get(..limit.len()));
        let is_stamp = |made: &str| made.bytes().zip(limit.bytes()).all(|(a, b)| if b.is_ascii_digit() { a.is_ascii_digit() } else { a == b });
        if is_ours && made.is_some_and(|made| is_stamp(made) && made < limit.as_str()) {
            std::fs::remove_file(&path)?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// A moment as names of files begin: of one width, so that their order is that of time.
fn stamp(at: Instant) -> String {
    at.format("%Y%m%dT%H%M%S%.6fZ").to_string().replace('.', "-")
}

/// Sorted by time; the hash is of the Message-ID, which may hold what file systems do not take.
fn file_name(mail: &Composed) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA256, mail.message_id.as_bytes());
    let hash: String = digest.as_ref().iter().take(6).map(|b| format!("{b:02x}")).collect();
    format!("{}-{}-{hash}.eml", stamp(mail.made_at), mail.kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_sent_twice_is_one_file() {
        let folder = std::env::temp_dir().join(format!("quarterdeck-eml-{}", std::process::id()));
        let mail = Composed {
            kind: "waitlisted",
            message_id: "../x@example.be".into(),
            made_at: "2026-11-20T09:00:00.5Z".parse().unwrap(),
            envelope_from: "a@example.be".into(),
            rcpt: "b@example.be".into(),
            bytes: b"From: a\r\n\r\n".to_vec(),
        };
        let first = write(&folder, &mail).unwrap();
        assert_eq!(write(&folder, &mail).unwrap(), first);
        assert_eq!(std::fs::read(&first).unwrap(), mail.bytes);
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
        assert!(first.file_name().unwrap().to_str().unwrap().starts_with("20261120T090000-500000Z-waitlisted-"));
        // Until its time is over; what somebody else put there stays.
        std::fs::write(folder.join("20200101-notes.eml"), b"").unwrap();
        assert_eq!(forget(&folder, mail.made_at).unwrap(), 0);
        assert_eq!(forget(&folder, mail.made_at + chrono::Duration::microseconds(1)).unwrap(), 1);
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(forget(&folder, mail.made_at).unwrap(), 0);
    }
}
