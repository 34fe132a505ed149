//! Whether mandates still hold: their holders are asked once a quarter, whoever runs the timers, and answer for themselves alone.

use chrono::Duration;
use quarterdeck::app::roster::confirm::Standing;
use quarterdeck::app::{Actor, App, AppError, load_catalogue};
use quarterdeck::clock::{Clock, Instant};
use quarterdeck::db::members::ListFilter;
use quarterdeck::db::outbox::{MailStatus, Row as Mail};
use quarterdeck::db::{DatabaseUrl, migrate};
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::ids::{MailId, PlatformId, Reference};
use quarterdeck::domain::member::Function;
use quarterdeck::i18n::format::{begin_of, brussels};

use crate::both_databases;
use crate::rosters::member;
use crate::support::app;
use crate::support::databases::{Database, Kind};
use crate::support::service::Service;
use crate::support::sql::Sql;

/// A platform with a roster that was entered long ago, and a clock that the test moves.
struct Office {
    app: App,
    clock: Clock,
    platform: PlatformId,
    database: Database,
}

fn at(moment: &str) -> Instant {
    moment.parse().expect("a moment")
}

fn address(name: &str) -> String {
    format!("{}@example.be", name.to_lowercase().replace(' ', "."))
}

impl Office {
    async fn open(kind: Kind) -> Option<Self> {
        let database = kind.fresh()?;
        migrate::migrate(&DatabaseUrl::parse(&database.url).expect("a URL")).expect("migrated");
        let clock = Clock::fixed(at("2026-11-27T11:00:00Z"));
        let app = app::open(&database.url, clock.clone());
        app.load_catalogue(load_catalogue::CCB, Actor::System, app.now()).await.expect("the catalogue");
        let platform = app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        Some(Self { app, clock, platform, database })
    }

    fn sql(&self) -> Sql {
        Sql::open(&self.database.url)
    }

    fn now(&self) -> Instant {
        self.app.now()
    }

    async fn add(&self, name: &str, term: (&str, &str)) -> Reference {
        let who = member(name, "FOD Bruggen", Function::Csi, term);
        let added = self.app.add_member(self.platform, who, Actor::Operator, self.now()).await.expect("added");
        self.sql().run("UPDATE member SET created_at = '2025-01-01 00:00:00.000000'");
        added
    }

    async fn asks(&self, asks: bool) {
        self.app.set_asking(self.platform, asks, Actor::Operator, self.now()).await.expect("set");
    }

    async fn round(&self) -> usize {
        self.app.ask_holders(self.now()).await.expect("a round")
    }

    /// Who was written to, and what became of the mail, in order.
    fn mails(&self) -> Vec<String> {
        self.sql().words("SELECT recipient || ' ' || status AS value FROM outbox WHERE kind = 'mandate_question' ORDER BY id")
    }

    /// The link in the last mail to somebody.
    fn token(&self, name: &str) -> String {
        let last = format!(
            "SELECT reference AS value FROM mandate_question WHERE member_id = (SELECT id FROM member WHERE name = '{name}') ORDER BY id DESC LIMIT 1"
        );
        let reference = Reference::parse(&self.sql().words(&last)[0]).expect("a reference");
        self.app.secrets.question_token(&reference, &address(name))
    }

    async fn standing(&self, token: &str) -> Option<Standing> {
        match self.app.question_by_token(token, self.now()).await {
            Ok(view) => Some(view.standing),
            Err(AppError::NotFound) => None,
            Err(other) => panic!("{other:?}"),
        }
    }

    async fn unconfirmed(&self) -> Vec<String> {
        let today = brussels(self.now()).0;
        let filter = ListFilter { unconfirmed_on: Some(today), limit: 100, ..ListFilter::default() };
        let names: Vec<String> = self.app.members_of(self.platform, filter).await.expect("a list").into_iter().map(|row| row.name).collect();
        assert_eq!(self.app.unconfirmed_count(self.platform, today).await.expect("a count") as usize, names.len());
        names
    }

    /// The rows the condition finds are those the rule finds.
    async fn agrees(&self) {
        let today = brussels(self.now()).0;
        let all = self.app.members_of(self.platform, ListFilter { limit: 1000, ..ListFilter::default() }).await.expect("a list");
        let by_rule = all.iter().filter(|row| row.known().expect("a mandate").is_unconfirmed(today));
        assert_eq!(self.unconfirmed().await, by_rule.map(|row| row.name.clone()).collect::<Vec<_>>());
    }

