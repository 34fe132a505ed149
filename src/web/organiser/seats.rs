//! Seats: how many, and for whom.

use actix_web::web;

use super::event_form::Faults;
use super::fields::{Fields, moment, typed_moment};
use super::see_other;
use super::words::moment_input;
use crate::app::show::EventView;
use crate::domain::mode::Mode;
use crate::domain::seats::SeatRules;
use crate::domain::sector::Sector;
use crate::domain::staff::Action;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::Link;
use crate::web::view::staff::{FormPage, Input, Section};

/// No limit is greater.
const MOST: u32 = 1_000_000;

/// `GET …/events/{event}/seats`
pub async fn form(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::ManageEvents, &path.1).await?;
    draw(&staff, &view, &typed(&view.stored.event.seats), &[])
}

/// `POST …/events/{event}/seats`: whoever waits moves up at once.
pub async fn change(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageEvents, &path.1).await?;
    let rules = match read(staff, &posted.fields) {
        Ok(rules) => rules,
        Err(faults) => return draw(staff, &posted.seen(view), &posted.fields, &faults),
    };
    match staff.state.app.change_seats(view.stored.event.id, posted.revision(), rules, staff.actor(), staff.now).await {
        Ok(()) => {
            let after = staff.event(Action::ManageEvents, &path.1).await?;
            let moved = (view.waiting.0 + view.waiting.1).saturating_sub(after.waiting.0 + after.waiting.1);
            Ok(see_other(&staff.event_href(&view, &format!("?done=seats&n={moved}"))))
        }
        Err(error) => draw(staff, &view, &posted.fields, &posted.faults(error)?),
    }
}

fn draw(staff: &Staff, view: &EventView, fields: &Fields, faults: &[(String, String)]) -> Answer {
    let page = FormPage {
        heading: staff.t("staff-change-seats"),
        lead: staff.t("staff-change-seats-what"),
        action: staff.event_href(view, "/seats"),
        hidden: staff.tokens_for(view),
        sections: sections(staff, fields, &typed(&view.stored.event.seats)),
        button: staff.t("staff-save"),
        back: Link::new(staff.event_href(view, ""), staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(Some(view), page, faults)
}

pub(super) fn typed(rules: &SeatRules) -> Fields {
    let text = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let mut fields = vec![("release_at".to_owned(), rules.release_at.map(typed_moment).unwrap_or_default())];
    for mode in Mode::ALL {
        let pool = rules.pool(*mode);
        fields.push((format!("{mode}-capacity"), text(pool.capacity)));
        fields.extend(Sector::ALL.iter().map(|sector| (format!("{mode}-{sector}"), text(pool.quotas.of(*sector)))));
        fields.push((format!("{mode}-organisation"), text(pool.max_per_organisation)));
    }
    Fields(fields)
}

/// The fields of the seats, as typed and as they stand.
pub(super) fn sections(staff: &Staff, fields: &Fields, standing: &Fields) -> Vec<Section> {
    let number = |id: String, label: String| {
        let value = fields.get(&id).to_owned();
        Input::line(id, label, value).of_kind("number")
    };
    let pool = |mode: &Mode| {
        let mut inputs = vec![number(format!("{mode}-capacity"), staff.t("staff-capacity"))];
        inputs.extend(Sector::ALL.iter().map(|s| number(format!("{mode}-{s}"), staff.t(&format!("staff-quota-{s}")))));
        inputs.push(number(format!("{mode}-organisation"), staff.t("staff-max-organisation")));
        Section { legend: staff.t(&format!("staff-seats-{}", mode.code().replace('_', "-"))), hint: staff.t("staff-seats-hint"), fields: inputs }
    };
    let release = moment_input(staff, "release_at", "staff-release-at", fields, standing, "");
    let release = Section { legend: staff.t("staff-release-legend"), hint: staff.t("staff-release-hint"), fields: vec![release] };
    Mode::ALL.iter().map(pool).chain([release]).collect()
}

/// Reads the fields of the seats; an empty field is no limit.
pub(super) fn read(staff: &Staff, fields: &Fields) -> Result<SeatRules, Faults> {
    let mut faults = Faults::new();
    let mut rules = SeatRules::default();
    let mut number = |id: String| {
        let typed = fields.get(&id);
        let read = typed.parse::<u32>().ok().filter(|n| *n <= MOST);
        if read.is_none() && !typed.is_empty() {
            faults.push((id, staff.t("staff-fault-number")));
        }
        read
    };
    for mode in Mode::ALL {
        let pool = rules.pool_mut(*mode);
        pool.capacity = number(format!("{mode}-capacity"));
        for sector in Sector::ALL {
            *pool.quotas.of_mut(*sector) = number(format!("{mode}-{sector}"));
        }
        pool.max_per_organisation = number(format!("{mode}-organisation"));
    }
    let release = fields.get("release_at");
    rules.release_at = moment(release);
    if rules.release_at.is_none() && !release.is_empty() {
        faults.push(("release_at".into(), staff.t("staff-fault-moment")));
    }
    if faults.is_empty() { Ok(rules) } else { Err(faults) }
}
