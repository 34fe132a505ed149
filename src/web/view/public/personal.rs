//! The page behind the unguessable link: where a registration stands and what its owner can do.

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::attestation::{AttestationInput, AttestationPart};
use super::calendar::{OwnCalendar, Subscribe};
use super::door::{self, Door};
use super::event::{AgendaRow, EventFacts};
use super::panel::language_field;
use super::recorded::{RecordedInput, RecordedPart};
use super::rsvp::{self, RsvpInput};
use super::substitute::{SubstituteInput, SubstitutePart};
use crate::clock::Instant;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::{Cause, PROOF_HOURS, State};
use crate::domain::seats::Reason;
use crate::domain::sector::Sector;
use crate::i18n::{Catalogue, format};
use crate::web::view::head::own_name;
use crate::web::view::square::Square;
use crate::web::view::{ChoiceField, FormError, Hidden, Piece, TextField, View};

/// What a handler knows of a registration.
#[derive(Clone, Debug)]
pub struct PersonalInput<'a> {
    /// The page's address: `/{lang}/r/{token}`.
    pub path: String,
    /// Token for the forms on the page.
    pub csrf: String,
    /// Where it stands.
    pub state: State,
    /// Place on the waiting list, from 1.
    pub waiting_place: Option<u32>,
    /// The rule that decided last.
    pub reason: Option<&'a Reason>,
    /// The event.
    pub event: EventFacts,
    /// The agenda with nothing withheld; shown with a seat.
    pub agenda: Vec<AgendaRow>,
    /// The page that sends them on to the meeting; only for a seat online.
    pub join_link: Option<String>,
    /// Full name.
    pub name: &'a str,
    /// Address.
    pub email: &'a str,
    /// Organisation.
    pub organisation: &'a str,
    /// Sector.
    pub sector: Sector,
    /// Way of attending.
    pub mode: Mode,
    /// Language of the mails.
    pub mails_in: Language,
    /// Their pass: the text of its square, and its code in groups.
    pub pass: (String, String),
    /// What to quote when writing to the organisers.
    pub reference: &'a str,
    /// Organisers decide about whoever registers by themselves.
    pub needs_approval: bool,
    /// The door that is closed to them, if one is.
    pub door: Option<Door<'a>>,
    /// The other way of attending, when the event offers it and the person may still switch.
    pub switch_to: Option<Mode>,
    /// What is to be said where the seat can be offered to a colleague.
    pub substitute: Option<SubstituteInput>,
    /// Whether the event is not over yet: afterwards nothing can be changed but the data fetched and erased.
    pub ahead: bool,
    /// Whether the address can still be proven and the way of attending changed: until the event begins.
    pub takes_choices: bool,
    /// Whether the public form can be filled in now: the event takes registrations, and outsiders find it.
    pub open: bool,
    /// Whether they propose guests, or have proposed some.
    pub has_guests: bool,
    /// Whether they may take part again without a form.
    pub may_return: bool,
    /// Whether answers of calendars come back: declining there is enough.
    pub takes_answers: bool,
    /// What their calendar answered, where it bears on their place.
    pub rsvp: Option<RsvpInput>,
    /// What is to be said of attestations of presence.
    pub attestation: Option<AttestationInput>,
    /// The calendar with all events of its owner, where they may have it.
    pub calendar: Option<Subscribe>,
    /// What is recorded of their presence, once the event is over; `None` where there is nothing to see.
    pub recorded: Option<RecordedInput>,
    /// What happened, oldest first.
    pub history: &'a [(Instant, Cause, Option<Reason>)],
}

