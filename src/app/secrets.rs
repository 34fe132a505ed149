//! The server's secret and everything derived from it: page tokens, form tokens, sealed receipts.
//!
//! Tokens that later mails must repeat are derived by a keyed MAC, so that the database alone opens nothing; random ones
//! are stored as their SHA-256 (ASVS 6.5.2, 11.5.1).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::Ed25519KeyPair;
use ring::{digest, hmac};

use super::{Actor, AppError};
use crate::clock::Instant;
use crate::db::DbError;
use crate::domain::ids::{BatchId, ChangeId, EventId, InvitationId, OfferId, PersonId, ProposalId, QuestionId, Reference, RegistrationId, UserId};
use crate::domain::mail_tag::{SEAL, Tag};
use crate::domain::pass::Code;

/// The secret in its uses.
pub struct Secrets {
    mac: hmac::Key,
    pass: hmac::Key,
    seal: LessSafeKey,
    random: SystemRandom,
    /// Signs what must be checked without the secret.
    pub(super) signer: Ed25519KeyPair,
}

/// How long a form may lie open before it must be loaded anew, in hours.
pub const FORM_HOURS: i64 = 24;

impl Secrets {
    /// Derives all keys from the server's secret, which must have at least 32 bytes.
    pub fn new(secret: &[u8]) -> Result<Self, AppError> {
        if secret.len() < 32 {
            return Err(AppError::Invalid { field: "server.secret_file", why: "the secret must have at least 32 bytes".into() });
        }
        let root = hmac::Key::new(hmac::HMAC_SHA256, secret);
        let seal_key = hmac::sign(&root, b"quarterdeck seal key");
        let mac_key = hmac::sign(&root, b"quarterdeck mac key");
        let pass_key = hmac::sign(&root, b"quarterdeck pass key");
        let seal = UnboundKey::new(&CHACHA20_POLY1305, seal_key.as_ref()).map_err(|_| fault("seal key"))?;
        let seed = hmac::sign(&root, b"quarterdeck signing key");
        let signer = Ed25519KeyPair::from_seed_unchecked(seed.as_ref()).map_err(|_| fault("signing key"))?;
        let key = |derived: hmac::Tag| hmac::Key::new(hmac::HMAC_SHA256, derived.as_ref());
        Ok(Self { mac: key(mac_key), pass: key(pass_key), seal: LessSafeKey::new(seal), random: SystemRandom::new(), signer })
    }

    /// 32 random bytes.
    pub fn random(&self) -> Result<[u8; 32], AppError> {
        let mut bytes = [0; 32];
        self.random.fill(&mut bytes).map_err(|_| fault("no randomness"))?;
        Ok(bytes)
    }

    /// A random token of 256 bits, base64url.
    pub fn random_token(&self) -> Result<String, AppError> {
        Ok(URL_SAFE_NO_PAD.encode(self.random()?))
    }

    /// A fresh public reference.
    pub fn reference(&self) -> Result<Reference, AppError> {
        Ok(Reference::from_random(self.random()?))
    }

    /// The token of a registration's personal page.
    pub fn page_token(&self, reference: &Reference) -> String {
        self.derive("registration-page", reference.as_str())
    }

    /// The code of a registration's pass: by a key of its own, because it is shown to strangers with a scanner and is short.
    pub fn pass(&self, reference: &Reference) -> Code {
        let mac = hmac::sign(&self.pass, reference.as_str().as_bytes());
        Code::of_bits(std::array::from_fn(|at| mac.as_ref()[at]))
    }

    /// What a device is given with the names of an event: by it staff shows that the journal knows that they have them. `list` tells one
    /// state of the names from another.
    pub fn desk_list(&self, event: EventId, actor: Actor, list: &str) -> String {
        format!("{list}.{}", self.derive("desk-list", &format!("{}/{actor}/{list}", event.0)))
    }

    /// Whether they were given that with names of the event, whichever state of them it was.
    pub fn is_desk_list(&self, event: EventId, actor: Actor, told: &str) -> bool {
        // Digests: how long it takes to compare them says nothing of what was expected.
        told.split_once('.').is_some_and(|(list, _)| hash(&self.desk_list(event, actor, list)) == hash(told))
    }

