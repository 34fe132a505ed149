//! Doors of a platform for members: a mandate past its end closes every one of them in the same second, whether the timers run or not;
//! the place goes to whoever is next, and a mandate that is renewed opens them again.

use chrono::Duration;
use quarterdeck::app::answer_invitation::Acceptance;
use quarterdeck::app::invite::{Invited, Invitee};
use quarterdeck::app::roster::import::{Outcome, Wish};
use quarterdeck::app::roster::rows::read_text;
use quarterdeck::app::{Actor, App, AppError, enter, load_catalogue};
use quarterdeck::clock::{Clock, Instant};
use quarterdeck::db::{DatabaseUrl, invitations, migrate};
use quarterdeck::domain::admission::{Basis, Shut};
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::ids::{EventId, PlatformId, Reference};
use quarterdeck::domain::invitation::Verdict;
use quarterdeck::domain::language::Language;
use quarterdeck::domain::member::{Function, parse_day};
use quarterdeck::domain::mode::Mode;
use quarterdeck::domain::registration::State;
use quarterdeck::domain::sector::Sector;

use crate::both_databases;
use crate::rosters::{day, member};
use crate::support::app;
use crate::support::databases::{Database, Kind};
use crate::support::scene::Scene;
use crate::support::service::Service;
use crate::support::smtp_sink::Manner;
use crate::support::sql::Sql;

/// The last second of 30 November 2026 in Brussels, and the first of December.
const LAST_SECOND: &str = "2026-11-30T22:59:59Z";
const DECEMBER: &str = "2026-11-30T23:00:00Z";

fn at(moment: &str) -> Instant {
    moment.parse().expect("a moment")
}

/// The platform csi-dpo with an event on 10 December, one seat in the room and any number online.
struct House {
    app: App,
    clock: Clock,
    platform: PlatformId,
    event: EventId,
    database: Database,
}

impl House {
    async fn open(kind: Kind) -> Option<Self> {
        let database = kind.fresh()?;
        migrate::migrate(&DatabaseUrl::parse(&database.url).expect("a URL")).expect("migrated");
        let clock = Clock::fixed(at(LAST_SECOND));
        let app = app::open(&database.url, clock.clone());
        app.load_catalogue(load_catalogue::CCB, Actor::System, app.now()).await.expect("the catalogue");
        let platform = app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        let scene = Scene::event("csi-session").platform("csi-dpo").seats(1).hybrid(None).starts_at(at("2026-12-10T08:00:00Z"));
        scene.put(&mut Sql::open(&database.url));
        let event = app.event_by_slug("csi-session").await.expect("an event").stored.event.id;
        Some(Self { app, clock, platform, event, database })
    }

    fn sql(&self) -> Sql {
        Sql::open(&self.database.url)
    }

    fn now(&self) -> Instant {
        self.app.now()
    }

    async fn add(&self, name: &str, function: Function, term: (&str, &str)) -> Reference {
        let member = member(name, "FOD Bruggen", function, term);
        self.app.add_member(self.platform, member, Actor::Operator, self.now()).await.expect("added")
    }

    async fn end(&self, mandate: &Reference, last: &str) {
        let done = self.app.end_member(self.platform, mandate.clone(), None, day(last), Actor::Operator, self.now()).await;
        done.expect("ended");
    }

    async fn invite(&self, names: &[&str]) -> Invited {
        let people = names.iter().map(|name| invitee(name)).collect();
        self.app.invite(self.event, people, None, Actor::Operator, self.now()).await.expect("invited")
    }

    async fn invitation(&self, name: &str) -> invitations::Row {
        let filter = invitations::ListFilter { search: address(name), limit: 2, ..Default::default() };
        self.app.invitations_of(self.event, filter).await.expect("a list").first().expect("an invitation").0.clone()
    }

    async fn accept(&self, name: &str, mode: Mode) -> Result<State, AppError> {
        let row = self.invitation(name).await;
        self.app.accept_invitation(self.event, row.id, acceptance(name, mode), self.now()).await
    }

