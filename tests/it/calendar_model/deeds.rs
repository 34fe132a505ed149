//! What people and organisers do, by chance. What is refused must send nothing.

use chrono::Duration;
use quarterdeck::app::answer_offer::Takeover;
use quarterdeck::app::edit_event::Edit;
use quarterdeck::app::offer_seat::Colleague;
use quarterdeck::app::register::Command;
use quarterdeck::app::save_event::Texts;
use quarterdeck::app::secrets::hash;
use quarterdeck::app::tell_again::Told;
use quarterdeck::app::{Actor, AppError, enter};
use quarterdeck::domain::event::Schedule;
use quarterdeck::domain::ids::{OfferId, Reference, RegistrationId};
use quarterdeck::domain::language::Language;
use quarterdeck::domain::mode::Mode;
use quarterdeck::domain::registration::State;
use quarterdeck::domain::seats::{Pool, SeatRules};
use quarterdeck::domain::sector::Sector;

use super::{PEOPLE, Play, link, texts, venue};
use crate::model::{Dice, Typed, address};

impl Play {
    /// Time passes, the post works, and one thing is done; says which.
    pub async fn step(&mut self, dice: &mut Dice) -> String {
        self.now += Duration::seconds(1 + dice.of(&[0, 30, 600, 3_600, 14_400]) + dice.up_to(60) as i64);
        self.clock.set(self.now);
        if dice.up_to(3) > 0 {
            self.post.send(&self.app, dice, self.now).await;
        }
        self.post.arrive(dice).unwrap_or_else(|wrong| panic!("{wrong}"));
        self.again.clear();
        (self.quiet, self.hidden_link, self.mails_before) = (false, false, self.last_mail());
        let who = dice.up_to(PEOPLE);
        match dice.up_to(100) {
            0..14 => self.enter(who, dice).await,
            14..22 => self.sign_up(who, dice).await,
            22..28 => self.withdraw(who).await,
            28..34 => self.rejoin(who).await,
            34..40 => self.switch_mode(who, dice.of(Mode::ALL)).await,
            40..54 => self.reschedule(dice).await,
            54..58 => self.edit_texts(dice).await,
            58..62 => self.hand_on(who, dice).await,
            62..65 => self.reject(who).await,
            65..68 => self.accept(who).await,
            68..71 => self.erase(who).await,
            71..74 => self.tell_again(who).await,
            74..76 => self.change_seats(dice).await,
            76..81 => self.refresh(who).await,
            81..99 => self.answer(who, dice).await,
            _ if dice.up_to(4) == 0 => self.call_off().await,
            _ => self.withdraw(who).await,
        }
    }

    /// Who is refused hears nothing; only a fault of the service is one of the test.
    fn noted<T>(&mut self, what: String, done: Result<T, AppError>) -> String {
        match done {
            Ok(_) => what,
            Err(AppError::Fault(fault)) => panic!("{what}: {fault}"),
            Err(refusal) => {
                self.quiet = true;
                format!("{what}, refused: {refusal:?}")
            }
        }
    }

    pub fn row(&mut self, who: usize) -> Option<RegistrationId> {
        let of = format!("event_id = {} AND email = '{}' AND erased_at IS NULL", self.event, mailbox(who));
        let found = self.sql.words(&format!("SELECT CAST(id AS TEXT) AS value FROM registration WHERE {of}")).pop()?;
        Some(RegistrationId(found.parse().expect("a number")))
    }

    pub async fn enter(&mut self, who: usize, dice: &mut Dice) -> String {
        let entry = enter::Entry {
            name: format!("Person {who}").parse_name(),
            email: mailbox(who).parse_address(),
            organisation: "Haven NV".to_owned().parse_organisation(),
            sector: Sector::Private,
            mode: Some(dice.of(Mode::ALL)),
            language: dice.of(Language::ALL),
        };
        let done = self.app.enter(self.event, vec![entry], Actor::Operator, self.now).await;
        self.noted(format!("enter {who}"), done)
    }

