//! The calendar object of one mail: which mails carry one, and what stands in it.

use super::message::{Links, Message, Snapshot};
use super::view::{View, is_own_switch};
use super::{MailError, Sender};
use crate::calendar::invite::{Answer, Conference, Invite, Method, Party};
use crate::domain::email::EmailAddress;
use crate::domain::mode::Mode;
use crate::domain::registration::{CalendarAct, MailKind};
use crate::domain::rsvp::Answer as Given;
use crate::i18n::Catalogue;

/// Minutes before the start at which calendars remind, where they honour it.
const ALARM_MINUTES: u32 = 60;

/// The object that goes with a mail, with the method its MIME part has to name; `None` for mails without one.
///
/// The personal page's link is not in it: calendars are shared with colleagues and read by assistants, and whoever has
/// the link can withdraw or erase the registration.
pub fn of(texts: &Catalogue, sender: &Sender, message: Message<'_>, to: &EmailAddress, view: &View) -> Option<(Method, String)> {
    let Message { mail, event, links } = message;
    // An invitation to register is no invitation in a calendar: there is no seat yet.
    let (registration, event) = (mail.registration()?, event?);
    let method = match mail.kind.calendar_act(registration.was_invited) {
        CalendarAct::Nothing => return None,
        CalendarAct::Request => Method::Request,
        CalendarAct::Cancel => Method::Cancel,
    };
    let t = |key: &str| texts.t(mail.language, key, &[]);
    let asks_again = mail.kind == MailKind::EventChanged && !is_own_switch(mail);
    // Programs that show one take the first; the other follows the event, and works without us.
    let ways = [(&view.join_link, "mail-common-join_label"), (&view.join_direct, "mail-common-join_direct_label")];
    let conferences = ways.into_iter().filter(|(link, _)| !link.is_empty()).map(|(link, label)| Conference { link: link.clone(), label: t(label) });
    let invite = Invite {
        method,
        uid: format!("{}@{}", registration.uid, sender.domain),
        sequence: registration.sequence,
        stamped: mail.made_at,
        organizer: Party { name: sender.name.clone(), address: answers_to(sender, links) },
        attendee: Party { name: mail.recipient.name.clone(), address: to.clone() },
        answer: match registration.answered {
            Some(Given::NeedsAction | Given::Declined) => Answer::Asked,
            Some(Given::Tentative) => Answer::Tentative,
            Some(Given::Accepted) => Answer::Accepted,
            None if asks_again => Answer::Asked,
            None => Answer::Accepted,
        },
        tlp: event.tlp,
        title: event.title.clone(),
        neutral_title: t("mail-common-neutral_title"),
        description: description(view, t),
        neutral_description: t("mail-common-neutral_description"),
        location: if registration.mode == Mode::OnSite { event.venue.clone() } else { view.mode.clone() },
        url: links.event.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        conferences: conferences.collect(),
        alarm_minutes: Some(ALARM_MINUTES),
    };
    Some((method, invite.to_ics()))
}

/// Where answers go: an address of this person's own. It never changes for a UID, or calendars ignore what comes later.
pub fn answers_to(sender: &Sender, links: &Links) -> EmailAddress {
    links.answers.as_deref().and_then(|address| EmailAddress::parse(address).ok()).unwrap_or_else(|| sender.address.clone())
}

/// The recipient, or why there is none.
pub fn recipient(mail: &Snapshot) -> Result<EmailAddress, MailError> {
    EmailAddress::parse(&mail.recipient.email).map_err(|fault| MailError::Recipient(fault.code()))
}

/// Paragraphs, one blank line between.
fn description(view: &View, t: impl Fn(&str) -> String) -> String {
    let mut paragraphs = vec![view.tlp_label.to_owned() + " - " + view.tlp_meaning.as_str(), view.summary.clone()];
    if !view.agenda.is_empty() {
        let mut lines = vec![t("mail-common-agenda")];
        lines.extend(view.agenda.iter().map(|a| match a.speaker.as_str() {
            "" => format!("{}  {}", a.at, a.title),
            speaker => format!("{}  {} ({speaker})", a.at, a.title),
        }));
        paragraphs.push(lines.join("\n"));
    }
    for (key, link) in [("mail-common-join", &view.join_link), ("mail-common-join_direct", &view.join_direct)] {
        if !link.is_empty() {
            paragraphs.push(format!("{}\n{link}", t(key)));
        }
    }
    paragraphs.push(t("mail-common-manage"));
    paragraphs.retain(|p| !p.trim().is_empty());
    paragraphs.join("\n\n")
}
