//! Holders of mandates are asked once a quarter whether they still hold them. Who is asked when is the domain's; here the questions are
//! put, once each, whichever process does it.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use serde_json::json;

use super::{SCOPE, about};
use crate::app::ledger::json as text;
use crate::app::{Actor, App, AppError, secrets};
use crate::clock::Instant;
use crate::db::members::questions::{self, Question};
use crate::db::members::{self, Row};
use crate::db::outbox;
use crate::db::{Tx, platforms};
use crate::domain::confirmation::{Step, may_ask_at};
use crate::domain::edition::Edition;
use crate::domain::ids::{MailId, PlatformId, QuestionId};
use crate::domain::journal::{Change, Deed};
use crate::domain::platform::Platform;
use crate::domain::registration::MailKind;
use crate::i18n::format::{begin_of, brussels};
use crate::mail::message::{About, MandateFacts, Recipient, Snapshot};

/// Holders asked in one commit.
const AT_ONCE: i64 = 200;

impl App {
    /// Asks whoever is due, on the platforms that want it; answers how many were asked, or asked again.
    ///
    /// # Errors
    /// When the database cannot be reached; the next round goes on.
    pub async fn ask_holders(&self, now: Instant) -> Result<usize, AppError> {
        let (day, time) = brussels(now);
        if !may_ask_at(time) {
            return Ok(0);
        }
        let due: Vec<PlatformId> = self
            .db
            .read(move |conn| {
                let mut due = Vec::new();
                for platform in platforms::all(conn)?.into_iter().map(Platform::from).filter(Platform::asks_its_holders) {
                    if !questions::due(conn, platform.id, day, 1)?.is_empty() {
                        due.push(platform.id);
                    }
                }
                Ok::<_, AppError>(due)
            })
            .await?;
        let mut asked = 0;
        for platform in due {
            loop {
                let app = self.clone();
                let some = self.db.write(SCOPE, move |tx| ask_some(&app, tx, platform, now)).await?;
                asked += some;
                if some < AT_ONCE as usize {
                    break;
                }
            }
        }
        Ok(asked)
    }

    /// How many holders would be asked, or asked again, on a day if a platform asked them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn count_to_ask(&self, platform: PlatformId, day: NaiveDate) -> Result<usize, AppError> {
        self.db.read(move |conn| Ok(questions::due(conn, platform, day, i64::MAX)?.len())).await
    }

    /// Whether a platform asks the holders of its mandates from now on. What is owed when it stops is not sent.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn set_asking(&self, platform: PlatformId, asks: bool, actor: Actor, now: Instant) -> Result<(), AppError> {
        let app = self.clone();
        self.db
            .write(SCOPE, move |tx| {
                members::lock(tx, Some(platform))?;
                let was = platforms::by_id(tx, platform)?.asks_holders;
                if was != asks {
                    platforms::set_asking(tx, platform, asks)?;
                    if !asks {
                        take_back_unsent(tx, platform, now)?;
                    }
                    let change = Change::between(&json!({ "asks": was }), &json!({ "asks": asks }));
                    app.write_down(tx, about(actor, Deed::HoldersAskingSet, platform, "roster", change), now);
                }
                Ok::<_, AppError>(())
            })
            .await
    }
}

/// Takes back what was asked in this quarter and did not reach the post: whoever starts asking again asks that anew.
pub(in crate::app) fn take_back_unsent(tx: &mut Tx<'_>, platform: PlatformId, now: Instant) -> Result<(), AppError> {
    let theirs = questions::take_back_unsent(tx, platform, Edition::of(brussels(now).0), now)?;
    Ok(outbox::abort_of_members(tx, &theirs)?)
}

fn ask_some(app: &App, tx: &mut Tx<'_>, platform: PlatformId, now: Instant) -> Result<usize, AppError> {
    // Another process may have asked, an organiser may have stopped it, since we looked.
    members::lock(tx, Some(platform))?;
    let platform: Platform = platforms::by_id(tx, platform)?.into();
    if !platform.asks_its_holders() {
        return Ok(0);
    }
    let day = brussels(now).0;
    let (mut mails, mut done) = (Vec::new(), BTreeMap::from([("first", 0), ("again", 0)]));
    for (row, asked) in questions::due(tx, platform.id, day, AT_ONCE)? {
        let question = match (row.known()?.step(asked.as_ref().map(Question::asked), day), asked) {
            (Step::Remind, Some(question)) => {
                let question = Question { reminded_at: Some(now.into()), ..question };
                questions::update(tx, &question)?;
                question
            }
            (Step::Ask, None) => put(app, tx, &row, now)?,
            _ => continue,
        };
        let again = question.reminded_at.is_some();
        *done.entry(if again { "again" } else { "first" }).or_default() += 1;
        mails.push(mail(app, tx, &platform, &row, &question, now)?);
    }
    outbox::insert(tx, &mails)?;
    if !mails.is_empty() {
        let change = Change::to(&json!({ "quarter": Edition::of(day), "asked": done["first"], "asked_again": done["again"] }));
        app.write_down(tx, about(Actor::System, Deed::HoldersAsked, platform.id, "roster", change), now);
    }
    Ok(mails.len())
}

fn put(app: &App, tx: &mut Tx<'_>, row: &Row, now: Instant) -> Result<Question, AppError> {
    let reference = app.secrets.reference()?;
    let token = app.secrets.question_token(&reference, row.email_key.as_deref().unwrap_or_default());
    let question = Question {
        id: QuestionId(tx.next_id()),
        member_id: row.id,
        quarter: Edition::of(brussels(now).0),
        page_hash: secrets::hash(&token),
        reference,
        asked_at: now.into(),
        reminded_at: None,
        confirmed_at: None,
        ended_at: None,
    };
    questions::insert(tx, &question)?;
    Ok(question)
}

/// After that moment the question says nothing that still holds: its link is good for its quarter.
pub(in crate::app) fn not_after(app: &App, quarter: Edition, now: Instant) -> Instant {
    begin_of(quarter.next().first_day()).min(now + Duration::hours(app.settings.give_up_hours))
}

fn mail(app: &App, tx: &Tx<'_>, platform: &Platform, row: &Row, question: &Question, now: Instant) -> Result<outbox::Row, AppError> {
    let member = row.member()?.ok_or(AppError::NotFound)?;
    let again = question.reminded_at.is_some();
    let snapshot = Snapshot {
        kind: MailKind::MandateQuestion,
        language: member.language,
        recipient: Recipient { name: member.name.to_string(), email: member.email.to_string() },
        about: About::Mandate(MandateFacts {
            reference: question.reference.clone(),
            platform: platform.name.get_or_any(member.language).to_owned(),
            organisation: member.organisation.to_string(),
            function: member.function,
            deputy: member.deputy,
            mandate: member.mandate,
            quarter: question.quarter,
            again,
        }),
        changes: Vec::new(),
        made_at: now,
    };
    Ok(outbox::Row {
        member_id: Some(row.id),
        ..outbox::Owed {
            id: MailId(tx.next_id()),
            kind: snapshot.kind,
            recipient: member.email.wire(),
            language: member.language,
            at: now,
            not_after: not_after(app, question.quarter, now),
            snapshot: text(&snapshot)?,
            message_id: app.secrets.question_message_id(question.id, again),
        }
        .into()
    })
}
