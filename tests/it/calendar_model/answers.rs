//! What calendars answer, and which of it counts: an independent account of all answers, read anew each time.

use std::fmt::Write;

use chrono::{Duration, SubsecRound};
use quarterdeck::app::inbound::Outcome;
use quarterdeck::clock::Instant;
use quarterdeck::db::inbound::Door;

use super::Play;
use super::deeds::mailbox;
use crate::model::Dice;
use crate::support::attendee::{DOMAIN, Reply, border, keys_of, signed_by};

/// An answer as it came in.
#[derive(Clone, Debug)]
pub struct Given {
    uid: String,
    partstat: &'static str,
    sequence: i64,
    /// DTSTAMP, or when it came where that lies ahead.
    stamped: Instant,
    /// Whether it may count at all: it speaks for somebody who had a seat, to the invitation as it was then; and before the event begins
    /// nobody but them can decline.
    counts: bool,
}

/// The answer that stands: of those to the invitation as it is, the last by DTSTAMP, of one second the last that came.
fn standing<'a>(given: &'a [Given], uid: &str, sequence: i64) -> Option<&'a Given> {
    given.iter().filter(|one| one.counts && one.uid == uid && one.sequence == sequence).max_by_key(|one| one.stamped)
}

impl Play {
    /// Somebody's calendar, as it is at this moment, asks for the invitation.
    pub async fn refresh(&mut self, who: usize) -> String {
        let Some(reply) = self.reply_of(who, 0) else { return "nobody asks anew".into() };
        let reply = Reply { method: "REFRESH", ..reply };
        self.again.insert(mailbox(who));
        let outcome = self.receive(reply.mail()).await;
        self.quiet = outcome != Outcome::SentAgain.code();
        format!("{who} asks anew: {outcome}")
    }

    /// An answer to what somebody's calendar shows, or to what it showed once, true or forged.
    pub async fn answer(&mut self, who: usize, dice: &mut Dice) -> String {
        let choice = dice.up_to(100);
        let Some(shown) = self.reply_of(who, choice) else { return "nobody answers".into() };
        let partstat = dice.of(&["ACCEPTED", "TENTATIVE", "DECLINED", "DECLINED"]);
        let sequence = shown.sequence + dice.of(&[0, 0, 0, 0, 0, -1, -1, 1, 7]);
        let uid = shown.uid.trim_end_matches(&format!("@{DOMAIN}")).to_owned();
        let invited = self.sequence(&uid);
        // A SEQUENCE that was never sent counts by its moment: one before the invitation is for the table of `domain::rsvp`.
        let moments: &[i64] = if i64::from(sequence) > invited { &[0, 0, 86_400] } else { &[0, 0, 0, -1, -600, -7_200, 86_400] };
        let stamped = self.now.trunc_subsecs(0) + Duration::seconds(dice.of(moments));
        let reply = Reply { partstat, sequence: sequence.max(0), stamped, ..shown };
        let (raw, vouched) = match dice.up_to(8) {
            0..5 => (signed_by("haven.example", reply.mail(), self.now), true),
            5 => ([&b"Authentication-Results: mx.quarterdeck.example; dmarc=pass header.from=haven.example\r\n"[..], &reply.mail()].concat(), true),
            6 => (signed_by("other.example", reply.mail(), self.now), false),
            _ => (reply.mail(), false),
        };
        let had_seat = self.is_confirmed(&uid);
        let before = self.standing();
        let begun = self.has_begun(&uid).await;
        let counts = had_seat && i64::from(reply.sequence) >= invited && (vouched || partstat != "DECLINED" || begun);
        self.given.push(Given { uid: uid.clone(), partstat, sequence: invited, stamped: stamped.min(self.now), counts });
        let withdraws = partstat == "DECLINED" && counts && !begun && {
            let last = standing(&self.given, &uid, invited).expect("this one, if no later one");
            std::ptr::eq(last, self.given.last().expect("this one"))
        };
        let mut what =
            format!("{who} answers {partstat} to {} of {invited}, at {stamped}, {}", reply.sequence, if vouched { "vouched for" } else { "forged" });
        let outcome = self.receive(raw.clone()).await;
        let _ = write!(what, ": {outcome}");
        if withdraws {
            assert!(
                before.contains(&format!("{uid} confirmed")) && self.standing().contains(&format!("{uid} withdrawn")),
                "{what}: the seat is kept"
            );
        } else {
            assert_eq!(self.standing(), before, "{what}: it moved somebody");
        }
        let after = self.standing();
        if dice.up_to(3) == 0 {
            // The same octets again, and the same answer in another mail.
            let again = self.app.receive_mail(Door::Lmtp, None, raw, self.now).await.expect("kept");
            assert!(again.again, "{what}: kept twice");
            let other = Reply { id: format!("{}-again", reply.id), ..reply };
            let second = if vouched { signed_by("haven.example", other.mail(), self.now) } else { other.mail() };
            let outcome = self.receive(second).await;
            let _ = write!(what, ", once more: {outcome}");
            assert_eq!(self.standing(), after, "{what}: it counts twice");
        }
        what
    }

