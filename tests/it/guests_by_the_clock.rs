//! Guests proposed by members, as silence, objections and time decide: whom silence admits and whom not, and what the proposer can tell from
//! what is left.

use quarterdeck::app::guests::of_member::Own;
use quarterdeck::app::show::RegistrationView;
use quarterdeck::app::{Actor, AppError};
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::guest::Bar;
use quarterdeck::domain::ids::{Reference, RegistrationId};
use quarterdeck::domain::member::Function;
use serde_json::Value;

use crate::both_databases;
use crate::guests::{House, OVER, address, at, proposal};
use crate::rosters::member;
use crate::support::app;
use crate::support::databases::Kind as Which;

/// More than thirty days after [`OVER`], while registration is open.
const A_MONTH_LATER: &str = "2027-01-05T11:00:00Z";
/// When the data of the event are not kept any more.
const KEPT_UNTIL: &str = "2027-04-15T12:00:00Z";

impl House {
    async fn view(&self, place: RegistrationId) -> RegistrationView {
        let reference = self.sql().words(&format!("SELECT reference AS value FROM registration WHERE id = {place}")).remove(0);
        let token = self.app.secrets.page_token(&Reference::parse(&reference).expect("a reference"));
        self.app.registration_by_token(&token).await.expect("a page")
    }

    async fn own(&self, place: RegistrationId) -> Own {
        self.app.own_guests(&self.view(place).await, self.now()).await.expect("their guests")
    }

    /// What data.json says of the guests whom somebody proposed.
    async fn told(&self, place: RegistrationId) -> Vec<Value> {
        let data = self.app.registration_record(&self.view(place).await, self.now()).await.expect("a record");
        data["guests_proposed"].as_array().expect("a list").clone()
    }

    async fn bars(&self) -> Vec<Option<Bar>> {
        self.app.guests_of(self.event, self.now()).await.expect("a list").into_iter().map(|listed| listed.bar).collect()
    }

    async fn settle(&self) -> usize {
        self.app.settle_guests(self.now()).await.expect("a round")
    }

    async fn admit(&self, guest: &Reference) -> Result<(), AppError> {
        self.app.admit_guest(self.event, guest.clone(), Actor::Operator, self.now()).await
    }

    /// Somebody on the roster who is not invited yet.
    async fn enrol(&self, name: &str) {
        let mut who = member(name, "FOD Bruggen", Function::Csi, ("2025-01-01", ""));
        who.email = EmailAddress::parse(&address(name)).expect("an address");
        self.app.add_member(self.platform, who, Actor::Operator, self.now()).await.expect("added");
    }
}

both_databases! {
    /// Whether a guest was there already is not told by how long they are remembered: not on the page, in data.json, or by proposing again.
    async fn a_month_later_nothing_tells_who_was_there(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.let_members_propose(true).await;
        let an = house.join("An Peeters", "").await;
        house.take_seat("Gus Guest", &address("Gus Guest")).await;
        for name in ["Gus Guest", "New Claes"] {
            house.propose_of(an, name).await.expect("proposed");
        }
        house.clock.set(at(OVER));
        assert_eq!(house.settle().await, 2);
        assert_eq!(house.states(), ["Gus Guest elsewhere", "New Claes admitted"]);
        house.clock.set(at(A_MONTH_LATER));
        house.app.purge(house.now()).await.expect("purged");
        assert_eq!(house.states(), ["Gus Guest elsewhere", "New Claes admitted"]);
        assert!(house.own(an).await.proposals.iter().all(|row| row.erased_at.is_none()));
        let told = house.told(an).await;
        assert_eq!((told[0]["name"].as_str(), told[1]["name"].as_str()), (Some("Gus Guest"), Some("New Claes")));
        assert!(["outcome", "answered_at", "reason"].iter().all(|part| !told[0][part].is_null() && told[0][part] == told[1][part]), "{told:?}");
        assert_eq!(house.sql().count("outbox", "kind = 'guest_outcome' AND snapshot <> ''"), 2);
        for name in ["Gus Guest", "New Claes"] {
            assert!(matches!(house.propose_of(an, name).await, Err(AppError::Taken("proposal"))), "{name}");
        }
        house.clock.set(at(KEPT_UNTIL));
        house.app.purge(house.now()).await.expect("purged");
        assert_eq!(house.sql().count("guest_proposal", "name <> '' OR email_key IS NOT NULL"), 0);
        house.verified().await;
    }
}

