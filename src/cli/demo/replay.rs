//! Replays the plan through the use cases, so that the real rules decide who has a seat. Events are replayed side by side,
//! each in its own order of time: one disk flush then serves many of them.

use std::sync::Arc;

use chrono::TimeDelta;
use tokio::task::JoinSet;

use super::{DELIVERY, Failure, Parts, Progress};
use crate::app::check_in::CheckIn;
use crate::app::enter::Entry;
use crate::app::register::Command;
use crate::app::roster::import::Wish;
use crate::app::roster::rows::Draft;
use crate::app::save_event::{NewEvent, Texts};
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::outbox::{MailStatus, Sent, mark_sent};
use crate::db::{Scope, people, registrations};
use crate::demo::timeline::{Act, Step};
use crate::demo::{EventPlan, PersonPlan, Plan, RegistrationPlan};
use crate::domain::ids::{EventId, MailId};
use crate::domain::registration::State;
use crate::domain::text::OrganisationName;
use crate::mail::eml;
use crate::mail::render::Mailroom;
use crate::worker::letters::Letters;

/// Lapsed registrations ended in one look.
const LAPSED_AT_ONCE: i64 = 100_000;
/// Mails looked at.
const ALL_MAILS: i64 = 10_000_000;
/// Of so many people at the next event where organisers decide, one asked by the public form and waits for an answer.
const ASKS_EVERY: usize = 6;
/// How many days ago the rosters were entered: more than a quarter.
const ENTERED: i64 = 100;
/// Files written at once: each waits for the disk.
const FILES_AT_ONCE: usize = 16;

/// Makes the events and does what everybody did about them until `now`.
pub async fn replay(app: &App, plan: Arc<Plan>, now: Instant) -> Result<(), Failure> {
    let events = publish(app, &plan).await?;
    let mut steps: Vec<Vec<Step>> = vec![Vec::new(); plan.events.len()];
    let timeline = plan.timeline();
    let first = timeline.first().map_or(now, |step| step.at);
    for step in timeline.into_iter().filter(|step| step.act != Act::Publish && step.at <= now) {
        if let Some(of_event) = steps.get_mut(step.event) {
            of_event.push(step);
        }
    }
    let progress = Arc::new(Progress::new(steps.iter().map(Vec::len).sum()));
    let mut tasks = JoinSet::new();
    for ((place, steps), event) in steps.into_iter().enumerate().zip(events) {
        let (app, plan, progress) = (app.clone(), plan.clone(), progress.clone());
        tasks.spawn(async move { OneEvent { app, plan, place, event, now }.replay(steps, &progress).await });
    }
    while let Some(done) = tasks.join_next().await {
        done.map_err(|e| Failure::new(e.to_string()))??;
    }
    let mut day = first;
    while day < now {
        app.expire(day, LAPSED_AT_ONCE).await?;
        day += TimeDelta::days(1);
    }
    app.expire(now, LAPSED_AT_ONCE).await?;
    put_on_rosters(app, &plan, now).await
}

/// Fills the rosters of the closed platforms, as an operator who begins with a spreadsheet would: in the quarter before, so that its holders
/// are asked in this one.
async fn put_on_rosters(app: &App, plan: &Plan, now: Instant) -> Result<(), Failure> {
    let now = now - TimeDelta::days(ENTERED);
    for roster in &plan.rosters {
        let platform = app.platform_id(roster.platform_slug.as_str()).await?.ok_or(AppError::NotFound)?;
        let drafts = roster.members.iter().zip(2..).map(|(member, line)| Draft::of(line, member)).collect();
        let wish = Wish { doubtful: true, keep_good: true, shown: None };
        app.import_members(platform, drafts, Vec::new(), wish, Actor::System, now).await?;
    }
    Ok(())
}

/// Makes and publishes every event, each at its moment.
async fn publish(app: &App, plan: &Plan) -> Result<Vec<EventId>, Failure> {
    let mut ids = Vec::with_capacity(plan.events.len());
    for event in &plan.events {
        let platform = app.platform_id(event.platform_slug.as_str()).await?.ok_or(AppError::NotFound)?;
        let follows = event.follows.as_ref().and_then(|slug| plan.events.iter().position(|e| e.slug == *slug)).and_then(|i| ids.get(i).copied());
        let new = NewEvent {
            platform,
            slug: event.slug.clone(),
            edition: event.edition,
            follows,
            texts: Texts { title: event.title.clone(), summary: event.summary.clone(), agenda: event.agenda.clone(), tlp: event.tlp },
            schedule: event.schedule.clone(),
            place: event.place.clone(),
            seats: event.seats,
        };
        let id = app.create_event(new, Actor::System, event.published_at).await?;
        app.publish_event(id, None, Actor::System, event.published_at).await?;
        ids.push(id);
    }
    Ok(ids)
}

/// One event being replayed.
struct OneEvent {
    app: App,
    plan: Arc<Plan>,
    place: usize,
    event: EventId,
    now: Instant,
}

