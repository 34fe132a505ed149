//! Guests proposed by members: who may, what they learn of it and what not, and what becomes of what they said and of what is owed to them.

use quarterdeck::app::answer_invitation::Acceptance;
use quarterdeck::app::guests::Proposal;
use quarterdeck::app::invite::Invitee;
use quarterdeck::app::platforms::revision_of;
use quarterdeck::app::{Actor, AppError};
use quarterdeck::clock::Instant;
use quarterdeck::db::invitations::ListFilter;
use quarterdeck::domain::guest::{Hindrance, MADE_AT_MOST, WAITING_AT_MOST};
use quarterdeck::domain::ids::{MailId, Reference, RegistrationId};
use quarterdeck::domain::language::Language;
use quarterdeck::domain::member::Function;
use quarterdeck::domain::mode::Mode;
use quarterdeck::domain::platform::PlatformSheet;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::text::Title;

use crate::both_databases;
use crate::guests::{House, OVER, at, proposal};
use crate::rosters::{day, member};
use crate::support::app;

impl House {
    /// Whether members propose guests.
    pub async fn let_members_propose(&self, wanted: bool) {
        let platform = self.app.platforms().await.expect("a list").into_iter().find(|p| p.id == self.platform).expect("the platform");
        let sheet = PlatformSheet::of(&platform);
        let changed = PlatformSheet { members_propose: wanted, ..sheet.clone() };
        self.app.change_platform(self.platform, revision_of(&sheet), changed, Actor::Operator, self.now()).await.expect("changed");
    }

    /// A member with a seat; their mandate ends on this day, or never.
    pub async fn join(&self, name: &str, ends: &str) -> RegistrationId {
        let who = member(name, "FOD Bruggen", Function::Csi, ("2025-01-01", ends));
        self.app.add_member(self.platform, who.clone(), Actor::Operator, self.now()).await.expect("added");
        self.take_seat(who.name.as_str(), who.email.as_str()).await
    }

    pub async fn take_seat(&self, name: &str, email: &str) -> RegistrationId {
        let who = member(name, "FOD Bruggen", Function::Csi, ("2025-01-01", ""));
        let email = quarterdeck::domain::email::EmailAddress::parse(email).expect("an address");
        let invitee = Invitee {
            email: email.clone(),
            name: Some(who.name.clone()),
            organisation: Some(who.organisation.clone()),
            sector: None,
            language: Language::Nl,
        };
        self.app.invite(self.event, vec![invitee], None, Actor::Operator, self.now()).await.expect("invited");
        let filter = ListFilter { search: email.as_str().to_owned(), limit: 1, ..ListFilter::default() };
        let invitation = self.app.invitations_of(self.event, filter).await.expect("a list")[0].0.id;
        let form = Acceptance { name: who.name, organisation: who.organisation, sector: Sector::Public, mode: Mode::OnSite, language: Language::Nl };
        self.app.accept_invitation(self.event, invitation, form, self.now()).await.expect("accepted");
        RegistrationId(self.sql().number(&format!("SELECT id AS value FROM registration WHERE email = '{}'", email.as_str())))
    }

    pub async fn propose_of(&self, place: RegistrationId, name: &str) -> Result<Reference, AppError> {
        self.app.propose_guest_of(place, proposal(name), self.now()).await
    }

    async fn hindrance(&self, place: RegistrationId) -> Option<Hindrance> {
        let reference = self.sql().words(&format!("SELECT reference AS value FROM registration WHERE id = {place}")).remove(0);
        let token = self.app.secrets.page_token(&Reference::parse(&reference).expect("a reference"));
        let view = self.app.registration_by_token(&token).await.expect("a page");
        match self.app.own_guests(&view, self.now()).await {
            Ok(own) => {
                assert!(view.has_guests);
                own.hindrance
            }
            Err(AppError::NotFound) => {
                assert!(!view.has_guests);
                Some(Hindrance::NotWanted)
            }
            Err(other) => panic!("{other}"),
        }
    }

