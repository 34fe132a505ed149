//! Where in a file the tables of people are, and what stands around them.
//!
//! Teams writes three sections, each under a numbered title: a summary, the participants with their first joining and last leaving, and what
//! they did, which holds every stay. Zoom writes facts about the meeting over the table, or nothing; its webinars have a table for hosts, for
//! panelists and for attendees. Webex writes one table whose rows repeat the facts. The sections of Teams stand in the same order in every
//! language: where their headings are not known, columns are read by their place.

use std::ops::Range;

use super::columns::{Field, Known, Names};
use super::fault::{Fault, quoted};
use super::grid::Row;
use super::moment::Raw;
use super::name::{fold, shown};
use super::reports::Provider;
use super::zone::Zone;

/// Most columns of a table that are looked at.
const MAX_COLUMNS: usize = 60;
/// How many rows are looked at for what a missing table comes nearest to.
const LOOKED_AT: usize = 300;
/// Columns of the second section of a Teams report.
const PARTICIPANTS: &[Field] = &[Field::Name, Field::FirstJoin, Field::LastLeave, Field::Duration, Field::Email, Field::Upn, Field::Role];
/// Columns of the third.
const ACTIVITIES: &[Field] = &[Field::Name, Field::Join, Field::Leave, Field::Duration, Field::Email, Field::Role];

/// A table of people.
#[derive(Clone, Debug)]
pub struct Table {
    columns: Vec<(Field, usize)>,
    /// Its rows, by their numbers in the file.
    pub rows: Range<usize>,
}

impl Table {
    /// The place of a column.
    pub fn place(&self, field: Field) -> Option<usize> {
        self.columns.iter().find(|(known, _)| *known == field).map(|(_, place)| *place)
    }
}

/// What a file consists of.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Whose it is.
    pub provider: Provider,
    /// Whether some heading is Dutch, French, German or of no language we know.
    pub continental: bool,
    /// The meeting's title.
    pub title: Option<String>,
    /// When it began, with the line that says so.
    pub started: Option<(u64, Raw)>,
    /// When it ended.
    pub ended: Option<(u64, Raw)>,
    /// The zone that the file names.
    pub zone: Option<Zone>,
    /// The tables of people, in the order of the file; at least one, and at least one row in them.
    pub tables: Vec<Table>,
}

impl Layout {
    /// Finds the tables.
    ///
    /// # Errors
    /// `MissingColumns`, `NoRows`.
    pub fn find(rows: &[Row], names: &Names) -> Result<Self, Fault> {
        let mut finder = Finder { rows, names, section: None, heading: 0, marks: Marks::default(), layout: Self::empty() };
        let mut at = 0;
        while at < rows.len() {
            at = finder.step(at);
        }
        let Finder { heading, marks, mut layout, .. } = finder;
        if layout.tables.is_empty() {
            return Err(missing(rows, names));
        }
        if layout.tables.iter().all(|table| table.rows.is_empty()) {
            return Err(Fault::NoRows { line: heading });
        }
        layout.provider = marks.provider();
        layout.facts_of_columns(rows);
        Ok(layout)
    }

    const fn empty() -> Self {
        Self { provider: Provider::Plain, continental: false, title: None, started: None, ended: None, zone: None, tables: Vec::new() }
    }

    fn fact(&mut self, field: Field, line: u64, value: &str) {
        let moment = || Raw::parse(value).map(|raw| (line, raw));
        match field {
            Field::Title if self.title.is_none() && !value.is_empty() => self.title = Some(shown(value, 400).into_owned()),
            Field::Started if self.started.is_none() => self.started = moment(),
            Field::Ended if self.ended.is_none() => self.ended = moment(),
            _ => {}
        }
    }

    /// Webex repeats the facts in every row: the first of them says all.
    fn facts_of_columns(&mut self, rows: &[Row]) {
        let Some(table) = self.tables.iter().find(|table| !table.rows.is_empty()).cloned() else { return };
        let Some(row) = rows.get(table.rows.start) else { return };
        for field in [Field::Title, Field::Started, Field::Ended] {
            if let Some(place) = table.place(field) {
                self.fact(field, row.line, row.text(place));
            }
        }
    }
}

