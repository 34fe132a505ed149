//! From a stored snapshot to the bytes that go out: words, templates, calendar, MIME, signatures. Pure: the same row
//! always gives the same bytes. It must not know queues, retries or where mails go.

use std::path::Path;
use std::sync::Arc;

use handlebars::{Context, Handlebars, Helper, HelperDef, RenderContext, RenderError, RenderErrorReason, ScopedJson};
use rust_embed::RustEmbed;

use super::message::{About, EventFacts, Message, Snapshot};
use super::mime::{self, Letter};
use super::sign::{self, Signer};
use super::view::View;
use super::{MailError, Sender, invitation};
use crate::clock::Instant;
use crate::domain::attestation::{KEY_PATH, Statement};
use crate::domain::language::Language;
use crate::domain::registration::MailKind;
use crate::i18n::{Catalogue, FluentValue};
use crate::papers::attestation::{self, Attestation};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../email-templates"]
struct Embedded;

/// Parts shared by all kinds, each with an HTML and a text form.
const SHARED: [&str; 3] = ["layout", "facts", "pass"];

/// One mail, ready to be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// Kind.
    pub kind: &'static str,
    /// `<opaque>@<domain>`; the same at every attempt.
    pub message_id: String,
    /// When it was owed.
    pub made_at: Instant,
    /// Where bounces go.
    pub envelope_from: String,
    /// The one recipient, domain as A-labels.
    pub rcpt: String,
    /// The signed message, CRLF line ends.
    pub bytes: Vec<u8>,
}

/// The texts of one mail, before MIME.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// Subject, with the TLP label first.
    pub subject: String,
    /// Plain text, `\n` line ends.
    pub text: String,
    /// HTML.
    pub html: String,
}

/// The registered templates.
pub struct Templates {
    html: Handlebars<'static>,
    text: Handlebars<'static>,
}

impl Templates {
    /// Registers the embedded templates, each replaced by the file of the same name in `overrides` when there is one.
    pub fn load(overrides: Option<&Path>, texts: &Arc<Catalogue>) -> Result<Self, MailError> {
        let mut templates = Self { html: registry(texts), text: registry(texts) };
        templates.text.register_escape_fn(handlebars::no_escape);
        for name in SHARED {
            add(&mut templates.html, name, &source(overrides, &format!("_{name}.html.hbs"))?)?;
            add(&mut templates.text, name, &source(overrides, &format!("_{name}.txt.hbs"))?)?;
        }
        for kind in MailKind::ALL.iter().map(|k| k.code()) {
            add(&mut templates.html, kind, &source(overrides, &format!("{kind}/body.html.hbs"))?)?;
            add(&mut templates.text, kind, &source(overrides, &format!("{kind}/body.txt.hbs"))?)?;
            add(&mut templates.text, &format!("{kind}/subject"), &source(overrides, &format!("{kind}/subject.txt.hbs"))?)?;
        }
        Ok(templates)
    }
}

fn registry(texts: &Arc<Catalogue>) -> Handlebars<'static> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.register_helper("t", Box::new(Text(texts.clone())));
    registry
}

fn add(registry: &mut Handlebars<'static>, name: &str, source: &str) -> Result<(), MailError> {
    let unusable = |reason: String| MailError::Template { name: name.to_owned(), reason };
    if source.contains("{{{") || source.contains("{{&") {
        return Err(unusable("unescaped output is not allowed".into()));
    }
    registry.register_template_string(name, source).map_err(|e| unusable(e.to_string()))
}

fn source(overrides: Option<&Path>, file: &str) -> Result<String, MailError> {
    if let Some(path) = overrides.map(|folder| folder.join(file)).filter(|path| path.is_file()) {
        return std::fs::read_to_string(&path).map_err(|source| MailError::Read { path, source });
    }
    let missing = || MailError::Template { name: file.to_owned(), reason: "missing".into() };
    let embedded = Embedded::get(file).ok_or_else(missing)?;
    Ok(String::from_utf8_lossy(&embedded.data).into_owned())
}

/// `{{t "key" name=value}}`: the text of a key in the mail's language. A missing text is an error, never a gap in a mail.
struct Text(Arc<Catalogue>);

impl HelperDef for Text {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        context: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let gap = |what: &str| RenderError::from(RenderErrorReason::Other(format!("no text for {what}")));
        let key = helper.param(0).and_then(|p| p.value().as_str()).ok_or_else(|| gap("a key that is no string"))?;
        let language = context.data().get("lang").and_then(|l| l.as_str()).and_then(Language::from_code).ok_or_else(|| gap("this language"))?;
        let args: Vec<(&str, FluentValue<'_>)> = helper
            .hash()
            .iter()
            .map(|(name, value)| match value.value() {
                serde_json::Value::Number(n) => (*name, FluentValue::from(n.as_i64().unwrap_or(0))),
                serde_json::Value::String(s) => (*name, FluentValue::from(s.as_str())),
                other => (*name, FluentValue::from(other.to_string())),
            })
            .collect();
        let text = self.0.t(language, key, &args);
        if text == format!("⟦{key}⟧") { Err(gap(key)) } else { Ok(ScopedJson::Derived(text.into())) }
    }
}

/// Everything needed to make mails; built once, shared by all threads.
pub struct Mailroom {
    texts: Arc<Catalogue>,
    templates: Templates,
    sender: Sender,
    signers: Vec<Signer>,
}

