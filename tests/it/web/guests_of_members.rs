//! Guests proposed by members, as they and the organisers see them, and as their mails arrive.

use quarterdeck::app::Actor;
use quarterdeck::app::answer_invitation::Acceptance;
use quarterdeck::app::invite::Invitee;
use quarterdeck::clock::{Clock, Instant};
use quarterdeck::db::invitations::ListFilter;
use quarterdeck::domain::ids::Reference;
use quarterdeck::domain::language::Language;
use quarterdeck::domain::member::Function;
use quarterdeck::domain::mode::Mode;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::rosters::member;
use crate::support::app;
use crate::support::html::{Form, Page};
use crate::support::scene::Scene;
use crate::support::service::Service;

const GUESTS: &str = "/organiser/en/events/session/guests";

/// The path of the personal page of somebody who was invited and accepted; a member, or a guest.
async fn join(house: &House, name: &str, is_member: bool) -> String {
    let now = house.app.now();
    let who = member(name, "FOD Bruggen", Function::Csi, ("2025-01-01", ""));
    if is_member {
        let platform = house.app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        house.app.add_member(platform, who.clone(), Actor::Operator, now).await.expect("added");
    }
    let event = house.event("session").await.id;
    let invitee = Invitee { email: who.email.clone(), name: Some(who.name.clone()), organisation: None, sector: None, language: Language::En };
    house.app.invite(event, vec![invitee], None, Actor::Operator, now).await.expect("invited");
    let filter = ListFilter { search: who.email.as_str().to_owned(), limit: 1, ..ListFilter::default() };
    let invitation = house.app.invitations_of(event, filter).await.expect("a list")[0].0.id;
    let form = Acceptance { name: who.name, organisation: who.organisation, sector: Sector::Public, mode: Mode::OnSite, language: Language::En };
    house.app.accept_invitation(event, invitation, form, now).await.expect("accepted");
    let reference = Reference::parse(&house.reference(name)).expect("a reference");
    format!("/en/r/{}", house.app.secrets.page_token(&reference))
}

fn filled(form: Form, name: &str, email: &str) -> Form {
    let form = form.set("name", name).set("email", email).set("organisation", "Haven <b>").set("sector", "private");
    form.set("language", "fr").set("reason", "Speaks <i>")
}

fn propose(page: &Page) -> Form {
    page.forms("/guests").into_iter().find(|form| form.value("reason").is_some()).expect("a form")
}