    /// The number of an attestation, by which it is spoken of: says nothing of how many there are.
    pub fn attestation_number(&self, reference: &Reference) -> String {
        let mac = hmac::sign(&self.pass, format!("attestation:{}", reference.as_str()).as_bytes());
        Code::of_bits(std::array::from_fn(|at| mac.as_ref()[at])).grouped()
    }

    /// The token of an invitation's page.
    pub fn invitation_token(&self, reference: &Reference) -> String {
        self.derive("invitation-page", reference.as_str())
    }

    /// The token of the page on which the holder of a mandate answers. It is that of the address, too: somebody else's, who holds the
    /// mandate later, is another.
    pub fn question_token(&self, reference: &Reference, email_key: &str) -> String {
        self.derive("mandate-page", &format!("{}:{email_key}", reference.as_str()))
    }

    /// The token of the page on which a colleague answers whether they take a seat over.
    pub fn offer_token(&self, reference: &Reference) -> String {
        self.derive("offer-page", reference.as_str())
    }

    /// What counts the mails that offer seats of one event to an address; says nothing of whose it is.
    pub fn offer_address(&self, event: EventId, email_key: &str) -> String {
        self.derive("offer-address", &format!("{event}:{email_key}"))
    }

    /// The fixed Message-ID's local part of the mail that asks them.
    pub fn offer_message_id(&self, offer: OfferId) -> String {
        self.derive("offer-message", &offer.to_string())[..27].to_owned()
    }

    /// The fixed Message-ID's local part of the mail that puts a question to a holder, the first or the second time.
    pub fn question_message_id(&self, question: QuestionId, again: bool) -> String {
        self.derive("mandate-message", &format!("{question}:{again}"))[..27].to_owned()
    }

    /// The fixed Message-ID's local part of an invitation's mail in a sending.
    pub fn invitation_message_id(&self, invitation: InvitationId, batch: BatchId) -> String {
        self.derive("invitation-message", &format!("{invitation}:{batch}"))[..27].to_owned()
    }

    /// The fixed Message-ID's local part of the mail that tells what became of a proposed guest.
    pub fn guest_message_id(&self, proposal: ProposalId) -> String {
        self.derive("guest-message", &proposal.to_string())[..27].to_owned()
    }

    /// The fixed Message-ID's local part of the mail that a change owes.
    pub fn message_id(&self, change: ChangeId) -> String {
        self.derive("message", &change.to_string())[..27].to_owned()
    }

    /// The tag of an address that takes mail: nobody else can make it.
    pub fn mail_tag(&self, tag: Tag) -> String {
        tag.written(&self.tag_seal(tag))
    }

    /// The tag in an address at our domain, if we made it.
    pub fn read_mail_tag(&self, address: &str, domain: &str) -> Option<Tag> {
        let (tag, seal) = Tag::in_address(address, domain)?;
        self.made(tag, seal).then_some(tag)
    }

    fn made(&self, tag: Tag, seal: [u8; SEAL]) -> bool {
        // Compared over its whole length, whatever differs: time tells nothing.
        self.tag_seal(tag).iter().zip(seal).fold(0, |found, (ours, theirs)| found | (ours ^ theirs)) == 0
    }

    /// A tag that stands alone, as in a link, if we made it.
    pub fn check_mail_tag(&self, text: &str) -> Option<Tag> {
        let (tag, seal) = Tag::read(text)?;
        self.made(tag, seal).then_some(tag)
    }

    fn tag_seal(&self, tag: Tag) -> [u8; SEAL] {
        let mac = hmac::sign(&self.mac, tag_words(tag).as_bytes());
        std::array::from_fn(|at| mac.as_ref()[at])
    }

    /// What says of an address that mail to it fails, without saying whose it is.
    pub fn address_mac(&self, email_key: &str) -> String {
        self.derive("mail-address", email_key)
    }

