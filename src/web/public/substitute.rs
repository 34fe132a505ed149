//! Naming a colleague who takes the seat over, on the personal page. Who was asked is told by mail; the page says nothing of them.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::personal::{Done, Form, Visit, draw};
use crate::app::AppError;
use crate::app::offer_seat::Colleague;
use crate::db::offers::Row as Offer;
use crate::domain::email::EmailAddress;
use crate::domain::language::Language;
use crate::domain::platform::Audience;
use crate::domain::registration::State as Stands;
use crate::domain::substitute::{Refusal, State as Offered, answer_before};
use crate::domain::text::PersonName;
use crate::web::error::Answer;
use crate::web::extract::client_address;
use crate::web::limits::Kind;
use crate::web::state::State;
use crate::web::view::public::{Fault, SubstituteInput};
use crate::web::view::{Flash, FormError, TextField};

/// What the forms of this part send. The names are those of the page, where others stand beside them; programs may send those of the form
/// of registration.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Named {
    csrf: String,
    take_back: String,
    #[serde(alias = "name")]
    substitute_name: String,
    #[serde(alias = "email")]
    substitute_email: String,
    #[serde(alias = "language")]
    substitute_language: String,
}

/// `POST /{lang}/r/{token}/substitute`: asks a colleague, or with `take_back` takes the last asking back.
pub async fn ask(request: HttpRequest, path: web::Path<(String, String)>, form: web::Form<Named>, state: web::Data<State>) -> Answer {
    let visit = Visit::act(&request, &state, &path, &Form::with_token(&form.csrf)).await?;
    if !form.take_back.is_empty() {
        state.app.take_offer_back(visit.view.row.id, visit.now).await?;
        return Ok(visit.back(Done::TakenBack));
    }
    let (name, email) = (PersonName::parse(&form.substitute_name), EmailAddress::parse(&form.substitute_email));
    let language = Language::from_code(&form.substitute_language).unwrap_or(visit.view.row.language);
    let (name, email) = match (name, email) {
        (Ok(name), Ok(email)) => (name, email),
        (name, email) => {
            let name = name.err().map_or_else(String::new, |f| said(&state, &visit, &format!("error-name-{}", f.code())));
            let email = email.err().map_or_else(String::new, |f| said(&state, &visit, &format!("error-email-{}", f.code())));
            return faulty(&state, &visit, &form, name, email);
        }
    };
    // It mails somebody who did not ask for it, as a form does.
    state.limits.check(Kind::Register, client_address(&request, &state)).map_err(Fault::TooMany)?;
    match state.app.offer_seat(visit.view.row.id, Colleague { name, email, language }, visit.now).await {
        Ok(()) => Ok(visit.back(Done::Asked)),
        Err(AppError::Substitute(refusal @ (Refusal::Oneself | Refusal::OtherOrganisation))) => {
            let text = said(&state, &visit, &format!("substitute-fault-{}", refusal.code()));
            faulty(&state, &visit, &form, String::new(), text)
        }
        Err(AppError::Substitute(refusal)) => {
            let text = said(&state, &visit, &format!("substitute-fault-{}", refusal.code()));
            draw(&state, &visit, StatusCode::CONFLICT, vec![Flash { tone: "stop", text }], |page| page)
        }
        Err(AppError::NotOpen(_) | AppError::WrongState(_)) => draw(&state, &visit, StatusCode::CONFLICT, Vec::new(), |page| page),
        Err(other) => Err(other.into()),
    }
}

fn said(state: &State, visit: &Visit, key: &str) -> String {
    state.texts().t(visit.language, key, &[])
}

fn faulty(state: &State, visit: &Visit, form: &Named, name: String, email: String) -> Answer {
    let fields = [("substitute_name", &name), ("substitute_email", &email)];
    let errors = fields.into_iter().filter(|(_, text)| !text.is_empty());
    let errors = errors.map(|(field, text)| FormError { field: field.into(), text: text.clone(), ..FormError::default() }).collect();
    let cut = |text: &str| text.chars().take(300).collect::<String>();
    let name = TextField { value: cut(&form.substitute_name), error: name };
    let email = TextField { value: cut(&form.substitute_email), error: email };
    draw(state, visit, StatusCode::UNPROCESSABLE_ENTITY, Vec::new(), |page| {
        page.with_substitute(|part| part.with_faults(name, email, &form.substitute_language), errors)
    })
}

/// What the part says with which a colleague is named; `None` where nobody can be.
pub(super) fn part(visit: &Visit, standing: Stands) -> Option<SubstituteInput> {
    let (platform, event) = (&visit.view.event.platform, &visit.view.event.stored.event);
    let may = platform.takes_substitutes() && standing == Stands::Confirmed && !visit.view.row.present && event.takes_choices(visit.now);
    let before = |offer: &Offer| answer_before(offer.asked_at.0, event.schedule.starts_at);
    let asked = visit.offer.as_ref().filter(|offer| offer.state == Offered::Open && visit.now < before(offer));
    may.then(|| SubstituteInput {
        for_members: platform.audience == Audience::Members,
        asked: asked.map(|offer| (offer.name.clone(), offer.email.clone(), before(offer))),
        // One whose time is over has lapsed before the timer has noted it.
        ended: visit.offer.as_ref().map(|offer| if offer.state == Offered::Open { Offered::Lapsed } else { offer.state }),
    })
}
