//! Files, variables and faults of the configuration.

use std::path::{Path, PathBuf};

use super::*;

fn variables(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
}

/// A file of its own for one test; gone when dropped.
struct Scratch(PathBuf);

impl Scratch {
    fn holding(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("quarterdeck-config-{}-{name}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn the_example_is_the_defaults() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../config.example.toml");
    let loaded = Loaded::read(Some(&example), []).unwrap();
    assert_eq!(loaded.config, Config::default());
    // Every key stands in it, also those that are off.
    let text = std::fs::read_to_string(&example).unwrap();
    let all = serde_json::to_value(Config::default()).unwrap();
    for (section, keys) in all.as_object().unwrap() {
        assert!(text.contains(&format!("[{section}]")), "[{section}] is missing");
        for key in keys.as_object().unwrap().keys() {
            assert!(text.lines().any(|l| l.trim_start_matches("# ").starts_with(&format!("{key} = "))), "{section}.{key} is missing");
        }
    }
    // What is commented out can be taken as it stands.
    let is_setting = |line: &&str| line.split_once(" = \"").is_some_and(|(key, _)| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
    let uncommented: String = text.lines().map(|l| format!("{}\n", l.strip_prefix("# ").filter(is_setting).unwrap_or(l))).collect();
    let file = Scratch::holding(
        "uncommented",
        &uncommented.replace("overrides =", "# overrides =").replace("client_secret_file =", "# client_secret_file ="),
    );
    assert!(Loaded::read(Some(&file.0), []).is_ok(), "{:?}", Loaded::read(Some(&file.0), []).err());
}

#[test]
fn the_environment_wins_over_the_file() {
    let file = Scratch::holding("wins", "[server]\nlisten = \"127.0.0.1:1\"\n[mail]\nretry_base_seconds = 5\n");
    let environment = variables(&[
        ("QUARTERDECK_SERVER__LISTEN", "[::1]:9000"),
        ("QUARTERDECK_SERVER__TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
        ("QUARTERDECK_LIMITS__ENABLED", "false"),
        ("QUARTERDECK_MAIL__FROM", "2026"),
        ("QUARTERDECK_TEST_COMPLETE", "1"),
        ("QUARTERDECK_SERVICE_HOST", "10.0.0.1"),
        ("PATH", "/bin"),
    ]);
    let config = Loaded::gather(Some(&file.0), environment).unwrap().config;
    assert_eq!(config.server.listen.to_string(), "[::1]:9000");
    assert_eq!(config.server.trusted_proxies.len(), 2);
    assert_eq!(config.mail.retry_base_seconds, 5);
    assert_eq!(config.mail.from, "2026", "text stays text");
    assert!(!config.limits.enabled);
}

#[test]
fn lists_of_keys_come_from_the_environment_too() {
    let list = r#"[{selector="a", algorithm="rsa-sha256", key_file="a.pem"}]"#;
    let config = Loaded::read(None, variables(&[("QUARTERDECK_MAIL__DKIM", list)])).unwrap().config;
    assert_eq!(config.mail.dkim, [Dkim { selector: "a".into(), algorithm: DkimAlgorithm::RsaSha256, key_file: "a.pem".into() }]);
}

#[test]
fn who_answers_may_be_named_in_each_language() {
    let named =
        Scratch::holding("named.toml", "[privacy]\ncontroller = { nl = \"A\", fr = \"B\", de = \"C\", en = \"D\" }\naddress = \"Wetstraat 18\"\n");
    let loaded = Loaded::read(Some(&named.0), []).unwrap();
    let names = loaded.config.privacy.controller.translated();
    assert_eq!((names.nl.as_str(), names.fr.as_str(), names.de.as_str(), names.en.as_str()), ("A", "B", "C", "D"));
    assert_eq!(loaded.config.privacy.address.translated(), Translated::same("Wetstraat 18"));
    assert!(loaded.print().contains("controller = { nl = \"A\", fr = \"B\", de = \"C\", en = \"D\" }"), "{}", loaded.print());
    let variable = Loaded::read(Some(&named.0), variables(&[("QUARTERDECK_PRIVACY__CONTROLLER", "E")])).unwrap();
    assert_eq!(variable.config.privacy.controller.translated(), Translated::same("E"), "a variable is one text");

    let gap = Scratch::holding("gap.toml", "[privacy]\ncontroller = { nl = \"A\", fr = \"B\", en = \" \" }\n");
    let told = Loaded::read(Some(&gap.0), []).unwrap_err().to_string();
    assert!(told.contains("privacy.controller: lacks de, en"), "{told}");
    let slip = Scratch::holding("slip.toml", "[privacy]\ncontroller = { nl = \"A\", fr = \"B\", de = \"C\", eng = \"D\" }\n");
    let told = Loaded::read(Some(&slip.0), []).unwrap_err().to_string();
    assert!(told.contains("privacy.controller") && told.contains("a table of texts"), "{told}");
}

#[test]
fn unknown_keys_name_the_nearest() {
    for (text, key, near) in [
        ("[server]\nlissten = 1", "server.lissten", "server.listen"),
        ("[limits]\nregister_cuont = 1", "limits.register_cuont", "limits.register_count"),
        ("[databse]\nurl = \"x\"", "[databse]", "[database]"),
        ("[server]\nurl = \"x\"", "server.url", "database.url"),
        ("listen = \"x\"", "listen", "server.listen"),
    ] {
        let file = Scratch::holding("unknown", text);
        let said = Loaded::read(Some(&file.0), []).unwrap_err().to_string();
        assert!(said.contains(&format!("unknown key {key};")) && said.contains(&format!("did you mean {near}?")), "{text}: {said}");
        assert!(said.contains("quarterdeck-config-"), "names the file: {said}");
    }
    for (name, near) in [
        ("QUARTERDECK_DATABASE_URL", "QUARTERDECK_DATABASE__URL"),
        ("QUARTERDECK_DATABASE__ULR", "QUARTERDECK_DATABASE__URL"),
        ("QUARTERDECK_SERVRE__LISTEN", "QUARTERDECK_SERVER__LISTEN"),
    ] {
        let said = Loaded::read(None, variables(&[(name, "x")])).unwrap_err().to_string();
        assert!(said.contains(name) && said.contains(&format!("did you mean {near}?")), "{said}");
    }
}

#[test]
fn values_of_the_wrong_kind_name_key_and_source() {
    let file = Scratch::holding("kind", "[database]\nreaders = \"many\"\n");
    let said = Loaded::read(Some(&file.0), []).unwrap_err().to_string();
    assert!(said.contains("quarterdeck-config-") && said.contains("database.readers"), "{said}");
    for (name, value, key) in [
        ("QUARTERDECK_LIMITS__ENABLED", "perhaps", "limits.enabled"),
        ("QUARTERDECK_SERVER__LISTEN", "8080", "server.listen"),
        ("QUARTERDECK_OIDC__ROLES", "[{value=\"a\", role=\"captain\"}]", "oidc.roles"),
        ("QUARTERDECK_OIDC__ROLES", "[{value=\"a\", role=\"admin\", plattform=\"qctr\"}]", "oidc.roles"),
        ("QUARTERDECK_SERVER__TRUSTED_PROXIES", "10.0.0.0/99", "server.trusted_proxies"),
        ("QUARTERDECK_MAIL__TRANSPORT", "sendmail", "mail.transport"),
    ] {
        let said = Loaded::read(None, variables(&[(name, value)])).unwrap_err().to_string();
        assert!(said.contains(name) && said.contains(key), "{said}");
    }
    let file = Scratch::holding("form", "[server]\n\nlisten = = 1\n");
    assert!(Loaded::read(Some(&file.0), []).unwrap_err().to_string().contains("line 3"));
}

#[test]
fn values_that_cannot_be_used_are_refused_with_the_way_out() {
    let cases: &[(&[(&str, &str)], &str)] = &[
        (&[("SERVER__BASE_URL", "events.example.be")], "is no address"),
        (&[("SERVER__BASE_URL", "ftp://events.example.be")], "must start with https://"),
        (&[("SERVER__BASE_URL", "http://127.0.0.1:8080/")], "without a path or slash"),
        (&[("SERVER__BASE_URL", "http://127.0.0.1:8080/events")], "without a path or slash"),
        (&[("SERVER__BASE_URL", "http://u:p@127.0.0.1")], "scheme, host and port only"),
        (&[("SERVER__BASE_URL", "http://events.example.be")], "http is for this machine only"),
        (&[("DATABASE__URL", "var/x.sqlite")], "needs a scheme"),
        (&[("DATABASE__WRITERS", "17")], "must lie between 1 and 16"),
        (&[("MAIL__TRANSPORT", "smtp")], "mail.smtp_url: is missing"),
        (&[("MAIL__RETRY_MAX_SECONDS", "1")], "below mail.retry_base_seconds"),
        (&[("MAIL__INBOUND", "imap")], "mail.imap_url: is missing"),
        (&[("MAIL__LMTP_LISTEN", "0.0.0.0:24")], "can be reached from other machines"),
        (&[("MAIL__FROM", "CCB")], "is no sender"),
        (&[("MAIL__DOMAIN", "localhost")], "is no domain"),
        (&[("LIMITS__SHUTDOWN_SECONDS", "10")], "between 1 and 9"),
        (&[("SERVER__METRICS_LISTEN", "127.0.0.1:8080")], "a port of its own"),
        (&[("SERVER__OVERRIDES", "no/such/folder")], "is no folder"),
        (&[("SERVER__BASE_URL", "https://events.example.be")], "from which nobody accepts mail"),
        (&[("SERVER__BASE_URL", "https://events.example.be")], "nobody could prove an address"),
        (&[("SERVER__BASE_URL", "https://events.example.be")], "must name who answers for the data"),
        (&[("PRIVACY__CONTACT", "CCB")], "is no e-mail address"),
        (&[("SERVER__BASE_URL", "https://events.example.be"), ("LIMITS__ENABLED", "false")], "rates must be limited"),
        (&[("OIDC__CLIENT_ID", "quarterdeck")], "oidc.issuer: is missing"),
        (&[("OIDC__ISSUER", "https://login.example.be")], "oidc.client_id: is missing"),
        (&[("OIDC__ISSUER", "login.example.be"), ("OIDC__CLIENT_ID", "q")], "oidc.issuer: is no address"),
        (&[("OIDC__ISSUER", "http://login.example.be"), ("OIDC__CLIENT_ID", "q")], "oidc.issuer: must start with https://"),
        (&[("OIDC__ISSUER", "https://login.example.be/?a"), ("OIDC__CLIENT_ID", "q")], "no query"),
        (&[("OIDC__ISSUER", "https://u:p@login.example.be"), ("OIDC__CLIENT_ID", "q")], "no user and no password"),
        (
            &[("OIDC__ISSUER", "http://localhost:1"), ("OIDC__CLIENT_ID", "q"), ("SERVER__BASE_URL", "https://events.example.be")],
            "oidc.issuer: must be https in production",
        ),
        (&[("OIDC__CLIENT_SECRET", "x"), ("OIDC__CLIENT_SECRET_FILE", "y")], "oidc.client_secret: is given twice"),
        (&[("OIDC__NAME", " ")], "oidc.name: needs 1 to 40"),
        (&[("OIDC__SCOPES", "email")], "oidc.scopes: must have"),
        (&[("OIDC__ROLES", r#"[{value="a", role="admin", platform="No such"}]"#)], "\"No such\" is no platform"),
        (&[("OIDC__ROLES", r#"[{value="", role="admin"}]"#)], "an empty value"),
    ];
    for (settings, expected) in cases {
        let environment = settings.iter().map(|(k, v)| (format!("{PREFIX}{k}"), (*v).to_owned()));
        let said = Loaded::read(None, environment).map(|_| String::new()).unwrap_or_else(|e| e.to_string());
        assert!(said.contains(expected), "{settings:?}: {said}");
    }
    for (written, usual) in [
        ("HTTP://LocalHost:8080", "http://localhost:8080"),
        ("http://127.0.0.1:80", "http://127.0.0.1"),
        ("http://demo.localhost:8080", "http://demo.localhost:8080"),
    ] {
        let config = Loaded::read(None, variables(&[("QUARTERDECK_SERVER__BASE_URL", written)])).unwrap().config;
        assert_eq!((config.server.base_url.as_str(), config.is_production()), (usual, false));
    }
    for https in ["HTTPS://events.example.be", "https://events.example.be:443", " https://events.example.be"] {
        let said = Loaded::read(None, variables(&[("QUARTERDECK_SERVER__BASE_URL", https)])).unwrap_err().to_string();
        assert!(said.contains("nobody could prove an address"), "{https} is production: {said}");
    }
    for good in ["http://localhost:8080", "http://[::1]:8080", "http://demo.localhost"] {
        assert!(Loaded::read(None, variables(&[("QUARTERDECK_SERVER__BASE_URL", good)])).is_ok(), "{good}");
    }
}

#[test]
fn what_is_printed_holds_no_secret_and_can_be_read_again() {
    let environment = variables(&[
        ("QUARTERDECK_DATABASE__URL", "postgres://u:hush%21@localhost/db?sslpassword=hush"),
        ("QUARTERDECK_MAIL__SMTP_URL", "smtps://mailer:hush@smtp.example.be"),
        ("QUARTERDECK_MAIL__IMAP_URL", "imaps://reader:hush@imap.example.be/INBOX"),
        ("QUARTERDECK_MAIL__TRANSPORT", "smtp"),
        ("QUARTERDECK_MAIL__DKIM", r#"[{selector="a", algorithm="ed25519-sha256", key_file="a.pem"}]"#),
        ("QUARTERDECK_SERVER__TRUSTED_PROXIES", "10.0.0.0/8"),
        ("QUARTERDECK_OIDC__CLIENT_SECRET", "hush"),
        ("QUARTERDECK_OIDC__ROLES", r#"[{value="a", role="admin"}, {value="b", role="desk", platform="qctr"}]"#),
    ]);
    let loaded = Loaded::read(None, environment).unwrap();
    assert_eq!(loaded.config.oidc.roles[1], RoleRule { value: "b".into(), role: crate::domain::staff::Role::Desk, platform: Some("qctr".into()) });
    let printed = loaded.print();
    assert!(!printed.contains("hush"), "{printed}");
    assert!(printed.contains("# QUARTERDECK_DATABASE__URL") && printed.contains("# default"), "{printed}");
    let file = Scratch::holding("printed", &printed);
    assert_eq!(Loaded::read(Some(&file.0), []).unwrap().config, loaded.config.masked());
    for (url, expected) in [
        ("postgres:///db?host=/run/pg", "postgres:///db?host=/run/pg"),
        ("postgres://u:hush@/db?host=/run/pg", "postgres://***@/db?host=/run/pg"),
        ("sqlite:var/x.sqlite", "sqlite:var/x.sqlite"),
    ] {
        let config = Config { database: Database { url: url.into(), ..Database::default() }, ..Config::default() };
        assert_eq!(config.masked().database.url, expected);
    }
}

#[cfg(unix)]
#[test]
fn the_secret_is_private_and_made_once() {
    use std::os::unix::fs::PermissionsExt;
    let folder = std::env::temp_dir().join(format!("quarterdeck-secret-{}", std::process::id()));
    let path = folder.join("new/quarterdeck.secret");
    assert!(matches!(secret::load(&path, false), Err(secret::SecretFault::Missing(_))));
    let first = secret::load(&path, true).unwrap();
    assert!(first.len() >= 32);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(secret::load(&path, true).unwrap(), first, "made once");
    assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "nothing is left aside");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    assert!(secret::load(&path, true).unwrap_err().to_string().contains("chmod 600"));
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    for weak in ["", "short", "changemechangemechangemechangeme"] {
        std::fs::write(&path, weak).unwrap();
        assert!(matches!(secret::load(&path, true), Err(secret::SecretFault::Weak { .. })), "{weak}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
