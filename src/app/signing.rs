//! Signatures that anybody can check who has the public half of the service's key (Ed25519, RFC 8032). The key is derived from the server's
//! secret: every process has the same, and none is stored.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::digest;
use ring::signature::{ED25519, KeyPair, UnparsedPublicKey};

use super::secrets::Secrets;

/// What stands before the 32 octets of a public Ed25519 key in its standard form (RFC 8410).
const SPKI: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

impl Secrets {
    /// Signs these words: 64 octets, base64url.
    pub fn sign(&self, words: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.signer.sign(words.as_bytes()))
    }

    /// The detached signature of a file: 64 octets.
    pub fn sign_file(&self, file: &[u8]) -> [u8; 64] {
        let signature = self.signer.sign(file);
        // Ed25519 signatures are never of another length (RFC 8032 §5.1.6).
        std::array::from_fn(|at| signature.as_ref().get(at).copied().unwrap_or_default())
    }

    /// The public half: 32 octets, base64url.
    pub fn public_key(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.signer.public_key())
    }

    /// What the key is known by: the first half of a digest of its public half, hexadecimal.
    pub fn key_name(&self) -> String {
        let whole = digest::digest(&digest::SHA256, self.signer.public_key().as_ref());
        whole.as_ref().iter().take(8).map(|octet| format!("{octet:02x}")).collect()
    }

    /// The public half as other programs read it.
    pub fn public_key_pem(&self) -> String {
        let whole = [SPKI.as_slice(), self.signer.public_key().as_ref()].concat();
        format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", STANDARD.encode(whole))
    }
}

/// Whether the owner of a key signed these words.
pub fn is_signed(key: &str, words: &str, signature: &str) -> bool {
    let [key, signature] = [key, signature].map(|text| URL_SAFE_NO_PAD.decode(text).unwrap_or_default());
    UnparsedPublicKey::new(&ED25519, key).verify(words.as_bytes(), &signature).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_the_public_half_checks_what_was_signed() {
        let [ours, theirs] = [7, 8].map(|byte| Secrets::new(&[byte; 32]).unwrap());
        let (key, signature) = (ours.public_key(), ours.sign("figures"));
        assert!(is_signed(&key, "figures", &signature));
        assert_eq!(signature, Secrets::new(&[7; 32]).unwrap().sign("figures"), "every process signs alike");
        for (key, words, signature) in [(&key, "figure", &signature), (&theirs.public_key(), "figures", &signature), (&key, "figures", &key)] {
            assert!(!is_signed(key, words, signature));
        }
        assert!(!is_signed("", "figures", "") && !is_signed("?", "figures", "?"));
        assert_eq!(ours.public_key_pem().lines().nth(1).map(str::len), Some(60));
    }
}
