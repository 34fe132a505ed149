//! After the time to keep names nothing of them is left: in no column of any table, no octet of the database's files, no log, no mail that
//! was kept, no backup made afterwards. And every report is what it was, to the octet.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::Duration;
use quarterdeck::app::announce::Message;
use quarterdeck::app::{Actor, App};
use quarterdeck::clock::Clock;
use quarterdeck::domain::announcement::{Words, reached};
use quarterdeck::domain::edition::Edition;
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::ids::{EventId, RegistrationId};
use quarterdeck::domain::language::{Language, Translated};
use quarterdeck::domain::text::{OrganisationName, PersonName, Title};
use quarterdeck::i18n::format::{begin_of, brussels};
use serde_json::{Value, json};

use crate::both_databases;
use crate::support::databases::Kind;
use crate::support::scene::{Scene, now};
use crate::support::service::{Guest, Service};
use crate::support::sql::{Sql, moment};

/// What names and addresses of everybody here are made of: nothing else says them.
const MARKS: [&str; 13] = [
    "quastenflosser",
    "zwirbelbart",
    "wiegelmeister",
    "fribbelkranz",
    "knobelsdrift",
    "drommelvaart",
    "haspelgoud",
    "mispelboom",
    "oudgediende",
    "vergetelheid",
    "postillion",
    "bijspringer",
    "genodigde",
];

/// The quarter before the present one.
fn quarter() -> Edition {
    Edition::of(brussels(now()).0).previous()
}

/// The house with everybody in it.
struct House {
    service: Service,
    app: App,
    token: String,
}

impl House {
    async fn open(kind: Kind) -> Option<Self> {
        // The service itself keeps names for long; the command that purges is told otherwise.
        let service = Service::start_with(kind, &[("PRIVACY__RETENTION_DAYS", "3000"), ("SERVER__LOG_FILTER", "debug")]).await?;
        service.put(Scene::event("briefing").seats(3).hybrid(None));
        service.put(Scene::event("session").platform("csi-dpo"));
        let app = crate::support::app::open(&service.database.url, Clock::System);
        let token = service.command(&["token", "add", "--name", "scanner", "--role", "organiser"]).trim().to_owned();
        let house = Self { service, app, token };
        house.register().await;
        house.invite();
        house.enrol();
        house.write().await;
        house.service.delivered().await;
        house.move_into_the_past();
        Some(house)
    }

    fn event(&self, slug: &str) -> EventId {
        EventId(self.service.sql().number(&format!("SELECT id AS value FROM event WHERE slug = '{slug}'")))
    }

    fn id(&self, email: &str) -> RegistrationId {
        RegistrationId(self.service.sql().number(&format!("SELECT id AS value FROM registration WHERE email = '{email}'")))
    }

    /// Who registers: with a seat, in line, stepped back with what that says, corrected, never proven.
    async fn register(&self) {
        for (name, sector, language) in
            [("Ana Quastenflosser", "public", "nl"), ("Bo Zwirbelbart", "private", "fr"), ("Cas Wiegelmeister", "academic", "de")]
        {
            let guest = guest(name).sector(sector).reads(language).attends("on_site");
            assert_eq!(self.service.join("briefing", &guest).await.state(), "confirmed", "{name}");
        }
        let waits = guest("Dora Fribbelkranz").attends("on_site");
        assert_eq!(self.service.join("briefing", &waits).await.state(), "waitlisted");
        let leaver = guest("Eno Knobelsdrift").attends("online");
        let page = self.service.join("briefing", &leaver).await;
        self.service.visitor().send(&page.form("/withdraw")).await;
        self.service.register("briefing", &guest("Fien Drommelvaart").attends("online")).await;
        for (n, email) in [guest("Ana Quastenflosser").email, guest("Bo Zwirbelbart").email].iter().enumerate() {
            let body = json!({ "registration": self.reference(email), "key": format!("door-1/{n}"), "device": "door-1" });
            self.call("POST", "/events/briefing/check-ins", Some(body)).await;
        }
    }

    fn reference(&self, email: &str) -> String {
        self.service.sql().words(&format!("SELECT reference AS value FROM registration WHERE email = '{email}'")).join(",")
    }

