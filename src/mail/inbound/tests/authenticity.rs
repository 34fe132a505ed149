//! Who sent it: signed here with keys of our own, as others would sign, and checked without any name server.

use std::collections::BTreeMap;

use mail_auth::common::headers::HeaderWriter;
use mail_auth::dkim::{Canonicalization, DkimSigner};
use proptest::prelude::*;

use super::super::authenticate::{Authentic, By, Keys, Why, authenticate, belongs_to};
use super::hostile::{changed, changes};
use super::*;
use crate::domain::email::EmailAddress;
use crate::mail::keys::{self, Algorithm};
use crate::mail::new_key;
use crate::mail::sign::Signer;
use crate::mail::sign::tests::{ED25519, RSA_PKCS8};

const USUAL: [&str; 6] = ["From", "To", "Subject", "Date", "Message-ID", "Content-Type"];
/// What Google signs: everything but the kind of the content.
const AS_GOOGLE: [&str; 8] = ["To", "From", "Subject", "Date", "Message-ID", "Sender", "Reply-To", "MIME-Version"];

fn rsa() -> keys::Key {
    keys::parse(RSA_PKCS8.as_bytes(), Algorithm::RsaSha256).unwrap()
}

fn ed25519() -> keys::Key {
    keys::parse(ED25519.as_bytes(), Algorithm::Ed25519Sha256).unwrap()
}

/// How somebody signs.
struct As<'a> {
    domain: &'a str,
    headers: &'a [&'static str],
    key: keys::Key,
    /// Seconds after which it expires.
    expires: u64,
    whole_body: bool,
}

fn usual(domain: &str) -> As<'_> {
    As { domain, headers: &USUAL, key: rsa(), expires: 0, whole_body: true }
}

/// Puts a signature before a message whose own ones are taken out.
fn signed(raw: &[u8], by: As<'_>) -> Vec<u8> {
    let mut signer = DkimSigner::from_key(by.key.private)
        .domain(by.domain)
        .selector("s1")
        .headers(by.headers.iter().copied())
        .header_canonicalization(Canonicalization::Relaxed)
        .body_canonicalization(Canonicalization::Relaxed)
        .body_length(!by.whole_body);
    if by.expires > 0 {
        signer = signer.expiration(by.expires);
    }
    let header = signer.sign(raw).unwrap().to_header();
    [header.as_bytes(), raw].concat()
}

fn unsigned(file: &str) -> Vec<u8> {
    let text = String::from_utf8(fixture(file)).unwrap();
    // Their made-up signatures, which fill whole folded fields at the top.
    let mut kept = String::new();
    let mut inside = false;
    for line in text.split_inclusive("\r\n") {
        inside = line.starts_with("DKIM-Signature:") || (inside && line.starts_with(' '));
        if !inside {
            kept.push_str(line);
        }
    }
    kept.into_bytes()
}

/// The keys of these domains as they would be published.
fn published(domains: &[&str]) -> BTreeMap<String, String> {
    domains.iter().map(|domain| (format!("s1._domainkey.{domain}"), rsa().txt_record)).collect()
}

async fn judge(raw: &[u8], claimed: &str, border: Option<&str>, keys: &impl Keys) -> Authentic {
    let reading = read(raw, &ours());
    authenticate(raw, &reading, &EmailAddress::parse(claimed).unwrap(), border, keys).await
}

fn dkim(domain: &str) -> Authentic {
    Authentic::Yes(By::Dkim { domain: domain.into() })
}

const Z: &str = "zoe.dupont@example.be";
const OUTLOOK: &str = "replies/outlook-no-organizer-localized-summary.eml";
const GOOGLE: &str = "replies/gmail-auto-submitted-two-dkim.eml";

