//! The demonstration's events: which platform meets when, where, about what and with how many seats.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::days::{self, Quarter, brussels, shift};
use super::organisations::Kind;
use super::people::Crowd;
use super::texts::{EventText, Item, Text, briefings, closed, open, translated};
use super::{Channel, EventPlan};
use crate::clock::Instant;
use crate::domain::agenda::AgendaItem;
use crate::domain::edition::Edition;
use crate::domain::event::{Place, Schedule};
use crate::domain::ids::Slug;
use crate::domain::language::{Language, Translated};
use crate::domain::mode::{Format, Mode};
use crate::domain::seats::{PerSector, Pool, SeatRules};
use crate::domain::tlp::Tlp;

/// Kinds of organisation with the weight of each group.
pub type Mix = &'static [(&'static [Kind], u32)];

/// An event and who comes to it.
#[derive(Debug)]
pub struct Scene {
    /// The event, still without registrations.
    pub event: EventPlan,
    /// From where people come.
    pub mix: Mix,
    /// How many register.
    pub crowd: usize,
    /// How many in a hundred of them came to this platform before.
    pub returning: u32,
    /// How they come in.
    pub channel: Channel,
}

const PRIVATE: &[Kind] = &[Kind::Company, Kind::Provider, Kind::Vital];
const PUBLIC: &[Kind] = &[Kind::Local, Kind::Regional, Kind::Federal, Kind::Supervisor, Kind::Security];
const EVERYBODY: Mix = &[(PRIVATE, 55), (&[Kind::School], 15), (PUBLIC, 30)];
const SERVICES: Mix = &[(&[Kind::Federal], 60), (&[Kind::Regional, Kind::Local], 30), (&[Kind::Security, Kind::Supervisor], 10)];

const QUAY: Text = [
    "Congrescentrum Noorderkaai, zaal Horta, Brussel",
    "Centre de congrès du Quai Nord, salle Horta, Bruxelles",
    "Kongresszentrum Nordkai, Saal Horta, Brüssel",
    "North Quay Conference Centre, Horta room, Brussels",
];
const PARK: Text =
    ["Auditorium Parkzicht, Brussel", "Auditorium Vue-sur-Parc, Bruxelles", "Auditorium Parkblick, Brüssel", "Parkview Auditorium, Brussels"];
const COURT: Text = [
    "Vergadercentrum Zavelhof, 2e verdieping, Brussel",
    "Centre de réunion Cour du Sablon, 2e étage, Bruxelles",
    "Tagungszentrum Sablonhof, 2. Stock, Brüssel",
    "Sablon Court Meeting Centre, 2nd floor, Brussels",
];

/// A meeting before it has a date in UTC and texts of the domain.
struct Draft {
    platform: &'static str,
    slug: String,
    edition: Edition,
    follows: Option<Slug>,
    tlp: Tlp,
    title: Translated,
    summary: Translated,
    agenda: &'static [Item],
    day: NaiveDate,
    /// Minutes after midnight in Brussels, and how many of them it lasts.
    at: (i64, i64),
    /// Days between publication and meeting, unless `today` asks for more.
    lead: i64,
    format: Format,
    venue: Text,
    seats: SeatRules,
}

impl Draft {
    /// `None` only if a slug were malformed, which the tests exclude.
    fn event(self, today: NaiveDate, crowd: &mut Crowd) -> Option<EventPlan> {
        let slug: Slug = self.slug.parse().ok()?;
        let (start, length) = self.at;
        let starts_at = brussels(self.day, start);
        let online = self.format == Format::Online;
        // Coffee before the start is for those who come.
        let agenda = self.agenda.iter().filter(|(after, _, _)| !online || *after >= 0).map(|(after, title, named)| AgendaItem {
            at: NaiveTime::MIN.overflowing_add_signed(TimeDelta::minutes(start + after)).0,
            title: translated(*title),
            speaker: if *named { crowd.speaker() } else { String::new() },
            tlp: None,
        });
        Some(EventPlan {
            platform_slug: self.platform.parse().ok()?,
            edition: self.edition,
            follows: self.follows,
            // An event ahead has been open for at least a fortnight, so that there is something to see.
            published_at: brussels(days::working_day(shift(self.day, -self.lead).min(shift(today, -16))), 9 * 60),
            tlp: self.tlp,
            title: self.title,
            summary: self.summary,
            agenda: agenda.collect(),
            schedule: Schedule {
                starts_at,
                ends_at: starts_at + TimeDelta::minutes(length),
                opens_at: None,
                closes_at: if online { starts_at } else { brussels(shift(self.day, -1), 12 * 60) },
            },
            place: Place {
                format: self.format,
                venue: if online { Translated::default() } else { translated(self.venue) },
                join_link: self.format.offers(Mode::Online).then(|| format!("https://meet.example/{slug}")),
            },
            seats: self.seats,
            registrations: Vec::new(),
            slug,
        })
    }
}

