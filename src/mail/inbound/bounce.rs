//! What a report of a mail system says about recipients of ours (RFC 3464, 3463, 5965), and what it means for their addresses.

use crate::mail::outcome::{enhanced_within, is_dead_mailbox, lies_with_us};

/// A report on a mail. Whether it is about one of ours at all, only a token in our envelope address or one of our Message-IDs tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// Each recipient it speaks of, at most 50.
    pub recipients: Vec<Bounced>,
    /// The Message-IDs in the mail that it returns, at most 10.
    pub returned_ids: Vec<String>,
}

/// A complaint about a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// `abuse`, `fraud`, `opt-out` …, in lower case.
    pub kind: String,
    /// Who complained, as far as that is told; providers often leave it out.
    pub recipients: Vec<String>,
    /// The Message-IDs in the mail that it returns, at most 10.
    pub returned_ids: Vec<String>,
}

/// One recipient in a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounced {
    /// The address that we wrote to (Original-Recipient), else the one that failed (Final-Recipient); `None` where only the envelope's
    /// token can tell.
    pub address: Option<String>,
    /// What happened.
    pub action: Action,
    /// The enhanced status code; `None` where there is nothing but prose.
    pub status: Option<(u16, u16, u16)>,
    /// What the other server said, at most 500 characters.
    pub diagnostic: String,
}

/// What happened to a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Given up.
    Failed,
    /// Still being tried.
    Delayed,
    /// Delivered, or passed on to where no reports come from.
    Delivered,
    /// Something else, or not said.
    Other,
}

/// What that means for the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nobody reads this mailbox: no more mail.
    Hard,
    /// It failed for now, or nobody can tell for how long.
    Soft,
    /// Policy, size or our own address: alarm, and do not blame the recipient.
    OurFault,
    /// Nothing.
    Nothing,
}

impl Action {
    /// By the word in a report, in whatever case.
    pub fn of(word: &str) -> Self {
        match word.split([' ', '(', ';']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "failed" => Self::Failed,
            "delayed" => Self::Delayed,
            "delivered" | "relayed" | "expanded" => Self::Delivered,
            _ => Self::Other,
        }
    }
}

impl Bounced {
    /// By the enhanced code. One that says no more than its class (`5.0.0`) gives way to one in the other server's words; prose without
    /// any code tells at most that the fault was ours, never that a mailbox is dead.
    pub fn verdict(&self) -> Verdict {
        if matches!(self.action, Action::Delayed | Action::Delivered) {
            return Verdict::Nothing;
        }
        let spoken = enhanced_within(&self.diagnostic);
        let code = match self.status {
            Some((class, 0, 0)) => spoken.filter(|(spoken_class, ..)| *spoken_class == class).unwrap_or((class, 0, 0)),
            Some(code) => code,
            None if self.action == Action::Failed => return if spoken.is_some_and(lies_with_us) { Verdict::OurFault } else { Verdict::Soft },
            None => return Verdict::Nothing,
        };
        match code {
            (2, ..) => Verdict::Nothing,
            (4, ..) if self.action == Action::Other => Verdict::Nothing,
            code if lies_with_us(code) => Verdict::OurFault,
            code if is_dead_mailbox(code) => Verdict::Hard,
            _ => Verdict::Soft,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_decide_and_prose_hardly() {
        use Action::*;
        let cases = [
            (Failed, Some((5, 1, 1)), "smtp; 550 no such user", Verdict::Hard),
            (Failed, Some((5, 1, 2)), "", Verdict::Hard),
            (Failed, Some((5, 1, 6)), "", Verdict::Hard),
            (Failed, Some((5, 1, 10)), "", Verdict::Hard),
            (Failed, Some((5, 2, 1)), "", Verdict::Hard),
            (Failed, Some((5, 2, 2)), "mailbox full", Verdict::Soft),
            (Failed, Some((4, 4, 7)), "expired", Verdict::Soft),
            (Failed, Some((4, 7, 650)), "reputation", Verdict::OurFault),
            (Failed, Some((5, 7, 1)), "", Verdict::OurFault),
            (Failed, Some((5, 3, 4)), "", Verdict::OurFault),
            (Failed, Some((5, 2, 3)), "", Verdict::OurFault),
            (Failed, Some((5, 1, 8)), "", Verdict::OurFault),
            (Failed, Some((5, 0, 0)), "smtp; 550 5.7.1 blocked", Verdict::OurFault),
            (Failed, Some((5, 0, 0)), "smtp; 550 5.1.1 unknown", Verdict::Hard),
            (Failed, Some((5, 0, 0)), "smtp; 550 unknown", Verdict::Soft),
            (Failed, Some((4, 0, 0)), "smtp; 550 5.1.1 unknown", Verdict::Soft),
            (Failed, Some((5, 4, 4)), "5.1.1", Verdict::Soft),
            (Failed, None, "550 5.1.1 unknown", Verdict::Soft),
            (Failed, None, "550 5.7.26 DMARC", Verdict::OurFault),
            (Delayed, Some((4, 4, 1)), "", Verdict::Nothing),
            (Delayed, Some((5, 1, 1)), "", Verdict::Nothing),
            (Delivered, Some((2, 0, 0)), "", Verdict::Nothing),
            (Other, Some((2, 1, 5)), "", Verdict::Nothing),
            (Other, Some((4, 2, 0)), "", Verdict::Nothing),
            (Other, Some((5, 1, 1)), "", Verdict::Hard),
            (Other, None, "5.1.1", Verdict::Nothing),
        ];
        for (action, status, diagnostic, expected) in cases {
            let bounced = Bounced { address: None, action, status, diagnostic: diagnostic.into() };
            assert_eq!(bounced.verdict(), expected, "{bounced:?}");
        }
    }
}
