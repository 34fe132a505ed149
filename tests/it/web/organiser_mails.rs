//! The mail room: lists by event and by person, one mail without what opens anything, another mail that says what holds now, many at once.

use chrono::Duration;
use mail_parser::MessageParser;
use quarterdeck::domain::ids::Reference;
use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::html::Page;
use crate::support::scene::{Scene, now};
use crate::support::sql::moment;

const ORGANISER: &str = "/organiser/en";

/// Recipients in the order shown.
fn shown(page: &Page) -> Vec<String> {
    page.texts("table.mails tbody th .second:nth-of-type(1)")
}

fn mail_to(house: &House, address: &str) -> i64 {
    house.sql().number(&format!("SELECT max(id) AS value FROM outbox WHERE recipient = '{address}'"))
}

/// As if the relay had taken every mail, an hour ago.
fn deliver(house: &House) {
    let at = moment(house.app.now() - Duration::hours(1));
    house.sql().run(&format!("UPDATE outbox SET status = 'sent', attempts = 1, sent_at = {at} WHERE status = 'queued'"));
}

/// As if the relay had refused this one for good.
fn refuse(house: &House, mail: i64) {
    let said = "last_code = '550', last_text = '5.1.1 <b>user unknown</b>'";
    house.sql().run(&format!("UPDATE outbox SET status = 'failed', attempts = 2, {said} WHERE id = {mail}"));
}

both_databases! {
    async fn mails_are_found_by_event_status_kind_language_and_words(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(51));
        house.put(Scene::event("there"));
        let names: Vec<String> = (0..53).map(|n| if n == 7 { "Ürsula Maes".into() } else { format!("Person {n}") }).collect();
        house.enter("here", &names.iter().map(String::as_str).collect::<Vec<_>>()).await;
        house.enter("there", &["Zoë Vandenbroucke"]).await;
        let (failed, sent) = (mail_to(&house, "guest7@here.example.be"), mail_to(&house, "guest8@here.example.be"));
        refuse(&house, failed);
        house.sql().run(&format!("UPDATE outbox SET status = 'sent' WHERE id = {sent}"));
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let get = async |path: &str| visitor.get(&format!("{ORGANISER}{path}")).await;

        let first = get("/events/here/mails").await;
        assert_eq!(shown(&first).len(), 50, "a page has at most fifty");
        assert_eq!(first.texts(".tabs .count"), ["1", "51", "1", "0"], "{}", first.body);
        assert!(first.body.contains("The oldest mail that can go now has waited since"), "{}", first.body);
        assert!(!first.body.contains("there.example.be"));
        let next = first.attribute(".pages .button", "href").expect("a next page");
        let second = visitor.get(&next).await;
        let both: std::collections::HashSet<String> = shown(&first).into_iter().chain(shown(&second)).collect();
        assert_eq!((shown(&second).len(), both.len()), (3, 53), "nobody twice, nobody left out");
        assert!(second.attribute(".pages .button", "href").is_none(), "the last page leads no further");

        let dead = get("/events/here/mails?status=failed").await;
        assert_eq!(shown(&dead), ["guest7@here.example.be"]);
        assert_eq!(dead.text("td .code"), "550 5.1.1 <b>user unknown</b>", "what was said stays text");
        assert_eq!(shown(&get("/events/here/mails?kind=waitlisted").await).len(), 2);
        assert_eq!(shown(&get("/events/here/mails?kind=waitlisted&status=sent").await), [""; 0]);
        assert_eq!(shown(&get("/events/here/mails?language=fr").await), [""; 0]);
        assert_eq!(shown(&get("/events/here/mails?q=MAES+ursula").await), ["guest7@here.example.be"], "by the name");
        assert_eq!(shown(&get("/events/here/mails?q=Guest12%40").await), ["guest12@here.example.be"], "by the address");
        assert_eq!(shown(&get("/mails?q=zoe").await), ["guest0@there.example.be"], "of all events");
        assert_eq!(shown(&get("/mails?q=%25%27%00").await), [""; 0], "what is typed is text");
        for broken in ["before=7", "before=x.y", "before=9223372036854775807.1", "status=x&kind=y&language=z"] {
            assert_eq!(get(&format!("/mails?{broken}")).await.status, 200, "{broken}");
        }
    }
}

