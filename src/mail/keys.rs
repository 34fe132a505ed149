//! The private keys mails are signed with: read from PEM files that nobody else can read, and what DNS must say of them.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mail_auth::common::crypto::{DkimKey, Ed25519Key, RsaKey, Sha256};
use serde::{Deserialize, Serialize};
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;

crate::word! {
    /// How a key signs.
    Algorithm {
        /// RSA, at least 2048 bits, verified everywhere (RFC 8301).
        RsaSha256 = "rsa-sha256",
        /// Ed25519, short and fast, not yet verified by everybody (RFC 8463); keep an RSA key beside it.
        Ed25519Sha256 = "ed25519-sha256",
    }
}

/// One entry of `mail.dkim`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyConfig {
    /// The name under `_domainkey` at which the public key stands.
    pub selector: String,
    /// How it signs.
    pub algorithm: Algorithm,
    /// PEM file, PKCS#8 (either algorithm) or PKCS#1 (RSA).
    pub key_file: PathBuf,
}

/// Why a key was refused.
#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    /// The file cannot be read.
    #[error("cannot read the signing key {path}: {source}")]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Others may read or change the file.
    #[error("the signing key {path} is open to others (mode {mode:o}); run: chmod 640 {path}")]
    Open {
        /// Which file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// Not a key of that algorithm.
    #[error("{path} is no {algorithm} key in PEM (PKCS#8, or PKCS#1 for RSA): {reason}")]
    Shape {
        /// Which file.
        path: PathBuf,
        /// What it should be.
        algorithm: Algorithm,
        /// What is wrong.
        reason: String,
    },
    /// Not usable as a DNS label.
    #[error("the selector \"{0}\" cannot stand in DNS; use letters, digits and hyphens")]
    Selector(String),
}

/// A key with the public half DNS publishes.
pub struct Key {
    /// Signs.
    pub private: DkimKey,
    /// Value of the TXT record at `<selector>._domainkey.<domain>` (RFC 6376 §3.6.1).
    pub txt_record: String,
}

/// Reads the key of one entry.
pub fn load(config: &KeyConfig) -> Result<Key, KeyFault> {
    check_selector(&config.selector)?;
    let path = &config.key_file;
    refuse_open(path)?;
    let pem = std::fs::read(path).map_err(|source| KeyFault::Read { path: path.clone(), source })?;
    parse(&pem, config.algorithm).map_err(|reason| KeyFault::Shape { path: path.clone(), algorithm: config.algorithm, reason })
}

/// Refuses a selector that cannot stand in DNS.
pub fn check_selector(selector: &str) -> Result<(), KeyFault> {
    let is_label = |s: &str| !s.is_empty() && s.len() <= 63 && s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if selector.split('.').all(is_label) { Ok(()) } else { Err(KeyFault::Selector(selector.chars().take(80).collect())) }
}

/// Reads a key from PEM text.
pub fn parse(pem: &[u8], algorithm: Algorithm) -> Result<Key, String> {
    let der = PrivateKeyDer::from_pem_slice(pem).map_err(|e| e.to_string())?;
    match (algorithm, der) {
        (Algorithm::RsaSha256, der) => {
            let key = RsaKey::<Sha256>::from_key_der(der).map_err(|e| e.to_string())?;
            let txt_record = format!("v=DKIM1; k=rsa; p={}", STANDARD.encode(rsa_public_key_info(&key.public_key())));
            Ok(Key { private: DkimKey::Rsa(key), txt_record })
        }
        (Algorithm::Ed25519Sha256, PrivateKeyDer::Pkcs8(der)) => {
            // openssl writes the old form without the public half.
            let key = Ed25519Key::from_pkcs8_maybe_unchecked_der(der.secret_pkcs8_der()).map_err(|e| e.to_string())?;
            let txt_record = format!("v=DKIM1; k=ed25519; p={}", STANDARD.encode(key.public_key()));
            Ok(Key { private: DkimKey::Ed25519(key), txt_record })
        }
        (Algorithm::Ed25519Sha256, _) => Err("an Ed25519 key comes as PKCS#8".into()),
    }
}

/// Wraps an RSA public key as SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), the form every verifier reads.
fn rsa_public_key_info(key: &[u8]) -> Vec<u8> {
    const RSA_ENCRYPTION: &[u8] = &[0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];
    let bits = der_element(0x03, &[&[0], key].concat());
    der_element(0x30, &[RSA_ENCRYPTION, &bits].concat())
}

fn der_element(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let significant = &length[length.iter().position(|b| *b != 0).unwrap_or(length.len() - 1)..];
    let mut out = vec![tag];
    if content.len() >= 128 {
        out.push(0x80 | significant.len() as u8);
    }
    out.extend_from_slice(significant);
    out.extend_from_slice(content);
    out
}

#[cfg(unix)]
fn refuse_open(path: &Path) -> Result<(), KeyFault> {
    use std::os::unix::fs::PermissionsExt;
    let metadata = std::fs::metadata(path).map_err(|source| KeyFault::Read { path: path.to_owned(), source })?;
    let mode = metadata.permissions().mode() & 0o777;
    // Nothing for others, and no writing for the group: root:quarterdeck 0640 is the usual way to hand a key over.
    if mode & 0o027 != 0 { Err(KeyFault::Open { path: path.to_owned(), mode }) } else { Ok(()) }
}

#[cfg(not(unix))]
fn refuse_open(_: &Path) -> Result<(), KeyFault> {
    Ok(())
}
