//! Files to keep: the people of an event, and what any other page offers. A list is made and sent in parts, so that a long one
//! is held in memory once.

use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::HttpResponse;
use actix_web::body::{BodySize, MessageBody};
use actix_web::http::header;
use actix_web::web::{self, Bytes};

use super::people_filter::PeopleFilter;
use super::registrations::reason_words;
use crate::app::AppError;
use crate::app::journal::Entry;
use crate::app::show::EventView;
use crate::db::registrations::Row;
use crate::domain::ids::RegistrationId;
use crate::domain::journal::{Change, Deed};
use crate::domain::rsvp::Answer as Rsvp;
use crate::domain::staff::Action;
use crate::i18n::format::brussels;
use crate::stats::export::Csv;
use crate::stats::workbook::{Cell, Workbook};
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::Staff;

/// Places on the waiting list, and what calendars answered.
struct Beside {
    places: HashMap<RegistrationId, u32>,
    answers: HashMap<RegistrationId, Rsvp>,
}

impl Beside {
    fn of(&self, row: &Row) -> (Option<u32>, Rsvp) {
        (self.places.get(&row.id).copied(), self.answers.get(&row.id).copied().unwrap_or(Rsvp::NeedsAction))
    }
}

/// What browsers are told that a workbook is.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Rows read at once.
const BATCH: i64 = 250;
/// The columns of the file.
const COLUMNS: [&str; 14] = [
    "reference",
    "name",
    "email",
    "organisation",
    "sector",
    "mode",
    "language",
    "state",
    "state_since",
    "waiting_place",
    "reason",
    "registered_at",
    "present",
    "rsvp",
];

/// `GET …/events/{event}/registrations.csv`: everybody whom the list shows, safe to open in a spreadsheet.
pub async fn registrations(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::Export, &path.1).await?;
    let (mut table, mut file) = (Csv::new(&COLUMNS).map_err(fault)?, Parts::default());
    let count = every(&staff, &view, |rows, beside| {
        for row in rows {
            table.add(cells(&staff, row, beside.of(row))).map_err(fault)?;
        }
        file.add(table.part().map_err(fault)?);
        Ok(())
    })
    .await?;
    note(&staff, &view, count).await?;
    Ok(send("text/csv; charset=utf-8", &format!("{}-registrations.csv", view.stored.event.slug), file))
}

/// `GET …/events/{event}/registrations.xlsx`: the same as a workbook, its moments in Brussels time.
pub async fn workbook(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::Export, &path.1).await?;
    let mut book = Workbook::new(&COLUMNS).map_err(fault)?;
    let count =
        every(&staff, &view, |rows, beside| rows.iter().try_for_each(|row| book.add(typed(&staff, row, beside.of(row)))).map_err(fault)).await?;
    let file = book.finish().map_err(fault)?;
    note(&staff, &view, count).await?;
    Ok(send(XLSX, &format!("{}-registrations.xlsx", view.stored.event.slug), file))
}

/// What stands for a file that could not be written, which does not happen.
pub fn fault(error: impl std::fmt::Display) -> Refusal {
    AppError::Fault(crate::db::DbError::Other(error.to_string())).into()
}

/// Hands out everybody whom the list shows, in parts; answers how many.
async fn every(staff: &Staff, view: &EventView, mut each: impl FnMut(&[Row], &Beside) -> Result<(), Refusal>) -> Result<usize, Refusal> {
    let (app, event, filter) = (&staff.state.app, view.stored.event.id, PeopleFilter::read(&staff.query));
    let mut beside = Beside { places: app.waiting_places(event).await?, answers: HashMap::new() };
    let (mut after, mut count) = (None, 0);
    loop {
        let mut rows = app.registrations_of(event, filter.asked(after, BATCH)).await?;
        let is_last = (rows.len() as i64) < BATCH;
        after = rows.last().map(|row| row.id);
        rows.retain(|row| row.erased_at.is_none());
        count += rows.len();
        beside.answers = app.answers_of(&rows).await?;
        each(&rows, &beside)?;
        if is_last {
            return Ok(count);
        }
    }
}

pub(super) async fn note(staff: &Staff, view: &EventView, count: usize) -> Result<(), Refusal> {
    let filtered = (!PeopleFilter::read(&staff.query).is_empty()).then_some(true);
    let mut entry = Entry::of_event(staff.actor(), Deed::RegistrationsExported, None, &view.stored.event);
    entry.change = Change::to(&serde_json::json!({ "rows": count, "filtered": filtered }));
    Ok(staff.state.app.note_deed(entry, staff.now).await?)
}

/// What [`cells`] says, each as what it is.
fn typed<'a>(staff: &Staff, row: &'a Row, beside: (Option<u32>, Rsvp)) -> Vec<Cell<'a>> {
    let moment = |t: crate::db::types::Ts| {
        let (day, time) = brussels(t.0);
        Cell::Moment(day.and_time(time))
    };
    let mut typed: Vec<Cell<'a>> = cells(staff, row, beside).into_iter().map(Cell::Text).collect();
    for (name, cell) in COLUMNS.iter().zip(&mut typed) {
        *cell = match (*name, std::mem::replace(cell, Cell::Empty)) {
            ("state_since", _) => moment(row.state_since),
            ("registered_at", _) => moment(row.registered_at),
            ("waiting_place", _) => beside.0.map_or(Cell::Empty, |n| Cell::Number(i64::from(n))),
            ("present", _) => Cell::Is(row.present),
            (_, Cell::Text(text)) if text.is_empty() => Cell::Empty,
            (_, text) => text,
        };
    }
    typed
}

fn cells<'a>(staff: &Staff, row: &'a Row, (place, rsvp): (Option<u32>, Rsvp)) -> Vec<std::borrow::Cow<'a, str>> {
    let moment = |t: crate::db::types::Ts| t.0.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    vec![
        row.reference.as_str().into(),
        row.name.as_str().into(),
        row.email.as_str().into(),
        row.organisation_name.as_str().into(),
        row.sector.code().into(),
        row.mode.code().into(),
        row.language.code().into(),
        row.state.code().into(),
        moment(row.state_since).into(),
        place.map(|n| n.to_string()).unwrap_or_default().into(),
        row.reason.as_ref().map(|r| reason_words(staff, &r.0)).unwrap_or_default().into(),
        moment(row.registered_at).into(),
        if row.present { "yes" } else { "no" }.into(),
        rsvp.code().into(),
    ]
}

/// A file's bytes, part by part.
#[derive(Debug, Default)]
pub struct Parts {
    parts: VecDeque<Bytes>,
    size: u64,
}

impl Parts {
    /// Adds to its end.
    pub fn add(&mut self, bytes: Vec<u8>) {
        self.size += bytes.len() as u64;
        if !bytes.is_empty() {
            self.parts.push_back(bytes.into());
        }
    }
}

impl From<Vec<u8>> for Parts {
    fn from(bytes: Vec<u8>) -> Self {
        let mut whole = Self::default();
        whole.add(bytes);
        whole
    }
}

impl MessageBody for Parts {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.size)
    }

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, Infallible>>> {
        Poll::Ready(self.parts.pop_front().map(Ok))
    }
}

/// A file to keep. The name is made of slugs: it needs no escaping.
pub fn send(content_type: &str, name: &str, file: impl Into<Parts>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(content_type)
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(file.into())
}
