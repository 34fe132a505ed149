//! Answers of calendars, given to the pipeline as a door gives them: who really declines gives the seat to the next in line, and nobody
//! else can.

use chrono::Duration;
use quarterdeck::app::Actor;
use quarterdeck::app::inbound::Outcome;
use quarterdeck::db::inbound::Door;
use quarterdeck::domain::event::{Place, Schedule};
use quarterdeck::domain::mail_tag::Tag;
use quarterdeck::domain::registration::State;

use crate::both_databases;
use crate::substitutes::{House, START, at};
use crate::support::attendee::{DOMAIN, Reply, border, keys_of, report, signed_by};
use crate::support::databases::Kind;
use crate::support::scene::Scene;
use crate::support::sql::moment;

const AN: &str = "an@haven.example";
const WIM: &str = "wim@other.example";

async fn house(kind: Kind) -> Option<House> {
    let house = House::open(kind, Scene::event("here").seats(1)).await?;
    house.enter(AN, "Haven NV").await;
    house.enter(WIM, "Other NV").await;
    Some(house)
}

impl House {
    /// An answer of somebody's calendar to the invitation as it is now.
    fn reply(&self, email: &str, partstat: &'static str) -> Reply {
        let tag = self.app.secrets.mail_tag(Tag::Answer(self.row(email)));
        Reply {
            from: email.into(),
            to: format!("events+{tag}@{DOMAIN}"),
            uid: format!("{}@{DOMAIN}", self.told("uid", email)),
            partstat,
            sequence: self.told("sequence", email).parse().expect("a number"),
            stamped: self.now(),
            method: "REPLY",
            id: format!("{partstat}-{}", self.sql().count("inbound_mail", "1 = 1")),
        }
    }

    /// Gives a mail to the pipeline and answers what was done with it.
    async fn receive(&self, raw: Vec<u8>) -> String {
        let received = self.app.receive_mail(Door::Lmtp, None, raw, self.now()).await.expect("kept");
        let taken = self.app.handle_inbound(&border(), &keys_of(&["haven.example", "other.example"]), self.now()).await.expect("handled");
        assert_eq!(taken, usize::from(!received.again), "each mail is handled once");
        self.outcome(received.id.0)
    }

    fn outcome(&self, id: i64) -> String {
        self.sql().words(&format!("SELECT COALESCE(outcome, state) AS value FROM inbound_mail WHERE id = {id}")).pop().unwrap_or_default()
    }

    pub fn rsvp(&self, email: &str) -> String {
        let row = self.row(email);
        self.sql().words(&format!("SELECT answer || ' ' || sequence AS value FROM rsvp WHERE registration_id = {row}")).pop().unwrap_or_default()
    }

    pub fn for_person(&self) -> i64 {
        self.sql().count("inbound_mail", "for_person")
    }

    pub async fn move_by(&self, days: i64) {
        let stored = self.app.event_by_slug("here").await.expect("an event").stored;
        let Schedule { starts_at, ends_at, opens_at, closes_at } = stored.event.schedule.clone();
        let by = Duration::days(days);
        let schedule = Schedule { starts_at: starts_at + by, ends_at: ends_at + by, opens_at, closes_at };
        let place: Place = stored.event.place.clone();
        self.app.reschedule_event(self.event, None, schedule, place, Actor::Operator, self.now()).await.expect("moved");
    }
}

