//! The use cases against a reference model: random registering, proving, stepping back, handing on, switching, changing of limits,
//! passing of time and calling off; after every step both must agree on where everybody stands and why.

use chrono::Duration;
use quarterdeck::app::answer_offer::Takeover;
use quarterdeck::app::offer_seat::Colleague;
use quarterdeck::app::register::Command;
use quarterdeck::app::save_event::{NewEvent, Texts};
use quarterdeck::app::secrets::hash;
use quarterdeck::app::{Actor, App, load_catalogue};
use quarterdeck::clock::{Clock, Instant};
use quarterdeck::db::{DatabaseUrl, migrate};
use quarterdeck::domain::event::{Place, Schedule};
use quarterdeck::domain::ids::{EventId, OfferId, PlatformId, Reference, RegistrationId};
use quarterdeck::domain::language::{Language, Translated};
use quarterdeck::domain::mode::{Format, Mode};
use quarterdeck::domain::seats::{PerSector, Pool, SeatRules};
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::substitute::{answer_before, may_ask_again};
use quarterdeck::domain::tlp::Tlp;

use crate::both_databases;
use crate::support;
use crate::support::databases::{self, Kind};
use crate::support::scene;
use crate::support::sql::Sql;

const PEOPLE: usize = 14;
const ORGANISATIONS: usize = 4;
const STEPS_OF_AN_EVENT: usize = 250;

#[test]
fn the_use_cases_follow_the_model_on_sqlite() {
    databases::run(walk(Kind::Sqlite, 10_000));
}

#[test]
fn the_use_cases_follow_the_model_on_postgres() {
    databases::run(walk(Kind::Postgres, 10_000));
}

async fn walk(kind: Kind, steps: usize) {
    let Some(database) = kind.fresh() else { return };
    // Another walk each time, so that in the course of time every corner is seen.
    let seed = std::env::var("QUARTERDECK_TEST_SEED").ok().and_then(|s| s.parse().ok());
    let seed = seed.unwrap_or_else(|| scene::now().timestamp_micros().unsigned_abs());
    println!("seed {seed}: run again with QUARTERDECK_TEST_SEED={seed}");
    let app = application(&database.url).await;
    let mut dice = Dice(seed);
    let mut now = app.now();
    for n in 0..steps.div_ceil(STEPS_OF_AN_EVENT) {
        let seats = SeatRules { on_site: dice.pool(), online: dice.pool(), release_at: Some(now + Duration::days(6)) };
        let mut play = Play::new(&app, &database.url, seats, n, now).await;
        for step in 0..STEPS_OF_AN_EVENT {
            let what = play.step(&mut dice).await;
            play.compare(&format!("seed {seed}, event {n}, step {step}: {what}"));
            if step % 125 == 124 {
                let findings = app.verify(play.now).await.expect("verify runs");
                assert!(findings.is_empty(), "seed {seed}, event {n}, step {step}: {findings:#?}");
            }
        }
        now = play.now;
    }
}

/// The application on a database of its own, with the catalogue and a clock that stands.
async fn application(url: &str) -> App {
    migrate::migrate(&DatabaseUrl::parse(url).expect("a URL")).expect("migrated");
    let start = "2026-01-05T08:00:00Z".parse().expect("a moment");
    let app = support::app::open(url, Clock::fixed(start));
    app.load_catalogue(load_catalogue::CCB, Actor::System, start).await.expect("the catalogue");
    app
}

