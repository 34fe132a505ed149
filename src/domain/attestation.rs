//! Attestations of presence: what one says, for how long somebody was there by it, and the words that are signed. It must not know keys,
//! where attestations are kept, or how they look on paper.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use super::attendance::{Finding, Proof, ProofSource, Weight};
use super::language::Language;
use super::mode::Mode;
use crate::clock::Instant;

/// Where the public key is, with which signatures are checked: below the base URL.
pub const KEY_PATH: &str = "/attestations/key.pem";

/// Time is attested in quarters of an hour, as far as they are full.
const STEP_MINUTES: i64 = 15;

/// What an attestation says. Signed as it is: a field that is added makes older signatures no less valid, one that is renamed does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its number, to be quoted.
    pub number: String,
    /// Who attests: the authority, in the attestation's language.
    pub provider: String,
    /// Whose presence.
    pub name: String,
    /// The event's title in the attestation's language; `None` where the event is confidential.
    pub title: Option<String>,
    /// Its begin.
    pub from: Instant,
    /// Its end.
    pub to: Instant,
    /// How they were there.
    pub attended: Mode,
    /// For how long, in minutes.
    pub minutes: i64,
    /// The language in which it is issued.
    pub language: Language,
    /// When it was issued.
    pub issued: Instant,
}

/// The heading of a signed statement (RFC 7515 §4, RFC 8037 §3.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Heading {
    alg: String,
    kid: String,
}

impl Statement {
    /// The words to be signed by the key of this name: the first two parts of a JSON Web Signature (RFC 7515 §5.1), so that many programs
    /// can check it. A third part, the signature, makes it whole.
    ///
    /// # Errors
    /// When it cannot be written as JSON, which no value of these fields makes happen.
    pub fn words(&self, key_name: &str) -> Result<String, serde_json::Error> {
        let heading = serde_json::to_vec(&Heading { alg: "EdDSA".into(), kid: key_name.to_owned() })?;
        let body = serde_json::to_vec(self)?;
        Ok(format!("{}.{}", URL_SAFE_NO_PAD.encode(heading), URL_SAFE_NO_PAD.encode(body)))
    }

    /// What a signed statement says; whether the signature is right is not looked at. `None` for what is none.
    pub fn read(signed: &str) -> Option<Self> {
        let mut parts = signed.split('.');
        let (_, body, _) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(body).ok()?).ok()
    }
}

/// How somebody was there, and for how many minutes, from the proofs of it and what they come to; the one place of that rule.
///
/// Who was seen at the door, or of whom staff says that they were there, was there for the whole event, as was whoever used the link when
/// nothing more is known. Where a meeting service recorded minutes that are enough, these count. Either way full quarters of an hour; of less
/// than one the minutes, one at least, so that nobody was there for nothing.
pub fn attended(proofs: &[Proof], finding: &Finding, registered: Mode, starts_at: Instant, ends_at: Instant) -> (Mode, i64) {
    let counts = |source: ProofSource| proofs.iter().zip(&finding.weights).any(|(proof, weight)| proof.source == source && *weight == Weight::Counts);
    let whole = (ends_at - starts_at).num_minutes();
    let is_timed = proofs.iter().zip(&finding.weights).any(|(proof, weight)| proof.left_at.is_some() && *weight == Weight::Counts);
    let recorded = finding.minutes.filter(|_| is_timed).map(|(minutes, _)| minutes.clamp(1, whole.max(1)));
    let (mode, minutes) = match recorded {
        _ if counts(ProofSource::Door) => (Mode::OnSite, whole),
        _ if counts(ProofSource::Hand) => (registered, whole),
        Some(minutes) => (Mode::Online, minutes),
        None if counts(ProofSource::Link) => (Mode::Online, whole),
        None => (registered, whole),
    };
    (mode, if minutes < STEP_MINUTES { minutes } else { minutes - minutes % STEP_MINUTES })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::merge;

    fn at(minute: i64) -> Instant {
        chrono::DateTime::from_timestamp(1_800_000_000 + minute * 60, 0).expect("a moment")
    }

    fn proof(source: ProofSource, left: Option<i64>) -> Proof {
        Proof { source, denies: false, at: at(0), left_at: left.map(at), share: Some(1), at_most: None, stands: true }
    }

    #[test]
    fn time_is_attested_as_it_was_proven_in_full_quarters() {
        use ProofSource::{Door, Hand, Link, Report};
        let cases = [
            (vec![proof(Door, None)], Mode::OnSite, (Mode::OnSite, 165)),
            (vec![proof(Door, None), proof(Report, Some(40))], Mode::Online, (Mode::OnSite, 165)),
            (vec![proof(Report, Some(104))], Mode::Online, (Mode::Online, 90)),
            (vec![proof(Report, Some(105))], Mode::OnSite, (Mode::Online, 105)),
            (vec![proof(Report, Some(14))], Mode::Online, (Mode::Online, 14)),
            (vec![proof(Report, Some(900))], Mode::Online, (Mode::Online, 165)),
            (vec![proof(Link, None)], Mode::OnSite, (Mode::Online, 165)),
            (vec![proof(Link, None), proof(Report, Some(31))], Mode::Online, (Mode::Online, 30)),
            (vec![proof(Hand, None), proof(Report, Some(31))], Mode::Online, (Mode::Online, 165)),
            (vec![proof(Report, None)], Mode::Online, (Mode::Online, 165)),
            // A file of the rehearsal, in which nobody was inside the event.
            (vec![proof(Report, None), proof(Report, Some(-5))], Mode::Online, (Mode::Online, 165)),
        ];
        for (proofs, registered, expected) in cases {
            let finding = merge(&proofs, at(0), at(170));
            assert!(finding.present);
            assert_eq!(attended(&proofs, &finding, registered, at(0), at(170)), expected, "{proofs:?}");
        }
        let taken_back = [Proof { stands: false, ..proof(Door, None) }, proof(Report, Some(60))];
        assert_eq!(attended(&taken_back, &merge(&taken_back, at(0), at(170)), Mode::OnSite, at(0), at(170)), (Mode::Online, 60));
    }

    #[test]
    fn what_was_signed_is_read_again() {
        let statement = Statement {
            number: "K7QX-2M9P-4RTB".into(),
            provider: "Centre for Cybersecurity Belgium".into(),
            name: "Zoë \u{202e}Дупон 张伟".into(),
            title: None,
            from: at(0),
            to: at(170),
            attended: Mode::Online,
            minutes: 165,
            language: Language::En,
            issued: at(3000),
        };
        let words = statement.words("key").unwrap();
        assert!(words.is_ascii() && words.split('.').count() == 2);
        assert_eq!(Statement::read(&format!("{words}.signature")), Some(statement));
        for nothing in ["", "a.b.c", &words, &format!("{words}.x.y"), "..", "e30.e30.x"] {
            assert_eq!(Statement::read(nothing), None, "{nothing}");
        }
    }
}
