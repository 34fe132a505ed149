//! Guests of platforms for members: proposed, objected to in time, and otherwise invited to one event, by one process once.

use quarterdeck::app::guests::Proposal;
use quarterdeck::app::invite::Invitee;
use quarterdeck::app::{Actor, App, AppError, load_catalogue};
use quarterdeck::clock::{Clock, Instant};
use quarterdeck::db::invitations::ListFilter;
use quarterdeck::db::{DatabaseUrl, migrate};
use quarterdeck::domain::admission::Basis;
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::ids::{EventId, PlatformId, Reference};
use quarterdeck::domain::language::Language;
use quarterdeck::domain::member::Function;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::text::{OrganisationName, PersonName, Title};

use crate::both_databases;
use crate::rosters::member;
use crate::support::app;
use crate::support::databases::{Database, Kind};
use crate::support::scene::Scene;
use crate::support::sql::Sql;

/// Friday noon; five working days are over when the next Friday is.
const FRIDAY: &str = "2026-11-27T11:00:00Z";
/// The first second of Saturday 5 December 2026 in Brussels.
pub const OVER: &str = "2026-12-04T23:00:00Z";

pub fn proposal(name: &str) -> Proposal {
    Proposal {
        name: PersonName::parse(name).expect("a name"),
        email: EmailAddress::parse(&address(name)).expect("an address"),
        organisation: OrganisationName::parse("Haven van Testdam").expect("a name"),
        sector: Sector::Private,
        language: Language::Fr,
        reason: Title::parse("Speaks about the port").expect("a reason"),
    }
}

pub fn address(name: &str) -> String {
    format!("{}@guest.example.be", name.to_lowercase().replace(' ', "."))
}

pub fn at(moment: &str) -> Instant {
    moment.parse().expect("a moment")
}

/// The platform csi-dpo with an event in January.
pub struct House {
    pub app: App,
    pub clock: Clock,
    pub platform: PlatformId,
    pub event: EventId,
    pub database: Database,
}

impl House {
    pub async fn open(kind: Kind) -> Option<Self> {
        let database = kind.fresh()?;
        migrate::migrate(&DatabaseUrl::parse(&database.url).expect("a URL")).expect("migrated");
        let clock = Clock::fixed(at(FRIDAY));
        let app = app::open(&database.url, clock.clone());
        app.load_catalogue(load_catalogue::CCB, Actor::System, app.now()).await.expect("the catalogue");
        let platform = app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        let mut sql = Sql::open(&database.url);
        Scene::event("session").platform("csi-dpo").seats(20).starts_at(at("2027-01-14T08:00:00Z")).put(&mut sql);
        Scene::event("report").starts_at(at("2027-01-14T08:00:00Z")).put(&mut sql);
        let event = app.event_by_slug("session").await.expect("an event").stored.event.id;
        Some(Self { app, clock, platform, event, database })
    }

    pub fn sql(&self) -> Sql {
        Sql::open(&self.database.url)
    }

    pub fn now(&self) -> Instant {
        self.app.now()
    }

    pub async fn propose(&self, name: &str) -> Result<Reference, AppError> {
        self.app.propose_guest(self.event, proposal(name), Actor::Operator, self.now()).await
    }

    pub async fn object(&self, guest: &Reference) -> Result<(), AppError> {
        let reason = Title::parse("Not cleared").expect("a reason");
        self.app.object_to_guest(self.event, guest.clone(), reason, Actor::Operator, self.now()).await
    }

    pub fn states(&self) -> Vec<String> {
        self.sql().words("SELECT name || ' ' || state AS value FROM guest_proposal ORDER BY id")
    }

    pub async fn invited(&self) -> Vec<(String, Basis)> {
        let rows = self.app.invitations_of(self.event, ListFilter { limit: 100, ..ListFilter::default() }).await.expect("a list");
        let mut told: Vec<_> = rows.into_iter().map(|(row, _)| (row.name, row.basis)).collect();
        told.sort_by(|a, b| a.0.cmp(&b.0));
        told
    }

    pub async fn verified(&self) {
        assert_eq!(self.app.verify(self.now()).await.expect("verify runs"), []);
        assert_eq!(self.app.verify_journal(None).await.expect("the journal").flaws, []);
    }
}

