//! Public pages with sample data.

use std::collections::BTreeMap;

use chrono::NaiveTime;

use super::{PAGES, Sample, sample};
use crate::clock::Instant;
use crate::domain::agenda::AgendaItem;
use crate::domain::event::{Event, EventStatus, Place, Schedule, Window};
use crate::domain::ids::{EventId, PlatformId};
use crate::domain::language::{Language, Translated};
use crate::domain::mode::{Format, Mode};
use crate::domain::platform::Audience;
use crate::domain::registration::{Cause, State};
use crate::domain::rsvp::{Answer, Meaning};
use crate::domain::seats::{PerSector, Pool, Reason, SeatRules, Taken};
use crate::domain::sector::Sector;
use crate::domain::tlp::Tlp;
use crate::i18n::format;
use crate::web::view::public::event::{seats_left, whole_agenda};
use crate::web::view::public::*;
use crate::web::view::{Flash, Head, TextField, fields};

fn words(nl: &str, fr: &str, de: &str, en: &str) -> Translated {
    Translated { nl: nl.into(), fr: fr.into(), de: de.into(), en: en.into() }
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

pub(super) fn event() -> Event {
    let item = |h, m, title: Translated, speaker: &str| AgendaItem {
        at: NaiveTime::from_hms_opt(h, m, 0).unwrap(),
        title,
        speaker: speaker.into(),
        tlp: None,
    };
    Event {
        id: EventId(1),
        platform_id: PlatformId(1),
        slug: "qctr-2026-q4".parse().unwrap(),
        edition: "2026-Q4".parse().unwrap(),
        follows: None,
        status: EventStatus::Published,
        tlp: Tlp::Green,
        title: words(
            "Cyberdreigingen in België: het vierde kwartaal",
            "Les cybermenaces en Belgique : le quatrième trimestre",
            "Cyberbedrohungen in Belgien: das vierte Quartal",
            "Cyber threats to Belgium: the fourth quarter",
        ),
        summary: words(
            "Wat we de voorbije drie maanden zagen, wie werd getroffen, en wat u er maandag tegen kunt doen.",
            "Ce que nous avons vu ces trois derniers mois, qui a été touché, et ce que vous pouvez faire dès lundi.",
            "Was wir in den letzten drei Monaten gesehen haben, wen es getroffen hat und was Sie ab Montag dagegen tun können.",
            "What we saw in the past three months, who was hit, and what you can do about it on Monday.",
        ),
        agenda: vec![
            item(13, 30, words("Onthaal met koffie", "Accueil et café", "Empfang mit Kaffee", "Doors open, coffee"), ""),
            item(
                14,
                0,
                words(
                    "Het dreigingsbeeld van het kwartaal",
                    "L’état de la menace ce trimestre",
                    "Die Bedrohungslage im Quartal",
                    "The threat picture of the quarter",
                ),
                "An Peeters, CyTRIS",
            ),
            item(
                14,
                50,
                words(
                    "Ransomware bij een ziekenhuis: een terugblik",
                    "Un rançongiciel à l’hôpital : retour d’expérience",
                    "Ransomware in einem Krankenhaus: ein Rückblick",
                    "Ransomware in a hospital: looking back",
                ),
                "Karim Benali",
            ),
            item(15, 40, words("Vragen en antwoorden", "Questions et réponses", "Fragen und Antworten", "Questions and answers"), ""),
            item(16, 30, words("Netwerkmoment", "Moment de réseautage", "Zeit für Gespräche", "Time to talk"), ""),
        ],
        schedule: Schedule {
            starts_at: at("2026-12-10T13:00:00Z"),
            ends_at: at("2026-12-10T16:00:00Z"),
            opens_at: None,
            closes_at: at("2026-12-08T11:00:00Z"),
        },
        place: Place {
            format: Format::Hybrid,
            venue: words(
                "Residence Palace, Wetstraat 155, 1040 Brussel",
                "Résidence Palace, rue de la Loi 155, 1040 Bruxelles",
                "Residence Palace, Rue de la Loi 155, 1040 Brüssel",
                "Residence Palace, Rue de la Loi 155, 1040 Brussels",
            ),
            join_link: None,
        },
        seats: SeatRules { on_site: Pool { capacity: Some(120), ..Pool::default() }, ..SeatRules::default() },
        sequence: 0,
        revision: 0,
    }
}

pub(super) fn facts(language: Language, event: &Event) -> EventFacts {
    let platform = words(
        "Quarterly Cyber Threat Report (QCTR)",
        "Quarterly Cyber Threat Report (QCTR)",
        "Quarterly Cyber Threat Report (QCTR)",
        "Quarterly Cyber Threat Report (QCTR)",
    );
    EventFacts::new(PAGES.catalogue(), language, platform.get(language), event)
}

pub(super) fn all(language: Language) -> Vec<Sample> {
    let mut samples = vec![choice(language), list(language, true), list(language, false)];
    samples.extend(event_pages(language));
    samples.push(answer(language));
    samples.extend(State::ALL.iter().map(|state| personal(language, *state)));
    samples.extend(mandate_ended(language));
    samples.extend(super::offer_samples::all(language));
    samples.push(sample(
        "personal-past",
        &personal_head(language, State::Confirmed),
        &personal_page(language, State::Confirmed, Moment::After),
        false,
    ));
    samples.push(sample(
        "personal-during",
        &personal_head(language, State::Confirmed),
        &personal_page(language, State::Confirmed, Moment::During),
        false,
    ));
    samples.push(sample("personal-late", &personal_head(language, State::Pending), &personal_page(language, State::Pending, Moment::During), false));
    samples.push(correction_with_faults(language));
    samples.extend(notices(language));
    samples.extend(Fault::ALL.map(|fault| {
        let (head, view) = FaultPage::new(PAGES.catalogue(), language, fault, "/", "7f3a90c1e5");
        sample(&format!("fault-{}", fault.code()), &head, &view, false)
    }));
    samples.extend(Fault::ALL.map(|fault| {
        let (head, view) = StaffFaultPage::new(PAGES.catalogue(), language, fault, "7f3a90c1e5");
        sample(&format!("staff-fault-{}", fault.code()), &head, &view, false)
    }));
    samples
}

fn choice(language: Language) -> Sample {
    let catalogue = PAGES.catalogue();
    let (head, view) = LanguageChoice::new(catalogue, language);
    sample("choice", &head, &view, false)
}

fn taken(mode: Mode) -> Taken {
    let private = if mode == Mode::OnSite { 97 } else { 40 };
    Taken { by_sector: PerSector { private, academic: 0, public: 0 } }
}

fn subscribe(language: Language) -> Subscribe {
    let name = "Quarterly Cyber Threat Report (QCTR)";
    Subscribe {
        label: PAGES.catalogue().t(language, "calendar-subscribe", &[("platform", name.into())]),
        webcal: format!("webcal://events.example.be/calendar/qctr.ics?lang={language}"),
        https: format!("https://events.example.be/calendar/qctr.ics?lang={language}"),
    }
}

fn list(language: Language, full: bool) -> Sample {
    let catalogue = PAGES.catalogue();
    let event = event();
    let standing = |taken: &dyn Fn(Mode) -> Taken| seats_left(catalogue, language, event.place.format.modes(), &event.seats, taken);
    let sold_out = |_: Mode| Taken { by_sector: PerSector { private: 120, academic: 0, public: 0 } };
    let rows = vec![
        EventRow { event: facts(language, &event), standing: standing(&taken) },
        EventRow { event: facts(language, &Event { tlp: Tlp::Amber, ..event.clone() }), standing: standing(&sold_out) },
    ];
    let view = EventList { events: if full { rows } else { Vec::new() }, calendars: vec![subscribe(language), subscribe(language)] };
    let head = Head::public(language, "/", catalogue.t(language, "events-title", &[]));
    sample(if full { "events" } else { "events-none" }, &head, &view, false)
}

fn form(language: Language, typed: FormInput, wrong: FormErrors) -> RegistrationForm {
    let action = format!("/{language}/events/qctr-2026-q4/register");
    RegistrationForm::new(PAGES.catalogue(), language, action, Format::Hybrid.modes(), typed, wrong).with_hidden("csrf-token", "one-time-key")
}

fn event_pages(language: Language) -> Vec<Sample> {
    let catalogue = PAGES.catalogue();
    let event = event();
    let seats = seats_left(catalogue, language, event.place.format.modes(), &event.seats, taken);
    let closes = format::date_time(language, event.schedule.closes_at);
    let head = |errors: bool| Head::public(language, "/events/qctr-2026-q4", event.title.get(language)).with_errors(errors);
    let text = |key: &str| catalogue.t(language, key, &[]);
    let page = |form| EventPage {
        event: facts(language, &event),
        seats: seats.clone(),
        closes: closes.clone(),
        audience: text("audience-open"),
        calendar: facts(language, &event).ics,
        subscribe: Some(subscribe(language)),
        back: String::new(),
        panel: Panel::with_form(catalogue, language, form),
    };
    let typed = FormInput { name: "<b>Zoë</b> {{7*7}}".into(), email: "zoë@".into(), mode: "online".into(), ..FormInput::default() };
    let wrong = FormErrors {
        email: text("error-email-bad_domain"),
        organisation: text("error-organisation-empty"),
        sector: text("error-sector-missing"),
        ..FormErrors::default()
    };
    let mut samples = vec![
        sample("event", &head(false), &page(form(language, FormInput::default(), FormErrors::default())), false),
        sample("event-errors", &head(true), &page(form(language, typed, wrong)), true),
        sample("event-approval", &head(false), &page(form(language, FormInput::default(), FormErrors::default()).asking(true)), false),
        sample("event-full", &head(false), &page(form(language, FormInput::default(), FormErrors::default()).waiting(true)), false),
    ];
    let moment = event.schedule.closes_at;
    for window in [Window::NotYet(moment), Window::Closed(moment), Window::Past, Window::CalledOff, Window::Open] {
        let panel = Panel::instead(catalogue, language, window, "events@example.be");
        let name = format!("event-{}", panel.kind);
        let status = if window == Window::CalledOff { EventStatus::CalledOff } else { EventStatus::Published };
        let (event, audience) = (facts(language, &Event { status, ..event.clone() }), catalogue.word(language, "audience", Audience::Members.code()));
        let subscribe = Some(subscribe(language));
        let view =
            EventPage { event, seats: Vec::new(), closes: String::new(), audience, calendar: String::new(), subscribe, panel, back: String::new() };
        samples.push(sample(&name, &head(false), &view, false));
    }
    samples
}

fn answer(language: Language) -> Sample {
    let view = AnswerPage::new(facts(language, &event()), "zoe.dupont-vandenbroucke@informatieveiligheid.voorbeeld.be", "noreply@events.example.be");
    let head = Head::personal(language, "/events/qctr-2026-q4/answer", PAGES.catalogue().t(language, "answer-title", &[])).with_state("pending");
    sample("answer", &head, &view, false)
}

/// An event before it begins, while it goes on, and when it is over.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    Before,
    During,
    After,
}