    /// The opaque local part of the calendar UID of a registration.
    pub fn calendar_uid(&self, reference: &Reference) -> String {
        self.derive("calendar", reference.as_str())[..27].to_owned()
    }

    /// The secret address part of a person's calendar: 256 bits that only we can make, and whose it is, masked so that it reads like more
    /// of them. `renewed` counts how often its owner asked for another.
    pub fn feed_token(&self, person: PersonId, renewed: i32, reach: Reach) -> String {
        self.numbered(FEED_MASK, &feed_words(person, renewed, reach), person.0)
    }

    /// Whose calendar such an address would be; [`Self::is_feed_token`] says whether it is.
    pub fn feed_person(&self, token: &str) -> Option<PersonId> {
        Some(PersonId(self.number_in(FEED_MASK, token)?.1))
    }

    /// Whether this is the address part of the person's calendar now.
    pub fn is_feed_token(&self, token: &str, person: PersonId, renewed: i32, reach: Reach) -> bool {
        let Some((tag, number)) = self.number_in(FEED_MASK, token) else { return false };
        hmac::verify(&self.mac, feed_words(person, renewed, reach).as_bytes(), &tag).is_ok() && number == person.0
    }

    /// The token of the page that sends somebody on to the meeting. It is made like that of a calendar and opens nothing else: it stands
    /// in calendars, which are shared.
    pub fn join_token(&self, registration: RegistrationId) -> String {
        self.numbered(JOIN_MASK, &join_words(registration), registration.0)
    }

    /// Who joins by such a token, if we made it.
    pub fn joins(&self, token: &str) -> Option<RegistrationId> {
        let (tag, number) = self.number_in(JOIN_MASK, token)?;
        let registration = RegistrationId(number);
        hmac::verify(&self.mac, join_words(registration).as_bytes(), &tag).is_ok().then_some(registration)
    }

    /// A token of 256 bits over `words`, with a row's number behind them by which it is found, masked by both.
    fn numbered(&self, mask_name: &[u8], words: &str, number: i64) -> String {
        let tag = hmac::sign(&self.mac, words.as_bytes());
        let masked = mask(number.to_be_bytes(), self.mask_of(mask_name, tag.as_ref()));
        URL_SAFE_NO_PAD.encode([tag.as_ref(), &masked].concat())
    }

    /// Both parts of such a token; whether we made it is for the caller to check.
    fn number_in(&self, mask_name: &[u8], token: &str) -> Option<(Vec<u8>, i64)> {
        let whole = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (tag, masked) = whole.split_at_checked(NUMBERED_TAG)?;
        let masked: [u8; 8] = masked.try_into().ok()?;
        Some((tag.to_vec(), i64::from_be_bytes(mask(masked, self.mask_of(mask_name, tag)))))
    }

    fn mask_of(&self, mask_name: &[u8], tag: &[u8]) -> [u8; 8] {
        let mac = hmac::sign(&self.mac, &[mask_name, tag].concat());
        std::array::from_fn(|at| mac.as_ref()[at])
    }

    /// What authenticators know a user by: says nothing of them, and nothing of it is stored.
    pub fn passkey_handle(&self, user: UserId) -> [u8; 16] {
        let mac = hmac::sign(&self.mac, format!("passkey-user:{user}").as_bytes());
        std::array::from_fn(|at| mac.as_ref()[at])
    }

    /// The seal of a journal entry with these words; the seal before it is among them.
    pub fn journal_seal(&self, words: &str) -> String {
        self.derive("journal", words)
    }

    pub(super) fn derive(&self, purpose: &str, what: &str) -> String {
        URL_SAFE_NO_PAD.encode(hmac::sign(&self.mac, format!("{purpose}:{what}").as_bytes()))
    }

    /// A form's anti-forgery token: who holds it loaded this form from us within [`FORM_HOURS`].
    pub fn form_token(&self, form: &str, now: Instant) -> Result<String, AppError> {
        let mut nonce = [0; 16];
        self.random.fill(&mut nonce).map_err(|_| fault("no randomness"))?;
        let stamp = format!("{}.{}", now.timestamp(), URL_SAFE_NO_PAD.encode(nonce));
        Ok(format!("{stamp}.{}", self.derive("form", &format!("{form}:{stamp}"))))
    }