#[tokio::test]
async fn an_aligned_signature_counts() {
    let keys = published(&["example.be", "mail.example.be", "google.com", "evil.example"]);
    let raw = unsigned(OUTLOOK);
    assert_eq!(judge(&signed(&raw, usual("example.be")), Z, None, &keys).await, dkim("example.be"));
    assert_eq!(judge(&signed(&raw, usual("example.be")), "Zoe.Dupont@EXAMPLE.be", None, &keys).await, dkim("example.be"));
    assert_eq!(judge(&signed(&raw, usual("mail.example.be")), Z, None, &keys).await, dkim("mail.example.be"));
    let small = BTreeMap::from([("s1._domainkey.example.be".to_owned(), ed25519().txt_record)]);
    assert_eq!(judge(&signed(&raw, As { key: ed25519(), ..usual("example.be") }), Z, None, &small).await, dkim("example.be"));
    // Google signs for itself and for the domain, and leaves the kind of the content open.
    let raw = unsigned(GOOGLE);
    let for_itself = signed(&raw, As { headers: &AS_GOOGLE, ..usual("google.com") });
    assert_eq!(judge(&for_itself, Z, None, &keys).await, Authentic::No(Why::NotAligned));
    let both = signed(&for_itself, As { headers: &AS_GOOGLE, ..usual("example.be") });
    assert_eq!(judge(&both, Z, None, &keys).await, dkim("example.be"));
    // Bare line feeds are what a pipe made of it.
    let piped = String::from_utf8(both).unwrap().replace("\r\n", "\n").into_bytes();
    assert_eq!(judge(&piped, Z, None, &keys).await, dkim("example.be"));
}

/// What `mail key` makes signs as our own mails are signed, and its own record shows it; several, as primes come in either order.
#[tokio::test]
async fn new_keys_sign_and_are_verified() {
    let (raw, at) = (unsigned(OUTLOOK), "2026-11-20T09:00:00Z".parse().unwrap());
    let mut made = vec![(Algorithm::Ed25519Sha256, new_key::ed25519().unwrap()), (Algorithm::RsaSha256, new_key::rsa(3072).unwrap())];
    made.extend((0..4).map(|_| (Algorithm::RsaSha256, new_key::rsa(2048).unwrap())));
    for (algorithm, text) in made {
        let signer = Signer::new(keys::parse(text.as_bytes(), algorithm).unwrap(), "s1", "example.be");
        let (name, record) = signer.dns_record();
        let signed = [signer.header(&raw, at).unwrap(), raw.clone()].concat();
        let own = BTreeMap::from([(name, record.to_owned())]);
        assert_eq!(judge(&signed, Z, None, &own).await, dkim("example.be"), "{record}");
        assert_ne!(judge(&signed, Z, None, &published(&["example.be"])).await, dkim("example.be"), "a record of another key");
    }
}