impl OneEvent {
    async fn replay(self, steps: Vec<Step>, progress: &Progress) -> Result<(), Failure> {
        let Some(plan) = self.plan.events.get(self.place) else { return Ok(()) };
        let mut release = plan.seats.release_at.filter(|at| *at <= self.now);
        for step in steps {
            if let Some(at) = release.take_if(|at| *at <= step.at) {
                self.app.release_quotas_of(self.event, at).await?;
            }
            match self.act(plan, &step).await {
                // What the rules refuse did not happen.
                Ok(()) => {}
                Err(fault @ (AppError::Fault(_) | AppError::Busy)) => return Err(fault.into()),
                Err(refusal) => tracing::debug!(event = %plan.slug, act = ?step.act, refusal = %refusal, "refused"),
            }
            progress.step();
        }
        if let Some(at) = release {
            self.app.release_quotas_of(self.event, at).await?;
        }
        Ok(())
    }

    async fn act(&self, plan: &EventPlan, step: &Step) -> Result<(), AppError> {
        let Some(registration) = step.registration.and_then(|i| plan.registrations.get(i)) else { return Ok(()) };
        let person = self.plan.people.get(registration.person).ok_or(AppError::NotFound)?;
        let organisation = self.plan.organisations.get(person.organisation).ok_or(AppError::NotFound)?.name.clone();
        let (app, event) = (&self.app, self.event);
        match step.act {
            Act::Publish => {}
            Act::Register => self.register(registration, person, organisation, step.at).await?,
            Act::Enter if self.asks(plan, step) => {
                self.register(registration, person, organisation, step.at).await?;
                let row = self.row(person.email.key()).await?;
                app.prove_address(event, &row.page_hash, step.at).await?;
            }
            Act::Enter => {
                let entry = Entry {
                    name: person.name.clone(),
                    email: person.email.clone(),
                    organisation,
                    sector: person.sector,
                    mode: Some(registration.mode),
                    language: person.language,
                };
                app.enter(event, vec![entry], Actor::System, step.at).await?;
            }
            Act::Prove => {
                let row = self.row(person.email.key()).await?;
                app.prove_address(row.event_id, &row.page_hash, step.at).await?;
            }
            Act::Withdraw => {
                let row = self.row(person.email.key()).await?;
                app.withdraw(row.id, Actor::Person, None, step.at).await?;
            }
            Act::Attend => {
                let row = self.row(person.email.key()).await?;
                let Some(presence) = registration.attends.filter(|_| row.state == State::Confirmed) else { return Ok(()) };
                let mark = CheckIn { event, registration: row.id, source: presence.source, at: presence.at, left_at: None, device: None, key: None };
                app.check_in(mark, Actor::System, step.at).await?;
            }
        }
        Ok(())
    }

    /// Whether this person asks for a seat by themselves: some do at the next event of a platform where organisers decide, so
    /// that there are requests to answer.
    fn asks(&self, plan: &EventPlan, step: &Step) -> bool {
        plan.platform_slug.as_str() == "coalition" && plan.schedule.starts_at > self.now && step.registration.is_some_and(|n| n % ASKS_EVERY == 0)
    }

    async fn register(
        &self,
        registration: &RegistrationPlan,
        person: &PersonPlan,
        organisation: OrganisationName,
        at: Instant,
    ) -> Result<(), AppError> {
        let command = Command {
            event: self.event,
            name: person.name.clone(),
            email: person.email.clone(),
            organisation,
            sector: person.sector,
            mode: Some(registration.mode),
            language: person.language,
            form_key: self.app.secrets.random_token()?,
        };
        self.app.register(command, at).await
    }

    async fn row(&self, key: String) -> Result<registrations::Row, AppError> {
        let event = self.event;
        let find = move |conn: &mut crate::db::AnyConn| {
            let ids: Vec<_> = people::by_email_keys(conn, &[key])?.into_values().map(|person| person.id).collect();
            registrations::of_people(conn, event, &ids)?.into_values().next().ok_or(AppError::NotFound)
        };
        self.app.db.read(find).await
    }
}

/// The mails about events to come are written as files, those of the past are not: both count as sent when they were owed.
/// Answers how many files were written.
pub async fn settle_mails(parts: &Parts, mailroom: Arc<Mailroom>, now: Instant) -> Result<usize, Failure> {
    let making = Letters::new(parts.app.clone(), mailroom);
    let (mut sent, mut letters) = (Vec::new(), Vec::new());
    for letter in making.of(parts.app.mails(Some(MailStatus::Queued), ALL_MAILS).await?).await? {
        let (_, event) = letter.read().map_err(Failure::new)?;
        if event.is_none_or(|event| event.ends_at > now) {
            letters.push(making.make(&letter).map_err(Failure::new)?);
        }
        sent.push((letter.row.id, letter.row.created_at.0 + DELIVERY));
    }
    let written = letters.len();
    let mut tasks = JoinSet::new();
    for letter in letters {
        if tasks.len() >= FILES_AT_ONCE
            && let Some(done) = tasks.join_next().await
        {
            done.map_err(|e| Failure::new(e.to_string()))??;
        }
        let folder = parts.config.mail.directory.clone();
        tasks.spawn_blocking(move || eml::write(&folder, &letter));
    }
    while let Some(done) = tasks.join_next().await {
        done.map_err(|e| Failure::new(e.to_string()))??;
    }
    parts.app.db.write(Scope::Concern("outbox"), move |tx| mark_all(tx, &sent)).await?;
    Ok(written)
}

fn mark_all(tx: &mut crate::db::Tx<'_>, sent: &[(MailId, Instant)]) -> Result<(), AppError> {
    let sent: Vec<Sent> = sent.iter().map(|(id, at)| Sent::new(*id, *at)).collect();
    Ok(mark_sent(tx, &sent)?)
}
