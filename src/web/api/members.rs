//! Rosters: list, put one or many on, take one off.

use actix_web::HttpResponse;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::call::{Answer, Call, Reply};
use super::decode::{self, Checks};
use super::page::{self, Page};
use super::problem::{FieldError, Problem};
use super::words::schema;
use crate::app::AppError;
use crate::app::roster::import::{Done, Outcome, Wish};
use crate::app::roster::rows::{Draft, Fault, Wrong};
use crate::db::members::{ListFilter, Row};
use crate::domain::ids::Reference;
use crate::domain::language::Language;
use crate::domain::member::{Function, Phase};
use crate::domain::platform::Platform;
use crate::domain::sector::Sector;
use crate::domain::staff::Action;
use crate::i18n::format::brussels;

/// Most entries in one call.
pub const MOST: usize = 1000;
/// Longest search, in characters.
const SEARCH: usize = 200;

/// A mandate on a platform's roster.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Member)]
pub struct MemberBody {
    /// The mandate.
    #[schema(example = "q7Xv0f3cVb1m2n4p5r6s7t8u9w0yAaBbCcDdEeFfGgH", min_length = 43, max_length = 43)]
    pub id: String,
    /// Full name.
    #[schema(example = "Zoë Dupont")]
    pub name: String,
    /// Work address.
    #[schema(example = "zoe.dupont@example.be")]
    pub email: String,
    /// Organisation.
    #[schema(example = "FOD Voorbeeld")]
    pub organisation: String,
    /// The organisation's sector.
    #[schema(value_type = schema::Sector)]
    pub sector: Sector,
    /// Function.
    #[schema(value_type = schema::Function)]
    pub function: Function,
    /// Whether as a deputy.
    pub deputy: bool,
    /// Language of mails.
    #[schema(value_type = schema::Language)]
    pub language: Language,
    /// First day.
    pub start: NaiveDate,
    /// Last day, which still belongs to the mandate; null when none is set.
    pub end: Option<NaiveDate>,
    /// Where the mandate stands today, in Brussels.
    #[schema(value_type = schema::Phase)]
    pub phase: Phase,
}

impl MemberBody {
    fn of(row: Row, today: NaiveDate) -> Result<Self, AppError> {
        let phase = row.mandate()?.phase(today);
        Ok(Self {
            id: row.reference.to_string(),
            name: row.name,
            email: row.email,
            organisation: row.organisation_name,
            sector: row.sector,
            function: row.function,
            deputy: row.deputy,
            language: row.language,
            start: row.starts_on.0,
            end: row.ends_on.map(|day| day.0),
            phase,
        })
    }
}

/// Somebody to put on a roster, or a mandate to correct: it is recognised by address, function and organisation.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewMember)]
pub struct NewMemberBody {
    /// Full name.
    #[schema(example = "Zoë Dupont", min_length = 1, max_length = 120)]
    name: String,
    /// Work address.
    #[schema(example = "zoe.dupont@example.be", format = "email", max_length = 254)]
    email: String,
    /// Organisation.
    #[schema(example = "FOD Voorbeeld", min_length = 1, max_length = 160)]
    organisation: String,
    /// Function.
    #[schema(value_type = schema::Function)]
    function: Function,
    /// Language of mails.
    #[schema(value_type = schema::Language)]
    language: Language,
    /// Sector; left out, it stays, or is public for somebody new.
    #[serde(default)]
    #[schema(value_type = Option<schema::Sector>)]
    sector: Option<Sector>,
    /// First day; left out, it stays, or is today for somebody new.
    #[serde(default)]
    start: Option<NaiveDate>,
    /// Last day; left out, it stays; null takes it out.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<NaiveDate>)]
    end: Option<Option<NaiveDate>>,
    /// Whether as a deputy; left out, it stays, or is no for somebody new.
    #[serde(default)]
    deputy: Option<bool>,
}

/// Null is a value here, other than what is left out.
fn given<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Option<Option<NaiveDate>>, D::Error> {
    Option::deserialize(d).map(Some)
}

/// One member, or a list of up to 1,000: all of them or none.
#[derive(Deserialize, ToSchema)]
#[serde(untagged)]
#[allow(dead_code)] // describes what `create` reads
pub enum NewMembers {
    /// One.
    One(NewMemberBody),
    /// Several.
    Many(Vec<NewMemberBody>),
}

