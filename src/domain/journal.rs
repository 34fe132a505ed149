//! The journal's words: which deeds are written down, and what changed by one.

use serde::Serialize;
use serde_json::{Map, Value};

crate::word! {
    /// A deed that is written down: what staff, programs and operators do, and what makes personal data leave or end.
    Deed {
        /// A draft was made.
        EventCreated = "event_created",
        /// Texts, or several parts at once, were edited.
        EventEdited = "event_edited",
        /// A draft became public.
        EventPublished = "event_published",
        /// Time or place changed.
        EventRescheduled = "event_rescheduled",
        /// Limits changed.
        SeatsChanged = "seats_changed",
        /// An event was called off.
        EventCalledOff = "event_called_off",
        /// Staff or a program entered people.
        RegistrationsEntered = "registrations_entered",
        /// Staff or a program corrected a registration.
        RegistrationChanged = "registration_changed",
        /// Staff or a program took somebody off the list.
        RegistrationWithdrawn = "registration_withdrawn",
        /// A seat went from its holder to a colleague whom they named.
        SeatHandedOn = "seat_handed_on",
        /// What identifies somebody who was asked to take a seat over was erased.
        OfferErased = "offer_erased",
        /// Staff or a program accepted a request.
        RegistrationApproved = "registration_approved",
        /// Staff or a program refused somebody.
        RegistrationRejected = "registration_rejected",
        /// Staff wrote to several people of an event.
        AnnouncementSent = "announcement_sent",
        /// Such a message was stopped.
        AnnouncementStopped = "announcement_stopped",
        /// Staff put somebody who waits before the others.
        RegistrationPromoted = "registration_promoted",
        /// A note for colleagues was written, changed or removed.
        RegistrationNoted = "registration_noted",
        /// People were called to register.
        InvitationsSent = "invitations_sent",
        /// Those who did not answer were asked once more.
        InvitationsReminded = "invitations_reminded",
        /// A sending was stopped.
        InvitationsStopped = "invitations_stopped",
        /// What identifies somebody who was invited was erased.
        InvitationErased = "invitation_erased",
        /// An invitation was taken back.
        InvitationWithdrawn = "invitation_withdrawn",
        /// Staff said that somebody was present, or was not.
        PresenceCorrected = "presence_corrected",
        /// Staff answered an objection to what is recorded of somebody's presence.
        ObjectionAnswered = "objection_answered",
        /// A mark of presence was taken back.
        PresenceTakenBack = "presence_taken_back",
        /// Attestations of presence were asked for.
        AttestationsIssued = "attestations_issued",
        /// An attendance report was taken in.
        AttendanceImported = "attendance_imported",
        /// Such a report was taken back as a whole.
        AttendanceImportUndone = "attendance_import_undone",
        /// Staff said who it was that an attendance report saw.
        SightingAssigned = "sighting_assigned",
        /// Staff said that it was nobody who is registered.
        SightingDismissed = "sighting_dismissed",
        /// Staff took back who it was.
        SightingPutBack = "sighting_put_back",
        /// A list of people left as a file.
        RegistrationsExported = "registrations_exported",
        /// All that is kept of a person was handed out.
        PersonExported = "person_exported",
        /// What identifies somebody was erased, by their own wish or on their behalf.
        RegistrationErased = "registration_erased",
        /// A quarter was closed, or closed again.
        QuarterClosed = "quarter_closed",
        /// The time to keep names was over.
        Purged = "purged",
        /// Another try at a mail was asked for.
        MailRetried = "mail_retried",
        /// A mail was given up by staff.
        MailAborted = "mail_aborted",
        /// Somebody is done with a mail that came in.
        InboundDone = "inbound_done",
        /// An address to which mail failed gets mails again.
        AddressLifted = "address_lifted",
        /// Staff let somebody be told once more where they stand.
        ToldAgain = "told_again",
        /// The source of a mail left as a file.
        MailExported = "mail_exported",
        /// A catalogue of platforms was loaded.
        CatalogueLoaded = "catalogue_loaded",
        /// A platform was founded.
        PlatformAdded = "platform_added",
        /// The texts or the reminders of a platform were changed.
        PlatformChanged = "platform_changed",
        /// Somebody came onto a roster.
        MemberAdded = "member_added",
        /// A mandate was corrected.
        MemberChanged = "member_changed",
        /// A mandate got its last day.
        MandateEnded = "mandate_ended",
        /// A mandate was taken off a roster, as one entered by mistake.
        MemberRemoved = "member_removed",
        /// Mandates were written from a table or by a program, many at once.
        MembersImported = "members_imported",
        /// Such an import was taken back as a whole.
        MembersImportUndone = "members_import_undone",
        /// A roster, or its coverage, left as a file.
        MembersExported = "members_exported",
        /// What identifies somebody on a roster was erased.
        MemberErased = "member_erased",
        /// Whether a platform asks the holders of its mandates was changed.
        HoldersAskingSet = "holders_asking_set",
        /// Holders were asked whether their mandates still hold.
        HoldersAsked = "holders_asked",
        /// A holder said that a mandate still holds.
        MandateConfirmed = "mandate_confirmed",
        /// A guest was proposed.
        GuestProposed = "guest_proposed",
        /// A guest was admitted, by decision or because nobody objected in time.
        GuestAdmitted = "guest_admitted",
        /// Somebody objected to a guest.
        GuestRefused = "guest_refused",
        /// A proposal lapsed: the event took no registrations any more, or the guest came by another way.
        GuestLapsed = "guest_lapsed",
        /// A member took back the proposal of a guest.
        GuestTakenBack = "guest_taken_back",
        /// What identifies somebody who was proposed was erased.
        GuestErased = "guest_erased",
        /// The time to object to guests was changed.
        ObjectionDaysSet = "objection_days_set",
        /// An organisation was registered.
        OrganisationAdded = "organisation_added",
        /// What is registered of an organisation was corrected.
        OrganisationChanged = "organisation_changed",
        /// Organisations were registered and corrected from a table.
        OrganisationsImported = "organisations_imported",
        /// An organisation became part of another.
        OrganisationsMerged = "organisations_merged",
        /// The sector that somebody said was left, other than that of their organisation.
        SectorKept = "sector_kept",
        /// The sector of the organisation counts for a registration now.
        SectorTaken = "sector_taken",
        /// A user was added.
        UserAdded = "user_added",
        /// A user got a new password.
        PasswordSet = "password_set",
        /// A user set up a second factor.
        SecondFactorSet = "second_factor_set",
        /// A user's second factor was taken off.
        SecondFactorTaken = "second_factor_taken",
        /// A user set up a passkey.
        PasskeyAdded = "passkey_added",
        /// A passkey of a user was removed.
        PasskeyRemoved = "passkey_removed",
        /// A user was connected with what a provider knows them by.
        IdentityAdded = "identity_added",
        /// Such a connection was removed.
        IdentityRemoved = "identity_removed",
        /// A user got a role.
        RoleGiven = "role_given",
        /// A user lost a role.
        RoleTaken = "role_taken",
        /// A user was shut out.
        UserDisabled = "user_disabled",
        /// A user may come in again.
        UserEnabled = "user_enabled",
        /// A user signed in.
        SignedIn = "signed_in",
        /// An API token was made.
        TokenAdded = "token_added",
        /// An API token was shut out.
        TokenDisabled = "token_disabled",
    }
}

