//! Messages to some people of an event: whom the list shows, in the language of each, exactly as the check has shown.

use chrono::Duration;
use quarterdeck::app::announce::Message;
use quarterdeck::app::enter::Entry;
use quarterdeck::app::{Actor, AppError};
use quarterdeck::domain::announcement::{Words, reached};
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::ids::RegistrationId;
use quarterdeck::domain::language::{Language, Translated};
use quarterdeck::domain::registration::State;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::staff::Role;
use quarterdeck::worker::timers;

use super::organiser_house::{House, Parsed};
use crate::both_databases;
use crate::support::databases::Kind;
use crate::support::html::{Form, Visitor};
use crate::support::scene::{Scene, now};

const EVENT: &str = "/organiser/en/events/here";

async fn open(kind: Kind) -> Option<(House, Visitor)> {
    let house = House::open_at(kind, now()).await?;
    house.put(Scene::event("here").seats(100));
    let visitor = house.staff(Role::Organiser, Some("qctr")).await;
    Some((house, visitor))
}

/// Somebody entered in this language, with an address that says the name.
async fn enter(house: &House, people: &[(&str, Language, Sector)]) {
    let entries = people.iter().map(|(name, language, sector)| Entry {
        name: name.parse_name(),
        email: format!("{}@here.example.be", name.to_lowercase()).parse_address(),
        organisation: "Example NV".parse_organisation(),
        sector: *sector,
        mode: None,
        language: *language,
    });
    let event = house.event("here").await.id;
    house.app.enter(event, entries.collect(), Actor::System, house.app.now()).await.expect("entered");
}

async fn three(house: &House) {
    enter(house, &[("An", Language::Nl, Sector::Private), ("Bob", Language::Fr, Sector::Private), ("Cas", Language::Nl, Sector::Public)]).await;
}

fn id(house: &House, name: &str) -> RegistrationId {
    RegistrationId(house.sql().number(&format!("SELECT id AS value FROM registration WHERE name = '{name}'")))
}

fn typed(form: Form, language: &str) -> Form {
    form.set(&format!("subject-{language}"), &format!("Doors ({language})"))
        .set(&format!("text-{language}"), "They open at <b>one</b>.\n\nSee https://www.example.be/way.")
}

fn told(house: &House) -> Vec<String> {
    house.sql().words("SELECT recipient AS value FROM outbox WHERE kind = 'announcement' AND status <> 'aborted' ORDER BY recipient")
}

fn words() -> Words {
    Words { subject: Translated::same("Doors"), text: Translated::same("They open at one. CANARY") }
}

