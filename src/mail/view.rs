//! What a template sees of a mail: a flat table of ready-worded strings in the reader's language. It decides what a
//! confidential event shows and whether a name may greet; the templates only put things in order.

use serde::Serialize;

use super::announcement::{Paragraph, paragraphs};
use super::message::{About, AgendaLine, EventFacts, Fact, FactChange, MandateFacts, Message, RegistrationFacts, Snapshot};
use super::{MailError, Sender};
use crate::clock::Instant;
use crate::domain::event::ChangedField;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::registration::{CalendarAct, MailKind, State};
use crate::domain::seats::Reason;
use crate::domain::substitute;
use crate::domain::text::looks_like_a_link;
use crate::domain::tlp::Tlp;
use crate::i18n::{Catalogue, FluentValue, format};

/// The data of every template. Empty strings stand for "not there".
#[derive(Clone, Debug, Default, Serialize)]
pub struct View {
    /// Language code.
    pub lang: &'static str,
    /// Why the recipient gets it.
    pub why: String,
    /// Opening words.
    pub greeting: String,
    /// The event's title, or neutral words.
    pub title: String,
    /// The platform's name; empty when confidential.
    pub platform: String,
    /// `TLP:GREEN`.
    pub tlp_label: &'static str,
    /// What the label allows.
    pub tlp_meaning: String,
    /// The label's colour on black (TLP 2.0 §5).
    pub tlp_colour: &'static str,
    /// Weekday and date.
    pub day: String,
    /// Date, times and zone.
    pub when: String,
    /// Venue; empty for people online.
    pub place: String,
    /// Way of attending, in words.
    pub mode: String,
    /// Its code, for texts that differ.
    pub mode_code: &'static str,
    /// Where to join; empty when there is no link or it must not be mailed.
    pub join_link: String,
    /// The meeting's own address, for whoever cannot open the page that `join_link` is then of.
    pub join_direct: String,
    /// A link to join exists but stands on the page only.
    pub join_on_page: bool,
    /// What it is about; empty when confidential.
    pub summary: String,
    /// The agenda; empty when confidential.
    pub agenda: Vec<AgendaView>,
    /// State code.
    pub state: &'static str,
    /// Has a seat.
    pub has_seat: bool,
    /// Place on the waiting list; 0 when not waiting.
    pub waiting_place: u32,
    /// The rule that decided, one sentence; empty when there is nothing to explain.
    pub reason: String,
    /// The same where it is in words of staff; else empty.
    pub staff_reason: String,
    /// Organisers decide about whoever registers by themselves.
    pub needs_approval: bool,
    /// Until when to prove the address; empty when open.
    pub prove_before: String,
    /// Whoever offers a seat; empty in other mails, and where the name might become more than a name.
    pub asker: String,
    /// Until when an invitation, a question or an offer can be answered; empty in other mails.
    pub answer_before: String,
    /// The subject of a message of the organisers; empty in other mails.
    pub announced_subject: String,
    /// Its text as it was typed. It goes also where the event is confidential: whoever writes it is warned.
    pub announced_text: String,
    /// The same in paragraphs.
    pub announced: Vec<Paragraph>,
    /// From → to.
    pub changes: Vec<ChangeView>,
    /// The person changed how to attend, nothing else changed.
    pub own_switch: bool,
    /// A REQUEST is attached.
    pub has_invitation: bool,
    /// A CANCEL is attached.
    pub has_cancellation: bool,
    /// The code of the personal pass; empty where there is no seat in a room.
    pub pass: String,
    /// Personal page.
    pub page_link: String,
    /// Where an invitation is declined or a mandate given up; empty in other mails.
    pub decline_link: String,
    /// The organisation for which a mandate is held; empty in other mails, as the next two.
    pub organisation: String,
    /// In which function, in words.
    pub function: String,
    /// From when until when, in words.
    pub term: String,
    /// It is asked for the second time.
    pub again: bool,
    /// Name and organisation of a guest whom the recipient proposed; empty when confidential and in other mails.
    pub guest: String,
    /// Nobody objected to that guest.
    pub accepted: bool,
    /// The recipient was proposed as a guest.
    pub proposed: bool,
    /// The mandate that the place rested on ended.
    pub mandate_ended: bool,
    /// The recipient's calendar answered that they do not come.
    pub calendar_declined: bool,
    /// An objection was accepted; `false` where it was not, and in other mails.
    pub objection_accepted: bool,
    /// Why, in their words.
    pub objection_reason: String,
    /// Answers of calendars come back: declining there is enough.
    pub takes_answers: bool,
    /// Event page; empty for hidden platforms.
    pub event_link: String,
    /// Privacy notice.
    pub privacy_link: String,
    /// Who sends.
    pub sender: String,
}

/// One line of the agenda.
#[derive(Clone, Debug, Serialize)]
pub struct AgendaView {
    /// Time.
    pub at: String,
    /// About what.
    pub title: String,
    /// By whom; may be empty.
    pub speaker: String,
}

