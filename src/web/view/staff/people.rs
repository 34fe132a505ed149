//! Lists of people: registrations, presence.

use serde::Serialize;

use super::{CheckedRow, FailingAddress, Input, MailRow, Pair, Tab};
use crate::web::view::{FormError, Hidden, Link, View};

/// A registration in the list.
#[derive(Clone, Debug, Serialize)]
pub struct PersonRow {
    /// Row number, where many can be answered at once; empty where there is nothing to answer.
    pub pick: String,
    /// Name.
    pub name: String,
    /// Their page.
    pub href: String,
    /// Address.
    pub email: String,
    /// Organisation.
    pub organisation: String,
    /// Sector in words.
    pub sector: String,
    /// Way of attending.
    pub mode: String,
    /// State code.
    pub state: &'static str,
    /// State in words.
    pub state_label: String,
    /// Place in line and the rule that decided; empty when there is nothing to explain.
    pub why: String,
    /// What their calendar answers to the invitation as it is now; empty when it does not.
    pub rsvp: String,
    /// When they registered, in short.
    pub since: String,
    /// Presence in words; empty when there is no proof.
    pub present: String,
}

/// An event's registrations.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Registrations {
    /// Title of the event.
    pub event: String,
    /// States with their counts.
    pub tabs: Vec<Tab>,
    /// What was searched.
    pub search: String,
    /// Where the search goes.
    pub action: String,
    /// The state kept while searching.
    pub hidden: Vec<Hidden>,
    /// What else the list can be narrowed by.
    pub filters: Vec<Input>,
    /// Where those who are ticked are answered; empty where nobody can be.
    pub answer: String,
    /// Token and filter of that form.
    pub filtered: Vec<Hidden>,
    /// The rows.
    pub rows: Vec<PersonRow>,
    /// The next page; empty on the last.
    pub next: String,
    /// The first page; empty on it.
    pub first: String,
    /// The file of all that the list shows; empty when the reader may not.
    pub export: String,
    /// The same as a workbook; empty when the reader may not.
    pub workbook: String,
    /// Where a message to all that it shows is written; empty when the reader may not.
    pub message: String,
    /// Where messages that were sent are; empty when the reader may not.
    pub messages: String,
    /// Where people are entered by hand; empty when the reader may not.
    pub enter: String,
}

impl View for Registrations {
    const TEMPLATE: &'static str = "staff/registrations";
}

/// One thing that happened.
#[derive(Clone, Debug, Serialize)]
pub struct HistoryRow {
    /// When.
    pub when: String,
    /// What.
    pub what: String,
    /// The rule that decided and who did it; may be empty.
    pub why: String,
}

/// Somebody else whom the seat was, is, or is offered to.
#[derive(Clone, Debug, Serialize)]
pub struct Related {
    /// What they are to it.
    pub label: String,
    /// Their page; empty when there is none.
    pub href: String,
    /// Who.
    pub name: String,
    /// Until when they can answer; may be empty.
    pub until: String,
}

/// A proof of somebody's presence.
#[derive(Clone, Debug, Serialize)]
pub struct ProofRow {
    /// Where it comes from, or what staff says.
    pub what: String,
    /// When they were there; empty where staff speaks of the whole event.
    pub when: String,
    /// When it was written down, and by whom.
    pub recorded: String,
    /// The device, labelled; may be empty.
    pub device: String,
    /// Why staff says so, labelled; may be empty.
    pub reason: String,
    /// Code of what it comes to.
    pub weight: &'static str,
    /// What it comes to, in words.
    pub weight_label: String,
    /// That it was taken back, when and by whom; empty while it stands.
    pub taken_back: String,
    /// Why; may be empty.
    pub because: String,
    /// Where it is taken back; empty where it cannot be.
    pub take_back: String,
}

/// What is recorded of somebody's presence.
#[derive(Clone, Debug, Serialize)]
pub struct PresencePart {
    /// Whether they count as present, as a sentence.
    pub standing: String,
    /// Minutes inside the event, and how many are asked; empty where none are known.
    pub minutes: String,
    /// Every proof, oldest first.
    pub proofs: Vec<ProofRow>,
    /// Where it is corrected; empty where it cannot be.
    pub correct: String,
    /// What they say about it, oldest first; none for who cannot correct it.
    pub objections: Vec<ObjectionRow>,
}

/// An objection to what is recorded.
#[derive(Clone, Debug, Serialize)]
pub struct ObjectionRow {
    /// Who objects; empty on their own page.
    pub name: String,
    /// Their page; empty there.
    pub href: String,
    /// When they said so, for people.
    pub when: String,
    /// What is not right.
    pub claim: String,
    /// In their words; may be empty.
    pub text: String,
    /// What was answered, when and by whom; empty while it waits.
    pub answered: String,
    /// Why.
    pub because: String,
    /// Where it is answered; empty once it is.
    pub answer: String,
}

/// Everybody who waits for an answer to an objection at an event.
#[derive(Clone, Debug, Serialize)]
pub struct ObjectionsPage {
    /// The event's title.
    pub event: String,
    /// Who, the longest waiting first.
    pub rows: Vec<ObjectionRow>,
}

