//! What every page has around its content: title, language, sister pages, navigation, messages.

use serde::Serialize;

use crate::domain::language::Language;
use crate::domain::tlp::Tlp;

/// A link in a navigation.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Link {
    /// Where to.
    pub href: String,
    /// In words.
    pub label: String,
    /// Whether it is the page shown.
    pub current: bool,
    /// The language of what it leads to, where that differs; else empty.
    pub lang: String,
    /// How much waits there; empty when nothing does.
    pub count: String,
}

impl Link {
    /// A plain link.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self { href: href.into(), label: label.into(), ..Self::default() }
    }
}

/// A message about what was just done, shown once on top of the page.
#[derive(Clone, Debug, Serialize)]
pub struct Flash {
    /// `good`, `wait` or `stop`.
    pub tone: &'static str,
    /// In words.
    pub text: String,
}

/// The frame of a page.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    #[serde(skip)]
    language: Language,
    lang: &'static str,
    title: String,
    error_prefix: bool,
    noindex: bool,
    sisters: Vec<Link>,
    home: String,
    privacy: String,
    accessibility: String,
    nav: Vec<Link>,
    crumbs: Vec<Link>,
    tlp: &'static str,
    tlp_code: &'static str,
    flashes: Vec<Flash>,
    who: String,
    csrf: String,
    state: String,
    manifest: String,
}

/// The language's name in itself.
pub fn own_name(language: Language) -> &'static str {
    match language {
        Language::Nl => "Nederlands",
        Language::Fr => "Français",
        Language::De => "Deutsch",
        Language::En => "English",
    }
}

impl Head {
    /// The frame of a page whose address is `/{lang}{rest}` in each language; `rest` starts with a slash.
    pub fn public(language: Language, rest: &str, title: impl Into<String>) -> Self {
        let lang = language.code();
        Self { sisters: sisters(language, |code| format!("/{code}{rest}")), home: format!("/{lang}/"), ..Self::bare(language, title.into()) }
    }

    /// The frame of a page behind an unguessable link: kept out of search engines.
    pub fn personal(language: Language, rest: &str, title: impl Into<String>) -> Self {
        Self { noindex: true, ..Self::public(language, rest, title) }
    }

    /// The frame of a staff page whose address is `/organiser/{lang}{rest}` in each language; `rest` starts with a slash.
    pub fn staff(language: Language, rest: &str, title: impl Into<String>) -> Self {
        let lang = language.code();
        Self {
            sisters: sisters(language, |code| format!("/organiser/{code}{rest}")),
            home: format!("/organiser/{lang}/"),
            noindex: true,
            ..Self::bare(language, title.into())
        }
    }

    /// The frame of a public page that staff look at beforehand, at `/organiser/{lang}{rest}`; its mark leads back.
    pub fn preview(language: Language, rest: &str, back: &str, title: impl Into<String>) -> Self {
        Self { home: back.to_owned(), ..Self::staff(language, rest, title) }
    }

    fn bare(language: Language, title: String) -> Self {
        let lang = language.code();
        Self {
            language,
            lang,
            // A heading may say where a long word can break; in a title browsers show that as a hyphen.
            title: title.replace('\u{ad}', ""),
            error_prefix: false,
            noindex: false,
            sisters: Vec::new(),
            home: "/".into(),
            privacy: format!("/{lang}/privacy"),
            accessibility: format!("/{lang}/accessibility"),
            nav: Vec::new(),
            crumbs: Vec::new(),
            tlp: "",
            tlp_code: "",
            flashes: Vec::new(),
            who: String::new(),
            csrf: String::new(),
            state: String::new(),
            manifest: String::new(),
        }
    }

    /// Marks a page with faults in its form: the title then starts with the word for error.
    pub fn with_errors(mut self, errors: bool) -> Self {
        self.error_prefix = errors;
        self
    }

    /// The registration's state, for the main element.
    pub fn with_state(mut self, code: &str) -> Self {
        self.state = code.to_owned();
        self
    }

    /// What makes the page an app of the device, at this address.
    pub fn with_manifest(mut self, href: String) -> Self {
        self.manifest = href;
        self
    }

    /// Who is signed in, and the token of the sign-out form. Without it no navigation is shown.
    pub fn signed_in(mut self, who: impl Into<String>, csrf: impl Into<String>) -> Self {
        (self.who, self.csrf) = (who.into(), csrf.into());
        self
    }

    /// Replaces the navigation, for people who may see less or more.
    pub fn with_nav(mut self, nav: Vec<Link>) -> Self {
        self.nav = nav;
        self
    }

    /// The way from the start to this page, this page left out.
    pub fn with_crumbs(mut self, crumbs: Vec<Link>) -> Self {
        self.crumbs = crumbs;
        self
    }

    /// How far what stands on the page may travel: shown at its head, also on paper.
    pub fn with_tlp(mut self, tlp: Tlp) -> Self {
        (self.tlp, self.tlp_code) = (tlp.label(), tlp.code());
        self
    }

    /// Messages on top of the page.
    pub fn with_flashes(mut self, flashes: Vec<Flash>) -> Self {
        self.flashes = flashes;
        self
    }

    /// The page's language.
    pub fn language(&self) -> Language {
        self.language
    }
}

fn sisters(language: Language, href: impl Fn(&str) -> String) -> Vec<Link> {
    let link = |l: &Language| Link {
        href: href(l.code()),
        label: own_name(*l).into(),
        current: *l == language,
        lang: l.code().into(),
        count: String::new(),
    };
    Language::ALL.iter().map(link).collect()
}
