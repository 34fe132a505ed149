//! What an operator meets between the first start and a leak: who may start, what lies open, and what can be taken back.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::both_databases;
use crate::support::databases::{Database, Folder, Kind};
use crate::support::scene::Scene;
use crate::support::service::{Guest, Service, filled};
use crate::support::sql::Sql;

/// A configuration that production takes, with a secret of its own.
const PRODUCTION: [(&str, &str); 9] = [
    ("SERVER__BASE_URL", "https://events.example.be"),
    ("SERVER__LISTEN", "127.0.0.1:0"),
    ("MAIL__FROM", "Events <events@example.be>"),
    ("MAIL__DOMAIN", "example.be"),
    ("MAIL__TRANSPORT", "smtp"),
    ("PRIVACY__CONTROLLER", "Centre for Cybersecurity Belgium"),
    ("PRIVACY__ADDRESS", "Rue de la Loi 18, 1000 Brussels"),
    ("PRIVACY__CONTACT", "events@example.be"),
    ("PRIVACY__DPO", "dpo@example.be"),
];

fn quarterdeck(folder: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quarterdeck"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null()).env_remove("RUST_LOG");
    for (key, value) in settings {
        command.env(format!("QUARTERDECK_{key}"), value);
    }
    command
}

pub fn run(folder: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Output {
    quarterdeck(folder, arguments, settings).output().expect("quarterdeck runs")
}

pub fn words(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|b| String::from_utf8_lossy(b).into_owned()).join("")
}

#[cfg(unix)]
pub fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("permissions");
}

#[cfg(unix)]
pub fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap_or_else(|e| panic!("{}: {e}", path.display())).permissions().mode() & 0o777
}

fn secret(folder: &Path) -> String {
    let path = folder.join("secret");
    std::fs::write(&path, "kJ8vQ2rT5yU1wE7zX3cB9nM4aS6dF0gHpLoIiKuYtReWqAzS").expect("a file");
    set_mode(&path, 0o600);
    path.display().to_string()
}

/// An empty database: the tables of a fresh PostgreSQL are a copy of migrated ones.
fn empty(kind: Kind) -> Option<Database> {
    let database = kind.fresh()?;
    if kind == Kind::Postgres {
        Sql::open(&database.url).run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }
    Some(database)
}

both_databases! {
    /// Several processes that start at once on an empty database: one makes the tables, the others wait for it.
    async fn processes_that_start_together_make_the_tables_once(kind: Kind) {
        for _ in 0..3 {
            let Some(database) = empty(kind) else { return };
            let start = |_| {
                let mut command = quarterdeck(&database.folder.path, &["migrate"], &[("DATABASE__URL", database.url.as_str())]);
                command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("quarterdeck runs")
            };
            let children: Vec<_> = (0..6).map(start).collect();
            let said: Vec<Output> = children.into_iter().map(|child| child.wait_with_output().expect("an end")).collect();
            for output in &said {
                assert!(output.status.success(), "{}", words(output));
            }
            assert_eq!(said.iter().filter(|o| words(o).contains("ran ")).count(), 1, "one made the tables");
        }
    }
}

both_databases! {
    /// `check` looks through connections on which the database refuses writes, and must not need any.
    async fn check_says_whether_the_tables_are_known(kind: Kind) {
        let Some(database) = kind.fresh() else { return };
        database.migrate();
        let settings = [("DATABASE__URL", database.url.as_str())];
        let done = run(&database.folder.path, &["check"], &settings);
        assert!(done.status.success() && words(&done).contains("tables up to date"), "{}", words(&done));
        Sql::open(&database.url).run("DELETE FROM __diesel_schema_migrations WHERE version > '20261124'");
        let done = run(&database.folder.path, &["check"], &settings);
        assert!(!done.status.success() && words(&done).contains("quarterdeck migrate"), "{}", words(&done));
        Sql::open(&database.url).run("DROP TABLE __diesel_schema_migrations");
        let done = run(&database.folder.path, &["check"], &settings);
        assert!(!done.status.success() && words(&done).contains("quarterdeck migrate"), "{}", words(&done));
    }
}

