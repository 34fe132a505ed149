//! A person's place at one event: the states it can be in, what may move it, and which mail each move owes.

use super::mode::Mode;

crate::word! {
    /// The state of a registration. RSVP and attendance are separate things.
    State {
        /// The address is not proven yet.
        Pending = "pending",
        /// Proven; an organiser has yet to accept.
        AwaitingApproval = "awaiting_approval",
        /// Has a seat.
        Confirmed = "confirmed",
        /// Proven, waiting for a seat.
        Waitlisted = "waitlisted",
        /// Stepped back.
        Withdrawn = "withdrawn",
        /// Refused by an organiser.
        Rejected = "rejected",
        /// The event was called off.
        Cancelled = "cancelled",
        /// The address was not proven in time.
        Expired = "expired",
    }
}

crate::word! {
    /// What moved a registration, or was told to its owner: one row of its history.
    Cause {
        /// The form was sent for the first time, or again after the place was given up.
        Registered = "registered",
        /// The form was sent again while a registration stood; the owner is told by mail.
        Repeated = "repeated",
        /// The form was sent again shortly after a mail about the registration: the owner is not told once more.
        RepeatedSoon = "repeated_soon",
        /// The address was proven.
        Proved = "proved",
        /// An organiser accepted the request.
        Approved = "approved",
        /// An organiser refused it, or took the place back.
        Rejected = "rejected",
        /// An organiser entered it by hand.
        EnteredByStaff = "entered_by_staff",
        /// A seat became free and went to the first in line.
        Promoted = "promoted",
        /// An organiser gave a seat to somebody who waited, before the others.
        PromotedByStaff = "promoted_by_staff",
        /// An organiser put somebody who waits before the others.
        PutFirst = "put_first",
        /// The person stepped back.
        Withdrew = "withdrew",
        /// An organiser withdrew it.
        WithdrawnByStaff = "withdrawn_by_staff",
        /// The person changed the way of attending.
        SwitchedMode = "switched_mode",
        /// The person corrected name, organisation or language.
        Corrected = "corrected",
        /// Time or place of the event changed.
        EventChanged = "event_changed",
        /// The event was called off.
        EventCalledOff = "event_called_off",
        /// The address was not proven in time.
        ProofLapsed = "proof_lapsed",
        /// The person erased their data.
        Erased = "erased",
        /// The organisers wrote to several people at once.
        Announced = "announced",
        /// A reminder fell due.
        Reminded = "reminded",
        /// The event begins soon: who attends online was sent the link to join.
        ToldHowToJoin = "told_how_to_join",
        /// A personal invitation was accepted: its link proved the address.
        AcceptedInvitation = "accepted_invitation",
        /// The mandate that the place rested on ended.
        MandateEnded = "mandate_ended",
        /// A colleague whom the person named took the seat over.
        Replaced = "replaced",
        /// The person took over the seat of a colleague who named them.
        StoodIn = "stood_in",
        /// The person declined in their calendar.
        DeclinedInCalendar = "declined_in_calendar",
        /// A calendar declined, and nobody vouches for who sent that: the person is asked.
        AskedToConfirm = "asked_to_confirm",
        /// A calendar asked for the invitation once more.
        SentAgain = "sent_again",
        /// The person took part again after stepping back.
        Returned = "returned",
        /// Staff let the owner be told once more where it stands.
        ToldAgain = "told_again",
        /// The person objected to what is recorded of their presence, or changed what they had said.
        Objected = "objected",
        /// Staff answered that.
        ObjectionAnswered = "objection_answered",
        /// An attestation of presence was issued.
        Attested = "attested",
    }
}

