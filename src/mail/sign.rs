//! DKIM signatures (RFC 6376) over the bytes that really go out: one header per key, put before the message.
//!
//! `mail-auth` canonicalises, hashes and signs; the signature's time is the mail's own, so that the same mail is always
//! signed with the same bytes.

use mail_auth::common::crypto::{DkimKey, SigningKey};
use mail_auth::common::headers::{HeaderStream, Writable, Writer};
use mail_auth::dkim::canonicalize::CanonicalHeaders;
use mail_auth::dkim::{Canonicalization, DkimSigner, Done, Signature};

use super::MailError;
use super::keys::{self, KeyConfig, KeyFault};
use crate::clock::Instant;

/// The signed headers. From stands twice: a second From added on the way breaks the signature (RFC 6376 §5.4.2).
const SIGNED: [&str; 16] = [
    "From",
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Reply-To",
    "MIME-Version",
    "Content-Type",
    "Auto-Submitted",
    "Content-Language",
    "Feedback-ID",
    "X-Quarterdeck-Mail",
    "X-Auto-Response-Suppress",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
];

/// Signs for one domain with one key.
pub struct Signer {
    selector: String,
    txt_record: String,
    inner: DkimSigner<DkimKey, Done>,
}

impl Signer {
    /// Reads the key of one `mail.dkim` entry.
    pub fn load(config: &KeyConfig, domain: &str) -> Result<Self, KeyFault> {
        Ok(Self::new(keys::load(config)?, &config.selector, domain))
    }

    /// Signs with `key` as `selector._domainkey.domain`, relaxed/relaxed, without `l=`.
    pub fn new(key: keys::Key, selector: &str, domain: &str) -> Self {
        let inner = DkimSigner::from_key(key.private)
            .domain(domain)
            .selector(selector)
            .headers(SIGNED)
            .header_canonicalization(Canonicalization::Relaxed)
            .body_canonicalization(Canonicalization::Relaxed);
        Self { selector: selector.to_owned(), txt_record: key.txt_record, inner }
    }

    /// Where the public key has to stand in DNS, and what has to stand there.
    pub fn dns_record(&self) -> (String, &str) {
        (format!("{}._domainkey.{}", self.selector, self.inner.template.d), &self.txt_record)
    }

    /// The signature of a message as a header line with its line break; `at` becomes `t=`.
    pub fn header(&self, message: &[u8], at: Instant) -> Result<Vec<u8>, MailError> {
        let (_, headers, names, body) = self.inner.template.canonicalize(Fields::of(message));
        let mut signature = self.inner.template.clone();
        signature.bh = self.inner.key.hash(body).as_ref().to_vec();
        signature.t = u64::try_from(at.timestamp()).unwrap_or(0);
        signature.h = names;
        signature.b = self
            .inner
            .key
            .sign(Signable { headers, signature: &signature })
            .map_err(|e| MailError::Sign { selector: self.selector.clone(), reason: e.to_string() })?;
        let mut line = Vec::with_capacity(700);
        signature.write(&mut line, true);
        Ok(line)
    }
}

/// Puts every signer's header before the message; each signs the message without the others' signatures.
pub fn sign(signers: &[Signer], message: Vec<u8>, at: Instant) -> Result<Vec<u8>, MailError> {
    let mut signed = Vec::with_capacity(message.len() + signers.len() * 700);
    for signer in signers {
        signed.extend(signer.header(&message, at)?);
    }
    signed.extend(message);
    Ok(signed)
}

/// The header fields of one of our messages, each with its folded lines, and the body.
struct Fields<'x> {
    head: &'x [u8],
    body: &'x [u8],
}

impl<'x> Fields<'x> {
    fn of(message: &'x [u8]) -> Self {
        let end = message.windows(4).position(|w| w == b"\r\n\r\n").unwrap_or(message.len());
        let (head, rest) = message.split_at((end + 2).min(message.len()));
        Self { head, body: rest.strip_prefix(b"\r\n").unwrap_or(rest) }
    }
}

impl<'x> HeaderStream<'x> for Fields<'x> {
    fn next_header(&mut self) -> Option<(&'x [u8], &'x [u8])> {
        let colon = self.head.iter().position(|b| *b == b':')?;
        let ends = |w: &[u8]| w[0] == b'\n' && w[1] != b' ' && w[1] != b'\t';
        let end = self.head.windows(2).position(ends).map_or(self.head.len(), |at| at + 1);
        let (field, rest) = self.head.split_at(end);
        self.head = rest;
        Some((&field[..colon], &field[colon + 1..]))
    }

    fn body(&mut self) -> &'x [u8] {
        self.body
    }
}