    /// Why the page behind the link in the invitation is closed.
    async fn door(&self, name: &str) -> Option<Shut> {
        let token = self.app.secrets.invitation_token(&self.invitation(name).await.reference);
        self.app.invitation_by_token(&token).await.expect("a page").shut
    }

    /// The same of the personal page.
    async fn own_door(&self, name: &str) -> Option<Shut> {
        let words = self.sql().words(&format!("SELECT reference AS value FROM registration WHERE email = '{}'", address(name)));
        let token = self.app.secrets.page_token(&Reference::parse(&words[0]).expect("a reference"));
        self.app.registration_by_token(&token).await.expect("a page").shut
    }

    fn state(&self, name: &str) -> String {
        self.sql().words(&format!("SELECT state AS value FROM registration WHERE email = '{}'", address(name))).join(",")
    }

    /// Kind and status of the mails about somebody's registration, in order.
    fn mails(&self, name: &str) -> Vec<String> {
        let whose = format!("(SELECT id FROM registration WHERE email = '{}')", address(name));
        self.sql().words(&format!("SELECT kind || ' ' || status AS value FROM outbox WHERE registration_id = {whose} ORDER BY id"))
    }

    async fn verified(&self) {
        assert_eq!(self.app.verify(self.now()).await.expect("verify runs"), []);
        assert_eq!(self.app.verify_journal(None).await.expect("the journal").flaws, []);
    }
}

fn address(name: &str) -> String {
    format!("{}@example.be", name.to_lowercase().replace(' ', "."))
}

fn invitee(name: &str) -> Invitee {
    let who = member(name, "FOD Bruggen", Function::Csi, ("2026-01-01", ""));
    Invitee { email: who.email, name: Some(who.name), organisation: Some(who.organisation), sector: Some(Sector::Public), language: Language::Nl }
}

fn acceptance(name: &str, mode: Mode) -> Acceptance {
    let who = member(name, "FOD Bruggen", Function::Csi, ("2026-01-01", ""));
    Acceptance { name: who.name, organisation: who.organisation, sector: Sector::Public, mode, language: Language::Nl }
}

fn ended(last: &str) -> Option<Shut> {
    Some(Shut { ended: parse_day(last), begins: None })
}