both_databases! {
    /// By the pages: the filter decides, every language is asked for, the check shows names and mails, one mail goes to each.
    async fn those_whom_the_list_shows_get_it_in_their_language(kind: Kind) {
        let Some((house, visitor)) = open(kind).await else { return };
        three(&house).await;
        enter(&house, &[("Gone", Language::De, Sector::Private)]).await;
        house.app.withdraw(id(&house, "Gone"), Actor::Person, None, house.app.now()).await.expect("withdrawn");
        let list = visitor.get(&format!("{EVENT}/registrations?sector=private")).await;
        let link = list.links().into_iter().find(|l| l.contains("/messages/new")).expect("a way to write");
        assert!(link.ends_with("?sector=private"), "{link}");
        let form = visitor.get(&link).await;
        assert!(form.text(".lead").starts_with("2 people get it"), "{}", form.text(".lead"));
        assert_eq!((form.count("#text-nl"), form.count("#text-fr"), form.count("#text-de")), (1, 1, 0), "languages that somebody reads");
        let gaps = visitor.send(&typed(form.form("/messages/check"), "nl")).await;
        assert_eq!(gaps.status, 422);
        assert_eq!(gaps.texts(".errors li").len(), 2, "{:?}", gaps.texts(".errors li"));
        assert!(gaps.text(".errors").contains("Subject in French") && gaps.text(".errors").contains("Text in French"), "{}", gaps.text(".errors"));
        let check = visitor.send(&typed(gaps.form("/messages/check"), "fr")).await;
        assert_eq!(check.status, 200, "{}", check.body);
        assert_eq!(check.texts("table.people tbody th"), ["Anan@here.example.be", "Bobbob@here.example.be"]);
        let mails = check.texts("pre.mail");
        assert!(mails.len() == 2 && mails[0].contains("They open at <b>one</b>.") && mails[1].contains("Bonjour Bob"), "{mails:?}");
        assert_eq!(told(&house), Vec::<String>::new(), "looking sends nothing");
        let back = visitor.send(&Form { action: check.url.join("new").expect("a path"), ..check.form("/messages/send") }).await;
        assert_eq!(back.form("/messages/check").value("subject-fr"), Some("Doors (fr)"), "what was typed comes back");

        let send = check.form("/messages/send");
        let sent = visitor.send(&send).await;
        assert!(sent.text(".notice.good").starts_with("2 e-mails"), "{}", sent.body);
        assert_eq!(told(&house), ["an@here.example.be", "bob@here.example.be"]);
        assert!(sent.text(".notice h2").contains("Doors"), "{}", sent.body);
        visitor.send(&send).await;
        assert_eq!(told(&house).len(), 2, "twice is once");
        let page = visitor.get(&format!("{EVENT}/registrations/{}", house.reference("An"))).await;
        assert!(page.text(".history").contains("Message sent"), "{}", page.text(".history"));
        let journal = house.sql().words("SELECT became AS value FROM journal WHERE deed = 'announcement_sent'").join("");
        assert!(journal.contains("\"count\":2") && !journal.contains("here.example.be") && !journal.contains("Doors"), "{journal}");
        let email = EmailAddress::parse("an@here.example.be").expect("an address");
        assert!(house.app.export_person(&email, house.app.now()).await.expect("their data").to_string().contains("announcement"));
        let desk = house.staff(Role::Desk, Some("qctr")).await;
        assert_eq!(desk.get(&format!("{EVENT}/messages/new")).await.status, 403);
        house.assert_verified().await;
    }
}

both_databases! {
    /// Who withdrew, was erased or came after the check gets nothing; who left with the mail still owed does not get it either.
    async fn only_those_of_the_check_who_are_still_there(kind: Kind) {
        let Some((house, visitor)) = open(kind).await else { return };
        three(&house).await;
        enter(&house, &[("Dirk", Language::Nl, Sector::Private), ("Els", Language::Nl, Sector::Private)]).await;
        let form = visitor.get(&format!("{EVENT}/messages/new")).await.form("/messages/check");
        let check = visitor.send(&typed(typed(form, "nl"), "fr")).await.form("/messages/send");
        let app = &house.app;
        app.withdraw(id(&house, "An"), Actor::Person, None, app.now()).await.expect("withdrawn");
        app.erase(id(&house, "Cas"), Actor::Person, app.now()).await.expect("erased");
        enter(&house, &[("Late", Language::Nl, Sector::Private)]).await;
        let sent = visitor.send(&check).await;
        assert!(sent.text(".notice.good").starts_with("3 e-mails"), "{}", sent.body);
        assert_eq!(told(&house), ["bob@here.example.be", "dirk@here.example.be", "els@here.example.be"]);
        app.withdraw(id(&house, "Dirk"), Actor::Person, None, app.now()).await.expect("withdrawn");
        app.erase(id(&house, "Els"), Actor::Person, app.now()).await.expect("erased");
        assert_eq!(told(&house), ["bob@here.example.be"], "what is still owed is dropped with the place");
        // A language that nobody wrote in is found out when it is sent, too.
        let message = Message { key: "gap".into(), words: Words::default(), people: vec![id(&house, "Bob")], states: reached(None) };
        let gap = app.announce(house.event("here").await.id, message, Actor::System, app.now()).await;
        assert!(matches!(gap, Err(AppError::Invalid { field: "languages", .. })), "{gap:?}");
        // Bent: people of another event are not written to.
        house.put(Scene::event("elsewhere").platform("coalition").seats(5));
        house.enter("elsewhere", &["Stranger"]).await;
        let stranger = id(&house, "Stranger").to_string();
        let form = visitor.get(&format!("{EVENT}/messages/new")).await.form("/messages/check");
        let bent = visitor.send(&typed(typed(form, "nl"), "fr")).await.form("/messages/send").set("people", &stranger);
        visitor.send(&bent).await;
        let nul = visitor.send(&bent.clone().set("key", "a\0b").set("people", &id(&house, "Bob").to_string())).await;
        assert_eq!(nul.status, 200, "a key that is none of ours sends nothing: the form again");
        assert_eq!(house.sql().count("outbox", "kind = 'announcement' AND recipient LIKE 'guest0@%'"), 0);
        let other = Message { key: "gap".into(), words: words(), people: vec![id(&house, "Stranger")], states: reached(None) };
        app.announce(house.event("elsewhere").await.id, other.clone(), Actor::System, app.now()).await.expect("sent");
        let reused = app.announce(house.event("here").await.id, other, Actor::System, app.now()).await;
        assert!(matches!(reused, Err(AppError::KeyReused)), "{reused:?}");
        house.assert_verified().await;
    }
}

