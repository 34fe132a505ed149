//! Substitutes: a seat goes from its holder to a colleague whom they name, in one piece; nobody is registered who did not agree, and what
//! was asked dies with the seat, the event and the time.

use chrono::Duration;
use quarterdeck::app::answer_offer::Takeover;
use quarterdeck::app::offer_seat::Colleague;
use quarterdeck::app::register::Command;
use quarterdeck::app::{Actor, App, AppError, enter, load_catalogue};
use quarterdeck::clock::{Clock, Instant};
use quarterdeck::db::{DatabaseUrl, migrate};
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::ids::{EventId, MailId, OfferId, Reference, RegistrationId};
use quarterdeck::domain::language::Language;
use quarterdeck::domain::member::Function;
use quarterdeck::domain::mode::Mode;
use quarterdeck::domain::registration::State;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::substitute::{ANSWER_DAYS, Refusal};
use quarterdeck::domain::text::{OrganisationName, PersonName};

use crate::both_databases;
use crate::organisations::register as register_organisation;
use crate::rosters::{day, member};
use crate::support::app;
use crate::support::databases::{Database, Kind};
use crate::support::scene::Scene;
use crate::support::sql::{Sql, moment};

const NOW: &str = "2026-11-20T09:00:00Z";
pub const START: &str = "2026-12-10T08:00:00Z";

pub fn at(text: &str) -> Instant {
    text.parse().expect("a moment")
}

pub fn name_of(local: &str) -> PersonName {
    PersonName::parse(local.split('@').next().unwrap_or(local)).expect("a name")
}

pub fn colleague(email: &str) -> Colleague {
    Colleague { name: name_of(email), email: EmailAddress::parse(email).expect("an address"), language: Language::Fr }
}

pub fn takeover(name: &str, seen: Mode) -> Takeover {
    Takeover { name: name_of(name), language: Language::De, seen }
}

/// One event of a platform; people are named by the local part of their address.
pub struct House {
    pub app: App,
    pub clock: Clock,
    pub event: EventId,
    database: Database,
}

impl House {
    pub async fn open(kind: Kind, scene: Scene) -> Option<Self> {
        Self::open_by(kind, scene.starts_at(at(START)), Clock::fixed(at(NOW))).await
    }

    /// The same by another clock, with an event that begins when its scene says.
    pub async fn open_by(kind: Kind, scene: Scene, clock: Clock) -> Option<Self> {
        let database = kind.fresh()?;
        migrate::migrate(&DatabaseUrl::parse(&database.url).expect("a URL")).expect("migrated");
        let app = app::open(&database.url, clock.clone());
        app.load_catalogue(load_catalogue::CCB, Actor::System, app.now()).await.expect("the catalogue");
        scene.put(&mut Sql::open(&database.url));
        let event = app.event_by_slug("here").await.expect("an event").stored.event.id;
        Some(Self { app, clock, event, database })
    }

    pub fn sql(&self) -> Sql {
        Sql::open(&self.database.url)
    }

    pub fn now(&self) -> Instant {
        self.app.now()
    }

    pub fn pass(&self, time: Duration) {
        self.clock.set(self.now() + time);
    }

    /// Enters somebody by hand: a seat, or a place in line.
    pub async fn enter(&self, email: &str, organisation: &str) {
        let entry = enter::Entry {
            name: name_of(email),
            email: EmailAddress::parse(email).expect("an address"),
            organisation: OrganisationName::parse(organisation).expect("a name"),
            sector: Sector::Academic,
            mode: None,
            language: Language::Nl,
        };
        self.app.enter(self.event, vec![entry], Actor::Operator, self.now()).await.expect("entered");
    }

    pub fn row(&self, email: &str) -> RegistrationId {
        RegistrationId(self.sql().number(&format!("SELECT id AS value FROM registration WHERE email = '{email}'")))
    }

    pub fn told(&self, of: &str, email: &str) -> String {
        self.sql().words(&format!("SELECT CAST({of} AS TEXT) AS value FROM registration WHERE email = '{email}'")).pop().unwrap_or_default()
    }

