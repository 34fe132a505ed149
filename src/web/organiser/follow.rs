//! The event that one follows, as a choice of a form: a closed session points to the briefing it comes after.

use super::event_form::Faults;
use super::fields::Fields;
use crate::domain::event::Event;
use crate::domain::ids::{EventId, PlatformId};
use crate::i18n::format;
use crate::web::error::Refusal;
use crate::web::extract::staff::Staff;
use crate::web::view::staff::Input;

/// An event that can be followed.
pub(super) struct Offer {
    /// By events of this platform.
    platform: PlatformId,
    /// Its row.
    id: EventId,
    /// Its address part: the value of the field.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Title and time.
    label: String,
}

/// What events of these platforms can follow.
pub(super) async fn offers(staff: &Staff, platforms: &[PlatformId]) -> Result<Vec<Offer>, Refusal> {
    let mut offers = Vec::new();
    for platform in platforms.iter().copied() {
        for stored in staff.state.app.events_to_follow(&staff.who.grants, platform).await? {
            let event = stored.event;
            let title = Some(event.title.get_or_any(staff.language)).filter(|t| !t.is_empty()).unwrap_or(event.slug.as_str()).to_owned();
            let label = format!("{title}, {}", format::date_time(staff.language, event.schedule.starts_at));
            offers.push(Offer { platform, id: event.id, slug: event.slug.to_string(), title, label });
        }
    }
    Ok(offers)
}

/// What one event can follow. The one it follows already is among them, also when the reader could not choose it.
pub(super) async fn offers_of(staff: &Staff, event: &Event) -> Result<Vec<Offer>, Refusal> {
    let mut offers = offers(staff, &[event.platform_id]).await?;
    if let Some(id) = event.follows.filter(|id| offers.iter().all(|offer| offer.id != *id)) {
        let slug = staff.state.app.event_slug(id).await?.to_string();
        offers.push(Offer { platform: event.platform_id, id, title: slug.clone(), label: slug.clone(), slug });
    }
    Ok(offers)
}

/// The one that is followed.
pub(super) fn current<'a>(offers: &'a [Offer], event: &Event) -> Option<&'a Offer> {
    offers.iter().find(|offer| event.follows == Some(offer.id))
}

/// The field; `None` where there is nothing to follow. Two platforms of the reader may follow the same one.
pub(super) fn input(staff: &Staff, fields: &Fields, offers: &[Offer]) -> Option<Input> {
    let mut answers = vec![(String::new(), staff.t("staff-follows-none"))];
    for offer in offers {
        if answers.iter().all(|(slug, _)| *slug != offer.slug) {
            answers.push((offer.slug.clone(), offer.label.clone()));
        }
    }
    (!offers.is_empty()).then(|| Input::choice("follows", staff.t("staff-follows"), fields.get("follows"), answers))
}

/// Reads the field for an event of this platform.
pub(super) fn read(staff: &Staff, fields: &Fields, offers: &[Offer], platform: Option<PlatformId>, faults: &mut Faults) -> Option<EventId> {
    let typed = fields.get("follows");
    let found = offers.iter().find(|offer| offer.slug == typed && platform.is_none_or(|p| p == offer.platform));
    if found.is_none() && !typed.is_empty() {
        faults.push(("follows".into(), staff.t("staff-fault-choose")));
    }
    found.map(|offer| offer.id)
}
