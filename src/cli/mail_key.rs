//! `mail key`: makes a key that signs mails, and says what must stand in DNS and in the configuration.

use std::io::Write;
use std::path::Path;

use super::Failure;
use super::shape::Key;
use crate::config::Config;
use crate::files;
use crate::mail::Sender;
use crate::mail::keys::{self, Algorithm, KeyConfig};
use crate::mail::new_key;
use crate::mail::sign::Signer;

/// Octets of one text in a TXT record (RFC 1035 §3.3.14).
const TEXT: usize = 255;

/// What an RSA key has unless told otherwise: every receiver takes it.
const USUAL_BITS: usize = 2048;

/// Makes the key unless the file is there, which is never written to; prints the record for a zone file.
pub fn run(config: &Config, asked: Key) -> Result<(), Failure> {
    let Key { selector, algorithm, bits, file } = asked;
    let sender = Sender::parse(&config.mail.from, &config.mail.domain, &config.server.base_url)?;
    // Before anything is made: a key under a wrong name would have to be taken away again.
    keys::check_selector(&selector)?;
    if bits.is_some() && algorithm != Algorithm::RsaSha256 {
        return Err(Failure::new("--bits is for RSA keys; an Ed25519 key has one size"));
    }
    let kept = file.exists();
    if !kept {
        write(&file, &make(algorithm, bits.unwrap_or(USUAL_BITS))?)?;
    }
    let key = keys::load(&KeyConfig { selector: selector.clone(), algorithm, key_file: file.clone() })?;
    if let (Some(asked), Some(has)) = (bits, new_key::rsa_bits(&key))
        && asked != has
    {
        let path = file.display();
        return Err(Failure::new(format!("{path} is there with a key of {has} bits and stays as it is; name another file for one of {asked}")));
    }
    let signer = Signer::new(key, &selector, &sender.domain);
    let (name, value) = signer.dns_record();
    println!("{}", zone_line(&name, value));
    if kept {
        eprintln!("{} was there and stays as it is; this is its record.", file.display());
    }
    eprintln!("Publish the record, see it in `quarterdeck check`, and only then sign with it, in the list mail.dkim:");
    eprintln!("{{ selector = \"{selector}\", algorithm = \"{}\", key_file = {} }}", algorithm.code(), toml_text(&file));
    if algorithm == Algorithm::Ed25519Sha256 {
        eprintln!("Not everybody verifies Ed25519 yet: keep an RSA key beside it.");
    }
    Ok(())
}

fn make(algorithm: Algorithm, bits: usize) -> Result<String, Failure> {
    match algorithm {
        Algorithm::Ed25519Sha256 => Ok(new_key::ed25519()?),
        Algorithm::RsaSha256 => {
            eprintln!("Making an RSA key of {bits} bits.");
            Ok(new_key::rsa(bits)?)
        }
    }
}

fn write(file: &Path, pem: &str) -> Result<(), Failure> {
    let cannot = |e: std::io::Error| Failure::new(format!("cannot make {}: {e}", file.display()));
    let mut key = files::private().create_new(true).open(file).map_err(cannot)?;
    key.write_all(pem.as_bytes()).and_then(|()| key.sync_all()).map_err(|e| {
        // Half a key would be kept as if somebody had put it there.
        let _ = std::fs::remove_file(file);
        cannot(e)
    })
}

fn toml_text(file: &Path) -> String {
    serde_json::Value::from(file.display().to_string()).to_string()
}

/// A record as a zone file has it; what is too long for one text is cut, and receivers put it together again.
fn zone_line(name: &str, value: &str) -> String {
    let texts: Vec<String> = split(value, TEXT).iter().map(|text| format!("\"{text}\"")).collect();
    match texts.as_slice() {
        [one] => format!("{name}. IN TXT {one}"),
        many => format!("{name}. IN TXT ( {} )", many.join(" ")),
    }
}

/// Pieces of at most so many octets; the text is ASCII.
fn split(text: &str, most: usize) -> Vec<&str> {
    text.as_bytes().chunks(most).filter_map(|piece| std::str::from_utf8(piece).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_records_are_cut_into_texts() {
        assert_eq!(zone_line("a._domainkey.example.be", "v=DKIM1; p=abc"), "a._domainkey.example.be. IN TXT \"v=DKIM1; p=abc\"");
        let long = format!("v=DKIM1; p={}", "x".repeat(400));
        let line = zone_line("a", &long);
        let texts: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
        assert_eq!((texts.len(), texts.concat()), (2, long));
        assert!(line.starts_with("a. IN TXT ( \"") && line.ends_with("\" )") && texts.iter().all(|text| text.len() <= TEXT), "{line}");
    }
}
