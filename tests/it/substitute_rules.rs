//! Substitutes, where somebody would have it otherwise: an organisation put on afterwards, a refusal walked around, a limit reset by erasing,
//! a link that outlives what it opened.

use chrono::Duration;
use quarterdeck::app::correct::Correction;
use quarterdeck::app::platforms::revision_of;
use quarterdeck::app::{Actor, AppError};
use quarterdeck::db::{Scope, offers};
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::language::Language;
use quarterdeck::domain::member::Function;
use quarterdeck::domain::platform::PlatformSheet;
use quarterdeck::domain::registration::State;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::substitute::Refusal;
use quarterdeck::domain::text::OrganisationName;

use crate::both_databases;
use crate::organisations::register as register_organisation;
use crate::rosters::member;
use crate::substitutes::{House, START, at, name_of, refused};
use crate::support::databases::Kind;
use crate::support::scene::Scene;

impl House {
    async fn correct(&self, email: &str, organisation: &str, actor: Actor) -> Result<(), AppError> {
        let organisation = OrganisationName::parse(organisation).expect("a name");
        let correction = Correction { name: name_of(email), organisation, language: Language::En };
        self.app.correct(self.row(email), correction, actor, self.now()).await
    }

    fn audience(&self, audience: &str) {
        self.sql().run(&format!("UPDATE platform SET audience = '{audience}' WHERE slug = 'qctr'"));
    }

    async fn with_port(kind: Kind, seats: u32) -> Option<Self> {
        let house = Self::open(kind, Scene::event("here").seats(seats)).await?;
        register_organisation(&house.app, "Port Authority", Sector::Public, &["port.example"]).await;
        Some(house)
    }

    async fn put(&self, name: &str, organisation: &str) {
        let platform = self.app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        let one = member(name, organisation, Function::Csi, ("2025-01-01", ""));
        self.app.add_member(platform, one, Actor::Operator, self.now()).await.expect("added");
    }

    /// How many mails were ever owed because somebody named somebody.
    fn told_of(&self) -> i64 {
        self.sql().count("outbox", "kind = 'substitute_offer' AND status <> 'aborted'")
    }
}

both_databases! {
    /// Organisers decided about somebody of one organisation: whoever has the place, or a place in line, does not make it another's.
    async fn what_was_decided_about_is_not_put_on_afterwards(kind: Kind) {
        let Some(house) = House::with_port(kind, 1).await else { return };
        house.audience("approval");
        house.enter("an@haven.example", "Haven NV").await;
        house.enter("wim@haven.example", "Haven NV").await;
        for who in ["an@haven.example", "wim@haven.example"] {
            let own = house.correct(who, "Port Authority", Actor::Person).await;
            assert!(matches!(own, Err(AppError::OrganisationFixed)), "{who} {own:?}");
            house.correct(who, "haven nv", Actor::Person).await.expect("the same one, typed another way");
        }
        assert_eq!(refused(house.ask("an@haven.example", "stranger@port.example").await), Refusal::UnknownOrganisation);
        house.correct("an@haven.example", "Port Authority", Actor::Operator).await.expect("staff decides");
        house.ask("an@haven.example", "eva@port.example").await.expect("asked");
        house.accept("eva@port.example").await.expect("taken over");
        house.audience("open");
        house.correct("wim@haven.example", "Port Authority", Actor::Person).await.expect("where anybody may come");
        house.verified().await;
    }
}