both_databases! {
    /// The release date has passed and no timer has run yet: whoever waited for it comes before somebody who switches.
    async fn nobody_switches_past_those_who_wait_for_the_release(kind: Kind) {
        let Some(database) = kind.fresh() else { return };
        let app = application(&database.url).await;
        let now = app.now();
        let quotas = PerSector { private: Some(0), academic: None, public: None };
        let on_site = Pool { capacity: Some(1), quotas, max_per_organisation: None };
        let seats = SeatRules { on_site, online: Pool::default(), release_at: Some(now + Duration::days(1)) };
        let mut play = Play::new(&app, &database.url, seats, 0, now).await;
        for (who, sector, mode) in [(0, Sector::Private, Mode::OnSite), (1, Sector::Public, Mode::Online)] {
            play.sign_up(who, sector, who, mode, Language::Fr).await;
            play.prove(who).await;
        }
        play.compare("one waits for the release, one has a seat online");
        play.now = now + Duration::days(1);
        play.switch(1, Mode::OnSite).await;
        play.timers().await;
        play.compare("the seat in the room goes to the one who waited");
    }
}

/// Deterministic chance.
pub struct Dice(pub u64);

impl Dice {
    pub fn up_to(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit as u64) as usize
    }

    fn pool(&mut self) -> Pool {
        let mut maybe = |limit: usize, odds: usize| (self.up_to(odds) == 0).then(|| self.up_to(limit) as u32);
        let quotas = PerSector { private: maybe(4, 2), academic: maybe(3, 3), public: maybe(3, 3) };
        let max_per_organisation = maybe(3, 3).map(|n| n + 1);
        Pool { capacity: Some(self.up_to(7) as u32), quotas, max_per_organisation }
    }

    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.up_to(all.len())]
    }
}

/// Where somebody stands, as the model has it.
#[derive(Clone, Debug, PartialEq)]
struct Stand {
    state: &'static str,
    mode: Mode,
    sector: Sector,
    organisation: usize,
    reason: &'static str,
    prove_before: Instant,
    waiting: u64,
    /// Whether the address was ever proven.
    proven: bool,
    /// What a later form says of somebody who was.
    declared: Option<(Mode, Sector, usize)>,
}

/// One event, in the program and in the model.
struct Play<'a> {
    app: &'a App,
    sql: Sql,
    event: EventId,
    now: Instant,
    starts_at: Instant,
    people: Vec<Option<Stand>>,
    seats: SeatRules,
    settled_release: bool,
    called_off: bool,
    next_waiting: u64,
    /// When each of them asked somebody to stand in.
    asked: Vec<Vec<Instant>>,
    /// Whom each of them asked last and when, and the offer, as long as it may be open.
    open: Vec<Option<(OfferId, usize, Instant)>>,
}

