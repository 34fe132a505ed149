//! Which mails a program sent or passed on (RFC 3834): none of them is ever answered, and some are no words of anybody.

use super::fields::Fields;

/// What vacation programs begin their subjects with, in lower case, in the languages of our mails and of their neighbours.
const OUT_OF_OFFICE: [&str; 18] = [
    "automatic reply",
    "auto reply",
    "autoreply",
    "auto:",
    "out of office",
    "out of the office",
    "automatisch antwoord",
    "afwezig",
    "afwezigheid",
    "réponse automatique",
    "absence du bureau",
    "absent du bureau",
    "automatische antwort",
    "abwesenheitsnotiz",
    "abwesend",
    "respuesta automática",
    "risposta automatica",
    "autosvar",
];

/// Header fields that only programs write that answer.
const ANSWERING: [&str; 5] = ["X-Autoreply", "X-Autorespond", "X-Auto-Reply", "X-Autoresponder", "X-Vacation"];

/// Whether a mail must never be answered.
pub fn must_not_be_answered(fields: &Fields<'_>, kind: &str) -> bool {
    let precedence = fields.raw("Precedence").to_ascii_lowercase();
    let from = fields.mailboxes("From", 1);
    let from_a_system = from.first().is_none_or(|(_, address)| {
        let local = address.split('@').next().unwrap_or_default().to_ascii_lowercase();
        matches!(local.as_str(), "mailer-daemon" | "postmaster" | "noreply" | "no-reply" | "donotreply" | "do-not-reply")
    });
    fields.raw("Return-Path") == "<>"
        || is_submitted_by_program(fields)
        || ["List-Id", "List-Unsubscribe", "X-Auto-Response-Suppress", "X-Failed-Recipients", "Feedback-ID"].iter().any(|name| fields.has(name))
        || ANSWERING.iter().any(|name| fields.has(name))
        || ["bulk", "list", "junk", "auto_reply"].contains(&precedence.as_str())
        || kind == "multipart/report"
        || from_a_system
}

/// Whether it is a program's answer, or a letter that no human wrote.
pub fn is_auto_reply(fields: &Fields<'_>) -> bool {
    let subject = fields.decoded("Subject", 300).to_lowercase();
    // Old Exchange has no Auto-Submitted; a human may begin a subject like that, but not with these beside it.
    let suspicious = fields.has("X-Auto-Response-Suppress") || fields.raw("Return-Path") == "<>" || fields.has("X-MS-Exchange-Inbox-Rules-Loop");
    is_submitted_by_program(fields)
        || ANSWERING.iter().any(|name| fields.has(name))
        || fields.raw("Precedence").eq_ignore_ascii_case("auto_reply")
        || (suspicious && OUT_OF_OFFICE.iter().any(|start| subject.starts_with(start)))
}

/// Whether it answers by itself, which a wish to unsubscribe never does.
pub fn is_replied_by_program(fields: &Fields<'_>) -> bool {
    fields.raw("Auto-Submitted").to_ascii_lowercase().starts_with("auto-replied")
}

fn is_submitted_by_program(fields: &Fields<'_>) -> bool {
    let value = fields.raw("Auto-Submitted").to_ascii_lowercase();
    let word = value.split([' ', ';', '(']).next().unwrap_or_default();
    !word.is_empty() && word != "no"
}

/// Whether its shape is that of a wish for no more announcements: by where it was sent, or by a subject of that one word.
pub fn is_unsubscribe(subject: &str, recipients: &[String]) -> bool {
    let tagged = |address: &String| {
        let local = address.rsplit_once('@').map_or("", |(local, _)| local).to_ascii_lowercase();
        local.split(['+', '-', '=', '.', '_']).any(|piece| piece == "unsubscribe")
    };
    subject.trim().eq_ignore_ascii_case("unsubscribe") || recipients.iter().any(tagged)
}
