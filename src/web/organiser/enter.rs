//! A person entered by hand: their address counts as proven.

use actix_web::web;

use super::event_form::Faults;
use super::fields::Fields;
use super::see_other;
use super::words::read_person;
use crate::app::enter::Entry;
use crate::app::show::EventView;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::sector::Sector;
use crate::domain::staff::Action;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::person::PersonFields;
use crate::web::view::Link;
use crate::web::view::staff::{FormPage, Input, Section};

/// `GET …/events/{event}/enter`
pub async fn form(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    draw(&staff, &view, &Fields::default(), &[])
}

/// `POST …/events/{event}/enter`
pub async fn enter(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageRegistrations, &path.1).await?;
    let entry = match read(staff, &posted.fields) {
        Ok(entry) => entry,
        Err(faults) => return draw(staff, &view, &posted.fields, &faults),
    };
    match staff.state.app.enter(view.stored.event.id, vec![entry], staff.actor(), staff.now).await {
        Ok(entered) => {
            let Some(one) = entered.first() else { return Ok(see_other(&staff.event_href(&view, "/registrations"))) };
            let done = if one.existed { "existed".to_owned() } else { format!("entered-{}", one.state) };
            Ok(see_other(&staff.event_href(&view, &format!("/registrations/{}?done={done}", one.reference))))
        }
        Err(error) => draw(staff, &view, &posted.fields, &posted.faults(error)?),
    }
}

fn draw(staff: &Staff, view: &EventView, fields: &Fields, faults: &[(String, String)]) -> Answer {
    let answers = |family: &str, codes: Vec<&str>| codes.into_iter().map(|c| (c.to_owned(), staff.word(family, c))).collect::<Vec<_>>();
    let choose = (String::new(), staff.t("staff-choose"));
    let sectors = std::iter::once(choose).chain(answers("sector", Sector::ALL.iter().map(|s| s.code()).collect()));
    let modes = answers("mode", view.stored.event.place.format.modes().iter().map(|m| m.code()).collect());
    let languages = answers("language", Language::ALL.iter().map(|l| l.code()).collect());
    let language = if fields.has("language") { fields.get("language") } else { staff.language.code() };
    let inputs = vec![
        Input::line("name", staff.t("staff-name"), fields.get("name")),
        Input::line("email", staff.t("staff-email"), fields.get("email")).of_kind("email"),
        Input::line("organisation", staff.t("staff-organisation"), fields.get("organisation")),
        Input::choice("sector", staff.t("staff-sector"), fields.get("sector"), sectors),
        Input::choice("mode", staff.t("staff-mode"), fields.get("mode"), modes),
        Input::choice("language", staff.t("staff-language"), language, languages),
    ];
    let page = FormPage {
        heading: staff.t("staff-enter"),
        lead: staff.t("staff-enter-what"),
        action: staff.event_href(view, "/enter"),
        hidden: staff.token(),
        sections: vec![Section { legend: staff.t("staff-person"), hint: String::new(), fields: inputs }],
        button: staff.t("staff-enter-do"),
        back: Link::new(staff.event_href(view, "/registrations"), staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(Some(view), page, faults)
}

fn read(staff: &Staff, fields: &Fields) -> Result<Entry, Faults> {
    let PersonFields { name, email, organisation, sector, language } = read_person(staff, fields)?;
    Ok(Entry { name, email, organisation, sector, mode: Mode::from_code(fields.get("mode")), language })
}
