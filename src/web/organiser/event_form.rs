//! A new event, and the texts of one: four languages side by side.

use actix_web::web;

use super::fields::{Fields, one_line};
use super::follow::Offer;
use super::words::{labelled, line_fault};
use super::{follow, plan, seats, see_other};
use crate::app::save_event::{NewEvent, Texts};
use crate::app::show::EventView;
use crate::domain::agenda::AgendaItem;
use crate::domain::edition::Edition;
use crate::domain::event::{Event, MOST_AGENDA, MOST_LINE, MOST_SUMMARY};
use crate::domain::ids::{PlatformId, Slug};
use crate::domain::language::{Language, Translated};
use crate::domain::platform::Platform;
use crate::domain::staff::Action;
use crate::domain::text::{TextFault, paragraphs};
use crate::domain::tlp::Tlp;
use crate::web::error::{Answer, Refusal};
use crate::web::extract::staff::{Posted, Staff};
use crate::web::view::Link;
use crate::web::view::head::own_name;
use crate::web::view::staff::{FormPage, Input, Section};

/// Faults found while reading: the field and the words.
pub(super) type Faults = Vec<(String, String)>;

/// Empty items offered below those there are; leaving them empty is no fault.
const SPARE: usize = 3;

/// `GET …/new`; with `?platform=` for that one, with `?copy=` like that event.
pub async fn new(staff: Staff) -> Answer {
    let (platforms, offers) = own_platforms(&staff).await?;
    let fields = match staff.query.get("copy") {
        "" => Fields(vec![("platform".to_owned(), staff.query.get("platform").to_owned())]),
        slug => copied(&staff.event(Action::ManageEvents, slug).await?),
    };
    draw_new(&staff, &fields, &platforms, &offers, &[])
}

/// `POST …/new`
pub async fn create(posted: Posted) -> Answer {
    let staff = &posted.staff;
    let (platforms, offers) = own_platforms(staff).await?;
    let event = match read_new(staff, &posted.fields, &platforms, &offers) {
        Ok(event) => event,
        Err(faults) => return draw_new(staff, &posted.fields, &platforms, &offers, &faults),
    };
    let slug = event.slug.clone();
    match staff.state.app.create_event(event, staff.actor(), staff.now).await {
        Ok(_) => Ok(see_other(&staff.href(&format!("/events/{slug}?done=created")))),
        Err(error) => draw_new(staff, &posted.fields, &platforms, &offers, &posted.faults(error)?),
    }
}

/// `GET …/events/{event}/texts`
pub async fn texts(staff: Staff, path: web::Path<(String, String)>) -> Answer {
    let view = staff.event(Action::ManageEvents, &path.1).await?;
    let offers = follow::offers_of(&staff, &view.stored.event).await?;
    let mut fields = typed(&view.stored.event);
    fields.0.extend(follow::current(&offers, &view.stored.event).map(|offer| ("follows".to_owned(), offer.slug.clone())));
    draw_texts(&staff, &view, &fields, &offers, &[])
}

/// `POST …/events/{event}/texts`
pub async fn save_texts(posted: Posted, path: web::Path<(String, String)>) -> Answer {
    let staff = &posted.staff;
    let view = staff.event(Action::ManageEvents, &path.1).await?;
    let event = &view.stored.event;
    let offers = follow::offers_of(staff, event).await?;
    let mut faults = Faults::new();
    let follows = follow::read(staff, &posted.fields, &offers, Some(event.platform_id), &mut faults);
    let texts = read_texts(staff, &posted.fields).map_err(|more| faults.extend(more));
    let texts = match texts {
        Ok(texts) if faults.is_empty() => texts,
        _ => return draw_texts(staff, &posted.seen(view), &posted.fields, &offers, &faults),
    };
    match staff.state.app.edit_texts(event.id, posted.revision(), texts, follows, staff.actor(), staff.now).await {
        Ok(()) => Ok(see_other(&staff.event_href(&view, "?done=saved"))),
        Err(error) => draw_texts(staff, &view, &posted.fields, &offers, &posted.faults(error)?),
    }
}

