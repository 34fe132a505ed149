//! Time and place: rescheduling, and calling off.

use actix_web::web;
use fluent_bundle::FluentValue;

use super::event_form::{Faults, in_language, read_each};
use super::fields::{Fields, moment, typed_moment};
use super::see_other;
use super::words::{line_fault, moment_input};
use crate::app::show::EventView;
use crate::domain::event::{Event, EventStatus, MOST_LINE, Place, Schedule};
use crate::domain::language::{Language, Translated};
use crate::domain::mode::{Format, Mode};
use crate::domain::registration::State;
use crate::domain::staff::Action;
use crate::domain::text::Title;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::Link;
use crate::web::view::staff::{FormPage, Input, Section};

/// `GET …/events/{event}/reschedule`
pub async fn form(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::ManageEvents, &path.1).await?;
    draw(&staff, &view, &typed(&view.stored.event), &[]).await
}

/// `POST …/events/{event}/reschedule`
pub async fn reschedule(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageEvents, &path.1).await?;
    let (schedule, place) = match read(staff, &posted.fields) {
        Ok(plan) => plan,
        Err(faults) => return draw(staff, &posted.seen(view), &posted.fields, &faults).await,
    };
    match staff.state.app.reschedule_event(view.stored.event.id, posted.revision(), schedule, place, staff.actor(), staff.now).await {
        Ok(done) => Ok(see_other(&staff.event_href(&view, &format!("?done=rescheduled&n={}", done.told)))),
        Err(error) => draw(staff, &view, &posted.fields, &posted.faults(error)?).await,
    }
}

/// `GET …/events/{event}/call-off`
pub async fn ask_call_off(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::ManageEvents, &path.1).await?;
    draw_call_off(&staff, &view, "", &[]).await
}

/// `POST …/events/{event}/call-off`
pub async fn call_off(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageEvents, &path.1).await?;
    let typed = posted.fields.get("reason");
    let reason = match typed {
        "" => None,
        typed => match Title::parse(typed) {
            Ok(reason) => Some(reason),
            Err(fault) => return draw_call_off(staff, &view, typed, &[("reason".into(), line_fault(staff, "line", fault))]).await,
        },
    };
    match staff.state.app.cancel_event(view.stored.event.id, posted.revision(), reason, staff.actor(), staff.now).await {
        Ok(n) => Ok(see_other(&staff.event_href(&view, &format!("?done=called-off&n={n}")))),
        Err(error) => draw_call_off(staff, &view, typed, &posted.faults(error)?).await,
    }
}

/// How many people a change reaches.
async fn reached(staff: &Staff, view: &EventView) -> Result<u32, Refusal> {
    if view.stored.event.status != EventStatus::Published {
        return Ok(0);
    }
    let counts = staff.state.app.counts_of(view.stored.event.id).await?;
    Ok([State::Confirmed, State::Waitlisted, State::AwaitingApproval].iter().filter_map(|state| counts.get(state)).sum())
}

