//! Mail programs of people: answers to invitations as they send them, signed by the domain of their address or not.

use std::collections::BTreeMap;
use std::sync::Arc;

use quarterdeck::app::inbound::Border;
use quarterdeck::clock::Instant;
use quarterdeck::mail::dns::KeySource;
use quarterdeck::mail::inbound::Ours;
use quarterdeck::mail::keys::{self, Algorithm};
use quarterdeck::mail::sign::Signer;

/// Domain of the service in tests that make mails themselves.
pub const DOMAIN: &str = "quarterdeck.example";
/// Signs for the domains of people; a test key.
const KEY: &[u8] = include_bytes!("../../fixtures/mail/dkim-ed25519.pem");

/// How the service recognises its own, and the border it trusts.
pub fn border() -> Arc<Border> {
    let ours = Ours { from: format!("events@{DOMAIN}"), domain: DOMAIN.into() };
    Arc::new(Border { ours, authserv_id: Some("mx.quarterdeck.example".into()) })
}

fn signer(domain: &str) -> Signer {
    Signer::new(keys::parse(KEY, Algorithm::Ed25519Sha256).expect("a key"), "s1", domain)
}

/// The published keys of these domains.
pub fn keys_of(domains: &[&str]) -> Arc<KeySource> {
    let record = |domain: &&str| {
        let (name, record) = {
            let signer = signer(domain);
            let (name, record) = signer.dns_record();
            (name, record.to_owned())
        };
        (name, record)
    };
    Arc::new(KeySource::Fixed(domains.iter().map(record).collect::<BTreeMap<_, _>>()))
}

/// An answer to be sent.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Who answers; also From.
    pub from: String,
    /// ORGANIZER of the invitation.
    pub to: String,
    /// UID of the invitation.
    pub uid: String,
    /// `ACCEPTED`, `DECLINED` …
    pub partstat: &'static str,
    /// SEQUENCE of the invitation.
    pub sequence: i32,
    /// DTSTAMP.
    pub stamped: Instant,
    /// `REPLY`, `COUNTER`, `REFRESH`.
    pub method: &'static str,
    /// Message-ID's local part.
    pub id: String,
}

impl Reply {
    /// The mail, unsigned, as Outlook writes it: no ORGANIZER.
    pub fn mail(&self) -> Vec<u8> {
        let stamped = self.stamped.format("%Y%m%dT%H%M%SZ");
        let object = format!(
            "BEGIN:VCALENDAR\r\nPRODID:-//Test//EN\r\nVERSION:2.0\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nATTENDEE;PARTSTAT={partstat}:mailto:{from}\r\n\
             UID:{uid}\r\nSEQUENCE:{sequence}\r\nDTSTAMP:{stamped}\r\nDTSTART:20261210T080000Z\r\nSUMMARY:Re: meeting\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            method = self.method,
            partstat = self.partstat,
            from = self.from,
            uid = self.uid,
            sequence = self.sequence,
        );
        format!(
            "From: <{from}>\r\nTo: <{to}>\r\nSubject: Re: meeting\r\nDate: {date}\r\nMessage-ID: <{id}@{domain}>\r\nMIME-Version: 1.0\r\n\
             Content-Type: text/calendar; method={method}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{object}",
            from = self.from,
            to = self.to,
            date = self.stamped.format("%a, %d %b %Y %H:%M:%S +0000"),
            id = self.id,
            domain = self.from.rsplit('@').next().unwrap_or_default(),
            method = self.method,
        )
        .into_bytes()
    }

    /// The same, signed by the domain of its sender.
    pub fn signed(&self) -> Vec<u8> {
        signed_by(self.from.rsplit('@').next().unwrap_or_default(), self.mail(), self.stamped)
    }
}

/// A mail with a signature of this domain.
pub fn signed_by(domain: &str, mail: Vec<u8>, at: Instant) -> Vec<u8> {
    let mut signed = signer(domain).header(&mail, at).expect("a signature");
    signed.extend(mail);
    signed
}

/// A delivery report (RFC 3464).
pub fn report(to: &str, recipient: &str, action: &str, status: &str, said: &str) -> Vec<u8> {
    format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@haven.example\r\nTo: <{to}>\r\nSubject: Undelivered\r\nMessage-ID: <{status}-{action}-{recipient}-{len}@mx>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nIt failed.\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.haven.example\r\n\r\nFinal-Recipient: rfc822; {recipient}\r\n\
         Action: {action}\r\nStatus: {status}\r\nDiagnostic-Code: smtp; {said}\r\n\r\n--b--\r\n",
        len = to.len(),
    )
    .into_bytes()
}