crate::word! {
    /// A kind of mail; also its template folder and its `X-Quarterdeck-Mail` header.
    MailKind {
        /// Asks to prove the address.
        ProveAddress = "prove_address",
        /// We have your request; organisers decide.
        RegistrationReceived = "registration_received",
        /// Your request was not accepted; takes the event out of a calendar that held it (CANCEL).
        Rejected = "rejected",
        /// You have a seat; with the invitation (REQUEST).
        RegistrationConfirmed = "registration_confirmed",
        /// You are on the waiting list; no invitation.
        Waitlisted = "waitlisted",
        /// A seat became free; with the invitation (REQUEST).
        Promoted = "promoted",
        /// You stepped back; takes the event out of the calendar (CANCEL).
        Withdrawn = "withdrawn",
        /// Time or place changed; with the updated invitation (REQUEST).
        EventChanged = "event_changed",
        /// The event was called off; takes it out of the calendar (CANCEL).
        EventCancelled = "event_cancelled",
        /// The event is near.
        Reminder = "reminder",
        /// It begins soon: where to join online.
        JoinDetails = "join_details",
        /// A message of the organisers, in their words.
        Announcement = "announcement",
        /// A personal call to register.
        Invitation = "invitation",
        /// The same once more, to who did not answer.
        InvitationReminder = "invitation_reminder",
        /// Asks the holder of a mandate whether it still holds.
        MandateQuestion = "mandate_question",
        /// Tells a member what became of the guest they proposed.
        GuestOutcome = "guest_outcome",
        /// Asks somebody to take over the seat of a colleague.
        SubstituteOffer = "substitute_offer",
        /// Asks whether somebody really declines: their calendar said so, and nobody vouches for that mail.
        ConfirmDecline = "confirm_decline",
        /// What became of an objection to what is recorded of somebody's presence.
        ObjectionAnswered = "objection_answered",
        /// Brings the attestation of presence.
        Attestation = "attestation",
    }
}

/// How long an address may stay unproven.
pub const PROOF_HOURS: i64 = 48;

impl Cause {
    /// Whether what holds was said once more, and nothing moved.
    pub const fn says_again(self) -> bool {
        matches!(self, Self::Repeated | Self::RepeatedSoon | Self::ToldAgain | Self::SentAgain)
    }

    /// Whether something was only said to the owner: no calendar and no state changes by it.
    pub const fn only_tells(self) -> bool {
        self.says_again()
            || matches!(
                self,
                Self::Reminded
                    | Self::ToldHowToJoin
                    | Self::Announced
                    | Self::AskedToConfirm
                    | Self::Objected
                    | Self::ObjectionAnswered
                    | Self::Attested
            )
    }

    /// Whether something was decided here, so that the reason the registration had then explains this row of the history.
    pub fn decides(self) -> bool {
        matches!(
            self,
            Self::Proved
                | Self::AcceptedInvitation
                | Self::Promoted
                | Self::PromotedByStaff
                | Self::PutFirst
                | Self::EnteredByStaff
                | Self::WithdrawnByStaff
                | Self::Approved
                | Self::Rejected
                | Self::MandateEnded
                | Self::Replaced
                | Self::StoodIn
                | Self::DeclinedInCalendar
                | Self::Returned
        )
    }
}

impl State {
    /// Whether the person is still in play: has, waits for or asked for a place.
    pub fn is_active(self) -> bool {
        matches!(self, Self::Pending | Self::AwaitingApproval | Self::Confirmed | Self::Waitlisted)
    }

    /// Whether the form opens the registration anew. A rejected one stays rejected.
    pub fn may_register_again(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Expired)
    }

    /// Whether the person can step back.
    pub fn may_withdraw(self) -> bool {
        self.is_active()
    }

    /// Whether an organiser can accept it: what waits for an answer, and what was refused before.
    pub fn may_be_approved(self) -> bool {
        matches!(self, Self::AwaitingApproval | Self::Rejected)
    }

    /// Whether an organiser can refuse it.
    pub fn may_be_rejected(self) -> bool {
        matches!(self, Self::AwaitingApproval | Self::Confirmed | Self::Waitlisted)
    }

    /// Whether this move exists. The table is the whole machine.
    pub fn may_become(self, to: State) -> bool {
        use State::*;
        match self {
            Pending => matches!(to, AwaitingApproval | Confirmed | Waitlisted | Withdrawn | Cancelled | Expired),
            AwaitingApproval => matches!(to, Confirmed | Waitlisted | Withdrawn | Rejected | Cancelled),
            Waitlisted => matches!(to, Confirmed | Withdrawn | Rejected | Cancelled),
            Confirmed => matches!(to, Withdrawn | Rejected | Cancelled),
            Withdrawn | Expired => matches!(to, Pending | Confirmed | Waitlisted),
            Rejected => matches!(to, Confirmed | Waitlisted),
            Cancelled => false,
        }
    }
}

