//! What an attempt to hand over a mail came to, read off the relay's reply (RFC 5321 §4.2, RFC 3463). Pure.

/// The result of one attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The relay took the mail.
    Delivered,
    /// Not now: try again later.
    Retry(Reply),
    /// Never for this recipient.
    Permanent(Reply),
    /// Refused for a reason that lies with us (policy, size, sign-in): alarm, and do not blame the recipient.
    OurFault(Reply),
    /// No answer after the message was handed over: it may have arrived. Send it again with the same Message-ID.
    Unknown(Reply),
}

/// What was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// The three digits; `None` when nobody answered.
    pub code: Option<u16>,
    /// The words, cut to 500 characters.
    pub text: String,
}

/// Where in the conversation about one mail a reply came. What is said before it (greeting, TLS, sign-in) concerns no mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// MAIL, RCPT or DATA.
    Envelope,
    /// After the final dot.
    Message,
}

impl Reply {
    /// A reply with its text cut to what is worth keeping.
    pub fn new(code: Option<u16>, text: &str) -> Self {
        Self { code, text: text.chars().filter(|c| !c.is_control()).take(500).collect() }
    }

    /// The enhanced status code at the start of the text (RFC 2034), class, subject, detail.
    pub fn enhanced(&self) -> Option<(u16, u16, u16)> {
        three_numbers(self.text.split_whitespace().next()?)
    }
}

/// Whether the relay closes the connection with this reply (RFC 5321 §3.8).
pub fn closes_connection(reply: &Reply) -> bool {
    matches!(reply.code, None | Some(421 | 521))
}

/// Whether an enhanced code blames policy, message size, protocol or our own address (RFC 3463 §3.8, 3.4, 3.6, 3.2), not the recipient.
pub const fn lies_with_us(code: (u16, u16, u16)) -> bool {
    matches!(code, (4 | 5, 7, _) | (5, 3, 4) | (5, 2, 3) | (5, 1, 7 | 8) | (5, 5, 0..=2 | 4..))
}

/// Whether an enhanced code says that nobody reads this mailbox, now or later: no such mailbox or domain, moved away, no mail taken
/// there, disabled (RFC 3463 §3.2, 3.3; RFC 7505).
pub const fn is_dead_mailbox(code: (u16, u16, u16)) -> bool {
    matches!(code, (5, 1, 1 | 2 | 6 | 10) | (5, 2, 1))
}

/// The first enhanced status code anywhere in a text that says more than its class (`5.0.0` does not).
pub fn enhanced_within(text: &str) -> Option<(u16, u16, u16)> {
    let word = |c: char| !(c.is_ascii_alphanumeric() || c == '.');
    text.split(word).filter_map(|word| three_numbers(word.trim_end_matches('.'))).find(|(_, subject, detail)| (*subject, *detail) != (0, 0))
}

/// `5.7.1`: class 2, 4 or 5, then subject and detail (RFC 3463 §2), each of at most three digits.
pub fn three_numbers(word: &str) -> Option<(u16, u16, u16)> {
    let short = |p: &str| ((1..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit())).then(|| p.parse().ok()).flatten();
    let mut parts = word.split('.').map(short);
    let code = (parts.next()??, parts.next()??, parts.next()??);
    (parts.next().is_none() && [2, 4, 5].contains(&code.0)).then_some(code)
}

/// Judges a refusal.
pub fn judge(step: Step, reply: Reply) -> Outcome {
    let Some(code) = reply.code else {
        return if step == Step::Message { Outcome::Unknown(reply) } else { Outcome::Retry(reply) };
    };
    match (code, reply.enhanced()) {
        (200..400, _) => Outcome::Delivered,
        (400..500, _) => Outcome::Retry(reply),
        (_, Some(enhanced)) if lies_with_us(enhanced) => Outcome::OurFault(reply),
        // 552 counts as 452, "too many" or "full for now" (RFC 5321 §4.5.3.1.10).
        (552, _) => Outcome::Retry(reply),
        // Syntax, order, sign-in.
        (500..=504 | 530..=538 | 555, _) => Outcome::OurFault(reply),
        _ => Outcome::Permanent(reply),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replies_are_judged_by_code_enhanced_code_and_place() {
        use Step::*;
        let cases: &[(Step, Option<u16>, &str, &str)] = &[
            (Envelope, Some(421), "4.3.2 closing", "retry"),
            (Envelope, Some(450), "4.2.0 greylisted", "retry"),
            (Message, Some(451), "local error", "retry"),
            (Message, Some(452), "4.3.1 disk full", "retry"),
            (Envelope, Some(454), "4.7.0 TLS not available", "retry"),
            (Envelope, Some(550), "5.1.1 no such user", "permanent"),
            (Envelope, Some(550), "no such user", "permanent"),
            (Envelope, Some(553), "5.1.3 bad address", "permanent"),
            (Envelope, Some(556), "5.1.10 null MX", "permanent"),
            (Envelope, Some(550), "5.2.1 disabled", "permanent"),
            (Envelope, Some(552), "too many recipients", "retry"),
            (Message, Some(552), "5.2.2 mailbox full", "retry"),
            (Message, Some(552), "5.3.4 too big", "our fault"),
            (Message, Some(552), "5.2.3 too big for this mailbox", "our fault"),
            (Message, Some(554), "5.7.1 blocked", "our fault"),
            (Message, Some(550), "5.7.26 DMARC", "our fault"),
            (Envelope, Some(550), "5.1.8 sender unknown", "our fault"),
            (Envelope, Some(501), "5.5.4 syntax", "our fault"),
            (Envelope, Some(503), "bad sequence", "our fault"),
            (Envelope, Some(452), "4.5.3 too many", "retry"),
            (Envelope, Some(550), "5.5.3 too many", "permanent"),
            (Message, Some(554), "transaction failed", "permanent"),
            (Envelope, None, "connection lost", "retry"),
            (Message, None, "connection lost", "unknown"),
            (Message, Some(250), "2.0.0 queued", "delivered"),
        ];
        for (step, code, text, expected) in cases {
            let got = match judge(*step, Reply::new(*code, text)) {
                Outcome::Delivered => "delivered",
                Outcome::Retry(_) => "retry",
                Outcome::Permanent(_) => "permanent",
                Outcome::OurFault(_) => "our fault",
                Outcome::Unknown(_) => "unknown",
            };
            assert_eq!(got, *expected, "{step:?} {code:?} {text}");
        }
    }

    #[test]
    fn enhanced_codes_are_read_only_where_they_are() {
        for (text, expected) in [
            ("5.7.1 blocked", Some((5, 7, 1))),
            ("4.2.0", Some((4, 2, 0))),
            ("see 5.7.1", None),
            ("1.2.3.4 blocked", None),
            ("9.9.9 x", None),
            ("", None),
            ("5.7", None),
        ] {
            assert_eq!(Reply::new(Some(550), text).enhanced(), expected, "{text}");
        }
        for (text, expected) in [
            ("smtp; 550-5.7.26 This mail", Some((5, 7, 26))),
            ("smtp; 550 5.0.0 (#5.1.1)", Some((5, 1, 1))),
            ("550 5.1.10.", Some((5, 1, 10))),
            ("from 5.6.7.8, see RFC 5321, v5.1.1x, 5.1.1111", None),
            ("250 2.0.0 OK", None),
        ] {
            assert_eq!(enhanced_within(text), expected, "{text}");
        }
    }
}
