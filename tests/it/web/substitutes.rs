//! Naming a substitute on pages: the part of the personal page, the offer's page, what staff reads, and what nobody is told. Once through
//! the program with its mails.

use quarterdeck::app::Actor;
use quarterdeck::app::enter::Entry;
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::ids::Reference;
use quarterdeck::domain::language::Language;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::staff::Role;
use quarterdeck::domain::text::{OrganisationName, PersonName};

use super::organiser_house::House;
use crate::both_databases;
use crate::support::html::{Form, Page};
use crate::support::scene::Scene;
use crate::support::service::{Guest, Service};

both_databases! {
    /// From the first person's page through the mail to the colleague's calendar, and out of the first one's.
    async fn a_seat_is_handed_on_by_mail(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing").seats(1));
        let (an, bo, wim) = (Guest::named("An Peeters").reads("nl"), Guest::named("Bo Maes"), Guest::named("Wim Claes").of("Other NV"));
        assert_eq!(service.join("briefing", &an).await.state(), "confirmed");
        assert_eq!(service.join("briefing", &wim).await.state(), "waitlisted");
        let invited = service.sink.wait_for(&an.email, "registration_confirmed").await;
        let visitor = service.visitor();
        let own = visitor.get(&invited.link_with("/r/")).await;
        let form = own.form("/substitute").set("substitute_name", "Bo Maes").set("substitute_email", &bo.email).set("substitute_language", "fr");
        let asked = visitor.send(&form).await;
        assert_eq!(asked.state(), "confirmed", "the seat stays where it is");
        assert!(asked.text("main").contains("U vroeg Bo Maes (bo.maes@example.be)"), "{}", asked.body);

        let offer = service.sink.wait_for(&bo.email, "substitute_offer").await;
        assert!(offer.calendar().is_none() && offer.text().contains("An Peeters"), "{}", offer.text());
        assert_eq!((offer.headers("Content-Language"), offer.text().contains("Bo Maes")), (vec!["fr".to_owned()], false), "{}", offer.text());
        let theirs = service.visitor();
        let page = theirs.get(&offer.link_with("/s/")).await;
        assert!(page.status == 200 && page.text("main").contains("An Peeters") && page.text("main").contains("Example NV"), "{}", page.body);
        let done = theirs.send(&page.form("/accept").set("name", "Bo Maes-Smet").set("language", "de")).await;
        assert_eq!((done.state(), done.text("h1")), ("confirmed".into(), "La place est à vous".into()), "{}", done.body);

        let cancel = service.sink.wait_for(&an.email, "withdrawn").await;
        let cancel = cancel.calendar().expect("a cancellation");
        assert_eq!((cancel.method.as_str(), cancel.event("UID")), ("CANCEL", invited.calendar().expect("the invitation").event("UID")));
        let request = service.sink.wait_for(&bo.email, "registration_confirmed").await;
        let calendar = request.calendar().expect("an invitation");
        assert_eq!((calendar.method.as_str(), calendar.event("SEQUENCE"), calendar.count("ATTENDEE")), ("REQUEST", Some("0"), 1));
        assert_ne!(calendar.event("UID"), cancel.event("UID"), "an object of their own");
        assert_eq!(request.headers("Content-Language"), ["de"]);
        let gone = visitor.get(&invited.link_with("/r/")).await;
        assert_eq!((gone.state(), gone.text("h1").as_str()), ("withdrawn".into(), "Een collega heeft uw plaats overgenomen"));
        assert!(gone.find_form("/substitute").is_none());
        let mine = theirs.get(&request.link_with("/r/")).await;
        assert!(mine.state() == "confirmed" && mine.text("main").contains("Bo Maes-Smet"), "{}", mine.body);
        assert_eq!((service.stored_state(&wim), service.sink.to(&wim.email).iter().filter(|m| m.kind() == "promoted").count()), ("waitlisted".into(), 0));
        service.delivered().await;
        assert_eq!(service.sink.to(&bo.email).iter().map(|m| m.kind()).collect::<Vec<_>>(), ["substitute_offer", "registration_confirmed"]);
        service.assert_verified();
    }
}

async fn enter(house: &House, event: &str, name: &str) -> Reference {
    let id = house.app.event_by_slug(event).await.expect("an event").stored.event.id;
    let entry = Entry {
        name: PersonName::parse(name).expect("a name"),
        email: EmailAddress::parse(&address(name)).expect("an address"),
        organisation: OrganisationName::parse("Example NV").expect("a name"),
        sector: Sector::Private,
        mode: None,
        language: Language::En,
    };
    house.app.enter(id, vec![entry], Actor::System, house.app.now()).await.expect("entered").remove(0).reference
}

fn address(name: &str) -> String {
    format!("{}@example.be", name.to_lowercase().replace(' ', "."))
}

/// The form that names somebody; before it stands the one that takes the last asking back.
fn naming(page: &Page) -> Form {
    page.forms("/substitute").pop().expect("a form")
}

