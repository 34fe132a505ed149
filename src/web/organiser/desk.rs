//! The desk at the entrance: a page that installs on a phone, goes on without network, and sends afterwards what it saw. What it
//! asks for and sends goes by the sign-in and its token, like every form of staff; see docs/decisions/0034-the-desk.md.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web;
use chrono::{DateTime, Duration};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::app::desk::{Presented, SCANS_AT_ONCE, Scan, Taken};
use crate::app::enter::Entry;
use crate::app::secrets;
use crate::app::show::EventView;
use crate::clock::Instant;
use crate::db::registrations::Row;
use crate::domain::email::EmailAddress;
use crate::domain::event::EventStatus;
use crate::domain::ids::Reference;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::platform::Audience;
use crate::domain::sector::Sector;
use crate::domain::staff::Action;
use crate::domain::text::{Line, OrganisationName, PersonName};
use crate::i18n::format;
use crate::web::error::Answer;
use crate::web::extract::staff::{Posted, Staff};
use crate::web::frame::Policy;
use crate::web::view::public::Fault;
use crate::web::view::staff::{DeskPage, DeskWord, Pair, SectorLine};

/// Longest name of a device and longest key, in characters.
const MOST: usize = 120;

/// What the page says of each outcome; `title-…` stands where no name is known.
const WORDS: [&str; 36] = [
    "title-unknown",
    "title-foreign",
    "title-altered",
    "title-other_event",
    "title-nobody",
    "title-no_camera",
    "title-ask_organisers",
    "title-invalid",
    "title-key_reused",
    "title-withdrawn",
    "title-no_place",
    "title-not_counted",
    "say-in",
    "say-no_seat",
    "say-already",
    "say-withdrawn",
    "say-no_place",
    "say-not_counted",
    "say-other_event",
    "say-altered",
    "say-foreign",
    "say-unknown",
    "say-nobody",
    "say-no_camera",
    "say-added",
    "say-key_reused",
    "say-ask_organisers",
    "say-invalid",
    "net-up",
    "net-down",
    "net-out",
    "net-refused",
    "net-wait",
    "net-left",
    "is-in",
    "hits",
];

/// `GET …/desk`
pub async fn show(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::CheckIn, &path.1).await?;
    let assets = staff.state.pages.assets();
    let here = staff.event_href(&view, "/desk");
    let word = |key: &str| DeskWord { key: key.to_owned(), text: staff.t(&format!("desk-{}", key.replace('_', "-"))) };
    let mut words: Vec<DeskWord> = WORDS.iter().map(|key| word(key)).collect();
    words.push(word("insecure"));
    let states = ["waitlisted", "awaiting_approval", "withdrawn"];
    words.extend(states.map(|code| DeskWord { key: format!("state-{code}"), text: staff.word("state", code) }));
    let line = |code: &'static str, label: String| SectorLine { code, label };
    let mut sectors: Vec<SectorLine> = Sector::ALL.iter().map(|sector| line(sector.code(), staff.word("sector", sector.code()))).collect();
    sectors.push(line("", staff.t("desk-all")));
    let page = DeskPage {
        event: staff.title(&view),
        when: format::date_time_range(staff.language, view.stored.event.schedule.starts_at, view.stored.event.schedule.ends_at),
        slug: view.stored.event.slug.to_string(),
        open: view.stored.event.status == EventStatus::Published,
        roster: format!("{here}/roster"),
        scans: format!("{here}/scans"),
        worker: format!("{here}/worker.js"),
        scope: here.clone(),
        list: staff.event_href(&view, "/check-in"),
        back: staff.event_href(&view, ""),
        leave: staff.href("/sign-out"),
        hidden: staff.token(),
        csrf: staff.who.csrf.clone(),
        choices: Sector::ALL.iter().map(|sector| Pair::new(staff.word("sector", sector.code()), sector.code())).collect(),
        sectors,
        words,
        script: assets.href("desk.js").to_owned(),
    };
    // No navigation and nobody's address: the page is kept on the device, and holds what somebody at a door needs.
    let title = format!("{} – {}", staff.t("desk-title"), page.event);
    let head = staff.bare_head(title).with_manifest(format!("{here}/app.webmanifest")).with_tlp(view.stored.event.tlp);
    let mut answer = HttpResponse::Ok().content_type("text/html; charset=utf-8").body(staff.state.pages.draw(&head, &page)?);
    answer.extensions_mut().insert(Policy::DESK);
    Ok(answer)
}

