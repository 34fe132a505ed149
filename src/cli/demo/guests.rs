//! A guest whom a member of the closed platform proposes for its next event, and who waits for objections.

use super::{Failure, Parts};
use crate::app::guests::Proposal;
use crate::app::platforms::revision_of;
use crate::app::{Actor, AppError};
use crate::clock::Instant;
use crate::db::events::Filter;
use crate::db::registrations::ListFilter;
use crate::domain::email::EmailAddress;
use crate::domain::language::Language;
use crate::domain::platform::PlatformSheet;
use crate::domain::registration::State;
use crate::domain::sector::Sector;
use crate::domain::staff::{Grants, Role};
use crate::domain::text::{OrganisationName, PersonName, Title};

/// The platform whose members propose guests here.
const PLATFORM: &str = "csi-dpo";

/// Lets the members of the platform propose guests, and the first who may propose one.
pub async fn propose(parts: &Parts, now: Instant) -> Result<(), Failure> {
    let app = &parts.app;
    let Some(platform) = app.platforms().await?.into_iter().find(|platform| platform.slug.as_str() == PLATFORM) else { return Ok(()) };
    let sheet = PlatformSheet::of(&platform);
    let wanted = PlatformSheet { members_propose: true, ..sheet.clone() };
    app.change_platform(platform.id, revision_of(&sheet), wanted, Actor::System, now).await?;
    let ahead = Filter { platforms: Some(vec![platform.id]), ends_after: Some(now), without_drafts: true, ..Filter::default() };
    for view in app.events_for(&Grants(vec![(Role::Admin, None)]), ahead).await? {
        let filter = ListFilter { limit: 100, ..ListFilter::default() };
        for row in app.registrations_of(view.stored.event.id, filter).await?.into_iter().filter(|row| row.state == State::Confirmed) {
            match app.propose_guest_of(row.id, guest()?, now).await {
                Ok(_) => return Ok(()),
                // This one holds no mandate, or it is too late for this event.
                Err(AppError::MandateEnded(_) | AppError::NotOpen(_) | AppError::Invalid { .. }) => {}
                Err(other) => return Err(other.into()),
            }
        }
    }
    Ok(())
}

fn guest() -> Result<Proposal, Failure> {
    let text = |fault: crate::domain::text::TextFault| Failure::new(fault.code());
    Ok(Proposal {
        name: PersonName::parse("Lotte Verhaegen").map_err(text)?,
        email: EmailAddress::parse("lotte.verhaegen@haven.example").map_err(|fault| Failure::new(fault.code()))?,
        organisation: OrganisationName::parse("Haven van Testdam").map_err(text)?,
        sector: Sector::Private,
        language: Language::Nl,
        reason: Title::parse("Spreekt over de aanval op de havendiensten").map_err(text)?,
    })
}