both_databases! {
    /// On platforms for members it is the roster that says for whom somebody has a seat, not what they say of themselves.
    async fn a_member_stands_for_their_mandate_whatever_they_say(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").platform("csi-dpo").seats(5)).await else { return };
        house.put("an", "FOD Bruggen").await;
        house.put("cy", "FOD Wegen").await;
        house.enter("an@example.be", "FOD Bruggen").await;
        house.enter("guest@example.be", "FOD Bruggen").await;
        house.correct("an@example.be", "FOD Wegen", Actor::Person).await.expect("they may say so");
        house.ask("an@example.be", "cy@example.be").await.expect("the answer is the same");
        assert_eq!(house.told_of(), 0);
        assert_eq!(refused(house.accept("cy@example.be").await), Refusal::Over);
        // A guest was called for their organisation, and has no mandate to tell it by.
        let own = house.correct("guest@example.be", "FOD Wegen", Actor::Person).await;
        assert!(matches!(own, Err(AppError::OrganisationFixed)), "{own:?}");
        house.ask("guest@example.be", "cy@example.be").await.expect("the answer is the same");
        assert_eq!(refused(house.accept("cy@example.be").await), Refusal::Over);
        house.ask("guest@example.be", "an@example.be").await.expect("asked");
        assert_eq!(house.told_of(), 1, "who holds a mandate for the organisation of the guest");
        house.verified().await;
    }
}

both_databases! {
    /// Between the mail and the answer the organisation, its domains or the platform became others.
    async fn who_answers_is_asked_again_whether_they_are_a_colleague(kind: Kind) {
        let Some(house) = House::with_port(kind, 5).await else { return };
        house.enter("an@haven.example", "Haven NV").await;
        house.ask("an@haven.example", "bo@haven.example").await.expect("asked");
        house.correct("an@haven.example", "Port Authority", Actor::Person).await.expect("corrected");
        assert_eq!(refused(house.accept("bo@haven.example").await), Refusal::Over);
        assert_eq!(house.refusal("bo@haven.example").await, Some(Refusal::Over));
        assert!(house.app.hold_back(house.mail("bo@haven.example"), house.now()).await.expect("a look"), "nor is it sent");
        house.enter("cy@haven.example", "Haven NV").await;
        house.ask("cy@haven.example", "di@haven.example").await.expect("asked");
        house.audience("approval");
        assert_eq!(refused(house.accept("di@haven.example").await), Refusal::Over);
        house.audience("open");
        assert_eq!(house.refusal("di@haven.example").await, None);
        house.accept("di@haven.example").await.expect("as it was offered");
        house.verified().await;
    }
}

both_databases! {
    /// Nobody hears of a platform that is hidden because somebody typed their address.
    async fn hidden_platforms_are_told_to_their_members_only(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(5)).await else { return };
        house.enter("an@haven.example", "Haven NV").await;
        house.ask("an@haven.example", "bo@haven.example").await.expect("asked");
        house.sql().run("UPDATE platform SET visibility = 'hidden' WHERE slug = 'qctr'");
        for audience in ["open", "approval"] {
            house.audience(audience);
            assert_eq!(refused(house.ask("an@haven.example", "cy@haven.example").await), Refusal::NotAllowed, "{audience}");
            assert_eq!(refused(house.accept("bo@haven.example").await), Refusal::NotAllowed, "{audience}");
        }
        assert!(house.app.hold_back(house.mail("bo@haven.example"), house.now()).await.expect("a look"));
        assert_eq!(house.offers(), ["lapsed"]);
        house.verified().await;
    }
}

both_databases! {
    /// Whom staff took off the list comes back by staff alone, where not everybody may come.
    async fn whom_staff_took_off_does_not_come_back_by_a_colleague(kind: Kind) {
        let Some(house) = House::with_port(kind, 5).await else { return };
        house.audience("approval");
        for who in ["an@port.example", "cy@port.example", "di@port.example"] {
            house.enter(who, "Port Authority").await;
        }
        house.app.withdraw(house.row("cy@port.example"), Actor::Operator, Some("Not in this round".into()), house.now()).await.expect("off");
        house.app.withdraw(house.row("di@port.example"), Actor::Person, None, house.now()).await.expect("withdrawn");
        house.ask("an@port.example", "cy@port.example").await.expect("whoever asks reads the same");
        assert_eq!(house.refusal("cy@port.example").await, Some(Refusal::Registered(State::Rejected)));
        assert_eq!(refused(house.accept("cy@port.example").await), Refusal::Registered(State::Rejected));
        assert_eq!((house.state("an@port.example"), house.state("cy@port.example")), ("confirmed".into(), "withdrawn".into()));
        house.ask("an@port.example", "di@port.example").await.expect("asked");
        house.accept("di@port.example").await.expect("who stepped back by themselves may come again");
        house.audience("open");
        house.ask("di@port.example", "cy@port.example").await.expect("asked");
        house.accept("cy@port.example").await.expect("anybody may register there");
        house.verified().await;
    }
}

