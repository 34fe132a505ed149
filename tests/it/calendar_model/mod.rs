//! People's calendars against the database: whatever happens to an event and to its registrations, and however late, twice or out of order
//! the mails arrive, in the end every calendar holds what the database says, and an answer counts exactly when it should.

mod answers;
mod attendee;
mod deeds;
mod lines;
mod post;

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;
use quarterdeck::app::save_event::{NewEvent, Texts};
use quarterdeck::app::{Actor, App, load_catalogue};
use quarterdeck::clock::{Clock, Instant};
use quarterdeck::db::{DatabaseUrl, migrate};
use quarterdeck::domain::event::{Event, Place, Schedule};
use quarterdeck::domain::ids::{EventId, PlatformId};
use quarterdeck::domain::language::{Language, Translated};
use quarterdeck::domain::mode::{Format, Mode};
use quarterdeck::domain::tlp::Tlp;

use crate::model::Dice;
use crate::support;
use crate::support::databases::{self, Database, Kind};
use crate::support::scene;
use crate::support::sql::Sql;
use answers::Given;
use attendee::{Calendar, Message};
use post::Post;

const PEOPLE: usize = 7;
const STEPS_OF_AN_EVENT: usize = 60;
/// Each event lies around one of the switches between summer and winter time. All are past: a signature of the future is none.
const SWITCHES: [&str; 6] =
    ["2024-03-31T01:00:00Z", "2024-10-27T01:00:00Z", "2025-03-30T01:00:00Z", "2025-10-26T01:00:00Z", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"];

#[test]
fn calendars_follow_the_registrations_on_sqlite() {
    databases::run(walk(Kind::Sqlite));
}

#[test]
fn calendars_follow_the_registrations_on_postgres() {
    databases::run(walk(Kind::Postgres));
}

/// As many events as `QUARTERDECK_TEST_ROUNDS` says, another walk each time; six of them share a database and the people.
async fn walk(kind: Kind) {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let seed = number("QUARTERDECK_TEST_SEED").unwrap_or_else(|| scene::now().timestamp_micros().unsigned_abs());
    println!("seed {seed}: run again with QUARTERDECK_TEST_SEED={seed}");
    let mut dice = Dice(seed);
    let rounds = number("QUARTERDECK_TEST_ROUNDS").unwrap_or(3) as usize;
    for first in (0..rounds).step_by(SWITCHES.len()) {
        let Some(mut play) = Play::open(kind).await else { return };
        for (n, switch) in SWITCHES.iter().enumerate().take(rounds - first) {
            play.begin(n, switch.parse().expect("a moment"), &mut dice).await;
            for step in 0..STEPS_OF_AN_EVENT {
                let what = play.step(&mut dice).await;
                println!("event {}, step {step}, {}: {what}", first + n, play.now);
                if let Err(wrong) = play.check(&mut dice).await {
                    panic!("seed {seed}, event {}, step {step}: {what}: {wrong}", first + n);
                }
            }
            let findings = play.app.verify(play.now).await.expect("verify runs");
            assert!(findings.is_empty(), "seed {seed}, event {}: {findings:#?}", first + n);
        }
    }
}

/// The service with one event at a time, and the people who hear of it.
struct Play {
    app: App,
    clock: Clock,
    sql: Sql,
    event: EventId,
    now: Instant,
    /// The switch of summer time that the event lies around.
    switch: Instant,
    post: Post,
    given: Vec<Given>,
    /// To whom this step may tell what they know already.
    again: BTreeSet<String>,
    /// The last mail there was before this step.
    mails_before: i64,
    /// Whether this step is to send nothing.
    quiet: bool,
    /// Whether this step changed a link that calendars do not show, so that who attends online hears of it all the same.
    hidden_link: bool,
    _database: Database,
}

impl Play {
    async fn open(kind: Kind) -> Option<Self> {
        let database = kind.fresh()?;
        migrate::migrate(&DatabaseUrl::parse(&database.url).expect("a URL")).expect("migrated");
        let now: Instant = "2024-01-08T08:00:00Z".parse().expect("a moment");
        let clock = Clock::fixed(now);
        let app = support::app::open(&database.url, clock.clone());
        app.load_catalogue(load_catalogue::CCB, Actor::System, now).await.expect("the catalogue");
        let (sql, post) = (Sql::open(&database.url), Post::new(&app));
        let (given, again) = (Vec::new(), BTreeSet::new());
        let event = EventId(0);
        Some(Self {
            app,
            clock,
            sql,
            event,
            now,
            switch: now,
            post,
            given,
            again,
            mails_before: 0,
            quiet: false,
            hidden_link: false,
            _database: database,
        })
    }

    /// A new event, three weeks before it starts.
    async fn begin(&mut self, n: usize, switch: Instant, dice: &mut Dice) {
        (self.switch, self.now) = (switch, switch - Duration::days(21));
        self.clock.set(self.now);
        let new = NewEvent {
            platform: PlatformId(self.sql.number("SELECT id AS value FROM platform WHERE slug = 'qctr'")),
            slug: format!("briefing-{n}").parse().expect("a slug"),
            edition: "2024-Q1".parse().expect("a quarter"),
            follows: None,
            texts: Texts { tlp: dice.of(&[Tlp::Clear, Tlp::Green, Tlp::Amber, Tlp::AmberStrict]), ..texts(dice) },
            schedule: self.schedule(dice),
            place: Place { format: Format::Hybrid, venue: venue(dice), join_link: link(dice) },
            seats: deeds::seats(dice),
        };
        self.event = self.app.create_event(new, Actor::System, self.now).await.expect("an event");
        self.app.publish_event(self.event, None, Actor::System, self.now).await.expect("published");
        for who in 0..PEOPLE / 2 {
            self.enter(who, dice).await;
        }
    }

    /// Some time on one of the days around the switch, often in the very hours of it.
    fn schedule(&self, dice: &mut Dice) -> Schedule {
        let hours = if dice.up_to(2) == 0 { dice.up_to(5) as i64 - 2 } else { dice.up_to(120) as i64 - 60 };
        let starts_at = self.switch + Duration::hours(hours) + Duration::minutes(dice.of(&[0, 15, 30]));
        let ends_at = starts_at + Duration::minutes(dice.of(&[30, 60, 150, 240]));
        Schedule { starts_at, ends_at, opens_at: None, closes_at: starts_at - Duration::hours(1) }
    }

    async fn present(&self) -> Event {
        let slug = format!("briefing-{}", SWITCHES.iter().position(|at| at.parse() == Ok(self.switch)).expect("one of them"));
        self.app.event_by_slug(&slug).await.expect("an event").stored.event
    }

    /// Everything that must hold, whatever happened.
    async fn check(&mut self, dice: &mut Dice) -> Result<(), String> {
        let last = self.last_mail();
        if self.quiet && last != self.mails_before {
            return Err("a mail is owed, and nothing changed".into());
        }
        let calendars = self.post.at_last(&self.app, dice).await?;
        self.check_what_was_told()?;
        self.check_calendars(&calendars).await?;
        self.check_answers()
    }

    fn last_mail(&mut self) -> i64 {
        self.sql.number("SELECT COALESCE(max(id), 0) AS value FROM outbox")
    }

    /// Each message counts one more than the one before where it says something new, and the same where it was asked for once more; each
    /// is younger than the one before.
    fn check_what_was_told(&self) -> Result<(), String> {
        for (uid, told) in &self.post.told {
            let messages: Vec<(&i64, &Message)> = told.iter().map(|(id, message)| (id, message.as_ref())).collect();
            for pair in messages.windows(2) {
                let [(_, before), (id, after)] = pair else { continue };
                if **id <= self.mails_before {
                    continue; // looked at before
                }
                let is_news = self.hidden_link || before.substance() != after.substance();
                let wrong = if after.stamped <= before.stamped {
                    "it is not younger"
                } else if after.sequence != before.sequence + i64::from(is_news) {
                    "its SEQUENCE is not that of its news"
                } else if !is_news && !self.again.contains(&after.attendee) {
                    "nothing is new in it"
                } else {
                    continue;
                };
                return Err(format!("{uid}: {wrong}:\n{before:?}\n{after:?}"));
            }
        }
        Ok(())
    }

    /// Who has a seat has the event in the calendar, as it is; nobody else has.
    async fn check_calendars(&mut self, calendars: &BTreeMap<String, Calendar>) -> Result<(), String> {
        let seats = self.sql.words(
            "SELECT e.slug || '|' || r.email || '|' || r.uid || '|' || r.sequence || '|' || r.mode || '|' || r.language AS value \
             FROM registration r JOIN event e ON e.id = r.event_id WHERE r.state = 'confirmed' AND r.erased_at IS NULL",
        );
        let mut shown: BTreeMap<(String, String), &Message> =
            calendars.iter().flat_map(|(owner, calendar)| calendar.shown().map(move |entry| ((owner.clone(), entry.uid.clone()), entry))).collect();
        let mut events: BTreeMap<&str, Event> = BTreeMap::new();
        for seat in &seats {
            let [slug, email, uid, sequence, mode, language] = seat.split('|').collect::<Vec<_>>()[..] else { panic!("{seat}") };
            if !events.contains_key(slug) {
                events.insert(slug, self.app.event_by_slug(slug).await.expect("an event").stored.event);
            }
            let event = &events[slug];
            let object = (email.to_owned(), format!("{uid}@{}", support::attendee::DOMAIN));
            let Some(entry) = shown.remove(&object) else { return Err(format!("{seat} is in no calendar")) };
            let venue = event.place.venue.get(Language::from_code(language).expect("a language"));
            let online = mode == Mode::Online.code();
            let join = event.place.join_link.as_deref().filter(|_| online && !event.tlp.hides_join_link());
            let wrong = if (entry.starts, entry.ends) != (event.schedule.starts_at, event.schedule.ends_at) {
                "another time"
            } else if (entry.location == venue) == online || entry.location.is_empty() {
                "another place"
            } else if entry.join.as_deref() != join {
                "another link"
            } else if entry.sequence.to_string() != sequence {
                "another SEQUENCE"
            } else {
                continue;
            };
            return Err(format!("{wrong} than that of {seat}: {entry:?}, where {:?} {:?}", event.schedule, event.place));
        }
        shown.into_values().next().map_or(Ok(()), |entry| Err(format!("a calendar shows what the database does not know: {entry:?}")))
    }
}

fn texts(dice: &mut Dice) -> Texts {
    let words =
        Translated::same(dice.of(&["Briefing", "Quarterly report; trends, threats", "Ein \"Bericht\"\\Übersicht", "What we saw: 2,5 % more"]));
    Texts { title: words.clone(), summary: words, agenda: Vec::new(), tlp: Tlp::Clear }
}

fn venue(dice: &mut Dice) -> Translated {
    let place = dice.of(&[
        "Residence Palace",
        "Zaal A; tweede verdieping",
        "Salle C:\\D, étage 2",
        "A hall \"of the port\" with a name that is longer than any line may be",
    ]);
    let number = dice.up_to(40);
    Translated {
        nl: format!("{place}, Wetstraat {number}"),
        fr: format!("{place}, rue de la Loi {number}"),
        ..Translated::same(&format!("{place}, {number}"))
    }
}

fn link(dice: &mut Dice) -> Option<String> {
    (dice.up_to(6) > 0).then(|| format!("https://meet.example.be/room-{}?pwd=a,b;c", dice.up_to(9)))
}
