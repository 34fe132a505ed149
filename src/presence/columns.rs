//! What the columns of reports are called, in four languages and by four kinds of provider.
//!
//! Sources: the English headings of Teams (three generations), Zoom (meeting and webinar) and Webex, and the French ones of the older Teams
//! list, stand in published files and readers of them; other translations are guesses, which is why a Teams report whose headings nobody
//! knows is read by the place of its columns (see [`super::layout`]).

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::name::fold;
use super::zone::Zone;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// A person's name as the meeting showed it.
    Name,
    /// Given name, where it stands apart.
    FirstName,
    /// Family name, where it stands apart.
    LastName,
    /// Address.
    Email,
    /// A sign-in name, which for members of the organisation looks like an address.
    Upn,
    /// When somebody joined first.
    FirstJoin,
    /// When somebody left last.
    LastLeave,
    /// When one stay began.
    Join,
    /// When it ended.
    Leave,
    /// Whether somebody joined or left.
    Action,
    /// When that was.
    Stamp,
    /// How long, as the provider counts.
    Duration,
    /// Organiser, presenter, attendee.
    Role,
    /// Whether a registered person came at all.
    Attended,
    /// Whether the stay was in the waiting room.
    WaitingRoom,
    /// The meeting's title.
    Title,
    /// When the meeting began.
    Started,
    /// When it ended.
    Ended,
}

impl Field {
    /// The stable code, by which faults and doubts name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::FirstName => "first-name",
            Self::LastName => "last-name",
            Self::Email => "email",
            Self::Upn => "upn",
            Self::FirstJoin => "first-join",
            Self::LastLeave => "last-leave",
            Self::Join => "join",
            Self::Leave => "leave",
            Self::Action => "action",
            Self::Stamp => "timestamp",
            Self::Duration => "duration",
            Self::Role => "role",
            Self::Attended => "attended",
            Self::WaitingRoom => "waiting-room",
            Self::Title => "title",
            Self::Started => "started",
            Self::Ended => "ended",
        }
    }
}

/// Headings in English or of no language.
#[rustfmt::skip]
const ENGLISH: &[(Field, &[&str])] = &[
    (Field::Name, &["name", "full name", "display name", "participant", "participant name", "attendee name", "attendee", "user name", "name (original name)", "user name (original name)"]),
    (Field::FirstName, &["first name", "given name"]),
    (Field::LastName, &["last name", "family name", "surname"]),
    (Field::Email, &["email", "e-mail", "user email", "email address", "e-mail address", "attendee email", "attendee email address", "mail"]),
    (Field::Upn, &["participant id (upn)", "upn", "user principal name"]),
    (Field::FirstJoin, &["first join", "first join time"]),
    (Field::LastLeave, &["last leave", "last leave time"]),
    (Field::Join, &["join time", "join", "joined", "joined at", "time joined", "from"]),
    (Field::Leave, &["leave time", "leave", "left", "left at", "time exited", "time left", "to", "until"]),
    (Field::Action, &["user action"]),
    (Field::Stamp, &["timestamp"]),
    (Field::Duration, &["in-meeting duration", "duration", "meeting duration", "duration (minutes)", "attendance duration", "time in session (minutes)", "time in session", "total duration (minutes)"]),
    (Field::Role, &["role"]),
    (Field::Attended, &["attended"]),
    (Field::WaitingRoom, &["in waiting room"]),
    (Field::Title, &["topic", "meeting title", "title", "event name", "meeting name", "meeting topic", "session name"]),
    (Field::Started, &["start time", "meeting start time", "event start time", "actual start time", "meeting start", "session start time"]),
    (Field::Ended, &["end time", "meeting end time", "event end time", "actual end time", "meeting end", "session end time"]),
];