impl View for ObjectionsPage {
    const TEMPLATE: &'static str = "staff/objections";
}

/// One registration.
#[derive(Clone, Debug, Serialize)]
pub struct PersonPage {
    /// Name.
    pub name: String,
    /// State code.
    pub state: &'static str,
    /// State in words.
    pub state_label: String,
    /// What is known.
    pub facts: Vec<Pair>,
    /// Who took over from whom.
    pub related: Vec<Related>,
    /// What is recorded of their presence; `None` where there is nothing to show or do.
    pub presence: Option<PresencePart>,
    /// What happened, oldest first.
    pub history: Vec<HistoryRow>,
    /// How mail to the address fails; `None` when it does not, or the reader may not see mails.
    pub failing: Option<FailingAddress>,
    /// The mails about it, both ways, oldest first; none when the reader may not see them.
    pub mails: Vec<MailRow>,
    /// Whether each of them names its event: they are all about one.
    pub by_event: bool,
    /// Where a withdrawal is asked for; empty when there is nothing to withdraw from or the reader may not.
    pub withdraw: String,
    /// Where a request is accepted; empty when there is none to accept.
    pub approve: String,
    /// Where it is refused; empty when there is none to refuse.
    pub reject: String,
    /// Where somebody who waits is put before others; empty when they do not wait or the reader may not.
    pub promote: String,
    /// The note for colleagues; empty when there is none.
    pub note: String,
    /// Where it is written; empty when the reader may not.
    pub note_edit: String,
    /// Token of the form.
    pub hidden: Vec<Hidden>,
}

impl View for PersonPage {
    const TEMPLATE: &'static str = "staff/person";
}

/// An answer to many requests: what it would mean, or who was left alone.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AnswersCheck {
    /// Faults, for the summary.
    pub errors: Vec<FormError>,
    /// The page's heading.
    pub heading: String,
    /// How many get what.
    pub lead: String,
    /// Where the answer goes; empty when nobody gets one.
    pub action: String,
    /// Tokens, filter, and what is shown of whom.
    pub hidden: Vec<Hidden>,
    /// The reason in each language.
    pub fields: Vec<Input>,
    /// What the button does.
    pub button: String,
    /// Whether it refuses.
    pub danger: bool,
    /// Who, and what they get.
    pub people: Vec<CheckedRow>,
    /// Heading over who gets no answer.
    pub left_out: String,
    /// Who gets no answer, and why.
    pub others: Vec<CheckedRow>,
    /// Back to the list.
    pub back: Link,
}

impl View for AnswersCheck {
    const TEMPLATE: &'static str = "staff/answers_check";
}

/// Somebody at the door.
#[derive(Clone, Debug, Serialize)]
pub struct CheckInRow {
    /// Reference of the registration.
    pub reference: String,
    /// Name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// The way of attending, when it is not on site; empty when it is.
    pub mode: String,
    /// State code.
    pub state: &'static str,
    /// State in words, when it is not a seat; empty when it is.
    pub warning: String,
    /// Whether a proof of presence stands.
    pub present: bool,
    /// Folded name, address and organisation: what the script looks through.
    pub key: String,
}

/// The door.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CheckInPage {
    /// Title of the event.
    pub event: String,
    /// `112 present, 130 expected`, one line for each way of attending.
    pub standing: Vec<String>,
    /// That the event's day is still to come; empty from that day on.
    pub early: String,
    /// What was searched.
    pub search: String,
    /// Where the search goes.
    pub action: String,
    /// Where a mark goes.
    pub mark: String,
    /// Where taking back goes.
    pub undo: String,
    /// Tokens.
    pub hidden: Vec<Hidden>,
    /// The people.
    pub rows: Vec<CheckInRow>,
    /// That there are more than shown; empty when there are not.
    pub more: String,
    /// The desk, an app of the device that goes on without network.
    pub desk: String,
    /// Where all names are, to print.
    pub everybody: String,
    /// The last mark, to be taken back with one button: reference, or empty.
    pub last: String,
    /// Who that was.
    pub last_name: String,
    /// Whether marks can be made now.
    pub open: bool,
    /// What the script says of the names left: none, one, and several with `#` for their number; then the same where the
    /// server may know more.
    pub found: [String; 6],
    /// The script that makes typing quick.
    pub script: String,
}

impl View for CheckInPage {
    const TEMPLATE: &'static str = "staff/check_in";
}

/// A name of the door list.
#[derive(Clone, Debug, Serialize)]
pub struct DoorListRow {
    /// Name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Way of attending.
    pub mode: String,
    /// State code.
    pub state: &'static str,
    /// State in words, when it is not a seat; empty when it is.
    pub warning: String,
    /// Whether a proof of presence stands.
    pub present: bool,
}

/// Everybody who may come to the door, to print.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DoorList {
    /// Title of the event.
    pub event: String,
    /// When it takes place.
    pub when: String,
    /// As on the check-in page.
    pub standing: Vec<String>,
    /// Back to the check-in page.
    pub back: String,
    /// Everybody, by name.
    pub rows: Vec<DoorListRow>,
}

impl View for DoorList {
    const TEMPLATE: &'static str = "staff/door_list";
}
