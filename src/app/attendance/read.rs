//! A file as a report: a workbook or text, by the zone of who saved it and the time of the event. Pure.

use std::borrow::Cow;

use chrono_tz::Tz;

use crate::app::import::table::{TableFault, text_of};
use crate::app::secrets::hash;
use crate::domain::event::Event;
use crate::presence::{self, Fault, Report, Setting, Window};

/// The zone in which times are read that name none, unless somebody says otherwise.
pub const ZONE: Tz = chrono_tz::Europe::Brussels;

/// A file that was read.
#[derive(Clone, Debug)]
pub struct File {
    /// What it says.
    pub report: Report,
    /// Tells the same file, however its lines end.
    pub digest: String,
}

/// The text of a file: of a workbook its first sheet, of anything else by what its bytes are written in.
///
/// # Errors
/// What keeps it from being read.
pub fn text(bytes: &[u8]) -> Result<String, TableFault> {
    if presence::is_workbook(bytes) {
        return text_of(bytes);
    }
    presence::decode(bytes).map(Cow::into_owned).map_err(|fault| match fault {
        Fault::TooLarge { bytes, .. } => TableFault::TooLarge { bytes },
        _ => TableFault::NotText,
    })
}

/// Reads the text of a file as the attendance at an event.
///
/// # Errors
/// What keeps the whole of it from being read; what is doubtful about single rows is in the report.
pub fn read(text: &str, zone: Tz, event: &Event) -> Result<File, Fault> {
    let window = Window { start: event.schedule.starts_at, end: event.schedule.ends_at };
    let report = presence::read_text(text.trim_start_matches('\u{feff}'), &Setting { zone, window: Some(window) })?;
    Ok(File { report, digest: digest(text) })
}

/// A form that is sent once more may end its lines otherwise than the file did.
fn digest(text: &str) -> String {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split(['\r', '\n']).map(str::trim_end).filter(|line| !line.is_empty()).collect();
    hash(&lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_file_is_told_however_its_lines_end() {
        assert_eq!(digest("\u{feff}a,b\r\nc,d\r\n"), digest("a,b\nc,d"));
        assert_ne!(digest("a,b\nc,d"), digest("a,b\nc,e"));
    }
}