    async fn sign_up(&mut self, who: usize, dice: &mut Dice) -> String {
        let command = Command {
            event: self.event,
            name: format!("Person {who}").parse_name(),
            email: mailbox(who).parse_address(),
            organisation: "Haven NV".to_owned().parse_organisation(),
            sector: Sector::Private,
            mode: Some(dice.of(Mode::ALL)),
            language: dice.of(Language::ALL),
            form_key: format!("{}-{}-{who}", self.event, self.now),
        };
        // Who has a seat is told of it once more.
        self.again.insert(mailbox(who));
        let done = self.app.register(command, self.now).await;
        let what = self.noted(format!("sign up {who}"), done);
        let Some(row) = self.row(who).filter(|_| !self.quiet) else { return what };
        let words = self.sql.words(&format!("SELECT reference AS value FROM registration WHERE id = {row}"));
        let token = self.app.secrets.page_token(&Reference::parse(&words[0]).expect("a reference"));
        self.now += Duration::seconds(90);
        if let Err(AppError::Fault(fault)) = self.app.prove_address(self.event, &hash(&token), self.now).await {
            panic!("{what}: {fault}");
        }
        what
    }

    async fn withdraw(&mut self, who: usize) -> String {
        let Some(row) = self.row(who) else { return "nobody withdraws".into() };
        let done = self.app.withdraw(row, Actor::Person, None, self.now).await;
        self.noted(format!("withdraw {who}"), done)
    }

    async fn rejoin(&mut self, who: usize) -> String {
        let Some(row) = self.row(who) else { return "nobody comes back".into() };
        let done = self.app.rejoin(row, self.now).await;
        self.noted(format!("rejoin {who}"), done)
    }

    async fn switch_mode(&mut self, who: usize, to: Mode) -> String {
        let Some(row) = self.row(who) else { return "nobody switches".into() };
        let done = self.app.switch_mode(row, to, Actor::Person, self.now).await;
        self.noted(format!("switch {who} to {to}"), done)
    }

    /// Another time, another end, another place, another link, several of them, or nothing after all.
    async fn reschedule(&mut self, dice: &mut Dice) -> String {
        let event = self.present().await;
        let (mut schedule, mut place) = (event.schedule.clone(), event.place.clone());
        if dice.up_to(2) == 0 {
            schedule = self.schedule(dice);
        } else if dice.up_to(3) == 0 {
            schedule.ends_at += Duration::minutes(15);
        }
        if dice.up_to(3) == 0 {
            place.venue = venue(dice);
        }
        if dice.up_to(3) == 0 {
            place.join_link = link(dice);
        }
        self.hidden_link = place.join_link != event.place.join_link && event.tlp.hides_join_link();
        let Schedule { starts_at, ends_at, .. } = schedule;
        let same = (starts_at, ends_at) == (event.schedule.starts_at, event.schedule.ends_at) && place == event.place;
        let what = format!("reschedule to {starts_at} – {ends_at}, {}, {:?}", place.venue.nl, place.join_link);
        let done = if dice.up_to(2) == 0 {
            self.app.reschedule_event(self.event, None, schedule, place, Actor::Operator, self.now).await
        } else {
            let words = Texts { tlp: event.tlp, ..texts(dice) };
            self.edit(Edit { texts: words, follows: None, schedule, place, seats: event.seats }).await
        };
        self.quiet = same;
        self.noted(what, done)
    }

    async fn edit(&mut self, edit: Edit) -> Result<quarterdeck::app::reschedule_event::Rescheduled, AppError> {
        self.app.edit_event(self.event, None, edit, Actor::Operator, self.now).await
    }

    async fn edit_texts(&mut self, dice: &mut Dice) -> String {
        let event = self.present().await;
        let words = Texts { tlp: event.tlp, ..texts(dice) };
        let what = format!("call it {}", words.title.en);
        let done = self.app.edit_texts(self.event, None, words, None, Actor::Operator, self.now).await;
        self.quiet = true;
        self.noted(what, done)
    }

