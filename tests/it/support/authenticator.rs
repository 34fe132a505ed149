//! An authenticator of our own, which does as it is told: rightly, or as an attacker would.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};

/// The user was there.
pub const PRESENT: u8 = 0x01;
/// The user was verified.
pub const VERIFIED: u8 = 0x04;
const ATTESTED: u8 = 0x40;

/// A device with one credential.
pub struct Authenticator {
    key: EcdsaKeyPair,
    pub id: Vec<u8>,
    pub handle: Vec<u8>,
    pub counter: u32,
}

/// What is answered, and where it is said to be asked.
#[derive(Clone)]
pub struct Says {
    pub origin: String,
    pub party: String,
    pub kind: &'static str,
    pub flags: u8,
    pub challenge: Option<String>,
}

impl Says {
    /// The truth.
    pub fn truth(origin: &str) -> Self {
        Self { origin: origin.to_owned(), party: "localhost".into(), kind: "webauthn.get", flags: PRESENT | VERIFIED, challenge: None }
    }
}

impl Authenticator {
    /// A device whose credential has this name.
    pub fn new(id: &str) -> Self {
        let random = SystemRandom::new();
        let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).expect("a key");
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, key.as_ref(), &random).expect("a key");
        Self { key, id: id.as_bytes().to_vec(), handle: Vec::new(), counter: 1 }
    }

    /// Answers the question for a new credential, attestation `none`.
    pub fn create(&mut self, options: &Value, says: &Says) -> String {
        let asked = &options["publicKey"];
        self.handle = URL_SAFE_NO_PAD.decode(asked["user"]["id"].as_str().expect("a user")).expect("base64url");
        let client = client_data(asked, &Says { kind: if says.kind == "webauthn.get" { "webauthn.create" } else { says.kind }, ..says.clone() });
        let mut data = self.data(says, ATTESTED);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).expect("short").to_be_bytes());
        data.extend(&self.id);
        let point = self.key.public_key().as_ref();
        // COSE (RFC 9053): an elliptic curve key for ES256, with its two coordinates.
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(&point[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&point[33..65]);
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).expect("short"));
        object.extend(data);
        let response = json!({ "clientDataJSON": text(&client), "attestationObject": text(&object) });
        json!({ "id": text(&self.id), "rawId": text(&self.id), "type": "public-key", "response": response }).to_string()
    }

    /// Answers the question of a sign-in.
    pub fn get(&self, options: &Value, says: &Says) -> Value {
        let client = client_data(&options["publicKey"], says);
        let data = self.data(says, 0);
        let signed = [&data[..], digest(&SHA256, &client).as_ref()].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).expect("a signature");
        let response = json!({
            "clientDataJSON": text(&client), "authenticatorData": text(&data), "signature": text(signature.as_ref()), "userHandle": text(&self.handle),
        });
        json!({ "id": text(&self.id), "rawId": text(&self.id), "type": "public-key", "response": response })
    }

    fn data(&self, says: &Says, more: u8) -> Vec<u8> {
        let mut data = digest(&SHA256, says.party.as_bytes()).as_ref().to_vec();
        data.push(says.flags | more);
        data.extend(self.counter.to_be_bytes());
        data
    }
}

fn client_data(asked: &Value, says: &Says) -> Vec<u8> {
    let challenge = says.challenge.clone().unwrap_or_else(|| asked["challenge"].as_str().expect("a challenge").to_owned());
    json!({ "type": says.kind, "challenge": challenge, "origin": says.origin, "crossOrigin": false }).to_string().into_bytes()
}

/// As browsers write bytes.
pub fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