/// What tells whose report it is.
#[derive(Default)]
struct Marks {
    teams: bool,
    zoom: bool,
    webex: bool,
}

impl Marks {
    const fn provider(&self) -> Provider {
        match (self.webex, self.zoom, self.teams) {
            (true, ..) => Provider::Webex,
            (_, true, _) => Provider::Zoom,
            (.., true) => Provider::Teams,
            _ => Provider::Plain,
        }
    }
}

struct Finder<'r> {
    rows: &'r [Row],
    names: &'r Names,
    /// The number of the section, and how many rows of it were seen.
    section: Option<(char, usize)>,
    /// The line of the last heading.
    heading: u64,
    marks: Marks,
    layout: Layout,
}

impl Finder<'_> {
    /// Looks at a row outside of tables; says where to go on.
    fn step(&mut self, at: usize) -> usize {
        let Some(row) = self.rows.get(at) else { return at + 1 };
        if let Some(columns) = heading(row, self.names) {
            return self.table(at, columns);
        }
        if let Some(number) = section(row) {
            self.section = Some((number, 0));
            if let Some(columns) = self.by_place(at + 1, number) {
                self.layout.continental = true;
                return self.table(at + 1, columns);
            }
            return at + 1;
        }
        self.around(at, row);
        at + 1
    }

    fn table(&mut self, at: usize, columns: Vec<(Field, Option<Known>, usize)>) -> usize {
        let Some(head) = self.rows.get(at) else { return at + 1 };
        self.heading = head.line;
        for (field, known, place) in &columns {
            let text = head.text(*place);
            self.marks.teams |= matches!(field, Field::FirstJoin | Field::Upn | Field::Action);
            self.marks.zoom |= self.names.is_zoom(text);
            self.marks.webex |= self.names.is_webex(text);
            self.layout.continental |= known.is_some_and(|known| known.continental);
            self.layout.zone = self.layout.zone.or(known.and_then(|known| known.zone));
        }
        let mark = columns.iter().find(|(field, ..)| matches!(field, Field::Join | Field::FirstJoin | Field::Stamp)).map_or(0, |(.., place)| *place);
        let ends = |next: &usize| self.rows.get(*next).is_none_or(|row| row.cells.get(mark) == head.cells.get(mark) || self.is_title(*next, row));
        let end = (at + 1..=self.rows.len()).find(ends).unwrap_or(self.rows.len());
        self.layout.tables.push(Table { columns: columns.into_iter().map(|(field, _, place)| (field, place)).collect(), rows: at + 1..end });
        self.section = None;
        end
    }

    /// The title of what comes next: alone on its row, with a number before it or a heading below.
    fn is_title(&self, at: usize, row: &Row) -> bool {
        row.filled() == 1
            && !row.text(0).is_empty()
            && (section(row).is_some() || self.rows.get(at + 1).is_some_and(|next| heading(next, self.names).is_some()))
    }

    /// The columns of a section of Teams whose headings are not known.
    fn by_place(&self, at: usize, number: char) -> Option<Vec<(Field, Option<Known>, usize)>> {
        let expected = match number {
            '2' => PARTICIPANTS,
            '3' => ACTIVITIES,
            _ => return None,
        };
        let head = self.rows.get(at)?;
        if heading(head, self.names).is_some() || head.filled() + 2 < expected.len() {
            return None;
        }
        let first = self.rows.get(at + 1)?;
        Raw::parse(first.text(1))?;
        Some(expected.iter().enumerate().map(|(place, field)| (*field, None, place)).collect())
    }

    /// What stands over a table: a key and its value, or a row of keys over a row of values, or a zone.
    fn around(&mut self, at: usize, row: &Row) {
        let filled = row.filled();
        let (key, value) = (self.names.find(row.text(0)).map(|known| known.field), row.text(1));
        self.layout.zone = self.layout.zone.or_else(|| if key == Some(Field::Title) { None } else { zone(row) });
        if filled <= 2 {
            if let Some(field) = key {
                self.layout.fact(field, row.line, value);
            }
        } else if let Some(values) = self.rows.get(at + 1) {
            for (place, cell) in row.cells.iter().take(MAX_COLUMNS).enumerate() {
                if let Some(known) = self.names.find(cell) {
                    self.layout.fact(known.field, values.line, values.text(place));
                }
            }
        }
        // The summary of Teams, in whatever language: title, participants, beginning, end, lengths.
        if let Some(('1', seen)) = &mut self.section {
            *seen += 1;
            let first = *seen == 1;
            let field = match () {
                () if first => Field::Title,
                () if Raw::parse(value).is_some() && self.layout.started.is_none() => Field::Started,
                () if key != Some(Field::Started) => Field::Ended,
                () => return,
            };
            self.layout.fact(field, row.line, value);
        }
    }
}

