//! Many requests answered at once, and what staff notes about somebody for colleagues.

use quarterdeck::app::enter::Entry;
use quarterdeck::app::{Actor, AppError};
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::ids::RegistrationId;
use quarterdeck::domain::language::Language;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::staff::Role;

use super::organiser_house::{House, Parsed};
use crate::both_databases;
use crate::support::html::{Form, Page, Visitor};
use crate::support::scene::Scene;

const LIST: &str = "/organiser/en/events/focus/registrations";

/// People who ask for a seat at `focus`, in this order, each in a language.
async fn ask(house: &House, people: &[(&str, Language)]) {
    let entries = people.iter().map(|(name, language)| Entry {
        name: name.parse_name(),
        email: format!("{}@focus.example.be", name.split(' ').next().expect("a name")).parse_address(),
        organisation: "Example NV".parse_organisation(),
        sector: Sector::Private,
        mode: None,
        language: *language,
    });
    let event = house.event("focus").await.id;
    house.app.enter(event, entries.collect(), Actor::System, house.app.now()).await.expect("entered");
    wait(house);
}

/// As after the proof: nobody has a seat, all wait for an answer.
fn wait(house: &House) {
    let mut sql = house.sql();
    sql.run("UPDATE registration SET state = 'awaiting_approval', waiting_no = NULL, was_invited = FALSE, reason = NULL");
    sql.run("UPDATE registration_change SET to_state = 'awaiting_approval'");
    sql.run("UPDATE seat_pool SET taken_private = 0, taken_academic = 0, taken_public = 0");
}

/// The list's form with these people ticked and a button pressed.
fn tick(house: &House, page: &Page, names: &[&str], verdict: &str) -> Form {
    let mut form = page.form("/answer").force("verdict", verdict);
    for name in names {
        let id = house.sql().number(&format!("SELECT id AS value FROM registration WHERE name = '{name}'"));
        assert_eq!(page.count(&format!("input[name=who][value='{id}']")), 1, "{name} can be ticked");
        form.fields.push(("who".into(), id.to_string()));
    }
    form
}

fn state(house: &House, name: &str) -> String {
    house.sql().words(&format!("SELECT state AS value FROM registration WHERE name = '{name}'")).join(",")
}

async fn open(kind: crate::support::databases::Kind, seats: u32) -> Option<(House, Visitor)> {
    let house = House::open(kind).await?;
    house.put(Scene::event("focus").platform("coalition").seats(seats));
    let visitor = house.staff(Role::Organiser, Some("coalition")).await;
    Some((house, visitor))
}

const FOUR: [(&str, Language); 4] =
    [("An Peeters", Language::Nl), ("Bob Dupont", Language::Fr), ("Cas Maes", Language::Nl), ("Dirk Claes", Language::En)];

both_databases! {
    /// Ticked, looked at, done: seats in the order of proof as far as they go, a mail for each, and twice is once.
    async fn those_who_are_ticked_get_what_the_check_said(kind: Kind) {
        let Some((house, visitor)) = open(kind, 2).await else { return };
        ask(&house, &FOUR).await;
        let mails = house.sql().count("outbox", "1 = 1");
        let list = visitor.get(&format!("{LIST}?state=awaiting_approval")).await;
        // Ticked the other way round: the order is that of the proof.
        let check = visitor.send(&tick(&house, &list, &["Dirk Claes", "Cas Maes", "An Peeters"], "accept")).await;
        assert_eq!(check.status, 200, "{}", check.body);
        assert_eq!(check.texts("table.people tbody th"), ["An PeetersAn@focus.example.be", "Cas MaesCas@focus.example.be", "Dirk ClaesDirk@focus.example.be"]);
        let gets = check.texts("table.people tbody td:last-child");
        assert_eq!(gets[..2], ["A seat.", "A seat."]);
        assert!(gets[2].starts_with("Number 1 on the waiting list.") && gets[2].contains("2 seats"), "{gets:?}");
        assert!(check.text(".lead").contains("2 get a seat") && check.text(".lead").contains("1 comes on the waiting list"), "{}", check.text(".lead"));
        assert_eq!((state(&house, "An Peeters").as_str(), house.sql().count("outbox", "1 = 1")), ("awaiting_approval", mails), "looking changes nothing");

        let give = check.form("/answer/do");
        let done = visitor.send(&give).await;
        assert_eq!(done.url.query(), Some("state=awaiting_approval&done=accept-many&n=3"));
        assert!(done.text(".notice.good").starts_with("3 people are accepted"), "{}", done.body);
        assert_eq!(["An Peeters", "Cas Maes", "Dirk Claes", "Bob Dupont"].map(|n| state(&house, n)), ["confirmed", "confirmed", "waitlisted", "awaiting_approval"]);
        assert_eq!(house.sql().count("outbox", "kind = 'registration_confirmed' AND recipient LIKE 'Cas@%'"), 1, "who waited when entered has a seat now");
        assert_eq!(house.sql().count("outbox", "1 = 1"), mails + 3, "one mail each");
        assert_eq!(house.sql().count("journal", "deed = 'registration_approved'"), 3);
        let again = visitor.send(&give).await;
        assert!(again.text(".notice.good").starts_with("3 people are accepted"), "twice answers the same: {}", again.body);
        assert_eq!(house.sql().count("outbox", "1 = 1"), mails + 3, "and sends nothing");
        house.assert_verified().await;
    }
}

