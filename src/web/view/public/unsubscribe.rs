//! The page that ends messages and invitations of a platform.

use serde::Serialize;

use crate::app::unsubscribe::Subscription;
use crate::domain::language::Language;
use crate::i18n::Catalogue;
use crate::web::view::View;

/// What the page shows.
#[derive(Clone, Debug, Serialize)]
pub struct UnsubscribePage {
    /// Where things stand, as a sentence.
    pub heading: String,
    /// What that means.
    pub text: String,
    /// Where the button is sent.
    pub action: String,
    /// What the button says.
    pub button: String,
    /// Whether messages have ended: the button then begins them again.
    pub ended: bool,
}

impl UnsubscribePage {
    /// The page for the holder of a link.
    pub fn new(texts: &Catalogue, language: Language, tag: &str, of: &Subscription) -> Self {
        let platform = of.platform.name.get_or_any(language);
        let t = |key: &str| texts.t(language, key, &[("platform", platform.into())]);
        let (heading, text, button) = match of.ended {
            true => ("unsubscribe-ended-title", "unsubscribe-ended", "unsubscribe-begin"),
            false => ("unsubscribe-title", "unsubscribe-text", "unsubscribe-end"),
        };
        Self { heading: t(heading), text: t(text), action: format!("/{language}/u/{tag}"), button: t(button), ended: of.ended }
    }
}

impl View for UnsubscribePage {
    const TEMPLATE: &'static str = "unsubscribe";
}
