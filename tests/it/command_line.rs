//! The command line and the configuration, as an operator meets them.

use std::process::{Command, Output};

use crate::both_databases;
use crate::support::databases::Folder;
use crate::support::scene::Scene;
use crate::support::service::{Guest, Service, filled};
use crate::support::smtp_sink::Manner;

fn quarterdeck(arguments: &[&str], settings: &[(&str, &str)]) -> (Output, Folder) {
    let folder = Folder::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_quarterdeck"));
    command.args(arguments).current_dir(&folder.path);
    for (key, value) in settings {
        command.env(format!("QUARTERDECK_{key}"), value);
    }
    (command.output().expect("quarterdeck runs"), folder)
}

fn words(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|b| String::from_utf8_lossy(b).into_owned()).join("")
}

#[test]
fn help_names_every_command_and_wrong_use_is_two() {
    let (help, _folder) = quarterdeck(&["--help"], &[]);
    assert_eq!(help.status.code(), Some(0));
    for command in ["serve", "worker", "demo", "migrate", "check", "config", "user", "token", "catalogue", "import", "report", "mail", "verify"] {
        assert!(words(&help).contains(command), "{command} is not in --help");
    }
    for wrong in [&["sail"][..], &["serve", "--fast"], &["user", "add"], &["report", "attendance", "--from", "yesterday"]] {
        let (done, _folder) = quarterdeck(wrong, &[]);
        assert_eq!(done.status.code(), Some(2), "{wrong:?}: {}", words(&done));
        assert!(done.stdout.is_empty(), "{wrong:?}: words go to stderr");
    }
}

#[test]
fn a_mistyped_key_is_an_error_that_names_the_right_one() {
    for (key, nearest) in [("SERVER__LISTN", "listen"), ("MAIL__TRANSPROT", "transport"), ("DATABSE__URL", "database")] {
        let (done, _folder) = quarterdeck(&["config", "print"], &[(key, "x")]);
        assert_ne!(done.status.code(), Some(0), "{key} was taken");
        assert!(words(&done).to_lowercase().contains(nearest), "{key}: {}", words(&done));
    }
    let folder = Folder::new();
    let file = folder.path.join("quarterdeck.toml");
    std::fs::write(&file, "[server]\nlistn = \"127.0.0.1:1\"\n").expect("a file");
    let (done, _folder) = quarterdeck(&["config", "print", "--config", &file.display().to_string()], &[]);
    assert_ne!(done.status.code(), Some(0));
    assert!(words(&done).contains("listn") && words(&done).contains("listen"), "{}", words(&done));
}

#[test]
fn printing_the_configuration_shows_what_holds_and_hides_secrets() {
    let settings = [("MAIL__TRANSPORT", "smtp"), ("MAIL__SMTP_URL", "smtps://relay:opensesame@mail.example.be"), ("PRIVACY__RETENTION_DAYS", "30")];
    let (done, _folder) = quarterdeck(&["config", "print"], &settings);
    assert!(done.status.success(), "{}", words(&done));
    assert!(words(&done).contains("mail.example.be") && words(&done).contains("30"));
    assert!(!words(&done).contains("opensesame"), "{}", words(&done));
}

#[test]
fn databases_that_cannot_be_used_safely_are_refused() {
    let urls = [("var/x.sqlite", "scheme"), ("mysql://localhost/x", "scheme"), ("postgres://u@db.example.org/x", "db.example.org")];
    for (url, told) in urls {
        let (done, _folder) = quarterdeck(&["migrate"], &[("DATABASE__URL", url)]);
        assert_eq!(done.status.code(), Some(1), "{url}: {}", words(&done));
        assert!(words(&done).contains(told), "{url}: {}", words(&done));
    }
}

#[test]
fn production_refuses_what_is_unsafe() {
    let secret = Folder::new();
    let file = secret.path.join("secret");
    std::fs::write(&file, "kJ8vQ2rT5yU1wE7zX3cB9nM4aS6dF0gHpLoIiKuYtReWqAzS").expect("a file");
    let mode = |bits: u32| {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(bits)).expect("permissions");
    };
    let path = file.display().to_string();
    let base = [
        ("SERVER__BASE_URL", "https://events.example.be"),
        ("SERVER__SECRET_FILE", path.as_str()),
        ("SERVER__LISTEN", "127.0.0.1:0"),
        ("MAIL__FROM", "Events <events@example.be>"),
        ("MAIL__DOMAIN", "example.be"),
        ("MAIL__TRANSPORT", "smtp"),
        ("PRIVACY__CONTROLLER", "Centre for Cybersecurity Belgium"),
        ("PRIVACY__ADDRESS", "Rue de la Loi 18, 1000 Brussels"),
        ("PRIVACY__CONTACT", "events@example.be"),
        ("PRIVACY__DPO", "dpo@example.be"),
    ];
    let with = |url| [&base[..], &[("MAIL__SMTP_URL", url)]].concat();
    let refused = |settings: &[(&str, &str)], told: &str| {
        let (done, _folder) = quarterdeck(&["serve"], settings);
        assert_eq!(done.status.code(), Some(1), "{told}: {}", words(&done));
        assert!(words(&done).to_lowercase().contains(told), "{told}: {}", words(&done));
    };
    mode(0o644);
    refused(&with("smtps://mail.example.be"), "chmod 600");
    mode(0o600);
    refused(&with("smtp://mail.example.be"), "tls");
    std::fs::remove_file(&file).expect("removed");
    refused(&with("smtps://mail.example.be"), "does not exist");
    std::fs::write(&file, "secret").expect("a file");
    mode(0o600);
    refused(&with("smtps://mail.example.be"), "secret");
    refused(&[("SERVER__BASE_URL", "http://events.example.be")], "http");
}

