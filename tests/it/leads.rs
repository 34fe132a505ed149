//! What goes out relative to the start: reminders to everybody with a seat, the link to join to those who attend online. By a moving clock:
//! when, to whom, once, not late, and no longer than it is true.

use chrono::Duration;
use quarterdeck::app::enter::Entry;
use quarterdeck::app::platforms::revision_of;
use quarterdeck::app::{Actor, App, load_catalogue};
use quarterdeck::clock::{Clock, Instant};
use quarterdeck::db::{DatabaseUrl, migrate};
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::event::{Place, Schedule};
use quarterdeck::domain::ids::{EventId, MailId, RegistrationId};
use quarterdeck::domain::language::Language;
use quarterdeck::domain::mode::Mode;
use quarterdeck::domain::platform::PlatformSheet;
use quarterdeck::domain::registration::MailKind;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::text::{OrganisationName, PersonName};

use crate::both_databases;
use crate::support::app;
use crate::support::databases::{Database, Kind as Which};
use crate::support::scene::Scene;
use crate::support::sql::Sql;

const NOW: &str = "2026-11-20T09:00:00Z";
const START: &str = "2026-12-10T08:00:00Z";
const LINK: &str = "https://meet.example.be/qctr";

fn at(text: &str) -> Instant {
    text.parse().expect("a moment")
}

struct House {
    app: App,
    clock: Clock,
    event: EventId,
    database: Database,
}

impl House {
    /// A hybrid event with room for everybody.
    async fn open(kind: Which) -> Option<Self> {
        Self::open_with(kind, NOW, Scene::event("here").hybrid(None).starts_at(at(START))).await
    }

    async fn open_with(kind: Which, now: &str, scene: Scene) -> Option<Self> {
        let database = kind.fresh()?;
        migrate::migrate(&DatabaseUrl::parse(&database.url).expect("a URL")).expect("migrated");
        let clock = Clock::fixed(at(now));
        let app = app::open(&database.url, clock.clone());
        app.load_catalogue(load_catalogue::CCB, Actor::System, app.now()).await.expect("the catalogue");
        scene.put(&mut Sql::open(&database.url));
        let event = app.event_by_slug("here").await.expect("an event").stored.event.id;
        Some(Self { app, clock, event, database })
    }

    fn sql(&self) -> Sql {
        Sql::open(&self.database.url)
    }

    async fn enter(&self, name: &str, mode: Mode) -> RegistrationId {
        let entry = Entry {
            name: PersonName::parse(name).expect("a name"),
            email: EmailAddress::parse(&format!("{name}@example.be")).expect("an address"),
            organisation: OrganisationName::parse("Example NV").expect("a name"),
            sector: Sector::Private,
            mode: Some(mode),
            language: Language::Nl,
        };
        self.app.enter(self.event, vec![entry], Actor::Operator, self.app.now()).await.expect("entered");
        RegistrationId(self.sql().number(&format!("SELECT id AS value FROM registration WHERE email = '{name}@example.be'")))
    }

    /// Sets the clock so long before the start that was planned at first, and lets the timers look.
    async fn look(&self, before: Duration) {
        self.clock.set(at(START) - before);
        self.app.remind(self.app.now()).await.expect("a round");
    }

    /// Who was owed mails of a kind, and where they stand.
    fn owed(&self, kind: &str) -> Vec<String> {
        let to = "replace(recipient, '@example.be', '') || ' ' || status";
        self.sql().words(&format!("SELECT {to} AS value FROM outbox WHERE kind = '{kind}' ORDER BY id"))
    }

    /// What the last mail of a kind says of its event.
    fn facts(&self, kind: &str) -> serde_json::Value {
        let last = format!("SELECT max(id) FROM outbox WHERE kind = '{kind}'");
        let words = self.sql().words(&format!("SELECT f.facts AS value FROM event_facts f JOIN outbox o ON o.facts_id = f.id WHERE o.id = ({last})"));
        serde_json::from_str(&words[0]).expect("facts")
    }

    async fn place(&self) -> (Schedule, Place) {
        let event = self.app.event_by_slug("here").await.expect("an event").stored.event;
        (event.schedule, event.place)
    }

