//! What each kind of mail says, before a real one goes: with made-up data, or as an event of ours says it, in each language; and a trial
//! of it to whoever looks.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web;

use super::mails::{framed, framing, says_of, unmade};
use crate::app::show::EventView;
use crate::domain::email::EmailAddress;
use crate::domain::language::Language;
use crate::domain::mode::Mode;
use crate::domain::platform::Audience;
use crate::domain::registration::MailKind;
use crate::domain::staff::Action;
use crate::mail::outcome::{Outcome, Reply};
use crate::mail::samples::{Sample, Variant, sample, variants};
use crate::mail::{shown, trial};
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::limits::Kind as Limit;
use crate::web::organiser::fields::Fields;
use crate::web::view::head::own_name;
use crate::web::view::public::Fault;
use crate::web::view::staff::{Input, MailKindRow, MailKinds, MailSample};
use crate::web::view::{Flash, Hidden, Link};

/// How long a relay may take over a trial mail.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(25);
/// The word for a mail that is no special case.
const USUAL: &str = "usual";

/// Which mail somebody looks at.
pub struct Chosen {
    /// Which kind.
    pub kind: MailKind,
    /// Which special case; `None` for the usual one.
    pub variant: Option<Variant>,
    /// In which language.
    pub language: Language,
}

impl Chosen {
    /// What a query or form says; what is no word of ours is the usual, in the page's language.
    fn read(staff: &Staff, fields: &Fields, kind: MailKind, event: Option<&EventView>) -> Self {
        let named = |variant: &Variant| variant.1 == kind && variant.0 == fields.get("variant") && fits_event(variant, event);
        Self { kind, variant: variants().into_iter().find(named), language: Language::from_code(fields.get("language")).unwrap_or(staff.language) }
    }

    fn variant(&self) -> &'static str {
        self.variant.map_or(USUAL, |variant| variant.0)
    }

    fn hidden(&self) -> Vec<Hidden> {
        vec![Hidden::new("kind", self.kind.code()), Hidden::new("variant", self.variant()), Hidden::new("language", self.language.code())]
    }

    fn address(&self, path: &str) -> String {
        let fields = self.hidden().into_iter().map(|hidden| (hidden.name, hidden.value)).collect();
        Fields(fields).address(path)
    }

    /// The mail, as it would go now.
    fn sample(&self, staff: &Staff, event: Option<&EventView>) -> Sample {
        let mut made = sample(self.kind, self.language);
        made.mail.made_at = staff.now;
        // Nobody answers a sample.
        made.links.answers = None;
        if let Some(view) = event {
            if let (Some(place), [Mode::Online]) = (made.seat(), view.stored.event.place.format.modes()) {
                place.mode = Mode::Online;
            }
            let mut facts = view.facts(self.language);
            facts.answer_before = Some(view.stored.event.schedule.closes_at);
            made.at_event(facts);
        }
        if let Some((_, _, change)) = self.variant {
            change(&mut made);
        }
        if let Some(view) = event {
            let is_online = made.seat().is_some_and(|place| place.mode == Mode::Online);
            made.event.join_link = view.stored.event.place.join_link.clone().filter(|_| is_online);
        }
        if let Some(place) = made.seat().filter(|place| place.prove_before.is_some()) {
            place.prove_before = Some(staff.now + chrono::Duration::hours(crate::domain::registration::PROOF_HOURS));
        }
        made.links = shown::links(&staff.state.site.base_url, &made.mail, Some(&made.event));
        made
    }
}

/// Whether an event of ours can come to this special case; its label, and what its platform is like, are its own.
fn fits_event(variant: &Variant, event: Option<&EventView>) -> bool {
    let Some(view) = event else { return true };
    match variant.0 {
        "amber" | "red" | "nameless" | "on_site" | "soon" => false,
        "online" | "switched" => view.stored.event.place.format.modes().len() > 1,
        "asked" | "asking" => view.platform.needs_approval(),
        "mandate" | "proposed" => view.platform.audience == Audience::Members,
        "replaced" => view.platform.allow_substitutes,
        _ => true,
    }
}