    async fn verified(&self) {
        assert_eq!(self.app.verify(self.now()).await.expect("verify runs"), []);
        assert_eq!(self.app.verify_journal(None).await.expect("the journal").flaws, []);
    }
}

both_databases! {
    /// From one quarter to the next: who is asked, when, how often, and who is not.
    async fn holders_are_asked_once_a_quarter_and_once_more(kind: Kind) {
        let Some(office) = Office::open(kind).await else { return };
        for (name, term) in [
            ("An Peeters", ("2025-01-01", "")),
            ("Began Lately", ("2026-10-05", "")),
            ("Ends Soon", ("2025-01-01", "2026-12-31")),
            ("Has Ended", ("2025-01-01", "2026-11-26")),
            ("To Come", ("2027-02-01", "")),
        ] {
            office.add(name, term).await;
        }
        assert_eq!(office.round().await, 0, "nobody is asked as long as no organiser wants it");
        office.asks(true).await;
        office.agrees().await;
        office.clock.set(at("2026-11-27T20:00:00Z"));
        assert_eq!(office.round().await, 0, "nor in the night");
        office.clock.set(at("2026-11-28T07:00:00Z"));
        assert_eq!((office.round().await, office.round().await), (1, 0));
        assert_eq!(office.mails(), ["an.peeters@example.be queued"]);
        office.clock.set(at("2026-12-11T12:00:00Z"));
        assert_eq!(office.round().await, 0, "not before two weeks have passed");
        office.clock.set(at("2026-12-12T07:00:00Z"));
        assert_eq!((office.round().await, office.round().await), (1, 0));
        assert_eq!(office.mails().len(), 2, "asked twice");
        let ids = office.sql().words("SELECT DISTINCT message_id AS value FROM outbox");
        assert_eq!(ids.len(), 2, "each mail is recognisable");
        let old = office.token("An Peeters");
        assert_eq!(office.standing(&old).await, Some(Standing::Open));

        office.clock.set(at("2027-01-01T06:59:59Z"));
        assert_eq!((office.round().await, office.standing(&old).await), (0, None), "the quarter is over, and its links with it");
        office.clock.set(at("2027-01-01T07:00:00Z"));
        office.agrees().await;
        assert_eq!(office.unconfirmed().await, ["An Peeters", "Began Lately"]);
        assert_eq!((office.round().await, office.round().await), (2, 0));
        office.app.confirm_mandate(&office.token("An Peeters"), office.now()).await.expect("confirmed");
        assert_eq!(office.unconfirmed().await, ["Began Lately"]);
        office.clock.set(at("2027-01-15T12:00:00Z"));
        assert_eq!(office.round().await, 1, "who answered is left in peace");
        office.asks(false).await;
        office.clock.set(at("2027-04-01T12:00:00Z"));
        assert_eq!(office.round().await, 0, "an organiser stopped it");
        assert_eq!(office.sql().count("journal", "deed = 'holders_asked'"), 4);
        assert_eq!(office.sql().count("journal", "deed = 'holders_asking_set'"), 2);
        office.verified().await;
    }
}

both_databases! {
    /// Two processes at the same moment, and a third after a restart: each is asked once, and reminded once.
    async fn two_processes_ask_nobody_twice(kind: Kind) {
        let Some(office) = Office::open(kind).await else { return };
        let rows: String = (0..450).map(|n| format!("Person Number{n};p{n}@example.be;Dienst {};csi;nl;2025-01-01\n", n / 3)).collect();
        let table = format!("name;email;organisation;function;language;start\n{rows}");
        let (drafts, wrong) = quarterdeck::app::roster::rows::read_text(&table).expect("a table");
        let wish = quarterdeck::app::roster::import::Wish { doubtful: true, keep_good: false, shown: None };
        office.app.import_members(office.platform, drafts, wrong, wish, Actor::Operator, office.now()).await.expect("imported");
        office.sql().run("UPDATE member SET created_at = '2025-01-01 00:00:00.000000'");
        office.asks(true).await;
        let other = app::open(&office.database.url, office.clock.clone());
        for round in 1..=2 {
            let (one, two) = tokio::join!(office.app.ask_holders(office.now()), other.ask_holders(office.now()));
            assert_eq!(one.expect("a round") + two.expect("a round"), 450);
            let restarted = app::open(&office.database.url, office.clock.clone());
            assert_eq!(restarted.ask_holders(office.now()).await.expect("a round"), 0);
            let each = office.sql().words("SELECT CAST(count(*) AS TEXT) AS value FROM outbox GROUP BY recipient");
            assert!(each.len() == 450 && each.iter().all(|n| *n == round.to_string()), "{each:?}");
            office.clock.set(office.now() + Duration::days(14));
        }
        assert_eq!(office.sql().count("mandate_question", "reminded_at IS NOT NULL"), 450);
        office.verified().await;
    }
}