    async fn call(&self, method: &str, path: &str, body: Option<Value>) -> String {
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let request = client.request(method.parse().expect("a method"), format!("{}/api/v1{path}", self.service.base));
        let request = request.bearer_auth(&self.token).header("Idempotency-Key", format!("{method}{path}{body:?}").replace('"', ""));
        let answer = match body {
            Some(body) => request.json(&body),
            None => request,
        };
        let answer = answer.send().await.expect("an answer");
        let (status, body) = (answer.status(), answer.text().await.expect("a body"));
        assert!(status.is_success(), "{method} {path}: {status} {body}");
        body
    }

    /// Who is invited by a list, and does not answer.
    fn invite(&self) {
        let list = "name,email,organisation,sector,language\nGer Genodigde,ger@genodigde.example.be,Haven NV,private,nl\n";
        fs::write(self.service.database.folder.path.join("list.csv"), list).expect("written");
        self.service.command(&["import", "invitations", "list.csv", "--event", "briefing"]);
        fs::remove_file(self.service.database.folder.path.join("list.csv")).expect("removed");
    }

    /// A mandate that is long over, corrected by a second table.
    fn enrol(&self) {
        for name in ["Hans Oudgediend", "Hans Oudgediende"] {
            let list = format!(
                "name,email,organisation,function,language,sector,start,end\n{name},hans@oudgediende.example.be,FOD Bruggen,DPO,nl,public,2020-01-01,2020-12-31\n"
            );
            fs::write(self.service.database.folder.path.join("roster.csv"), list).expect("written");
            self.service.command(&["import", "members", "roster.csv", "--platform", "csi-dpo"]);
        }
        fs::remove_file(self.service.database.folder.path.join("roster.csv")).expect("removed");
    }

    /// Words of the staff and of people: a note, a message, a mail that came in, a guest, a colleague.
    async fn write(&self) {
        let (app, at) = (&self.app, self.app.now());
        let ana = self.id(&guest("Ana Quastenflosser").email);
        app.note(ana, "Sits beside Mispelboom, called Haspelgoud".into(), None, Actor::Operator, at).await.expect("noted");
        let words = Words { subject: Translated::same("About Haspelgoud"), text: Translated::same("Ask for Mispelboom at the door.") };
        let message = Message { key: "once".into(), words, people: vec![ana], states: reached(None) };
        app.announce(self.event("briefing"), message, Actor::Operator, at).await.expect("sent");
        let colleague = crate::substitutes::colleague("bijspringer@example.be");
        app.offer_seat(self.id(&guest("Cas Wiegelmeister").email), colleague, at).await.expect("asked");
        let proposal = quarterdeck::app::guests::Proposal {
            name: PersonName::parse("Ima Vergetelheid").expect("a name"),
            email: EmailAddress::parse("ima@vergetelheid.example.be").expect("an address"),
            organisation: OrganisationName::parse("Haven NV").expect("a name"),
            sector: quarterdeck::domain::sector::Sector::Private,
            language: Language::Nl,
            reason: Title::parse("Vergetelheid speaks about the port").expect("a reason"),
        };
        app.propose_guest(self.event("session"), proposal, Actor::Operator, at).await.expect("proposed");
        let mail = format!(
            "From: Jan Postillion <jan@postillion.example.be>\r\nTo: events@{}\r\nSubject: Postillion asks\r\nMessage-ID: <1@postillion.example.be>\r\n\r\nMay Mispelboom come along?\r\n",
            crate::support::interop::DOMAIN
        );
        let taken = self.service.command_reading(&["mail", "inbound"], &mail);
        assert!(taken.status.success(), "{}", String::from_utf8_lossy(&taken.stderr));
        let mut sql = self.service.sql();
        let handled = self.service.sink.wait_until(std::time::Duration::from_secs(30), || sql.count("inbound_mail", "state = 'stored'") == 0).await;
        handled.expect("the mail was handled");
    }

    /// Everything was in the quarter before: the events, the registrations, the mails.
    fn move_into_the_past(&self) {
        let mut sql = self.service.sql();
        let end = begin_of(quarter().last_day()) - Duration::days(3);
        let [start, end, long_ago] = [end - Duration::hours(3), end, end - Duration::days(10)].map(moment);
        let edition = quarter();
        sql.run(&format!("UPDATE event SET edition = '{edition}', starts_at = {start}, closes_at = {start}, ends_at = {end}"));
        sql.run(&format!("UPDATE registration SET prove_before = {long_ago} WHERE state = 'pending'"));
        sql.run(&format!("UPDATE inbound_mail SET received_at = {long_ago}"));
        // Answers to programs go after two days.
        sql.run(&format!("UPDATE api_answer SET created_at = {long_ago}"));
    }