/// What a signature covers: the canonical headers, then the signature itself without its value (RFC 6376 §3.7).
struct Signable<'a> {
    headers: CanonicalHeaders<'a>,
    signature: &'a Signature,
}

impl Writable for Signable<'_> {
    fn write(self, writer: &mut impl Writer) {
        self.headers.write(writer);
        self.signature.write(writer, false);
    }
}

#[cfg(test)]
pub(in crate::mail) mod tests {
    use super::*;
    use crate::mail::keys::Algorithm;

    /// Keys that sign nothing but test mails.
    pub const RSA_PKCS1: &str = include_str!("../../tests/fixtures/mail/dkim-rsa-pkcs1.pem");
    pub const RSA_PKCS8: &str = include_str!("../../tests/fixtures/mail/dkim-rsa-pkcs8.pem");
    pub const ED25519: &str = include_str!("../../tests/fixtures/mail/dkim-ed25519.pem");

    pub fn signers(domain: &str) -> Vec<Signer> {
        vec![
            Signer::new(keys::parse(RSA_PKCS8.as_bytes(), Algorithm::RsaSha256).unwrap(), "rsa2026", domain),
            Signer::new(keys::parse(ED25519.as_bytes(), Algorithm::Ed25519Sha256).unwrap(), "ed2026", domain),
        ]
    }

    #[test]
    fn both_pem_forms_are_read_and_wrong_ones_refused() {
        let pkcs1 = keys::parse(RSA_PKCS1.as_bytes(), Algorithm::RsaSha256).unwrap();
        let pkcs8 = keys::parse(RSA_PKCS8.as_bytes(), Algorithm::RsaSha256).unwrap();
        assert_eq!(pkcs1.txt_record, pkcs8.txt_record);
        assert!(pkcs1.txt_record.starts_with("v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"), "{}", pkcs1.txt_record);
        assert!(keys::parse(ED25519.as_bytes(), Algorithm::RsaSha256).is_err());
        assert!(keys::parse(RSA_PKCS1.as_bytes(), Algorithm::Ed25519Sha256).is_err());
        assert!(keys::parse(b"not a key", Algorithm::RsaSha256).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn keys_others_can_read_are_refused() {
        use std::os::unix::fs::PermissionsExt;
        let path = std::env::temp_dir().join(format!("quarterdeck-key-{}.pem", std::process::id()));
        std::fs::write(&path, ED25519).unwrap();
        let config = KeyConfig { selector: "s1".into(), algorithm: Algorithm::Ed25519Sha256, key_file: path.clone() };
        for (mode, ok) in [(0o600, true), (0o640, true), (0o644, false), (0o660, false), (0o601, false)] {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
            let got = keys::load(&config);
            assert_eq!(got.is_ok(), ok, "{mode:o}");
            assert!(ok || matches!(got, Err(KeyFault::Open { .. })), "{mode:o}");
        }
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        let bad = KeyConfig { selector: "s 1; p=x".into(), ..config };
        assert!(matches!(keys::load(&bad), Err(KeyFault::Selector(_))));
        std::fs::remove_file(&path).unwrap();
    }

    #[test]
    fn the_same_mail_is_signed_with_the_same_bytes() {
        let message = b"From: a@example.be\r\nTo: b@example.be\r\nSubject: x\r\nDate: Fri, 20 Nov 2026 09:00:00 +0000\r\n\r\nHello\r\n".to_vec();
        let at = "2026-11-20T09:00:00Z".parse().unwrap();
        let once = sign(&signers("example.be"), message.clone(), at).unwrap();
        let twice = sign(&signers("example.be"), message.clone(), at).unwrap();
        assert_eq!(once, twice);
        let text = String::from_utf8(once).unwrap();
        assert_eq!(text.matches("DKIM-Signature: ").count(), 2);
        assert_eq!(text.matches("t=1795165200").count(), 2, "{text}");
        assert!(text.to_lowercase().matches(":from").count() >= 2, "From is signed once more than it stands: {text}");
        assert!(text.lines().all(|l| l.len() <= 100), "{text}");
        assert!(text.ends_with(std::str::from_utf8(&message).unwrap()));
    }
}
