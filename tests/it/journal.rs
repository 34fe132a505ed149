//! The journal from outside: what is written down, and what `journal verify` says when somebody tampers with the table.

use crate::both_databases;
use crate::support::scene::Scene;
use crate::support::service::{Guest, Service};
use crate::support::sql::Sql;

/// What `journal verify` prints on standard output, and whether it found everything in order.
fn verify(service: &Service, more: &[&str]) -> (String, bool) {
    let done = service.try_command(&[&["journal", "verify"], more].concat());
    (String::from_utf8_lossy(&done.stdout).trim().to_owned(), done.status.success())
}

/// The deeds in their order, each with its actor and what it was done to.
fn deeds(service: &Service) -> Vec<String> {
    let entries = service.command(&["journal", "list"]);
    let entries = entries.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a JSON object"));
    let kind = |entry: &serde_json::Value| entry["subject"].as_str().and_then(|s| s.split(':').next()).unwrap_or("").to_owned();
    entries.map(|entry| format!("{} {} {}", entry["actor"].as_str().unwrap_or("?"), entry["deed"].as_str().unwrap_or("?"), kind(&entry))).collect()
}

both_databases! {
    /// Operator's commands and what people do with their own data; their ordinary changes stand in the history instead.
    async fn deeds_are_written_down_without_names(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        service.command(&["catalogue", "load", "ccb"]);
        let added = service.command_reading(&["user", "add", "--email", "an@ccb.example.be", "--role", "desk", "--password-stdin"], "correct horse battery");
        assert!(added.status.success());
        service.command(&["user", "add", "--email", "an@ccb.example.be", "--role", "organiser", "--platform", "qctr"]);
        service.command(&["user", "revoke", "--email", "an@ccb.example.be", "--role", "desk"]);
        service.command(&["user", "disable", "--email", "an@ccb.example.be"]);
        service.command(&["user", "enable", "--email", "an@ccb.example.be"]);
        service.command(&["token", "add", "--name", "scanner", "--role", "desk"]);
        service.command(&["token", "disable", "scanner"]);
        let (mine, theirs) = (Guest::named("Mine Own"), Guest::named("Their Own"));
        assert_eq!(service.join("briefing", &theirs).await.state(), "confirmed");
        let page = service.join("briefing", &mine).await;
        assert_eq!(page.state(), "confirmed");
        service.command(&["person", "export", &theirs.email]);
        service.command(&["person", "erase", &theirs.email]);
        assert_eq!(service.visitor().send(&page.form("/erase")).await.status, 200);
        service.delivered().await;
        let expected = [
            "operator catalogue_loaded catalogue",
            "operator catalogue_loaded catalogue",
            "operator user_added user",
            "operator role_given user",
            "operator role_given user",
            "operator role_taken user",
            "operator user_disabled user",
            "operator user_enabled user",
            "operator token_added token",
            "operator token_disabled token",
            "operator person_exported person",
            "operator registration_erased registration",
            "person registration_erased registration",
        ];
        assert_eq!(deeds(&service), expected);
        let all = service.command(&["journal", "list"]);
        for word in ["Mine", "Their", &mine.email, &theirs.email] {
            assert!(!all.contains(word), "{word} stands in the journal: {all}");
        }
        assert!(all.contains(r#""platform":"qctr""#) && all.contains(r#""registrations":1"#), "{all}");
        service.assert_verified();
    }
}

both_databases! {
    /// Each way to tamper is found, named, and gone when it is undone.
    async fn who_tampers_with_the_journal_is_found(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        // The first entry is the catalogue of every scene.
        assert!(verify(&service, &[]).0.starts_with("1:"));
        for name in ["two", "three", "four"] {
            service.command(&["token", "add", "--name", name, "--role", "desk"]);
        }
        let taken = service.try_command(&["token", "add", "--name", "two", "--role", "desk"]);
        assert_eq!(taken.status.code(), Some(1), "what was refused is no deed");
        let (before, fine) = verify(&service, &[]);
        assert!(fine && before.starts_with("4:"), "{before}");
        let mut sql = service.sql();
        let changed = [
            ("actor = 'system'", "actor = 'operator'"),
            ("deed = 'token_disabled'", "deed = 'token_added'"),
            ("subject = 'token:zwei'", "subject = 'token:two'"),
            ("number = 9", "number = 2"),
        ];
        for (damage, mend) in &changed[..3] {
            sql.run(&format!("UPDATE journal SET {damage} WHERE number = 2"));
            assert_eq!(verify(&service, &[]), ("entry 2 was changed, or is not the one that stood there".to_owned(), false), "{damage}");
            sql.run(&format!("UPDATE journal SET {mend} WHERE number = 2"));
            assert!(verify(&service, &[]).1, "after {mend}");
        }
        let (damage, mend) = changed[3];
        sql.run(&format!("UPDATE journal SET {damage} WHERE number = 2"));
        let (found, fine) = verify(&service, &[]);
        assert!(!fine && found.starts_with("entry 2 is missing\nentries 5 to 8 are missing"), "{found}");
        sql.run(&format!("UPDATE journal SET {mend} WHERE number = 9"));
        // The words of one entry under the seal of another.
        sql.run("UPDATE journal SET became = (SELECT o.was FROM journal o WHERE o.number = 1) WHERE number = 3");
        assert_eq!(verify(&service, &[]).0, "entry 3 was changed, or is not the one that stood there");
        sql.run("UPDATE journal SET became = '{\"role\":\"desk\"}' WHERE number = 3");
        assert!(verify(&service, &[]).1);

        sql.run("CREATE TABLE aside AS SELECT * FROM journal WHERE number = 4; DELETE FROM journal WHERE number = 4");
        assert_eq!(verify(&service, &[]), ("the end is missing: entries up to 4 were written".to_owned(), false));
        cut_the_head_too(&mut sql);
        assert!(verify(&service, &[]).1, "from inside, a journal cut at both places looks whole");
        assert_eq!(verify(&service, &["--known", &before]), ("the end is missing: entries up to 4 were written".to_owned(), false));
        service.command(&["token", "add", "--name", "five", "--role", "desk"]);
        let (found, fine) = verify(&service, &["--known", &before]);
        assert!(!fine && found == "entry 4 was changed, or is not the one that stood there", "{found}");
        let wrong = service.try_command(&["journal", "verify", "--known", "four"]);
        assert_eq!(wrong.status.code(), Some(2), "{}", String::from_utf8_lossy(&wrong.stderr));
    }
}

fn cut_the_head_too(sql: &mut Sql) {
    sql.run("UPDATE journal_head SET number = 3, seal = (SELECT seal FROM journal WHERE number = 3)");
}
