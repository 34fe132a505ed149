//! Everybody who may come to the door, on one page: to print before the event, or to hold beside a device that fails.

use actix_web::http::StatusCode;

use super::check_in::{AT_THE_DOOR, standing};
use crate::app::journal::Entry;
use crate::app::show::EventView;
use crate::db::registrations::Row;
use crate::domain::journal::{Change, Deed};
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::text::fold;
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::staff::Staff;
use crate::web::view::staff::{DoorList, DoorListRow};

/// All names without the buttons, by name; the room before those online.
pub(super) async fn draw(staff: &Staff, view: &EventView) -> Answer {
    let event = &view.stored.event;
    let mut people = staff.state.app.everybody_at(event.id, &AT_THE_DOOR).await?;
    people.sort_by_cached_key(|row| (row.mode == Mode::Online, fold(&row.name)));
    let page = DoorList {
        event: staff.title(view),
        when: format::date_time_range(staff.language, event.schedule.starts_at, event.schedule.ends_at),
        standing: standing(staff, view).await?,
        back: staff.event_href(view, "/check-in"),
        rows: people.iter().map(|row| list_row(staff, row)).collect(),
    };
    // Names leave on paper as they do in a file: the journal says so.
    let mut entry = Entry::of_event(staff.actor(), Deed::RegistrationsExported, None, event);
    entry.change = Change::to(&serde_json::json!({ "rows": page.rows.len() }));
    staff.state.app.note_deed(entry, staff.now).await?;
    staff.page(StatusCode::OK, &staff.event_head(view, format!("{} – {}", staff.t("staff-door-list"), page.event)), &page)
}

fn list_row(staff: &Staff, row: &Row) -> DoorListRow {
    DoorListRow {
        name: row.name.clone(),
        organisation: row.organisation_name.clone(),
        mode: staff.word("mode", row.mode.code()),
        state: row.state.code(),
        warning: if row.state == State::Confirmed { String::new() } else { staff.word("state", row.state.code()) },
        present: row.present,
    }
}