/// The columns of a row that names those of a table of people.
fn heading(row: &Row, names: &Names) -> Option<Vec<(Field, Option<Known>, usize)>> {
    let columns = known(row, names);
    lacking(&columns).is_empty().then_some(columns)
}

fn known(row: &Row, names: &Names) -> Vec<(Field, Option<Known>, usize)> {
    let mut columns: Vec<(Field, Option<Known>, usize)> = Vec::new();
    for place in 0..row.cells.len().min(MAX_COLUMNS) {
        if let Some(known) = names.find(row.text(place))
            && !columns.iter().any(|(field, ..)| *field == known.field)
        {
            columns.push((known.field, Some(known), place));
        }
    }
    columns
}

/// Codes of the columns that a table of people needs and this one has not.
fn lacking(columns: &[(Field, Option<Known>, usize)]) -> Vec<&'static str> {
    let has = |wanted: Field| columns.iter().any(|(field, ..)| *field == wanted);
    let mut lacking = Vec::new();
    if ![Field::Name, Field::Email, Field::LastName].into_iter().any(has) {
        lacking.extend([Field::Name.code(), Field::Email.code()]);
    }
    let listed = has(Field::Action) && has(Field::Stamp);
    if !(listed || has(Field::Join) || has(Field::FirstJoin)) {
        lacking.push(Field::Join.code());
    }
    // How long somebody stayed says until when.
    if !(listed || has(Field::Leave) || has(Field::LastLeave) || (has(Field::Join) && has(Field::Duration))) {
        lacking.push(Field::Leave.code());
    }
    lacking
}

/// The row that comes nearest to a heading, and what it lacks.
fn missing(rows: &[Row], names: &Names) -> Fault {
    let merit = |columns: &[(Field, Option<Known>, usize)]| (4 - lacking(columns).len().min(4), columns.len());
    let scored = rows.iter().take(LOOKED_AT).map(|row| (merit(&known(row, names)), row));
    // The first of the best.
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    let (line, found, wanted) = best.map_or((1, Vec::new(), lacking(&[])), |(_, row)| {
        let found = row.cells.iter().map(|cell| quoted(cell.trim())).filter(|cell| !cell.is_empty()).take(20).collect();
        (row.line, found, lacking(&known(row, names)))
    });
    Fault::MissingColumns { line, found, wanted }
}

/// The number of a title such as `2. Participants`.
fn section(row: &Row) -> Option<char> {
    let text = row.text(0);
    let number = text.chars().next().filter(char::is_ascii_digit)?;
    let title = text.get(1..)?.strip_prefix('.')?;
    (row.filled() == 1 && title.starts_with(char::is_whitespace)).then_some(number)
}

/// A zone that is named as one.
fn zone(row: &Row) -> Option<Zone> {
    let says = |cell: &str| {
        let cell = fold(super::name::cut(cell, 120));
        ["time zone", "timezone", "tijdzone", "fuseau", "zeitzone", "(gmt", "(utc"].iter().any(|word| cell.contains(word))
    };
    let place = (0..row.cells.len().min(MAX_COLUMNS)).find(|place| says(row.text(*place)))?;
    Zone::find(row.text(place)).or_else(|| Zone::find(row.text(place + 1))).or_else(|| Zone::find(row.text(place).rsplit_once(':')?.1))
}