impl<'a> Play<'a> {
    async fn new(app: &'a App, url: &str, seats: SeatRules, n: usize, now: Instant) -> Play<'a> {
        let mut sql = Sql::open(url);
        let platform = PlatformId(sql.number("SELECT id AS value FROM platform WHERE slug = 'qctr'"));
        let starts_at = now + Duration::days(12);
        let text = Translated::same("Briefing");
        let new = NewEvent {
            platform,
            slug: format!("briefing-{n}").parse().expect("a slug"),
            edition: "2026-Q1".parse().expect("a quarter"),
            follows: None,
            texts: Texts { title: text.clone(), summary: text.clone(), agenda: vec![], tlp: Tlp::Clear },
            schedule: Schedule { starts_at, ends_at: starts_at + Duration::hours(3), opens_at: None, closes_at: starts_at - Duration::days(1) },
            place: Place { format: Format::Hybrid, venue: text, join_link: Some("https://meet.example.be/x".into()) },
            seats,
        };
        let event = app.create_event(new, Actor::System, now).await.expect("an event");
        app.publish_event(event, None, Actor::System, now).await.expect("published");
        let people = vec![None; PEOPLE];
        Play {
            app,
            sql,
            event,
            now,
            starts_at,
            people,
            seats,
            settled_release: false,
            called_off: false,
            next_waiting: 1,
            asked: vec![Vec::new(); PEOPLE],
            open: vec![None; PEOPLE],
        }
    }

    /// Does one thing in both; says what.
    async fn step(&mut self, dice: &mut Dice) -> String {
        self.now += Duration::minutes(11 + dice.up_to(100) as i64);
        let who = dice.up_to(PEOPLE);
        match dice.up_to(100) {
            0..35 => self.register(who, dice).await,
            35..65 => self.prove(who).await,
            65..74 => self.withdraw(who).await,
            74..78 => self.ask(who, dice.up_to(PEOPLE)).await,
            78..81 => self.hand_on(dice).await,
            81..86 => self.switch(who, dice.of(Mode::ALL)).await,
            86..92 => self.change_seats(dice).await,
            92..94 => self.erase(who).await,
            94..99 => self.timers().await,
            _ if dice.up_to(5) == 0 => self.call_off().await,
            _ => self.timers().await,
        }
    }

    async fn register(&mut self, who: usize, dice: &mut Dice) -> String {
        let (sector, organisation, mode) = (dice.of(Sector::ALL), dice.up_to(ORGANISATIONS), dice.of(Mode::ALL));
        self.sign_up(who, sector, organisation, mode, dice.of(Language::ALL)).await
    }

    async fn sign_up(&mut self, who: usize, sector: Sector, organisation: usize, mode: Mode, language: Language) -> String {
        let command = Command {
            event: self.event,
            name: format!("Person {who}").parse_name(),
            email: address(who).parse_address(),
            organisation: format!("Organisation {organisation}").parse_organisation(),
            sector,
            mode: Some(mode),
            language,
            form_key: format!("{}-{}-{who}", self.event, self.now),
        };
        let done = self.app.register(command, self.now).await;
        let open = !self.called_off && self.now < self.starts_at - Duration::days(1);
        assert_eq!(done.is_ok(), open, "register {who}: {done:?}");
        if open {
            self.release_when_due(); // whatever opens the event's work gives those seats first
        }
        if open && self.people[who].as_ref().is_none_or(|s| ["pending", "withdrawn", "expired"].contains(&s.state)) {
            let prove_before = self.now + Duration::hours(48);
            self.people[who] = Some(match self.people[who].take() {
                // Until a new proof nothing replaces what was proven before.
                Some(known) if known.proven => {
                    Stand { state: "pending", reason: "", prove_before, waiting: 0, declared: Some((mode, sector, organisation)), ..known }
                }
                _ => Stand { state: "pending", mode, sector, organisation, reason: "", prove_before, waiting: 0, proven: false, declared: None },
            });
        }
        format!("register {who} {sector} {organisation} {mode}")
    }

    async fn prove(&mut self, who: usize) -> String {
        let what = format!("prove {who}");
        let Some(stand) = self.people[who].clone() else { return what };
        let token = self.app.secrets.page_token(&self.reference(who));
        let done = self.app.prove_address(self.event, &hash(&token), self.now).await;
        let possible = !self.called_off && self.now < self.starts_at;
        let lapsed = stand.state == "expired" || stand.state == "pending" && self.now >= stand.prove_before;
        assert_eq!(done.is_ok(), !lapsed && (stand.state != "pending" || possible), "{what}: {stand:?} {done:?}");
        if done.is_ok() {
            self.release_when_due(); // those who waited for it come before whoever proves now
        }
        if done.is_ok() && stand.state == "pending" {
            let (mode, sector, organisation) = stand.declared.unwrap_or((stand.mode, stand.sector, stand.organisation));
            let stand = Stand { mode, sector, organisation, proven: true, declared: None, ..stand };
            let obstacle = self.obstacle(&stand, stand.mode);
            self.next_waiting += 1;
            let waiting = self.next_waiting;
            self.people[who] = Some(match obstacle {
                None => Stand { state: "confirmed", reason: "seat_free", ..stand },
                Some(reason) => Stand { state: "waitlisted", reason, waiting, ..stand },
            });
        }
        what
    }

    async fn withdraw(&mut self, who: usize) -> String {
        let what = format!("withdraw {who}");
        let Some(stand) = self.people[who].clone() else { return what };
        let done = self.app.withdraw(self.row(who), Actor::Person, None, self.now).await;
        let active = ["pending", "confirmed", "waitlisted"].contains(&stand.state);
        assert_eq!(done.is_ok(), stand.state == "withdrawn" || active && !self.over(), "{what}: {stand:?} {done:?}");
        if done.is_ok() {
            self.release_when_due();
        }
        if done.is_ok() && active {
            self.people[who] = Some(Stand { state: "withdrawn", reason: "own_wish", declared: None, ..stand });
            self.open[who] = None;
            self.settle();
        }
        what
    }

    async fn switch(&mut self, who: usize, to: Mode) -> String {
        let what = format!("switch {who} to {to}");
        let Some(stand) = self.people[who].clone() else { return what };
        let done = self.app.switch_mode(self.row(who), to, Actor::Person, self.now).await;
        let seated = ["confirmed", "waitlisted"].contains(&stand.state);
        let wanted = seated && stand.mode != to && !self.called_off && self.now < self.starts_at;
        let before = (self.people.clone(), self.settled_release);
        if wanted {
            self.release_when_due();
        }
        let stand = self.people[who].clone().expect("just seen");
        let possible = wanted && self.obstacle(&stand, to).is_none();
        assert_eq!(done.is_ok(), possible, "{what}: {stand:?} {done:?} ({:?} at {})", self.seats, self.now);
        if possible {
            self.people[who] = Some(Stand { state: "confirmed", mode: to, reason: "own_wish", ..stand });
            self.settle();
        } else {
            (self.people, self.settled_release) = before; // what is refused changes nothing
        }
        what
    }

    async fn change_seats(&mut self, dice: &mut Dice) -> String {
        let release_at = self.seats.release_at;
        let seats = SeatRules { on_site: dice.pool(), online: dice.pool(), release_at };
        let done = self.app.change_seats(self.event, None, seats, Actor::System, self.now).await;
        let before = (self.people.clone(), self.settled_release);
        self.release_when_due(); // under the old rules, before the new ones are looked at
        let released = self.released();
        let covered = Mode::ALL.iter().all(|mode| {
            let (pool, taken) = (seats.pool(*mode), |sector: Option<Sector>| self.taken(*mode, sector, None));
            pool.capacity.is_none_or(|c| c >= taken(None))
                && pool.max_per_organisation.is_none_or(|max| (0..ORGANISATIONS).all(|o| self.taken(*mode, None, Some(o)) <= max))
                && (released || Sector::ALL.iter().all(|s| pool.quotas.of(*s).is_none_or(|q| q >= taken(Some(*s)))))
        });
        assert_eq!(done.is_ok(), covered && !self.called_off, "change seats to {seats:?}: {done:?}");
        if done.is_ok() {
            self.seats = seats;
            self.settle();
        } else {
            (self.people, self.settled_release) = before; // what is refused changes nothing
        }
        format!("change seats to {seats:?}")
    }

    async fn erase(&mut self, who: usize) -> String {
        let what = format!("erase {who}");
        if self.people[who].is_none() {
            return what;
        }
        self.app.erase(self.row(who), Actor::Person, self.now).await.unwrap_or_else(|e| panic!("{what}: {e}"));
        self.release_when_due();
        self.people[who] = None;
        self.asked[who].clear();
        // What they offered ends with them, and what they were offered.
        self.open[who] = None;
        self.open.iter_mut().for_each(|open| *open = open.filter(|(_, to, _)| *to != who));
        self.settle();
        what
    }

    /// One names another; the seat stays where it is.
    async fn ask(&mut self, from: usize, to: usize) -> String {
        let what = format!("{from} asks {to}");
        if self.people[from].is_none() {
            return what;
        }
        let colleague = Colleague { name: format!("Person {to}").parse_name(), email: address(to).parse_address(), language: Language::En };
        let done = self.app.offer_seat(self.row(from), colleague, self.now).await;
        let before = (self.people.clone(), self.settled_release);
        self.release_when_due();
        let seat = self.people[from].clone().expect("just seen");
        let open = !self.called_off && self.now < self.starts_at && seat.state == "confirmed";
        let possible = open && from != to && may_ask_again(&self.asked[from], self.now);
        assert_eq!(done.is_ok(), possible, "{what}: {seat:?} {done:?}");
        if !possible {
            (self.people, self.settled_release) = before; // what is refused changes nothing
            return what;
        }
        self.asked[from].push(self.now);
        let offer = OfferId(self.sql.number(&format!("SELECT max(id) AS value FROM substitute_offer WHERE event_id = {}", self.event)));
        self.open[from] = Some((offer, to, self.now));
        what
    }

    /// Whoever was named, some time ago, takes the seat over: it moves as it is, and nobody who waits comes between.
    async fn hand_on(&mut self, dice: &mut Dice) -> String {
        let asking: Vec<usize> = (0..PEOPLE).filter(|n| self.open[*n].is_some()).collect();
        if asking.is_empty() {
            return "nobody was asked".into();
        }
        let from = dice.of(&asking);
        let (offer, to, asked_at) = self.open[from].expect("just seen");
        let what = format!("{from} hands on to {to}");
        let seat = self.people[from].clone();
        let seen = seat.as_ref().map_or(Mode::OnSite, |seat| seat.mode);
        let form = Takeover { name: format!("Person {to}").parse_name(), language: Language::En, seen };
        let done = self.app.accept_offer(self.event, offer, form, self.now).await;
        let before = (self.people.clone(), self.settled_release);
        self.release_when_due();
        let free = self.people[to].as_ref().is_none_or(|stand| stand.state != "confirmed");
        let in_time = !self.called_off && self.now < answer_before(asked_at, self.starts_at);
        let possible = in_time && free && seat.as_ref().is_some_and(|seat| seat.state == "confirmed");
        assert_eq!(done.is_ok(), possible, "{what}: {seat:?} {:?} {done:?}", self.people[to]);
        let Some(seat) = seat.filter(|_| possible) else {
            (self.people, self.settled_release) = before; // what is refused changes nothing
            return what;
        };
        self.people[to] = Some(Stand { reason: "stood_in", proven: true, declared: None, ..seat.clone() });
        self.people[from] = Some(Stand { state: "withdrawn", reason: "replaced", declared: None, ..seat });
        self.open[from] = None;
        what
    }

    async fn timers(&mut self) -> String {
        self.app.expire(self.now, 1_000).await.expect("expire");
        self.app.release_quotas(self.now).await.expect("release");
        self.app.remind(self.now).await.expect("remind");
        for stand in self.people.iter_mut().flatten() {
            if stand.state == "pending" && stand.prove_before <= self.now {
                (stand.state, stand.reason, stand.declared) = (if stand.proven { "withdrawn" } else { "expired" }, "not_proven", None);
            }
        }
        self.release_when_due();
        "timers".into()
    }

    async fn call_off(&mut self) -> String {
        let done = self.app.cancel_event(self.event, None, None, Actor::System, self.now).await;
        assert_eq!(done.is_ok(), self.called_off || !self.over(), "call off: {done:?}");
        if done.is_ok() && !self.called_off {
            self.called_off = true;
            for stand in self.people.iter_mut().flatten().filter(|s| ["pending", "confirmed", "waitlisted"].contains(&s.state)) {
                (stand.state, stand.reason) = ("cancelled", "called_off");
            }
        }
        "call off".into()
    }

    fn over(&self) -> bool {
        !self.called_off && self.now >= self.starts_at + Duration::hours(3)
    }

    fn released(&self) -> bool {
        self.seats.release_at.is_some_and(|at| self.now >= at)
    }

    /// The release date is a moment like any other: what it frees goes to those who wait before anybody new.
    fn release_when_due(&mut self) {
        if !self.settled_release && self.released() {
            self.settle();
        }
    }

    fn taken(&self, mode: Mode, sector: Option<Sector>, organisation: Option<usize>) -> u32 {
        let seated = self.people.iter().flatten().filter(|s| s.state == "confirmed" && s.mode == mode);
        seated.filter(|s| sector.is_none_or(|x| s.sector == x) && organisation.is_none_or(|o| s.organisation == o)).count() as u32
    }

    fn obstacle(&self, who: &Stand, mode: Mode) -> Option<&'static str> {
        let pool = self.seats.pool(mode);
        if pool.capacity.is_some_and(|c| self.taken(mode, None, None) >= c) {
            return Some("capacity_full");
        }
        if !self.released() && pool.quotas.of(who.sector).is_some_and(|q| self.taken(mode, Some(who.sector), None) >= q) {
            return Some("quota_full");
        }
        pool.max_per_organisation.filter(|max| self.taken(mode, None, Some(who.organisation)) >= *max).map(|_| "organisation_full")
    }