/// One changed fact.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeView {
    /// Which.
    pub what: String,
    /// As it was.
    pub from: String,
    /// As it is.
    pub to: String,
}

impl View {
    /// Words everything a template may show.
    ///
    /// # Errors
    /// When it is about an event and nothing is known of it.
    pub fn new(texts: &Catalogue, sender: &Sender, message: Message<'_>) -> Result<Self, MailError> {
        match (&message.mail.about, message.event) {
            (About::Mandate(facts), _) => Ok(Self::of_mandate(texts, sender, message, facts)),
            (_, Some(event)) => Ok(Self::of_event(texts, sender, message, event)),
            (_, None) => Err(MailError::NoEvent(message.mail.kind.code())),
        }
    }

    fn of_mandate(texts: &Catalogue, sender: &Sender, message: Message<'_>, facts: &MandateFacts) -> Self {
        let Message { mail, links, .. } = message;
        let language = mail.language;
        let t = |key: &str| texts.t(language, key, &[]);
        let day = |day| FluentValue::from(format::day_short(language, day));
        let since = ("start", day(facts.mandate.start()));
        let function = texts.word(language, "function", facts.function.code());
        Self {
            lang: language.code(),
            greeting: greeting(texts, mail),
            title: t("mail-mandate_question-heading"),
            platform: facts.platform.clone(),
            // Its holder may show it to colleagues; it is not for the public.
            tlp_label: Tlp::Green.label(),
            tlp_meaning: texts.tlp_meaning(language, Tlp::Green),
            tlp_colour: colour(Tlp::Green),
            why: texts.t(language, "mail-mandate_question-why", &[]),
            organisation: facts.organisation.clone(),
            function: if facts.deputy { texts.t(language, "mail-mandate_question-deputy", &[("function", function.into())]) } else { function },
            term: match facts.mandate.end() {
                Some(end) => texts.t(language, "mail-mandate_question-term", &[since, ("end", day(end))]),
                None => texts.t(language, "mail-mandate_question-term_open", &[since]),
            },
            answer_before: format::date_of(language, facts.quarter.last_day()),
            again: facts.again,
            page_link: links.page.clone(),
            decline_link: links.decline.clone().unwrap_or_default(),
            privacy_link: format!("{}/{}/privacy", sender.base_url, language.code()),
            sender: sender.name.clone(),
            ..Self::default()
        }
    }

    fn of_event(texts: &Catalogue, sender: &Sender, message: Message<'_>, event: &EventFacts) -> Self {
        let Message { mail, links, .. } = message;
        let (language, registration) = (mail.language, mail.registration());
        let mode = registration.map(|r| r.mode);
        let t = |key: &str| texts.t(language, key, &[]);
        let confidential = event.tlp.is_confidential();
        let shown = |text: &str| if confidential { String::new() } else { text.to_owned() };
        let join_link = event.join_link.clone().filter(|_| mode == Some(Mode::Online)).unwrap_or_default();
        let direct = if event.tlp.hides_join_link() { String::new() } else { join_link.clone() };
        let objection = registration.and_then(|r| r.objection.as_ref());
        let act = mail.kind.calendar_act(mail.was_invited());
        Self {
            lang: language.code(),
            why: t("mail-common-why"),
            organisation: String::new(),
            function: String::new(),
            term: String::new(),
            again: false,
            guest: match &mail.about {
                About::Guest(facts) => shown(&format!("{}, {}", facts.name, facts.organisation)),
                _ => String::new(),
            },
            accepted: matches!(&mail.about, About::Guest(facts) if facts.accepted),
            proposed: matches!(&mail.about, About::Invitation(facts) if facts.proposed),
            greeting: greeting(texts, mail),
            title: if confidential { t("mail-common-neutral_title") } else { event.title.clone() },
            platform: shown(&event.platform),
            tlp_label: event.tlp.label(),
            tlp_meaning: texts.tlp_meaning(language, event.tlp),
            tlp_colour: colour(event.tlp),
            day: format::date_long(language, event.starts_at),
            when: format::date_time_range(language, event.starts_at, event.ends_at),
            // Who is invited to both ways has yet to choose.
            place: if mode.is_none_or(|m| m == Mode::OnSite) { event.venue.clone() } else { String::new() },
            mode: mode.map_or_else(|| texts.word(language, "format", event.format.code()), |m| texts.mode(language, m)),
            mode_code: mode.map_or("", Mode::code),
            join_on_page: !join_link.is_empty() && event.tlp.hides_join_link(),
            join_direct: links.join.as_ref().map(|_| direct.clone()).unwrap_or_default(),
            join_link: links.join.clone().filter(|_| !direct.is_empty()).unwrap_or(direct),
            summary: shown(&event.summary),
            agenda: if confidential { Vec::new() } else { agenda(texts, language, event) },
            state: registration.map_or("", |r| r.state.code()),
            has_seat: registration.is_some_and(|r| r.state == State::Confirmed),
            waiting_place: registration.and_then(|r| r.waiting_place).unwrap_or(0),
            reason: registration
                .and_then(|r| r.reason.as_ref())
                .filter(|r| !matches!(r, Reason::SeatFree | Reason::CalledOff))
                .map_or_else(String::new, |r| texts.reason(language, r)),
            staff_reason: registration
                .and_then(|r| r.reason.as_ref())
                .filter(|r| matches!(r, Reason::Staff { .. }))
                .map_or_else(String::new, |r| texts.reason(language, r)),
            needs_approval: event.needs_approval,
            prove_before: registration.and_then(|r| r.prove_before).map_or_else(String::new, |at| format::date_time(language, at)),
            asker: asker(mail),
            answer_before: answer_before(mail, event).map_or_else(String::new, |at| format::date_time(language, at)),
            announced_subject: event.announced.as_ref().map(|a| a.subject.clone()).unwrap_or_default(),
            announced_text: event.announced.as_ref().map(|a| a.text.clone()).unwrap_or_default(),
            announced: event.announced.as_ref().map(|a| paragraphs(&a.text)).unwrap_or_default(),
            changes: mail.changes.iter().map(|c| change(texts, language, event, c)).collect(),
            own_switch: is_own_switch(mail),
            has_invitation: act == CalendarAct::Request,
            has_cancellation: act == CalendarAct::Cancel,
            pass: links.pass.clone().filter(|_| registration.is_some_and(RegistrationFacts::has_pass)).unwrap_or_default(),
            page_link: links.page.clone(),
            decline_link: links.decline.clone().unwrap_or_default(),
            mandate_ended: registration.is_some_and(|r| matches!(r.reason, Some(Reason::MandateEnded { .. }))),
            calendar_declined: registration.is_some_and(|r| r.reason == Some(Reason::CalendarDeclined)),
            objection_accepted: objection.is_some_and(|answer| answer.accepted),
            objection_reason: objection.map(|answer| answer.reason.clone()).unwrap_or_default(),
            takes_answers: sender.takes_answers,
            event_link: links.event.clone().unwrap_or_default(),
            privacy_link: format!("{}/{}/privacy", sender.base_url, language.code()),
            sender: sender.name.clone(),
        }
    }
}

