//! What may be done with one mail: another try, none any more, or another mail that says what holds now.

use actix_web::web;

use crate::app::tell_again::Told;
use crate::domain::ids::MailId;
use crate::domain::staff::Action;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::organiser::see_other;
use crate::web::view::public::Fault;

/// `POST …/mails/{mail}/retry`
pub async fn retry(posted: Posted, path: web::Path<(String, i64)>) -> Answer {
    let (staff, mail) = (&posted.staff, MailId(path.1));
    staff.state.app.mail_for(&staff.who.grants, Action::SeeMail, mail).await?;
    let done = staff.state.app.retry_mail(mail, staff.actor(), staff.now).await?;
    Ok(back(staff, mail, if done { "retried" } else { "nothing" }))
}

/// `POST …/mails/{mail}/abort`
pub async fn abort(posted: Posted, path: web::Path<(String, i64)>) -> Answer {
    let (staff, mail) = (&posted.staff, MailId(path.1));
    staff.state.app.mail_for(&staff.who.grants, Action::SeeMail, mail).await?;
    let done = staff.state.app.abort_mail(mail, staff.actor(), staff.now).await?;
    Ok(back(staff, mail, if done { "aborted" } else { "nothing" }))
}

/// `POST …/mails/{mail}/again`: the person is told where they stand now, which may be something else than what this mail says.
pub async fn again(posted: Posted, path: web::Path<(String, i64)>) -> Answer {
    let (staff, mail) = (&posted.staff, MailId(path.1));
    let view = staff.state.app.mail_for(&staff.who.grants, Action::SeeMail, mail).await?;
    let about = view.row.registration_id.filter(|_| view.about.as_ref().is_some_and(|row| row.erased_at.is_none())).ok_or(Fault::Conflict)?;
    match staff.state.app.tell_again(about, staff.actor(), staff.now).await? {
        // The new mail is the one to look at.
        Told::Owed => {
            let fresh = staff.state.app.mail_for(&staff.who.grants, Action::SeeMail, mail).await?;
            Ok(back(staff, fresh.last.map_or(mail, |last| last.id), "told-again"))
        }
        Told::OnItsWay => Ok(back(staff, mail, "on-its-way")),
        Told::JustNow => Ok(back(staff, mail, "just-now")),
        Told::Nothing => Ok(back(staff, mail, "nothing-to-tell")),
    }
}

fn back(staff: &Staff, mail: MailId, done: &str) -> actix_web::HttpResponse {
    see_other(&staff.href(&format!("/mails/{mail}?done={done}")))
}