    /// Recipient, language and status of the mails about guests, in order, and whether they are told as accepted.
    pub fn outcomes(&self) -> Vec<String> {
        let words = "SELECT recipient || ' ' || language || ' ' || status || CASE WHEN snapshot LIKE '%\"accepted\":true%' THEN ' accepted'
                     WHEN snapshot = '' THEN ' empty' ELSE ' not' END AS value FROM outbox WHERE kind = 'guest_outcome' ORDER BY id";
        self.sql().words(words)
    }
}

fn of(name: &str, email: &str) -> Proposal {
    Proposal { email: quarterdeck::domain::email::EmailAddress::parse(email).expect("an address"), ..proposal(name) }
}

both_databases! {
    /// A member whose mandate holds, with a place, while registration is open, where the platform wants it, so many at a time.
    async fn a_member_proposes_where_and_while_they_may(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let an = house.join("An Peeters", "2026-11-30").await;
        let guest = house.take_seat("Gus Guest", "gus@guest.example.be").await;
        assert!(matches!(house.propose_of(an, "Aa Bb").await, Err(AppError::NotFound)), "off by default");
        assert_eq!(house.hindrance(an).await, Some(Hindrance::NotWanted));
        house.let_members_propose(true).await;
        house.app.load_catalogue(quarterdeck::app::load_catalogue::CCB, Actor::System, house.now()).await.expect("the catalogue");
        assert_eq!((house.hindrance(an).await, house.hindrance(guest).await), (None, Some(Hindrance::NotWanted)), "a guest proposes nobody");
        assert!(matches!(house.propose_of(guest, "Aa Bb").await, Err(AppError::MandateEnded(_))));
        let own = house.app.propose_guest_of(an, of("An Peeters", "an.peeters@example.be"), house.now()).await;
        assert!(matches!(own, Err(AppError::Taken("self"))), "{own:?}");
        let mut made = Vec::new();
        for n in 0..WAITING_AT_MOST {
            made.push(house.propose_of(an, &format!("Guest {n}")).await.expect("proposed"));
        }
        assert!(matches!(house.propose_of(an, "One More").await, Err(AppError::Invalid { field: "guests", .. })));
        assert_eq!(house.hindrance(an).await, Some(Hindrance::TooManyWait));
        house.app.take_back_guest(an, made[0].clone(), house.now()).await.expect("taken back");
        house.app.take_back_guest(an, made[0].clone(), house.now()).await.expect("said twice it is said once");
        assert!(matches!(house.app.take_back_guest(guest, made[1].clone(), house.now()).await, Err(AppError::NotFound)), "not theirs");
        assert!(matches!(house.propose_of(an, "Guest 1").await, Err(AppError::Taken("proposal"))));
        house.propose_of(an, "Guest 0").await.expect("what was taken back can be proposed again");
        for n in WAITING_AT_MOST + 1..MADE_AT_MOST {
            house.app.take_back_guest(an, house.last_of(an), house.now()).await.expect("taken back");
            house.propose_of(an, &format!("Guest {n}")).await.expect("proposed");
        }
        assert!(matches!(house.propose_of(an, "One More").await, Err(AppError::Invalid { field: "guests", .. })), "nor without end");
        assert_eq!(house.hindrance(an).await, Some(Hindrance::TooMany));
        let jan = house.join("Jan Maes", "").await;
        house.app.withdraw(jan, Actor::Person, None, house.now()).await.expect("withdrawn");
        assert!(matches!(house.propose_of(jan, "One More").await, Err(AppError::WrongState(_))));
        let eva = house.join("Eva Smet", "").await;
        house.sql().run("UPDATE event SET closes_at = '2026-11-27 10:00:00.000000' WHERE slug = 'session'");
        assert!(matches!(house.propose_of(eva, "One More").await, Err(AppError::NotOpen(_))));
        assert_eq!(house.hindrance(eva).await, Some(Hindrance::NotOpen));
        house.sql().run("UPDATE event SET closes_at = '2026-12-04 10:00:00.000000' WHERE slug = 'session'");
        assert!(matches!(house.propose_of(eva, "One More").await, Err(AppError::Invalid { field: "period", .. })));
        house.clock.set(at("2026-11-30T23:00:00Z"));
        assert!(matches!(house.propose_of(an, "One More").await, Err(AppError::MandateEnded(_))), "in the same second");
        let deeds = house.sql().count("journal", "deed = 'guest_taken_back' AND actor = 'person'");
        assert_eq!(deeds as usize, MADE_AT_MOST - WAITING_AT_MOST);
        assert_eq!(house.sql().count("outbox", "recipient LIKE '%guest.example.be' AND recipient <> 'gus@guest.example.be'"), 0);
        house.verified().await;
    }
}

