//! Badges of everybody with a seat in the room, as one file to print and cut.

use actix_web::web;

use super::export::{fault, note, send};
use crate::domain::mode::Mode;
use crate::domain::registration::State;
use crate::domain::staff::Action;
use crate::domain::text::fold;
use crate::papers::badges::{Badge, Badges, file};
use crate::web::error::Answer;
use crate::web::extract::staff::Staff;

/// `GET …/events/{event}/badges.pdf`: sorted by name; the same people give the same file.
pub async fn sheet(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::CheckIn, &path.1).await?;
    let (app, event) = (&staff.state.app, &view.stored.event);
    let mut rows = app.seated_at(event.id).await?;
    rows.retain(|row| row.state == State::Confirmed && row.mode == Mode::OnSite && row.erased_at.is_none());
    rows.sort_by_cached_key(|row| (fold(&row.name), row.reference.clone()));
    let badge = |row: &crate::db::registrations::Row| Badge {
        name: row.name.clone(),
        organisation: row.organisation_name.clone(),
        sector: row.sector,
        language: row.language,
        pass: app.pass_of(&row.reference).square(&event.slug),
    };
    let badges: Vec<Badge> = rows.iter().map(badge).collect();
    let (title, none) = (staff.t_with("badges-title", &[("title", staff.title(&view).into())]), staff.t("badges-none"));
    let (pages, language, author) =
        (staff.state.pages.clone(), staff.language, staff.state.site.controller.name.get_or_any(staff.language).to_owned());
    let count = badges.len();
    // Hundreds of badges take a while of a core: not of a thread that answers others.
    let drawn = web::block(move || file(pages.catalogue(), &Badges { title: &title, none: &none, badges: &badges, language, author: &author }));
    let bytes = drawn.await.map_err(fault)?.map_err(fault)?;
    note(&staff, &view, count).await?;
    Ok(send("application/pdf", &format!("{}-badges.pdf", event.slug), bytes))
}
