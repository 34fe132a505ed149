//! `verify` names the row that breaks an invariant, each of them, and raises no alarm about a service at work.

use std::collections::BTreeSet;

use chrono::Duration;
use quarterdeck::app::announce::Message;
use quarterdeck::app::answer_invitation::Acceptance;
use quarterdeck::app::check_in::CheckIn;
use quarterdeck::app::enter::Entry;
use quarterdeck::app::invite::Invitee;
use quarterdeck::app::register::Command;
use quarterdeck::app::{Actor, App, load_catalogue};
use quarterdeck::clock::{Clock, Instant};
use quarterdeck::db::invitations::ListFilter;
use quarterdeck::db::verify::INVARIANTS;
use quarterdeck::db::{DatabaseUrl, migrate};
use quarterdeck::domain::announcement::{Words, reached};
use quarterdeck::domain::attendance::ProofSource;
use quarterdeck::domain::email::EmailAddress;
use quarterdeck::domain::ids::{EventId, OfferId, RegistrationId};
use quarterdeck::domain::language::{Language, Translated};
use quarterdeck::domain::mode::Mode;
use quarterdeck::domain::sector::Sector;
use quarterdeck::domain::staff::Role;
use quarterdeck::domain::text::{OrganisationName, PersonName};

use crate::both_databases;
use crate::support;
use crate::support::databases::Database;
use crate::support::scene::{Scene, now};
use crate::support::sql::Sql;

/// The application on a migrated database with the catalogue.
async fn application(database: &Database) -> App {
    migrate::migrate(&DatabaseUrl::parse(&database.url).expect("a URL")).expect("migrated");
    let app = support::app::open(&database.url, Clock::System);
    app.load_catalogue(load_catalogue::CCB, Actor::System, now()).await.expect("the catalogue");
    app
}

fn entry(name: &str) -> Entry {
    Entry {
        name: PersonName::parse(name).expect("a name"),
        email: EmailAddress::parse(&format!("{name}@example.be")).expect("an address"),
        organisation: OrganisationName::parse("Example NV").expect("a name"),
        sector: Sector::Private,
        mode: None,
        language: Language::En,
    }
}

/// One event with everything that can be broken: two with a seat, one of them present, two in line, one unproven.
struct Stage {
    app: App,
    sql: Sql,
    event: EventId,
    now: Instant,
}

impl Stage {
    async fn set(database: &Database) -> Self {
        let app = application(database).await;
        let mut sql = Sql::open(&database.url);
        Scene::event("here").seats(2).put(&mut sql);
        let event = EventId(sql.number("SELECT id AS value FROM event WHERE slug = 'here'"));
        let mut stage = Self { app, sql, event, now: now() - Duration::hours(1) };
        stage.hand_on().await;
        for name in ["seated", "present", "first", "second"] {
            stage.enter(name).await;
            stage.now += Duration::minutes(5);
        }
        let who = RegistrationId(stage.row("present"));
        let mark = CheckIn { event, registration: who, source: ProofSource::Door, at: stage.now, left_at: None, device: None, key: None };
        stage.app.check_in(mark, Actor::System, stage.now).await.expect("marked");
        let Entry { name, email, organisation, sector, mode, language } = entry("unproven");
        let command = Command { event, name, email, organisation, sector, mode, language, form_key: "once".into() };
        stage.app.register(command, stage.now).await.expect("registered");
        stage.announce(who).await;
        stage.put_on_roster().await;
        stage.ask().await;
        stage.propose().await;
        stage.invite().await;
        stage.connect().await;
        let seated = RegistrationId(stage.row("seated"));
        stage.app.offer_seat(seated, crate::substitutes::colleague("asked@example.be"), stage.now).await.expect("asked");
        crate::organisations::register(&stage.app, "Merged", Sector::Public, &[]).await;
        crate::organisations::register(&stage.app, "Stays NV", Sector::Public, &[]).await;
        crate::organisations::merge(&stage.app, "Merged", "Stays NV").await;
        stage.close().await;
        stage
    }

    async fn enter(&self, name: &str) {
        self.app.enter(self.event, vec![entry(name)], Actor::System, self.now).await.expect("entered");
    }

    /// A seat that went from one to another, who gave it up.
    async fn hand_on(&mut self) {
        self.enter("gives").await;
        let gives = RegistrationId(self.row("gives"));
        self.app.offer_seat(gives, crate::substitutes::colleague("takes@example.be"), self.now).await.expect("asked");
        let offer = OfferId(self.sql.number("SELECT id AS value FROM substitute_offer"));
        let form = crate::substitutes::takeover("takes", Mode::OnSite);
        self.app.accept_offer(self.event, offer, form, self.now).await.expect("taken over");
        let takes = RegistrationId(self.row("takes"));
        self.app.withdraw(takes, Actor::Person, None, self.now).await.expect("withdrawn");
    }