/// A registration's page.
#[derive(Clone, Debug, Serialize)]
pub struct PersonalPage {
    /// `good`, `wait`, `stop` or empty.
    pub tone: &'static str,
    /// Where it stands, as a sentence.
    pub heading: String,
    /// What that means and what to do.
    pub text: String,
    /// What is said instead at a closed door, where nothing of the event is shown; empty otherwise.
    pub door: Vec<Piece>,
    /// The rule that decided; may be empty.
    pub reason: String,
    /// What their calendar answered and what that means, a sentence each; empty where it did not.
    pub rsvp: Vec<String>,
    /// The event.
    pub event: EventFacts,
    /// Where to join; empty when not online or not confirmed.
    pub join: String,
    /// Personal details, in order.
    pub details: Vec<Detail>,
    /// Faults of the form for corrections.
    pub errors: Vec<FormError>,
    /// Proof of the address; only while pending.
    pub confirm: Option<Act>,
    /// What its button says.
    pub confirm_label: String,
    /// The whole agenda; empty without a seat.
    pub agenda: Vec<AgendaRow>,
    /// Calendar file of the invitation; empty without a seat.
    pub ics: String,
    /// The pass to be shown at the entrance; only with a seat in the room, until the event is over.
    pub pass: Option<Pass>,
    /// Back to the form; empty when it cannot be filled in again.
    pub again: String,
    /// Correction of name, organisation and language.
    pub correct: Option<Correction>,
    /// Change of the way of attending.
    pub switch: Option<Switch>,
    /// Naming a colleague who takes the seat over.
    pub substitute: Option<SubstitutePart>,
    /// Stepping back.
    pub withdraw: Option<Act>,
    /// The button that takes part again after stepping back.
    pub rejoin: Option<Act>,
    /// What stepping back means; empty where one cannot.
    pub warning: String,
    /// The guests they propose; empty where there are none.
    pub guests: String,
    /// Attestations of presence.
    pub attestation: Option<AttestationPart>,
    /// The calendar with all their events.
    pub calendar: Option<OwnCalendar>,
    /// What is recorded of their presence.
    pub recorded: Option<RecordedPart>,
    /// Own data as JSON.
    pub data: String,
    /// Erasure.
    pub erase: Act,
    /// How long an address may stay unproven, in hours.
    pub hours: i64,
    /// What happened, newest first.
    pub history: Vec<HistoryRow>,
}

/// The pass to be shown at the entrance.
#[derive(Clone, Debug, Serialize)]
pub struct Pass {
    /// To scan.
    pub square: Square,
    /// To say.
    pub code: String,
}

/// A line of the details.
#[derive(Clone, Debug, Serialize)]
pub struct Detail {
    /// What.
    pub label: String,
    /// The value as typed.
    pub value: String,
}

/// One button.
#[derive(Clone, Debug, Serialize)]
pub struct Act {
    /// Where it is sent.
    pub action: String,
    /// What goes with it.
    pub hidden: Vec<Hidden>,
}

/// The form for corrections.
#[derive(Clone, Debug, Serialize)]
pub struct Correction {
    /// Where it is sent.
    pub action: String,
    /// What goes with it.
    pub hidden: Vec<Hidden>,
    /// Full name.
    pub name: TextField,
    /// Organisation.
    pub organisation: TextField,
    /// Language of the mails.
    pub language: ChoiceField,
    /// Whether it has faults.
    pub open: bool,
}

/// The button that changes the way of attending; field `mode` holds the new one.
#[derive(Clone, Debug, Serialize)]
pub struct Switch {
    /// Where it is sent.
    pub action: String,
    /// What goes with it.
    pub hidden: Vec<Hidden>,
    /// `Take part online instead`.
    pub label: String,
}

/// A line of the history.
#[derive(Clone, Debug, Serialize)]
pub struct HistoryRow {
    /// When, in words.
    pub when: String,
    /// When, for machines.
    pub iso: String,
    /// What.
    pub what: String,
    /// Why; may be empty.
    pub why: String,
}