    /// As long as somebody waits beside a seat, the longest waiting of those gets it.
    fn settle(&mut self) {
        if self.called_off || self.now >= self.starts_at {
            return;
        }
        self.settled_release = self.released();
        loop {
            let mut waiting: Vec<usize> = (0..PEOPLE).filter(|n| self.people[*n].as_ref().is_some_and(|s| s.state == "waitlisted")).collect();
            waiting.sort_by_key(|n| self.people[*n].as_ref().map(|s| s.waiting));
            let next = waiting.into_iter().find(|n| self.people[*n].as_ref().is_some_and(|s| self.obstacle(s, s.mode).is_none()));
            let Some(stand) = next.and_then(|n| self.people[n].as_mut()) else { return };
            (stand.state, stand.reason) = ("confirmed", "seat_freed");
        }
    }

    fn compare(&mut self, what: &str) {
        let expected: Vec<String> = (0..PEOPLE)
            .filter_map(|n| {
                let stand = self.people[n].as_ref()?;
                Some(format!("{} {} {} {}", address(n), stand.state, stand.mode, stand.reason))
            })
            .collect();
        let query = format!(
            "SELECT email || ' ' || state || ' ' || mode || '|' || coalesce(reason, '') AS value FROM registration \
             WHERE event_id = {} AND erased_at IS NULL ORDER BY email",
            self.event
        );
        let stored = self.sql.words(&query).into_iter().map(|line| {
            let (stand, reason) = line.split_once('|').expect("a bar");
            let code = serde_json::from_str::<serde_json::Value>(reason).ok().and_then(|r| r["code"].as_str().map(str::to_owned));
            format!("{stand} {}", code.unwrap_or_default())
        });
        let stored: Vec<String> = stored.collect();
        assert_eq!(stored, expected, "{what} ({:?} at {})", self.seats, self.now);
    }

