//! What mails say of an event: it in one language, as it stands. It must not know to whom.

use crate::db::events::Stored;
use crate::domain::agenda::AgendaItem;
use crate::domain::event::{Event, EventStatus};
use crate::domain::language::Language;
use crate::domain::platform::{Audience, Platform, Visibility};
use crate::mail::message::{AgendaLine, EventFacts};

/// The event in one language, without its join link.
pub(in crate::app) fn facts_of(stored: &Stored, platform: &Platform, language: Language) -> EventFacts {
    let event = &stored.event;
    EventFacts {
        slug: event.slug.to_string(),
        platform: platform.name.get_or_any(language).to_owned(),
        title: event.title.get_or_any(language).to_owned(),
        summary: event.summary.get_or_any(language).to_owned(),
        edition: event.edition,
        tlp: event.tlp,
        starts_at: event.schedule.starts_at,
        ends_at: event.schedule.ends_at,
        format: event.place.format,
        venue: event.place.venue.get_or_any(language).to_owned(),
        join_link: None,
        has_public_page: platform.visibility == Visibility::Public,
        agenda: agenda_of(event, language),
        needs_approval: platform.needs_approval(),
        called_off: event.status == EventStatus::CalledOff,
        for_members: platform.audience == Audience::Members,
        answer_before: None,
        announced: None,
    }
}

fn agenda_of(event: &Event, language: Language) -> Vec<AgendaLine> {
    event.agenda.iter().map(|item| agenda_line(item, language)).collect()
}

/// What mails may say of an item: of one that is withheld, when it is.
fn agenda_line(item: &AgendaItem, language: Language) -> AgendaLine {
    let withheld = item.withheld();
    let told = |text: &str| if withheld.is_some() { String::new() } else { text.to_owned() };
    AgendaLine { at: item.at, title: told(item.title.get_or_any(language)), speaker: told(&item.speaker), withheld }
}