both_databases! {
    /// Silence admits, an objection refuses, a decision admits at once; from one second to the next it is too late to object.
    async fn guests_are_admitted_unless_somebody_objects_in_time(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let silent = house.propose("Silent Maes").await.expect("proposed");
        let unwanted = house.propose("Unwanted Smet").await.expect("proposed");
        let early = house.propose("Early Claes").await.expect("proposed");
        house.object(&unwanted).await.expect("objected");
        assert!(matches!(house.object(&unwanted).await, Err(AppError::Stale)), "it is decided");
        house.app.admit_guest(house.event, early.clone(), Actor::Operator, house.now()).await.expect("admitted");
        assert!(matches!(house.app.admit_guest(house.event, early, Actor::Operator, house.now()).await, Err(AppError::Stale)));
        assert_eq!(house.invited().await, [("Early Claes".into(), Basis::Personal)]);
        house.clock.set(at("2026-12-04T22:59:59Z"));
        assert_eq!(house.app.settle_guests(house.now()).await.expect("a round"), 0, "the last day is not over");
        house.clock.set(at(OVER));
        assert!(matches!(house.object(&silent).await, Err(AppError::Stale)), "too late, though no timer has been there");
        assert_eq!(house.app.settle_guests(house.now()).await.expect("a round"), 1);
        assert_eq!(house.app.settle_guests(house.now()).await.expect("a round"), 0);
        assert_eq!(house.states(), ["Silent Maes admitted", "Unwanted Smet refused", "Early Claes admitted"]);
        assert_eq!(house.invited().await, [("Early Claes".into(), Basis::Personal), ("Silent Maes".into(), Basis::Personal)]);
        assert_eq!(house.sql().count("outbox", "kind = 'invitation' AND language = 'fr'"), 2);
        assert_eq!(house.sql().count("outbox", "recipient = 'unwanted.smet@guest.example.be'"), 0, "who is refused is told nothing");
        let deeds = house.sql().words("SELECT deed || ' ' || actor AS value FROM journal WHERE deed LIKE 'guest%' ORDER BY number");
        assert_eq!(
            deeds,
            ["guest_proposed operator", "guest_proposed operator", "guest_proposed operator", "guest_refused operator", "guest_admitted operator", "guest_admitted system"]
        );
        house.verified().await;
    }
}

both_databases! {
    /// What need not, or cannot, be proposed; and an event that is called off while the time runs.
    async fn not_everybody_can_be_proposed_and_proposals_lapse(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let mut holder = member("Held Mandate", "FOD Bruggen", Function::Csi, ("2025-01-01", ""));
        holder.email = EmailAddress::parse(&address("Held Mandate")).expect("an address");
        house.app.add_member(house.platform, holder, Actor::Operator, house.now()).await.expect("added");
        assert!(matches!(house.propose("Held Mandate").await, Err(AppError::Taken("place"))), "a member needs no proposal");
        house.propose("Silent Maes").await.expect("proposed");
        assert!(matches!(house.propose("Silent Maes").await, Err(AppError::Taken("proposal"))));
        let open = house.app.event_by_slug("report").await.expect("an event").stored.event.id;
        let elsewhere = house.app.propose_guest(open, proposal("Any Body"), Actor::Operator, house.now()).await;
        assert!(matches!(elsewhere, Err(AppError::NotFound)), "where anybody may come there are no guests");
        for days in [0, 31] {
            let set = house.app.set_objection_days(house.platform, days, Actor::Operator, house.now()).await;
            assert!(matches!(set, Err(AppError::Invalid { field: "days", .. })), "{days}");
        }
        house.app.set_objection_days(house.platform, 30, Actor::Operator, house.now()).await.expect("set");
        house.clock.set(at("2026-12-03T11:00:00Z"));
        assert!(matches!(house.propose("Late Smet").await, Err(AppError::Invalid { field: "period", .. })), "registration closes before");
        house.app.load_catalogue(load_catalogue::CCB, Actor::System, house.now()).await.expect("the catalogue");
        assert!(matches!(house.propose("Late Smet").await, Err(AppError::Invalid { .. })), "a catalogue leaves the time as it is");
        house.app.cancel_event(house.event, None, None, Actor::Operator, house.now()).await.expect("called off");
        assert_eq!(house.states(), ["Silent Maes lapsed"], "at once: there is nothing left to object to");
        house.clock.set(at(OVER));
        assert_eq!(house.app.settle_guests(house.now()).await.expect("a round"), 0);
        assert_eq!(house.invited().await, []);
        house.verified().await;
    }
}