    /// Checks such a token.
    pub fn check_form_token(&self, form: &str, token: &str, now: Instant) -> bool {
        let Some((stamp, mac)) = token.rsplit_once('.') else { return false };
        let Some(made) = stamp.split_once('.').and_then(|(t, _)| t.parse::<i64>().ok()) else { return false };
        let age = now.timestamp() - made;
        let Ok(mac) = URL_SAFE_NO_PAD.decode(mac) else { return false };
        hmac::verify(&self.mac, format!("form:{form}:{stamp}").as_bytes(), &mac).is_ok() && (-300..FORM_HOURS * 3600).contains(&age)
    }

    /// Seals a text for one purpose, so that it can travel in an address without being read or changed.
    pub fn seal(&self, purpose: &str, text: &str) -> Result<String, AppError> {
        let mut nonce = [0; NONCE_LEN];
        self.random.fill(&mut nonce).map_err(|_| fault("no randomness"))?;
        let mut sealed = text.as_bytes().to_vec();
        self.seal
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(purpose.as_bytes()), &mut sealed)
            .map_err(|_| fault("seal"))?;
        let mut whole = nonce.to_vec();
        whole.append(&mut sealed);
        Ok(URL_SAFE_NO_PAD.encode(whole))
    }

    /// Opens what [`Self::seal`] sealed for the same purpose.
    pub fn unseal(&self, purpose: &str, sealed: &str) -> Option<String> {
        let mut whole = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        if whole.len() < NONCE_LEN {
            return None;
        }
        let mut rest = whole.split_off(NONCE_LEN);
        let nonce = Nonce::try_assume_unique_for_key(&whole).ok()?;
        let open = self.seal.open_in_place(nonce, Aad::from(purpose.as_bytes()), &mut rest).ok()?;
        String::from_utf8(open.to_vec()).ok()
    }
}

fn tag_words(tag: Tag) -> String {
    format!("mail-tag:{}", tag.sealed_words())
}

/// Octets of the part of a token with a number that only we can make.
const NUMBERED_TAG: usize = 32;
/// What the number in the token of a calendar is masked for.
const FEED_MASK: &[u8] = b"calendar-feed-mask:";
/// What the number in the token of a join page is masked for.
const JOIN_MASK: &[u8] = b"join-mask:";

fn join_words(registration: RegistrationId) -> String {
    format!("join:{registration}")
}

/// Which events of a person their calendar shows: the address says it, and where it was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those of public platforms: taken from the page of one.
    Public,
    /// All: taken from the page of a hidden one.
    All,
}

impl Reach {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Public, Self::All];
}

fn feed_words(person: PersonId, renewed: i32, reach: Reach) -> String {
    let reach = if reach == Reach::All { "all" } else { "public" };
    format!("calendar-feed:{person}:{renewed}:{reach}")
}

fn mask(number: [u8; 8], mask: [u8; 8]) -> [u8; 8] {
    std::array::from_fn(|at| number[at] ^ mask[at])
}

/// SHA-256 in base64url: what is stored of a token.
pub fn hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, token.as_bytes()))
}

