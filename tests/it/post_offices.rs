//! Through programs that we did not write: Postfix takes our mails and brings them to Dovecot's mailboxes, what people's programs answer
//! there comes back through our doors, and the seat moves.

use std::sync::Arc;
use std::time::{Duration, Instant};

use quarterdeck::app::Actor;
use quarterdeck::clock::Clock;
use quarterdeck::config::Listen;
use quarterdeck::i18n::Catalogue;
use quarterdeck::mail::Sender;
use quarterdeck::mail::mailbox::{Mailbox, Post};
use quarterdeck::mail::relay::Relay;
use quarterdeck::mail::render::{Mailroom, Templates};
use quarterdeck::mail::transport::{Patience, Smtp, Transport};
use quarterdeck::worker::lmtp::Lmtp;
use quarterdeck::worker::watch_mailbox::Watch;
use quarterdeck::worker::{Delivery, Doors, Worker};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::both_databases;
use crate::lmtp_door::rules;
use crate::substitutes::House;
use crate::support::attendee::{DOMAIN, Reply, border, keys_of};
use crate::support::databases::Kind;
use crate::support::interop;
use crate::support::mail::Received;
use crate::support::post_office::{PostOffice, Route};
use crate::support::scene::Scene;
use crate::support::service::free_address;

const AN: &str = "an@haven.example";
const WIM: &str = "wim@other.example";
/// Somebody whose mailbox is gone.
const GONE: &str = "gone@haven.example";

/// The house with its worker, and the post office in front of it.
struct Street {
    house: House,
    office: PostOffice,
    stop: watch::Sender<bool>,
    worker: JoinHandle<()>,
}

impl Street {
    async fn open(kind: Kind, door: &str) -> Option<Self> {
        let house = House::open_by(kind, Scene::event("here").seats(1), Clock::System).await?;
        let ours = format!("events@{DOMAIN}");
        let address = free_address();
        let (office, doors) = match door {
            "lmtp" => {
                let office = PostOffice::open(&[AN, WIM], &Route::Door(&address))?;
                let lmtp = Lmtp::bind(&address.parse::<Listen>().expect("a place"), rules()).expect("bound");
                (office, Doors { lmtp: Some(Arc::new(lmtp)), mailbox: None })
            }
            _ => {
                let office = PostOffice::open(&[AN, WIM, &ours], &Route::Mailbox)?;
                let mailbox = Mailbox::parse(&office.imap_url()).expect("a mailbox");
                let post = Post::new(mailbox, "Handled", Duration::from_secs(10), None).expect("a post");
                (office, Doors { lmtp: None, mailbox: Some(Arc::new(Watch { post, observe: None, looked: None })) })
            }
        };
        let texts = Arc::new(Catalogue::load(None).expect("the texts"));
        let templates = Templates::load(None, &texts).expect("the templates");
        let sender = Sender::parse(&format!("Quarterdeck <{ours}>"), DOMAIN, "http://127.0.0.1").expect("a sender");
        let relay = Relay::parse(&office.smtp_url()).expect("a relay");
        let worker = Worker {
            app: house.app.clone(),
            mailroom: Arc::new(Mailroom::new(texts, templates, sender, interop::signers())),
            transport: Transport::Smtp(Arc::new(Smtp::new(relay, DOMAIN, Patience::default(), None).expect("a relay"))),
            delivery: Delivery { retry_base_seconds: 1, retry_max_seconds: 2, ..Delivery::default() },
            border: border(),
            keys: keys_of(&["haven.example", "other.example"]),
            doors,
            observe: None,
        };
        let (stop, stopped) = watch::channel(false);
        Some(Self { house, office, stop, worker: tokio::spawn(worker.run(stopped)) })
    }