both_databases! {
    /// All that a list shows, not accepted, each with the reason in their language.
    async fn all_that_a_list_shows_are_refused_in_their_language(kind: Kind) {
        let Some((house, visitor)) = open(kind, 2).await else { return };
        ask(&house, &FOUR).await;
        let list = visitor.get(&format!("{LIST}?q=a")).await;
        assert_eq!(list.count("input[name=who]"), 4);
        let narrow = visitor.get(&format!("{LIST}?sector=academic")).await;
        assert_eq!((narrow.count("table.people tbody tr"), narrow.find_form("/answer").is_some()), (0, false), "the sector narrows the list");
        // `q` finds every name here but that of Bob, whom it would also find by address: he is left out by name.
        let list = visitor.get(&format!("{LIST}?q=es")).await;
        let check = visitor.send(&tick(&house, &list, &[], "refuse").force("all", "1")).await;
        assert_eq!(check.texts("table.people tbody th").len(), 2, "{}", check.body);
        assert_eq!((check.count("#reason-nl"), check.count("#reason-en"), check.count("#reason-fr")), (1, 1, 0), "only languages that somebody reads");
        let form = check.form("/answer/do").set("reason-nl", "Dit keer enkel leden.");
        let lacking = visitor.send(&form).await;
        assert_eq!((lacking.status.as_u16(), lacking.attribute("#reason-en", "aria-invalid").as_deref()), (422, Some("true")));
        assert_eq!(lacking.attribute("#reason-nl", "value").as_deref(), Some("Dit keer enkel leden."), "what was typed is kept");
        let done = visitor.send(&lacking.form("/answer/do").set("reason-en", "Members only this time.")).await;
        assert!(done.text(".notice.good").starts_with("2 people are not accepted"), "{}", done.body);
        assert_eq!(["Cas Maes", "Dirk Claes", "An Peeters"].map(|n| state(&house, n)), ["rejected", "rejected", "awaiting_approval"]);
        let reason = |name: &str| house.sql().words(&format!("SELECT reason AS value FROM registration WHERE name = '{name}'")).join("");
        assert!(reason("Cas Maes").contains("enkel leden") && reason("Dirk Claes").contains("Members only"));
        // Undone as a single one is: accepted after all, from the list of those who were refused.
        let refused = visitor.get(&format!("{LIST}?state=rejected")).await;
        let check = visitor.send(&tick(&house, &refused, &[], "accept").force("all", "1")).await;
        assert!(visitor.send(&check.form("/answer/do")).await.text(".notice.good").starts_with("2 people are accepted"));
        house.assert_verified().await;
    }
}

both_databases! {
    /// What changed between the check and the answer is left alone and named; the others get theirs.
    async fn who_changed_in_between_is_named_and_left_alone(kind: Kind) {
        let Some((house, visitor)) = open(kind, 2).await else { return };
        ask(&house, &FOUR).await;
        let list = visitor.get(LIST).await;
        let check = visitor.send(&tick(&house, &list, &["An Peeters", "Bob Dupont", "Cas Maes"], "accept")).await;
        let id = |name: &str| RegistrationId(house.sql().number(&format!("SELECT id AS value FROM registration WHERE name = '{name}'")));
        let app = &house.app;
        app.withdraw(id("An Peeters"), Actor::Person, None, app.now()).await.expect("withdrawn");
        // Two others took the seats that were shown, one of them the last.
        app.approve(id("Dirk Claes"), Actor::System, app.now()).await.expect("accepted");
        house.enter("focus", &["Elke Walk-in"]).await;
        let done = visitor.send(&check.form("/answer/do")).await;
        assert_eq!(done.status, 200);
        assert_eq!(done.text("h1"), "Accepted");
        let left: Vec<_> = done.texts("table.people tbody tr");
        assert!(left[0].starts_with("An Peeters") && left[0].contains("Withdrawn"), "{left:?}");
        assert!(left[1].starts_with("Bob Dupont") && left[1].contains("taken by now"), "{left:?}");
        assert_eq!(left.len(), 2, "Cas was to wait, and waits: {left:?}");
        assert_eq!(["An Peeters", "Bob Dupont", "Cas Maes"].map(|n| state(&house, n)), ["withdrawn", "awaiting_approval", "waitlisted"]);
        // A fingerprint that somebody bent answers nobody.
        let bent = visitor.send(&check.form("/answer/do").set("seen", "x 1:confirmed:2 99999:awaiting_approval:1:1")).await;
        assert_eq!(bent.status, 200);
        assert_eq!(state(&house, "Bob Dupont"), "awaiting_approval");
        house.assert_verified().await;
    }
}