impl Deed {
    /// Whether it is an edit: one that changes nothing is no deed.
    pub const fn is_edit(self) -> bool {
        matches!(
            self,
            Self::EventEdited | Self::EventRescheduled | Self::SeatsChanged | Self::MemberChanged | Self::OrganisationChanged | Self::PlatformChanged
        )
    }
}

/// What was, and what is: only what differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Before; empty for what is new.
    pub before: Map<String, Value>,
    /// After; empty for what is gone.
    pub after: Map<String, Value>,
}

impl Change {
    /// What differs between two things of the same kind, by the names of their fields.
    pub fn between<T: Serialize>(before: &T, after: &T) -> Self {
        let (mut before, mut after) = (fields(before), fields(after));
        let same: Vec<String> = before.iter().filter(|(name, value)| after.get(*name) == Some(value)).map(|(name, _)| name.clone()).collect();
        for name in &same {
            before.remove(name);
            after.remove(name);
        }
        Self { before, after }
    }

    /// Something new.
    pub fn to<T: Serialize>(after: &T) -> Self {
        Self { before: Map::new(), after: fields(after) }
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }
}

/// The fields of a thing; none for what has no fields. What is not there counts as no field.
fn fields<T: Serialize>(thing: &T) -> Map<String, Value> {
    match serde_json::to_value(thing) {
        Ok(Value::Object(map)) => map.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_differs_is_kept() {
        let cases = [
            (json!({"a": 1, "b": 2}), json!({"a": 1, "b": 3}), json!({"b": 2}), json!({"b": 3})),
            (json!({"a": null}), json!({"a": 3}), json!({}), json!({"a": 3})),
            (json!({"a": 3}), json!({"a": null}), json!({"a": 3}), json!({})),
            (json!({"a": {"nl": "x"}}), json!({"a": {"nl": "x"}}), json!({}), json!({})),
            (json!(3), json!(4), json!({}), json!({})),
        ];
        for (before, after, was, is) in cases {
            let change = Change::between(&before, &after);
            assert_eq!((json!(change.before), json!(change.after)), (was, is), "{before} → {after}");
        }
        assert!(Change::between(&json!({"a": 1}), &json!({"a": 1})).is_empty());
        assert_eq!(json!(Change::to(&json!({"a": 1, "b": null})).after), json!({"a": 1}));
    }
}