both_databases! {
    /// Erasing who was asked is written down, and does not have them mailed once more; what never went does not count.
    async fn erasing_resets_no_limit_and_is_written_down(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(9)).await else { return };
        for n in 0..8 {
            house.enter(&format!("p{n}@haven.example"), "Haven NV").await;
        }
        for n in 0..3 {
            let from = format!("p{n}@haven.example");
            house.ask(&from, "wanted@haven.example").await.expect("asked");
            house.app.take_offer_back(house.row(&from), house.now()).await.expect("taken back");
        }
        assert_eq!(house.told_of(), 0);
        for n in 3..6 {
            house.ask(&format!("p{n}@haven.example"), "wanted@haven.example").await.expect("asked");
        }
        assert_eq!(house.told_of(), 3, "what was called off before it went does not count");
        house.sql().run("UPDATE outbox SET status = 'sent', sent_at = created_at WHERE kind = 'substitute_offer' AND status = 'queued'");
        let wanted = EmailAddress::parse("wanted@haven.example").expect("an address");
        house.app.export_person(&wanted, house.now()).await.expect("a record");
        assert_eq!(house.app.erase_person(&wanted, house.now()).await.expect("erased").0.invitations, 6);
        assert_eq!(house.sql().words("SELECT DISTINCT actor || ' ' || substr(subject, 1, 6) AS value FROM journal WHERE deed = 'offer_erased'"), ["operator offer:"]);
        assert_eq!(house.sql().count("journal", "deed = 'offer_erased'"), 6);
        assert_eq!(house.sql().count("journal", "deed = 'person_exported' AND became LIKE '%\"offers\":6%'"), 1);
        house.ask("p6@haven.example", "wanted@haven.example").await.expect("the answer is the same");
        assert_eq!(house.told_of(), 3, "erasing resets no limit");
        house.verified().await;
        house.pass(Duration::days(1) + Duration::seconds(1));
        house.app.purge(house.now()).await.expect("purged");
        assert_eq!(house.sql().count("substitute_offer", "address_mac IS NOT NULL"), 0, "a day later nothing tells whose address it was");
        house.ask("p7@haven.example", "wanted@haven.example").await.expect("asked");
        assert_eq!(house.told_of(), 4);
        house.verified().await;
    }
}

both_databases! {
    /// A link ends with the names of those it was about. Whoever took the seat finds it taken, also when it is forgotten who was asked.
    async fn links_end_with_the_names_and_not_before(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").platform("csi-dpo").seats(5)).await else { return };
        house.put("an", "FOD Bruggen").await;
        house.put("bo", "FOD Bruggen").await;
        house.enter("an@example.be", "FOD Bruggen").await;
        house.ask("an@example.be", "bo@example.be").await.expect("asked");
        let (token, offer) = (house.token("bo@example.be"), house.offer("bo@example.be"));
        house.accept("bo@example.be").await.expect("taken over");
        house.pass(Duration::days(2));
        house.app.purge(house.now()).await.expect("purged");
        assert_eq!(house.sql().count("substitute_offer", "email_key IS NULL AND erased_at IS NULL"), 1);
        let view = house.app.offer_by_token(&token).await.expect("the page is still there");
        assert_eq!((view.taken, view.is_outside, view.shut), (Some(State::Confirmed), false, None));
        let form = crate::substitutes::takeover("bo", quarterdeck::domain::mode::Mode::OnSite);
        assert_eq!(house.app.accept_offer(house.event, offer, form, house.now()).await.expect("twice"), State::Confirmed);
        house.clock.set(at(START) + Duration::days(1500));
        house.app.purge(house.now()).await.expect("purged");
        assert_eq!(house.sql().count("registration", "erased_at IS NULL"), 0, "the time to keep names is over");
        assert!(matches!(house.app.offer_by_token(&token).await, Err(AppError::NotFound)));
        house.verified().await;
    }
}

