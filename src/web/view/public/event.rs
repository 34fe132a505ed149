//! One event in words: its day, place, label, seats and agenda; and its page.

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::calendar::Subscribe;
use super::panel::Panel;
use crate::domain::agenda::AgendaItem;
use crate::domain::edition::Edition;
use crate::domain::event::{Event, EventStatus};
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::seats::{SeatRules, Taken, left};
use crate::domain::tlp::Tlp;
use crate::i18n::{Catalogue, format};
use crate::web::view::View;

/// What is said of an event wherever it is shown.
#[derive(Clone, Debug, Default, Serialize)]
pub struct EventFacts {
    /// Its page.
    pub href: String,
    /// Its calendar file.
    pub ics: String,
    /// The platform's name.
    pub platform: String,
    /// `Fourth quarter of 2026`.
    pub edition: String,
    /// Its title.
    pub title: String,
    /// Its paragraphs.
    pub summary: Vec<String>,
    /// `Thursday`, starting a line.
    pub weekday: String,
    /// `10`.
    pub day: String,
    /// `December`.
    pub month: String,
    /// `2026`.
    pub year: String,
    /// `14:00 to 17:00`, or both ends in full when the days differ.
    pub hours: String,
    /// `(Brussels time)`.
    pub zone: String,
    /// Start for machines, RFC 3339 with offset.
    pub iso: String,
    /// Day, hours and zone on one line.
    pub when: String,
    /// On site, online, or both.
    pub format: String,
    /// Name and address; empty when online only.
    pub venue: String,
    /// Whether one can attend online.
    pub online: bool,
    /// `TLP:GREEN`.
    pub tlp: &'static str,
    /// The label's code, for its colour.
    pub tlp_code: &'static str,
    /// What it allows.
    pub tlp_meaning: String,
    /// Items in order; may be empty.
    pub agenda: Vec<AgendaRow>,
    /// Whether it was called off.
    pub called_off: bool,
}

/// One item of the agenda.
#[derive(Clone, Debug, Serialize)]
pub struct AgendaRow {
    /// `14:00`.
    pub time: String,
    /// For machines.
    pub iso: String,
    /// About what.
    pub title: String,
    /// By whom; may be empty.
    pub speaker: String,
    /// The item's own label and its code; empty when it has none, or when the title names it.
    pub tlp: &'static str,
    /// See `tlp`.
    pub tlp_code: &'static str,
}

impl EventFacts {
    /// Puts an event in words. `platform` is the platform's name in the same language.
    pub fn new(catalogue: &Catalogue, language: Language, platform: &str, event: &Event) -> Self {
        let (starts, ends) = (event.schedule.starts_at, event.schedule.ends_at);
        let (date, _) = format::brussels(starts);
        let one_day = date == format::brussels(ends).0;
        let hours = if one_day { format::time_range(language, starts, ends) } else { format::date_time_range(language, starts, ends) };
        let hours = format::sentence_case(&hours);
        Self {
            href: format!("/{language}/events/{}", event.slug),
            ics: format!("/events/{}.ics?lang={language}", event.slug),
            platform: platform.to_owned(),
            edition: edition(catalogue, language, event.edition),
            title: format::unbroken(event.title.get_or_any(language)),
            summary: paragraphs(event.summary.get_or_any(language)),
            weekday: format::sentence_case(format::weekday(language, date)),
            day: date.format("%-d").to_string(),
            month: format::month(language, date).to_owned(),
            year: date.format("%Y").to_string(),
            hours,
            zone: if one_day { format::zone(language).to_owned() } else { String::new() },
            iso: starts.with_timezone(&chrono_tz::Europe::Brussels).to_rfc3339(),
            when: format::sentence_case(&format::date_time_range(language, starts, ends)),
            format: catalogue.word(language, "format", event.place.format.code()),
            venue: if event.place.format.offers(Mode::OnSite) { event.place.venue.get_or_any(language).to_owned() } else { String::new() },
            online: event.place.format.offers(Mode::Online),
            tlp: event.tlp.label(),
            tlp_code: event.tlp.code(),
            tlp_meaning: catalogue.tlp_meaning(language, event.tlp),
            agenda: event.agenda.iter().map(|item| agenda_row(catalogue, language, item, item.withheld())).collect(),
            called_off: event.status == EventStatus::CalledOff,
        }
    }
}

/// The agenda with nothing withheld: for the people with a seat.
pub fn whole_agenda(catalogue: &Catalogue, language: Language, event: &Event) -> Vec<AgendaRow> {
    event.agenda.iter().map(|item| agenda_row(catalogue, language, item, None)).collect()
}

fn agenda_row(catalogue: &Catalogue, language: Language, item: &AgendaItem, withheld: Option<Tlp>) -> AgendaRow {
    let told = |text: &str| if withheld.is_some() { String::new() } else { text.to_owned() };
    AgendaRow {
        time: format::bare_time(language, item.at),
        iso: item.at.format("%H:%M").to_string(),
        title: withheld.map_or_else(|| told(item.title.get_or_any(language)), |tlp| catalogue.agenda_withheld(language, tlp)),
        speaker: told(&item.speaker),
        // What stands for a withheld item names the label already.
        tlp: item.tlp.filter(|_| withheld.is_none()).map_or("", Tlp::label),
        tlp_code: item.tlp.map_or("", Tlp::code),
    }
}

/// `Fourth quarter of 2026`.
pub fn edition(catalogue: &Catalogue, language: Language, edition: Edition) -> String {
    let (quarter, year) = (FluentValue::from(u32::from(edition.quarter())), FluentValue::from(edition.year().to_string()));
    catalogue.t(language, "edition", &[("quarter", quarter), ("year", year)])
}

/// The seats left, one sentence for each way of attending that the event offers; `taken` gives the seats of a way.
pub fn seats_left(catalogue: &Catalogue, language: Language, modes: &[Mode], rules: &SeatRules, taken: impl Fn(Mode) -> Taken) -> Vec<String> {
    let sentence = |mode: &Mode| match left(rules.pool(*mode), &taken(*mode)) {
        Some(left) => catalogue.t(language, &format!("seats-{mode}"), &[("left", FluentValue::from(left))]),
        None => catalogue.t(language, &format!("seats-{mode}-free"), &[]),
    };
    modes.iter().map(sentence).collect()
}

/// Text of several lines as paragraphs.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.split('\n').map(str::trim).filter(|p| !p.is_empty()).map(str::to_owned).collect()
}

/// An event's page, with the form or with what to do instead.
#[derive(Clone, Debug, Serialize)]
pub struct EventPage {
    /// The event.
    pub event: EventFacts,
    /// Seats left in words; empty when registration is not open.
    pub seats: Vec<String>,
    /// Until when one can register; empty when one cannot.
    pub closes: String,
    /// Who may attend.
    pub audience: String,
    /// The calendar file; empty once there is nothing left to note down.
    pub calendar: String,
    /// The calendar of its platform; not in a preview.
    pub subscribe: Option<Subscribe>,
    /// The form, or why there is none.
    pub panel: Panel,
    /// For a preview: back to where the event is made; else empty.
    pub back: String,
}

impl View for EventPage {
    const TEMPLATE: &'static str = "event";
}
