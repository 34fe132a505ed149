//! New keys that sign mails, as PEM text: of either algorithm, and of what size those are that exist. It must not know files, and it signs
//! nothing: the crate that finds the primes is trusted with no more than that (docs/decisions/0028-a-crate-that-makes-keys-and-signs-nothing.md).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mail_auth::common::crypto::DkimKey;
use ring::rand::SystemRandom;
use ring::signature::Ed25519KeyPair;
use rsa::pkcs1::DecodeRsaPublicKey;
use rsa::pkcs8::EncodePrivateKey;
use rsa::rand_core::{OsRng, RngCore};
use rsa::traits::PublicKeyParts;
use rsa::{RsaPrivateKey, RsaPublicKey};

use super::keys::{self, Algorithm, Key};

/// Sizes in which RSA keys are made: fewer bits are no longer good (RFC 8301), more are refused by what signs.
pub const RSA_BITS: [usize; 3] = [2048, 3072, 4096];

/// Why there is no new key.
#[derive(Debug, thiserror::Error)]
pub enum NewKeyFault {
    /// The system has none to give.
    #[error("the machine gives no random bytes")]
    Random,
    /// Not a size of [`RSA_BITS`], or what came out cannot sign.
    #[error("no RSA key of {bits} bits could be made: {reason}")]
    Rsa {
        /// How large it was to be.
        bits: usize,
        /// What is wrong.
        reason: String,
    },
}

/// A new Ed25519 key (PKCS#8).
pub fn ed25519() -> Result<String, NewKeyFault> {
    let made = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).map_err(|_| NewKeyFault::Random)?;
    Ok(pem(made.as_ref()))
}

/// A new RSA key (PKCS#8) of so many bits; 4096 take some seconds.
pub fn rsa(bits: usize) -> Result<String, NewKeyFault> {
    let fault = |reason: String| NewKeyFault::Rsa { bits, reason };
    if !RSA_BITS.contains(&bits) {
        return Err(fault(format!("use {}", RSA_BITS.map(|bits| bits.to_string()).join(", "))));
    }
    // The search for primes asks for more without a way to be told that there is none.
    OsRng.try_fill_bytes(&mut [0; 32]).map_err(|_| NewKeyFault::Random)?;
    let made = RsaPrivateKey::new(&mut OsRng, bits).map_err(|e| fault(e.to_string()))?;
    let text = pem(made.to_pkcs8_der().map_err(|e| fault(e.to_string()))?.as_bytes());
    // What will sign with it is stricter than what made it: a key that it refuses never becomes a file.
    keys::parse(text.as_bytes(), Algorithm::RsaSha256).map_err(fault)?;
    Ok(text)
}

/// How many bits an RSA key has; `None` for others.
pub fn rsa_bits(key: &Key) -> Option<usize> {
    let DkimKey::Rsa(private) = &key.private else { return None };
    Some(RsaPublicKey::from_pkcs1_der(&private.public_key()).ok()?.n().bits())
}

fn pem(der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let lines: Vec<&str> = text.as_bytes().chunks(64).filter_map(|line| std::str::from_utf8(line).ok()).collect();
    format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rsa_keys_have_the_size_that_was_asked_for_and_no_weaker_one() {
        for bits in [2048, 3072] {
            let text = rsa(bits).unwrap();
            assert_eq!(rsa_bits(&keys::parse(text.as_bytes(), Algorithm::RsaSha256).unwrap()), Some(bits));
            assert!(text.lines().all(|line| line.len() <= 64), "{bits}");
        }
        for bits in [0, 512, 1024, 2047, 8192] {
            assert!(matches!(rsa(bits), Err(NewKeyFault::Rsa { .. })), "{bits}");
        }
        assert_ne!(rsa(2048).unwrap(), rsa(2048).unwrap());
        let small = ed25519().unwrap();
        assert_eq!(rsa_bits(&keys::parse(small.as_bytes(), Algorithm::Ed25519Sha256).unwrap()), None);
    }
}