#[tokio::test]
async fn what_is_not_shown_is_said_why() {
    let keys = published(&["example.be", "evil.example", "be", "example-be.20230601.gappssmtp.com", "notexample.be"]);
    let raw = unsigned(OUTLOOK);
    let good = signed(&raw, usual("example.be"));
    let changed = |from: &str, to: &str| {
        let text = String::from_utf8(good.clone()).unwrap();
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1).into_bytes()
    };
    let without_from = As { headers: &["To", "Subject", "Content-Type"], ..usual("example.be") };
    let of_single_part = As { headers: &AS_GOOGLE, ..usual("example.be") };
    let evolution = unsigned("replies/evolution-method-on-folded-line.eml");
    for (name, raw, why) in [
        ("no signature", raw.clone(), Why::Unsigned),
        ("another domain", signed(&raw, usual("evil.example")), Why::NotAligned),
        ("a name that ends alike", signed(&raw, usual("notexample.be")), Why::NotAligned),
        ("a top-level domain", signed(&raw, usual("be")), Why::NotAligned),
        ("a workspace without a key of its own", signed(&raw, usual("example-be.20230601.gappssmtp.com")), Why::NotAligned),
        ("part of the body", signed(&raw, As { whole_body: false, ..usual("example.be") }), Why::Incomplete),
        ("From left open", signed(&raw, without_from), Why::Incomplete),
        ("the kind of one part left open", signed(&evolution, of_single_part), Why::Incomplete),
        ("another answer", changed("Thread-Topic", "X-Thread-Topic").into_iter().rev().skip(60).rev().collect(), Why::Broken),
        ("another subject", changed("Subject: ", "Subject: Re: "), Why::Broken),
        ("a second From", changed("From: ", "From: x@evil.example\r\nFrom: "), Why::NotOneSender),
        ("two in one From", changed("<zoe.dupont@example.be>", "<zoe.dupont@example.be>, <x@example.be>"), Why::NotOneSender),
        ("a second Content-Type", [b"Content-Type: text/plain\r\n".as_slice(), &good].concat(), Why::FieldTwice),
        ("a header that ends twice", changed("Thread-Topic: ", "no field\r\nThread-Topic: "), Why::Broken),
        ("a key that is not there", signed(&raw, usual("other.example.be")), Why::NoKey),
    ] {
        assert_eq!(judge(&raw, Z, None, &keys).await, Authentic::No(why), "{name}");
    }
    assert_eq!(judge(&good, "jan@example.be", None, &keys).await, Authentic::No(Why::SomebodyElse));
    assert_eq!(judge(&signed(&raw, As { expires: 1, ..usual("example.be") }), Z, None, &keys).await, dkim("example.be"));
    let text = String::from_utf8(signed(&raw, As { expires: 100, ..usual("example.be") })).unwrap();
    let start = text.find(" t=").unwrap() + 3;
    let old = text.replacen(&text[start..start + 10], "1400000000", 1);
    let at = old.find(" x=").unwrap() + 3;
    let old = old.replacen(&old[at..at + 10], "1400000100", 1);
    assert_eq!(judge(old.as_bytes(), Z, None, &keys).await, Authentic::No(Why::Expired));
    // Keys that are not meant.
    for (record, why) in [
        (rsa().txt_record.replace("v=DKIM1;", "v=DKIM1; t=y:s;"), Why::NoKey),
        (rsa().txt_record.replace("v=DKIM1;", "v=DKIM1; s=tlsrpt;"), Why::NoKey),
        (rsa().txt_record.replace("v=DKIM1;", "v=DKIM1; h=sha1;"), Why::NoKey),
        ("v=DKIM1; k=rsa; p=".into(), Why::NoKey),
        ("v=DKIM1; k=rsa; p=AAAA".into(), Why::Broken),
        ("nonsense".into(), Why::NoKey),
        (ed25519().txt_record, Why::Broken),
    ] {
        let keys = BTreeMap::from([("s1._domainkey.example.be".to_owned(), record.clone())]);
        assert_eq!(judge(&good, Z, None, &keys).await, Authentic::No(why), "{record}");
    }
    for record in [rsa().txt_record.replace("v=DKIM1;", "v=DKIM1; s=*; h=sha256:sha1;"), rsa().txt_record.replace("v=DKIM1; ", "")] {
        let keys = BTreeMap::from([("s1._domainkey.example.be".to_owned(), record.clone())]);
        assert_eq!(judge(&good, Z, None, &keys).await, dkim("example.be"), "{record}");
    }
}

