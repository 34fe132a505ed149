//! Public pages: from the choice of languages to the personal page. Builders take the domain's values and put them in words,
//! so that handlers hand over what they know and draw.

pub mod answer;
pub mod attestation;
pub mod calendar;
pub mod door;
pub mod event;
pub mod fault;
pub mod guests;
pub mod home;
pub mod invitation;
pub mod join;
pub mod mandate;
pub mod notices;
pub mod offer;
pub mod panel;
pub mod personal;
pub mod recorded;
pub mod rsvp;
pub mod substitute;
pub mod unsubscribe;

pub use answer::{AnswerPage, ErasedPage};
pub use attestation::{AttestationInput, AttestationPart, CheckInput, CheckPage};
pub use calendar::{OwnCalendar, Subscribe};
pub use door::Door;
pub use event::{EventFacts, EventPage};
pub use fault::{Fault, FaultPage, StaffFaultPage};
pub use guests::{GuestsInput, GuestsPage, GuestsTyped};
pub use home::{EventList, EventRow, LanguageChoice};
pub use invitation::{InvitationInput, InvitationPage};
pub use join::{JoinInput, JoinPage};
pub use mandate::{MandateInput, MandatePage};
pub use notices::{AccessibilityPage, Controller, PrivacyPage};
pub use offer::{OfferInput, OfferPage};
pub use panel::{FormErrors, FormInput, Panel, RegistrationForm};
pub use personal::{PersonalInput, PersonalPage};
pub use recorded::{RecordedInput, RecordedPart};
pub use rsvp::RsvpInput;
pub use substitute::{SubstituteInput, SubstitutePart};
pub use unsubscribe::UnsubscribePage;