impl Mailroom {
    /// Brings catalogue, templates, sender and keys together. Mails without a signer go out unsigned.
    pub fn new(texts: Arc<Catalogue>, templates: Templates, sender: Sender, signers: Vec<Signer>) -> Self {
        Self { texts, templates, sender, signers }
    }

    /// The keys and what DNS must say of them.
    pub fn signers(&self) -> &[Signer] {
        &self.signers
    }

    /// Who the mails are from.
    pub fn sender(&self) -> &Sender {
        &self.sender
    }

    /// Makes the bytes of one mail. `message_id` is the stored one, without angle brackets.
    pub fn compose(&self, message: Message<'_>, message_id: &str) -> Result<Composed, MailError> {
        self.made(message, message_id, &self.signers)
    }

    /// The same without a signature: a copy to look at proves nothing to anybody.
    pub fn copy(&self, message: Message<'_>, message_id: &str) -> Result<Composed, MailError> {
        self.made(message, message_id, &[])
    }

    fn made(&self, message: Message<'_>, message_id: &str, signers: &[Signer]) -> Result<Composed, MailError> {
        let Message { mail, event, links } = message;
        let to = invitation::recipient(mail)?;
        let view = View::new(&self.texts, &self.sender, message)?;
        let worded = self.word(message, &view)?;
        let unproven = matches!(mail.kind, MailKind::ProveAddress | MailKind::SubstituteOffer);
        let bytes = mime::build(
            &self.sender,
            Letter {
                kind: mail.kind.code(),
                language: mail.language,
                message_id,
                made_at: mail.made_at,
                to_name: (!unproven).then_some(mail.recipient.name.as_str()),
                to: &to,
                answers: invitation::answers_to(&self.sender, links),
                unsubscribe: links.unsubscribe.as_ref(),
                subject: &worded.subject,
                text: worded.text,
                html: worded.html,
                paper: paper(&self.texts, &self.sender, message)?,
                calendar: invitation::of(&self.texts, &self.sender, message, &to, &view),
                feedback: feedback(mail, event),
            },
        )?;
        Ok(Composed {
            kind: mail.kind.code(),
            message_id: message_id.to_owned(),
            made_at: mail.made_at,
            envelope_from: links.bounces.clone().unwrap_or_else(|| self.sender.address.wire()),
            rcpt: to.wire(),
            bytes: sign::sign(signers, bytes, mail.made_at)?,
        })
    }

    /// The calendar object alone, for a download; `None` for kinds that carry none.
    pub fn calendar(&self, message: Message<'_>) -> Result<Option<String>, MailError> {
        let to = invitation::recipient(message.mail)?;
        let view = View::new(&self.texts, &self.sender, message)?;
        Ok(invitation::of(&self.texts, &self.sender, message, &to, &view).map(|(_, object)| object))
    }

    /// The words of one mail: for previews and tests.
    pub fn words(&self, message: Message<'_>) -> Result<Worded, MailError> {
        self.word(message, &View::new(&self.texts, &self.sender, message)?)
    }

    fn word(&self, message: Message<'_>, view: &View) -> Result<Worded, MailError> {
        let kind = message.mail.kind.code();
        let gap = |e: RenderError| MailError::Gap { kind, language: message.mail.language.code(), gap: e.to_string() };
        let data = Context::wraps(view).map_err(gap)?;
        let subject = self.templates.text.render_with_context(&format!("{kind}/subject"), &data).map_err(gap)?;
        let text = self.templates.text.render_with_context(kind, &data).map_err(gap)?;
        let html = self.templates.html.render_with_context(kind, &data).map_err(gap)?;
        Ok(Worded { subject: format!("{} {}", view.tlp_label, subject.trim()), text: tidy(&text), html })
    }
}

/// The attestation that a mail brings. Somebody else's copy, whose links open nothing, has none.
fn paper(texts: &Catalogue, sender: &Sender, message: Message<'_>) -> Result<Option<(String, Vec<u8>)>, MailError> {
    let attested = message.mail.registration().and_then(|place| place.attested.as_ref());
    let (Some(attested), Some(check)) = (attested, &message.links.check) else { return Ok(None) };
    let unreadable = || MailError::Mime("what is attested cannot be read".into());
    let statement = Statement::read(&attested.signed).ok_or_else(unreadable)?;
    let key = format!("{}{KEY_PATH}", sender.base_url);
    let bytes = attestation::file(texts, &Attestation { statement: &statement, signed: &attested.signed, check, key: &key })?;
    Ok(Some((attestation::file_name(texts, &statement), bytes)))
}

/// `campaign:event` of Feedback-ID. The event's name is left out where it is confidential.
fn feedback(mail: &Snapshot, event: Option<&EventFacts>) -> String {
    let event = match (&mail.about, event) {
        (About::Mandate(facts), _) => return format!("{}:mandates", facts.quarter),
        (_, Some(event)) => event,
        (_, None) => return "none:none".into(),
    };
    let name = if event.tlp.is_confidential() { "confidential" } else { &event.slug };
    format!("{}:{name}", event.edition)
}

/// No blanks at line ends, no more than one empty line in a row, one line break at the end.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = 1;
    for line in text.lines().map(str::trim_end) {
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            out.push_str(line);
            out.push('\n');
        }
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}