both_databases! {
    /// Six hundred people in three parts: the process goes away after the first, the timers go on, nobody gets it twice; and stopped in
    /// the middle, what was not sent is not sent.
    async fn a_message_survives_a_restart_and_can_be_stopped(kind: Kind) {
        let Some((house, visitor)) = open(kind).await else { return };
        let names: Vec<String> = (0..600).map(|n| format!("Guest{n:03}")).collect();
        house.enter("here", &names.iter().map(String::as_str).collect::<Vec<_>>()).await;
        let event = house.event("here").await.id;
        let people: Vec<RegistrationId> = house.app.audience(event, Default::default()).await.expect("people").iter().map(|row| row.id).collect();
        assert_eq!(people.len(), 600);
        let message = |key: &str| Message { key: key.into(), words: words(), people: people.clone(), states: reached(None) };
        let (first, owed) = house.app.announce(event, message("one"), Actor::System, house.app.now()).await.expect("sent");
        assert_eq!(owed, 600);
        // As a process that went away after its first part leaves it.
        let mut sql = house.sql();
        let cut = "FROM (SELECT id FROM outbox WHERE kind = 'announcement' ORDER BY id LIMIT 250) AS kept";
        sql.run(&format!("DELETE FROM outbox WHERE kind = 'announcement' AND id NOT IN (SELECT id {cut})"));
        sql.run("DELETE FROM registration_change WHERE cause = 'announced' AND id NOT IN (SELECT change_id FROM outbox WHERE kind = 'announcement')");
        let ids: Vec<String> = people.iter().map(ToString::to_string).collect();
        let audience = format!("{{\"states\":[\"confirmed\",\"waitlisted\"],\"people\":[{}]}}", ids.join(","));
        sql.run(&format!("UPDATE announcement SET looked_at = 250, owed = 250, finished_at = NULL, audience = '{audience}'"));
        house.assert_verified().await;
        timers::round(&house.app, false, house.app.now()).await.expect("a round");
        assert_eq!(told(&house).len(), 600, "the timers went on");
        let mut once = told(&house);
        once.dedup();
        assert_eq!(once.len(), 600, "nobody twice");
        timers::round(&house.app, false, house.app.now()).await.expect("a round");
        assert_eq!((told(&house).len(), house.sql().words("SELECT audience AS value FROM announcement").join("")), (600, String::new()));

        // Part of it is gone already when it is stopped.
        house.sql().run("UPDATE outbox SET status = 'sent', sent_at = created_at WHERE kind = 'announcement' AND id IN (SELECT id FROM outbox WHERE kind = 'announcement' ORDER BY id LIMIT 100)");
        let page = visitor.get(&format!("{EVENT}/messages")).await;
        assert!(page.text(".notice").contains("100 of 600 sent"), "{}", page.text(".notice"));
        let stopped = visitor.send(&page.form("/stop")).await;
        assert!(stopped.text(".notice.good").contains("500 e-mails are not sent"), "{}", stopped.body);
        assert_eq!(told(&house).len(), 100);
        let again = house.app.stop_announcement(event, first, Actor::System, house.app.now()).await.expect("an answer");
        assert_eq!(again, 0, "twice is once");
        assert_eq!(house.sql().count("journal", "deed = 'announcement_stopped'"), 1);
        house.assert_verified().await;
    }
}