/// The page of the last offer to this address.
fn offer_page(house: &House, to: &str) -> String {
    let words = house.sql().words(&format!("SELECT reference AS value FROM substitute_offer WHERE email = '{to}' ORDER BY id DESC"));
    format!("/en/s/{}", house.app.secrets.offer_token(&Reference::parse(&words[0]).expect("a reference")))
}

both_databases! {
    /// What is typed wrongly is named beside its field; what cannot be is said; whoever is asked stays unknown.
    async fn the_form_says_what_is_wrong_and_nothing_of_others(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("briefing").seats(2));
        house.put(Scene::event("private-one").platform("cciv-ccrs"));
        let an = enter(&house, "briefing", "An Peeters").await;
        enter(&house, "briefing", "Bo Maes").await;
        let mine = format!("/en/r/{}", house.app.secrets.page_token(&an));
        let visitor = house.visitor();
        let form = visitor.get(&mine).await.form("/substitute");
        let empty = visitor.send(&form.clone().set("substitute_name", "").set("substitute_email", "nowhere")).await;
        assert_eq!(empty.status, 422);
        assert_eq!(empty.count("#substitute_name[aria-invalid], #substitute_email[aria-invalid]"), 2, "{}", empty.body);
        assert_eq!(empty.count("details.ask[open]"), 1, "only this part is open: {}", empty.body);
        let own = visitor.send(&form.clone().set("substitute_name", "An").set("substitute_email", "an.peeters@example.be")).await;
        assert!(own.status == 422 && own.text("#substitute_email-fault").contains("your own address"), "{}", own.body);
        assert_eq!(visitor.send(&form.clone().force("csrf", "x")).await.status, 422);
        // Registered or not: the same words but for the name.
        let ask = async |name: &str| {
            let form = naming(&visitor.get(&mine).await);
            let named = form.set("substitute_name", name).set("substitute_email", &address(name));
            let page = visitor.send(&named).await;
            (page.status, page.text("main").replace(name, "N").replace(&address(name), "A"))
        };
        let (taken, unknown) = (ask("Bo Maes").await, ask("Cy Smet").await);
        assert_eq!(taken.0, unknown.0);
        assert_eq!(taken.1, unknown.1, "nothing tells who is registered");
        // Their own page tells Bo.
        let registered = visitor.get(&offer_page(&house, "cy.smet@example.be")).await;
        assert!(registered.find_form("/accept").is_some());
        ask("Bo Maes").await;
        let has_one = visitor.get(&offer_page(&house, "bo.maes@example.be")).await;
        assert!(has_one.text("h1") == "You have a seat already" && has_one.find_form("/accept").is_none(), "{}", has_one.body);
        // The fourth in a day.
        let fourth = ask("Di Claes").await;
        assert!(fourth.0 == 409 && fourth.1.contains("often"), "{fourth:?}");
        // Where it is not allowed there is no such part, and a form kept from elsewhere does nothing.
        let there = enter(&house, "private-one", "Eva Wit").await;
        let page = visitor.get(&format!("/en/r/{}", house.app.secrets.page_token(&there))).await;
        assert!(page.state() == "confirmed" && page.find_form("/substitute").is_none(), "{}", page.body);
        house.assert_verified().await;
    }
}

both_databases! {
    /// GET changes nothing, a no is asked for, and links that are not or no more are no pages.
    async fn the_offer_is_answered_by_buttons_only(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("briefing").seats(2));
        let an = enter(&house, "briefing", "An Peeters").await;
        let mine = format!("/en/r/{}", house.app.secrets.page_token(&an));
        let visitor = house.visitor();
        let ask = async |name: &str| {
            let form = naming(&visitor.get(&mine).await);
            visitor.send(&form.set("substitute_name", name).set("substitute_email", &address(name))).await
        };
        ask("Bo Maes").await;
        let link = offer_page(&house, "bo.maes@example.be");
        let page = visitor.get(&link).await;
        assert!(page.body.contains("noindex") && page.header("set-cookie").is_empty(), "{}", page.body);
        assert_eq!(visitor.get(&format!("{link}/accept")).await.status, 405);
        assert_eq!(visitor.get("/en/s/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").await.status, 404);
        let nameless = visitor.send(&page.form("/accept").set("name", " ")).await;
        assert!(nameless.status == 422 && nameless.count("#name[aria-invalid]") == 1, "{}", nameless.body);
        assert_eq!(visitor.send(&page.form("/accept").force("mode", "online")).await.status, 409);
        assert_eq!(visitor.send(&page.form("/accept").force("csrf", "x")).await.status, 422);
        assert_eq!(house.sql().words("SELECT state AS value FROM substitute_offer"), ["open"], "so far nothing happened");
        let asks = visitor.get(&format!("{link}/decline")).await;
        assert!(asks.find_form("/accept").is_none(), "{}", asks.body);
        assert_eq!(visitor.send(&asks.form("/decline")).await.text("h1"), "You are not coming");
        assert!(visitor.get(&mine).await.text("main").contains("cannot come either"), "the first one learns of it");
        assert_eq!(visitor.send(&page.form("/accept")).await.status, 409, "a form that was open is too late");
        // Asked, and taken back by the button.
        let asked = ask("Cy Smet").await;
        let (take_back, link) = (asked.forms("/substitute").remove(0), offer_page(&house, "cy.smet@example.be"));
        assert_eq!(take_back.value("take_back"), Some("yes"));
        let back = visitor.send(&take_back).await;
        assert!(back.text(".notice.good").contains("took it back") || back.body.contains("took it back"), "{}", back.body);
        assert_eq!(visitor.get(&link).await.text("h1"), "This offer no longer stands");
        // What is kept is told to each of them.
        let told = visitor.get(&format!("{mine}/data.json")).await;
        assert!(told.body.contains("\"substitutes_asked\"") && told.body.contains("cy.smet@example.be"), "{}", told.body);
        house.assert_verified().await;
    }
}

