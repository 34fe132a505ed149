//! Staff pages.

mod account;
mod attendance;
mod attestations;
mod dashboard;
mod desk;
mod event;
mod figures;
mod form;
mod guests;
mod identity;
mod inbox;
mod invitations;
mod journal;
mod mails;
mod organisations;
mod people;
mod platforms;
mod rosters;
mod users;

use serde::Serialize;

pub use account::{Account, Codes, NewPasskey, PasskeyRow, Passkeys, Scan, SignInCode, SignInRow, WithPasskey};
pub use attendance::{AttendanceImport, AttendancePage, ReportRow, SeenRow, SeenSection};
pub use attestations::AttestationsPage;
pub use dashboard::{DashboardPage, StandRow};
pub use desk::{DeskPage, DeskWord, SectorLine};
pub use event::{Counted, EventPage, EventRow, Overview, PoolRow, Publish, Task};
pub use figures::{Figures, FiguresRow, QuarterDifference, QuarterFile, QuarterPage, QuarterRevision, QuarterTable};
pub use form::{FormPage, Input, Section, TABLE_FILES};
pub use guests::{GuestRow, Guests};
pub use identity::{Connection, Identities, Onward, WithProvider};
pub use inbox::{FailingAddress, Inbox, InboxPage, InboxPerson, InboxRow};
pub use invitations::{CheckedRow, InvitationRow, Invitations, MailPreview, MessageRow, Messages, SendingCheck, SendingRow};
pub use journal::{JournalChange, JournalPage, JournalRow};
pub use mails::{MailKindRow, MailKinds, MailPage, MailRow, MailSample, MailSays, Mails, ManyMails};
pub use organisations::{Candidate, MergePage, OrganisationPage, OrganisationRow, Organisations, SectorCase, SectorCases, ShareRow};
pub use people::{
    AnswersCheck, CheckInPage, CheckInRow, DoorList, DoorListRow, HistoryRow, ObjectionRow, ObjectionsPage, PersonPage, PersonRow, PresencePart,
    ProofRow, Registrations, Related,
};
pub use platforms::{PlatformPage, PlatformRow, PlatformTexts, Platforms};
pub use rosters::{
    CoveragePage, CoverageRow, HolderRow, ImportPage, ImportRow, ImportSection, MemberPage, MemberRow, PastImport, Roster, RosterRow, Rosters,
};
pub use users::{Made, RoleRow, TokenRow, UserRow, UsersPage};

use super::{FormError, Hidden, TextField, View};

/// Sign-in.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SignIn {
    /// Where the form goes.
    pub action: String,
    /// Faults, for the summary.
    pub errors: Vec<FormError>,
    /// Token of the form.
    pub hidden: Vec<Hidden>,
    /// The address typed.
    pub email: TextField,
    /// The password is never given back; only its fault.
    pub password: TextField,
    /// The way in without a password, where there is one.
    pub passkey: Option<WithPasskey>,
    /// The provider at which one may sign in instead, where there is one.
    pub provider: Option<WithProvider>,
}

impl View for SignIn {
    const TEMPLATE: &'static str = "staff/sign_in";
}

/// A name with its value.
#[derive(Clone, Debug, Serialize)]
pub struct Pair {
    /// Name.
    pub label: String,
    /// Value in words.
    pub value: String,
}

impl Pair {
    /// A pair.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

/// A tab with a count.
#[derive(Clone, Debug, Serialize)]
pub struct Tab {
    /// Where to.
    pub href: String,
    /// In words.
    pub label: String,
    /// How many, in words; may be empty.
    pub count: String,
    /// Whether it is the one shown.
    pub current: bool,
}