both_databases! {
    /// A link is its holder's, and good for its quarter; an answer calls off what is still owed, and can be given twice.
    async fn an_answer_is_the_holder_s_alone(kind: Kind) {
        let Some(office) = Office::open(kind).await else { return };
        let mandate = office.add("An Peeters", ("2025-01-01", "")).await;
        office.add("Jan Maes", ("2025-01-01", "")).await;
        office.add("Eva Smet", ("2025-01-01", "")).await;
        office.asks(true).await;
        assert_eq!(office.round().await, 3);
        let (ans, jans, evas) = (office.token("An Peeters"), office.token("Jan Maes"), office.token("Eva Smet"));
        for unknown in ["", "x", &"A".repeat(43), &format!("{ans}x")] {
            assert_eq!(office.standing(unknown).await, None, "{unknown}");
            assert!(matches!(office.app.confirm_mandate(unknown, office.now()).await, Err(AppError::NotFound)));
            assert!(matches!(office.app.give_up_mandate(unknown, office.now()).await, Err(AppError::NotFound)));
        }
        let mails: Vec<Mail> = office.app.mails(Some(MailStatus::Queued), 10).await.expect("mails");
        let mail_of = |who: &str| mails.iter().find(|mail| mail.recipient == address(who)).map(|mail| mail.id).expect("a mail");
        let held_back = async |id: MailId| office.app.hold_back(id, office.now()).await.expect("a look");
        assert!(!held_back(mail_of("Jan Maes")).await, "it waits to be sent");

        for _ in 0..2 {
            office.app.confirm_mandate(&jans, office.now()).await.expect("confirmed");
            assert_eq!(office.standing(&jans).await, Some(Standing::Confirmed(office.now())));
        }
        assert_eq!(office.sql().count("journal", "deed = 'mandate_confirmed' AND actor = 'person'"), 1);
        assert!(office.mails().contains(&"jan.maes@example.be aborted".to_owned()), "it was still owed: {:?}", office.mails());
        // Thought better of it.
        office.app.give_up_mandate(&jans, office.now()).await.expect("given up");
        office.app.confirm_mandate(&jans, office.now()).await.expect("nothing more to confirm");
        assert_eq!(office.standing(&jans).await, Some(Standing::Ended));

        // The mandate is somebody else's: the old link opens nothing, and the new holder is asked.
        let successor = member("New Peeters", "FOD Bruggen", Function::Csi, ("2025-01-01", ""));
        office.app.change_member(office.platform, mandate, None, successor, Actor::Operator, office.now()).await.expect("changed");
        assert_eq!(office.standing(&ans).await, None);
        assert_eq!(office.sql().count("outbox", "recipient = 'an.peeters@example.be'"), 0, "the mail is forgotten");
        assert_eq!(office.round().await, 1);
        assert_eq!(office.standing(&office.token("New Peeters")).await, Some(Standing::Open));
        assert_eq!(office.standing(&ans).await, None);

        // Ended by the staff before its mail goes: the mail does not go, and the page says so.
        office.sql().run("UPDATE member SET ends_on = '2026-11-26' WHERE name = 'Eva Smet'");
        assert!(held_back(mail_of("Eva Smet")).await);
        assert_eq!(office.standing(&evas).await, Some(Standing::Ended));
        office.verified().await;
    }
}

