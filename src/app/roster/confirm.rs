//! The holder of a mandate answers the question whether it still holds: it does, or it is over. The link came to their address and is
//! good for the quarter in which it was asked.

use super::{SCOPE, about, entry};
use crate::app::{Actor, App, AppError, secrets};
use crate::clock::Instant;
use crate::db::members::questions::{self, Question};
use crate::db::members::{self, Row};
use crate::db::types::Day;
use crate::db::{AnyConn, Tx, outbox, platforms};
use crate::domain::edition::Edition;
use crate::domain::journal::{Change, Deed};
use crate::domain::member::Member;
use crate::domain::platform::Platform;
use crate::i18n::format::brussels;

/// How a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It waits for an answer.
    Open,
    /// The holder said that the mandate holds.
    Confirmed(Instant),
    /// The mandate is over, or ends today: by the holder's word, or by the staff's.
    Ended,
}

/// A question as its page shows it.
#[derive(Clone, Debug)]
pub struct QuestionView {
    /// The mandate.
    pub member: Member,
    /// On which platform.
    pub platform: Platform,
    /// In which quarter it is asked.
    pub quarter: Edition,
    /// How it stands.
    pub standing: Standing,
}

impl App {
    /// The question behind a link.
    ///
    /// # Errors
    /// `NotFound`, the same whether it never was, is that of another quarter, or went to an address that is the holder's no more.
    pub async fn question_by_token(&self, token: &str, now: Instant) -> Result<QuestionView, AppError> {
        let (app, token) = (self.clone(), token.to_owned());
        self.db.read(move |conn| Ok(found(&app, conn, &token, now)?.0)).await
    }

    /// The holder says that the mandate holds. Said twice it is said once.
    ///
    /// # Errors
    /// `NotFound` as for the page. Of a mandate that is over nothing is changed: the page says so.
    pub async fn confirm_mandate(&self, token: &str, now: Instant) -> Result<(), AppError> {
        let (app, token) = (self.clone(), token.to_owned());
        self.db
            .write(SCOPE, move |tx| {
                let (view, mut question, mut row) = found_for_answer(&app, tx, &token, now)?;
                if view.standing != Standing::Open {
                    return Ok(());
                }
                question.confirmed_at = Some(now.into());
                row.confirmed_at = Some(now.into());
                questions::update(tx, &question)?;
                members::update(tx, std::slice::from_ref(&row))?;
                outbox::abort_of_members(tx, &[row.id])?;
                let change = Change::to(&serde_json::json!({ "quarter": question.quarter }));
                app.write_down(tx, about(Actor::Person, Deed::MandateConfirmed, row.platform_id, format!("member:{}", row.reference), change), now);
                Ok::<_, AppError>(())
            })
            .await
    }

    /// The holder says that the mandate is over: today is its last day. Said twice it is said once, and it can be said after having
    /// confirmed.
    ///
    /// # Errors
    /// `NotFound` as for the page.
    pub async fn give_up_mandate(&self, token: &str, now: Instant) -> Result<(), AppError> {
        let (app, token) = (self.clone(), token.to_owned());
        let platform = self
            .db
            .write(SCOPE, move |tx| {
                let (view, mut question, mut row) = found_for_answer(&app, tx, &token, now)?;
                if view.standing == Standing::Ended {
                    return Ok(row.platform_id);
                }
                question.ended_at = Some(now.into());
                row.ends_on = Some(Day(brussels(now).0));
                row.revision += 1;
                row.updated_at = now.into();
                questions::update(tx, &question)?;
                members::update(tx, std::slice::from_ref(&row))?;
                outbox::abort_of_members(tx, &[row.id])?;
                let after = row.member()?;
                app.write_down(tx, entry(Actor::Person, Deed::MandateEnded, &row, Some(&view.member), after.as_ref()), now);
                Ok::<_, AppError>(row.platform_id)
            })
            .await?;
        self.follow_roster(Some(platform), now).await;
        Ok(())
    }
}

/// Looked at once more under the lock: between the look and the answer the roster may have been written.
fn found_for_answer(app: &App, tx: &mut Tx<'_>, token: &str, now: Instant) -> Result<(QuestionView, Question, Row), AppError> {
    let (view, ..) = found(app, tx, token, now)?;
    members::lock(tx, Some(view.platform.id))?;
    found(app, tx, token, now)
}

fn found(app: &App, conn: &mut AnyConn, token: &str, now: Instant) -> Result<(QuestionView, Question, Row), AppError> {
    let today = brussels(now).0;
    let (question, row) = questions::by_page(conn, &secrets::hash(token))?.ok_or(AppError::NotFound)?;
    let is_theirs = app.secrets.question_token(&question.reference, row.email_key.as_deref().unwrap_or_default()) == token;
    let member = row.member()?.filter(|_| is_theirs && question.quarter == Edition::of(today)).ok_or(AppError::NotFound)?;
    let platform: Platform = platforms::by_id(conn, row.platform_id)?.into();
    let standing = match (question.confirmed_at, question.ended_at) {
        _ if member.mandate.start() > today => return Err(AppError::NotFound),
        _ if member.mandate.end().is_some_and(|end| end <= today) => Standing::Ended,
        (Some(at), ended) if ended.is_none_or(|ended| ended < at) => Standing::Confirmed(at.0),
        // Not answered, or ended by its holder and prolonged by the staff since.
        _ => Standing::Open,
    };
    Ok((QuestionView { member, platform, quarter: question.quarter, standing }, question, row))
}