    pub fn state(&self, email: &str) -> String {
        self.told("state", email)
    }

    pub async fn ask(&self, from: &str, to: &str) -> Result<(), AppError> {
        self.app.offer_seat(self.row(from), colleague(to), self.now()).await
    }

    /// The last offer to this address.
    pub fn offer(&self, to: &str) -> OfferId {
        OfferId(self.sql().number(&format!("SELECT max(id) AS value FROM substitute_offer WHERE email = '{to}'")))
    }

    pub async fn accept(&self, to: &str) -> Result<State, AppError> {
        self.app.accept_offer(self.event, self.offer(to), takeover(to, Mode::OnSite), self.now()).await
    }

    pub fn offers(&self) -> Vec<String> {
        self.sql().words("SELECT state AS value FROM substitute_offer ORDER BY id")
    }

    pub fn mails(&self, to: &str) -> Vec<String> {
        self.sql().words(&format!("SELECT kind || ' ' || status AS value FROM outbox WHERE recipient = '{to}' ORDER BY id"))
    }

    /// The token of the last offer to this address.
    pub fn token(&self, to: &str) -> String {
        let words = self.sql().words(&format!("SELECT reference AS value FROM substitute_offer WHERE id = {}", self.offer(to)));
        self.app.secrets.offer_token(&Reference::parse(&words[0]).expect("a reference"))
    }

    pub async fn refusal(&self, to: &str) -> Option<Refusal> {
        self.app.offer_by_token(&self.token(to)).await.expect("a page").refusal
    }

    /// The mail of the last offer to this address.
    pub fn mail(&self, to: &str) -> MailId {
        MailId(self.sql().number(&format!("SELECT id AS value FROM outbox WHERE offer_id = {}", self.offer(to))))
    }

    pub async fn verified(&self) {
        assert_eq!(self.app.verify(self.now()).await.expect("verify runs"), []);
        assert_eq!(self.app.verify_journal(None).await.expect("the journal").flaws, []);
    }
}