both_databases! {
    /// Where anybody may come, the link of an offer that nobody took ends when the names of its event go, too.
    async fn links_that_nobody_followed_end_with_the_event(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(5)).await else { return };
        house.enter("an@haven.example", "Haven NV").await;
        house.ask("an@haven.example", "bo@haven.example").await.expect("asked");
        let token = house.token("bo@haven.example");
        house.app.take_offer_back(house.row("an@haven.example"), house.now()).await.expect("taken back");
        house.pass(Duration::days(2));
        house.app.purge(house.now()).await.expect("purged");
        assert_eq!(house.app.offer_by_token(&token).await.expect("a page").refusal, Some(Refusal::Over), "it says that it is over");
        house.clock.set(at(START) + Duration::days(1500));
        house.app.purge(house.now()).await.expect("purged");
        assert!(matches!(house.app.offer_by_token(&token).await, Err(AppError::NotFound)));
        house.verified().await;
    }
}

both_databases! {
    /// One process forgets what it read a moment ago; another has erased it meanwhile.
    async fn forgetting_writes_over_nothing(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(5)).await else { return };
        house.enter("an@haven.example", "Haven NV").await;
        house.ask("an@haven.example", "bo@haven.example").await.expect("asked");
        let (seat, token, now) = (house.row("an@haven.example"), house.token("bo@haven.example"), house.now());
        let read = house.app.db.read(move |conn| Ok::<_, AppError>(offers::of_registration(conn, seat)?)).await.expect("a read");
        let bo = EmailAddress::parse("bo@haven.example").expect("an address");
        house.app.erase_person(&bo, now).await.expect("erased");
        let later = now + Duration::hours(1);
        let forget = move |tx: &mut quarterdeck::db::Tx<'_>| Ok::<_, AppError>(offers::forget(tx, read.clone(), false, later)?);
        house.app.db.write(Scope::Concern("offers"), forget).await.expect("forgotten");
        assert!(matches!(house.app.offer_by_token(&token).await, Err(AppError::NotFound)), "erased stays erased");
        assert_eq!(house.sql().count("substitute_offer", "erased_at = ended_at AND address_mac IS NOT NULL"), 1, "and ended when it ended");
        house.verified().await;
    }
}

both_databases! {
    /// Switched off is ended: nothing stands again, untold, when it is switched on.
    async fn switching_off_ends_what_is_open(kind: Kind) {
        let Some(house) = House::open(kind, Scene::event("here").seats(5)).await else { return };
        house.enter("an@haven.example", "Haven NV").await;
        house.ask("an@haven.example", "bo@haven.example").await.expect("asked");
        let id = house.app.platform_id("qctr").await.expect("a read").expect("a platform");
        let switch = async |allow_substitutes: bool| {
            let platform = house.app.platforms().await.expect("a read").into_iter().find(|platform| platform.id == id).expect("a platform");
            let sheet = PlatformSheet::of(&platform);
            let changed = PlatformSheet { allow_substitutes, ..sheet.clone() };
            house.app.change_platform(id, revision_of(&sheet), changed, Actor::Operator, house.now()).await.expect("changed");
        };
        switch(false).await;
        assert_eq!((house.offers(), house.mails("bo@haven.example")), (vec!["lapsed".to_owned()], vec!["substitute_offer aborted".to_owned()]));
        switch(true).await;
        assert_eq!(refused(house.accept("bo@haven.example").await), Refusal::Over);
        house.verified().await;
    }
}
