//! What each kind of mail says: every kind in every language, as an event of ours says it, and a trial to whoever asks.

use quarterdeck::domain::language::Language;
use quarterdeck::domain::registration::MailKind;
use quarterdeck::domain::staff::Role;

use super::organiser_house::House;
use crate::both_databases;
use crate::support::scene::Scene;

const ORGANISER: &str = "/organiser/en";

both_databases! {
    async fn every_kind_is_shown_in_every_language(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let visitor = house.staff(Role::Organiser, Some("sit")).await;
        let list = visitor.get(&format!("{ORGANISER}/mail-previews")).await;
        assert_eq!(list.texts(".facts dt").len(), MailKind::ALL.len());
        for kind in MailKind::ALL {
            let mut subjects = std::collections::HashSet::new();
            for language in Language::ALL {
                let page = visitor.get(&format!("{ORGANISER}/mail-previews/{kind}?language={language}")).await;
                assert_eq!(page.status, 200, "{kind} in {language}");
                let text = page.text("pre.mail");
                assert!(text.len() > 100 && !text.contains('⟦'), "{kind} in {language}: {text}");
                // Whoever is out has no personal link.
                let is_out = matches!(kind, MailKind::Withdrawn | MailKind::Rejected | MailKind::EventCancelled);
                assert!(is_out || text.contains("···"), "{kind} in {language}: {text}");
                assert!(!text.contains("fB0mTtzSC7hXy4v8o1qQd3nKJpLwEuGa2RrYxVbN5sI"), "{kind} in {language}: {text}");
                assert_eq!(page.attribute("pre.mail", "lang").as_deref(), Some(language.code()));
                subjects.insert(page.text("p > strong"));
                let frame = visitor.get(&page.attribute("iframe", "src").expect("a frame")).await;
                assert!(frame.status == 200 && frame.body.contains(&format!("lang=\"{language}\"")), "{kind} in {language}: {}", frame.body);
            }
            assert_eq!(subjects.len(), 4, "{kind}: each language has its own words");
        }
        let red = visitor.get(&format!("{ORGANISER}/mail-previews/registration_confirmed?variant=red")).await;
        assert!(red.text("p > strong").starts_with("TLP:RED") && !red.text("pre.mail").contains("Cyber threats in the fourth quarter"), "{}", red.body);
        let odd = visitor.get(&format!("{ORGANISER}/mail-previews/reminder?variant=%3Cb%3E&language=xx")).await;
        assert_eq!(odd.status, 200, "what is no word of ours is the usual");
        for (role, platform) in [(Role::Desk, "sit"), (Role::Reporter, "sit")] {
            let other = house.staff(role, Some(platform)).await;
            for path in ["/mail-previews", "/mail-previews/reminder", "/mail-previews/reminder/html"] {
                assert_eq!(other.get(&format!("{ORGANISER}{path}")).await.status, 403, "{role} at {path}");
            }
        }
    }
}

both_databases! {
    async fn an_events_mails_say_what_it_says(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        house.put(Scene::event("here").platform("csi-dpo").title("Bridges and tunnels"));
        house.put(Scene::event("both").title("For everybody").hybrid(Some(10)));
        let visitor = house.staff(Role::Organiser, None).await;
        let base = format!("{ORGANISER}/events/here/preview/mail");
        let page = visitor.get(&base).await;
        assert_eq!(page.text("h1"), "Registration confirmed", "first the one that most people get");
        assert!(page.text("pre.mail").contains("Bridges and tunnels") && !page.text("pre.mail").contains("Cyber threats"), "{}", page.body);
        let kinds = page.texts("select[name=kind] option");
        assert!(kinds.contains(&"Answer about a proposed guest".to_owned()) && !kinds.contains(&"Request received".to_owned()), "{kinds:?}");
        let hybrid = format!("{ORGANISER}/events/both/preview/mail");
        let online = visitor.get(&format!("{hybrid}?variant=online")).await;
        assert!(online.text("pre.mail").contains("How: Online"), "{}", online.body);
        let moved = visitor.get(&format!("{hybrid}?kind=event_changed&language=de")).await;
        assert!(moved.text("pre.mail").contains("For everybody") && moved.text("h1") == "Event changed", "{}", moved.body);
        let none = visitor.get(&format!("{base}?kind=mandate_question")).await;
        assert_eq!(none.text("h1"), "Registration confirmed", "it owes no such mail");
        let other = house.staff(Role::Organiser, Some("sit")).await;
        for part in ["", "/html"] {
            assert_eq!(other.get(&format!("{base}{part}")).await.status, 404, "{part}");
        }
    }
}

both_databases! {
    async fn a_trial_goes_to_whoever_asks_and_to_nobody_else(kind: Kind) {
        let Some(house) = House::open_limited(kind).await else { return };
        house.put(Scene::event("here").platform("csi-dpo").title("Bridges and tunnels"));
        let visitor = house.staff(Role::Organiser, Some("csi-dpo")).await;
        let page = visitor.get(&format!("{ORGANISER}/events/here/preview/mail?kind=withdrawn&language=fr")).await;
        let form = page.form("/trial");
        let sent = visitor.send(&form.clone().force("to", "somebody@example.be").force("email", "somebody@example.be")).await;
        assert!(sent.text(".notice.good").contains("organiser.csi-dpo@ccb.example.be"), "{}", sent.body);
        assert_eq!(sent.text("h1"), "Withdrawal", "the same mail is still shown");
        let [mail] = house.trials().try_into().expect("one mail");
        let parsed = mail_parser::MessageParser::default().parse(mail.as_bytes()).expect("a message");
        assert_eq!(parsed.to().and_then(|to| to.first()).and_then(|to| to.address()), Some("organiser.csi-dpo@ccb.example.be"));
        assert!(parsed.subject().is_some_and(|subject| subject.starts_with("TLP:CLEAR [Essai] ")), "{:?}", parsed.subject());
        assert!(mail.contains("X-Quarterdeck-Mail: test\r\n") && !mail.contains("somebody@"), "{mail}");
        let parts: String = parsed.parts.iter().filter_map(|part| part.text_contents()).collect();
        assert!(parts.contains("Bridges and tunnels") && !parts.contains("/r/fB0") && parts.contains("METHOD:CANCEL"), "{parts}");
        assert_eq!(house.sql().count("outbox", "1 = 1"), 0, "it goes past the queue and leaves nothing behind");
        let mut last = None;
        for _ in 0..10 {
            last = Some(visitor.send(&form).await);
        }
        assert_eq!(last.expect("an answer").status, 429, "a mailbox is not filled by it");
        assert_eq!(house.trials().len(), 10);
        assert_eq!(visitor.send(&form.without("csrf")).await.status, 422);
    }
}
