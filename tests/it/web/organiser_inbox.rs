//! The inbox: who sees what came in, one mail as text and nothing else, what is done about it, and an address that is used again.

use quarterdeck::db::inbound::Door;
use quarterdeck::domain::ids::{MailId, RegistrationId};
use quarterdeck::domain::mail_tag::Tag;
use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::attendee::{DOMAIN, Reply, border, keys_of, report};
use crate::support::html::{Page, Visitor};
use crate::support::scene::Scene;

const LIST: &str = "/organiser/en/events/here/registrations";
const INBOX: &str = "/organiser/en/inbox";
const AN: &str = "guest0@here.example.be";

impl House {
    /// Gives a mail to the pipeline as a door does; answers its number.
    pub async fn receive(&self, raw: impl Into<Vec<u8>>) -> i64 {
        let received = self.app.receive_mail(Door::Lmtp, None, raw.into(), self.app.now()).await.expect("kept");
        self.app.handle_inbound(&border(), &keys_of(&["here.example.be"]), self.app.now()).await.expect("handled");
        received.id.0
    }

    /// What the calendar of somebody at an event says.
    pub fn reply(&self, email: &str, method: &'static str, partstat: &'static str) -> Reply {
        let mut sql = self.sql();
        let mut told = |column: &str| sql.words(&format!("SELECT {column} AS value FROM registration WHERE email = '{email}'")).pop().expect("a row");
        let (id, uid, sequence) = (told("CAST(id AS TEXT)"), told("uid"), told("CAST(sequence AS TEXT)"));
        let tag = self.app.secrets.mail_tag(Tag::Answer(RegistrationId(id.parse().expect("a number"))));
        Reply {
            from: email.into(),
            to: format!("events+{tag}@{DOMAIN}"),
            uid: format!("{uid}@{DOMAIN}"),
            partstat,
            sequence: sequence.parse().expect("a number"),
            stamped: self.app.now(),
            method,
            id: format!("{method}-{partstat}-{}", self.sql().count("inbound_mail", "1 = 1")),
        }
    }

    /// A report that the last mail to this address did not arrive.
    pub async fn bounce(&self, email: &str, status: &str, said: &str) -> i64 {
        self.sql().run("UPDATE outbox SET status = 'sent'");
        let mail = self.sql().number(&format!("SELECT max(id) AS value FROM outbox WHERE recipient = '{email}'"));
        let to = format!("events+{}@{DOMAIN}", self.app.secrets.mail_tag(Tag::Bounce(MailId(mail))));
        self.receive(report(&to, email, "failed", status, said)).await
    }
}

fn letter(from: &str, id: &str, words: &str) -> String {
    format!(
        "From: \"An <b>\" <{from}>\r\nTo: events@{DOMAIN}\r\nSubject: A <b>question\r\nMessage-ID: <{id}@x>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{words}\r\n\
         --b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"<i>plan.pdf\"\r\n\r\nx\r\n--b--\r\n"
    )
}

fn shown(page: &Page) -> Vec<String> {
    page.texts("table.inbox tbody th a")
}

async fn house(kind: crate::support::databases::Kind) -> Option<(House, Visitor)> {
    let house = House::open(kind).await?;
    house.put(Scene::event("here").platform("csi-dpo"));
    house.enter("here", &["An Peeters"]).await;
    let organiser = house.staff(Role::Organiser, Some("csi-dpo")).await;
    Some((house, organiser))
}