/// The platforms on which the reader may make events, and what those can follow.
async fn own_platforms(staff: &Staff) -> Result<(Vec<Platform>, Vec<Offer>), Refusal> {
    staff.require_somewhere(Action::ManageEvents)?;
    let all = staff.state.app.platforms().await?;
    let own: Vec<Platform> = all.into_iter().filter(|platform| staff.may(Action::ManageEvents, platform.id)).collect();
    let offers = follow::offers(staff, &own.iter().map(|p| p.id).collect::<Vec<_>>()).await?;
    Ok((own, offers))
}

fn draw_new(staff: &Staff, fields: &Fields, platforms: &[Platform], offers: &[Offer], faults: &[(String, String)]) -> Answer {
    let answers = platforms.iter().map(|p| (p.slug.to_string(), p.name.get_or_any(staff.language).to_owned()));
    let edition = if fields.has("edition") { fields.get("edition").to_owned() } else { Edition::of(staff.now.date_naive()).to_string() };
    let mut identity = Section {
        legend: staff.t("staff-which-event"),
        hint: String::new(),
        fields: vec![
            Input::choice("platform", staff.t("staff-platform"), fields.get("platform"), answers),
            Input::line("slug", staff.t("staff-slug"), fields.get("slug")).hinted(staff.t("staff-slug-hint")),
            Input::line("edition", staff.t("staff-edition"), edition).hinted(staff.t("staff-edition-hint")),
        ],
    };
    identity.fields.extend(follow::input(staff, fields, offers));
    let mut sections = vec![identity];
    sections.extend(text_sections(staff, fields));
    let nothing_yet = Fields::default();
    sections.extend(plan::sections(staff, fields, &nothing_yet));
    sections.extend(seats::sections(staff, fields, &nothing_yet));
    let page = FormPage {
        heading: staff.t("staff-new-event"),
        lead: staff.t("staff-new-event-what"),
        action: staff.href("/new"),
        hidden: staff.token(),
        sections,
        button: staff.t("staff-create"),
        back: Link::new(staff.href("/"), staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(None, page, faults)
}

fn draw_texts(staff: &Staff, view: &EventView, fields: &Fields, offers: &[Offer], faults: &[(String, String)]) -> Answer {
    let follows = follow::input(staff, fields, offers);
    let identity = follows.map(|input| Section { legend: staff.t("staff-which-event"), hint: String::new(), fields: vec![input] });
    let page = FormPage {
        heading: staff.t("staff-edit-texts"),
        lead: staff.t("staff-edit-texts-what"),
        action: staff.event_href(view, "/texts"),
        hidden: staff.tokens_for(view),
        sections: identity.into_iter().chain(text_sections(staff, fields)).collect(),
        button: staff.t("staff-save"),
        back: Link::new(staff.event_href(view, ""), staff.t("staff-back")),
        ..FormPage::default()
    };
    staff.form(Some(view), page, faults)
}

/// What the next event of a platform has from the one before: everything but its address, its time and its join link.
fn copied(view: &EventView) -> Fields {
    let event = &view.stored.event;
    let mut fields = typed(event);
    fields.0.extend(plan::typed_place(&event.place).0);
    fields.0.extend(seats::typed(&event.seats).0);
    fields.0.retain(|(name, _)| !matches!(name.as_str(), "join_link" | "release_at"));
    fields.0.push(("platform".to_owned(), view.platform.slug.to_string()));
    fields.0.push(("edition".to_owned(), event.edition.next().to_string()));
    fields
}

/// The fields as an event would fill them.
fn typed(event: &Event) -> Fields {
    let mut fields = vec![("tlp".to_owned(), event.tlp.code().to_owned())];
    for language in Language::ALL {
        fields.push((format!("title-{language}"), event.title.get(*language).to_owned()));
        fields.push((format!("summary-{language}"), event.summary.get(*language).to_owned()));
    }
    for (i, item) in event.agenda.iter().enumerate() {
        fields.push((format!("agenda-{i}-at"), item.at.format("%H:%M").to_string()));
        fields.push((format!("agenda-{i}-speaker"), item.speaker.clone()));
        fields.push((format!("agenda-{i}-tlp"), item.tlp.map_or("", Tlp::code).to_owned()));
        fields.extend(Language::ALL.iter().map(|l| (format!("agenda-{i}-{l}"), item.title.get(*l).to_owned())));
    }
    Fields(fields)
}

/// A line for one language, labelled with what it is and in which: `Title (Français)`.
pub(super) fn in_language(staff: &Staff, fields: &Fields, name: &str, key: &str, language: Language) -> Input {
    let id = format!("{name}-{language}");
    let label = staff.t_with("staff-in-language", &[("what", staff.t(key).into()), ("language", own_name(language).into())]);
    Input::line(&id, label, fields.get(&id)).in_language(language.code())
}

fn text_sections(staff: &Staff, fields: &Fields) -> Vec<Section> {
    let in_each =
        |name: &str, key: &str| -> Vec<Input> { Language::ALL.iter().map(|language| in_language(staff, fields, name, key, *language)).collect() };
    let tall = |inputs: Vec<Input>| -> Vec<Input> { inputs.into_iter().map(Input::tall).collect() };
    let labels = Tlp::ALL.iter().map(|tlp| (tlp.code().to_owned(), labelled(staff, tlp.label(), &staff.word("tlp", tlp.code()))));
    let section = |key: &str, hint: String, fields: Vec<Input>| Section { legend: staff.t(key), hint, fields };
    let mut sections = vec![
        section("staff-title", String::new(), in_each("title", "staff-title")),
        section("staff-summary", staff.t("staff-summary-hint"), tall(in_each("summary", "staff-summary"))),
        section("staff-tlp", String::new(), vec![Input::choice("tlp", staff.t("staff-tlp-label"), fields.get("tlp"), labels)]),
    ];
    let as_event = (String::new(), staff.t("staff-agenda-tlp-none"));
    let own_labels: Vec<_> = std::iter::once(as_event).chain(Tlp::ALL.iter().map(|tlp| (tlp.code().to_owned(), tlp.label().to_owned()))).collect();
    let items = (0..MOST_AGENDA).take_while(|i| fields.has(&format!("agenda-{i}-at"))).filter(|i| !is_blank(fields, *i)).count();
    for i in 0..(items + SPARE).min(MOST_AGENDA) {
        let id = |part: &str| format!("agenda-{i}-{part}");
        let mut item = vec![
            Input::line(id("at"), staff.t("staff-agenda-at"), fields.get(&id("at"))).of_kind("time"),
            Input::line(id("speaker"), staff.t("staff-agenda-speaker"), fields.get(&id("speaker"))),
            Input::choice(id("tlp"), staff.t("staff-agenda-tlp"), fields.get(&id("tlp")), own_labels.clone())
                .hinted(staff.t("staff-agenda-tlp-hint")),
        ];
        item.extend(in_each(&format!("agenda-{i}"), "staff-title"));
        let hint = if i == 0 { staff.t("staff-agenda-hint") } else { String::new() };
        let number = fluent_bundle::FluentValue::from(i + 1);
        sections.push(Section { legend: staff.t_with("staff-agenda-item", &[("n", number)]), hint, fields: item });
    }
    sections
}

fn is_blank(fields: &Fields, i: usize) -> bool {
    let parts = ["at", "speaker"].into_iter().chain(Language::ALL.iter().map(|l| l.code()));
    parts.map(|part| format!("agenda-{i}-{part}")).all(|name| fields.get(&name).is_empty())
}

/// Reads a text of each language; empty is a gap, which a draft may have.
pub(super) fn read_each<const MAX: usize>(staff: &Staff, fields: &Fields, name: &str, faults: &mut Faults) -> Translated {
    read_each_with(staff, fields, name, faults, one_line::<MAX>)
}

fn read_each_with(staff: &Staff, fields: &Fields, name: &str, faults: &mut Faults, parse: impl Fn(&str) -> Result<String, TextFault>) -> Translated {
    let mut text = Translated::default();
    for language in Language::ALL {
        let id = format!("{name}-{language}");
        match parse(fields.get(&id)) {
            Ok(typed) => *text.get_mut(*language) = typed,
            Err(fault) => faults.push((id, line_fault(staff, "line", fault))),
        }
    }
    text
}

fn read_texts(staff: &Staff, fields: &Fields) -> Result<Texts, Faults> {
    let mut faults = Faults::new();
    let title = read_each::<MOST_LINE>(staff, fields, "title", &mut faults);
    let summary = read_each_with(staff, fields, "summary", &mut faults, |typed| paragraphs(typed, MOST_SUMMARY));
    let tlp = Tlp::from_code(fields.get("tlp"));
    if tlp.is_none() {
        faults.push(("tlp".into(), staff.t("staff-fault-choose")));
    }
    let mut agenda = Vec::new();
    for i in (0..MOST_AGENDA).filter(|i| !is_blank(fields, *i)) {
        agenda.extend(read_item(staff, fields, i, &mut faults));
    }
    agenda.sort_by_key(|item| item.at);
    match tlp {
        Some(tlp) if faults.is_empty() => Ok(Texts { title, summary, agenda, tlp }),
        _ => Err(faults),
    }
}

fn read_item(staff: &Staff, fields: &Fields, i: usize, faults: &mut Faults) -> Option<AgendaItem> {
    let id = |part: &str| format!("agenda-{i}-{part}");
    let title = read_each::<MOST_LINE>(staff, fields, &format!("agenda-{i}"), faults);
    let speaker = match one_line::<MOST_LINE>(fields.get(&id("speaker"))) {
        Ok(speaker) => speaker,
        Err(fault) => {
            faults.push((id("speaker"), line_fault(staff, "line", fault)));
            String::new()
        }
    };
    let typed = fields.get(&id("at"));
    let at = ["%H:%M", "%H:%M:%S", "%H.%M"].iter().find_map(|form| chrono::NaiveTime::parse_from_str(typed, form).ok());
    if at.is_none() {
        faults.push((id("at"), staff.t("staff-fault-time")));
    }
    let tlp = Tlp::from_code(fields.get(&id("tlp")));
    if tlp.is_none() && !fields.get(&id("tlp")).is_empty() {
        faults.push((id("tlp"), staff.t("staff-fault-choose")));
    }
    at.map(|at| AgendaItem { at, title, speaker, tlp })
}

fn read_new(staff: &Staff, fields: &Fields, platforms: &[Platform], offers: &[Offer]) -> Result<NewEvent, Faults> {
    let mut faults = Faults::new();
    let platform: Option<PlatformId> = platforms.iter().find(|p| p.slug.as_str() == fields.get("platform")).map(|p| p.id);
    let slug = fields.get("slug").parse::<Slug>();
    let edition = fields.get("edition").parse::<Edition>();
    if platform.is_none() {
        faults.push(("platform".into(), staff.t("staff-fault-choose")));
    }
    if slug.is_err() {
        faults.push(("slug".into(), staff.t("staff-fault-slug")));
    }
    if edition.is_err() {
        faults.push(("edition".into(), staff.t("staff-fault-edition")));
    }
    let follows = follow::read(staff, fields, offers, platform, &mut faults);
    let texts = read_texts(staff, fields).map_err(|more| faults.extend(more)).ok();
    let plan = plan::read(staff, fields).map_err(|more| faults.extend(more)).ok();
    let seats = seats::read(staff, fields).map_err(|more| faults.extend(more)).ok();
    match (platform, slug, edition, texts, plan, seats) {
        (Some(platform), Ok(slug), Ok(edition), Some(texts), Some((schedule, place)), Some(seats)) if faults.is_empty() => {
            Ok(NewEvent { platform, slug, edition, follows, texts, schedule, place, seats })
        }
        _ => Err(faults),
    }
}