/// Somebody's words, once signed, must not become a calendar under another header.
#[tokio::test]
async fn signed_words_cannot_be_made_a_calendar() {
    let keys = published(&["example.be"]);
    let calendar = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:7f3k9q2m@events.example\r\nATTENDEE;PARTSTAT=DECLINED:mailto:zoe.dupont@example.be\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let head = "From: zoe.dupont@example.be\r\nTo: x@evil.example\r\nSubject: Re: please quote this\r\nMessage-ID: <q@example.be>\r\nDate: Wed, 18 Nov 2026 10:15:00 +0100\r\n";
    let plain = format!(
        "{head}Content-Type: text/plain\r\n\r\nYou wrote:\r\n--evil\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n{calendar}--evil--\r\n"
    );
    let headers: [&'static str; 5] = ["From", "To", "Subject", "Date", "Message-ID"];
    let honest = String::from_utf8(signed(plain.as_bytes(), As { headers: &headers, ..usual("example.be") })).unwrap();
    assert_eq!(in_short(&read(honest.as_bytes(), &ours())), "Human");
    for kind in ["multipart/mixed; boundary=evil", "multipart/mixed; boundary=\"evil\"", "text/calendar; method=REPLY"] {
        let forged = honest.replacen("Content-Type: text/plain", &format!("Content-Type: {kind}"), 1);
        assert!(in_short(&read(forged.as_bytes(), &ours())).contains("DECLINED"), "{kind}: the forgery reads as an answer");
        assert_eq!(judge(forged.as_bytes(), Z, None, &keys).await, Authentic::No(Why::Incomplete), "{kind}");
    }
}

/// A relaxed signature does not see a carriage return by itself; a reader of lines does.
#[tokio::test]
async fn a_line_cannot_be_broken_in_two_without_anybody_noticing() {
    let keys = published(&["example.be"]);
    let text = String::from_utf8(unsigned("replies/comment-formula.eml")).unwrap();
    let text = text
        .replace("PARTSTAT=DECLINED", "PARTSTAT=ACCEPTED")
        .replace("COMMENT:=cmd", "COMMENT:You wrote ATTENDEE;PARTSTAT=DECLINED:mailto:zoe.dupont@example.be");
    let honest = String::from_utf8(signed(text.as_bytes(), usual("example.be"))).unwrap();
    assert_eq!(judge(honest.as_bytes(), Z, None, &keys).await, dkim("example.be"));
    for odd in ["\r", "\n", "\r\r", "\n\r"] {
        let forged = honest.replace("You wrote ", &format!("You wrote {odd}"));
        assert!(matches!(judge(forged.as_bytes(), Z, None, &keys).await, Authentic::No(Why::Malformed)), "{odd:?}");
        assert!(matches!(judge(forged.as_bytes(), Z, Some("mx.events.example"), &keys).await, Authentic::No(Why::Malformed)), "{odd:?}");
    }
    assert!(matches!(judge(format!("{honest}\r").as_bytes(), Z, None, &keys).await, Authentic::No(Why::Malformed)));
}

#[tokio::test]
async fn somebody_of_the_same_organisation_may_speak_where_the_mail_says_so() {
    let keys = published(&["example.be", "cloud.example.be", "gmail.com", "fgov.be", "a.fgov.be"]);
    let delegate = unsigned("replies/delegate-sent-by.eml");
    assert_eq!(judge(&signed(&delegate, usual("example.be")), Z, None, &keys).await, dkim("example.be"));
    assert_eq!(judge(&signed(&delegate, usual("example.be")), "jan@example.be", None, &keys).await, Authentic::No(Why::SomebodyElse));
    let nextcloud = unsigned("replies/nextcloud-reply-to-attendee.eml");
    let with_reply_to = As { headers: &["From", "Reply-To", "Content-Type"], ..usual("cloud.example.be") };
    assert_eq!(judge(&signed(&nextcloud, with_reply_to), Z, None, &keys).await, dkim("cloud.example.be"));
    assert_eq!(judge(&signed(&nextcloud, usual("cloud.example.be")), Z, None, &keys).await, Authentic::No(Why::Incomplete), "Reply-To is not signed");
    // Customers of one provider, and services below one suffix, are strangers.
    for (theirs, mine) in [("gmail.com", "gmail.com"), ("a.fgov.be", "b.fgov.be"), ("fgov.be", "a.fgov.be"), ("evil.example", "example.be")] {
        let text = String::from_utf8(delegate.clone()).unwrap().replace("bureau@example.be", &format!("bureau@{theirs}"));
        let raw = text.replace(Z, &format!("zoe.dupont@{mine}")).into_bytes();
        let got = judge(&signed(&raw, usual(theirs)), &format!("zoe.dupont@{mine}"), None, &keys).await;
        assert_eq!(got, Authentic::No(Why::SomebodyElse), "{theirs} for {mine}");
    }
}

#[tokio::test]
async fn only_our_own_border_is_believed() {
    let none = BTreeMap::new();
    let border = Some("mx.events.example");
    let ours = fixture("replies/authentication-results-of-our-border.eml");
    assert_eq!(judge(&ours, Z, border, &none).await, dkim("mail.example.be"));
    assert_eq!(judge(&ours, Z, None, &none).await, Authentic::No(Why::Unsigned));
    assert_eq!(judge(&ours, Z, Some("events.example"), &none).await, Authentic::No(Why::Unsigned));
    assert_eq!(judge(&ours, "jan@example.be", border, &none).await, Authentic::No(Why::SomebodyElse));
    // Somebody wrote our name below the header of another server.
    let forged = fixture("replies/forged-authentication-results.eml");
    assert_eq!(judge(&forged, Z, border, &none).await, Authentic::No(Why::Unsigned));
    let two = String::from_utf8(ours).unwrap().replacen("From: ", "From: x@evil.example\r\nFrom: ", 1);
    assert_eq!(judge(two.as_bytes(), Z, border, &none).await, Authentic::No(Why::NotOneSender));
}

struct Silent;

impl Keys for Silent {
    async fn txt(&self, _: &str) -> Result<Option<String>, String> {
        Err("no answer in 5 s".into())
    }
}

struct Counted(std::sync::atomic::AtomicUsize);

impl Keys for Counted {
    async fn txt(&self, name: &str) -> Result<Option<String>, String> {
        assert!(name.ends_with("example.be"), "only domains that may vouch are asked for: {name}");
        self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Ok(None)
    }
}

#[tokio::test]
async fn name_servers_are_asked_little_and_their_silence_is_no_answer() {
    let raw = signed(&unsigned(OUTLOOK), usual("example.be"));
    let got = judge(&raw, Z, None, &Silent).await;
    assert_eq!(got, Authentic::No(Why::NoAnswer));
    assert!(Why::NoAnswer.is_temporary() && !Why::Broken.is_temporary());
    let text = String::from_utf8(raw.clone()).unwrap();
    let header = &text[..text.find("\r\nReceived").unwrap() + 2];
    let many: String = (0..200)
        .map(|n| header.replace("s=s1", &format!("s=s{n}; r=y")).replace("d=example.be", if n % 2 == 0 { "d=example.be" } else { "d=evil.example" }))
        .collect();
    let counted = Counted(0.into());
    assert_eq!(judge(&[many.as_bytes(), &raw].concat(), Z, None, &counted).await, Authentic::No(Why::NoKey));
    assert_eq!(counted.0.into_inner(), 4);
}

#[test]
fn domains_belong_together_or_not() {
    for (signer, domain, expected) in [
        ("example.be", "example.be", true),
        ("mail.example.be", "example.be", true),
        ("example.be", "mail.example.be", true),
        ("gmail.com", "gmail.com", true),
        ("xn--mnchen-3ya.example", "xn--mnchen-3ya.example", true),
        ("google.com", "example.be", false),
        ("x.gmail.com", "gmail.com", false),
        ("fgov.be", "economie.fgov.be", false),
        ("co.uk", "example.co.uk", false),
        ("a.example.be", "b.example.be", false),
        ("be", "example.be", false),
        ("be", "be", false),
        ("notexample.be", "example.be", false),
        ("", "", false),
    ] {
        assert_eq!(belongs_to(signer, domain), expected, "{signer} for {domain}");
    }
}

proptest::proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(500), ..ProptestConfig::default() })]

    /// Nothing makes the check panic, and no change of a signed answer says something else in the person's name.
    #[test]
    fn a_changed_answer_is_not_authentic_or_says_the_same(changes in changes(), with_google in any::<bool>()) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let raw = unsigned(if with_google { GOOGLE } else { OUTLOOK });
        let headers = if with_google { &AS_GOOGLE[..] } else { &USUAL[..] };
        let honest = signed(&raw, As { headers, key: ed25519(), ..usual("example.be") });
        let keys = BTreeMap::from([("s1._domainkey.example.be".to_owned(), ed25519().txt_record)]);
        let forged = changed(honest.clone(), changes);
        if let Authentic::Yes(_) = runtime.block_on(judge(&forged, Z, Some("mx.events.example"), &keys)) {
            let (before, after) = (read(&honest, &ours()), read(&forged, &ours()));
            prop_assert!(!matches!(after.class, Class::Calendar(_)) || before.class == after.class, "{:?}", after.class);
        }
    }
}
