//! The registry of organisations, the quarter's questions to holders of mandates, and a message to the people of an event: what staff
//! did in the demonstration's last weeks. Everything through the real use cases.

use std::sync::Arc;

use chrono::{Days, TimeDelta};

use super::replay::settle_mails;
use super::{Failure, Parts};
use crate::app::announce::Message;
use crate::app::organisations::rows::Draft;
use crate::app::{Actor, App, AppError};
use crate::clock::Instant;
use crate::db::members;
use crate::db::members::questions;
use crate::db::registrations::ListFilter;
use crate::demo::{OrganisationPlan, Plan};
use crate::domain::announcement::Words;
use crate::domain::edition::Edition;
use crate::domain::language::Translated;
use crate::domain::mail_domain::MailDomain;
use crate::domain::organisation::Organisation;
use crate::domain::registration::State;
use crate::domain::sector::Sector;
use crate::i18n::format::{begin_of, brussels};
use crate::mail::render::Mailroom;

/// One in so many organisations is not in the registry yet, and one in so many is there under another sector than its people say.
const UNKNOWN_EVERY: usize = 4;
const OTHER_SECTOR_EVERY: usize = 18;
/// On which platform holders are asked.
const ASKED: &str = "csi-dpo";
// The moments, in days before now.
const ENTERED: i64 = 40;
const ASKED_ON: u64 = 9;
const WRITTEN: i64 = 2;

/// Enters the organisations that the authority knows.
pub async fn enter(app: &App, plan: &Plan, now: Instant) -> Result<(), Failure> {
    let known = plan.organisations.iter().enumerate().filter(|(n, _)| n % UNKNOWN_EVERY != 3);
    let drafts = known.zip(2..).filter_map(|((n, organisation), line)| draft(n, organisation, line)).collect();
    app.import_organisations(drafts, Vec::new(), true, Actor::System, now - TimeDelta::days(ENTERED)).await?;
    Ok(())
}

fn draft(n: usize, organisation: &OrganisationPlan, line: u64) -> Option<Draft> {
    // A hospital or a port that calls itself private, say, and stands with the public ones.
    let sector = if n % OTHER_SECTOR_EVERY == 1 && organisation.sector == Sector::Private { Sector::Public } else { organisation.sector };
    let sheet = Organisation {
        name: organisation.name.clone(),
        names: Translated::default(),
        aliases: Vec::new(),
        sector,
        number: Some(organisation.enterprise_number.clone()),
        domains: vec![MailDomain::parse(&organisation.domain).ok()?],
    };
    Some(Draft { line, sheet })
}

/// Asks the holders of a platform whether their mandates hold; most say so, one gives theirs up, some have not answered yet.
pub async fn ask(parts: &Parts, mailroom: &Arc<Mailroom>, now: Instant) -> Result<(), Failure> {
    let (app, today) = (&parts.app, brussels(now).0);
    let platform = app.platform_id(ASKED).await?.ok_or(AppError::NotFound)?;
    let day = today.checked_sub_days(Days::new(ASKED_ON)).unwrap_or(today).max(Edition::of(today).first_day());
    let asked = begin_of(day) + TimeDelta::hours(10);
    app.set_asking(platform, true, Actor::System, asked.min(now)).await?;
    if asked > now {
        return Ok(());
    }
    app.ask_holders(asked).await?;
    settle_mails(parts, mailroom.clone(), now).await?;
    let links = app.db.read(move |conn| Ok::<_, AppError>(of_holders(conn, platform, Edition::of(day))?)).await?;
    for (n, (reference, key)) in links.iter().enumerate() {
        let token = app.secrets.question_token(reference, key);
        let at = (asked + TimeDelta::minutes(37 * (n as i64 + 1))).min(now);
        match n % 8 {
            2 | 5 => {}
            7 if n == 7 => app.give_up_mandate(&token, at).await?,
            _ => app.confirm_mandate(&token, at).await?,
        }
    }
    Ok(())
}

fn of_holders(
    conn: &mut crate::db::AnyConn,
    platform: crate::domain::ids::PlatformId,
    quarter: Edition,
) -> Result<Vec<(crate::domain::ids::Reference, String)>, crate::db::DbError> {
    let mut links = Vec::new();
    for member in members::all_of(conn, platform)? {
        let asked = questions::of_member(conn, member.id)?.into_iter().filter(|question| question.quarter == quarter);
        links.extend(asked.filter_map(|question| Some((question.reference, member.email_key.clone()?))));
    }
    Ok(links)
}

/// Writes to everybody who has a seat at the next open event.
pub async fn write(parts: &Parts, mailroom: &Arc<Mailroom>, plan: &Plan, now: Instant) -> Result<(), Failure> {
    let ahead = plan.events.iter().filter(|event| event.platform_slug.as_str() == "qctr" && event.schedule.starts_at > now);
    // The platform's great event, not one of its workshops.
    let Some(event) = ahead.max_by_key(|event| event.seats.on_site.capacity) else { return Ok(()) };
    let at = (now - TimeDelta::days(WRITTEN)).max(event.published_at);
    let id = parts.app.event_by_slug(event.slug.as_str()).await?.stored.event.id;
    let filter = ListFilter { states: Some(vec![State::Confirmed]), ..ListFilter::default() };
    let people = parts.app.audience(id, filter).await?.into_iter().map(|row| row.id).collect();
    let message = Message { key: parts.app.secrets.random_token()?, words: practical(), people, states: vec![State::Confirmed] };
    parts.app.announce(id, message, Actor::System, at).await?;
    settle_mails(parts, mailroom.clone(), now).await?;
    Ok(())
}

fn practical() -> Words {
    Words {
        subject: Translated {
            nl: "Praktische informatie: toegang en parkeren".into(),
            fr: "Informations pratiques : accès et parking".into(),
            de: "Praktische Hinweise: Anreise und Parken".into(),
            en: "Practical information: how to get there and where to park".into(),
        },
        text: Translated {
            nl: "Breng uw identiteitskaart mee: de toegang is beveiligd.\n\nDe parking onder het gebouw is open vanaf 12 uur. Met de trein bent u \
                 er in vijf minuten te voet."
                .into(),
            fr: "Munissez-vous de votre carte d’identité : l’accès est sécurisé.\n\nLe parking sous le bâtiment est ouvert à partir de 12 heures. \
                 La gare est à cinq minutes à pied."
                .into(),
            de: "Bringen Sie bitte Ihren Personalausweis mit: Der Zugang ist gesichert.\n\nDer Parkplatz unter dem Gebäude ist ab 12 Uhr geöffnet. \
                 Vom Bahnhof sind es fünf Minuten zu Fuß."
                .into(),
            en: "Please bring your identity card: the entrance is secured.\n\nThe car park below the building is open from noon. The station is \
                 five minutes on foot."
                .into(),
        },
    }
}
