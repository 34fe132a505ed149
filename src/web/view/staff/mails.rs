//! The mail room: lists of mails, one mail, and many at once.

use serde::Serialize;

use super::{Input, Pair, Tab};
use crate::web::view::{Hidden, Link, View};

/// A mail in a list.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MailRow {
    /// Which mail.
    pub kind: String,
    /// Its own page.
    pub href: String,
    /// To whom.
    pub to: String,
    /// In which language.
    pub language: String,
    /// Title of the event it is about; empty for a test mail, and where the list is of one event.
    pub event: String,
    /// The event's page; empty when the reader may not see it.
    pub event_href: String,
    /// Whether it came in: then `to` is who sent it, and `owed` is when it came.
    pub came: bool,
    /// When it was owed.
    pub owed: String,
    /// When the next server took it; empty when it did not.
    pub sent: String,
    /// Status code.
    pub status: &'static str,
    /// Status in words.
    pub status_label: String,
    /// Tries, in words; empty when there was none.
    pub attempts: String,
    /// When it is tried next; empty when it is due or not to be tried.
    pub next: String,
    /// What the other server said last; may be empty.
    pub said: String,
    /// Where another try is asked for; empty when there can be none.
    pub retry: String,
    /// Where it is given up; empty when it cannot be.
    pub abort: String,
}

/// A list of mails: of all events, or of one.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Mails {
    /// Title of the event; empty when the list is of all.
    pub of: String,
    /// Statuses.
    pub tabs: Vec<Tab>,
    /// Since when the oldest mail waits that is due; empty when none is.
    pub oldest: String,
    /// Words searched.
    pub search: String,
    /// Where the search goes.
    pub action: String,
    /// What of the filter is no field of the search.
    pub kept: Vec<Hidden>,
    /// The choices beside the search.
    pub filters: Vec<Input>,
    /// Rows.
    pub rows: Vec<MailRow>,
    /// Whether each row names its event.
    pub by_event: bool,
    /// Tokens.
    pub hidden: Vec<Hidden>,
    /// What may be done with all that the filter finds.
    pub all: Vec<Link>,
    /// What each kind says.
    pub previews: String,
    /// First page; empty on it.
    pub first: String,
    /// Next page; empty on the last.
    pub next: String,
}

impl View for Mails {
    const TEMPLATE: &'static str = "staff/mails";
}

/// One mail.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MailPage {
    /// Which mail.
    pub kind: String,
    /// Status code.
    pub status: &'static str,
    /// Status in words.
    pub status_label: String,
    /// What is known of it: when, how often, what was said.
    pub facts: Vec<Pair>,
    /// Whether the person has another mail that says where they stand, or this one does no longer hold: in words; empty where it holds.
    pub overtaken: String,
    /// The mail that holds now.
    pub holds: Option<Link>,
    /// Where another try is asked for; empty when there can be none.
    pub retry: String,
    /// Where it is given up; empty when it cannot be.
    pub abort: String,
    /// Where it is asked that they be told again; empty when they cannot be.
    pub again: String,
    /// What that button does.
    pub again_label: String,
    /// What that means.
    pub again_what: String,
    /// Tokens.
    pub hidden: Vec<Hidden>,
    /// What it says; `None` once erased.
    pub says: Option<MailSays>,
    /// The person's page; empty when there is none or the reader may not.
    pub person: String,
}

impl View for MailPage {
    const TEMPLATE: &'static str = "staff/mail";
}

/// What a mail says, with its personal links blotted out.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MailSays {
    /// Its language's code.
    pub lang: &'static str,
    /// Headers that matter.
    pub headers: Vec<Pair>,
    /// Subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// Where the HTML part is, as a page of its own.
    pub html: String,
    /// The calendar object in lines for people; none where there is none.
    pub calendar: Vec<Pair>,
    /// The source as a file; empty when the reader may not take files.
    pub source: String,
}

/// What is asked before many mails are tried again or given up.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ManyMails {
    /// The page's heading.
    pub heading: String,
    /// How many, and what becomes of them.
    pub lead: String,
    /// What was filtered by, in words.
    pub filter: Vec<Pair>,
    /// Where the button goes; empty when there is nothing to do.
    pub action: String,
    /// Tokens and filter.
    pub hidden: Vec<Hidden>,
    /// What the button does.
    pub button: String,
    /// Whether it gives up.
    pub danger: bool,
    /// Back to the list.
    pub back: Link,
}

impl View for ManyMails {
    const TEMPLATE: &'static str = "staff/many_mails";
}

/// A kind of mail in the list of all.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MailKindRow {
    /// Which.
    pub kind: String,
    /// Its own page.
    pub href: String,
    /// What makes it go.
    pub when: String,
}

/// All kinds of mail.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MailKinds {
    /// The kinds.
    pub rows: Vec<MailKindRow>,
}

impl View for MailKinds {
    const TEMPLATE: &'static str = "staff/mail_kinds";
}

/// One kind of mail with made-up people.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MailSample {
    /// Which kind.
    pub heading: String,
    /// Title of the event that it is about; empty for a made-up one.
    pub of: String,
    /// What makes it go.
    pub when: String,
    /// What can be chosen.
    pub fields: Vec<Input>,
    /// Where the choice goes.
    pub action: String,
    /// What it says.
    pub says: MailSays,
    /// Where a trial is asked for.
    pub trial: String,
    /// To whom it goes.
    pub trial_what: String,
    /// Tokens and what is chosen.
    pub hidden: Vec<Hidden>,
}

impl View for MailSample {
    const TEMPLATE: &'static str = "staff/mail_sample";
}