both_databases! {
    async fn what_came_in_is_for_who_works_on_its_event(kind: Kind) {
        let Some((house, organiser)) = house(kind).await else { return };
        house.put(Scene::event("faraway").platform("sit"));
        house.enter("faraway", &["Zoë Maes"]).await;
        house.receive(letter(AN, "1", "May I bring my dog?")).await;
        let theirs = house.receive(letter("guest0@faraway.example.be", "2", "And my cat?")).await;
        let nobodys = house.receive(letter("stranger@elsewhere.example", "3", "Buy this")).await;
        house.receive(house.reply(AN, "REPLY", "ACCEPTED").signed()).await;

        let page = organiser.get(INBOX).await;
        assert_eq!(shown(&page), [format!("An <b> <{AN}>")], "what the service saw to is nothing to do: {}", page.body);
        assert_eq!(page.text(".staffbar .count"), "1 to do");
        assert!(page.texts("td .second").contains(&"Somebody must look at this.".to_owned()), "{}", page.body);
        let all = organiser.get(&format!("{INBOX}?tab=all")).await;
        assert_eq!(shown(&all), [AN.to_owned(), format!("An <b> <{AN}>")], "the newest first");
        assert_eq!(shown(&organiser.get(&format!("{INBOX}?tab=all&kind=answer")).await), [AN]);
        assert_eq!(shown(&organiser.get(&format!("{INBOX}?kind=bounce")).await), [""; 0]);
        for id in [theirs, nobodys, 4_611_686_018_427_387_904] {
            for path in [format!("{INBOX}/{id}"), format!("{INBOX}/{id}/source"), format!("{INBOX}/{id}/address")] {
                assert_eq!(organiser.get(&path).await.status, 404, "{path}");
            }
        }
        assert!(organiser.get("/organiser/en/").await.texts(".todo li").contains(&"One mail that came in waits for somebody".to_owned()));
        let admin = house.staff(Role::Admin, None).await;
        assert_eq!(shown(&admin.get(INBOX).await).len(), 3, "what is about no event is for who works on all");
        assert_eq!(admin.get(&format!("{INBOX}/{nobodys}")).await.status, 200);
        let desk = house.staff(Role::Desk, Some("csi-dpo")).await;
        assert_eq!((desk.get(INBOX).await.status.as_u16(), desk.get("/organiser/en/").await.count(".staffbar .count")), (403, 0));
        for broken in ["before=x", "before=-1", "before=9223372036854775807", "kind=x&tab=y"] {
            assert_eq!(organiser.get(&format!("{INBOX}?{broken}")).await.status, 200, "{broken}");
        }
        house.assert_verified().await;
    }
}

both_databases! {
    async fn a_page_of_the_inbox_has_fifty(kind: Kind) {
        let Some((house, organiser)) = house(kind).await else { return };
        for n in 0..53 {
            let raw = letter(AN, &format!("n{n}"), "A question.").replace("A <b>question", &format!("Question {n}"));
            house.app.receive_mail(Door::Lmtp, None, raw.into_bytes(), house.app.now()).await.expect("kept");
        }
        while house.app.handle_inbound(&border(), &keys_of(&[]), house.app.now()).await.expect("handled") > 0 {}
        let first = organiser.get(INBOX).await;
        let second = organiser.get(&first.attribute(".pages .button", "href").expect("a next page")).await;
        let subjects: std::collections::BTreeSet<String> = [&first, &second].into_iter().flat_map(|page| page.texts("table.inbox th .second")).collect();
        assert_eq!((shown(&first).len(), shown(&second).len(), subjects.len()), (50, 3, 53), "nobody twice, nobody left out");
        assert!(second.attribute(".pages .button", "href").is_none() && second.links().iter().any(|link| link.ends_with("/inbox")), "{:?}", second.links());
    }
}

both_databases! {
    async fn a_mail_is_shown_as_text_and_its_source_leaves_as_a_file(kind: Kind) {
        let Some((house, organiser)) = house(kind).await else { return };
        let id = house.receive(letter(AN, "1", "<script>alert(1)</script> May I?")).await;
        let mine = format!("{INBOX}/{id}");
        let page = organiser.get(&mine).await;
        assert_eq!(page.text("pre.mail"), "<script>alert(1)</script> May I?");
        assert!(!page.body.contains("<script>alert") && !page.body.contains("<b>"), "{}", page.body);
        assert_eq!(page.texts(".attachments li"), ["<i>plan.pdf"]);
        assert_eq!((page.text(".about a"), page.text(".about .state")), ("An Peeters".into(), "Registered".into()));
        assert!(page.text(".rsvp").contains("No answer"), "{}", page.text(".rsvp"));
        let reply = page.links().into_iter().find(|link| link.starts_with("mailto:")).expect("a way to answer");
        assert_eq!(reply, format!("mailto:{AN}?subject=Re%3A%20A%20%3Cb%3Equestion"));

        let source = organiser.get(&format!("{mine}/source")).await;
        assert!(source.body.starts_with("From: \"An <b>\""), "{}", source.body);
        assert_eq!(source.header("content-type"), "application/octet-stream");
        assert_eq!(source.header("x-content-type-options"), "nosniff");
        assert!(source.header("content-disposition").contains(&format!("attachment; filename=\"inbound-{id}.eml\"")));
        assert_eq!(house.sql().count("journal", "deed = 'mail_exported'"), 1);

        let listed = organiser.send(&page.form("/done")).await;
        assert!(listed.body.contains("The mail is marked as done."), "{}", listed.body);
        assert_eq!((shown(&listed).len(), listed.count(".staffbar .count")), (0, 0));
        let again = organiser.send(&page.form("/done")).await;
        assert!(!again.body.contains("marked as done"), "somebody was faster");
        assert_eq!(house.sql().count("journal", "deed = 'inbound_done'"), 1);
        let after = organiser.get(&mine).await;
        assert!(after.find_form("/done").is_none() && after.texts("dd").iter().any(|fact| fact.starts_with("organiser.csi-dpo@ccb.example.be,")), "{:?}", after.texts("dd"));

        // Programs quote what they answer: nobody who reads it gets at the page of its owner.
        let own = crate::web::unsubscribe::page_of(&house, "An Peeters");
        let quoting = house.receive(letter(AN, "2", &format!("I am late.\r\n> See https://events.example.be{own}?done=saved\r\n> or write."))).await;
        let quoted = organiser.get(&format!("{INBOX}/{quoting}")).await;
        assert_eq!(quoted.text("pre.mail"), "I am late. > See https://events.example.be/en/r/···?done=saved > or write.");
        assert!(!quoted.body.contains(own.rsplit('/').next().expect("a token")), "{}", quoted.body);

        house.app.erase(RegistrationId(house.sql().number("SELECT id AS value FROM registration")), quarterdeck::app::Actor::Person, house.app.now()).await.expect("erased");
        let empty = organiser.get(&mine).await;
        assert!(empty.body.contains("What it said is erased.") && !empty.body.contains("May I?") && !empty.body.contains("An Peeters"), "{}", empty.body);
        assert_eq!(organiser.get(&format!("{mine}/source")).await.status, 409);
        house.assert_verified().await;
    }
}

