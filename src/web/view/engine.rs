//! Templates in, HTML out. Every page is tried in each language at start, and parsed for good when it is first drawn in one, with
//! its fixed texts already in place; drawing it again only fills in what differs.
//!
//! Templates are registered files only: text that people typed is data and never becomes a template. It must not know any
//! single page.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use fluent_bundle::FluentValue;
use handlebars::{Context, Handlebars, Helper, HelperDef, RenderContext, RenderError, RenderErrorReason, ScopedJson};
use rust_embed::RustEmbed;
use serde::Serialize;
use serde_json::Value;

use super::expand::{Sources, expand};
use crate::domain::language::Language;
use crate::i18n::Catalogue;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/page-templates"]
struct Embedded;

/// Why the templates cannot be used, or a page cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// A file of the override folder cannot be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A template does not parse.
    #[error("page template {name}: {source}")]
    Template {
        /// Which template.
        name: String,
        /// Why.
        #[source]
        source: Box<handlebars::TemplateError>,
    },
    /// A partial or layout cannot be put in its place.
    #[error("page template {name}: {fault}")]
    Partial {
        /// Which template.
        name: String,
        /// Why.
        fault: String,
    },
    /// A template would print data without escaping it.
    #[error("page template {0}: three braces or an ampersand print text unescaped; use two braces")]
    Unescaped(String),
    /// A template asks for a text that does not exist.
    #[error("page template {name}: no text {key} in {language}")]
    NoText {
        /// Which template.
        name: String,
        /// Which key.
        key: String,
        /// In which language.
        language: Language,
    },
    /// A page's data cannot be written down.
    #[error("page {name} cannot be written down: {source}")]
    Key {
        /// Which template.
        name: &'static str,
        /// Why.
        source: serde_json::Error,
    },
    /// The machine has no randomness to give.
    #[error("no randomness")]
    NoRandomness,
    /// A page could not be drawn: the template asks for something its view does not have.
    #[error("page {name} could not be drawn: {source}")]
    Draw {
        /// Which template.
        name: &'static str,
        /// Why.
        #[source]
        source: Box<RenderError>,
    },
}

/// All templates.
pub struct Engine {
    catalogue: Arc<Catalogue>,
    pages: BTreeMap<String, Page>,
}

/// A template with its partials in place, and what was parsed of it so far. Parsed templates are forty times their text: of most
/// pages only some languages are ever asked for.
struct Page {
    source: String,
    parsed: [OnceLock<Handlebars<'static>>; Language::ALL.len()],
}

impl Engine {
    /// Reads the embedded templates and those of `<overrides>/`, which replace the embedded ones of the same name. Each is tried
    /// in every language.
    pub fn new(catalogue: &Arc<Catalogue>, overrides: Option<&Path>) -> Result<Self, ViewError> {
        let sources = sources(overrides)?;
        let mut pages = BTreeMap::new();
        let texts = Arc::new(catalogue.passing());
        for (name, source) in sources.iter().filter(|(name, _)| !is_part(name)) {
            let source = expand(source, &sources, 0).map_err(|fault| ViewError::Partial { name: name.clone(), fault })?;
            for language in Language::ALL {
                parse(name, &source, &texts, *language)?;
            }
            pages.insert(name.clone(), Page { source, parsed: Default::default() });
        }
        Ok(Self { catalogue: catalogue.clone(), pages })
    }

    /// Draws a template with flat data.
    pub fn draw(&self, language: Language, name: &'static str, data: &impl Serialize) -> Result<String, ViewError> {
        let fault = |e: RenderError| ViewError::Draw { name, source: Box::new(e) };
        let page = self.pages.get(name).ok_or_else(|| fault(RenderErrorReason::TemplateNotFound(name.to_owned()).into()))?;
        let parsed = &page.parsed[language as usize];
        let ready = match parsed.get() {
            Some(ready) => ready,
            // Two who ask at once both parse, and one of the two is kept.
            None => {
                let ready = parse(name, &page.source, &self.catalogue, language)?;
                parsed.get_or_init(|| ready)
            }
        };
        ready.render(name, data).map_err(fault)
    }
}

/// A template ready to draw in a language, under its own name.
fn parse(name: &str, source: &str, catalogue: &Arc<Catalogue>, language: Language) -> Result<Handlebars<'static>, ViewError> {
    let source = with_texts(name, source, catalogue, language)?;
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.register_helper("t", Box::new(Text { catalogue: catalogue.clone(), language }));
    registry.register_template_string(name, source).map_err(|e| ViewError::Template { name: name.to_owned(), source: Box::new(e) })?;
    Ok(registry)
}

/// Whether a template is a layout or a partial: its file name starts with an underscore.
fn is_part(name: &str) -> bool {
    name.rsplit('/').next().is_some_and(|file| file.starts_with('_'))
}