    async fn move_by(&self, time: Duration) {
        let (mut schedule, place) = self.place().await;
        schedule.starts_at += time;
        schedule.ends_at += time;
        self.app.reschedule_event(self.event, None, schedule, place, Actor::Operator, self.app.now()).await.expect("moved");
    }

    async fn set_link(&self, link: Option<&str>) {
        let (schedule, mut place) = self.place().await;
        place.join_link = link.map(str::to_owned);
        self.app.reschedule_event(self.event, None, schedule, place, Actor::Operator, self.app.now()).await.expect("changed");
    }

    async fn set_lead(&self, minutes: Option<u32>) {
        let platform = self.app.platforms().await.expect("platforms").into_iter().find(|p| p.slug.as_str() == "qctr").expect("qctr");
        let sheet = PlatformSheet::of(&platform);
        let wanted = PlatformSheet { join_details_minutes: minutes, ..sheet.clone() };
        self.app.change_platform(platform.id, revision_of(&sheet), wanted, Actor::Operator, self.app.now()).await.expect("changed");
    }

    fn sent(&self) {
        self.sql().run("UPDATE outbox SET status = 'sent' WHERE status = 'queued'");
    }

    async fn verified(&self) {
        assert_eq!(self.app.verify(self.app.now()).await.expect("verify runs"), []);
    }
}

const fn minutes(n: i64) -> Duration {
    Duration::minutes(n)
}

both_databases! {
    async fn the_link_goes_an_hour_before_to_who_attends_online_and_reminders_to_all(kind: Kind) {
        let scene = Scene::event("here").hybrid(Some(1)).starts_at(at(START));
        let Some(house) = House::open_with(kind, NOW, scene).await else { return };
        house.enter("online", Mode::Online).await;
        house.enter("room", Mode::OnSite).await;
        house.enter("waits", Mode::Online).await;
        assert_eq!(house.sql().count("registration", "state = 'waitlisted'"), 1);

        house.look(Duration::days(7) + minutes(1)).await;
        assert!(house.owed("reminder").is_empty());
        house.look(Duration::days(7)).await;
        house.look(Duration::days(7) - minutes(1)).await;
        assert_eq!(house.owed("reminder"), ["online queued", "room queued"], "a week before, once, nobody who waits");
        house.look(Duration::days(1)).await;
        assert_eq!(house.owed("reminder").len(), 4, "and a day before");
        house.look(minutes(61)).await;
        assert!(house.owed("join_details").is_empty());
        house.look(minutes(60)).await;
        assert_eq!(house.owed("join_details"), ["online queued"], "who comes to the room needs no link, who waits must not have it");
        assert_eq!(house.facts("join_details")["join_link"], LINK);
        let row = house.sql().words("SELECT priority || ' ' || CAST(not_after AS TEXT) AS value FROM outbox WHERE kind = 'join_details'");
        assert!(row[0].starts_with("2 2026-12-10 08:00:00"), "dies at the start: {row:?}");

        // Another process, or this one again, finds it done.
        let twin = app::open(&house.database.url, house.clock.clone());
        for app in [&house.app, &twin] {
            assert_eq!(app.remind(app.now()).await.expect("a round"), 0, "there is nothing to look after");
        }
        house.look(minutes(59)).await;
        assert_eq!((house.owed("join_details").len(), house.owed("reminder").len()), (1, 4));
        house.verified().await;
    }
}

both_databases! {
    async fn what_would_be_late_is_not_sent(kind: Kind) {
        for (silent_until, sent) in [(minutes(53), true), (minutes(52), false), (minutes(0), false)] {
            let Some(house) = House::open(kind).await else { return };
            house.enter("online", Mode::Online).await;
            house.look(silent_until).await;
            assert_eq!(!house.owed("join_details").is_empty(), sent, "the timers stood still until {silent_until} before");
            // A week or a day before is long over.
            assert!(house.owed("reminder").is_empty());
            house.look(silent_until - minutes(1)).await;
            assert_eq!(house.owed("join_details").len(), usize::from(sent), "nor later");
        }
        // An eighth of two minutes is less than it takes the timers to look.
        for (before, sent) in [(60, true), (59, false)] {
            let Some(house) = House::open(kind).await else { return };
            house.enter("online", Mode::Online).await;
            house.set_lead(Some(2)).await;
            house.look(Duration::seconds(before)).await;
            assert_eq!(!house.owed("join_details").is_empty(), sent, "{before} seconds before");
        }
    }
}