both_databases! {
    /// Accept, new date, the old answer comes late, decline: the seat goes to the next, whose calendar has it; the way back is open.
    async fn a_decline_gives_the_seat_to_the_next_in_line(kind: Kind) {
        let Some(house) = house(kind).await else { return };
        assert_eq!((house.state(AN), house.state(WIM)), ("confirmed".into(), "waitlisted".into()));
        let accepted = house.reply(AN, "ACCEPTED");
        assert_eq!(house.receive(accepted.signed()).await, "recorded");
        assert_eq!(house.rsvp(AN), "accepted 0");

        house.pass(Duration::hours(1));
        house.move_by(1).await;
        house.pass(Duration::hours(1));
        let late = Reply { partstat: "DECLINED", id: "late".into(), stamped: house.now(), ..accepted };
        assert_eq!(house.receive(late.signed()).await, "old_invitation");
        assert_eq!(house.state(AN), "confirmed");

        let declined = house.reply(AN, "DECLINED");
        assert_eq!(declined.sequence, 1);
        assert_eq!(house.receive(declined.signed()).await, "withdrew");
        assert_eq!((house.state(AN), house.state(WIM)), ("withdrawn".into(), "confirmed".into()));
        assert_eq!(house.mails(WIM).last().map(String::as_str), Some("promoted queued"));
        assert_eq!(house.mails(AN).last().map(String::as_str), Some("withdrawn queued"));
        assert_eq!(house.told("reason", AN), r#"{"code":"calendar_declined"}"#);
        assert_eq!(house.for_person(), 0);

        // By their page they take part again: the seat is another's by now.
        assert_eq!(house.app.rejoin(house.row(AN), house.now()).await.expect("back"), State::Waitlisted);
        assert_eq!(house.app.rejoin(house.row(AN), house.now()).await.expect("the same"), State::Waitlisted);
        let accepted = house.reply(AN, "ACCEPTED");
        assert_eq!(house.receive(accepted.signed()).await, "no_seat");
        house.verified().await;
    }
}

both_databases! {
    /// Whoever forges a decline frees no seat: the owner is asked, once.
    async fn a_decline_that_nobody_vouches_for_is_asked_about(kind: Kind) {
        let Some(house) = house(kind).await else { return };
        let declined = house.reply(AN, "DECLINED");
        assert_eq!(house.receive(declined.mail()).await, "asked");
        assert_eq!((house.state(AN), house.mails(AN).last().cloned()), ("confirmed".into(), Some("confirm_decline queued".into())));
        let again = Reply { id: "again".into(), ..declined.clone() };
        assert_eq!(house.receive(again.mail()).await, "asked_before");
        let foreign = signed_by("other.example", Reply { id: "foreign".into(), ..declined.clone() }.mail(), house.now());
        assert_eq!(house.receive(foreign).await, "asked_before", "a signature of somebody else vouches for nothing");
        let mut forged = b"Authentication-Results: mx.evil.example; dmarc=pass header.from=haven.example\r\n".to_vec();
        forged.extend(Reply { id: "forged".into(), ..declined.clone() }.mail());
        assert_eq!(house.receive(forged).await, "asked_before", "only our own border is believed");
        assert_eq!(house.mails(AN).iter().filter(|mail| mail.starts_with("confirm_decline")).count(), 1);
        assert_eq!(house.rsvp(AN), "needs-action 0");

        // The same answer with our border's word for it counts.
        let mut vouched = b"Authentication-Results: mx.quarterdeck.example; dmarc=pass header.from=haven.example\r\n".to_vec();
        vouched.extend(Reply { id: "vouched".into(), ..declined }.mail());
        assert_eq!(house.receive(vouched).await, "withdrew");
        assert_eq!(house.mails(AN).last().map(String::as_str), Some("withdrawn queued"));
        assert!(house.mails(AN).contains(&"confirm_decline aborted".to_owned()), "{:?}", house.mails(AN));
        house.verified().await;
    }
}

both_databases! {
    /// Replays, other people's answers, unknown invitations, and every way of being wrong change nothing for anybody.
    async fn nothing_is_done_for_anybody_else(kind: Kind) {
        let Some(house) = house(kind).await else { return };
        let accepted = house.reply(AN, "ACCEPTED");
        assert_eq!(house.receive(accepted.signed()).await, "recorded");
        let received = house.app.receive_mail(Door::Lmtp, None, accepted.signed(), house.now()).await.expect("kept");
        assert!(received.again, "the same octets are kept once");
        let before = (house.rsvp(AN), house.state(AN), house.state(WIM), house.mails(AN), house.mails(WIM));
        let declined = Reply { partstat: "DECLINED", ..accepted.clone() };
        let old = house.now() - Duration::hours(2);
        for (what, raw, outcome) in [
            ("the Message-ID came before", signed_by("haven.example", [&b"X-Way: other\r\n"[..], &declined.mail()].concat(), house.now()), "came_before"),
            ("an earlier answer", Reply { id: "1".into(), stamped: old, ..declined.clone() }.signed(), "overtaken"),
            ("the same answer", Reply { id: "2".into(), ..accepted.clone() }.signed(), "repeated"),
            ("somebody else's address", Reply { id: "3".into(), from: WIM.into(), ..declined.clone() }.signed(), "stranger"),
            ("an unknown UID", Reply { id: "4".into(), uid: format!("x@{DOMAIN}"), to: format!("events@{DOMAIN}"), ..declined.clone() }.signed(), "unknown"),
            ("another's UID", Reply { id: "5".into(), uid: house.reply(WIM, "DECLINED").uid, ..declined.clone() }.signed(), "doubtful"),
            ("delegation", Reply { id: "6".into(), partstat: "DELEGATED", ..declined.clone() }.signed(), "for_person"),
            ("another time", Reply { id: "7".into(), method: "COUNTER", ..declined.clone() }.signed(), "for_person"),
            ("a cancellation from outside", Reply { id: "8".into(), method: "CANCEL", ..declined.clone() }.signed(), "for_person"),
            ("an unknown answer", Reply { id: "9".into(), partstat: "MAYBE", ..declined.clone() }.signed(), "no_answer"),
            ("who waits", Reply { id: "10".into(), ..house.reply(WIM, "DECLINED") }.signed(), "no_seat"),
            ("asking again at once", Reply { id: "11".into(), method: "REFRESH", ..declined.clone() }.signed(), "sent_before"),
            ("no mail at all", b"\0\xff\xfe".to_vec(), "for_person"),
        ] {
            assert_eq!(house.receive(raw).await, outcome, "{what}");
            assert_eq!((house.rsvp(AN), house.state(AN), house.state(WIM), house.mails(AN), house.mails(WIM)), before, "{what}");
        }
        house.verified().await;
    }
}

both_databases! {
    /// An answer without our tag is matched by UID and address; a clock that runs ahead shuts nothing out; REFRESH brings the invitation.
    async fn answers_find_their_way_by_what_they_have(kind: Kind) {
        let Some(house) = house(kind).await else { return };
        let bare = Reply { to: format!("events@{DOMAIN}"), stamped: house.now() + Duration::days(300), ..house.reply(AN, "TENTATIVE") };
        let dated = Reply { stamped: house.now(), ..bare.clone() };
        let raw = String::from_utf8(bare.mail()).expect("text").into_bytes();
        assert_eq!(house.receive(signed_by("haven.example", raw, dated.stamped)).await, "recorded");
        assert_eq!(house.rsvp(AN), "tentative 0");
        house.pass(Duration::hours(2));
        let refresh = Reply { method: "REFRESH", id: "refresh".into(), stamped: house.now(), ..bare };
        assert_eq!(house.receive(refresh.mail()).await, "sent_before", "a stranger may ask once a day");
        let refresh = Reply { id: "refresh-2".into(), ..refresh };
        assert_eq!(house.receive(refresh.signed()).await, "sent_again");
        assert_eq!(house.mails(AN), ["registration_confirmed queued", "registration_confirmed queued"]);
        let accepted = Reply { id: "later".into(), ..house.reply(AN, "ACCEPTED") };
        assert_eq!(house.receive(accepted.signed()).await, "recorded");
        assert_eq!(house.rsvp(AN), "accepted 0");
        // Once it has begun an answer is noted, and the seat stays.
        house.clock.set(at(START) + Duration::minutes(1));
        let declined = Reply { id: "begun".into(), ..house.reply(AN, "DECLINED") };
        assert_eq!(house.receive(declined.signed()).await, "too_late");
        assert_eq!((house.state(AN), house.rsvp(AN)), ("confirmed".into(), "declined 0".into()));
        house.verified().await;
    }
}

both_databases! {
    /// What came in goes with the registration, and with its time.
    async fn what_came_in_is_forgotten(kind: Kind) {
        let Some(house) = house(kind).await else { return };
        let reply = house.reply(AN, "ACCEPTED");
        assert_eq!(house.receive(reply.signed()).await, "recorded");
        let human = format!("From: Wim <{WIM}>\r\nTo: events@{DOMAIN}\r\nSubject: A question\r\nMessage-ID: <q@other.example>\r\n\r\nMay I bring my dog?\r\n");
        assert_eq!(house.receive(human.into_bytes()).await, Outcome::ForPerson.code());
        assert_eq!(house.for_person(), 1);
        assert_eq!(house.sql().count("inbound_mail", "registration_id IS NOT NULL"), 2, "who writes is recognised by the address");
        house.app.erase(house.row(AN), Actor::Person, house.now()).await.expect("erased");
        let traces = |of: &str| house.sql().count("inbound_mail", &format!("from_address LIKE '%{of}%' OR text LIKE '%dog%' AND '{of}' = 'wim'"));
        assert_eq!((traces("an@haven"), house.sql().count("inbound_mail", "raw IS NULL")), (0, 1));
        assert_eq!(traces("wim"), 1);
        house.pass(Duration::days(91));
        house.app.purge(house.now()).await.expect("purged");
        assert_eq!((traces("wim"), house.sql().count("inbound_mail", "raw IS NOT NULL")), (0, 0));
        house.verified().await;
    }
}

both_databases! {
    /// Who was forgotten and writes again is read by somebody; what only comes back from then is dropped, and what came back before goes
    /// with the mail it was about.
    async fn a_letter_after_the_erasure_is_read_and_nothing_old_is_kept(kind: Kind) {
        let Some(house) = house(kind).await else { return };
        let (answers, row) = (house.reply(AN, "ACCEPTED").to, house.row(AN));
        let mail = house.sql().number(&format!("SELECT max(id) AS value FROM outbox WHERE recipient = '{AN}'"));
        house.sql().run("UPDATE outbox SET status = 'sent'");
        let tagged = format!("events+{}@{DOMAIN}", house.app.secrets.mail_tag(Tag::Bounce(quarterdeck::domain::ids::MailId(mail))));
        assert_eq!(house.receive(report(&tagged, AN, "failed", "5.2.2", "552 mailbox full")).await, "counted");
        // As that of a question about a mandate is kept: about a mail of ours, and about no registration.
        house.sql().run("UPDATE inbound_mail SET registration_id = NULL, event_id = NULL");
        house.app.erase(row, Actor::Person, house.now()).await.expect("erased");
        assert_eq!(house.sql().count("inbound_mail", "raw IS NOT NULL"), 1);
        house.app.purge(house.now()).await.expect("swept");
        assert_eq!(house.sql().count("inbound_mail", "raw IS NOT NULL"), 0, "it names to whom the mail went");

        assert_eq!(house.receive(report(&tagged, AN, "failed", "5.1.1", "550 gone")).await, "unknown");
        let letter = format!("From: An <{AN}>\r\nTo: {answers}\r\nSubject: A mistake\r\nMessage-ID: <late@haven.example>\r\n\r\nMay I come after all?\r\n");
        assert_eq!(house.receive(letter.into_bytes()).await, Outcome::ForPerson.code());
        let kept = house.sql().words("SELECT text AS value FROM inbound_mail WHERE raw IS NOT NULL AND for_person");
        assert_eq!(kept, ["May I come after all?"], "only the letter is there");
        house.verified().await;
    }
}

both_databases! {
    /// Of two reports about one address that are handled at the same moment, at two events or by two processes, both count, and neither
    /// waits for another look.
    async fn reports_of_the_same_moment_both_count(kind: Kind) {
        let Some(house) = house(kind).await else { return };
        let mail = house.sql().number(&format!("SELECT max(id) AS value FROM outbox WHERE recipient = '{AN}'"));
        house.sql().run("UPDATE outbox SET status = 'sent'");
        let tagged = format!("events+{}@{DOMAIN}", house.app.secrets.mail_tag(Tag::Bounce(quarterdeck::domain::ids::MailId(mail))));
        let received = house.app.receive_mail(Door::Lmtp, None, report(&tagged, AN, "failed", "5.2.2", "552 mailbox full"), house.now()).await.expect("kept");
        // The other transaction has written, and has not committed yet.
        let (mut other, at) = (house.sql(), moment(house.now()));
        let mac = house.app.secrets.address_mac(AN);
        other.run(&format!(
            "BEGIN; INSERT INTO mail_address (address_mac, state, code, since, last_at, failures) VALUES ('{mac}', 'soft', '4.2.2', {at}, {at}, 1)"
        ));
        let (border, keys) = (border(), keys_of(&["haven.example"]));
        let handled = house.app.handle_inbound(&border, &keys, house.now());
        let committed = async {
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            other.run("COMMIT");
        };
        let (handled, ()) = tokio::join!(handled, committed);
        assert_eq!(handled.expect("handled"), 1);
        let told = "SELECT COALESCE(outcome, state) || ' ' || attempts AS value FROM inbound_mail";
        assert_eq!(house.sql().words(told), ["counted 1"], "at the first look: {}", received.id);
        assert_eq!(house.sql().words("SELECT state || ' ' || code || ' ' || failures AS value FROM mail_address"), ["soft 5.2.2 2"]);
        house.verified().await;
    }
}

both_databases! {
    /// A question whether somebody declines, given up by the relay, is not tried again once they are out, nor about another date.
    async fn nobody_who_is_out_is_asked_whether_they_come(kind: Kind) {
        let Some(house) = house(kind).await else { return };
        assert_eq!(house.receive(house.reply(AN, "DECLINED").mail()).await, "asked");
        let question = quarterdeck::domain::ids::MailId(house.sql().number("SELECT id AS value FROM outbox WHERE kind = 'confirm_decline'"));
        let fails = || house.sql().run(&format!("UPDATE outbox SET status = CASE WHEN id = {} THEN 'failed' ELSE 'sent' END", question.0));
        let again = async || house.app.retry_mail(question, Actor::Operator, house.now()).await.expect("an answer");
        fails();
        assert!(again().await, "they still have the seat, and the date is the same");
        fails();
        house.sql().run(&format!("UPDATE outbox SET kind = 'announcement' WHERE id = {}", question.0));
        assert!(again().await, "a message is for whoever has a place");
        fails();
        house.app.withdraw(house.row(AN), Actor::Person, None, house.now()).await.expect("withdrawn");
        house.sql().run(&format!("UPDATE outbox SET status = 'failed' WHERE id = {}", question.0));
        for kind in ["announcement", "confirm_decline"] {
            house.sql().run(&format!("UPDATE outbox SET kind = '{kind}' WHERE id = {}", question.0));
            assert!(!again().await, "{kind}");
        }
    }
}

both_databases! {
    /// A report counts with our envelope's tag, and only for the address that the mail went to.
    async fn bounces_shut_an_address_and_forged_ones_do_nothing(kind: Kind) {
        let Some(house) = house(kind).await else { return };
        let mail = house.sql().number(&format!("SELECT max(id) AS value FROM outbox WHERE recipient = '{AN}'"));
        house.sql().run("UPDATE outbox SET status = 'sent'");
        let bounces = |tag: &str| format!("events+{tag}@{DOMAIN}");
        let tagged = bounces(&house.app.secrets.mail_tag(Tag::Bounce(quarterdeck::domain::ids::MailId(mail))));
        let addresses = || house.sql().words("SELECT state || ' ' || code || ' ' || failures AS value FROM mail_address");
        for (what, raw, outcome) in [
            ("a forged tag", report(&bounces("baaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), AN, "failed", "5.1.1", "550 no such user"), "not_ours"),
            ("no tag", report(&format!("events@{DOMAIN}"), AN, "failed", "5.1.1", "550 no such user"), "not_ours"),
            ("another's address", report(&tagged, WIM, "failed", "5.1.1", "550 no such user"), "not_ours"),
            ("a delay", report(&tagged, AN, "delayed", "4.4.1", "451 later"), "kept"),
            ("our own fault", report(&tagged, AN, "failed", "5.7.1", "550 blocked"), "our_fault"),
        ] {
            assert_eq!(house.receive(raw).await, outcome, "{what}");
            assert_eq!(addresses(), Vec::<String>::new(), "{what}");
        }
        assert_eq!(house.receive(report(&tagged, AN, "failed", "5.2.2", "552 mailbox full")).await, "counted");
        assert_eq!(addresses(), ["soft 5.2.2 1"]);
        assert_eq!(house.receive(report(&tagged, AN, "failed", "5.1.1", "550 no such user here")).await, "suppressed");
        assert_eq!(addresses(), ["hard 5.1.1 1"]);
        assert_eq!(house.sql().words(&format!("SELECT last_code || ' ' || last_text AS value FROM outbox WHERE id = {mail}")), ["returned 5.1.1 smtp; 550 no such user here"]);
        assert_eq!(house.for_person(), 2, "the organiser is told");
        house.verified().await;
    }
}
