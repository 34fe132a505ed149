//! What the rows of the tables say: who, from when until when, as they stand there.

use std::borrow::Cow;

use super::columns::Field;
use super::duration;
use super::fault::{Code, Doubts};
use super::grid::{Cell, Row};
use super::layout::{Layout, Table};
use super::moment::Raw;
use super::name::{cut, fold, shown};

/// Longest name that is kept, in bytes.
const MAX_NAME: usize = 400;
/// Parts of the folded words for joining and leaving, in four languages.
const JOINED: &[&str] = &["join", "rejoint", "deelgenomen", "neemt deel", "toegetreden", "beigetreten", "teilgenommen"];
/// For leaving.
const LEFT: &[&str] = &["left", "quitt", "parti", "verlaten", "vertrokken", "verlassen"];

/// What a row tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// First joining and last leaving.
    Envelope,
    /// One stay.
    Stay,
    /// A joining, at `from`.
    Joined,
    /// A leaving, at `from`.
    Left,
}

/// One row.
#[derive(Clone, Debug)]
pub struct Entry<'r> {
    /// Its line.
    pub line: u64,
    /// The name; may be empty.
    pub name: Cow<'r, str>,
    /// The address, or a sign-in name that is one.
    pub email: Option<Cow<'r, str>>,
    /// The role.
    pub role: Option<Cow<'r, str>>,
    /// What it tells.
    pub kind: Kind,
    /// From when; none where nothing is written or readable.
    pub from: Option<Raw>,
    /// Until when.
    pub to: Option<Raw>,
    /// What stands in the column of the end.
    pub to_text: &'r str,
    /// How long the provider says, in seconds.
    pub stated: Option<i64>,
    /// Whether a time stands there that cannot be read; it is doubted already.
    pub broken: bool,
}

/// What all rows say.
#[derive(Debug, Default)]
pub struct Said<'r> {
    /// The rows that tell of somebody who came.
    pub entries: Vec<Entry<'r>>,
    /// How many rows there are in all.
    pub rows: u64,
    /// How many tell of somebody who did not come.
    pub absent: u64,
    /// Whether the times go by a clock of twelve hours.
    pub twelve_hours: bool,
}

/// Reads the rows of all tables.
pub fn read<'r>(grid: &'r [Row], layout: &Layout, doubts: &mut Doubts) -> Said<'r> {
    let mut said = Said::default();
    for table in &layout.tables {
        for row in grid.get(table.rows.clone()).unwrap_or_default() {
            said.rows += 1;
            let mut reader = Reader { row, table, doubts };
            if reader.is_absent() {
                said.absent += 1;
            } else if let Some(entry) = reader.entry() {
                said.twelve_hours = said.twelve_hours || reader.twelve_hours();
                said.entries.push(entry);
            }
        }
    }
    said
}

struct Reader<'r, 't, 'd> {
    row: &'r Row,
    table: &'t Table,
    doubts: &'d mut Doubts,
}