both_databases! {
    /// Whom somebody objected to is not admitted by silence when another proposes them, or the same again once the name is gone: only by
    /// decision. The address goes with the event's data, or on request.
    async fn an_objection_stands_as_long_as_the_event(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.let_members_propose(true).await;
        house.app.set_objection_days(house.platform, 1, Actor::Operator, house.now()).await.expect("set");
        let (an, jan) = (house.join("An Peeters", "").await, house.join("Jan Maes", "").await);
        for name in ["Unwanted Smet", "Kept Claes"] {
            let guest = house.propose_of(an, name).await.expect("proposed");
            house.object(&guest).await.expect("objected");
        }
        house.propose_of(jan, "Unwanted Smet").await.expect("what another was told is not told to them");
        house.propose("Unwanted Smet").await.expect("a member's proposal keeps no organiser from standing for the same person");
        assert_eq!(house.bars().await, [Some(Bar::Objected), Some(Bar::Objected), None, None], "newest first");
        house.clock.set(at("2026-11-30T23:00:00Z"));
        assert_eq!(house.settle().await, 2);
        assert_eq!(house.states(), ["Unwanted Smet refused", "Kept Claes refused", "Unwanted Smet lapsed", "Unwanted Smet lapsed"]);
        assert_eq!(house.outcomes().iter().filter(|mail| mail.ends_with(" not")).count(), 3, "{:?}", house.outcomes());

        house.clock.set(at(A_MONTH_LATER));
        house.app.purge(house.now()).await.expect("purged");
        assert_eq!(house.states(), [" refused", " refused", " lapsed", " lapsed"]);
        assert_eq!(house.sql().words("SELECT email_key AS value FROM guest_proposal WHERE email_key IS NOT NULL ORDER BY id"), ["Unwanted Smet", "Kept Claes"].map(address));
        assert_eq!(house.sql().count("guest_proposal", "email <> '' OR reason <> '' OR decision_reason IS NOT NULL"), 0);
        house.verified().await;
        for place in [an, jan] {
            house.propose_of(place, "Unwanted Smet").await.expect("an objection and a lapse look alike");
        }
        house.clock.set(at("2027-01-06T23:00:00Z"));
        assert_eq!(house.settle().await, 2);
        assert_eq!(house.states()[4..], ["Unwanted Smet lapsed", "Unwanted Smet lapsed"]);
        assert_eq!(house.sql().count("invitation", "name = 'Unwanted Smet'"), 0);

        let staff = house.propose("Unwanted Smet").await.expect("proposed");
        house.admit(&staff).await.expect("an organiser decides");
        assert_eq!(house.sql().count("invitation", "name = 'Unwanted Smet'"), 1);
        let kept = house.app.export_person(&proposal("Kept Claes").email, house.now()).await.expect("a record");
        assert_eq!((kept["proposals"][0]["email"].as_str(), kept["proposals"][0]["name"].as_str()), (Some(address("Kept Claes").as_str()), Some("")));
        house.app.erase_person(&proposal("Unwanted Smet").email, house.now()).await.expect("erased");
        assert_eq!(house.sql().count("guest_proposal", "email_key IS NOT NULL"), 1, "Kept Claes");
        house.clock.set(at(KEPT_UNTIL));
        house.app.purge(house.now()).await.expect("purged");
        assert_eq!(house.sql().count("guest_proposal", "email_key IS NOT NULL"), 0);
        house.verified().await;
    }
}