both_databases! {
    /// Whoever asks may have typed anything for a name: the page says a plain one or none, as the mail does.
    async fn the_page_says_a_plain_name_or_none(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("briefing").seats(2));
        let an = enter(&house, "briefing", "An Peeters").await;
        let mine = format!("/en/r/{}", house.app.secrets.page_token(&an));
        let visitor = house.visitor();
        let form = visitor.get(&mine).await.form("/substitute").set("substitute_name", "Bo Maes").set("substitute_email", "bo.maes@example.be");
        visitor.send(&form).await;
        let link = offer_page(&house, "bo.maes@example.be");
        assert!(visitor.get(&link).await.text("main").contains("An Peeters has a seat"));
        for name in ["Write to me@evil.example", "Win at evil.example", "Call 0470 12 34 56"] {
            house.sql().run(&format!("UPDATE registration SET name = '{name}' WHERE reference = '{an}'"));
            let page = visitor.get(&link).await;
            assert!(!page.body.contains(name) && !page.body.contains("evil.example"), "{}", page.body);
            assert!(page.text("main").contains("A colleague has a seat") && page.find_form("/accept").is_some(), "{}", page.body);
        }
    }
}

both_databases! {
    /// Staff reads who stands in for whom, allows it or not, and sees its mails.
    async fn staff_sees_who_stands_in_and_says_where_one_may(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("briefing").seats(2));
        let an = enter(&house, "briefing", "An Peeters").await;
        let mine = format!("/en/r/{}", house.app.secrets.page_token(&an));
        let visitor = house.visitor();
        let form = visitor.get(&mine).await.form("/substitute");
        let form = ["name", "email", "language"].iter().fold(form, |form, field| form.without(&format!("substitute_{field}")));
        // A program may call the fields as the form of registration does.
        let form = form.force("name", "Bo Maes").force("email", "bo.maes@example.be").force("language", "en");
        visitor.send(&form).await;
        let staff = house.staff(Role::Admin, None).await;
        let person = format!("/organiser/en/events/briefing/registrations/{an}");
        assert!(staff.get(&person).await.text("dl.facts").contains("Bo Maes (bo.maes@example.be)"));
        assert!(staff.get("/organiser/en/mails").await.body.contains("Asking to take over a seat"));
        visitor.send(&visitor.get(&offer_page(&house, "bo.maes@example.be")).await.form("/accept")).await;
        let replaced = staff.get(&person).await;
        assert!(replaced.text("dl.facts").contains("Replaced by") && replaced.text("ol.history").contains("Replaced by a colleague"), "{}", replaced.body);
        let next = replaced.attribute("dl.facts a", "href").expect("a link");
        let stands_in = staff.get(&next).await;
        assert!(stands_in.text("h1") == "Bo Maes" && stands_in.text("dl.facts").contains("An Peeters"), "{}", stands_in.body);
        assert!(staff.get("/organiser/en/journal").await.body.contains("Seat handed on"));
        // Off by the platform's page: kept by the next load of the catalogue, and no part on personal pages any more.
        let edit = staff.get("/organiser/en/platforms/qctr/edit").await.form("/edit");
        assert_eq!(edit.value("substitutes"), Some("yes"));
        let off = staff.send(&edit.set("substitutes", "no")).await;
        assert!(off.text("dl.facts").contains("Not allowed"), "{}", off.body);
        let kept = house.app.load_catalogue(quarterdeck::app::load_catalogue::CCB, Actor::System, house.app.now()).await.expect("loaded");
        assert_eq!(kept[0].kept.iter().map(|k| k.field).collect::<Vec<_>>(), ["allow_substitutes"]);
        let bo = house.sql().words("SELECT reference AS value FROM registration WHERE name = 'Bo Maes'").remove(0);
        let theirs = format!("/en/r/{}", house.app.secrets.page_token(&Reference::parse(&bo).expect("a reference")));
        assert!(visitor.get(&theirs).await.find_form("/substitute").is_none());
        house.assert_verified().await;
    }
}