/// Headings in Dutch, French and German: where any stands, days come before months.
#[rustfmt::skip]
const CONTINENTAL: &[(Field, &[&str])] = &[
    (Field::Name, &["naam", "volledige naam", "deelnemer", "nom", "nom complet", "participante", "vollständiger name", "teilnehmer", "naam (oorspronkelijke naam)", "nom (nom d'origine)", "name (originalname)", "name (ursprünglicher name)"]),
    (Field::FirstName, &["voornaam", "prénom", "vorname"]),
    (Field::LastName, &["achternaam", "familienaam", "nom de famille", "nachname"]),
    (Field::Email, &["e-mailadres", "e-mail van gebruiker", "adresse e-mail", "courriel", "e-mail de l'utilisateur", "e-mail-adresse", "benutzer-e-mail"]),
    (Field::Upn, &["deelnemer-id (upn)", "id deelnemer (upn)", "id du participant (upn)", "id de participant (upn)", "teilnehmer-id (upn)"]),
    (Field::FirstJoin, &["eerste deelname", "eerste keer deelgenomen", "eerst deelgenomen", "première participation", "première connexion", "première arrivée", "premier accès", "erster beitritt", "erste teilnahme", "zuerst beigetreten"]),
    (Field::LastLeave, &["laatste vertrek", "laatste keer verlaten", "laatst verlaten", "dernier départ", "dernière sortie", "dernière déconnexion", "letztes verlassen", "letzter austritt", "zuletzt verlassen"]),
    (Field::Join, &["deelnametijd", "tijdstip van deelname", "tijd van deelname", "begonnen", "van", "heure d'arrivée", "heure de participation", "heure de connexion", "heure d'entrée", "beitrittszeit", "beitrittszeitpunkt", "beitrittsuhrzeit", "beigetreten", "von"]),
    (Field::Leave, &["vertrektijd", "tijdstip van vertrek", "tijd van vertrek", "tot", "heure de départ", "heure de sortie", "heure de déconnexion", "austrittszeit", "verlassen", "verlassenszeit", "uhrzeit des verlassens", "austrittsuhrzeit", "bis"]),
    (Field::Action, &["gebruikersactie", "actie van gebruiker", "action de l'utilisateur", "action utilisateur", "benutzeraktion"]),
    (Field::Stamp, &["tijdstempel", "tijdstip", "date et heure", "horodatage", "horodateur", "zeitstempel"]),
    (Field::Duration, &["duur", "duur van deelname", "duur in vergadering", "duur (minuten)", "durée", "durée de la réunion", "durée en réunion", "durée de participation", "durée (minutes)", "dauer", "dauer der besprechung", "dauer in der besprechung", "besprechungsdauer", "dauer (minuten)"]),
    (Field::Role, &["rol", "rôle", "rolle"]),
    (Field::Attended, &["aanwezig", "présent", "teilgenommen"]),
    (Field::WaitingRoom, &["in wachtkamer", "in wachtruimte", "dans la salle d'attente", "en salle d'attente", "im warteraum"]),
    (Field::Title, &["onderwerp", "titel van vergadering", "vergaderingstitel", "titel", "titre de la réunion", "sujet", "titre", "besprechungstitel", "thema"]),
    (Field::Started, &["begintijd", "starttijd", "heure de début", "heure de début de la réunion", "startzeit", "beginn"]),
    (Field::Ended, &["eindtijd", "heure de fin", "heure de fin de la réunion", "endzeit", "ende"]),
];

/// Headings that only Zoom writes.
const ZOOM: &[&str] = &["name (original name)", "user email", "user name (original name)", "time in session (minutes)", "in waiting room"];
/// Headings that only Webex writes.
const WEBEX: &[&str] = &["attendee email", "attendee email address", "attendance duration", "connection type"];

/// The headings, folded once.
static NAMES: LazyLock<Names> = LazyLock::new(Names::new);

/// The headings, ready to be looked up.
#[derive(Debug)]
pub struct Names {
    fields: HashMap<String, (Field, bool)>,
    zoom: HashSet<String>,
    webex: HashSet<String>,
}

/// A heading that was found.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// What its column holds.
    pub field: Field,
    /// Whether it is Dutch, French or German and not English.
    pub continental: bool,
    /// The zone that stands in brackets behind it, as in `First Join (UTC)`.
    pub zone: Option<Zone>,
}

impl Names {
    /// All of them.
    pub fn all() -> &'static Self {
        &NAMES
    }

    fn new() -> Self {
        let of = |table: &'static [(Field, &'static [&'static str])], continental: bool| {
            table.iter().flat_map(move |(field, names)| names.iter().map(move |name| (key(name), (*field, continental))))
        };
        // English last: it keeps what both have.
        let fields = of(CONTINENTAL, true).chain(of(ENGLISH, false)).collect();
        let set = |names: &[&str]| names.iter().map(|name| key(name)).collect();
        Self { fields, zoom: set(ZOOM), webex: set(WEBEX) }
    }

    /// What a heading means.
    pub fn find(&self, heading: &str) -> Option<Known> {
        if heading.len() > 120 {
            return None;
        }
        let look = |text: &str| self.fields.get(&key(text)).copied();
        if let Some((field, continental)) = look(heading) {
            return Some(Known { field, continental, zone: None });
        }
        let (bare, inner) = heading.trim_end().strip_suffix(')')?.rsplit_once('(')?;
        let (field, continental) = look(bare)?;
        Some(Known { field, continental, zone: Zone::find(inner) })
    }

    /// Whether a heading is known.
    pub fn knows(&self, heading: &str) -> bool {
        self.find(heading).is_some()
    }

    /// Whether only Zoom writes this heading.
    pub fn is_zoom(&self, heading: &str) -> bool {
        self.zoom.contains(&key(heading))
    }

    /// Whether only Webex writes it.
    pub fn is_webex(&self, heading: &str) -> bool {
        self.webex.contains(&key(heading))
    }
}

/// What headings are compared by: letters and digits alone, folded.
fn key(heading: &str) -> String {
    if heading.len() > 240 {
        return String::new();
    }
    fold(heading).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_four_languages() {
        let names = Names::all();
        for (heading, field, continental) in [
            ("Name (Original Name)", Field::Name, false),
            ("NAME", Field::Name, false),
            ("First Join (UTC)", Field::FirstJoin, false),
            ("Action de l’utilisateur", Field::Action, true),
            ("Date et heure", Field::Stamp, true),
            ("Erster Beitritt", Field::FirstJoin, true),
            ("E-mail", Field::Email, false),
            ("Volledige naam", Field::Name, true),
        ] {
            let known = names.find(heading).unwrap();
            assert_eq!((known.field, known.continental), (field, continental), "{heading}");
        }
        assert!(names.find("First Join (UTC)").unwrap().zone.is_some());
        assert!(names.find("Guest").is_none() && names.find("").is_none() && names.find("()").is_none());
        assert!(names.is_zoom("User Email") && names.is_webex("Attendee Email") && !names.is_zoom("Email"));
    }
}