    /// Two mandates of one seat, one after the other.
    async fn put_on_roster(&self) {
        let platform = self.app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        for (name, start, end) in [("earlier", "2026-01-01", "2026-06-30"), ("later", "2026-07-01", "")] {
            let mut member = crate::rosters::member(name, "Example NV", quarterdeck::domain::member::Function::Dpo, (start, end));
            member.email = EmailAddress::parse("member@example.be").expect("an address");
            self.app.add_member(platform, member, Actor::System, self.now).await.expect("added");
        }
    }

    /// A message to one of them.
    async fn announce(&self, to: RegistrationId) {
        let words = Words { subject: Translated::same("Doors"), text: Translated::same("They open at one.") };
        let message = Message { key: "once".into(), words, people: vec![to], states: reached(None) };
        let sent = self.app.announce(self.event, message, Actor::System, self.now).await.expect("sent");
        assert_eq!(sent.1, 1, "one mail");
    }

    /// The holder of the later mandate is asked, and says that it holds.
    async fn ask(&mut self) {
        let platform = self.app.platform_id("csi-dpo").await.expect("a read").expect("a platform");
        self.sql.run("UPDATE member SET created_at = '2026-01-01 00:00:00.000000'");
        self.app.set_asking(platform, true, Actor::System, self.now).await.expect("set");
        // At noon: nobody is asked in the night.
        let noon = quarterdeck::i18n::format::begin_of(quarterdeck::i18n::format::brussels(self.now).0) + Duration::hours(12);
        assert_eq!(self.app.ask_holders(noon).await.expect("a round"), 1);
        let words = self.sql.words("SELECT reference AS value FROM mandate_question");
        let reference = quarterdeck::domain::ids::Reference::parse(&words[0]).expect("a reference");
        let token = self.app.secrets.question_token(&reference, "member@example.be");
        self.app.confirm_mandate(&token, noon).await.expect("confirmed");
    }

    /// Somebody is proposed as a guest of a platform for members.
    async fn propose(&mut self) {
        let platform = "WHERE id = (SELECT platform_id FROM event WHERE slug = 'here')";
        self.sql.run(&format!("UPDATE platform SET audience = 'members' {platform}"));
        self.app.propose_guest(self.event, crate::guests::proposal("Proposed Guest"), Actor::System, self.now).await.expect("proposed");
        self.sql.run(&format!("UPDATE platform SET audience = 'open' {platform}"));
    }

    /// Two quarters long past are closed.
    async fn close(&self) {
        let platform = self.app.platform_id("qctr").await.expect("a read").expect("a platform");
        for quarter in ["2025-Q1", "2025-Q2"] {
            let edition = quarter.parse().expect("a quarter");
            self.app.close_quarter(platform, edition, None, Actor::Operator, self.now).await.expect("closed");
        }
    }

    /// Two of the staff, one with a role by an identity.
    async fn connect(&mut self) {
        for name in ["owner", "other"] {
            let email = EmailAddress::parse(&format!("{name}@example.be")).expect("an address");
            let password = Some("correct horse battery staple".to_owned());
            self.app.add_user(email, Role::Desk, None, password, Actor::Operator, self.now).await.expect("a user");
        }
        self.sql.run(
            "INSERT INTO staff_identity (id, user_id, issuer, subject, created_at)
             SELECT id, id, 'https://login.example.be', 's-1', created_at FROM staff_user WHERE email = 'owner@example.be'",
        );
        self.sql.run("UPDATE staff_grant SET identity_id = user_id WHERE user_id = (SELECT user_id FROM staff_identity)");
    }

    /// One who does not answer, and one who accepts and steps back: the others stand as they stood.
    async fn invite(&mut self) {
        stage_invitations(&self.app, self.event, self.now).await;
    }

    fn row(&mut self, name: &str) -> i64 {
        self.sql.number(&format!("SELECT id AS value FROM registration WHERE name = '{name}'"))
    }

    async fn findings(&self) -> Vec<(&'static str, String)> {
        self.app.verify(self.now).await.expect("verify runs").into_iter().map(|f| (f.invariant, f.row)).collect()
    }
}

async fn stage_invitations(app: &App, event: EventId, now: Instant) {
    let person = |name: &str| {
        let Entry { name, email, organisation, sector, language, .. } = entry(name);
        Invitee { email, name: Some(name), organisation: Some(organisation), sector: Some(sector), language }
    };
    app.invite(event, vec![person("silent"), person("accepts")], None, Actor::System, now).await.expect("invited");
    let filter = ListFilter { search: "accepts".into(), limit: 1, ..ListFilter::default() };
    let invited = app.invitations_of(event, filter).await.expect("a list");
    let Entry { name, organisation, sector, language, .. } = entry("accepts");
    let form = Acceptance { name, organisation, sector, mode: Mode::OnSite, language };
    app.accept_invitation(event, invited[0].0.id, form, now).await.expect("accepted");
    let row = app.invitations_of(event, ListFilter { search: "accepts".into(), limit: 1, ..ListFilter::default() }).await.expect("a list");
    let registration = row[0].1.as_ref().expect("a registration").id;
    app.withdraw(registration, Actor::Person, None, now).await.expect("withdrawn");
}