both_databases! {
    async fn a_person_has_the_whole_correspondence_in_order(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").platform("csi-dpo"));
        house.enter("here", &["An Peeters", "Bo Maes"]).await;
        let reference = house.reference("An Peeters");
        let organiser = house.staff(Role::Organiser, Some("csi-dpo")).await;
        let page = format!("{ORGANISER}/events/here/registrations/{reference}");
        let form = organiser.get(&format!("{page}/withdraw")).await.form("/withdraw").set("reason", "By telephone");
        organiser.send(&form).await;
        let seen = organiser.get(&page).await;
        assert_eq!(seen.texts("table.mails tbody th a"), ["Registration confirmed", "Withdrawal"]);
        assert_eq!(shown(&seen), ["guest0@here.example.be"; 2], "nobody else's");
        // The invitation that led to the registration belongs to it.
        let (event, registration) = (house.event("here").await.id, house.sql().number("SELECT id AS value FROM registration WHERE name = 'An Peeters'"));
        let email = quarterdeck::domain::email::EmailAddress::parse("earlier@here.example.be").expect("an address");
        let invitee = quarterdeck::app::invite::Invitee {
            email,
            name: None,
            organisation: None,
            sector: None,
            language: quarterdeck::domain::language::Language::En,
        };
        house.app.invite(event, vec![invitee], None, quarterdeck::app::Actor::System, house.app.now()).await.expect("invited");
        house.sql().run(&format!("UPDATE invitation SET registration_id = {registration}"));
        let old = moment(house.app.now() - Duration::days(1));
        house.sql().run(&format!("UPDATE outbox SET created_at = {old} WHERE kind = 'invitation'"));
        assert_eq!(organiser.get(&page).await.texts("table.mails tbody th a"), ["Invitation", "Registration confirmed", "Withdrawal"]);
        let desk = house.staff(Role::Desk, Some("csi-dpo")).await.get(&page).await;
        assert_eq!((desk.status.as_u16(), desk.count("table.mails")), (200, 0), "the desk sees people and no mails");
    }
}

both_databases! {
    async fn a_mail_is_shown_without_what_opens_anything(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").platform("csi-dpo"));
        house.enter("here", &["An Peeters & Zn"]).await;
        let mail = mail_to(&house, "guest0@here.example.be");
        let reference = Reference::parse(&house.reference("An Peeters & Zn")).expect("a reference");
        let secret = house.app.secrets.page_token(&reference);
        let organiser = house.staff(Role::Organiser, Some("csi-dpo")).await;
        let mine = format!("{ORGANISER}/mails/{mail}");

        let page = organiser.get(&mine).await;
        assert_eq!(page.status, 200);
        assert!(page.text("pre.mail").contains("/r/···") && page.text("pre.mail").contains("Hello An Peeters & Zn,"), "{}", page.body);
        assert!(page.header("content-security-policy").contains("frame-src 'self'"));
        assert_eq!(page.attribute("iframe", "sandbox").as_deref(), Some(""), "the frame may nothing");
        let calendar = page.texts(".after dd");
        assert!(calendar.iter().any(|line| line.contains("(REQUEST)")) && calendar.iter().any(|line| line.contains("guest0@here.example.be")), "{calendar:?}");

        let frame = organiser.get(&page.attribute("iframe", "src").expect("a frame")).await;
        let policy = frame.header("content-security-policy");
        for rule in ["default-src 'none'", "sandbox", "frame-ancestors 'self'", "form-action 'none'"] {
            assert!(policy.contains(rule), "{rule}: {policy}");
        }
        assert!(!policy.contains("allow-") && !policy.contains("script-src"), "{policy}");
        assert!(frame.body.contains("/r/···") && frame.body.contains("An Peeters &amp; Zn"), "{}", frame.body);

        let source = organiser.get(&format!("{mine}/source")).await;
        assert!(source.header("content-disposition").contains(&format!("mail-{mail}.eml")));
        assert!(!source.body.to_lowercase().contains("dkim-signature"), "a copy is not signed");
        let message = MessageParser::default().parse(source.body.as_bytes()).expect("a message");
        let stored = house.sql().words(&format!("SELECT message_id AS value FROM outbox WHERE id = {mail}")).join("");
        assert!(message.message_id().is_some_and(|id| id.starts_with(&stored)), "{:?}", message.message_id());
        let parts: String = message.parts.iter().filter_map(|part| part.text_contents()).collect();
        assert!(parts.contains("/r/···"), "{parts}");
        for body in [&page.body, &frame.body, &source.body, &parts] {
            assert!(!body.contains(&secret) && !body.contains(&secret[..20]), "{body}");
        }
        let journal = organiser.get(&format!("{ORGANISER}/journal?deed=mail_exported")).await;
        assert_eq!(journal.count("table.journal tbody tr"), 1, "whoever takes the file is written down");

        for (role, platform, status) in [(Role::Organiser, "sit", 404), (Role::Desk, "csi-dpo", 403), (Role::Reporter, "csi-dpo", 403)] {
            let other = house.staff(role, Some(platform)).await;
            for part in ["", "/html", "/source"] {
                assert_eq!(other.get(&format!("{mine}{part}")).await.status, status, "{role} of {platform} at {part}");
            }
            let list = other.get(&format!("{ORGANISER}/events/here/mails")).await;
            assert_eq!(list.status, status, "{role} of {platform}");
        }
        let erased = house.sql().number("SELECT id AS value FROM registration");
        house.app.erase(quarterdeck::domain::ids::RegistrationId(erased), quarterdeck::app::Actor::Person, house.app.now()).await.expect("erased");
        deliver(&house);
        house.sql().run("UPDATE outbox SET recipient = '', snapshot = '', forget = FALSE");
        let page = organiser.get(&mine).await;
        assert!(page.body.contains("What it said is erased.") && !page.body.contains("guest0@"), "{}", page.body);
        for part in ["/html", "/source"] {
            assert_eq!(organiser.get(&format!("{mine}{part}")).await.status, 409, "{part}");
        }
        assert!(page.find_form("/again").is_none(), "there is nobody left to tell");
    }
}