impl House {
    fn last_of(&self, place: RegistrationId) -> Reference {
        let newest = format!("SELECT reference AS value FROM guest_proposal WHERE registration_id = {place} AND state = 'open' ORDER BY id DESC");
        Reference::parse(&self.sql().words(&newest)[0]).expect("a reference")
    }
}

both_databases! {
    /// What holds for one proposal of somebody holds for all, each proposer is told once, in their language, and the guest is invited once.
    async fn each_proposer_is_told_what_became_of_it(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.let_members_propose(true).await;
        let (an, jan) = (house.join("An Peeters", "").await, house.join("Jan Maes", "").await);
        house.sql().run("UPDATE registration SET language = 'de' WHERE name = 'Jan Maes'");
        house.propose_of(an, "Silent Maes").await.expect("proposed");
        let unwanted = house.propose_of(an, "Unwanted Smet").await.expect("proposed");
        house.clock.set(at("2026-12-02T11:00:00Z"));
        house.propose_of(jan, "Silent Maes").await.expect("that somebody else proposed them is not told");
        let back = house.propose_of(jan, "Unwanted Smet").await.expect("nor here");
        house.app.take_back_guest(jan, back, house.now()).await.expect("theirs alone");
        let staff = house.propose("Claimed Claes").await.expect("proposed");
        assert!(matches!(house.propose("Claimed Claes").await, Err(AppError::Taken("proposal"))), "staff is told of their own");
        house.app.admit_guest(house.event, staff, Actor::Operator, house.now()).await.expect("admitted");
        house.object(&unwanted).await.expect("objected");
        assert_eq!(house.outcomes(), ["an.peeters@example.be nl queued not"]);
        house.clock.set(at(OVER));
        assert_eq!(house.app.settle_guests(house.now()).await.expect("a round"), 1);
        let told = ["an.peeters@example.be nl queued not", "an.peeters@example.be nl queued accepted", "jan.maes@example.be de queued accepted"];
        assert_eq!(house.outcomes(), told);
        assert_eq!(house.app.settle_guests(house.now()).await.expect("a round"), 0);
        assert_eq!(house.states(), ["Silent Maes admitted", "Unwanted Smet refused", "Silent Maes admitted", "Unwanted Smet taken_back", "Claimed Claes admitted"]);
        let invited = house.sql().words("SELECT recipient AS value FROM outbox WHERE kind = 'invitation' AND snapshot LIKE '%\"proposed\":true%'");
        assert_eq!(invited, ["claimed.claes@guest.example.be", "silent.maes@guest.example.be"], "who was proposed is told so, and nobody else");
        assert_eq!(house.sql().count("outbox", "recipient LIKE 'silent%'"), 1);
        assert!(matches!(house.propose_of(an, "Unwanted Smet").await, Err(AppError::Taken("proposal"))), "an objection is not asked again and again");
        house.verified().await;
    }
}