/// What breaks an invariant, what mends it, and whose row is named: of the event, of a registration by name, of a change.
type Break = (&'static str, &'static str, &'static str, &'static str);

const BREAKS: [Break; 72] = [
    (
        "presence_follows_proofs",
        "UPDATE attendance_proof SET denies = TRUE, source = 'hand'",
        "UPDATE attendance_proof SET denies = FALSE, source = 'door'",
        "present",
    ),
    (
        "only_staff_denies_presence",
        "INSERT INTO attendance_proof (id, registration_id, event_id, source, at, recorded_at, recorded_by, denies, revoked_at)
         SELECT 1, id, event_id, 'door', registered_at, registered_at, 'system', TRUE, registered_at FROM registration WHERE name = 'seated'",
        "DELETE FROM attendance_proof WHERE id = 1",
        "seated",
    ),
    (
        "reasons_go_with_names",
        "INSERT INTO attendance_proof (id, registration_id, event_id, source, at, recorded_at, recorded_by, revoked_at, reason)
         SELECT 1, id, event_id, 'hand', registered_at, registered_at, 'system', registered_at, 'words' FROM registration WHERE name = 'seated';
         UPDATE registration SET erased_at = registered_at WHERE name = 'seated'",
        "DELETE FROM attendance_proof WHERE id = 1;
         UPDATE registration SET erased_at = NULL WHERE name = 'seated'",
        "seated",
    ),
    (
        "taken_sightings_are_somebodys",
        "INSERT INTO attendance_report (id, reference, event_id, provider, zone, people, taken_at, taken_by)
         SELECT 1, reference, event_id, 'teams', 'UTC', 1, registered_at, 'system' FROM registration WHERE name = 'seated';
         INSERT INTO sighting (id, report_id, event_id, line, name, other_names, spans, state, candidates)
         SELECT 1, 1, event_id, 2, 'Somebody', '[]', '[]', 'taken', '[]' FROM attendance_report",
        "DELETE FROM sighting; DELETE FROM attendance_report",
        "sighting 1",
    ),
    (
        "report_proofs_have_their_sighting",
        "UPDATE attendance_proof SET sighting_id = 7, source = 'report'",
        "UPDATE attendance_proof SET sighting_id = NULL, source = 'door'",
        "attendance_proof",
    ),
    (
        "sightings_go_with_names",
        "INSERT INTO attendance_report (id, reference, event_id, provider, zone, people, taken_at, taken_by)
         SELECT 1, reference, event_id, 'teams', 'UTC', 1, registered_at, 'system' FROM registration WHERE name = 'seated';
         INSERT INTO sighting (id, report_id, event_id, line, name, other_names, spans, state, candidates, erased_at)
         SELECT 1, 1, event_id, 2, 'Somebody', '[]', '[]', 'dismissed', '[]', taken_at FROM attendance_report",
        "DELETE FROM sighting; DELETE FROM attendance_report",
        "sighting 1",
    ),
    (
        "attestations_follow_presence",
        "INSERT INTO attestation (id, event_id, registration_id, page_hash, reference, number, mode, minutes, language, issued_at, issued_by, signed)
         SELECT 1, event_id, id, 'x', reference, 'A', 'on_site', 180, 'en', registered_at, 'system', '' FROM registration WHERE name = 'seated'",
        "DELETE FROM attestation",
        "attestation 1",
    ),
    (
        "attestations_go_with_names",
        "INSERT INTO attestation (id, event_id, registration_id, page_hash, reference, number, mode, minutes, language, issued_at, issued_by, signed, revoked_at)
         SELECT 1, event_id, id, 'x', reference, 'A', 'on_site', 180, 'en', registered_at, 'system', 'x.y.z', registered_at
         FROM registration WHERE name = 'seated';
         UPDATE registration SET erased_at = registered_at WHERE name = 'seated'",
        "DELETE FROM attestation; UPDATE registration SET erased_at = NULL WHERE name = 'seated'",
        "attestation 1",
    ),
    (
        "closings_form_a_chain",
        "UPDATE closing SET reason = 'another' WHERE number = 2",
        "UPDATE closing SET reason = '' WHERE number = 2",
        "the closing",
    ),
    (
        "closings_form_a_chain",
        "UPDATE closing SET number = 3 WHERE number = 2",
        "UPDATE closing SET number = 2 WHERE number = 3",
        "the closing",
    ),
    (
        "closings_form_a_chain",
        "UPDATE closing SET platform_id = (SELECT id FROM platform WHERE slug = 'sit'), number = 1 WHERE number = 2",
        "UPDATE closing SET platform_id = (SELECT id FROM platform WHERE slug = 'qctr'), number = 2 WHERE edition = '2025-Q2'",
        "the closing's platform",
    ),
    (
        "closings_are_signed",
        "UPDATE closing SET signature = 'A' || signature WHERE number = 2",
        "UPDATE closing SET signature = substr(signature, 2) WHERE number = 2",
        "the closing",
    ),
    (
        "frozen_figures_add_up",
        "UPDATE closing SET content = content || ' ' WHERE number = 2",
        "UPDATE closing SET content = trim(content) WHERE number = 2",
        "the closing",
    ),
    (
        "rsvp_answers_an_invitation",
        "INSERT INTO rsvp (registration_id, answer, sequence, stamped, received_at, verified)
         SELECT id, 'accepted', sequence + 1, registered_at, registered_at, TRUE FROM registration WHERE name = 'seated'",
        "DELETE FROM rsvp",
        "seated",
    ),
    (
        "inbound_mail_has_its_outcome",
        "INSERT INTO inbound_mail (id, door, digest, received_at, octets, state)
         SELECT 1, 'stdin', 'x', created_at, 1, 'handled' FROM event WHERE slug = 'here'",
        "DELETE FROM inbound_mail",
        "the mail that came in",
    ),
    (
        "erased_inbound_mail_is_empty",
        "INSERT INTO inbound_mail (id, door, digest, received_at, octets, state, kind, outcome, text, erased_at)
         SELECT 1, 'stdin', 'x', created_at, 1, 'handled', 'human', 'for_person', 'words', created_at FROM event WHERE slug = 'here'",
        "DELETE FROM inbound_mail",
        "the mail that came in",
    ),
    (
        "decline_is_in_the_history",
        "INSERT INTO inbound_mail (id, door, digest, received_at, octets, state, kind, outcome, registration_id)
         SELECT 1, 'stdin', 'x', registered_at, 1, 'handled', 'answer', 'withdrew', id FROM registration WHERE name = 'seated'",
        "DELETE FROM inbound_mail",
        "the mail that came in",
    ),
    (
        "links_wait_for_who_joins",
        "UPDATE outbox SET kind = 'join_details' WHERE recipient = 'seated@example.be'",
        "UPDATE outbox SET kind = 'registration_confirmed' WHERE kind = 'join_details'",
        "seated mail",
    ),
    (
        "offer_has_its_outcome",
        "UPDATE substitute_offer SET ended_at = asked_at WHERE state = 'open'",
        "UPDATE substitute_offer SET ended_at = NULL WHERE state = 'open'",
        "the open offer",
    ),
    (
        "offer_has_its_outcome",
        "UPDATE substitute_offer SET registration_id = (SELECT id FROM registration WHERE name = 'first') WHERE state = 'open'",
        "UPDATE substitute_offer SET registration_id = (SELECT id FROM registration WHERE name = 'seated') WHERE state = 'open'",
        "the open offer",
    ),
    (
        "a_seat_went_from_one_to_another",
        "UPDATE registration_change SET at = '2001-01-01 00:00:00.000000' WHERE cause = 'replaced'",
        "UPDATE registration_change SET at = (SELECT at FROM registration_change WHERE cause = 'stood_in') WHERE cause = 'replaced'",
        "the accepted offer",
    ),
    (
        "a_seat_went_from_one_to_another",
        "UPDATE registration_change SET cause = 'stood_in' WHERE registration_id = (SELECT id FROM registration WHERE name = 'first')",
        "UPDATE registration_change SET cause = 'entered_by_staff' WHERE registration_id = (SELECT id FROM registration WHERE name = 'first')",
        "change of first",
    ),
    (
        "ended_offers_are_forgotten",
        "UPDATE substitute_offer SET erased_at = asked_at WHERE state = 'open'",
        "UPDATE substitute_offer SET erased_at = NULL WHERE state = 'open'",
        "the open offer",
    ),
    (
        "offered_by_one_mail",
        "UPDATE outbox SET offer_id = NULL WHERE recipient = 'asked@example.be'",
        "UPDATE outbox SET offer_id = (SELECT id FROM substitute_offer WHERE state = 'open') WHERE recipient = 'asked@example.be'",
        "offer mail",
    ),
    ("proposal_has_its_outcome", "UPDATE guest_proposal SET state = 'admitted'", "UPDATE guest_proposal SET state = 'open'", "the proposal"),
    ("proposal_has_its_proposer", "UPDATE guest_proposal SET proposed_by = 'person'", "UPDATE guest_proposal SET proposed_by = 'system'", "the proposal"),
    (
        "outcome_mail_has_its_proposal",
        "UPDATE outbox SET kind = 'guest_outcome' WHERE kind = 'announcement'",
        "UPDATE outbox SET kind = 'announcement' WHERE kind = 'guest_outcome'",
        "announcement mail",
    ),
    (
        "question_has_its_mail",
        "UPDATE mandate_question SET asked_at = '2999-01-01 00:00:00.000000'",
        "UPDATE mandate_question SET asked_at = (SELECT created_at FROM outbox WHERE kind = 'mandate_question')",
        "the question",
    ),
    (
        "confirmed_as_its_holder_said",
        "UPDATE member SET confirmed_at = NULL WHERE name = 'later'",
        "UPDATE member SET confirmed_at = (SELECT confirmed_at FROM mandate_question) WHERE name = 'later'",
        "member later",
    ),
    (
        "mail_is_about_one",
        "UPDATE outbox SET member_id = NULL WHERE kind = 'mandate_question'",
        "UPDATE outbox SET member_id = (SELECT member_id FROM mandate_question) WHERE kind = 'mandate_question'",
        "question mail",
    ),
    (
        "seats_counted",
        "UPDATE seat_pool SET taken_private = 1 WHERE mode = 'on_site'",
        "UPDATE seat_pool SET taken_private = 2 WHERE mode = 'on_site'",
        "here",
    ),
    ("seats_counted", "UPDATE seat_pool SET taken_public = 1 WHERE mode = 'online'", "UPDATE seat_pool SET taken_public = 0", "here"),
    (
        "never_overbooked",
        "UPDATE seat_pool SET taken_private = 1, capacity = 1 WHERE mode = 'on_site'",
        "UPDATE seat_pool SET taken_private = 2, capacity = 2 WHERE mode = 'on_site'",
        "here",
    ),
    ("quotas_kept", "UPDATE seat_pool SET quota_private = 1", "UPDATE seat_pool SET quota_private = NULL", "here"),
    ("organisation_maximum_kept", "UPDATE seat_pool SET max_per_organisation = 1", "UPDATE seat_pool SET max_per_organisation = NULL", "here"),
    (
        "nobody_waits_beside_a_free_seat",
        "UPDATE seat_pool SET capacity = 3 WHERE mode = 'on_site'",
        "UPDATE seat_pool SET capacity = 2 WHERE mode = 'on_site'",
        "first",
    ),
    (
        "waiting_numbers_unique",
        "UPDATE registration SET waiting_no = 1 WHERE name = 'second'",
        "UPDATE registration SET waiting_no = 2 WHERE name = 'second'",
        "second",
    ),
    ("waiting_numbers_unique", "UPDATE event SET next_waiting_no = 2", "UPDATE event SET next_waiting_no = 3", "second"),
    // Also at an event that is over, and in another way of attending: a number is given once.
    (
        "waiting_numbers_unique",
        "UPDATE registration SET waiting_no = 1, mode = 'online' WHERE name = 'second'",
        "UPDATE registration SET waiting_no = 2, mode = 'on_site' WHERE name = 'second'",
        "second",
    ),
    (
        "waiting_in_order_of_proof",
        "UPDATE registration SET waiting_no = 3 - waiting_no",
        "UPDATE registration SET waiting_no = 3 - waiting_no",
        "first",
    ),
    (
        "state_is_last_change",
        "UPDATE registration SET state = 'rejected' WHERE name = 'seated'",
        "UPDATE registration SET state = 'confirmed' WHERE name = 'seated'",
        "seated",
    ),
    (
        "out_of_turn_has_its_reason",
        "UPDATE registration_change SET cause = 'put_first' WHERE registration_id = (SELECT id FROM registration WHERE name = 'second')",
        "UPDATE registration_change SET cause = 'entered_by_staff' WHERE registration_id = (SELECT id FROM registration WHERE name = 'second')",
        "change of second",
    ),
    (
        "change_has_its_mail",
        "UPDATE outbox SET change_id = NULL WHERE recipient = 'seated@example.be'",
        "UPDATE outbox SET change_id = (SELECT c.id FROM registration_change c JOIN registration r ON r.id = c.registration_id WHERE r.name = 'seated') WHERE recipient = 'seated@example.be'",
        "change of seated",
    ),
    (
        "presence_follows_proofs",
        "UPDATE registration SET present = FALSE WHERE name = 'present'",
        "UPDATE registration SET present = TRUE WHERE name = 'present'",
        "present",
    ),
    (
        "presence_follows_proofs",
        "UPDATE registration SET present = TRUE WHERE name = 'seated'",
        "UPDATE registration SET present = FALSE WHERE name = 'seated'",
        "seated",
    ),
    (
        "only_pending_have_a_deadline",
        "UPDATE registration SET prove_before = registered_at WHERE name = 'first'",
        "UPDATE registration SET prove_before = NULL WHERE name = 'first'",
        "first",
    ),
    (
        "only_pending_have_a_deadline",
        "UPDATE registration SET prove_before = NULL WHERE name = 'unproven'",
        "UPDATE registration SET prove_before = registered_at WHERE name = 'unproven'",
        "unproven",
    ),
    (
        "only_erased_have_no_person",
        "UPDATE registration SET person_id = NULL WHERE name = 'seated'",
        "UPDATE registration SET person_id = (SELECT id FROM person WHERE name = 'seated') WHERE name = 'seated'",
        "seated",
    ),
    (
        "placed_have_proven",
        "UPDATE registration SET proved_at = NULL WHERE name = 'first'",
        "UPDATE registration SET proved_at = registered_at WHERE name = 'first'",
        "first",
    ),
    (
        "invited_have_a_seat",
        "UPDATE registration SET was_invited = FALSE WHERE name = 'seated'",
        "UPDATE registration SET was_invited = TRUE WHERE name = 'seated'",
        "seated",
    ),
    (
        "invited_have_a_seat",
        "UPDATE registration SET was_invited = TRUE WHERE name = 'first'",
        "UPDATE registration SET was_invited = FALSE WHERE name = 'first'",
        "first",
    ),
    (
        "notes_go_with_names",
        "INSERT INTO registration_note (registration_id, text, written_by, written_at) SELECT id, 'x', 'system', registered_at FROM registration WHERE name = 'seated';
         UPDATE registration SET erased_at = registered_at WHERE name = 'seated'",
        "DELETE FROM registration_note;
         UPDATE registration SET erased_at = NULL WHERE name = 'seated'",
        "seated",
    ),
    (
        "objections_go_with_names",
        "INSERT INTO objection (id, registration_id, event_id, claim, text, made_at, changed_at, state) SELECT id, id, event_id, 'was_there', 'x', registered_at, registered_at, 'open' FROM registration WHERE name = 'seated';
         UPDATE registration SET erased_at = registered_at WHERE name = 'seated'",
        "DELETE FROM objection;
         UPDATE registration SET erased_at = NULL WHERE name = 'seated'",
        "seated",
    ),
    (
        "objection_has_its_answer",
        "INSERT INTO objection (id, registration_id, event_id, claim, text, made_at, changed_at, state) SELECT id, id, event_id, 'was_there', 'x', registered_at, registered_at, 'declined' FROM registration WHERE name = 'seated'",
        "DELETE FROM objection",
        "seated",
    ),
    ("called_off_leaves_nobody_active", "UPDATE event SET status = 'called_off'", "UPDATE event SET status = 'published'", "second"),
    (
        "mail_knows_its_event",
        "UPDATE outbox SET facts_id = -facts_id WHERE id = (SELECT min(id) FROM outbox)",
        "UPDATE outbox SET facts_id = -facts_id WHERE id = (SELECT min(id) FROM outbox)",
        "first mail",
    ),
    (
        "mandates_do_not_overlap",
        "UPDATE member SET starts_on = '2026-06-30' WHERE name = 'later'",
        "UPDATE member SET starts_on = '2026-07-01' WHERE name = 'later'",
        "member later",
    ),
    (
        "members_say_who_or_nothing",
        "UPDATE member SET email_key = 'x@example.be' WHERE name = 'later'",
        "UPDATE member SET email_key = 'member@example.be' WHERE name = 'later'",
        "member later",
    ),
    (
        "members_say_who_or_nothing",
        "UPDATE member SET search_key = '' WHERE name = 'later'",
        "UPDATE member SET search_key = 'later member@example.be example nv' WHERE name = 'later'",
        "member later",
    ),
    (
        "members_say_who_or_nothing",
        "UPDATE member SET erased_at = created_at WHERE name = 'later'",
        "UPDATE member SET erased_at = NULL WHERE name = 'later'",
        "member later",
    ),
    (
        "places_end_with_their_mandate",
        "UPDATE event SET platform_id = (SELECT id FROM platform WHERE slug = 'csi-dpo');
         UPDATE registration SET basis = 'mandate' WHERE name = 'second';
         UPDATE member SET email = 'second@example.be', email_key = 'second@example.be', search_key = 'earlier second@example.be example nv',
           updated_at = (SELECT min(created_at) FROM event) WHERE name = 'earlier'",
        "UPDATE event SET platform_id = (SELECT id FROM platform WHERE slug = 'qctr');
         UPDATE registration SET basis = 'personal' WHERE name = 'second';
         UPDATE member SET email = 'member@example.be', email_key = 'member@example.be', search_key = 'earlier member@example.be example nv',
           updated_at = created_at WHERE name = 'earlier'",
        "second",
    ),
    (
        "invitation_has_its_answer",
        "UPDATE invitation SET state = 'pending' WHERE name = 'accepts'",
        "UPDATE invitation SET state = 'accepted' WHERE name = 'accepts'",
        "invitation of accepts",
    ),
    (
        "invitation_has_its_answer",
        "UPDATE invitation SET registration_id = NULL WHERE name = 'accepts'",
        "UPDATE invitation SET registration_id = (SELECT id FROM registration WHERE name = 'accepts') WHERE name = 'accepts'",
        "invitation of accepts",
    ),
    (
        "invitation_has_its_answer",
        "UPDATE invitation SET answered_at = NULL WHERE name = 'accepts'",
        "UPDATE invitation SET answered_at = created_at WHERE name = 'accepts'",
        "invitation of accepts",
    ),
    (
        "invitation_has_its_mail",
        "UPDATE outbox SET batch_id = batch_id + 1 WHERE recipient = 'silent@example.be'",
        "UPDATE outbox SET batch_id = batch_id - 1 WHERE recipient = 'silent@example.be'",
        "invitation of silent",
    ),
    (
        "mail_is_about_one",
        "UPDATE outbox SET registration_id = (SELECT min(id) FROM registration) WHERE recipient = 'silent@example.be'",
        "UPDATE outbox SET registration_id = NULL WHERE recipient = 'silent@example.be'",
        "invitation mail",
    ),
    (
        "mail_is_about_one",
        "UPDATE outbox SET batch_id = batch_id + 1 WHERE kind = 'announcement'; UPDATE announcement SET owed = 0",
        "UPDATE outbox SET batch_id = batch_id - 1 WHERE kind = 'announcement'; UPDATE announcement SET owed = 1",
        "announcement mail",
    ),
    (
        "announcement_adds_up",
        "UPDATE announcement SET owed = 0",
        "UPDATE announcement SET owed = 1",
        "announcement",
    ),
    (
        "identity_is_its_users",
        "UPDATE staff_identity SET user_id = (SELECT id FROM staff_user WHERE email = 'other@example.be')",
        "UPDATE staff_identity SET user_id = (SELECT id FROM staff_user WHERE email = 'owner@example.be')",
        "role of owner",
    ),
    (
        "nothing_points_to_what_is_merged",
        "UPDATE person SET organisation_id = (SELECT id FROM organisation WHERE name = 'Merged') WHERE name = 'seated'",
        "UPDATE person SET organisation_id = (SELECT id FROM organisation WHERE name = 'Example NV') WHERE name = 'seated'",
        "organisation Merged",
    ),
    (
        "nothing_points_to_what_is_merged",
        "UPDATE organisation_name SET organisation_id = (SELECT id FROM organisation WHERE name = 'Merged') WHERE name_key = 'merged'",
        "UPDATE organisation_name SET organisation_id = (SELECT id FROM organisation WHERE name = 'Stays NV') WHERE name_key = 'merged'",
        "organisation Merged",
    ),
    (
        "names_lead_to_one_organisation",
        "UPDATE organisation_name SET name_key = 'example nv' WHERE name_key = 'merged'",
        "UPDATE organisation_name SET name_key = 'merged' WHERE name_key = 'example nv'",
        "organisation Example NV",
    ),
];