/// Kind, SEQUENCE and moment of the newest mail, and what tells it from others.
fn newest(house: &House) -> (String, i64, String, String) {
    let row = house
        .sql()
        .words("SELECT kind || '|' || message_id || '|' || snapshot AS value FROM outbox WHERE id = (SELECT max(id) FROM outbox)")
        .join("");
    let mut parts = row.splitn(3, '|').map(str::to_owned);
    let (kind, id, snapshot) = (parts.next().expect("a kind"), parts.next().expect("an id"), parts.next().expect("a snapshot"));
    let says: serde_json::Value = serde_json::from_str(&snapshot).expect("JSON");
    let made = says["made_at"].as_str().expect("a moment").to_owned();
    (kind, says["registration"]["sequence"].as_i64().expect("a number"), made, id)
}

both_databases! {
    async fn somebody_is_told_again_what_holds_now(kind: Kind) {
        let Some(house) = House::open_at(kind, now()).await else { return };
        house.put(Scene::event("here").seats(1));
        house.enter("here", &["An Peeters", "Bo Maes"]).await;
        let reference = house.reference("An Peeters");
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let mail = mail_to(&house, "guest0@here.example.be");
        let mine = format!("{ORGANISER}/mails/{mail}");
        assert!(visitor.get(&mine).await.find_form("/again").is_none(), "it is on its way");
        let before = house.sql().words(&format!("SELECT message_id AS value FROM outbox WHERE id = {mail}")).join("");
        deliver(&house);
        house.app.clock.set(now() + Duration::minutes(15));

        let again = visitor.get(&mine).await.form("/again");
        let sent = visitor.send(&again).await;
        assert!(sent.text(".notice.good").starts_with("The mail is being sent now"), "{}", sent.body);
        let (what, sequence, made, id) = newest(&house);
        assert_eq!((what.as_str(), sequence), ("registration_confirmed", 0), "the same SEQUENCE");
        assert!(id != before, "a mail of its own");
        assert!(made.starts_with(&house.app.now().format("%Y-%m-%dT%H:%M").to_string()), "{made}");
        assert_ne!(sent.url.path(), mine, "the page shows the new one");
        let twice = visitor.send(&again).await;
        assert!(twice.body.contains("is on its way already"), "{}", twice.body);
        house.sql().run(&format!("UPDATE outbox SET status = 'sent', sent_at = {} WHERE status = 'queued'", moment(house.app.now())));
        assert!(visitor.send(&again).await.body.contains("less than ten minutes ago"));
        assert_eq!(house.sql().count("outbox", "recipient = 'guest0@here.example.be'"), 2);

        // The first mail no longer says how things stand: what goes is what holds.
        let person = format!("{ORGANISER}/events/here/registrations/{reference}");
        let form = visitor.get(&format!("{person}/withdraw")).await.form("/withdraw").set("reason", "By telephone");
        visitor.send(&form).await;
        deliver(&house);
        house.app.clock.set(now() + Duration::minutes(30));
        let old = visitor.get(&mine).await;
        assert!(old.body.contains("Send how things stand now") && old.text(".notice a") == "Withdrawal", "{}", old.body);
        visitor.send(&old.form("/again")).await;
        let (what, sequence, ..) = newest(&house);
        assert_eq!((what.as_str(), sequence), ("withdrawn", 1), "the CANCEL that went before, again");
        let cancel = visitor.get(&format!("{ORGANISER}/mails/{}", mail_to(&house, "guest0@here.example.be"))).await;
        assert!(cancel.texts("dd").iter().any(|line| line.contains("(CANCEL)")), "{}", cancel.body);
        let history = visitor.get(&person).await.texts(".history li").join("|");
        assert!(history.contains("Told once more"), "{history}");
        assert_eq!(visitor.get(&format!("{ORGANISER}/journal?deed=told_again")).await.count("table.journal tbody tr"), 2);
        house.assert_verified().await;

        // Once it is over nobody is told anything.
        deliver(&house);
        house.app.clock.set(house.event("here").await.schedule.ends_at);
        let visitor = house.sign_in("organiser.qctr@ccb.example.be").await.0;
        let bo = mail_to(&house, "guest1@here.example.be");
        let late = visitor.get(&format!("{ORGANISER}/mails/{bo}")).await;
        assert!(late.find_form("/again").is_none());
        let mut bent = again.clone().set("csrf", late.form("/sign-out").value("csrf").expect("a token"));
        bent.action.set_path(&format!("{ORGANISER}/mails/{bo}/again"));
        assert!(visitor.send(&bent).await.body.contains("There is nothing left to tell"));
        house.sql().run("UPDATE event SET status = 'called_off'");
        house.sql().run("UPDATE registration SET state = 'cancelled' WHERE state = 'confirmed'");
        assert!(visitor.send(&bent).await.body.contains("There is nothing left to tell"), "called off, and its time has passed");
    }
}