both_databases! {
    async fn a_member_proposes_sees_and_takes_back(kind: Kind) {
        let now: Instant = "2026-11-27T11:00:00Z".parse().expect("a moment");
        let Some(house) = House::open_at(kind, now).await else { return };
        house.put(Scene::event("session").platform("csi-dpo").title("Session").starts_at("2027-01-14T08:00:00Z".parse().expect("a moment")));
        let (an, gus) = (join(&house, "An Peeters", true).await, join(&house, "Gus Guest", false).await);
        let (visitor, own) = (house.visitor(), format!("{an}/guests"));
        assert!(!visitor.get(&an).await.links().contains(&own), "off by default");
        assert_eq!(visitor.get(&own).await.status, 404);

        // The organiser turns it on, on the platform's page.
        let staff = house.staff(Role::Admin, None).await;
        assert!(staff.get("/organiser/en/platforms/qctr/edit").await.form("/edit").value("members_propose").is_none(), "where anybody may come");
        let edit = staff.get("/organiser/en/platforms/csi-dpo/edit").await.form("/edit");
        assert_eq!(edit.value("members_propose"), Some("no"));
        let done = staff.send(&edit.set("members_propose", "yes")).await;
        assert!(done.status == 200 && done.texts("dt").iter().any(|told| told == "Members may propose guests"), "{}", done.body);

        let personal = visitor.get(&an).await;
        assert!(personal.links().contains(&own), "one click from the page that every mail leads to: {}", personal.body);
        assert!(!visitor.get(&gus).await.links().iter().any(|link| link.ends_with("/guests")), "a guest proposes nobody");
        assert_eq!(visitor.get(&format!("{gus}/guests")).await.status, 404);
        let page = visitor.get(&own).await;
        assert!(page.body.contains("until Friday 4 December 2026") && page.body.contains("noindex") && page.header("set-cookie").is_empty(), "{}", page.body);
        assert_eq!(page.state(), "confirmed");

        let form = propose(&page);
        let empty = visitor.send(&form).await;
        assert_eq!((empty.status.as_u16(), empty.count(".fault")), (422, 5), "name, address, organisation, sector, reason: {}", empty.body);
        assert!(!empty.body.contains("your name") && !empty.body.contains("your organisation"), "it is about somebody else: {}", empty.body);
        let bad = visitor.send(&filled(form.clone(), "Zoë Guest", "nobody").set("reason", "!")).await;
        assert!(bad.text("#email-fault").contains('@') && bad.body.contains("Haven &lt;b&gt;"), "what was typed stays: {}", bad.body);
        let bent = visitor.send(&filled(form.clone(), "Zoë Guest", "zoe@guest.example.be").force("csrf", "bent")).await;
        assert_eq!(bent.status, 422);
        assert_eq!(house.sql().count("guest_proposal", "1 = 1"), 0);
        let done = visitor.send(&filled(form.clone(), "Zoë Guest", "zoe@guest.example.be")).await;
        assert!(done.text(".notice.good").contains("is proposed") && done.text("main").contains("Objections are possible until Friday 4 December 2026"), "{}", done.body);
        assert!(!done.body.contains("<b>") && !done.body.contains("<i>"));
        let again = visitor.send(&filled(form.clone(), "Zoë Guest", "ZOE@guest.example.be")).await;
        assert!(again.status == 422 && again.text("#email-fault").contains("proposed this address already"), "{}", again.body);
        let own_address = visitor.send(&filled(form.clone(), "An Peeters", "an.peeters@example.be")).await;
        assert!(own_address.text("#email-fault").contains("your own address"), "{}", own_address.body);
        // Whoever has a place already is answered as anybody else.
        let known = visitor.send(&filled(form.clone(), "Gus Guest", "gus.guest@example.be")).await;
        assert!(known.text(".notice.good").contains("is proposed"), "{}", known.body);
        visitor.send(&filled(form.clone(), "Third Guest", "third@guest.example.be")).await;
        let full = visitor.send(&filled(form.clone(), "Fourth Guest", "fourth@guest.example.be")).await;
        assert!(full.status == 409 && full.text(".notice.wait").contains("3 of your proposals wait"), "{}", full.body);

        // The organisers see who it was, and that it waits; who is there already is answered by what is there.
        let tasks = staff.get("/organiser/en/").await.texts(".todo li");
        assert!(tasks.iter().any(|task| task.contains("3 guests are proposed: Session (en)")), "{tasks:?}");
        let list = staff.get(GUESTS).await;
        assert_eq!(list.texts("td[data-label='Proposed by']").iter().filter(|by| by.contains("An Peeters") && by.contains("FOD Bruggen")).count(), 3, "{}", list.body);
        let links = list.links();
        let of = |part: &str| links.iter().filter(|link| link.ends_with(part)).cloned().collect::<Vec<_>>();
        for (ask, field) in [(&of("/object")[1], "reason"), (&of("/admit")[1], "csrf")] {
            let page = staff.get(ask).await;
            let form = page.forms("/guests/").remove(0);
            let form = if field == "reason" { form.set(field, "Not cleared") } else { form };
            let fault = staff.send(&form).await;
            let told = fault.text(".errors").contains("invited to the event, or registered, by another way");
            assert!(fault.status == 422 && told && fault.count("#email-fault") == 0, "{}", fault.body);
        }
        let refused = staff.send(&staff.get(&of("/object")[0]).await.form("/object").set("reason", "Not cleared: secret")).await;
        assert!(refused.text(".notice.good").contains("refused"), "{}", refused.body);

        let page = visitor.get(&own).await;
        assert_eq!(page.texts(".state"), ["No invitation from it", "Waiting", "Waiting"], "newest first: {}", page.body);
        assert!(!page.body.contains("secret"), "why somebody objected is the organisers': {}", page.body);
        let back = page.forms("/take-back");
        assert_eq!(back.len(), 2, "what is decided cannot be taken back");
        let taken = visitor.send(&back[1]).await;
        assert!(taken.text(".notice.good").contains("taken back") && taken.texts(".state") == ["No invitation from it", "Waiting", "Taken back"], "{}", taken.body);
        let theirs = visitor.send(&back[0].clone().force("guest", &"A".repeat(43))).await;
        assert_eq!(theirs.status, 404);
        let data = visitor.get(&format!("{an}/data.json")).await;
        for told in ["guests_proposed", "zoe@guest.example.be", "not_invited", "taken_back"] {
            assert!(data.body.contains(told), "{told}: {}", data.body);
        }
        assert!(!data.body.contains("secret"));
        let deeds = staff.get("/organiser/en/journal").await.texts("table.journal td:nth-of-type(2)");
        assert!(deeds.iter().any(|told| told == "Proposal of a guest taken back"), "{deeds:?}");

        // The clock decides: a page that lay open takes nothing back any more.
        house.app.clock.set("2026-12-04T23:00:00Z".parse().expect("a moment"));
        let fresh = visitor.get(&own).await;
        let late = visitor.send(&back[0].clone().force("csrf", propose(&fresh).value("csrf").expect("a token"))).await;
        assert!(late.status == 409 && late.text(".notice.stop").contains("decided in the meantime"), "{}", late.body);
        // A link that is not a member's any more says what one says that never was.
        house.sql().run("UPDATE member SET ends_on = '2026-12-01'");
        let closed = visitor.get(&own).await;
        assert!(closed.status == 404 && !closed.body.contains("Session"), "{}", closed.body);
        assert_eq!(visitor.get("/en/r/x/guests").await.status, 404);
        assert!(!visitor.get(&an).await.links().contains(&own));
        house.app.close_doors(house.app.now()).await.expect("a round");
        house.assert_verified().await;
    }
}