both_databases! {
    /// Two processes settle, a third objects at the same moment: each guest has one outcome and at most one invitation.
    async fn each_proposal_has_one_outcome(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let other = app::open(&house.database.url, house.clock.clone());
        let mut guests = Vec::new();
        for n in ["Aa", "Bb", "Cc", "Dd", "Ee", "Ff"] {
            guests.push(house.propose(&format!("Guest {n}")).await.expect("proposed"));
        }
        for guest in &guests[..2] {
            let (admitted, refused) = tokio::join!(other.admit_guest(house.event, guest.clone(), Actor::Operator, house.now()), house.object(guest));
            assert!(admitted.is_ok() != refused.is_ok(), "{admitted:?} {refused:?}");
        }
        house.clock.set(at(OVER));
        let (one, two) = tokio::join!(house.app.settle_guests(house.now()), other.settle_guests(house.now()));
        one.and(two).expect("rounds");
        let each = house.sql().words("SELECT CAST(count(*) AS TEXT) AS value FROM outbox GROUP BY recipient");
        assert!(each.iter().all(|n| n == "1"), "{each:?}");
        assert_eq!(house.sql().count("invitation", "1 = 1"), house.sql().count("guest_proposal", "state = 'admitted'"));
        assert_eq!(house.sql().count("guest_proposal", "state = 'open'"), 0);
        house.verified().await;
    }
}

both_databases! {
    /// By request and with time, nothing of who was proposed stays; before that it is handed out.
    async fn who_was_proposed_is_told_and_forgotten(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.propose("Silent Maes").await.expect("proposed");
        house.propose("Kept Smet").await.expect("proposed");
        let silent = EmailAddress::parse(&address("Silent Maes")).expect("an address");
        let told = house.app.export_person(&silent, house.now()).await.expect("a record");
        assert_eq!(told["proposals"][0]["reason"], "Speaks about the port", "{told}");
        assert_eq!(house.app.erase_person(&silent, house.now()).await.expect("erased").0.invitations, 1);
        assert!(matches!(house.app.export_person(&silent, house.now()).await, Err(AppError::NotFound)));
        assert_eq!(house.states(), [" lapsed", "Kept Smet open"], "an open one ends with it");
        house.clock.set(at(OVER));
        assert_eq!(house.app.settle_guests(house.now()).await.expect("a round"), 1);
        house.verified().await;
        house.clock.set(at("2027-04-15T12:00:00Z"));
        house.app.purge(house.now()).await.expect("purged");
        assert_eq!(house.sql().count("guest_proposal", "name <> '' OR email <> '' OR reason <> '' OR email_key IS NOT NULL"), 0);
        house.verified().await;
    }
}

both_databases! {
    /// Who came in by another way meanwhile can be neither refused nor admitted, and where anybody may come by now nobody is invited.
    async fn a_proposal_decides_nothing_that_was_decided_otherwise(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let guest = house.propose("Silent Maes").await.expect("proposed");
        let of = proposal("Silent Maes");
        let invitee = Invitee { email: of.email.clone(), name: Some(of.name), organisation: Some(of.organisation), sector: None, language: of.language };
        house.app.invite(house.event, vec![invitee], None, Actor::Operator, house.now()).await.expect("invited");
        assert!(matches!(house.object(&guest).await, Err(AppError::Taken("place"))), "the invitation stands");
        let admitted = house.app.admit_guest(house.event, guest, Actor::Operator, house.now()).await;
        assert!(matches!(admitted, Err(AppError::Taken("place"))), "{admitted:?}");
        house.propose("Kept Smet").await.expect("proposed");
        house.clock.set(at(OVER));
        house.sql().run("UPDATE platform SET audience = 'open' WHERE slug = 'csi-dpo'");
        let late = house.sql().words("SELECT reference AS value FROM guest_proposal WHERE name = 'Kept Smet'").remove(0);
        let late = Reference::parse(&late).expect("a reference");
        assert!(matches!(house.app.admit_guest(house.event, late, Actor::Operator, house.now()).await, Err(AppError::NotFound)));
        let due = house.sql().count("guest_proposal", "name = 'Kept Smet' AND state = 'open'");
        assert_eq!((due, house.app.settle_guests(house.now()).await.expect("a round")), (1, 2));
        house.sql().run("UPDATE platform SET audience = 'members' WHERE slug = 'csi-dpo'");
        assert_eq!(house.states(), ["Silent Maes lapsed", "Kept Smet lapsed"]);
        assert_eq!(house.invited().await, [("Silent Maes".into(), Basis::Personal)]);
        assert_eq!(house.sql().count("outbox", "kind = 'invitation'"), 1);
        assert_eq!(house.sql().count("journal", "deed = 'guest_admitted'"), 0);
        house.verified().await;
    }
}