both_databases! {
    /// Whether somebody is a member, invited or registered cannot be learned from proposing them: the same answer, told at the same moment.
    async fn who_else_is_there_cannot_be_learned(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.let_members_propose(true).await;
        let an = house.join("An Peeters", "").await;
        house.take_seat("Gus Guest", "gus@guest.example.be").await;
        let answers = [("Gus Guest", "GUS@guest.example.be"), ("New Claes", "new.claes@guest.example.be")];
        for (name, email) in answers {
            house.app.propose_guest_of(an, of(name, email), house.now()).await.expect("proposed");
        }
        let known = house.last_but_one();
        assert!(matches!(house.object(&known).await, Err(AppError::Taken("place"))), "staff is told that it decides nothing");
        house.clock.set(at(OVER));
        assert_eq!(house.app.settle_guests(house.now()).await.expect("a round"), 2);
        assert_eq!(house.states(), ["Gus Guest elsewhere", "New Claes admitted"]);
        assert_eq!(house.outcomes(), ["an.peeters@example.be nl queued accepted"; 2]);
        let moments = house.sql().words("SELECT CAST(count(DISTINCT decided_at) AS TEXT) AS value FROM guest_proposal");
        assert_eq!(moments, ["1"]);
        assert_eq!(house.sql().count("outbox", "kind = 'invitation' AND recipient LIKE 'gus%'"), 1, "and is not invited once more");
        let data = house.app.export_person(&proposal("New Claes").email, house.now()).await.expect("a record");
        assert!(data["proposals"][0]["proposed_by"] == "member" && !data.to_string().contains("Peeters"), "the guest does not learn who: {data}");
        let data = house.app.export_person(&of("x", "an.peeters@example.be").email, house.now()).await.expect("a record");
        let made = &data["registrations"][0]["guests_proposed"];
        let outcomes: Vec<_> = made.as_array().expect("a list").iter().map(|one| one["outcome"].as_str().expect("a word")).collect();
        assert_eq!(outcomes, ["accepted", "accepted"], "{made}");
        house.verified().await;
    }
}

impl House {
    fn last_but_one(&self) -> Reference {
        let words = self.sql().words("SELECT reference AS value FROM guest_proposal ORDER BY id");
        Reference::parse(&words[words.len() - 2]).expect("a reference")
    }

    fn outcome_mails(&self) -> Vec<MailId> {
        let ids = self.sql().words("SELECT CAST(id AS TEXT) AS value FROM outbox WHERE kind = 'guest_outcome' ORDER BY id");
        ids.iter().map(|id| MailId(id.parse().expect("a number"))).collect()
    }
}

