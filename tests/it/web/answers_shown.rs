//! What calendars answered, shown to who gave the answer and to staff: what it means for a place, how many of each there are, and what is
//! kept of an address when its owner asks.

use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::ids::{MailId, Reference, RegistrationId};
use quarterdeck::domain::language::Language;
use quarterdeck::domain::mail_tag::Tag;
use quarterdeck::domain::staff::Role;
use quarterdeck::i18n::format;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::scene::Scene;

const AN: &str = "guest0@here.example.be";
const BO: &str = "guest1@here.example.be";

impl House {
    fn page_for(&self, name: &str, language: &str) -> String {
        format!("/{language}/r/{}", self.app.secrets.page_token(&Reference::parse(&self.reference(name)).expect("a reference")))
    }

    /// What the page of somebody says of the answer of their calendar.
    async fn told(&self, name: &str) -> Vec<String> {
        self.visitor().get(&self.page_for(name, "en")).await.texts("p.rsvp")
    }

    async fn data(&self, name: &str) -> serde_json::Value {
        let page = self.visitor().get(&format!("{}/data.json", self.page_for(name, "en"))).await;
        serde_json::from_str(&page.body).expect("JSON")
    }

    /// When the answer that counts came in, as pages say it.
    async fn came(&self, language: Language) -> String {
        let whose = RegistrationId(self.sql().number("SELECT registration_id AS value FROM rsvp"));
        let kept = self.app.rsvp_of(whose).await.expect("a read").expect("an answer");
        format::date_time(language, kept.received_at.expect("given").0)
    }
}

both_databases! {
    /// An answer is told with its date and with what follows from it, in each language; a decline ends by saying so, once.
    async fn somebody_reads_what_their_calendar_answered(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(1));
        house.enter("here", &["An Peeters", "Bo Maes"]).await;
        assert_eq!((house.told("An Peeters").await, house.told("Bo Maes").await), (vec![], vec![]));
        assert_eq!(house.data("An Peeters").await["calendar_answer"], serde_json::Value::Null);

        // A decline that nobody vouches for: nothing is recorded, and they are asked.
        house.receive(house.reply(AN, "REPLY", "DECLINED").mail()).await;
        let asked = "An answer came in that you are not coming. We could not check that it is yours. So you keep your seat, and we asked you by e-mail.";
        assert_eq!(house.told("An Peeters").await, [asked]);
        // Then their own, first without a signature.
        house.receive(house.reply(AN, "REPLY", "TENTATIVE").mail()).await;
        let told = house.told("An Peeters").await.join("");
        assert!(told.starts_with(&format!("Your calendar answered: tentative, on {}. We could not check", house.came(Language::En).await)), "{told}");
        assert!(told.contains(" You keep your seat. Once you know"), "{told}");
        house.receive(house.reply(AN, "REPLY", "ACCEPTED").signed()).await;
        for (language, expected) in [
            (Language::En, "Your calendar answered: accepted, on {at}. You have your seat."),
            (Language::Nl, "Uw agenda antwoordde: aanvaard, op {at}. U hebt uw plaats."),
            (Language::Fr, "Votre agenda a répondu\u{a0}: accepté, le {at}. Vous avez votre place."),
            (Language::De, "Ihr Kalender hat geantwortet: zugesagt, am {at}. Sie haben Ihren Platz."),
        ] {
            let page = house.visitor().get(&house.page_for("An Peeters", language.code())).await;
            // Blanks are folded where pages are read.
            let plain = |text: &str| text.split(|c: char| c.is_whitespace()).collect::<Vec<_>>().join(" ");
            assert_eq!(plain(&page.text("p.rsvp")), plain(&expected.replace("{at}", &house.came(language).await)), "{}", page.body);
        }
        let data = house.data("An Peeters").await;
        let answer = &data["calendar_answer"];
        assert_eq!((&answer["answer"], &answer["sender_verified"], &answer["sequence"]), (&"accepted".into(), &true.into(), &0.into()), "{data}");
        let moment = |key: &str| answer[key].as_str().and_then(|at| chrono::DateTime::parse_from_rfc3339(at).ok());
        assert!(moment("given_at").is_some() && moment("given_at") <= moment("received_at"), "{data}");
        assert_eq!(data["mails_received"].as_array().map(Vec::len), Some(3), "{data}");

        // An answer to a date that was replaced says so.
        house.sql().run("UPDATE registration SET sequence = sequence + 1 WHERE state = 'confirmed'");
        let told = house.told("An Peeters").await.join("");
        assert!(told.ends_with("That was to an earlier invitation and no longer counts. You have your seat."), "{told}");

        // Declined: the seat is gone, and the page says so once.
        house.receive(house.reply(AN, "REPLY", "DECLINED").signed()).await;
        let page = house.visitor().get(&house.page_for("An Peeters", "en")).await;
        let notice = page.text(".notice");
        assert!(notice.contains(&format!("Your calendar answered: declined, on {}. With that you gave up your seat.", house.came(Language::En).await)), "{notice}");
        assert_eq!(notice.matches("Your calendar answered").count(), 1, "{notice}");

        // Back on the list: neither the old answer nor a new one gives a seat.
        let back = house.visitor().send(&page.form("/rejoin")).await;
        assert_eq!(back.state(), "waitlisted");
        house.receive(house.reply(AN, "REPLY", "ACCEPTED").signed()).await;
        let told = house.told("An Peeters").await.join("");
        assert!(told.contains(": declined, on ") && told.contains("an answer in your calendar does not give you a seat"), "{told}");
        assert_eq!(house.data("An Peeters").await["registration"]["state"], "waitlisted");
        house.assert_verified().await;
    }
}