both_databases! {
    /// Erased, removed, purged: nothing of them is left in what was asked, and what is kept is handed out before.
    async fn questions_are_told_and_forgotten_with_their_mandates(kind: Kind) {
        let Some(office) = Office::open(kind).await else { return };
        office.add("An Peeters", ("2025-01-01", "")).await;
        let removed = office.add("Jan Maes", ("2025-01-01", "")).await;
        office.add("Eva Smet", ("2025-01-01", "")).await;
        office.asks(true).await;
        assert_eq!(office.round().await, 3);
        let (ans, jans, evas) = (office.token("An Peeters"), office.token("Jan Maes"), office.token("Eva Smet"));
        office.app.confirm_mandate(&ans, office.now()).await.expect("confirmed");
        let of_an = EmailAddress::parse(&address("An Peeters")).expect("an address");
        let told = office.app.export_person(&of_an, office.now()).await.expect("a record");
        let mandate = &told["mandates"][0];
        assert_eq!((mandate["asked"][0]["quarter"].as_str(), mandate["mails"][0]["kind"].as_str()), (Some("2026-Q4"), Some("mandate_question")), "{told}");
        assert!(mandate["confirmed_at"].is_string() && mandate["confirmed_at"] == mandate["asked"][0]["confirmed_at"], "{told}");

        office.app.erase_person(&of_an, office.now()).await.expect("erased");
        office.app.remove_member(office.platform, removed, None, Actor::Operator, office.now()).await.expect("removed");
        assert_eq!((office.standing(&ans).await, office.standing(&jans).await), (None, None));
        assert_eq!(office.sql().count("outbox", "recipient LIKE '%peeters%' OR snapshot LIKE '%Peeters%' OR snapshot LIKE '%Maes%'"), 0);
        assert_eq!(office.sql().count("outbox", "status = 'aborted' AND recipient = ''"), 2);
        office.verified().await;

        office.sql().run("UPDATE outbox SET status = 'sent', sent_at = created_at WHERE recipient <> ''");
        office.clock.set(at("2026-12-30T12:00:00Z"));
        assert_eq!(office.standing(&evas).await, Some(Standing::Open));
        office.clock.set(office.now() + Duration::days(91));
        office.app.purge(office.now()).await.expect("purged");
        assert_eq!(office.sql().count("outbox", "recipient <> '' OR snapshot <> ''"), 0, "what was written to who stays goes with time");
        office.verified().await;
    }
}

both_databases! {
    /// The whole way with the program itself: it owes and sends the mail, the link opens the page, the button changes the roster.
    async fn the_worker_asks_and_the_link_answers(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        let app = app::open(&service.database.url, Clock::System);
        let platform = app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        app.add_member(platform, member("An Peeters", "FOD Bruggen", Function::Dpo, ("2020-01-01", "")), Actor::Operator, app.now()).await.expect("added");
        service.sql().run("UPDATE member SET created_at = '2020-01-01 00:00:00.000000'");
        app.set_asking(platform, true, Actor::Operator, app.now()).await.expect("set");
        // The program does so by itself from eight to eight; the test may run in the night. No mail comes from the future: a signature
        // of one would rightly be refused.
        let noon = begin_of(brussels(app.now() - Duration::hours(12)).0) + Duration::hours(12);
        app.ask_holders(noon).await.expect("a round");
        service.sql().run("UPDATE outbox SET not_before = '2020-01-01 00:00:00.000000' WHERE kind = 'mandate_question'");
        let mail = service.sink.wait_for("an.peeters@example.be", "mandate_question").await;
        assert!(mail.text().contains("FOD Bruggen") && mail.calendar().is_none(), "{}", mail.text());
        assert!(mail.header("Feedback-ID").is_some_and(|id| id.contains("mandates")), "{:?}", mail.header("Feedback-ID"));
        let visitor = service.visitor();
        let page = visitor.get(&mail.link_with("/m/")).await;
        assert_eq!(service.sql().count("member", "confirmed_at IS NOT NULL"), 0, "looking changes nothing");
        let done = visitor.send(&page.form("/confirm")).await;
        assert_eq!((done.status.as_u16(), done.count(".notice.good")), (200, 1), "{}", done.body);
        assert_eq!(service.sql().count("member", "confirmed_at IS NOT NULL"), 1);
        let again = visitor.send(&page.form("/confirm")).await;
        assert_eq!(again.text("h1"), done.text("h1"), "a second use shows the same");
        assert_eq!(service.sink.to("an.peeters@example.be").len(), 1, "one mail, whoever owed it");
        assert!(visitor.get("/robots.txt").await.body.contains("Disallow: /*/m/\n"), "no page of a person's own is for search engines");
        service.assert_verified();
    }
}