both_databases! {
    /// What is owed dies with the event, the mandate, and the data of either; so does what waits.
    async fn what_is_owed_dies_with_what_it_says(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.let_members_propose(true).await;
        let an = house.join("An Peeters", "2026-12-31").await;
        let jan = house.join("Jan Maes", "2026-12-31").await;
        let eva = house.join("Eva Smet", "").await;
        for (place, name) in [(an, "Aa Bb"), (jan, "Cc Dd"), (eva, "Ee Ff")] {
            let guest = house.propose_of(place, name).await.expect("proposed");
            house.object(&guest).await.expect("objected");
        }
        for mail in house.outcome_mails() {
            assert!(!house.app.hold_back(mail, house.now()).await.expect("a look"));
        }
        // The guest erases their data: the mail names nobody any more.
        house.app.erase_person(&proposal("Ee Ff").email, house.now()).await.expect("erased");
        assert_eq!(house.outcomes()[2], " nl aborted empty");
        // The proposer does: what waits ends, and nothing of what they said stays.
        house.propose_of(eva, "Gg Hh").await.expect("proposed");
        house.app.erase(eva, Actor::Person, house.now()).await.expect("erased");
        assert_eq!(house.sql().count("guest_proposal", &format!("registration_id = {eva} AND (state = 'open' OR reason <> '')")), 0);
        assert_eq!(house.sql().count("outbox", &format!("registration_id = {eva} AND kind = 'guest_outcome' AND status = 'queued'")), 0);
        house.verified().await;
        // A mandate ends: nothing of the meeting is told any more, whether somebody noted it or not.
        let mandate = house.sql().words("SELECT reference AS value FROM member WHERE name = 'An Peeters'").remove(0);
        let mandate = Reference::parse(&mandate).expect("a reference");
        house.clock.set(at("2026-12-01T11:00:00Z"));
        house.app.end_member(house.platform, mandate, None, day("2026-11-30"), Actor::Operator, house.now()).await.expect("ended");
        assert!(house.outcomes()[0].contains("aborted"), "{:?}", house.outcomes());
        // The event is called off: what waits lapses without another mail.
        house.propose_of(jan, "Ii Jj").await.expect("proposed");
        house.app.cancel_event(house.event, None, None, Actor::Operator, house.now()).await.expect("called off");
        let told = house.outcomes();
        assert!(told.len() == 3 && told.iter().all(|mail| mail.contains("aborted")), "{told:?}");
        assert_eq!(house.sql().count("guest_proposal", "state = 'open'"), 0);
        house.sql().run("UPDATE outbox SET status = 'queued' WHERE kind = 'guest_outcome' AND recipient LIKE 'jan%'");
        assert!(house.app.hold_back(house.outcome_mails()[1], house.now()).await.expect("a look"), "nor when staff tries it again");
        // Whoever is not invited is forgotten after a month, and so is the mail about them.
        house.clock.set(at("2026-12-27T10:00:00Z"));
        house.app.purge(house.now()).await.expect("purged");
        assert_eq!(house.sql().count("guest_proposal", "name = 'Cc Dd'"), 1, "not before");
        house.clock.set(at("2026-12-27T12:00:00Z"));
        house.app.purge(house.now()).await.expect("purged");
        assert_eq!(house.sql().count("guest_proposal", "name = 'Cc Dd'"), 0);
        assert_eq!(house.sql().count("outbox", "snapshot LIKE '%Cc Dd%'"), 0);
        house.verified().await;
    }
}

both_databases! {
    /// A guest who became a member proposes as one, and is told nothing any more when that mandate ends, though their place stands.
    async fn only_members_are_told(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.let_members_propose(true).await;
        let gus = house.take_seat("Gus Guest", "gus.guest@example.be").await;
        let who = member("Gus Guest", "FOD Bruggen", Function::Csi, ("2026-11-27", "2026-11-30"));
        house.app.add_member(house.platform, who, Actor::Operator, house.now()).await.expect("added");
        let guest = house.propose_of(gus, "Aa Bb").await.expect("proposed");
        house.object(&guest).await.expect("objected");
        assert_eq!(house.hindrance(gus).await, None);
        house.clock.set(at("2026-11-30T23:00:00Z"));
        assert_eq!(house.hindrance(gus).await, Some(Hindrance::NotWanted), "nor by the page");
        assert!(house.app.hold_back(house.outcome_mails()[0], house.now()).await.expect("a look"));
        assert_eq!(house.sql().count("registration", "state = 'confirmed'"), 1);
        house.verified().await;
    }
}

both_databases! {
    /// A reschedule leaves the time to object as it was said. Where registration now closes before, silence admits nobody: the proposal lapses
    /// with the closing, and its proposer is told.
    async fn a_reschedule_keeps_the_time_to_object(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.let_members_propose(true).await;
        let an = house.join("An Peeters", "").await;
        house.propose_of(an, "Early Maes").await.expect("proposed");
        let until = "SELECT CAST(objections_until AS TEXT) AS value FROM guest_proposal";
        let before = house.sql().words(until);
        let shift = async |starts: &str| {
            let event = house.app.event_by_slug("session").await.expect("an event").stored.event;
            let starts_at: Instant = at(starts);
            let hour = chrono::Duration::hours(1);
            let schedule = quarterdeck::domain::event::Schedule { starts_at, ends_at: starts_at + hour, closes_at: starts_at - hour, ..event.schedule.clone() };
            let place = event.place.clone();
            house.app.reschedule_event(house.event, None, schedule, place, Actor::Operator, house.now()).await.expect("moved");
        };
        shift("2027-02-14T08:00:00Z").await;
        assert_eq!((house.sql().words(until), house.app.settle_guests(house.now()).await.expect("a round")), (before.clone(), 0));
        shift("2026-12-03T09:00:00Z").await;
        assert_eq!(house.sql().words(until), before);
        assert_eq!(house.app.settle_guests(house.now()).await.expect("a round"), 0, "it can still be admitted by decision");
        house.clock.set(at("2026-12-03T08:00:00Z"));
        assert_eq!(house.app.settle_guests(house.now()).await.expect("a round"), 1);
        assert_eq!(house.states(), ["Early Maes lapsed"]);
        assert_eq!(house.outcomes(), ["an.peeters@example.be nl queued not"]);
        assert_eq!(house.sql().count("outbox", "recipient LIKE 'early%'"), 0);
        house.verified().await;
    }
}