fn fault(what: &str) -> AppError {
    AppError::Fault(DbError::Other(what.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets() -> Secrets {
        Secrets::new(&[7; 32]).unwrap()
    }

    #[test]
    fn form_tokens_hold_for_their_form_and_a_day() {
        let (secrets, now) = (secrets(), chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let token = secrets.form_token("register:a", now).unwrap();
        assert!(secrets.check_form_token("register:a", &token, now));
        assert!(!secrets.check_form_token("register:b", &token, now));
        assert!(!secrets.check_form_token("register:a", &token, now + chrono::Duration::hours(25)));
        assert!(!secrets.check_form_token("register:a", &format!("{token}x"), now));
        assert!(!secrets.check_form_token("register:a", "", now));
    }

    #[test]
    fn seals_open_only_for_their_purpose() {
        let secrets = secrets();
        let sealed = secrets.seal("answer", "zoë@example.be").unwrap();
        assert_eq!(secrets.unseal("answer", &sealed).as_deref(), Some("zoë@example.be"));
        assert_eq!(secrets.unseal("other", &sealed), None);
        assert_eq!(secrets.unseal("answer", "AAAA"), None);
        assert_eq!(secrets.unseal("answer", &sealed.replace(&sealed[20..21], if &sealed[20..21] == "A" { "B" } else { "A" })), None);
    }

    #[test]
    fn only_our_tags_are_read() {
        use crate::domain::ids::RegistrationId;
        let secrets = secrets();
        let tag = Tag::Answer(RegistrationId(42));
        let address = format!("Events+{}@Example.be", secrets.mail_tag(tag).to_uppercase());
        assert_eq!(secrets.read_mail_tag(&address, "example.be"), Some(tag));
        assert_eq!(Secrets::new(&[8; 32]).unwrap().read_mail_tag(&address, "example.be"), None);
        let forged = Tag::Answer(RegistrationId(43)).written(&secrets.tag_seal(tag));
        assert_eq!(secrets.read_mail_tag(&format!("events+{forged}@example.be"), "example.be"), None);
    }

    #[test]
    fn who_joins_stands_in_the_token_for_us_alone() {
        let (secrets, other) = (secrets(), Secrets::new(&[8; 32]).unwrap());
        let (one, two) = (RegistrationId(4_611_686_018_427_387_905), RegistrationId(7));
        let token = secrets.join_token(one);
        assert_eq!((token.len(), secrets.joins(&token), secrets.joins(&secrets.join_token(two))), (54, Some(one), Some(two)));
        assert_eq!(other.joins(&token), None);
        assert_eq!(secrets.joins(&secrets.feed_token(PersonId(7), 0, Reach::All)), None, "a calendar's opens no meeting");
        assert_eq!(secrets.feed_person(&token).filter(|person| secrets.is_feed_token(&token, *person, 0, Reach::All)), None);
        // The proof of one with the number of another.
        let forged = format!("{}{}", &token[..43], &secrets.join_token(two)[43..]);
        for wrong in [forged.as_str(), &token[..53], &format!("{token}A"), "", "·"] {
            assert_eq!(secrets.joins(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_feeds_address_is_one_persons_until_it_is_renewed() {
        let secrets = secrets();
        let (zoe, bo) = (PersonId(4_611_686_018_427_387_905), PersonId(7));
        let token = secrets.feed_token(zoe, 0, Reach::All);
        assert_eq!((token.len(), secrets.feed_person(&token)), (54, Some(zoe)));
        assert!(
            secrets.is_feed_token(&token, zoe, 0, Reach::All)
                && !secrets.is_feed_token(&token, zoe, 1, Reach::All)
                && !secrets.is_feed_token(&token, bo, 0, Reach::All)
        );
        assert_ne!(token[43..], secrets.feed_token(zoe, 1, Reach::All)[43..], "whose it is cannot be read");
        assert!(!secrets.is_feed_token(&token, zoe, 0, Reach::Public), "nor with another reach");
        assert!(!Secrets::new(&[8; 32]).unwrap().is_feed_token(&token, zoe, 0, Reach::All), "nobody makes one without the secret");
        for at in 0..token.len() {
            let other = if &token[at..=at] == "A" { "B" } else { "A" };
            let mut bent = token.clone();
            bent.replace_range(at..=at, other);
            assert!(!secrets.is_feed_token(&bent, zoe, 0, Reach::All), "changed at {at}");
        }
        for nothing in ["", "A", &token[1..], &format!("{token}A"), "é", "../../etc"] {
            assert!(secrets.feed_person(nothing).is_none() && !secrets.is_feed_token(nothing, zoe, 0, Reach::All), "{nothing}");
        }
    }

    #[test]
    fn a_short_secret_is_refused() {
        assert!(Secrets::new(&[1; 31]).is_err());
    }
}