both_databases! {
    async fn who_was_told_since_it_fell_due_is_not_told_again(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.enter("early", Mode::Online).await;
        let late = house.enter("switches", Mode::OnSite).await;
        let leaves = house.enter("leaves", Mode::Online).await;
        // The timers stand still for a few minutes, in which people go on.
        house.clock.set(at(START) - minutes(58));
        house.enter("new", Mode::Online).await;
        house.app.switch_mode(late, Mode::Online, Actor::Person, house.app.now()).await.expect("switched");
        house.app.switch_mode(leaves, Mode::OnSite, Actor::Person, house.app.now()).await.expect("switched");
        house.look(minutes(57)).await;
        assert_eq!(house.owed("join_details"), ["early queued"]);
        assert_eq!(house.facts("event_changed")["join_link"].as_str(), None, "who comes to the room is told nothing of it");
        house.enter("later", Mode::Online).await;
        house.look(minutes(56)).await;
        assert_eq!(house.owed("join_details").len(), 1);
        assert_eq!(house.facts("registration_confirmed")["join_link"], LINK, "they have it in their confirmation");
        house.verified().await;
    }
}

both_databases! {
    async fn a_reschedule_moves_it_and_the_way_back_does_not_repeat_it(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.enter("online", Mode::Online).await;
        house.look(minutes(90)).await;
        house.move_by(Duration::hours(2)).await;
        house.look(minutes(60)).await;
        assert!(house.owed("join_details").is_empty(), "the start has moved");
        house.move_by(-Duration::hours(2)).await;
        // The change of a minute ago said the link.
        house.look(minutes(59)).await;
        assert!(house.owed("join_details").is_empty(), "{:?}", house.owed("join_details"));
        house.move_by(Duration::hours(2)).await;
        house.look(-minutes(60)).await;
        assert_eq!(house.owed("join_details"), ["online queued"], "an hour before the new start");
        house.move_by(Duration::hours(1)).await;
        assert_eq!(house.owed("join_details"), ["online aborted"], "what waits says what is no longer true");
        house.move_by(-Duration::hours(1)).await;
        house.look(-minutes(61)).await;
        assert_eq!(house.owed("join_details").len(), 1, "that start was looked after; the change said the link");
        house.move_by(Duration::hours(1)).await;
        house.look(-minutes(120)).await;
        assert_eq!(house.owed("join_details"), ["online aborted", "online queued"]);
        house.verified().await;
    }
}

both_databases! {
    async fn a_day_before_is_twenty_four_hours_also_when_the_clock_changes(kind: Kind) {
        // Winter time ends in the night before: from noon to one in the afternoon, in Brussels, are twenty-four hours.
        for (start, reminder, join) in [
            ("2027-03-28T11:00:00Z", "2027-03-27T11:00:00Z", "2027-03-28T10:00:00Z"),
            ("2027-10-31T12:00:00Z", "2027-10-30T12:00:00Z", "2027-10-31T11:00:00Z"),
            // The link falls due in the hour that comes twice.
            ("2027-10-31T01:30:00Z", "2027-10-30T01:30:00Z", "2027-10-31T00:30:00Z"),
        ] {
            let scene = Scene::event("here").hybrid(None).starts_at(at(start));
            let Some(house) = House::open_with(kind, "2027-03-01T09:00:00Z", scene).await else { return };
            house.enter("online", Mode::Online).await;
            for (kind, due) in [("reminder", reminder), ("join_details", join)] {
                for (when, expected) in [(at(due) - Duration::seconds(1), 0), (at(due), 1), (at(due) + minutes(1), 1)] {
                    house.clock.set(when);
                    house.app.remind(house.app.now()).await.expect("a round");
                    assert_eq!(house.owed(kind).len(), expected, "{kind} of {start} at {when}");
                }
            }
        }
    }
}