both_databases! {
    /// What was answered too late changed nothing, and is said so; once the event is over it means nothing any more.
    async fn an_answer_that_came_too_late_is_told_as_such(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.enter("here", &["An Peeters"]).await;
        house.sql().run("UPDATE registration SET present = TRUE");
        house.receive(house.reply(AN, "REPLY", "DECLINED").signed()).await;
        let told = house.told("An Peeters").await.join("");
        assert!(told.contains(": declined, on ") && told.ends_with("So nothing has changed."), "{told}");
        let past = |hours: i64| crate::support::sql::moment(house.app.now() - chrono::Duration::hours(hours));
        let began = past(5);
        house.sql().run(&format!("UPDATE event SET starts_at = {began}, closes_at = {began}, ends_at = {}", past(3)));
        let told = house.told("An Peeters").await;
        assert_eq!(told, [format!("Your calendar answered: declined, on {}.", house.came(Language::En).await)]);
    }
}

both_databases! {
    /// The page of an event counts the answers of those with a seat; each number leads to them. Whoever sees no names sees the numbers.
    async fn an_event_counts_what_calendars_answered(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").seats(4));
        let organiser = house.staff(Role::Organiser, Some("qctr")).await;
        let page = "/organiser/en/events/here";
        assert_eq!(organiser.get(page).await.count(".answers"), 0, "nobody has a seat yet");
        house.enter("here", &["An Peeters", "Bo Maes", "Cy Claes", "Di Devos", "Ed Engels"]).await;
        house.receive(house.reply(AN, "REPLY", "ACCEPTED").signed()).await;
        house.receive(house.reply(BO, "REPLY", "TENTATIVE").signed()).await;
        house.receive(house.reply("guest2@here.example.be", "REPLY", "DECLINED").mail()).await;

        let shown = organiser.get(page).await;
        assert_eq!(shown.texts(".answers dt"), ["Accepted", "Tentative", "No answer", "No answer, asked by e-mail"], "{}", shown.body);
        assert_eq!(shown.texts(".answers dd a"), ["1", "1", "2", "1"]);
        let links: Vec<String> = shown.links().into_iter().filter(|link| link.contains("rsvp=")).collect();
        let mut found = Vec::new();
        for link in &links {
            found.push(organiser.get(link).await.texts("table.people th a"));
        }
        assert_eq!(found, [vec!["An Peeters"], vec!["Bo Maes"], vec!["Cy Claes", "Di Devos"], vec!["Cy Claes"]]);
        let list = organiser.get(&links[3]).await;
        assert_eq!(list.text("#rsvp option[selected]"), "No answer, asked by e-mail", "the choice stays");

        let reporter = house.staff(Role::Reporter, Some("qctr")).await;
        let shown = reporter.get(page).await;
        assert_eq!((shown.texts(".answers dd"), shown.count(".answers a")), (vec!["1".into(), "1".into(), "2".into(), "1".into()], 0));
        assert_eq!(reporter.get(&links[0]).await.status, 403);

        // A new date asks all of them anew, and a decline at the door counts as one.
        house.sql().run("UPDATE registration SET sequence = sequence + 1");
        assert_eq!(organiser.get(page).await.count(".answers"), 0, "none yet, and none can come back here: nothing is told");
        house.sql().run("UPDATE registration SET present = TRUE WHERE name = 'Di Devos'");
        house.receive(house.reply("guest3@here.example.be", "REPLY", "DECLINED").signed()).await;
        let shown = organiser.get(page).await;
        assert_eq!((shown.texts(".answers dt"), shown.texts(".answers dd")), (
            ["Accepted", "Tentative", "Declined", "No answer"].map(String::from).to_vec(),
            ["0", "0", "1", "3"].map(String::from).to_vec(),
        ));
    }
}