both_databases! {
    /// Asked to end while people register, it finishes what was begun, and nothing is half done.
    async fn ending_finishes_what_was_begun(kind: Kind) {
        let Some(mut service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        let visitor = service.visitor();
        let mut crowd = tokio::task::JoinSet::new();
        for n in 0..60 {
            let page = visitor.get("/en/events/briefing").await;
            let request = visitor.request(&filled(&page, &Guest::named(&format!("Guest {n}"))));
            crowd.spawn(async move { request.send().await.map(|a| a.status().as_u16()).ok() });
        }
        tokio::time::sleep(std::time::Duration::from_millis(30)).await;
        let (code, took) = service.terminate();
        assert_eq!(code, Some(0), "{}", service.log());
        assert!(took < std::time::Duration::from_secs(10), "it took {took:?}");
        for status in crowd.join_all().await.into_iter().flatten() {
            assert!(status < 500 || status == 503, "{status}");
        }
        service.wake().await;
    }
}

both_databases! {
    /// A mail server that says nothing does not keep it from ending.
    async fn ending_does_not_wait_for_a_silent_mail_server(kind: Kind) {
        let Some(mut service) = Service::start(kind).await else { return };
        service.put(Scene::event("briefing"));
        service.sink.behave(Manner::Silent);
        service.register("briefing", &Guest::named("Anna Peeters")).await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let (code, took) = service.terminate();
        assert!(code == Some(0) && took < std::time::Duration::from_secs(10), "{code:?} after {took:?}\n{}", service.log());
        service.sink.behave(Manner::Accept);
        service.sql().run("UPDATE outbox SET lease_until = NULL");
        service.wake().await;
        service.sink.wait_for("anna.peeters@example.be", "prove_address").await;
    }
}

both_databases! {
    /// The probes tell the truth.
    async fn the_probes_answer(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        let visitor = service.visitor();
        assert_eq!(visitor.get("/healthz").await.status, 200);
        assert_eq!(visitor.get("/readyz").await.status, 200);
        assert_eq!(visitor.get("/metrics").await.status, 404, "figures have a listener of their own");
    }
}

both_databases! {
    /// A dry run tells each row and writes nothing; wrong rows keep all back, unless the good ones are to be kept.
    async fn members_are_imported_from_a_file(kind: Kind) {
        let Some(service) = Service::start(kind).await else { return };
        let file = service.database.folder.path.join("members.csv");
        // As a spreadsheet on Windows saves it: UTF-16 with tabs.
        let text = "Naam\tE-mailadres\tOrganisatie\tFunctie\tTaal\tEinde\r\nZoë Müller\tzoe@example.be\tFOD Bruggen\tCSI\tnl\t\r\nBad One\tnowhere\tX\tboss\tnl\t31/02/2027\r\n";
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        std::fs::write(&file, units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>()).expect("a file");
        let path = file.display().to_string();
        let import = |more: &[&str]| service.try_command(&[&["import", "members", path.as_str(), "--platform", "csi-dpo"], more].concat());
        let count = || service.sql().count("member", "1 = 1");
        let dry = import(&["--dry-run"]);
        let told = String::from_utf8_lossy(&dry.stdout).into_owned();
        assert_eq!((dry.status.code(), count()), (Some(1), 0), "{}", words(&dry));
        for part in ["line 2: new: zoe@example.be, csi, FOD Bruggen", "line 3: wrong: \"nowhere\"", "line 3: wrong: “boss”", "line 3: wrong: “31/02/2027”"] {
            assert!(told.contains(part), "{part}: {told}");
        }
        let refused = import(&[]);
        assert_eq!((refused.status.code(), count()), (Some(1), 0));
        assert!(words(&refused).contains("--keep-good"), "{}", words(&refused));
        let kept = import(&["--keep-good"]);
        assert_eq!((kept.status.code(), count()), (Some(0), 1), "{}", words(&kept));
        assert!(words(&kept).contains("1 new, 0 changed, 1 wrong rows left out"), "{}", words(&kept));
        assert_eq!(service.try_command(&["import", "members", &path, "--platform", "no-such"]).status.code(), Some(2));
        assert_eq!(service.try_command(&["import", "members", "absent.csv", "--platform", "csi-dpo"]).status.code(), Some(1));
        // One row of a megabyte makes no other large: that would be six gigabytes.
        let (large, rows) = ("x".repeat(1 << 20), "Jan;jan@example.be;FOD;csi;nl\n".repeat(6_000));
        std::fs::write(&file, format!("name;email;organisation;function;language\n{large};a@example.be;FOD;csi;nl\n{rows}")).expect("a file");
        let bounded = service.try_command_within(4_000_000, &["import", "members", &path, "--platform", "csi-dpo", "--dry-run"]);
        assert_eq!(bounded.status.code(), Some(1), "{}", words(&bounded).chars().take(500).collect::<String>());
        assert!(words(&bounded).contains("line 2: wrong"), "{}", words(&bounded).chars().take(500).collect::<String>());
        std::fs::write(&file, "name;phone\nJan;1\n").expect("a file");
        let columns = import(&[]);
        assert!(columns.status.code() == Some(1) && words(&columns).contains("unknown columns: phone"), "{}", words(&columns));
    }
}