impl<'r> Reader<'r, '_, '_> {
    fn peek(&self, field: Field) -> &'r str {
        let row = self.row;
        self.table.place(field).map_or("", |place| row.text(place))
    }

    /// The text of a cell that counts: a formula is doubted.
    fn text(&mut self, field: Field) -> &'r str {
        let row = self.row;
        match self.table.place(field).map(|place| row.cell(place)) {
            Some(Cell::Text(text)) => text,
            Some(Cell::Formula(formula)) => {
                self.doubts.push(row.line, field.code(), Code::Formula, formula);
                ""
            }
            None => "",
        }
    }

    fn is_absent(&self) -> bool {
        let (attended, waiting) = (self.peek(Field::Attended), self.peek(Field::WaitingRoom));
        (!attended.is_empty() && matches!(fold(cut(attended, 20)).as_str(), "no" | "nee" | "non" | "nein" | "false" | "0"))
            || (!waiting.is_empty() && matches!(fold(cut(waiting, 20)).as_str(), "yes" | "ja" | "oui" | "true" | "1"))
    }

    fn twelve_hours(&self) -> bool {
        [Field::Join, Field::FirstJoin, Field::Stamp].into_iter().any(|field| Raw::is_twelve_hours(self.peek(field)))
    }

    fn entry(&mut self) -> Option<Entry<'r>> {
        let (name, email) = (self.name(), self.email());
        if name.is_empty() && email.is_none() {
            self.doubts.push(self.row.line, Field::Name.code(), Code::Nobody, "");
            return None;
        }
        let (kind, begin, end) = self.kind()?;
        let (from_text, to_text) = (self.text(begin), end.map_or("", |end| self.text(end)));
        let (from, to) = (self.moment(begin, from_text), end.and_then(|end| self.moment(end, to_text)));
        let broken = (from.is_none() && !from_text.is_empty()) || (to.is_none() && !to_text.is_empty());
        if from.is_none() && from_text.is_empty() {
            self.doubts.push(self.row.line, begin.code(), Code::NoJoin, "");
        }
        let stated = duration::seconds(self.peek(Field::Duration));
        let role = Some(shown(self.peek(Field::Role), 60)).filter(|role| !role.is_empty());
        Some(Entry { line: self.row.line, name, email, role, kind, from, to, to_text, stated, broken })
    }

    fn moment(&mut self, field: Field, text: &str) -> Option<Raw> {
        let raw = Raw::parse(text);
        if raw.is_none() && !text.is_empty() {
            self.doubts.push(self.row.line, field.code(), Code::Time, text);
        }
        raw
    }

    /// What the row tells, and in which columns: one that has no column for the end may say how long.
    fn kind(&mut self) -> Option<(Kind, Field, Option<Field>)> {
        let has = |field| self.table.place(field).is_some();
        if has(Field::Join) {
            return Some((Kind::Stay, Field::Join, has(Field::Leave).then_some(Field::Leave)));
        }
        if has(Field::FirstJoin) {
            return Some((Kind::Envelope, Field::FirstJoin, Some(Field::LastLeave)));
        }
        let action = self.text(Field::Action);
        let folded = fold(cut(action, 120));
        let is = |words: &[&str]| words.iter().any(|word| folded.contains(word));
        if is(LEFT) {
            Some((Kind::Left, Field::Stamp, None))
        } else if is(JOINED) {
            Some((Kind::Joined, Field::Stamp, None))
        } else {
            self.doubts.push(self.row.line, Field::Action.code(), Code::Action, action);
            None
        }
    }

    fn name(&mut self) -> Cow<'r, str> {
        let whole = shown(self.text(Field::Name), MAX_NAME);
        if !whole.is_empty() {
            return whole;
        }
        let (first, last) = (shown(self.text(Field::FirstName), MAX_NAME / 2), shown(self.text(Field::LastName), MAX_NAME / 2));
        match (first.is_empty(), last.is_empty()) {
            (_, true) => first,
            (true, false) => last,
            (false, false) => Cow::Owned(format!("{first} {last}")),
        }
    }

    fn email(&mut self) -> Option<Cow<'r, str>> {
        let typed = self.text(Field::Email);
        if let Some(address) = address(typed) {
            return Some(Cow::Borrowed(address));
        }
        if !typed.is_empty() {
            self.doubts.push(self.row.line, Field::Email.code(), Code::Address, typed);
        }
        sign_in(self.peek(Field::Upn))
    }
}

/// An address, as far as it must be one to be compared: one `@`, no blank, a point in the domain.
fn address(text: &str) -> Option<&str> {
    let text = text.trim_start_matches("mailto:").trim_matches(['<', '>']);
    let (local, domain) = text.split_once('@')?;
    let is_bad = |c: char| c.is_whitespace() || c.is_control() || matches!(c, ',' | ';' | '<' | '>' | '"');
    let fine = !local.is_empty() && domain.contains('.') && !domain.contains('@') && text.len() <= 254 && !text.contains(is_bad);
    fine.then_some(text)
}

/// The address behind a sign-in name; that of a guest is `anna_example.org#EXT#@tenant.example` for `anna@example.org`.
fn sign_in(upn: &str) -> Option<Cow<'_, str>> {
    let whole = address(upn)?;
    let Some(at) = whole.to_ascii_uppercase().find("#EXT#") else { return Some(Cow::Borrowed(whole)) };
    let (local, domain) = whole.get(..at)?.rsplit_once('_')?;
    let owned = format!("{local}@{domain}");
    address(&owned)?;
    Some(Cow::Owned(owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_sign_in_names() {
        for (text, expected) in [
            ("anna@example.org", Some("anna@example.org")),
            ("mailto:anna@example.org", Some("anna@example.org")),
            ("anna_b_example.org#EXT#@tenant.example", Some("anna_b@example.org")),
            ("Anna", None),
            ("a@b@example.org", None),
            ("anna@localhost", None),
            ("#EXT#@tenant.example", None),
            ("", None),
        ] {
            assert_eq!(sign_in(text).as_deref(), expected, "{text:?}");
        }
    }
}
