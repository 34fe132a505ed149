//! The post between the service and people's calendars: what is owed is made by the service itself, and arrives in any order, late or twice.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::Duration;
use quarterdeck::app::App;
use quarterdeck::app::mail_room::{Note, Tried};
use quarterdeck::clock::Instant;
use quarterdeck::db::outbox::{MailStatus, Row};
use quarterdeck::domain::ids::{FactsId, MailId};
use quarterdeck::i18n::Catalogue;
use quarterdeck::mail::render::{Mailroom, Templates};
use quarterdeck::mail::sender::Sender;
use quarterdeck::worker::letters::Letters;

use super::attendee::{Calendar, Message};
use crate::model::Dice;
use crate::support::attendee::DOMAIN;
use crate::support::mail::Received;

/// A mail with an invitation, on its way.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its row: later ones were owed later.
    pub id: i64,
    pub to: String,
    pub message: Arc<Message>,
}

/// Everything between the outbox and the calendars.
pub struct Post {
    letters: Letters,
    made: BTreeMap<(MailId, Option<FactsId>), Option<Item>>,
    /// Sent, and not there yet.
    pub under_way: Vec<Item>,
    /// What arrived once, and may come again.
    arrived: Vec<Item>,
    /// What people see at this moment.
    pub calendars: BTreeMap<String, Calendar>,
    /// Of every UID the messages in the order in which they were owed.
    pub told: BTreeMap<String, BTreeMap<i64, Arc<Message>>>,
}

impl Post {
    pub fn new(app: &App) -> Self {
        let texts = Arc::new(Catalogue::load(None).expect("texts"));
        let templates = Templates::load(None, &texts).expect("mail templates");
        let sender = Sender::parse(&format!("Quarterdeck <events@{DOMAIN}>"), DOMAIN, "https://quarterdeck.example").expect("a sender");
        let letters = Letters::new(app.clone(), Arc::new(Mailroom::new(texts, templates, sender, Vec::new())));
        let none = BTreeMap::new();
        Self { letters, made: BTreeMap::new(), under_way: Vec::new(), arrived: Vec::new(), calendars: none, told: BTreeMap::new() }
    }

    /// What is owed, made as it would go out now; of rows that say the same as before it is known.
    async fn make(&mut self, rows: Vec<Row>) -> Vec<Item> {
        let keys: Vec<_> = rows.iter().map(|row| (row.id, row.facts_id)).collect();
        let unknown = rows.into_iter().filter(|row| !self.made.contains_key(&(row.id, row.facts_id))).collect();
        for letter in self.letters.of(unknown).await.expect("letters") {
            let mail = self.letters.make(&letter).expect("a mail");
            let item = invitation(&Received { sender: mail.envelope_from, recipients: vec![mail.rcpt.clone()], raw: mail.bytes });
            let item = item.map(|message| Item { id: letter.row.id.0, to: mail.rcpt, message: Arc::new(message) });
            if let Some(item) = &item {
                self.told.entry(item.message.uid.clone()).or_default().insert(item.id, item.message.clone());
            }
            self.made.insert((letter.row.id, letter.row.facts_id), item);
        }
        keys.iter().filter_map(|key| self.made.get(key)?.clone()).collect()
    }

    /// A sender at work: it takes what it may, and brings some of it to the next server.
    pub async fn send(&mut self, app: &App, dice: &mut Dice, now: Instant) {
        let rows = app.claim_mails(1 + dice.up_to(6) as i64, 60, now).await.expect("claimed");
        let (mut notes, mut given_back, mut sent) = (Vec::new(), Vec::new(), Vec::new());
        for row in rows {
            match dice.up_to(10) {
                0 => given_back.push(row.id),
                1 => {
                    let again_at = Some(now + Duration::minutes(5));
                    let (code, text) = ("451".to_owned(), "4.7.1 later".to_owned());
                    notes.push(Note { id: row.id, tried: Tried::Failed { code, text, again_at }, at: now });
                }
                _ => {
                    notes.push(Note { id: row.id, tried: Tried::Sent, at: now });
                    sent.push(row);
                }
            }
        }
        let items = self.make(sent).await;
        self.under_way.extend(items);
        app.note_mails(notes.into()).await.expect("noted");
        app.release_mails(given_back).await.expect("given back");
    }

    /// Some of what is under way arrives, in any order, and some of what was there before arrives again.
    pub fn arrive(&mut self, dice: &mut Dice) -> Result<(), String> {
        shuffle(&mut self.under_way, dice);
        let mut arriving = self.under_way.split_off(dice.up_to(self.under_way.len() + 1));
        self.arrived.extend(arriving.iter().cloned());
        arriving.extend(again(&self.arrived, dice));
        arriving.iter().try_for_each(|item| put(&mut self.calendars, item))
    }

    /// What people would see once everything that is owed or under way had arrived, in whatever order.
    pub async fn at_last(&mut self, app: &App, dice: &mut Dice) -> Result<BTreeMap<String, Calendar>, String> {
        let owed = app.mails(Some(MailStatus::Queued), 1_000).await.expect("mails");
        let mut coming = self.make(owed).await;
        coming.extend(self.under_way.iter().cloned());
        let twice = again(&coming, dice);
        coming.extend(twice);
        coming.extend(again(&self.arrived, dice));
        shuffle(&mut coming, dice);
        let mut calendars = self.calendars.clone();
        coming.iter().try_for_each(|item| put(&mut calendars, item))?;
        Ok(calendars)
    }
}

/// The calendar object of a mail, where it has one: in the part that calendars read, and the same again as a file.
fn invitation(mail: &Received) -> Option<Message> {
    let parts = mail.parts();
    let of = |mime: &str| parts.iter().filter(|part| part.mime == mime).collect::<Vec<_>>();
    let (calendars, files) = (of("text/calendar"), of("application/ics"));
    let [calendar] = calendars[..] else {
        assert!(calendars.is_empty() && files.is_empty(), "{} calendars in {}", calendars.len(), mail.kind());
        return None;
    };
    let message = Message::read(&calendar.text).unwrap_or_else(|wrong| panic!("{wrong} in\n{}", calendar.text));
    assert_eq!(calendar.method.as_deref(), Some(message.method.as_str()), "MIME and object agree");
    assert!(files.len() == 1 && files[0].text == calendar.text, "the file is the same object");
    assert_eq!(mail.to(), mail.recipients, "one mail for one person");
    Some(message)
}

fn put(calendars: &mut BTreeMap<String, Calendar>, item: &Item) -> Result<(), String> {
    calendars.entry(item.to.clone()).or_insert_with(|| Calendar::of(&item.to)).take(&item.message)
}

/// A few of these once more.
fn again(items: &[Item], dice: &mut Dice) -> Vec<Item> {
    if items.is_empty() {
        return Vec::new();
    }
    (0..dice.up_to(4)).map(|_| items[dice.up_to(items.len())].clone()).collect()
}

fn shuffle(items: &mut [Item], dice: &mut Dice) {
    for last in (1..items.len()).rev() {
        items.swap(last, dice.up_to(last + 1));
    }
}