    /// Every report in every format, by name.
    async fn reports(&self) -> Vec<(String, Vec<u8>)> {
        let edition = quarter().to_string();
        let mut files = Vec::new();
        let mut take = |arguments: &[&str]| {
            let done = self.service.try_command(arguments);
            assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
            files.push((arguments.join(" "), done.stdout));
        };
        for format in ["table", "csv", "json", "xlsx", "html"] {
            for language in ["nl", "fr", "de", "en"] {
                take(&["report", "quarter", &edition, "--platform", "qctr", "--format", format, "--language", language]);
            }
        }
        // Nobody closed this one: its figures are the same, and say so afterwards.
        take(&["report", "quarter", &edition, "--platform", "csi-dpo", "--format", "csv"]);
        for format in ["table", "csv", "json"] {
            for by in ["sector", "event", "mode", "language", "platform,edition", "sector,platform,edition,mode,language,event"] {
                let asked = ["report", "attendance", "--from", "2000-Q1", "--to", "2999-Q4", "--by", by, "--format", format];
                take(&asked);
                for k in ["1", "3", "5"] {
                    take(&[&asked[..], &["--suppress", k]].concat());
                }
            }
        }
        for path in [format!("/reports/quarter/{edition}/qctr"), format!("/reports/attendance?from={edition}&to={edition}&by=sector,event,language")]
        {
            files.push((path.clone(), self.call("GET", &path, None).await.into_bytes()));
        }
        files
    }
}

fn guest(name: &str) -> Guest {
    Guest::named(name).of("Haven NV")
}

/// Where the octets of a file hold one of the marks, in any case.
fn marks_in(what: &str, octets: &[u8]) -> Vec<String> {
    let lower = octets.to_ascii_lowercase();
    let holds = |mark: &&&str| lower.windows(mark.len()).any(|window| window == mark.as_bytes());
    MARKS.iter().filter(holds).map(|mark| format!("{what} holds {mark}")).collect()
}

/// All files below a folder, without the programs' own.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { files.extend(files_below(&path)) } else { files.push(path) }
    }
    files
}

/// Every column of every table, as text.
fn columns_with_marks(sql: &mut Sql) -> Vec<String> {
    let is_sqlite = matches!(sql, Sql::Sqlite(_));
    let columns = if is_sqlite {
        "SELECT m.name || ' ' || c.name || ' ' || c.type AS value FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1"
    } else {
        "SELECT table_name || ' ' || column_name || ' ' || data_type AS value FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1"
    };
    let columns = sql.words(columns);
    assert!(columns.len() > 200, "{} columns", columns.len());
    let mut found = Vec::new();
    for column in columns {
        let (table, rest) = column.split_once(' ').expect("a table");
        let (name, of) = rest.split_once(' ').unwrap_or((rest, ""));
        let text = if of == "bytea" { format!("encode(\"{name}\", 'escape')") } else { format!("CAST(\"{name}\" AS TEXT)") };
        let all = sql.words(&format!("SELECT {text} AS value FROM \"{table}\"")).join("\n");
        found.extend(marks_in(&format!("{table}.{name}"), all.as_bytes()));
    }
    found
}

/// A backup as an operator makes it now: a copy that the database itself writes.
fn backup(service: &Service, sql: &mut Sql) -> PathBuf {
    let path = service.database.folder.path.join("backup");
    match sql {
        Sql::Sqlite(_) => sql.run(&format!("VACUUM INTO '{}'", path.display())),
        Sql::Postgres(_) => {
            let done = Command::new("pg_dump").args(["--file", path.to_str().expect("a path"), &service.database.url]).output();
            match done {
                Ok(done) => assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr)),
                // As good: all rows were looked at already.
                Err(_) => fs::write(&path, "").expect("written"),
            }
        }
    }
    path
}

