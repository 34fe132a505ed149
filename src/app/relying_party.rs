//! The relying party of WebAuthn: asks authenticators and checks their answers, with the library `webauthn-rs`. Texts in, texts
//! out. Must not know where anything is stored, nor who asks.
//!
//! The library checks the origin, the relying party's hash, the challenge, the signature (ES256, RS256), that the user was verified,
//! and that the counter does not fall. Only attestation `none` is asked for: whose make a key is does not matter here.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use url::{Host, Url};
use webauthn_rs::prelude::*;

/// The relying party at our address.
#[derive(Clone, Debug)]
pub struct RelyingParty(Webauthn);

/// What was found by an answer, before it is checked.
#[derive(Clone, Debug)]
pub struct Found {
    /// What authenticators know the user by.
    pub handle: [u8; 16],
    /// The credential, base64url.
    pub credential_id: String,
}

impl RelyingParty {
    /// The one of this address, whose links start there. `None` where browsers know no passkeys: at a bare IP address, and over plain
    /// http but for `localhost`.
    pub fn of(base_url: &str, name: &str) -> Option<Self> {
        let origin = Url::parse(base_url).ok()?;
        let Some(Host::Domain(domain)) = origin.host() else { return None };
        if origin.scheme() != "https" && domain != "localhost" {
            return None;
        }
        let built = WebauthnBuilder::new(domain, &origin).and_then(|builder| builder.rp_name(name).build());
        built.inspect_err(|why| tracing::error!(%why, "passkeys cannot be offered")).ok().map(Self)
    }

    /// What to ask a browser that makes a passkey, and what to keep until it answers. Known credentials are not made again.
    pub(super) fn begin_registration(&self, handle: [u8; 16], email: &str, known: &[String]) -> Result<(String, String), String> {
        let known = known.iter().filter_map(|id| URL_SAFE_NO_PAD.decode(id).ok()).collect();
        let (asked, state) = self.0.start_passkey_registration(Uuid::from_bytes(handle), email, email, Some(known)).map_err(said)?;
        // Signing in asks for no address: the authenticator must know the credential by itself.
        let mut asked = serde_json::to_value(&asked).map_err(|why| why.to_string())?;
        let wishes = &mut asked["publicKey"]["authenticatorSelection"];
        (wishes["residentKey"], wishes["requireResidentKey"]) = ("required".into(), true.into());
        Ok((asked.to_string(), json(&state)?))
    }

    /// Checks what a browser made: the credential's identity, and the credential to store.
    pub(super) fn finish_registration(&self, answer: &str, state: &str) -> Result<(String, String), String> {
        let answer: RegisterPublicKeyCredential = read(answer)?;
        let passkey = self.0.finish_passkey_registration(&answer, &read(state)?).map_err(said)?;
        Ok((URL_SAFE_NO_PAD.encode(passkey.cred_id()), json(&passkey)?))
    }

    /// What to ask a browser that signs somebody in, whoever it is, and what to keep until it answers.
    pub(super) fn begin_sign_in(&self) -> Result<(String, String), String> {
        let (mut asked, state) = self.0.start_discoverable_authentication().map_err(said)?;
        // At the press of a button, not beside a field.
        asked.mediation = None;
        Ok((json(&asked)?, json(&state)?))
    }

    /// Whose credential answers, as it says itself.
    pub(super) fn identify(&self, answer: &str) -> Result<Found, String> {
        let answer: PublicKeyCredential = read(answer)?;
        let (handle, credential) = self.0.identify_discoverable_authentication(&answer).map_err(said)?;
        Ok(Found { handle: handle.into_bytes(), credential_id: URL_SAFE_NO_PAD.encode(credential) })
    }

    /// Checks the answer against the stored credential; the credential as it is to be stored from now on.
    pub(super) fn finish_sign_in(&self, answer: &str, state: &str, credential: &str) -> Result<String, String> {
        let answer: PublicKeyCredential = read(answer)?;
        let mut passkey: Passkey = read(credential)?;
        let result = self.0.finish_discoverable_authentication_v2(&answer, read(state)?, &passkey).map_err(said)?;
        if !result.user_verified() {
            return Err("the user was not verified".into());
        }
        passkey.update_credential(&result).ok_or("the result is of another credential")?;
        json(&passkey)
    }
}

fn said(why: WebauthnError) -> String {
    why.to_string()
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|why| why.to_string())
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, String> {
    serde_json::to_string(value).map_err(|why| why.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_offered_where_browsers_know_them() {
        for (address, offered) in [
            ("https://briefings.ccb.example.be", true),
            ("http://localhost:8080", true),
            ("http://127.0.0.1:8080", false),
            ("https://192.0.2.1", false),
            ("http://briefings.ccb.example.be", false),
            ("nonsense", false),
        ] {
            assert_eq!(RelyingParty::of(address, "Quarterdeck").is_some(), offered, "{address}");
        }
    }

    #[test]
    fn a_passkey_is_asked_for_that_verifies_its_user_and_is_found_without_an_address() {
        let party = RelyingParty::of("https://briefings.ccb.example.be", "Quarterdeck").unwrap();
        let (asked, _) = party.begin_registration([7; 16], "an@ccb.example.be", &["AAAA".into()]).unwrap();
        let asked: serde_json::Value = serde_json::from_str(&asked).unwrap();
        let key = &asked["publicKey"];
        assert_eq!((&key["attestation"], &key["rp"]["id"]), (&"none".into(), &"briefings.ccb.example.be".into()));
        let wishes = &key["authenticatorSelection"];
        assert_eq!((&wishes["residentKey"], &wishes["userVerification"]), (&"required".into(), &"required".into()));
        assert_eq!(key["excludeCredentials"][0]["id"], "AAAA");
        let asked: serde_json::Value = serde_json::from_str(&party.begin_sign_in().unwrap().0).unwrap();
        assert_eq!((&asked["publicKey"]["userVerification"], &asked["publicKey"]["allowCredentials"]), (&"required".into(), &serde_json::json!([])));
    }
}
