//! In place of the relying party of WebAuthn where the program was built without the feature `passkeys`: there is none.

/// Nobody.
#[derive(Clone, Debug)]
pub enum RelyingParty {}

/// What was found by an answer: never anything.
#[derive(Clone, Debug)]
pub struct Found {
    /// What authenticators know the user by.
    pub handle: [u8; 16],
    /// The credential, base64url.
    pub credential_id: String,
}

impl RelyingParty {
    /// None.
    pub fn of(_: &str, _: &str) -> Option<Self> {
        None
    }

    pub(super) fn begin_registration(&self, _: [u8; 16], _: &str, _: &[String]) -> Result<(String, String), String> {
        match *self {}
    }

    pub(super) fn finish_registration(&self, _: &str, _: &str) -> Result<(String, String), String> {
        match *self {}
    }

    pub(super) fn begin_sign_in(&self) -> Result<(String, String), String> {
        match *self {}
    }

    pub(super) fn identify(&self, _: &str) -> Result<Found, String> {
        match *self {}
    }

    pub(super) fn finish_sign_in(&self, _: &str, _: &str, _: &str) -> Result<String, String> {
        match *self {}
    }
}