async fn draw(staff: &Staff, view: &EventView, fields: &Fields, faults: &[(String, String)]) -> Answer {
    let n = reached(staff, view).await?;
    let page = FormPage {
        heading: staff.t("staff-reschedule"),
        lead: staff.t_with("staff-reschedule-what", &[("n", FluentValue::from(n))]),
        action: staff.event_href(view, "/reschedule"),
        hidden: staff.tokens_for(view),
        sections: sections(staff, fields, &typed(&view.stored.event)),
        button: staff.t_with("staff-reschedule-do", &[("n", FluentValue::from(n))]),
        back: Link::new(staff.event_href(view, ""), staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(Some(view), page, faults)
}

async fn draw_call_off(staff: &Staff, view: &EventView, reason: &str, faults: &[(String, String)]) -> Answer {
    let n = FluentValue::from(reached(staff, view).await?);
    let input = Input::line("reason", staff.t("staff-reason"), reason).hinted(staff.t("staff-call-off-reason-hint"));
    let page = FormPage {
        heading: staff.t("staff-call-off"),
        lead: staff.t_with("staff-call-off-what", &[("n", n), ("title", FluentValue::from(staff.title(view)))]),
        action: staff.event_href(view, "/call-off"),
        hidden: staff.tokens_for(view),
        sections: vec![Section { legend: staff.t("staff-why"), hint: String::new(), fields: vec![input] }],
        button: staff.t("staff-call-off-do"),
        danger: true,
        back: Link::new(staff.event_href(view, ""), staff.t("staff-keep-event")),
        ..FormPage::default()
    };
    staff.form(Some(view), page, faults)
}

fn typed(event: &Event) -> Fields {
    let schedule = &event.schedule;
    let mut fields = vec![
        ("starts_at".to_owned(), typed_moment(schedule.starts_at)),
        ("ends_at".to_owned(), typed_moment(schedule.ends_at)),
        ("opens_at".to_owned(), schedule.opens_at.map(typed_moment).unwrap_or_default()),
        ("closes_at".to_owned(), typed_moment(schedule.closes_at)),
    ];
    fields.extend(typed_place(&event.place).0);
    Fields(fields)
}

/// The fields of the place as an event would fill them.
pub(super) fn typed_place(place: &Place) -> Fields {
    let mut fields =
        vec![("format".to_owned(), place.format.code().to_owned()), ("join_link".to_owned(), place.join_link.clone().unwrap_or_default())];
    fields.extend(Language::ALL.iter().map(|l| (format!("venue-{l}"), place.venue.get(*l).to_owned())));
    Fields(fields)
}

/// The fields of time and place, as typed and as they stand.
pub(super) fn sections(staff: &Staff, fields: &Fields, standing: &Fields) -> Vec<Section> {
    let at = |id: &str, key: &str, hint: &str| moment_input(staff, id, key, fields, standing, hint);
    let formats = Format::ALL.iter().map(|format| (format.code().to_owned(), staff.word("format", format.code())));
    let venue = |language: &Language| in_language(staff, fields, "venue", "staff-venue", *language);
    let link = Input::line("join_link", staff.t("staff-join-link"), fields.get("join_link")).of_kind("url").hinted(staff.t("staff-join-link-hint"));
    vec![
        Section {
            legend: staff.t("staff-time"),
            hint: staff.t("staff-time-hint"),
            fields: vec![
                at("starts_at", "staff-starts", ""),
                at("ends_at", "staff-ends", ""),
                at("opens_at", "staff-opens", &staff.t("staff-opens-hint")),
                at("closes_at", "staff-closes", ""),
            ],
        },
        Section {
            legend: staff.t("staff-way"),
            hint: String::new(),
            fields: vec![Input::choice("format", staff.t("staff-format"), fields.get("format"), formats), link],
        },
        Section { legend: staff.t("staff-venue"), hint: staff.t("staff-venue-hint"), fields: Language::ALL.iter().map(venue).collect() },
    ]
}

/// Reads the fields of time and place.
pub(super) fn read(staff: &Staff, fields: &Fields) -> Result<(Schedule, Place), Faults> {
    let mut faults = Faults::new();
    let mut at = |id: &str, needed: bool| {
        let typed = fields.get(id);
        let read = moment(typed);
        if read.is_none() && (needed || !typed.is_empty()) {
            faults.push((id.to_owned(), staff.t("staff-fault-moment")));
        }
        read
    };
    let (starts, ends, opens, closes) = (at("starts_at", true), at("ends_at", true), at("opens_at", false), at("closes_at", true));
    let format = Format::from_code(fields.get("format"));
    if format.is_none() {
        faults.push(("format".into(), staff.t("staff-fault-choose")));
    }
    let venue = read_each::<MOST_LINE>(staff, fields, "venue", &mut faults);
    match (starts, ends, closes, format) {
        (Some(starts_at), Some(ends_at), Some(closes_at), Some(format)) if faults.is_empty() => {
            let venue = if format.offers(Mode::OnSite) { venue } else { Translated::default() };
            let join_link = Some(fields.get("join_link").to_owned()).filter(|link| !link.is_empty());
            Ok((Schedule { starts_at, ends_at, opens_at: opens, closes_at }, Place { format, venue, join_link }))
        }
        _ => Err(faults),
    }
}