/// Whether only the person's own way of attending changed.
pub fn is_own_switch(mail: &Snapshot) -> bool {
    !mail.changes.is_empty() && mail.changes.iter().all(|c| c.field == ChangedField::Mode)
}

fn greeting(texts: &Catalogue, mail: &Snapshot) -> String {
    let name = mail.recipient.name.trim();
    if matches!(mail.kind, MailKind::ProveAddress | MailKind::SubstituteOffer) || name.is_empty() || looks_like_a_link(name) {
        return texts.t(mail.language, "mail-common-greeting_nobody", &[]);
    }
    texts.t(mail.language, "mail-common-greeting", &[("name", name.into())])
}

/// Who offers a seat, where the name is plain.
fn asker(mail: &Snapshot) -> String {
    let About::Offer(facts) = &mail.about else { return String::new() };
    substitute::plain_name(&facts.asker).unwrap_or_default().to_owned()
}

fn answer_before(mail: &Snapshot, event: &EventFacts) -> Option<Instant> {
    match &mail.about {
        About::Offer(_) => Some(substitute::answer_before(mail.made_at, event.starts_at)),
        _ => event.answer_before,
    }
}

fn agenda(texts: &Catalogue, language: Language, event: &EventFacts) -> Vec<AgendaView> {
    let line = |a: &AgendaLine| AgendaView {
        at: format::bare_time(language, a.at),
        title: a.withheld.map_or_else(|| a.title.clone(), |tlp| texts.agenda_withheld(language, tlp)),
        speaker: a.speaker.clone(),
    };
    event.agenda.iter().map(line).collect()
}

fn change(texts: &Catalogue, language: Language, event: &EventFacts, change: &FactChange) -> ChangeView {
    let hidden = change.field == ChangedField::JoinLink && event.tlp.hides_join_link();
    let word = |fact: &Fact| match fact {
        _ if hidden => texts.t(language, "mail-common-on_page", &[]),
        Fact::At(at) => format::date_time(language, *at),
        Fact::Text(text) if text.trim().is_empty() => texts.t(language, "mail-common-nothing", &[]),
        Fact::Text(text) => text.clone(),
        Fact::Mode(mode) => texts.mode(language, *mode),
        Fact::Format(format) => texts.word(language, "format", format.code()),
    };
    ChangeView { what: texts.word(language, "changed", change.field.code()), from: word(&change.from), to: word(&change.to) }
}

const fn colour(tlp: Tlp) -> &'static str {
    match tlp {
        Tlp::Clear => "#ffffff",
        Tlp::Green => "#33ff00",
        Tlp::Amber | Tlp::AmberStrict => "#ffc000",
        Tlp::Red => "#ff2b2b",
    }
}