/// Name and text of every template; the name is the path without `.hbs`.
fn sources(overrides: Option<&Path>) -> Result<Sources, ViewError> {
    let mut sources = Sources::new();
    for path in Embedded::iter() {
        let (Some(name), Some(file)) = (path.strip_suffix(".hbs"), Embedded::get(&path)) else { continue };
        let own = overrides.map(|folder| folder.join(path.as_ref())).filter(|own| own.is_file());
        let source = match own {
            Some(own) => std::fs::read_to_string(&own).map_err(|source| ViewError::Read { path: own, source })?,
            None => String::from_utf8_lossy(&file.data).into_owned(),
        };
        if source.contains("{{{") || source.contains("{{&") {
            return Err(ViewError::Unescaped(name.to_owned()));
        }
        sources.insert(name.to_owned(), source);
    }
    Ok(sources)
}

/// Puts the texts without arguments in place: `{{t "key"}}` becomes the escaped text, and `(t "key")` a string literal.
/// What has arguments is left to the helper.
fn with_texts(name: &str, source: &str, catalogue: &Catalogue, language: Language) -> Result<String, ViewError> {
    let mut out = String::with_capacity(source.len() * 2);
    let mut rest = source;
    while let Some(at) = next_text(rest) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let literal = from.starts_with('(');
        let (head, tail) = if literal { ("(t \"", ")") } else { ("{{t \"", "}}") };
        let body = &from[head.len()..];
        let Some((key, after)) = body.split_once('"') else { break };
        if !catalogue.has(language, key) {
            return Err(ViewError::NoText { name: name.to_owned(), key: key.to_owned(), language });
        }
        let text = if after.starts_with(tail) { Some(catalogue.t(language, key, &[])) } else { None };
        let must_wait = |text: &String| text.contains("{{") || (literal && text.contains(['"', '\\']));
        match text.filter(|text| !must_wait(text)) {
            Some(text) => {
                if literal {
                    out.extend(["\"", &text, "\""]);
                } else {
                    out.push_str(&handlebars::html_escape(&text));
                }
                rest = &after[tail.len()..];
            }
            None => {
                out.push_str(head);
                rest = body;
            }
        }
    }
    out.push_str(rest);
    Ok(out)
}

fn next_text(source: &str) -> Option<usize> {
    [source.find("{{t \""), source.find("(t \"")].into_iter().flatten().min()
}

/// `{{t "key" name=value}}`: the text of a key in the page's language. What it gives is escaped like any data.
struct Text {
    catalogue: Arc<Catalogue>,
    language: Language,
}

impl HelperDef for Text {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let key = helper.param(0).and_then(|p| p.value().as_str()).unwrap_or_default();
        let args: Vec<(&str, FluentValue<'_>)> = helper.hash().iter().map(|(name, value)| (*name, fluent_value(value.value()))).collect();
        Ok(ScopedJson::Derived(Value::String(self.catalogue.t(self.language, key, &args))))
    }
}

fn fluent_value(value: &Value) -> FluentValue<'_> {
    match value {
        Value::String(text) => FluentValue::from(text.as_str()),
        Value::Number(n) => n.as_i64().map_or_else(|| FluentValue::from(n.to_string()), FluentValue::from),
        other => FluentValue::from(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn no_template_prints_unescaped() {
        for (name, source) in sources(None).unwrap() {
            assert!(!source.contains("{{{") && !source.contains("{{&"), "{name}");
            let inline = source.replace("<script src=\"{{script}}\" defer></script>", "");
            assert!(!inline.contains("style=\"") && !inline.contains("<script"), "{name}: the content policy allows neither");
        }
    }

    #[test]
    fn fixed_texts_are_put_in_place_and_the_rest_is_left_to_the_helper() {
        let catalogue = Catalogue::load(None).unwrap();
        let placed = |source: &str| with_texts("x", source, &catalogue, Language::Fr);
        assert_eq!(placed(r#"<p>{{t "state-pending"}}</p>"#).unwrap(), "<p>Pas encore inscrit</p>");
        assert_eq!(placed(r#"{{> p label=(t "mode-online")}}"#).unwrap(), r#"{{> p label="En ligne"}}"#);
        let with_argument = r#"{{t "reason-capacity_full" limit=3}}"#;
        assert_eq!(placed(with_argument).unwrap(), with_argument);
        assert!(matches!(placed(r#"{{t "no-such"}}"#), Err(ViewError::NoText { .. })));
    }

    #[test]
    fn what_people_typed_is_text() {
        let catalogue = Arc::new(Catalogue::load(None).unwrap());
        let registry = parse("x", r#"{{name}} {{t "reason-staff" text=name}}"#, &catalogue, Language::Nl).unwrap();
        let drawn = registry.render("x", &json!({"name": "<b>{{7*7}}</b>\"'"})).unwrap();
        assert!(!drawn.contains("<b>") && drawn.contains("{{7*7}}") && drawn.matches("&lt;b&gt;").count() == 2, "{drawn}");
        assert!(registry.render("x", &json!({})).is_err(), "strict: a missing value is a fault, not a blank");
    }
}