/// The kinds that an event of ours can owe.
fn kinds_of(view: &EventView) -> Vec<MailKind> {
    let fits = |kind: &MailKind| match kind {
        MailKind::MandateQuestion => false,
        MailKind::RegistrationReceived => view.platform.needs_approval(),
        MailKind::GuestOutcome => view.platform.audience == Audience::Members,
        MailKind::SubstituteOffer => view.platform.allow_substitutes,
        _ => true,
    };
    MailKind::ALL.iter().copied().filter(fits).collect()
}

/// `GET …/mail-previews`
pub async fn list(staff: Staff) -> Answer {
    staff.require_somewhere(Action::SeeMail)?;
    let row = |kind: &MailKind| MailKindRow {
        kind: staff.word("mail-kind", kind.code()),
        href: staff.href(&format!("/mail-previews/{kind}")),
        when: staff.word("staff-preview-when", kind.code()),
    };
    let page = MailKinds { rows: MailKind::ALL.iter().map(row).collect() };
    let head = staff.head(staff.t("staff-mail-previews")).with_crumbs(vec![Link::new(staff.href("/mails"), staff.t("staff-nav-mails"))]);
    staff.page(StatusCode::OK, &head, &page)
}

fn kind(staff: &Staff, code: &str) -> Result<MailKind, Refusal> {
    staff.require_somewhere(Action::SeeMail)?;
    MailKind::from_code(code).ok_or_else(|| Fault::NotFound.into())
}

/// `GET …/mail-previews/{kind}`
pub async fn show(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let chosen = Chosen::read(&staff, &staff.query, kind(&staff, &path.1)?, None);
    draw(&staff, None, &chosen, None)
}

/// `GET …/mail-previews/{kind}/html`
pub async fn html(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let chosen = Chosen::read(&staff, &staff.query, kind(&staff, &path.1)?, None);
    html_of(&staff, None, &chosen)
}

/// `POST …/mail-previews/{kind}/trial`
pub async fn send(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let chosen = Chosen::read(staff, &posted.fields, kind(staff, &path.1)?, None);
    let told = send_trial(staff, None, &chosen).await?;
    draw(staff, None, &chosen, Some(told))
}

/// `GET …/events/{event}/preview/mail`: what this event's mails say.
pub async fn of_event(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::ManageEvents, &path.1).await?;
    draw(&staff, Some(&view), &chosen_of(&staff, &staff.query, &view), None)
}

/// `GET …/events/{event}/preview/mail/html`
pub async fn html_of_event(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::ManageEvents, &path.1).await?;
    html_of(&staff, Some(&view), &chosen_of(&staff, &staff.query, &view))
}

/// `POST …/events/{event}/preview/mail/trial`
pub async fn send_of_event(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageEvents, &path.1).await?;
    let chosen = chosen_of(staff, &posted.fields, &view);
    let told = send_trial(staff, Some(&view), &chosen).await?;
    draw(staff, Some(&view), &chosen, Some(told))
}

/// Of an event's mails first the one that says somebody has a seat.
fn chosen_of(staff: &Staff, fields: &Fields, view: &EventView) -> Chosen {
    let kind = MailKind::from_code(fields.get("kind")).filter(|kind| kinds_of(view).contains(kind)).unwrap_or(MailKind::RegistrationConfirmed);
    Chosen::read(staff, fields, kind, Some(view))
}

/// Where a preview is.
fn base(staff: &Staff, event: Option<&EventView>, chosen: &Chosen) -> String {
    event.map_or_else(|| staff.href(&format!("/mail-previews/{}", chosen.kind)), |view| staff.event_href(view, "/preview/mail"))
}

fn draw(staff: &Staff, event: Option<&EventView>, chosen: &Chosen, told: Option<Flash>) -> Answer {
    let made = chosen.sample(staff, event);
    let base = base(staff, event, chosen);
    let heading = staff.word("mail-kind", chosen.kind.code());
    let page = MailSample {
        heading: heading.clone(),
        of: event.map(|view| staff.title(view)).unwrap_or_default(),
        when: staff.word("staff-preview-when", chosen.kind.code()),
        fields: fields(staff, event, chosen),
        says: says_of(staff, made.message(), chosen.address(&format!("{base}/html")))?,
        trial: format!("{base}/trial"),
        trial_what: staff.t_with("staff-preview-trial-what", &[("to", staff.who.email.clone().into())]),
        hidden: staff.token().into_iter().chain(chosen.hidden()).collect(),
        action: base,
    };
    let mut head = match event {
        Some(view) => staff.event_head(view, heading),
        None => {
            let way = [("/mails", "staff-nav-mails"), ("/mail-previews", "staff-mail-previews")];
            staff.head(heading).with_crumbs(way.iter().map(|(path, key)| Link::new(staff.href(path), staff.t(key))).collect())
        }
    };
    if let Some(told) = told {
        head = head.with_flashes(vec![told]);
    }
    framing(staff.page(StatusCode::OK, &head, &page))
}

