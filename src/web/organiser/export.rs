//! Files to keep: the people of an event, and what any other page offers. A list is made and sent in parts, so that a long one
//! is held in memory once.

use std::collections::VecDeque;
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
use crate::db::registrations::Row;
use crate::domain::journal::{Change, Deed};
use crate::domain::staff::Action;
use crate::stats::export::Csv;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::Staff;

/// Rows read at once.
const BATCH: i64 = 250;
/// The columns of the file.
const COLUMNS: [&str; 13] = [
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
];

/// `GET …/events/{event}/registrations.csv`: everybody whom the list shows, safe to open in a spreadsheet.
pub async fn registrations(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::Export, &path.1).await?;
    let app = &staff.state.app;
    let event = view.stored.event.id;
    let places = app.waiting_places(event).await?;
    let fault = |e: csv::Error| Refusal::from(AppError::Fault(crate::db::DbError::Other(e.to_string())));
    let filter = PeopleFilter::read(&staff.query);
    let (mut table, mut file, mut after, mut count) = (Csv::new(&COLUMNS).map_err(fault)?, Parts::default(), None, 0);
    loop {
        let rows = app.registrations_of(event, filter.asked(after, BATCH)).await?;
        for row in rows.iter().filter(|row| row.erased_at.is_none()) {
            table.add(cells(&staff, row, places.get(&row.id).copied())).map_err(fault)?;
            count += 1;
        }
        file.add(table.part().map_err(fault)?);
        match rows.last() {
            Some(last) if rows.len() as i64 == BATCH => after = Some(last.id),
            _ => break,
        }
    }
    let mut entry = Entry::of_event(staff.actor(), Deed::RegistrationsExported, None, &view.stored.event);
    entry.change = Change::to(&serde_json::json!({ "rows": count, "filtered": (!filter.is_empty()).then_some(true) }));
    app.note_deed(entry, staff.now).await?;
    Ok(send("text/csv; charset=utf-8", &format!("{}-registrations.csv", view.stored.event.slug), file))
}

fn cells<'a>(staff: &Staff, row: &'a Row, place: Option<u32>) -> Vec<std::borrow::Cow<'a, str>> {
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