/// Every event of the demonstration, an event that follows another one after it.
pub fn programme(today: NaiveDate, crowd: &mut Crowd) -> Vec<Scene> {
    let (past, coming) = days::quarters(today);
    let mut scenes = Vec::new();
    for (age, quarter) in past.iter().chain([&coming]).enumerate() {
        let briefing = briefing(age, quarter);
        let session = session(quarter, briefing.slug.parse().ok());
        let size = [185, 220, 250, 300, 165][age.min(4)];
        push(&mut scenes, briefing.event(today, crowd), EVERYBODY, size, [0, 26, 30, 34, 38][age.min(4)], Channel::Form);
        push(&mut scenes, session.event(today, crowd), SERVICES, [46, 49, 52, 55, 38][age.min(4)], 84, Channel::Staff);
    }
    push(&mut scenes, workshop(today, coming.edition).event(today, crowd), EVERYBODY, 66, 45, Channel::Form);
    for meeting in meetings(today) {
        push(&mut scenes, meeting.draft.event(today, crowd), meeting.mix, meeting.size, 70, Channel::Staff);
    }
    scenes
}

fn push(scenes: &mut Vec<Scene>, event: Option<EventPlan>, mix: Mix, crowd: usize, returning: u32, channel: Channel) {
    scenes.extend(event.map(|event| Scene { event, mix, crowd, returning, channel }));
}

fn theme(edition: Edition) -> &'static EventText {
    let [first, ..] = &briefings::THEMES;
    let turn = (usize::from(edition.year()) * 4 + usize::from(edition.quarter())) % briefings::THEMES.len();
    briefings::THEMES.get(turn).unwrap_or(first)
}

/// `before`, the theme and nothing else, per language.
fn titled(before: [String; 4], theme: &Text) -> Translated {
    let mut title = Translated::default();
    for ((language, before), theme) in Language::ALL.iter().zip(before).zip(theme) {
        let colon = if *language == Language::Fr { "\u{a0}: " } else { ": " };
        *title.get_mut(*language) = format!("{before}{colon}{theme}");
    }
    title
}

fn briefing(age: usize, quarter: &Quarter) -> Draft {
    let text = theme(quarter.edition);
    let edition = quarter.edition;
    // The oldest was online only, the third had too small a room; the others are as usual.
    let (format, room) = match age {
        0 => (Format::Online, None),
        2 => (Format::Hybrid, Some(120)),
        _ => (Format::Hybrid, Some(180)),
    };
    let on_site = Pool {
        capacity: room,
        quotas: room.map_or_else(PerSector::default, |r| PerSector { private: Some(r * 3 / 5), academic: Some(r / 4), public: Some(r / 2) }),
        max_per_organisation: room.map(|_| 8),
    };
    Draft {
        platform: "qctr",
        slug: format!("qctr-{edition}").to_lowercase(),
        edition,
        follows: None,
        tlp: Tlp::Clear,
        title: titled([(); 4].map(|()| format!("Quarterly Cyber Threat Report {edition}")), &text.theme),
        summary: translated(text.summary),
        agenda: text.agenda,
        day: quarter.briefing,
        at: (14 * 60, 140),
        lead: 42,
        format,
        venue: if age.is_multiple_of(2) { QUAY } else { PARK },
        seats: SeatRules { on_site, online: Pool::default(), release_at: room.map(|_| brussels(shift(quarter.briefing, -7), 9 * 60)) },
    }
}

fn session(quarter: &Quarter, follows: Option<Slug>) -> Draft {
    let text = theme(quarter.edition);
    let edition = quarter.edition;
    let mut summary = translated(briefings::SESSION_SUMMARY);
    for (language, theme) in Language::ALL.iter().zip(text.theme) {
        let told = summary.get(*language).replace("{}", theme);
        *summary.get_mut(*language) = told;
    }
    Draft {
        platform: "csi-dpo",
        slug: format!("csi-dpo-{edition}").to_lowercase(),
        edition,
        follows,
        tlp: Tlp::Amber,
        title: titled(
            [
                format!("CSI/DPO-sessie {edition}"),
                format!("Session CSI/DPO {edition}"),
                format!("CSI/DPO-Sitzung {edition}"),
                format!("CSI/DPO session {edition}"),
            ],
            &text.theme,
        ),
        summary,
        agenda: briefings::SESSION_AGENDA,
        day: quarter.session,
        at: (10 * 60, 130),
        lead: 35,
        format: Format::Hybrid,
        venue: COURT,
        seats: SeatRules { on_site: room(45), ..SeatRules::default() },
    }
}