both_databases! {
    /// Nobody stands for the guest of who is a member no more: silence admits nobody on that proposal, on another it does. What they typed
    /// is theirs; what became of it is told to members.
    async fn silence_admits_nobody_for_a_former_member(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.let_members_propose(true).await;
        let (an, eva) = (house.join("An Peeters", "2026-11-30").await, house.join("Eva Smet", "").await);
        for (place, name) in [(an, "Only Maes"), (an, "Both Claes"), (eva, "Both Claes")] {
            house.propose_of(place, name).await.expect("proposed");
        }
        assert_eq!(house.bars().await, [None; 3]);
        assert_eq!(house.told(an).await[0]["outcome"], "waiting");
        house.clock.set(at(OVER));
        assert_eq!(house.bars().await, [None, Some(Bar::NoMandate), Some(Bar::NoMandate)]);
        assert_eq!(house.settle().await, 3);
        assert_eq!(house.states(), ["Only Maes lapsed", "Both Claes lapsed", "Both Claes admitted"]);
        assert_eq!((house.sql().count("outbox", "recipient LIKE 'only%'"), house.sql().count("outbox", "recipient LIKE 'both%'")), (0, 1));
        assert_eq!(house.outcomes(), ["eva.smet@example.be nl queued accepted"]);
        house.app.close_doors(house.now()).await.expect("a round");
        let exported = house.app.export_person(&EmailAddress::parse("an.peeters@example.be").expect("an address"), house.now()).await.expect("a record");
        let exported = exported["registrations"][0]["guests_proposed"].as_array().expect("a list").clone();
        for told in [house.told(an).await, exported] {
            assert_eq!((told[0]["name"].as_str(), told[0]["reason"].as_str()), (Some("Only Maes"), Some("Speaks about the port")));
            assert!(told.iter().all(|one| one.get("outcome").is_none() && one.get("answered_at").is_none()), "{told:?}");
        }
        assert_eq!(house.told(eva).await[0]["outcome"], "accepted");
        house.verified().await;
    }
}

both_databases! {
    /// Whoever holds a mandate is called as a member, not on a colleague's word: nothing is decided of them, and they get no invitation
    /// that says where their data would come from. Their proposer is told what everybody is.
    async fn a_member_is_never_invited_as_a_guest(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.let_members_propose(true).await;
        let an = house.join("An Peeters", "").await;
        house.enrol("Roster Claes").await;
        let guest = house.propose_of(an, "Roster Claes").await.expect("proposed");
        let later = house.propose("Later Maes").await.expect("proposed");
        house.enrol("Later Maes").await;
        for guest in [&guest, &later] {
            assert!(matches!(house.object(guest).await, Err(AppError::Taken("place"))), "it would change nothing");
            assert!(matches!(house.admit(guest).await, Err(AppError::Taken("place"))));
        }
        house.clock.set(at(OVER));
        assert_eq!(house.settle().await, 2);
        assert_eq!(house.states(), ["Roster Claes elsewhere", "Later Maes elsewhere"]);
        assert_eq!(house.sql().count("invitation", "name LIKE '%Claes' OR name LIKE 'Later%'"), 0);
        assert_eq!(house.sql().count("outbox", "recipient LIKE '%guest.example.be'"), 0);
        assert_eq!(house.outcomes(), ["an.peeters@example.be nl queued accepted"]);
        house.verified().await;
    }
}