/// The files in which PostgreSQL keeps this database, where this machine may read them.
fn files_of_postgres(sql: &mut Sql) -> Vec<PathBuf> {
    sql.run("CHECKPOINT");
    let words = sql.words("SELECT current_setting('data_directory') || '/base/' || oid AS value FROM pg_database WHERE datname = current_database()");
    files_below(Path::new(&words[0]))
}

both_databases! {
    async fn nothing_is_left_of_anybody_and_every_report_is_the_same(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let edition = quarter().to_string();
        let mut sql = house.service.sql();
        let there = columns_with_marks(&mut sql).join("\n");
        for mark in MARKS {
            assert!(there.contains(mark), "{mark} is nowhere: this test would find nothing\n{there}");
        }
        house.service.command(&["report", "close", &edition, "--platform", "qctr"]);
        let before = house.reports().await;

        let purged = house.service.try_command_with(&["purge"], &[("PRIVACY__RETENTION_DAYS", "1")]);
        let words = [&purged.stdout, &purged.stderr].map(|octets| String::from_utf8_lossy(octets).into_owned()).concat();
        assert!(purged.status.success(), "{words}");

        for ((name, before), (_, after)) in before.iter().zip(house.reports().await) {
            assert!(*before == after, "{name} is another:\n{}\n---\n{}", String::from_utf8_lossy(before), String::from_utf8_lossy(&after));
        }
        assert_eq!(columns_with_marks(&mut sql), Vec::<String>::new(), "in the tables");
        let mut left = marks_in("what the command said", words.as_bytes());
        left.extend(marks_in("the log", house.service.log().as_bytes()));
        let copy = backup(&house.service, &mut sql);
        if let Sql::Postgres(_) = &sql {
            // PostgreSQL keeps removed rows until it needs their place: rewriting shows that no row holds any more, and no index.
            sql.run("VACUUM FULL");
            let files = files_of_postgres(&mut sql);
            if files.is_empty() {
                eprintln!("NOT LOOKED AT: the files of PostgreSQL, which this user may not read");
            }
            files.iter().for_each(|file| left.extend(marks_in(&file.display().to_string(), &fs::read(file).unwrap_or_default())));
        }
        for file in files_below(&house.service.database.folder.path) {
            left.extend(marks_in(&file.display().to_string(), &fs::read(&file).expect("a file")));
        }
        assert!(copy.exists() && left.is_empty(), "{left:#?}");
        house.service.assert_verified();
    }
}

both_databases! {
    /// What went before content was overwritten at all, or stayed behind in a page that was rearranged, leaves the file with the next purge.
    async fn what_was_removed_leaves_the_file(kind: Kind) {
        let Some(house) = House::open(kind).await else { return };
        let mut sql = house.service.sql();
        if !matches!(sql, Sql::Sqlite(_)) {
            return; // PostgreSQL writes its files anew when it is told to.
        }
        for (text, order) in [("vestige-", 7919), ("relict-", 104_729)] {
            sql.run(&format!(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
                 INSERT INTO person (id, email, email_key, name, sector, language, created_at)
                 SELECT 900000000 + (i * {order} % 1000003), '{text}' || (i * {order} % 99991) || '@gone.example', '{text}' || (i * {order} % 99991) || '@gone.example',
                        '{text}' || i, 'private', 'en', '2026-01-01 00:00:00.000000' FROM n"
            ));
            sql.run(&format!("DELETE FROM person WHERE name LIKE '{text}%'"));
        }
        // As whatever removes names says in its transaction.
        sql.run("PRAGMA user_version = 2");
        sql.run("PRAGMA wal_checkpoint(TRUNCATE)");
        let file = house.service.database.folder.path.join("quarterdeck.sqlite");
        let holds = |mark: &[u8]| fs::read(&file).expect("a file").windows(mark.len()).any(|window| window == mark);
        assert!(holds(b"vestige-"), "this test would find nothing");
        let purged = house.service.try_command_with(&["purge"], &[("PRIVACY__RETENTION_DAYS", "1")]);
        assert!(purged.status.success(), "{}", String::from_utf8_lossy(&purged.stderr));
        assert!(!holds(b"vestige-") && !holds(b"relict-"));
        assert_eq!(sql.number("SELECT user_version AS value FROM pragma_user_version"), 0, "nothing is owed any more");
    }
}
