//! Invitations to the events ahead that take them: some accepted, some declined, some not delivered, some not answered and
//! reminded, one taken back. Everything through the real use cases.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::TimeDelta;

use super::replay::settle_mails;
use super::{Failure, Parts};
use crate::app::answer_invitation::Acceptance;
use crate::app::invite::Invitee;
use crate::app::mail_room::{Note, Tried};
use crate::app::{Actor, AppError};
use crate::clock::Instant;
use crate::db::invitations::{ListFilter, Row};
use crate::demo::{EventPlan, Plan};
use crate::domain::event::Window;
use crate::domain::ids::EventId;
use crate::domain::mode::Mode;
use crate::domain::sector::Sector;
use crate::domain::text::{OrganisationName, PersonName};
use crate::mail::render::Mailroom;

/// Whom the coming event of a platform calls: how many, of which sector alone.
const CALLED: [(&str, usize, Option<Sector>); 2] = [("csi-dpo", 36, Some(Sector::Public)), ("qctr", 24, None)];
// The moments of a sending, in days before now.
const SENT: i64 = 9;
const DECLINED: i64 = 6;
const REMINDED: i64 = 2;

/// Invites people to the events ahead and lets them answer.
pub async fn invite(parts: &Parts, mailroom: &Arc<Mailroom>, plan: &Plan, now: Instant) -> Result<(), Failure> {
    for (platform, count, sector) in CALLED {
        // The platform's great event, not one of its workshops.
        let ahead = plan.events.iter().filter(|e| e.platform_slug.as_str() == platform && e.schedule.starts_at > now);
        let next = ahead.max_by_key(|e| e.seats.on_site.capacity);
        let Some(event) = next else { continue };
        let view = parts.app.event_by_slug(event.slug.as_str()).await?;
        let sent = (now - TimeDelta::days(SENT)).max(event.published_at);
        if matches!(view.stored.event.window(sent), Window::Open | Window::NotYet(_)) && view.stored.event.window(now) == Window::Open {
            let people = people(plan, event, count, sector);
            parts.app.invite(view.stored.event.id, people, None, Actor::System, sent).await?;
            answer(parts, mailroom, view.stored.event.id, view.stored.event.place.format.modes()[0], now).await?;
        }
    }
    Ok(())
}

/// People of the plan who are not registered there, some of them known by their address alone.
fn people(plan: &Plan, event: &EventPlan, count: usize, sector: Option<Sector>) -> Vec<Invitee> {
    let there: HashSet<usize> = event.registrations.iter().map(|r| r.person).collect();
    let free = plan.people.iter().enumerate().filter(|(n, p)| !there.contains(n) && sector.is_none_or(|s| s == p.sector));
    let known = |n: usize| n % 9 != 4;
    let of = |(n, (_, person)): (usize, (usize, &crate::demo::PersonPlan))| Invitee {
        email: person.email.clone(),
        name: Some(person.name.clone()).filter(|_| known(n)),
        organisation: plan.organisations.get(person.organisation).map(|o| o.name.clone()).filter(|_| known(n)),
        sector: Some(person.sector).filter(|_| known(n)),
        language: person.language,
    };
    free.take(count).enumerate().map(of).collect()
}

async fn answer(parts: &Parts, mailroom: &Arc<Mailroom>, event: EventId, mode: Mode, now: Instant) -> Result<(), Failure> {
    let app = &parts.app;
    let rows: Vec<Row> =
        app.invitations_of(event, ListFilter { limit: 1_000, ..ListFilter::default() }).await?.into_iter().map(|(row, _)| row).collect();
    let (sent, declined, reminded) = (now - TimeDelta::days(SENT), now - TimeDelta::days(DECLINED), now - TimeDelta::days(REMINDED));
    let those = |wanted: &'static [usize]| rows.iter().enumerate().filter(|(n, _)| wanted.contains(&(n % 12))).map(|(_, row)| row);
    for row in those(&[7]) {
        let text = "550 5.1.1 No such mailbox".to_owned();
        let dead = Tried::Failed { code: "550".into(), text, again_at: None };
        let notes: Vec<Note> = app.mails_of_invitation(row.id).await?.iter().map(|m| Note { id: m.id, tried: dead.clone(), at: sent }).collect();
        app.note_mails(notes.into()).await?;
    }
    settle_mails(parts, mailroom.clone(), now).await?;
    for row in those(&[3, 9]) {
        app.decline_invitation(event, row.id, declined).await?;
    }
    if let Some(row) = rows.get(5) {
        app.withdraw_invitation(event, row.id, Actor::System, declined).await?;
    }
    app.remind_invited(event, Actor::System, reminded).await?;
    settle_mails(parts, mailroom.clone(), now).await?;
    // Now, in order: whoever waits stands behind those who proved their address before.
    for (row, n) in those(&[0, 4, 8, 10]).zip(0..) {
        match app.accept_invitation(event, row.id, acceptance(row, mode)?, now - TimeDelta::seconds(50) + TimeDelta::seconds(n)).await {
            Ok(_) | Err(AppError::NotFound | AppError::NotOpen(_) | AppError::WrongState(_)) => {}
            Err(other) => return Err(other.into()),
        }
    }
    settle_mails(parts, mailroom.clone(), now).await?;
    Ok(())
}

/// What somebody says who accepts; who was known by the address alone says something.
fn acceptance(row: &Row, mode: Mode) -> Result<Acceptance, Failure> {
    let or = |text: &str, other: &str| if text.is_empty() { other.to_owned() } else { text.to_owned() };
    let local = row.email.split('@').next().unwrap_or("guest").replace('.', " ");
    Ok(Acceptance {
        name: PersonName::parse(&or(&row.name, &local)).map_err(|f| Failure::new(f.code()))?,
        organisation: OrganisationName::parse(&or(&row.organisation_name, "Example")).map_err(|f| Failure::new(f.code()))?,
        sector: row.sector.unwrap_or(Sector::Public),
        mode,
        language: row.language,
    })
}