both_databases! {
    /// What the staff write changes who is asked: a successor is, whatever the one before said, and so is whose mandate goes on after all.
    async fn successors_and_prolonged_mandates_are_asked_anew(kind: Kind) {
        let Some(office) = Office::open(kind).await else { return };
        let mandate = office.add("An Peeters", ("2025-01-01", "")).await;
        let ended = office.add("Jan Maes", ("2025-01-01", "")).await;
        office.asks(true).await;
        assert_eq!(office.round().await, 2);
        let (ans, jans) = (office.token("An Peeters"), office.token("Jan Maes"));
        office.app.confirm_mandate(&ans, office.now()).await.expect("confirmed");
        office.app.confirm_mandate(&jans, office.now()).await.expect("confirmed");
        office.app.give_up_mandate(&jans, office.now()).await.expect("given up");
        assert_eq!(office.round().await, 0);

        let successor = member("New Peeters", "FOD Bruggen", Function::Csi, ("2025-01-01", ""));
        office.app.change_member(office.platform, mandate, None, successor, Actor::Operator, office.now()).await.expect("changed");
        assert_eq!(office.unconfirmed().await, ["New Peeters"], "the one before spoke for themselves");
        let prolonged = member("Jan Maes", "FOD Bruggen", Function::Csi, ("2025-01-01", ""));
        office.app.change_member(office.platform, ended, None, prolonged, Actor::Operator, office.now()).await.expect("changed");
        office.agrees().await;
        assert_eq!((office.round().await, office.round().await), (2, 0));
        assert_eq!((office.standing(&ans).await, office.standing(&jans).await), (None, None), "what was asked before is taken back");
        assert_eq!(office.standing(&office.token("Jan Maes")).await, Some(Standing::Open));
        office.verified().await;
    }
}

both_databases! {
    /// Nobody is written to once an organiser stopped it; who was not written to is asked when it starts again, and nobody twice.
    async fn stopping_calls_off_what_is_owed(kind: Kind) {
        let Some(office) = Office::open(kind).await else { return };
        for name in ["An Peeters", "Jan Maes", "Eva Smet"] {
            office.add(name, ("2025-01-01", "")).await;
        }
        let to_ask = async || office.app.count_to_ask(office.platform, brussels(office.now()).0).await.expect("a count");
        assert_eq!(to_ask().await, 3);
        office.asks(true).await;
        assert_eq!((office.round().await, to_ask().await), (3, 0));
        let mails: Vec<Mail> = office.app.mails(Some(MailStatus::Queued), 10).await.expect("mails");
        let evas = mails.iter().find(|mail| mail.recipient == address("Eva Smet")).map(|mail| mail.id).expect("a mail");
        office.sql().run("UPDATE outbox SET status = 'sent', sent_at = created_at WHERE recipient = 'an.peeters@example.be'");
        // The program is about to send it.
        office.sql().run("UPDATE outbox SET lease_until = '2026-11-27 11:05:00.000000' WHERE recipient = 'eva.smet@example.be'");
        let ans = office.token("An Peeters");
        office.asks(false).await;
        assert_eq!(office.sql().count("mandate_question", "1 = 1"), 2, "one went, one may be on its way");
        assert!(office.mails().contains(&"jan.maes@example.be aborted".to_owned()), "{:?}", office.mails());
        assert!(office.app.hold_back(evas, office.now()).await.expect("a look"));
        assert_eq!(office.sql().count("mandate_question", "1 = 1"), 1);
        assert_eq!((office.round().await, to_ask().await), (0, 2), "unconfirmed are three, and one of them was asked");
        office.asks(true).await;
        assert_eq!((office.round().await, office.round().await), (2, 0));
        assert_eq!(office.standing(&ans).await, Some(Standing::Open), "what was sent is still good");
        office.verified().await;
    }
}
