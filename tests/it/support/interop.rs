//! Other people's programs read our mails: Python's email package, icalendar, libical, vobject, dkimpy, Perl's Mail::DKIM.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use quarterdeck::mail::keys::Algorithm;
use quarterdeck::mail::sign::Signer;

use super::absent;
use super::databases::Folder;
use super::mail::Received;

/// The domain that signs in tests.
pub const DOMAIN: &str = "quarterdeck.example";

const KEYS: [(&str, Algorithm, &str); 2] =
    [("ed", Algorithm::Ed25519Sha256, "dkim-ed25519.pem"), ("rsa", Algorithm::RsaSha256, "dkim-rsa-pkcs8.pem")];

/// Puts the test keys into a folder as a service wants them: the value of `mail.dkim`.
pub fn lay_out_keys(folder: &Path) -> String {
    let entries = KEYS.map(|(selector, algorithm, name)| {
        let file = folder.join(name);
        fs::copy(fixture(name), &file).expect("a copy of the key");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).expect("permissions");
        format!("{{selector=\"{selector}\",algorithm=\"{}\",key_file=\"{}\"}}", algorithm.code(), file.display())
    });
    format!("[{}]", entries.join(","))
}

/// What signs mails with the same keys, for a mailroom of the tests' own.
pub fn signers() -> Vec<Signer> {
    let signer = |(selector, algorithm, name): &(&str, Algorithm, &str)| {
        let pem = fs::read(fixture(name)).expect("the key");
        Signer::new(quarterdeck::mail::keys::parse(&pem, *algorithm).expect("a key"), selector, DOMAIN)
    };
    KEYS.iter().map(signer).collect()
}

/// Most mails that the checkers read after one test: each costs them a while.
const SAMPLE: usize = 200;

/// A sample in which every kind is there in every language it was sent in: the first of each, then the second of each, and
/// so on until it is large enough.
pub fn sample(mails: Vec<Received>) -> Vec<Received> {
    let mut sorts: BTreeMap<(String, String), VecDeque<Received>> = BTreeMap::new();
    for mail in mails {
        let language = mail.header("Content-Language").unwrap_or_default();
        sorts.entry((mail.kind(), language)).or_default().push_back(mail);
    }
    let mut taken = Vec::new();
    while taken.len() < SAMPLE && sorts.values().any(|sort| !sort.is_empty()) {
        taken.extend(sorts.values_mut().filter_map(VecDeque::pop_front));
    }
    taken
}

/// Lets the checkers read these mails; with `replay` also a calendar that obeys them, whose content (JSON) is returned.
/// `None`, said loudly, where the checkers are absent.
pub fn check(mails: &[Received], replay: bool) -> Option<serde_json::Value> {
    let Some(python) = std::env::var_os("QUARTERDECK_TEST_PYTHON") else {
        absent::not_run("mails are not read by independent parsers (QUARTERDECK_TEST_PYTHON)");
        return None;
    };
    if mails.is_empty() {
        return None;
    }
    let folder = Folder::new();
    for (n, mail) in mails.iter().enumerate() {
        fs::write(folder.path.join(format!("{n:05}-{}.eml", mail.kind())), &mail.raw).expect("a file");
    }
    let keys: serde_json::Map<_, _> = KEYS
        .iter()
        .map(|(selector, algorithm, name)| {
            let pem = fs::read(fixture(name)).expect("the key");
            let signer = Signer::new(quarterdeck::mail::keys::parse(&pem, *algorithm).expect("a key"), selector, DOMAIN);
            let (at, record) = signer.dns_record();
            (at, serde_json::Value::from(record))
        })
        .collect();
    let key_file = folder.path.join("keys.json");
    fs::write(&key_file, serde_json::Value::Object(keys).to_string()).expect("a file");
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/interop/check_mails.py");
    let mut command = Command::new(python);
    command.arg(script).arg(&folder.path).arg("--keys").arg(&key_file);
    if replay {
        command.arg("--thread");
    }
    let done = command.output().expect("the checkers run");
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "independent parsers object:\n{said}");
    // What was left out is said past the test runner's capture.
    for left_out in said.lines().filter(|line| line.starts_with("NOT ")) {
        let _ = writeln!(std::io::stderr(), "{left_out}");
    }
    replay.then(|| serde_json::from_slice(&done.stdout).expect("JSON"))
}

/// Lets other programs read these papers, each held against what is expected of it. Says loudly where they are absent.
pub fn check_papers(papers: &[(&[u8], serde_json::Value)]) {
    let Some(python) = std::env::var_os("QUARTERDECK_TEST_PYTHON") else {
        return absent::not_run("papers are not read by independent programs (QUARTERDECK_TEST_PYTHON)");
    };
    let folder = Folder::new();
    for (n, (bytes, expected)) in papers.iter().enumerate() {
        fs::write(folder.path.join(format!("{n:03}.pdf")), bytes).expect("a file");
        fs::write(folder.path.join(format!("{n:03}.json")), expected.to_string()).expect("a file");
    }
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/interop/check_papers.py");
    let done = Command::new(python).arg(script).arg(&folder.path).output().expect("the checkers run");
    assert!(done.status.success(), "independent programs object:\n{}", String::from_utf8_lossy(&done.stderr));
}

/// Lets the checkers read calendars that were fetched. Says loudly where they are absent.
pub fn check_calendars(calendars: &[&str]) {
    let Some(python) = std::env::var_os("QUARTERDECK_TEST_PYTHON") else {
        return absent::not_run("calendars are not read by independent parsers (QUARTERDECK_TEST_PYTHON)");
    };
    let folder = Folder::new();
    for (n, calendar) in calendars.iter().enumerate() {
        fs::write(folder.path.join(format!("{n:05}.ics")), calendar).expect("a file");
    }
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/interop/check_mails.py");
    let done = Command::new(python).arg(script).arg(&folder.path).output().expect("the checkers run");
    assert!(done.status.success(), "independent parsers object:\n{}", String::from_utf8_lossy(&done.stderr));
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/mail").join(name)
}

#[test]
fn a_sample_has_every_kind_in_every_language() {
    let mail = |kind: &str, language: &str, n: usize| Received {
        sender: String::new(),
        recipients: Vec::new(),
        raw: format!("X-Quarterdeck-Mail: {kind}\r\nContent-Language: {language}\r\nMessage-ID: <{kind}-{language}-{n}@x>\r\n\r\n.\r\n").into(),
    };
    let mut mails: Vec<_> = (0..900).map(|n| mail("prove_address", ["nl", "fr"][n % 2], n)).collect();
    mails.push(mail("withdrawn", "de", 0));
    mails.push(mail("promoted", "en", 0));
    let taken = sample(mails);
    let count =
        |kind: &str, language: &str| taken.iter().filter(|m| m.kind() == kind && m.header("Content-Language").as_deref() == Some(language)).count();
    assert_eq!((count("withdrawn", "de"), count("promoted", "en")), (1, 1), "what came last is read, too");
    assert!((SAMPLE..SAMPLE + 4).contains(&taken.len()) && count("prove_address", "fr") > 90, "{}", taken.len());
    assert_eq!(sample(taken[..3].to_vec()).len(), 3, "a few are all read");
}