both_databases! {
    /// Each invariant is broken by hand in one row, and that row is named; mended, all is well again.
    async fn each_broken_row_is_named(kind: Kind) {
        let Some(database) = kind.fresh() else { return };
        let mut stage = Stage::set(&database).await;
        assert_eq!(stage.findings().await, [], "before anything is broken");
        for (invariant, damage, mend, whose) in BREAKS {
            let row = match (whose, whose.strip_prefix("change of ")) {
                ("here", _) => "event here".to_owned(),
                (_, None) if whose.starts_with("member ") => format!("member {}", stage.sql.number("SELECT id AS value FROM member WHERE name = 'later'")),
                ("invitation mail", _) => {
                    format!("outbox {}", stage.sql.number("SELECT id AS value FROM outbox WHERE recipient = 'silent@example.be'"))
                }
                (name, _) if name.starts_with("invitation of ") => {
                    let of = name.trim_start_matches("invitation of ");
                    format!("invitation {}", stage.sql.number(&format!("SELECT id AS value FROM invitation WHERE name = '{of}'")))
                }
                ("announcement mail", _) => format!("outbox {}", stage.sql.number("SELECT id AS value FROM outbox WHERE kind = 'announcement'")),
                ("sighting 1" | "attestation 1", _) => whose.to_owned(),
                ("attendance_proof", _) => format!("attendance_proof {}", stage.sql.number("SELECT id AS value FROM attendance_proof")),
                ("the mail that came in", _) => "inbound_mail 1".to_owned(),
                ("announcement", _) => format!("announcement {}", stage.sql.number("SELECT id AS value FROM announcement")),
                ("role of owner", _) => format!("staff_grant {}", stage.sql.number("SELECT id AS value FROM staff_grant WHERE identity_id IS NOT NULL")),
                (name, _) if name.starts_with("organisation ") => {
                    let of = name.trim_start_matches("organisation ");
                    format!("organisation {}", stage.sql.number(&format!("SELECT id AS value FROM organisation WHERE name = '{of}'")))
                }
                ("seated mail", _) => format!("outbox {}", stage.sql.number("SELECT id AS value FROM outbox WHERE recipient = 'seated@example.be'")),
                ("offer mail", _) => format!("outbox {}", stage.sql.number("SELECT id AS value FROM outbox WHERE recipient = 'asked@example.be'")),
                ("the open offer", _) => format!("substitute_offer {}", stage.sql.number("SELECT id AS value FROM substitute_offer WHERE state = 'open'")),
                ("the accepted offer", _) => {
                    format!("substitute_offer {}", stage.sql.number("SELECT id AS value FROM substitute_offer WHERE state = 'accepted'"))
                }
                ("the proposal", _) => format!("guest_proposal {}", stage.sql.number("SELECT id AS value FROM guest_proposal")),
                ("the question", _) => format!("mandate_question {}", stage.sql.number("SELECT id AS value FROM mandate_question")),
                ("question mail", _) => {
                    format!("outbox {}", stage.sql.number("SELECT id AS value FROM outbox WHERE kind = 'mandate_question'"))
                }
                ("the closing", _) => format!("closing {}", stage.sql.number("SELECT id AS value FROM closing WHERE edition = '2025-Q2'")),
                ("the closing's platform", _) => format!("platform {}", stage.sql.number("SELECT id AS value FROM platform WHERE slug = 'qctr'")),
                ("first mail", _) => format!("outbox {}", stage.sql.number("SELECT min(id) AS value FROM outbox")),
                (_, Some(name)) => {
                    let of = stage.row(name);
                    format!("registration_change {}", stage.sql.number(&format!("SELECT id AS value FROM registration_change WHERE registration_id = {of}")))
                }
                (name, None) => format!("registration {}", stage.row(name)),
            };
            stage.sql.run(damage);
            let found = stage.findings().await;
            assert!(found.contains(&(invariant, row.clone())), "{damage}: {invariant} names {row}: {found:?}");
            let told: Vec<_> = found.iter().filter(|(name, _)| *name == invariant).collect();
            assert!(told.len() == 1 || matches!(invariant, "called_off_leaves_nobody_active" | "closings_form_a_chain"), "{damage}: and no other: {told:?}");
            stage.sql.run(mend);
            assert_eq!(stage.findings().await, [], "after {mend}");
        }
        let broken: BTreeSet<_> = BREAKS.iter().map(|(invariant, ..)| *invariant).collect();
        assert_eq!(broken, INVARIANTS.iter().copied().collect(), "every invariant was broken once");
    }
}

