//! The attendance reports of Microsoft Teams, Zoom and Webex, and plain tables, as sightings of people.
//!
//! The steps are files: text ([`super::text`]), rows ([`super::grid`]), tables among them ([`super::layout`]), what a row says
//! ([`super::rows`]), the order of days and months ([`super::order`]), stays ([`super::pairs`]), people ([`super::people`]).
//!
//! Codes of columns, in faults and doubts: `name`, `first-name`, `last-name`, `email`, `upn`, `first-join`, `last-leave`, `join`, `leave`,
//! `action`, `timestamp`, `duration`, `role`, `attended`, `waiting-room`, `title`, `started`, `ended`.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::columns::Names;
use super::fault::{Doubts, Fault};
use super::layout::Layout;
use super::order::{self, Decided, Hints, Order};
use super::rows::{self, Entry};
use super::union::Window;
use super::zone::Zone;
use super::{grid, pairs, people, text};

/// Whose report it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Provider {
    /// Microsoft Teams.
    Teams,
    /// Zoom, meetings and webinars.
    Zoom,
    /// Cisco Webex.
    Webex,
    /// A table that somebody made: a name or an address, from when, until when.
    Plain,
}

impl Provider {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Teams => "teams",
            Self::Zoom => "zoom",
            Self::Webex => "webex",
            Self::Plain => "plain",
        }
    }
}

/// What the reader of a file knows about it.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The zone of times that name none. None of the providers writes one in its ordinary report: they write the clock of whoever saved it.
    pub zone: Tz,
    /// The event whose report it is.
    pub window: Option<Window>,
}

impl Default for Setting {
    fn default() -> Self {
        Self { zone: chrono_tz::Europe::Brussels, window: None }
    }
}

/// One person, as a report names them. Rows with the same address are one, else rows with the same name and no address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sighting {
    /// The name of the first row, as it stands there.
    pub name: String,
    /// Other names in the other rows: people rename themselves. At most eight.
    pub other_names: Vec<String>,
    /// The address as it stands there, if it is one.
    pub email: Option<String>,
    /// From when until when, in the order of time, each once; a stay never ends before it begins.
    pub intervals: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    /// Set where the intervals only say first joining and last leaving: how long the provider says was spent between them, in seconds.
    pub at_most: Option<i64>,
    /// The lines of the file, from 1.
    pub rows: Vec<u64>,
    /// What the provider calls their role, as it stands there.
    pub role: Option<String>,
}

/// What a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Whose it is.
    pub provider: Provider,
    /// The meeting's title.
    pub title: Option<String>,
    /// When the meeting began.
    pub started: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended: Option<DateTime<Utc>>,
    /// The zone by which times that name none were read.
    pub zone: Zone,
    /// Whether the file names that zone.
    pub zone_in_file: bool,
    /// How dates were read, and why so.
    pub order: (Order, Decided),
    /// Everybody in it, in the order of their first rows.
    pub people: Vec<Sighting>,
    /// What somebody should look at.
    pub doubts: Doubts,
    /// How many rows stood in tables of people.
    pub rows: u64,
    /// How many of them say that somebody did not come, or only waited to be let in.
    pub absent: u64,
    /// How many stays stood there twice.
    pub repeated: u64,
    /// How many stays lie wholly outside the event: many of them mean a report of another meeting, or another zone.
    pub outside: u64,
}

/// Reads a file.
///
/// # Errors
/// What keeps the whole file from being read; what is doubtful about single rows is in [`Report::doubts`].
pub fn read(bytes: &[u8], setting: &Setting) -> Result<Report, Fault> {
    read_text(&text::decode(bytes)?, setting)
}

/// Reads text: pasted, or a workbook's.
///
/// # Errors
/// As [`read`].
pub fn read_text(text: &str, setting: &Setting) -> Result<Report, Fault> {
    let names = Names::all();
    let grid = grid::rows(text, names)?;
    let layout = Layout::find(&grid, names)?;
    let mut doubts = Doubts::default();
    let said = rows::read(&grid, &layout, &mut doubts);
    let zone = layout.zone.unwrap_or(Zone::Named(setting.zone));
    let hints = Hints { window: setting.window, continental: layout.continental, habit: habit(layout.provider, said.twelve_hours), zone };
    let order = order::decide(&dates(&layout, &said.entries), &hints)?;
    let clock = pairs::Clock { zone, order: order.0 };
    let [started, ended] = [&layout.started, &layout.ended].map(|raw| raw.as_ref().and_then(|(_, raw)| Some(clock.moments(*raw)?.first)));
    let end = ended.or(setting.window.map(|window| window.end));
    let stays = pairs::stays(said.entries, clock, end, &mut doubts);
    let (people, repeated) = people::group(stays, &mut doubts);
    doubts.kept.sort_by_key(|doubt| doubt.line);
    let is_outside = |(from, to): &(DateTime<Utc>, DateTime<Utc>)| setting.window.is_some_and(|w| *to <= w.start || *from >= w.end);
    let outside = people.iter().flat_map(|person| &person.intervals).filter(|stay| is_outside(stay)).count() as u64;
    Ok(Report {
        provider: layout.provider,
        title: layout.title.clone(),
        started,
        ended,
        zone,
        zone_in_file: layout.zone.is_some(),
        order,
        people,
        doubts,
        rows: said.rows,
        absent: said.absent,
        repeated,
        outside,
    })
}

/// What is written where nothing else tells: Zoom and an English Teams write as in America, a clock of twelve hours is a sign of it.
const fn habit(provider: Provider, twelve_hours: bool) -> Order {
    match provider {
        Provider::Zoom => Order::MonthFirst,
        Provider::Teams if twelve_hours => Order::MonthFirst,
        _ => Order::DayFirst,
    }
}

fn dates(layout: &Layout, entries: &[Entry<'_>]) -> Vec<(u64, super::moment::Raw)> {
    let of_rows = entries.iter().flat_map(|entry| [entry.from, entry.to].into_iter().flatten().map(|raw| (entry.line, raw)));
    layout.started.into_iter().chain(layout.ended).chain(of_rows).collect()
}