both_databases! {
    async fn a_proposed_time_is_told_in_the_language_of_the_reader(kind: Kind) {
        let Some((house, organiser)) = house(kind).await else { return };
        let id = house.receive(house.reply(AN, "COUNTER", "TENTATIVE").mail()).await;
        let page = organiser.get(&format!("{INBOX}/{id}")).await;
        assert!(page.text(".proposed").contains("10 December 2026") && page.text(".proposed").contains("09:00"), "{}", page.text(".proposed"));
        assert!(page.texts("dd").contains(&"No: the mail carries no signature.".to_owned()), "{:?}", page.texts("dd"));
        let dutch = organiser.get(&format!("/organiser/nl/inbox/{id}")).await;
        assert!(dutch.text(".proposed").contains("10 december 2026"), "{}", dutch.text(".proposed"));
        let accepted = house.receive(house.reply(AN, "REPLY", "ACCEPTED").signed()).await;
        let page = organiser.get(&format!("{INBOX}/{accepted}")).await;
        assert!(page.texts("dd").contains(&"Yes: signed by here.example.be (DKIM)".to_owned()), "{:?}", page.texts("dd"));
        assert!(page.text(".rsvp").contains("Accepted (") && page.text(".rsvp").contains("sender verified"), "{}", page.text(".rsvp"));
    }
}

both_databases! {
    async fn an_address_is_used_again_with_a_reason(kind: Kind) {
        let Some((house, organiser)) = house(kind).await else { return };
        let id = house.bounce(AN, "5.1.1", "550 no such user").await;
        assert_eq!(house.sql().words("SELECT state AS value FROM mail_address"), ["hard"]);
        let other = house.staff(Role::Organiser, Some("sit")).await;
        assert_eq!(other.get(&format!("{INBOX}/{id}/address")).await.status, 404);
        let page = organiser.get(&format!("{INBOX}/{id}")).await;
        assert!(page.text(".failing").contains("(5.1.1)"), "{}", page.body);
        assert!(page.links().iter().any(|link| link.contains("/mails/")), "to our mail that came back");
        assert!(!page.links().iter().any(|link| link.starts_with("mailto:")), "no program is answered");
        let ask = organiser.get(&format!("{INBOX}/{id}/address")).await;
        let refused = organiser.send(&ask.form("/address").set("reason", " ")).await;
        assert_eq!((refused.status.as_u16(), house.sql().count("mail_address", "1 = 1")), (422, 1));
        let done = organiser.send(&ask.form("/address").set("reason", "The new server is there")).await;
        assert!(done.body.contains("Mails go to this address again.") && done.count(".failing") == 0, "{}", done.body);
        assert_eq!(house.sql().count("mail_address", "1 = 1"), 0);
        let entry = house.sql().words("SELECT became AS value FROM journal WHERE deed = 'address_lifted'");
        assert!(entry.len() == 1 && entry[0].contains("The new server is there") && !entry[0].contains(AN), "{entry:?}");
        let late = organiser.send(&ask.form("/address").set("reason", "Again")).await;
        assert_eq!((late.status.as_u16(), house.sql().count("journal", "deed = 'address_lifted'")), (200, 1));

        // The same by the page of the person.
        house.bounce(AN, "5.1.1", "550 no such user again").await;
        let person = format!("/organiser/en/events/here/registrations/{}", house.reference("An Peeters"));
        let ask = organiser.get(&format!("{person}/address")).await;
        organiser.send(&ask.form("/address").set("reason", "They called")).await;
        assert_eq!((house.sql().count("mail_address", "1 = 1"), house.sql().count("journal", "deed = 'address_lifted'")), (0, 2));
        assert_eq!(organiser.get(&format!("{person}/address")).await.status, 409);
        house.assert_verified().await;
    }
}