/// `GET …/desk/app.webmanifest`: what makes the page an app of the device.
pub async fn manifest(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::CheckIn, &path.1).await?;
    let here = staff.event_href(&view, "/desk");
    let icon = json!({ "src": staff.state.pages.assets().href("icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any" });
    let manifest = json!({
        "id": here, "start_url": here, "scope": here, "display": "standalone", "lang": staff.language.code(),
        "name": format!("{} – {}", staff.t("desk-title"), staff.title(&view)), "short_name": staff.t("desk-title"),
        "background_color": "#0b2a38", "theme_color": "#0b2a38", "icons": [icon],
    });
    Ok(HttpResponse::Ok().content_type("application/manifest+json").body(manifest.to_string()))
}

/// `GET …/desk/worker.js`: serves this page and its files without network, and nothing else.
pub async fn worker(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::CheckIn, &path.1).await?;
    let (here, assets) = (staff.event_href(&view, "/desk"), staff.state.pages.assets());
    let shell = json!([here, assets.href("style.css"), assets.href("desk.js"), assets.href("icon.svg")]);
    let script = assets.get("desk-worker.js").ok_or(Fault::Internal)?;
    let body = format!("const SHELL = {shell};\n{}", String::from_utf8_lossy(&script.bytes));
    Ok(HttpResponse::Ok()
        .insert_header(("service-worker-allowed", here))
        .insert_header((header::CONTENT_TYPE, "text/javascript; charset=utf-8"))
        .body(body))
}

#[derive(Serialize)]
struct Roster<'a> {
    now: i64,
    closes: i64,
    may_add: bool,
    list: String,
    here: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<Vec<Known<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none", rename = "in")]
    present: Option<Vec<usize>>,
}

/// Reference, code, name, organisation, sector, state, whether online.
type Known<'a> = (&'a str, String, &'a str, &'a str, &'static str, &'static str, bool);

/// `POST …/desk/roster`: whom the device must know and who is in, as far as it does not know already.
pub async fn roster(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::CheckIn, &path.1).await?;
    let (app, event) = (&staff.state.app, &view.stored.event);
    let rows = app.desk_roster(event, staff.now).await?;
    let known: Vec<Known<'_>> = rows.iter().map(|row| person(staff, row)).collect();
    let present: Vec<usize> = rows.iter().enumerate().filter(|(_, row)| row.present).map(|(at, _)| at).collect();
    let (list, here) = (app.secrets.desk_list(event.id, staff.actor(), &mark(&known)), mark(&present));
    let (had, had_here) = (posted.fields.get("list"), posted.fields.get("here"));
    if !rows.is_empty() && !app.secrets.is_desk_list(event.id, staff.actor(), had) {
        // Names leave on a device as they do on paper: the journal says so.
        app.note_desk_roster(event, rows.len(), staff.actor(), staff.now).await?;
    }
    // Whoever was given no names cannot say later that they have them.
    let (is_same, list) = if rows.is_empty() { (false, String::new()) } else { (had == list, list) };
    let answer = Roster {
        now: staff.now.timestamp_millis(),
        closes: app.desk_closes(event).timestamp_millis(),
        may_add: may_add(staff, &view),
        present: (!is_same || had_here != here).then_some(present),
        people: (!is_same).then_some(known),
        list,
        here,
    };
    Ok(HttpResponse::Ok().json(answer))
}

fn person<'a>(staff: &Staff, row: &'a Row) -> Known<'a> {
    let code = staff.state.app.pass_of(&row.reference).to_string();
    let online = row.mode == Mode::Online;
    (row.reference.as_str(), code, &row.name, &row.organisation_name, row.sector.code(), row.state.code(), online)
}