both_databases! {
    /// What the clock decided of one proposal holds for all of the same person, whether a timer was there or not: an objection to another
    /// comes too late. Where silence admits nobody it does not.
    async fn an_objection_comes_too_late_for_all_of_a_person(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.let_members_propose(true).await;
        let (an, jan, eva) = (house.join("An Peeters", "").await, house.join("Jan Maes", "2026-12-03").await, house.join("Eva Smet", "").await);
        house.propose_of(an, "Silent Maes").await.expect("proposed");
        house.propose_of(jan, "Other Claes").await.expect("proposed");
        house.clock.set(at("2026-12-02T11:00:00Z"));
        let silent = house.propose_of(eva, "Silent Maes").await.expect("proposed");
        let other = house.propose_of(eva, "Other Claes").await.expect("proposed");
        house.clock.set(at(OVER));
        assert!(matches!(house.object(&silent).await, Err(AppError::Stale)));
        assert!(matches!(house.admit(&silent).await, Err(AppError::Stale)));
        assert_eq!(house.states()[0], "Silent Maes open", "the round is the timers'");
        house.object(&other).await.expect("silence admits nobody for a former member");
        assert_eq!(house.settle().await, 1);
        assert_eq!(house.states(), ["Silent Maes admitted", "Other Claes lapsed", "Silent Maes admitted", "Other Claes refused"]);
        assert_eq!(house.sql().count("outbox", "kind = 'invitation' AND recipient LIKE 'silent%'"), 1);
        house.app.close_doors(house.now()).await.expect("a round");
        house.verified().await;
    }
}

both_databases! {
    /// Whoever forgets with time waits for other work on the event, so that a proposer who erases their own at that moment writes no name back.
    async fn forgetting_waits_for_other_work_on_the_event(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.let_members_propose(true).await;
        let mut places = Vec::new();
        for name in ["An Peeters", "Jan Maes", "Eva Smet"] {
            let place = house.join(name, "").await;
            for n in 0..3 {
                let guest = house.propose_of(place, &format!("Guest {n} of {name}")).await.expect("proposed");
                house.object(&guest).await.expect("objected");
            }
            places.push(place);
        }
        house.clock.set(at(A_MONTH_LATER));
        let other = app::open(&house.database.url, house.clock.clone());
        let mut holder = house.sql();
        let is_postgres = matches!(kind, Which::Postgres);
        if is_postgres {
            holder.run("BEGIN; SELECT id FROM event WHERE slug = 'session' FOR UPDATE");
        }
        let now = house.now();
        let purge = tokio::spawn(async move { other.purge(now).await });
        if is_postgres {
            tokio::time::sleep(std::time::Duration::from_millis(700)).await;
            assert_eq!(house.sql().count("guest_proposal", "erased_at IS NOT NULL"), 0, "somebody works on the event");
            holder.run("COMMIT");
        }
        for place in places {
            house.app.erase(place, Actor::Person, house.now()).await.expect("erased");
        }
        purge.await.expect("no panic").expect("purged");
        assert_eq!(house.sql().count("guest_proposal", "erased_at IS NULL OR name <> '' OR reason <> '' OR email <> ''"), 0);
        house.verified().await;
    }
}

macro_rules! migration {
    ($name:literal, $way:literal) => {
        (
            include_str!(concat!("../../migrations/sqlite/2026-11-28-", $name, "/", $way, ".sql")),
            include_str!(concat!("../../migrations/postgres/2026-11-28-", $name, "/", $way, ".sql")),
        )
    };
}

both_databases! {
    /// The way back leaves nothing that the program before could not read, and nothing of members that it would settle.
    async fn the_way_back_takes_members_proposals_along(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.let_members_propose(true).await;
        let an = house.join("An Peeters", "").await;
        for name in ["Waiting Maes", "Unwanted Smet"] {
            house.propose_of(an, name).await.expect("proposed");
        }
        house.object(&house.newest().await).await.expect("objected");
        house.propose("Staff Claes").await.expect("proposed");
        assert_eq!(house.outcomes().len(), 1);
        let run = |(sqlite, postgres): (&str, &str)| house.sql().run(if matches!(kind, Which::Postgres) { postgres } else { sqlite });
        run(migration!("000062_substitutes", "down"));
        run(migration!("000061_member_guests", "down"));
        assert_eq!(house.outcomes(), Vec::<String>::new());
        assert_eq!(house.states(), ["Staff Claes open"]);
        run(migration!("000061_member_guests", "up"));
        run(migration!("000062_substitutes", "up"));
        house.verified().await;
    }
}

impl House {
    async fn newest(&self) -> Reference {
        self.app.guests_of(self.event, self.now()).await.expect("a list").remove(0).row.reference
    }
}