    /// An answer to what this person's calendar holds; `choice` says to which event, where there are several.
    fn reply_of(&self, who: usize, choice: usize) -> Option<Reply> {
        let known = self.post.calendars.get(&mailbox(who))?.answerable();
        // Mostly to this event; sometimes to one that is long over.
        let here: Vec<_> = known.iter().filter(|entry| entry.stamped >= self.switch - Duration::days(21)).collect();
        let entry = if choice < 90 { here.get(choice % here.len().max(1)).copied()? } else { known.get(choice % known.len().max(1))? };
        Some(Reply {
            from: mailbox(who),
            to: entry.organizer.clone(),
            uid: entry.uid.clone(),
            partstat: "ACCEPTED",
            sequence: i32::try_from(entry.sequence).expect("a small number"),
            stamped: self.now,
            method: "REPLY",
            id: format!("{}-{}", self.now.timestamp_micros(), entry.uid.split('@').next().unwrap_or_default()),
        })
    }

    /// Gives a mail to the pipeline; answers what was done with it.
    async fn receive(&mut self, raw: Vec<u8>) -> String {
        let received = self.app.receive_mail(Door::Lmtp, None, raw, self.now).await.expect("kept");
        let taken = self.app.handle_inbound(&border(), &keys_of(&["haven.example", "other.example"]), self.now).await.expect("handled");
        assert_eq!(taken, usize::from(!received.again), "each mail is handled once");
        let outcome = format!("SELECT COALESCE(outcome, state) AS value FROM inbound_mail WHERE id = {}", received.id);
        self.sql.words(&outcome).pop().unwrap_or_default()
    }

    fn sequence(&mut self, uid: &str) -> i64 {
        self.sql.number(&format!("SELECT CAST(sequence AS BIGINT) AS value FROM registration WHERE uid = '{uid}'"))
    }

    async fn has_begun(&mut self, uid: &str) -> bool {
        let slug =
            self.sql.words(&format!("SELECT e.slug AS value FROM event e JOIN registration r ON r.event_id = e.id WHERE r.uid = '{uid}'")).remove(0);
        self.app.event_by_slug(&slug).await.expect("an event").stored.event.schedule.starts_at <= self.now
    }

    /// Who has a seat stands as their last answer to the present invitation says.
    pub fn check_answers(&mut self) -> Result<(), String> {
        let stored = self.sql.words(
            "SELECT r.uid || ' ' || r.sequence || ' ' || CASE WHEN v.sequence >= r.sequence THEN v.answer ELSE 'needs-action' END AS value \
             FROM registration r LEFT JOIN rsvp v ON v.registration_id = r.id WHERE r.state = 'confirmed' AND r.erased_at IS NULL",
        );
        for line in stored {
            let [uid, sequence, answer] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
            let wanted = standing(&self.given, uid, sequence.parse().expect("a number"))
                .map_or("needs-action".to_owned(), |one| one.partstat.to_ascii_lowercase());
            if answer != wanted {
                return Err(format!(
                    "{uid} stands as {answer}, by the answers as {wanted}: {:?}",
                    self.given.iter().filter(|one| one.uid == uid).collect::<Vec<_>>()
                ));
            }
        }
        Ok(())
    }
}