fn html_of(staff: &Staff, event: Option<&EventView>, chosen: &Chosen) -> Answer {
    let made = chosen.sample(staff, event);
    Ok::<HttpResponse, Refusal>(framed(staff.state.mailroom.words(made.message()).map_err(unmade)?.html))
}

/// What can be chosen: of an event its kinds, of a kind its special cases, and the language.
fn fields(staff: &Staff, event: Option<&EventView>, chosen: &Chosen) -> Vec<Input> {
    let mut fields = Vec::new();
    if let Some(view) = event {
        let kinds = kinds_of(view).into_iter().map(|kind| (kind.code().to_owned(), staff.word("mail-kind", kind.code())));
        fields.push(Input::choice("kind", staff.t("staff-mail-kind"), chosen.kind.code(), kinds));
    }
    let cases = variants().into_iter().filter(|variant| variant.1 == chosen.kind && fits_event(variant, event)).map(|variant| variant.0);
    let cases: Vec<_> = std::iter::once(USUAL).chain(cases).map(|case| (case.to_owned(), staff.word("staff-preview-case", case))).collect();
    if cases.len() > 1 {
        fields.push(Input::choice("variant", staff.t("staff-preview-case"), chosen.variant(), cases));
    }
    let languages = Language::ALL.iter().map(|language| (language.code().to_owned(), own_name(*language).to_owned()));
    fields.push(Input::choice("language", staff.t("staff-language"), chosen.language.code(), languages));
    fields
}

/// Sends it to whoever is signed in, and to nobody else; says what the relay said.
async fn send_trial(staff: &Staff, event: Option<&EventView>, chosen: &Chosen) -> Result<Flash, Refusal> {
    staff.state.limits.check_key(Limit::Trial, &format!("user:{}", staff.who.user)).map_err(Fault::TooMany)?;
    let to = EmailAddress::parse(&staff.who.email).map_err(|_| Fault::Internal)?;
    let mut made = chosen.sample(staff, event);
    made.mail.recipient.email = to.to_string();
    if let Some(place) = made.seat() {
        // A trial moves no other event in the calendar of whoever tries.
        place.uid = staff.state.app.secrets.random_token()?[..27].to_owned();
    }
    let room = &staff.state.mailroom;
    let message_id = format!("{}@{}", &staff.state.app.secrets.random_token()?[..27], room.sender().domain);
    let mark = staff.state.texts().t(chosen.language, "staff-preview-mark", &[]);
    let mail = room.trial_of(made.message(), &mark, &message_id).map_err(unmade)?;
    let said = |reply: Reply| reply.code.map_or_else(|| reply.text.clone(), |code| format!("{code} {}", reply.text));
    let (tone, key, said) = match tokio::time::timeout(PATIENCE, trial::post(&staff.state.transport, &mail)).await {
        Err(_) => ("stop", "slow", String::new()),
        Ok(Err(reply)) => ("stop", "no-relay", said(reply)),
        Ok(Ok(Outcome::Delivered)) => ("good", "taken", String::new()),
        Ok(Ok(Outcome::Retry(reply))) => ("wait", "not-now", said(reply)),
        Ok(Ok(Outcome::Permanent(reply))) => ("stop", "refused", said(reply)),
        Ok(Ok(Outcome::OurFault(reply))) => ("stop", "ours", said(reply)),
        Ok(Ok(Outcome::Unknown(reply))) => ("wait", "unknown", said(reply)),
    };
    let args = [("to", to.to_string().into()), ("said", said.into())];
    Ok(Flash { tone, text: staff.t_with(&format!("staff-preview-{key}"), &args) })
}
