//! What pages look like: view structs, templates and the files beside them. Pure: no request, no database, no clock.
//!
//! # How to add a page
//!
//! 1. **Struct.** In the file of its area (`public/*.rs`, `staff/*.rs`): `#[derive(Serialize)]`, flat, only strings, numbers for
//!    plural texts, booleans, lists and `Option`s of such structs. Moments, numbers, states and reasons arrive already in words
//!    ([`crate::i18n::format`], [`Catalogue::state`] …). Implement [`View`] to name its template.
//! 2. **Template.** `page-templates/<name>.hbs`, wrapped in the layout:
//!    `{{#> _layout}} … {{/_layout}}` (public) or `{{#> staff/_layout}} … {{/staff/_layout}}` (staff). The view's fields stand
//!    at the root, the [`Head`] under `page`. No logic but `{{#if}}` and `{{#each}}`; the rendering is strict: a field that the
//!    struct lacks is an error. Never three braces. No `style=""`, no inline script: the content policy forbids both.
//!    Parts shared by pages are files that start with an underscore; how they take arguments is said in `expand.rs`.
//! 3. **Texts.** `{{t "key"}}` or `{{t "key" name=value}}`; the same key in all four `locales/<language>/*.ftl`. As an argument
//!    of a partial: `label=(t "key")`, without values of its own. A key that is missing stops the program at start.
//! 4. **Sample.** Add it to `preview/*_samples.rs`: then every language of it is drawn, checked (one h1, labels, closed tags, size) and,
//!    with `QUARTERDECK_PREVIEW_DIR=<folder> cargo test --lib preview`, written to a folder to be looked at.
//!
//! # Parts to build with (class names of `static/style.css`)
//!
//! | part | markup |
//! |---|---|
//! | text field | `{{> _text id="name" field=name label=(t "…") hint=(t "…") type="text" autocomplete="name"}}` with a [`TextField`] |
//! | radio group | `{{> _choices id="sector" field=sector ask=(t "…") why=(t "…")}}` with a [`ChoiceField`] |
//! | select | `{{> _select id="language" field=language ask=(t "…") why=""}}` with a [`ChoiceField`] |
//! | error summary | `{{> _errors}}` with `errors: Vec<FormError>`; put it first in main |
//! | hidden fields | `{{> _hidden}}` with `hidden: Vec<Hidden>` (csrf, key …) |
//! | buttons | `<button class="button">`, `class="button quiet"`, `class="button danger"`; links alike |
//! | notice | `<div class="notice good">` · `wait` · `stop` · plain; `<h2>` inside |
//! | staff bar | `Head::staff(…)`: navigation, who is signed in, sign-out; [`Flash`] messages are shown by the layout |
//! | heading with actions | `<div class="heading"><h1>…</h1><div class="actions">…</div></div>` |
//! | tabs | `<nav class="tabs" aria-label="…"><a href="…" aria-current="page">…</a></nav>` |
//! | table | `<div class="scroll" tabindex="0" role="region" aria-label="…"><table class="table">`; `<td class="num">` for figures |
//! | state | `<span class="state confirmed">…</span>` with the state's or event status' code as class |
//! | TLP label | `<span class="tlp amber">TLP:AMBER</span>` with the label's code as class |
//! | figures | `<dl class="figures"><div><dt>…</dt><dd>…</dd></div></dl>` |
//! | facts | `<dl class="facts"><div><dt>…</dt><dd>…</dd></div></dl>` |
//! | bar chart | `{{> staff/_chart chart=chart}}` with a [`Chart`]; it draws the chart **and** its table |
//! | text with addresses | `{{> _linked pieces=text}}` with `Vec<`[`Piece`]`>` from [`linked`] |
//! | step back safely | `<details class="ask"><summary>…</summary>…form…</details>` |
//! | form in columns | `<div class="columns">` of fields; `<fieldset class="group"><legend>` around what belongs together |

pub mod assets;
pub mod chart;
pub mod engine;
mod expand;
pub mod fields;
pub mod head;
pub mod multiples;
#[cfg(test)]
mod preview;
pub mod prose;
pub mod public;
mod shared;
pub mod square;
pub mod staff;

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

pub use assets::{Asset, Assets};
pub use chart::{Bar, Chart};
pub use engine::ViewError;
pub use fields::{Choice, ChoiceField, FormError, Hidden, TextField};
pub use head::{Flash, Head, Link};
pub use prose::{Piece, linked};

use crate::i18n::Catalogue;

/// A page's data: which template draws it.
pub trait View: Serialize {
    /// The template's name: its path under `page-templates`, without the ending.
    const TEMPLATE: &'static str;
}

/// Everything that draws pages. Built once, shared by all threads.
pub struct Pages {
    catalogue: Arc<Catalogue>,
    engine: engine::Engine,
    assets: Assets,
    contact: String,
    shared: shared::Shared,
}

/// Where an operator's own files lie; what is `None` or not there comes from the binary.
#[derive(Clone, Copy, Debug, Default)]
pub struct Overrides<'a> {
    /// Replaces `page-templates/`.
    pub templates: Option<&'a Path>,
    /// Replaces `static/`.
    pub statics: Option<&'a Path>,
}

#[derive(Serialize)]
struct Root<'a, V: Serialize> {
    page: &'a Head,
    style: &'a str,
    icon: &'a str,
    /// Where one can write to, for the foot of public pages.
    write_to: &'a str,
    #[serde(flatten)]
    view: &'a V,
}

impl Pages {
    /// Reads all templates and files; any fault in them shows here and not to a visitor.
    pub fn new(catalogue: Arc<Catalogue>, overrides: Overrides<'_>) -> Result<Self, ViewError> {
        let engine = engine::Engine::new(&catalogue, overrides.templates)?;
        let assets = Assets::load(overrides.statics)?;
        let shared = shared::Shared::new().ok_or(ViewError::NoRandomness)?;
        Ok(Self { catalogue, engine, assets, contact: String::new(), shared })
    }

    /// With the address in the foot of every public page.
    pub fn with_contact(mut self, contact: &str) -> Self {
        contact.clone_into(&mut self.contact);
        self
    }

    /// The whole page as HTML.
    pub fn draw<V: View>(&self, head: &Head, view: &V) -> Result<String, ViewError> {
        self.engine.draw(head.language(), V::TEMPLATE, &self.root(head, view))
    }

    /// The whole page as HTML, of one that everybody sees alike but for tokens: where the view has [`Pages::mark`], the token of
    /// that place goes. Drawn once, as long as nothing in it changes. `name` is the page's among those of its language and template.
    pub fn draw_shared<V: View>(&self, name: &str, head: &Head, view: &V, tokens: &[&str]) -> Result<String, ViewError> {
        let root = self.root(head, view);
        // Language, template and data together decide what is drawn.
        let shows = serde_json::to_vec(&root).map_err(|e| ViewError::Key { name: V::TEMPLATE, source: e })?;
        let address = format!("{} {} {name}", head.language(), V::TEMPLATE);
        self.shared.page(&address, shows, tokens, || self.engine.draw(head.language(), V::TEMPLATE, &root))
    }

    /// What stands in a view in the place of this token.
    pub fn mark(&self, token: usize) -> String {
        self.shared.mark(token)
    }

    fn root<'a, V: View>(&'a self, head: &'a Head, view: &'a V) -> Root<'a, V> {
        Root { page: head, style: self.assets.href("style.css"), icon: self.assets.href("icon.svg"), write_to: &self.contact, view }
    }

    /// The texts the pages are drawn with.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// The files beside the pages.
    pub fn assets(&self) -> &Assets {
        &self.assets
    }
}