pub fn refused<T: std::fmt::Debug>(done: Result<T, AppError>) -> Refusal {
    match done {
        Err(AppError::Substitute(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

both_databases! {
    /// Full house, somebody waits: the seat goes to the colleague all the same, with its sector, organisation and way of attending.
    async fn a_seat_goes_to_the_colleague_and_nobody_comes_between(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(1).quotas([Some(0), Some(1), None]).max_per_organisation(1)).await else { return };
        house.enter("an@haven.example", "Haven NV").await;
        house.enter("wim@other.example", "Other NV").await;
        let an = house.row("an@haven.example");
        house.ask("an@haven.example", "bo@haven.example").await.expect("asked");
        assert_eq!((house.state("an@haven.example"), house.offers()), ("confirmed".into(), vec!["open".to_owned()]));
        assert_eq!(house.mails("bo@haven.example"), ["substitute_offer queued"]);
        assert_eq!(house.sql().count("registration", "email = 'bo@haven.example'") + house.sql().count("person", "email_key = 'bo@haven.example'"), 0);
        house.sql().run(&format!("UPDATE outbox SET status = 'queued', kind = 'reminder' WHERE registration_id = {an} AND kind = 'registration_confirmed'"));
        house.verified().await;

        assert_eq!(house.accept("bo@haven.example").await.expect("taken over"), State::Confirmed);
        assert_eq!(house.state("an@haven.example"), "withdrawn");
        assert_eq!((house.state("bo@haven.example"), house.state("wim@other.example")), ("confirmed".into(), "waitlisted".into()));
        for same in ["mode", "sector", "organisation_id", "organisation_name"] {
            assert_eq!(house.told(same, "bo@haven.example"), house.told(same, "an@haven.example"), "{same}");
        }
        assert_ne!(house.told("uid", "bo@haven.example"), house.told("uid", "an@haven.example"));
        assert_eq!((house.told("sequence", "an@haven.example"), house.told("sequence", "bo@haven.example")), ("1".into(), "0".into()));
        assert_eq!(house.mails("an@haven.example"), ["reminder aborted", "withdrawn queued"], "what was owed of the seat is not sent");
        assert_eq!(house.mails("bo@haven.example"), ["substitute_offer aborted", "registration_confirmed queued"]);
        assert_eq!(house.sql().words("SELECT language AS value FROM outbox WHERE recipient = 'bo@haven.example' ORDER BY id"), ["fr", "de"]);
        assert_eq!(house.sql().number("SELECT CAST(taken_academic AS BIGINT) AS value FROM seat_pool WHERE mode = 'on_site'"), 1);
        let causes = house.sql().words("SELECT cause AS value FROM registration_change WHERE cause IN ('replaced', 'stood_in') ORDER BY cause");
        assert_eq!(causes, ["replaced", "stood_in"]);
        assert_eq!(house.sql().words("SELECT actor AS value FROM journal WHERE deed = 'seat_handed_on'"), ["person"]);
        assert_eq!(house.accept("bo@haven.example").await.expect("once more"), State::Confirmed, "twice answers the same");
        assert_eq!(house.sql().count("outbox", "kind = 'registration_confirmed' AND language = 'de'"), 1);
        house.verified().await;

        let told = house.app.succession(house.row("bo@haven.example"), house.now()).await.expect("a read");
        assert_eq!(told.before.map(|(_, name)| name).as_deref(), Some("an"));
        let told = house.app.succession(an, house.now()).await.expect("a read");
        assert_eq!(told.after.map(|(_, name)| name).as_deref(), Some("bo"));
        // On it goes: whoever has the seat now may name somebody, and the first may come in again at the end of the line.
        house.ask("bo@haven.example", "cy@haven.example").await.expect("asked");
        house.accept("cy@haven.example").await.expect("taken over");
        assert_eq!((house.state("bo@haven.example"), house.state("cy@haven.example")), ("withdrawn".into(), "confirmed".into()));
        house.enter("an@haven.example", "Haven NV").await;
        assert_eq!(house.state("an@haven.example"), "waitlisted");
        house.verified().await;
    }
}

both_databases! {
    /// Whom one may ask, how often, and until when.
    async fn not_everybody_may_ask_nor_be_asked(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(2)).await else { return };
        house.enter("an@haven.example", "Haven NV").await;
        register_organisation(&house.app, "Port Authority", Sector::Public, &["port.example"]).await;
        house.enter("eva@port.example", "Port Authority").await;
        house.enter("wim@haven.example", "Haven NV").await;
        assert_eq!(refused(house.ask("an@haven.example", "AN@haven.example").await), Refusal::Oneself);
        assert!(matches!(house.ask("wim@haven.example", "bo@haven.example").await, Err(AppError::WrongState(State::Waitlisted))), "a place in line is one's own");
        // Known by a domain: only there is somebody a colleague.
        assert_eq!(refused(house.ask("eva@port.example", "bo@haven.example").await), Refusal::OtherOrganisation);
        assert_eq!(refused(house.ask("eva@port.example", "bo@gmail.com").await), Refusal::OtherOrganisation);
        house.ask("eva@port.example", "bo@quay.port.example").await.expect("a part of it");
        // Three a day, and asking another takes the first back.
        for to in ["bo@haven.example", "cy@haven.example", "di@haven.example"] {
            house.ask("an@haven.example", to).await.expect("asked");
        }
        assert_eq!(refused(house.ask("an@haven.example", "ed@haven.example").await), Refusal::TooOften);
        assert_eq!(house.offers(), ["open", "taken_back", "taken_back", "open"]);
        assert_eq!(house.mails("bo@haven.example"), ["substitute_offer aborted"]);
        assert_eq!(refused(house.accept("bo@haven.example").await), Refusal::Over);
        house.app.take_offer_back(house.row("an@haven.example"), house.now()).await.expect("taken back");
        house.app.take_offer_back(house.row("an@haven.example"), house.now()).await.expect("twice");
        assert_eq!(house.offers(), ["open", "taken_back", "taken_back", "taken_back"]);
        house.pass(Duration::days(1) + Duration::seconds(1));
        house.ask("an@haven.example", "bo@haven.example").await.expect("a day later");
        // Where organisers decide about people, word of mouth is not enough.
        house.sql().run("UPDATE platform SET audience = 'approval' WHERE slug = 'qctr'");
        assert_eq!(refused(house.ask("an@haven.example", "cy@haven.example").await), Refusal::UnknownOrganisation);
        house.ask("eva@port.example", "cy@port.example").await.expect("known by its domain");
        house.accept("cy@port.example").await.expect("without another decision");
        house.sql().run("UPDATE platform SET audience = 'open' WHERE slug = 'qctr'");
        // The platform does not allow it any more: what is out opens nothing.
        house.sql().run("UPDATE platform SET allow_substitutes = FALSE WHERE slug = 'qctr'");
        assert_eq!(refused(house.ask("an@haven.example", "cy@haven.example").await), Refusal::NotAllowed);
        assert_eq!(refused(house.accept("bo@haven.example").await), Refusal::NotAllowed);
        assert_eq!(house.refusal("bo@haven.example").await, Some(Refusal::NotAllowed));
        let mail = MailId(house.sql().number(&format!("SELECT id AS value FROM outbox WHERE offer_id = {}", house.offer("bo@haven.example"))));
        assert!(house.app.hold_back(mail, house.now()).await.expect("a look"), "nor is it sent");
        assert_eq!(house.sql().count("substitute_offer", "email = 'bo@haven.example' AND state = 'open'"), 0, "nor does it stand again, untold, once it is allowed anew");
        house.sql().run("UPDATE platform SET allow_substitutes = TRUE WHERE slug = 'qctr'");
        house.clock.set(at(START));
        assert!(matches!(house.ask("an@haven.example", "cy@haven.example").await, Err(AppError::NotOpen(_))), "the event begins");
        house.verified().await;
    }
}

both_databases! {
    /// Whoever is known at the event already: in line, unproven, gone, with a seat, refused.
    async fn whoever_is_registered_leaves_the_line_or_is_refused(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(5)).await else { return };
        for who in ["a", "b", "c", "d", "e"] {
            house.enter(&format!("{who}@haven.example"), "Haven NV").await;
        }
        house.enter("waits@haven.example", "Waiting NV").await;
        let form = Command {
            event: house.event,
            name: name_of("unproven"),
            email: EmailAddress::parse("unproven@haven.example").expect("an address"),
            organisation: OrganisationName::parse("Typed NV").expect("a name"),
            sector: Sector::Private,
            mode: None,
            language: Language::En,
            form_key: "once".into(),
        };
        house.app.register(form, house.now()).await.expect("registered");
        // In line: out of it, into the seat, with what is the seat's.
        house.ask("a@haven.example", "waits@haven.example").await.expect("asked");
        assert_eq!(house.refusal("waits@haven.example").await, None);
        house.accept("waits@haven.example").await.expect("taken over");
        assert_eq!((house.state("waits@haven.example"), house.told("organisation_name", "waits@haven.example")), ("confirmed".into(), "Haven NV".into()));
        // Not proven yet: taking over proves it, and the other mail is not needed any more.
        house.ask("b@haven.example", "unproven@haven.example").await.expect("asked");
        house.accept("unproven@haven.example").await.expect("taken over");
        assert_eq!(house.told("sector", "unproven@haven.example"), "academic");
        assert_eq!(house.mails("unproven@haven.example"), ["prove_address aborted", "substitute_offer aborted", "registration_confirmed queued"]);
        // Gone before: the same registration, the same object in the calendar, newer.
        let uid = house.told("uid", "a@haven.example");
        house.ask("c@haven.example", "a@haven.example").await.expect("asked");
        house.accept("a@haven.example").await.expect("taken over");
        assert_eq!((house.told("uid", "a@haven.example"), house.told("sequence", "a@haven.example")), (uid, "2".into()));
        house.verified().await;
        // Has a seat, or was refused: nothing moves, and whoever asked is told nothing of it.
        house.ask("d@haven.example", "e@haven.example").await.expect("asked");
        assert_eq!(refused(house.accept("e@haven.example").await), Refusal::Registered(State::Confirmed));
        house.app.reject(house.row("e@haven.example"), "Not for us".into(), Actor::Operator, house.now()).await.expect("refused");
        assert_eq!(refused(house.accept("e@haven.example").await), Refusal::Registered(State::Rejected));
        assert_eq!(house.state("d@haven.example"), "confirmed");
        // Another way of attending than the page showed is shown again.
        house.ask("d@haven.example", "f@haven.example").await.expect("asked");
        let other = house.app.accept_offer(house.event, house.offer("f@haven.example"), takeover("f", Mode::Online), house.now()).await;
        assert!(matches!(other, Err(AppError::Stale)), "{other:?}");
        // Saying no, twice; and then it is too late for yes.
        house.app.decline_offer(house.event, house.offer("f@haven.example"), house.now()).await.expect("declined");
        house.app.decline_offer(house.event, house.offer("f@haven.example"), house.now()).await.expect("twice");
        assert_eq!(refused(house.accept("f@haven.example").await), Refusal::Over);
        assert_eq!((house.state("d@haven.example"), house.state("f@haven.example")), ("confirmed".into(), String::new()));
        house.verified().await;
    }
}

both_databases! {
    /// On a closed platform only a mandate for the same organisation lets somebody stand in, and nobody else hears of it.
    async fn only_a_mandate_for_the_same_organisation_stands_in(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").platform("csi-dpo").seats(5)).await else { return };
        let platform = house.app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        let put = async |name: &str, organisation: &str, function: Function, deputy: bool| {
            let mut one = member(name, organisation, function, ("2025-01-01", ""));
            one.deputy = deputy;
            house.app.add_member(platform, one, Actor::Operator, house.now()).await.expect("added")
        };
        let an = put("an", "FOD Bruggen", Function::Csi, false).await;
        let bo = put("bo", "FOD Bruggen", Function::Csi, true).await;
        put("cy", "FOD Wegen", Function::Csi, false).await;
        put("di", "FOD Bruggen", Function::Dpo, false).await;
        house.enter("an@example.be", "FOD Bruggen").await;
        for (to, mails) in [("cy@example.be", 0), ("stranger@example.be", 0), ("bo@example.be", 1)] {
            house.ask("an@example.be", to).await.expect("the answer is the same");
            assert_eq!(house.mails(to).len(), mails, "{to}");
        }
        assert_eq!(refused(house.accept("cy@example.be").await), Refusal::Over);
        house.verified().await;
        // The deputy's mandate ends while the mail is owed: it is not sent, the link opens nothing, the seat stays.
        house.app.end_member(platform, bo, None, day("2026-11-20"), Actor::Operator, house.now()).await.expect("ended");
        house.pass(Duration::days(1) + Duration::seconds(1));
        let mail = MailId(house.sql().number("SELECT id AS value FROM outbox WHERE recipient = 'bo@example.be' AND kind = 'substitute_offer'"));
        assert!(house.app.hold_back(mail, house.now()).await.expect("a look"));
        assert_eq!(refused(house.accept("bo@example.be").await), Refusal::Over);
        assert_eq!(house.state("an@example.be"), "confirmed");
        // A colleague in another function comes as a member, and goes with the mandate.
        house.ask("an@example.be", "di@example.be").await.expect("asked");
        house.accept("di@example.be").await.expect("taken over");
        assert_eq!((house.told("basis", "di@example.be"), house.state("an@example.be")), ("mandate".into(), "withdrawn".into()));
        house.verified().await;
        // Whose own mandate ends has nothing to offer any more.
        house.enter("an@example.be", "FOD Bruggen").await;
        house.ask("an@example.be", "di@example.be").await.expect("asked");
        house.app.end_member(platform, an, None, day("2026-11-21"), Actor::Operator, house.now()).await.expect("ended");
        house.pass(Duration::days(1));
        let mail = MailId(house.sql().number(&format!("SELECT id AS value FROM outbox WHERE offer_id = {}", house.offer("di@example.be"))));
        assert!(house.app.hold_back(mail, house.now()).await.expect("a look"), "nobody has noted it yet");
        assert_eq!(house.refusal("di@example.be").await, Some(Refusal::Over));
        house.app.close_doors(house.now()).await.expect("closed");
        assert_eq!(house.offers().pop().as_deref(), Some("lapsed"));
        house.verified().await;
    }
}

both_databases! {
    /// The seat, the event, the time and the names: with each of them the offer ends, and its mail.
    async fn offers_die_with_what_they_offer(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(9)).await else { return };
        for who in ["a", "b", "c", "d", "e"] {
            house.enter(&format!("{who}@haven.example"), "Haven NV").await;
            house.ask(&format!("{who}@haven.example"), &format!("for-{who}@haven.example")).await.expect("asked");
        }
        let owed = || house.sql().count("outbox", "kind = 'substitute_offer' AND status = 'queued'");
        house.app.withdraw(house.row("a@haven.example"), Actor::Person, None, house.now()).await.expect("withdrawn");
        assert_eq!(refused(house.accept("for-a@haven.example").await), Refusal::Over);
        house.app.erase(house.row("b@haven.example"), Actor::Person, house.now()).await.expect("erased");
        let asked = EmailAddress::parse("for-c@haven.example").expect("an address");
        let told = house.app.export_person(&asked, house.now()).await.expect("a record");
        assert_eq!((&told["asked_to_stand_in"][0]["event"], &told["asked_to_stand_in"][0]["state"]), (&"here".into(), &"open".into()), "{told}");
        assert_eq!(house.app.erase_person(&asked, house.now()).await.expect("erased").0.invitations, 1);
        assert!(matches!(house.app.export_person(&asked, house.now()).await, Err(AppError::NotFound)));
        assert_eq!(house.offers(), ["lapsed", "lapsed", "lapsed", "open", "open"]);
        assert_eq!(owed(), 2);
        let left = house.sql().words("SELECT email || '|' || name AS value FROM substitute_offer WHERE state = 'lapsed' ORDER BY id");
        assert_eq!(left, ["for-a@haven.example|for-a", "|", "|"], "erased by either of them");
        assert_eq!(house.sql().count("outbox", "kind = 'substitute_offer' AND snapshot = ''"), 2);
        house.verified().await;
        // Moved: what is owed says so. A day later the name of the one that ended goes.
        let stored = house.app.event_by_slug("here").await.expect("an event").stored.event;
        let mut schedule = stored.schedule.clone();
        (schedule.starts_at, schedule.ends_at) = (at("2026-12-11T08:00:00Z"), at("2026-12-11T11:00:00Z"));
        house.app.reschedule_event(house.event, None, schedule, stored.place, Actor::Operator, house.now()).await.expect("moved");
        let said = house.sql().words("SELECT f.facts AS value FROM outbox o JOIN event_facts f ON f.id = o.facts_id WHERE o.kind = 'substitute_offer' AND o.status = 'queued'");
        assert!(said.len() == 2 && said.iter().all(|facts| facts.contains("2026-12-11T08:00:00")), "{said:?}");
        house.pass(Duration::days(1) + Duration::seconds(1));
        house.app.purge(house.now()).await.expect("purged");
        assert_eq!(house.sql().count("substitute_offer", "name = '' AND erased_at IS NULL"), 1);
        assert_eq!(house.offers(), ["lapsed", "lapsed", "lapsed", "open", "open"]);
        // A week is over for one of them, the event is called off for the other.
        house.sql().run(&format!("UPDATE substitute_offer SET asked_at = {} WHERE email = 'for-d@haven.example'", moment(house.now() - Duration::days(ANSWER_DAYS))));
        assert_eq!(refused(house.accept("for-d@haven.example").await), Refusal::Over, "whether the timers have been there or not");
        assert_eq!(house.app.lapse_offers(house.now()).await.expect("a round"), 1);
        assert_eq!(house.app.lapse_offers(house.now()).await.expect("a round"), 0);
        house.app.cancel_event(house.event, None, None, Actor::Operator, house.now()).await.expect("called off");
        assert_eq!(refused(house.accept("for-e@haven.example").await), Refusal::Over);
        assert_eq!((house.offers(), owed()), (vec!["lapsed".to_owned(); 5], 0));
        house.verified().await;
    }
}

