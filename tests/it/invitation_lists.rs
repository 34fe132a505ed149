//! Lists of people to invite, by command and by the API: what each line means is said first, and nobody is invited twice.

use serde_json::{Value, json};

use crate::both_databases;
use crate::support::scene::Scene;
use crate::support::service::Service;

/// As a spreadsheet of a house with Windows writes it.
const LIST: &str =
    "Naam;E-mail;Organisatie;Sector;Taal\r\nZo\u{eb} Dupont;zoe@fod.example;FOD Voorbeeld;overheid;fr\r\nJan;jan@;;;\r\nAn;an@fod.example;;;\r\n";

both_databases! {
    /// A dry run names each line; a wrong one stops everything unless only the good ones are asked for.
    async fn a_list_is_imported_by_command(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("qctr-next").seats(10));
        let bytes: Vec<u8> = LIST.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
        std::fs::write(service.database.folder.path.join("list.csv"), bytes).expect("a file");
        let import = |more: &[&str]| {
            let done = service.try_command(&[&["import", "invitations", "list.csv", "--event", "qctr-next"], more].concat());
            let words = [&done.stdout, &done.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
            (done.status.code(), words)
        };
        let (code, [out, words]) = import(&["--dry-run"]);
        assert_eq!((code, out.as_str()), (Some(1), "2\tnew\tzoe@fod.example\n"), "{words}");
        assert!(words.contains("line 4: language: \"\" (missing)") && words.contains("--language nl, fr, de or en"), "no language is the default: {words}");
        let (code, [out, words]) = import(&["--dry-run", "--language", "de"]);
        assert_eq!(code, Some(1), "{words}");
        assert_eq!(out, "2\tnew\tzoe@fod.example\n4\tnew\tan@fod.example\n");
        assert!(words.contains("line 3: email: \"jan@\"") && words.contains("2 of 2 would be invited"), "{words}");
        assert_eq!(import(&[]).0, Some(1), "nothing while a line is wrong");
        assert_eq!(service.sql().count("invitation", "1 = 1"), 0);
        assert_eq!(import(&["--at", "tomorrow"]).0, Some(2));
        let (code, [out, words]) = import(&["--keep-good", "--language", "de"]);
        assert_eq!(code, Some(0), "{words}");
        assert!(out.contains("2\tnew\tzoe@fod.example") && words.contains("Invited: 2 of 2"), "{out}{words}");
        let zoe = service.sink.wait_for("zoe@fod.example", "invitation").await;
        assert!(zoe.text().contains("Zoë Dupont") && zoe.subject().contains("Invitation\u{a0}:"), "{}", zoe.subject());
        assert!(service.sink.wait_for("an@fod.example", "invitation").await.subject().contains("Einladung:"));
        let (code, [out, words]) = import(&["--keep-good", "--language", "de"]);
        assert_eq!((code, out.as_str()), (Some(0), "2\tinvited\tzoe@fod.example\n4\tinvited\tan@fod.example\n"), "{words}");
        let missing = service.try_command(&["import", "invitations", "list.csv", "--event", "nothing"]);
        assert_eq!(missing.status.code(), Some(1));
        service.delivered().await;
    }
}

both_databases! {
    /// The same by a program: all that is wrong is named where it stands, a call can be sent again, a dry run changes nothing.
    async fn a_program_invites(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("focus").platform("coalition").seats(10));
        let token = service.command(&["token", "add", "--name", "secretary", "--role", "organiser", "--platform", "coalition"]);
        let post = async |body: Value, key: &str| {
            let request = reqwest::Client::new().post(format!("{}/api/v1/events/focus/invitations", service.base)).bearer_auth(token.trim());
            let request = if key.is_empty() { request } else { request.header("Idempotency-Key", key) };
            let answer = request.json(&body).send().await.expect("an answer");
            (answer.status().as_u16(), answer.json::<Value>().await.expect("JSON"))
        };
        let zoe = json!({ "email": "zoe@fod.example", "name": "Zoë Dupont", "organisation": "FOD Voorbeeld", "sector": "public", "language": "nl" });
        let an = json!({ "email": "an@fod.example", "language": "fr" });
        let (status, dry) = post(json!({ "people": [zoe, an, an], "dry_run": true }), "").await;
        let outcomes = |answer: &Value| -> Vec<String> {
            answer["people"].as_array().expect("a list").iter().map(|p| p["outcome"].as_str().unwrap_or_default().to_owned()).collect()
        };
        assert_eq!((status, outcomes(&dry)), (200, vec!["new".into(), "new".into(), "twice".into()]), "{dry}");
        assert_eq!(service.sql().count("invitation", "1 = 1"), 0);
        let (status, wrong) = post(json!({ "people": [zoe, { "email": "jan", "name": " ", "language": "nl" }] }), "").await;
        let pointers: Vec<_> = wrong["errors"].as_array().expect("errors").iter().map(|e| e["pointer"].as_str().unwrap_or_default()).collect();
        assert_eq!((status, pointers), (422, vec!["/people/1/email", "/people/1/name"]), "{wrong}");
        for (body, pointer) in [
            (json!({ "people": [] }), "/people"),
            (json!({ "people": [zoe], "send_at": "2020-01-01T10:00:00Z" }), "/send_at"),
            (json!({ "people": [{ "email": "zoe@fod.example", "language": "nl", "phone": "1" }] }), "/people/0/phone"),
        ] {
            let (status, refused) = post(body, "").await;
            assert_eq!((status, refused["errors"][0]["pointer"].as_str()), (422, Some(pointer)), "{refused}");
        }
        for _ in 0..2 {
            let (status, done) = post(json!({ "people": [zoe, an] }), "once").await;
            assert_eq!((status, done["invited"].as_u64()), (201, Some(2)), "{done}");
        }
        let (status, again) = post(json!({ "people": [zoe, an] }), "").await;
        assert_eq!((status, outcomes(&again)), (200, vec!["invited".into(), "invited".into()]), "{again}");
        service.delivered().await;
        assert_eq!(service.sink.to("zoe@fod.example").len(), 1);
    }
}
