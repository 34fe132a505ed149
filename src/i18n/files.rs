//! Where texts come from: the files `locales/<language>/*.ftl`, embedded in the program, and those of an override folder.

use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;

use super::catalogue::I18nError;
use crate::domain::language::Language;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../locales"]
struct Embedded;

/// One file of texts: its path, for messages, and what it says.
pub(super) type File = (String, String);

/// Whether the texts of an embedded file are shown to the staff alone.
fn of_the_staff(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.starts_with("staff"))
}

/// The embedded files of a language that are the staff's, or those that are not, by name.
pub(super) fn embedded(language: Language, staff: bool) -> Vec<File> {
    let folder = format!("{}/", language.code());
    let mut files: Vec<_> = Embedded::iter()
        .filter(|path| path.starts_with(&folder) && of_the_staff(path) == staff)
        .filter_map(|path| Embedded::get(&path).map(|file| (path.into_owned(), String::from_utf8_lossy(&file.data).into_owned())))
        .collect();
    files.sort();
    files
}

/// The files `<folder>/<language>/*.ftl`, by name. No such folder has none.
pub(super) fn overriding(folder: Option<&Path>, language: Language) -> Result<Vec<File>, I18nError> {
    let Some(folder) = folder.map(|f| f.join(language.code())).filter(|f| f.is_dir()) else { return Ok(Vec::new()) };
    let read = |path: &Path, source| I18nError::Read { path: PathBuf::from(path), source };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(|e| read(&folder, e))? {
        let path = entry.map_err(|e| read(&folder, e))?.path();
        if path.extension().is_some_and(|e| e == "ftl") {
            let text = std::fs::read_to_string(&path).map_err(|e| read(&path, e))?;
            files.push((path.display().to_string(), text));
        }
    }
    files.sort();
    Ok(files)
}