/// The one mail that a row of the history owes, from what happened and where the registration stands afterwards;
/// `None` where telling somebody would be noise or impossible.
///
/// `told_before` is the state before the move: somebody who never proved the address is not written to about it again.
pub fn owed_mail(cause: Cause, before: Option<State>, after: State) -> Option<MailKind> {
    let stands = match after {
        State::Pending => Some(MailKind::ProveAddress),
        State::AwaitingApproval => Some(MailKind::RegistrationReceived),
        State::Confirmed => Some(MailKind::RegistrationConfirmed),
        State::Waitlisted => Some(MailKind::Waitlisted),
        State::Rejected if cause == Cause::Repeated => Some(MailKind::Rejected),
        _ => None,
    };
    let proven = before.is_some_and(|s| s != State::Pending);
    match cause {
        Cause::Registered | Cause::Repeated | Cause::Proved | Cause::AcceptedInvitation | Cause::Approved | Cause::EnteredByStaff => stands,
        Cause::StoodIn | Cause::SentAgain | Cause::Returned => stands,
        Cause::AskedToConfirm => Some(MailKind::ConfirmDecline),
        Cause::Attested => Some(MailKind::Attestation),
        Cause::ToldAgain => stands.or(match after {
            State::Rejected => Some(MailKind::Rejected),
            State::Withdrawn => Some(MailKind::Withdrawn),
            State::Cancelled => Some(MailKind::EventCancelled),
            _ => None,
        }),
        Cause::Rejected => Some(MailKind::Rejected),
        Cause::Promoted | Cause::PromotedByStaff => Some(MailKind::Promoted),
        Cause::SwitchedMode if before == Some(after) => Some(MailKind::EventChanged),
        Cause::SwitchedMode => stands,
        Cause::Withdrew | Cause::WithdrawnByStaff | Cause::MandateEnded | Cause::Replaced | Cause::DeclinedInCalendar => {
            proven.then_some(MailKind::Withdrawn)
        }
        Cause::EventChanged => Some(MailKind::EventChanged),
        Cause::EventCalledOff => proven.then_some(MailKind::EventCancelled),
        Cause::Reminded => Some(MailKind::Reminder),
        Cause::ToldHowToJoin => Some(MailKind::JoinDetails),
        Cause::Announced => Some(MailKind::Announcement),
        Cause::ObjectionAnswered => Some(MailKind::ObjectionAnswered),
        // The last mail there is takes the event out of the calendar.
        Cause::Erased => (before == Some(State::Confirmed) && after == State::Withdrawn).then_some(MailKind::Withdrawn),
        // A place in line is not promised: whoever asks for it is told by their page.
        Cause::PutFirst => None,
        Cause::RepeatedSoon | Cause::Corrected | Cause::ProofLapsed | Cause::Objected => None,
    }
}

/// What a mail does to the recipient's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarAct {
    /// Nothing is attached.
    Nothing,
    /// METHOD:REQUEST.
    Request,
    /// METHOD:CANCEL.
    Cancel,
}

impl MailKind {
    /// What is of use only to who has a place ahead: called off with the place.
    pub const AHEAD: [Self; 4] = [Self::Reminder, Self::JoinDetails, Self::Announcement, Self::ConfirmDecline];

    /// What it does to a calendar; a CANCEL only where an invitation went before.
    pub fn calendar_act(self, was_invited: bool) -> CalendarAct {
        match self {
            Self::RegistrationConfirmed | Self::Promoted => CalendarAct::Request,
            Self::EventChanged if was_invited => CalendarAct::Request,
            Self::Withdrawn | Self::Rejected | Self::EventCancelled if was_invited => CalendarAct::Cancel,
            _ => CalendarAct::Nothing,
        }
    }

    /// Whether what it says holds only until a moment known beforehand: it is never sent after that, whoever asks.
    pub const fn has_deadline(self) -> bool {
        matches!(self, Self::ProveAddress | Self::Reminder | Self::JoinDetails | Self::SubstituteOffer | Self::ConfirmDecline)
    }