both_databases! {
    /// Two processes: whatever comes first, one seat is one person's, and the others read what is.
    async fn whoever_comes_first_is_first(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(12)).await else { return };
        let other = app::open(&house.database.url, house.clock.clone());
        for n in 0..12 {
            let (from, to) = (format!("p{n}@haven.example"), format!("s{n}@haven.example"));
            house.enter(&from, "Haven NV").await;
            house.ask(&from, &to).await.expect("asked");
        }
        // One for each of those who may step back before their colleague takes over.
        for n in 0..3 {
            house.enter(&format!("waits{n}@haven.example"), "Waiting NV").await;
        }
        for n in 0..12 {
            let (from, to) = (format!("p{n}@haven.example"), format!("s{n}@haven.example"));
            let (row, offer, event, now) = (house.row(&from), house.offer(&to), house.event, house.now());
            let form = takeover(&to, Mode::OnSite);
            let accepted = house.app.accept_offer(event, offer, form.clone(), now);
            match n % 4 {
                0 => {
                    let (one, two) = tokio::join!(accepted, other.accept_offer(event, offer, form, now));
                    assert_eq!((one.expect("taken"), two.expect("the same")), (State::Confirmed, State::Confirmed));
                }
                1 => {
                    let (one, two) = tokio::join!(accepted, other.withdraw(row, Actor::Person, None, now));
                    assert!(two.is_ok(), "whoever is out already stays out: {two:?}");
                    assert_eq!(one.is_ok(), house.state(&to) == "confirmed", "{one:?}");
                }
                2 => {
                    let (one, two) = tokio::join!(accepted, other.decline_offer(event, offer, now));
                    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
                }
                _ => {
                    let (one, two) = tokio::join!(accepted, other.offer_seat(row, colleague("late@haven.example"), now));
                    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
                }
            }
            assert_eq!(house.sql().number("SELECT CAST(taken_academic AS BIGINT) AS value FROM seat_pool WHERE mode = 'on_site'"), 12, "{n}");
            assert!(house.sql().count("registration", &format!("email IN ('{from}', '{to}') AND state = 'confirmed'")) <= 1, "{n}");
        }
        assert_eq!(house.sql().count("registration", "state = 'confirmed'"), 12);
        house.verified().await;
    }
}