both_databases! {
    /// Whoever asks gets that mail to them fails and what they want no more of, though both are kept by a digest; what came back of an
    /// invitation is theirs too. Erased, they stay to be honoured, and are still theirs to ask for.
    async fn what_is_kept_of_an_address_is_in_its_record(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here"));
        house.put(Scene::event("there").platform("csi-dpo"));
        house.enter("here", &["An Peeters"]).await;
        house.enter("there", &["Bo Maes"]).await;
        let an = EmailAddress::parse(AN).expect("an address");
        let nothing = serde_json::json!({ "mail_fails": null, "unsubscribed": [] });
        assert_eq!(house.app.export_person(&an, house.app.now()).await.expect("a record")["address"], nothing);

        let mail = house.sql().number(&format!("SELECT max(id) AS value FROM outbox WHERE recipient = '{AN}'"));
        let tag = house.app.secrets.mail_tag(Tag::Unsubscribe(MailId(mail)));
        house.app.unsubscribe(&tag, true, house.app.now()).await.expect("ended");
        house.bounce(AN, "5.1.1", "550 no such user").await;
        // The same address on another platform, which the page of this registration does not tell.
        let other = house.sql().number("SELECT id AS value FROM platform WHERE slug = 'csi-dpo'");
        house.sql().run(&format!("INSERT INTO unsubscription (platform_id, address_mac, at) SELECT {other}, address_mac, at FROM unsubscription"));

        let record = house.app.export_person(&an, house.app.now()).await.expect("a record");
        let address = &record["address"];
        assert_eq!((&address["mail_fails"]["state"], &address["mail_fails"]["status_code"]), (&"hard".into(), &"5.1.1".into()), "{record}");
        assert_eq!((&address["mail_fails"]["mails_sent"], &address["mail_fails"]["failures"]), (&"address_proofs".into(), &1.into()));
        assert!(address["mail_fails"]["since"].is_string() && address["mail_fails"]["last_failed_at"].is_string(), "{address}");
        let platforms = |address: &serde_json::Value| -> Vec<String> {
            let list = address["unsubscribed"].as_array().expect("a list");
            assert!(list.iter().all(|one| one["at"].is_string()), "{address}");
            let mut slugs: Vec<String> = list.iter().map(|one| one["platform"].as_str().expect("a slug").to_owned()).collect();
            slugs.sort();
            slugs
        };
        assert_eq!(platforms(address), ["csi-dpo", "qctr"]);
        let own = house.data("An Peeters").await;
        assert_eq!((&own["address"]["mail_fails"]["state"], platforms(&own["address"])), (&"hard".into(), vec!["qctr".to_owned()]), "{own}");
        assert_eq!(own["mails_received"][0]["kind"], "bounce", "{own}");
        let bo = house.app.export_person(&EmailAddress::parse("guest0@there.example.be").expect("an address"), house.app.now()).await.expect("a record");
        assert_eq!(bo["address"], nothing, "nobody else's");

        let (erased, kept) = house.app.erase_person(&an, house.app.now()).await.expect("erased");
        assert_eq!((erased.registrations, kept.unsubscribed.len(), kept.failing.map(|row| row.code)), (1, 2, Some("5.1.1".into())));
        let record = house.app.export_person(&an, house.app.now()).await.expect("what stays");
        assert_eq!((record["registrations"].as_array().map(Vec::len), platforms(&record["address"]).len()), (Some(0), 2), "{record}");
        let (erased, kept) = house.app.erase_person(&an, house.app.now()).await.expect("nothing more to erase, and it says what stays");
        assert_eq!((erased, kept.is_nothing()), (Default::default(), false));
        let stranger = EmailAddress::parse("nobody@here.example.be").expect("an address");
        assert!(house.app.erase_person(&stranger, house.app.now()).await.is_err());
        let page = house.visitor().get("/en/erased").await;
        assert!(page.text("main").contains("If you wanted no more messages"), "{}", page.body);
        house.assert_verified().await;
    }
}