both_databases! {
    /// In the list, its files, by its filter, for programs, and in what somebody gets of their data; to an older invitation it says nothing.
    async fn what_a_calendar_answered_is_told_wherever_a_registration_is(kind: Kind) {
        let Some((house, organiser)) = house(kind).await else { return };
        house.enter("here", &["An Peeters", "Bo Maes", "Cy Claes"]).await;
        house.receive(house.reply(AN, "REPLY", "ACCEPTED").signed()).await;
        house.receive(house.reply("guest1@here.example.be", "REPLY", "TENTATIVE").signed()).await;
        let names = async |filter: &str| organiser.get(&format!("{LIST}?rsvp={filter}")).await.texts("table.people th a");
        let page = organiser.get(LIST).await;
        assert_eq!(page.texts("td .rsvp"), ["Answer of the calendar Accepted", "Answer of the calendar Tentative"], "{}", page.body);
        assert_eq!(names("accepted").await, ["An Peeters"]);
        assert_eq!(names("tentative").await, ["Bo Maes"]);
        assert_eq!(names("declined").await, [""; 0]);
        assert_eq!(names("needs-action").await, ["Cy Claes"]);
        assert_eq!(names("perhaps").await.len(), 3, "what is no word of ours filters nothing");
        let csv = organiser.get(&format!("{LIST}.csv?rsvp=accepted")).await.body;
        let lines: Vec<&str> = csv.trim_end().lines().collect();
        assert!(lines.len() == 2 && lines[0].ends_with("\"rsvp\"") && lines[1].ends_with("\"accepted\""), "{csv}");

        let person = organiser.get(&format!("{LIST}/{}", house.reference("An Peeters"))).await;
        assert!(person.texts("dd").iter().any(|fact| fact.starts_with("Accepted (") && fact.ends_with("sender verified)")), "{:?}", person.texts("dd"));
        assert_eq!(person.texts("table.mails tbody th a"), ["Registration confirmed", "Answer of a calendar"], "both ways, in order");
        let email = quarterdeck::domain::email::EmailAddress::parse(AN).expect("an address");
        let data = house.app.export_person(&email, house.app.now()).await.expect("a record");
        assert_eq!((&data["registrations"][0]["calendar_answer"]["answer"], data["mails_received"].as_array().map(Vec::len)), (&"accepted".into(), Some(1)), "{data}");

        // A new date asks anew.
        house.sql().run("UPDATE registration SET sequence = sequence + 1");
        assert_eq!((names("accepted").await.len(), names("needs-action").await.len()), (0, 3));
        assert_eq!(organiser.get(LIST).await.count("td .rsvp"), 0);
        let csv = organiser.get(&format!("{LIST}.csv")).await.body;
        assert_eq!(csv.matches("needs-action").count(), 3, "{csv}");
    }
}

both_databases! {
    async fn a_person_whose_address_fails_is_shown_so(kind: Kind) {
        let Some((house, organiser)) = house(kind).await else { return };
        let person = format!("{LIST}/{}", house.reference("An Peeters"));
        assert_eq!(organiser.get(&person).await.count(".failing"), 0);
        house.bounce(AN, "5.1.1", "550 no such user").await;
        let seen = organiser.get(&person).await;
        assert!(seen.text(".failing").contains("(5.1.1)") && seen.links().iter().any(|link| link.ends_with("/address")), "{}", seen.body);
        assert_eq!(seen.texts("table.mails tbody th a"), ["Registration confirmed", "Returned mail"]);
        let desk = house.staff(Role::Desk, Some("csi-dpo")).await.get(&person).await;
        assert_eq!((desk.status.as_u16(), desk.count(".failing"), desk.count("table.mails")), (200, 0, 0), "the desk sees people and no mails");
    }
}
