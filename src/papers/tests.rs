//! What papers keep to, whatever they say; what other programs read in them is in `tests/it/papers.rs`.

use super::attestation::{Attestation, file};
use super::badges::{Badge, Badges};
use super::letters::{Face, plain};
use crate::domain::attestation::Statement;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::sector::Sector;
use crate::i18n::Catalogue;

/// Names that people have, and such as somebody might type to break a page.
pub fn names() -> Vec<String> {
    let mut names: Vec<String> =
        ["Zoë Dupont", "Łukasz Żółć-Ångström", "Ελένη Παπαδοπούλου", "Юлия Ёлкина", "张伟", "محمد علي", "👩‍💻 Ada", "a\u{301}\u{328}x"]
            .map(String::from)
            .into();
    names.extend(
        ["\u{202e}evil\u{2066}", "a\u{0}b\u{7}\u{1b}[31m", "\u{e000}\u{f0000}\u{fffe}\u{10ffff}", "(Tj) <</A/B>> \\) endstream", ""]
            .map(String::from),
    );
    names.extend(["x".repeat(200), "W ".repeat(100), "é\u{301}".repeat(100), "\u{301}".repeat(200), "👍".repeat(200)]);
    names
}

fn statement(name: &str, language: Language) -> Statement {
    Statement {
        number: "K7QX-2M9P-4RTB".into(),
        provider: "Centre for Cybersecurity Belgium".into(),
        name: name.into(),
        title: Some("Cyber threats in the fourth quarter of 2026".into()),
        from: "2026-12-10T13:00:00Z".parse().unwrap(),
        to: "2026-12-10T16:00:00Z".parse().unwrap(),
        attended: Mode::OnSite,
        minutes: 165,
        language,
        issued: "2026-12-11T09:00:00Z".parse().unwrap(),
    }
}

fn made(texts: &Catalogue, says: &Statement) -> Vec<u8> {
    let signed = format!("{}.{}", says.words("0123456789abcdef").unwrap(), "s".repeat(86));
    let check = format!("https://events.example.be/{}/attestations/abcdefghijklmnopqrstuvwxyz0", says.language);
    file(texts, &Attestation { statement: says, signed: &signed, check: &check, key: "https://events.example.be/attestations/key.pem" }).unwrap()
}

#[test]
fn the_same_statement_gives_the_same_bytes_in_every_language() {
    let texts = Catalogue::load(None).unwrap();
    let folder = std::env::var_os("QUARTERDECK_PAPER_DIR").map(std::path::PathBuf::from);
    for language in Language::ALL.iter().copied() {
        for (n, name) in names().iter().enumerate() {
            let says = statement(name, language);
            let bytes = made(&texts, &says);
            assert!(bytes.starts_with(b"%PDF-1.7") && bytes.len() < 60_000, "{name:?} {language}: {}", bytes.len());
            if n < 3 {
                assert_eq!(bytes, made(&texts, &says), "{name:?} {language}");
            }
            if let Some(folder) = &folder {
                std::fs::create_dir_all(folder).unwrap();
                std::fs::write(folder.join(format!("attestation-{n:02}.{language}.pdf")), &bytes).unwrap();
            }
        }
    }
}

#[test]
fn lines_are_no_wider_than_they_may_be_and_lose_nothing() {
    for name in names() {
        for (size, width) in [(24.0, 120.0), (10.0, 400.0), (24.0, 1.0)] {
            let lines = Face::Bold.lines(&name, size, width);
            let whole: String = lines.concat();
            assert_eq!(whole.replace(' ', ""), plain(&name).replace(' ', ""), "{name:?}");
            let fits = |line: &String| Face::Bold.width(line, size) <= width || line.chars().count() == 1;
            assert!(lines.iter().all(fits), "{name:?} at {size} in {width}: {lines:?}");
        }
    }
}

#[test]
fn long_names_are_set_smaller_before_they_are_broken() {
    let (size, lines) = Face::Bold.fitting("An Peeters", &[24.0, 16.0], 400.0, 1);
    assert_eq!((size, lines), (24.0, vec!["An Peeters".to_owned()]));
    assert_eq!(Face::Bold.fitting(&"Peeters ".repeat(5), &[24.0, 16.0], 400.0, 1).0, 16.0);
    let (size, lines) = Face::Bold.fitting(&"Peeters ".repeat(20), &[24.0, 16.0], 400.0, 1);
    assert_eq!((size, lines.len() > 1), (16.0, true));
}

#[test]
fn nothing_that_turns_or_hides_gets_on_paper() {
    assert_eq!(plain("\u{202e}a\u{200b}b\u{ad}\u{feff} \t\n c "), "ab c");
    assert_eq!(plain("e\u{301}"), "é");
    assert_eq!(plain("\u{e000}\u{fffe}\u{1fffe}"), "□□□");
}

fn badge(name: &str, sector: Sector, language: Language) -> Badge {
    let organisation = format!("Instituut voor {name}").chars().take(200).collect();
    Badge { name: name.into(), organisation, sector, language, pass: "QD1-QCTR-2026-Q4-K7QX2M9P4RTB".into() }
}

#[test]
fn badges_are_ten_on_a_page_and_the_same_each_time() {
    let texts = Catalogue::load(None).unwrap();
    let all: Vec<Badge> = names().iter().enumerate().map(|(n, name)| badge(name, Sector::ALL[n % 3], Language::ALL[n % 4])).collect();
    for n in [0, 1, 10, 11, all.len()] {
        let of = Badges { title: "Badges: Cyber threats", none: "Nobody", badges: &all[..n], language: Language::En, author: "CCB" };
        let bytes = super::badges::file(&texts, &of).unwrap();
        assert_eq!(bytes, super::badges::file(&texts, &of).unwrap());
        let pages = String::from_utf8_lossy(&bytes).matches("/Type/Page/").count() + String::from_utf8_lossy(&bytes).matches("/Type /Page\n").count();
        assert_eq!(pages, n.div_ceil(10).max(1), "{n} badges");
        if let Some(folder) = std::env::var_os("QUARTERDECK_PAPER_DIR").map(std::path::PathBuf::from) {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join(format!("badges-{n:02}.pdf")), &bytes).unwrap();
        }
    }
}