both_databases! {
    async fn what_waits_ends_with_the_seat_the_way_and_the_event(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let mut rows = Vec::new();
        for name in ["stays", "withdraws", "erases", "switches", "refused"] {
            rows.push(house.enter(name, Mode::Online).await);
        }
        house.look(minutes(60)).await;
        assert_eq!(house.owed("join_details").len(), 5);
        let now = house.app.now();
        house.app.withdraw(rows[1], Actor::Person, None, now).await.expect("withdrawn");
        house.app.erase(rows[2], Actor::Person, now).await.expect("erased");
        house.app.switch_mode(rows[3], Mode::OnSite, Actor::Person, now).await.expect("switched");
        house.app.reject(rows[4], "Not this time".into(), Actor::Operator, now).await.expect("refused");
        assert_eq!(house.owed("join_details"), ["stays queued", "withdraws aborted", " aborted", "switches aborted", "refused aborted"]);
        house.app.cancel_event(house.event, None, None, Actor::Operator, now).await.expect("called off");
        assert_eq!(house.owed("join_details")[0], "stays aborted");
        house.look(minutes(58)).await;
        assert_eq!(house.owed("join_details").len(), 5);
        house.verified().await;
    }
}

both_databases! {
    /// What could not be delivered is tried again only as long as it is true.
    async fn a_dead_letter_does_not_come_back_after_the_seat(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let (stays, leaves) = (house.enter("stays", Mode::Online).await, house.enter("leaves", Mode::Online).await);
        house.look(minutes(60)).await;
        house.sql().run("UPDATE outbox SET status = 'failed' WHERE kind = 'join_details'");
        house.app.withdraw(leaves, Actor::Person, None, house.app.now()).await.expect("withdrawn");
        for (row, goes) in [(stays, true), (leaves, false)] {
            let mail = house.sql().number(&format!("SELECT id AS value FROM outbox WHERE kind = 'join_details' AND registration_id = {row}"));
            let tried = house.app.retry_mail(MailId(mail), Actor::Operator, house.app.now()).await.expect("a try");
            assert_eq!(tried, goes);
        }
        house.verified().await;
    }
}

both_databases! {
    async fn the_link_that_goes_is_the_one_that_leads_there(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.enter("online", Mode::Online).await;
        house.look(minutes(60)).await;
        house.set_link(Some("https://meet.example.be/other-room")).await;
        assert_eq!(house.owed("join_details"), ["online queued"]);
        assert_eq!(house.facts("join_details")["join_link"], "https://meet.example.be/other-room", "what waits follows");
        assert_eq!(house.facts("event_changed")["join_link"], "https://meet.example.be/other-room");
        house.set_link(None).await;
        assert_eq!(house.owed("join_details"), ["online aborted"], "there is nothing to say");
        house.verified().await;

        // Without a link none goes; who is told one later is told by the change.
        let Some(house) = House::open(kind).await else { return };
        house.enter("online", Mode::Online).await;
        house.set_link(None).await;
        house.sent();
        house.look(minutes(60)).await;
        assert!(house.owed("join_details").is_empty());
        house.set_link(Some(LINK)).await;
        house.look(minutes(59)).await;
        assert!(house.owed("join_details").is_empty());
        assert_eq!(house.facts("event_changed")["join_link"], LINK);
        house.verified().await;
    }
}

both_databases! {
    async fn a_platform_says_when_or_never(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.enter("online", Mode::Online).await;
        house.set_lead(Some(180)).await;
        house.look(minutes(180)).await;
        assert_eq!(house.owed("join_details").len(), 1);
        house.set_lead(Some(60)).await;
        house.look(minutes(60)).await;
        assert_eq!(house.owed("join_details").len(), 1, "once for a start, whatever the lead");

        let Some(house) = House::open(kind).await else { return };
        house.enter("online", Mode::Online).await;
        house.set_lead(None).await;
        house.look(minutes(60)).await;
        house.look(minutes(30)).await;
        assert!(house.owed("join_details").is_empty());
    }
}

both_databases! {
    /// Ten thousand messages to the same people, owed before, may take longer than an hour.
    async fn it_waits_for_no_other_mail_to_the_same_person(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.enter("online", Mode::Online).await;
        house.look(minutes(60)).await;
        let claimed = house.app.claim_mails(10, 60, house.app.now()).await.expect("a claim");
        let kinds: Vec<MailKind> = claimed.iter().map(|mail| mail.kind).collect();
        assert_eq!(kinds, [MailKind::RegistrationConfirmed, MailKind::JoinDetails], "together, and in order of priority");
        let later = house.app.claim_mails(10, 60, house.app.now()).await.expect("a claim");
        assert!(later.is_empty(), "nobody else takes them");
    }
}