/// What became of one entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WrittenMember)]
pub struct WrittenBody {
    /// The mandate.
    #[schema(example = "q7Xv0f3cVb1m2n4p5r6s7t8u9w0yAaBbCcDdEeFfGgH", min_length = 43, max_length = 43)]
    id: String,
    /// `added`, `changed` or `unchanged`.
    #[schema(example = "added")]
    outcome: &'static str,
}

/// An answer to one entry, or to each of a list, in its order.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub enum WrittenMembers {
    /// To one.
    One(WrittenBody),
    /// To several.
    Many(Vec<WrittenBody>),
}

impl NewMemberBody {
    fn check(&self, line: u64, prefix: &str) -> Result<Draft, Vec<FieldError>> {
        let mut checks = Checks::under(prefix);
        let (name, email, organisation) =
            (checks.line("/name", &self.name), checks.email("/email", &self.email), checks.line("/organisation", &self.organisation));
        for (at, day) in [("/start", self.start), ("/end", self.end.flatten())] {
            if day.is_some_and(|day| !(2000..3000).contains(&day.year())) {
                checks.refuse(at, "out_of_range", "a day lies in the years 2000 to 2999");
            }
        }
        let draft = name.zip(email).zip(organisation).map(|((name, email), organisation)| Draft {
            line,
            name,
            email,
            organisation,
            function: self.function,
            language: self.language,
            sector: self.sector,
            start: self.start,
            end: self.end,
            deputy: self.deputy,
        });
        checks.finish(draft)
    }
}

async fn platform(call: &Call, action: Action) -> Result<Platform, Problem> {
    Ok(call.app().platform_for(&call.caller.grants, action, call.part("slug")).await?)
}

/// Lists a platform's mandates, also those that ended, in the order they were entered. Role: organiser.
#[utoipa::path(get, path = "/platforms/{slug}/members", tag = "members", operation_id = "listMembers",
    params(
        ("slug" = String, Path, description = "The platform's slug.", example = "coalition"),
        ("after" = Option<String>, Query, description = "The cursor `next` of the page before."),
        ("limit" = Option<u32>, Query, description = "Things on a page, 1 to 500; 100 when left out.", minimum = 1, maximum = 500),
        ("phase" = Option<schema::Phase>, Query, description = "Only mandates that stand so today, in Brussels; `current` has those that end soon, too."),
        ("function" = Option<schema::Function>, Query, description = "Only this function."),
        ("search" = Option<String>, Query, description = "Every word must occur in name, address or organisation; accents and case do not matter."),
    ),
    responses((status = 200, description = "A page of mandates.", body = Page<MemberBody>)))]
pub async fn list(call: Call) -> Reply {
    let platform = platform(&call, Action::SeeMembers).await?;
    let today = brussels(call.now).0;
    let mut query = call.query();
    let limit = page::limit(&mut query);
    let phase = query.parsed::<Phase>("phase");
    let function = query.parsed::<Function>("function");
    let search = query.text("search").unwrap_or_default();
    if search.chars().count() > SEARCH || search.chars().any(char::is_control) {
        query.refuse("search", "invalid", format!("search for at most {SEARCH} characters, without control characters"));
    }
    let after = match query.text("after") {
        None => None,
        Some(cursor) => match call.app().member(platform.id, &cursor).await {
            Ok(row) => Some(row.id),
            Err(AppError::NotFound) => {
                query.refuse(
                    "after",
                    "unknown_cursor",
                    "there is no such mandate on this platform; begin again, or send the `next` of the page before",
                );
                None
            }
            Err(error) => return Err(error.into()),
        },
    };
    query.finish()?;
    let filter = ListFilter {
        phase: phase.map(|phase| (phase, today)),
        function,
        search,
        after,
        by_number: true,
        limit: i64::from(limit) + 1,
        ..ListFilter::default()
    };
    let rows = call.app().members_of(platform.id, filter).await?;
    let page = Page::of(rows, limit, |row| row.reference.to_string(), |row| MemberBody::of(row, today));
    let items = page.items.into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(HttpResponse::Ok().json(Page { items, next: page.next }))
}

/// Puts one person, or up to 1,000, on a platform's roster, or corrects their mandates: one with the same address, function and
/// organisation is changed, unless its days lie apart. All or nothing. Role: organiser.
#[utoipa::path(post, path = "/platforms/{slug}/members", tag = "members", operation_id = "writeMembers",
    params(("slug" = String, Path, description = "The platform's slug.", example = "coalition")),
    request_body = NewMembers,
    responses(
        (status = 200, description = "Nobody was new.", body = WrittenMembers),
        (status = 201, description = "What became of each.", body = WrittenMembers),
    ))]