    async fn until(&self, what: &str, done: impl Fn() -> bool) {
        let start = Instant::now();
        while !done() {
            let came = self.house.sql().words("SELECT COALESCE(kind, '?') || ' ' || COALESCE(outcome, state) AS value FROM inbound_mail ORDER BY id");
            assert!(start.elapsed() < Duration::from_secs(20), "{what} does not come true; what came in: {came:?}\n{}", self.office.log());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Somebody presses a button below an invitation: their program answers as the invitation says, by way of their mail server.
    fn answer(&self, invitation: &Received, from: &str, partstat: &'static str) {
        let calendar = invitation.calendar().expect("an invitation");
        assert_eq!(calendar.method, "REQUEST");
        let said = |name: &str| calendar.event(name).unwrap_or_else(|| panic!("no {name}")).to_owned();
        let to = said("ORGANIZER").trim_start_matches("mailto:").to_owned();
        let sequence = said("SEQUENCE").parse().expect("a number");
        let id = format!("{partstat}-{sequence}-{}", self.house.sql().count("inbound_mail", "1 = 1"));
        let stamped = self.house.now();
        let reply = Reply { from: from.into(), to: to.clone(), uid: said("UID"), partstat, sequence, stamped, method: "REPLY", id };
        self.office.send(from, &to, &reply.signed());
    }

    fn came(&self, outcome: &str) -> bool {
        self.house.sql().count("inbound_mail", &format!("outcome = '{outcome}'")) > 0
    }

    async fn close(self) -> (House, PostOffice) {
        self.stop.send_replace(true);
        tokio::time::timeout(Duration::from_secs(8), self.worker).await.expect("the worker ends in time").expect("and in good order");
        (self.house, self.office)
    }
}

/// Accept, another date, the answer to the old one comes late, decline, the next in line has the event in the calendar; it is called off.
/// Beside it, a mailbox that is gone sends our mail back, and its address is shut.
async fn story(kind: Kind, door: &str) {
    let Some(street) = Street::open(kind, door).await else { return };
    let house = &street.house;
    for (who, organisation) in [(AN, "Haven NV"), (WIM, "Other NV"), (GONE, "Haven NV")] {
        house.enter(who, organisation).await;
    }
    let invited = street.office.wait_for(AN, "registration_confirmed").await;
    assert_eq!(invited.header("Return-Path").map(|path| path.starts_with("<events+b")), Some(true), "each mail has a way back of its own");
    street.answer(&invited, AN, "ACCEPTED");
    street.until("the acceptance", || house.rsvp(AN) == "accepted 0").await;

    street.until("the bounce", || street.came("suppressed")).await;
    assert_eq!(house.sql().words("SELECT state || ' ' || code AS value FROM mail_address"), ["hard 5.1.1"]);
    let returned = house.sql().words(&format!("SELECT last_code AS value FROM outbox WHERE recipient = '{GONE}' AND last_code IS NOT NULL"));
    assert_eq!(returned, ["returned"]);

    house.move_by(1).await;
    let moved = street.office.wait_for(AN, "event_changed").await;
    street.answer(&invited, AN, "DECLINED");
    street.until("the late answer", || street.came("old_invitation")).await;
    assert_eq!(house.state(AN), "confirmed");
    street.answer(&moved, AN, "DECLINED");
    street.until("the withdrawal", || house.state(AN) == "withdrawn").await;
    assert_eq!(house.state(WIM), "confirmed");
    let promoted = street.office.wait_for(WIM, "promoted").await;
    assert_eq!(promoted.calendar().map(|calendar| calendar.method).as_deref(), Some("REQUEST"));
    let withdrawn = street.office.wait_for(AN, "withdrawn").await.calendar().expect("a cancellation");
    assert_eq!(
        (withdrawn.method.as_str(), withdrawn.event("UID")),
        ("CANCEL", invited.calendar().as_ref().and_then(|calendar| calendar.event("UID")))
    );

    house.app.cancel_event(house.event, None, None, Actor::Operator, house.now()).await.expect("called off");
    let off = street.office.wait_for(WIM, "event_cancelled").await.calendar().expect("a cancellation");
    assert_eq!((off.method.as_str(), off.event("STATUS")), ("CANCEL", Some("CANCELLED")));
    let returned = || {
        let (sent, came) = (format!("recipient = '{GONE}' AND status = 'sent'"), "kind = 'bounce' AND state = 'handled'");
        let mut sql = house.sql();
        (sql.count("outbox", "status = 'queued'"), sql.count("outbox", &sent), sql.count("inbound_mail", came))
    };
    street.until("the return of every mail to the mailbox that is gone", || matches!(returned(), (0, sent, came) if sent == came)).await;
    let others = "for_person AND COALESCE(outcome, '') <> 'suppressed'";
    assert!(
        house.for_person() > 0 && house.sql().count("inbound_mail", others) == 0,
        "the organiser is told of the address that failed, and of nothing else"
    );
    assert_eq!(house.sql().count("inbound_mail", "state <> 'handled'"), 0);

    let came = usize::try_from(house.sql().count("inbound_mail", "1 = 1")).expect("a number");
    let (house, office) = street.close().await;
    let delivered: Vec<Received> = [AN, WIM].iter().flat_map(|user| office.mailbox(user, "INBOX")).map(as_sent).collect();
    assert!(delivered.len() >= 6, "{}", delivered.len());
    interop::check(&delivered, false);
    if door == "imap" {
        let ours = format!("events@{DOMAIN}");
        assert_eq!((office.mailbox(&ours, "INBOX").len(), office.mailbox(&ours, "Handled").len()), (0, came), "what was kept is put away");
    }
    house.verified().await;
}

/// A delivered mail without what the servers on its way put on top of it.
fn as_sent(mail: Received) -> Received {
    let ours = mail.raw.windows(16).position(|part| part == b"\nDKIM-Signature:").expect("our signature");
    Received { raw: mail.raw[ours + 1..].to_vec(), ..mail }
}

both_databases! {
    /// Postfix hands what comes back to our LMTP door.
    async fn answers_come_back_by_lmtp(kind: Kind) {
        story(kind, "lmtp").await;
    }
}

both_databases! {
    /// Postfix brings what comes back to a mailbox of Dovecot's, which we watch.
    async fn answers_come_back_by_imap(kind: Kind) {
        story(kind, "imap").await;
    }
}