    /// Whether it only says that somebody is out, or what is recorded of them, so that it goes also to whom a platform is closed. Every
    /// other one tells of the event.
    pub const fn only_parts(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Rejected | Self::EventCancelled | Self::ObjectionAnswered)
    }

    /// Whether it is about an invitation.
    pub const fn is_invitation(self) -> bool {
        matches!(self, Self::Invitation | Self::InvitationReminder)
    }

    /// Whether it is about a mandate on a roster, and about no event; what is about no mandate, invitation or offer is about a
    /// registration.
    pub const fn is_of_mandate(self) -> bool {
        matches!(self, Self::MandateQuestion)
    }

    /// Whether it says something of its own beside where a registration stands, so that other mails neither wait for it nor overtake it.
    pub const fn is_aside(self) -> bool {
        matches!(
            self,
            Self::Reminder
                | Self::JoinDetails
                | Self::Announcement
                | Self::GuestOutcome
                | Self::ConfirmDecline
                | Self::ObjectionAnswered
                | Self::Attestation
        )
    }

    /// Whether it is about a seat that a colleague offers.
    pub const fn is_of_offer(self) -> bool {
        matches!(self, Self::SubstituteOffer)
    }

    /// Whether nobody asked for it, so that it says how to get no more (RFC 8058). What tells of somebody's own place always comes.
    pub const fn may_be_unsubscribed(self) -> bool {
        matches!(self, Self::Announcement | Self::Invitation | Self::InvitationReminder)
    }

    /// Class from which mails can wait.
    pub const CAN_WAIT_FROM: i32 = 3;

    /// Whether it can wait for its turn where a domain asks to be spared, and while visitors are served: nobody looks for it now.
    pub const fn can_wait(self) -> bool {
        self.priority() >= Self::CAN_WAIT_FROM
    }

    /// Sending order: 0 first. An address proof never waits behind a reminder to ten thousand, nor anything behind invitations.
    pub const fn priority(self) -> i32 {
        match self {
            Self::ProveAddress => 0,
            Self::RegistrationReceived | Self::RegistrationConfirmed | Self::Waitlisted | Self::Promoted | Self::Withdrawn | Self::Rejected => 1,
            // Often asked in the last hours before the event.
            Self::SubstituteOffer | Self::ConfirmDecline => 1,
            Self::EventChanged | Self::EventCancelled => 2,
            // Of use for an hour: before everything that may wait for a day, behind the answers to who does something now.
            Self::JoinDetails => 2,
            Self::Reminder | Self::GuestOutcome | Self::ObjectionAnswered => 3,
            // Ten thousand of them delay nobody who has registered.
            Self::Announcement | Self::Invitation | Self::InvitationReminder | Self::MandateQuestion | Self::Attestation => 4,
        }
    }
}