/// What tells one state of a list from another.
fn mark(what: &impl Serialize) -> String {
    secrets::hash(&serde_json::to_string(what).unwrap_or_default())[..16].to_owned()
}

/// Anybody may be added at the door where anybody may register; elsewhere only by whom organisers' decisions are.
fn may_add(staff: &Staff, view: &EventView) -> bool {
    let is_open = view.platform.audience == Audience::Open && view.stored.event.status == EventStatus::Published;
    is_open || staff.may(Action::ManageRegistrations, view.platform.id)
}

/// One scan as the device wrote it down.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    key: String,
    at: i64,
    #[serde(default)]
    offset: i64,
    pass: Option<String>,
    person: Option<String>,
    walk_in: Option<WalkIn>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WalkIn {
    name: String,
    email: String,
    organisation: String,
    sector: String,
}

/// `POST …/desk/scans`: what a device saw, in its order; each is answered by its key.
pub async fn scans(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::CheckIn, &path.1).await?;
    let device = Line::<MOST>::parse(posted.fields.get("device")).map_err(|_| Fault::BadRequest)?.to_string();
    let sent: Vec<Sent> = serde_json::from_str(posted.fields.get("scans")).map_err(|_| Fault::BadRequest)?;
    if sent.len() > SCANS_AT_ONCE {
        return Err(Fault::TooLarge.into());
    }
    let keys: Vec<String> = sent.iter().map(|scan| scan.key.clone()).collect();
    let read: Vec<Option<Scan>> = sent.into_iter().map(|scan| read(scan, staff.language)).collect();
    let is_read: Vec<bool> = read.iter().map(Option::is_some).collect();
    let read = read.into_iter().flatten().collect();
    let taken = staff.state.app.take_scans(&view.stored.event, &device, read, may_add(staff, &view), staff.actor(), staff.now).await?;
    let mut taken = taken.iter();
    // What could not be read is answered, too: a device must not send it for ever.
    let mut answer = |(key, is_read): (&String, bool)| match is_read.then(|| taken.next()).flatten() {
        Some(taken) => told(taken),
        None => json!({ "key": key, "outcome": "invalid" }),
    };
    let results: Vec<Value> = keys.iter().zip(is_read).map(&mut answer).collect();
    Ok(HttpResponse::Ok().json(json!({ "now": staff.state.app.now().timestamp_millis(), "results": results })))
}

fn told(taken: &Taken) -> Value {
    let mut told = json!({ "key": taken.key, "outcome": taken.outcome.code() });
    if let Some(row) = &taken.who {
        told["ref"] = json!(row.reference);
        told["name"] = json!(row.name);
        told["state"] = json!(row.state.code());
    }
    if let Some((device, at)) = &taken.earlier {
        told["device"] = json!(device);
        told["at"] = json!(at.timestamp_millis());
    }
    told
}

/// A scan, where it can be one.
fn read(sent: Sent, language: Language) -> Option<Scan> {
    let key = Line::<MOST>::parse(&sent.key).ok()?.to_string();
    let at: Instant = DateTime::from_timestamp_millis(sent.at)?.checked_add_signed(Duration::try_milliseconds(sent.offset)?)?;
    let who = match (sent.pass, sent.person, sent.walk_in) {
        (Some(text), None, None) => Presented::Pass(text),
        (None, Some(reference), None) => Presented::Name(Reference::parse(&reference)?),
        (None, None, Some(typed)) => Presented::WalkIn(Box::new(Entry {
            name: PersonName::parse(&typed.name).ok()?,
            email: EmailAddress::parse(&typed.email).ok()?,
            organisation: OrganisationName::parse(&typed.organisation).ok()?,
            sector: Sector::from_code(&typed.sector)?,
            mode: Some(Mode::OnSite),
            language,
        })),
        _ => return None,
    };
    Some(Scan { key, at, who })
}

impl Staff {
    /// The frame of a page without navigation.
    fn bare_head(&self, title: String) -> crate::web::view::Head {
        crate::web::view::Head::staff(self.language, &self.rest, title)
    }
}