both_databases! {
    /// Two processes at once: each member gets as many proposals as may wait, no more and no fewer, nobody is proposed twice by one member,
    /// and who changes the platform or objects meanwhile stops nobody.
    async fn the_limit_holds_under_a_rush(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.let_members_propose(true).await;
        let places = [house.join("An Peeters", "").await, house.join("Jan Maes", "").await];
        let other = app::open(&house.database.url, house.clock.clone());
        let apps = [house.app.clone(), other];
        // Both members name the same people, in both processes.
        let rush = async |with_objections: bool| {
            let mut work = Vec::new();
            for n in 0..NAMES {
                for (app, place) in apps.iter().flat_map(|app| places.map(|place| (app.clone(), place))) {
                    let now = house.now();
                    work.push(tokio::spawn(async move { app.propose_guest_of(place, proposal(&format!("Guest {n}")), now).await.map(drop) }));
                }
                let (app, now, platform, event) = (apps[n % 2].clone(), house.now(), house.platform, house.event);
                work.push(tokio::spawn(async move {
                    if !with_objections {
                        return app.set_objection_days(platform, 5 + n as u32 % 3, Actor::Operator, now).await;
                    }
                    let open = app.guests_of(event, now).await?.into_iter().find(|listed| listed.row.takes_objections(now));
                    let Some(open) = open else { return Ok(()) };
                    app.object_to_guest(event, open.row.reference, Title::parse("No").expect("a reason"), Actor::Operator, now).await
                }));
            }
            let mut done = 0;
            for one in work {
                match one.await.expect("no panic") {
                    Ok(()) => done += 1,
                    Err(AppError::Invalid { field: "guests", .. } | AppError::Taken("proposal") | AppError::Stale) => {}
                    Err(other) => panic!("{other:?}"),
                }
            }
            done
        };
        assert_eq!(rush(false).await, NAMES + 2 * WAITING_AT_MOST, "every setting, and what may wait");
        let waiting = "SELECT CAST(count(*) AS TEXT) AS value FROM guest_proposal WHERE state = 'open' GROUP BY registration_id";
        assert_eq!(house.sql().words(waiting), [WAITING_AT_MOST.to_string(), WAITING_AT_MOST.to_string()]);
        rush(true).await;
        assert!(house.sql().count("guest_proposal", "state = 'refused'") > 0);
        let most = house.sql().words(waiting);
        assert!(most.iter().all(|n| n.parse::<usize>().expect("a number") <= WAITING_AT_MOST), "{most:?}");
        let twice = house.sql().words("SELECT CAST(count(*) AS TEXT) AS value FROM guest_proposal GROUP BY registration_id, email_key HAVING count(*) > 1");
        assert_eq!(twice, Vec::<String>::new());
        assert_eq!(house.sql().count("guest_proposal", "name <> ''"), house.sql().count("journal", "deed = 'guest_proposed'"));
        house.verified().await;
    }
}

/// More than one member may propose for an event.
const NAMES: usize = MADE_AT_MOST + 2;