both_databases! {
    /// A quota binds until its release; and what is over is looked at, too.
    async fn quotas_bind_until_their_release_and_lists_for_ever(kind: Kind) {
        let Some(database) = kind.fresh() else { return };
        let mut stage = Stage::set(&database).await;
        stage.sql.run("UPDATE seat_pool SET quota_private = 1 WHERE mode = 'on_site'");
        stage.sql.run(&format!("UPDATE event SET release_at = {}", support::sql::moment(stage.now - Duration::minutes(1))));
        assert_eq!(stage.findings().await, [], "released, whether or not the timer has been there");
        stage.now += Duration::days(100);
        stage.sql.run("UPDATE registration SET waiting_no = 1 WHERE name = 'second'");
        let second = stage.row("second");
        assert_eq!(stage.findings().await, [("waiting_numbers_unique", format!("registration {second}"))]);
    }
}

both_databases! {
    /// A request takes its moment before it comes to its turn: what happened first can bear the later time.
    async fn a_request_that_waited_raises_no_alarm(kind: Kind) {
        let Some(database) = kind.fresh() else { return };
        let mut stage = Stage::set(&database).await;
        let (seated, earlier) = (RegistrationId(stage.row("seated")), stage.now - Duration::seconds(2));
        stage.enter("third").await;
        let wished = stage.now;
        stage.now = earlier;
        stage.enter("fourth").await;
        for name in ["first", "second"] {
            let row = RegistrationId(stage.row(name));
            stage.app.withdraw(row, Actor::Person, None, wished).await.expect("withdrawn");
        }
        stage.app.withdraw(seated, Actor::Person, None, earlier).await.expect("withdrawn");
        stage.now = wished;
        assert_eq!(stage.sql.words("SELECT state AS value FROM registration WHERE name = 'third'"), ["confirmed"]);
        assert_eq!(stage.findings().await, []);
    }
}