both_databases! {
    async fn many_are_tried_again_or_given_up_and_no_more_than_was_told(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.put(Scene::event("faraway").platform("sit"));
        house.enter("here", &["An Peeters", "Bo Maes", "Cé Dupont", "Di Claes"]).await;
        house.enter("faraway", &["Canary Maes"]).await;
        let visitor = house.staff(Role::Organiser, Some("qctr")).await;
        let overtaken = house.reference("Di Claes");
        for n in 0..4 {
            refuse(&house, mail_to(&house, &format!("guest{n}@here.example.be")));
        }
        refuse(&house, mail_to(&house, "guest0@faraway.example.be"));
        let person = format!("{ORGANISER}/events/here/registrations/{overtaken}/withdraw");
        let form = visitor.get(&person).await.form("/withdraw").set("reason", "By telephone");
        visitor.send(&form).await;
        house.sql().run("UPDATE outbox SET status = 'sent' WHERE kind = 'withdrawn'");

        let list = visitor.get(&format!("{ORGANISER}/mails?status=failed")).await;
        assert_eq!(list.texts(".after a"), ["Try all 4 again", "Give all 4 up"]);
        let ask = visitor.get(&list.attribute(".after a", "href").expect("a link")).await;
        assert!(ask.text(".lead").starts_with("4 mails will be tried again now"), "{}", ask.body);
        let order = ask.form("/mails/many");
        let done = visitor.send(&order.clone().set("count", "1")).await;
        assert!(done.text(".notice").starts_with("0 mails") || done.text(".notice").starts_with("One mail"), "{}", done.body);
        let came = visitor.send(&order).await;
        assert!(came.text(".notice.good").contains("will be tried again"), "{}", came.body);
        assert_eq!(house.sql().count("outbox", "status = 'queued'"), 3, "what was overtaken stays, and what is another platform's");
        assert_eq!(house.sql().count("outbox", "status = 'failed'"), 2);
        let narrowed = visitor.get(&format!("{ORGANISER}/events/here/mails/many?order=abort&status=queued&q=Bo")).await;
        assert!(narrowed.text(".lead").starts_with("One mail will not be sent"), "{}", narrowed.body);
        let gone = visitor.send(&narrowed.form("/mails/many")).await;
        assert_eq!(gone.text(".notice.good"), "One mail is given up.");
        assert_eq!(house.sql().words("SELECT recipient AS value FROM outbox WHERE status = 'aborted'"), ["guest1@here.example.be"]);
        assert_eq!(visitor.get(&format!("{ORGANISER}/journal?deed=mail_retried")).await.count("table.journal tbody tr"), 3);

        // What is owed after the page was looked at is not what was looked at.
        let queued = || house.sql().words("SELECT recipient AS value FROM outbox WHERE status = 'queued' ORDER BY recipient");
        let both = queued();
        assert_eq!(both.len(), 2, "{both:?}");
        let page = visitor.get(&format!("{ORGANISER}/mails/many?order=abort&status=queued")).await;
        house.sql().run(&format!("UPDATE outbox SET created_at = '2099-01-01 08:00:00.000000' WHERE status = 'queued' AND recipient = '{}'", both[1]));
        visitor.send(&page.form("/mails/many")).await;
        assert_eq!(queued(), [both[1].clone()]);
        house.assert_verified().await;
    }
}
