//! Invitations: call people to register.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::call::{Answer, Call, Reply};
use super::decode::Checks;
use super::problem::{FieldError, Problem};
use super::words::{Moment, schema};
use crate::app::invite::Invitee;
use crate::domain::invitation::Verdict;
use crate::domain::language::Language;
use crate::domain::sector::Sector;
use crate::domain::staff::Action;

/// Most people in one call.
pub const MOST: usize = 1000;

/// Somebody to invite.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewInvitation)]
pub struct NewInvitationBody {
    /// Work address: the only one that the invitation is valid for.
    #[schema(example = "zoe.dupont@example.be", format = "email", max_length = 254)]
    pub email: String,
    /// Full name, where it is known; the form is filled in with it.
    #[serde(default)]
    #[schema(nullable = false, example = "Zoë Dupont", min_length = 1, max_length = 120)]
    pub name: Option<String>,
    /// Organisation, where it is known.
    #[serde(default)]
    #[schema(nullable = false, example = "Example NV", min_length = 1, max_length = 160)]
    pub organisation: Option<String>,
    /// Sector, where it is known.
    #[serde(default)]
    #[schema(nullable = false, value_type = Option<schema::Sector>)]
    pub sector: Option<Sector>,
    /// Language of the mails.
    #[schema(value_type = schema::Language)]
    pub language: Language,
}

/// People to invite, and when.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInvitations {
    /// One to 1,000 people; all or none.
    #[schema(min_items = 1, max_items = 1000)]
    pub people: Vec<NewInvitationBody>,
    /// When the mails go; at once when left out.
    #[serde(default)]
    #[schema(nullable = false)]
    pub send_at: Option<Moment>,
    /// Only says what would become of each; changes nothing.
    #[serde(default)]
    pub dry_run: bool,
}

/// What became of one of them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Invited)]
pub struct InvitedBody {
    /// What inviting this address means, as it stands: only `new` and `again` send a mail.
    #[schema(value_type = schema::Verdict)]
    pub outcome: Verdict,
    /// The invitation there is. It names, it opens nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "q7Xv0f3cVb1m2n4p5r6s7t8u9w0yAaBbCcDdEeFfGgH", min_length = 43, max_length = 43)]
    pub id: Option<String>,
}

/// What became of each, in the order of the call.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitedList {
    /// How many mails this call owes.
    pub invited: usize,
    /// One for each of the people.
    pub people: Vec<InvitedBody>,
}

/// Invites up to 1,000 people: each gets a mail with a personal link, at once or at a moment to come. Somebody who is invited or
/// registered already is left as they are. All or nothing. Role: organiser.
#[utoipa::path(post, path = "/events/{slug}/invitations", tag = "invitations", operation_id = "createInvitations",
    params(("slug" = String, Path, description = "The event's slug.", example = "qctr-2026-q4")),
    request_body = NewInvitations,
    responses(
        (status = 200, description = "Nobody was to be invited, or a dry run.", body = InvitedList),
        (status = 201, description = "What became of each.", body = InvitedList),
    ))]
pub async fn create(call: Call) -> Reply {
    call.once(async |call| {
        let event = call.event(Action::ManageInvitations).await?.stored.event;
        let wish: NewInvitations = call.json()?;
        let people = people(&wish)?;
        if wish.dry_run {
            let verdicts = call.app().check_invitees(event.id, people, call.now).await?;
            let people = verdicts.into_iter().map(|outcome| InvitedBody { outcome, id: None }).collect();
            return Answer::ok(&InvitedList { invited: 0, people });
        }
        let invited = call.app().invite(event.id, people, wish.send_at.map(|at| at.0), call.actor(), call.now).await?;
        let count = invited.count();
        let people = invited.outcomes.into_iter().map(|(outcome, id)| InvitedBody { outcome, id: id.map(|r| r.to_string()) }).collect();
        let list = InvitedList { invited: count, people };
        if count > 0 { Answer::created(&list, None) } else { Answer::ok(&list) }
    })
    .await
}

/// Everybody is looked at, so that all that is wrong is named at once.
fn people(wish: &NewInvitations) -> Result<Vec<Invitee>, Problem> {
    if wish.people.is_empty() || wish.people.len() > MOST {
        let why = format!("a call names 1 to {MOST} people, this one {}; split it", wish.people.len());
        return Err(Problem::invalid(vec![FieldError::at("/people", "out_of_range", why)]));
    }
    let (mut people, mut errors) = (Vec::with_capacity(wish.people.len()), Vec::new());
    for (n, person) in wish.people.iter().enumerate() {
        match person.check(&format!("/people/{n}")) {
            Ok(invitee) => people.push(invitee),
            Err(mut refused) => errors.append(&mut refused),
        }
    }
    if errors.is_empty() { Ok(people) } else { Err(Problem::invalid(errors)) }
}

impl NewInvitationBody {
    fn check(&self, prefix: &str) -> Result<Invitee, Vec<FieldError>> {
        let mut checks = Checks::under(prefix);
        let email = checks.email("/email", &self.email);
        let name = self.name.as_deref().and_then(|text| checks.line("/name", text));
        let organisation = self.organisation.as_deref().and_then(|text| checks.line("/organisation", text));
        let (sector, language) = (self.sector, self.language);
        checks.finish(email.map(|email| Invitee { email, name, organisation, sector, language }))
    }
}