/// Why a wish on the personal page cannot be granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SwitchRefusal {
    /// The event does not offer this way of attending.
    NotOffered(Mode),
    /// No seat is free there; the present place is kept.
    Full(super::seats::Reason),
    /// It is that way already.
    Same,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_of_state_owes_exactly_one_mail_unless_nobody_can_be_told() {
        use State::*;
        let cases = [
            (Cause::Registered, None, Pending, Some(MailKind::ProveAddress)),
            (Cause::Repeated, Some(Confirmed), Confirmed, Some(MailKind::RegistrationConfirmed)),
            (Cause::Repeated, Some(Rejected), Rejected, Some(MailKind::Rejected)),
            (Cause::RepeatedSoon, Some(Rejected), Rejected, None),
            (Cause::RepeatedSoon, Some(Pending), Pending, None),
            (Cause::Proved, Some(Pending), Confirmed, Some(MailKind::RegistrationConfirmed)),
            (Cause::Proved, Some(Pending), Waitlisted, Some(MailKind::Waitlisted)),
            (Cause::AcceptedInvitation, None, Confirmed, Some(MailKind::RegistrationConfirmed)),
            (Cause::AcceptedInvitation, Some(Withdrawn), Waitlisted, Some(MailKind::Waitlisted)),
            (Cause::Proved, Some(Pending), AwaitingApproval, Some(MailKind::RegistrationReceived)),
            (Cause::Repeated, Some(AwaitingApproval), AwaitingApproval, Some(MailKind::RegistrationReceived)),
            (Cause::Approved, Some(AwaitingApproval), Confirmed, Some(MailKind::RegistrationConfirmed)),
            (Cause::Approved, Some(Rejected), Waitlisted, Some(MailKind::Waitlisted)),
            (Cause::Rejected, Some(AwaitingApproval), Rejected, Some(MailKind::Rejected)),
            (Cause::Rejected, Some(Confirmed), Rejected, Some(MailKind::Rejected)),
            (Cause::Promoted, Some(Waitlisted), Confirmed, Some(MailKind::Promoted)),
            (Cause::PromotedByStaff, Some(Waitlisted), Confirmed, Some(MailKind::Promoted)),
            (Cause::PutFirst, Some(Waitlisted), Waitlisted, None),
            (Cause::Withdrew, Some(Confirmed), Withdrawn, Some(MailKind::Withdrawn)),
            (Cause::Withdrew, Some(Pending), Withdrawn, None),
            (Cause::MandateEnded, Some(Confirmed), Withdrawn, Some(MailKind::Withdrawn)),
            (Cause::MandateEnded, Some(Waitlisted), Withdrawn, Some(MailKind::Withdrawn)),
            (Cause::MandateEnded, Some(Pending), Withdrawn, None),
            (Cause::Replaced, Some(Confirmed), Withdrawn, Some(MailKind::Withdrawn)),
            (Cause::DeclinedInCalendar, Some(Confirmed), Withdrawn, Some(MailKind::Withdrawn)),
            (Cause::AskedToConfirm, Some(Confirmed), Confirmed, Some(MailKind::ConfirmDecline)),
            (Cause::Attested, Some(Withdrawn), Withdrawn, Some(MailKind::Attestation)),
            (Cause::SentAgain, Some(Confirmed), Confirmed, Some(MailKind::RegistrationConfirmed)),
            (Cause::Returned, Some(Withdrawn), Waitlisted, Some(MailKind::Waitlisted)),
            (Cause::ToldAgain, Some(Confirmed), Confirmed, Some(MailKind::RegistrationConfirmed)),
            (Cause::ToldAgain, Some(Withdrawn), Withdrawn, Some(MailKind::Withdrawn)),
            (Cause::ToldAgain, Some(Cancelled), Cancelled, Some(MailKind::EventCancelled)),
            (Cause::ToldAgain, Some(Expired), Expired, None),
            (Cause::StoodIn, None, Confirmed, Some(MailKind::RegistrationConfirmed)),
            (Cause::StoodIn, Some(Waitlisted), Confirmed, Some(MailKind::RegistrationConfirmed)),
            (Cause::SwitchedMode, Some(Confirmed), Confirmed, Some(MailKind::EventChanged)),
            (Cause::SwitchedMode, Some(Waitlisted), Confirmed, Some(MailKind::RegistrationConfirmed)),
            (Cause::Reminded, Some(Confirmed), Confirmed, Some(MailKind::Reminder)),
            (Cause::ToldHowToJoin, Some(Confirmed), Confirmed, Some(MailKind::JoinDetails)),
            (Cause::Objected, Some(Confirmed), Confirmed, None),
            (Cause::ObjectionAnswered, Some(Confirmed), Confirmed, Some(MailKind::ObjectionAnswered)),
            (Cause::ObjectionAnswered, Some(Withdrawn), Withdrawn, Some(MailKind::ObjectionAnswered)),
            (Cause::EventCalledOff, Some(Waitlisted), Cancelled, Some(MailKind::EventCancelled)),
            (Cause::EventCalledOff, Some(Pending), Cancelled, None),
            (Cause::ProofLapsed, Some(Pending), Expired, None),
            (Cause::Erased, Some(Confirmed), Withdrawn, Some(MailKind::Withdrawn)),
            (Cause::Erased, Some(Confirmed), Confirmed, None),
            (Cause::Erased, Some(Pending), Expired, None),
            (Cause::Erased, Some(Waitlisted), Withdrawn, None),
        ];
        for (cause, before, after, expected) in cases {
            assert_eq!(owed_mail(cause, before, after), expected, "{cause} {before:?} → {after}");
        }
    }

    #[test]
    fn a_link_to_join_overtakes_everything_but_answers_and_dies_at_the_start() {
        let kind = MailKind::JoinDetails;
        for waits in [MailKind::Reminder, MailKind::Announcement, MailKind::Invitation, MailKind::InvitationReminder, MailKind::MandateQuestion] {
            assert!(kind.priority() < waits.priority(), "{waits}");
        }
        assert!(MailKind::RegistrationConfirmed.priority() < kind.priority(), "ten thousand of them delay nobody who registers");
        assert!(kind.has_deadline() && kind.is_aside() && !kind.only_parts() && kind.calendar_act(true) == CalendarAct::Nothing);
    }

    #[test]
    fn a_cancelled_registration_never_comes_back() {
        assert!(State::ALL.iter().all(|to| !State::Cancelled.may_become(*to)));
    }

    #[test]
    fn calendars_are_only_cancelled_when_they_were_filled() {
        assert_eq!(MailKind::Withdrawn.calendar_act(false), CalendarAct::Nothing);
        assert_eq!(MailKind::Withdrawn.calendar_act(true), CalendarAct::Cancel);
        assert_eq!(MailKind::Rejected.calendar_act(false), CalendarAct::Nothing);
        assert_eq!(MailKind::Rejected.calendar_act(true), CalendarAct::Cancel);
        assert_eq!(MailKind::Waitlisted.calendar_act(true), CalendarAct::Nothing);
    }
}
