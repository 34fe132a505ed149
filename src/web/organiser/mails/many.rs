//! Another try at all mails that a filter finds, or none: first how many, then a button.

use actix_web::http::StatusCode;
use actix_web::web;
use fluent_bundle::FluentValue;

use super::base;
use super::filter::MailFilter;
use crate::app::many_mails::{MOST, Order};
use crate::app::show::EventView;
use crate::app::show_mails::Wanted;
use crate::clock::Instant;
use crate::db::outbox::MailStatus;
use crate::domain::ids::MailId;
use crate::domain::staff::Action;
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::organiser::fields::Fields;
use crate::web::organiser::see_other;
use crate::web::view::staff::ManyMails;
use crate::web::view::{Hidden, Link};

/// `GET …/mails/many`
pub async fn ask(staff: Staff) -> Answer {
    staff.require_somewhere(Action::SeeMail)?;
    draw(&staff, None).await
}

/// `GET …/events/{event}/mails/many`
pub async fn ask_of_event(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::SeeMail, &path.1).await?;
    draw(&staff, Some(&view)).await
}

async fn draw(staff: &Staff, view: Option<&EventView>) -> Answer {
    let filter = ordered(&staff.query);
    let order = order_of(&staff.query);
    let wanted = filter.wanted(view.map(|view| view.stored.event.id));
    let all = staff.state.app.mail_count_for(&staff.who.grants, wanted).await?;
    let count = all.min(MOST);
    let word = word(order);
    let base = base(staff, view);
    let token = staff.token().into_iter().chain(filter.hidden());
    let page = ManyMails {
        heading: staff.t(&format!("staff-mails-{word}-many")),
        lead: staff.t_with(&format!("staff-mails-{word}-what"), &[("n", FluentValue::from(count))]),
        filter: filter.words(staff),
        action: if count > 0 { format!("{base}/many") } else { String::new() },
        hidden: token
            .chain([
                Hidden::new("order", word),
                Hidden::new("count", count.to_string()),
                Hidden::new("seen", staff.now.timestamp_micros().to_string()),
            ])
            .collect(),
        button: staff
            .t_with(&format!("staff-mails-{word}-do"), &[("n", FluentValue::from(count)), ("count", format::number(staff.language, count).into())]),
        danger: order == Order::Abort,
        back: Link::new(filter.address(&base), staff.t("staff-back-to-list")),
    };
    let head = view.map_or_else(|| staff.head(page.heading.clone()), |view| staff.event_head(view, page.heading.clone()));
    staff.page(StatusCode::OK, &head, &page)
}

/// `POST …/mails/many`: no more than the page before has told.
pub async fn order(posted: Posted) -> Answer {
    posted.staff.require_somewhere(Action::SeeMail)?;
    carry_out(&posted, None).await
}

/// `POST …/events/{event}/mails/many`
pub async fn order_of_event(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let view = posted.staff.event(Action::SeeMail, &path.1).await?;
    carry_out(&posted, Some(&view)).await
}

async fn carry_out(posted: &Posted, view: Option<&EventView>) -> Answer {
    let staff = &posted.staff;
    let filter = ordered(&posted.fields);
    // What was owed since the page was looked at is nobody's order.
    let seen = posted.fields.get("seen").parse().ok().and_then(Instant::from_timestamp_micros).unwrap_or(staff.now);
    let wanted = Wanted { before: Some((seen, MailId(i64::MAX))), ..filter.wanted(view.map(|view| view.stored.event.id)) };
    let order = order_of(&posted.fields);
    let most = posted.fields.get("count").parse().unwrap_or(0);
    let came = staff.state.app.order_mails(&staff.who.grants, wanted, order, most, staff.actor(), staff.now).await?;
    let done = match order {
        Order::Retry => "mails-retried",
        Order::Abort => "mails-aborted",
    };
    Ok(see_other(&format!("{}?done={done}&n={}", base(staff, view), came.done)))
}

/// The filter, of mails that an order can be given for.
fn ordered(fields: &Fields) -> MailFilter {
    let filter = MailFilter::read(fields);
    let waits = order_of(fields) == Order::Abort && filter.status == Some(MailStatus::Queued);
    MailFilter { status: Some(if waits { MailStatus::Queued } else { MailStatus::Failed }), ..filter }
}

fn order_of(fields: &Fields) -> Order {
    if fields.get("order") == "abort" { Order::Abort } else { Order::Retry }
}

const fn word(order: Order) -> &'static str {
    match order {
        Order::Retry => "retry",
        Order::Abort => "abort",
    }
}