impl PersonalPage {
    /// The page of a registration, in the page's language.
    pub fn new(catalogue: &Catalogue, language: Language, of: PersonalInput<'_>) -> Self {
        let act = |verb: &str| Act { action: format!("{}/{verb}", of.path), hidden: vec![Hidden::new("csrf", &of.csrf)] };
        let seated = of.ahead && of.state == State::Confirmed;
        let may_change = of.ahead && of.state.is_active() && of.state != State::Pending;
        // Who has not proven the address by the start is too late, even while the event goes on.
        let too_late = of.ahead && of.state == State::Pending && !of.takes_choices;
        let over = (!of.ahead && of.state.is_active()) || too_late;
        let over_title = if too_late { "window-closed-title" } else { "window-past-title" };
        let shown_reason = of.reason.filter(|r| !matches!(r, Reason::SeatFree | Reason::CalledOff | Reason::NotProven | Reason::OwnWish));
        let asks = of.state == State::Pending && of.needs_approval;
        let fell = of.state == State::Withdrawn && matches!(of.reason, Some(Reason::MandateEnded { .. }));
        let handed_on = of.state == State::Withdrawn && matches!(of.reason, Some(Reason::Replaced));
        let word = |key: &str| catalogue.t(language, key, &[]);
        let again = if of.state.may_register_again() && of.open { format!("{}#register", of.event.href) } else { String::new() };
        let (door_heading, door) = of.door.map(|door| door::words(catalogue, language, door)).unwrap_or_default();
        let is_open = door.is_empty();
        let rsvp = of.rsvp.as_ref().filter(|_| is_open).map(|answer| rsvp::words(catalogue, language, answer, of.ahead)).unwrap_or_default();
        let recorded = of.recorded.as_ref().map(|recorded| RecordedPart::new(catalogue, language, &of, recorded));
        let substitute = of.substitute.as_ref().map(|substitute| SubstitutePart::new(catalogue, language, &of, substitute));
        Self {
            tone: match (is_open, over) {
                (false, _) => "stop",
                (_, true) => "",
                _ => tone(of.state),
            },
            heading: match (over, asks) {
                _ if !is_open => door_heading,
                (true, _) => word(over_title),
                (_, true) => word("personal-ask-title"),
                _ if fell => word("personal-fell-title"),
                _ if handed_on => word("personal-replaced-title"),
                _ => heading(catalogue, language, of.state, of.waiting_place),
            },
            text: match (over, asks) {
                (true, _) => word("personal-past"),
                (_, true) => word("personal-ask"),
                _ => text(catalogue, language, &of),
            },
            door,
            // Where the answer itself is told with its date, the rule would say it a second time.
            reason: shown_reason
                .filter(|r| is_open && (rsvp.is_empty() || **r != Reason::CalendarDeclined))
                .map_or_else(String::new, |r| catalogue.reason(language, r)),
            rsvp,
            join: of.join_link.clone().filter(|_| seated && of.mode == Mode::Online).unwrap_or_default(),
            details: details(catalogue, language, &of),
            errors: Vec::new(),
            confirm: (of.state == State::Pending && of.takes_choices).then(|| act("confirm")),
            confirm_label: word(if asks { "personal-ask-confirm" } else { "personal-confirm" }),
            agenda: if seated && is_open { of.agenda } else { Vec::new() },
            ics: if seated { format!("{}/invitation.ics", of.path) } else { String::new() },
            pass: (seated && is_open && of.mode == Mode::OnSite)
                .then(|| Square::of(&of.pass.0))
                .flatten()
                .map(|square| Pass { square, code: of.pass.1.clone() }),
            again: if of.may_return { String::new() } else { again },
            rejoin: of.may_return.then(|| act("rejoin")),
            correct: may_change.then(|| Correction {
                action: format!("{}/update", of.path),
                hidden: vec![Hidden::new("csrf", &of.csrf)],
                name: TextField::with(of.name),
                organisation: TextField::with(of.organisation),
                language: language_field(of.mails_in.code(), String::new()),
                open: false,
            }),
            substitute,
            switch: of.switch_to.filter(|_| may_change && of.takes_choices).map(|to| Switch {
                action: format!("{}/update", of.path),
                hidden: vec![Hidden::new("csrf", &of.csrf), Hidden::new("mode", to.code())],
                label: catalogue.t(language, &format!("personal-switch-{to}"), &[]),
            }),
            withdraw: may_change.then(|| act("withdraw")),
            warning: if may_change { catalogue.t(language, &format!("personal-withdraw-{}", of.state), &[]) } else { String::new() },
            guests: if of.has_guests && is_open { format!("{}/guests", of.path) } else { String::new() },
            attestation: of.attestation.as_ref().map(|part| AttestationPart::new(catalogue, language, &of.path, &of.csrf, part)),
            calendar: of.calendar.clone().map(|subscribe| OwnCalendar { subscribe, renew: act("calendar") }),
            recorded,
            data: format!("{}/data.json", of.path),
            erase: act("erase"),
            hours: PROOF_HOURS,
            history: of.history.iter().rev().map(|(at, cause, reason)| history_row(catalogue, language, *at, *cause, reason.as_ref())).collect(),
            event: of.event,
        }
    }

