//! The words for what a mail was and what was done with it: stable codes, each with a text in every language.

use crate::mail::inbound::Class;

crate::word! {
    /// What a mail is.
    Kind {
        /// An answer of a calendar.
        Answer = "answer",
        /// A calendar proposes another time.
        Counter = "counter",
        /// A calendar asks for the invitation once more.
        Refresh = "refresh",
        /// A mail of ours did not arrive.
        Bounce = "bounce",
        /// Somebody called a mail of ours spam.
        Complaint = "complaint",
        /// Out of office, a receipt, a program.
        AutoReply = "auto_reply",
        /// Somebody wants no more messages.
        Unsubscribe = "unsubscribe",
        /// An invitation of somebody else.
        OtherCalendar = "other_calendar",
        /// Somebody wrote.
        Human = "human",
        /// One of ours came back.
        Own = "own",
        /// It went round in circles.
        Loop = "loop",
        /// It cannot be read.
        Unreadable = "unreadable",
    }
}

crate::word! {
    /// What was done with a mail.
    Outcome {
        /// The answer is recorded.
        Recorded = "recorded",
        /// The registration was withdrawn: the seat goes to the next in line.
        Withdrew = "withdrew",
        /// The person is asked by mail whether they decline.
        Asked = "asked",
        /// They were asked about this invitation before.
        AskedBefore = "asked_before",
        /// The invitation was sent once more.
        SentAgain = "sent_again",
        /// It was sent less than an hour ago.
        SentBefore = "sent_before",
        /// It answers an invitation before the present one.
        OldInvitation = "old_invitation",
        /// A later answer counted already.
        Overtaken = "overtaken",
        /// The same answer counted already.
        Repeated = "repeated",
        /// The same mail came before.
        CameBefore = "came_before",
        /// It names nobody whom we invited: nothing is done.
        Unknown = "unknown",
        /// It speaks for another address than the registered one.
        Stranger = "stranger",
        /// Its address and its calendar name different registrations.
        Doubtful = "doubtful",
        /// Whoever it speaks for has no seat now.
        NoSeat = "no_seat",
        /// It is about one meeting of a series: there is none.
        NoSeries = "no_series",
        /// It says nothing.
        NoAnswer = "no_answer",
        /// The event has begun: the answer is recorded, the seat stays.
        TooLate = "too_late",
        /// A person is to look at it.
        ForPerson = "for_person",
        /// Kept, and nothing done.
        Kept = "kept",
        /// Not looked at any further.
        Dropped = "dropped",
        /// The address fails for good: it gets no more mails.
        Suppressed = "suppressed",
        /// The failure is counted; mails are still sent.
        Counted = "counted",
        /// The failure lies with us.
        OurFault = "our_fault",
        /// It is about no mail of ours.
        NotOurs = "not_ours",
        /// No more messages and invitations of this platform.
        Unsubscribed = "unsubscribed",
        /// It shows that mails reach us, and was asked for.
        Probe = "probe",
        /// Looking at it failed again and again.
        GivenUp = "given_up",
    }
}

impl Kind {
    /// By what the reader says.
    pub const fn of(class: &Class) -> Self {
        use crate::calendar::reply::Verb;
        match class {
            Class::Calendar(spoken) => match spoken.verb {
                Verb::Reply => Self::Answer,
                Verb::Counter => Self::Counter,
                Verb::Refresh => Self::Refresh,
            },
            Class::Bounce(_) => Self::Bounce,
            Class::Complaint(_) => Self::Complaint,
            Class::AutoReply => Self::AutoReply,
            Class::Unsubscribe => Self::Unsubscribe,
            Class::OtherCalendar { .. } => Self::OtherCalendar,
            Class::Human => Self::Human,
            Class::Own => Self::Own,
            Class::Loop => Self::Loop,
            Class::Unreadable(_) => Self::Unreadable,
        }
    }
}