both_databases! {
    /// From one second to the next, nobody having done anything: every door is closed, to the member alone.
    async fn the_doors_close_in_the_same_second(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.add("An Peeters", Function::Dpo, ("2026-01-01", "2026-11-30")).await;
        house.add("Jan Maes", Function::Csi, ("2026-01-01", "")).await;
        house.add("Late Janssens", Function::Ciso, ("2026-01-01", "2026-11-30")).await;
        house.invite(&["An Peeters", "Jan Maes", "Late Janssens", "Gus Guest"]).await;
        for (name, basis) in [("An Peeters", Basis::Mandate), ("Jan Maes", Basis::Mandate), ("Gus Guest", Basis::Personal)] {
            assert_eq!(house.invitation(name).await.basis, basis, "{name}");
        }
        assert_eq!(house.accept("An Peeters", Mode::OnSite).await.expect("a seat"), State::Confirmed);
        assert_eq!(house.accept("Jan Maes", Mode::OnSite).await.expect("a place in line"), State::Waitlisted);
        assert_eq!((house.door("Late Janssens").await, house.own_door("An Peeters").await), (None, None), "the last second belongs to the mandate");
        let an = house.app.registration_by_reference(&reference(&house, "An Peeters")).await.expect("a registration").row;

        house.clock.set(at(DECEMBER));
        assert_eq!(house.door("Late Janssens").await, ended("2026-11-30"));
        assert_eq!(house.own_door("An Peeters").await, ended("2026-11-30"), "before anybody noted it");
        assert!(matches!(house.accept("Late Janssens", Mode::Online).await, Err(AppError::MandateEnded(shut)) if Some(shut) == ended("2026-11-30")));
        let refused = house.app.switch_mode(an.id, Mode::Online, Actor::Person, house.now()).await;
        assert!(matches!(refused, Err(AppError::WrongState(State::Withdrawn))), "{refused:?}");
        assert_eq!(house.app.invited_without_answer(house.event, house.now()).await.expect("a list").len(), 0);
        for queued in house.sql().words("SELECT cast(id AS TEXT) AS value FROM outbox WHERE kind = 'registration_confirmed'") {
            let mail = quarterdeck::domain::ids::MailId(queued.parse().expect("a number"));
            assert!(house.app.hold_back(mail, house.now()).await.expect("a look"), "its seat is told to nobody any more");
        }
        assert_eq!(house.state("An Peeters"), "confirmed", "nothing was noted so far");

        // The first work on the event, whatever it is, takes her out before it does anything.
        assert_eq!(house.accept("Gus Guest", Mode::OnSite).await.expect("a place in line"), State::Waitlisted);
        assert_eq!((house.state("An Peeters"), house.state("Jan Maes")), ("withdrawn".into(), "confirmed".into()));
        assert_eq!(house.mails("An Peeters"), ["registration_confirmed aborted", "withdrawn queued"]);
        assert_eq!(house.mails("Jan Maes"), ["waitlisted queued", "promoted queued"]);
        let why = house.sql().words("SELECT cause || ' ' || reason AS value FROM registration_change WHERE cause = 'mandate_ended'");
        assert_eq!(why, [r#"mandate_ended {"code":"mandate_ended","on":"2026-11-30"}"#]);
        assert_eq!(house.door("Gus Guest").await, None, "a guest stays a guest");
        assert_eq!(house.app.close_doors(house.now()).await.expect("a round"), 0, "there is nothing left to do");
        house.verified().await;
    }
}

fn reference(house: &House, name: &str) -> Reference {
    let words = house.sql().words(&format!("SELECT reference AS value FROM registration WHERE email = '{}'", address(name)));
    Reference::parse(&words[0]).expect("a reference")
}

both_databases! {
    /// At the change of the day the timers give the place to the next, and a renewed mandate opens the same links again.
    async fn the_timers_give_the_place_on_and_a_renewal_opens_again(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.add("An Peeters", Function::Dpo, ("2026-01-01", "2026-11-30")).await;
        house.add("Eva Smet", Function::Dpo, ("2026-01-01", "2026-11-30")).await;
        // Two functions: with the first mandate the second does not end.
        house.add("Eva Smet", Function::Csi, ("2026-06-01", "2027-05-31")).await;
        house.invite(&["An Peeters", "Eva Smet"]).await;
        assert_eq!(house.accept("An Peeters", Mode::OnSite).await.expect("a seat"), State::Confirmed);
        assert_eq!(house.accept("Eva Smet", Mode::OnSite).await.expect("a place in line"), State::Waitlisted);
        assert_eq!(house.app.close_doors(house.now()).await.expect("a round"), 0);
        house.clock.set(at(DECEMBER));
        assert_eq!(house.app.close_doors(house.now()).await.expect("a round"), 1);
        assert_eq!((house.state("An Peeters"), house.state("Eva Smet")), ("withdrawn".into(), "confirmed".into()));
        let moved = house.sql().count("journal", "deed = 'registration_withdrawn' AND actor = 'system'");
        assert_eq!(moved, 1, "the journal says that the service did it");

        house.add("An Peeters", Function::Dpo, ("2026-12-05", "")).await;
        assert_eq!(house.door("An Peeters").await, Some(Shut { ended: parse_day("2026-11-30"), begins: parse_day("2026-12-05") }));
        house.clock.set(at("2026-12-05T09:00:00Z"));
        assert_eq!((house.door("An Peeters").await, house.own_door("An Peeters").await), (None, None));
        assert_eq!(house.accept("An Peeters", Mode::Online).await.expect("a seat"), State::Confirmed);
        assert_eq!(house.sql().count("registration", "sequence >= 2"), 1, "a calendar that dropped the event takes it back");
        house.verified().await;
    }
}

both_databases! {
    /// Whatever staff does to the roster: the place is given back in the same call.
    async fn every_way_to_end_a_mandate_closes_at_once(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let wish = || Wish { doubtful: true, keep_good: false, shown: None };
        let names = ["End One", "Remove Two", "Import Three", "Undo Four", "Move Five", "Erase Six"];
        let first = house.add(names[0], Function::Csi, ("2026-01-01", "")).await;
        let second = house.add(names[1], Function::Dpo, ("2026-01-01", "")).await;
        house.add(names[2], Function::Csi, ("2026-01-01", "")).await;
        house.add(names[5], Function::Expert, ("2026-01-01", "")).await;
        let fifth = house.add(names[4], Function::Ciso, ("2026-01-01", "")).await;
        let heading = "name;email;organisation;function;language;start;end\n";
        let import = async |rows: &str| {
            let (drafts, wrong) = read_text(&format!("{heading}{rows}")).expect("a table");
            match house.app.import_members(house.platform, drafts, wrong, wish(), Actor::Operator, house.now()).await.expect("an outcome") {
                Outcome::Written(written) => written.import.expect("an import"),
                other => panic!("{other:?}"),
            }
        };
        let imported = import("Undo Four;undo.four@example.be;FOD Bruggen;expert;nl;2026-01-01;\n").await;
        house.invite(&names).await;
        for name in names {
            assert_eq!(house.accept(name, Mode::Online).await.expect("a seat"), State::Confirmed, "{name}");
        }
        house.end(&first, "2026-11-30").await;
        assert_eq!(house.state(names[0]), "confirmed", "the last day belongs to the mandate");
        house.end(&first, "2026-11-29").await;
        assert_eq!((house.state(names[0]), house.own_door(names[0]).await), ("withdrawn".into(), ended("2026-11-29")));
        house.app.remove_member(house.platform, second, None, Actor::Operator, house.now()).await.expect("removed");
        assert_eq!((house.state(names[1]), house.own_door(names[1]).await), ("withdrawn".into(), Some(Shut { ended: None, begins: None })));
        import("Import Three;import.three@example.be;FOD Bruggen;csi;nl;2026-01-01;2026-11-01\n").await;
        assert_eq!((house.state(names[2]), house.own_door(names[2]).await), ("withdrawn".into(), ended("2026-11-01")));
        house.app.undo_import(house.platform, imported, Actor::Operator, house.now()).await.expect("undone");
        assert_eq!(house.state(names[3]), "withdrawn");
        let successor = member("New Five", "FOD Bruggen", Function::Ciso, ("2026-01-01", ""));
        house.app.change_member(house.platform, fifth, None, successor, Actor::Operator, house.now()).await.expect("changed");
        assert_eq!(house.state(names[4]), "withdrawn", "the mandate is somebody else's now");
        house.app.erase_person(&EmailAddress::parse(&address(names[5])).expect("an address"), house.now()).await.expect("erased");
        assert_eq!(house.sql().count("registration", "state = 'confirmed'"), 0);
        assert_eq!(house.sql().count("outbox", "kind = 'withdrawn'"), 6, "one mail each");
        house.verified().await;
    }
}

both_databases! {
    /// What rests on a mandate and what does not; and an organiser who asks for somebody in spite of the roster gets them in.
    async fn guests_stand_and_a_former_member_can_be_invited_as_one(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let mandate = house.add("An Peeters", Function::Dpo, ("2026-01-01", "")).await;
        house.add("Bert Claes", Function::Csi, ("2026-01-01", "2026-11-30")).await;
        house.invite(&["An Peeters"]).await;
        assert_eq!(house.accept("An Peeters", Mode::Online).await.expect("a seat"), State::Confirmed);
        let by_hand = |name: &str| {
            let who = invitee(name);
            let (name, organisation) = (who.name.expect("a name"), who.organisation.expect("an organisation"));
            enter::Entry { name, email: who.email, organisation, sector: Sector::Public, mode: Some(Mode::Online), language: Language::Nl }
        };
        let entered = house.app.enter(house.event, vec![by_hand("Bert Claes"), by_hand("Gus Guest")], Actor::Operator, house.now()).await;
        assert!(entered.expect("entered").iter().all(|e| e.state == State::Confirmed));
        house.clock.set(at(DECEMBER));
        house.end(&mandate, "2026-11-30").await;
        let states = ["An Peeters", "Bert Claes", "Gus Guest"].map(|name| house.state(name));
        assert_eq!(states, ["withdrawn", "withdrawn", "confirmed"], "entered by hand as a member, he goes as one");

        let again = house.invite(&["An Peeters"]).await;
        assert_eq!(again.outcomes[0].0, Verdict::Again, "the old link lets nobody in");
        assert_eq!((house.invitation("An Peeters").await.basis, house.door("An Peeters").await), (Basis::Personal, None));
        assert_eq!(house.accept("An Peeters", Mode::Online).await.expect("a seat"), State::Confirmed);
        let entered = house.app.enter(house.event, vec![by_hand("Bert Claes")], Actor::Operator, house.now()).await.expect("entered");
        assert_eq!((entered[0].state, entered[0].existed), (State::Confirmed, false));
        house.clock.set(house.now() + Duration::days(2));
        assert_eq!(house.app.close_doors(house.now()).await.expect("a round"), 0);
        house.verified().await;
    }
}

both_databases! {
    /// Acceptances and the end of the mandate at the same moment, from two processes: nobody who is shut out keeps a seat.
    async fn a_mandate_that_ends_while_people_accept_leaves_nobody_in(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let other = app::open(&house.database.url, house.clock.clone());
        for round in 0..8 {
            let name = format!("Racer {}", ["Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg", "Hh"][round]);
            let mandate = house.add(&name, Function::Csi, ("2026-01-01", "")).await;
            house.invite(&[&name]).await;
            let row = house.invitation(&name).await;
            let accepting = house.app.accept_invitation(house.event, row.id, acceptance(&name, Mode::Online), house.now());
            let ending = other.end_member(house.platform, mandate, None, day("2026-11-29"), Actor::Operator, house.now());
            let (accepted, done) = if round % 2 == 0 { tokio::join!(accepting, ending) } else {
                let (done, accepted) = tokio::join!(ending, accepting);
                (accepted, done)
            };
            done.expect("ended");
            match accepted {
                Ok(State::Confirmed) => assert_eq!(house.state(&name), "withdrawn", "accepted first, and taken out by the end"),
                Err(AppError::MandateEnded(_)) => assert_eq!(house.state(&name), "", "the end came first"),
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(house.sql().count("registration", "state = 'confirmed'"), 0);
        house.verified().await;
    }
}

both_databases! {
    /// A mail that waits at the relay while the mandate ends does not go, though no timer runs; the timers send the one that parts.
    async fn a_mail_owed_to_a_former_member_does_not_go(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("csi-session").platform("csi-dpo").seats(5));
        let app = app::open(&service.database.url, Clock::System);
        let platform = app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        let who = member("An Peeters", "FOD Bruggen", Function::Dpo, ("2026-01-01", ""));
        app.add_member(platform, who, Actor::Operator, app.now()).await.expect("added");
        let event = app.event_by_slug("csi-session").await.expect("an event").stored.event.id;
        app.invite(event, vec![invitee("An Peeters")], None, Actor::Operator, app.now()).await.expect("invited");
        let (visitor, an) = (service.visitor(), address("An Peeters"));
        let page = visitor.get(&service.sink.wait_for(&an, "invitation").await.link_with("/i/")).await;
        service.sink.behave_towards(&an, Manner::LaterAtRecipient);
        // As if the process that runs the timers stood still.
        service.sql().run("UPDATE lease SET owner = 'stands still', until = '2999-01-01 00:00:00.000000' WHERE name = 'timers'");
        assert_eq!(visitor.send(&page.form("/accept")).await.state(), "confirmed");
        let tried = |service: &Service| service.sql().count("outbox", "kind = 'registration_confirmed' AND last_code IS NOT NULL") == 1;
        service.sink.wait_until(Duration::seconds(60).to_std().expect("a time"), || tried(&service)).await.expect("a try");
        service.sql().run("UPDATE member SET ends_on = '2026-01-02'");
        let called_off = || service.sql().count("outbox", "kind = 'registration_confirmed' AND status = 'aborted'") == 1;
        service.sink.wait_until(Duration::seconds(60).to_std().expect("a time"), called_off).await.expect("it is called off");
        service.sink.behave_towards(&an, Manner::Accept);
        assert_eq!(service.sink.to(&an).len(), 1, "the invitation alone");
        assert_eq!(service.sql().count("registration", "state = 'confirmed'"), 1, "nobody noted it so far");
        let closed = visitor.get(page.url.path()).await;
        assert_eq!((closed.state().as_str(), closed.find_form("/accept").is_none()), ("withdrawn", true), "{}", closed.body);
        assert_eq!(visitor.send(&page.form("/accept")).await.state(), "withdrawn");
        service.sql().run("DELETE FROM lease WHERE name = 'timers'");
        let parting = service.sink.wait_for(&an, "withdrawn").await;
        assert!(parting.text().contains("2 januari 2026"), "{}", parting.text());
        service.delivered().await;
    }
}

both_databases! {
    /// The holder's own word: the last day is the present one, which still belongs to the mandate; then the doors close in the same second.
    async fn a_mandate_that_its_holder_gives_up_closes_its_doors_with_the_day(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.add("An Peeters", Function::Dpo, ("2025-01-01", "")).await;
        house.add("Jan Maes", Function::Csi, ("2026-10-15", "")).await;
        house.sql().run("UPDATE member SET created_at = '2025-01-01 00:00:00.000000'");
        house.invite(&["An Peeters", "Jan Maes"]).await;
        assert_eq!(house.accept("An Peeters", Mode::OnSite).await.expect("a seat"), State::Confirmed);
        assert_eq!(house.accept("Jan Maes", Mode::OnSite).await.expect("a place in line"), State::Waitlisted);
        house.app.set_asking(house.platform, true, Actor::Operator, house.now()).await.expect("set");
        assert_eq!(house.app.ask_holders(at("2026-11-30T11:00:00Z")).await.expect("a round"), 1, "of what began in this quarter nothing is asked");
        let words = house.sql().words("SELECT reference AS value FROM mandate_question");
        let token = house.app.secrets.question_token(&Reference::parse(&words[0]).expect("a reference"), &address("An Peeters"));
        house.app.give_up_mandate(&token, house.now()).await.expect("given up");
        house.app.give_up_mandate(&token, house.now()).await.expect("said twice it is said once");
        assert_eq!((house.own_door("An Peeters").await, house.state("An Peeters")), (None, "confirmed".into()), "today belongs to it");
        assert_eq!(house.sql().count("journal", "deed = 'mandate_ended' AND actor = 'person'"), 1);
        house.clock.set(at(DECEMBER));
        assert_eq!(house.own_door("An Peeters").await, ended("2026-11-30"), "before anybody noted it");
        assert_eq!(house.app.close_doors(house.now()).await.expect("a round"), 1);
        assert_eq!((house.state("An Peeters"), house.state("Jan Maes")), ("withdrawn".into(), "confirmed".into()));
        house.verified().await;
    }
}