    fn row(&mut self, who: usize) -> RegistrationId {
        RegistrationId(self.sql.number(&format!(
            "SELECT id AS value FROM registration WHERE event_id = {} AND email = '{}'",
            self.event,
            address(who)
        )))
    }

    fn reference(&mut self, who: usize) -> Reference {
        let query = format!("SELECT reference AS value FROM registration WHERE event_id = {} AND email = '{}'", self.event, address(who));
        Reference::parse(&self.sql.words(&query).remove(0)).expect("a reference")
    }
}

pub fn address(who: usize) -> String {
    format!("p{who:02}@example.be")
}

/// Shorthand for the checked types of a form.
pub trait Typed {
    fn parse_name(&self) -> quarterdeck::domain::text::PersonName;
    fn parse_address(&self) -> quarterdeck::domain::email::EmailAddress;
    fn parse_organisation(&self) -> quarterdeck::domain::text::OrganisationName;
}

impl Typed for String {
    fn parse_name(&self) -> quarterdeck::domain::text::PersonName {
        quarterdeck::domain::text::PersonName::parse(self).expect("a name")
    }

    fn parse_address(&self) -> quarterdeck::domain::email::EmailAddress {
        quarterdeck::domain::email::EmailAddress::parse(self).expect("an address")
    }

    fn parse_organisation(&self) -> quarterdeck::domain::text::OrganisationName {
        quarterdeck::domain::text::OrganisationName::parse(self).expect("an organisation")
    }
}
