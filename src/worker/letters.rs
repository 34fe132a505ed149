//! From rows of the outbox to the bytes that go out. It must not know when or how they go.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::app::{App, AppError};
use crate::db::outbox::Row;
use crate::domain::email::EmailAddress;
use crate::domain::ids::FactsId;
use crate::domain::language::Language;
use crate::domain::mail_tag::Tag;
use crate::mail::message::{About, EventFacts, Links, Message, Snapshot, Unsubscribe};
use crate::mail::render::{Composed, Mailroom};
use crate::mail::stored;

/// What is said of events that is kept in memory: a few kilobytes each.
const KNOWN: usize = 200;

/// A mail with what it says of its event.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The row.
    pub row: Row,
    /// `None` when it stands in the row itself, as once it did in every row, or it is about none.
    event: Option<Arc<EventFacts>>,
}

impl Letter {
    /// Whether only members and their guests may read it, or that is not said beside it.
    pub fn is_for_members(&self) -> bool {
        self.event.as_ref().is_none_or(|event| event.for_members)
    }

    /// What it says to the person, and of its event, where it is about one.
    ///
    /// # Errors
    /// When what is stored cannot be read; says so.
    pub fn read(&self) -> Result<(Snapshot, Option<Arc<EventFacts>>), String> {
        stored::read(&self.row.snapshot, self.event.as_ref())
    }
}

/// Makes letters of rows.
#[derive(Clone)]
pub struct Letters {
    app: App,
    mailroom: Arc<Mailroom>,
    known: Arc<Mutex<HashMap<FactsId, Arc<EventFacts>>>>,
}

impl Letters {
    /// With the texts and signatures of `mailroom`.
    pub fn new(app: App, mailroom: Arc<Mailroom>) -> Self {
        Self { app, mailroom, known: Arc::default() }
    }

    /// Puts what they say of their events to these rows. Events that many mails are about are read once.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn of(&self, rows: Vec<Row>) -> Result<Vec<Letter>, AppError> {
        let known = |id: FactsId| self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned();
        let mut found: HashMap<FactsId, Arc<EventFacts>> =
            rows.iter().filter_map(|row| row.facts_id).filter_map(|id| Some((id, known(id)?))).collect();
        let mut unknown: Vec<FactsId> = rows.iter().filter_map(|row| row.facts_id).filter(|id| !found.contains_key(id)).collect();
        unknown.sort_unstable();
        unknown.dedup();
        if !unknown.is_empty() {
            let read = self.app.event_facts(unknown).await?;
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            if known.len() + read.len() > KNOWN {
                known.clear();
            }
            known.extend(read.iter().map(|(id, event)| (*id, event.clone())));
            found.extend(read);
        }
        let letter = |row: Row| Letter { event: row.facts_id.and_then(|id| found.get(&id).cloned()), row };
        Ok(rows.into_iter().map(letter).collect())
    }

    /// With the addresses that only we can make: for answers, for bounces, and out of mails that nobody asked for.
    fn with_addresses(&self, links: Links, row: &Row, language: Language) -> Links {
        let (sender, secrets) = (self.mailroom.sender(), &self.app.secrets);
        let tagged = |tag: Tag| sender.tagged(&secrets.mail_tag(tag));
        let unsubscribe = || {
            let tag = Tag::Unsubscribe(row.id);
            let page = format!("{}/{language}/u/{}", sender.base_url, secrets.mail_tag(tag));
            Unsubscribe { page, address: tagged(tag) }
        };
        Links {
            answers: row.registration_id.map(|id| tagged(Tag::Answer(id))),
            bounces: Some(tagged(Tag::Bounce(row.id))),
            unsubscribe: row.kind.may_be_unsubscribed().then(unsubscribe),
            ..links
        }
    }

    /// The bytes of a letter; the same at every try.
    ///
    /// # Errors
    /// When the letter cannot be read or made; says why.
    pub fn make(&self, letter: &Letter) -> Result<Composed, String> {
        let sender = self.mailroom.sender();
        let (mail, event) = letter.read()?;
        let secrets = &self.app.secrets;
        let (base_url, language) = (&sender.base_url, mail.language);
        let links = match (&mail.about, event.as_deref()) {
            (About::Registration(facts), Some(event)) => {
                let links = Links::new(base_url, language, event, &secrets.page_token(&facts.reference));
                let links = links.with_pass(secrets.pass(&facts.reference).grouped());
                let links = match letter.row.registration_id {
                    Some(id) => links.joined_at(base_url, language, &secrets.join_token(id)),
                    None => links,
                };
                match &facts.attested {
                    Some(attested) => links.checked_at(base_url, language, &secrets.attestation_token(&attested.reference)),
                    None => links,
                }
            }
            (About::Invitation(facts), Some(event)) => Links::of_invitation(base_url, language, event, &secrets.invitation_token(&facts.reference)),
            (About::Guest(facts), Some(event)) => Links::of_guests(base_url, language, event, &secrets.page_token(&facts.reference)),
            (About::Offer(facts), Some(event)) => Links::of_offer(base_url, language, event, &secrets.offer_token(&facts.reference)),
            (About::Mandate(facts), _) => {
                let key = EmailAddress::parse(&mail.recipient.email).map_err(|fault| format!("stored address: {}", fault.code()))?.key();
                Links::of_mandate(base_url, language, &secrets.question_token(&facts.reference, &key))
            }
            (_, None) => return Err("what it says of its event is not kept".into()),
        };
        let message_id = format!("{}@{}", letter.row.message_id, sender.domain);
        let links = self.with_addresses(links, &letter.row, mail.language);
        self.mailroom.compose(Message { mail: &mail, event: event.as_deref(), links: &links }, &message_id).map_err(|e| e.to_string())
    }
}