both_databases! {
    /// More than can be answered at once is said, and nothing is done; nobody chosen is said as well.
    async fn too_many_and_nobody_are_told_so(kind: Kind) {
        let Some((house, visitor)) = open(kind, 2).await else { return };
        ask(&house, &FOUR[..1]).await;
        let list = visitor.get(LIST).await;
        let nobody = visitor.send(&tick(&house, &list, &[], "accept")).await;
        assert!(nobody.text(".lead").starts_with("Nobody is chosen") && nobody.find_form("/answer/do").is_none(), "{}", nobody.body);
        let mut many = tick(&house, &list, &[], "accept");
        many.fields.extend((0..501).map(|n| ("who".to_owned(), n.to_string())));
        let refused = visitor.send(&many).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text(".lead").starts_with("500 people at most"), "{}", refused.text(".lead"));
        let desk = house.staff(Role::Desk, Some("coalition")).await;
        assert_eq!(desk.get(LIST).await.count("input[name=who]"), 0, "who may not answer ticks nobody");
    }
}

both_databases! {
    /// A note is for colleagues; the person finds it in their data, it is in no mail, and it goes with the name.
    async fn a_note_is_for_colleagues_and_in_the_persons_own_data(kind: Kind) {
        let Some((house, visitor)) = open(kind, 2).await else { return };
        house.enter("focus", &["An Peeters"]).await;
        let page = format!("{LIST}/{}", house.reference("An Peeters"));
        let form = visitor.get(&format!("{page}/note")).await.form("/note");
        let colleague = form.clone().set("note", "Spoke to her.\nWants a vegetarian <b>lunch</b>.");
        let saved = visitor.send(&form.set("note", "Came late last time.")).await;
        assert!(saved.text(".notice.good").contains("saved"), "{}", saved.body);
        assert_eq!(saved.text(".typed"), "Came late last time.");
        let stale = visitor.send(&colleague).await;
        assert_eq!(stale.status, 422, "a colleague was faster");
        let both = stale.form("/note").value("note").expect("a text").to_owned();
        assert!(both.starts_with("Came late last time.") && both.contains("<b>lunch</b>"), "{both}");
        let long = visitor.send(&stale.form("/note").set("note", &"x".repeat(501))).await;
        assert!(long.status == 422 && long.text("#note-fault").contains("501"), "{}", long.body);
        let changed = visitor.send(&stale.form("/note")).await;
        assert!(changed.text(".typed").contains("<b>lunch</b>"), "{}", changed.body);

        let email = EmailAddress::parse("guest0@focus.example.be").expect("an address");
        let told = house.app.export_person(&email, house.app.now()).await.expect("their data").to_string();
        assert!(told.contains("vegetarian"), "who asks for their data reads it: {told}");
        assert_eq!(house.sql().count("outbox", "snapshot LIKE '%vegetarian%'"), 0);
        assert_eq!(house.sql().count("journal", "became LIKE '%vegetarian%' OR was LIKE '%vegetarian%'"), 0, "the journal says that, not what");
        assert_eq!(house.sql().count("journal", "deed = 'registration_noted'"), 2);
        let desk = house.staff(Role::Desk, Some("coalition")).await;
        assert!(desk.get(&page).await.text(".typed").contains("vegetarian"), "colleagues at the door read it");
        assert_eq!(desk.get(&format!("{page}/note")).await.status, 403, "and do not write it");

        let id = RegistrationId(house.sql().number("SELECT id AS value FROM registration WHERE name = 'An Peeters'"));
        house.app.erase(id, Actor::Person, house.app.now()).await.expect("erased");
        assert_eq!(house.sql().count("registration_note", "1 = 1"), 0);
        let gone = house.app.note(id, "Again.".into(), None, Actor::System, house.app.now()).await;
        assert!(matches!(gone, Err(AppError::NotFound)), "nothing is noted about whom nobody knows: {gone:?}");
        house.assert_verified().await;
    }
}