    /// The same page after a correction that had faults: what was typed, and what is wrong with it.
    pub fn with_faults(mut self, name: TextField, organisation: TextField, errors: Vec<FormError>) -> Self {
        if let Some(correct) = &mut self.correct {
            (correct.name, correct.organisation, correct.open) = (name, organisation, true);
        }
        self.errors = errors;
        self
    }
}

impl PersonalPage {
    /// The same page after an objection that had faults.
    pub fn with_recorded(mut self, finish: impl FnOnce(RecordedPart) -> RecordedPart, errors: Vec<FormError>) -> Self {
        self.recorded = self.recorded.map(finish);
        self.errors = errors;
        self
    }

    /// The same page after a colleague was named in a way that cannot be used.
    pub fn with_substitute(mut self, finish: impl FnOnce(SubstitutePart) -> SubstitutePart, errors: Vec<FormError>) -> Self {
        self.substitute = self.substitute.map(finish);
        self.errors = errors;
        self
    }
}

impl View for PersonalPage {
    const TEMPLATE: &'static str = "personal";
}

/// The colour of a state: `good`, `wait`, `stop` or none.
pub fn tone(state: State) -> &'static str {
    match state {
        State::Confirmed => "good",
        State::Pending | State::AwaitingApproval | State::Waitlisted => "wait",
        State::Rejected | State::Cancelled | State::Expired => "stop",
        State::Withdrawn => "",
    }
}

/// Where a registration stands, as a sentence: `You are number 4 on the waiting list`.
pub fn heading(catalogue: &Catalogue, language: Language, state: State, place: Option<u32>) -> String {
    let key = format!("personal-{state}-title");
    match state {
        State::Waitlisted => catalogue.t(language, &key, &[("place", FluentValue::from(place.unwrap_or(1)))]),
        _ => catalogue.t(language, &key, &[]),
    }
}

fn text(catalogue: &Catalogue, language: Language, of: &PersonalInput<'_>) -> String {
    // Whoever is out again is sent to the form only where there is one for them.
    let reply = of.state.may_register_again() && !of.open && matches!(of.state, State::Withdrawn | State::Expired);
    let way = match (of.may_return, reply) {
        (true, _) => "-rejoin",
        (_, true) => "-reply",
        _ if of.takes_answers && of.state == State::Confirmed => "-answers",
        _ => "",
    };
    let key = format!("personal-{}{way}", of.state);
    match of.state {
        State::Expired => catalogue.t(language, &key, &[("hours", FluentValue::from(PROOF_HOURS))]),
        State::Waitlisted => catalogue.t(language, &key, &[("ahead", FluentValue::from(of.waiting_place.unwrap_or(1).saturating_sub(1)))]),
        _ => catalogue.t(language, &key, &[]),
    }
}

fn details(catalogue: &Catalogue, language: Language, of: &PersonalInput<'_>) -> Vec<Detail> {
    let detail = |key: &str, value: String| Detail { label: catalogue.t(language, key, &[]), value };
    vec![
        detail("personal-name", of.name.to_owned()),
        detail("personal-email", of.email.to_owned()),
        detail("form-organisation", of.organisation.to_owned()),
        detail("personal-sector", catalogue.sector(language, of.sector)),
        detail("personal-mode", catalogue.mode(language, of.mode)),
        detail("personal-language", own_name(of.mails_in).to_owned()),
        detail("personal-reference", of.reference.to_owned()),
    ]
}

fn history_row(catalogue: &Catalogue, language: Language, at: Instant, cause: Cause, reason: Option<&Reason>) -> HistoryRow {
    // Every row keeps the reason its registration had; it explains only the rows in which something was decided.
    let telling = reason.filter(|_| cause.decides()).filter(|r| {
        matches!(
            r,
            Reason::CapacityFull { .. }
                | Reason::QuotaFull { .. }
                | Reason::OrganisationFull { .. }
                | Reason::Staff { .. }
                | Reason::SeatFree
                | Reason::MandateEnded { .. }
        )
    });
    HistoryRow {
        when: format::sentence_case(&format::date_time(language, at)),
        iso: at.to_rfc3339(),
        what: catalogue.cause(language, cause),
        why: telling.map_or_else(String::new, |r| catalogue.reason(language, r)),
    }
}