both_databases! {
    /// From the mail of the seat in two clicks to the form; an organiser admits, and both get their mails.
    async fn the_outcome_arrives_by_mail(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("csi-session").platform("csi-dpo").seats(5).title("Canary"));
        service.sql().run("UPDATE platform SET members_propose = TRUE WHERE slug = 'csi-dpo'");
        let app = app::open(&service.database.url, Clock::System);
        let platform = app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        let who = member("An Peeters", "FOD Bruggen", Function::Dpo, ("2026-01-01", ""));
        app.add_member(platform, who.clone(), Actor::Operator, app.now()).await.expect("added");
        let event = app.event_by_slug("csi-session").await.expect("an event").stored.event.id;
        let invitee = Invitee { email: who.email, name: Some(who.name), organisation: Some(who.organisation), sector: Some(Sector::Public), language: Language::Nl };
        app.invite(event, vec![invitee], None, Actor::Operator, app.now()).await.expect("invited");
        let (visitor, an) = (service.visitor(), "an.peeters@example.be");
        visitor.send(&visitor.get(&service.sink.wait_for(an, "invitation").await.link_with("/i/")).await.form("/accept")).await;
        let seat = service.sink.wait_for(an, "registration_confirmed").await;
        let personal = visitor.get(&seat.link_with("/r/")).await;
        let way = personal.links().into_iter().find(|link| link.ends_with("/guests")).expect("the second click");
        let page = visitor.get(&way).await;
        for (name, email) in [("Jan Guest", "jan@guest.example.be"), ("Unwanted One", "unwanted@guest.example.be")] {
            assert_eq!(visitor.send(&filled(propose(&page), name, email)).await.text(".notice.good"), "De gast is voorgesteld.");
        }
        let guests = app.guests_of(event, app.now()).await.expect("a list");
        let reason = quarterdeck::domain::text::Title::parse("Not cleared").expect("a reason");
        app.object_to_guest(event, guests[0].row.reference.clone(), reason, Actor::Operator, app.now()).await.expect("objected");
        let not = service.sink.wait_for_nth(an, "guest_outcome", 1).await;
        assert!(not.subject().contains("Geen uitnodiging uit uw voorstel") && not.text().contains("Unwanted One") && not.calendar().is_none(), "{}", not.text());
        assert!(!not.text().contains("Not cleared") && !not.html().contains("Not cleared"));
        app.admit_guest(event, guests[1].row.reference.clone(), Actor::Operator, app.now()).await.expect("admitted");
        let yes = service.sink.wait_for_nth(an, "guest_outcome", 2).await;
        assert!(yes.subject().contains("Geen bezwaar") && yes.text().contains("Jan Guest, Haven <b>") && !yes.html().contains("<b>,"), "{}", yes.text());
        assert_eq!(visitor.get(&yes.link_with("/guests")).await.texts(".state"), ["Geen uitnodiging hieruit", "Geen bezwaar"]);
        let invitation = service.sink.wait_for("jan@guest.example.be", "invitation").await;
        assert!(invitation.text().contains("Quelqu’un de cette plateforme vous a proposé"), "{}", invitation.text());
        assert!(!invitation.text().contains("Peeters"), "not by whom");
        assert_eq!(service.sink.to("unwanted@guest.example.be").len(), 0, "who is not invited hears nothing");
        // An outsider learns nothing of the hidden platform from these addresses.
        for path in [way.replace("/guests", "x/guests"), format!("{way}/take-back"), "/nl/r/guests".into()] {
            let told = service.visitor().get(&path).await;
            assert!(matches!(told.status.as_u16(), 404 | 405) && !told.body.contains("Canary") && !told.body.to_lowercase().contains("csi"), "{path}: {}", told.body);
        }
        service.delivered().await;
    }
}