both_databases! {
    /// The event moves while mails of a message are still owed: they say the new time, and what the organisers wrote.
    async fn a_message_that_is_still_owed_says_the_new_time(kind: Kind) {
        let Some((house, visitor)) = open(kind).await else { return };
        three(&house).await;
        let event = house.event("here").await;
        let people = house.app.audience(event.id, Default::default()).await.expect("people").iter().map(|row| row.id).collect();
        let message = Message { key: "one".into(), words: words(), people, states: reached(None) };
        house.app.announce(event.id, message, Actor::System, house.app.now()).await.expect("sent");
        let said = || house.sql().words("SELECT f.facts AS value FROM outbox o JOIN event_facts f ON f.id = o.facts_id WHERE o.kind = 'announcement'");
        let start = |at: quarterdeck::clock::Instant| serde_json::to_string(&at).expect("JSON");
        assert!(said().iter().all(|facts| facts.contains(&start(event.schedule.starts_at)) && facts.contains("CANARY")));
        let form = visitor.get(&format!("{EVENT}/reschedule")).await.form("/reschedule");
        let typed = form.value("starts_at").expect("a moment").to_owned();
        let later = if typed.ends_with(":15") { typed.replace(":15", ":20") } else { format!("{}:15", typed.rsplit_once(':').expect("a time").0) };
        let moved = visitor.send(&form.set("starts_at", &later)).await;
        assert_eq!(moved.status, 200, "{}", moved.text(".errors"));
        let now = house.event("here").await.schedule.starts_at;
        assert_ne!(now, event.schedule.starts_at);
        let facts = said();
        assert!(facts.len() == 3 && facts.iter().all(|f| f.contains(&start(now)) && f.contains("CANARY")), "{facts:?}");
        house.assert_verified().await;
    }
}

both_databases! {
    /// What staff wrote goes with the names: from the message and from what its mails say.
    async fn the_words_go_with_the_names(kind: Kind) {
        let Some((house, visitor)) = open(kind).await else { return };
        three(&house).await;
        let event = house.event("here").await;
        let people = house.app.audience(event.id, Default::default()).await.expect("people").iter().map(|row| row.id).collect();
        let message = Message { key: "one".into(), words: words(), people, states: vec![State::Confirmed] };
        house.app.announce(event.id, message, Actor::System, house.app.now()).await.expect("sent");
        assert_eq!(house.sql().count("event_facts", "facts LIKE '%CANARY%'"), 2, "once for each language");
        let texts = visitor.get(&format!("{EVENT}/texts")).await.form("/texts").set("tlp", "green");
        assert_eq!(visitor.send(&texts).await.status, 200);
        assert_eq!(house.sql().count("event_facts", "facts LIKE '%CANARY%'"), 4, "what they said before is kept, too");
        house.app.clock.set(event.schedule.ends_at + Duration::days(91));
        house.app.purge(house.app.now()).await.expect("purged");
        assert_eq!(house.sql().count("event_facts", "facts LIKE '%CANARY%'"), 0);
        assert_eq!(house.sql().count("announcement", "words LIKE '%CANARY%' OR audience <> ''"), 0);
        house.app.purge(house.app.now()).await.expect("purged again");
        house.assert_verified().await;
        let (visitor, _) = { drop(visitor); house.sign_in("organiser.qctr@ccb.example.be").await };
        let page = visitor.get(&format!("{EVENT}/messages")).await;
        assert!(page.text(".notice h2").contains("The time to keep the text is over"), "{}", page.body);
    }
}