/// The event that is sold out: few seats, tight quotas, two weeks of interest.
fn workshop(today: NaiveDate, edition: Edition) -> Draft {
    let text = &briefings::WORKSHOP;
    let day = days::meeting_day(today, 9);
    let quotas = PerSector { private: Some(24), academic: Some(8), public: Some(16) };
    Draft {
        platform: "qctr",
        slug: format!("qctr-workshop-{day}"),
        edition,
        follows: None,
        tlp: Tlp::Clear,
        title: translated(text.theme),
        summary: translated(text.summary),
        agenda: text.agenda,
        day,
        at: (18 * 60, 180),
        lead: 30,
        format: Format::OnSite,
        venue: COURT,
        seats: SeatRules {
            on_site: Pool { capacity: Some(40), quotas, max_per_organisation: Some(3) },
            online: Pool::default(),
            release_at: Some(brussels(shift(day, -4), 9 * 60)),
        },
    }
}

fn room(capacity: u32) -> Pool {
    Pool { capacity: Some(capacity), ..Pool::default() }
}

/// A meeting of one of the other platforms.
struct Meeting {
    draft: Draft,
    mix: Mix,
    size: usize,
}

fn meetings(today: NaiveDate) -> Vec<Meeting> {
    let federal: Mix = &[(&[Kind::Federal], 1)];
    let council: Mix = &[(&[Kind::Federal, Kind::Regional], 1)];
    let secret: Mix = &[(&[Kind::Security], 1)];
    let supervisors: Mix = &[(&[Kind::Supervisor], 1)];
    let providers: Mix = &[(&[Kind::Provider], 1)];
    let [earlier, last, next] = days::monthly(today);
    let away = |days| days::meeting_day(today, days);
    let hybrid = Format::Hybrid;
    let site = Format::OnSite;
    let mut all = Vec::new();
    for (day, text) in [(earlier, &closed::SIT_PROCUREMENT), (last, &closed::SIT_IDENTITY), (next, &closed::SIT_BACKUP)] {
        all.push(meeting(("sit", "Synergy IT"), text, (day, 9 * 60 + 30), Tlp::Green, hybrid, federal, 22));
    }
    // The hours differ so that people who sit on several platforms are not in two places at once.
    for (days, hour, name, text, tlp, format, mix, size) in [
        (-47, 15, ("nccb", "NCCB"), &closed::NCCB, Tlp::Amber, site, council, 16),
        (-66, 13, ("sb", "SB/ECCC"), &closed::SB, Tlp::Amber, hybrid, council, 14),
        (-29, 14, ("cciv-ccrs", "CCIV/CCRS"), &closed::CCIV, Tlp::Red, site, secret, 12),
        (-80, 14, ("cyssap", "CySSAP"), &closed::CYSSAP, Tlp::AmberStrict, site, supervisors, 14),
        (-24, 14, ("isp", "ISP"), &closed::ISP_PHISHING, Tlp::Amber, hybrid, providers, 11),
        (30, 14, ("isp", "ISP"), &closed::ISP_ROUTERS, Tlp::Amber, hybrid, providers, 8),
        (-54, 16, ("ren", "REN"), &closed::REN, Tlp::AmberStrict, site, secret, 20),
        (-33, 17, ("coalition", ""), &open::SHARING, Tlp::Green, hybrid, EVERYBODY, 64),
        (23, 17, ("coalition", ""), &open::FOCUS, Tlp::Green, hybrid, EVERYBODY, 32),
    ] {
        all.push(meeting(name, text, (away(days), hour * 60), tlp, format, mix, size));
    }
    all
}

fn meeting(name: (&'static str, &str), text: &'static EventText, when: (NaiveDate, i64), tlp: Tlp, format: Format, mix: Mix, size: usize) -> Meeting {
    let (platform, label) = name;
    let (day, start) = when;
    let draft = Draft {
        platform,
        slug: format!("{platform}-{day}"),
        edition: Edition::of(day),
        follows: None,
        tlp,
        title: if label.is_empty() { translated(text.theme) } else { titled([(); 4].map(|()| label.to_owned()), &text.theme) },
        summary: translated(text.summary),
        agenda: text.agenda,
        day,
        at: (start, 120),
        lead: 28,
        format,
        venue: if platform == "coalition" { PARK } else { COURT },
        seats: SeatRules { on_site: room(if platform == "coalition" { 60 } else { 30 }), ..SeatRules::default() },
    };
    Meeting { draft, mix, size }
}

/// The last moment at which anybody in the plan does anything.
pub fn horizon(today: NaiveDate) -> Instant {
    brussels(shift(today, -1), 22 * 60)
}