fn personal_page(language: Language, state: State, moment: Moment) -> PersonalPage {
    personal_page_at(language, state, moment, 4)
}

fn personal_page_at(language: Language, state: State, moment: Moment, place: u32) -> PersonalPage {
    personal_page_with(language, state, moment, place, |_| {})
}

pub(super) fn personal_page_with(
    language: Language,
    state: State,
    moment: Moment,
    place: u32,
    change: impl FnOnce(&mut PersonalInput<'_>),
) -> PersonalPage {
    let full = Reason::QuotaFull { sector: Sector::Private, limit: 60 };
    let reason = match state {
        State::Waitlisted => Some(&full),
        _ => None,
    };
    let history = [
        (at("2026-11-20T09:12:00Z"), Cause::Registered, None),
        (at("2026-11-20T09:14:00Z"), Cause::Proved, reason.cloned().or(Some(Reason::SeatFree))),
    ];
    let mut input = PersonalInput {
        path: format!("/{language}/r/abc"),
        csrf: "csrf-token".into(),
        state,
        waiting_place: Some(place),
        reason,
        event: facts(language, &event()),
        agenda: whole_agenda(PAGES.catalogue(), language, &event()),
        join_link: None,
        name: "Zoë Dupont",
        email: "zoe.dupont@example.be",
        organisation: "Informatieveiligheid & Zonen nv",
        sector: Sector::Private,
        mode: Mode::OnSite,
        mails_in: language,
        pass: ("QD1-QCTR-2026-Q4-K7QX2M9P4RTB".into(), "K7QX-2M9P-4RTB".into()),
        reference: "8sQ1nXy7Vb3kT0pLm5ZcRw2dHf6JgU4aEoIvK9xBqYs",
        needs_approval: false,
        door: None,
        switch_to: Some(Mode::Online),
        substitute: None,
        recorded: None,
        ahead: moment != Moment::After,
        takes_choices: moment == Moment::Before,
        open: true,
        may_return: false,
        takes_answers: true,
        rsvp: (state == State::Confirmed).then(|| RsvpInput {
            given: Some((Answer::Tentative, at("2026-11-21T08:05:00Z"))),
            verified: false,
            meaning: Meaning::MayCome,
        }),
        attestation: None,
        has_guests: state == State::Confirmed,
        calendar: (state != State::Pending && state != State::Expired).then(|| Subscribe {
            label: PAGES.catalogue().t(language, "calendar-own-subscribe", &[]),
            webcal: "webcal://events.example.be/calendar/p/k3v7QxTz0aLm9k3v7QxTz0aLm9k3v7QxTz0aLm9k3v7QxTz0aLm9k3.ics".into(),
            https: "https://events.example.be/calendar/p/k3v7QxTz0aLm9k3v7QxTz0aLm9k3v7QxTz0aLm9k3v7QxTz0aLm9k3.ics".into(),
        }),
        history: if state == State::Pending { &history[..1] } else { &history },
    };
    change(&mut input);
    PersonalPage::new(PAGES.catalogue(), language, input)
}

/// Whose mandate ended: at the closed door, and renewed later.
fn mandate_ended(language: Language) -> Vec<Sample> {
    const REASON: Reason = Reason::MandateEnded { on: super::invitation_samples::ENDED.ended };
    let page = |is_closed: bool| {
        personal_page_with(language, State::Withdrawn, Moment::Before, 1, |input| {
            input.open = false;
            input.reason = Some(&REASON);
            let door = Door { shut: super::invitation_samples::ENDED, platform: "CSI/DPO", contact: "events@example.be" };
            input.door = is_closed.then_some(door);
        })
    };
    let head = personal_head(language, State::Withdrawn);
    vec![sample("personal-mandate-ended", &head, &page(true), false), sample("personal-mandate-renewed", &head, &page(false), false)]
}

#[test]
fn a_closed_door_shows_nothing_of_the_event() {
    for language in Language::ALL.iter().copied() {
        let [closed, renewed] = &mandate_ended(language)[..] else { panic!("two pages") };
        let event = event();
        for word in [event.title.get_or_any(language), event.place.venue.get_or_any(language)] {
            assert!(renewed.html.contains(word) && !closed.html.contains(word), "{language}: {word}");
        }
        assert!(closed.html.contains("2026") && closed.html.contains("events@example.be") && closed.html.contains("data.json"), "{}", closed.html);
        assert!(!renewed.html.contains("#register"), "people do not come in by a form here");
    }
}

pub(super) fn personal_head(language: Language, state: State) -> Head {
    Head::personal(language, "/r/abc", PAGES.catalogue().t(language, "personal-title", &[])).with_state(state.code())
}

fn personal(language: Language, state: State) -> Sample {
    let mut head = personal_head(language, state);
    if state == State::Confirmed {
        head = head.with_flashes(vec![Flash { tone: "good", text: PAGES.catalogue().t(language, "personal-done-saved", &[]) }]);
    }
    sample(&format!("personal-{state}"), &head, &personal_page(language, state, Moment::Before), false)
}

fn correction_with_faults(language: Language) -> Sample {
    let fault = PAGES.catalogue().t(language, "error-name-empty", &[]);
    let name = TextField { value: String::new(), error: fault.clone() };
    let page =
        personal_page(language, State::Confirmed, Moment::Before).with_faults(name, TextField::with("X"), fields::collect(&[("name", &fault)]));
    sample("personal-errors", &personal_head(language, State::Confirmed).with_errors(true), &page, true)
}

fn notices(language: Language) -> Vec<Sample> {
    let catalogue = PAGES.catalogue();
    let name = catalogue.t(language, "site-owner", &[]);
    let (name, address) = (Translated::same(&name), Translated::same("Wetstraat 18, 1000 Brussel"));
    let controller = Controller { name, address, contact: "events@example.be".into(), dpo: "dpo@example.be".into() };
    let head = |rest: &str, key: &str| Head::public(language, rest, catalogue.t(language, key, &[]));
    let date = format::date_long(language, at("2026-11-23T12:00:00Z"));
    vec![
        sample("privacy", &head("/privacy", "privacy-title"), &PrivacyPage::new(catalogue, language, &controller, 90), false),
        sample(
            "accessibility",
            &head("/accessibility", "access-title"),
            &AccessibilityPage::new(catalogue, language, "events@example.be", date),
            false,
        ),
        sample("erased", &head("/", "erased-title"), &ErasedPage { home: format!("/{language}/") }, false),
    ]
}

#[test]
fn who_waits_reads_how_many_wait_before_them() {
    for (place, says) in [(1, "Nobody waits before you."), (2, "One person waits before you."), (4, "3 people wait before you.")] {
        let page = personal_page_at(Language::En, State::Waitlisted, Moment::Before, place);
        assert!(page.text.starts_with(says) && page.heading.contains(&place.to_string()), "{}: {}", page.heading, page.text);
    }
}

#[test]
fn every_state_is_marked_and_offers_what_it_may() {
    let expected = BTreeMap::from([
        (State::Pending, "confirm"),
        (State::AwaitingApproval, "correct switch withdraw"),
        (State::Confirmed, "correct switch withdraw ics"),
        (State::Waitlisted, "correct switch withdraw"),
        (State::Withdrawn, "again"),
        (State::Rejected, ""),
        (State::Cancelled, ""),
        (State::Expired, "again"),
    ]);
    for state in State::ALL {
        let page = personal_page(Language::En, *state, Moment::Before);
        let offers = [
            (page.confirm.is_some(), "confirm"),
            (page.correct.is_some(), "correct"),
            (page.switch.is_some(), "switch"),
            (page.withdraw.is_some(), "withdraw"),
            (!page.ics.is_empty(), "ics"),
            (!page.again.is_empty(), "again"),
        ];
        let offered: Vec<_> = offers.iter().filter(|(on, _)| *on).map(|(_, what)| *what).collect();
        assert_eq!(offered.join(" "), expected[state], "{state}");
        let during = personal_page(Language::En, *state, Moment::During);
        assert!(during.confirm.is_none() && during.switch.is_none(), "{state}: the event has begun");
        assert_eq!((during.withdraw.is_some(), &during.ics), (page.withdraw.is_some(), &page.ics), "{state}: the event goes on");
        assert!(personal(Language::En, *state).html.contains(&format!("data-registration-state=\"{state}\"")));
    }
}