pub async fn create(call: Call) -> Reply {
    call.once(async |call| {
        let platform = platform(&call, Action::ManageMembers).await?;
        let document = call.document()?;
        let is_list = document.is_array();
        let drafts = drafts(document)?;
        // Who calls vouches for what is doubtful; a list is written whole or not at all.
        let wish = Wish { doubtful: true, keep_good: false, shown: None };
        match call.app().import_members(platform.id, drafts, Vec::new(), wish, call.actor(), call.now).await? {
            Outcome::Written(written) => {
                let any_new = written.added > 0;
                let mut bodies: Vec<WrittenBody> =
                    written.rows.into_iter().map(|(_, id, done)| WrittenBody { id: id.to_string(), outcome: outcome(done) }).collect();
                let answer = match bodies.pop() {
                    Some(one) if !is_list => WrittenMembers::One(one),
                    last => {
                        bodies.extend(last);
                        WrittenMembers::Many(bodies)
                    }
                };
                if any_new { Answer::created(&answer, None) } else { Answer::ok(&answer) }
            }
            Outcome::Refused(plan) | Outcome::Differs(plan) => {
                Err(Problem::invalid(plan.wrong.iter().map(|wrong| refused(wrong, is_list)).collect()))
            }
        }
    })
    .await
}

fn outcome(done: Done) -> &'static str {
    match done {
        Done::Added => "added",
        Done::Changed => "changed",
        Done::Unchanged => "unchanged",
    }
}

fn refused(wrong: &Wrong, is_list: bool) -> FieldError {
    let at = |part: &str| if is_list { format!("/{}{part}", wrong.line) } else { part.to_owned() };
    match &wrong.fault {
        Fault::Ends(ends) => FieldError::at(at("/end"), "invalid", ends.to_string()),
        Fault::Twice(line) => FieldError::at(at(""), "repeated", format!("the same mandate stands at /{line} already; leave one of them out")),
        Fault::Overlaps => FieldError::at(at("/start"), "taken", "the person would hold the same mandate twice on some day; correct start or end"),
        other => FieldError::at(at(""), "invalid", other.value()),
    }
}

/// Every entry is looked at, so that all that is wrong is named at once.
fn drafts(document: Value) -> Result<Vec<Draft>, Problem> {
    let list: Vec<(String, Value)> = match document {
        Value::Array(list) => list.into_iter().enumerate().map(|(n, value)| (format!("/{n}"), value)).collect(),
        one => vec![(String::new(), one)],
    };
    if list.is_empty() || list.len() > MOST {
        let why = format!("a list has 1 to {MOST} entries, this one has {}; split it", list.len());
        return Err(Problem::invalid(vec![FieldError::at("", "out_of_range", why)]));
    }
    let (mut drafts, mut errors) = (Vec::with_capacity(list.len()), Vec::new());
    for (line, (prefix, value)) in (0..).zip(list) {
        match decode::typed::<NewMemberBody>(value, &prefix).map_err(|e| vec![e]).and_then(|body| body.check(line, &prefix)) {
            Ok(draft) => drafts.push(draft),
            Err(mut refused) => errors.append(&mut refused),
        }
    }
    if errors.is_empty() { Ok(drafts) } else { Err(Problem::invalid(errors)) }
}

/// Takes a mandate off the roster as if it had never been there. A mandate that is over is ended instead: write it with its `end`.
/// Role: organiser.
#[utoipa::path(delete, path = "/platforms/{slug}/members", tag = "members", operation_id = "removeMember",
    params(
        ("slug" = String, Path, description = "The platform's slug.", example = "coalition"),
        ("id" = String, Query, description = "The mandate's id."),
    ),
    responses((status = 200, description = "The mandate as it was.", body = MemberBody)))]
pub async fn remove(call: Call) -> Reply {
    call.once(async |call| {
        let platform = platform(&call, Action::ManageMembers).await?;
        let mut query = call.query();
        let id = query.required::<String>("id", "name the mandate: ?id=…");
        query.finish()?;
        let row = call.app().member(platform.id, &id.unwrap_or_default()).await?;
        let reference: Reference = row.reference.clone();
        call.app().remove_member(platform.id, reference, Some(row.revision), call.actor(), call.now).await?;
        Answer::ok(&MemberBody::of(row, brussels(call.now).0)?)
    })
    .await
}