both_databases! {
    /// Seats change hands all the time while another process looks: what it sees is one moment.
    async fn a_service_at_work_raises_no_alarm(kind: Kind) {
        let Some(database) = kind.fresh() else { return };
        let stage = Stage::set(&database).await;
        let (app, event) = (stage.app.clone(), stage.event);
        let work = tokio::spawn(async move {
            for round in 0.. {
                let (guest, at) = (entry(&format!("guest-{}", round % 20)), app.now());
                let entered = app.enter(event, vec![guest], Actor::System, at).await;
                let reference = entered.expect("entered").remove(0).reference;
                let (id, _) = app.registration_ids(&reference).await.expect("a row");
                if round % 3 != 0 {
                    app.withdraw(id, Actor::Person, None, at).await.expect("withdrawn");
                }
            }
        });
        let observer = support::app::open(&database.url, Clock::System);
        let until = std::time::Instant::now() + std::time::Duration::from_secs(4);
        let mut looks = 0;
        while std::time::Instant::now() < until {
            let findings = observer.verify(now()).await.expect("verify runs");
            assert!(findings.is_empty(), "look {looks}: {findings:#?}");
            looks += 1;
        }
        assert!(!work.is_finished(), "the work went on");
        assert!(looks > 10, "{looks} looks");
        work.abort();
    }
}