#[cfg(feature = "oidc")]
both_databases! {
    /// `check` asks the provider who it is; what cannot be obeyed is said before anybody signs in.
    async fn check_asks_the_provider_who_it_is(kind: Kind) {
        let Some(mock) = crate::support::provider_mock::ProviderMock::start().await else { return };
        let Some(database) = kind.fresh() else { return };
        database.migrate();
        let folder = &database.folder.path;
        let url = ("DATABASE__URL", database.url.as_str());
        assert!(run(folder, &["catalogue", "load", "ccb"], &[url]).status.success());
        let client = ("OIDC__CLIENT_ID", "quarterdeck");
        let roles = ("OIDC__ROLES", r#"[{value="events", role="organiser", platform="qctr"}]"#);
        let done = run(folder, &["check"], &[url, ("OIDC__ISSUER", &mock.issuer), client, roles]);
        assert!(done.status.success() && words(&done).contains("/organiser/oidc/callback"), "{}", words(&done));
        let done = run(folder, &["check"], &[url, ("OIDC__ISSUER", &mock.issuer), client]);
        assert!(done.status.success() && words(&done).contains("no value gives a role"), "{}", words(&done));
        let odd = ("OIDC__ROLES", r#"[{value="events", role="organiser", platform="qtcr"}]"#);
        let slash = format!("{}/", mock.issuer);
        for (settings, said) in [
            (vec![("OIDC__ISSUER", mock.issuer.as_str()), odd], "no platform \"qtcr\""),
            (vec![("OIDC__ISSUER", &slash), roles], "unexpected issuer"),
            (vec![("OIDC__ISSUER", "http://localhost:1"), roles], "check oidc.issuer"),
            (vec![("OIDC__ISSUER", &mock.issuer), ("OIDC__CLIENT_SECRET_FILE", "none")], "oidc.client_secret_file: cannot read none"),
            (vec![("OIDC__ISSUER", &mock.issuer), ("OIDC__CA_FILE", "none")], "oidc.ca_file: cannot read none"),
        ] {
            let done = run(folder, &["check"], &[vec![url, client], settings].concat());
            assert!(!done.status.success() && words(&done).contains(said), "{said}: {}", words(&done));
        }
        let secret = folder.join("oidc.secret");
        std::fs::write(&secret, "hush\n").expect("a file");
        set_mode(&secret, 0o644);
        let by_file = [url, client, ("OIDC__ISSUER", &mock.issuer), roles, ("OIDC__CLIENT_SECRET_FILE", "oidc.secret")];
        let done = run(folder, &["check"], &by_file);
        assert!(!done.status.success() && words(&done).contains("chmod 600"), "{}", words(&done));
        set_mode(&secret, 0o600);
        assert!(run(folder, &["check"], &by_file).status.success());
    }
}

both_databases! {
    /// With `database.migrate = false` it does not start on tables it does not know, and says what to do.
    async fn it_does_not_start_on_old_tables(kind: Kind) {
        let Some(database) = kind.fresh() else { return };
        database.migrate();
        Sql::open(&database.url).run("DELETE FROM __diesel_schema_migrations");
        let settings = [("DATABASE__URL", database.url.as_str()), ("DATABASE__MIGRATE", "false"), ("SERVER__LISTEN", "127.0.0.1:0")];
        for command in ["serve", "worker"] {
            let done = ended(quarterdeck(&database.folder.path, &[command], &settings));
            assert_eq!(done.status.code(), Some(1), "{command}: {}", words(&done));
            assert!(words(&done).contains("quarterdeck migrate"), "{command}: {}", words(&done));
        }
    }
}

/// Waits for a command that should refuse; one that serves instead is ended.
fn ended(mut command: Command) -> Output {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("quarterdeck runs");
    let begun = std::time::Instant::now();
    while child.try_wait().expect("a child").is_none() && begun.elapsed() < std::time::Duration::from_secs(10) {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let _ = child.kill();
    child.wait_with_output().expect("an end")
}

#[cfg(unix)]
#[test]
fn what_it_writes_is_private() {
    let folder = Folder::new();
    let settings = [("DATABASE__URL", "sqlite:data/deep/quarterdeck.sqlite"), ("MAIL__DIRECTORY", "out/mail")];
    let done = run(&folder.path, &["migrate"], &settings);
    assert!(done.status.success(), "{}", words(&done));
    let done = run(&folder.path, &["mail", "test", "anna@example.be"], &settings);
    assert!(done.status.success(), "{}", words(&done));
    // The files beside it come and go with connections; they take the mode of the database.
    let keeper = Sql::open(&format!("sqlite:{}", folder.path.join("data/deep/quarterdeck.sqlite").display()));
    let mut keeper = keeper;
    keeper.run("CREATE TABLE mark (n INTEGER)");
    let mails: Vec<PathBuf> = std::fs::read_dir(folder.path.join("out/mail")).expect("mails").flatten().map(|e| e.path()).collect();
    assert_eq!(mails.len(), 1);
    let data = folder.path.join("data/deep");
    for file in [data.join("quarterdeck.sqlite"), data.join("quarterdeck.sqlite-wal"), data.join("quarterdeck.sqlite-shm"), mails[0].clone()] {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    for made in ["data", "data/deep", "out", "out/mail"] {
        assert_eq!(mode(&folder.path.join(made)), 0o700, "{made}");
    }
}

#[cfg(unix)]
#[test]
fn a_database_file_that_lies_open_is_told_and_refused_in_production() {
    let folder = Folder::new();
    let secret = secret(&folder.path);
    let url = ("DATABASE__URL", "sqlite:quarterdeck.sqlite");
    assert!(run(&folder.path, &["migrate"], &[url]).status.success());
    set_mode(&folder.path.join("quarterdeck.sqlite"), 0o644);
    let told = run(&folder.path, &["check"], &[url]);
    assert!(told.status.success(), "a warning on this machine: {}", words(&told));
    assert!(words(&told).contains("chmod 600"), "{}", words(&told));
    let production = [&PRODUCTION[..], &[url, ("SERVER__SECRET_FILE", &secret), ("MAIL__SMTP_URL", "smtps://mail.example.be")]].concat();
    let refused = ended(quarterdeck(&folder.path, &["serve"], &production));
    assert_eq!(refused.status.code(), Some(1), "{}", words(&refused));
    assert!(words(&refused).contains("chmod 600") && words(&refused).contains("quarterdeck.sqlite"), "{}", words(&refused));
}

#[cfg(unix)]
#[test]
fn a_password_in_a_file_that_everybody_reads_is_refused_in_production() {
    let folder = Folder::new();
    let secret = secret(&folder.path);
    let file = folder.path.join("quarterdeck.toml");
    let path = file.display().to_string();
    let read = |text: &str, bits: u32, settings: &[(&str, &str)]| {
        std::fs::write(&file, text).expect("a file");
        set_mode(&file, bits);
        run(&folder.path, &["config", "print", "--config", &path], settings)
    };
    let production = [&PRODUCTION[..], &[("SERVER__SECRET_FILE", secret.as_str())]].concat();
    let relay = "[mail]\nsmtp_url = \"smtps://relay:opensesame@mail.example.be\"\n";
    let database = "[mail]\nsmtp_url = \"smtps://mail.example.be\"\n[database]\nurl = \"postgres://u:opensesame@localhost/db\"\n";
    let socket = "[mail]\nsmtp_url = \"smtps://mail.example.be\"\n[database]\nurl = \"postgres:///db?host=/run/pg&password=opensesame\"\n";
    for (text, key) in [(relay, "mail.smtp_url"), (database, "database.url"), (socket, "database.url")] {
        let refused = read(text, 0o644, &production);
        assert_eq!(refused.status.code(), Some(1), "{key}: {}", words(&refused));
        let said = words(&refused);
        assert!(said.contains(key) && said.contains("chmod") && said.contains("quarterdeck.toml") && !said.contains("opensesame"), "{said}");
        // The service's group may read what its administrator wrote.
        let taken = read(text, 0o640, &production);
        assert!(taken.status.success(), "{}", words(&taken));
        let local = read(text, 0o644, &[]);
        assert!(local.status.success(), "on this machine: {}", words(&local));
    }
    let elsewhere = [&production[..], &[("MAIL__SMTP_URL", "smtps://relay:opensesame@mail.example.be")]].concat();
    assert!(read("[worker]\nconnections = 2\n", 0o644, &elsewhere).status.success(), "the password is not in the file");
}

#[test]
fn https_in_capitals_is_production_too() {
    for written in ["HTTPS://events.example.be", "Https://Events.Example.BE", "https://events.example.be:443"] {
        let folder = Folder::new();
        let refused = run(&folder.path, &["check"], &[("SERVER__BASE_URL", written)]);
        assert_eq!(refused.status.code(), Some(1), "{written}: {}", words(&refused));
        assert!(words(&refused).contains("privacy.controller"), "{written}: {}", words(&refused));
    }
}

both_databases! {
    /// A leaked token, a role given by mistake, a colleague who comes back.
    async fn what_was_given_can_be_taken_back(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        let token = service.command(&["token", "add", "--name", "door app", "--role", "desk", "--platform", "qctr"]);
        let calls = || async {
            let client = reqwest::Client::builder().no_proxy().build().expect("a client");
            client.get(format!("{}/api/v1/events", service.base)).bearer_auth(token.trim()).send().await.expect("an answer").status().as_u16()
        };
        assert_eq!(calls().await, 200);
        let listed = service.command(&["token", "list"]);
        assert!(listed.contains("door app\tdesk@qctr\tactive") && !listed.contains(token.trim()), "{listed}");
        service.command(&["token", "disable", "door app"]);
        assert_eq!(calls().await, 401);
        assert!(service.command(&["token", "list"]).contains("door app\tdesk@qctr\tdisabled"));
        let unknown = service.try_command(&["token", "disable", "no such token"]);
        assert_eq!(unknown.status.code(), Some(1));
        assert!(words(&unknown).contains("quarterdeck token list"), "{}", words(&unknown));

        let an = "an@ccb.example.be";
        service.command(&["user", "add", "--email", an, "--role", "admin"]);
        service.command(&["user", "add", "--email", an, "--role", "desk", "--platform", "qctr"]);
        service.command(&["user", "revoke", "--email", an, "--role", "admin"]);
        let listed = service.command(&["user", "list"]);
        assert!(listed.contains("an@ccb.example.be\tdesk@qctr\tactive"), "{listed}");
        for (email, role, told) in [(an, "admin", "desk@qctr"), ("nobody@ccb.example.be", "admin", "quarterdeck user list")] {
            let refused = service.try_command(&["user", "revoke", "--email", email, "--role", role]);
            assert_eq!(refused.status.code(), Some(1), "{}", words(&refused));
            assert!(words(&refused).contains(told), "{}", words(&refused));
        }
        service.command(&["user", "disable", "--email", an]);
        let added = service.try_command(&["user", "add", "--email", an, "--role", "reporter"]);
        assert!(added.status.success() && words(&added).contains("quarterdeck user enable"), "it says that they stay shut out: {}", words(&added));
        assert!(service.command(&["user", "list"]).contains("desk@qctr,reporter\tdisabled"));
        service.command(&["user", "enable", "--email", an]);
        assert!(service.command(&["user", "list"]).contains("desk@qctr,reporter\tactive"));
        assert_eq!(service.try_command(&["user", "enable", "--email", "nobody@ccb.example.be"]).status.code(), Some(1));
    }
}

both_databases! {
    /// Somebody else holds the rows for longer than we wait: visitors are told to come again, not that we failed.
    async fn a_lock_that_is_not_given_back_is_busy_and_no_fault(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let visitor = service.visitor();
        let page = visitor.get("/en/events/briefing").await;
        let mut other = service.sql();
        match kind {
            Kind::Sqlite => other.run("BEGIN IMMEDIATE"),
            Kind::Postgres => other.run("BEGIN; SELECT id FROM event FOR UPDATE"),
        }
        let form = filled(&page, &Guest::named("Anna Peeters"));
        assert_eq!(visitor.send(&form).await.status, 503);
        other.run("ROLLBACK");
        assert_eq!(visitor.send(&form).await.state(), "pending");
    }
}