both_databases! {
    /// A second open offer of one seat is refused by the database itself.
    async fn one_seat_is_offered_once(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(2)).await else { return };
        house.enter("an@haven.example", "Haven NV").await;
        house.ask("an@haven.example", "bo@haven.example").await.expect("asked");
        let (event, row, now) = (house.event, house.row("an@haven.example"), house.now());
        let doubled = house
            .app
            .db
            .write(quarterdeck::db::Scope::Event(event), move |tx| {
                let mut one = quarterdeck::db::offers::of_registration(tx, row)?.remove(0);
                one.id = OfferId(tx.next_id());
                one.reference = Reference::from_random([9; 32]);
                one.page_hash = "another".into();
                one.asked_at = now.into();
                Ok::<_, AppError>(quarterdeck::db::offers::insert(tx, &one)?)
            })
            .await;
        assert!(doubled.is_err());
        assert_eq!(house.offers(), ["open"]);
    }
}

both_databases! {
    /// Many who name one address for an event do not fill its mailbox.
    async fn nobody_gets_a_mail_from_everybody(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(9)).await else { return };
        for n in 0..5 {
            let from = format!("p{n}@haven.example");
            house.enter(&from, "Haven NV").await;
            house.ask(&from, "wanted@haven.example").await.expect("asked");
        }
        assert_eq!(house.mails("wanted@haven.example").len(), 3);
        assert_eq!(house.offers(), ["open"; 5], "none of them is told");
        house.verified().await;
    }
}