    /// A seat goes from one to another, who may be somebody new.
    async fn hand_on(&mut self, from: usize, dice: &mut Dice) -> String {
        let to = dice.up_to(PEOPLE);
        let what = format!("{from} hands on to {to}");
        let Some(row) = self.row(from) else { return what };
        let colleague = Colleague { name: format!("Person {to}").parse_name(), email: mailbox(to).parse_address(), language: Language::En };
        let done = self.app.offer_seat(row, colleague, self.now).await;
        let what = self.noted(what, done);
        if self.quiet {
            return what;
        }
        let offer = self.sql.number(&format!("SELECT max(id) AS value FROM substitute_offer WHERE event_id = {}", self.event));
        let mode = self.sql.words(&format!("SELECT mode AS value FROM registration WHERE id = {row}")).remove(0);
        let seen = Mode::ALL.iter().copied().find(|known| known.code() == mode).expect("a mode");
        let form = Takeover { name: format!("Person {to}").parse_name(), language: dice.of(Language::ALL), seen };
        self.now += Duration::minutes(5);
        match self.app.accept_offer(self.event, OfferId(offer), form, self.now).await {
            Err(AppError::Fault(fault)) => panic!("{what}: {fault}"),
            done => format!("{what}: {done:?}"),
        }
    }

    async fn reject(&mut self, who: usize) -> String {
        let Some(row) = self.row(who) else { return "nobody is refused".into() };
        let done = self.app.reject(row, "Not this time".into(), Actor::Operator, self.now).await;
        self.noted(format!("refuse {who}"), done)
    }

    async fn accept(&mut self, who: usize) -> String {
        let Some(row) = self.row(who) else { return "nobody is accepted".into() };
        let done = self.app.approve(row, Actor::Operator, self.now).await;
        self.noted(format!("accept {who}"), done)
    }

    async fn erase(&mut self, who: usize) -> String {
        let Some(row) = self.row(who) else { return "nobody is erased".into() };
        let done = self.app.erase(row, Actor::Person, self.now).await;
        self.noted(format!("erase {who}"), done)
    }

    async fn tell_again(&mut self, who: usize) -> String {
        let Some(row) = self.row(who) else { return "nobody is told again".into() };
        let told = self.app.tell_again(row, Actor::Operator, self.now).await.expect("told");
        self.quiet = told != Told::Owed;
        self.again.insert(mailbox(who));
        format!("tell {who} again: {told:?}")
    }

    async fn change_seats(&mut self, dice: &mut Dice) -> String {
        let seats = seats(dice);
        let done = self.app.change_seats(self.event, None, seats, Actor::Operator, self.now).await;
        self.noted(format!("change seats to {seats:?}"), done)
    }

    async fn call_off(&mut self) -> String {
        let done = self.app.cancel_event(self.event, None, None, Actor::Operator, self.now).await;
        self.noted("call off".into(), done)
    }

    /// Where everybody stands, by UID.
    pub fn standing(&mut self) -> Vec<String> {
        self.sql.words("SELECT uid || ' ' || state AS value FROM registration ORDER BY uid")
    }

    pub fn is_confirmed(&mut self, uid: &str) -> bool {
        self.sql.count("registration", &format!("uid = '{uid}' AND state = '{}' AND erased_at IS NULL", State::Confirmed.code())) == 1
    }
}

pub fn seats(dice: &mut Dice) -> SeatRules {
    let mut pool = || Pool { capacity: Some(1 + dice.up_to(5) as u32), ..Pool::default() };
    SeatRules { on_site: pool(), online: pool(), release_at: None }
}

/// Somebody's address: of a domain that signs.
pub fn mailbox(who: usize) -> String {
    address(who).replace("example.be", "haven.example")
}
