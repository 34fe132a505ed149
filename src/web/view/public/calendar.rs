//! Events as calendars say them, and the addresses by which one subscribes to a calendar. It must not know who may have which.

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::personal::Act;
use crate::app::calendar_feeds::OwnEvent;
use crate::calendar::feed::Published;
use crate::calendar::invite::Conference;
use crate::clock::Instant;
use crate::db::events::Stored;
use crate::domain::event::{Event, EventStatus};
use crate::domain::feed::Standing;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::platform::Visibility;
use crate::i18n::{Catalogue, format};
use crate::web::state::Site;

/// The two addresses of a calendar to subscribe to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Subscribe {
    /// `Subscribe to the calendar of the QCTR`.
    pub label: String,
    /// What calendar programs open by themselves.
    pub webcal: String,
    /// What is typed into others.
    pub https: String,
}

impl Subscribe {
    /// Of the calendar at a path of this site.
    pub fn new(site: &Site, path: &str, label: String) -> Self {
        let authority = site.base_url.split_once("://").map_or(site.base_url.as_str(), |(_, authority)| authority);
        Self { label, webcal: format!("webcal://{authority}{path}"), https: format!("{}{path}", site.base_url) }
    }

    /// Of the calendar of a public platform, in one language.
    pub fn of_platform(catalogue: &Catalogue, site: &Site, language: Language, slug: &str, name: &str) -> Self {
        let label = catalogue.t(language, "calendar-subscribe", &[("platform", name.into())]);
        Self::new(site, &format!("/calendar/{slug}.ics?lang={language}"), label)
    }
}

/// The part of the personal page about its owner's own calendar.
#[derive(Clone, Debug, Serialize)]
pub struct OwnCalendar {
    /// Its addresses.
    pub subscribe: Subscribe,
    /// The button that makes another address.
    pub renew: Act,
}

/// What everybody may know of an event, for calendars.
pub fn published(catalogue: &Catalogue, site: &Site, language: Language, stored: &Stored) -> Published {
    let event = &stored.event;
    let url = format!("{}/{language}/events/{}", site.base_url, event.slug);
    let description = paragraphs([event.summary.get_or_any(language).to_owned(), agenda(catalogue, language, event), url.clone()]);
    let mode = if event.place.format.offers(Mode::OnSite) { Mode::OnSite } else { Mode::Online };
    let standing = if event.status == EventStatus::CalledOff { Standing::Cancelled } else { Standing::Confirmed };
    Published {
        uid: format!("event-{}@{}", event.slug, site.domain),
        sequence: event.sequence,
        changed_at: stored.updated_at,
        tlp: event.tlp,
        title: event.title.get_or_any(language).to_owned(),
        neutral_title: catalogue.t(language, "mail-common-neutral_title", &[]),
        description,
        neutral_description: String::new(),
        location: location(catalogue, language, event, mode),
        url: Some(url),
        starts_at: event.schedule.starts_at,
        ends_at: event.schedule.ends_at,
        standing,
        conferences: Vec::new(),
    }
}

/// An event as it stands in the calendar of somebody who has, waits for or had a place: under the UID and SEQUENCE of their invitation.
/// `join` is the page that sends them on to the meeting.
pub fn own(catalogue: &Catalogue, site: &Site, language: Language, own: &OwnEvent, join: String, now: Instant) -> Published {
    let (row, event) = (&own.row, &own.stored.event);
    let t = |key: &str| catalogue.t(language, key, &[]);
    let titled = |title: &str| match own.standing {
        Standing::Tentative => catalogue.t(language, "calendar-waiting", &[("title", FluentValue::from(title))]),
        Standing::Confirmed | Standing::Cancelled => title.to_owned(),
    };
    let everybodys = published(catalogue, site, language, &own.stored);
    let joins = own.standing == Standing::Confirmed && row.mode == Mode::Online && now < event.schedule.ends_at && !event.tlp.hides_join_link();
    let direct = event.place.join_link.clone().filter(|_| joins);
    let ways: Vec<(&str, &str, String)> = direct
        .map(|direct| {
            vec![("mail-common-join", "mail-common-join_label", join), ("mail-common-join_direct", "mail-common-join_direct_label", direct)]
        })
        .unwrap_or_default();
    let url = everybodys.url.filter(|_| own.platform.visibility == Visibility::Public);
    let is_over = now >= event.schedule.ends_at || own.standing == Standing::Cancelled;
    let description = paragraphs([
        event.summary.get_or_any(language).to_owned(),
        agenda(catalogue, language, event),
        ways.iter().map(|(says, _, link)| format!("{}\n{link}", t(says))).collect::<Vec<_>>().join("\n\n"),
        url.clone().unwrap_or_default(),
        if is_over { String::new() } else { t("mail-common-manage") },
    ]);
    Published {
        uid: format!("{}@{}", row.uid, site.domain),
        sequence: row.sequence,
        changed_at: own.changed_at,
        title: titled(&everybodys.title),
        neutral_title: titled(&everybodys.neutral_title),
        description,
        neutral_description: t("mail-common-neutral_description"),
        location: location(catalogue, language, event, row.mode),
        url,
        standing: own.standing,
        conferences: ways.into_iter().map(|(_, label, link)| Conference { link, label: t(label) }).collect(),
        ..everybodys
    }
}

fn location(catalogue: &Catalogue, language: Language, event: &Event, mode: Mode) -> String {
    match mode {
        Mode::OnSite => event.place.venue.get_or_any(language).to_owned(),
        Mode::Online => catalogue.mode(language, mode),
    }
}

/// What happens, a line for each item, with the words for those that are withheld.
fn agenda(catalogue: &Catalogue, language: Language, event: &Event) -> String {
    let line = |item: &crate::domain::agenda::AgendaItem| {
        let title = item.withheld().map_or_else(|| item.title.get_or_any(language).to_owned(), |tlp| catalogue.agenda_withheld(language, tlp));
        format!("{} {title}", format::bare_time(language, item.at))
    };
    event.agenda.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// One blank line between.
fn paragraphs<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("\n\n")
}
